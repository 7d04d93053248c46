//! KIE's way of answering: HTTP 200 and a body with `code`, `msg`, `data`; and who is let in.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde_json::{Value, json};

use super::KieSim;
use super::caller::{self, Caller};

/// A request turned down, in KIE's words.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) code: u16,
    pub(super) message: Cow<'static, str>,
}

impl Refusal {
    pub(super) fn new(code: u16, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: message.into() }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        Json(json!({ "code": self.code, "msg": self.message, "data": null })).into_response()
    }
}

/// The good answer.
pub(super) fn success(data: impl Into<Value>) -> Response {
    Json(json!({ "code": 200, "msg": "success", "data": data.into() })).into_response()
}

/// Something that is no JSON, with HTTP 200.
pub(super) fn garbage() -> Response {
    ([(CONTENT_TYPE, "text/html")], "<html><head><title>Just a moment...</title></head><body></body></html>")
        .into_response()
}

/// The page of the proxy before KIE.
pub(super) fn bad_gateway() -> Response {
    (StatusCode::BAD_GATEWAY, [(CONTENT_TYPE, "text/html")], "<html><body><h1>502 Bad Gateway</h1></body></html>")
        .into_response()
}

/// The XML of an object store whose file is gone.
pub(super) fn no_such_key() -> Response {
    let body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does \
                not exist.</Message></Error>";
    ([(CONTENT_TYPE, "application/xml")], body).into_response()
}

/// Keeps the client waiting, then closes the connection without a byte of an answer: hyper drops a connection whose
/// body fails before the head was sent.
pub(super) async fn cut_after(wait: Duration) -> Response {
    tokio::time::sleep(wait).await;
    let broken = stream::once(async { Err::<bytes::Bytes, _>(std::io::Error::other("cut by an ordered fault")) });
    Response::new(Body::from_stream(broken))
}

/// Cuts every call while the line is dead.
pub(super) async fn cut_off(State(sim): State<Arc<KieSim>>, request: Request, next: Next) -> Response {
    if super::faults::is_cut_off(&mut sim.state().account.faults, super::now_ms()) {
        return cut_after(Duration::ZERO).await;
    }
    next.run(request).await
}

/// Lets only callers with the key in. A refusal for this reason has no `data` at all.
pub(super) async fn admit(State(sim): State<Arc<KieSim>>, request: Request, next: Next) -> Response {
    if knows_key(&sim, request.headers()) {
        return next.run(request).await;
    }
    Json(json!({ "code": 401, "msg": "Unauthorized – Authentication failed. Please check that your Authorization and \
         Content-Type headers are correctly set." }))
    .into_response()
}

/// The same for the upload host, which words it differently.
pub(super) async fn admit_upload(State(sim): State<Arc<KieSim>>, request: Request, next: Next) -> Response {
    if knows_key(&sim, request.headers()) {
        return next.run(request).await;
    }
    Json(json!({ "success": false, "code": 401, "msg": "Authentication failed: Invalid API Key" })).into_response()
}

/// `GET /api/v1/chat/credit`: the balance, which may be fractional.
pub(super) async fn credit(State(sim): State<Arc<KieSim>>, caller: Caller) -> Response {
    success(*sim.state().account.balance_of(&caller))
}

/// A path that KIE does not know is one of the few real HTTP errors.
pub(super) async fn no_such_path() -> Response {
    (StatusCode::NOT_FOUND, Json(json!({ "code": 404, "msg": "No message available" }))).into_response()
}

fn knows_key(sim: &KieSim, headers: &HeaderMap) -> bool {
    let key = caller::key(headers);
    let further = sim.state().account.further.get(key).map(|further| !further.is_refused);
    match (further, &sim.api_key) {
        (Some(is_let_in), _) => is_let_in,
        (None, Some(wanted)) => key == wanted,
        (None, None) => !key.is_empty(),
    }
}
