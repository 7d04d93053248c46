//! The owner of a process's tasks. Every task is started here, so that a shutdown can wait for all of them, and so that
//! a loop which should run for ever and ends by itself stops the process instead of leaving it half alive.

use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Started tasks and the token that stops them.
#[derive(Debug, Clone)]
pub struct Tasks {
    tracker: TaskTracker,
    shutdown: CancellationToken,
    failure: Arc<Mutex<Option<anyhow::Error>>>,
}

impl Tasks {
    /// No tasks yet. Cancelling `shutdown` asks all of them to end.
    #[must_use]
    pub fn new(shutdown: CancellationToken) -> Self {
        Self { tracker: TaskTracker::new(), shutdown, failure: Arc::new(Mutex::new(None)) }
    }

    /// The token that asks tasks to end.
    #[must_use]
    pub const fn shutdown(&self) -> &CancellationToken {
        &self.shutdown
    }

    /// Starts a piece of work that ends by itself.
    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.tracker.spawn(work);
    }

    /// Starts a loop that must run until the shutdown. If it ends earlier, by returning, by an error or by a panic,
    /// everything is shut down and [`Self::finish`] says why.
    pub fn spawn_loop<E>(&self, name: &'static str, work: impl Future<Output = Result<(), E>> + Send + 'static)
    where
        E: Into<anyhow::Error> + Send + 'static,
    {
        let tasks = self.clone();
        let work = self.tracker.spawn(work);
        self.tracker.spawn(async move {
            let ended = match work.await {
                Ok(Ok(())) if tasks.shutdown.is_cancelled() => return,
                Ok(Ok(())) => anyhow::anyhow!("{name} ended by itself"),
                Ok(Err(error)) => error.into().context(format!("{name} failed")),
                Err(join) => anyhow::anyhow!(join).context(format!("{name} panicked")),
            };
            tasks.failure.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(ended);
            tasks.shutdown.cancel();
        });
    }

    /// Waits for the shutdown, then for all tasks, at most `drain`. The work of tasks that did not end is taken up again
    /// when its lease or due time is over; the log says how many there were.
    ///
    /// # Errors
    /// When a loop ended before it was asked to.
    pub async fn finish(self, drain: Duration) -> anyhow::Result<()> {
        self.shutdown.cancelled().await;
        self.tracker.close();
        if tokio::time::timeout(drain, self.tracker.wait()).await.is_err() {
            tracing::warn!(tasks = self.tracker.len(), "some tasks did not end in time; their work is taken up again");
        }
        let failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner).take();
        failure.map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAIN: Duration = Duration::from_secs(5);

    #[tokio::test]
    async fn work_is_finished_before_the_process_ends() {
        let tasks = Tasks::new(CancellationToken::new());
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let stop = tasks.shutdown().clone();
        tasks.spawn(async move {
            stop.cancelled().await;
            tokio::task::yield_now().await;
            sender.send("finished").unwrap();
        });
        tasks.shutdown().cancel();
        tasks.finish(DRAIN).await.unwrap();
        assert_eq!(receiver.await.unwrap(), "finished");
    }

    #[tokio::test]
    async fn a_loop_that_ends_by_itself_stops_everything_and_is_named() {
        let tasks = Tasks::new(CancellationToken::new());
        tasks.spawn_loop("the sweeper", async { Ok::<_, anyhow::Error>(()) });
        assert_eq!(tasks.finish(DRAIN).await.unwrap_err().to_string(), "the sweeper ended by itself");

        let tasks = Tasks::new(CancellationToken::new());
        tasks.spawn_loop("the sweeper", async { if true { panic!("a bug") } else { Ok::<_, anyhow::Error>(()) } });
        assert_eq!(tasks.finish(DRAIN).await.unwrap_err().to_string(), "the sweeper panicked");
    }
}
