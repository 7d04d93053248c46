//! The methods to deliver a video, and what Telegram's answers mean for them.
//!
//! Each of them looks first at what is to be delivered: only a video is sent, and never to Telegram unseen.

use std::convert::Infallible;
use std::error::Error;
use std::time::Duration;

use reqwest::Body;
use reqwest::multipart::{Form, Part};
use serde::de::IgnoredAny;
use shared::telemetry;
use teloxide_core::payloads::SendChatAction;
use teloxide_core::types::{ChatAction, ChatId};
use tokio_util::io::ReaderStream;
use url::Url;

use super::copies::{CopyError, DownloadError};
use super::video_file::VideoFacts;
use super::{BY_URL_TIMEOUT, Deliverer, TRY_TIMEOUT, Task};
use crate::core::effect::{Button, ButtonAction, Deliver, MessageEffect};
use crate::core::event::{self, Outcome, Receipt};
use crate::telegram::client::{SentMessage, after};
use crate::telegram::failure::{CallError, Refusal};
use crate::telegram::payloads::{self, SendVideo};

/// What Telegram fetches itself.
/// Source: core.telegram.org/bots/api#sending-files
const BY_URL_BYTES_MAX: u64 = 20 << 20;
/// What a bot may upload to Telegram.
const UPLOAD_BYTES_MAX: u64 = 50 << 20;
/// Telegram shows what a bot is doing for five seconds.
const CHAT_ACTION_SHOWN: Duration = Duration::from_secs(4);
/// The label of the button that opens the video elsewhere; understood in every language.
const LINK_LABEL: &str = "⬇️ MP4";

/// Telegram fetches the video from the provider.
pub(super) async fn by_url(deliverer: &Deliverer, task: &Task<Deliver>) -> Outcome {
    let found = match deliverer.copies.find_original(&task.work.urls, task.work.seconds).await {
        Ok(found) => found,
        // Then it is ours to send.
        Err(error) if error.is_final() && has_copy(deliverer, task).await => return refused(chain(&error)),
        Err(error) => return no_copy(task, &CopyError::Download(error)),
    };
    if let Some(size_bytes) = found.size_bytes.filter(|size_bytes| *size_bytes > BY_URL_BYTES_MAX) {
        return refused(format!("{size_bytes} bytes are more than Telegram fetches"));
    }
    let (width, height, duration) = said(found.facts);
    let payload = |effect: Option<MessageEffect>| SendVideo {
        chat_id: task.user.0,
        message_thread_id: task.work.topic,
        video: found.url.as_str(),
        caption: &task.work.caption,
        parse_mode: payloads::HTML,
        width,
        height,
        duration,
        supports_streaming: true,
        message_effect_id: effect.map(payloads::effect_id),
        reply_markup: payloads::markup(&task.work.keyboard),
    };
    let effect = task.work.effect;
    let sent = match deliverer.telegram.call_within(&payload(effect), BY_URL_TIMEOUT).await {
        Err(error) if effect.is_some() && error.is_about_effect() => {
            deliverer.telegram.call_within(&payload(None), BY_URL_TIMEOUT).await
        }
        sent => sent,
    };
    deliverer.outcome(task, sent)
}

/// We read the video, from our copy or from the provider, and stream it to Telegram.
pub(super) async fn upload(deliverer: &Deliverer, task: &Task<Deliver>) -> Outcome {
    let Opened { body, size_bytes, facts } = match open(deliverer, task).await {
        Ok(opened) => opened,
        Err(outcome) => return outcome,
    };
    if size_bytes > UPLOAD_BYTES_MAX {
        return refused(format!("{size_bytes} bytes are more than a bot may upload"));
    }
    let form = match form(task, body, size_bytes, facts) {
        Ok(form) => form,
        Err(error) => return refused(chain(&error)),
    };
    tokio::select! {
        sent = deliverer.telegram.upload("SendVideo", form, TRY_TIMEOUT) => deliverer.outcome(task, sent),
        never = say_that_a_video_comes(deliverer, task) => match never {},
    }
}

/// We send an address of the video: that of a copy of ours if we have a public one, else the provider's own.
pub(super) async fn link(deliverer: &Deliverer, task: &Task<Deliver>) -> Outcome {
    let link = match open_to_the_person(deliverer, task).await {
        Ok(link) => link,
        Err(outcome) => return outcome,
    };
    let words = &task.work.link;
    let why = if link.is_too_large { &words.too_large } else { &words.not_taken };
    let until = if link.is_ours { &words.kept } else { &words.at_provider };
    let html = format!("{why}\n\n{until}");
    let mut keyboard = task.work.keyboard.clone();
    let open = ButtonAction::Open(link.url);
    keyboard.0.insert(0, vec![Button::new(LINK_LABEL, open)]);
    if deliverer.outbound.permit(task.user.0).await.is_none() {
        return Outcome::TryAgain(None);
    }
    deliverer.outcome(
        task,
        deliverer.telegram.call(&payloads::message(task.user.0, task.work.topic, &html, &keyboard)).await,
    )
}

/// Where a person can open the video.
struct Link {
    url: Url,
    is_ours: bool,
    /// Whether it is a link because Telegram takes no such files.
    is_too_large: bool,
}

async fn open_to_the_person(deliverer: &Deliverer, task: &Task<Deliver>) -> Result<Link, Outcome> {
    let is_too_large = |size_bytes| size_bytes > UPLOAD_BYTES_MAX;
    // `BOT_URL` would not do: it is where workers reach the bot, seldom where people can.
    if let Some(links) = &deliverer.links {
        match deliverer.copies.keep(task.work.job, &task.work.urls).await {
            Ok(copy) => {
                let (url, is_too_large) = (links.url(task.work.job), is_too_large(copy.size_bytes));
                return Ok(Link { url, is_ours: true, is_too_large });
            }
            Err(error @ CopyError::Download(_)) => return Err(no_copy(task, &error)),
            Err(error) => log_no_room(task, &error),
        }
    }
    match deliverer.copies.find_original(&task.work.urls, task.work.seconds).await {
        Ok(found) => {
            let is_too_large = found.size_bytes.is_some_and(is_too_large);
            Ok(Link { url: found.url, is_ours: false, is_too_large })
        }
        Err(error) if error.is_final() && has_copy(deliverer, task).await => {
            tracing::warn!(job.id = %task.work.job, "a video cannot be sent as a link without a public address: set WEBHOOK_URL");
            Err(Outcome::Refused(event::Refusal::TooLarge))
        }
        Err(error) => Err(no_copy(task, &CopyError::Download(error))),
    }
}

impl Deliverer {
    fn outcome(&self, task: &Task<Deliver>, sent: Result<SentMessage, CallError>) -> Outcome {
        let error = match sent {
            Ok(sent) => return Outcome::Done(Receipt::Video(sent.into_file_id())),
            Err(error) => error,
        };
        // What broke off was the download that we were passing on.
        if let Some(broken) = cause(&error) {
            return unread(task, broken);
        }
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
            CallError::NotSent(_) => Outcome::TryAgain(None),
            CallError::AnswerLost(_) | CallError::ServerFailed { .. } => Outcome::Unclear,
        }
    }
}

/// A video to upload.
struct Opened {
    body: Body,
    size_bytes: u64,
    facts: VideoFacts,
}

async fn open(deliverer: &Deliverer, task: &Task<Deliver>) -> Result<Opened, Outcome> {
    let failed = |error: CopyError| no_copy(task, &error);
    let Deliver { job, urls, seconds, .. } = &task.work;
    let mut copy = deliverer.copies.find(*job).await.map_err(CopyError::Disk).map_err(failed)?;
    if copy.is_none() {
        let found =
            deliverer.copies.find_original(urls, *seconds).await.map_err(CopyError::Download).map_err(failed)?;
        if let Some(size_bytes) = found.size_bytes.filter(|size_bytes| *size_bytes > UPLOAD_BYTES_MAX) {
            return Err(refused(format!("{size_bytes} bytes are more than a bot may upload")));
        }
        let original = deliverer.copies.open_original(std::slice::from_ref(&found.url)).await;
        let original = original.map_err(CopyError::Download).map_err(failed)?;
        if let Some(size_bytes) = original.size_bytes() {
            let body = Body::wrap_stream(original.into_stream());
            return Ok(Opened { body, size_bytes, facts: found.facts });
        }
        // Telegram wants to know the size before the bytes; what the provider does not say is known from a copy.
        copy = Some(deliverer.copies.keep(*job, urls).await.map_err(failed)?);
    }
    let Some(mut copy) = copy else { return Err(Outcome::TryAgain(None)) };
    let facts = copy.facts().await.map_err(CopyError::Disk).map_err(failed)?;
    let size_bytes = copy.size_bytes;
    Ok(Opened { body: Body::wrap_stream(ReaderStream::new(copy.file)), size_bytes, facts })
}

async fn has_copy(deliverer: &Deliverer, task: &Task<Deliver>) -> bool {
    deliverer.copies.find(task.work.job).await.is_ok_and(|copy| copy.is_some())
}

/// Width, height and seconds, as Telegram is told of them so that it shows more than a black tile.
fn said(facts: VideoFacts) -> (Option<u32>, Option<u32>, Option<u64>) {
    // Half a second is shown as one rather than as nothing.
    let seconds = facts.duration.map(|duration| duration.saturating_add(Duration::from_millis(500)).as_secs().max(1));
    (facts.size.map(|(width, _)| width), facts.size.map(|(_, height)| height), seconds)
}

fn form(task: &Task<Deliver>, body: Body, size_bytes: u64, facts: VideoFacts) -> Result<Form, FormError> {
    let (name, mime) = if facts.is_webm { ("video.webm", "video/webm") } else { ("video.mp4", "video/mp4") };
    let video = Part::stream_with_length(body, size_bytes).file_name(name);
    let video = video.mime_str(mime).map_err(FormError::Mime)?;
    let mut form = Form::new()
        .text("chat_id", task.user.to_string())
        .text("caption", task.work.caption.clone())
        .text("parse_mode", payloads::HTML)
        .text("supports_streaming", "true");
    if let Some(topic) = task.work.topic {
        form = form.text("message_thread_id", topic.to_string());
    }
    let (width, height, duration) = said(facts);
    let width_and_height = [("width", width.map(u64::from)), ("height", height.map(u64::from))];
    for (name, value) in width_and_height.into_iter().chain([("duration", duration)]) {
        if let Some(value) = value {
            form = form.text(name, value.to_string());
        }
    }
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

fn chain(error: &(dyn Error + 'static)) -> String {
    telemetry::chain(error).to_string()
}

/// The failure of a download that broke an upload.
fn cause(error: &CallError) -> Option<&DownloadError> {
    let mut source = error.source();
    while let Some(cause) = source {
        if let Some(download) = cause.downcast_ref() {
            return Some(download);
        }
        source = cause.source();
    }
    None
}

/// What it means for the delivery that a video cannot be read where the provider has it.
fn unread(task: &Task<Deliver>, error: &DownloadError) -> Outcome {
    let error_text = chain(error);
    tracing::warn!(job.id = %task.work.job, error = error_text, "a video could not be read");
    match error {
        DownloadError::Gone { .. } => Outcome::Refused(event::Refusal::Gone(error_text)),
        DownloadError::NotAVideo(_) | DownloadError::NotAllowed(_) | DownloadError::Nowhere => {
            Outcome::Refused(event::Refusal::NoVideo(error_text))
        }
        DownloadError::Failed { .. } | DownloadError::Transport(_) => {
            Outcome::Refused(event::Refusal::HostAway(error_text))
        }
    }
}

/// What it means for the delivery that a video cannot be read or copied.
fn no_copy(task: &Task<Deliver>, error: &CopyError) -> Outcome {
    match error {
        CopyError::Download(source) => unread(task, source),
        CopyError::TooLarge => refused(error.to_string()),
        CopyError::NoRoom { .. } | CopyError::DiskAlmostFull { .. } | CopyError::Disk(_) => {
            log_no_room(task, error);
            // The next method can do without a copy.
            if error.is_no_room() { refused(chain(error)) } else { Outcome::TryAgain(None) }
        }
    }
}

fn log_no_room(task: &Task<Deliver>, error: &CopyError) {
    let (job, error_text) = (task.work.job, telemetry::chain(error));
    if matches!(error, CopyError::DiskAlmostFull { .. }) {
        // The alert on the free disk says it first, and the video goes another way.
        tracing::warn!(job.id = %job, error = %error_text, "a video is sent without a copy: make room on the disk");
    } else {
        tracing::error!(job.id = %job, error = %error_text, "a video cannot be kept: make room on the disk");
    }
}
