//! Texts about purchases, for buyers.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::{FluentValue, Texts, args, escape, name};
use crate::core::ids::RefundEligibility;
use crate::core::refunds::Purchase;

impl Texts {
    pub(in crate::core::chat) fn purchases(&self, purchases: &[Purchase], within: SignedDuration) -> String {
        let head = self.say_with("purchases", args! { days: within.as_hours() / 24 });
        let lines = purchases.iter().map(|purchase| {
            let mut arguments = self.of_purchase(purchase);
            arguments.push(("date", self.date(purchase.at)));
            arguments.push(("eligibility", eligibility_name(purchase.eligibility).into()));
            arguments.push(("gift", gift_name(purchase).into()));
            arguments.push(("charge", escape(&purchase.charge)));
            self.say_with("purchase-line", &arguments)
        });
        std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n\n")
    }

    /// A day, by the calendar of UTC.
    pub(in crate::core::chat) fn date(&self, at: Timestamp) -> FluentValue<'static> {
        let date = at.to_zoned(TimeZone::UTC).date();
        self.say_with("date", args! { day: name(date.day()), month: date.month(), year: name(date.year()) }).into()
    }

    /// What texts say of somebody's own purchase.
    pub(in crate::core::chat) fn of_purchase(&self, purchase: &Purchase) -> Vec<(&'static str, FluentValue<'static>)> {
        args! {
            number: name(purchase.number),
            credits: self.credits_and_bonus(purchase.credits, purchase.bonus),
            stars: purchase.stars.0,
        }
        .to_vec()
    }
}

/// How texts call what became of a purchase as a gift.
pub(super) const fn gift_name(purchase: &Purchase) -> &'static str {
    match purchase.gift {
        Some(state) => state.as_str(),
        None => "none",
    }
}

/// How texts call an eligibility.
pub(in crate::core::chat) const fn eligibility_name(eligibility: RefundEligibility) -> &'static str {
    match eligibility {
        RefundEligibility::Refundable => "refundable",
        RefundEligibility::Spent => "spent",
        RefundEligibility::GiftOpened => "gift-opened",
        RefundEligibility::TooLate => "too-late",
        RefundEligibility::Refused => "refused",
        RefundEligibility::Asked => "asked",
        RefundEligibility::Declined => "declined",
        RefundEligibility::UnderWay => "under-way",
        RefundEligibility::Returned => "returned",
    }
}
