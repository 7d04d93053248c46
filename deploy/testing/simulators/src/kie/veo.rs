//! Veo's own interface: a flat body, numeric flags, and results in `response`.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::create::{Order, create};
use super::envelope::{Refusal, bad_gateway, garbage, success};
use super::faults::{Fault, Trouble};
use super::models::{is_address, texts};
use super::task::{Aspect, Family, Outcome, Task};
use super::{KieSim, now_ms};

/// Both spellings of the aspect are accepted on the wire; all other fields have one.
const FIELDS: &[&str] = &[
    "prompt",
    "model",
    "imageUrls",
    "generationType",
    "aspect_ratio",
    "aspectRatio",
    "resolution",
    "duration",
    "seeds",
    "callBackUrl",
    "enableFallback",
    "enableTranslation",
    "watermark",
];

/// Credits for the 1080p version of a finished video.
const UPGRADE_PRICE: f64 = 5.0;
const UPGRADE_MS: i64 = 2_000;

/// `?taskId=…`, as both families' queries use it.
#[derive(Debug, Deserialize)]
pub(super) struct TaskQuery {
    #[serde(rename = "taskId", default)]
    pub(super) task_id: String,
}

/// `POST /api/v1/veo/generate`
pub(super) async fn generate(State(sim): State<Arc<KieSim>>, body: Bytes) -> Response {
    create(&sim, &body, check, |id| json!({ "taskId": id })).await
}

/// `GET /api/v1/veo/record-info`
pub(super) async fn record_info(State(sim): State<Arc<KieSim>>, Query(query): Query<TaskQuery>) -> Response {
    let now = now_ms();
    let public_url = sim.public_url();
    let mut state = sim.state();
    match state.task_mut(&query.task_id) {
        Some(task) if task.family == Family::Veo && task.visible_at <= now => {
            task.queries += 1;
            let bad = Trouble::next(&mut task.query_trouble).map(bad_answer);
            bad.unwrap_or_else(|| success(record(task, &public_url)))
        }
        _ => Refusal::new(422, format!("Record not found for taskId: {}", query.task_id)).into_response(),
    }
}

/// `GET /api/v1/veo/get-1080p-video`: the first query orders the better version, later ones find it ready.
pub(super) async fn get_1080p(State(sim): State<Arc<KieSim>>, Query(query): Query<TaskQuery>) -> Response {
    let now = now_ms();
    let public_url = sim.public_url();
    let mut state = sim.state();
    let Some(task) = state.task_mut(&query.task_id).filter(|task| task.family == Family::Veo) else {
        return Refusal::new(422, "Record does not exist").into_response();
    };
    if task.outcome != Some(Outcome::Success) {
        return Refusal::new(422, "record status is not success.").into_response();
    }
    if let Some(due_at) = task.upgrade_due_at {
        if due_at <= now {
            return success(json!({ "resultUrl": format!("{public_url}{}", task.file_path()) }));
        }
    } else {
        task.upgrade_due_at = Some(now + UPGRADE_MS);
        task.charged += UPGRADE_PRICE;
        state.account.balance -= UPGRADE_PRICE;
        sim.keep(&mut state);
    }
    Refusal::new(400, "1080P is processing. It should be ready in 1-2 minutes. Please check back shortly.")
        .into_response()
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
        json!({
            "taskId": task.id, "resultUrls": task.result_urls(public_url),
            "originUrls": origin_urls(task, public_url), "resolution": resolution(task),
            "hasAudioList": [true], "seeds": [10_000 + task.number % 90_000],
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
    if task.aspect == Aspect::Wide { Value::Null } else { json!(task.result_urls(public_url)) }
}

fn resolution(task: &Task) -> &str {
    task.input.get("resolution").and_then(Value::as_str).unwrap_or("720p")
}

/// Veo's times are milliseconds with the precision of seconds.
fn whole_seconds(ms: i64) -> i64 {
    ms / 1000 * 1000
}

fn check(mut body: Map<String, Value>) -> Result<Order, Refusal> {
    let callback_url = body.remove("callBackUrl").and_then(|url| url.as_str().map(str::to_owned));
    let model = match body.remove("model") {
        Some(Value::String(model)) if matches!(model.as_str(), "veo3" | "veo3_fast" | "veo3_lite") => model,
        _ => return Err(Refusal::new(422, "Invalid model")),
    };
    if body.get("prompt").and_then(Value::as_str).is_none_or(|prompt| prompt.trim().is_empty()) {
        return Err(Refusal::new(422, "The prompt cannot be empty"));
    }
    let aspect = match body.get("aspect_ratio").or_else(|| body.get("aspectRatio")) {
        None | Some(Value::Null) => Aspect::Wide,
        Some(Value::String(ratio)) if matches!(ratio.as_str(), "16:9" | "Auto") => Aspect::Wide,
        Some(Value::String(ratio)) if ratio == "9:16" => Aspect::Tall,
        Some(_) => return Err(Refusal::new(422, "Ratio error")),
    };
    let images = check_images(&body)?;
    check_options(&body, &model, images.len())?;
    let ignored_fields = body.keys().filter(|name| !FIELDS.contains(&name.as_str())).cloned().collect();
    let price = price(&model, body.get("resolution").and_then(Value::as_str));
    Ok(Order { family: Family::Veo, model, input: body, ignored_fields, images, callback_url, aspect, price })
}

fn check_images(body: &Map<String, Value>) -> Result<Vec<String>, Refusal> {
    match body.get("imageUrls") {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(list)) if list.iter().all(|item| item.as_str().is_some_and(is_address)) => {
            Ok(texts(&body["imageUrls"]))
        }
        Some(_) => Err(Refusal::new(422, "imageUrls must be an array of URLs")),
    }
}

/// What the modes take: none for text, one or two frames, up to three references that not every model knows.
fn check_options(body: &Map<String, Value>, model: &str, images: usize) -> Result<(), Refusal> {
    let wrong = |what: &'static str| Err(Refusal::new(422, what));
    match body.get("generationType") {
        None | Some(Value::Null) if images <= 2 => {}
        Some(Value::String(kind)) if kind == "TEXT_2_VIDEO" && images == 0 => {}
        Some(Value::String(kind)) if kind == "FIRST_AND_LAST_FRAMES_2_VIDEO" && (1..=2).contains(&images) => {}
        Some(Value::String(kind)) if kind == "REFERENCE_2_VIDEO" && (1..=3).contains(&images) && model != "veo3" => {}
        _ => return wrong("generationType does not fit the images or the model"),
    }
    match body.get("duration") {
        None | Some(Value::Null) => {}
        Some(Value::Number(seconds)) if matches!(seconds.as_u64(), Some(4 | 6 | 8)) => {}
        Some(_) => return wrong("duration must be 4, 6 or 8"),
    }
    match body.get("resolution") {
        None | Some(Value::Null) => {}
        Some(Value::String(resolution)) if matches!(resolution.as_str(), "720p" | "1080p" | "4k") => {}
        Some(_) => return wrong("resolution must be 720p, 1080p or 4k"),
    }
    match body.get("seeds") {
        None | Some(Value::Null) => Ok(()),
        Some(Value::Number(seed)) if seed.as_u64().is_some_and(|seed| (10_000..=99_999).contains(&seed)) => Ok(()),
        Some(_) => wrong("seeds must be between 10000 and 99999"),
    }
}

/// Credits per video; the duration does not matter.
fn price(model: &str, resolution: Option<&str>) -> f64 {
    let (hd_extra, uhd_extra) = (5.0, 120.0);
    let base = match model {
        "veo3_lite" => 30.0,
        "veo3_fast" => 60.0,
        _ => 250.0,
    };
    match resolution {
        Some("1080p") => base + hd_extra,
        Some("4k") => base + uhd_extra,
        _ => base,
    }
}
