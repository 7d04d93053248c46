//! Takes the provider's callbacks at `/kie/callback/<job>/<attempt>/<mac>`.
//!
//! Nobody signs the body, so a callback is a hint: the URL proves which job and attempt it belongs to, the task id in it
//! is kept if the job has none, and the job becomes due now. Results are always read by GET. Repeated, late and unknown
//! callbacks are answered with 200 and do no harm; 503 asks for a repeat when the store failed.
//!
//! A forged one costs one signature, compared in constant time, before its body or the store are touched. A true one that
//! somebody repeats is heard a few times in a minute (see [`limit`]).

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use axum::routing::post;
use jiff::{SignedDuration, Timestamp};
use shared::http::below;
use shared::job::{JobId, TaskId};
use shared::signing::SigningKey;
use shared::telemetry::chain;
use url::Url;

use crate::context::Context;
use crate::job_store::Recorded;
use crate::kie::webhook;

pub(crate) mod limit;

/// The provider's callbacks have some kB.
const BODY_BYTES_MAX: usize = 256 * 1024;
const PURPOSE: &str = "kie-callback";
/// A signature of KIE's own is taken for so long, and so long before its time: clocks differ.
/// Source: what the Standard Webhooks libraries allow; KIE names no time.
const SIGNATURE_AGE_MAX: SignedDuration = SignedDuration::from_mins(5);

/// Makes and checks the URLs of callbacks.
#[derive(Debug)]
pub(crate) struct CallbackUrls {
    base: Option<Url>,
    key: SigningKey,
}

impl CallbackUrls {
    pub(crate) const fn new(base: Option<Url>, key: SigningKey) -> Self {
        Self { base, key }
    }

    /// Where the provider shall tell of this attempt; `None` without a public base URL.
    pub(crate) fn url(&self, job: JobId, attempt: u32) -> Option<Url> {
        let base = self.base.as_ref()?;
        let (job, attempt) = (job.to_string(), attempt.to_string());
        let mac = self.key.sign(PURPOSE, &[&job, &attempt]);
        Some(below(base, &["kie", "callback", &job, &attempt, &mac]))
    }

    fn is_ours(&self, job: &str, attempt: &str, mac: &str) -> bool {
        self.key.verify(PURPOSE, &[job, attempt], mac)
    }
}

/// The routes, to be mounted at the root of whatever serves HTTP.
pub(crate) fn router(context: Arc<Context>) -> Router {
    Router::new()
        .route("/kie/callback/{job}/{attempt}/{mac}", post(take))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .with_state(context)
}

pub(crate) async fn take(
    State(context): State<Arc<Context>>,
    Path((job, attempt, mac)): Path<(String, String, String)>,
    request: Request,
) -> StatusCode {
    if !context.callback_urls.is_ours(&job, &attempt, &mac) {
        return refuse("it is not one of ours");
    }
    let headers = request.headers().clone();
    let body = match Bytes::from_request(request, &()).await {
        Ok(body) => body,
        Err(rejection) => return rejection.into_response().status(),
    };
    let task = webhook::task_id(&body);
    if !is_signed(&context, &headers, task.as_ref()) {
        return refuse("KIE's own signature is missing, wrong or old");
    }
    let Ok(job) = job.parse::<JobId>() else {
        return StatusCode::OK;
    };
    if !context.callback_limit.admits(job, context.now()) {
        count("repeated");
        return StatusCode::OK;
    }
    record_callback(&context, job, &attempt, task).await
}

/// One answer for every kind of forgery. How many there are is counted and not logged: anybody can send them.
fn refuse(reason: &'static str) -> StatusCode {
    count("refused");
    tracing::debug!(reason, "a callback was refused");
    StatusCode::UNAUTHORIZED
}

fn count(outcome: &'static str) {
    metrics::counter!("starreel_callbacks_total", "outcome" => outcome).increment(1);
}

async fn record_callback(context: &Context, job: JobId, attempt: &str, task: Option<TaskId>) -> StatusCode {
    match context.store.record_callback(job, task, context.now()).await {
        Ok(Recorded::Due) => {
            tracing::debug!(job.id = %job, attempt, "a callback made a job due");
            context.notifiers.is_due();
        }
        Ok(Recorded::OtherTask) => {
            tracing::warn!(job.id = %job, attempt, "a callback named another task than the job has");
            context.notifiers.is_due();
        }
        Ok(Recorded::UnknownJob) => {
            tracing::debug!(job.id = %job, attempt, "a callback came for a job that is not known")
        }
        Err(error) => {
            tracing::warn!(job.id = %job, error = %chain(&error), "a callback could not be kept");
            count("not_kept");
            return StatusCode::SERVICE_UNAVAILABLE;
        }
    }
    count("heard");
    StatusCode::OK
}

/// Whether the provider's own signature is right and of now, if the operator has switched it on.
fn is_signed(context: &Context, headers: &HeaderMap, task: Option<&TaskId>) -> bool {
    let keys = &context.settings.kie_webhook_keys;
    if keys.is_empty() {
        return true;
    }
    let header = |name| headers.get(name)?.to_str().ok();
    match (task, header(webhook::TIMESTAMP_HEADER), header(webhook::SIGNATURE_HEADER)) {
        (Some(task), Some(timestamp), Some(signature)) => {
            // Each account has a key of its own, and it is not known whose task it is before the store is asked.
            keys.iter().any(|key| webhook::is_signed(key, task, timestamp, signature))
                && is_of_now(timestamp, context.now())
        }
        _ => false,
    }
}

fn is_of_now(timestamp: &str, now: Timestamp) -> bool {
    let signed_at = timestamp.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    signed_at.is_some_and(|signed_at| now.duration_since(signed_at).abs() <= SIGNATURE_AGE_MAX)
}
