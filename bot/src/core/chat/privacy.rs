//! `/privacy`: what is kept, where it goes, and a way to have it deleted.

use super::start::with_reminder;
use super::{Person, keyboards};
use crate::core::event::Keyboard;
use crate::core::ids::MessageId;
use crate::core::privacy::{self, Forget};
use crate::core::{CoreError, Turn};

/// `/privacy`
pub(super) fn show(turn: &mut Turn<'_, '_>, person: &Person) -> Result<(), CoreError> {
    let rules = turn.rules();
    let html = person.texts.privacy(rules.orders_kept_for, rules.requests_kept_for);
    let html = with_reminder(turn, person, html)?;
    person.send(turn, html, keyboards::privacy(&person.texts));
    Ok(())
}

/// The button below it: asks once more.
pub(super) fn ask(turn: &mut Turn<'_, '_>, person: &Person, message: Option<MessageId>) {
    person.show(turn, message, person.texts.forget_sure(), keyboards::forget(&person.texts));
}

/// They have thought better of it.
pub(super) fn keep(turn: &mut Turn<'_, '_>, person: &Person, message: Option<MessageId>) {
    person.show(turn, message, person.texts.forget_kept(), Keyboard::default());
}

/// They are sure.
pub(super) fn forget(turn: &mut Turn<'_, '_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    let html = match privacy::forget(turn, person.id)? {
        Forget::Done => person.texts.forgotten(),
        Forget::WhenEnded(under_way) => person.texts.forgotten_when_ended(under_way),
    };
    person.show(turn, message, html, Keyboard::default());
    Ok(())
}
