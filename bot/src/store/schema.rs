//! The tables, and the steps that bring an older file up to date.

use rusqlite::{Connection, TransactionBehavior};

/// Each step takes a file from its place in this list to the next. Steps that were released are never changed.
const STEPS: [&str; 1] = [include_str!("schema.sql")];

/// The schema that this version writes.
#[expect(clippy::cast_possible_wrap, reason = "a handful of steps")]
pub(super) const VERSION: i64 = STEPS.len() as i64;

/// Brings the file up to date. Says which schema it had; a newer one is left alone.
pub(super) fn bring_up_to_date(connection: &mut Connection) -> rusqlite::Result<i64> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for step in STEPS.iter().skip(usize::try_from(found).unwrap_or_default()) {
        transaction.execute_batch(step)?;
    }
    if found < VERSION {
        transaction.pragma_update(None, "user_version", VERSION)?;
    }
    transaction.commit()?;
    Ok(found)
}
