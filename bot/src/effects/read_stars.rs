//! Reads Telegram's list of Star transactions: at the start, every few minutes, when an operator asks, and when a person
//! looks for credits.
//!
//! The core settles what is on it; here is only who asks for which page. A reading begins a little before the place
//! that the last one came to, and from the very beginning when that place is behind the end of the list.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use shared::clock::Clock;
use shared::telemetry::chain;
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;

use crate::core::event::{Event, StarBalance, StarsRead};
use crate::core::ids::UserId;
use crate::intake::{Intake, IntakeClosed};
use crate::store::Reader;
use crate::telegram::client::Telegram;
use crate::telegram::failure::CallError;
use crate::telegram::stars;

/// Transactions before the known end of the list that are read again.
const OVERLAP: i64 = 50;

/// After a failed reading the next one comes sooner.
const AFTER_FAILURE: Duration = Duration::from_secs(30);

/// Reads the list.
#[derive(Debug)]
pub struct Reading {
    /// Has the list.
    pub telegram: Telegram,
    /// Takes the pages.
    pub intake: Arc<dyn Intake>,
    /// Knows how far the list was read.
    pub reader: Reader,
    /// Says when a reading began.
    pub clock: Arc<dyn Clock>,
    /// The pause between two readings.
    pub every: Duration,
    /// The pause before a reading for people, however many of them look for credits.
    pub for_people: Duration,
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

/// The bot is being taken apart.
struct NobodyAsks;

impl Reading {
    /// Reads until the shutdown, also whenever an operator asks, and soon after a person does.
    ///
    /// # Errors
    /// None.
    pub async fn run(
        self,
        mut asked: mpsc::Receiver<Option<UserId>>,
        shutdown: CancellationToken,
    ) -> Result<(), Infallible> {
        let mut asked_by = None;
        while let Some(is_read) = shutdown.run_until_cancelled(self.read_and_report(asked_by)).await {
            let pause = if is_read { self.every } else { self.every.min(AFTER_FAILURE) };
            asked_by = match shutdown.run_until_cancelled(self.next_reading(&mut asked, pause)).await {
                Some(Ok(asked_by)) => asked_by,
                Some(Err(NobodyAsks)) => break,
                None => return Ok(()),
            };
        }
        shutdown.cancelled().await;
        Ok(())
    }

    /// Waits until the list is to be read again: after the pause, or sooner for whoever asks.
    async fn next_reading(
        &self,
        asked: &mut mpsc::Receiver<Option<UserId>>,
        pause: Duration,
    ) -> Result<Option<UserId>, NobodyAsks> {
        let ended = Instant::now();
        let mut next = ended + pause;
        loop {
            match timeout_at(next, asked.recv()).await {
                Ok(Some(Some(operator))) => return Ok(Some(operator)),
                Ok(Some(None)) => next = next.min(ended + self.for_people),
                Ok(None) => return Err(NobodyAsks),
                Err(_elapsed) => return Ok(None),
            }
        }
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
