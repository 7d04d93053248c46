//! Errors as decisions: what may be done next, not what went wrong in detail. The provider's texts are left out of
//! them, since they may repeat the prompt.

use std::error::Error;

use shared::job::{BlockReason, FailureReason, TaskId};

use super::answer::{Answer, ReadError};
use super::{shapes, texts};

/// The client cannot be built.
#[derive(Debug, thiserror::Error)]
#[error("the HTTP client for KIE.ai cannot be built")]
pub struct BuildError(#[source] pub(super) reqwest::Error);

/// Why there is no task id.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// Certainly nothing was started or paid. Try again after a pause.
    #[error("KIE.ai took nothing for now ({0})")]
    NotStarted(Delay),
    /// Certainly not started, and the same request would be refused again.
    #[error("KIE.ai refused the request with code {code}")]
    Refused {
        /// Why, for the person.
        reason: FailureReason,
        /// The provider's code.
        code: i64,
    },
    /// Not started; no request will be taken until the operator acts.
    #[error("KIE.ai takes no orders from this account: {}", .0.as_str())]
    ProviderBlocked(BlockReason),
    /// It may have been accepted and paid. Never send it again.
    #[error("it is not known whether KIE.ai accepted the task")]
    Unknown(#[source] UnknownCause),
}

/// Why a request was certainly not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Delay {
    /// No connection.
    #[error("unreachable")]
    Unreachable,
    /// Too many requests in the last seconds; the request was dropped.
    #[error("rate limited")]
    RateLimited,
    /// Closed for maintenance.
    #[error("maintenance")]
    Maintenance,
}

/// How the knowledge was lost.
#[derive(Debug, thiserror::Error)]
pub enum UnknownCause {
    /// The connection broke after the request may have been sent.
    #[error("the connection failed after sending")]
    Sending(#[source] reqwest::Error),
    /// The answer broke off.
    #[error("the answer could not be read")]
    Reading(#[source] ReadError),
    /// The answer means neither yes nor no.
    #[error("the answer with code {0} says neither yes nor no")]
    Answer(i64),
}

/// Why a task's state is not known now.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// The provider does not know the task. True for a moment after it was created, too.
    #[error("KIE.ai does not know the task")]
    NotFound,
    /// Asked too often.
    #[error("KIE.ai was asked too often")]
    RateLimited,
    /// The operator must act.
    #[error("KIE.ai answers nothing to this account: {}", .0.as_str())]
    ProviderBlocked(BlockReason),
    /// Nothing that could be understood. Ask again later.
    #[error("KIE.ai gave no usable answer")]
    Unavailable(#[source] Box<dyn Error + Send + Sync>),
}

/// Why an image was not uploaded. Uploads are free, so all but `Refused` may be tried again.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// The provider does not take this file.
    #[error("KIE.ai refused the file with code {0}")]
    Refused(i64),
    /// The operator must act.
    #[error("KIE.ai takes no files from this account: {}", .0.as_str())]
    ProviderBlocked(BlockReason),
    /// Try again later.
    #[error("the upload did not succeed")]
    Later(#[source] Box<dyn Error + Send + Sync>),
}

/// An answer with this code was not understood.
#[derive(Debug, thiserror::Error)]
#[error("an answer with code {0}")]
pub(super) struct UnusableAnswer(pub(super) i64);

impl CreateError {
    /// Only a failure to connect (DNS and TLS included) proves that nothing was sent.
    pub(super) fn from_sending(error: reqwest::Error) -> Self {
        if error.is_connect() || error.is_builder() {
            Self::NotStarted(Delay::Unreachable)
        } else {
            Self::Unknown(UnknownCause::Sending(error.without_url()))
        }
    }
}

/// Reads the answer to a create.
pub(super) fn created(answer: &Answer) -> Result<TaskId, CreateError> {
    let code = answer.code();
    let unknown = || CreateError::Unknown(UnknownCause::Answer(code));
    if code == 200 {
        return shapes::task_id(answer.data()).ok_or_else(unknown);
    }
    match refusal(answer, code) {
        Some(error) => Err(error),
        // A failure that names a task (505 does) has made one.
        None => shapes::task_id(answer.data()).ok_or_else(unknown),
    }
}

/// What stops every request of this account until the operator acts.
pub(super) fn blocked(code: i64, text: &str) -> Option<BlockReason> {
    match code {
        200 => None,
        401 | 403 => Some(BlockReason::Unauthorized),
        402 => Some(BlockReason::OutOfFunds),
        433 => Some(BlockReason::KeyLimit),
        _ => texts::says_out_of_funds(text).then_some(BlockReason::OutOfFunds),
    }
}

/// A certain "no", or `None` if it is not certain.
fn refusal(answer: &Answer, code: i64) -> Option<CreateError> {
    let text = answer.text();
    let refused = |otherwise| {
        let reason = texts::reason(text).unwrap_or(otherwise);
        Some(CreateError::Refused { reason, code })
    };
    match code {
        429 | 430 => return Some(CreateError::NotStarted(Delay::RateLimited)),
        455 => return Some(CreateError::NotStarted(Delay::Maintenance)),
        _ => {}
    }
    // Something in front of the provider may have answered after passing the request on.
    answer.envelope.as_ref()?;
    if let Some(reason) = blocked(code, text) {
        return Some(CreateError::ProviderBlocked(reason));
    }
    if texts::says_too_often(text) {
        return Some(CreateError::NotStarted(Delay::RateLimited));
    }
    match code {
        400 | 404 | 422 => refused(FailureReason::Refused),
        451 => refused(FailureReason::Image),
        501 => refused(FailureReason::Provider),
        500 if texts::says_maintenance(text) => Some(CreateError::NotStarted(Delay::Maintenance)),
        500 if texts::says_wrong_input(text) || texts::reason(text).is_some() => refused(FailureReason::Refused),
        _ => None,
    }
}
