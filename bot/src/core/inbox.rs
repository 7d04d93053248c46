//! Updates, each exactly once.
//!
//! The update's number is written in the same transaction as what it caused, together with what was answered. A second
//! delivery changes nothing and is answered again in the same words: it comes when a crash fell between the commit and
//! Telegram's hearing of it, so the first answer may never have been sent. Answers are kept for an hour, and the newest few
//! of each person: nobody can fill the disk with what they are answered.

use jiff::SignedDuration;
use rusqlite::params;

use super::effect::Effect;
use super::event::{Event, IncomingUpdate};
use super::ids::UserId;
use super::turn::Turn;
use super::update::Update;
use super::{CoreError, chat, dead_letters};

/// Telegram keeps updates for 24 hours; a number that is older cannot come again.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(48);

/// What was answered is needed for as long as a crash may repeat an update: until the process runs again.
const ANSWER_KEPT_FOR: SignedDuration = SignedDuration::from_hours(1);

/// Answers to one person that are kept. Older ones are not said again.
const ANSWERS_PER_PERSON_MAX: u32 = 10;

/// An answer that takes more is not kept: several times what the longest message with the largest keyboard takes.
const ANSWER_BYTES_MAX: usize = 32 * 1024;

/// The number of an answer that is forgotten may be given to another one.
const ANSWER_AGAIN: &str = "
    SELECT answers.answer FROM updates JOIN answers ON answers.number = updates.answer
    WHERE updates.id = ?1 AND answers.update_id = updates.id";

/// Rows of each kind that are forgotten in one turn, at most: some milliseconds. There is a tick every ten seconds at least,
/// so that keeps up with 200 updates a second.
const FORGOTTEN_MAX: u32 = 2_000;

/// Handles an update, unless it was handled before.
pub(super) fn receive(turn: &mut Turn<'_>, incoming: &IncomingUpdate) -> Result<(), CoreError> {
    let Update { update_id, .. } = incoming.update;
    if turn.exists("SELECT 1 FROM updates WHERE id = ?1", [update_id])? {
        let answer: Option<(String,)> = turn.optional(ANSWER_AGAIN, [update_id])?;
        if let Some((answer,)) = answer {
            turn.effects = serde_json::from_str(&answer)?;
        }
        return Ok(());
    }
    if let Some(reason) = &incoming.unreadable {
        return dead_letters::keep_event(turn, &Event::Update(Box::new(incoming.clone())), reason);
    }
    chat::update(turn, &incoming.update)?;
    let answer = keep_answer(turn, update_id, incoming.update.talker())?;
    turn.execute(
        "INSERT INTO updates (id, at, answer) VALUES (?1, ?2, ?3)",
        params![update_id, turn.millis(), answer],
    )?;
    Ok(())
}

/// Keeps what was said, unless it was nothing. Attempts come again by their due time; only what is said once must be
/// remembered with the update. The number of what is kept.
fn keep_answer(turn: &Turn<'_>, update_id: i64, talker: Option<UserId>) -> Result<Option<i64>, CoreError> {
    let is_answer = |effect: &&Effect| !matches!(effect, Effect::Attempt(_));
    let answer: Vec<&Effect> = turn.effects.iter().filter(is_answer).collect();
    let text = serde_json::to_string(&answer)?;
    if answer.is_empty() || text.len() > ANSWER_BYTES_MAX {
        return Ok(None);
    }
    let (number,) = turn.one(
        "INSERT INTO answers (update_id, at, user, answer) VALUES (?1, ?2, ?3, ?4) RETURNING number",
        params![update_id, turn.millis(), talker, text],
    )?;
    turn.execute(
        "DELETE FROM answers WHERE user = ?1 AND number NOT IN (
             SELECT number FROM answers WHERE user = ?1 ORDER BY number DESC LIMIT ?2)",
        params![talker, ANSWERS_PER_PERSON_MAX],
    )?;
    Ok(Some(number))
}

/// Forgets answers that nobody waits for any more, and the numbers of updates that cannot come again. After a long
/// stand-still there may be very many: only so many go in one turn, and the others in those that follow.
pub(super) fn forget_old(turn: &Turn<'_>) -> Result<(), CoreError> {
    forget_first(turn, "answers", "number", ANSWER_KEPT_FOR)?;
    // After a week without updates Telegram may begin at a lower number: then the old ones wait until those before them are
    // as old.
    forget_first(turn, "updates", "id", REMEMBERED)
}

/// Forgets what is older than that. Numbers grow with time and the first is the oldest: so nothing has to be written to an
/// index of times for each row.
fn forget_first(turn: &Turn<'_>, table: &str, number: &str, kept_for: SignedDuration) -> Result<(), CoreError> {
    let kept_since = turn.millis_in(-kept_for);
    let is_old = format!("SELECT 1 FROM (SELECT at FROM {table} ORDER BY {number} LIMIT 1) WHERE at < ?1");
    if turn.exists(&is_old, [kept_since])? {
        let first = format!("SELECT {number} FROM {table} ORDER BY {number} LIMIT ?2");
        turn.execute(
            &format!("DELETE FROM {table} WHERE {number} IN ({first}) AND at < ?1"),
            params![kept_since, FORGOTTEN_MAX],
        )?;
    }
    Ok(())
}
