//! Cancels subscriptions, or lets people go on with them, and reports.

use std::convert::Infallible;

use shared::telemetry::chain;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::refund::outcome_of;
use super::{Reporter, Task, task_pool};
use crate::core::effect::SubscriptionEdit;
use crate::core::event::{Outcome, Receipt};
use crate::telegram::client::Telegram;
use crate::telegram::stars;

/// Calls made at the same time.
const CALLS_MAX: usize = 2;

/// Changes subscriptions until the shutdown; calls in hand are finished.
///
/// # Errors
/// None.
pub(super) async fn run(
    waiting: mpsc::Receiver<Task<SubscriptionEdit>>,
    telegram: Telegram,
    reporter: Reporter,
    shutdown: CancellationToken,
) -> Result<(), Infallible> {
    let perform = |task| edit_and_report(telegram.clone(), reporter.clone(), task);
    task_pool::run(waiting, CALLS_MAX, &shutdown, perform).await;
    Ok(())
}

async fn edit_and_report(telegram: Telegram, reporter: Reporter, task: Task<SubscriptionEdit>) {
    if reporter.is_too_late(&task) {
        return;
    }
    let Task { ticket, user, work: edit, .. } = task;
    let outcome = match stars::edit_subscription(&telegram, user, &edit).await {
        Ok(()) => Outcome::Done(Receipt::Nothing),
        Err(error) => {
            let SubscriptionEdit { charge, is_cancelled } = &edit;
            tracing::warn!(charge.id = charge, is_cancelled, error = %chain(&error), "a subscription was not changed by this call");
            outcome_of(&error, &reporter)
        }
    };
    reporter.report(ticket, outcome).await;
}
