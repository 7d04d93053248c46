//! Who talks to the bot: their language, and whether they can be reached.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::CoreError;
use super::ids::{Credits, UserId};
use super::ledger::{self, Applied, Cause};
use super::outbox::{self, Item};
use super::role::Role;
use super::turn::Turn;
use super::update::User;

pub(super) mod blocking;

/// The language of people of whom no other is known.
const LANGUAGE: &str = "en";

/// The pause before a message that came back is tried once more.
const ONCE_MORE_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// A day, in milliseconds.
pub(crate) const DAY_MS: i64 = 86_400_000;

/// For so long nobody has read an answer, in milliseconds.
const UNREAD_MS: i64 = 10_000;

/// Remembers a person who has just done something in their chat. If they could not be reached before, what rests for
/// them in the outbox is due.
pub(super) fn see(turn: &Turn<'_>, user: &User) -> Result<(), CoreError> {
    let known: Option<(bool, bool)> = turn.optional(
        "SELECT reachable, language IS coalesce(?2, language) AND seen_day >= ?3 FROM people WHERE id = ?1",
        params![user.id, user.language_code, day(turn.now())],
    )?;
    if known == Some((true, true)) {
        return Ok(());
    }
    turn.execute(
        "INSERT INTO people (id, language, first_seen, reachable, has_written, seen_day)
         VALUES (?1, coalesce(?2, ?4), ?3, 1, 0, ?5)
         ON CONFLICT (id) DO UPDATE SET language = coalesce(?2, language), reachable = 1, seen_day = max(seen_day, ?5)",
        params![user.id, user.language_code, turn.millis(), LANGUAGE, day(turn.now())],
    )?;
    // Something may rest for a newcomer, too: an operator is told of trouble before their first word.
    if known.is_some_and(|(is_reachable, _)| is_reachable) { Ok(()) } else { outbox::wake(turn, user.id) }
}

/// What a message is to whoever has written it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heard {
    /// The very first that they write.
    pub(super) is_first: bool,
    /// What they have got for it.
    pub(super) gift: Credits,
}

/// Remembers a person who has just written. With their first message everybody gets the welcome credits, if it is that.
/// Whoever wrote before there were any gets none.
pub(super) fn heard_of(turn: &Turn<'_>, user: &User) -> Result<Heard, CoreError> {
    see(turn, user)?;
    let is_first = turn.execute("UPDATE people SET has_written = 1 WHERE id = ?1 AND NOT has_written", [user.id])? > 0;
    let credits = turn.policy().welcome_credits;
    if !is_first || credits == Credits::ZERO {
        return Ok(Heard { is_first, gift: Credits::ZERO });
    }
    let gift = match ledger::apply(turn, user.id, Cause::Welcome(user.id), credits)? {
        Applied::Moved => {
            tracing::info!(user.id = user.id.0, credits = credits.0, "a newcomer was given credits");
            credits
        }
        Applied::AlreadyMoved | Applied::NotEnough { .. } => Credits::ZERO,
    };
    Ok(Heard { is_first, gift })
}

/// Whether this person has ever talked to the bot.
pub(super) fn is_known(turn: &Turn<'_>, user: UserId) -> Result<bool, CoreError> {
    turn.exists("SELECT 1 FROM people WHERE id = ?1", [user])
}

/// Whether this person is one of the operators, whatever their role.
pub(super) fn is_operator(turn: &Turn<'_>, user: UserId) -> bool {
    turn.policy().role(user).is_some()
}

/// Whether this person is an operator who may do everything.
pub(super) fn is_owner(turn: &Turn<'_>, user: UserId) -> bool {
    turn.policy().role(user).is_some_and(|role| role.may(Role::Owner))
}

/// Remembers the topic of their chat in which a person does something: that is where they are answered.
pub(super) fn is_in_topic(turn: &Turn<'_>, user: UserId, topic: Option<i64>) -> Result<(), CoreError> {
    turn.execute("UPDATE people SET topic = ?2 WHERE id = ?1 AND topic IS NOT ?2", params![user, topic])?;
    Ok(())
}

/// The topic of their chat in which this person last did something.
pub(super) fn topic(turn: &Turn<'_>, user: UserId) -> Result<Option<i64>, CoreError> {
    let row: Option<(Option<i64>,)> = turn.optional("SELECT topic FROM people WHERE id = ?1", [user])?;
    Ok(row.and_then(|(topic,)| topic))
}

/// The language that this person is spoken to in: the one that they chose, or that of their client. An IETF tag.
pub(super) fn language(turn: &Turn<'_>, user: UserId) -> Result<String, CoreError> {
    let language: Option<(String,)> =
        turn.optional("SELECT coalesce(language_chosen, language) FROM people WHERE id = ?1", [user])?;
    Ok(language.map_or_else(|| LANGUAGE.to_owned(), |(language,)| language))
}

/// The language that this person chose, if they did.
pub(super) fn chosen_language(turn: &Turn<'_>, user: UserId) -> Result<Option<String>, CoreError> {
    let row: Option<(Option<String>,)> = turn.optional("SELECT language_chosen FROM people WHERE id = ?1", [user])?;
    Ok(row.and_then(|(language,)| language))
}

/// This person wants to be spoken to in this language; `None`: in that of their client.
pub(super) fn choose_language(turn: &Turn<'_>, user: UserId, language: Option<&str>) -> Result<(), CoreError> {
    turn.execute("UPDATE people SET language_chosen = ?2 WHERE id = ?1", params![user, language])?;
    Ok(())
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

/// What nobody waits for came back: it is not tried again, and neither is anything like it before they do something.
pub(super) fn has_blocked(turn: &Turn<'_>, user: UserId) -> Result<(), CoreError> {
    turn.execute("UPDATE people SET reachable = 0 WHERE id = ?1 AND reachable", [user])?;
    Ok(())
}

/// The day of a moment, as rows keep it: in days since 1970.
pub(crate) fn day(moment: Timestamp) -> i64 {
    moment.as_millisecond().div_euclid(DAY_MS)
}

/// Whether this person gets what operators send to everybody.
pub(super) fn wants_news(turn: &Turn<'_>, user: UserId) -> Result<bool, CoreError> {
    let row: Option<(bool,)> = turn.optional("SELECT NOT broadcasts_off FROM people WHERE id = ?1", [user])?;
    Ok(row.is_none_or(|(wants,)| wants))
}

/// This person wants to get it, or not.
pub(super) fn choose_news(turn: &Turn<'_>, user: UserId, wants: bool) -> Result<(), CoreError> {
    turn.execute("UPDATE people SET broadcasts_off = NOT ?2 WHERE id = ?1", params![user, wants])?;
    Ok(())
}

/// A message has reached this person. If that is news, what rests for them is due.
pub(super) fn reached(turn: &Turn<'_>, user: UserId) -> Result<(), CoreError> {
    let news = turn.execute("UPDATE people SET reachable = 1 WHERE id = ?1 AND NOT reachable", [user])?;
    if news > 0 { outbox::wake(turn, user) } else { Ok(()) }
}

/// Whether this is what a message of theirs was answered a moment ago, with nothing in between. Else it is remembered.
pub(super) fn is_answered_so(turn: &Turn<'_>, user: UserId, answer: &str) -> Result<bool, CoreError> {
    let mut hasher = DefaultHasher::new();
    answer.hash(&mut hasher);
    let answer = hasher.finish().cast_signed();
    let last: Option<(Option<i64>, i64)> =
        turn.optional("SELECT answer, answered_at FROM people WHERE id = ?1", [user])?;
    let (last, at) = last.unwrap_or_default();
    let unread = (at..at.saturating_add(UNREAD_MS)).contains(&turn.millis());
    if last == Some(answer) && unread {
        return Ok(true);
    }
    turn.execute(
        "UPDATE people SET answer = ?2, answered_at = ?3 WHERE id = ?1",
        params![user, answer, turn.millis()],
    )?;
    Ok(false)
}

/// Something else is said to them.
pub(super) fn forget_answer(turn: &Turn<'_>, user: UserId) -> Result<(), CoreError> {
    turn.execute("UPDATE people SET answer = NULL WHERE id = ?1 AND answer IS NOT NULL", [user])?;
    Ok(())
}
