//! The port of the store that all workers share, and what is kept there of a job.
//!
//! Every method is one atomic step, idempotent by itself (a call whose answer was lost may be repeated), and is handed
//! the time. So it can be fulfilled by one SQLite transaction or one Redis script each. What a change means is decided
//! in [`crate::decide`]; the store compares versions and keeps times.
//!
//! The right to submit is never given back by a store that lost something. A store has an [`Epoch`], made once in its
//! life. An adapter works under the epoch that its first [`JobStore::identity`] returned, names it in every step, and
//! is refused with [`StoreError::Replaced`] when the store has another one or none: it was emptied, it is another one, or
//! it was put back to an old copy and the operator said so by [`JobStore::renew`]. Each record remembers the epoch
//! that it was admitted under, and [`crate::decide`] does not submit one of another epoch.
//!
//! Known race, wanted: a claim is a lease and not a lock, so two workers may look at the same job. Both read version n,
//! and only one can save n + 1.

use std::error::Error;
use std::fmt::Debug;
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use rand::Rng as _;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use shared::job::{BlockReason, Epoch, FailureReason, GenerationJob, JobEvent, JobId, JobState, TaskId};
use shared::signing::SigningKey;
use url::Url;

use crate::kie::Api;

#[cfg(test)]
mod contract;
pub mod memory;
pub mod redis;
pub mod sqlite;

/// All that is known of a job.
#[derive(Debug, Clone, PartialEq)]
pub struct JobRecord {
    /// Counts the changes. A save holds only if it is still the one that was read.
    pub version: u64,
    /// When somebody must look at it, `None` when nobody needs to any more.
    pub due: Option<Timestamp>,
    /// Whether the bot has to be told the state. A save can set it; only [`JobStore::reported`] clears it.
    pub unreported: bool,
    /// The provider's task, from whoever said it first: its answer, a callback, or the bot.
    pub task: Option<TaskId>,
    /// Everything else.
    pub body: JobBody,
}

/// The part of a record that only [`crate::decide`] reads and changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JobBody {
    /// The order as it came.
    pub order: GenerationJob,
    /// The life of the store in which it was admitted. In another one it is not known what has become of it since.
    pub epoch: Epoch,
    /// How the provider is spoken to about it. Kept here, because a model may leave the catalogue while it renders.
    pub api: Api,
    /// The longest render time of the model, in seconds.
    pub render_seconds_max: u32,
    /// Where it stands.
    pub state: State,
    /// The number of the last POST that was allowed; 0 before the first.
    pub attempt: u32,
    /// The uploaded image.
    pub upload: Option<Upload>,
    /// Failed tries in a row of the present step.
    pub failures: u32,
    /// Since when the provider denies the task, or says success and names no URL.
    pub odd_since: Option<Timestamp>,
}

/// Where a job stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum State {
    /// Nothing was done.
    New,
    /// The image, if there is one, is uploaded.
    Prepared,
    /// The right to POST was used up. Without a task, and with the lease over, it is not known what came of it.
    Submitting {
        /// When the right was taken.
        since: Timestamp,
        /// Until when the POST may still be on its way.
        lease_until: Timestamp,
    },
    /// The provider has accepted it.
    Running {
        /// When we knew it.
        since: Timestamp,
    },
    /// There is a video.
    Succeeded {
        /// When we knew it.
        at: Timestamp,
        /// Where. Never empty.
        urls: Vec<Url>,
    },
    /// There is none.
    Failed {
        /// When it was declared.
        at: Timestamp,
        /// Why.
        reason: FailureReason,
    },
}

impl State {
    /// The stable name, for logs and metrics.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Prepared => "prepared",
            Self::Submitting { .. } => "submitting",
            Self::Running { .. } => "running",
            Self::Succeeded { .. } => "succeeded",
            Self::Failed { .. } => "failed",
        }
    }

    /// When the job ended, if it has.
    #[must_use]
    pub const fn ended_at(&self) -> Option<Timestamp> {
        match self {
            Self::Succeeded { at, .. } | Self::Failed { at, .. } => Some(*at),
            Self::New | Self::Prepared | Self::Submitting { .. } | Self::Running { .. } => None,
        }
    }
}

/// An image on the provider's side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Where the provider's models fetch it.
    pub url: Url,
    /// Until when we trust it to be there.
    pub good_until: Timestamp,
}

/// The reason of this name.
fn block_reason(name: &str) -> Option<BlockReason> {
    [BlockReason::OutOfFunds, BlockReason::Unauthorized, BlockReason::KeyLimit]
        .into_iter()
        .find(|reason| reason.as_str() == name)
}

impl Rate {
    /// The time in which one permit grows, in whole milliseconds and never shorter than it is.
    fn every_millis(self) -> i64 {
        i64::try_from(self.every.as_micros().div_ceil(1000)).unwrap_or(i64::MAX)
    }
}

impl JobRecord {
    /// The job's name.
    #[must_use]
    pub const fn job(&self) -> JobId {
        self.body.order.job
    }

    /// What the bot is told of the present state; `None` while there is nothing to tell.
    #[must_use]
    pub fn event(&self, epoch: &Epoch) -> Option<JobEvent> {
        let state = match &self.body.state {
            State::New | State::Prepared | State::Submitting { .. } => return None,
            State::Running { .. } => JobState::Submitted,
            State::Succeeded { urls, .. } => JobState::Succeeded { urls: urls.clone() },
            State::Failed { reason, .. } => JobState::Failed { reason: *reason },
        };
        Some(JobEvent { job: self.job(), epoch: epoch.clone(), task: self.task.clone(), state })
    }
}

/// What a store is asked to keep of itself, made once in its life.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Names this life of the store.
    pub epoch: Epoch,
    /// Signs callback URLs when no key is set by the operator.
    pub callback_secret: SecretString,
}

impl Identity {
    /// An identity that no store has.
    #[must_use]
    pub fn fresh() -> Self {
        Self { epoch: fresh_epoch(), callback_secret: SigningKey::generate_text(&mut rand::rng()).into() }
    }
}

/// An epoch that no store has, for [`JobStore::renew`].
#[must_use]
pub fn fresh_epoch() -> Epoch {
    Epoch::new(format!("{:016x}", rand::rng().random::<u64>()))
}

/// Outcome of [`JobStore::renew`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renew {
    /// The store has the new epoch.
    Renewed,
    /// The store has no identity yet; the first worker gives it one.
    Empty,
}

/// Outcome of [`JobStore::insert`].
#[derive(Debug, Clone, PartialEq)]
pub enum Insert {
    /// It is stored, as version 1.
    Inserted,
    /// The job was known; nothing was changed.
    Known(Box<JobRecord>),
}

/// Outcome of [`JobStore::save`].
#[derive(Debug, Clone, PartialEq)]
pub enum Save {
    /// Stored, under this version.
    Saved {
        /// The next save must name it.
        version: u64,
    },
    /// Somebody else changed the job. This is how it is now; `None` if it is gone.
    Conflict(Option<Box<JobRecord>>),
}

/// Outcome of [`JobStore::record_callback`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// The job is due now, and has this task if it had none.
    Due,
    /// The job is due now, but it has another task, which it keeps.
    OtherTask,
    /// No such job.
    UnknownJob,
}

/// Outcome of [`JobStore::reported`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reported {
    /// Nothing is left to tell.
    Done,
    /// The job has changed since, and must be told again.
    Changed,
}

/// How often something may be done: `burst` times at once, and `per_second` in the long run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Times at once.
    pub burst: u32,
    /// Time in which one more permit grows.
    pub every: Duration,
}

/// Outcome of [`JobStore::take_permit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permit {
    /// Taken. A permit whose holder dies is lost, which errs on the safe side.
    Granted,
    /// Ask again then.
    Wait {
        /// When the next permit grows.
        until: Timestamp,
    },
}

/// What the workers know of whether the provider takes orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderStatus {
    /// Why it takes no orders; `None` while all is well.
    pub blocked: Option<BlockReason>,
    /// Since when.
    pub since: Timestamp,
}

/// Outcome of [`JobStore::note_provider_status`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noted {
    /// This is news.
    Changed(ProviderStatus),
    /// It was known.
    Same(ProviderStatus),
}

/// A slice of time that a claimer works in. The token makes a claim readable again when its answer was lost.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// Unique for each claim.
    pub token: &'a str,
    /// The moment now.
    pub now: Timestamp,
    /// Until then nobody else gets the same jobs.
    pub lease_until: Timestamp,
    /// As many jobs at most.
    pub limit: usize,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The store did not do it, or did and could not say so. Repeat it later.
    #[error("the job store failed")]
    Failed(#[source] Box<dyn Error + Send + Sync>),
    /// Nothing was done, and nothing will be for this process: what it knows of the store is no longer true.
    #[error(
        "the job store is not the one that this process began with: it was emptied, replaced, put back to an older state \
         or given a new epoch; this process must end and start again, and then no order of the old epoch is submitted"
    )]
    Replaced,
}

impl StoreError {
    /// The store did not do it, for this reason.
    pub(crate) fn failed(reason: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Failed(reason.into())
    }
}

/// A future of a store's answer.
pub type StoreFuture<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

/// Where jobs are kept. All errors are [`StoreError`].
pub trait JobStore: Debug + Send + Sync + 'static {
    /// The store's identity: `fresh` if it had none, else the one that it has. From the first answer on, this adapter
    /// works under that epoch; before it, every other step fails.
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity>;

    /// Gives the store a new epoch and leaves everything else. For an operator who has put back an old copy: what was
    /// admitted before is not submitted any more, and all who work under the old epoch are refused. Needs no identity.
    fn renew(&self, fresh: Epoch) -> StoreFuture<'_, Renew>;

    /// Stores a job that is not known yet. The version of `record` is ignored.
    fn insert(&self, record: JobRecord) -> StoreFuture<'_, Insert>;

    /// Reads a job.
    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>>;

    /// Replaces a job whose version is still `record.version`, and adds one to it. Repeating a save that succeeded, with
    /// the same `token`, succeeds. The token must be unique for each save: two workers may want to write the very same
    /// change, and only one of them may go on to submit.
    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save>;

    /// Makes a job due now, whatever its version, and gives it this task if it has none. Adds one to the version, so
    /// that a look in progress does not put the due time off again.
    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded>;

    /// Hands out due jobs, those that are due longest if there are more than the limit, by putting their due time off to
    /// the end of the lease. The order within the answer means nothing.
    fn claim_due<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Vec<JobRecord>>;

    /// The number of jobs that are due and not claimed.
    fn due_backlog(&self, now: Timestamp) -> StoreFuture<'_, u64>;

    /// Marks a job as unreported again, if there is anything to tell of it. No new version.
    fn ask_report(&self, job: JobId, now: Timestamp) -> StoreFuture<'_, ()>;

    /// The same for unreported jobs; those that are not settled by the end of the lease come again.
    fn claim_unreported<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Vec<JobRecord>>;

    /// The bot has been told of this version of the job.
    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported>;

    /// Takes a permit of `account`, shared by all workers.
    fn take_permit<'a>(&'a self, account: &'a str, rate: Rate, now: Timestamp) -> StoreFuture<'a, Permit>;

    /// Notes whether the provider takes orders of `account`. The time of the last change is kept.
    fn note_provider_status<'a>(
        &'a self,
        account: &'a str,
        blocked: Option<BlockReason>,
        now: Timestamp,
    ) -> StoreFuture<'a, Noted>;

    /// What was noted last.
    fn provider_status<'a>(&'a self, account: &'a str) -> StoreFuture<'a, Option<ProviderStatus>>;

    /// Forgets jobs that ended before `ended_before`, need no look, and are reported. Returns how many.
    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64>;
}
