//! The worker dies at every point where it talks to its store, before or after the store did what it was told. A new
//! worker takes over. There is never a second submission, and the job always ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use futures_util::FutureExt as _;
use futures_util::future::pending;
use shared::job::JobState;
use tokio::sync::Notify;
use worker::job_store::{Claimable, StoreFuture};

use crate::system::System;
use crate::wrapped_store::{Around, Step, WrappedStore};

/// When the process dies, seen from the fatal call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dies {
    /// The store never hears of it.
    Before,
    /// The store has done it and nobody hears the answer.
    After,
}

/// The store stops answering at one step for a job, and to all later ones.
#[derive(Debug)]
struct Fatal {
    calls_left: AtomicI64,
    dies: Dies,
    died: Notify,
}

impl Around for Arc<Fatal> {
    fn step<'a>(&'a self, step: Step<'a>, call: StoreFuture<'a, ()>) -> StoreFuture<'a, ()> {
        if !matches!(step, Step::Job | Step::Claim(Claimable::Due)) {
            return call;
        }
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
    let fatal = Arc::new(Fatal { calls_left: AtomicI64::new(calls), dies, died: Notify::new() });
    system.store = Arc::new(WrappedStore { inner: Arc::clone(&inner), around: Arc::clone(&fatal) });
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
