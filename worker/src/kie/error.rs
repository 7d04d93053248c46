//! Errors as decisions: what may be done next, not what went wrong in detail. The provider's texts are left out of
//! them, since they may repeat the prompt.

use std::error::Error;

use shared::job::{BlockReason, FailureReason, TaskId};

use super::answer::{Answer, ReadError};
use super::shapes;
use super::texts::Text;

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
    /// Trouble of its own. It refused the request and said that it may be tried again.
    #[error("try again")]
    TryAgain,
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

/// A request that may be repeated got no answer. Its address is named without what follows the host: that may be secret.
#[derive(Debug, thiserror::Error)]
#[error("no answer from {address}")]
pub(super) struct NoAnswer {
    pub(super) address: String,
    #[source]
    pub(super) cause: reqwest::Error,
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

/// Reads the answer to a create. The provider's text may quote `prompt`.
pub(super) fn created(answer: &Answer, prompt: &str) -> Result<TaskId, CreateError> {
    let code = answer.code();
    let unknown = || CreateError::Unknown(UnknownCause::Answer(code));
    if code == 200 {
        return shapes::task_id(answer.data()).ok_or_else(unknown);
    }
    match refusal(answer, code, prompt) {
        Some(error) => Err(error),
        // A failure that names a task (505 does) has made one.
        None => shapes::task_id(answer.data()).ok_or_else(unknown),
    }
}

/// What stops every request of this account until the operator acts.
pub(super) fn blocked(code: i64, text: &Text) -> Option<BlockReason> {
    match code {
        401 | 403 => Some(BlockReason::Unauthorized),
        402 => Some(BlockReason::OutOfFunds),
        433 => Some(BlockReason::KeyLimit),
        500 if text.says_out_of_funds() => Some(BlockReason::OutOfFunds),
        _ => None,
    }
}

/// A certain "no", or `None` if it is not certain.
///
/// The code decides. A text counts only with the codes that carry it. That "try again later" is a no holds for the
/// provider's own envelope in HTTP 200 which names no task: all such answers that were seen began nothing and cost
/// nothing. The same words from a gateway prove nothing.
fn refusal(answer: &Answer, code: i64, prompt: &str) -> Option<CreateError> {
    let text = &Text::new(answer.text(), prompt);
    let refused = |otherwise| {
        let reason = text.reason().unwrap_or(otherwise);
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
    let is_of_the_provider = (200..300).contains(&answer.status) && shapes::task_id(answer.data()).is_none();
    match code {
        500 if text.says_too_often() => Some(CreateError::NotStarted(Delay::RateLimited)),
        400 | 500 | 501 if is_of_the_provider && text.says_try_again() && text.reason().is_none() => {
            Some(CreateError::NotStarted(Delay::TryAgain))
        }
        400 | 404 | 422 => refused(FailureReason::Refused),
        451 => refused(FailureReason::Image),
        501 => refused(FailureReason::Provider),
        500 if text.says_maintenance() => Some(CreateError::NotStarted(Delay::Maintenance)),
        500 if text.says_wrong_input() || text.reason().is_some() => refused(FailureReason::Refused),
        _ => None,
    }
}
