//! What Telegram's list adds up to, as far as it was read. It is kept, for the list grows without end and is compared with
//! the balance every few minutes; the audit adds it up.
//!
//! Of a payment that came by an affiliate, the documentation does not say whether the amount on the list is what was paid or
//! what is left of it. So what affiliates got is added up, too: a balance that is less than the list by just that agrees
//! with it. All sums are whole billionths of a Star.

use crate::core::CoreError;
use crate::core::event::{Direction, StarTransaction};
use crate::core::ids::NANO;
use crate::core::meta::{Fact, recall, remember};
use crate::core::turn::Turn;

/// Stars and billionths of them, in billionths.
pub(super) fn nano(stars: i64, nanostars: i64) -> i64 {
    stars.saturating_mul(NANO).saturating_add(nanostars)
}

/// A transaction was added to the list.
pub(super) fn add(turn: &Turn<'_>, transaction: &StarTransaction) -> Result<(), CoreError> {
    let amount = nano(transaction.stars.0, transaction.nanostars);
    for (fact, change) in [(Fact::StarSum, amount), (Fact::StarCommission, transaction.commission)] {
        // The first reading to come to the end of the list adds up what it has found.
        let Some(before) = recall::<i64>(turn, fact)?.filter(|_| change != 0) else { continue };
        let after = match transaction.direction {
            Direction::In => before.saturating_add(change),
            Direction::Out => before.saturating_sub(change),
            Direction::Unknown => before,
        };
        remember(turn, fact, after)?;
    }
    Ok(())
}

/// By how much this balance is more than the list adds up to, in billionths of a Star.
pub(super) fn difference(turn: &Turn<'_>, balance: i64) -> Result<i64, CoreError> {
    let difference = balance.saturating_sub(of_list(turn, Fact::StarSum, "stars * 1000000000 + nanostars")?);
    if difference == 0 {
        return Ok(0);
    }
    let commission = of_list(turn, Fact::StarCommission, "commission")?;
    Ok(if difference == -commission { 0 } else { difference })
}

/// What a column of the list adds up to.
fn of_list(turn: &Turn<'_>, fact: Fact, column: &str) -> Result<i64, CoreError> {
    if let Some(sum) = recall(turn, fact)? {
        return Ok(sum);
    }
    let sql = format!(
        "SELECT coalesce(sum(CASE direction WHEN 'in' THEN {column} WHEN 'out' THEN -({column}) END), 0)
         FROM star_transactions"
    );
    let (sum,): (i64,) = turn.one(&sql, [])?;
    remember(turn, fact, sum)?;
    Ok(sum)
}
