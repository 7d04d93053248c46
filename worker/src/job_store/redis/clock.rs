//! The time that all workers of a store agree on: that of the Redis host, whatever their own hosts' clocks show.
//!
//! Every answer of the store carries the time, so the clock is set by the sweeper's looks at least every ten seconds; in
//! between, and while Redis does not answer, it goes on by the steady time of this machine.
//!
//! - Small differences, such as those of slow answers, never make it go back: it stands still until they have passed.
//! - When the clock of the Redis host is set by more than that, back or forth, it follows at once, and says so in the log.
//!   Then all workers still agree with each other and with the bot's deadlines. Set forward, leases end early, which costs
//!   doubled looks (a save holds for one of them only) and perhaps a submission that is given up as unknown while it is on
//!   its way; no deadline ends a job for a while. Set back, they end later by as much. A submission is never made twice by it.
//! - While this machine sleeps, so does its steady time; the first answer afterwards sets the clock.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use shared::clock::{Clock, SETTLES_WITHIN};

/// Up to here, a difference is one of measuring.
const NOISE: SignedDuration = SignedDuration::from_secs(2);
/// A clock that was set by more is not to be relied on for a while.
const STEP: SignedDuration = SignedDuration::from_secs(60);
/// Slower answers tell the time too badly, if it was told lately.
const PROMPT: Duration = Duration::from_millis(500);
/// A reading is good for that long, whatever the later answers are like.
const LATELY: Duration = Duration::from_secs(60);

/// See the module.
#[derive(Debug)]
pub struct RedisClock(Mutex<Hands>);

#[derive(Debug)]
struct Hands {
    /// The time that Redis told last.
    reading: Timestamp,
    /// When, in this machine's steady time.
    read_at: Instant,
    /// The latest time that anybody was told.
    shown: Timestamp,
    /// When the clock was started or last set.
    set_at: Instant,
    /// Whether it was set since its start.
    was_set: bool,
}

impl RedisClock {
    pub(super) fn new(asked_at: Instant, reading: Timestamp) -> Self {
        let now = Instant::now();
        Self(Mutex::new(Hands { reading, read_at: middle(asked_at, now), shown: reading, set_at: now, was_set: false }))
    }

    /// Sets the clock by an answer that was asked for at `asked_at` and is here now.
    pub(super) fn set(&self, asked_at: Instant, reading: Timestamp) {
        let mut hands = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        hands.set(asked_at, reading, Instant::now());
    }
}

impl Clock for RedisClock {
    fn now(&self) -> Timestamp {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).show(Instant::now())
    }

    fn is_settled(&self) -> bool {
        let hands = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        hands.set_at.elapsed() >= SETTLES_WITHIN
    }

    fn has_stepped(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).has_stepped(Instant::now())
    }
}

impl Hands {
    fn set(&mut self, asked_at: Instant, reading: Timestamp, now: Instant) {
        let is_prompt = now.duration_since(asked_at) <= PROMPT;
        let was_read_lately = now.duration_since(self.read_at) <= LATELY;
        if !is_prompt && was_read_lately {
            return;
        }
        let read_at = middle(asked_at, now);
        let expected = later(self.reading, read_at.saturating_duration_since(self.read_at));
        let difference = reading.duration_since(expected);
        if difference.abs() > NOISE {
            let seconds = difference.as_secs();
            tracing::warn!(
                seconds,
                "the clock of the Redis host was set, or this machine has slept: its time is followed"
            );
            self.shown = reading;
            if difference.abs() > STEP {
                (self.set_at, self.was_set) = (now, true);
            }
        }
        (self.reading, self.read_at) = (reading, read_at);
    }

    fn has_stepped(&self, now: Instant) -> bool {
        self.was_set && now.saturating_duration_since(self.set_at) < SETTLES_WITHIN
    }

    fn show(&mut self, now: Instant) -> Timestamp {
        self.shown = self.shown.max(later(self.reading, now.saturating_duration_since(self.read_at)));
        self.shown
    }
}

/// The time was read at Redis somewhere in between.
fn middle(asked_at: Instant, answered_at: Instant) -> Instant {
    asked_at + answered_at.saturating_duration_since(asked_at) / 2
}

fn later(moment: Timestamp, by: Duration) -> Timestamp {
    moment.saturating_add(by).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(1_800_000_000_000 + millis).unwrap()
    }

    fn hands() -> (Hands, impl Fn(u64) -> Instant) {
        let start = Instant::now();
        let steady = move |millis| start + Duration::from_millis(millis);
        (Hands { reading: at(0), read_at: start, shown: at(0), set_at: start, was_set: false }, steady)
    }

    #[test]
    fn it_goes_on_between_readings_and_stands_still_instead_of_going_back() {
        let (mut hands, steady) = hands();
        assert_eq!(hands.show(steady(1000)), at(1000));
        hands.set(steady(1000), at(700), steady(1000));
        assert_eq!(hands.show(steady(1100)), at(1000));
        assert_eq!(hands.show(steady(1400)), at(1100));
    }

    #[test]
    fn it_follows_the_clock_of_the_redis_host_when_that_is_set() {
        let (mut hands, steady) = hands();
        for set_to in [-3_600_000, 7_200_000] {
            hands.set(steady(1000), at(set_to), steady(1000));
            assert_eq!(hands.show(steady(1500)), at(set_to + 500));
            assert!(hands.has_stepped(steady(899_000)) && !hands.has_stepped(steady(902_000)));
        }
    }

    #[test]
    fn a_slow_answer_counts_only_if_there_was_no_prompt_one_for_long() {
        let (mut hands, steady) = hands();
        hands.set(steady(1000), at(9000), steady(3000));
        assert_eq!(hands.show(steady(3000)), at(3000));
        hands.set(steady(70_000), at(80_000), steady(72_000));
        assert_eq!(hands.show(steady(72_000)), at(81_000));
    }
}
