//! A job as it is kept: its fields, and how it is read from its row.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{OptionalExtension as _, Row, ToSql};
use serde::{Deserialize, Serialize};
use shared::image_type::ImageType;
use shared::job::{FailureReason, JobId, ModelId, OptionValue, TaskId};
use shared::telemetry::chain;
use url::Url;

use crate::core::event::DeliveryWay;
use crate::core::ids::{Credits, MessageId, UserId};
use crate::core::{CoreError, Turn, from_millis};

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

impl Progress {
    /// Whether a job does not leave it by itself.
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Delivered | Self::Failed | Self::Cancelled | Self::Undeliverable)
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

/// The job with this id.
pub(in crate::core) fn get(turn: &Turn<'_, '_>, id: JobId) -> Result<Option<Job>, CoreError> {
    let job = turn
        .tx
        .prepare_cached(&format!("SELECT {COLUMNS} FROM jobs WHERE id = ?1"))?
        .query_row([id.to_string()], |row| Ok(from_row(row)))
        .optional()?;
    job.transpose()
}

/// The jobs that a condition on rows selects. `condition` is ours, never a person's text.
pub(super) fn select(
    turn: &Turn<'_, '_>,
    condition: &str,
    parameters: impl rusqlite::Params,
) -> Result<Vec<Job>, CoreError> {
    let mut statement = turn.tx.prepare_cached(&format!("SELECT {COLUMNS} FROM jobs WHERE {condition}"))?;
    let rows = statement.query_map(parameters, |row| Ok((row.get::<_, String>("id")?, from_row(row))))?;
    let mut jobs = Vec::new();
    for row in rows {
        match row? {
            (_, Ok(job)) => jobs.push(job),
            (id, Err(error)) => let_rest(turn, &id, &error)?,
        }
    }
    Ok(jobs)
}

/// A row that cannot be read must not stop all others: nothing is due for it until somebody has mended it.
fn let_rest(turn: &Turn<'_, '_>, id: &str, error: &CoreError) -> Result<(), CoreError> {
    tracing::error!(job.id = id, error = %chain(error), "the row of a job cannot be read and is left alone; mend it and restart");
    turn.tx
        .execute("UPDATE jobs SET publish_due = NULL, delivery_due = NULL, status_due = NULL WHERE id = ?1", [id])?;
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
