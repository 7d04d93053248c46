//! Purchases, and what can be done about each of them.

use jiff::Timestamp;
use rusqlite::{Params, params};

use super::RefundState;
use crate::core::ids::{Credits, RefundEligibility, Stars, UserId};
use crate::core::turn::{Turn, from_millis};
use crate::core::{CoreError, ledger};

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
    pub(in crate::core) eligibility: RefundEligibility,
}

const PURCHASES: &str =
    "SELECT number, payments.charge, payments.user, stars, payments.credits, payments.at, refunds.state
                         FROM payments LEFT JOIN refunds ON refunds.charge = payments.charge";

/// The purchase of this number.
pub(in crate::core) fn purchase(turn: &Turn<'_>, number: i64) -> Result<Option<Purchase>, CoreError> {
    Ok(read(turn, &format!("{PURCHASES} WHERE number = ?1"), [number])?.pop())
}

/// The purchase of this charge.
pub(in crate::core) fn purchase_of(turn: &Turn<'_>, charge: &str) -> Result<Option<Purchase>, CoreError> {
    Ok(read(turn, &format!("{PURCHASES} WHERE payments.charge = ?1"), [charge])?.pop())
}

/// The payment with this charge, whether it bought something here or not: an operator may refund either.
pub(in crate::core) fn any_payment(turn: &Turn<'_>, charge: &str) -> Result<Option<Purchase>, CoreError> {
    if let Some(purchase) = purchase_of(turn, charge)? {
        return Ok(Some(purchase));
    }
    // A payment that bought nothing here, as Telegram's list shows it.
    let foreign = "SELECT 0, id, star_transactions.user, stars, 0, star_transactions.at, refunds.state
               FROM star_transactions LEFT JOIN refunds ON refunds.charge = id
               WHERE id = ?1 AND direction = 'in' AND verdict IN ('foreign', 'older') AND star_transactions.user IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM star_transactions WHERE id = ?1 AND direction = 'out')";
    Ok(read(turn, foreign, [charge])?.pop())
}

/// The last purchases of a person, newest first.
pub(in crate::core) fn purchases(turn: &Turn<'_>, user: UserId, limit: u32) -> Result<Vec<Purchase>, CoreError> {
    let sql = format!("{PURCHASES} WHERE payments.user = ?1 ORDER BY payments.at DESC, number DESC LIMIT ?2");
    read(turn, &sql, params![user, limit])
}

/// Purchases whose buyers wait for an operator's decision, with the moment of asking.
pub(in crate::core) fn wanted(turn: &Turn<'_>) -> Result<Vec<(i64, Timestamp)>, CoreError> {
    let wanted: Vec<(i64, i64)> = turn.all(
        "SELECT number, refunds.at FROM refunds JOIN payments ON payments.charge = refunds.charge WHERE state = 'asked'",
        [],
    )?;
    Ok(wanted.into_iter().map(|(number, at)| (number, from_millis(at))).collect())
}

fn read(turn: &Turn<'_>, sql: &str, params: impl Params) -> Result<Vec<Purchase>, CoreError> {
    type Row = (i64, String, UserId, Stars, Credits, i64, Option<RefundState>);
    let rows: Vec<Row> = turn.all(sql, params)?;
    let purchase = |(number, charge, user, stars, credits, at, state): Row| {
        let at = from_millis(at);
        let eligibility = eligibility(turn, user, credits, at, state)?;
        Ok(Purchase { number, charge, user, stars, credits, at, eligibility })
    };
    rows.into_iter().map(purchase).collect()
}

fn eligibility(
    turn: &Turn<'_>,
    user: UserId,
    credits: Credits,
    at: Timestamp,
    state: Option<RefundState>,
) -> Result<RefundEligibility, CoreError> {
    Ok(match state {
        Some(RefundState::Asked) => RefundEligibility::Asked,
        Some(RefundState::Held) => RefundEligibility::UnderWay,
        Some(RefundState::Done) => RefundEligibility::Returned,
        Some(RefundState::Refused) => RefundEligibility::Refused,
        Some(RefundState::Declined) => RefundEligibility::Declined,
        None if turn.now().duration_since(at) > turn.policy().refund_within => RefundEligibility::TooLate,
        // What was given for free must not turn into Stars.
        None if ledger::available(turn, user)? - ledger::granted(turn, user)? >= credits => {
            RefundEligibility::Refundable
        }
        None => RefundEligibility::Spent,
    })
}
