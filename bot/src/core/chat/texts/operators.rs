//! Texts for operators that are put together from several.

use super::purchases::date;
use super::{FluentValue, Texts, args, cut, escape, name};
use crate::core::ids::UserId;
use crate::core::ledger::{Balance, Page};
use crate::core::refunds::Purchase;

/// Characters of an entry's name that are shown: a charge is whole.
const ENTRY_UNITS_MAX: usize = 110;

impl Texts {
    /// A person's balances and a page of their ledger.
    pub(in crate::core::chat) fn account(&self, user: UserId, balance: &Balance, page: &Page) -> String {
        let head = self.say_with(
            "operators-account",
            args! {
                user: name(user),
                available: balance.available.0,
                held: balance.held.0,
                refunding: balance.refunding.0,
                page: name(page.number),
                pages: name(page.pages),
            },
        );
        let lines = page.entries.iter().map(|entry| {
            self.say_with(
                "operators-entry",
                args! {
                    at: entry.at.strftime("%Y-%m-%d %H:%M").to_string(),
                    credits: entry.credits.0,
                    source: entry.source.as_str(),
                    target: entry.target.as_str(),
                    id: escape(&cut(&entry.id, ENTRY_UNITS_MAX)),
                },
            )
        });
        std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
    }

    /// What texts say of a payment, whether it bought something here or not.
    pub(in crate::core::chat) fn of_any_purchase(
        &self,
        purchase: &Purchase,
    ) -> Vec<(&'static str, FluentValue<'static>)> {
        args! {
            number: name(purchase.number),
            user: name(purchase.user),
            credits: self.credits(purchase.credits),
            stars: purchase.stars.0,
            date: date(purchase.at),
            charge: escape(&purchase.charge),
        }
        .to_vec()
    }
}
