//! Stars in, credits out: invoices that nobody can forge, and payments that count once.
//!
//! An invoice's payload says by itself what it is worth and for whom, signed; no row is needed to check it, and one that
//! somebody forwards or keeps for a year is seen through. Only the paid message moves credits, once per charge id.

use jiff::{SignedDuration, Timestamp};
use rand::Rng as _;
use rusqlite::params;

use super::event::SaleRefused;
use super::ids::{Credits, GiftState, Stars, SubscriptionState, UserId};
use super::ledger::{self, Applied, Cause};
use super::notices::{self, Notice};
use super::people::blocking;
use super::policy::Pack;
use super::shop;
use super::subscriptions::{self, Period};
use super::turn::Turn;
use super::update::{PreCheckoutQuery, RefundedPayment, SubscriptionUpdated, SuccessfulPayment};
use super::{CoreError, gifts, referrals, refunds};

mod invoice;

pub use invoice::{InvoicePayload, Sale};

/// The currency of Stars.
pub(super) const STARS: &str = "XTR";

/// An invoice keeps its word for so long when what is sold changes. Whoever has it open pays what they see; a price that was
/// a slip of the operator's is soon gone.
const KEEPS_ITS_WORD_FOR: SignedDuration = SignedDuration::from_hours(1);

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
    /// Operators have blocked them.
    Blocked,
}

/// The signed payload of a new invoice for `buyer`.
pub(super) fn new_payload(turn: &mut Turn<'_>, buyer: UserId, pack: Pack, sale: Sale) -> String {
    let id = format!("{:012x}", turn.context.random.random::<u64>() >> 16);
    let issued_at = turn.now().as_second();
    InvoicePayload { id, buyer, pack, sale, issued_at }.signed(turn.policy())
}

/// Whether a payment that somebody is about to make is let through. Nothing changes by it.
pub(super) fn checkout(turn: &Turn<'_>, query: &PreCheckoutQuery) -> Result<Result<(), CheckoutRefusal>, CoreError> {
    let policy = turn.policy();
    let Some(payload) = InvoicePayload::parse(&query.invoice_payload, policy) else {
        return Ok(Err(CheckoutRefusal::NotOurs));
    };
    let InvoicePayload { id, buyer, pack, sale, issued_at } = payload;
    let is_subscription = sale == Sale::Subscription;
    if buyer != query.from.id {
        return Ok(Err(CheckoutRefusal::NotYours));
    }
    if blocking::is_blocked(turn, buyer)? {
        return Ok(Err(CheckoutRefusal::Blocked));
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
    /// They wait for whoever opens the gift.
    Gifted,
    /// They were there before.
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
    // What has gone back already brings nothing that would have to go back, too, and cannot be given.
    let is_back = refunds::is_returned(turn, charge)?;
    let waits = sold.sale == Sale::Gift && !is_back;
    let cause = if waits { Cause::GiftPaid { charge } } else { Cause::Paid { charge } };
    let is_new = ledger::apply(turn, payer, cause, sold.pack.credits)? == Applied::Moved;
    let period = period_of(&sold, payment, at);
    if let Some(period) = &period {
        subscriptions::paid(turn, period, is_new)?;
    }
    if !is_new {
        return Ok(Paid::AlreadyCredited);
    }
    let extra = if is_back { Extra::default() } else { extra(turn, &sold)? };
    keep(turn, &sold, charge, extra)?;
    if is_back {
        subscriptions::returned(turn, charge)?;
    }
    give(turn, &sold, charge, extra)?;
    if sold.sale == Sale::Gift {
        let state = if is_back { GiftState::Returned } else { GiftState::Waiting };
        gifts::bought(turn, payer, charge, sold.pack.credits + extra.bonus, state)?;
    }
    let (credits, extra_credits) = (sold.pack.credits.0, extra.sum().0);
    tracing::info!(user.id = payer.0, charge.id = charge, credits, extra_credits, sale = ?sold.sale, "Stars were paid");
    let Extra { bonus, first, invited } = extra;
    notices::post(
        turn,
        payer,
        &Notice::Receipt {
            charge: charge.to_owned(),
            bought: sold.pack.credits,
            bonus,
            first,
            invited,
            until: period.map(|period| period.until()),
        },
    )?;
    Ok(if waits { Paid::Gifted } else { Paid::Credited })
}

/// What a payment brings beside what was paid for.
#[derive(Debug, Clone, Copy, Default)]
struct Extra {
    /// The bonus of the pack.
    bonus: Credits,
    /// Because it is the first purchase.
    first: Credits,
    /// Because it is the first purchase of somebody who was invited.
    invited: Credits,
}

impl Extra {
    fn sum(self) -> Credits {
        self.bonus + self.first + self.invited
    }
}

/// A gift is for somebody else: it neither brings what a first purchase brings nor uses that up.
fn extra(turn: &Turn<'_>, sold: &InvoicePayload) -> Result<Extra, CoreError> {
    let InvoicePayload { buyer, pack, sale, .. } = *sold;
    if sale == Sale::Gift {
        return Ok(Extra { bonus: pack.bonus, ..Extra::default() });
    }
    let (first, invited) = (first_purchase_bonus(turn, buyer)?, referrals::promised(turn, buyer)?);
    Ok(Extra { bonus: pack.bonus, first, invited })
}

fn keep(turn: &Turn<'_>, sold: &InvoicePayload, charge: &str, extra: Extra) -> Result<(), CoreError> {
    let InvoicePayload { id, buyer, pack, sale, .. } = sold;
    let Extra { bonus, first, invited } = extra;
    let is_gift = *sale == Sale::Gift;
    turn.execute(
        "INSERT INTO payments (charge, user, number, stars, credits, invoice, at, bonus, first_bonus, invite_bonus, is_gift)
         SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM payments WHERE user = ?2",
        params![charge, buyer, pack.stars, pack.credits, id, turn.millis(), bonus, first, invited, is_gift],
    )?;
    Ok(())
}

fn give(turn: &Turn<'_>, sold: &InvoicePayload, charge: &str, extra: Extra) -> Result<(), CoreError> {
    let payer = sold.buyer;
    let bonus = if sold.sale == Sale::Gift { Cause::GiftBonus { charge } } else { Cause::Bonus { charge } };
    for (cause, credits) in [(bonus, extra.bonus), (Cause::FirstPurchase(payer), extra.first)] {
        if credits > Credits::ZERO {
            let applied = ledger::apply(turn, payer, cause, credits)?;
            debug_assert_eq!(applied, Applied::Moved, "the payment is new, and the first one is looked for");
        }
    }
    if extra.invited > Credits::ZERO { referrals::earned(turn, payer, charge, extra.invited) } else { Ok(()) }
}

/// The period of a subscription that this payment pays for, if it does.
fn period_of<'a>(sold: &'a InvoicePayload, payment: &'a SuccessfulPayment, at: Timestamp) -> Option<Period<'a>> {
    let until = payment.subscription_expiration_date.and_then(|seconds| Timestamp::from_second(seconds).ok());
    (sold.sale == Sale::Subscription).then_some(Period {
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
    match sold.filter(|sold| sold.sale == Sale::Subscription && sold.buyer == update.user.id) {
        Some(sold) => subscriptions::stated(turn, sold.buyer, &sold.id, state),
        None => Ok(()),
    }
}

/// What the next purchase of this person brings because it is their first; none if it is not.
pub(super) fn first_purchase_bonus(turn: &Turn<'_>, user: UserId) -> Result<Credits, CoreError> {
    let bonus = turn.policy().first_purchase_bonus;
    if bonus == Credits::ZERO || referrals::has_bought(turn, user)? {
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
