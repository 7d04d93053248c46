//! Veo's own interface: a flat body, numeric flags, and results in `response`.

mod finer;
mod order;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::caller::Caller;
use super::create::create;
use super::envelope::{Refusal, bad_gateway, garbage, success};
use super::faults::{Fault, Trouble};
use super::task::{Aspect, Family, Outcome, Task};
use super::{KieSim, now_ms};
pub(super) use finer::{get_4k, get_1080p};
pub(super) use order::full_name;
use order::resolution;

/// `?taskId=…`, as both families' queries use it.
#[derive(Debug, Deserialize)]
pub(super) struct TaskQuery {
    #[serde(rename = "taskId", default)]
    pub(super) task_id: String,
}

/// `POST /api/v1/veo/generate`
pub(super) async fn generate(State(sim): State<Arc<KieSim>>, caller: Caller, body: Bytes) -> Response {
    create(&sim, &caller, &body, order::check, |id| json!({ "taskId": id })).await
}

/// `POST /api/v1/veo/extend`
pub(super) async fn extend(State(sim): State<Arc<KieSim>>, caller: Caller, body: Bytes) -> Response {
    create(&sim, &caller, &body, order::check_extension, |id| json!({ "taskId": id })).await
}

/// `GET /api/v1/veo/record-info`
pub(super) async fn record_info(
    State(sim): State<Arc<KieSim>>,
    caller: Caller,
    Query(query): Query<TaskQuery>,
) -> Response {
    let now = now_ms();
    let public_url = sim.public_url();
    let mut state = sim.state();
    match state.task_mut(&query.task_id).filter(|task| task.owner == caller) {
        Some(task) if task.family == Family::Veo && task.visible_at <= now => {
            task.queries += 1;
            let bad = Trouble::next(&mut task.query_trouble).map(bad_answer);
            bad.unwrap_or_else(|| success(record(task, &public_url)))
        }
        _ => Refusal::new(422, format!("Record not found for taskId: {}", query.task_id)).into_response(),
    }
}

/// The body of a callback.
pub(super) fn callback(task: &Task, public_url: &str) -> Value {
    match &task.outcome {
        Some(Outcome::Fail { code, message }) => {
            json!({ "code": code, "msg": message, "data": { "taskId": task.id, "fallbackFlag": false } })
        }
        Some(Outcome::Success | Outcome::Filtered { .. }) | None => json!({
            "code": 200, "msg": "Veo3.1 video generated successfully.",
            "data": {
                "taskId": task.id, "promptJson": parameters(task).to_string(), "fallbackFlag": false,
                "info": {
                    "resultUrls": task.result_urls(public_url),
                    "originUrls": origin_urls(task, public_url), "resolution": resolution(task),
                },
            },
        }),
    }
}

fn record(task: &Task, public_url: &str) -> Value {
    let (flag, error_code, error_message) = match &task.outcome {
        None => (0, Value::Null, ""),
        Some(Outcome::Success) => (1, Value::Null, ""),
        Some(Outcome::Filtered { reason }) => (1, Value::Null, reason.as_str()),
        // Refusals come before the upstream task exists, other failures after.
        Some(Outcome::Fail { code: code @ 400..500, message }) => (2, json!(code), message.as_str()),
        Some(Outcome::Fail { code, message }) => (3, json!(code), message.as_str()),
    };
    let response = (flag == 1).then(|| {
        let urls = task.result_urls(public_url);
        json!({
            "taskId": task.id, "resultUrls": urls, "originUrls": origin_urls(task, public_url),
            "fullResultUrls": task.follow_up.is_some().then_some(&urls), "resolution": resolution(task),
            "hasAudioList": [task.film.has_sound], "seeds": [10_000 + task.number % 90_000],
        })
    });
    json!({
        "taskId": task.id, "paramJson": parameters(task).to_string(), "response": response, "successFlag": flag,
        "fallbackFlag": false, "completeTime": task.finished_at.map(whole_seconds),
        "createTime": whole_seconds(task.created_at), "errorCode": error_code, "errorMessage": error_message,
    })
}

/// The answer to a query that an ordered fault has struck.
#[expect(clippy::wildcard_enum_match_arm, reason = "only faults of this stage come here")]
pub(super) fn bad_answer(fault: Fault) -> Response {
    match fault {
        Fault::QueryGarbage => garbage(),
        Fault::QueryFails => bad_gateway(),
        // Well-formed, and nothing in it that a client knows.
        _ => success(json!({ "state": "sideways", "successFlag": "perhaps", "response": 7, "resultJson": [] })),
    }
}

/// The request as KIE keeps it: defaults filled in, the aspect in camel case, without the callback.
fn parameters(task: &Task) -> Value {
    let mut kept = task.input.clone();
    let aspect = kept.remove("aspect_ratio").or_else(|| kept.remove("aspectRatio"));
    kept.insert("aspectRatio".to_owned(), aspect.unwrap_or_else(|| json!("16:9")));
    let generation = if task.images.is_empty() { "TEXT_2_VIDEO" } else { "FIRST_AND_LAST_FRAMES_2_VIDEO" };
    for (name, value) in [
        ("generationType", json!(generation)),
        ("resolution", json!("720p")),
        ("duration", json!(8)),
        ("enableTranslation", json!(true)),
        ("enableFallback", json!(false)),
    ] {
        kept.entry(name).or_insert(value);
    }
    kept.insert("model".to_owned(), json!(task.model));
    Value::Object(kept)
}

/// Only videos that are not 16:9 have an original of another shape.
fn origin_urls(task: &Task, public_url: &str) -> Value {
    if task.film.aspect == Aspect::Wide { Value::Null } else { json!(task.result_urls(public_url)) }
}

/// Veo's times are milliseconds with the precision of seconds.
fn whole_seconds(ms: i64) -> i64 {
    ms / 1000 * 1000
}
