//! A worker's work as single steps, for whoever decides what happens when: a simulation that has many workers, stops
//! them between any two calls of a port, and moves the time by hand.
//!
//! These are the very functions that the loops of [`crate::Worker`] call, one turn each. Only the loops themselves are
//! left out: their pauses, their tasks, and that a replaced store ends the process.

use std::sync::Arc;

use anyhow::Context as _;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use shared::job::GenerationJob;
use tokio_util::sync::CancellationToken;

use crate::context::Context;
use crate::job_store::{Identity, JobRecord, StoreError};
use crate::provider::status::Seen;
use crate::{callback, intake, provider, report, retention, shell, sweeper};

pub use crate::context::Parts;

/// An opened worker without its loops. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Steps(Arc<Context>);

/// What a worker saw of the account by reading its balance, from one turn of its watch to the next.
#[derive(Debug, Default)]
pub struct Watch(Seen);

impl Steps {
    /// Reads the store's identity and puts the parts together.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn open(parts: Parts) -> anyhow::Result<Self> {
        let identity = parts.store.identity(Identity::fresh()).await.context("opening the job store")?;
        Ok(Self(Arc::new(Context::new(parts, identity)?)))
    }

    /// Stores an order from the queue, which may forget it then.
    ///
    /// # Errors
    /// When the store did not take it: the queue gives it to somebody again.
    pub async fn take(self, order: GenerationJob) -> Result<(), StoreError> {
        intake::keep(&self.0, order).await
    }

    /// Claims what is due, as much as one worker looks at at once.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn claim(self) -> Result<Vec<JobRecord>, StoreError> {
        Ok(sweeper::claim(&self.0, self.0.settings.steps_max).await?.records)
    }

    /// Looks at a claimed job until it rests.
    ///
    /// # Errors
    /// When the look was broken off; it is made again when the claim's lease is over.
    pub async fn step(self, record: JobRecord) -> Result<(), StoreError> {
        shell::step(&self.0, record, &CancellationToken::new()).await
    }

    /// Tells the bot of unreported jobs. Returns how many were in hand.
    ///
    /// # Errors
    /// When one of them has to wait.
    pub async fn report(self) -> anyhow::Result<usize> {
        Ok(report::tell_batch(&self.0).await?.0)
    }

    /// One turn of the watch over the provider.
    ///
    /// # Errors
    /// When the store or the queue does not work.
    pub async fn watch(self, watch: &mut Watch) -> anyhow::Result<()> {
        provider::status::watch(&self.0, &mut watch.0).await
    }

    /// Takes a callback at `/kie/callback/<job>/<attempt>/<mac>`.
    pub async fn record_callback(self, path: (String, String, String), body: Bytes) -> StatusCode {
        callback::take(State(self.0), Path(path), Request::new(Body::from(body))).await
    }

    /// Forgets jobs that ended long ago. Returns how many.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn forget(self) -> Result<u64, StoreError> {
        retention::forget(&self.0).await
    }
}
