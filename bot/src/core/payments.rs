//! Stars in, credits out: invoices that nobody can forge, and payments that count once.
//!
//! An invoice's payload says by itself what it is worth and for whom, signed; no row is needed to check it, and one that
//! somebody forwards or keeps for a year is seen through. Only the paid message moves credits, once per charge id.

use jiff::Timestamp;
use rand::Rng as _;
use rusqlite::params;

use super::chat::texts::Texts;
use super::event::{Invoice, Keyboard, Reply};
use super::ids::{Credits, Stars, UserId};
use super::ledger::{Applied, Cause};
use super::notices::Notice;
use super::update::{PreCheckoutQuery, RefundedPayment, SuccessfulPayment};
use super::{CoreError, Pack, Rules, Turn, chat, ledger, notices, people, refunds};

/// The currency of Stars.
pub(super) const STARS: &str = "XTR";

/// The first part of every payload of ours, with its version.
const PREFIX: &str = "sr1";

const PURPOSE: &str = "invoice";

/// What an invoice of ours says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Names the invoice.
    pub id: String,
    /// Whom it was made for.
    pub buyer: UserId,
    /// What is sold.
    pub pack: Pack,
    /// When it was made, in seconds since 1970.
    pub issued_at: i64,
}

impl Order {
    /// The signed payload, within Telegram's 128 bytes.
    #[must_use]
    pub fn payload(&self, rules: &Rules) -> String {
        let text = self.text();
        let signature = rules.key.sign(PURPOSE, &[&text]);
        format!("{text}:{signature}")
    }

    /// Reads a payload back. `None` unless we have signed it.
    #[must_use]
    pub fn from_payload(payload: &str, rules: &Rules) -> Option<Self> {
        let (text, signature) = payload.rsplit_once(':')?;
        if !rules.key.verify(PURPOSE, &[text], signature) {
            return None;
        }
        let mut parts = text.split(':');
        if parts.next() != Some(PREFIX) {
            return None;
        }
        let mut number = || parts.next()?.parse::<i64>().ok();
        let (buyer, credits, stars, issued_at) = (number()?, number()?, number()?, number()?);
        let pack = Pack { credits: Credits(credits), stars: Stars(stars) };
        Some(Self { id: parts.next()?.to_owned(), buyer: UserId(buyer), pack, issued_at })
    }

    /// What was sold for this payment. `None` unless all of it is what we have signed: for this buyer, at this price.
    #[must_use]
    pub fn of_payment(payment: &SuccessfulPayment, payer: UserId, rules: &Rules) -> Option<Self> {
        let order = Self::from_payload(&payment.invoice_payload, rules)?;
        let as_sold = order.buyer == payer && order.pack.stars.0 == payment.total_amount && payment.currency == STARS;
        as_sold.then_some(order)
    }

    fn text(&self) -> String {
        let Self { id, buyer, pack, issued_at } = self;
        format!("{PREFIX}:{buyer}:{}:{}:{issued_at}:{id}", pack.credits, pack.stars)
    }
}

/// Why a payment is not let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckoutRefusal {
    /// The payload is not ours.
    NotOurs,
    /// It was made for another person.
    NotYours,
    /// The pack is no longer sold at this price.
    PriceChanged,
    /// It was made too long ago.
    TooOld,
    /// It has been paid.
    AlreadyPaid,
}

/// Makes an invoice for `buyer`.
pub(super) fn invoice(turn: &mut Turn<'_, '_>, buyer: UserId, pack: Pack, texts: &Texts) -> Invoice {
    let id = format!("{:012x}", turn.context.random.random::<u64>() >> 16);
    let order = Order { id, buyer, pack, issued_at: turn.now().as_second() };
    Invoice {
        title: texts.invoice_title(pack.credits),
        description: texts.invoice_description(pack.credits),
        payload: order.payload(turn.rules()),
        stars: pack.stars,
    }
}

/// Somebody is about to pay: lets it through, or says why not.
pub(super) fn checkout(turn: &mut Turn<'_, '_>, query: &PreCheckoutQuery) -> Result<(), CoreError> {
    people::see(turn, &query.from)?;
    let refusal = match verdict(turn, query)? {
        Ok(()) => None,
        Err(refusal) => {
            tracing::info!(user.id = query.from.id.0, ?refusal, "a payment was refused before it was made");
            Some(people::texts(turn, query.from.id)?.checkout_refused(refusal))
        }
    };
    turn.reply(Reply::AnswerCheckout { query: query.id.clone(), refusal });
    Ok(())
}

/// Outcome of [`paid`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paid {
    /// The credits are there now.
    Credited,
    /// They were before.
    AlreadyCredited,
    /// We have not sold anything for these Stars; the operators know.
    Foreign,
}

/// Stars have arrived: credits them once, with a receipt that is sent for sure. It does not matter whether the payment
/// is heard of by its message or by Telegram's list.
pub(super) fn paid(turn: &mut Turn<'_, '_>, payer: UserId, payment: &SuccessfulPayment) -> Result<Paid, CoreError> {
    let charge = payment.telegram_payment_charge_id.as_str();
    let Some(order) = Order::of_payment(payment, payer, turn.rules()) else {
        foreign(turn, payer, charge, Stars(payment.total_amount))?;
        return Ok(Paid::Foreign);
    };
    let credits = order.pack.credits;
    if ledger::apply(turn, payer, Cause::Paid { charge }, credits)? != Applied::Moved {
        return Ok(Paid::AlreadyCredited);
    }
    turn.tx
        .prepare_cached(
            "INSERT INTO payments (charge, user, stars, credits, \"order\", at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![charge, payer, payment.total_amount, credits, order.id, turn.millis()])?;
    tracing::info!(user.id = payer.0, charge.id = charge, credits = credits.0, "Stars were paid and credited");
    let available = ledger::available(turn, payer)?;
    let texts = people::texts(turn, payer)?;
    let receipt = Notice {
        name: &format!("receipt:{charge}"),
        user: payer,
        html: texts.receipt(credits, available),
        keyboard: Keyboard::default(),
    };
    notices::post(turn, receipt)?;
    // The receipt is read before the order that goes on.
    notices::hand_out(turn)?;
    chat::generate::continue_after_payment(turn, payer)?;
    Ok(Paid::Credited)
}

/// Stars went back to the buyer: takes the credits back, once. Updates may overtake each other; what goes back before
/// its payment is heard of is worth what its invoice says, and the balance is below zero until then.
pub(super) fn refunded(turn: &Turn<'_, '_>, payer: UserId, refund: &RefundedPayment) -> Result<(), CoreError> {
    let charge = refund.telegram_payment_charge_id.as_str();
    let by_invoice = || {
        let order = Order::from_payload(&refund.invoice_payload, turn.rules());
        order.filter(|order| order.buyer == payer).map(|order| (payer, order.pack.credits))
    };
    let bought = refunds::bought(turn, charge)?.or_else(by_invoice);
    match bought {
        Some((user, credits)) => refunds::returned(turn, charge, user, credits).map(drop),
        None => {
            tracing::warn!(user.id = payer.0, charge.id = charge, "Stars of an unknown payment went back to the buyer");
            Ok(())
        }
    }
}

/// Stars arrived for which we have sold nothing: the operators and the payer are told, once.
fn foreign(turn: &Turn<'_, '_>, payer: UserId, charge: &str, stars: Stars) -> Result<(), CoreError> {
    tracing::error!(user.id = payer.0, charge.id = charge, "Stars were paid for an invoice that is not ours");
    let html = Texts::for_operators().foreign_payment(payer, charge, stars);
    notices::post_to_admins(turn, &format!("foreign:{charge}"), &html)?;
    let html = people::texts(turn, payer)?.payment_unmatched();
    let name = &format!("unmatched:{charge}");
    notices::post(turn, Notice { name, user: payer, html, keyboard: Keyboard::default() })
}

fn verdict(turn: &Turn<'_, '_>, query: &PreCheckoutQuery) -> Result<Result<(), CheckoutRefusal>, CoreError> {
    let rules = turn.rules();
    let Some(order) = Order::from_payload(&query.invoice_payload, rules) else {
        return Ok(Err(CheckoutRefusal::NotOurs));
    };
    if order.buyer != query.from.id {
        return Ok(Err(CheckoutRefusal::NotYours));
    }
    let asked = Stars(query.total_amount);
    if query.currency != STARS || order.pack.stars != asked || rules.pack(order.pack.credits) != Some(order.pack) {
        return Ok(Err(CheckoutRefusal::PriceChanged));
    }
    let issued_at = Timestamp::from_second(order.issued_at).unwrap_or(Timestamp::MIN);
    if turn.now().duration_since(issued_at) > rules.invoice_age_max {
        return Ok(Err(CheckoutRefusal::TooOld));
    }
    let paid = turn.tx.prepare_cached("SELECT 1 FROM payments WHERE \"order\" = ?1")?.exists([order.id])?;
    Ok(if paid { Err(CheckoutRefusal::AlreadyPaid) } else { Ok(()) })
}
