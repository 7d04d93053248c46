//! A job store with a fault in it, between the worker's code and the honest one.

use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use shared::job::{Epoch, JobId, TaskId};
use worker::job_store::{
    Claim, Claimable, Claimed, Identity, Insert, JobRecord, JobStore, Permit, PermitRequest, ProviderStatus, Recorded,
    Renew, Reported, Save, Sighting, State, StoreFuture,
};

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StoreFault {
    /// Says that it has saved a right to submit, and saves it with the next call.
    SavesRightsLater,
    /// A right to submit is taken although somebody else has changed the job.
    IgnoresVersions,
    /// A store that was lost is taken for the one before.
    KeepsItsEpoch,
    /// What is handed out to be told counts as told.
    CountsReportsAsTold,
    /// Claims take no lease.
    TakesNoLease,
    /// A callback's task takes the place of the one that the job has.
    LetsCallbacksChangeTasks,
    /// A callback's word is taken for the provider's.
    BelievesCallbacks,
    /// What runs is not looked at any more.
    ForgetsDueTimes,
    /// Ends are not marked to be told.
    ForgetsReports,
    /// The key by which an order is submitted is not saved.
    ForgetsKeys,
}

/// See the module.
#[derive(Debug)]
pub(crate) struct FaultyStore {
    pub(crate) inner: Arc<dyn JobStore>,
    pub(crate) fault: StoreFault,
    /// What was put off.
    pub(crate) later: Mutex<Option<(JobRecord, String, Timestamp)>>,
}

impl FaultyStore {
    fn has(&self, fault: StoreFault) -> bool {
        self.fault == fault
    }

    async fn catch_up(&self) {
        let later = self.later.lock().unwrap().take();
        if let Some((record, token, now)) = later {
            drop(self.inner.save(record, &token, now).await);
        }
    }
}

impl JobStore for FaultyStore {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        Box::pin(async {
            let identity = self.inner.identity(fresh).await?;
            let was_renewed = identity.epoch.as_str().starts_with("renewed");
            let keeps = self.has(StoreFault::KeepsItsEpoch) && !was_renewed;
            Ok(if keeps { Identity { epoch: Epoch::new("for ever"), ..identity } } else { identity })
        })
    }

    fn renew(&self, fresh: Epoch) -> StoreFuture<'_, Renew> {
        self.inner.renew(fresh)
    }

    fn insert(&self, record: JobRecord, now: Timestamp) -> StoreFuture<'_, Insert> {
        self.inner.insert(record, now)
    }

    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>> {
        self.inner.load(job)
    }

    fn save<'a>(&'a self, mut record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save> {
        Box::pin(async move {
            let is_right = matches!(record.body.state, State::Submitting { lease_until, .. } if lease_until > now);
            if self.has(StoreFault::SavesRightsLater) && is_right {
                let version = record.version + 1;
                *self.later.lock().unwrap() = Some((record, token.to_owned(), now));
                return Ok(Save::Saved { version });
            }
            self.catch_up().await;
            if self.has(StoreFault::ForgetsDueTimes) && matches!(record.body.state, State::Running { .. }) {
                record.due = None;
            }
            if self.has(StoreFault::ForgetsKeys) {
                record.body.key = None;
            }
            if self.has(StoreFault::ForgetsReports) && record.body.state.ended_at().is_some() {
                record.unreported = false;
            }
            let saved = self.inner.save(record.clone(), token, now).await?;
            match saved {
                Save::Conflict(Some(present)) if self.has(StoreFault::IgnoresVersions) && is_right => {
                    (record.version, record.task) = (present.version, present.task);
                    self.inner.save(record, token, now).await
                }
                saved @ (Save::Saved { .. } | Save::Conflict(_)) => Ok(saved),
            }
        })
    }

    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded> {
        Box::pin(async move {
            let heard = self.inner.record_callback(job, task.clone(), now).await?;
            let Some(mut record) = self.inner.load(job).await? else { return Ok(heard) };
            if self.has(StoreFault::LetsCallbacksChangeTasks) && heard == Recorded::OtherTask {
                record.task = task;
                drop(self.inner.save(record, "changed by a callback", now).await?);
            } else if self.has(StoreFault::BelievesCallbacks) && record.body.state.ended_at().is_none() {
                let urls = vec!["https://elsewhere.test/out-of-a-callback.mp4".parse().unwrap()];
                record.body.state = State::Succeeded { at: now, urls, cost: None };
                (record.due, record.unreported) = (None, true);
                drop(self.inner.save(record, "believed", now).await?);
            }
            Ok(heard)
        })
    }

    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed> {
        Box::pin(async move {
            let takes_none = self.has(StoreFault::TakesNoLease) && claim.of == Claimable::Due;
            let lease_until = if takes_none { claim.now } else { claim.lease_until };
            let claimed = self.inner.claim(Claim { lease_until, ..claim }).await?;
            if self.has(StoreFault::CountsReportsAsTold) && claim.of == Claimable::Unreported {
                for record in &claimed.records {
                    self.inner.reported(record.job(), record.version).await?;
                }
            }
            Ok(claimed)
        })
    }

    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported> {
        self.inner.reported(job, version)
    }

    fn take_permit<'a>(&'a self, account: &'a str, request: PermitRequest, now: Timestamp) -> StoreFuture<'a, Permit> {
        self.inner.take_permit(account, request, now)
    }

    fn provider_status<'a>(
        &'a self,
        account: &'a str,
        seen: Sighting,
        now: Timestamp,
    ) -> StoreFuture<'a, ProviderStatus> {
        self.inner.provider_status(account, seen, now)
    }

    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64> {
        self.inner.forget(ended_before, limit)
    }
}
