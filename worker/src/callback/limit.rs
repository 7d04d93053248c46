//! How often callbacks may make one job due. KIE calls once, and three times more when it is not answered; whoever has
//! seen a callback's address can repeat it for ever, and each time would cost a look at the task.
//!
//! Kept in each worker by itself: it needs to be neither exact nor lasting, and a callback that is passed over is made
//! good by polling.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use shared::job::JobId;

/// Callbacks of one job that are heard within [`WINDOW`].
const PER_JOB_MAX: u32 = 10;
const WINDOW: SignedDuration = SignedDuration::from_secs(60);
/// Jobs that are counted at the same time; more are not called back for in a minute.
const JOBS_MAX: usize = 10_000;

/// Counts the callbacks of each job.
#[derive(Debug, Default)]
pub(crate) struct CallbackLimit(Mutex<HashMap<JobId, Window>>);

#[derive(Debug, Clone, Copy)]
struct Window {
    began: Timestamp,
    heard: u32,
}

impl CallbackLimit {
    /// Whether one more callback of this job is heard.
    pub(crate) fn admits(&self, job: JobId, now: Timestamp) -> bool {
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back begins a new window, too.
        let is_over = |window: &Window| now.duration_since(window.began).abs() >= WINDOW;
        if windows.len() >= JOBS_MAX && !windows.contains_key(&job) {
            windows.retain(|_, window| !is_over(window));
            if windows.len() >= JOBS_MAX {
                return false;
            }
        }
        let window = windows.entry(job).or_insert(Window { began: now, heard: 0 });
        if is_over(window) {
            *window = Window { began: now, heard: 0 };
        }
        window.heard = window.heard.saturating_add(1);
        window.heard <= PER_JOB_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn job(number: u16) -> JobId {
        let [high, low] = number.to_be_bytes();
        JobId::new(at(0), [0, 0, 0, 0, 0, 0, 0, 0, high, low])
    }

    #[test]
    fn each_job_is_heard_so_often_in_a_minute() {
        let limit = CallbackLimit::default();
        let heard = |job, now| (0..30).filter(|_| limit.admits(job, now)).count();
        assert_eq!(heard(job(1), at(0)), 10);
        assert_eq!(heard(job(1), at(59)), 0);
        assert_eq!(heard(job(2), at(59)), 10);
        assert_eq!(heard(job(1), at(60)), 10);
        assert_eq!(heard(job(1), at(-100)), 10);
    }

    #[test]
    fn it_does_not_grow_for_ever() {
        let limit = CallbackLimit::default();
        let heard = |now| (0..20_000).filter(|number| limit.admits(job(*number), now)).count();
        assert_eq!(heard(at(0)), JOBS_MAX);
        assert_eq!(heard(at(61)), JOBS_MAX);
        assert_eq!(limit.0.lock().unwrap().len(), JOBS_MAX);
    }
}
