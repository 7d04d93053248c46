//! Callbacks from the provider: whose they are, and whether the header signature is right.
//!
//! The signature covers the task id and a timestamp, not the body: whoever captured one valid pair can send another
//! body for that task. So a callback is a hint to read the task, and nothing else is read from it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use sha2::Sha256;
use shared::job::TaskId;

use super::shapes;

/// The header with the unix seconds that were signed.
pub const TIMESTAMP_HEADER: &str = "x-webhook-timestamp";
/// The header with the signature.
pub const SIGNATURE_HEADER: &str = "x-webhook-signature";

/// The task that a callback's body is about: `data.taskId`, `data.task_id` or `taskId`.
#[must_use]
pub fn task_id(body: &[u8]) -> Option<TaskId> {
    let body: Value = serde_json::from_slice(body).ok()?;
    body.get("data").and_then(shapes::task_id).or_else(|| shapes::task_id(&body))
}

/// Whether `signature` is the base64 HMAC-SHA256 of `task.timestamp`. Compared in constant time.
#[must_use]
#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
pub fn is_signed(key: &SecretString, task: &TaskId, timestamp: &str, signature: &str) -> bool {
    let Ok(tag) = STANDARD.decode(signature) else {
        return false;
    };
    let mut mac =
        Hmac::<Sha256>::new_from_slice(key.expose_secret().as_bytes()).expect("HMAC takes keys of any length");
    mac.update(format!("{task}.{timestamp}").as_bytes());
    mac.verify_slice(&tag).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_is_accepted_and_every_change_of_it_refused() {
        let key = SecretString::from("test_webhook_hmac_key");
        let task = TaskId::new("ee9c2715375b7837f8bb51d641ff5863");
        let signature = "dfR2UHjlU4XCIMtJCEbfqQ9e9lVh3gmeV0UMubxEz/w=";
        assert!(is_signed(&key, &task, "1769670760", signature));
        assert!(!is_signed(&key, &task, "1769670761", signature));
        assert!(!is_signed(&key, &TaskId::new("other"), "1769670760", signature));
        assert!(!is_signed(&SecretString::from("other"), &task, "1769670760", signature));
        assert!(!is_signed(&key, &task, "1769670760", "KxDlpbbq0GDOKqm0+FuJpJWTzY8baHSjhEt4kwElqQI="));
        assert!(!is_signed(&key, &task, "1769670760", ""));
        assert!(!is_signed(&key, &task, "1769670760", "not base64!"));
    }

    #[test]
    fn the_task_is_found_by_every_spelling() {
        for body in [
            r#"{"data":{"taskId":"t"},"taskId":"x"}"#,
            r#"{"data":{"task_id":"t"}}"#,
            r#"{"taskId":"t","data":{}}"#,
            r#"{"taskId":"t"}"#,
        ] {
            assert_eq!(task_id(body.as_bytes()), Some(TaskId::new("t")), "{body}");
        }
        assert_eq!(task_id(b"not json"), None);
        assert_eq!(task_id(br#"{"data":null}"#), None);
    }
}
