//! What fails by the provider's fault is ordered once more by itself, before its person hears of it. A failed task is not
//! charged, and the second order has the credits of the first: it costs nobody anything.

use rusqlite::params;
use shared::job::{FailureReason, JobId};

use super::placing::{OrderSpec, PlaceJob, place};
use super::{Job, Progress, forgetting, get, release, set_progress};
use crate::core::outbox;
use crate::core::people::blocking;
use crate::core::ticket::Kind;
use crate::core::turn::Turn;
use crate::core::{CoreError, provider};

/// What the form of a second order is called, before the name of the first.
const FORM_PREFIX: &str = "retry:";

/// A job has failed: orders it once more if that may help. Says whether it did.
pub(super) fn order_once_more(turn: &mut Turn<'_>, job: &Job, reason: FailureReason) -> Result<bool, CoreError> {
    let is_theirs = reason == FailureReason::Provider;
    // The message that shows the job goes over to the second order, so there must be one.
    let Some(message) = job.status_message.filter(|_| is_theirs) else { return Ok(false) };
    if is_second_order(turn, job.id)? || provider::is_blocked(turn)? || forgetting::is_asked_for(turn, job)? {
        return Ok(false);
    }
    // Nothing is ordered for somebody who was blocked since.
    if blocking::is_blocked(turn, job.user)? {
        return Ok(false);
    }
    release(turn, job)?;
    let order = OrderSpec { form: format!("{FORM_PREFIX}{}", job.id), message: Some(message), ..OrderSpec::like(job) };
    let PlaceJob::Placed(second) = place(turn, order)? else { return Ok(false) };
    tracing::info!(job.id = %job.id, second = %second, "a job failed by the provider's fault; it is ordered once more");
    let key = job.id.to_string();
    turn.execute("UPDATE jobs SET failure = ?2, status_message = NULL WHERE id = ?1", params![key, reason.as_str()])?;
    if let Some(failed) = get(turn, job.id)? {
        set_progress(turn, &failed, Progress::Failed)?;
    }
    outbox::settle(turn, Kind::Status, &key)?;
    Ok(true)
}

/// Whether this job was ordered by itself, after another one had failed.
fn is_second_order(turn: &Turn<'_>, job: JobId) -> Result<bool, CoreError> {
    let form: Option<(String,)> = turn.optional("SELECT form FROM jobs WHERE id = ?1", [job.to_string()])?;
    Ok(form.is_some_and(|(form,)| form.starts_with(FORM_PREFIX)))
}
