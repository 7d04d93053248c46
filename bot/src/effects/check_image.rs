//! Looks at the first bytes of an image that a person sent, before anybody pays for a video made of it.
//!
//! Deliberately absent: decoding. The bytes only tell the kind of the file.

use std::convert::Infallible;
use std::time::Duration;

use shared::image_type::ImageType;
use shared::retry::Backoff;
use shared::telemetry;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::{Reporter, Task, task_pool};
use crate::core::event::{Outcome, Receipt, Refusal};
use crate::telegram::client::Telegram;
use crate::telegram::failure::{self, CallError};

/// Images looked at at the same time.
const CHECKS_MAX: usize = 4;
const TRIES_MAX: u32 = 3;
const BACKOFF: Backoff = Backoff { first: Duration::from_millis(500), max: Duration::from_secs(5) };

/// Looks at images until the shutdown; those in hand are finished.
///
/// # Errors
/// None.
pub async fn run(
    waiting: mpsc::Receiver<Task<String>>,
    telegram: Telegram,
    reporter: Reporter,
    shutdown: CancellationToken,
) -> Result<(), Infallible> {
    let check = |task| check_and_report(telegram.clone(), reporter.clone(), task);
    task_pool::run(waiting, CHECKS_MAX, &shutdown, check).await;
    Ok(())
}

async fn check_and_report(telegram: Telegram, reporter: Reporter, task: Task<String>) {
    if reporter.is_too_late(&task) {
        return;
    }
    let outcome = check_patiently(&telegram, &task.work).await;
    reporter.report(task.ticket, outcome).await;
}

async fn check_patiently(telegram: &Telegram, file_id: &str) -> Outcome {
    let mut tries = 0;
    loop {
        tries += 1;
        let error = match check(telegram, file_id).await {
            Ok(seen) => return seen,
            Err(error) if error.refusal() == Some(failure::Refusal::TooLarge) => {
                return Outcome::Refused(Refusal::TooLarge);
            }
            Err(error) => error,
        };
        // That Telegram does not know the bot is not the image's fault, and may pass.
        let is_refused = error.refusal().is_some_and(|refusal| refusal != failure::Refusal::TokenRefused);
        if tries >= TRIES_MAX || is_refused {
            tracing::warn!(error = %telemetry::chain(&error), tries, "an image could not be read from Telegram");
            return Outcome::Refused(Refusal::Other(telemetry::chain(&error).to_string()));
        }
        let delay = BACKOFF.delay(tries, &mut rand::rng());
        tokio::time::sleep(delay).await;
    }
}

async fn check(telegram: &Telegram, file_id: &str) -> Result<Outcome, CallError> {
    let file = telegram.file(file_id).await?;
    let Some(path) = file.file_path else {
        return Ok(Outcome::Refused(Refusal::Other("Telegram names no path of the file".to_owned())));
    };
    let mut open = telegram.open(&path, Some(ImageType::HEAD_BYTES)).await?;
    let size_bytes = file.file_size.or_else(|| open.size_bytes()).unwrap_or_default();
    let mut head = Vec::with_capacity(ImageType::HEAD_BYTES);
    while head.len() < ImageType::HEAD_BYTES {
        let Some(chunk) = open.chunk().await? else { break };
        head.extend_from_slice(&chunk);
    }
    Ok(match ImageType::recognise(&head) {
        Some(kind) => Outcome::Done(Receipt::Image { kind, size_bytes }),
        None => Outcome::Refused(Refusal::NotAnImage),
    })
}
