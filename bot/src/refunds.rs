//! Gives Stars back, as the core decided, and reports. What is lost here is handed out again by its due time.

use std::convert::Infallible;
use std::sync::Arc;

use shared::clock::Clock;
use shared::telemetry::chain;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::core::event::{Event, RefundOutcome, RefundReport, RefundStars};
use crate::intake::Intake;
use crate::telegram::client::{Telegram, after};
use crate::telegram::failure::{CallError, Refusal};
use crate::telegram::{errands, stars};

/// Refunds that may wait.
const WAITING_MAX: usize = 64;

/// Calls made at the same time.
const CALLS_MAX: usize = 2;

/// Where refunds are handed in.
#[derive(Debug, Clone)]
pub(crate) struct Refunds(mpsc::Sender<RefundStars>);

/// Makes them.
#[derive(Debug)]
pub(crate) struct Refunder {
    waiting: mpsc::Receiver<RefundStars>,
    telegram: Telegram,
    intake: Arc<dyn Intake>,
    clock: Arc<dyn Clock>,
}

/// A refunder and the way to hand refunds to it.
pub(crate) fn refunds(telegram: Telegram, intake: Arc<dyn Intake>, clock: Arc<dyn Clock>) -> (Refunds, Refunder) {
    let (sender, waiting) = mpsc::channel(WAITING_MAX);
    (Refunds(sender), Refunder { waiting, telegram, intake, clock })
}

impl Refunds {
    /// Has Stars given back. Never blocks; when too much waits it is left to its due time.
    pub(crate) fn push(&self, refund: RefundStars) {
        if self.0.try_send(refund).is_err() {
            tracing::warn!("too many refunds wait; one is left to its due time");
        }
    }
}

impl Refunder {
    /// Gives back until the shutdown; what is in hand is finished.
    ///
    /// # Errors
    /// None.
    pub(crate) async fn run(self, shutdown: CancellationToken) -> Result<(), Infallible> {
        let Self { waiting, telegram, intake, clock } = self;
        let perform = |refund| give_back_and_report(telegram.clone(), Arc::clone(&intake), Arc::clone(&clock), refund);
        errands::run(waiting, CALLS_MAX, &shutdown, perform).await;
        Ok(())
    }
}

async fn give_back_and_report(telegram: Telegram, intake: Arc<dyn Intake>, clock: Arc<dyn Clock>, refund: RefundStars) {
    let RefundStars { charge, user, attempt, until } = refund;
    if clock.now() > until {
        return;
    }
    let called = stars::refund(&telegram, user, &charge).await;
    if let Err(error) = &called {
        tracing::warn!(charge.id = charge, attempt, error = %chain(error), "Stars were not given back by this call");
    }
    let outcome = match called {
        Ok(()) => RefundOutcome::Returned,
        Err(error) => outcome_of(&error, &*clock),
    };
    if intake.submit(Event::Refund(RefundReport { charge, attempt, outcome })).await.is_err() {
        tracing::debug!("a refund ended too late for this process; it is asked for again at the next start");
    }
}

fn outcome_of(error: &CallError, clock: &dyn Clock) -> RefundOutcome {
    match error {
        // An earlier call was heard, or Telegram has been told by somebody else.
        CallError::Refused { text, .. } if text.contains("CHARGE_ALREADY_REFUNDED") => RefundOutcome::Returned,
        // The bot is not what it should be: that will be mended, and is not this payment's fault.
        CallError::Refused { refusal: Refusal::TokenRefused | Refusal::Conflict, .. } => RefundOutcome::TryAgain(None),
        CallError::Refused { text, .. } => RefundOutcome::Refused(text.clone()),
        CallError::RetryAfter(wait) => RefundOutcome::TryAgain(Some(after(clock.now(), *wait))),
        // Telegram said that it did it, in a shape that is new.
        CallError::UnknownShape { .. } => RefundOutcome::Returned,
        CallError::NotSent(_) | CallError::AnswerLost(_) | CallError::ServerFailed { .. } => {
            RefundOutcome::TryAgain(None)
        }
    }
}
