//! Who talks to the bot: their language, and whether they can be reached.

use jiff::SignedDuration;
use rusqlite::params;

use super::CoreError;
use super::ids::UserId;
use super::outbox::{self, Item};
use super::turn::Turn;
use super::update::User;

/// The language of people of whom no other is known.
const LANGUAGE: &str = "en";

/// The pause before a message that came back is tried once more.
const ONCE_MORE_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// Remembers a person who has just done something in their chat. If they could not be reached before, what rests for
/// them in the outbox is due.
pub(super) fn see(turn: &Turn<'_>, user: &User) -> Result<(), CoreError> {
    let known: Option<(bool,)> = turn.optional("SELECT reachable FROM people WHERE id = ?1", [user.id])?;
    turn.execute(
        "INSERT INTO people (id, language, first_seen, reachable) VALUES (?1, coalesce(?2, ?4), ?3, 1)
         ON CONFLICT (id) DO UPDATE SET language = coalesce(?2, language), reachable = 1
         WHERE language IS NOT coalesce(?2, language) OR NOT reachable",
        params![user.id, user.language_code, turn.millis(), LANGUAGE],
    )?;
    // Something may rest for a newcomer, too: an operator is told of trouble before their first word.
    if known == Some((true,)) { Ok(()) } else { outbox::wake(turn, user.id) }
}

/// Whether this person has ever talked to the bot.
pub(super) fn is_known(turn: &Turn<'_>, user: UserId) -> Result<bool, CoreError> {
    turn.exists("SELECT 1 FROM people WHERE id = ?1", [user])
}

/// Whether this person is one of the operators.
pub(super) fn is_operator(turn: &Turn<'_>, user: UserId) -> bool {
    turn.policy().admins.contains(&user)
}

/// The language that this person's client speaks, an IETF tag.
pub(super) fn language(turn: &Turn<'_>, user: UserId) -> Result<String, CoreError> {
    let language: Option<(String,)> = turn.optional("SELECT language FROM people WHERE id = ?1", [user])?;
    Ok(language.map_or_else(|| LANGUAGE.to_owned(), |(language,)| language))
}

/// What was sent to this person came back. The first time it may be old news, sent before the person returned, and is
/// tried once more; else it rests until the person does something.
pub(super) fn unreachable(turn: &Turn<'_>, item: &Item) -> Result<(), CoreError> {
    let news = turn.execute("UPDATE people SET reachable = 0 WHERE id = ?1 AND reachable", [item.user])?;
    if news > 0 {
        outbox::try_at(turn, item, turn.millis_in(ONCE_MORE_AFTER))
    } else {
        outbox::rest_until_reached(turn, item)
    }
}

/// A message has reached this person. If that is news, what rests for them is due.
pub(super) fn reached(turn: &Turn<'_>, user: UserId) -> Result<(), CoreError> {
    let news = turn.execute("UPDATE people SET reachable = 1 WHERE id = ?1 AND NOT reachable", [user])?;
    if news > 0 { outbox::wake(turn, user) } else { Ok(()) }
}
