//! The first word, help, and what must be said by law.

use super::{Person, keyboards, operators};
use crate::core::event::Keyboard;
use crate::core::{CoreError, Turn, forms, ledger};

/// `/start`
pub(super) fn start(turn: &mut Turn<'_, '_>, person: &Person) -> Result<(), CoreError> {
    let available = ledger::available(turn, person.id)?;
    let html = person.texts.welcome(available);
    person.send(turn, html, keyboards::main_actions(&person.texts));
    Ok(())
}

/// `/help`
pub(super) fn help(turn: &mut Turn<'_, '_>, person: &Person) -> Result<(), CoreError> {
    let mut html = with_reminder(turn, person, person.texts.help())?;
    if operators::is_operator(turn, person.id) {
        html = format!("{html}\n\n{}", person.texts.operator_help());
    }
    person.send(turn, html, keyboards::main_actions(&person.texts));
    Ok(())
}

/// `/terms`
pub(super) fn terms(turn: &mut Turn<'_, '_>, person: &Person) -> Result<(), CoreError> {
    let html = with_reminder(turn, person, person.texts.terms())?;
    person.send(turn, html, Keyboard::default());
    Ok(())
}

/// A command that we do not know.
pub(super) fn unknown_command(turn: &mut Turn<'_, '_>, person: &Person) -> Result<(), CoreError> {
    let html = with_reminder(turn, person, person.texts.unknown_command())?;
    person.send(turn, html, Keyboard::default());
    Ok(())
}

/// Adds that an order is still open, for whoever asks something in the middle of it.
pub(super) fn with_reminder(turn: &Turn<'_, '_>, person: &Person, html: String) -> Result<String, CoreError> {
    Ok(match forms::open_video(turn, person.id)? {
        Some(_) => format!("{html}\n\n{}", person.texts.order_still_open()),
        None => html,
    })
}
