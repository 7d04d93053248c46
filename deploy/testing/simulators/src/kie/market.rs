//! The unified interface of the Market: `model` and `input`, named states, results as JSON inside a JSON string.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use super::caller::Caller;
use super::create::{Order, create};
use super::envelope::{Refusal, success};
use super::faults::Trouble;
use super::models::{self, Model};
use super::state;
use super::task::{Family, FollowUp, Outcome, Task};
use super::veo::{TaskQuery, bad_answer};
use super::{KieSim, now_ms};

/// `POST /api/v1/jobs/createTask`
pub(super) async fn create_task(State(sim): State<Arc<KieSim>>, caller: Caller, body: Bytes) -> Response {
    create(&sim, &caller, &body, check, |id| json!({ "taskId": id, "recordId": id })).await
}

/// `GET /api/v1/jobs/recordInfo`
pub(super) async fn record_info(
    State(sim): State<Arc<KieSim>>,
    caller: Caller,
    Query(query): Query<TaskQuery>,
) -> Response {
    if query.task_id.is_empty() {
        return Refusal::new(400, "taskId parameter is required").into_response();
    }
    let now = now_ms();
    let public_url = sim.public_url();
    let mut state = sim.state();
    match state.task_mut(&query.task_id).filter(|task| task.owner == caller) {
        Some(task) if task.family == Family::Market && task.visible_at <= now => {
            task.queries += 1;
            let bad = Trouble::next(&mut task.query_trouble).map(bad_answer);
            bad.unwrap_or_else(|| success(record(task, now, &public_url)))
        }
        _ => Refusal::new(422, "recordInfo is null").into_response(),
    }
}

/// The body of a callback: the record with one field more.
pub(super) fn callback(task: &Task, now: i64, public_url: &str) -> Value {
    let mut data = record(task, now, public_url);
    data["updateTime"] = json!(task.finished_at);
    match &task.outcome {
        Some(Outcome::Fail { .. }) => json!({ "code": 501, "msg": "Playground task failed.", "data": data }),
        Some(Outcome::Success | Outcome::Filtered { .. }) | None => {
            json!({ "code": 200, "msg": "Playground task completed successfully.", "data": data })
        }
    }
}

fn record(task: &Task, now: i64, public_url: &str) -> Value {
    let urls = json!({ "resultUrls": task.result_urls(public_url) });
    let (state, flag, fail_code, fail_message) = match &task.outcome {
        None => (running_state(task, now), 0, Value::Null, Value::Null),
        Some(Outcome::Success) => ("success", 1, Value::Null, Value::Null),
        Some(Outcome::Filtered { reason }) => ("success", 1, Value::Null, json!(reason)),
        Some(Outcome::Fail { code, message }) => ("fail", 3, json!(code.to_string()), json!(message)),
    };
    let (result, response) = match flag {
        0 => (json!(""), Value::Null),
        1 => (json!(urls.to_string()), urls),
        _ => (Value::Null, Value::Null),
    };
    let cost_seconds = task.finished_at.map(|at| (at - task.created_at) / 1000);
    json!({
        "taskId": task.id, "model": task.model, "state": state, "param": parameters(task), "resultJson": result,
        "failCode": fail_code, "failMsg": fail_message, "costTime": cost_seconds,
        "completeTime": task.finished_at, "createTime": task.created_at,
        "creditsConsumed": task.credits_consumed(), "successFlag": flag, "response": response,
    })
}

/// `queuing` was never seen on the wire, and many tasks are never seen `generating`.
fn running_state(task: &Task, now: i64) -> &'static str {
    if task.progress(now) < 50 { "waiting" } else { "generating" }
}

/// JSON whose `input` is JSON in a string again.
fn parameters(task: &Task) -> String {
    let input = Value::Object(task.input.clone()).to_string();
    json!({ "callBackUrl": task.callback_url, "model": task.model, "input": input }).to_string()
}

fn check(state: &state::State, caller: &Caller, mut body: Map<String, Value>) -> Result<Order, Refusal> {
    let model = models::find(body.get("model").and_then(Value::as_str).unwrap_or_default())?;
    let input = match body.remove("input") {
        Some(Value::Object(input)) => input,
        None | Some(Value::Null) => Map::new(),
        Some(_) => return Err(Refusal::new(422, "input must be an object")),
    };
    model.check(&input)?;
    let earlier = earlier(state, caller, model, &input)?;
    Ok(Order {
        family: Family::Market,
        model: model.id.to_owned(),
        ignored_fields: model.unknown_fields(&input),
        images: model.images(&input),
        callback_url: body.get("callBackUrl").and_then(Value::as_str).map(str::to_owned),
        film: model.film(&input, earlier.as_ref().map(|(task, _)| task.film)),
        follow_up: earlier.map(|(_, follow_up)| follow_up),
        price: model.price(&input),
        input,
    })
}

/// The finished task that a model goes on from, if it is one that does.
fn earlier<'s>(
    state: &'s state::State,
    caller: &Caller,
    model: &Model,
    input: &Map<String, Value>,
) -> Result<Option<(&'s Task, FollowUp)>, Refusal> {
    let Some((kind, of)) = model.follow_up() else { return Ok(None) };
    let task = input.get("task_id").and_then(Value::as_str).and_then(|id| state.task_of(caller, id));
    let task = task.filter(|task| task.family == Family::Market && task.model.starts_with(of));
    let Some(task) = task else { return Err(Refusal::new(422, "task_id is not a task of this model")) };
    if task.outcome != Some(Outcome::Success) {
        return Err(Refusal::new(422, "The task of task_id is not successful"));
    }
    Ok(Some((task, FollowUp { kind, task: task.id.clone() })))
}
