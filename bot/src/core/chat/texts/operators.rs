//! Words for operators.

use shared::job::BlockReason;

use super::{FluentValue, PROMPT_SHOWN_UNITS_MAX, Texts, escape};
use crate::core::ids::{Stars, UserId};
use crate::core::jobs::delivery::cut;

impl Texts {
    pub(in crate::core) fn provider_changed(&self, blocked: Option<BlockReason>) -> String {
        match blocked {
            Some(reason) => self.say("operators-provider-blocked", &[("reason", reason.as_str().into())]),
            None => self.say("operators-provider-ok", &[]),
        }
    }

    pub(in crate::core) fn foreign_payment(&self, user: UserId, charge: &str, stars: Stars) -> String {
        let arguments = [
            ("user", FluentValue::from(user.to_string())),
            ("charge", escape(charge)),
            ("stars", stars.to_string().into()),
        ];
        self.say("operators-foreign-payment", &arguments)
    }

    pub(in crate::core::chat) fn support_request(&self, number: i64, user: UserId, words: &str) -> String {
        // Numbers are passed as text where they are names: no thousands separators.
        let arguments = [
            ("number", FluentValue::from(number.to_string())),
            ("user", user.to_string().into()),
            ("request", escape(&cut(words, PROMPT_SHOWN_UNITS_MAX))),
        ];
        self.say("operators-support-request", &arguments)
    }

    pub(crate) fn put_aside(&self, reason: &str) -> String {
        self.say("operators-put-aside", &[("reason", escape(&cut(reason, 300)))])
    }
}
