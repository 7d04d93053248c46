//! Forgets jobs that ended long ago.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use shared::telemetry::chain;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::context::{self, Context, Pause};
use crate::job_store::StoreError;

const EVERY: Duration = Duration::from_secs(600);
const BATCH_MAX: usize = 1000;

/// Runs until the shutdown.
pub(crate) async fn run(context: Arc<Context>, shutdown: CancellationToken) -> anyhow::Result<()> {
    let never = Notify::new();
    loop {
        match forget(&context).await {
            Ok(0) => {}
            Ok(jobs) => tracing::info!(jobs, "old jobs were forgotten"),
            Err(error) => tracing::warn!(error = %chain(&error), "old jobs could not be forgotten"),
        }
        if context::pause(&never, EVERY, &shutdown).await == Pause::Shutdown {
            return Ok(());
        }
    }
}

pub(crate) async fn forget(context: &Context) -> Result<u64, StoreError> {
    // A record that is gone does not come back: not by a clock that nobody vouches for.
    if !context.clock.is_settled() {
        return Ok(0);
    }
    let ended_before = context.now().checked_sub(context.settings.keep_ended_for).unwrap_or(Timestamp::MIN);
    context.store.forget(ended_before, BATCH_MAX).await
}
