//! Words about purchases and refunds, for buyers.

use jiff::{SignedDuration, Timestamp};

use super::{FluentValue, Texts, escape};
use crate::core::ids::RefundEligibility;
use crate::core::refunds::Purchase;

impl Texts {
    pub(in crate::core::chat) fn purchases(&self, purchases: &[Purchase], within: SignedDuration) -> String {
        let head = self.say_with("purchases", &[("days", (within.as_hours() / 24).into())]);
        let lines = purchases.iter().map(|purchase| {
            let mut arguments = self.of_purchase(purchase);
            arguments.push(("date", date(purchase.at).into()));
            arguments.push(("eligibility", eligibility_name(purchase.eligibility).into()));
            arguments.push(("charge", escape(&purchase.charge)));
            self.say_with("purchase-line", &arguments)
        });
        std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n\n")
    }

    /// The label of a button about a purchase: `button-<name>`.
    pub(in crate::core::chat) fn purchase_button(&self, name: &str, purchase: &Purchase) -> String {
        self.say_with(&format!("button-{name}"), &self.of_purchase(purchase))
    }

    pub(in crate::core::chat) fn refund_offer(&self, purchase: &Purchase) -> String {
        self.say_with("refund-offer", &self.of_purchase(purchase))
    }

    pub(in crate::core::chat) fn refund_begun(&self, purchase: &Purchase) -> String {
        self.say_with("refund-begun", &self.of_purchase(purchase))
    }

    pub(in crate::core::chat) fn refund_asked(&self, number: i64) -> String {
        self.say_with("refund-asked", &[("number", number.to_string().into())])
    }

    pub(in crate::core::chat) fn not_refundable(&self, eligibility: RefundEligibility) -> String {
        self.say_with("not-refundable", &[("eligibility", eligibility_name(eligibility).into())])
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

/// How texts call an eligibility.
pub(in crate::core::chat) const fn eligibility_name(eligibility: RefundEligibility) -> &'static str {
    match eligibility {
        RefundEligibility::Refundable => "refundable",
        RefundEligibility::Spent => "spent",
        RefundEligibility::TooLate => "too-late",
        RefundEligibility::Refused => "refused",
        RefundEligibility::Asked => "asked",
        RefundEligibility::Declined => "declined",
        RefundEligibility::UnderWay => "under-way",
        RefundEligibility::Returned => "returned",
    }
}

/// A day, as people everywhere read it.
pub(super) fn date(at: Timestamp) -> String {
    at.strftime("%-d %b %Y").to_string()
}
