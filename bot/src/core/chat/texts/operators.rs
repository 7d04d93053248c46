//! Words for operators.

use shared::job::BlockReason;

use super::purchases::{date, name as standing_name};
use super::{FluentValue, PROMPT_SHOWN_UNITS_MAX, Texts, escape};
use crate::core::chat::command::OperatorCommand;
use crate::core::chat::operators::Account;
use crate::core::ids::{Credits, Stars, UserId};
use crate::core::jobs::delivery::cut;
use crate::core::reconcile::{Difference, Summary};
use crate::core::refunds::{Purchase, Standing};

/// Characters of an entry's name that are shown: a charge is whole.
const ENTRY_UNITS_MAX: usize = 110;

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

    pub(in crate::core) fn refund_wanted(&self, purchase: &Purchase, because: Standing) -> String {
        let mut arguments = self.of_any_purchase(purchase);
        arguments.push(("because", standing_name(because).into()));
        self.say("operators-refund-wanted", &arguments)
    }

    /// What does not go back to the person, and what of their credits was set aside for it.
    pub(in crate::core) fn refund_refused_by_telegram(
        &self,
        user: UserId,
        charge: &str,
        (stars, credits): (Stars, Credits),
        reason: &str,
    ) -> String {
        let arguments = [
            ("user", FluentValue::from(user.to_string())),
            ("charge", escape(charge)),
            ("stars", stars.0.into()),
            ("credits", credits.0.into()),
            ("reason", escape(&cut(reason, 300))),
        ];
        self.say("operators-refund-refused", &arguments)
    }

    pub(in crate::core::chat) fn refund_approved(&self, purchase: &Purchase, taken: Credits) -> String {
        let mut arguments = self.of_any_purchase(purchase);
        arguments.push(("taken", self.credits(taken)));
        arguments.push(("is-foreign", if purchase.number == 0 { "yes" } else { "no" }.into()));
        self.say("operators-refund-approved", &arguments)
    }

    pub(in crate::core::chat) fn refund_waits(&self, purchase: &Purchase, held: Credits) -> String {
        let arguments = [("user", purchase.user.to_string().into()), ("held", self.credits(held))];
        self.say("operators-refund-waits", &arguments)
    }

    pub(in crate::core::chat) fn refund_declined_by_you(&self, purchase: &Purchase) -> String {
        self.say("operators-refund-declined", &self.of_any_purchase(purchase))
    }

    pub(in crate::core::chat) fn refund_decided_already(&self, standing: Standing) -> String {
        self.say("operators-refund-decided", &[("standing", standing_name(standing).into())])
    }

    pub(in crate::core::chat) fn purchase_unknown(&self, which: &str) -> String {
        self.say("operators-purchase-unknown", &[("which", escape(&cut(which, 100)))])
    }

    pub(in crate::core::chat) fn credits_moved(&self, user: UserId, available: Credits) -> String {
        self.of_person("operators-credits-moved", user, available)
    }

    pub(in crate::core::chat) fn person_has_less(&self, user: UserId, available: Credits) -> String {
        self.of_person("operators-has-less", user, available)
    }

    pub(in crate::core::chat) fn person_unknown(&self, user: UserId) -> String {
        self.say("operators-person-unknown", &[("user", user.to_string().into())])
    }

    pub(in crate::core::chat) fn reply_sent(&self, number: i64, user: UserId) -> String {
        let arguments = [("number", number.to_string().into()), ("user", user.to_string().into())];
        self.say("operators-reply-sent", &arguments)
    }

    pub(in crate::core::chat) fn request_unknown(&self, number: i64) -> String {
        self.say("operators-request-unknown", &[("number", number.to_string().into())])
    }

    pub(in crate::core::chat) fn operator_help(&self) -> String {
        self.say("operators-help", &[])
    }

    pub(in crate::core::chat) fn operator_usage(&self, command: OperatorCommand) -> String {
        self.say(&format!("operators-usage-{}", command.as_str()), &[])
    }

    /// A person's balances and a page of their ledger.
    pub(in crate::core::chat) fn account(&self, account: &Account) -> String {
        let Account { user, balance, entries, page, pages } = account;
        let arguments = [
            ("user", FluentValue::from(user.to_string())),
            ("available", balance.available.0.into()),
            ("held", balance.held.0.into()),
            ("refunding", balance.refunding.0.into()),
            ("page", page.to_string().into()),
            ("pages", pages.to_string().into()),
        ];
        let head = self.say("operators-account", &arguments);
        let lines = entries.iter().map(|entry| {
            let arguments = [
                ("at", FluentValue::from(entry.at.strftime("%Y-%m-%d %H:%M").to_string())),
                ("credits", entry.credits.0.into()),
                ("source", entry.source.as_str().into()),
                ("target", entry.target.as_str().into()),
                ("id", escape(&cut(&entry.id, ENTRY_UNITS_MAX))),
            ];
            self.say("operators-entry", &arguments)
        });
        std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
    }

    pub(in crate::core::chat) fn reconcile_begun(&self) -> String {
        self.say("operators-reconcile-begun", &[])
    }

    pub(in crate::core) fn reconciled(&self, summary: &Summary) -> String {
        let difference = summary.difference.shown();
        let arguments = [
            ("listed", FluentValue::from(summary.listed)),
            ("new", summary.new.into()),
            ("credited", summary.credited.into()),
            ("revoked", summary.revoked.into()),
            ("balance", summary.balance.0.into()),
            ("agrees", if difference.is_none() { "yes" } else { "no" }.into()),
            ("difference", difference.unwrap_or_default().into()),
        ];
        self.say("operators-reconciled", &arguments)
    }

    pub(in crate::core) fn not_reconciled(&self, reason: &str) -> String {
        self.say("operators-not-reconciled", &[("reason", escape(&cut(reason, 300)))])
    }

    pub(in crate::core) fn star_difference(&self, balance: Stars, difference: Difference) -> String {
        let arguments = [
            ("balance", FluentValue::from(balance.0)),
            ("agrees", if difference.shown().is_none() { "yes" } else { "no" }.into()),
            ("difference", difference.shown().unwrap_or_default().into()),
        ];
        self.say("operators-star-difference", &arguments)
    }

    pub(in crate::core) fn payment_not_listed(&self, user: UserId, charge: &str) -> String {
        self.of_charge("operators-payment-not-listed", user, charge)
    }

    pub(in crate::core) fn refund_not_listed(&self, user: UserId, charge: &str) -> String {
        self.of_charge("operators-refund-not-listed", user, charge)
    }

    pub(in crate::core) fn older_payments(&self, count: i64, stars: Stars) -> String {
        self.say("operators-older-payments", &[("count", count.into()), ("stars", stars.0.into())])
    }

    pub(in crate::core) fn unreadable_transaction(&self, id: &str) -> String {
        self.say("operators-unreadable-transaction", &[("id", escape(&cut(id, 200)))])
    }

    pub(in crate::core) fn books_are_wrong(&self, broken: &[(String, usize)]) -> String {
        let lines: Vec<String> = broken.iter().map(|(invariant, found)| format!("• {invariant}: {found}")).collect();
        self.say("operators-books-are-wrong", &[("found", escape(&lines.join("\n")))])
    }

    fn of_any_purchase(&self, purchase: &Purchase) -> Vec<(&'static str, FluentValue<'static>)> {
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
        self.say(key, &[("user", user.to_string().into()), ("balance", self.credits(available))])
    }

    fn of_charge(&self, key: &str, user: UserId, charge: &str) -> String {
        self.say(key, &[("user", user.to_string().into()), ("charge", escape(charge))])
    }
}
