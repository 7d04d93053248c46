//! Texts for operators that are put together from several.

use jiff::Timestamp;

use super::purchases::gift_name;
use super::{FluentValue, Texts, args, cut, eligibility_name, escape, name};
use crate::core::ids::UserId;
use crate::core::ledger::Bucket;
use crate::core::models::{ModelState, SwitchedBy};
use crate::core::operators::{Account, AccountLine};
use crate::core::promos::Promo;
use crate::core::refunds::Purchase;

/// Characters of a payment's name that are shown: a charge is whole.
const CHARGE_UNITS_MAX: usize = 110;

/// Characters of an operator's reason that are shown in a ledger.
const REASON_UNITS_MAX: usize = 60;

impl Texts {
    /// The models, a line each, and how to switch one.
    pub(in crate::core::chat) fn models(&self, models: &[ModelState]) -> String {
        let line = |model: &ModelState| {
            let state = match model.off_by {
                _ if model.is_off_by_setting => "setting",
                Some(SwitchedBy::Operator) => "operator",
                Some(SwitchedBy::PriceWatch) => "price-watch",
                None => "on",
            };
            let fails = if model.is_failing { "yes" } else { "no" };
            let arguments = args! { id: escape(model.id.as_str()), model: escape(&model.name), state, fails };
            self.say_with("operators-models-line", arguments)
        };
        let lines: Vec<String> = models.iter().map(line).collect();
        self.say_with("operators-models", args! { lines: lines.join("\n") })
    }

    /// The promo codes, a line each, and how to make and end one.
    pub(in crate::core::chat) fn promos(&self, promos: &[Promo], now: Timestamp) -> String {
        if promos.is_empty() {
            return self.say("operators-promos-none");
        }
        let line = |promo: &Promo| {
            let Promo { code, terms, uses } = promo;
            let state = match (now >= terms.ends_at, *uses >= terms.uses_max) {
                (true, _) => "ended",
                (false, true) => "used-up",
                (false, false) => "open",
            };
            let (credits, ends, most) = (self.credits(terms.credits), self.date(terms.ends_at), name(terms.uses_max));
            let arguments = args! { code: escape(code), credits, uses: name(uses), most, ends, state };
            self.say_with("operators-promos-line", arguments)
        };
        let lines: Vec<String> = promos.iter().map(line).collect();
        self.say_with("operators-promos", args! { lines: lines.join("\n") })
    }

    /// A person's balances, their purchases, and a page of their ledger.
    pub(in crate::core::chat) fn account(&self, user: UserId, account: &Account) -> String {
        let Account { balance, purchases, lines, page: (page, pages) } = account;
        let head = self.say_with(
            "operators-account",
            args! {
                user: name(user),
                available: balance.available.0,
                held: balance.held.0,
                refunding: balance.refunding.0,
            },
        );
        let bought = purchases.iter().map(|purchase| self.account_purchase(purchase));
        let mut text = vec![head];
        text.extend(bought);
        text.push(self.say_with("operators-account-entries", args! { page: name(page), pages: name(pages) }));
        text.extend(lines.iter().map(|line| self.account_line(line)));
        text.join("\n")
    }

    /// A purchase of somebody's account.
    pub(super) fn account_purchase(&self, purchase: &Purchase) -> String {
        let mut arguments = self.of_any_purchase(purchase);
        let (eligibility, gift) = (eligibility_name(purchase.eligibility), gift_name(purchase));
        arguments.extend_from_slice(args! { left: purchase.left.available.0, eligibility, gift });
        self.say_with("operators-account-purchase", &arguments)
    }

    pub(super) fn account_line(&self, AccountLine { entry, purchase, by }: &AccountLine) -> String {
        // Seen from what the person can spend; what moves elsewhere has no sign.
        let sign = match (entry.source, entry.target) {
            (_, Bucket::Available) => "+",
            (Bucket::Available, _) => "-",
            _ => "",
        };
        let purchase = purchase.map_or_else(|| entry.charge().unwrap_or_default().to_owned(), |name| name.to_string());
        let mut line = self.say_with(
            "operators-entry",
            args! {
                at: entry.at.strftime("%Y-%m-%d %H:%M").to_string(),
                credits: format!("{sign}{}", entry.credits),
                cause: entry.cause().to_owned(),
                held: if entry.source == Bucket::Refunding { "yes" } else { "no" },
                purchase: escape(&cut(&purchase, CHARGE_UNITS_MAX)),
                job: entry.job().unwrap_or_default().to_owned(),
            },
        );
        if let Some((operator, reason)) = by {
            let reason = escape(&cut(reason, REASON_UNITS_MAX));
            line.push_str(&self.say_with("operators-entry-by", args! { operator: name(operator), reason }));
        }
        line
    }

    /// What texts say of a payment, whether it bought something here or not.
    pub(in crate::core::chat) fn of_any_purchase(
        &self,
        purchase: &Purchase,
    ) -> Vec<(&'static str, FluentValue<'static>)> {
        args! {
            purchase: purchase.name().to_string(),
            user: name(purchase.user),
            credits: self.credits_and_bonus(purchase.credits, purchase.bonus),
            stars: purchase.stars.0,
            date: self.date(purchase.at),
            charge: escape(&purchase.charge),
        }
        .to_vec()
    }
}
