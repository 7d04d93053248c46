//! Words about purchases and refunds, for buyers.

use jiff::{SignedDuration, Timestamp};

use super::{FluentValue, Texts, escape};
use crate::core::ids::Credits;
use crate::core::refunds::{Purchase, Standing};

impl Texts {
    pub(in crate::core::chat) fn purchases(&self, purchases: &[Purchase], within: SignedDuration) -> String {
        let head = self.say("purchases", &[("days", (within.as_hours() / 24).into())]);
        let lines = purchases.iter().map(|purchase| {
            let mut arguments = self.of_purchase(purchase);
            arguments.push(("date", date(purchase.at).into()));
            arguments.push(("standing", name(purchase.standing).into()));
            arguments.push(("charge", escape(&purchase.charge)));
            self.say("purchase-line", &arguments)
        });
        std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n\n")
    }

    /// The label of a button about a purchase: `button-<name>`.
    pub(in crate::core::chat) fn purchase_button(&self, name: &str, purchase: &Purchase) -> String {
        self.say(&format!("button-{name}"), &self.of_purchase(purchase))
    }

    pub(in crate::core::chat) fn refund_offer(&self, purchase: &Purchase) -> String {
        self.say("refund-offer", &self.of_purchase(purchase))
    }

    pub(in crate::core::chat) fn refund_begun(&self, purchase: &Purchase) -> String {
        self.say("refund-begun", &self.of_purchase(purchase))
    }

    pub(in crate::core::chat) fn refund_kept(&self) -> String {
        self.say("refund-kept", &[])
    }

    pub(in crate::core::chat) fn refund_asked(&self, number: i64) -> String {
        self.say("refund-asked", &[("number", number.to_string().into())])
    }

    pub(in crate::core::chat) fn not_refundable(&self, standing: Standing) -> String {
        self.say("not-refundable", &[("standing", name(standing).into())])
    }

    pub(in crate::core) fn refund_declined(&self, purchase: &Purchase) -> String {
        self.say("refund-declined", &self.of_purchase(purchase))
    }

    pub(in crate::core) fn refund_refused(&self, given_back: Credits) -> String {
        self.say("refund-refused", &[("credits", given_back.0.into())])
    }

    fn of_purchase(&self, purchase: &Purchase) -> Vec<(&'static str, FluentValue<'static>)> {
        vec![
            // A name, not an amount: no thousands separators.
            ("number", purchase.number.to_string().into()),
            ("credits", self.credits(purchase.credits)),
            ("stars", purchase.stars.0.into()),
        ]
    }
}

/// How texts call a standing.
pub(super) const fn name(standing: Standing) -> &'static str {
    match standing {
        Standing::Refundable => "refundable",
        Standing::Spent => "spent",
        Standing::TooLate => "too-late",
        Standing::Refused => "refused",
        Standing::Asked => "asked",
        Standing::Declined => "declined",
        Standing::UnderWay => "under-way",
        Standing::Returned => "returned",
    }
}

/// A day, as people everywhere read it.
pub(super) fn date(at: Timestamp) -> String {
    at.strftime("%-d %b %Y").to_string()
}
