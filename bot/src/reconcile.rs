//! Reads Telegram's list of Star transactions: at the start, every few minutes, and when an operator asks.
//!
//! The core settles what is on it; here is only who asks for which page. A reading begins a little before the place
//! that the last one came to, and from the very beginning when that place is behind the end of the list.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use shared::clock::Clock;
use shared::telemetry::chain;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::core::event::Event;
use crate::core::ids::UserId;
use crate::core::reconcile::{StarBalance, StarsRead};
use crate::intake::{Intake, IntakeClosed};
use crate::store::Reader;
use crate::telegram::client::Telegram;
use crate::telegram::failure::CallError;
use crate::telegram::stars;

/// Transactions before the known end of the list that are read again.
const OVERLAP: i64 = 50;

/// Operators who may wait for a reading.
const ASKING_MAX: usize = 16;

/// After a failed reading the next one comes sooner.
const AFTER_FAILURE: Duration = Duration::from_secs(30);

/// Where readings are asked for.
#[derive(Debug, Clone)]
pub struct Reconcile(mpsc::Sender<UserId>);

/// Reads.
#[derive(Debug)]
pub struct Reconciler {
    asked: mpsc::Receiver<UserId>,
    telegram: Telegram,
    intake: Arc<dyn Intake>,
    reader: Reader,
    clock: Arc<dyn Clock>,
    every: Duration,
}

#[derive(Debug, thiserror::Error)]
enum ReadError {
    #[error(transparent)]
    Telegram(#[from] CallError),
    #[error("the database cannot be read")]
    Database(#[from] rusqlite::Error),
    #[error(transparent)]
    Closed(#[from] IntakeClosed),
}

/// A reconciler and the way to ask it.
#[must_use]
pub fn reconcile(
    telegram: Telegram,
    intake: Arc<dyn Intake>,
    reader: Reader,
    clock: Arc<dyn Clock>,
    every: Duration,
) -> (Reconcile, Reconciler) {
    let (sender, asked) = mpsc::channel(ASKING_MAX);
    (Reconcile(sender), Reconciler { asked, telegram, intake, reader, clock, every })
}

impl Reconcile {
    /// Has the list read for this operator. Never blocks; who asks when many do already is not told.
    pub fn ask(&self, operator: UserId) {
        if self.0.try_send(operator).is_err() {
            tracing::warn!(operator.id = operator.0, "too many ask for the list of transactions; one is left out");
        }
    }
}

impl Reconciler {
    /// Reads until the shutdown.
    ///
    /// # Errors
    /// None.
    pub async fn run(mut self, shutdown: CancellationToken) -> Result<(), Infallible> {
        let mut asked_by = None;
        while let Some(read) = shutdown.run_until_cancelled(self.read_and_report(asked_by)).await {
            let pause = if read { self.every } else { self.every.min(AFTER_FAILURE) };
            let wait = tokio::time::timeout(pause, self.asked.recv());
            asked_by = match shutdown.run_until_cancelled(wait).await {
                Some(Ok(Some(operator))) => Some(operator),
                Some(Err(_elapsed)) => None,
                // Nobody can ask any more: the bot is being taken apart.
                Some(Ok(None)) => break,
                None => return Ok(()),
            };
        }
        shutdown.cancelled().await;
        Ok(())
    }

    /// Says whether it went well.
    async fn read_and_report(&self, asked_by: Option<UserId>) -> bool {
        let began = self.clock.now();
        let outcome = match self.read().await {
            Ok(balance) => Ok(balance),
            Err(ReadError::Closed(_)) => return false,
            Err(error) => {
                metrics::counter!("starreel_reconcile_failures_total").increment(1);
                tracing::warn!(error = %chain(&error), "Telegram's list of Star transactions was not read; it is tried again");
                Err(chain(&error).to_string())
            }
        };
        let is_read = outcome.is_ok();
        let told = self.intake.submit(Event::StarsRead(StarsRead { began, asked_by, outcome })).await;
        is_read && told.is_ok()
    }

    async fn read(&self) -> Result<StarBalance, ReadError> {
        let mut cursor = self.reader.star_cursor().await?;
        let mut offset = cursor.saturating_sub(OVERLAP).max(0);
        loop {
            let page = stars::transactions(&self.telegram, offset).await?;
            let length = page.transactions.len();
            if length == 0 && offset > 0 && offset <= cursor {
                tracing::warn!(cursor, "Telegram's list of transactions is shorter than it was; it is read anew");
                (cursor, offset) = (0, 0);
                continue;
            }
            if length > 0 {
                self.intake.submit(Event::StarPage(page)).await?;
            }
            if length < stars::PAGE {
                return Ok(stars::balance(&self.telegram).await?);
            }
            offset = offset.saturating_add(i64::try_from(length).unwrap_or(i64::MAX));
        }
    }
}
