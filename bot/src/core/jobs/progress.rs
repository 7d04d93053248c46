//! What workers say about a job, applied by rank.

use rusqlite::params;
use shared::catalog::Variant;
use shared::job::{JobEvent, JobState, KeyName, KieCost, TaskId};
use url::Url;

use super::{Job, Progress, delivery, fail, get, publishing, render_times, retrying, set_progress, unknown};
use crate::core::models::health;
use crate::core::models::prices::{self, Made};
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
        JobState::Succeeded { urls, cost } if may_become_ready(&job) => ready(turn, &job, urls, *cost),
        JobState::Succeeded { urls, .. } if job.progress == Progress::Ready && job.provider_asked_again => {
            delivery::named_again(turn, &job, urls)
        }
        JobState::Failed { reason } if job.progress.is_with_workers() => {
            if job.follow_up.is_none() {
                health::failed(turn, &job.model, *reason)?;
            }
            if retrying::order_once_more(turn, &job, *reason)? {
                return Ok(());
            }
            // Its credits may be back already.
            let job = get(turn, event.job)?.unwrap_or(job);
            fail(turn, &job, *reason)
        }
        JobState::Unconfirmed { .. } | JobState::Submitted | JobState::Failed { .. }
            if matches!(job.progress, Progress::Submitted | Progress::Failed) =>
        {
            publishing::was_answered(turn, &job)
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

fn ready(turn: &Turn<'_>, job: &Job, urls: &[Url], cost: Option<KieCost>) -> Result<(), CoreError> {
    if let (Progress::Submitted, Some(at)) = (job.progress, job.submitted_at) {
        render_times::note(turn, job, turn.now().duration_since(at))?;
    }
    let listed = listed_cost(turn, job);
    turn.execute(
        "UPDATE jobs SET urls = ?2, ready_at = ?3, failure = NULL, texts = 1, kie_cost = ?4, kie_cost_listed = ?5
         WHERE id = ?1",
        params![
            job.id.to_string(),
            serde_json::to_string(urls)?,
            turn.millis(),
            cost.map(KieCost::millicredits),
            listed.map(|(_, listed)| listed.millicredits()),
        ],
    )?;
    if job.follow_up.is_none() {
        health::succeeded(turn, &job.model)?;
    }
    if let (Some(cost), Some((variant, listed))) = (cost, listed) {
        let (model, options, images) = (&job.model, &job.options, job.images.len());
        prices::look(turn, &Made { model, variant, options, images, listed, cost })?;
    }
    set_progress(turn, job, Progress::Ready)
}

/// What the catalogue says that the provider takes for it, if its model is still there.
fn listed_cost<'t>(turn: &Turn<'t>, job: &Job) -> Option<(&'t Variant, KieCost)> {
    let variant = turn.policy().catalog.get(&job.model)?.variant(job.inputs())?;
    Some((variant, variant.kie_cost_exact(&job.options, job.images.len())))
}

/// Which task is the job's, and which of the provider's keys knows it.
fn remember_task(turn: &Turn<'_>, job: &Job, (task, key): (&TaskId, Option<&KeyName>)) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE jobs SET task = ?2, task_key = ?3 WHERE id = ?1",
        params![job.id.to_string(), task.as_str(), key.map(KeyName::as_str)],
    )?;
    Ok(())
}
