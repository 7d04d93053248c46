//! Runs tasks that are handed in through a channel, a few at a time.

use std::future::Future;

use shared::telemetry;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// Runs `perform` for each task, at most `at_once` at the same time, until the shutdown. Tasks in hand are finished; those
/// that wait are left to their due times. A panic ends its task alone.
pub(super) async fn run<T, F>(
    mut waiting: mpsc::Receiver<T>,
    at_once: usize,
    shutdown: &CancellationToken,
    perform: impl Fn(T) -> F,
) where
    F: Future<Output = ()> + Send + 'static,
{
    let mut in_hand = JoinSet::new();
    loop {
        tokio::select! {
            () = shutdown.cancelled() => break,
            Some(ended) = in_hand.join_next() => log_panic(ended),
            task = waiting.recv(), if in_hand.len() < at_once => match task {
                Some(task) => drop(in_hand.spawn(perform(task))),
                // Nobody can hand in any more: what is left is to wait for the shutdown.
                None => return finish(in_hand, shutdown).await,
            },
        }
    }
    finish(in_hand, shutdown).await;
}

async fn finish(mut in_hand: JoinSet<()>, shutdown: &CancellationToken) {
    while let Some(ended) = in_hand.join_next().await {
        log_panic(ended);
    }
    shutdown.cancelled().await;
}

fn log_panic(ended: Result<(), tokio::task::JoinError>) {
    if let Err(error) = ended {
        tracing::error!(error = %telemetry::chain(&error), "a task panicked; it is left to its due time");
    }
}
