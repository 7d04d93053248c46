//! `/paysupport`, which Telegram's terms demand: a request is stored and shown to the operators.

use rusqlite::params;

use super::Person;
use super::texts::Texts;
use crate::core::event::Keyboard;
use crate::core::forms::{self, Form};
use crate::core::update::Message;
use crate::core::{CoreError, Turn, notices};

/// `/paysupport`: the next text is the request.
pub(super) fn begin(turn: &mut Turn<'_, '_>, person: &Person) -> Result<(), CoreError> {
    forms::keep(turn, person.id, &Form::Support)?;
    person.send(turn, person.texts.support(), Keyboard::default());
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
    forms::drop(turn, person.id)?;
    let html = Texts::for_operators().support_request(number, person.id, words);
    notices::post_to_admins(turn, &format!("support:{number}"), &html)?;
    person.send(turn, person.texts.support_received(number), Keyboard::default());
    Ok(())
}
