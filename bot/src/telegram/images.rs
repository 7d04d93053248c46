//! Hands the image of a job on to the worker that makes a video of it, straight from Telegram and without keeping it.
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
use shared::clock::Clock;
use shared::image_type::ImageType;
use shared::job::JobId;
use shared::signing::SigningKey;
use shared::telemetry;

use super::client::{OpenFile, Telegram};
use super::failure::{CallError, Refusal};
use crate::core::links::{image_of, is_image_link};

/// Knows the images of jobs.
pub trait Images: Send + Sync + Debug {
    /// The image of a job, if the job has one.
    ///
    /// # Errors
    /// When that cannot be looked up now. The worker asks again; told that there is none, it would give the job up.
    fn file_of(&self, job: JobId, image: usize) -> BoxFuture<'_, Result<Option<ImageFile>, LookUpFailed>>;
}

/// Whether a job has a image is not known now. Its cause has been logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the image of a job cannot be looked up")]
pub struct LookUpFailed;

/// A image that Telegram keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageFile {
    /// Telegram's name for it.
    pub file_id: String,
    /// Its kind, as its first bytes told.
    pub kind: ImageType,
}

/// Serves images to whoever has their address.
pub fn router(telegram: Telegram, images: Arc<dyn Images>, key: SigningKey, clock: Arc<dyn Clock>) -> Router {
    Router::new().route("/images/{name}/{until}/{mac}", get(serve)).with_state(Served { telegram, images, key, clock })
}

#[derive(Debug, Clone)]
struct Served {
    telegram: Telegram,
    images: Arc<dyn Images>,
    key: SigningKey,
    clock: Arc<dyn Clock>,
}

async fn serve(
    State(served): State<Served>,
    Path((name, until, mac)): Path<(String, String, String)>,
) -> Result<Response, StatusCode> {
    if !is_image_link(&served.key, &name, &until, &mac) {
        return Err(StatusCode::NOT_FOUND);
    }
    let (job, image) = image_of(&name).ok_or(StatusCode::NOT_FOUND)?;
    let until: i64 = until.parse().map_err(|_foreign| StatusCode::NOT_FOUND)?;
    if served.clock.now().as_second() > until {
        return Err(StatusCode::GONE);
    }
    let file = served.images.file_of(job, image).await;
    let file = file.map_err(|_failed| StatusCode::SERVICE_UNAVAILABLE)?.ok_or(StatusCode::NOT_FOUND)?;
    match open(&served.telegram, &file.file_id).await {
        Ok(Some(open)) => Ok(stream(open, file.kind)),
        Ok(None) => Err(StatusCode::BAD_GATEWAY),
        // The file was deleted, or its name was given to another bot. Workers ask a few times and give the job up.
        Err(error) if error.refusal().is_some_and(|refusal| refusal != Refusal::TokenRefused) => {
            tracing::warn!(job.id = %job, error = %telemetry::chain(&error), "Telegram does not have a job's image any more");
            Err(StatusCode::GONE)
        }
        Err(error) => {
            tracing::warn!(job.id = %job, error = %telemetry::chain(&error), "a job's image could not be read from Telegram");
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
