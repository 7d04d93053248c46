//! Hands jobs to the queue.
//!
//! Nothing is remembered here: a job is published again by its due time until a worker is heard of, so one that does
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

/// Jobs that may wait to be published.
const WAITING_MAX: usize = 256;

/// While the queue takes nothing, it is asked again after this time.
const BLOCKED_PAUSE: Duration = Duration::from_secs(2);

/// Where jobs to publish are handed in.
#[derive(Debug, Clone)]
pub struct Dispatch(mpsc::Sender<GenerationJob>);

/// Publishes them.
#[derive(Debug)]
pub struct Dispatcher {
    waiting: mpsc::Receiver<GenerationJob>,
    publisher: Arc<dyn Publisher>,
    queue_open: Arc<AtomicBool>,
}

/// A dispatcher and the way to hand jobs to it. It keeps `queue_open` true to what the queue says.
#[must_use]
pub fn dispatch(publisher: Arc<dyn Publisher>, queue_open: Arc<AtomicBool>) -> (Dispatch, Dispatcher) {
    let (sender, waiting) = mpsc::channel(WAITING_MAX);
    (Dispatch(sender), Dispatcher { waiting, publisher, queue_open })
}

impl Dispatch {
    /// Has a job published. Never blocks; when too many wait it is left out, and handed out again later.
    pub fn push(&self, job: GenerationJob) {
        if self.0.try_send(job).is_err() {
            tracing::warn!("too many jobs wait to be published; one is left to its due time");
        }
    }
}

impl Dispatcher {
    /// Publishes jobs until the shutdown.
    ///
    /// # Errors
    /// None.
    pub async fn run(mut self, shutdown: CancellationToken) -> Result<(), Infallible> {
        while let Some(job) = shutdown.run_until_cancelled(self.waiting.recv()).await.flatten() {
            match self.publisher.publish(Topic::Jobs, Outgoing::about(job.job, job.encode())).await {
                Ok(()) => tracing::debug!(job.id = %job.job, "a job was published"),
                Err(error @ (PublishError::Blocked | PublishError::Unreachable(_))) => {
                    self.wait_for_room(&error, &shutdown).await;
                }
                Err(error @ PublishError::Unconfirmed(_)) => {
                    tracing::warn!(job.id = %job.job, error = %chain(&error), "a job may not have reached the queue; it is published again");
                }
            }
        }
        Ok(())
    }

    /// Tells the core to hold back, and drops what waits: it would only be published again.
    async fn wait_for_room(&mut self, error: &PublishError, shutdown: &CancellationToken) {
        if self.queue_open.swap(false, Ordering::Relaxed) {
            tracing::warn!(error = %chain(error), "the queue takes no jobs; orders wait in the database until it does");
        }
        metrics::gauge!("starreel_queue_open").set(0.0);
        while self.waiting.try_recv().is_ok() {}
        shutdown.run_until_cancelled(tokio::time::sleep(BLOCKED_PAUSE)).await;
        // The next job finds out whether there is room.
        self.queue_open.store(true, Ordering::Relaxed);
        metrics::gauge!("starreel_queue_open").set(1.0);
    }
}
