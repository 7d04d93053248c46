//! Jobs: an order of one video from the button to the delivery.
//!
//! A job has two fields that matter. **Money** is `held`, then `captured` or `released`, once. **Progress** goes
//! `queued → published → submitted → ready → delivered`, or ends in `failed`, `cancelled` or `undeliverable`. What
//! workers say is applied by rank: a late or doubled message changes nothing. The one way back is the late success: a
//! job that failed for want of an answer becomes `ready` when the video comes after all, and then it is free.
//!
//! [`dispatch`] publishes, [`progress`] hears the workers, [`delivery`] sends the video, [`telling`] keeps the chat
//! informed. Each keeps its own due time in the row.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rand::Rng as _;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{OptionalExtension as _, Row, ToSql, params};
use serde::{Deserialize, Serialize};
use shared::image_type::ImageType;
use shared::job::{FailureReason, JobId, ModelId, OptionValue, TaskId};
use url::Url;

use super::event::{DeliveryWay, Keyboard};
use super::ids::{Credits, MessageId, UserId};
use super::ledger::{Applied, Cause};
use super::notices::Notice;
use super::{CoreError, Turn, chat, from_millis, ledger, notices, people};

pub(super) mod delivery;
pub(super) mod dispatch;
pub(super) mod progress;
pub(super) mod telling;

macro_rules! row_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
        }

        impl $name {
            /// All of them, for tables and tests.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in rows and logs.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.as_str().into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                match value.as_str()? {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(FromSqlError::InvalidType),
                }
            }
        }
    };
}

row_enum! {
    /// Where the credits of a job are.
    Money {
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
    Progress {
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
        /// The video is there and its person is not.
        Undeliverable = "undeliverable",
    }
}

impl Progress {
    /// Whether the workers may still change it.
    #[must_use]
    pub const fn is_with_workers(self) -> bool {
        matches!(self, Self::Queued | Self::Published | Self::Submitted)
    }
}

/// The picture of a job, as Telegram keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobImage {
    /// Telegram's name for the file.
    pub file_id: String,
    /// What its first bytes show.
    pub kind: ImageType,
    /// Size in bytes.
    pub size_bytes: u64,
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
    pub options: BTreeMap<String, OptionValue>,
    /// The picture that it starts from.
    pub image: Option<JobImage>,
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
    /// Where the provider has the video.
    pub urls: Vec<Url>,
    /// When the video was ready.
    pub ready_at: Option<Timestamp>,
    /// How it is being delivered.
    pub delivery_way: DeliveryWay,
    /// How often that was tried.
    pub delivery_attempts: i64,
    /// The message that shows how far the job is.
    pub status_message: Option<MessageId>,
    /// Grows with everything that the chat should be told.
    pub status_version: i64,
    /// How often telling was tried since it last worked.
    pub status_attempts: i64,
}

const COLUMNS: &str = "id, user, model, prompt, options, image, price, money, progress, failure, task, urls, ready_at,
    delivery_way, delivery_attempts, status_message, status_version, status_attempts";

/// What is ordered, checked and complete.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) user: UserId,
    /// Names the form, so that twenty taps are one job.
    pub(super) form: String,
    pub(super) model: ModelId,
    pub(super) prompt: String,
    pub(super) options: BTreeMap<String, OptionValue>,
    pub(super) image: Option<JobImage>,
    pub(super) price: Credits,
    /// The message that becomes the status message.
    pub(super) message: Option<MessageId>,
}

/// What came of [`place`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlaceJob {
    /// The job waits for its turn and its credits are held.
    Placed(JobId),
    /// The same form was placed before.
    AlreadyPlaced,
    /// Nothing was placed.
    NotEnoughCredits,
}

/// Places a job and holds its price.
pub(super) fn place(turn: &mut Turn<'_, '_>, order: Order) -> Result<PlaceJob, CoreError> {
    if was_placed(turn, &order.form)? {
        return Ok(PlaceJob::AlreadyPlaced);
    }
    let id = JobId::new(turn.now(), turn.context.random.random());
    if let Applied::NotEnough { .. } = ledger::apply(turn, order.user, Cause::Hold(id), order.price)? {
        return Ok(PlaceJob::NotEnoughCredits);
    }
    let image = order.image.as_ref().map(serde_json::to_string).transpose()?;
    turn.tx
        .prepare_cached(
            "INSERT INTO jobs (id, user, form, model, prompt, options, image, price, placed_at,
                               status_message, status_version, status_due)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1, ?9)",
        )?
        .execute(params![
            id.to_string(),
            order.user,
            order.form,
            order.model.as_str(),
            order.prompt,
            serde_json::to_string(&order.options)?,
            image,
            order.price,
            turn.millis(),
            order.message,
        ])?;
    tracing::info!(job.id = %id, user.id = order.user.0, model = %order.model, "a job was placed");
    Ok(PlaceJob::Placed(id))
}

/// Whether this form has become a job.
pub(super) fn was_placed(turn: &Turn<'_, '_>, form: &str) -> Result<bool, CoreError> {
    Ok(turn.tx.prepare_cached("SELECT 1 FROM jobs WHERE form = ?1")?.exists([form])?)
}

/// What came of [`cancel`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CancelJob {
    /// The credits are back.
    Cancelled,
    /// The workers have it, or it has ended.
    TooLate,
    /// This person has no such job.
    NotYours,
}

/// Cancels a job that still waits for its turn, and gives the credits back.
pub(super) fn cancel(turn: &Turn<'_, '_>, user: UserId, id: JobId) -> Result<CancelJob, CoreError> {
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

/// The job with this id.
pub(super) fn get(turn: &Turn<'_, '_>, id: JobId) -> Result<Option<Job>, CoreError> {
    let job = turn
        .tx
        .prepare_cached(&format!("SELECT {COLUMNS} FROM jobs WHERE id = ?1"))?
        .query_row([id.to_string()], |row| Ok(from_row(row)))
        .optional()?;
    job.transpose()
}

/// The jobs that a condition on rows selects. `condition` is ours, never a person's text.
fn select(turn: &Turn<'_, '_>, condition: &str, parameters: impl rusqlite::Params) -> Result<Vec<Job>, CoreError> {
    let mut statement = turn.tx.prepare_cached(&format!("SELECT {COLUMNS} FROM jobs WHERE {condition}"))?;
    let rows = statement.query_map(parameters, |row| Ok(from_row(row)))?;
    rows.map(|row| row?).collect()
}

/// Ends a job without a video and without anybody's fault but ours: the credits are back and the person is told.
pub(super) fn fail(turn: &mut Turn<'_, '_>, job: &Job, reason: FailureReason) -> Result<(), CoreError> {
    tracing::info!(job.id = %job.id, reason = reason.as_str(), "a job failed; its credits are back");
    release(turn, job)?;
    turn.tx
        .prepare_cached("UPDATE jobs SET failure = ?2 WHERE id = ?1")?
        .execute(params![job.id.to_string(), reason.as_str()])?;
    set_progress(turn, job, Progress::Failed)?;
    let texts = people::texts(turn, job.user)?;
    let available = ledger::available(turn, job.user)?;
    let notice = Notice {
        name: &format!("failed:{}:{}", job.id, reason.as_str()),
        user: job.user,
        html: texts.job_failed(reason, job.price, available),
        keyboard: Keyboard(vec![vec![chat::keyboards::again(&texts, job.id)]]),
    };
    notices::post(turn, notice)
}

/// Fails jobs that nobody has been heard of for longer than any can take, and videos that nobody can be given.
pub(super) fn give_up_overdue(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    let now = turn.millis();
    for job in select(turn, "give_up_at <= ?1 AND progress IN ('published', 'submitted') LIMIT 50", [now])? {
        fail(turn, &job, FailureReason::Timeout)?;
    }
    let placed_before = turn.millis_in(-turn.rules().queue_age_max);
    for job in select(turn, "progress = 'queued' AND placed_at < ?1 LIMIT 50", [placed_before])? {
        fail(turn, &job, FailureReason::Expired)?;
    }
    let ready_before = turn.millis_in(-turn.rules().undelivered_age_max);
    for job in select(turn, "progress = 'ready' AND ready_at < ?1 LIMIT 50", [ready_before])? {
        tracing::error!(job.id = %job.id, user.id = job.user.0, "a finished video could not be delivered in time");
        capture(turn, &job)?;
        set_progress(turn, &job, Progress::Undeliverable)?;
    }
    Ok(())
}

/// At a start: what an earlier process had under way is due now, not when its time would have run out.
pub(super) fn take_up_again(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    let now = turn.millis();
    for column in ["publish_due", "delivery_due", "status_due"] {
        turn.tx.execute(&format!("UPDATE jobs SET {column} = ?1 WHERE {column} > ?1"), [now])?;
    }
    notices::take_up_again(turn)
}

/// Gives the credits back, unless that has been done.
fn release(turn: &Turn<'_, '_>, job: &Job) -> Result<(), CoreError> {
    settle(turn, job, Cause::Release(job.id), Money::Released)
}

/// Keeps the credits, unless they have been given back.
fn capture(turn: &Turn<'_, '_>, job: &Job) -> Result<(), CoreError> {
    settle(turn, job, Cause::Capture(job.id), Money::Captured)
}

fn settle(turn: &Turn<'_, '_>, job: &Job, cause: Cause<'_>, money: Money) -> Result<(), CoreError> {
    if job.money != Money::Held {
        return Ok(());
    }
    ledger::apply(turn, job.user, cause, job.price)?;
    turn.tx.prepare_cached("UPDATE jobs SET money = ?2 WHERE id = ?1")?.execute(params![job.id.to_string(), money])?;
    Ok(())
}

/// Moves the job on and has the chat told.
fn set_progress(turn: &Turn<'_, '_>, job: &Job, progress: Progress) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached(
            "UPDATE jobs SET progress = ?2, status_version = status_version + 1, status_due = ?3, status_attempts = 0,
                             publish_due = CASE WHEN ?2 = 'published' THEN publish_due END,
                             delivery_due = CASE WHEN ?2 = 'ready' THEN ?3 END
             WHERE id = ?1",
        )?
        .execute(params![job.id.to_string(), progress, turn.millis()])?;
    Ok(())
}

fn from_row(row: &Row<'_>) -> Result<Job, CoreError> {
    let unreadable = |what: &str| CoreError::Row(format!("{what} of a job"));
    let failure: Option<String> = row.get("failure")?;
    let way: Option<String> = row.get("delivery_way")?;
    Ok(Job {
        id: row.get::<_, String>("id")?.parse().map_err(|_bad| unreadable("id"))?,
        user: row.get("user")?,
        model: ModelId::new(row.get::<_, String>("model")?),
        prompt: row.get("prompt")?,
        options: serde_json::from_str(&row.get::<_, String>("options")?)?,
        image: row.get::<_, Option<String>>("image")?.map(|json| serde_json::from_str(&json)).transpose()?,
        price: row.get("price")?,
        money: row.get("money")?,
        progress: row.get("progress")?,
        failure: failure.and_then(|name| FailureReason::ALL.into_iter().find(|reason| reason.as_str() == name)),
        task: row.get::<_, Option<String>>("task")?.map(TaskId::new),
        urls: serde_json::from_str(&row.get::<_, String>("urls")?)?,
        ready_at: row.get::<_, Option<i64>>("ready_at")?.map(from_millis),
        delivery_way: way.and_then(|name| DeliveryWay::from_name(&name)).unwrap_or(DeliveryWay::ByUrl),
        delivery_attempts: row.get("delivery_attempts")?,
        status_message: row.get("status_message")?,
        status_version: row.get("status_version")?,
        status_attempts: row.get("status_attempts")?,
    })
}
