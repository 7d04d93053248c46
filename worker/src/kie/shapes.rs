//! The same value in its several shapes on the wire.

use serde_json::Value;
use shared::job::{KieCost, TaskId};
use url::Url;

/// A whole number, also when written as a string.
pub(super) fn integer(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// What a record says that the task has cost, as a number or as one in a string. Records of Veo have said nothing so far.
/// Source: recorded exchanges; `creditsConsumed` came in the middle of 2026, and is 0 for a task that failed.
pub(super) fn cost(data: &Value) -> Option<KieCost> {
    let consumed = data.get("creditsConsumed")?;
    KieCost::from_credits(consumed.as_f64().or_else(|| consumed.as_str()?.trim().parse().ok())?)
}

/// A task id by either spelling of its key.
pub(super) fn task_id(data: &Value) -> Option<TaskId> {
    ["taskId", "task_id"].iter().find_map(|key| data.get(key)?.as_str().filter(|id| !id.is_empty())).map(TaskId::new)
}

/// The prompt in a request, in either family's place.
pub(super) fn prompt(body: &Value) -> Option<&str> {
    body.get("prompt").or_else(|| body.get("input")?.get("prompt"))?.as_str()
}

/// What a record repeats of the request. Words in it are the person's and not the provider's.
pub(super) fn request(data: &Value) -> &str {
    ["paramJson", "param"].iter().find_map(|key| data.get(key)?.as_str()).unwrap_or_default()
}

/// The texts of a record that tell why there is no video, wherever it keeps them.
pub(super) fn explanation(data: &Value, result: Option<&Value>) -> String {
    const KEYS: [&str; 5] = ["errorMessage", "failMsg", "msg", "message", "raiMediaFilteredReasons"];
    let result = result.and_then(object).unwrap_or_default();
    let found = [data, &result].into_iter().flat_map(|part| KEYS.iter().filter_map(move |key| part.get(key)));
    found.map(|text| text.as_str().map_or_else(|| text.to_string(), str::to_owned)).collect::<Vec<_>>().join(" ")
}

/// The object itself, or the object inside of a JSON string.
pub(super) fn object(value: &Value) -> Option<Value> {
    match value {
        Value::Object(_) => Some(value.clone()),
        Value::String(text) => serde_json::from_str(text).ok().filter(Value::is_object),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => None,
    }
}

/// URLs from a list, a JSON string of a list, a list without quotes in brackets, or one bare URL. What is not an
/// http(s) URL is left out.
pub(super) fn urls(value: &Value) -> Vec<Url> {
    match value {
        Value::Array(items) => items.iter().flat_map(urls).collect(),
        Value::String(text) => urls_in_text(text.trim()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    }
}

fn urls_in_text(text: &str) -> Vec<Url> {
    if let Ok(parsed @ (Value::Array(_) | Value::String(_))) = serde_json::from_str(text) {
        return urls(&parsed);
    }
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    // Only inside brackets does a comma part two URLs: it may be a part of one.
    let parts = bare.map_or_else(|| vec![text], |list| list.split(", ").flat_map(|part| part.split(",http")).collect());
    let mut found = Vec::new();
    for part in parts {
        let part = part.trim().trim_matches('"');
        let whole = if part.starts_with("http") { part.to_owned() } else { format!("http{part}") };
        found.extend(Url::parse(&whole).ok().filter(|url| matches!(url.scheme(), "http" | "https")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn urls_are_found_in_every_shape_that_was_seen() {
        let one = ["https://x.example/a.mp4"];
        let two = ["https://x.example/a.mp4", "https://x.example/b.mp4"];
        for (value, expected) in [
            (json!(["https://x.example/a.mp4"]), &one[..]),
            (json!("[\"https://x.example/a.mp4\"]"), &one),
            (json!("[https://x.example/a.mp4]"), &one),
            (json!("https://x.example/a.mp4"), &one),
            (json!("\"https://x.example/a.mp4\""), &one),
            (json!(["https://x.example/a.mp4", "https://x.example/b.mp4"]), &two),
            (json!("[https://x.example/a.mp4, https://x.example/b.mp4]"), &two),
            (json!("[https://x.example/a.mp4,https://x.example/b.mp4]"), &two),
            (json!(["ftp://x.example/a.mp4", "", "nonsense", 3, null]), &[]),
            (json!(""), &[]),
            (json!("[]"), &[]),
            (json!(null), &[]),
            (json!({}), &[]),
        ] {
            let found: Vec<String> = urls(&value).into_iter().map(String::from).collect();
            assert_eq!(found, expected, "{value}");
        }
    }

    #[test]
    fn what_a_task_cost_is_read_where_the_record_says_it() {
        let read = |data: Value| cost(&data).map(KieCost::millicredits);
        assert_eq!(read(json!({ "creditsConsumed": 70.0 })), Some(70_000));
        assert_eq!(read(json!({ "creditsConsumed": 36 })), Some(36_000));
        assert_eq!(read(json!({ "creditsConsumed": "7.25" })), Some(7_250));
        for silent in [json!({}), json!({ "creditsConsumed": null }), json!({ "creditsConsumed": "many" })] {
            assert_eq!(read(silent), None);
        }
        assert_eq!(read(json!({ "creditsConsumed": -3 })), None);
    }

    #[test]
    fn numbers_come_as_strings_too() {
        assert_eq!(integer(&json!(500)), Some(500));
        assert_eq!(integer(&json!("500")), Some(500));
        assert_eq!(integer(&json!("GENERATION_FAILED")), None);
        assert_eq!(integer(&json!(null)), None);
    }
}
