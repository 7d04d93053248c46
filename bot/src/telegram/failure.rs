//! Why a call to Telegram came to nothing, sorted by what it means for us.
//!
//! Telegram tells its refusals apart only by English sentences, so they are matched by parts of those sentences that
//! have been stable for years; a sentence that we do not know is [`Refusal::Other`].

use std::time::Duration;

use shared::json::JsonFault;

/// Why a call came to nothing. Never shows the token: URLs are taken off the errors below it.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// Telegram took the call and said no.
    #[error("Telegram refused: {text}")]
    Refused {
        /// What it means.
        refusal: Refusal,
        /// Telegram's words.
        text: String,
    },
    /// Too many calls.
    #[error("Telegram asks to wait {} s", .0.as_secs())]
    RetryAfter(Duration),
    /// Telegram never saw the call.
    #[error("Telegram cannot be reached")]
    NotSent(#[source] reqwest::Error),
    /// The connection broke or the time ran out: Telegram may have done what we asked.
    #[error("Telegram's answer was lost")]
    AnswerLost(#[source] reqwest::Error),
    /// Telegram, or a proxy before it, failed: it may have done what we asked.
    #[error("Telegram failed with HTTP status {status}")]
    ServerFailed {
        /// The status.
        status: u16,
    },
    /// Telegram did what we asked, but says so in a shape that we do not know.
    #[error("Telegram's answer to {method} has an unknown shape")]
    UnknownShape {
        /// The method.
        method: &'static str,
        /// What does not fit.
        #[source]
        source: JsonFault,
    },
}

/// What a refusal means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The person blocked the bot, never started it, or is gone; or the bot was put out of the group.
    Unreachable,
    /// The message to edit is gone or cannot be edited.
    MessageGone,
    /// The message shows already what it should show.
    NotModified,
    /// The query is too old to be answered.
    QueryTooOld,
    /// The file is over the limit of the way it is sent.
    TooLarge,
    /// Telegram could not fetch the URL, or did not like what it found there.
    BadUrl,
    /// The token is wrong, or the address of the Bot API is.
    TokenRefused,
    /// Another process polls with the same token, or a webhook is set.
    Conflict,
    /// Anything else.
    Other,
}

impl CallError {
    /// Whether Telegram may have done what we asked although we do not know it.
    #[must_use]
    pub const fn is_ambiguous(&self) -> bool {
        matches!(self, Self::AnswerLost(_) | Self::ServerFailed { .. })
    }

    /// What the refusal means, if it is one.
    #[must_use]
    pub const fn refusal(&self) -> Option<Refusal> {
        match self {
            Self::Refused { refusal, .. } => Some(*refusal),
            Self::RetryAfter(_)
            | Self::NotSent(_)
            | Self::AnswerLost(_)
            | Self::ServerFailed { .. }
            | Self::UnknownShape { .. } => None,
        }
    }

    /// One word for metrics.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self {
            Self::Refused { refusal, .. } => refusal.class(),
            Self::RetryAfter(_) => "retry_after",
            Self::NotSent(_) => "not_sent",
            Self::AnswerLost(_) => "answer_lost",
            Self::ServerFailed { .. } => "server_failed",
            Self::UnknownShape { .. } => "unknown_shape",
        }
    }

    /// Sorts a transport error. The URL, which has the token in it, is taken off.
    /// Whether Telegram refuses what was to be sent, and not whom it was to be sent to.
    #[must_use]
    pub const fn is_about_content(&self) -> bool {
        matches!(self, Self::Refused { refusal: Refusal::TooLarge | Refusal::BadUrl | Refusal::Other, .. })
    }

    /// Whether Telegram refuses the effect of a message: it knows no such one any more, or not in this chat.
    #[must_use]
    pub fn is_about_effect(&self) -> bool {
        matches!(self, Self::Refused { refusal: Refusal::Other, text } if text.to_lowercase().contains("effect"))
    }

    pub(super) fn from_transport(error: reqwest::Error) -> Self {
        let error = error.without_url();
        if error.is_connect() || error.is_builder() { Self::NotSent(error) } else { Self::AnswerLost(error) }
    }
}

impl Refusal {
    /// Sorts Telegram's words, which came with an error code like HTTP's.
    #[must_use]
    pub fn classify(code: u16, text: &str) -> Self {
        let text = text.to_lowercase();
        if code == 401 || text == "unauthorized" || text == "not found" {
            return Self::TokenRefused;
        }
        if code == 409 || text.starts_with("conflict:") {
            return Self::Conflict;
        }
        let known = SENTENCES.iter().find(|(part, _)| text.contains(part)).map(|(_, refusal)| *refusal);
        known.unwrap_or(if code == 403 { Self::Unreachable } else { Self::Other })
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::MessageGone => "message_gone",
            Self::NotModified => "not_modified",
            Self::QueryTooOld => "query_too_old",
            Self::TooLarge => "too_large",
            Self::BadUrl => "bad_url",
            Self::TokenRefused => "token_refused",
            Self::Conflict => "conflict",
            Self::Other => "refused",
        }
    }
}

/// Parts of Telegram's sentences in lower case. The first that fits counts.
const SENTENCES: [(&str, Refusal); 34] = [
    ("bot was blocked by the user", Refusal::Unreachable),
    ("user is deactivated", Refusal::Unreachable),
    ("chat not found", Refusal::Unreachable),
    ("user not found", Refusal::Unreachable),
    ("peer_id_invalid", Refusal::Unreachable),
    ("bot was kicked", Refusal::Unreachable),
    ("bot is not a member", Refusal::Unreachable),
    ("bot can't initiate conversation", Refusal::Unreachable),
    ("group chat was deactivated", Refusal::Unreachable),
    ("not enough rights to send", Refusal::Unreachable),
    ("have no rights to send", Refusal::Unreachable),
    ("user_is_blocked", Refusal::Unreachable),
    ("input_user_deactivated", Refusal::Unreachable),
    ("chat_write_forbidden", Refusal::Unreachable),
    ("message is not modified", Refusal::NotModified),
    ("message to edit not found", Refusal::MessageGone),
    ("message to copy not found", Refusal::MessageGone),
    ("message can't be edited", Refusal::MessageGone),
    ("message_id_invalid", Refusal::MessageGone),
    ("message to be replied not found", Refusal::MessageGone),
    ("query is too old", Refusal::QueryTooOld),
    ("query id is invalid", Refusal::QueryTooOld),
    ("query_id_invalid", Refusal::QueryTooOld),
    ("file is too big", Refusal::TooLarge),
    ("file is too large", Refusal::TooLarge),
    ("request entity too large", Refusal::TooLarge),
    ("wrong file identifier/http url", Refusal::BadUrl),
    ("failed to get http url content", Refusal::BadUrl),
    ("wrong type of the web page content", Refusal::BadUrl),
    ("wrong remote file identifier", Refusal::BadUrl),
    ("webpage_curl_failed", Refusal::BadUrl),
    ("webpage_media_empty", Refusal::BadUrl),
    ("external_url_invalid", Refusal::BadUrl),
    ("can't use file of type", Refusal::BadUrl),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telegrams_sentences_are_sorted_by_what_they_mean() {
        for (code, text, refusal) in [
            (403, "Forbidden: bot was blocked by the user", Refusal::Unreachable),
            (403, "Forbidden: something of next year", Refusal::Unreachable),
            (400, "Bad Request: chat not found", Refusal::Unreachable),
            (403, "Forbidden: user is deactivated", Refusal::Unreachable),
            (400, "Bad Request: message to edit not found", Refusal::MessageGone),
            (
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the \
                 same as a current content and reply markup of the message",
                Refusal::NotModified,
            ),
            (
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
                Refusal::QueryTooOld,
            ),
            (413, "Request Entity Too Large", Refusal::TooLarge),
            (400, "Bad Request: file is too big", Refusal::TooLarge),
            (400, "Bad Request: wrong file identifier/HTTP URL specified", Refusal::BadUrl),
            (400, "Bad Request: failed to get HTTP URL content", Refusal::BadUrl),
            (400, "Bad Request: wrong type of the web page content", Refusal::BadUrl),
            (401, "Unauthorized", Refusal::TokenRefused),
            (404, "Not Found", Refusal::TokenRefused),
            (409, "Conflict: terminated by other getUpdates request", Refusal::Conflict),
            (400, "Bad Request: can't parse entities", Refusal::Other),
        ] {
            assert_eq!(Refusal::classify(code, text), refusal, "{text}");
        }
    }
}
