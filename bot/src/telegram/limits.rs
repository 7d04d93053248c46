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
        Self::new(OVERALL_PER_SECOND)
    }
}

impl Limits {
    /// Nothing was said yet, and at most so many messages may be in any second.
    #[must_use]
    pub fn new(per_second: u32) -> Self {
        let burst = (per_second / 2).clamp(1, OVERALL_BURST_MAX);
        let steady = per_second.saturating_sub(burst).max(1);
        let interval = SignedDuration::from_nanos(1_000_000_000 / i64::from(steady));
        let overall_rate = Rate { interval, burst: burst.cast_signed() };
        Self { overall_rate, overall: Bucket::default(), chats: HashMap::new(), chats_max: CHATS_KEPT }
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
        let mut limits = Limits::new(1000);
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
