//! Two kinds of trouble that need opposite answers.

use rusqlite::ErrorCode;
use shared::json::JsonFault;

/// Why an event could not be handled.
#[derive(Debug, thiserror::Error)]
pub enum CoreError {
    /// The store does not work: a full disk, an I/O error, a lock. Not the event's fault: try it again until the store
    /// works, and acknowledge nothing meanwhile.
    #[error("the store does not work")]
    Store(#[source] rusqlite::Error),
    /// The rows and the code do not fit together. It is this event's fault (or a bug): put it aside, go on.
    #[error("the event cannot be handled")]
    Event(#[source] rusqlite::Error),
    /// A row holds something that cannot be read.
    #[error("a row cannot be read: {0}")]
    Row(String),
}

impl From<rusqlite::Error> for CoreError {
    /// What SQLite says against the data is the event's fault; anything else is the machine's, and may pass.
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            None
            | Some(
                ErrorCode::ConstraintViolation
                | ErrorCode::TypeMismatch
                | ErrorCode::TooBig
                | ErrorCode::ParameterOutOfRange
                | ErrorCode::ApiMisuse
                | ErrorCode::Unknown,
            ) => Self::Event(error),
            Some(_) => Self::Store(error),
        }
    }
}

impl From<serde_json::Error> for CoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Row(JsonFault::from(error).to_string())
    }
}
