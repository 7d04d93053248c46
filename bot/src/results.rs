//! Takes in what workers say, each message acknowledged when it is committed.
//!
//! Several are taken in at the same time, so that they wait for the disk together. In which order they are committed does
//! not matter: what they say is applied by rank.

use std::sync::Arc;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use shared::job::{Message as _, WorkerMessage, WorkerMessageBody};
use shared::queue::{Consumer, Delivery};
use shared::telemetry::chain;
use tokio_util::sync::CancellationToken;

use crate::core::event::Event;
use crate::intake::{Intake, IntakeClosed};

/// The queue has ended although nobody asked it to.
#[derive(Debug, thiserror::Error)]
#[error("the queue of results has ended")]
pub(crate) struct QueueEnded;

/// Takes messages until the shutdown, at most so many at the same time, and then finishes those.
///
/// # Errors
/// When the queue ends earlier.
pub(crate) async fn run(
    mut results: Box<dyn Consumer>,
    intake: Arc<dyn Intake>,
    at_once: u16,
    shutdown: CancellationToken,
) -> Result<(), QueueEnded> {
    let mut taken = FuturesUnordered::new();
    let ended = loop {
        let next = tokio::select! {
            Some(()) = taken.next() => continue,
            next = results.receive(), if taken.len() < usize::from(at_once) => next,
            () = shutdown.cancelled() => break Ok(()),
        };
        let Some(delivery) = next else { break Err(QueueEnded) };
        taken.push(take_in(delivery, &*intake));
    };
    while taken.next().await.is_some() {}
    ended
}

async fn take_in(delivery: Box<dyn Delivery>, intake: &dyn Intake) {
    let message = match WorkerMessage::decode(delivery.message()).map_err(|error| chain(&error).to_string()) {
        Ok(message) => message,
        Err(reason) => return delivery.dead_letter(reason).await,
    };
    match intake.submit(event_of(message.body)).await {
        Ok(()) => delivery.done().await,
        Err(IntakeClosed) => delivery.give_back().await,
    }
}

fn event_of(body: WorkerMessageBody) -> Event {
    match body {
        WorkerMessageBody::Job(event) => Event::Job(event),
        WorkerMessageBody::Provider(state) => Event::Provider(state),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use futures_util::FutureExt as _;
    use futures_util::future::BoxFuture;
    use jiff::Timestamp;
    use shared::job::{Epoch, ProviderState};
    use shared::queue::in_process::InProcessQueue;
    use shared::queue::{Outgoing, Publisher as _, Topic};
    use tokio::sync::Barrier;

    use super::*;

    /// A store that commits three events together, and nothing before there are three.
    #[derive(Debug)]
    struct Threes(Barrier);

    impl Intake for Threes {
        fn submit(&self, _event: Event) -> BoxFuture<'_, Result<(), IntakeClosed>> {
            async move {
                self.0.wait().await;
                Ok(())
            }
            .boxed()
        }
    }

    #[tokio::test]
    async fn results_wait_for_the_disk_together() {
        let queue = InProcessQueue::new();
        let state = ProviderState {
            epoch: Epoch::new("life"),
            blocked: None,
            affordable_credits: None,
            keys: Vec::new(),
            missing_keys: Vec::new(),
            since: Timestamp::now(),
            at: Timestamp::now(),
        };
        let message = WorkerMessage::from(WorkerMessageBody::Provider(state));
        for _ in 0..3 {
            queue.publish(Topic::Results, Outgoing::new(message.encode())).await.unwrap();
        }
        let threes = Arc::new(Threes(Barrier::new(4)));
        let shutdown = CancellationToken::new();
        let running = run(Box::new(queue.consumer(Topic::Results)), threes.clone(), 3, shutdown.clone());
        // The fourth to come is this test: it is let through only when three results are handed in at the same time.
        let all_came = async {
            tokio::time::timeout(Duration::from_secs(20), threes.0.wait()).await.unwrap();
            shutdown.cancel();
        };
        let (ran, ()) = tokio::join!(running, all_came);
        ran.unwrap();
    }
}
