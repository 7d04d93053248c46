//! People whom operators have blocked. They order, buy and subscribe to nothing new. What they ordered is made, and what is
//! theirs stays theirs: they see their balance and their videos, cancel a subscription, and ask for refunds.
//!
//! Each rule that begins something asks [`is_blocked`] itself; the dialogue only says so earlier.

use rusqlite::params;

use crate::core::CoreError;
use crate::core::ids::UserId;
use crate::core::turn::Turn;

/// Whether operators have blocked this person.
pub(in crate::core) fn is_blocked(turn: &Turn<'_>, user: UserId) -> Result<bool, CoreError> {
    turn.exists("SELECT 1 FROM people WHERE id = ?1 AND blocked_at IS NOT NULL", [user])
}

/// Blocks or unblocks a person. Says whether that is news.
pub(in crate::core) fn set(turn: &Turn<'_>, user: UserId, is_blocked: bool) -> Result<bool, CoreError> {
    let since = is_blocked.then(|| turn.millis());
    let changed = turn.execute(
        "UPDATE people SET blocked_at = ?2 WHERE id = ?1 AND (blocked_at IS NULL) <> (?2 IS NULL)",
        params![user, since],
    )?;
    Ok(changed > 0)
}

/// How many are blocked.
pub(in crate::core) fn count(turn: &Turn<'_>) -> Result<i64, CoreError> {
    let sql = "SELECT count(*) FROM people INDEXED BY people_blocked WHERE blocked_at IS NOT NULL";
    let (count,) = turn.one(sql, [])?;
    Ok(count)
}
