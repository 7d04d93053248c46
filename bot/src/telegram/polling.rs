//! Updates by long polling: for a bot without a public address.
//!
//! The offset is never stored: the first call sends none, Telegram repeats what was not acknowledged, and the store
//! drops what it knows. The next offset, which acknowledges a batch, is asked for only when all of the batch is
//! committed; a crash or a stop in between costs a repetition.
//!
//! Nothing that Telegram answers ends it: pauses grow, and the [`connection`](super::connection) is looked at.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesOrdered;
use shared::retry::Backoff;
use shared::telemetry;
use tokio_util::sync::CancellationToken;

use super::client::Telegram;
use super::connection::Connection;
use super::failure::{CallError, Refusal};
use super::incoming;
use crate::intake::{Intake, IntakeClosed};

const BACKOFF: Backoff = Backoff { first: Duration::from_millis(500), max: Duration::from_secs(30) };

/// Asks Telegram for updates and hands them in, until the shutdown. What comes of each poll is told to `connection`.
///
/// # Errors
/// When the store takes nothing any more.
pub async fn run(
    telegram: Telegram,
    intake: Arc<dyn Intake>,
    connection: Arc<Connection>,
    shutdown: CancellationToken,
) -> Result<(), IntakeClosed> {
    match shutdown.run_until_cancelled(poll_for_ever(&telegram, intake.as_ref(), &connection)).await {
        None => Ok(()),
        Some(IntakeClosed) if shutdown.is_cancelled() => Ok(()),
        Some(closed) => Err(closed),
    }
}

async fn poll_for_ever(telegram: &Telegram, intake: &dyn Intake, connection: &Connection) -> IntakeClosed {
    let mut offset = None;
    let mut failures = 0;
    loop {
        let polled = telegram.updates(offset).await;
        connection.polled(polled.as_ref().map(drop));
        let batch = match polled {
            Ok(batch) => batch,
            Err(error) => {
                failures += 1;
                wait_after(&error, failures).await;
                continue;
            }
        };
        failures = 0;
        if !batch.is_empty() {
            connection.heard();
        }
        match submit_batch(intake, batch.iter().map(|raw| raw.get())).await {
            Ok(Some(last)) => offset = Some(last + 1),
            Ok(None) if batch.is_empty() => {}
            Ok(None) => {
                tracing::error!("a batch of updates has no update number; Telegram will repeat it");
                failures += 1;
                let delay = BACKOFF.delay(failures, &mut rand::rng());
                tokio::time::sleep(delay).await;
            }
            Err(closed) => return closed,
        }
    }
}

/// Hands in all updates of a batch, what is about money first, else in Telegram's order. They are committed together, as far
/// as they fit. The highest update number.
async fn submit_batch(intake: &dyn Intake, batch: impl Iterator<Item = &str>) -> Result<Option<i64>, IntakeClosed> {
    let updates: Vec<_> = batch.filter_map(incoming::read).collect();
    let last = updates.iter().map(|incoming| incoming.update.update_id).max();
    let (money, others): (Vec<_>, Vec<_>) =
        updates.into_iter().partition(|incoming| incoming::is_about_money(&incoming.update));
    let events = money.into_iter().chain(others).map(incoming::event);
    // In this order: a future is begun when it is put in, and what it hands in is in the writer's lane then.
    let mut handed_in: FuturesOrdered<_> = events.map(|event| intake.submit(event)).collect();
    while let Some(committed) = handed_in.next().await {
        committed?;
    }
    Ok(last)
}

async fn wait_after(error: &CallError, failures: u32) {
    let delay = BACKOFF.delay(failures, &mut rand::rng());
    match error {
        CallError::RetryAfter(asked) => return tokio::time::sleep(*asked).await,
        CallError::Refused { refusal: Refusal::Conflict, text } => {
            tracing::warn!(
                text,
                "another process polls with this bot's token, or a webhook is set: stop the other one"
            );
        }
        CallError::Refused { .. }
        | CallError::NotSent(_)
        | CallError::AnswerLost(_)
        | CallError::ServerFailed { .. }
        | CallError::UnknownShape { .. } => {
            tracing::warn!(error = %telemetry::chain(error), failures, "no updates from Telegram; trying again");
        }
    }
    tokio::time::sleep(delay).await;
}
