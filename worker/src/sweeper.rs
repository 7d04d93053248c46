//! Looks at whatever is due: the one recovery for lost messages, dead workers, lost callbacks and restarted stores.
//!
//! A slot for a look is taken before a job is claimed, so that no claim waits with its lease running.
//!
//! It is also where a store that was replaced is noticed: this loop ends with an error then, so the process does, and
//! its supervisor starts it anew with the store as it is now. Whatever else it has begun is refused by the store.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use shared::retry::Backoff;
use shared::tasks::Tasks;
use shared::telemetry::chain;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

use crate::context::{self, Context, Pause};
use crate::job_store::{Claim, Claimable, Claimed, JobRecord, StoreError};
use crate::shell;

/// Pauses while the store fails.
const STORE_PAUSES: Backoff = Backoff { first: Duration::from_millis(500), max: Duration::from_secs(15) };

/// Runs until the shutdown.
///
/// # Errors
/// When the store was replaced.
pub(crate) async fn run(context: Arc<Context>, tasks: Tasks) -> anyhow::Result<()> {
    let slots = Arc::new(Semaphore::new(context.settings.steps_max));
    let shutdown = tasks.shutdown().clone();
    let mut failures = 0;
    loop {
        let Some(mut taken) = free_slots(&slots, &shutdown).await else {
            return Ok(());
        };
        let alarm = &context.notifiers.due;
        alarm.clear();
        let wait = match claim(&context, taken.len()).await {
            Ok(Claimed { records, next, .. }) => {
                failures = 0;
                for (record, slot) in records.into_iter().zip(taken.drain(..)) {
                    tasks.spawn(step(Arc::clone(&context), record, slot, shutdown.clone()));
                }
                if let Some(next) = next {
                    alarm.set(next);
                }
                context.settings.sweep_every
            }
            Err(error @ StoreError::Replaced) => return Err(error.into()),
            Err(error @ StoreError::Failed(_)) => {
                failures += 1;
                tracing::warn!(error = %chain(&error), "due jobs could not be claimed");
                alarm.clear();
                STORE_PAUSES.delay(failures, &mut rand::rng())
            }
        };
        drop(taken);
        if alarm.wait(&*context.clock, wait, &shutdown).await == Pause::Shutdown {
            return Ok(());
        }
    }
}

/// All slots that are free, at least one. `None` at the shutdown.
async fn free_slots(slots: &Arc<Semaphore>, shutdown: &CancellationToken) -> Option<Vec<OwnedSemaphorePermit>> {
    let first = tokio::select! {
        biased;
        () = shutdown.cancelled() => return None,
        slot = Arc::clone(slots).acquire_owned() => slot.ok()?,
    };
    let more = std::iter::from_fn(|| Arc::clone(slots).try_acquire_owned().ok());
    Some(std::iter::once(first).chain(more).collect())
}

pub(crate) async fn claim(context: &Context, limit: usize) -> Result<Claimed, StoreError> {
    let now = context.now();
    let lease_until = context.lease_until(context.settings.step_lease);
    let claim = Claim { of: Claimable::Due, token: &context::unique_token(), now, lease_until, limit };
    let claimed = context.store.claim(claim).await?;
    metrics::gauge!("starreel_jobs_due").set(f64::from(u32::try_from(claimed.waiting).unwrap_or(u32::MAX)));
    Ok(claimed)
}

/// A panic in one look is counted, and the other jobs go on; its own comes again when the lease is over.
async fn step(context: Arc<Context>, record: JobRecord, slot: OwnedSemaphorePermit, shutdown: CancellationToken) {
    let job = record.job();
    match AssertUnwindSafe(shell::step(&context, record, &shutdown)).catch_unwind().await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            tracing::warn!(job.id = %job, error = %chain(&error), "a look was broken off and is made again");
        }
        Err(_panic) => {
            metrics::counter!("starreel_step_panics_total").increment(1);
            tracing::error!(job.id = %job, "a look panicked and is made again");
        }
    }
    drop(slot);
}
