//! The Bot API's door: finds the method, applies ordered faults, answers in Telegram's envelope, and records the call.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{any, get};
use serde_json::{Value, json};

use super::TelegramSim;
use super::call_log::CallRecord;
use super::faults::{self, Fault, FaultKind};
use super::methods;
use super::params::{Params, UPLOAD_BYTES_MAX};
use super::refusal::{Answer, Refusal};

/// What `getFile` still offers for download.
pub(crate) const DOWNLOAD_BYTES_MAX: usize = 20 << 20;

/// `/bot<token>/<method>` and `/file/bot<token>/<path>`.
pub(crate) fn router(sim: Arc<TelegramSim>) -> Router {
    Router::new()
        .route("/bot{token}/{method}", any(call))
        .route("/file/bot{token}/{*path}", get(download))
        // One file of the largest size, and room for the other parts of the form.
        .layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX + (1 << 20)))
        .with_state(sim)
}

impl TelegramSim {
    /// Does a call and records it.
    pub(crate) async fn perform(&self, name: &str, mut params: Params) -> Answer {
        let answer = methods::dispatch(self, name, &mut params).await;
        self.record(name, &params, &answer, None);
        answer
    }

    fn record(&self, name: &str, params: &Params, answer: &Answer, fault: Option<&Fault>) {
        let (http_status, response) = envelope(answer);
        let record = CallRecord {
            at_ms: self.config.clock.now().as_millisecond(),
            method: methods::canonical(name).unwrap_or(name).to_owned(),
            params: params.to_json(),
            unknown_fields: params.unknown().to_vec(),
            http_status,
            response,
            fault: fault.map(|fault| json!(fault.fault).as_str().unwrap_or_default().to_owned()),
        };
        self.calls.lock().unwrap_or_else(PoisonError::into_inner).add(&record);
    }

    fn take_fault(&self, method: &str, params: &Params) -> Option<Fault> {
        if self.read(|state, _| state.faults.is_empty()) {
            return None;
        }
        self.change(|state, now| faults::take(&mut state.faults, method, params, now))
    }
}

async fn call(
    State(sim): State<Arc<TelegramSim>>,
    Path((token, method)): Path<(String, String)>,
    request: Request,
) -> Response {
    if token != sim.token() {
        return respond(&Err(Refusal::new(401, "Unauthorized".to_owned())));
    }
    let mut params = match Params::from_request(request).await {
        Ok(params) => params,
        Err(refusal) => {
            let answer = Err(refusal);
            sim.record(&method, &Params::default(), &answer, None);
            return respond(&answer);
        }
    };
    let Some(fault) = sim.take_fault(&method, &params) else {
        return respond(&sim.perform(&method, params).await);
    };
    if fault.fault == FaultKind::SlowMs {
        tokio::time::sleep(Duration::from_millis(fault.ms.unwrap_or(1000))).await;
    }
    let answer = match fault.is_done() {
        true => methods::dispatch(&sim, &method, &mut params).await,
        false => Err(fault.refusal()),
    };
    sim.record(&method, &params, &answer, Some(&fault));
    match fault.fault {
        FaultKind::DropReply => cut_connection(),
        FaultKind::BadGateway => proxy_page(StatusCode::BAD_GATEWAY),
        FaultKind::GatewayTimeout => proxy_page(StatusCode::GATEWAY_TIMEOUT),
        FaultKind::SlowMs => respond(&answer),
        // Losing updates and files is none of the calls' business, and is not taken for one.
        FaultKind::Refuse500
        | FaultKind::TooManyRequests
        | FaultKind::Refused
        | FaultKind::LoseUpdate
        | FaultKind::DeadFile => respond(&Err(fault.refusal())),
    }
}

async fn download(State(sim): State<Arc<TelegramSim>>, Path((token, path)): Path<(String, String)>) -> Response {
    if token != sim.token() {
        return respond(&Err(Refusal::new(401, "Unauthorized".to_owned())));
    }
    let file = sim.read(|state, _| state.file_by_path(&path).cloned());
    let Some(file) = file.filter(|file| file.size <= DOWNLOAD_BYTES_MAX) else {
        return respond(&Err(Refusal::new(404, "Not Found".to_owned())));
    };
    match tokio::fs::read(sim.files.path(&file.blob)).await {
        // Telegram's file server does not tell the type either.
        Ok(bytes) => ([(CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
        Err(_) => respond(&Err(Refusal::new(404, "Not Found".to_owned()))),
    }
}

fn respond(answer: &Answer) -> Response {
    let (status, body) = envelope(answer);
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, axum::Json(body)).into_response();
    if let Err(Refusal { retry_after: Some(seconds), .. }) = answer {
        response.headers_mut().insert(RETRY_AFTER, (*seconds).into());
    }
    response
}

fn envelope(answer: &Answer) -> (u16, Value) {
    match answer {
        Ok(result) => (200, json!({ "ok": true, "result": result })),
        Err(refusal) => (refusal.status, refusal.to_json()),
    }
}

/// A body that fails before its first byte makes the server close the connection without having sent anything.
fn cut_connection() -> Response {
    let cut = std::io::Error::new(std::io::ErrorKind::ConnectionReset, "cut on order");
    let stream = futures_util::stream::once(async { Err::<bytes::Bytes, _>(cut) });
    Response::new(Body::from_stream(stream))
}

fn proxy_page(status: StatusCode) -> Response {
    let page =
        format!("<html><head><title>{status}</title></head><body><center><h1>{status}</h1></center></body></html>");
    (status, [(CONTENT_TYPE, "text/html")], page).into_response()
}
