//! Records every call of the API for judges. The record exists before the call is handled, so that also a call whose
//! client went away, or whose answer was cut, is in the list.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::Response;
use http_body_util::BodyExt;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::caller::Caller;
use super::{JSON_BYTES_MAX, KieSim, now_ms};

/// Longer texts in a record are shortened: base64 files are of no use in it.
const RECORDED_CHARS_MAX: usize = 20_000;

/// A call and, once there is one, its answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Call {
    pub(super) number: u64,
    /// The account that called.
    #[serde(default)]
    pub(super) caller: Caller,
    pub(super) at: i64,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) query: Option<String>,
    pub(super) request: Value,
    /// None while unanswered, and for ever if the connection was cut.
    pub(super) http_status: Option<u16>,
    pub(super) response: Value,
}

/// Middleware that records.
pub(super) async fn record(State(sim): State<Arc<KieSim>>, request: Request, next: Next) -> Response {
    let (request, body) = read_request(request).await;
    let caller = Caller::of(&sim, request.headers());
    let number = sim.state().add_call(|number| Call {
        number,
        caller,
        at: now_ms(),
        method: request.method().to_string(),
        path: request.uri().path().to_owned(),
        query: request.uri().query().map(str::to_owned),
        request: body,
        http_status: None,
        response: Value::Null,
    });
    let (parts, body) = next.run(request).await.into_parts();
    let status = parts.status.as_u16();
    match body.collect().await {
        Ok(collected) => {
            let bytes = collected.to_bytes();
            if let Some(call) = sim.state().call_mut(number) {
                call.http_status = Some(status);
                call.response = recorded(&bytes);
            }
            Response::from_parts(parts, Body::from(bytes))
        }
        Err(error) => {
            if let Some(call) = sim.state().call_mut(number) {
                call.response = json!("connection cut");
            }
            Response::from_parts(parts, Body::from_stream(futures_util::stream::once(async { Err::<Bytes, _>(error) })))
        }
    }
}

/// Reads a JSON body for the record and puts it back; files stream past.
async fn read_request(request: Request) -> (Request, Value) {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/") {
        return (request, json!("a file"));
    }
    let (parts, body) = request.into_parts();
    match to_bytes(body, JSON_BYTES_MAX).await {
        Ok(bytes) => {
            let body = recorded(&bytes);
            (Request::from_parts(parts, Body::from(bytes)), body)
        }
        Err(_) => (Request::from_parts(parts, Body::empty()), json!("unreadable")),
    }
}

fn recorded(bytes: &[u8]) -> Value {
    if bytes.is_empty() {
        return Value::Null;
    }
    let text = String::from_utf8_lossy(bytes);
    if text.len() > RECORDED_CHARS_MAX {
        return json!(text.chars().take(RECORDED_CHARS_MAX).collect::<String>());
    }
    serde_json::from_str(&text).unwrap_or_else(|_| json!(text))
}
