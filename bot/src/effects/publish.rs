//! Hands jobs to the queue.
//!
//! Nothing is remembered here: a job is published again by its due time until a worker speaks of it, so one that does
//! not fit, or whose publishing fails, is simply left out.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use shared::job::{GenerationJob, Message as _};
use shared::queue::{Outgoing, PublishError, Publisher, Topic};
use shared::telemetry::chain;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::Task;

/// While the queue takes nothing, it is asked again after this time.
const BLOCKED_PAUSE: Duration = Duration::from_secs(2);

/// Publishes jobs until the shutdown, and keeps `queue_open` true to what the queue says.
///
/// # Errors
/// None.
pub(super) async fn run(
    mut waiting: mpsc::Receiver<Task<GenerationJob>>,
    publisher: Arc<dyn Publisher>,
    queue_open: Arc<AtomicBool>,
    shutdown: CancellationToken,
) -> Result<(), Infallible> {
    metrics::gauge!("starreel_queue_open").set(1.0);
    while let Some(Task { work: job, .. }) = shutdown.run_until_cancelled(waiting.recv()).await.flatten() {
        match publisher.publish(Topic::Jobs, Outgoing::about(job.job, job.encode())).await {
            Ok(()) => tracing::debug!(job.id = %job.job, "a job was published"),
            Err(error @ (PublishError::Blocked | PublishError::Unreachable(_))) => {
                if queue_open.swap(false, Ordering::Relaxed) {
                    tracing::warn!(error = %chain(&error), "the queue takes no jobs; orders wait in the database until it does");
                }
                metrics::gauge!("starreel_queue_open").set(0.0);
                // What waits would only be published again.
                while waiting.try_recv().is_ok() {}
                shutdown.run_until_cancelled(tokio::time::sleep(BLOCKED_PAUSE)).await;
                // The next job finds out whether there is room.
                queue_open.store(true, Ordering::Relaxed);
                metrics::gauge!("starreel_queue_open").set(1.0);
            }
            Err(error @ PublishError::Unconfirmed(_)) => {
                tracing::warn!(job.id = %job.job, error = %chain(&error), "a job may not have reached the queue; it is published again");
            }
        }
    }
    Ok(())
}
