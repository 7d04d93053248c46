//! What the provider's texts for people mean, where the code alone does not say it. Matched in lower case by a few
//! words that were seen; an unknown text means nothing.

use shared::job::FailureReason;

const FUNDS: &[&str] =
    &["credits insufficient", "insufficient credits", "insufficient balance", "balance isn't enough", "please top up"];
const FREQUENCY: &[&str] = &["call frequency", "too many requests", "rate limit"];
const MAINTENANCE: &[&str] = &["maintenance", "being maintained"];
const INPUT: &[&str] = &[
    "required",
    "invalid",
    "not supported",
    "unsupported",
    "must be",
    "cannot be empty",
    "ratio error",
    "not within the range",
];
const POLICY: &[&str] = &[
    "content polic",
    "flagged",
    "violat",
    "unsafe",
    "prominent people",
    "minor upload",
    "sensitive",
    "moderation",
    "nsfw",
    "rejected by flow",
    "rejected by google",
    "prohibited",
    "safety",
    "inappropriate",
];
const IMAGE: &[&str] = &[
    "fetch the image",
    "fetch image",
    "download the image",
    "download image",
    "load image",
    "image format",
    "image size",
    "images size",
    "image url",
    "invalid image",
    "image type",
    "image_url",
    "imageurls",
];

/// The account has no credits: comes with code 402 and with code 500.
pub(super) fn says_out_of_funds(text: &str) -> bool {
    has_any(text, FUNDS)
}

/// Too many requests in a short time; comes within HTTP 200.
pub(super) fn says_too_often(text: &str) -> bool {
    has_any(text, FREQUENCY)
}

/// Closed for maintenance.
pub(super) fn says_maintenance(text: &str) -> bool {
    has_any(text, MAINTENANCE)
}

/// The request itself is wrong: comes with code 500 as often as with 422.
pub(super) fn says_wrong_input(text: &str) -> bool {
    has_any(text, INPUT)
}

/// The reason that a text names, if it names one.
pub(super) fn reason(text: &str) -> Option<FailureReason> {
    if has_any(text, POLICY) {
        Some(FailureReason::Policy)
    } else if has_any(text, IMAGE) {
        Some(FailureReason::Image)
    } else {
        None
    }
}

/// The reason why an accepted task failed. A code of the request's kind without a known text is a refusal.
pub(super) fn task_failure(code: Option<i64>, text: &str) -> FailureReason {
    reason(text).unwrap_or(match code {
        Some(400 | 422) => FailureReason::Refused,
        Some(451) => FailureReason::Image,
        _ => FailureReason::Provider,
    })
}

fn has_any(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_were_seen_are_understood() {
        use FailureReason::{Image, Policy, Provider, Refused};
        for (code, text, expected) in [
            (400, "Your prompt was flagged by Website as violating content policies.", Policy),
            (500, "Rejected by Google's content policy (public error prominent people upload)", Policy),
            (400, "public error minor upload", Policy),
            (400, "public error unsafe image upload.", Policy),
            (
                422,
                "Your request was rejected by Flow(something). You may consider using our other fallback channels, which are likely to succeed. Please refer to the documentation.",
                Policy,
            ),
            (
                400,
                "Failed to fetch the image. Kindly verify any access limits set by you or your service provider.",
                Image,
            ),
            (451, "", Image),
            (400, "Only English prompts are supported at this time.", Refused),
            (500, "Internal Error, Please try again later.", Provider),
            (500, "Internal Error - Timeout", Provider),
            (500, "internal error, please try again later.", Provider),
            (501, "", Provider),
            (500, "Internal server error", Provider),
        ] {
            assert_eq!(task_failure(Some(code), text), expected, "{code} {text}");
        }
        assert_eq!(task_failure(None, ""), Provider);
    }
}
