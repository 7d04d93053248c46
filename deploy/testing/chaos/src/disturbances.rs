//! What was done to a system, and when: kills, stops, starts. Whoever strikes writes it down, a program or a shell
//! script, one line each: `<epoch milliseconds> <kill|stop|start> <who>`.
//!
//! A kill is a moment. A stop lasts until the next start of the same, or for ever. A restart is a stop and a start.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context as _, bail};
use jiff::Timestamp;

/// A strike explains what happened this shortly before it. What happened cannot have been written down yet.
const BEFORE_MS: i64 = 1_000;

/// Clocks are read before the strike, and it takes a moment to fall.
const AFTER_MS: i64 = 100;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// It ends without being asked (SIGKILL).
    Kill,
    /// It is asked to end (SIGTERM), or is held up so that it can do nothing.
    Stop,
    /// It works again.
    Start,
}

/// To whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Bot and worker in one process.
    Solo,
    /// The bot.
    Bot,
    /// One of the workers, or all.
    Worker,
    /// The queue's server.
    RabbitMq,
    /// The server of the workers' store.
    Redis,
    /// The connections between the bot and Telegram. A kill cuts them, a stop makes them bad for a while.
    TelegramConnection,
    /// The connections between workers and KIE.ai.
    KieConnection,
    /// The connections to the queue's server.
    RabbitMqConnection,
    /// The connections to the server of the workers' store.
    RedisConnection,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disturbance {
    /// Epoch milliseconds.
    pub at_ms: i64,
    /// What was done.
    pub act: Act,
    /// To whom.
    pub who: Who,
}

/// The list, in the order of time.
#[derive(Debug, Clone, Default)]
pub struct Disturbances(Vec<Disturbance>);

impl Who {
    const ALL: [Self; 9] = [
        Self::Solo,
        Self::Bot,
        Self::Worker,
        Self::RabbitMq,
        Self::Redis,
        Self::TelegramConnection,
        Self::KieConnection,
        Self::RabbitMqConnection,
        Self::RedisConnection,
    ];

    /// Its name in the list.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Solo => "solo",
            Self::Bot => "bot",
            Self::Worker => "worker",
            Self::RabbitMq => "rabbitmq",
            Self::Redis => "redis",
            Self::TelegramConnection => "telegram-connection",
            Self::KieConnection => "kie-connection",
            Self::RabbitMqConnection => "rabbitmq-connection",
            Self::RedisConnection => "redis-connection",
        }
    }

    /// Whether Telegram may have taken something that is then not written down.
    #[must_use]
    pub const fn is_towards_telegram(self) -> bool {
        matches!(self, Self::Solo | Self::Bot | Self::TelegramConnection)
    }

    /// Whether KIE.ai may have taken something that is then not written down.
    #[must_use]
    pub const fn is_towards_kie(self) -> bool {
        matches!(self, Self::Solo | Self::Worker | Self::Redis | Self::KieConnection | Self::RedisConnection)
    }

    /// Whether a strike may keep a create from being sent, or its answer from being written down, after the right to send
    /// it was used up. On a connection to KIE.ai such creates are counted one by one.
    #[must_use]
    pub const fn may_stop_a_create(self) -> bool {
        matches!(self, Self::Solo | Self::Worker | Self::Redis | Self::RedisConnection)
    }
}

impl Disturbances {
    /// Reads the list. That there is no file means that nothing was done.
    ///
    /// # Errors
    /// When a line is none.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        if !file.exists() {
            return Ok(Self::default());
        }
        let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        let mut list =
            text.lines().filter(|line| !line.trim().is_empty()).map(str::parse).collect::<Result<Vec<_>, _>>()?;
        list.sort_by_key(|disturbance: &Disturbance| disturbance.at_ms);
        Ok(Self(list))
    }

    /// Writes down that this is done now.
    pub fn note(&mut self, act: Act, who: Who) {
        self.0.push(Disturbance { at_ms: Timestamp::now().as_millisecond(), act, who });
    }

    /// Whether what happened then to one of these may have been cut by a strike.
    #[must_use]
    pub fn explain(&self, at_ms: i64, whom: fn(Who) -> bool) -> bool {
        let strikes = self.strikes(whom);
        strikes.into_iter().any(|(from, until)| (from - BEFORE_MS..=until.saturating_add(AFTER_MS)).contains(&at_ms))
    }

    /// How many strikes have fallen on one of these.
    #[must_use]
    pub fn count(&self, whom: fn(Who) -> bool) -> usize {
        self.strikes(whom).len()
    }

    /// What was done how often, in words.
    #[must_use]
    pub fn summary(&self) -> Vec<(String, usize)> {
        let mut counts = Vec::new();
        for who in Who::ALL {
            for (act, done) in [(Act::Kill, "killed"), (Act::Stop, "stopped")] {
                let count = self.0.iter().filter(|one| one.who == who && one.act == act).count();
                if count > 0 {
                    counts.push((format!("{} {done}", who.name()), count));
                }
            }
        }
        counts
    }

    /// From when to when each strike lasted.
    fn strikes(&self, whom: fn(Who) -> bool) -> Vec<(i64, i64)> {
        let strikes = self.0.iter().enumerate().filter(|(_, one)| whom(one.who));
        let strikes = strikes.filter_map(|(place, one)| match one.act {
            Act::Kill => Some((one.at_ms, one.at_ms)),
            Act::Stop => {
                let start = self.0[place..].iter().find(|next| next.who == one.who && next.act == Act::Start);
                Some((one.at_ms, start.map_or(i64::MAX, |start| start.at_ms)))
            }
            Act::Start => None,
        });
        strikes.collect()
    }
}

impl fmt::Display for Disturbances {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|one| writeln!(f, "{one}"))
    }
}

impl fmt::Display for Disturbance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let act = match self.act {
            Act::Kill => "kill",
            Act::Stop => "stop",
            Act::Start => "start",
        };
        write!(f, "{} {act} {}", self.at_ms, self.who.name())
    }
}

impl FromStr for Disturbance {
    type Err = anyhow::Error;

    fn from_str(line: &str) -> anyhow::Result<Self> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [at_ms, act, who] = words[..] else { bail!("{line:?} is not `<epoch milliseconds> <what> <who>`") };
        let act = match act {
            "kill" => Act::Kill,
            "stop" => Act::Stop,
            "start" => Act::Start,
            other => bail!("{other:?} in {line:?} is none of kill, stop, start"),
        };
        let known = Who::ALL.into_iter().find(|known| known.name() == who);
        let who = known.with_context(|| format!("{who:?} in {line:?} is nobody who can be struck"))?;
        Ok(Self { at_ms: at_ms.parse().with_context(|| format!("no time in {line:?}"))?, act, who })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Disturbances {
        Disturbances(text.lines().map(|line| line.parse().unwrap()).collect())
    }

    #[test]
    fn a_kill_explains_what_happened_shortly_before_it() {
        let list = list("100000 kill bot");
        let explained = |at_ms| list.explain(at_ms, Who::is_towards_telegram);
        assert_eq!([98_900, 99_000, 100_100, 100_200].map(explained), [false, true, true, false]);
        assert!(!list.explain(99_990, Who::is_towards_kie), "a bot does not speak to KIE.ai");
    }

    #[test]
    fn a_stop_explains_until_the_start_of_the_same() {
        let list = list("100000 stop redis\n101000 start rabbitmq\n105000 start redis\n200000 stop worker");
        let explained = |at_ms| list.explain(at_ms, Who::is_towards_kie);
        assert_eq!([104_000, 105_200, 198_000, 300_000].map(explained), [true, false, false, true]);
        assert_eq!(list.count(Who::is_towards_kie), 2);
    }

    #[test]
    fn what_is_no_disturbance_is_refused() {
        for line in ["", "kill bot", "1 kills bot", "1 kill the bot", "1 kill nobody", "now kill bot"] {
            assert!(line.parse::<Disturbance>().is_err(), "{line:?}");
        }
        assert_eq!("7 kill bot".parse::<Disturbance>().unwrap().to_string(), "7 kill bot");
    }
}
