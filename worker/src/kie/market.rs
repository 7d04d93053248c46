//! The market family: fields in `input`, and a record that tells its state by a word and its result in a JSON string.

use serde_json::{Value, json};
use url::Url;

use super::texts::Text;
use super::{Fields, TaskState, shapes};

pub(super) const CREATE: &str = "/api/v1/jobs/createTask";
pub(super) const RECORD: &str = "/api/v1/jobs/recordInfo";

/// `callBackUrl` stands beside `input`, not in it.
pub(super) fn body(model: &str, fields: Fields, callback_url: Option<&Url>) -> Value {
    let mut body = json!({ "model": model, "input": fields });
    if let Some(url) = callback_url {
        body["callBackUrl"] = url.as_str().into();
    }
    body
}

/// Reads `data` of a record. `None` if it is not one. A state that we do not know is running: states come and go, and
/// ending a live task is worse than looking at it again.
pub(super) fn state(data: &Value) -> Option<TaskState> {
    match data.get("state")?.as_str()? {
        "success" | "succeeded" | "completed" => Some(succeeded(data)),
        "fail" | "failed" | "error" => {
            let code = data.get("failCode").and_then(shapes::integer);
            let text = data.get("failMsg").and_then(Value::as_str).unwrap_or_default();
            Some(TaskState::Failed { reason: Text::new(text, shapes::request(data)).task_failure(code) })
        }
        _ => Some(TaskState::Running),
    }
}

/// A success without an address was filtered, if the record says so; else the address may still come.
fn succeeded(data: &Value) -> TaskState {
    let urls = urls(data);
    let why = shapes::explanation(data, data.get("resultJson"));
    match Text::new(&why, shapes::request(data)).reason() {
        Some(reason) if urls.is_empty() => TaskState::Failed { reason },
        _ => TaskState::Succeeded { urls, cost: shapes::cost(data) },
    }
}

fn urls(data: &Value) -> Vec<Url> {
    let Some(result) = data.get("resultJson") else {
        return Vec::new();
    };
    let Some(result) = shapes::object(result) else {
        return shapes::urls(result);
    };
    ["resultUrls", "result_urls", "videoUrl", "url"]
        .iter()
        .filter_map(|key| result.get(key))
        .map(shapes::urls)
        .find(|urls| !urls.is_empty())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::job::{FailureReason, KieCost};

    #[test]
    fn a_record_is_read_in_all_its_shapes() {
        let url = Url::parse("https://x.example/v.mp4").unwrap();
        let done = Some(TaskState::Succeeded { urls: vec![url], cost: None });
        let failed = |reason| Some(TaskState::Failed { reason });
        for (data, expected) in [
            (json!({"state": "waiting", "resultJson": "", "failCode": null}), Some(TaskState::Running)),
            (json!({"state": "queuing"}), Some(TaskState::Running)),
            (json!({"state": "generating", "creditsConsumed": 70.0}), Some(TaskState::Running)),
            (json!({"state": "dreaming"}), Some(TaskState::Running)),
            (
                json!({"state": "success", "resultJson": "{\"resultUrls\":[\"https://x.example/v.mp4\"]}", "failCode": "", "costTime": 93}),
                done.clone(),
            ),
            (json!({"state": "success", "resultJson": {"resultUrls": "[https://x.example/v.mp4]"}}), done.clone()),
            (json!({"state": "success", "resultJson": "{\"videoUrl\":\"https://x.example/v.mp4\"}"}), done.clone()),
            (
                json!({"state": "success", "resultJson": "{\"result_urls\":[\"https://x.example/v.mp4\"]}"}),
                done.clone(),
            ),
            (json!({"state": "success", "resultJson": "https://x.example/v.mp4"}), done),
            (
                json!({"state": "success", "resultJson": "{\"resultObject\":{}}"}),
                Some(TaskState::Succeeded { urls: vec![], cost: None }),
            ),
            (json!({"state": "success"}), Some(TaskState::Succeeded { urls: vec![], cost: None })),
            (
                json!({"state": "success", "creditsConsumed": 70.0}),
                Some(TaskState::Succeeded { urls: vec![], cost: Some(KieCost::from(70)) }),
            ),
            (
                json!({"state": "success", "resultJson": "{\"resultUrls\":[]}", "failMsg": "flagged by the filter"}),
                failed(FailureReason::Policy),
            ),
            (
                json!({"state": "fail", "failCode": "400", "failMsg": "Please try again later."}),
                failed(FailureReason::Provider),
            ),
            (
                json!({"state": "fail", "failCode": "500", "failMsg": "Internal server error", "resultJson": null}),
                failed(FailureReason::Provider),
            ),
            (json!({"state": "fail", "failCode": "422", "failMsg": null}), failed(FailureReason::Refused)),
            (
                json!({"state": "failed", "failCode": 400, "failMsg": "public error minor upload"}),
                failed(FailureReason::Policy),
            ),
            (json!({"state": "error", "failCode": "GENERATION_FAILED"}), failed(FailureReason::Provider)),
            (json!({"taskId": "t"}), None),
        ] {
            assert_eq!(state(&data), expected, "{data}");
        }
    }
}
