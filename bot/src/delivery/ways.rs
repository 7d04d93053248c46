//! The ways to deliver a video, and what Telegram's answers mean for them.

use std::convert::Infallible;
use std::time::Duration;

use futures_util::StreamExt as _;
use reqwest::Body;
use reqwest::multipart::{Form, Part};
use serde::de::IgnoredAny;
use shared::telemetry;
use teloxide::payloads::SendChatAction;
use teloxide::types::{ChatAction, ChatId};
use tokio_util::io::ReaderStream;

use super::copies::CopyError;
use super::{BY_URL_TIMEOUT, Parts, TRY_TIMEOUT};
use crate::core::event::{Button, ButtonAction, Deliver, DeliveryOutcome};
use crate::telegram::client::{SentMessage, after};
use crate::telegram::failure::{CallError, Refusal};
use crate::telegram::payloads::{self, SendVideoByUrl};

/// What a bot may upload to Telegram.
const UPLOAD_BYTES_MAX: u64 = 50 << 20;
/// Telegram shows what a bot is doing for five seconds.
const CHAT_ACTION_SHOWN: Duration = Duration::from_secs(4);
/// The label of the button that opens our copy; understood in every language.
const LINK_LABEL: &str = "⬇️ MP4";

/// Telegram fetches the video from the provider.
pub(super) async fn by_url(parts: &Parts, deliver: &Deliver) -> DeliveryOutcome {
    let urls = match parts.copies.allowed(&deliver.urls) {
        Ok(urls) => urls,
        Err(error) => return no_copy(deliver, &CopyError::Download(error)),
    };
    let mut outcome = DeliveryOutcome::TryAgain(None);
    for url in urls {
        let payload = SendVideoByUrl {
            chat_id: deliver.user.0,
            video: url,
            caption: &deliver.caption,
            supports_streaming: true,
            reply_markup: payloads::markup(&deliver.keyboard),
        };
        outcome = parts.outcome(deliver, parts.telegram.call_within(&payload, BY_URL_TIMEOUT).await);
        if !matches!(outcome, DeliveryOutcome::WayRefused(_)) {
            break;
        }
    }
    outcome
}

/// We read the video, from our copy or from the provider, and stream it to Telegram.
pub(super) async fn upload(parts: &Parts, deliver: &Deliver) -> DeliveryOutcome {
    let (body, size_bytes) = match open(parts, deliver).await {
        Ok(opened) => opened,
        Err(outcome) => return outcome,
    };
    if size_bytes > UPLOAD_BYTES_MAX {
        return DeliveryOutcome::WayRefused(format!("{size_bytes} bytes are more than a bot may upload"));
    }
    let form = match form(deliver, body, size_bytes) {
        Ok(form) => form,
        Err(error) => return DeliveryOutcome::WayRefused(telemetry::chain(&error).to_string()),
    };
    tokio::select! {
        sent = parts.telegram.upload("SendVideo", form, TRY_TIMEOUT) => parts.outcome(deliver, sent),
        never = say_that_a_video_comes(parts, deliver) => match never {},
    }
}

/// We keep a copy and send the address of it.
pub(super) async fn link(parts: &Parts, deliver: &Deliver) -> DeliveryOutcome {
    let Some(links) = &parts.links else {
        return DeliveryOutcome::WayRefused("the bot has no public address (see WEBHOOK_URL)".to_owned());
    };
    if let Err(error) = parts.copies.keep(deliver.job, &deliver.urls).await {
        return no_copy(deliver, &error);
    }
    let mut keyboard = deliver.keyboard.clone();
    let open = ButtonAction::Open(links.url(deliver.job));
    keyboard.0.insert(0, vec![Button { label: LINK_LABEL.to_owned(), action: open }]);
    if parts.outbound.permit(deliver.user.0).await.is_none() {
        return DeliveryOutcome::TryAgain(None);
    }
    let sent = parts.telegram.call(&payloads::message(deliver.user.0, &deliver.link_html, &keyboard)).await;
    parts.outcome(deliver, sent)
}

impl Parts {
    fn outcome(&self, deliver: &Deliver, sent: Result<SentMessage, CallError>) -> DeliveryOutcome {
        let error = match sent {
            Ok(sent) => return DeliveryOutcome::Delivered { file_id: sent.into_file_id() },
            Err(error) => error,
        };
        if error.is_ambiguous() {
            metrics::counter!("starreel_deliveries_ambiguous_total").increment(1);
        }
        tracing::warn!(job.id = %deliver.job, deliver.attempt, error = %telemetry::chain(&error), "a video was not delivered");
        match error {
            CallError::Refused { refusal: Refusal::Unreachable, .. } => DeliveryOutcome::Unreachable,
            // Not the video's fault.
            CallError::Refused { refusal: Refusal::TokenRefused | Refusal::Conflict, .. } => {
                DeliveryOutcome::TryAgain(None)
            }
            CallError::Refused { text, .. } => DeliveryOutcome::WayRefused(text),
            CallError::RetryAfter(wait) => {
                let until = after(self.clock.now(), wait);
                self.outbound.pause(deliver.user.0, until);
                DeliveryOutcome::TryAgain(Some(until))
            }
            // It was sent; to try again would send it again and again.
            CallError::UnknownShape { .. } => DeliveryOutcome::Delivered { file_id: None },
            CallError::NotSent(_) | CallError::AnswerLost(_) | CallError::ServerFailed { .. } => {
                DeliveryOutcome::TryAgain(None)
            }
        }
    }
}

/// The bytes to upload and how many they are.
async fn open(parts: &Parts, deliver: &Deliver) -> Result<(Body, u64), DeliveryOutcome> {
    let copy = match parts.copies.find(deliver.job).await {
        Ok(copy) => copy,
        Err(error) => return Err(no_copy(deliver, &CopyError::Disk(error))),
    };
    if copy.is_none() {
        let original = parts.copies.open_original(&deliver.urls).await;
        let original = original.map_err(|error| no_copy(deliver, &CopyError::Download(error)))?;
        if let Some(size_bytes) = original.size_bytes() {
            return Ok((Body::wrap_stream(original.into_stream().boxed()), size_bytes));
        }
    }
    // Telegram wants to know the size before the bytes; what the provider does not say is known from a copy.
    let copy = match copy {
        Some(copy) => copy,
        None => parts.copies.keep(deliver.job, &deliver.urls).await.map_err(|error| no_copy(deliver, &error))?,
    };
    Ok((Body::wrap_stream(ReaderStream::new(copy.file)), copy.size_bytes))
}

fn form(deliver: &Deliver, body: Body, size_bytes: u64) -> Result<Form, FormError> {
    let video = Part::stream_with_length(body, size_bytes).file_name("video.mp4");
    let video = video.mime_str("video/mp4").map_err(FormError::Mime)?;
    let mut form = Form::new()
        .text("chat_id", deliver.user.to_string())
        .text("caption", deliver.caption.clone())
        .text("supports_streaming", "true");
    if let Some(markup) = payloads::markup(&deliver.keyboard) {
        form = form.text("reply_markup", serde_json::to_string(&markup).map_err(FormError::Buttons)?);
    }
    Ok(form.part("video", video))
}

#[derive(Debug, thiserror::Error)]
enum FormError {
    #[error("the kind of the file cannot be written")]
    Mime(#[source] reqwest::Error),
    #[error("the buttons cannot be written")]
    Buttons(#[source] serde_json::Error),
}

/// Shows it as long as it is awaited.
async fn say_that_a_video_comes(parts: &Parts, deliver: &Deliver) -> Infallible {
    let action = SendChatAction::new(ChatId(deliver.user.0), ChatAction::UploadVideo);
    loop {
        if let Err(error) = parts.telegram.call::<_, IgnoredAny>(&action).await {
            tracing::debug!(class = error.class(), "nobody is told that a video comes");
        }
        tokio::time::sleep(CHAT_ACTION_SHOWN).await;
    }
}

/// What it means for the delivery that a video cannot be read or copied.
fn no_copy(deliver: &Deliver, error: &CopyError) -> DeliveryOutcome {
    match error {
        CopyError::Download(source) if source.is_final() => {
            DeliveryOutcome::WayRefused(telemetry::chain(source).to_string())
        }
        CopyError::Download(source) => {
            tracing::warn!(job.id = %deliver.job, error = %telemetry::chain(source), "a video could not be read");
            DeliveryOutcome::TryAgain(None)
        }
        CopyError::TooLarge => DeliveryOutcome::WayRefused(error.to_string()),
        CopyError::NoRoom { .. } | CopyError::Disk(_) => {
            tracing::error!(job.id = %deliver.job, error = %telemetry::chain(error), "a video cannot be kept: make room on the disk");
            DeliveryOutcome::TryAgain(None)
        }
    }
}
