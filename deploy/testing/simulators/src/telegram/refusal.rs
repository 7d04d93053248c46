//! How the Bot API says no.

use serde_json::{Value, json};

/// A refused call, in Telegram's words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{description}")]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) description: String,
    /// Seconds, with status 429.
    pub(crate) retry_after: Option<i64>,
}

/// What a method answers.
pub(crate) type Answer = Result<Value, Refusal>;

impl Refusal {
    /// 400; `reason` without the prefix.
    pub(crate) fn bad_request(reason: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", reason.as_ref()))
    }

    /// 403; `reason` without the prefix.
    pub(crate) fn forbidden(reason: &str) -> Self {
        Self::new(403, format!("Forbidden: {reason}"))
    }

    /// 409; `reason` without the prefix.
    pub(crate) fn conflict(reason: &str) -> Self {
        Self::new(409, format!("Conflict: {reason}"))
    }

    /// 413: a body or file beyond what the Bot API takes.
    pub(crate) fn too_large() -> Self {
        Self::new(413, "Request Entity Too Large".to_owned())
    }

    /// 429 with the seconds to wait.
    pub(crate) fn too_many_requests(retry_after: i64) -> Self {
        Self {
            retry_after: Some(retry_after),
            ..Self::new(429, format!("Too Many Requests: retry after {retry_after}"))
        }
    }

    /// What the Bot API says with this code when it says nothing particular.
    pub(crate) fn usual(status: u16) -> Self {
        let description = match status {
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden: bot was blocked by the user",
            404 => "Not Found",
            409 => "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            429 => return Self::too_many_requests(1),
            502 => "Bad Gateway",
            504 => "Gateway Timeout",
            _ => "Internal Server Error",
        };
        Self::new(status, description.to_owned())
    }

    pub(crate) const fn new(status: u16, description: String) -> Self {
        Self { status, description, retry_after: None }
    }

    pub(crate) fn to_json(&self) -> Value {
        let mut body = json!({ "ok": false, "error_code": self.status, "description": self.description });
        if let Some(seconds) = self.retry_after {
            body["parameters"] = json!({ "retry_after": seconds });
        }
        body
    }
}
