//! Telegram's own list of the bot's Star transactions against our rows: the list is right about Stars.
//!
//! Each transaction is settled once, by its id and direction: a payment whose message was lost is credited, Stars that
//! went back without a word take their credits along. It is safe beside live updates in any order, because both ways
//! lead to the same entries. What cannot be settled is told to the operators, once.
//!
//! The list only grows and is in the order of time, so the place that was read up to is kept; each reading begins a
//! little before it. Source: core.telegram.org/bots/api#getstartransactions

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;
use shared::telemetry::chain;

use super::CoreError;
use super::event::{Direction, StarPage, StarTransaction};
use super::gifts;
use super::ids::UserId;
use super::meta::{Fact, recall, remember};
use super::notices::{self, Notice};
use super::payments::{self, InvoicePayload, Paid, STARS};
use super::refunds::{self, Returned};
use super::row_enum::row_enum;
use super::turn::Turn;
use super::update::{RefundedPayment, SuccessfulPayment};

mod closing;
mod sum;

pub(super) use closing::closed;

/// The kind of a transaction that pays one of a bot's invoices, or gives that back.
const INVOICE_PAYMENT: &str = "invoice_payment";

/// A payment or refund that we know of is missed on the list only after this time.
const LISTED_WITHIN: SignedDuration = SignedDuration::from_hours(1);

row_enum! {
    /// What a transaction was to us.
    Verdict {
        /// A payment of which no message had come: its credits are there now.
        Credited = "credited",
        /// Stars that went back without our knowing: the credits are taken.
        Revoked = "revoked",
        /// Nothing new.
        Known = "known",
        /// A payment for nothing of ours.
        Foreign = "foreign",
        /// The same, from before this database was begun.
        Older = "older",
        /// None of our business: withdrawals, gifts and the like.
        Other = "other",
    }
}

/// At a start: a database that is just begun remembers when.
pub(super) fn begin(turn: &Turn<'_>) -> Result<(), CoreError> {
    match recall::<i64>(turn, Fact::Born)? {
        Some(_) => Ok(()),
        None => remember(turn, Fact::Born, turn.millis()),
    }
}

/// Settles a page of the list. A page may come again, and pages may overlap. The people whose payments are credited by it.
pub(super) fn settle(turn: &mut Turn<'_>, page: &StarPage) -> Result<Vec<UserId>, CoreError> {
    let mut credited = Vec::new();
    for transaction in &page.transactions {
        let known = "SELECT 1 FROM star_transactions WHERE id = ?1 AND direction = ?2";
        if turn.exists(known, params![transaction.id, transaction.direction.as_str()])? {
            continue;
        }
        // One that does not fit must not keep the others of its page from being settled.
        let verdict = match turn.savepoint(|turn| settle_one(turn, transaction)) {
            Err(error @ (CoreError::Event(_) | CoreError::Row(_))) => {
                tracing::error!(transaction.id = transaction.id, error = %chain(&error), "a Star transaction cannot be settled");
                unreadable(turn, transaction)?
            }
            settled => settled?,
        };
        keep(turn, transaction, verdict)?;
        // Whoever has bought a gift got nothing to go on with.
        if verdict == Verdict::Credited && gifts::of(turn, &transaction.id)?.is_none() {
            credited.extend(transaction.user);
        }
    }
    let read = page.offset.saturating_add(i64::try_from(page.transactions.len()).unwrap_or(i64::MAX));
    let before: i64 = recall(turn, Fact::StarCursor)?.unwrap_or_default();
    if read > before {
        remember(turn, Fact::StarCursor, read)?;
    }
    Ok(credited)
}

fn settle_one(turn: &Turn<'_>, transaction: &StarTransaction) -> Result<Verdict, CoreError> {
    match transaction.direction {
        Direction::In => incoming(turn, transaction),
        Direction::Out => outgoing(turn, transaction),
        Direction::Unknown => unreadable(turn, transaction),
    }
}

fn incoming(turn: &Turn<'_>, transaction: &StarTransaction) -> Result<Verdict, CoreError> {
    let listed = "UPDATE payments SET listed = 1 WHERE charge = ?1";
    if turn.execute(listed, [&transaction.id])? > 0 {
        return Ok(Verdict::Known);
    }
    let Some(payer) = transaction.user else { return Ok(Verdict::Other) };
    let payment = SuccessfulPayment {
        currency: STARS.to_owned(),
        total_amount: paid_in_all(turn, transaction),
        invoice_payload: transaction.payload.clone().unwrap_or_default(),
        telegram_payment_charge_id: transaction.id.clone(),
        ..SuccessfulPayment::default()
    };
    let is_ours = InvoicePayload::of_payment(&payment, payer, turn.policy()).is_some();
    // Whatever kind it is said to be: what carries our signature was paid to us.
    if !is_ours && transaction.kind != INVOICE_PAYMENT {
        return Ok(Verdict::Other);
    }
    if !is_ours && is_older(turn, transaction.at)? {
        return Ok(Verdict::Older);
    }
    match payments::paid(turn, payer, &payment, transaction.at)? {
        Paid::Credited | Paid::Gifted => {
            turn.execute(listed, [&transaction.id])?;
            tracing::warn!(charge.id = transaction.id, "a payment was credited by the list; no message of it had come");
            Ok(Verdict::Credited)
        }
        Paid::AlreadyCredited => Ok(Verdict::Known),
        Paid::Foreign => Ok(Verdict::Foreign),
    }
}

/// What the payer has paid, in whole Stars. Of a payment that came by an affiliate, the list may show that or what is left of
/// it for the bot: it is what the invoice asked for, if that is either.
fn paid_in_all(turn: &Turn<'_>, transaction: &StarTransaction) -> i64 {
    let payload = transaction.payload.as_deref().and_then(|payload| InvoicePayload::parse(payload, turn.policy()));
    let shown = sum::nano(transaction.stars.0, transaction.nanostars);
    let asked = payload.map(|payload| payload.pack.stars.0);
    let is_all = |asked: &i64| sum::nano(*asked, 0) == shown.saturating_add(transaction.commission);
    asked.filter(is_all).unwrap_or(transaction.stars.0)
}

fn outgoing(turn: &Turn<'_>, transaction: &StarTransaction) -> Result<Verdict, CoreError> {
    let charge = transaction.id.as_str();
    // Whatever kind it is said to be: what has the id of a payment takes that back.
    let returned = match (refunds::bought(turn, charge)?, transaction.user) {
        (Some((user, credits)), _) => refunds::returned(turn, charge, user, credits)?,
        (None, Some(user)) if transaction.kind == INVOICE_PAYMENT => {
            let invoice_payload = transaction.payload.clone().unwrap_or_default();
            let refund = RefundedPayment { telegram_payment_charge_id: charge.to_owned(), invoice_payload };
            payments::refunded(turn, user, &refund)?;
            Returned::AlreadyRevoked
        }
        (None, _) => return Ok(Verdict::Other),
    };
    turn.execute("UPDATE refunds SET listed = 1 WHERE charge = ?1", [charge])?;
    Ok(match returned {
        Returned::Revoked => Verdict::Revoked,
        Returned::AlreadyRevoked => Verdict::Known,
    })
}

fn unreadable(turn: &Turn<'_>, transaction: &StarTransaction) -> Result<Verdict, CoreError> {
    tracing::error!(transaction.id = transaction.id, "a Star transaction cannot be read");
    notices::post_to_operators(turn, &Notice::UnreadableTransaction { id: transaction.id.clone() })?;
    Ok(Verdict::Other)
}

fn keep(turn: &Turn<'_>, transaction: &StarTransaction, verdict: Verdict) -> Result<(), CoreError> {
    let StarTransaction { id, direction, kind, user, stars, nanostars, commission, at, .. } = transaction;
    let (direction, at) = (direction.as_str(), at.as_millisecond());
    turn.execute(
        "INSERT INTO star_transactions (id, direction, kind, user, stars, nanostars, at, verdict, seen_at, commission)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![id, direction, kind, user, stars, nanostars, at, verdict, turn.millis(), commission],
    )?;
    sum::add(turn, transaction)
}

/// Whether it happened before this database was begun. Our own payments never do: their invoices are signed with a key
/// that is made with the database.
fn is_older(turn: &Turn<'_>, at: Timestamp) -> Result<bool, CoreError> {
    let born: Option<i64> = recall(turn, Fact::Born)?;
    Ok(born.is_some_and(|born| at.as_millisecond() < born))
}
