//! Words about credits, Stars and payments.

use super::Texts;
use crate::core::Pack;
use crate::core::ids::Credits;
use crate::core::ledger::Balance;
use crate::core::payments::CheckoutRefusal;

impl Texts {
    pub(in crate::core::chat) fn balance(&self, balance: &Balance) -> String {
        let mut html = self.say("balance", &[("balance", self.credits(balance.available))]);
        for (key, credits) in [("balance-held", balance.held), ("balance-refunding", balance.refunding)] {
            if credits != Credits::ZERO {
                html = format!("{html}\n{}", self.say(key, &[("credits", self.credits(credits))]));
            }
        }
        html
    }

    pub(in crate::core) fn credits_granted(&self, credits: Credits, available: Credits) -> String {
        self.say("credits-granted", &[("credits", self.credits(credits)), ("balance", self.credits(available))])
    }

    pub(in crate::core) fn credits_debited(&self, credits: Credits, available: Credits) -> String {
        self.say("credits-debited", &[("credits", self.credits(credits)), ("balance", self.credits(available))])
    }

    pub(in crate::core::chat) fn offer(&self, available: Credits) -> String {
        self.say("offer", &[("balance", self.credits(available))])
    }

    pub(in crate::core::chat) fn pack(&self, pack: Pack) -> String {
        self.say("pack", &[("credits", pack.credits.0.into()), ("stars", pack.stars.0.into())])
    }

    pub(in crate::core::chat) fn pack_gone(&self) -> String {
        self.say("pack-gone", &[])
    }

    pub(in crate::core) fn invoice_title(&self, credits: Credits) -> String {
        self.say("invoice-title", &[("credits", credits.0.into())])
    }

    pub(in crate::core) fn invoice_description(&self, credits: Credits) -> String {
        self.say("invoice-description", &[("credits", credits.0.into())])
    }

    pub(in crate::core) fn receipt(&self, bought: Credits, available: Credits) -> String {
        self.say("receipt", &[("bought", self.credits(bought)), ("balance", self.credits(available))])
    }

    pub(in crate::core) fn payment_unmatched(&self) -> String {
        self.say("payment-unmatched", &[])
    }

    /// `taken` may be less than was bought: an operator may give back Stars for credits that are spent.
    pub(in crate::core) fn payment_returned(&self, bought: Credits, taken: Credits, available: Credits) -> String {
        let balance = ("balance", self.credits(available));
        if bought == Credits::ZERO {
            return self.say("payment-returned-unmatched", &[balance]);
        }
        let part = if taken == bought {
            "all"
        } else if taken > Credits::ZERO {
            "some"
        } else {
            "none"
        };
        let arguments =
            [("bought", self.credits(bought)), ("taken", self.credits(taken)), ("part", part.into()), balance];
        self.say("payment-returned", &arguments)
    }

    pub(in crate::core) fn checkout_refused(&self, refusal: CheckoutRefusal) -> String {
        let key = match refusal {
            CheckoutRefusal::NotOurs => "checkout-not-ours",
            CheckoutRefusal::NotYours => "checkout-not-yours",
            CheckoutRefusal::PriceChanged => "checkout-price-changed",
            CheckoutRefusal::TooOld => "checkout-too-old",
            CheckoutRefusal::AlreadyPaid => "checkout-already-paid",
        };
        self.say(key, &[])
    }
}
