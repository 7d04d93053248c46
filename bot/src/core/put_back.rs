//! A database that was put back from a copy: it knows nothing of what has happened since the copy was made.
//!
//! Each copy says so of itself (`store::copies`), and the first start with it reads that. An order that waits in the copy
//! may have been made since. So its first message names the life that the workers' store had when the copy was made:
//! a store that lives on since then knows every order that it was handed, and answers; a store that was lost or put back,
//! too, has another life by now, and does not submit such an order.
//!
//! What else a copy lacks comes by other ways: payments and refunds are on Telegram's list, and jobs that only the workers
//! know are written down for operators when workers speak of them.

use super::CoreError;
use super::meta::{self, Fact, recall};
use super::notices::{self, Notice};
use super::turn::Turn;

/// At a start: if the database was put back, has workers asked before anything that waits in it is bought.
pub(super) fn look(turn: &Turn<'_>) -> Result<(), CoreError> {
    let Some(copied_at) = recall::<String>(turn, Fact::PutBack)? else { return Ok(()) };
    // No store has an empty epoch: without one in the copy nobody may submit what waited in it.
    let orders = turn.execute(
        "UPDATE jobs SET epoch = coalesce((SELECT value FROM meta WHERE name = ?1), '')
         WHERE progress = 'queued' AND epoch IS NULL",
        [Fact::Epoch.as_str()],
    )?;
    // Chats may show what happened since.
    turn.execute("UPDATE jobs SET shown = NULL WHERE progress IN ('queued', 'published', 'submitted', 'ready')", [])?;
    meta::forget(turn, Fact::PutBack)?;
    tracing::warn!(
        copied_at,
        orders,
        "this database was put back from a copy; workers are asked about what waits in it"
    );
    let orders = i64::try_from(orders).unwrap_or(i64::MAX);
    notices::post_to_operators(turn, &Notice::PutBack { at: turn.now(), orders })
}
