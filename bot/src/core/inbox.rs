//! Updates, each exactly once.
//!
//! The update's number is written in the same transaction as what it caused, together with what was answered. A second
//! delivery changes nothing and is answered again in the same words: it comes when a crash fell between the commit and
//! Telegram's hearing of it, so the first answer may never have been sent.

use jiff::SignedDuration;
use rusqlite::{OptionalExtension as _, params};

use super::chat::texts::Texts;
use super::event::{Effect, Event, IncomingUpdate};
use super::ids::UserId;
use super::update::Update;
use super::{CoreError, Turn, chat, notices};

/// Telegram keeps updates for 24 hours; a number that is older cannot come again.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(48);

/// Handles an update, unless it was handled before.
pub(super) fn receive(turn: &mut Turn<'_, '_>, incoming: &IncomingUpdate) -> Result<(), CoreError> {
    let Update { update_id, .. } = incoming.update;
    if let Some(answer) = answer_given(turn, update_id)? {
        turn.effects.extend(answer);
        return Ok(());
    }
    if let Some(reason) = &incoming.unreadable {
        return put_aside(turn, &Event::Update(Box::new(incoming.clone())), reason);
    }
    chat::update(turn, &incoming.update)?;
    let answer: Vec<&Effect> = turn.effects.iter().filter(|effect| is_answer(effect)).collect();
    turn.tx.prepare_cached("INSERT INTO updates (id, at, answer, user) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
        update_id,
        turn.millis(),
        serde_json::to_string(&answer)?,
        incoming.update.talker(),
    ])?;
    Ok(())
}

/// Puts an event aside: an update's number is taken, its text kept for the operators, who are told.
pub(super) fn put_aside(turn: &Turn<'_, '_>, event: &Event, reason: &str) -> Result<(), CoreError> {
    // Time passes again in a moment; a row and a message for each try would only bury the others.
    if matches!(event, Event::Tick) {
        return Ok(());
    }
    let mut user = None;
    let text = match event {
        Event::Update(incoming) => {
            turn.tx.execute(
                "INSERT OR IGNORE INTO updates (id, at, answer) VALUES (?1, ?2, '[]')",
                params![incoming.update.update_id, turn.millis()],
            )?;
            user = incoming.update.talker().or_else(|| talker_of(&incoming.raw));
            incoming.raw.clone()
        }
        other @ (Event::Started
        | Event::Tick
        | Event::Worker(_)
        | Event::ImageChecked(_)
        | Event::Delivery(_)
        | Event::Told(_)
        | Event::Refund(_)
        | Event::StarPage(_)
        | Event::StarsRead(_)
        | Event::Audited(_)
        | Event::WebhookSet(_)) => format!("{other:?}"),
    };
    turn.tx.execute(
        "INSERT INTO put_aside (at, event, reason, user) VALUES (?1, ?2, ?3, ?4)",
        params![turn.millis(), text, reason, user],
    )?;
    // The number alone may come again once its row is deleted.
    let name = format!("put_aside:{}:{}", turn.tx.last_insert_rowid(), turn.millis());
    notices::post_to_admins(turn, &name, &Texts::for_operators().put_aside(reason))
}

/// Forgets the numbers of updates that cannot come again.
pub(super) fn forget_old(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    turn.tx.prepare_cached("DELETE FROM updates WHERE at < ?1")?.execute([turn.millis_in(-REMEMBERED)])?;
    Ok(())
}

/// Who sent an update that we cannot read, if that much can be read of it: every kind names them in the same place.
fn talker_of(raw: &str) -> Option<UserId> {
    let update: serde_json::Value = serde_json::from_str(raw).ok()?;
    let talker = |part: &serde_json::Value| part.pointer("/from/id")?.as_i64();
    update.as_object()?.values().find_map(talker).map(UserId)
}

fn answer_given(turn: &Turn<'_, '_>, update_id: i64) -> Result<Option<Vec<Effect>>, CoreError> {
    let json: Option<String> = turn
        .tx
        .prepare_cached("SELECT answer FROM updates WHERE id = ?1")?
        .query_row([update_id], |row| row.get(0))
        .optional()?;
    Ok(json.map(|json| serde_json::from_str(&json)).transpose()?)
}

/// Durable effects come again by their due time; only the others must be remembered with the update.
const fn is_answer(effect: &Effect) -> bool {
    match effect {
        Effect::Reply(_) | Effect::CheckImage(_) | Effect::ReadStars { .. } => true,
        Effect::Tell(_) | Effect::Publish(_) | Effect::Deliver(_) | Effect::Refund(_) => false,
    }
}
