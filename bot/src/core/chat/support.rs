//! `/paysupport`, which Telegram's terms demand: a request is stored and shown to the operators.

use jiff::SignedDuration;
use rusqlite::params;

use super::start::with_reminder;
use super::texts::Texts;
use super::{Person, purchases};
use crate::core::event::Keyboard;
use crate::core::forms::{self, Form};
use crate::core::ids::UserId;
use crate::core::update::Message;
use crate::core::{CoreError, Turn, notices};

/// Requests older than this are not shown to operators who were named later.
const SHOWN_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// `/paysupport`: the next text is the request.
pub(super) fn begin(turn: &mut Turn<'_, '_>, person: &Person) -> Result<(), CoreError> {
    let draft = forms::open_video(turn, person.id)?.map(Box::new);
    forms::keep(turn, person.id, &Form::Support { draft })?;
    let (purchases, keyboard) = purchases::list(turn, person)?;
    let parts = [person.texts.support(), purchases, person.texts.support_write()];
    let html = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    person.send(turn, html, keyboard);
    Ok(())
}

/// The request itself.
pub(super) fn request(turn: &mut Turn<'_, '_>, person: &Person, message: &Message) -> Result<(), CoreError> {
    let words = message.text.as_deref().or(message.caption.as_deref()).map_or("", str::trim);
    if words.is_empty() {
        person.send(turn, person.texts.support_needs_words(), Keyboard::default());
        return Ok(());
    }
    turn.tx
        .prepare_cached("INSERT INTO support_requests (user, request, at) VALUES (?1, ?2, ?3)")?
        .execute(params![person.id, words, turn.millis()])?;
    let number = turn.tx.last_insert_rowid();
    tracing::info!(user.id = person.id.0, request = number, "a payment request was received");
    leave(turn, person)?;
    show(turn, number, person.id, words)?;
    let html = with_reminder(turn, person, person.texts.support_received(number))?;
    person.send(turn, html, Keyboard::default());
    Ok(())
}

/// `/cancel` instead of a request. Says whether there was anything to cancel.
pub(super) fn cancel(turn: &mut Turn<'_, '_>, person: &Person) -> Result<bool, CoreError> {
    if !leave(turn, person)? {
        return Ok(false);
    }
    let html = with_reminder(turn, person, person.texts.support_cancelled())?;
    person.send(turn, html, Keyboard::default());
    Ok(true)
}

/// The next text is no request any more; the order that was interrupted is there again. Says whether one was awaited.
pub(super) fn leave(turn: &Turn<'_, '_>, person: &Person) -> Result<bool, CoreError> {
    match forms::open(turn, person.id)? {
        Some(Form::Support { draft: Some(draft) }) => forms::keep(turn, person.id, &Form::Video(*draft))?,
        Some(Form::Support { draft: None }) => forms::drop(turn, person.id).map(drop)?,
        Some(Form::Video(_)) | None => return Ok(false),
    }
    Ok(true)
}

/// At a start: operators who were named since then are shown what was asked before. Nobody is shown anything twice.
pub(in crate::core) fn show_to_new_operators(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    if turn.rules().admins.is_empty() {
        return Ok(());
    }
    purchases::show_to_new_operators(turn)?;
    let requests: Vec<(i64, UserId, String)> = turn
        .tx
        .prepare_cached("SELECT id, user, request FROM support_requests WHERE at > ?1 AND request <> '' ORDER BY id")?
        .query_map([turn.millis_in(-SHOWN_FOR)], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    requests.iter().try_for_each(|(number, user, words)| show(turn, *number, *user, words))
}

fn show(turn: &Turn<'_, '_>, number: i64, user: UserId, words: &str) -> Result<(), CoreError> {
    let html = Texts::for_operators().support_request(number, user, words);
    notices::post_to_admins(turn, &format!("support:{number}"), &html)
}
