//! Stars in, credits out: invoices that nobody can forge, and payments that count once.
//!
//! An invoice's payload says by itself what it is worth and for whom, signed; no row is needed to check it, and one that
//! somebody forwards or keeps for a year is seen through. Only the paid message moves credits, once per charge id.

use jiff::{SignedDuration, Timestamp};
use rand::Rng as _;
use rusqlite::params;

use super::event::SaleRefused;
use super::ids::{Credits, Stars, SubscriptionState, UserId};
use super::ledger::{self, Applied, Cause};
use super::notices::{self, Notice};
use super::policy::{Pack, Policy};
use super::shop;
use super::subscriptions::{self, Period};
use super::turn::Turn;
use super::update::{PreCheckoutQuery, RefundedPayment, SubscriptionUpdated, SuccessfulPayment};
use super::{CoreError, refunds};

/// The currency of Stars.
pub(super) const STARS: &str = "XTR";

/// The first part of every payload of ours, with its version.
const PREFIX: &str = "sr2";

/// The same of a subscription.
const PREFIX_OF_SUBSCRIPTION: &str = "ss1";

/// The first part of an earlier build, whose packs had no bonus.
const PREFIX_WITHOUT_BONUS: &str = "sr1";

const PURPOSE: &str = "invoice";

/// An invoice keeps its word for so long when what is sold changes. Whoever has it open pays what they see; a price that was
/// a slip of the operator's is soon gone.
const KEEPS_ITS_WORD_FOR: SignedDuration = SignedDuration::from_hours(1);

/// What an invoice of ours says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoicePayload {
    /// Names the invoice.
    pub id: String,
    /// Whom it was made for.
    pub buyer: UserId,
    /// What is sold, with the bonus that was promised.
    pub pack: Pack,
    /// Whether it is sold anew for every period. All payments of a subscription carry the payload of the first.
    pub is_subscription: bool,
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
        let (has_bonus, is_subscription) = match parts.next()? {
            PREFIX => (true, false),
            PREFIX_OF_SUBSCRIPTION => (true, true),
            PREFIX_WITHOUT_BONUS => (false, false),
            _unknown => return None,
        };
        let mut number = || parts.next()?.parse::<i64>().ok();
        let (buyer, credits) = (number()?, number()?);
        let bonus = if has_bonus { number()? } else { 0 };
        let (stars, issued_at) = (number()?, number()?);
        let pack = Pack::new(credits, stars).with_bonus(bonus);
        Some(Self { id: parts.next()?.to_owned(), buyer: UserId(buyer), pack, is_subscription, issued_at })
    }

    /// Whether the payload was signed with a key that is still honoured.
    fn is_honoured(payload: &str, policy: &Policy) -> bool {
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
        let Self { id, buyer, pack, is_subscription, issued_at } = self;
        let Pack { credits, bonus, stars } = pack;
        let prefix = if *is_subscription { PREFIX_OF_SUBSCRIPTION } else { PREFIX };
        format!("{prefix}:{buyer}:{credits}:{bonus}:{stars}:{issued_at}:{id}")
    }
}

/// Why a payment is not let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckoutRefusal {
    /// Nothing is sold at present.
    Maintenance,
    /// The payload is not ours.
    NotOurs,
    /// It was made for another person.
    NotYours,
    /// It is for another price; or the pack is no longer sold at this one, and it was made more than an hour ago.
    PriceChanged,
    /// It was made too long ago, or signed with a key that was replaced.
    TooOld,
    /// It has been paid.
    AlreadyPaid,
    /// They have a subscription, and no payment of it is due.
    AlreadySubscribed,
}

/// The signed payload of a new invoice for `buyer`.
pub(super) fn new_payload(turn: &mut Turn<'_>, buyer: UserId, pack: Pack, is_subscription: bool) -> String {
    let id = format!("{:012x}", turn.context.random.random::<u64>() >> 16);
    let issued_at = turn.now().as_second();
    InvoicePayload { id, buyer, pack, is_subscription, issued_at }.signed(turn.policy())
}

/// Whether a payment that somebody is about to make is let through. Nothing changes by it.
pub(super) fn checkout(turn: &Turn<'_>, query: &PreCheckoutQuery) -> Result<Result<(), CheckoutRefusal>, CoreError> {
    let policy = turn.policy();
    let Some(payload) = InvoicePayload::parse(&query.invoice_payload, policy) else {
        return Ok(Err(CheckoutRefusal::NotOurs));
    };
    let InvoicePayload { id, buyer, pack, is_subscription, issued_at } = payload;
    if buyer != query.from.id {
        return Ok(Err(CheckoutRefusal::NotYours));
    }
    if query.currency != STARS || pack.stars != Stars(query.total_amount) {
        return Ok(Err(CheckoutRefusal::PriceChanged));
    }
    if let Some(known) = subscriptions::get(turn, &id)? {
        // The next payment comes with the invoice of the first, however old it is and whatever is sold today.
        return Ok(if known.is_due(turn.now()) { Ok(()) } else { Err(CheckoutRefusal::AlreadySubscribed) });
    }
    if shop::is_closed_to(turn, buyer) {
        return Ok(Err(CheckoutRefusal::Maintenance));
    }
    let age = turn.now().duration_since(Timestamp::from_second(issued_at).unwrap_or(Timestamp::MIN));
    // An invoice keeps its word about the bonus; its price must be today's, unless it is young.
    let offered = if is_subscription { policy.subscription } else { policy.pack(pack.credits) };
    let is_sold = offered.is_some_and(|offered| (offered.credits, offered.stars) == (pack.credits, pack.stars));
    if !is_sold && age > KEEPS_ITS_WORD_FOR {
        return Ok(Err(CheckoutRefusal::PriceChanged));
    }
    if age > policy.invoice_age_max || !InvoicePayload::is_honoured(&query.invoice_payload, policy) {
        return Ok(Err(CheckoutRefusal::TooOld));
    }
    if is_subscription && !subscriptions::of_person(turn, buyer)?.is_empty() {
        return Ok(Err(CheckoutRefusal::AlreadySubscribed));
    }
    let is_paid = turn.exists("SELECT 1 FROM payments WHERE invoice = ?1", [id])?;
    Ok(if is_paid { Err(CheckoutRefusal::AlreadyPaid) } else { Ok(()) })
}

/// Outcome of [`paid`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paid {
    /// The credits are there now.
    Credited,
    /// They were before.
    AlreadyCredited,
    /// The bot has sold nothing for these Stars; operators are told.
    Foreign,
}

/// Stars have arrived: credits them once and posts a receipt. It does not matter whether the payment is known by its
/// message or by Telegram's list. `at` is when it was made.
pub(super) fn paid(
    turn: &Turn<'_>,
    payer: UserId,
    payment: &SuccessfulPayment,
    at: Timestamp,
) -> Result<Paid, CoreError> {
    let charge = payment.telegram_payment_charge_id.as_str();
    let Some(sold) = InvoicePayload::of_payment(payment, payer, turn.policy()) else {
        foreign(turn, payer, charge, Stars(payment.total_amount))?;
        return Ok(Paid::Foreign);
    };
    let InvoicePayload { id, pack, .. } = &sold;
    let is_new = ledger::apply(turn, payer, Cause::Paid { charge }, pack.credits)? == Applied::Moved;
    let period = period_of(&sold, payment, at);
    if let Some(period) = &period {
        subscriptions::paid(turn, period, is_new)?;
    }
    if !is_new {
        return Ok(Paid::AlreadyCredited);
    }
    // What has gone back already brings nothing that would have to go back, too.
    let is_back = refunds::is_returned(turn, charge)?;
    let (bonus, first) = if is_back { Default::default() } else { (pack.bonus, first_purchase_bonus(turn, payer)?) };
    turn.execute(
        "INSERT INTO payments (charge, user, number, stars, credits, invoice, at, bonus, first_bonus)
         SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8 FROM payments WHERE user = ?2",
        params![charge, payer, payment.total_amount, pack.credits, id, turn.millis(), bonus, first],
    )?;
    if is_back {
        subscriptions::returned(turn, charge)?;
    }
    for (cause, credits) in [(Cause::Bonus { charge }, bonus), (Cause::FirstPurchase(payer), first)] {
        if credits > Credits::ZERO {
            let applied = ledger::apply(turn, payer, cause, credits)?;
            debug_assert_eq!(applied, Applied::Moved, "the payment is new, and the first one is looked for");
        }
    }
    let (credits, bonuses) = (pack.credits.0, (bonus + first).0);
    tracing::info!(user.id = payer.0, charge.id = charge, credits, bonuses, "Stars were paid and credited");
    let until = period.map(|period| period.until());
    let (charge, bought) = (charge.to_owned(), pack.credits);
    notices::post(turn, payer, &Notice::Receipt { charge, bought, bonus, first, until })?;
    Ok(Paid::Credited)
}

/// The period of a subscription that this payment pays for, if it does.
fn period_of<'a>(sold: &'a InvoicePayload, payment: &'a SuccessfulPayment, at: Timestamp) -> Option<Period<'a>> {
    let until = payment.subscription_expiration_date.and_then(|seconds| Timestamp::from_second(seconds).ok());
    sold.is_subscription.then_some(Period {
        invoice: &sold.id,
        user: sold.buyer,
        charge: &payment.telegram_payment_charge_id,
        credits: sold.pack.credits,
        stars: sold.pack.stars,
        at,
        until,
        is_first: payment.is_first_recurring,
    })
}

/// Telegram says how a subscription is. One whose invoice is not ours is none of our business.
pub(super) fn subscription_stated(turn: &Turn<'_>, update: &SubscriptionUpdated) -> Result<(), CoreError> {
    let sold = InvoicePayload::parse(&update.invoice_payload, turn.policy());
    let state = match update.state.as_str() {
        "active" => SubscriptionState::Active,
        "canceled" => SubscriptionState::Cancelled,
        "failed" => SubscriptionState::Failed,
        unknown => {
            tracing::warn!(state = unknown, "Telegram says something new of a subscription; it is passed over");
            return Ok(());
        }
    };
    match sold.filter(|sold| sold.is_subscription && sold.buyer == update.user.id) {
        Some(sold) => subscriptions::stated(turn, sold.buyer, &sold.id, state),
        None => Ok(()),
    }
}

/// What the next purchase of this person brings because it is their first; none if it is not.
pub(super) fn first_purchase_bonus(turn: &Turn<'_>, user: UserId) -> Result<Credits, CoreError> {
    let bonus = turn.policy().first_purchase_bonus;
    if bonus == Credits::ZERO || turn.exists("SELECT 1 FROM payments WHERE user = ?1", [user])? {
        return Ok(Credits::ZERO);
    }
    Ok(bonus)
}

/// Stars went back to the buyer: takes the credits back, once. Updates may overtake each other; what goes back before
/// its payment is known is worth what its invoice says, and the balance is below zero until then.
pub(super) fn refunded(turn: &Turn<'_>, payer: UserId, refund: &RefundedPayment) -> Result<(), CoreError> {
    let charge = refund.telegram_payment_charge_id.as_str();
    let by_invoice = || {
        let payload = InvoicePayload::parse(&refund.invoice_payload, turn.policy());
        payload.filter(|payload| payload.buyer == payer).map(|payload| (payer, payload.pack.credits))
    };
    match refunds::bought(turn, charge)?.or_else(by_invoice) {
        Some((user, credits)) => refunds::returned(turn, charge, user, credits).map(drop),
        None => {
            tracing::warn!(user.id = payer.0, charge.id = charge, "Stars of an unknown payment went back to the buyer");
            Ok(())
        }
    }
}

/// Telegram refuses a call without which nothing can be sold: operators are told, once a day.
pub(super) fn sale_refused(turn: &Turn<'_>, refused: &SaleRefused) -> Result<(), CoreError> {
    let SaleRefused { call, reason, .. } = refused;
    tracing::error!(call = call.as_str(), reason, "Telegram refuses what a sale needs; nothing can be bought");
    notices::post_to_operators(turn, &Notice::SaleRefused { call: *call, at: turn.now(), reason: reason.clone() })
}

/// Stars arrived for which the bot has sold nothing: operators and the payer are told, once.
fn foreign(turn: &Turn<'_>, payer: UserId, charge: &str, stars: Stars) -> Result<(), CoreError> {
    tracing::error!(user.id = payer.0, charge.id = charge, "Stars were paid for an invoice that is not ours");
    notices::post_to_operators(turn, &Notice::ForeignPayment { payer, charge: charge.to_owned(), stars })?;
    notices::post(turn, payer, &Notice::PaymentUnmatched { charge: charge.to_owned() })
}
