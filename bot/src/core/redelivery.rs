//! Dead letters that an operator wants to be handled once more, since the cause is mended.
//!
//! `bot dead-letters send` marks a row beside the running bot, and the next look at what is due takes it up. What fails
//! again stays a dead letter, with the new reason.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rusqlite::params;
use shared::telemetry::chain;

use super::dead_letters::OUTBOX;
use super::event::IncomingUpdate;
use super::turn::Turn;
use super::update::Update;
use super::{CoreError, inbox, outbox};

/// Handles what operators want to be sent again, one letter in a turn.
pub(super) fn send_again(turn: &mut Turn<'_>) -> Result<(), CoreError> {
    let marked = "SELECT id, event FROM dead_letters WHERE send_again ORDER BY id LIMIT 1";
    let Some((id, event)) = turn.optional::<(i64, String)>(marked, [])? else { return Ok(()) };
    let sent = turn.savepoint(|turn| {
        turn.execute("DELETE FROM dead_letters WHERE id = ?1", [id])?;
        catch_unwind(AssertUnwindSafe(|| handle_again(turn, &event)))
            .unwrap_or_else(|_panic| Err(CoreError::Row("handling it panicked".to_owned())))
    });
    match sent {
        Ok(()) => {
            tracing::info!(letter.id = id, "a dead letter was sent again and handled");
            Ok(())
        }
        Err(error @ CoreError::Store(_)) => Err(error),
        Err(error) => {
            let reason = chain(&error).to_string();
            tracing::error!(letter.id = id, error = reason, "a dead letter was sent again and could not be handled");
            turn.execute(
                "UPDATE dead_letters SET send_again = 0, at = ?2, reason = ?3 WHERE id = ?1",
                params![id, turn.millis(), reason],
            )?;
            Ok(())
        }
    }
}

fn handle_again(turn: &mut Turn<'_>, event: &str) -> Result<(), CoreError> {
    if let Some((kind, key)) = event.strip_prefix(OUTBOX).and_then(|row| row.split_once(' ')) {
        return outbox::revive(turn, kind, key);
    }
    let update: Update = serde_json::from_str(event)?;
    turn.execute("DELETE FROM updates WHERE id = ?1", [update.update_id])?;
    inbox::receive(turn, &IncomingUpdate { update, raw: event.to_owned(), unreadable: None })
}
