//! Takes the provider's callbacks at `/kie/callback/<job>/<attempt>/<mac>`.
//!
//! Nobody signs the body, so a callback is a hint: the URL proves which job and attempt it belongs to, the task id in it
//! is kept if the job has none, and the job becomes due now. Results are always read by GET. Repeated, late and unknown
//! callbacks are answered with 200 and do no harm; 503 asks for a repeat when the store failed.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use shared::job::{JobId, TaskId};
use shared::signing::SigningKey;
use shared::telemetry::chain;
use url::Url;

use crate::context::Context;
use crate::job_store::Hear;
use crate::kie::webhook;

/// The provider's callbacks have some kB.
const BODY_BYTES_MAX: usize = 256 * 1024;
const PURPOSE: &str = "kie-callback";

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
        let base = self.base.as_ref()?.as_str().trim_end_matches('/');
        let (job, attempt) = (job.to_string(), attempt.to_string());
        let mac = self.key.sign(PURPOSE, &[&job, &attempt]);
        Url::parse(&format!("{base}/kie/callback/{job}/{attempt}/{mac}")).ok()
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

async fn take(
    State(context): State<Arc<Context>>,
    Path((job, attempt, mac)): Path<(String, String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let task = webhook::task_id(&body);
    if !context.callback_urls.is_ours(&job, &attempt, &mac) || !is_signed(&context, &headers, task.as_ref()) {
        tracing::warn!("a callback with a wrong signature was refused");
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(job) = job.parse::<JobId>() else {
        return StatusCode::OK;
    };
    match context.store.hear(job, task, context.now()).await {
        Ok(Hear::Due) => {
            tracing::debug!(job.id = %job, attempt, "a callback made a job due");
            context.wakes.due.notify_one();
        }
        Ok(Hear::OtherTask) => {
            tracing::warn!(job.id = %job, attempt, "a callback named another task than the job has");
            context.wakes.due.notify_one();
        }
        Ok(Hear::UnknownJob) => tracing::debug!(job.id = %job, attempt, "a callback came for a job that is not known"),
        Err(error) => {
            tracing::warn!(job.id = %job, error = %chain(&error), "a callback could not be kept");
            return StatusCode::SERVICE_UNAVAILABLE;
        }
    }
    StatusCode::OK
}

/// Whether the provider's own signature is right, if the operator has switched it on.
fn is_signed(context: &Context, headers: &HeaderMap, task: Option<&TaskId>) -> bool {
    let Some(key) = &context.settings.kie_webhook_key else {
        return true;
    };
    let header = |name| headers.get(name)?.to_str().ok();
    match (task, header(webhook::TIMESTAMP_HEADER), header(webhook::SIGNATURE_HEADER)) {
        (Some(task), Some(timestamp), Some(signature)) => webhook::is_signed(key, task, timestamp, signature),
        _ => false,
    }
}
