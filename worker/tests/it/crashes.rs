//! The worker dies at every point where it talks to its store, before or after the store did what it was told. A new
//! worker takes over. There is never a second submission, and the job always ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use futures_util::FutureExt as _;
use futures_util::future::pending;
use jiff::Timestamp;
use shared::job::{Epoch, JobId, JobState, TaskId};
use tokio::sync::Notify;
use worker::job_store::{
    Claim, Claimable, Claimed, Identity, Insert, JobRecord, JobStore, Permit, PermitRequest, ProviderStatus, Recorded,
    Renew, Reported, Save, Sighting, StoreFuture,
};

use crate::system::System;

/// When the process dies, seen from the fatal call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dies {
    /// The store never hears of it.
    Before,
    /// The store has done it and nobody hears the answer.
    After,
}

/// A store that stops answering at one call, and to all later ones.
#[derive(Debug)]
struct Fatal {
    inner: Arc<dyn JobStore>,
    calls_left: AtomicI64,
    dies: Dies,
    died: Notify,
}

impl Fatal {
    fn pass<'a, T: Send + 'a>(&'a self, call: StoreFuture<'a, T>) -> StoreFuture<'a, T> {
        async move {
            let left = self.calls_left.fetch_sub(1, Ordering::SeqCst);
            if left > 0 {
                return call.await;
            }
            if left == 0 && self.dies == Dies::After {
                call.await?;
            }
            self.died.notify_one();
            pending().await
        }
        .boxed()
    }
}

impl JobStore for Fatal {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        self.inner.identity(fresh)
    }
    fn renew(&self, fresh: Epoch) -> StoreFuture<'_, Renew> {
        self.inner.renew(fresh)
    }
    fn insert(&self, record: JobRecord, now: Timestamp) -> StoreFuture<'_, Insert> {
        self.pass(self.inner.insert(record, now))
    }
    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>> {
        self.pass(self.inner.load(job))
    }
    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save> {
        self.pass(self.inner.save(record, token, now))
    }
    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded> {
        self.pass(self.inner.record_callback(job, task, now))
    }
    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed> {
        let call = self.inner.claim(claim);
        if claim.of == Claimable::Due { self.pass(call) } else { call }
    }
    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported> {
        self.pass(self.inner.reported(job, version))
    }
    fn take_permit<'a>(&'a self, account: &'a str, request: PermitRequest, now: Timestamp) -> StoreFuture<'a, Permit> {
        self.pass(self.inner.take_permit(account, request, now))
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

#[tokio::test]
async fn wherever_the_worker_dies_there_is_one_submission_and_one_end() {
    // insert, claim, save(prepared), permit, save(submitting), save(running), note, reported, claim, save(succeeded), …
    for calls in 0..12 {
        for dies in [Dies::Before, Dies::After] {
            dies_at(calls, dies).await;
        }
    }
}

async fn dies_at(calls: i64, dies: Dies) {
    let mut system = System::new().await;
    let inner = Arc::clone(&system.store);
    let fatal =
        Arc::new(Fatal { inner: Arc::clone(&inner), calls_left: AtomicI64::new(calls), dies, died: Notify::new() });
    system.store = Arc::clone(&fatal) as Arc<dyn JobStore>;
    system.kie.has_made_the_video();
    system.start().await;
    let order = system.order(1);
    system.publishes(&order).await;
    // Time goes on until it dies.
    let dead = async {
        loop {
            tokio::select! {
                () = fatal.died.notified() => return,
                () = tokio::time::sleep(std::time::Duration::from_millis(10)) => system.time_passes(5),
            }
        }
    };
    let reached = tokio::time::timeout(std::time::Duration::from_secs(2), dead).await.is_ok();
    system.crash();
    assert!(system.kie.posts().len() <= 1);

    system.store = inner;
    system.start().await;
    // The bot asks again, as it does for a job that it has not heard of.
    let mut again = order.clone();
    again.published_before = true;
    again.epoch = Some(system.epoch().await);
    system.time_passes(120);
    system.publishes(&again).await;
    let ended = loop {
        let event = system.bot_hears().await;
        if event.state != JobState::Submitted {
            break event.state;
        }
        system.time_passes(60);
    };
    let posts = system.kie.posts().len();
    assert!(posts <= 1, "{calls} {dies:?}: {posts} submissions");
    assert!(reached || posts == 1, "{calls} {dies:?}: it ended {ended:?} without a submission");
    system.stop().await;
}
