//! A job's status message follows the job until both agree.

use rusqlite::params;
use shared::job::JobId;

use super::{Job, get, queue_positions};
use crate::core::event::{Outcome, Receipt, Refusal};
use crate::core::ids::MessageId;
use crate::core::outbox::{self, Item, Timeliness};
use crate::core::ticket::Kind;
use crate::core::turn::Turn;
use crate::core::{CoreError, people};

/// What a chat is to see of a job.
#[derive(Debug)]
pub(in crate::core) struct Status {
    pub(in crate::core) job: Job,
    /// The job's position in the queue; none while the queue stands still.
    pub(in crate::core) position: Option<i64>,
}

/// The status that is to be shown now.
pub(in crate::core) fn due(turn: &Turn<'_>, item: &Item) -> Result<Option<Status>, CoreError> {
    let Some(job) = get(turn, job_id(item)?)? else { return Ok(None) };
    let position = queue_positions::position(turn, &job)?;
    turn.execute(
        "UPDATE jobs SET shown_position = ?2, position_shown_at = ?3 WHERE id = ?1",
        params![item.key, position, turn.millis()],
    )?;
    Ok(Some(Status { job, position }))
}

/// An attempt to show a status ended.
pub(in crate::core) fn reported(
    turn: &Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    let job = match timeliness {
        // Another attempt shows the same, or something newer.
        Timeliness::Late => return Ok(()),
        Timeliness::Current => get(turn, job_id(item)?)?,
    };
    match (outcome, job) {
        (Outcome::Done(receipt), Some(job)) => {
            if let Receipt::Message(message) = receipt {
                set_message(turn, item, Some(*message))?;
            }
            outbox::done(turn, item)?;
            people::reached(turn, job.user)
        }
        (Outcome::Refused(Refusal::MessageGone), Some(job)) => {
            set_message(turn, item, None)?;
            outbox::done(turn, item)?;
            // What has ended needs no new message: the video or the bad news is one.
            if job.progress.is_with_workers() { outbox::put(turn, Kind::Status, &item.key, job.user) } else { Ok(()) }
        }
        (Outcome::Refused(reason), Some(job)) => {
            tracing::error!(job.id = %job.id, ?reason, "Telegram refuses a status message for good");
            outbox::done(turn, item)
        }
        (Outcome::Unreachable, Some(_)) => people::unreachable(turn, item),
        (Outcome::TryAgain(not_before), Some(_)) => outbox::try_again(turn, item, *not_before),
        (Outcome::Unclear, Some(_)) => outbox::try_again(turn, item, None),
        (_, None) => outbox::settle(turn, item.kind, &item.key),
    }
}

fn set_message(turn: &Turn<'_>, item: &Item, message: Option<MessageId>) -> Result<(), CoreError> {
    turn.execute("UPDATE jobs SET status_message = ?2 WHERE id = ?1", params![item.key, message])?;
    Ok(())
}

fn job_id(item: &Item) -> Result<JobId, CoreError> {
    item.key.parse().map_err(|_bad| CoreError::Row("key of an outbox row".to_owned()))
}
