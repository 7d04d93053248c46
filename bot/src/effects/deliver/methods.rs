//! The methods to deliver a video, and what Telegram's answers mean for them.

use std::convert::Infallible;
use std::time::Duration;

use futures_util::StreamExt as _;
use reqwest::Body;
use reqwest::multipart::{Form, Part};
use serde::de::IgnoredAny;
use shared::telemetry;
use teloxide_core::payloads::SendChatAction;
use teloxide_core::types::{ChatAction, ChatId};
use tokio_util::io::ReaderStream;

use super::copies::CopyError;
use super::{BY_URL_TIMEOUT, Deliverer, TRY_TIMEOUT, Task};
use crate::core::effect::{Button, ButtonAction, Deliver};
use crate::core::event::{self, Outcome, Receipt};
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
pub(super) async fn by_url(deliverer: &Deliverer, task: &Task<Deliver>) -> Outcome {
    let urls = match deliverer.copies.allowed(&task.work.urls) {
        Ok(urls) => urls,
        Err(error) => return no_copy(task, &CopyError::Download(error)),
    };
    let mut outcome = Outcome::TryAgain(None);
    for url in urls {
        let payload = SendVideoByUrl {
            chat_id: task.user.0,
            video: url,
            caption: &task.work.caption,
            supports_streaming: true,
            reply_markup: payloads::markup(&task.work.keyboard),
        };
        outcome = deliverer.outcome(task, deliverer.telegram.call_within(&payload, BY_URL_TIMEOUT).await);
        if !matches!(outcome, Outcome::Refused(_)) {
            break;
        }
    }
    outcome
}

/// We read the video, from our copy or from the provider, and stream it to Telegram.
pub(super) async fn upload(deliverer: &Deliverer, task: &Task<Deliver>) -> Outcome {
    let (body, size_bytes) = match open(deliverer, task).await {
        Ok(opened) => opened,
        Err(outcome) => return outcome,
    };
    if size_bytes > UPLOAD_BYTES_MAX {
        return refused(format!("{size_bytes} bytes are more than a bot may upload"));
    }
    let form = match form(task, body, size_bytes) {
        Ok(form) => form,
        Err(error) => return refused(telemetry::chain(&error).to_string()),
    };
    tokio::select! {
        sent = deliverer.telegram.upload("SendVideo", form, TRY_TIMEOUT) => deliverer.outcome(task, sent),
        never = say_that_a_video_comes(deliverer, task) => match never {},
    }
}

/// We keep a copy and send the address of it.
pub(super) async fn link(deliverer: &Deliverer, task: &Task<Deliver>) -> Outcome {
    let Some(links) = &deliverer.links else {
        return refused("the bot has no public address (see WEBHOOK_URL)".to_owned());
    };
    if let Err(error) = deliverer.copies.keep(task.work.job, &task.work.urls).await {
        return no_copy(task, &error);
    }
    let mut keyboard = task.work.keyboard.clone();
    let open = ButtonAction::Open(links.url(task.work.job));
    keyboard.0.insert(0, vec![Button { label: LINK_LABEL.to_owned(), action: open }]);
    if deliverer.outbound.permit(task.user.0).await.is_none() {
        return Outcome::TryAgain(None);
    }
    let sent = deliverer.telegram.call(&payloads::message(task.user.0, &task.work.link_html, &keyboard)).await;
    deliverer.outcome(task, sent)
}

impl Deliverer {
    fn outcome(&self, task: &Task<Deliver>, sent: Result<SentMessage, CallError>) -> Outcome {
        let error = match sent {
            Ok(sent) => return Outcome::Done(Receipt::Video(sent.into_file_id())),
            Err(error) => error,
        };
        if error.is_ambiguous() {
            metrics::counter!("starreel_deliveries_ambiguous_total").increment(1);
        }
        tracing::warn!(job.id = %task.work.job, task.ticket.attempt, error = %telemetry::chain(&error), "a video was not delivered");
        match error {
            CallError::Refused { refusal: Refusal::Unreachable, .. } => Outcome::Unreachable,
            // Not the video's fault.
            CallError::Refused { refusal: Refusal::TokenRefused | Refusal::Conflict, .. } => Outcome::TryAgain(None),
            CallError::Refused { text, .. } => refused(text),
            CallError::RetryAfter(wait) => {
                let until = after(self.reporter.clock.now(), wait);
                self.outbound.pause(task.user.0, until);
                Outcome::TryAgain(Some(until))
            }
            // It was sent; to try again would send it again and again.
            CallError::UnknownShape { .. } => Outcome::Done(Receipt::Video(None)),
            CallError::NotSent(_) | CallError::AnswerLost(_) | CallError::ServerFailed { .. } => {
                Outcome::TryAgain(None)
            }
        }
    }
}

/// The bytes to upload and how many they are.
async fn open(deliverer: &Deliverer, task: &Task<Deliver>) -> Result<(Body, u64), Outcome> {
    let copy = match deliverer.copies.find(task.work.job).await {
        Ok(copy) => copy,
        Err(error) => return Err(no_copy(task, &CopyError::Disk(error))),
    };
    if copy.is_none() {
        let original = deliverer.copies.open_original(&task.work.urls).await;
        let original = original.map_err(|error| no_copy(task, &CopyError::Download(error)))?;
        if let Some(size_bytes) = original.size_bytes() {
            return Ok((Body::wrap_stream(original.into_stream().boxed()), size_bytes));
        }
    }
    // Telegram wants to know the size before the bytes; what the provider does not say is known from a copy.
    let copy = match copy {
        Some(copy) => copy,
        None => deliverer.copies.keep(task.work.job, &task.work.urls).await.map_err(|error| no_copy(task, &error))?,
    };
    Ok((Body::wrap_stream(ReaderStream::new(copy.file)), copy.size_bytes))
}

fn form(task: &Task<Deliver>, body: Body, size_bytes: u64) -> Result<Form, FormError> {
    let video = Part::stream_with_length(body, size_bytes).file_name("video.mp4");
    let video = video.mime_str("video/mp4").map_err(FormError::Mime)?;
    let mut form = Form::new()
        .text("chat_id", task.user.to_string())
        .text("caption", task.work.caption.clone())
        .text("supports_streaming", "true");
    if let Some(markup) = payloads::markup(&task.work.keyboard) {
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
async fn say_that_a_video_comes(deliverer: &Deliverer, task: &Task<Deliver>) -> Infallible {
    let action = SendChatAction::new(ChatId(task.user.0), ChatAction::UploadVideo);
    loop {
        if let Err(error) = deliverer.telegram.call::<_, IgnoredAny>(&action).await {
            tracing::debug!(class = error.class(), "nobody is told that a video comes");
        }
        tokio::time::sleep(CHAT_ACTION_SHOWN).await;
    }
}

fn refused(reason: String) -> Outcome {
    Outcome::Refused(event::Refusal::Other(reason))
}

/// What it means for the delivery that a video cannot be read or copied.
fn no_copy(task: &Task<Deliver>, error: &CopyError) -> Outcome {
    match error {
        CopyError::Download(source) if source.is_final() => refused(telemetry::chain(source).to_string()),
        CopyError::Download(source) => {
            tracing::warn!(job.id = %task.work.job, error = %telemetry::chain(source), "a video could not be read");
            Outcome::TryAgain(None)
        }
        CopyError::TooLarge => refused(error.to_string()),
        CopyError::NoRoom { .. } | CopyError::Disk(_) => {
            tracing::error!(job.id = %task.work.job, error = %telemetry::chain(error), "a video cannot be kept: make room on the disk");
            Outcome::TryAgain(None)
        }
    }
}
