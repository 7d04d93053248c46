//! Purchases, and what can be done about each of them.

use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, Row, params};

use super::RefundState;
use crate::core::ids::{Credits, Stars, UserId};
use crate::core::{CoreError, Turn, from_millis, ledger};

/// Credits that were bought with Stars.
#[derive(Debug, Clone)]
pub(in crate::core) struct Purchase {
    /// How people and buttons name it.
    pub(in crate::core) number: i64,
    /// How Telegram names it.
    pub(in crate::core) charge: String,
    /// Who paid.
    pub(in crate::core) user: UserId,
    pub(in crate::core) stars: Stars,
    pub(in crate::core) credits: Credits,
    pub(in crate::core) at: Timestamp,
    /// As things are at this moment.
    pub(in crate::core) standing: Standing,
}

/// Whether Stars can go back, and who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) enum Standing {
    /// The buyer can have them back at once.
    Refundable,
    /// Some of the credits are spent, set aside, or cover what was given for free: an operator decides.
    Spent,
    /// It is too long ago: an operator decides.
    TooLate,
    /// Telegram refused before: an operator decides.
    Refused,
    /// An operator is asked.
    Asked,
    /// An operator has declined.
    Declined,
    /// Telegram is asked.
    UnderWay,
    /// The Stars are back.
    Returned,
}

impl Standing {
    /// Whether the buyer may ask the operators.
    pub(in crate::core) const fn may_ask(self) -> bool {
        matches!(self, Self::Spent | Self::TooLate | Self::Refused)
    }
}

const COLUMNS: &str =
    "SELECT number, payments.charge, payments.user, stars, payments.credits, payments.at, refunds.state
                       FROM payments LEFT JOIN refunds ON refunds.charge = payments.charge";

/// The purchase of this number.
pub(in crate::core) fn purchase(turn: &Turn<'_, '_>, number: i64) -> Result<Option<Purchase>, CoreError> {
    one(turn, "number = ?1", number.into())
}

/// The purchase of this charge.
pub(in crate::core) fn purchase_of(turn: &Turn<'_, '_>, charge: &str) -> Result<Option<Purchase>, CoreError> {
    one(turn, "payments.charge = ?1", charge.to_owned().into())
}

/// The payment with this charge, whether it bought something here or not: an operator may give back either.
pub(in crate::core) fn any_payment(turn: &Turn<'_, '_>, charge: &str) -> Result<Option<Purchase>, CoreError> {
    match purchase_of(turn, charge)? {
        Some(purchase) => Ok(Some(purchase)),
        None => foreign_payment(turn, charge),
    }
}

/// A payment that bought nothing here, as Telegram's list shows it.
fn foreign_payment(turn: &Turn<'_, '_>, charge: &str) -> Result<Option<Purchase>, CoreError> {
    let sql = "SELECT 0, id, star_transactions.user, stars, 0, star_transactions.at, refunds.state
               FROM star_transactions LEFT JOIN refunds ON refunds.charge = id
               WHERE id = ?1 AND direction = 'in' AND verdict IN ('foreign', 'older') AND star_transactions.user IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM star_transactions WHERE id = ?1 AND direction = 'out')";
    let row = turn.tx.prepare_cached(sql)?.query_row([charge], read).optional()?;
    row.map(|(purchase, state)| judged(turn, purchase, state.as_deref())).transpose()
}

/// The last purchases of a person, newest first.
pub(in crate::core) fn purchases(turn: &Turn<'_, '_>, user: UserId, limit: u32) -> Result<Vec<Purchase>, CoreError> {
    let sql = format!("{COLUMNS} WHERE payments.user = ?1 ORDER BY payments.at DESC, number DESC LIMIT ?2");
    let rows: Vec<_> =
        turn.tx.prepare_cached(&sql)?.query_map(params![user, limit], read)?.collect::<Result<_, _>>()?;
    rows.into_iter().map(|(purchase, state)| judged(turn, purchase, state.as_deref())).collect()
}

fn one(turn: &Turn<'_, '_>, which: &str, value: Value) -> Result<Option<Purchase>, CoreError> {
    let row = turn.tx.prepare_cached(&format!("{COLUMNS} WHERE {which}"))?.query_row([value], read).optional()?;
    row.map(|(purchase, state)| judged(turn, purchase, state.as_deref())).transpose()
}

fn read(row: &Row<'_>) -> rusqlite::Result<(Purchase, Option<String>)> {
    let purchase = Purchase {
        number: row.get(0)?,
        charge: row.get(1)?,
        user: row.get(2)?,
        stars: row.get(3)?,
        credits: row.get(4)?,
        at: from_millis(row.get(5)?),
        standing: Standing::Refundable,
    };
    Ok((purchase, row.get(6)?))
}

fn judged(turn: &Turn<'_, '_>, mut purchase: Purchase, state: Option<&str>) -> Result<Purchase, CoreError> {
    purchase.standing = match state.map(RefundState::parse) {
        Some(Some(RefundState::Asked)) => Standing::Asked,
        Some(Some(RefundState::Held)) => Standing::UnderWay,
        Some(Some(RefundState::Done)) => Standing::Returned,
        Some(Some(RefundState::Refused)) => Standing::Refused,
        Some(Some(RefundState::Declined)) => Standing::Declined,
        Some(None) => return Err(CoreError::Row("state of a refund".to_owned())),
        None if turn.now().duration_since(purchase.at) > turn.rules().refund_within => Standing::TooLate,
        None => {
            // What was given for free must not turn into Stars.
            let unspent = ledger::available(turn, purchase.user)? - ledger::granted(turn, purchase.user)?;
            if unspent >= purchase.credits { Standing::Refundable } else { Standing::Spent }
        }
    };
    Ok(purchase)
}
