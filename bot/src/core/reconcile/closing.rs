//! The end of a reading: what does not fit is told to the operators once, and who has asked hears how it went.

use super::{LISTED_WITHIN, sum};
use crate::core::CoreError;
use crate::core::event::{StarBalance, StarsRead};
use crate::core::ids::{Stars, UserId};
use crate::core::meta::{Fact, recall, remember};
use crate::core::notices::{self, Notice, Summary};
use crate::core::turn::Turn;

/// Missing payments, and missing refunds, that one reading tells of at most.
const MISSING_MAX: i64 = 20;

/// The list was read to its end, or could not be.
pub(in crate::core) fn closed(turn: &Turn<'_>, read: &StarsRead) -> Result<(), CoreError> {
    let began = read.began;
    let notice = match &read.outcome {
        Ok(balance) => {
            let summary = compare(turn, read, *balance)?;
            tell_missing(turn)?;
            tell_older(turn)?;
            remember(turn, Fact::StarsReadAt, turn.millis())?;
            Notice::Reconciled { began, summary }
        }
        Err(reason) => Notice::NotReconciled { began, reason: reason.clone() },
    };
    read.asked_by.map_or(Ok(()), |operator| notices::post_to_operator(turn, operator, &notice))
}

/// The balance must be what the list adds up to. A payment may fall between the last page and the balance, so a
/// difference counts when it is seen twice in a row.
fn compare(turn: &Turn<'_>, read: &StarsRead, balance: StarBalance) -> Result<Summary, CoreError> {
    let difference = sum::difference(turn, sum::nano(balance.stars.0, balance.nanostars))?;
    tell_difference(turn, difference, balance)?;
    let (new, credited, revoked) = turn.one(
        "SELECT count(*), coalesce(sum(verdict = 'credited'), 0), coalesce(sum(verdict = 'revoked'), 0)
         FROM star_transactions WHERE seen_at >= ?1",
        [read.began.as_millisecond()],
    )?;
    let listed = recall(turn, Fact::StarCursor)?.unwrap_or_default();
    Ok(Summary { listed, new, credited, revoked, balance: balance.stars, difference })
}

fn tell_difference(turn: &Turn<'_>, difference: i64, balance: StarBalance) -> Result<(), CoreError> {
    let before: Option<i64> = recall(turn, Fact::StarDifference)?;
    remember(turn, Fact::StarDifference, difference)?;
    let told: i64 = recall(turn, Fact::StarDifferenceTold)?.unwrap_or_default();
    if told == difference || (before != Some(difference) && difference != 0) {
        return Ok(());
    }
    remember(turn, Fact::StarDifferenceTold, difference)?;
    let notice = Notice::StarDifference { at: turn.now(), balance: balance.stars, nanostars: difference };
    notices::post_to_operators(turn, &notice)
}

/// Tells of what we know and Telegram does not list, as far as nobody has been told.
fn tell_missing(turn: &Turn<'_>) -> Result<(), CoreError> {
    let missing = |table: &str, condition: &str, notice: &str| -> Result<Vec<(String, UserId)>, CoreError> {
        let sql = format!(
            "SELECT charge, user FROM {table} INDEXED BY {table}_unlisted WHERE {condition} NOT listed AND at < ?1 AND NOT EXISTS (
                 SELECT 1 FROM outbox WHERE kind = 'notice' AND key BETWEEN '{notice}:' || charge || ':'
                                                                        AND '{notice}:' || charge || ';')
             LIMIT {MISSING_MAX}"
        );
        turn.all(&sql, [turn.millis_in(-LISTED_WITHIN)])
    };
    for (charge, user) in missing("payments", "", "payment-not-listed")? {
        notices::post_to_operators(turn, &Notice::PaymentNotListed { user, charge })?;
    }
    for (charge, user) in missing("refunds", "state = 'done' AND", "refund-not-listed")? {
        notices::post_to_operators(turn, &Notice::RefundNotListed { user, charge })?;
    }
    Ok(())
}

/// Tells of all payments from before this database was begun at once.
fn tell_older(turn: &Turn<'_>) -> Result<(), CoreError> {
    let (count, stars): (i64, Stars) =
        turn.one("SELECT count(*), coalesce(sum(stars), 0) FROM star_transactions WHERE verdict = 'older'", [])?;
    if count == 0 { Ok(()) } else { notices::post_to_operators(turn, &Notice::OlderPayments { count, stars }) }
}
