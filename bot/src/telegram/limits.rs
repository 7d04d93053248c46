//! Telegram's limits on how much a bot may say: about one message a second to a person with short bursts allowed, 20 a
//! minute to a group, about 30 a second in all. Pure: the caller brings the time.
//!
//! Each limit is a bucket, by the generic cell rate algorithm: one moment per chat says all, and an idle chat costs
//! nothing. Telegram's own word (`retry_after`) is kept beside it.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

/// A rate with bursts.
#[derive(Debug, Clone, Copy)]
struct Rate {
    interval: SignedDuration,
    burst: i32,
}

/// To a person.
const PRIVATE: Rate = Rate { interval: SignedDuration::from_secs(1), burst: 8 };
/// To a group: in any minute 15 and a burst of 5.
const GROUP: Rate = Rate { interval: SignedDuration::from_secs(4), burst: 5 };
/// In all: Telegram speaks of about 30 a second. What is set counts the burst in, so that no second has more.
const OVERALL_BURST_MAX: u32 = 4;
const OVERALL_PER_SECOND: u32 = 28;
/// Of them, to those who wait for nothing.
const BROADCAST_PER_SECOND: u32 = 15;

/// A broadcast leaves the right to so many messages at once to those who wait for an answer.
const SPARE: i32 = 2;
/// Messages of a broadcast that may go out at once.
const BROADCAST_BURST: i32 = 2;
/// After Telegram asked for silence, a broadcast goes on so many times slower, twice as slow with each further time, and at its
/// own pace again when nothing of the kind was heard for a while.
const SLOWER_MAX: i32 = 8;
const SLOWER_FOR: SignedDuration = SignedDuration::from_secs(60);

/// Idle chats are forgotten when more than this many are known, and then at every doubling.
const CHATS_KEPT: usize = 4096;

/// Which limits a call counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// That of its chat, and the one in all: whatever we say by ourselves, and every new message.
    Everywhere,
    /// That of its chat: an edit that answers a tap. Telegram counts messages in all, not edits; and one edit for one tap
    /// comes no faster than people tap.
    InChat,
}

/// What was said lately, and who asked us to wait.
#[derive(Debug)]
pub struct Limits {
    overall_rate: Rate,
    overall: Bucket,
    chats: HashMap<i64, Bucket>,
    chats_max: usize,
    broadcast_rate: Rate,
    broadcast: Bucket,
    /// How many times slower a broadcast goes, and until when.
    slower: i32,
    slower_until: Timestamp,
}

/// The state of one limit.
#[derive(Debug, Clone, Copy, Default)]
struct Bucket {
    /// When the bucket will be full again.
    full_at: Timestamp,
    /// Telegram's own word: nothing before this moment.
    paused_until: Timestamp,
}

impl Default for Limits {
    fn default() -> Self {
        Self::new(OVERALL_PER_SECOND, BROADCAST_PER_SECOND)
    }
}

impl Limits {
    /// Nothing was said yet, and at most so many messages may be in any second; of them, so many of a broadcast.
    #[must_use]
    pub fn new(per_second: u32, broadcast_per_second: u32) -> Self {
        let burst = (per_second / 2).clamp(1, OVERALL_BURST_MAX);
        let steady = per_second.saturating_sub(burst).max(1);
        let interval = SignedDuration::from_nanos(1_000_000_000 / i64::from(steady));
        let overall_rate = Rate { interval, burst: burst.cast_signed() };
        let interval = SignedDuration::from_nanos(1_000_000_000 / i64::from(broadcast_per_second.max(1)));
        Self {
            overall_rate,
            overall: Bucket::default(),
            chats: HashMap::new(),
            chats_max: CHATS_KEPT,
            broadcast_rate: Rate { interval, burst: BROADCAST_BURST },
            broadcast: Bucket::default(),
            slower: 1,
            slower_until: Timestamp::MIN,
        }
    }

    /// Takes the right to send `chat` a message of a broadcast now: at a pace of its own, and while others have the right to
    /// say something at once, too.
    ///
    /// # Errors
    /// The moment when it is worth asking again.
    pub fn take_spare(&mut self, chat: i64, now: Timestamp) -> Result<(), Timestamp> {
        if now >= self.slower_until {
            self.slower = 1;
        }
        let pace = Rate { interval: self.broadcast_rate.interval * self.slower, ..self.broadcast_rate };
        let spare = Rate { burst: (self.overall_rate.burst - SPARE).max(1), ..self.overall_rate };
        let mut of_chat = self.chats.get(&chat).copied().unwrap_or_default();
        let allowed_at = of_chat
            .allowed_at(PRIVATE, now)
            .max(self.broadcast.allowed_at(pace, now))
            .max(self.overall.allowed_at(spare, now));
        if allowed_at > now {
            return Err(allowed_at);
        }
        of_chat.take(PRIVATE, now);
        self.broadcast.take(pace, now);
        self.overall.take(self.overall_rate, now);
        self.chats.insert(chat, of_chat);
        self.forget_idle(now);
        Ok(())
    }

    /// Telegram asked for silence until then when it was sent a message of a broadcast: none goes out before, and they come
    /// slower for a while.
    pub fn pause_broadcasts(&mut self, until: Timestamp) {
        // What was under way together is refused together, and counts once.
        if until > self.broadcast.paused_until.saturating_add(SignedDuration::from_secs(1)).unwrap_or(Timestamp::MAX) {
            self.slower = (2 * self.slower).min(SLOWER_MAX);
        }
        self.broadcast.pause(until);
        self.slower_until = later(until, SLOWER_FOR);
    }

    /// Takes the right to say one thing to `chat` now.
    ///
    /// # Errors
    /// The moment when it is worth asking again.
    pub fn take(&mut self, chat: i64, counted: Counted, now: Timestamp) -> Result<(), Timestamp> {
        let rate = if chat < 0 { GROUP } else { PRIVATE };
        let mut bucket = self.chats.get(&chat).copied().unwrap_or_default();
        let mut allowed_at = bucket.allowed_at(rate, now);
        if counted == Counted::Everywhere {
            allowed_at = allowed_at.max(self.overall.allowed_at(self.overall_rate, now));
        }
        if allowed_at > now {
            return Err(allowed_at);
        }
        bucket.take(rate, now);
        if counted == Counted::Everywhere {
            self.overall.take(self.overall_rate, now);
        }
        self.chats.insert(chat, bucket);
        self.forget_idle(now);
        Ok(())
    }

    /// Telegram asked us to say nothing to `chat` until then.
    pub fn pause(&mut self, chat: i64, until: Timestamp) {
        self.chats.entry(chat).or_default().pause(until);
    }

    fn forget_idle(&mut self, now: Timestamp) {
        if self.chats.len() > self.chats_max {
            self.chats.retain(|_, bucket| bucket.full_at > now || bucket.paused_until > now);
            self.chats_max = CHATS_KEPT.max(2 * self.chats.len());
        }
    }
}

impl Bucket {
    fn allowed_at(&self, rate: Rate, now: Timestamp) -> Timestamp {
        // No further ahead than an empty bucket, so that a clock that was set back stops nobody for long.
        let full_at = self.full_at.min(later(now, rate.interval * rate.burst));
        later(full_at, -(rate.interval * (rate.burst - 1))).max(self.paused_until)
    }

    fn take(&mut self, rate: Rate, now: Timestamp) {
        let full_at = self.full_at.min(later(now, rate.interval * rate.burst));
        self.full_at = later(full_at.max(now), rate.interval);
    }

    fn pause(&mut self, until: Timestamp) {
        self.paused_until = self.paused_until.max(until);
    }
}

fn later(moment: Timestamp, by: SignedDuration) -> Timestamp {
    moment.saturating_add(by).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Counted::{Everywhere, InChat};

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(1_800_000_000_000 + milliseconds).unwrap()
    }

    /// How many messages go out to `chats` in turn within `seconds`, asked for again whenever it is worth it.
    fn sent(chats: &[i64], counted: Counted, seconds: i64) -> usize {
        let mut limits = Limits::default();
        let all_at =
            |limits: &mut Limits, ms| chats.iter().filter(|chat| limits.take(**chat, counted, at(ms)).is_ok()).count();
        (0..seconds * 1000).map(|ms| all_at(&mut limits, ms)).sum()
    }

    #[test]
    fn each_kind_of_chat_has_its_rate() {
        let many: Vec<i64> = (1..=100).collect();
        for (what, chats, seconds, expected) in [
            ("a burst to a person", vec![1], 1, 8),
            ("a minute to a person", vec![1], 60, 67),
            ("a burst to a group", vec![-1], 1, 5),
            ("a minute to a group", vec![-1], 60, 19),
            ("a second to everybody", many.clone(), 1, 27),
            ("ten seconds to everybody", many, 10, 243),
        ] {
            assert_eq!(sent(&chats, Everywhere, seconds), expected, "{what}");
        }
    }

    #[test]
    fn an_answer_to_a_tap_waits_for_nobody_else() {
        let hundred: Vec<i64> = (1..=100).collect();
        assert_eq!(sent(&hundred, InChat, 1), 100 * 8);
        let mut limits = Limits::default();
        for chat in [1, 1, 1, 1] {
            assert_eq!(limits.take(chat, Everywhere, at(0)), Ok(()));
        }
        assert!(limits.take(2, Everywhere, at(0)).is_err());
        assert_eq!(limits.take(2, InChat, at(0)), Ok(()));
    }

    #[test]
    fn an_operator_whose_bot_may_say_more_can_set_it() {
        let mut limits = Limits::new(1000, 15);
        let sent = (0..1000).filter(|ms| limits.take(1 + *ms, Everywhere, at(*ms)).is_ok()).count();
        assert!((990..=1000).contains(&sent), "{sent} messages in a second");
    }

    #[test]
    fn who_must_wait_is_told_until_when() {
        let mut limits = Limits::default();
        for _ in 0..8 {
            assert_eq!(limits.take(1, InChat, at(1000)), Ok(()));
        }
        assert_eq!(limits.take(1, InChat, at(1000)), Err(at(2000)));
        assert_eq!(limits.take(1, Everywhere, at(1999)), Err(at(2000)));
        assert_eq!(limits.take(1, Everywhere, at(2000)), Ok(()));
    }

    #[test]
    fn a_pause_stops_its_chat_and_no_other() {
        let mut limits = Limits::default();
        limits.pause(1, at(9000));
        limits.pause(1, at(3000));
        assert_eq!(limits.take(1, Everywhere, at(0)), Err(at(9000)));
        assert_eq!(limits.take(1, InChat, at(0)), Err(at(9000)));
        assert_eq!(limits.take(2, Everywhere, at(0)), Ok(()));
    }

    /// How many messages of a broadcast go out within so many seconds, beside so many others in each of them.
    fn broadcast(limits: &mut Limits, (from, seconds): (i64, i64), others: i64) -> usize {
        let mut sent = 0;
        for ms in from * 1000..(from + seconds) * 1000 {
            if others > 0 && ms % (1000 / others) == 0 {
                assert_eq!(limits.take(1_000_000 + ms, Everywhere, at(ms)), Ok(()), "somebody waits at {ms}");
            }
            sent += usize::from(limits.take_spare(1 + ms, at(ms)).is_ok());
        }
        sent
    }

    #[test]
    fn a_broadcast_has_its_pace_and_leaves_room_to_those_who_wait() {
        assert_eq!(broadcast(&mut Limits::default(), (0, 10), 0), 151);
        assert_eq!(broadcast(&mut Limits::default(), (0, 10), 8), 151);
        // The more others say, the less is left.
        let beside_many = broadcast(&mut Limits::default(), (0, 10), 20);
        assert!((20..80).contains(&beside_many), "{beside_many}");
    }

    #[test]
    fn a_broadcast_that_telegram_slows_down_finds_its_pace_again() {
        let mut limits = Limits::default();
        for ms in [0, 1, 2] {
            limits.pause_broadcasts(at(5_000 + ms));
        }
        assert_eq!(broadcast(&mut limits, (0, 5), 0), 0);
        let slower = broadcast(&mut limits, (6, 10), 0);
        assert!((70..80).contains(&slower), "{slower}");
        assert_eq!(limits.take(5, Everywhere, at(16_000)), Ok(()));
        let again = broadcast(&mut limits, (70, 10), 0);
        assert!((149..=152).contains(&again), "{again}");
    }

    #[test]
    fn a_clock_that_is_set_back_stops_nobody_for_long() {
        let mut limits = Limits::default();
        for tenth in 0..8 {
            assert_eq!(limits.take(1, Everywhere, at(3_600_000 + tenth * 100)), Ok(()), "{tenth}");
        }
        let asked_again = limits.take(1, Everywhere, at(0)).unwrap_err();
        assert!(asked_again <= at(1000), "{asked_again}");
    }
}
