//! The port of the store that all workers share, and what is kept there.
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

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use rand::Rng as _;
use secrecy::SecretString;
use shared::job::{BlockReason, Epoch, JobId, TaskId};
use shared::signing::SigningKey;

mod account;
#[cfg(test)]
mod contract;
mod durability;
pub mod memory;
mod record;
#[cfg(feature = "service")]
pub mod redis;
pub mod sqlite;

pub use account::{Availability, Permit, PermitRequest, ProviderStatus, Rate, Sighting};
pub use durability::Durability;
pub use record::{JobBody, JobRecord, RECORD_VERSION, RecordFault, State, Upload};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Insert {
    /// It is stored, as version 1.
    Inserted,
    /// The job was known, and the bot is told of it again.
    Known,
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

/// What is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimable {
    /// Jobs that somebody must look at.
    Due,
    /// Jobs of which the bot must be told.
    Unreported,
}

/// A slice of time that a claimer works in. The token makes a claim readable again when its answer was lost.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// Which jobs are wanted.
    pub of: Claimable,
    /// Unique for each claim.
    pub token: &'a str,
    /// The time of the claim.
    pub now: Timestamp,
    /// Until then nobody else gets the same jobs.
    pub lease_until: Timestamp,
    /// The most jobs that are handed out.
    pub limit: usize,
}

/// Outcome of [`JobStore::claim`].
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    /// The jobs, in no order. Those that cannot be read are counted, and left to their lease.
    pub records: Vec<JobRecord>,
    /// How many were to be had before the claim.
    pub waiting: u64,
    /// When the next one is to be had: left over by this claim, due later, or again when a lease ends.
    pub next: Option<Timestamp>,
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

/// The reason of this name.
fn block_reason(name: &str) -> Option<BlockReason> {
    BlockReason::ALL.into_iter().find(|reason| reason.as_str() == name)
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

    /// Stores a job that is not known yet. The version of `record` is ignored. A job that is known keeps its record; it
    /// is marked as unreported if there is anything to tell of it (without a new version), and if it had no task and
    /// `record` names one, that is done which [`Self::record_callback`] does.
    fn insert(&self, record: JobRecord, now: Timestamp) -> StoreFuture<'_, Insert>;

    /// Reads a job.
    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>>;

    /// Replaces a job whose version is still `record.version`, and adds one to it. Repeating a save that succeeded, with
    /// the same `token`, succeeds. The token must be unique for each save: two workers may want to write the very same
    /// change, and only one of them may go on to submit.
    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save>;

    /// Makes a job due now, whatever its version, and gives it this task if it has none. Adds one to the version, so
    /// that a look in progress does not put the due time off again.
    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded>;

    /// Hands out jobs that are due or unreported, those that are so longest if there are more than the limit, by putting
    /// their time off to the end of the lease.
    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed>;

    /// The bot has been told of this version of the job.
    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported>;

    /// Takes a permit to create a task for `account`. While the provider takes no orders like this one there is none,
    /// except for one job in a while that tries.
    fn take_permit<'a>(&'a self, account: &'a str, request: PermitRequest, now: Timestamp) -> StoreFuture<'a, Permit>;

    /// Notes what was seen of the provider, and says what is known of it. Whoever asks first finds that all is well.
    fn provider_status<'a>(
        &'a self,
        account: &'a str,
        seen: Sighting,
        now: Timestamp,
    ) -> StoreFuture<'a, ProviderStatus>;

    /// Forgets jobs that ended before `ended_before`, need no look, and are reported. Returns how many.
    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64>;
}
