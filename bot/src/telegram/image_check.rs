//! Looks at the first bytes of a picture that a person sent, before anybody pays for a video made of it.
//!
//! Deliberately absent: decoding. The bytes only tell the kind of the file.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use shared::image_type::ImageType;
use shared::retry::Backoff;
use shared::telemetry;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::client::Telegram;
use super::errands;
use super::failure::{CallError, Refusal};
use crate::core::event::{CheckImage, Event, ImageCheck, ImageChecked};
use crate::intake::Intake;

/// Pictures that may wait to be looked at.
const WAITING_MAX: usize = 1024;
/// Pictures looked at at the same time.
const CHECKS_MAX: usize = 4;
const TRIES_MAX: u32 = 3;
const BACKOFF: Backoff = Backoff { first: Duration::from_millis(500), max: Duration::from_secs(5) };

/// Where pictures to look at are handed in. Cheap to clone.
#[derive(Debug, Clone)]
pub struct ImageChecks(mpsc::Sender<CheckImage>);

/// Looks at them.
#[derive(Debug)]
pub struct ImageChecker {
    telegram: Telegram,
    intake: Arc<dyn Intake>,
    waiting: mpsc::Receiver<CheckImage>,
}

/// A checker and the way to hand pictures to it.
#[must_use]
pub fn image_checks(telegram: Telegram, intake: Arc<dyn Intake>) -> (ImageChecks, ImageChecker) {
    let (sender, waiting) = mpsc::channel(WAITING_MAX);
    (ImageChecks(sender), ImageChecker { telegram, intake, waiting })
}

impl ImageChecks {
    /// Has a picture looked at. Never blocks; when too much waits it is not looked at, and its sender will try again.
    pub fn push(&self, request: CheckImage) {
        if self.0.try_send(request).is_err() {
            tracing::warn!("too many pictures wait to be looked at; one is left out");
        }
    }
}

impl ImageChecker {
    /// Looks at pictures and reports, until the shutdown; those in hand are finished.
    ///
    /// # Errors
    /// None.
    pub async fn run(self, shutdown: CancellationToken) -> Result<(), Infallible> {
        let Self { telegram, intake, waiting } = self;
        let check = |request| check_and_report(telegram.clone(), intake.clone(), request);
        errands::run(waiting, CHECKS_MAX, &shutdown, check).await;
        Ok(())
    }
}

async fn check_and_report(telegram: Telegram, intake: Arc<dyn Intake>, request: CheckImage) {
    let outcome = check_patiently(&telegram, &request.file_id).await;
    if intake.submit(Event::ImageChecked(ImageChecked { request, outcome })).await.is_err() {
        tracing::debug!("a picture was looked at too late for this process");
    }
}

async fn check_patiently(telegram: &Telegram, file_id: &str) -> ImageCheck {
    let mut tries = 0;
    loop {
        tries += 1;
        let error = match check(telegram, file_id).await {
            Ok(seen) => return seen,
            Err(error) if error.refusal() == Some(Refusal::TooLarge) => return ImageCheck::TooLarge,
            Err(error) => error,
        };
        if tries >= TRIES_MAX || error.refusal().is_some() {
            tracing::warn!(error = %telemetry::chain(&error), tries, "a picture could not be read from Telegram");
            return ImageCheck::Unavailable;
        }
        let delay = BACKOFF.delay(tries, &mut rand::rng());
        tokio::time::sleep(delay).await;
    }
}

async fn check(telegram: &Telegram, file_id: &str) -> Result<ImageCheck, CallError> {
    let file = telegram.file(file_id).await?;
    let Some(path) = file.file_path else {
        return Ok(ImageCheck::Unavailable);
    };
    let mut open = telegram.open(&path, Some(ImageType::HEAD_BYTES)).await?;
    let size_bytes = file.file_size.or_else(|| open.size_bytes()).unwrap_or_default();
    let mut head = Vec::with_capacity(ImageType::HEAD_BYTES);
    while head.len() < ImageType::HEAD_BYTES {
        let Some(chunk) = open.chunk().await? else { break };
        head.extend_from_slice(&chunk);
    }
    Ok(ImageType::recognise(&head).map_or(ImageCheck::NotAnImage, |kind| ImageCheck::Image { kind, size_bytes }))
}
