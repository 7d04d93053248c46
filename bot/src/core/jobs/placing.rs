//! From a filled-in form to a job, and back again while it still waits.

use jiff::{SignedDuration, Timestamp};
use rand::Rng as _;
use rusqlite::params;
use shared::catalog::Choices;
use shared::job::{ImageUse, JobId, ModelId};

use super::row::{Job, Progress, get};
use super::{queue, release, set_progress};
use crate::core::ids::{Credits, FollowUpOrder, JobImage, MessageId, UserId};
use crate::core::ledger::{self, Applied, Cause};
use crate::core::outbox;
use crate::core::people::blocking;
use crate::core::ticket::Kind;
use crate::core::turn::{Turn, from_millis};
use crate::core::{CoreError, rate_limits};

/// What is ordered: a form that is checked and complete.
#[derive(Debug)]
pub(in crate::core) struct OrderSpec {
    pub(in crate::core) user: UserId,
    /// Names the form, so that twenty taps are one job.
    pub(in crate::core) form: String,
    pub(in crate::core) model: ModelId,
    pub(in crate::core) prompt: String,
    pub(in crate::core) options: Choices,
    pub(in crate::core) images: Vec<JobImage>,
    /// What they are for.
    pub(in crate::core) image_use: ImageUse,
    /// The earlier order that it goes on from.
    pub(in crate::core) follow_up: Option<FollowUpOrder>,
    pub(in crate::core) price: Credits,
    /// The message that becomes the status message.
    pub(in crate::core) message: Option<MessageId>,
    /// The topic of the chat in which it is ordered.
    pub(in crate::core) topic: Option<i64>,
}

impl OrderSpec {
    /// What was ordered by this job, in the same message. The caller names the form.
    pub(super) fn like(job: &Job) -> Self {
        Self {
            user: job.user,
            form: String::new(),
            model: job.model.clone(),
            prompt: job.prompt.clone(),
            options: job.options.clone(),
            images: job.images.clone(),
            image_use: job.image_use,
            follow_up: job.follow_up.clone(),
            price: job.price,
            message: job.status_message,
            topic: job.topic,
        }
    }
}

/// What came of [`place`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) enum PlaceJob {
    /// The job waits for its turn and its credits are held.
    Placed(JobId),
    /// The same form was placed before.
    AlreadyPlaced,
    /// Nothing was placed.
    NotEnoughCredits,
    /// Nothing was placed: operators have blocked this person.
    Blocked,
    /// Nothing was placed: this person has ordered as many videos as one may for now.
    TooMany {
        /// When they may order again.
        until: Timestamp,
    },
}

/// Places a job and holds its price.
pub(in crate::core) fn place(turn: &mut Turn<'_>, order: OrderSpec) -> Result<PlaceJob, CoreError> {
    if was_placed(turn, &order.form)? {
        return Ok(PlaceJob::AlreadyPlaced);
    }
    if blocking::is_blocked(turn, order.user)? {
        return Ok(PlaceJob::Blocked);
    }
    if let Some(until) = rate_limits::next_order_at(turn, order.user)? {
        tracing::info!(user.id = order.user.0, "a person has ordered as many videos as one may for now");
        return Ok(PlaceJob::TooMany { until: from_millis(until) });
    }
    let id = JobId::new(turn.now(), turn.context.random.random());
    if let Applied::NotEnough { .. } = ledger::apply(turn, order.user, Cause::Hold(id), order.price)? {
        return Ok(PlaceJob::NotEnoughCredits);
    }
    let follow_up = order.follow_up.as_ref().map(serde_json::to_string).transpose()?;
    turn.execute(
        "INSERT INTO jobs (id, user, form, model, prompt, options, image, price, placed_at, status_message, topic,
             image_use, follow_up, moved_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?9)",
        params![
            id.to_string(),
            order.user,
            order.form,
            order.model.as_str(),
            order.prompt,
            serde_json::to_string(&order.options)?,
            serde_json::to_string(&order.images)?,
            order.price,
            turn.millis(),
            order.message,
            order.topic,
            if order.image_use == ImageUse::References { "references" } else { "frames" },
            follow_up,
        ],
    )?;
    outbox::put(turn, Kind::Status, &id.to_string(), order.user)?;
    queue::follow(turn, order.user)?;
    tracing::info!(job.id = %id, user.id = order.user.0, model = %order.model, "a job was placed");
    Ok(PlaceJob::Placed(id))
}

/// Whether this form has become a job.
pub(in crate::core) fn was_placed(turn: &Turn<'_>, form: &str) -> Result<bool, CoreError> {
    turn.exists("SELECT 1 FROM jobs WHERE form = ?1", [form])
}

/// Taps on one button that come within this time are one.
const ONE_TAP: SignedDuration = SignedDuration::from_secs(10);

/// Names the next order that a button under a job places, so that a double tap is one order and a later tap another.
pub(in crate::core) fn name_of_repeat(turn: &Turn<'_>, job: JobId, what: &str) -> Result<String, CoreError> {
    let beginning = format!("{what}:{job}:");
    let (earlier,): (i64,) = turn.one(
        "SELECT count(*) FROM jobs WHERE form >= ?1 AND form < ?1 || 'g' AND placed_at < ?2",
        params![beginning, turn.millis_in(-ONE_TAP)],
    )?;
    Ok(format!("{beginning}{earlier}"))
}

/// What came of [`cancel`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) enum CancelJob {
    /// The credits are back.
    Cancelled,
    /// The workers have it, or it has ended.
    TooLate,
    /// This person has no such job.
    NotYours,
}

/// Cancels a job that still waits for its turn, and gives the credits back.
pub(in crate::core) fn cancel(turn: &Turn<'_>, user: UserId, id: JobId) -> Result<CancelJob, CoreError> {
    match get(turn, id)? {
        Some(job) if job.user == user && job.progress == Progress::Queued => {
            release(turn, &job)?;
            set_progress(turn, &job, Progress::Cancelled)?;
            Ok(CancelJob::Cancelled)
        }
        Some(job) if job.user == user => Ok(CancelJob::TooLate),
        _ => Ok(CancelJob::NotYours),
    }
}
