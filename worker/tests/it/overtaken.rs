//! Two see something of the provider at the same moment. Both are kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::FutureExt as _;
use jiff::Timestamp;
use serde_json::json;
use shared::job::{BlockReason, Epoch, JobId, TaskId};
use worker::job_store::{
    Availability, Claim, Claimed, Identity, Insert, JobRecord, JobStore, Permit, PermitRequest, ProviderStatus,
    Recorded, Renew, Reported, Save, Sighting, StoreFuture,
};

use crate::fake_kie::Create;
use crate::system::System;

/// A store in which another worker reads a balance of 70 credits just before a limit of the key is written down.
#[derive(Debug)]
struct Shared {
    inner: Arc<dyn JobStore>,
    was_read: AtomicBool,
}

impl JobStore for Shared {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        self.inner.identity(fresh)
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
    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save> {
        self.inner.save(record, token, now)
    }
    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded> {
        self.inner.record_callback(job, task, now)
    }
    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed> {
        self.inner.claim(claim)
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
        async move {
            if let Some((known, after)) = seen.change
                && after.blocked == Some(BlockReason::KeyLimit)
                && !self.was_read.swap(true, Ordering::SeqCst)
            {
                let read = Availability { affordable_credits: Some(70), ..known };
                let other = Sighting { is_reached: true, change: Some((known, read)) };
                self.inner.provider_status(account, other, now).await?;
            }
            self.inner.provider_status(account, seen, now).await
        }
        .boxed()
    }
    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64> {
        self.inner.forget(ended_before, limit)
    }
}

#[tokio::test]
async fn a_refusal_is_not_lost_because_somebody_read_the_balance_at_the_same_moment() {
    let mut system = System::new().await;
    system.store = Arc::new(Shared { inner: Arc::clone(&system.store), was_read: AtomicBool::default() });
    let limit = json!({"code": 433, "msg": "sub-key limit exceeded", "data": null});
    system.kie.answers_creates_with([Create::Answer(200, limit)]);
    system.start().await;
    system.publishes(&system.order(1)).await;
    system
        .bot_hears_of_the_provider(|state| {
            state.blocked == Some(BlockReason::KeyLimit) && state.affordable_credits == Some(70)
        })
        .await;
    system.stop().await;
}
