//! What operators read of the shop, put together from several texts.

use shared::job::ModelId;

use super::{Texts, args, escape, name};
use crate::core::policy::{Pack, Policy};
use crate::core::shop::{self, Decision, Item, Prices};
use crate::core::terms::Term;

impl Texts {
    /// What is sold, and what of it was decided in the chat.
    pub(in crate::core::chat) fn shop(&self, policy: &Policy, decisions: &[Decision]) -> String {
        let mut parts = vec![self.say_with(
            "operators-shop",
            args! {
                packs: self.packs_in_words(policy),
                subscription: self.subscription_in_words(policy),
                first: self.credits(policy.first_purchase_bonus),
                welcome: self.credits(policy.welcome_credits),
            },
        )];
        let lines: Vec<String> =
            decisions.iter().filter_map(|decision| self.decision_in_words(policy, decision)).collect();
        parts.push(if lines.is_empty() {
            self.say("operators-shop-as-files")
        } else {
            self.say_with("operators-shop-decided", args! { lines: lines.join("\n") })
        });
        let closed = decisions.iter().find(|decision| decision.item == Item::Maintenance);
        parts.extend(closed.map(|Decision { operator, at, .. }| {
            let at = at.strftime("%Y-%m-%d %H:%M").to_string();
            self.say_with("operators-shop-closed", args! { at, operator: name(operator) })
        }));
        parts.join("\n\n")
    }

    /// The prices of all models.
    pub(in crate::core::chat) fn shop_prices(&self, policy: &Policy) -> String {
        let line = |model: &shared::catalog::Model| {
            let prices = shop::prices(policy, &model.id)?;
            let adjustment = shop::text(policy, &Item::Price(model.id.clone()));
            Some(self.say_with(
                "operators-shop-prices-line",
                args! {
                    model: escape(&model.name),
                    range: range(prices),
                    margin: name(prices.margin_percent),
                    changed: if policy.decided.adjustments.contains_key(&model.id) { "yes" } else { "no" },
                    adjustment,
                },
            ))
        };
        let lines: Vec<String> = policy.catalog.models().iter().filter_map(line).collect();
        self.say_with("operators-shop-prices", args! { lines: lines.join("\n") })
    }

    /// The prices of a model: by the catalogue, in force, and as they would be.
    pub(in crate::core::chat) fn shop_price(
        &self,
        policy: &Policy,
        proposed: &Policy,
        model: &ModelId,
    ) -> Option<String> {
        let of = |policy: &Policy| {
            let prices = shop::prices(policy, model)?;
            let (range, margin) = (range(prices), name(prices.margin_percent));
            Some(self.say_with("operators-shop-price-range", args! { range, margin }))
        };
        let item = Item::Price(model.clone());
        let html = self.say_with(
            "operators-shop-price",
            args! {
                model: escape(&policy.catalog.get(model)?.name),
                files: of(policy.of_files())?,
                now: shop::text(policy, &item),
                current: of(policy)?,
                next: shop::text(proposed, &item),
                proposed: of(proposed)?,
            },
        );
        let mut parts = vec![html];
        parts.extend(self.below_margin(proposed, shop::prices(proposed, model)?.below_margin));
        parts.push(self.say("operators-shop-promise"));
        Some(parts.join("\n\n"))
    }

    /// What would follow from another value of one of the terms.
    pub(in crate::core::chat) fn shop_proposal(&self, policy: &Policy, proposed: &Policy, term: Term) -> String {
        let item = Item::Term(term);
        let (before, after) = (escape(&shop::text(policy, &item)), escape(&shop::text(proposed, &item)));
        let mut parts = vec![self.say_with("operators-shop-proposed", args! { term: term.as_str(), before, after })];
        if !matches!(term, Term::FirstPurchaseBonus | Term::WelcomeCredits) {
            let (packs, subscription) = (self.packs_in_words(proposed), self.subscription_in_words(proposed));
            parts.push(self.say_with("operators-shop-sold", args! { packs, subscription }));
        }
        let mut below = 0;
        let mut lines = Vec::new();
        for model in proposed.catalog.offered() {
            let (was, will_be) = (shop::prices(policy, &model.id), shop::prices(proposed, &model.id));
            let (Some(was), Some(will_be)) = (was, will_be) else { continue };
            below += will_be.below_margin;
            if was.range != will_be.range {
                let (model, before, after) = (escape(&model.name), range(was), range(will_be));
                lines.push(self.say_with("operators-shop-prices-follow-line", args! { model, before, after }));
            }
        }
        if !lines.is_empty() {
            parts.push(self.say_with("operators-shop-prices-follow", args! { lines: lines.join("\n") }));
        }
        parts.extend(self.below_margin(proposed, below));
        parts.push(self.say("operators-shop-promise"));
        parts.join("\n\n")
    }

    fn below_margin(&self, policy: &Policy, count: usize) -> Option<String> {
        let margin = policy.margin_percent_min;
        (count > 0).then(|| self.say_with("operators-shop-below", args! { count, margin }))
    }

    fn packs_in_words(&self, policy: &Policy) -> String {
        policy.packs.iter().map(|pack| self.pack_in_words(pack)).collect::<Vec<_>>().join(", ")
    }

    fn subscription_in_words(&self, policy: &Policy) -> String {
        let none = || self.say("operators-shop-no-subscription");
        policy.subscription.map_or_else(none, |pack| self.pack_in_words(&pack))
    }

    fn pack_in_words(&self, pack: &Pack) -> String {
        let credits = self.credits_and_bonus(pack.credits, pack.bonus);
        self.say_with("operators-shop-pack", args! { credits, stars: pack.stars.0 })
    }

    /// What was decided, by whom and since when. Maintenance has a line of its own.
    fn decision_in_words(&self, policy: &Policy, decision: &Decision) -> Option<String> {
        let Decision { item, value, operator, at } = decision;
        let called = match item {
            Item::Maintenance => return None,
            Item::Term(term) => term.as_str().to_owned(),
            Item::Price(id) => {
                let model = policy.catalog.get(id).map_or(id.as_str(), |model| model.name.as_str());
                self.say_with("operators-shop-price-name", args! { model: escape(model) })
            }
        };
        Some(self.say_with(
            "operators-shop-line",
            args! {
                name: called,
                value: escape(value),
                files: escape(&shop::text(policy.of_files(), item)),
                operator: name(operator),
                at: at.strftime("%Y-%m-%d %H:%M").to_string(),
            },
        ))
    }
}

/// "1–3", or one number.
fn range(Prices { range: (from, to), .. }: Prices) -> String {
    if from == to { from.to_string() } else { format!("{from}–{to}") }
}
