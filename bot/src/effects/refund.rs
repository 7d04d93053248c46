//! Gives Stars back, and reports.

use std::convert::Infallible;

use shared::telemetry::chain;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::{Reporter, Task, task_pool};
use crate::core::event::{Outcome, Receipt, Refusal};
use crate::telegram::client::{Telegram, after};
use crate::telegram::failure::{self, CallError};
use crate::telegram::stars;

/// Calls made at the same time.
const CALLS_MAX: usize = 2;

/// Gives Stars back until the shutdown; calls in hand are finished.
///
/// # Errors
/// None.
pub(super) async fn run(
    waiting: mpsc::Receiver<Task<String>>,
    telegram: Telegram,
    reporter: Reporter,
    shutdown: CancellationToken,
) -> Result<(), Infallible> {
    let perform = |task| refund_and_report(telegram.clone(), reporter.clone(), task);
    task_pool::run(waiting, CALLS_MAX, &shutdown, perform).await;
    Ok(())
}

async fn refund_and_report(telegram: Telegram, reporter: Reporter, task: Task<String>) {
    if reporter.is_too_late(&task) {
        return;
    }
    let Task { ticket, user, work: charge, .. } = task;
    let outcome = match stars::refund(&telegram, user, &charge).await {
        Ok(()) => Outcome::Done(Receipt::Nothing),
        Err(error) => {
            let attempt = ticket.attempt;
            tracing::warn!(charge.id = charge, attempt, error = %chain(&error), "Stars were not refunded by this call");
            outcome_of(&error, &reporter)
        }
    };
    reporter.report(ticket, outcome).await;
}

/// What a call about a payment that failed means.
pub(super) fn outcome_of(error: &CallError, reporter: &Reporter) -> Outcome {
    match error {
        // An earlier call arrived, or Telegram was told by somebody else.
        CallError::Refused { text, .. } if text.contains("CHARGE_ALREADY_REFUNDED") => Outcome::Done(Receipt::Nothing),
        // The bot is not what it should be: that will be mended, and is not this payment's fault.
        CallError::Refused { refusal: failure::Refusal::TokenRefused | failure::Refusal::Conflict, .. } => {
            Outcome::TryAgain(None)
        }
        CallError::Refused { text, .. } => Outcome::Refused(Refusal::Other(text.clone())),
        CallError::RetryAfter(wait) => Outcome::TryAgain(Some(after(reporter.clock.now(), *wait))),
        // Telegram said that it did it, in a shape that is new.
        CallError::UnknownShape { .. } => Outcome::Done(Receipt::Nothing),
        CallError::NotSent(_) | CallError::AnswerLost(_) | CallError::ServerFailed { .. } => Outcome::TryAgain(None),
    }
}
