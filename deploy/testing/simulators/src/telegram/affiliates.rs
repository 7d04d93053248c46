//! Affiliates: whoever brings a buyer gets a share of what the bot earns from them, exact to a billionth of a Star.
//!
//! Source: core.telegram.org/bots/api, `StarTransaction`, `TransactionPartnerUser`, `AffiliateInfo`, `StarAmount`. Assumptions,
//! since none of it is documented: the bot's balance grows by what is left, the list shows that (or what was paid, as a judge
//! likes), and a refund takes back from the bot and the affiliate what each got.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::state::{Counters, State};

/// Billionths of a Star in a Star.
pub(crate) const NANO: i64 = 1_000_000_000;

/// How many payments come by an affiliate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Affiliates {
    /// So many of a hundred payments.
    pub(crate) percent: u8,
    /// So many Stars of a thousand are the affiliate's.
    pub(crate) commission_per_mille: i64,
    /// Whether the list shows what was paid, and not what is left of it for the bot.
    #[serde(default)]
    pub(crate) lists_what_was_paid: bool,
}

/// What an affiliate got of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Commission {
    per_mille: i64,
    pub(crate) nanostars: i64,
    is_listed_apart: bool,
}

impl Commission {
    /// What the list shows of a payment of so many Stars, in billionths.
    pub(crate) fn listed(self, stars: i64) -> i64 {
        stars * NANO - if self.is_listed_apart { 0 } else { self.nanostars }
    }

    /// Part of the partner on the list. What goes back has a minus.
    pub(crate) fn to_json(self, side: &str) -> Value {
        let sign = if side == "source" { 1 } else { -1 };
        let (amount, nanostar_amount) = (sign * self.nanostars / NANO, sign * self.nanostars % NANO);
        json!({
            "affiliate_user": { "id": 5_900_000_001_i64, "is_bot": false, "first_name": "Affiliate" },
            "commission_per_mille": self.per_mille, "amount": amount, "nanostar_amount": nanostar_amount,
        })
    }
}

impl Counters {
    /// The bot's balance in billionths of a Star.
    pub(crate) const fn balance(&self) -> i64 {
        self.bot_stars * NANO + self.bot_nanostars
    }

    /// Both parts of the balance have the same sign.
    pub(crate) const fn change_balance(&mut self, by: i64) {
        let after = self.balance() + by;
        (self.bot_stars, self.bot_nanostars) = (after / NANO, after % NANO);
    }
}

impl State {
    /// Whether a payment of so many Stars comes by an affiliate, and what that one gets.
    pub(crate) fn next_commission(&self, stars: i64) -> Option<Commission> {
        let Affiliates { percent, commission_per_mille: per_mille, lists_what_was_paid } = self.affiliates;
        let is_referred = rand::random_range(0..100) < percent;
        let nanostars = stars * per_mille * (NANO / 1000);
        is_referred.then_some(Commission { per_mille, nanostars, is_listed_apart: lists_what_was_paid })
    }
}
