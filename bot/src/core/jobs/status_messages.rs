//! A job's status message follows the job until both agree.

use jiff::SignedDuration;
use rusqlite::params;
use shared::job::JobId;

use super::waiting::{self, Wait};
use super::{Job, Money, Progress, View, get, publishing, queue_positions};
use crate::core::event::{Outcome, Receipt, Refusal};
use crate::core::ids::MessageId;
use crate::core::outbox::{self, Item, Timeliness};
use crate::core::ticket::Kind;
use crate::core::turn::Turn;
use crate::core::{CoreError, people};

/// A video that is ready is spoken of when it is not there by then.
const READY_SHOWN_AFTER: SignedDuration = SignedDuration::from_secs(20);

/// What a chat is to see of a job.
#[derive(Debug)]
pub(in crate::core) struct Status {
    pub(in crate::core) job: Job,
    pub(in crate::core) view: View,
    /// The job's position in the queue; none while the queue stands still.
    pub(in crate::core) position: Option<i64>,
    /// How far it is with the workers, while they have it.
    pub(in crate::core) wait: Option<Wait>,
}

/// The chat is to see how the job stands. A video that is ready is mostly there a moment later: only one that takes long is
/// spoken of.
pub(super) fn put(turn: &Turn<'_>, job: &Job, progress: Progress) -> Result<(), CoreError> {
    let pause = if progress == Progress::Ready { READY_SHOWN_AFTER } else { SignedDuration::ZERO };
    outbox::put_for(turn, Kind::Status, &job.id.to_string(), job.user, turn.millis_in(pause))
}

/// The status that is to be shown now. `None` when the chat shows it.
pub(in crate::core) fn due(turn: &Turn<'_>, item: &Item) -> Result<Option<Status>, CoreError> {
    let Some(job) = get(turn, job_id(item)?)? else { return Ok(None) };
    let position = queue_positions::position(turn, &job)?;
    let wait = waiting::wait(turn, &job)?;
    let view = view(turn, &job, position, wait)?;
    // The bar of a render is a number, too. Nothing of it is shown at the beginning.
    let number = match wait {
        Some(wait) if view == View::UnderWay => Some(wait.full).filter(|full| *full > 0),
        _ => position,
    };
    let has_moved = view == View::UnderWay
        && !turn.exists("SELECT 1 FROM jobs WHERE id = ?1 AND shown_position IS ?2", params![item.key, number])?;
    let is_news = job.status_message.is_none() || job.shown != Some(view) || view.has_a_number() || has_moved;
    // Until the report nobody knows what the chat shows.
    turn.execute(
        "UPDATE jobs SET shown_position = ?2, position_shown_at = ?3, shown = iif(?4, NULL, shown) WHERE id = ?1",
        params![item.key, number, turn.millis(), is_news],
    )?;
    if !is_news {
        return Ok(None);
    }
    outbox::set_payload(turn, item, view.as_str())?;
    Ok(Some(Status { job, view, position, wait }))
}

/// The chat shows all there is to tell. A render tells more as time goes by.
pub(in crate::core) fn look_again(turn: &Turn<'_>, item: &Item) -> Result<(), CoreError> {
    get(turn, job_id(item)?)?.map_or(Ok(()), |job| wait_for_news(turn, &job))
}

fn wait_for_news(turn: &Turn<'_>, job: &Job) -> Result<(), CoreError> {
    let Some(at) = waiting::next_news(turn, job)? else { return Ok(()) };
    let key = job.id.to_string();
    // What has changed since is shown at once.
    if outbox::is_settled(turn, Kind::Status, &key)? {
        outbox::put_for(turn, Kind::Status, &key, job.user, at)
    } else {
        Ok(())
    }
}

fn view(turn: &Turn<'_>, job: &Job, position: Option<i64>, wait: Option<Wait>) -> Result<View, CoreError> {
    let is_released = job.money == Money::Released;
    Ok(match job.progress {
        Progress::Queued if position.is_none() => View::QueuedPaused,
        Progress::Queued => View::Queued,
        Progress::Published if job.unconfirmed_until.is_some() => View::Unconfirmed,
        Progress::Published if publishing::stands_still(turn, job)? => View::UnderWayPaused,
        Progress::Submitted if wait.is_some_and(|wait| wait.is_late) => View::Late,
        Progress::Published | Progress::Submitted => View::UnderWay,
        Progress::Ready if job.gone_since.is_some() && is_released => View::GoneFree,
        Progress::Ready if job.gone_since.is_some() => View::Gone,
        Progress::Ready => View::Ready,
        Progress::Delivered if is_released => View::DeliveredFree,
        Progress::Delivered => View::Delivered,
        Progress::Failed => View::Failed,
        Progress::Cancelled => View::Cancelled,
        Progress::Undeliverable if is_released => View::Lost,
        Progress::Undeliverable => View::Undeliverable,
    })
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
                let shown = "UPDATE jobs SET shown = ?2 WHERE id = ?1";
                turn.execute(shown, params![item.key, item.payload])?;
            }
            outbox::done(turn, item)?;
            wait_for_news(turn, &job)?;
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
