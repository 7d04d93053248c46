//! Dead letters: events and outbox rows that could not be handled, kept for operators to look at. Of an update only its
//! outline is kept ([`outline`]): no names, no words.

use rusqlite::params;

use super::CoreError;
use super::event::Event;
use super::ids::UserId;
use super::notices::{self, Notice};
use super::outbox::Item;
use super::ticket::Kind;
use super::turn::Turn;

mod outline;

/// What the text of an outbox row begins with.
pub(super) const OUTBOX: &str = "outbox: ";

/// Keeps an event that cannot be handled, and tells operators. The number of an update is taken, so it is acknowledged.
pub(super) fn keep_event(turn: &Turn<'_>, event: &Event, reason: &str) -> Result<(), CoreError> {
    // Time passes again in a moment; a row and a message for each try would only hide the others.
    if matches!(event, Event::Tick) {
        return Ok(());
    }
    let Event::Update(incoming) = event else { return keep(turn, &format!("{event:?}"), reason, None) };
    turn.execute(
        "INSERT OR IGNORE INTO updates (id, at) VALUES (?1, ?2)",
        params![incoming.update.update_id, turn.millis()],
    )?;
    let user = incoming.update.talker().or_else(|| talker_of(&incoming.raw));
    keep(turn, &outline::of(&incoming.raw), reason, user)
}

/// Keeps the name of an outbox row that cannot be attempted, and tells operators. Its payload stays in the outbox.
pub(super) fn keep_item(turn: &Turn<'_>, item: &Item, reason: &str) -> Result<(), CoreError> {
    keep(turn, &format!("{OUTBOX}{} {}", item.kind.as_str(), item.key), reason, None)
}

/// Somebody has made a row of the outbox due again: its letter is not needed any more.
pub(super) fn forget_item(turn: &Turn<'_>, kind: Kind, key: &str) -> Result<(), CoreError> {
    turn.execute("DELETE FROM dead_letters WHERE event = ?1", [format!("{OUTBOX}{} {key}", kind.as_str())])?;
    Ok(())
}

fn keep(turn: &Turn<'_>, event: &str, reason: &str, user: Option<UserId>) -> Result<(), CoreError> {
    turn.execute(
        "INSERT INTO dead_letters (at, event, reason, user) VALUES (?1, ?2, ?3, ?4)",
        params![turn.millis(), event, reason, user],
    )?;
    notices::post_to_operators(turn, &Notice::DeadLetter { at: turn.now(), reason: reason.to_owned() })
}

/// Who sent an update that cannot be read, if that much can be read of it: every kind names them in the same place.
fn talker_of(raw: &str) -> Option<UserId> {
    let update: serde_json::Value = serde_json::from_str(raw).ok()?;
    let talker = |part: &serde_json::Value| part.pointer("/from/id")?.as_i64();
    update.as_object()?.values().find_map(talker).map(UserId)
}
