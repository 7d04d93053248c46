//! What operators read of a person, put together from several texts.

use shared::catalog::Catalog;

use super::{Texts, args, escape, name};
use crate::core::ids::UserId;
use crate::core::jobs::Job;
use crate::core::operators::people::Card;

/// Entries of the ledger that a card shows.
const ENTRIES_SHOWN: usize = 4;

/// Payments that a card shows.
const PAYMENTS_SHOWN: usize = 3;

impl Texts {
    /// All that operators see of a person at a glance.
    pub(in crate::core::chat) fn person_card(&self, catalog: &Catalog, user: UserId, card: &Card) -> String {
        let balance = &card.account.balance;
        let head = args! {
            user: name(user),
            blocked: card.blocked_at.map_or_else(|| "no".into(), |at| self.date(at)),
            away: if card.is_away { "yes" } else { "no" },
            since: self.date(card.first_seen),
            language: escape(&card.language),
            available: balance.available.0,
            held: balance.held.0,
            refunding: balance.refunding.0,
        };
        let mut parts = vec![self.say_with("admin-card", head)];
        parts.extend(card.subscriptions.iter().map(|theirs| {
            let (state, until) = (theirs.state.as_str(), self.date(theirs.paid_until));
            let (credits, stars) = (self.credits(theirs.credits), theirs.stars.0);
            self.say_with("admin-card-subscription", args! { credits, stars, until, state })
        }));
        let payments =
            card.account.purchases.iter().take(PAYMENTS_SHOWN).map(|purchase| self.account_purchase(purchase));
        parts.push(self.section("admin-card-purchases", payments.collect()));
        parts.push(
            self.section("admin-card-orders", card.orders.iter().map(|job| self.card_order(catalog, job)).collect()),
        );
        let entries = card.account.lines.iter().take(ENTRIES_SHOWN).map(|line| self.account_line(line));
        parts.push(self.section("admin-card-entries", entries.collect()));
        parts.join("\n\n")
    }

    fn section(&self, title: &str, lines: Vec<String>) -> String {
        let none = lines.is_empty().then(|| self.say("admin-card-none"));
        [self.say(title)].into_iter().chain(lines).chain(none).collect::<Vec<_>>().join("\n")
    }

    fn card_order(&self, catalog: &Catalog, job: &Job) -> String {
        let model = catalog.get(&job.model).map_or(job.model.as_str(), |model| &model.name);
        let arguments = args! {
            date: self.date(job.id.placed_at()),
            model: escape(model),
            price: self.credits(job.price),
            progress: job.progress.as_str(),
        };
        self.say_with("admin-card-order", arguments)
    }

    /// How long something is so.
    pub(in crate::core::chat) fn age(&self, minutes: i64) -> String {
        match minutes {
            ..120 => self.say_with("admin-age-minutes", args! { count: minutes }),
            120..2_880 => self.say_with("admin-age-hours", args! { count: minutes / 60 }),
            _ => self.say_with("admin-age-days", args! { count: minutes / 1_440 }),
        }
    }
}
