//! When a loop looks again at what is due: as late as it may, and at once when there is news.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use shared::clock::Clock;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::context::Pause;

/// The alarm of one loop. Whoever makes something due sets it after the store has the news; if that is lost, the loop
/// looks when its longest pause is over.
#[derive(Debug)]
pub(crate) struct Alarm {
    set_for: Mutex<Timestamp>,
    is_sooner: Notify,
}

impl Default for Alarm {
    fn default() -> Self {
        Self { set_for: Mutex::new(Timestamp::MAX), is_sooner: Notify::new() }
    }
}

impl Alarm {
    /// Something is due at this moment. A later one than is known of changes nothing.
    pub(crate) fn set(&self, at: Timestamp) {
        let mut set_for = self.set_for.lock().unwrap_or_else(PoisonError::into_inner);
        if at < *set_for {
            *set_for = at;
            self.is_sooner.notify_one();
        }
    }

    /// The loop is about to look: what was due until now is seen then.
    pub(crate) fn clear(&self) {
        *self.set_for.lock().unwrap_or_else(PoisonError::into_inner) = Timestamp::MAX;
    }

    /// Waits until it goes off, and no longer than `at_most`.
    pub(crate) async fn wait(&self, clock: &dyn Clock, at_most: Duration, shutdown: &CancellationToken) -> Pause {
        let started = tokio::time::Instant::now();
        loop {
            let set_for = *self.set_for.lock().unwrap_or_else(PoisonError::into_inner);
            let wait = Duration::try_from(set_for.duration_since(clock.now())).unwrap_or_default();
            if wait.is_zero() {
                return Pause::Over;
            }
            tokio::select! {
                biased;
                () = shutdown.cancelled() => return Pause::Shutdown,
                () = tokio::time::sleep_until(started + at_most) => return Pause::Over,
                () = tokio::time::sleep(wait) => {}
                () = self.is_sooner.notified() => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use shared::clock::SystemClock;

    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    fn in_millis(millis: i64) -> Timestamp {
        SystemClock.now().checked_add(SignedDuration::from_millis(millis)).unwrap()
    }

    #[tokio::test]
    async fn it_goes_off_at_the_soonest_moment() {
        let (alarm, shutdown) = (Alarm::default(), CancellationToken::new());
        alarm.set(in_millis(60_000));
        alarm.set(in_millis(20));
        alarm.set(in_millis(90_000));
        let due = in_millis(20);
        assert_eq!(alarm.wait(&SystemClock, LONG, &shutdown).await, Pause::Over);
        assert!(SystemClock.now() >= due.checked_sub(SignedDuration::from_millis(20)).unwrap());
        // It goes off until it is cleared.
        assert_eq!(alarm.wait(&SystemClock, LONG, &shutdown).await, Pause::Over);
        alarm.clear();
        assert!(
            tokio::time::timeout(Duration::from_millis(20), alarm.wait(&SystemClock, LONG, &shutdown)).await.is_err()
        );
    }

    #[tokio::test]
    async fn news_end_a_wait_and_a_shutdown_ends_it_otherwise() {
        let (alarm, shutdown) = (Alarm::default(), CancellationToken::new());
        let rings = async { alarm.set(in_millis(0)) };
        assert_eq!(tokio::join!(alarm.wait(&SystemClock, LONG, &shutdown), rings).0, Pause::Over);
        alarm.clear();
        assert_eq!(alarm.wait(&SystemClock, Duration::from_millis(5), &shutdown).await, Pause::Over);
        let stops = async { shutdown.cancel() };
        assert_eq!(tokio::join!(alarm.wait(&SystemClock, LONG, &shutdown), stops).0, Pause::Shutdown);
    }
}
