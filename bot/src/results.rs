//! Takes in what workers say, each message acknowledged when it is committed.

use std::sync::Arc;

use shared::job::{Message as _, WorkerMessage};
use shared::queue::{Consumer, Delivery};
use shared::telemetry::chain;
use shared::trace;
use tokio_util::sync::CancellationToken;
use tracing::Instrument as _;

use crate::core::event::Event;
use crate::intake::{Intake, IntakeClosed};

/// The queue has ended although nobody asked it to.
#[derive(Debug, thiserror::Error)]
#[error("the queue of results has ended")]
pub(crate) struct QueueEnded;

/// Takes messages until the shutdown.
///
/// # Errors
/// When the queue ends earlier.
pub(crate) async fn run(
    mut results: Box<dyn Consumer>,
    intake: Arc<dyn Intake>,
    shutdown: CancellationToken,
) -> Result<(), QueueEnded> {
    while let Some(next) = shutdown.run_until_cancelled(results.receive()).await {
        let delivery = next.ok_or(QueueEnded)?;
        let span = trace::span(delivery.trace());
        take_in(delivery, &*intake).instrument(span).await;
    }
    Ok(())
}

async fn take_in(delivery: Box<dyn Delivery>, intake: &dyn Intake) {
    let message = match WorkerMessage::decode(delivery.message()).map_err(|error| chain(&error).to_string()) {
        Ok(message) => message,
        Err(reason) => return delivery.bury(reason).await,
    };
    match intake.submit(Event::Worker(message.body)).await {
        Ok(()) => delivery.done().await,
        Err(IntakeClosed) => delivery.give_back().await,
    }
}
