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

use super::chat::texts::Texts;
use super::ids::{Stars, UserId};
use super::payments::{self, Paid, STARS};
use super::provider::{recall, remember};
use super::refunds::{self, Returned};
use super::update::{RefundedPayment, SuccessfulPayment};
use super::{CoreError, Turn, notices};

mod closing;

pub(crate) use closing::{DIFFERENCE, READ_AT};
pub(super) use closing::{Difference, Summary, closed};

/// The small fact that says how many transactions were read.
pub(crate) const CURSOR: &str = "star_cursor";

/// The small fact that says when this database was begun, in milliseconds since 1970.
const BORN: &str = "born";

/// The kind of a transaction that pays one of a bot's invoices, or gives that back.
const INVOICE_PAYMENT: &str = "invoice_payment";

/// A payment or refund that we know of is missed on the list only after this time.
const LISTED_WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// A part of the list.
#[derive(Debug, Clone)]
pub struct StarPage {
    /// How many transactions come before it.
    pub offset: i64,
    /// In the order of time.
    pub transactions: Vec<StarTransaction>,
}

/// A transaction, as far as Telegram says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarTransaction {
    /// For payments their charge. A refund has the same id as its payment.
    pub id: String,
    /// Which way the Stars went.
    pub direction: Direction,
    /// What Telegram calls it, such as `invoice_payment` or `fragment`.
    pub kind: String,
    /// The person on the other side, if it is one.
    pub user: Option<UserId>,
    /// What we put into the invoice.
    pub payload: Option<String>,
    /// Whole Stars.
    pub stars: Stars,
    /// Billionths of a Star beside them.
    pub nanostars: i64,
    /// When.
    pub at: Timestamp,
}

/// See [`StarTransaction`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the bot.
    In,
    /// From the bot.
    Out,
    /// Telegram names no side, or the entry cannot be read.
    Unknown,
}

impl Direction {
    const fn as_str(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
            Self::Unknown => "unknown",
        }
    }
}

/// The end of a reading.
#[derive(Debug, Clone)]
pub struct StarsRead {
    /// When it began.
    pub began: Timestamp,
    /// The operator who wants to know.
    pub asked_by: Option<UserId>,
    /// The bot's balance right after the last page, or why the reading failed.
    pub outcome: Result<StarBalance, String>,
}

/// What the bot has at Telegram. May be below zero after chargebacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StarBalance {
    /// Whole Stars.
    pub stars: Stars,
    /// Billionths of a Star beside them.
    pub nanostars: i64,
}

/// What a transaction was to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// A payment of which no message had come: its credits are there now.
    Credited,
    /// Stars that went back, of which we had not heard: the credits are taken.
    Revoked,
    /// Nothing new.
    Known,
    /// A payment for nothing of ours.
    Foreign,
    /// The same, from before this database was begun.
    Older,
    /// None of our business: withdrawals, gifts and the like.
    Other,
}

impl Verdict {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Credited => "credited",
            Self::Revoked => "revoked",
            Self::Known => "known",
            Self::Foreign => "foreign",
            Self::Older => "older",
            Self::Other => "other",
        }
    }
}

/// At a start: a database that is just begun remembers when.
pub(super) fn begin(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    if recall(turn, BORN)?.is_none() {
        remember(turn, BORN, &turn.millis().to_string())?;
    }
    Ok(())
}

/// Settles a page of the list. A page may come again, and pages may overlap.
pub(super) fn settle(turn: &mut Turn<'_, '_>, page: &StarPage) -> Result<(), CoreError> {
    for transaction in &page.transactions {
        let known = "SELECT 1 FROM star_transactions WHERE id = ?1 AND direction = ?2";
        let key = params![transaction.id, transaction.direction.as_str()];
        if turn.tx.prepare_cached(known)?.exists(key)? {
            continue;
        }
        let effects = turn.effects.len();
        turn.tx.execute_batch("SAVEPOINT star_transaction")?;
        let verdict = match settle_one(turn, transaction) {
            Err(error @ (CoreError::Event(_) | CoreError::Row(_))) => {
                // One that does not fit must not keep the others of its page from being settled.
                turn.tx.execute_batch("ROLLBACK TO star_transaction")?;
                turn.effects.truncate(effects);
                tracing::error!(transaction.id = transaction.id, error = %chain(&error), "a Star transaction cannot be settled");
                unreadable(turn, transaction)
            }
            settled => settled,
        }?;
        turn.tx.execute_batch("RELEASE star_transaction")?;
        keep(turn, transaction, verdict)?;
    }
    let read = page.offset.saturating_add(i64::try_from(page.transactions.len()).unwrap_or(i64::MAX));
    let before: i64 = recall(turn, CURSOR)?.and_then(|text| text.parse().ok()).unwrap_or_default();
    if read > before { remember(turn, CURSOR, &read.to_string()) } else { Ok(()) }
}

fn settle_one(turn: &mut Turn<'_, '_>, transaction: &StarTransaction) -> Result<Verdict, CoreError> {
    match transaction.direction {
        Direction::In => incoming(turn, transaction),
        Direction::Out => outgoing(turn, transaction),
        Direction::Unknown => unreadable(turn, transaction),
    }
}

fn incoming(turn: &mut Turn<'_, '_>, transaction: &StarTransaction) -> Result<Verdict, CoreError> {
    let listed = "UPDATE payments SET listed = 1 WHERE charge = ?1";
    if turn.tx.prepare_cached(listed)?.execute([&transaction.id])? > 0 {
        return Ok(Verdict::Known);
    }
    let Some(payer) = transaction.user else { return Ok(Verdict::Other) };
    let payment = SuccessfulPayment {
        currency: STARS.to_owned(),
        total_amount: transaction.stars.0,
        invoice_payload: transaction.payload.clone().unwrap_or_default(),
        telegram_payment_charge_id: transaction.id.clone(),
    };
    let is_ours = payments::Order::of_payment(&payment, payer, turn.rules()).is_some();
    // Whatever kind it is said to be: what carries our signature was paid to us.
    if !is_ours && transaction.kind != INVOICE_PAYMENT {
        return Ok(Verdict::Other);
    }
    if !is_ours && is_older(turn, transaction.at)? {
        return Ok(Verdict::Older);
    }
    match payments::paid(turn, payer, &payment)? {
        Paid::Credited => {
            turn.tx.prepare_cached(listed)?.execute([&transaction.id])?;
            tracing::warn!(charge.id = transaction.id, "a payment was credited by the list; no message of it had come");
            Ok(Verdict::Credited)
        }
        Paid::AlreadyCredited => Ok(Verdict::Known),
        Paid::Foreign => Ok(Verdict::Foreign),
    }
}

fn outgoing(turn: &mut Turn<'_, '_>, transaction: &StarTransaction) -> Result<Verdict, CoreError> {
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
    turn.tx.prepare_cached("UPDATE refunds SET listed = 1 WHERE charge = ?1")?.execute([charge])?;
    Ok(match returned {
        Returned::Revoked => Verdict::Revoked,
        Returned::AlreadyRevoked => Verdict::Known,
    })
}

fn unreadable(turn: &Turn<'_, '_>, transaction: &StarTransaction) -> Result<Verdict, CoreError> {
    tracing::error!(transaction.id = transaction.id, "a Star transaction cannot be read");
    let html = Texts::for_operators().unreadable_transaction(&transaction.id);
    notices::post_to_admins(turn, &format!("unreadable-transaction:{}", transaction.id), &html)?;
    Ok(Verdict::Other)
}

fn keep(turn: &Turn<'_, '_>, transaction: &StarTransaction, verdict: Verdict) -> Result<(), CoreError> {
    let StarTransaction { id, direction, kind, user, stars, nanostars, at, .. } = transaction;
    turn.tx
        .prepare_cached(
            "INSERT INTO star_transactions (id, direction, kind, user, stars, nanostars, at, verdict, seen_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            id,
            direction.as_str(),
            kind,
            user,
            stars,
            nanostars,
            at.as_millisecond(),
            verdict.as_str(),
            turn.millis()
        ])?;
    Ok(())
}

/// Whether it happened before this database was begun. Our own payments never do: their invoices are signed with a key
/// that is made with the database.
fn is_older(turn: &Turn<'_, '_>, at: Timestamp) -> Result<bool, CoreError> {
    let born: Option<i64> = recall(turn, BORN)?.and_then(|text| text.parse().ok());
    Ok(born.is_some_and(|born| at.as_millisecond() < born))
}
