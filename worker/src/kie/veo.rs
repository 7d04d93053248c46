//! The Veo family: a flat body, and a record that tells its state by `successFlag`.

use serde_json::Value;
use shared::job::FailureReason;
use url::Url;

use super::texts::Text;
use super::{Fields, TaskState, shapes};

pub(super) const CREATE: &str = "/api/v1/veo/generate";
pub(super) const EXTEND: &str = "/api/v1/veo/extend";
pub(super) const RECORD: &str = "/api/v1/veo/record-info";

/// Left out, the model is refused as invalid, whatever the documentation says of a default.
pub(super) fn body(model: &str, mut fields: Fields, callback_url: Option<&Url>) -> Value {
    fields.insert("model".to_owned(), model.into());
    if let Some(url) = callback_url {
        fields.insert("callBackUrl".to_owned(), url.as_str().into());
    }
    fields.into()
}

/// Reads `data` of a record. `None` if it is not one.
///
/// 0 is running, 1 is success, and every other flag is a failure for good, with or without an error text.
pub(super) fn state(data: &Value) -> Option<TaskState> {
    match shapes::integer(data.get("successFlag")?)? {
        0 => Some(TaskState::Running),
        1 => Some(succeeded(data)),
        _ => Some(TaskState::Failed { reason: reason(data) }),
    }
}

/// A success without an address was filtered, if the record says so; else the address may still come.
fn succeeded(data: &Value) -> TaskState {
    let urls = urls(data);
    let why = shapes::explanation(data, data.get("response"));
    match Text::new(&why, shapes::request(data)).reason() {
        Some(reason) if urls.is_empty() => TaskState::Failed { reason },
        _ => TaskState::Succeeded { urls, cost: shapes::cost(data) },
    }
}

/// After an extension `fullResultUrls` has the whole video, and `resultUrls` may have what was added alone.
fn urls(data: &Value) -> Vec<Url> {
    let response = data.get("response").and_then(shapes::object).unwrap_or_default();
    [response.get("fullResultUrls"), response.get("resultUrls"), data.get("resultUrls"), response.get("originUrls")]
        .into_iter()
        .flatten()
        .map(shapes::urls)
        .find(|urls| !urls.is_empty())
        .unwrap_or_default()
}

fn reason(data: &Value) -> FailureReason {
    let code = data.get("errorCode").and_then(shapes::integer);
    let text = data.get("errorMessage").and_then(Value::as_str).unwrap_or_default();
    Text::new(text, shapes::request(data)).task_failure(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_record_is_read_in_all_its_shapes() {
        let url = Url::parse("https://x.example/v.mp4").unwrap();
        let done = Some(TaskState::Succeeded { urls: vec![url], cost: None });
        let failed = |reason| Some(TaskState::Failed { reason });
        for (data, expected) in [
            (
                json!({"successFlag": 0, "response": null, "errorCode": null, "createTime": 1_785_999_477_000_i64}),
                Some(TaskState::Running),
            ),
            (json!({"successFlag": 0, "createTime": "2025-06-06 10:25:00"}), Some(TaskState::Running)),
            (
                json!({"successFlag": 1, "response": {"resultUrls": ["https://x.example/v.mp4"], "originUrls": null}}),
                done.clone(),
            ),
            (json!({"successFlag": "1", "response": {"resultUrls": "[\"https://x.example/v.mp4\"]"}}), done.clone()),
            (json!({"successFlag": 1, "response": "{\"resultUrls\":[\"https://x.example/v.mp4\"]}"}), done.clone()),
            (json!({"successFlag": 1, "resultUrls": "[https://x.example/v.mp4]", "response": null}), done),
            (
                json!({"successFlag": 1, "response": {
                    "resultUrls": ["https://x.example/added.mp4"], "fullResultUrls": ["https://x.example/v.mp4"]}}),
                Some(TaskState::Succeeded { urls: vec![Url::parse("https://x.example/v.mp4").unwrap()], cost: None }),
            ),
            (json!({"successFlag": 1, "response": null}), Some(TaskState::Succeeded { urls: vec![], cost: None })),
            (
                json!({"successFlag": 1, "response": {"resultUrls": []}, "errorMessage": "The video was filtered: unsafe content"}),
                failed(FailureReason::Policy),
            ),
            (
                json!({"successFlag": 1, "response": {"resultUrls": [], "raiMediaFilteredReasons": ["violates our usage guidelines"]}}),
                failed(FailureReason::Policy),
            ),
            (
                json!({"successFlag": 3, "errorCode": 400, "errorMessage": "unable to generate audio for this request"}),
                failed(FailureReason::Sound),
            ),
            (
                json!({"successFlag": 2, "errorCode": 400, "errorMessage": "bad: a sensitive fox", "paramJson": "{\"prompt\":\"a sensitive fox\"}"}),
                failed(FailureReason::Refused),
            ),
            (
                json!({"successFlag": 2, "errorCode": "400", "errorMessage": "Only English prompts are supported at this time."}),
                failed(FailureReason::Refused),
            ),
            (
                json!({"successFlag": 3, "errorCode": 500, "errorMessage": "internal error, please try again later."}),
                failed(FailureReason::Provider),
            ),
            (json!({"successFlag": 3, "errorMessage": ""}), failed(FailureReason::Provider)),
            (json!({"successFlag": 2, "errorMessage": null}), failed(FailureReason::Provider)),
            (json!({"taskId": "t"}), None),
            (json!(null), None),
        ] {
            assert_eq!(state(&data), expected, "{data}");
        }
    }
}
