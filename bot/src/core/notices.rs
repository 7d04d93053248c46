//! Messages that must arrive: receipts, bad news, requests for the operators.
//!
//! A notice is a row until Telegram has taken the message. Its name says what it is about, so the same thing is not
//! said twice, and once it is said the row remains, without its text, as the memory of that.

use jiff::SignedDuration;
use rusqlite::{OptionalExtension as _, params};

use super::event::{Effect, Keyboard, Reply, Tell, TellOutcome, TellTicket};
use super::ids::UserId;
use super::{CoreError, Turn, from_millis, people};

/// A notice must be on its way within this time, or it is handed out again.
const BEGIN_WITHIN: SignedDuration = SignedDuration::from_secs(60);

/// Time until it is handed out again if nobody reports. Longer than a call can take.
const LEASE: SignedDuration = SignedDuration::from_secs(90);

/// Notices under way at the same time: no more than can be sent within [`BEGIN_WITHIN`].
const UNDER_WAY_MAX: i64 = 500;

/// What to say, to whom.
pub(super) struct Notice<'a> {
    /// What it is about, such as `receipt:<charge>`.
    pub(super) name: &'a str,
    /// Whom it is for.
    pub(super) user: UserId,
    /// Text in Telegram's HTML.
    pub(super) html: String,
    /// The buttons under it.
    pub(super) keyboard: Keyboard,
}

/// Has a message sent for sure, unless that was asked for before.
pub(super) fn post(turn: &Turn<'_, '_>, notice: Notice<'_>) -> Result<(), CoreError> {
    let reply = Reply::Send { chat: notice.user.0, html: notice.html, keyboard: notice.keyboard };
    turn.tx
        .prepare_cached("INSERT OR IGNORE INTO notices (name, user, reply, due, at) VALUES (?1, ?2, ?3, ?4, ?4)")?
        .execute(params![notice.name, notice.user, serde_json::to_string(&reply)?, turn.millis()])?;
    Ok(())
}

/// Has a message sent to every operator. `name` gets the operator's number as its end.
pub(super) fn post_to_admins(turn: &Turn<'_, '_>, name: &str, html: &str) -> Result<(), CoreError> {
    ask_admins(turn, name, html, &Keyboard::default())
}

/// The same, with buttons.
pub(super) fn ask_admins(turn: &Turn<'_, '_>, name: &str, html: &str, keyboard: &Keyboard) -> Result<(), CoreError> {
    for admin in &turn.rules().admins {
        let name = &format!("{name}:{admin}");
        post(turn, Notice { name, user: *admin, html: html.to_owned(), keyboard: keyboard.clone() })?;
    }
    Ok(())
}

/// Whatever waits for this person is due: they can be reached again.
pub(super) fn due_for(turn: &Turn<'_, '_>, user: UserId) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached("UPDATE notices SET due = ?2 WHERE user = ?1 AND reply IS NOT NULL AND leased_until IS NULL")?
        .execute(params![user, turn.millis()])?;
    Ok(())
}

/// Hands out the notices that are due.
pub(super) fn hand_out(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    let due: Vec<(String, String)> = turn
        .tx
        .prepare_cached(
            "SELECT name, reply FROM notices WHERE due <= ?1 ORDER BY due
             LIMIT max(0, ?2 - (SELECT count(*) FROM notices WHERE leased_until > ?1))",
        )?
        .query_map(params![turn.millis(), UNDER_WAY_MAX], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (name, reply) in due {
        turn.tx
            .prepare_cached("UPDATE notices SET due = ?2, leased_until = ?2, attempts = attempts + 1 WHERE name = ?1")?
            .execute(params![name, turn.millis_in(LEASE)])?;
        let until = from_millis(turn.millis_in(BEGIN_WITHIN));
        let Ok(reply) = serde_json::from_str(&reply) else {
            tracing::error!(notice = name, "a notice cannot be read and is left alone");
            set_due(turn, &name, None)?;
            continue;
        };
        turn.effects.push(Effect::Tell(Tell { ticket: TellTicket::Notice(name), reply, until }));
    }
    Ok(())
}

/// A try to send the notice ended.
pub(super) fn reported(turn: &Turn<'_, '_>, name: &str, outcome: &TellOutcome) -> Result<(), CoreError> {
    let row: Option<(UserId, i64)> = turn
        .tx
        .prepare_cached("SELECT user, attempts FROM notices WHERE name = ?1 AND reply IS NOT NULL")?
        .query_row([name], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((user, attempts)) = row else { return Ok(()) };
    match outcome {
        TellOutcome::Told(_) => {
            finish(turn, name)?;
            people::reached(turn, user)
        }
        TellOutcome::MessageGone => finish(turn, name),
        TellOutcome::Refused(reason) => {
            tracing::error!(notice = name, reason, "Telegram refuses a notice for good; the person will not see it");
            finish(turn, name)
        }
        TellOutcome::Unreachable => set_due(turn, name, people::lose(turn, user)?.next_try(turn)),
        TellOutcome::TryAgain(not_before) => {
            let due = super::jobs::telling::next_try(turn, attempts, *not_before);
            set_due(turn, name, Some(due))
        }
    }
}

/// At a start: whatever an earlier process had under way is due.
pub(super) fn take_up_again(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached("UPDATE notices SET due = ?1, leased_until = NULL WHERE due > ?1")?
        .execute([turn.millis()])?;
    Ok(())
}

fn finish(turn: &Turn<'_, '_>, name: &str) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached("UPDATE notices SET reply = NULL, due = NULL, leased_until = NULL WHERE name = ?1")?
        .execute([name])?;
    Ok(())
}

/// If nothing is under way any more, an earlier report has decided already: one that comes after it, of a try that took
/// longer than its lease, must not take back that there will be another.
fn set_due(turn: &Turn<'_, '_>, name: &str, due: Option<i64>) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached(
            "UPDATE notices SET due = ?2, leased_until = NULL WHERE name = ?1 AND leased_until IS NOT NULL",
        )?
        .execute(params![name, due])?;
    Ok(())
}
