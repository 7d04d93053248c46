//! A job as it is kept: its fields, and how it is read from its row.

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Params, Row};
use serde::de::DeserializeOwned;
use shared::catalog::{Choices, Inputs};
use shared::job::{FailureReason, ImageUse, JobId, KeyName, ModelId, TaskId};
use shared::telemetry::chain;
use url::Url;

use crate::core::CoreError;
use crate::core::effect::DeliveryMethod;
use crate::core::ids::{Credits, FollowUpOrder, JobImage, MessageId, UserId};
use crate::core::row_enum::row_enum;
use crate::core::turn::{Turn, from_millis};

row_enum! {
    /// Where the credits of a job are.
    pub Money {
        /// Set aside.
        Held = "held",
        /// Spent.
        Captured = "captured",
        /// Given back.
        Released = "released",
    }
}

row_enum! {
    /// How far a job is.
    pub Progress {
        /// Waits for its turn; can be cancelled.
        Queued = "queued",
        /// Handed to the workers.
        Published = "published",
        /// The provider works on it.
        Submitted = "submitted",
        /// The video is there and must be delivered.
        Ready = "ready",
        /// The person has the video.
        Delivered = "delivered",
        /// There is no video.
        Failed = "failed",
        /// The person changed their mind in time.
        Cancelled = "cancelled",
        /// The video is there and does not reach its person.
        Undeliverable = "undeliverable",
    }
}

impl Progress {
    /// Whether the workers may still change it.
    #[must_use]
    pub const fn is_with_workers(self) -> bool {
        matches!(self, Self::Queued | Self::Published | Self::Submitted)
    }

    /// Whether a job does not leave it by itself.
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Delivered | Self::Failed | Self::Cancelled | Self::Undeliverable)
    }
}

/// A row of `jobs`.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Its name.
    pub id: JobId,
    /// Whose it is.
    pub user: UserId,
    /// What to make it with.
    pub model: ModelId,
    /// What it shows.
    pub prompt: String,
    /// The chosen options.
    pub options: Choices,
    /// The images that it is made from, in order.
    pub images: Vec<JobImage>,
    /// What they are for.
    pub image_use: ImageUse,
    /// The earlier order that it goes on from.
    pub follow_up: Option<FollowUpOrder>,
    /// What it costs.
    pub price: Credits,
    /// Where the credits are.
    pub money: Money,
    /// How far it is.
    pub progress: Progress,
    /// Why it failed.
    pub failure: Option<FailureReason>,
    /// The provider's task.
    pub task: Option<TaskId>,
    /// Which of several keys of the provider made it.
    pub key: Option<KeyName>,
    /// Where the provider has the video.
    pub urls: Vec<Url>,
    /// When the provider took it.
    pub submitted_at: Option<Timestamp>,
    /// When the video was ready.
    pub ready_at: Option<Timestamp>,
    /// When the bot gives it up; set when it is first published.
    pub give_up_at: Option<i64>,
    /// Until when workers wait for the provider's word, if its answer was lost.
    pub unconfirmed_until: Option<Timestamp>,
    /// How it is being delivered.
    pub delivery_method: DeliveryMethod,
    /// Attempts by this method of which nobody knows how they ended.
    pub unclear_deliveries: i64,
    /// Whether the provider was asked once more where the video is.
    pub provider_asked_again: bool,
    /// Since when nothing can be had from the address that the provider named last.
    pub gone_since: Option<Timestamp>,
    /// The message that shows how far the job is.
    pub status_message: Option<MessageId>,
    /// What that message shows; `None` when that is not known.
    pub(super) shown: Option<View>,
    /// The topic of the chat that it was ordered in.
    pub topic: Option<i64>,
}

row_enum! {
    /// What a chat sees of a job. A text goes with each.
    pub(in crate::core) View {
        /// It has a position in the queue.
        Queued = "queued",
        /// It has a place in the queue, which stands still.
        QueuedPaused = "queued-paused",
        /// Workers have it, or the provider: a person need not tell the two apart, and is spared an edit.
        UnderWay = "under-way",
        /// The provider has it for longer than usual.
        Late = "late",
        /// It was passed on, and the provider takes no orders.
        UnderWayPaused = "under-way-paused",
        /// Nobody knows whether the provider has taken it.
        Unconfirmed = "unconfirmed",
        /// The video is made and takes a while to be sent.
        Ready = "ready",
        /// The video is made and cannot be had from the provider for now.
        Gone = "gone",
        /// The same, after the credits went back.
        GoneFree = "gone-free",
        /// The video was sent.
        Delivered = "delivered",
        /// The same, after the credits went back.
        DeliveredFree = "delivered-free",
        /// There is no video.
        Failed = "failed",
        /// The person did not want it any more.
        Cancelled = "cancelled",
        /// The person could not be reached.
        Undeliverable = "undeliverable",
        /// The video could not be sent.
        Lost = "lost",
    }
}

impl View {
    /// Whether its text says a number that may be another one now.
    pub(super) const fn has_a_number(self) -> bool {
        matches!(self, Self::Queued | Self::Unconfirmed)
    }
}

impl Job {
    /// What decides which variant of its model makes it.
    #[must_use]
    pub fn inputs(&self) -> Inputs {
        let follow_up = self.follow_up.as_ref().map(|follow_up| follow_up.kind);
        Inputs { images: self.images.len(), image_use: self.image_use, follow_up }
    }

    /// Whether its credits have not been given back.
    pub(super) fn is_paid(&self) -> bool {
        self.money != Money::Released
    }
}

const COLUMNS: &str = "id, user, model, prompt, options, image, price, money, progress, failure, task, urls, ready_at,
    give_up_at, unconfirmed_until, delivery_method, unclear_deliveries, provider_asked_again, gone_since,
    status_message, shown, topic, image_use, follow_up, submitted_at, task_key";

/// When a job last moved on, in SQL. Rows of old versions have no moment of their own for it.
pub(super) const MOVED_AT: &str = "coalesce(moved_at, ready_at, submitted_at, placed_at)";

/// The job with this id.
pub(in crate::core) fn get(turn: &Turn<'_>, id: JobId) -> Result<Option<Job>, CoreError> {
    turn.optional(&format!("SELECT {COLUMNS} FROM jobs WHERE id = ?1"), [id.to_string()])
}

/// When a job last moved on.
pub(super) fn moved_at(turn: &Turn<'_>, id: JobId) -> Result<Timestamp, CoreError> {
    let (at,) = turn.one(&format!("SELECT {MOVED_AT} FROM jobs WHERE id = ?1"), [id.to_string()])?;
    Ok(from_millis(at))
}

/// The jobs that a condition on rows selects. `condition` is ours, never a person's text. A row that cannot be read is
/// left out: it must not stop all others.
pub(super) fn select(turn: &Turn<'_>, condition: &str, parameters: impl Params) -> Result<Vec<Job>, CoreError> {
    let ids: Vec<(String,)> = turn.all(&format!("SELECT id FROM jobs WHERE {condition}"), parameters)?;
    let mut jobs = Vec::with_capacity(ids.len());
    for (id,) in ids {
        match turn.one(&format!("SELECT {COLUMNS} FROM jobs WHERE id = ?1"), [&id]) {
            Ok(job) => jobs.push(job),
            Err(error @ CoreError::Store(_)) => return Err(error),
            Err(error) => {
                tracing::error!(job.id = id, error = %chain(&error), "the row of a job cannot be read; mend it")
            }
        }
    }
    Ok(jobs)
}

impl<'a> TryFrom<&'a Row<'a>> for Job {
    type Error = rusqlite::Error;

    fn try_from(row: &'a Row<'a>) -> rusqlite::Result<Self> {
        let failure: Option<String> = row.get("failure")?;
        let method: Option<String> = row.get("delivery_method")?;
        let id: String = row.get("id")?;
        Ok(Self {
            id: id
                .parse()
                .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))?,
            user: row.get("user")?,
            model: ModelId::new(row.get::<_, String>("model")?),
            prompt: row.get("prompt")?,
            options: json(&row.get::<_, String>("options")?)?,
            images: match row.get::<_, Option<String>>("image")? {
                Some(images) => JobImage::read_all(&images).map_err(not_json)?,
                None => Vec::new(),
            },
            image_use: match row.get::<_, String>("image_use")?.as_str() {
                "references" => ImageUse::References,
                _frames => ImageUse::Frames,
            },
            follow_up: row.get::<_, Option<String>>("follow_up")?.map(|order| json(&order)).transpose()?,
            price: row.get("price")?,
            money: row.get("money")?,
            progress: row.get("progress")?,
            failure: failure.and_then(|name| FailureReason::ALL.into_iter().find(|reason| reason.as_str() == name)),
            task: row.get::<_, Option<String>>("task")?.map(TaskId::new),
            key: row.get::<_, Option<String>>("task_key")?.map(KeyName::new),
            urls: json(&row.get::<_, String>("urls")?)?,
            submitted_at: row.get::<_, Option<i64>>("submitted_at")?.map(from_millis),
            ready_at: row.get::<_, Option<i64>>("ready_at")?.map(from_millis),
            give_up_at: row.get("give_up_at")?,
            unconfirmed_until: row.get::<_, Option<i64>>("unconfirmed_until")?.map(from_millis),
            delivery_method: method.and_then(|name| DeliveryMethod::from_name(&name)).unwrap_or(DeliveryMethod::ByUrl),
            unclear_deliveries: row.get("unclear_deliveries")?,
            provider_asked_again: row.get("provider_asked_again")?,
            gone_since: row.get::<_, Option<i64>>("gone_since")?.map(from_millis),
            status_message: row.get("status_message")?,
            shown: row.get("shown")?,
            topic: row.get("topic")?,
        })
    }
}

/// A column that holds JSON. Its error names no text of a person.
fn json<T: DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text).map_err(not_json)
}

fn not_json(error: serde_json::Error) -> rusqlite::Error {
    let fault = shared::json::JsonFault::from(error);
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(fault))
}
