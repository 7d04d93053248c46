//! The files that KIE gives out: results, and uploads for as long as they are kept.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::header::{ACCEPT_RANGES, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, RANGE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::{StreamExt as _, stream};
use serde_json::{Value, json};

use super::envelope::{Refusal, cut_after, garbage, no_such_key, success};
use super::faults::{Fault, Trouble};
use super::task::{Aspect, Outcome, Task};
use super::{KieSim, film, now_ms};

/// Results are kept as long as the general documentation says; another page says one day.
const KEPT_MS: i64 = 14 * 24 * 3_600_000;

const WIDE: [&[u8]; 2] = [include_bytes!("../../media/wide-dusk.mp4"), include_bytes!("../../media/wide-lagoon.mp4")];
const TALL: [&[u8]; 2] = [include_bytes!("../../media/tall-dusk.mp4"), include_bytes!("../../media/tall-lagoon.mp4")];
const SQUARE: [&[u8]; 2] =
    [include_bytes!("../../media/square-dusk.mp4"), include_bytes!("../../media/square-lagoon.mp4")];

pub(super) fn router() -> Router<Arc<KieSim>> {
    Router::new().route("/kie/files/{task}/{name}", get(result)).route("/kie/uploads/{*path}", get(upload))
}

/// `POST /api/v1/common/download-url`: another address for a result. Ours does not run out after 20 minutes.
pub(super) async fn download_url(State(sim): State<Arc<KieSim>>, body: Bytes) -> Response {
    let request: Value = serde_json::from_slice(&body).unwrap_or_default();
    let address = request["url"].as_str().unwrap_or_default();
    if address.starts_with(&format!("{}/kie/files/", sim.public_url())) {
        return success(format!("{address}?download=1"));
    }
    Refusal::new(422, "url is wrong").into_response()
}

async fn result(
    State(sim): State<Arc<KieSim>>,
    Path((task, _name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let (film, trouble) = {
        let mut state = sim.state();
        let Some(task) = state.task_mut(&task).filter(|task| is_kept(task)) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        (film::made(video(task), task.film.seconds, task.film.has_sound), Trouble::next(&mut task.result_trouble))
    };
    match trouble {
        None => ranged(film, "video/mp4", &headers),
        Some(fault) => bad_result(fault, film, &headers).await,
    }
}

/// What an ordered fault gives in place of the film.
#[expect(clippy::wildcard_enum_match_arm, reason = "only faults of this stage come here")]
async fn bad_result(fault: Fault, film: Bytes, headers: &HeaderMap) -> Response {
    let half = film.slice(..film.len() / 2);
    match fault {
        Fault::ResultHtml => garbage(),
        Fault::ResultXml => no_such_key(),
        Fault::ResultEmpty => ([(CONTENT_TYPE, "video/mp4"), (CONTENT_LENGTH, "0")], Body::empty()).into_response(),
        Fault::ResultTruncated => ranged(half, "video/mp4", headers),
        Fault::ResultCut => {
            // Without the pause, the server drops what it has not sent yet.
            let cut = async {
                tokio::time::sleep(Duration::from_millis(50)).await;
                Err(std::io::Error::other("cut by an ordered fault"))
            };
            let parts = stream::once(async { Ok(half) }).chain(stream::once(cut));
            let whole = [(CONTENT_TYPE, "video/mp4".to_owned()), (CONTENT_LENGTH, film.len().to_string())];
            (whole, Body::from_stream(parts)).into_response()
        }
        Fault::ResultUnreachable => cut_after(Duration::ZERO).await,
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn upload(State(sim): State<Arc<KieSim>>, Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Some(upload) = sim.state().uploads.get(&path).filter(|upload| upload.is_kept(now_ms())).cloned() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match tokio::fs::read(sim.uploads_dir.join(&upload.path)).await {
        Ok(bytes) => ranged(bytes.into(), &upload.mime_type, &headers),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn is_kept(task: &Task) -> bool {
    task.outcome == Some(Outcome::Success) && task.finished_at.is_some_and(|at| now_ms() < at + KEPT_MS)
}

/// Two films of each shape, so that a gallery does not look like one film.
fn video(task: &Task) -> &'static [u8] {
    let films = match task.film.aspect {
        Aspect::Wide => WIDE,
        Aspect::Tall => TALL,
        Aspect::Square => SQUARE,
    };
    films[usize::from(task.number.is_multiple_of(2))]
}

/// The whole file, or the one range asked for. Players need ranges to seek.
fn ranged(bytes: Bytes, mime_type: &str, headers: &HeaderMap) -> Response {
    let size = bytes.len();
    let common = [(ACCEPT_RANGES, "bytes"), (CACHE_CONTROL, "private, max-age=86400")];
    let kind = [(CONTENT_TYPE, mime_type.to_owned())];
    let Some(range) = headers.get(RANGE).and_then(|range| range.to_str().ok()) else {
        return (common, kind, [(CONTENT_LENGTH, size)], Body::from(bytes)).into_response();
    };
    match parse_range(range, size) {
        Some((start, end)) => {
            let place = [(CONTENT_RANGE, format!("bytes {start}-{end}/{size}"))];
            (StatusCode::PARTIAL_CONTENT, common, kind, place, Body::from(bytes.slice(start..=end))).into_response()
        }
        None => (StatusCode::RANGE_NOT_SATISFIABLE, [(CONTENT_RANGE, format!("bytes */{size}"))]).into_response(),
    }
}

/// First and last byte of `bytes=a-b`, `bytes=a-` or `bytes=-n`.
fn parse_range(range: &str, size: usize) -> Option<(usize, usize)> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let end = size.checked_sub(1)?;
    let (start, end) = if first.is_empty() {
        (size.saturating_sub(last.parse().ok()?), end)
    } else {
        (first.parse().ok()?, if last.is_empty() { end } else { last.parse::<usize>().ok()?.min(end) })
    };
    (start <= end).then_some((start, end))
}

/// What judges see of the uploads.
pub(super) async fn list_uploads(State(sim): State<Arc<KieSim>>) -> axum::Json<Value> {
    let state = sim.state();
    axum::Json(json!(state.uploads.values().collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_cut_to_the_file() {
        assert_eq!(parse_range("bytes=0-", 10), Some((0, 9)));
        assert_eq!(parse_range("bytes=2-50", 10), Some((2, 9)));
        assert_eq!(parse_range("bytes=-3", 10), Some((7, 9)));
        assert_eq!(parse_range("bytes=10-", 10), None);
        assert_eq!(parse_range("bytes=x", 10), None);
    }
}
