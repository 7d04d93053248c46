//! Time is injected, so that tests and simulations can move it by hand.

use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};

/// Tells the time of day.
pub trait Clock: Debug + Send + Sync + 'static {
    /// The moment now.
    fn now(&self) -> Timestamp;

    /// Whether the time has gone on evenly for a while. Right after a start, a jump or a stand-still nobody vouches for it, and
    /// what was said meanwhile has yet to be heard: nothing may end for good then because its time seems to be over.
    fn is_settled(&self) -> bool {
        true
    }

    /// Whether the time has made a step of late: it was set, or this process stood still. Other than for
    /// [`is_settled`](Self::is_settled), a start is none: for whoever asks the other side before anything ends, and so
    /// has missed nothing while it was away.
    fn has_stepped(&self) -> bool {
        false
    }

    /// Waits. The clock of a test may end the wait earlier or later.
    fn pause(&self, duration: Duration) -> BoxFuture<'_, ()> {
        tokio::time::sleep(duration).boxed()
    }
}

/// The machine's clock as it is; it may jump. For times that only people read.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock is settled when it has gone on evenly for so long. Time enough to notice that a clock was set wrong and to set it
/// right, and to hear what waited.
pub const SETTLES_WITHIN: Duration = Duration::from_secs(15 * 60);

/// The machine's clock, without going back.
///
/// When the machine's clock is set forward, this one follows at once: due work is looked at early, which does no harm. When
/// it is set back, this one does not follow, since all due work would wait for as long. It runs a hundredth slower instead,
/// until the machine's clock has caught up or the process starts anew. For as long as it is ahead it is not settled.
#[derive(Debug)]
pub struct SteadyClock(Mutex<Reading>);

#[derive(Debug, Clone, Copy)]
struct Reading {
    shown: Timestamp,
    at: Instant,
    /// The machine's clock is behind, and the log says so.
    is_ahead: bool,
    /// When the time last made a step: at the start, by a jump, or because nobody looked for a while.
    stepped_at: Instant,
    /// Whether that was another step than the start.
    has_jumped: bool,
}

/// How far the machine's clock may be behind before the log says so, and how far the time goes on between two looks. Whoever
/// decides about endings looks every second.
const UNNOTICED: SignedDuration = SignedDuration::from_secs(60);

impl SteadyClock {
    /// A clock that starts at the machine's time.
    #[must_use]
    pub fn new() -> Self {
        Self(Mutex::new(Reading::new(Timestamp::now(), Instant::now())))
    }
}

impl Default for SteadyClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SteadyClock {
    fn now(&self) -> Timestamp {
        let mut reading = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *reading = reading.next(Timestamp::now(), Instant::now());
        reading.shown
    }

    fn is_settled(&self) -> bool {
        let mut reading = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *reading = reading.next(Timestamp::now(), Instant::now());
        reading.is_settled()
    }

    fn has_stepped(&self) -> bool {
        let mut reading = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *reading = reading.next(Timestamp::now(), Instant::now());
        reading.has_stepped()
    }
}

impl Reading {
    const fn new(shown: Timestamp, at: Instant) -> Self {
        Self { shown, at, is_ahead: false, stepped_at: at, has_jumped: false }
    }

    fn has_stepped(self) -> bool {
        !self.is_settled() && (self.is_ahead || self.has_jumped)
    }

    fn is_settled(self) -> bool {
        !self.is_ahead && self.at.saturating_duration_since(self.stepped_at) >= SETTLES_WITHIN
    }

    fn next(self, machine: Timestamp, at: Instant) -> Self {
        let passed = SignedDuration::try_from(at.saturating_duration_since(self.at)).unwrap_or_default();
        let slower = self.shown.saturating_add(passed * 99 / 100).unwrap_or(Timestamp::MAX);
        let shown = machine.max(slower);
        let is_ahead = shown.duration_since(machine) > UNNOTICED;
        if is_ahead && !self.is_ahead {
            let seconds = shown.duration_since(machine).as_secs();
            tracing::warn!(
                seconds,
                "the machine's clock was set back; it is not followed until it catches up or this process starts anew"
            );
        }
        let step = shown.duration_since(self.shown);
        if step > UNNOTICED {
            let seconds = step.as_secs();
            tracing::warn!(seconds, "the clock was set forward, or this process stood still; nothing ends for a while");
        }
        let (stepped_at, has_jumped) = if step > UNNOTICED { (at, true) } else { (self.stepped_at, self.has_jumped) };
        Self { shown, at, is_ahead, stepped_at, has_jumped }
    }
}

/// A clock that stands still until it is moved. For tests.
#[derive(Debug, Clone)]
pub struct ManualClock(Arc<Mutex<Manual>>);

#[derive(Debug, Clone, Copy)]
struct Manual {
    now: Timestamp,
    has_stepped: bool,
}

impl ManualClock {
    /// A clock that shows `start`.
    #[must_use]
    pub fn new(start: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(Manual { now: start, has_stepped: false })))
    }

    /// Moves the clock, backwards too.
    pub fn advance(&self, by: SignedDuration) {
        let mut hands = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        hands.now = hands.now.saturating_add(by).unwrap_or(hands.now);
    }

    /// Says whether the clock was set of late.
    pub fn set_stepped(&self, has_stepped: bool) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).has_stepped = has_stepped;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).now
    }

    fn is_settled(&self) -> bool {
        !self.has_stepped()
    }

    fn has_stepped(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).has_stepped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_jumps_is_followed_forward_and_never_back() {
        let at = |seconds: i64| Timestamp::from_second(1_800_000_000 + seconds).unwrap();
        let start = Instant::now();
        let later = |seconds| start + Duration::from_secs(seconds);
        let mut reading = Reading::new(at(0), start);
        for (machine, passed, shown) in [
            (10, 10, 10),        // all is well
            (7210, 20, 7210),    // set forward by two hours
            (20, 20, 7210),      // and back: time stands, because none has passed
            (120, 120, 7309),    // a hundredth slower
            (7400, 7400, 14516), // for as long as it takes
            (20000, 7500, 20000),
        ] {
            reading = reading.next(at(machine), later(passed));
            assert_eq!(reading.shown.as_second() - at(0).as_second(), shown, "the machine says {machine}");
        }
    }

    #[test]
    fn a_clock_is_settled_when_it_has_gone_on_evenly_for_a_while() {
        let at = |seconds: i64| Timestamp::from_second(1_800_000_000 + seconds).unwrap();
        let start = Instant::now();
        let mut reading = Reading::new(at(0), start);
        let mut passes = |from: i64, to: i64, ahead: i64| {
            for passed in (from..=to).step_by(10) {
                let later = start + Duration::from_secs(passed.try_into().unwrap());
                reading = reading.next(at(passed + ahead), later);
            }
            (reading.is_settled(), reading.has_stepped())
        };
        assert_eq!(passes(0, 890, 0), (false, false), "it has just started");
        assert_eq!(passes(900, 1000, 0), (true, false));
        assert_eq!(passes(1010, 1900, 7200), (false, true), "it was set forward by two hours");
        assert_eq!(passes(1910, 2000, 7200), (true, false), "and stays there");
        assert_eq!(passes(2010, 5000, 0), (false, true), "it was set right, and this one cannot follow");
        assert_eq!(passes(9000, 9800, 7200), (false, true), "nobody looked for an hour");
        assert_eq!(passes(9810, 9950, 7200), (true, false));
    }
}
