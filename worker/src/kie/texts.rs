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
    "filtered",
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

const TRY_AGAIN: &[&str] = &["try again"];
const SOUND: &[&str] = &["generate audio", "audio generation"];

/// A text of the provider. It may quote the prompt, whose words mean nothing here: what stands in the prompt does not
/// count.
#[derive(Debug)]
pub(super) struct Text {
    text: String,
    prompt: String,
}

impl Text {
    pub(super) fn new(text: &str, prompt: &str) -> Self {
        Self { text: text.to_lowercase(), prompt: prompt.to_lowercase() }
    }

    /// The account has no credits: comes with code 402 and with code 500.
    pub(super) fn says_out_of_funds(&self) -> bool {
        self.has_any(FUNDS)
    }

    /// Too many requests in a short time; comes within HTTP 200.
    pub(super) fn says_too_often(&self) -> bool {
        self.has_any(FREQUENCY)
    }

    /// Closed for maintenance.
    pub(super) fn says_maintenance(&self) -> bool {
        self.has_any(MAINTENANCE)
    }

    /// The request itself is wrong: comes with code 500 as often as with 422.
    pub(super) fn says_wrong_input(&self) -> bool {
        self.has_any(INPUT)
    }

    /// Trouble upstream that may pass.
    pub(super) fn says_try_again(&self) -> bool {
        self.has_any(TRY_AGAIN)
    }

    /// The reason that it names, if it names one.
    pub(super) fn reason(&self) -> Option<FailureReason> {
        if self.has_any(SOUND) {
            Some(FailureReason::Sound)
        } else if self.has_any(POLICY) {
            Some(FailureReason::Policy)
        } else if self.has_any(IMAGE) {
            Some(FailureReason::Image)
        } else {
            None
        }
    }

    /// The reason why an accepted task failed. A code of the request's kind without a known text is a refusal, unless it
    /// says that the provider had trouble.
    pub(super) fn task_failure(&self, code: Option<i64>) -> FailureReason {
        self.reason().unwrap_or_else(|| match code {
            Some(400 | 422) if self.says_try_again() => FailureReason::Provider,
            Some(400 | 422) => FailureReason::Refused,
            Some(451) => FailureReason::Image,
            _ => FailureReason::Provider,
        })
    }

    fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.contains(word) && !self.prompt.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_were_seen_are_understood() {
        use FailureReason::{Image, Policy, Provider, Refused, Sound};
        for (code, text, expected) in [
            (400, "Your prompt was flagged by Website as violating content policies.", Policy),
            (500, "Rejected by Google's content policy (public error prominent people upload)", Policy),
            (400, "public error minor upload", Policy),
            (500, "The audio was filtered.", Policy),
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
            (400, "Please try again later.", Provider),
            (400, "We were unable to generate audio for this request.", Sound),
        ] {
            assert_eq!(Text::new(text, "a fox").task_failure(Some(code)), expected, "{code} {text}");
        }
        assert_eq!(Text::new("", "").task_failure(None), Provider);
    }

    #[test]
    fn what_stands_in_the_prompt_does_not_count() {
        let prompt = "A sign: Please top up! Unsafe at any speed, try again";
        let quoted = Text::new(&format!("Ratio error for '{prompt}'"), prompt);
        assert!(!quoted.says_out_of_funds() && !quoted.says_try_again() && quoted.reason().is_none());
        assert!(quoted.says_wrong_input());
        let flagged = Text::new(&format!("'{prompt}' was flagged"), prompt);
        assert_eq!(flagged.reason(), Some(FailureReason::Policy));
    }
}
