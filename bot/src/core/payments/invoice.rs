//! What invoices say about themselves, signed: what is sold, to whom, and for how much.

use super::STARS;
use crate::core::ids::UserId;
use crate::core::policy::{Pack, Policy};
use crate::core::update::SuccessfulPayment;

/// The first part of every payload of ours, with its version.
const PREFIX: &str = "sr2";

/// The same of a subscription.
const PREFIX_OF_SUBSCRIPTION: &str = "ss1";

/// The same of a gift.
const PREFIX_OF_GIFT: &str = "sg1";

/// The first part of an earlier build, whose packs had no bonus.
const PREFIX_WITHOUT_BONUS: &str = "sr1";

const PURPOSE: &str = "invoice";

/// How credits are sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sale {
    /// Once, for whoever pays.
    Pack,
    /// Anew for every period. All payments of a subscription carry the payload of the first.
    Subscription,
    /// Once, for whoever opens the link that the buyer gets.
    Gift,
}

/// What an invoice of ours says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoicePayload {
    /// Names the invoice.
    pub id: String,
    /// Whom it was made for.
    pub buyer: UserId,
    /// What is sold, with the bonus that was promised.
    pub pack: Pack,
    /// How it is sold.
    pub sale: Sale,
    /// When it was made, in seconds since 1970.
    pub issued_at: i64,
}

impl InvoicePayload {
    /// The payload with its signature, within Telegram's 128 bytes.
    #[must_use]
    pub fn signed(&self, policy: &Policy) -> String {
        let text = self.text();
        let signature = policy.key.sign(PURPOSE, &[&text]);
        format!("{text}:{signature}")
    }

    /// Reads a payload back. `None` unless we have signed it, with whichever of our keys.
    #[must_use]
    pub fn parse(payload: &str, policy: &Policy) -> Option<Self> {
        let (text, signature) = payload.rsplit_once(':')?;
        if !policy.key.was_ours(PURPOSE, &[text], signature) {
            return None;
        }
        let mut parts = text.split(':');
        let (has_bonus, sale) = match parts.next()? {
            PREFIX => (true, Sale::Pack),
            PREFIX_OF_SUBSCRIPTION => (true, Sale::Subscription),
            PREFIX_OF_GIFT => (true, Sale::Gift),
            PREFIX_WITHOUT_BONUS => (false, Sale::Pack),
            _unknown => return None,
        };
        let mut number = || parts.next()?.parse::<i64>().ok();
        let (buyer, credits) = (number()?, number()?);
        let bonus = if has_bonus { number()? } else { 0 };
        let (stars, issued_at) = (number()?, number()?);
        let pack = Pack::new(credits, stars).with_bonus(bonus);
        Some(Self { id: parts.next()?.to_owned(), buyer: UserId(buyer), pack, sale, issued_at })
    }

    /// Whether the payload was signed with a key that is still honoured.
    pub(super) fn is_honoured(payload: &str, policy: &Policy) -> bool {
        let parts = payload.rsplit_once(':');
        parts.is_some_and(|(text, signature)| policy.key.verify(PURPOSE, &[text], signature))
    }

    /// What was sold for this payment. `None` unless all of it is what we have signed: for this buyer, at this price.
    #[must_use]
    pub fn of_payment(payment: &SuccessfulPayment, payer: UserId, policy: &Policy) -> Option<Self> {
        let payload = Self::parse(&payment.invoice_payload, policy)?;
        let is_as_sold =
            payload.buyer == payer && payload.pack.stars.0 == payment.total_amount && payment.currency == STARS;
        is_as_sold.then_some(payload)
    }

    fn text(&self) -> String {
        let Self { id, buyer, pack, sale, issued_at } = self;
        let Pack { credits, bonus, stars } = pack;
        let prefix = match sale {
            Sale::Pack => PREFIX,
            Sale::Subscription => PREFIX_OF_SUBSCRIPTION,
            Sale::Gift => PREFIX_OF_GIFT,
        };
        format!("{prefix}:{buyer}:{credits}:{bonus}:{stars}:{issued_at}:{id}")
    }
}
