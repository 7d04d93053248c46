//! Calls to the Bot API.
//!
//! The payloads are those of `teloxide-core`; the transport is ours, because teloxide's waits ten seconds inside of any
//! call that met an HTTP status of 5xx (a checkout must be answered within ten), takes an answer that its closed types
//! do not know for a failure although the message was sent, drops the error code, and shows the token when a bot is
//! printed.
//! What newer Bot API offers than teloxide knows goes out through payloads of our own.
//!
//! Every call has a total time-out; how long depends on what is called, so one HTTP client serves them all.

use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use jiff::Timestamp;
use reqwest::multipart::Form;
use reqwest::{RequestBuilder, Response};
use secrecy::{ExposeSecret as _, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use teloxide_core::payloads::GetFile;
use teloxide_core::requests::Payload;
use teloxide_core::types::FileId;
use url::Url;

use super::failure::{CallError, Refusal};
use super::payloads::GetUpdates;
use crate::core::ids::MessageId;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// For a call that only says something.
const CALL_TIMEOUT: Duration = Duration::from_secs(15);
/// How long Telegram holds a poll open: its own cap.
const POLL_SECONDS: u16 = 50;
const POLL_TIMEOUT: Duration = Duration::from_secs(65);
/// For reading a file of at most 20 MB.
const DOWNLOAD_TIMEOUT: Duration = Duration::from_secs(120);
/// Telegram's words are kept up to this length: some of its sentences quote us.
const REFUSAL_CHARS_MAX: usize = 200;

/// A bot at a Bot API server.
#[derive(Debug, Clone)]
pub struct Telegram {
    api: Url,
    token: SecretString,
    http: reqwest::Client,
}

/// What we need to know of a message that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SentMessage {
    /// Its number within the chat.
    pub message_id: MessageId,
    /// The video in it.
    video: Option<SentFile>,
    /// A video without sound becomes one of these, and is then not among `video`.
    animation: Option<SentFile>,
    /// What Telegram does not take for a video.
    document: Option<SentFile>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct SentFile {
    file_id: String,
}

impl SentMessage {
    /// Telegram's name for the file in it, to send it again.
    #[must_use]
    pub fn into_file_id(self) -> Option<String> {
        self.video.or(self.animation).or(self.document).map(|file| file.file_id)
    }
}

/// A file that Telegram hands out for at least an hour.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RemoteFile {
    /// Where. Absent when Telegram does not hand it out.
    pub file_path: Option<String>,
    /// Size in bytes, if Telegram says it.
    pub file_size: Option<u64>,
}

impl Telegram {
    /// A bot with `token` at the server at `api`. Nothing is called yet.
    ///
    /// # Errors
    /// When the system gives no means to make connections.
    pub fn new(token: SecretString, api: Url) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .tcp_nodelay(true)
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        Ok(Self { api, token, http })
    }

    /// Makes a call and reads as much of the answer as `T` asks for.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn call<P, T>(&self, payload: &P) -> Result<T, CallError>
    where
        P: Payload + Serialize + Sync,
        T: DeserializeOwned,
    {
        self.call_within(payload, CALL_TIMEOUT).await
    }

    /// Makes a call that may take longer than usual.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn call_within<P, T>(&self, payload: &P, timeout: Duration) -> Result<T, CallError>
    where
        P: Payload + Serialize + Sync,
        T: DeserializeOwned,
    {
        let request = || self.http.post(self.method_url(P::NAME)).timeout(timeout);
        match perform(P::NAME, request().json(payload)).await {
            Err(CallError::Refused { text, .. }) if is_about_a_lost_topic(&text) => {
                let mut elsewhere = serde_json::to_value(payload).unwrap_or_default();
                elsewhere.as_object_mut().and_then(|fields| fields.remove("message_thread_id"));
                perform(P::NAME, request().json(&elsewhere)).await
            }
            called => called,
        }
    }

    /// Makes a call that brings a file along.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn upload<T>(&self, method: &'static str, form: Form, timeout: Duration) -> Result<T, CallError>
    where
        T: DeserializeOwned,
    {
        perform(method, self.http.post(self.method_url(method)).multipart(form).timeout(timeout)).await
    }

    /// Waits for updates from `offset` on, which tells Telegram that all before it are done with. Each as it was sent,
    /// so that one odd update does not lose the others.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn updates(&self, offset: Option<i64>) -> Result<Vec<Box<RawValue>>, CallError> {
        self.call_within(&GetUpdates::new(offset, POLL_SECONDS), POLL_TIMEOUT).await
    }

    /// Asks where a file is.
    ///
    /// # Errors
    /// See [`CallError`]; [`Refusal::TooLarge`] for a file that bots may not read.
    pub async fn file(&self, file_id: &str) -> Result<RemoteFile, CallError> {
        self.call(&GetFile::new(FileId(file_id.to_owned()))).await
    }

    /// Opens a file to be read from the beginning, if wanted only its first bytes; the server may send more.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn open(&self, path: &str, first_bytes: Option<usize>) -> Result<OpenFile, CallError> {
        let mut request = self.http.get(self.file_url(path)).timeout(DOWNLOAD_TIMEOUT);
        if let Some(bytes) = first_bytes {
            request = request.header(reqwest::header::RANGE, format!("bytes=0-{}", bytes.saturating_sub(1)));
        }
        let response = request.send().await.map_err(CallError::from_transport)?;
        let status = response.status();
        if status.is_success() {
            return Ok(OpenFile(response));
        }
        if status.is_server_error() {
            return Err(CallError::ServerFailed { status: status.as_u16() });
        }
        Err(CallError::Refused { refusal: Refusal::Other, text: format!("the file is not there (HTTP {status})") })
    }

    fn method_url(&self, method: &str) -> Url {
        self.url(["bot", self.token.expose_secret()].concat(), None, method)
    }

    fn file_url(&self, path: &str) -> Url {
        self.url(["bot", self.token.expose_secret()].concat(), Some("file"), path)
    }

    fn url(&self, bot: String, before: Option<&str>, path: &str) -> Url {
        let mut url = self.api.clone();
        // A URL that cannot have a path is left as it is; a call to it then fails as one that cannot be sent.
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(before).push(&bot).extend(path.split('/'));
        }
        url
    }
}

/// Whether the topic is gone or closed that something was sent to. It goes to the chat itself then.
fn is_about_a_lost_topic(refusal: &str) -> bool {
    refusal.contains("message thread not found") || refusal.contains("TOPIC_")
}

/// A file being read from Telegram.
#[derive(Debug)]
pub struct OpenFile(Response);

impl OpenFile {
    /// Size of the whole file in bytes, if the server says it.
    #[must_use]
    pub fn size_bytes(&self) -> Option<u64> {
        if self.0.status() != reqwest::StatusCode::PARTIAL_CONTENT {
            return self.0.content_length();
        }
        let range = self.0.headers().get(reqwest::header::CONTENT_RANGE)?.to_str().ok()?;
        range.rsplit_once('/')?.1.parse().ok()
    }

    /// The next bytes; none at the end.
    ///
    /// # Errors
    /// See [`CallError`].
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, CallError> {
        self.0.chunk().await.map_err(CallError::from_transport)
    }

    /// The bytes as they come.
    pub fn into_stream(self) -> impl Stream<Item = Result<Bytes, CallError>> + Send + 'static {
        self.0.bytes_stream().map(|chunk| chunk.map_err(CallError::from_transport))
    }
}

/// The envelope of every answer.
#[derive(Deserialize)]
struct Answer {
    ok: bool,
    #[serde(default)]
    result: Option<Box<RawValue>>,
    #[serde(default)]
    error_code: Option<u16>,
    #[serde(default)]
    description: String,
    #[serde(default)]
    parameters: Option<AnswerParameters>,
}

#[derive(Deserialize)]
struct AnswerParameters {
    retry_after: Option<u64>,
}

async fn perform<T: DeserializeOwned>(method: &'static str, request: RequestBuilder) -> Result<T, CallError> {
    let result = exchange(method, request).await;
    let outcome = result.as_ref().err().map_or("ok", CallError::class);
    metrics::counter!("starreel_telegram_calls_total", "method" => method, "outcome" => outcome).increment(1);
    result
}

async fn exchange<T: DeserializeOwned>(method: &'static str, request: RequestBuilder) -> Result<T, CallError> {
    let response = request.send().await.map_err(CallError::from_transport)?;
    let status = response.status().as_u16();
    let retry_after =
        response.headers().get(reqwest::header::RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
    let body = response.bytes().await.map_err(CallError::from_transport)?;
    let answer = match serde_json::from_slice::<Answer>(&body) {
        Ok(answer) if answer.ok => answer,
        Ok(answer) => return Err(refused(status, retry_after, answer)),
        // Not the Bot API's own words: a proxy before it speaks, by HTTP status alone.
        Err(_) => {
            let answer =
                Answer { ok: false, result: None, error_code: None, description: String::new(), parameters: None };
            return Err(refused(status, retry_after, answer));
        }
    };
    let result = answer.result.as_deref().map_or("null", RawValue::get);
    serde_json::from_str(result).map_err(|error| CallError::UnknownShape { method, source: error.into() })
}

fn refused(status: u16, retry_after: Option<u64>, answer: Answer) -> CallError {
    let code = answer.error_code.unwrap_or(status);
    if let Some(seconds) = answer.parameters.and_then(|parameters| parameters.retry_after) {
        return CallError::RetryAfter(Duration::from_secs(seconds));
    }
    match code {
        429 => CallError::RetryAfter(Duration::from_secs(retry_after.unwrap_or(1).max(1))),
        400..=499 => {
            let text: String = without_quotes(&answer.description).chars().take(REFUSAL_CHARS_MAX).collect();
            let text = if text.is_empty() { format!("HTTP status {status}") } else { text };
            CallError::Refused { refusal: Refusal::classify(code, &text), text }
        }
        _ => CallError::ServerFailed { status },
    }
}

/// What Telegram quotes may be a person's words: `can't parse entities: unsupported start tag "…"`.
fn without_quotes(text: &str) -> String {
    let parts = text.split('"').enumerate();
    parts.map(|(number, part)| if number % 2 == 0 { part } else { "\"…\"" }).collect()
}

/// The moment after a wait that Telegram asked for.
pub(crate) fn after(now: Timestamp, wait: Duration) -> Timestamp {
    now.saturating_add(jiff::SignedDuration::try_from(wait).unwrap_or(jiff::SignedDuration::MAX))
        .unwrap_or(Timestamp::MAX)
}
