//! What Telegram's list adds up to, as far as it was read. It is kept, for the list grows without end and is compared with
//! the balance every few minutes; the audit adds it up.

use crate::core::CoreError;
use crate::core::event::{Direction, StarTransaction};
use crate::core::meta::{Fact, recall, remember};
use crate::core::turn::Turn;

/// Billionths of a Star in a Star.
const NANO: i64 = 1_000_000_000;

/// Stars and billionths of them, in billionths.
pub(super) fn nano(stars: i64, nanostars: i64) -> i64 {
    stars.saturating_mul(NANO).saturating_add(nanostars)
}

/// A transaction was added to the list.
pub(super) fn add(turn: &Turn<'_>, transaction: &StarTransaction) -> Result<(), CoreError> {
    // The first reading to come to the end of the list adds up what it has found.
    let Some(before) = recall::<i64>(turn, Fact::StarSum)? else { return Ok(()) };
    let change = nano(transaction.stars.0, transaction.nanostars);
    let after = match transaction.direction {
        Direction::In => before.saturating_add(change),
        Direction::Out => before.saturating_sub(change),
        Direction::Unknown => before,
    };
    remember(turn, Fact::StarSum, after)
}

/// What the list adds up to, in billionths of a Star.
pub(super) fn of_list(turn: &Turn<'_>) -> Result<i64, CoreError> {
    if let Some(sum) = recall(turn, Fact::StarSum)? {
        return Ok(sum);
    }
    let (stars, nanostars) = turn.one(
        "SELECT coalesce(sum(CASE direction WHEN 'in' THEN stars WHEN 'out' THEN -stars END), 0),
                coalesce(sum(CASE direction WHEN 'in' THEN nanostars WHEN 'out' THEN -nanostars END), 0)
         FROM star_transactions",
        [],
    )?;
    let sum = nano(stars, nanostars);
    remember(turn, Fact::StarSum, sum)?;
    Ok(sum)
}
