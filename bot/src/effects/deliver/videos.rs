//! Serves our copies of videos to whoever has their address.

use std::io::SeekFrom;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use shared::job::JobId;
use shared::signing::SigningKey;
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};
use tokio_util::io::ReaderStream;
use url::Url;

use super::copies::{Copies, OpenCopy};

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
        let mut url = self.base.clone();
        // A URL that cannot have a path is left as it is; the settings allow only http and https.
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(["videos", &job, &mac]);
        }
        url
    }
}

/// Serves copies, whole or in parts as players ask for them.
pub fn router(copies: Copies, key: SigningKey) -> Router {
    Router::new().route("/videos/{job}/{mac}", get(serve)).with_state((copies, key))
}

async fn serve(
    State((copies, key)): State<(Copies, SigningKey)>,
    Path((job, mac)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, StatusCode> {
    if !key.verify(PURPOSE, &[&job], &mac) {
        return Err(StatusCode::NOT_FOUND);
    }
    let job: JobId = job.parse().map_err(|_foreign| StatusCode::NOT_FOUND)?;
    let copy = copies.find(job).await.map_err(|error| {
        tracing::error!(job.id = %job, %error, "a copy of a video cannot be read");
        StatusCode::INTERNAL_SERVER_ERROR
    })?;
    let copy = copy.ok_or(StatusCode::NOT_FOUND)?;
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok());
    let wanted = Wanted::read(range, copy.size_bytes);
    respond(job, copy, wanted).await.map_err(|error| {
        tracing::error!(job.id = %job, %error, "a copy of a video cannot be read");
        StatusCode::INTERNAL_SERVER_ERROR
    })
}

/// Which bytes are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Whole,
    /// The first and the last byte, both included.
    Part(u64, u64),
    Nothing,
}

impl Wanted {
    /// Reads a Range header. What we do not understand, such as several parts, asks for the whole, as RFC 9110 allows.
    fn read(range: Option<&str>, size_bytes: u64) -> Self {
        let Some((first, last)) = range.and_then(|range| range.strip_prefix("bytes=")?.split_once('-')) else {
            return Self::Whole;
        };
        let end = size_bytes.saturating_sub(1);
        match (first.parse::<u64>().ok(), last.parse::<u64>().ok()) {
            (Some(first), _) if first >= size_bytes => Self::Nothing,
            (Some(first), None) if last.is_empty() => Self::Part(first, end),
            (Some(first), Some(last)) if first <= last => Self::Part(first, last.min(end)),
            (None, Some(0)) if first.is_empty() => Self::Nothing,
            (None, Some(count)) if first.is_empty() => Self::Part(size_bytes.saturating_sub(count), end),
            _ => Self::Whole,
        }
    }
}

async fn respond(job: JobId, mut copy: OpenCopy, wanted: Wanted) -> std::io::Result<Response> {
    let size = copy.size_bytes;
    let (status, first, length) = match wanted {
        Wanted::Whole => (StatusCode::OK, 0, size),
        Wanted::Part(first, last) => (StatusCode::PARTIAL_CONTENT, first, last - first + 1),
        Wanted::Nothing => {
            let headers = [(header::CONTENT_RANGE, format!("bytes */{size}"))];
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, headers).into_response());
        }
    };
    copy.file.seek(SeekFrom::Start(first)).await?;
    let body = Body::from_stream(ReaderStream::new(copy.file.take(length)));
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("video/mp4"));
    headers.insert(header::CONTENT_LENGTH, length.into());
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let name = format!("attachment; filename=\"{job}.mp4\"");
    headers.extend(HeaderValue::try_from(name).ok().map(|name| (header::CONTENT_DISPOSITION, name)));
    if let Wanted::Part(first, last) = wanted {
        let range = HeaderValue::try_from(format!("bytes {first}-{last}/{size}")).ok();
        headers.extend(range.map(|range| (header::CONTENT_RANGE, range)));
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn players_get_the_parts_that_they_ask_for() {
        for (range, wanted) in [
            (None, Wanted::Whole),
            (Some("bytes=0-"), Wanted::Part(0, 99)),
            (Some("bytes=10-19"), Wanted::Part(10, 19)),
            (Some("bytes=90-500"), Wanted::Part(90, 99)),
            (Some("bytes=-10"), Wanted::Part(90, 99)),
            (Some("bytes=-500"), Wanted::Part(0, 99)),
            (Some("bytes=100-"), Wanted::Nothing),
            (Some("bytes=-0"), Wanted::Nothing),
            (Some("bytes=0-1,5-6"), Wanted::Whole),
            (Some("bytes=9-3"), Wanted::Whole),
            (Some("lines=1-2"), Wanted::Whole),
        ] {
            assert_eq!(Wanted::read(range, 100), wanted, "{range:?}");
        }
        assert_eq!(Wanted::read(Some("bytes=0-"), 0), Wanted::Nothing);
    }
}
