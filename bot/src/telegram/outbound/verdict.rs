//! What a call to Telegram that failed means for what was to be said.

use std::time::Duration;

use jiff::Timestamp;
use shared::retry::Backoff;
use shared::telemetry;

use super::queue::Said;
use crate::core::effect::Reply;
use crate::core::event::{self, Outcome, Receipt};
use crate::core::ids::MessageId;
use crate::telegram::client::after;
use crate::telegram::failure::{CallError, Refusal};

/// Tries of a plain reply.
const TRIES_MAX: u32 = 4;
const BACKOFF: Backoff = Backoff { first: Duration::from_millis(500), max: Duration::from_secs(8) };

/// What came of a promise.
pub(super) fn outcome(reply: &Reply, result: Result<MessageId, CallError>, now: Timestamp) -> Outcome {
    let error = match result {
        Ok(message) => return Outcome::Done(Receipt::Message(message)),
        Err(error) => error,
    };
    log_failure(&error);
    match error {
        CallError::Refused { refusal, text } => match refusal {
            Refusal::NotModified => Outcome::Done(Receipt::Message(edited_message(reply))),
            Refusal::Unreachable => Outcome::Unreachable,
            Refusal::MessageGone => Outcome::Refused(event::Refusal::MessageGone),
            Refusal::TokenRefused | Refusal::Conflict => Outcome::TryAgain(None),
            Refusal::QueryTooOld | Refusal::TooLarge | Refusal::BadUrl | Refusal::Other => {
                Outcome::Refused(event::Refusal::Other(text))
            }
        },
        CallError::RetryAfter(wait) => Outcome::TryAgain(Some(after(now, wait))),
        // It was said; to try again would say it again and again. Its number is unknown, so an edit will find it
        // gone.
        CallError::UnknownShape { .. } => Outcome::Done(Receipt::Message(edited_message(reply))),
        CallError::NotSent(_) | CallError::AnswerLost(_) | CallError::ServerFailed { .. } => Outcome::TryAgain(None),
    }
}

/// A plain reply that failed, if it is worth another try.
pub(super) fn try_again(mut said: Said, error: &CallError, now: Timestamp) -> Option<Said> {
    said.tries += 1;
    let delay = match error {
        CallError::RetryAfter(wait) => *wait,
        CallError::NotSent(_) | CallError::ServerFailed { .. } => BACKOFF.delay(said.tries, &mut rand::rng()),
        CallError::AnswerLost(_) if is_repeatable(&said.reply) => BACKOFF.delay(said.tries, &mut rand::rng()),
        CallError::AnswerLost(_) | CallError::UnknownShape { .. } | CallError::Refused { .. } => {
            log_failure(error);
            return None;
        }
    };
    if said.tries >= TRIES_MAX {
        log_failure(error);
        return None;
    }
    said.not_before = after(now, delay);
    Some(said)
}

/// Whether saying it twice is the same as saying it once.
const fn is_repeatable(reply: &Reply) -> bool {
    match reply {
        Reply::Edit { .. } | Reply::AnswerCallback { .. } | Reply::AnswerCheckout { .. } => true,
        Reply::Send { .. } | Reply::Invoice { .. } => false,
    }
}

const fn edited_message(reply: &Reply) -> MessageId {
    match reply {
        Reply::Edit { message, .. } => *message,
        Reply::Send { .. } | Reply::Invoice { .. } | Reply::AnswerCallback { .. } | Reply::AnswerCheckout { .. } => {
            MessageId(0)
        }
    }
}

fn log_failure(error: &CallError) {
    match error.refusal() {
        Some(Refusal::NotModified | Refusal::QueryTooOld | Refusal::Unreachable | Refusal::MessageGone) => {
            tracing::debug!(class = error.class(), "something could not be said, as happens every day");
        }
        Some(Refusal::TokenRefused) => {
            tracing::error!("Telegram does not know the bot any more: was the token revoked? check BOT_TOKEN");
        }
        Some(Refusal::Conflict | Refusal::TooLarge | Refusal::BadUrl | Refusal::Other) | None => {
            tracing::warn!(error = %telemetry::chain(error), class = error.class(), "something could not be said");
        }
    }
}
