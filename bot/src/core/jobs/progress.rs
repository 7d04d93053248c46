//! What workers say about a job, applied by rank.

use rusqlite::params;
use shared::job::{JobEvent, JobState, KeyName, TaskId};
use url::Url;

use super::{Job, Progress, delivery, fail, get, publishing, render_times, retrying, set_progress, unknown};
use crate::core::outbox;
use crate::core::ticket::Kind;
use crate::core::turn::Turn;
use crate::core::{CoreError, provider};

/// Applies what a worker says. Late, doubled and reordered messages change nothing.
pub(in crate::core) fn apply(turn: &mut Turn<'_>, event: &JobEvent) -> Result<(), CoreError> {
    provider::note_epoch(turn, &event.epoch)?;
    let Some(mut job) = get(turn, event.job)? else {
        return unknown::keep(turn, event);
    };
    if let (None, Some(task)) = (&job.task, &event.task) {
        remember_task(turn, &job, (task, event.key.as_ref()))?;
    }
    if job.progress == Progress::Queued {
        // They have it although our rows do not say so: the database was restored to an earlier state.
        job = publishing::fix_times(turn, job, &event.epoch)?;
    }
    match &event.state {
        JobState::Unconfirmed { until } if job.progress == Progress::Published => {
            turn.execute(
                "UPDATE jobs SET unconfirmed_until = ?2 WHERE id = ?1",
                params![job.id.to_string(), until.as_millisecond()],
            )?;
            outbox::put(turn, Kind::Status, &job.id.to_string(), job.user)
        }
        JobState::Submitted if matches!(job.progress, Progress::Queued | Progress::Published) => {
            let key = job.id.to_string();
            turn.execute("UPDATE jobs SET submitted_at = ?2 WHERE id = ?1", params![key, turn.millis()])?;
            set_progress(turn, &job, Progress::Submitted)
        }
        JobState::Succeeded { urls } if may_become_ready(&job) => ready(turn, &job, urls),
        JobState::Succeeded { urls } if job.progress == Progress::Ready && job.provider_asked_again => {
            delivery::named_again(turn, &job, urls)
        }
        JobState::Failed { reason } if job.progress.is_with_workers() => {
            if retrying::order_once_more(turn, &job, *reason)? {
                return Ok(());
            }
            // Its credits may be back already.
            let job = get(turn, event.job)?.unwrap_or(job);
            fail(turn, &job, *reason)
        }
        JobState::Unconfirmed { .. }
        | JobState::Submitted
        | JobState::Succeeded { .. }
        | JobState::Failed { .. }
        | JobState::Other => Ok(()),
    }
}

/// A job that failed for want of an answer may still succeed; then its credits stay given back. Never after a cancel.
fn may_become_ready(job: &Job) -> bool {
    let late = job.progress == Progress::Failed && job.failure.is_some_and(|reason| reason.may_still_succeed());
    job.progress.is_with_workers() || late
}

fn ready(turn: &Turn<'_>, job: &Job, urls: &[Url]) -> Result<(), CoreError> {
    if let (Progress::Submitted, Some(at)) = (job.progress, job.submitted_at) {
        render_times::note(turn, job, turn.now().duration_since(at))?;
    }
    turn.execute(
        "UPDATE jobs SET urls = ?2, ready_at = ?3, failure = NULL, texts = 1 WHERE id = ?1",
        params![job.id.to_string(), serde_json::to_string(urls)?, turn.millis()],
    )?;
    set_progress(turn, job, Progress::Ready)
}

/// Which task is the job's, and which of the provider's keys knows it.
fn remember_task(turn: &Turn<'_>, job: &Job, (task, key): (&TaskId, Option<&KeyName>)) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE jobs SET task = ?2, key = ?3 WHERE id = ?1",
        params![job.id.to_string(), task.as_str(), key.map(KeyName::as_str)],
    )?;
    Ok(())
}
