//! Who talks to the bot: their language, and whether they can be reached.

use rusqlite::{OptionalExtension as _, params};

use super::chat::texts::Texts;
use super::ids::UserId;
use super::update::User;
use super::{CoreError, Turn, notices};

/// Remembers a person who has just done something in their chat. One who could not be reached before can be now, and
/// whatever waited for them is due.
pub(super) fn see(turn: &mut Turn<'_, '_>, user: &User) -> Result<(), CoreError> {
    let known: Option<bool> = turn
        .tx
        .prepare_cached("SELECT reachable FROM people WHERE id = ?1")?
        .query_row([user.id], |row| row.get(0))
        .optional()?;
    turn.tx
        .prepare_cached(
            "INSERT INTO people (id, language, first_seen, reachable) VALUES (?1, ?2, ?3, 1)
             ON CONFLICT (id) DO UPDATE SET language = excluded.language, reachable = 1
             WHERE language IS NOT excluded.language OR NOT reachable",
        )?
        .execute(params![user.id, user.language_code.as_deref().unwrap_or("en"), turn.millis()])?;
    if known == Some(false) { everything_is_due(turn, user.id) } else { Ok(()) }
}

/// Remembers that messages to this person come back.
pub(super) fn lose(turn: &Turn<'_, '_>, user: UserId) -> Result<(), CoreError> {
    turn.tx.prepare_cached("UPDATE people SET reachable = 0 WHERE id = ?1")?.execute([user])?;
    Ok(())
}

/// What to say to this person, in their language.
pub(super) fn texts(turn: &Turn<'_, '_>, user: UserId) -> Result<Texts, CoreError> {
    let language: Option<String> = turn
        .tx
        .prepare_cached("SELECT language FROM people WHERE id = ?1")?
        .query_row([user], |row| row.get(0))
        .optional()?;
    Ok(Texts::for_language(language.as_deref().unwrap_or("en")))
}

fn everything_is_due(turn: &Turn<'_, '_>, user: UserId) -> Result<(), CoreError> {
    let now = turn.millis();
    turn.tx
        .prepare_cached("UPDATE jobs SET delivery_due = ?2 WHERE user = ?1 AND progress = 'ready'")?
        .execute(params![user, now])?;
    turn.tx
        .prepare_cached("UPDATE jobs SET status_due = ?2 WHERE user = ?1 AND status_told < status_version")?
        .execute(params![user, now])?;
    notices::due_for(turn, user)
}
