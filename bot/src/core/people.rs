//! Who talks to the bot: their language, and whether they can be reached.

use jiff::SignedDuration;
use rusqlite::{OptionalExtension as _, params};

use super::chat::texts::Texts;
use super::ids::UserId;
use super::update::User;
use super::{CoreError, Turn, notices};

/// The pause before a message that came back is tried once more.
const ONCE_MORE_AFTER: SignedDuration = SignedDuration::from_mins(5);

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
            "INSERT INTO people (id, language, first_seen, reachable) VALUES (?1, coalesce(?2, 'en'), ?3, 1)
             ON CONFLICT (id) DO UPDATE SET language = coalesce(?2, language), reachable = 1
             WHERE language IS NOT coalesce(?2, language) OR NOT reachable",
        )?
        .execute(params![user.id, user.language_code, turn.millis()])?;
    // For somebody new there may be something, too: an operator is told of trouble before their first word.
    if known == Some(true) { Ok(()) } else { everything_is_due(turn, user.id) }
}

/// Whether this person has ever talked to us.
pub(super) fn is_known(turn: &Turn<'_, '_>, user: UserId) -> Result<bool, CoreError> {
    Ok(turn.tx.prepare_cached("SELECT 1 FROM people WHERE id = ?1")?.exists([user])?)
}

/// What came of [`lose`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lose {
    /// Nobody knew. It may be old news: what came back was sent before the person returned.
    News,
    /// It was known already, or the person has never talked to us.
    Known,
}

impl Lose {
    /// When to try once more what came back; else it waits until the person does something.
    pub(super) fn next_try(self, turn: &Turn<'_, '_>) -> Option<i64> {
        match self {
            Self::News => Some(turn.millis_in(ONCE_MORE_AFTER)),
            Self::Known => None,
        }
    }
}

/// Remembers that messages to this person come back.
pub(super) fn lose(turn: &Turn<'_, '_>, user: UserId) -> Result<Lose, CoreError> {
    let changed =
        turn.tx.prepare_cached("UPDATE people SET reachable = 0 WHERE id = ?1 AND reachable")?.execute([user])?;
    Ok(if changed > 0 { Lose::News } else { Lose::Known })
}

/// Remembers that a message has reached this person. If that is news, whatever waited for them is due.
pub(super) fn reached(turn: &Turn<'_, '_>, user: UserId) -> Result<(), CoreError> {
    let changed =
        turn.tx.prepare_cached("UPDATE people SET reachable = 1 WHERE id = ?1 AND NOT reachable")?.execute([user])?;
    if changed > 0 { everything_is_due(turn, user) } else { Ok(()) }
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

/// Except what is under way: that must not be begun twice.
fn everything_is_due(turn: &Turn<'_, '_>, user: UserId) -> Result<(), CoreError> {
    let now = turn.millis();
    turn.tx
        .prepare_cached(
            "UPDATE jobs SET delivery_due = ?2 WHERE user = ?1 AND progress = 'ready' AND delivery_leased_until IS NULL",
        )?
        .execute(params![user, now])?;
    turn.tx
        .prepare_cached(
            "UPDATE jobs SET status_due = ?2
             WHERE user = ?1 AND status_told < status_version AND status_leased_until IS NULL",
        )?
        .execute(params![user, now])?;
    notices::due_for(turn, user)
}
