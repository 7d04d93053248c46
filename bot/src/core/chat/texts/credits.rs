//! Words about credits, Stars and payments.

use super::Texts;
use crate::core::ids::Credits;
use crate::core::ledger::Balance;
use crate::core::payments::CheckoutRefusal;
use crate::core::policy::Pack;

impl Texts {
    pub(in crate::core::chat) fn balance(&self, balance: &Balance) -> String {
        let mut html = self.say_with("balance", &[("balance", self.credits(balance.available))]);
        for (key, credits) in [("balance-held", balance.held), ("balance-refunding", balance.refunding)] {
            if credits != Credits::ZERO {
                html = format!("{html}\n{}", self.say_with(key, &[("credits", self.credits(credits))]));
            }
        }
        html
    }

    pub(in crate::core::chat) fn offer(&self, available: Credits) -> String {
        self.say_with("offer", &[("balance", self.credits(available))])
    }

    pub(in crate::core::chat) fn pack(&self, pack: Pack) -> String {
        self.say_with("pack", &[("credits", pack.credits.0.into()), ("stars", pack.stars.0.into())])
    }

    pub(in crate::core::chat) fn invoice_title(&self, credits: Credits) -> String {
        self.say_with("invoice-title", &[("credits", credits.0.into())])
    }

    pub(in crate::core::chat) fn invoice_description(&self, credits: Credits) -> String {
        self.say_with("invoice-description", &[("credits", credits.0.into())])
    }

    pub(in crate::core::chat) fn checkout_refused(&self, refusal: CheckoutRefusal) -> String {
        let key = match refusal {
            CheckoutRefusal::NotOurs => "checkout-not-ours",
            CheckoutRefusal::NotYours => "checkout-not-yours",
            CheckoutRefusal::PriceChanged => "checkout-price-changed",
            CheckoutRefusal::TooOld => "checkout-too-old",
            CheckoutRefusal::AlreadyPaid => "checkout-already-paid",
        };
        self.say(key)
    }
}
