//! Words for operators.

use super::{FluentValue, Texts, cut, date, eligibility_name, escape};
use crate::core::chat::command::OperatorCommand;
use crate::core::ids::RefundEligibility;
use crate::core::ids::{Credits, UserId};
use crate::core::ledger::{Balance, Page};
use crate::core::refunds::Purchase;

/// Characters of an entry's name that are shown: a charge is whole.
const ENTRY_UNITS_MAX: usize = 110;

impl Texts {
    pub(in crate::core::chat) fn refund_approved(&self, purchase: &Purchase, taken: Credits) -> String {
        let mut arguments = self.of_any_purchase(purchase);
        arguments.push(("taken", self.credits(taken)));
        arguments.push(("foreign", if purchase.number == 0 { "yes" } else { "no" }.into()));
        self.say_with("operators-refund-approved", &arguments)
    }

    pub(in crate::core::chat) fn refund_waits(&self, purchase: &Purchase, held: Credits) -> String {
        let arguments = [("user", purchase.user.to_string().into()), ("held", self.credits(held))];
        self.say_with("operators-refund-waits", &arguments)
    }

    pub(in crate::core::chat) fn refund_declined_by_you(&self, purchase: &Purchase) -> String {
        self.say_with("operators-refund-declined", &self.of_any_purchase(purchase))
    }

    pub(in crate::core::chat) fn refund_decided_already(&self, eligibility: RefundEligibility) -> String {
        self.say_with("operators-refund-decided", &[("eligibility", eligibility_name(eligibility).into())])
    }

    pub(in crate::core::chat) fn purchase_unknown(&self, which: &str) -> String {
        self.say_with("operators-purchase-unknown", &[("which", escape(&cut(which, 100)))])
    }

    pub(in crate::core::chat) fn credits_moved(&self, user: UserId, available: Credits) -> String {
        self.of_person("operators-credits-moved", user, available)
    }

    pub(in crate::core::chat) fn person_has_less(&self, user: UserId, available: Credits) -> String {
        self.of_person("operators-has-less", user, available)
    }

    pub(in crate::core::chat) fn person_unknown(&self, user: UserId) -> String {
        self.say_with("operators-person-unknown", &[("user", user.to_string().into())])
    }

    pub(in crate::core::chat) fn reply_sent(&self, number: i64, user: UserId) -> String {
        let arguments = [("number", number.to_string().into()), ("user", user.to_string().into())];
        self.say_with("operators-reply-sent", &arguments)
    }

    pub(in crate::core::chat) fn request_unknown(&self, number: i64) -> String {
        self.say_with("operators-request-unknown", &[("number", number.to_string().into())])
    }

    pub(in crate::core::chat) fn operator_usage(&self, command: OperatorCommand) -> String {
        self.say(&format!("operators-usage-{}", command.as_str()))
    }

    /// A person's balances and a page of their ledger.
    pub(in crate::core::chat) fn account(&self, user: UserId, balance: &Balance, page: &Page) -> String {
        let Page { entries, number, pages } = page;
        let arguments = [
            ("user", FluentValue::from(user.to_string())),
            ("available", balance.available.0.into()),
            ("held", balance.held.0.into()),
            ("refunding", balance.refunding.0.into()),
            ("page", number.to_string().into()),
            ("pages", pages.to_string().into()),
        ];
        let head = self.say_with("operators-account", &arguments);
        let lines = entries.iter().map(|entry| {
            let arguments = [
                ("at", FluentValue::from(entry.at.strftime("%Y-%m-%d %H:%M").to_string())),
                ("credits", entry.credits.0.into()),
                ("source", entry.source.as_str().into()),
                ("target", entry.target.as_str().into()),
                ("id", escape(&cut(&entry.id, ENTRY_UNITS_MAX))),
            ];
            self.say_with("operators-entry", &arguments)
        });
        std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
    }

    /// What texts say of a payment, whether it bought something here or not.
    pub(in crate::core::chat) fn of_any_purchase(
        &self,
        purchase: &Purchase,
    ) -> Vec<(&'static str, FluentValue<'static>)> {
        vec![
            ("number", purchase.number.to_string().into()),
            ("user", purchase.user.to_string().into()),
            ("credits", self.credits(purchase.credits)),
            ("stars", purchase.stars.0.into()),
            ("date", date(purchase.at).into()),
            ("charge", escape(&purchase.charge)),
        ]
    }

    fn of_person(&self, key: &str, user: UserId, available: Credits) -> String {
        self.say_with(key, &[("user", user.to_string().into()), ("balance", self.credits(available))])
    }
}
