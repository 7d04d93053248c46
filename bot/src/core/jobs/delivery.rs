//! Sending a finished video: one attempt at a time, by one method after the other.

use jiff::SignedDuration;
use rusqlite::params;

use super::{Job, Progress, capture, get, give_up, set_progress};
use crate::core::effect::DeliveryMethod;
use crate::core::event::{Outcome, Receipt, Refusal};
use crate::core::outbox::{self, Item, Timeliness};
use crate::core::turn::Turn;
use crate::core::{CoreError, people};

impl DeliveryMethod {
    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::ByUrl, Self::Upload, Self::Link].into_iter().find(|method| method.as_str() == name)
    }

    /// The method after this one was refused for good.
    const fn next(self) -> Option<Self> {
        match self {
            Self::ByUrl => Some(Self::Upload),
            Self::Upload => Some(Self::Link),
            Self::Link => None,
        }
    }

    /// Time until another attempt if nobody reports: longer than one by this method can take.
    pub(in crate::core) const fn lease(self) -> SignedDuration {
        match self {
            Self::ByUrl => SignedDuration::from_mins(5),
            Self::Upload | Self::Link => SignedDuration::from_mins(15),
        }
    }
}

/// The job whose video is to be sent now. `None` when there is nothing to send any more.
pub(in crate::core) fn due(turn: &Turn<'_>, item: &Item) -> Result<Option<Job>, CoreError> {
    let job = row_of(turn, item)?.filter(|job| job.progress == Progress::Ready);
    if let Some(job) = &job {
        outbox::lease(turn, item, job.delivery_method.lease())?;
    }
    Ok(job)
}

/// An attempt ended. That the video arrived counts whichever attempt says it.
pub(in crate::core) fn reported(
    turn: &Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    let Some(job) = row_of(turn, item)?.filter(|job| job.progress == Progress::Ready) else {
        return outbox::settle(turn, item.kind, &item.key);
    };
    match (outcome, timeliness) {
        (Outcome::Done(receipt), _) => {
            delivered(turn, &job, item, receipt)?;
            people::reached(turn, job.user)
        }
        (_, Timeliness::Late) => Ok(()),
        (Outcome::Refused(reason), _) => method_refused(turn, &job, item, reason),
        (Outcome::Unreachable, _) => people::unreachable(turn, item),
        (Outcome::TryAgain(not_before), _) => outbox::try_again(turn, item, *not_before),
    }
}

fn delivered(turn: &Turn<'_>, job: &Job, item: &Item, receipt: &Receipt) -> Result<(), CoreError> {
    let method = job.delivery_method.as_str();
    tracing::info!(job.id = %job.id, attempts = item.attempts, method, "a video was delivered");
    capture(turn, job)?;
    let file_id = if let Receipt::Video(file_id) = receipt { file_id.as_deref() } else { None };
    turn.execute("UPDATE jobs SET file_id = ?2 WHERE id = ?1", params![job.id.to_string(), file_id])?;
    set_progress(turn, job, Progress::Delivered)
}

fn method_refused(turn: &Turn<'_>, job: &Job, item: &Item, reason: &Refusal) -> Result<(), CoreError> {
    let method = job.delivery_method.as_str();
    if let Some(next) = job.delivery_method.next() {
        tracing::warn!(job.id = %job.id, method, ?reason, "a video cannot be sent by this method; trying the next");
        turn.execute("UPDATE jobs SET delivery_method = ?2 WHERE id = ?1", params![job.id.to_string(), next.as_str()])?;
        return outbox::try_at(turn, item, turn.millis());
    }
    tracing::error!(job.id = %job.id, ?reason, "a finished video cannot be sent by any method; its credits are given back");
    give_up(turn, job)
}

fn row_of(turn: &Turn<'_>, item: &Item) -> Result<Option<Job>, CoreError> {
    get(turn, item.key.parse().map_err(|_bad| CoreError::Row("key of an outbox row".to_owned()))?)
}
