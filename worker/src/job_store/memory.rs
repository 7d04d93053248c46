//! A job store in memory, for tests and simulations: a [`Model`] in plain words that the real stores are compared with,
//! and the port on top of it.
//!
//! It goes like Redis, the count of its changes and what follows from it included: a worker that was told of more changes
//! than the store has now has found an old copy, and the store gets a new epoch on the spot.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use futures_util::FutureExt as _;
use jiff::Timestamp;
use shared::job::{Epoch, JobId, TaskId};

use super::{
    Claim, Claimed, Identity, Insert, JobRecord, JobStore, Permit, PermitRequest, ProviderStatus, Recorded, Renew,
    Reported, Save, Sighting, StoreError, StoreFuture, fresh_epoch,
};

mod model;

pub(crate) use model::Model;

/// What is kept. Cheap to clone: all clones are the same memory.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<Contents>>);

/// What was kept at some moment.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    identity: Option<Identity>,
    model: Model,
}

/// The store of one worker.
#[derive(Debug)]
pub struct MemoryJobStore {
    memory: Memory,
    /// What [`JobStore::identity`] returned first.
    epoch: OnceLock<Epoch>,
    /// The most changes that this worker was told of.
    changes: AtomicU64,
}

impl Memory {
    /// The store of a worker that begins now.
    #[must_use]
    pub fn store(&self) -> MemoryJobStore {
        MemoryJobStore { memory: self.clone(), epoch: OnceLock::new(), changes: AtomicU64::new(0) }
    }

    /// A copy of everything.
    #[must_use]
    pub fn copy(&self) -> Contents {
        self.contents().clone()
    }

    /// Puts a copy back in place of everything; the default one is empty.
    pub fn put_back(&self, copy: Contents) {
        *self.contents() = copy;
    }

    fn contents(&self) -> MutexGuard<'_, Contents> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl MemoryJobStore {
    /// Runs a step under the epoch of [`JobStore::identity`].
    fn step<T: Send + 'static>(&self, work: impl FnOnce(&mut Model) -> T) -> StoreFuture<'static, T> {
        std::future::ready(self.step_now(work)).boxed()
    }

    fn step_now<T>(&self, work: impl FnOnce(&mut Model) -> T) -> Result<T, StoreError> {
        let Some(epoch) = self.epoch.get() else {
            return Err(StoreError::failed("its identity was not read"));
        };
        let Contents { identity, model } = &mut *self.memory.contents();
        let identity = identity.as_mut().filter(|identity| identity.epoch == *epoch).ok_or(StoreError::Replaced)?;
        if model.changes() < self.changes.load(Ordering::Relaxed) {
            identity.epoch = fresh_epoch();
            return Err(StoreError::Replaced);
        }
        let answer = work(model);
        self.changes.fetch_max(model.changes(), Ordering::Relaxed);
        Ok(answer)
    }
}

impl JobStore for MemoryJobStore {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        let identity = {
            let Contents { identity, model } = &mut *self.memory.contents();
            self.changes.fetch_max(model.changes(), Ordering::Relaxed);
            identity.get_or_insert(fresh).clone()
        };
        let is_same = *self.epoch.get_or_init(|| identity.epoch.clone()) == identity.epoch;
        std::future::ready(if is_same { Ok(identity) } else { Err(StoreError::Replaced) }).boxed()
    }

    fn renew(&self, fresh: Epoch) -> StoreFuture<'_, Renew> {
        let renewed = match &mut self.memory.contents().identity {
            Some(identity) => {
                identity.epoch = fresh;
                Renew::Renewed
            }
            None => Renew::Empty,
        };
        std::future::ready(Ok(renewed)).boxed()
    }

    fn insert(&self, record: JobRecord, now: Timestamp) -> StoreFuture<'_, Insert> {
        self.step(|model| model.insert(record, now))
    }

    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>> {
        self.step(|model| model.load(job))
    }

    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save> {
        self.step(|model| model.save(record, token, now))
    }

    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded> {
        self.step(|model| model.record_callback(job, task, now))
    }

    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed> {
        self.step(|model| model.claim(claim))
    }

    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported> {
        self.step(|model| model.reported(job, version))
    }

    fn take_permit<'a>(&'a self, account: &'a str, request: PermitRequest, now: Timestamp) -> StoreFuture<'a, Permit> {
        self.step(|model| model.take_permit(account, request, now))
    }

    fn provider_status<'a>(
        &'a self,
        account: &'a str,
        seen: Sighting,
        now: Timestamp,
    ) -> StoreFuture<'a, ProviderStatus> {
        self.step(|model| model.provider_status(account, seen, now))
    }

    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64> {
        self.step(|model| model.forget(ended_before, limit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job_store::contract;

    #[tokio::test]
    async fn it_keeps_the_contract() {
        contract::holds(&Memory::default().store()).await;
    }

    #[tokio::test]
    async fn an_old_copy_that_a_running_worker_meets_gets_a_new_epoch() {
        let memory = Memory::default();
        let store = memory.store();
        store.identity(contract::identity("first")).await.unwrap();
        store.insert(contract::record(1), contract::at(0)).await.unwrap();
        let copy = memory.copy();
        store.insert(contract::record(2), contract::at(0)).await.unwrap();
        memory.put_back(copy);
        assert!(matches!(store.load(contract::record(1).job()).await, Err(StoreError::Replaced)));
        let known = memory.store().identity(contract::identity("second")).await.unwrap();
        assert!(known.epoch != Epoch::new("first") && known.epoch != Epoch::new("second"));
    }
}
