//! Serves our copies of videos to whoever has their address.

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use shared::http::below;
use shared::job::JobId;
use shared::signing::SigningKey;
use tower_http::services::ServeFile;
use url::Url;

use super::copies::Copies;

const PURPOSE: &str = "video";

/// Makes the addresses of copies.
#[derive(Debug, Clone)]
pub struct VideoLinks {
    /// The public address of the bot.
    pub base: Url,
    /// Signs the addresses.
    pub key: SigningKey,
}

impl VideoLinks {
    /// The address of a job's copy.
    #[must_use]
    pub fn url(&self, job: JobId) -> Url {
        let job = job.to_string();
        let mac = self.key.sign(PURPOSE, &[&job]);
        below(&self.base, &["videos", &job, &mac])
    }
}

/// Serves copies, whole or in parts as players ask for them.
pub fn router(copies: Copies, key: SigningKey) -> Router {
    Router::new().route("/videos/{job}/{mac}", get(serve)).with_state((copies, key))
}

async fn serve(
    State((copies, key)): State<(Copies, SigningKey)>,
    Path((job, mac)): Path<(String, String)>,
    mut request: Request,
) -> Result<Response, StatusCode> {
    if !key.verify(PURPOSE, &[&job], &mac) {
        return Err(StatusCode::NOT_FOUND);
    }
    let job: JobId = job.parse().map_err(|_foreign| StatusCode::NOT_FOUND)?;
    // RFC 9110, 14.2: a server may answer with the whole file. `ServeFile` would refuse several ranges.
    if request.headers().get(header::RANGE).is_some_and(|range| !is_single_range(range)) {
        request.headers_mut().remove(header::RANGE);
    }
    let served = ServeFile::new(copies.path(job)).try_call(request).await;
    let mut response = served.map(Response::into_response).map_err(|error| {
        tracing::error!(job.id = %job, %error, "a copy of a video cannot be read");
        StatusCode::INTERNAL_SERVER_ERROR
    })?;
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let name = format!("attachment; filename=\"{job}.mp4\"");
    headers.extend(HeaderValue::try_from(name).ok().map(|name| (header::CONTENT_DISPOSITION, name)));
    Ok(response)
}

fn is_single_range(range: &HeaderValue) -> bool {
    range.as_bytes().starts_with(b"bytes=") && !range.as_bytes().contains(&b',')
}
