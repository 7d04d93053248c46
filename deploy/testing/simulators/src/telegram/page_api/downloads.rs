//! Files for the page, in ranges where asked: browsers play a video only so.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_TYPE, RANGE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;

use super::PageError;
use crate::telegram::TelegramSim;

/// Tells the page that a video has no sound, which the Bot API has no field for.
const NO_SOUND: &str = "x-no-sound";

pub(super) async fn file(
    State(sim): State<Arc<TelegramSim>>,
    Path((_, file_id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let missing = || PageError::not_found("There is no such file.");
    let file = sim.read(|state, _| state.files.get(&file_id).cloned()).ok_or_else(missing)?;
    let bytes = Bytes::from(tokio::fs::read(sim.files.path(&file.blob)).await.map_err(|_| missing())?);
    let range = headers.get(RANGE).and_then(|range| range.to_str().ok());
    let mut response = match range.map(|range| within(range, bytes.len())) {
        None => bytes.into_response(),
        Some(Some((first, last))) => {
            let whole = bytes.len();
            let part = Body::from(bytes.slice(first..=last));
            (StatusCode::PARTIAL_CONTENT, [(CONTENT_RANGE, format!("bytes {first}-{last}/{whole}"))], part)
                .into_response()
        }
        Some(None) => {
            let whole = bytes.len();
            (StatusCode::RANGE_NOT_SATISFIABLE, [(CONTENT_RANGE, format!("bytes */{whole}"))]).into_response()
        }
    };
    // What a person uploaded must not run in the page.
    let mime = if is_shown(&file.mime) { file.mime.as_str() } else { "application/octet-stream" };
    let fixed =
        [(ACCEPT_RANGES, "bytes"), (X_CONTENT_TYPE_OPTIONS, "nosniff"), (CACHE_CONTROL, "private, max-age=86400")];
    let headers = response.headers_mut();
    for (name, value) in fixed {
        headers.insert(name, value.parse().unwrap_or_else(|_| axum::http::HeaderValue::from_static("")));
    }
    if file.silent {
        headers.insert(NO_SOUND, axum::http::HeaderValue::from_static("1"));
    }
    if let Ok(mime) = mime.parse() {
        headers.insert(CONTENT_TYPE, mime);
    }
    Ok(response)
}

fn is_shown(mime: &str) -> bool {
    mime.starts_with("video/") || mime.starts_with("audio/") || mime.starts_with("image/") && mime != "image/svg+xml"
}

/// First and last byte of a single range; several ranges at once are not served.
fn within(range: &str, whole: usize) -> Option<(usize, usize)> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let end = whole.checked_sub(1)?;
    let (first, last) = match (first.trim(), last.trim()) {
        ("", suffix) => (whole.saturating_sub(suffix.parse().ok().filter(|length| *length > 0)?), end),
        (first, "") => (first.parse().ok()?, end),
        (first, last) => (first.parse().ok()?, last.parse::<usize>().ok()?.min(end)),
    };
    (first <= last && first < whole).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_cut_to_the_file() {
        assert_eq!(within("bytes=0-", 10), Some((0, 9)));
        assert_eq!(within("bytes=2-100", 10), Some((2, 9)));
        assert_eq!(within("bytes=-3", 10), Some((7, 9)));
        assert_eq!(within("bytes=10-", 10), None);
        assert_eq!(within("lines=1-2", 10), None);
    }
}
