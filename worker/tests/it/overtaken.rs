//! Two see something of the provider at the same moment. Both are kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::FutureExt as _;
use serde_json::json;
use shared::job::BlockReason;
use worker::job_store::{Availability, JobStore, Sighting, StoreFuture};

use crate::fake_kie::Create;
use crate::system::System;
use crate::wrapped_store::{Around, Step, WrappedStore};

/// Another worker reads a balance of 70 credits just before a limit of the key is written down.
#[derive(Debug)]
struct BalanceFirst {
    store: Arc<dyn JobStore>,
    was_read: AtomicBool,
}

impl Around for BalanceFirst {
    fn step<'a>(&'a self, step: Step<'a>, call: StoreFuture<'a, ()>) -> StoreFuture<'a, ()> {
        async move {
            if let Step::ProviderStatus { account, seen, now } = step
                && let Some((known, after)) = seen.change
                && after.blocked == Some(BlockReason::KeyLimit)
                && !self.was_read.swap(true, Ordering::SeqCst)
            {
                let read = Availability { affordable_credits: Some(70), ..known };
                let other = Sighting { is_reached: true, change: Some((known, read)) };
                self.store.provider_status(account, other, now).await?;
            }
            call.await
        }
        .boxed()
    }
}

#[tokio::test]
async fn a_refusal_is_not_lost_because_somebody_read_the_balance_at_the_same_moment() {
    let mut system = System::new().await;
    let inner = Arc::clone(&system.store);
    let around = BalanceFirst { store: Arc::clone(&inner), was_read: AtomicBool::default() };
    system.store = Arc::new(WrappedStore { inner, around });
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
