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
    Claim, Claimed, Durability, Identity, Insert, JobRecord, JobStore, Permit, PermitRequest, ProviderStatus, Recorded,
    Renew, Reported, Save, Sighting, StoreError, StoreFuture, fresh_epoch,
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
    /// What a power cut would leave, as long as nothing was synced since [`Memory::lets_power_fail`].
    synced: Option<Box<Self>>,
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
        Contents { synced: None, ..self.contents().clone() }
    }

    /// Puts a copy back in place of everything; the default one is empty.
    pub fn put_back(&self, copy: Contents) {
        *self.contents() = copy;
    }

    /// Takes everything as synced now. A power cut undoes what comes next, up to the next step that is synced.
    pub fn lets_power_fail(&self) {
        let contents = &mut *self.contents();
        contents.synced = None;
        contents.synced = Some(Box::new(contents.clone()));
    }

    /// The power fails. Whether that has undone anything; a store that has synced since has lost nothing.
    pub fn loses_power(&self) -> bool {
        let contents = &mut *self.contents();
        let Some(synced) = contents.synced.take() else { return false };
        *contents = *synced;
        true
    }

    fn contents(&self) -> MutexGuard<'_, Contents> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl MemoryJobStore {
    /// Runs a step under the epoch of [`JobStore::identity`].
    fn step<T: Send + 'static>(
        &self,
        durability: Durability,
        work: impl FnOnce(&mut Model) -> T,
    ) -> StoreFuture<'static, T> {
        std::future::ready(self.step_now(|model| (work(model), durability))).boxed()
    }

    fn step_now<T>(&self, work: impl FnOnce(&mut Model) -> (T, Durability)) -> Result<T, StoreError> {
        let Some(epoch) = self.epoch.get() else {
            return Err(StoreError::failed("its identity was not read"));
        };
        let Contents { identity, model, synced } = &mut *self.memory.contents();
        let identity = identity.as_mut().filter(|identity| identity.epoch == *epoch).ok_or(StoreError::Replaced)?;
        if model.changes() < self.changes.load(Ordering::Relaxed) {
            identity.epoch = fresh_epoch();
            return Err(StoreError::Replaced);
        }
        let (answer, durability) = work(model);
        if durability == Durability::Synced {
            *synced = None;
        }
        self.changes.fetch_max(model.changes(), Ordering::Relaxed);
        Ok(answer)
    }
}

impl JobStore for MemoryJobStore {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        let identity = {
            let Contents { identity, model, synced } = &mut *self.memory.contents();
            *synced = None;
            self.changes.fetch_max(model.changes(), Ordering::Relaxed);
            identity.get_or_insert(fresh).clone()
        };
        let is_same = *self.epoch.get_or_init(|| identity.epoch.clone()) == identity.epoch;
        std::future::ready(if is_same { Ok(identity) } else { Err(StoreError::Replaced) }).boxed()
    }

    fn renew(&self, fresh: Epoch) -> StoreFuture<'_, Renew> {
        let Contents { identity, synced, .. } = &mut *self.memory.contents();
        *synced = None;
        let renewed = match identity {
            Some(identity) => {
                identity.epoch = fresh;
                Renew::Renewed
            }
            None => Renew::Empty,
        };
        std::future::ready(Ok(renewed)).boxed()
    }

    fn insert(&self, record: JobRecord, now: Timestamp) -> StoreFuture<'_, Insert> {
        self.step(Durability::Synced, |model| model.insert(record, now))
    }

    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>> {
        self.step(Durability::Later, |model| model.load(job))
    }

    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save> {
        let saved = self.step_now(|model| {
            let durability = Durability::of_save(&record, model.has_a_task(record.job()));
            (model.save(record, token, now), durability)
        });
        std::future::ready(saved).boxed()
    }

    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded> {
        let recorded = self.step_now(|model| {
            let durability = Durability::of_task(model.has_a_task(job));
            (model.record_callback(job, task, now), durability)
        });
        std::future::ready(recorded).boxed()
    }

    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed> {
        self.step(Durability::Later, |model| model.claim(claim))
    }

    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported> {
        self.step(Durability::Later, |model| model.reported(job, version))
    }

    fn take_permit<'a>(&'a self, account: &'a str, request: PermitRequest, now: Timestamp) -> StoreFuture<'a, Permit> {
        self.step(Durability::Later, |model| model.take_permit(account, request, now))
    }

    fn provider_status<'a>(
        &'a self,
        account: &'a str,
        seen: Sighting,
        now: Timestamp,
    ) -> StoreFuture<'a, ProviderStatus> {
        self.step(Durability::Later, |model| model.provider_status(account, seen, now))
    }

    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64> {
        self.step(Durability::Later, |model| model.forget(ended_before, limit))
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
