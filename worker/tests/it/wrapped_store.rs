//! A job store in which a test acts around each step.

use std::fmt::Debug;
use std::sync::Arc;

use futures_util::FutureExt as _;
use jiff::Timestamp;
use shared::job::{Epoch, JobId, TaskId};
use worker::job_store::{
    Claim, Claimable, Claimed, Identity, Insert, JobRecord, JobStore, Permit, PermitRequest, ProviderStatus, Recorded,
    Renew, Reported, Save, Sighting, StoreFuture,
};

/// A step that a worker asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'a> {
    /// About one job: insert, load, save, callback, reported, or a permit to submit it.
    Job,
    /// Jobs are handed out.
    Claim(Claimable),
    /// Something was seen of the provider, at this time.
    ProviderStatus { account: &'a str, seen: Sighting, now: Timestamp },
    /// About the store as a whole: its identity, or what it forgets.
    Store,
}

/// What a test does around the steps.
pub(crate) trait Around: Debug + Send + Sync + 'static {
    /// Awaits `call`, which takes the step, and does something before or after it.
    fn step<'a>(&'a self, step: Step<'a>, call: StoreFuture<'a, ()>) -> StoreFuture<'a, ()>;
}

/// `inner`, with `around` around each step.
#[derive(Debug)]
pub(crate) struct WrappedStore<A> {
    pub(crate) inner: Arc<dyn JobStore>,
    pub(crate) around: A,
}

impl<A: Around> WrappedStore<A> {
    /// A store may begin with a step as soon as it is called, so it is called only when `around` awaits it.
    fn take<'a, T: Send + 'a>(
        &'a self,
        step: Step<'a>,
        call: impl FnOnce() -> StoreFuture<'a, T> + Send + 'a,
    ) -> StoreFuture<'a, T> {
        async move {
            let mut answer = None;
            let call = async {
                answer = Some(call().await?);
                Ok(())
            };
            self.around.step(step, call.boxed()).await?;
            // The step has answered: `Around` promises to await the call.
            Ok(answer.unwrap())
        }
        .boxed()
    }
}

impl<A: Around> JobStore for WrappedStore<A> {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        self.take(Step::Store, move || self.inner.identity(fresh))
    }
    fn renew(&self, fresh: Epoch) -> StoreFuture<'_, Renew> {
        self.take(Step::Store, move || self.inner.renew(fresh))
    }
    fn insert(&self, record: JobRecord, now: Timestamp) -> StoreFuture<'_, Insert> {
        self.take(Step::Job, move || self.inner.insert(record, now))
    }
    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>> {
        self.take(Step::Job, move || self.inner.load(job))
    }
    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save> {
        self.take(Step::Job, move || self.inner.save(record, token, now))
    }
    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded> {
        self.take(Step::Job, move || self.inner.record_callback(job, task, now))
    }
    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed> {
        self.take(Step::Claim(claim.of), move || self.inner.claim(claim))
    }
    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported> {
        self.take(Step::Job, move || self.inner.reported(job, version))
    }
    fn take_permit<'a>(&'a self, account: &'a str, request: PermitRequest, now: Timestamp) -> StoreFuture<'a, Permit> {
        self.take(Step::Job, move || self.inner.take_permit(account, request, now))
    }
    fn provider_status<'a>(
        &'a self,
        account: &'a str,
        seen: Sighting,
        now: Timestamp,
    ) -> StoreFuture<'a, ProviderStatus> {
        self.take(Step::ProviderStatus { account, seen, now }, move || self.inner.provider_status(account, seen, now))
    }
    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64> {
        self.take(Step::Store, move || self.inner.forget(ended_before, limit))
    }
}
