//! Hands the picture of a job on to the worker that makes a video of it, straight from Telegram and without keeping it.
//!
//! Workers know neither the bot token nor Telegram's file names; a signed URL that ends with the job is all they get.

use std::fmt::Debug;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use shared::clock::Clock;
use shared::image_type::ImageType;
use shared::job::JobId;
use shared::signing::SigningKey;
use shared::telemetry;
use url::Url;

use super::client::{OpenFile, Telegram};
use super::failure::CallError;

const PURPOSE: &str = "attachment";

/// Knows the pictures of jobs.
pub trait Attachments: Send + Sync + Debug {
    /// The picture of a job, if the job has one.
    ///
    /// # Errors
    /// When that cannot be looked up now. The worker asks again; told that there is none, it would give the job up.
    fn file_of(&self, job: JobId) -> BoxFuture<'_, Result<Option<AttachmentFile>, LookUpFailed>>;
}

/// Whether a job has a picture is not known now. Its cause has been logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the picture of a job cannot be looked up")]
pub struct LookUpFailed;

/// A picture that Telegram keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachmentFile {
    /// Telegram's name for it.
    pub file_id: String,
    /// Its kind, as its first bytes told.
    pub kind: ImageType,
}

/// The address of a job's picture, good until then, below the address of the bot.
#[must_use]
pub fn attachment_url(base: &Url, key: &SigningKey, job: JobId, until: Timestamp) -> Url {
    let (job, until) = (job.to_string(), until.as_second().to_string());
    let mac = key.sign(PURPOSE, &[&job, &until]);
    let mut url = base.clone();
    // A URL that cannot have a path is left as it is; the settings allow only http and https.
    if let Ok(mut segments) = url.path_segments_mut() {
        segments.pop_if_empty().extend(["attachments", &job, &until, &mac]);
    }
    url
}

/// Serves pictures to whoever has their address.
pub fn router(telegram: Telegram, attachments: Arc<dyn Attachments>, key: SigningKey, clock: Arc<dyn Clock>) -> Router {
    Router::new().route("/attachments/{job}/{until}/{mac}", get(serve)).with_state(Served {
        telegram,
        attachments,
        key,
        clock,
    })
}

#[derive(Debug, Clone)]
struct Served {
    telegram: Telegram,
    attachments: Arc<dyn Attachments>,
    key: SigningKey,
    clock: Arc<dyn Clock>,
}

async fn serve(
    State(served): State<Served>,
    Path((job, until, mac)): Path<(String, String, String)>,
) -> Result<Response, StatusCode> {
    if !served.key.verify(PURPOSE, &[&job, &until], &mac) {
        return Err(StatusCode::NOT_FOUND);
    }
    let job: JobId = job.parse().map_err(|_foreign| StatusCode::NOT_FOUND)?;
    let until: i64 = until.parse().map_err(|_foreign| StatusCode::NOT_FOUND)?;
    if served.clock.now().as_second() > until {
        return Err(StatusCode::GONE);
    }
    let file = served.attachments.file_of(job).await;
    let file = file.map_err(|_failed| StatusCode::SERVICE_UNAVAILABLE)?.ok_or(StatusCode::NOT_FOUND)?;
    match open(&served.telegram, &file.file_id).await {
        Ok(Some(open)) => Ok(stream(open, file.kind)),
        Ok(None) => Err(StatusCode::BAD_GATEWAY),
        Err(error) => {
            tracing::warn!(job.id = %job, error = %telemetry::chain(&error), "a job's picture could not be read from Telegram");
            Err(StatusCode::BAD_GATEWAY)
        }
    }
}

async fn open(telegram: &Telegram, file_id: &str) -> Result<Option<OpenFile>, CallError> {
    match telegram.file(file_id).await?.file_path {
        Some(path) => telegram.open(&path, None).await.map(Some),
        None => Ok(None),
    }
}

fn stream(open: OpenFile, kind: ImageType) -> Response {
    let size = open.size_bytes();
    let mut response = Body::from_stream(open.into_stream()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.mime()));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(size) = size {
        headers.insert(header::CONTENT_LENGTH, size.into());
    }
    response
}
