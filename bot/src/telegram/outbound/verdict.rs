//! What a call to Telegram that failed means for what was to be said.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use shared::retry::Backoff;
use shared::telemetry;

use super::queue::Said;
use crate::core::effect::Reply;
use crate::core::event::{self, Outcome, Receipt, SaleCall, SaleRefused};
use crate::core::ids::{MessageId, UserId};
use crate::telegram::client::after;
use crate::telegram::failure::{CallError, Refusal};

/// A plain reply is tried for this long: an outage of Telegram's is rarely longer, and later nobody expects the answer.
const TRIED_FOR: SignedDuration = SignedDuration::from_secs(120);
/// A toast says little, and its button stops spinning by itself.
const TOAST_TRIED_FOR: SignedDuration = SignedDuration::from_secs(5);
/// Telegram waits for the answer to a checkout for ten seconds.
const CHECKOUT_TRIED_FOR: SignedDuration = SignedDuration::from_secs(10);
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
        // A message to everybody may be there already, and must not come again and again.
        CallError::AnswerLost(_) | CallError::ServerFailed { .. } if matches!(reply, Reply::Copy { .. }) => {
            Outcome::Unclear
        }
        CallError::NotSent(_) | CallError::AnswerLost(_) | CallError::ServerFailed { .. } => Outcome::TryAgain(None),
    }
}

/// A plain reply that failed, if it is worth another try: later, or in another way.
pub(super) fn try_again(mut said: Said, error: &CallError, now: Timestamp) -> Option<Said> {
    said.tries += 1;
    let delay = match error {
        CallError::RetryAfter(wait) => *wait,
        CallError::NotSent(_) | CallError::ServerFailed { .. } => BACKOFF.delay(said.tries, &mut rand::rng()),
        CallError::AnswerLost(_) if is_repeatable(&said.reply) => BACKOFF.delay(said.tries, &mut rand::rng()),
        CallError::Refused { refusal, .. } => match refusal {
            // Of the bot and not of the message: that passes, or somebody mends it.
            Refusal::TokenRefused | Refusal::Conflict => BACKOFF.delay(said.tries, &mut rand::rng()),
            Refusal::MessageGone => return as_new_message(said),
            Refusal::Unreachable
            | Refusal::NotModified
            | Refusal::QueryTooOld
            | Refusal::TooLarge
            | Refusal::BadUrl
            | Refusal::Other => {
                log_failure(error);
                return None;
            }
        },
        CallError::AnswerLost(_) | CallError::UnknownShape { .. } => {
            log_failure(error);
            return None;
        }
    };
    said.not_before = after(now, delay);
    if said.not_before.duration_since(said.since) > tried_for(&said.reply, error) {
        log_failure(error);
        return None;
    }
    Some(said)
}

/// For how long a plain reply is tried. A chat that Telegram has silenced gets its messages when it may.
const fn tried_for(reply: &Reply, error: &CallError) -> SignedDuration {
    match reply {
        Reply::AnswerCallback { .. } => TOAST_TRIED_FOR,
        Reply::AnswerCheckout { .. } => CHECKOUT_TRIED_FOR,
        Reply::Send { .. }
        | Reply::Video { .. }
        | Reply::Copy { .. }
        | Reply::Edit { .. }
        | Reply::Invoice { .. }
        | Reply::Subscription { .. } => {
            if matches!(error, CallError::RetryAfter(_)) {
                SignedDuration::MAX
            } else {
                TRIED_FOR
            }
        }
    }
}

/// The message under which somebody tapped is gone, or too old to be edited: the answer comes below.
fn as_new_message(said: Said) -> Option<Said> {
    let Reply::Edit { chat, html, keyboard, .. } = said.reply else { return None };
    Some(Said { reply: Reply::Send { chat, topic: None, html, keyboard, effect: None }, ..said })
}

/// The sale that is lost because of this, unless that happens every day.
pub(super) fn refused_sale(reply: &Reply, error: &CallError) -> Option<SaleRefused> {
    let CallError::Refused { refusal, text } = error else { return None };
    let (call, buyer) = match reply {
        Reply::Invoice { chat, .. } => (SaleCall::Invoice, Some(UserId(*chat))),
        Reply::Subscription { chat, .. } => (SaleCall::Subscription, Some(UserId(*chat))),
        Reply::AnswerCheckout { .. } => (SaleCall::Checkout, None),
        Reply::Send { .. }
        | Reply::Video { .. }
        | Reply::Copy { .. }
        | Reply::Edit { .. }
        | Reply::AnswerCallback { .. } => return None,
    };
    match refusal {
        Refusal::TooLarge | Refusal::BadUrl | Refusal::NotModified | Refusal::MessageGone | Refusal::Other => {
            Some(SaleRefused { call, buyer, reason: text.clone() })
        }
        Refusal::Unreachable | Refusal::QueryTooOld | Refusal::TokenRefused | Refusal::Conflict => None,
    }
}

/// Whether saying it twice is the same as saying it once.
const fn is_repeatable(reply: &Reply) -> bool {
    match reply {
        Reply::Edit { .. } | Reply::AnswerCallback { .. } | Reply::AnswerCheckout { .. } => true,
        Reply::Send { .. }
        | Reply::Video { .. }
        | Reply::Copy { .. }
        | Reply::Invoice { .. }
        | Reply::Subscription { .. } => false,
    }
}

const fn edited_message(reply: &Reply) -> MessageId {
    match reply {
        Reply::Edit { message, .. } => *message,
        Reply::Send { .. }
        | Reply::Video { .. }
        | Reply::Copy { .. }
        | Reply::Invoice { .. }
        | Reply::Subscription { .. }
        | Reply::AnswerCallback { .. }
        | Reply::AnswerCheckout { .. } => MessageId(0),
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
