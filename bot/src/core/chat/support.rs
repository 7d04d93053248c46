//! `/paysupport`, which Telegram's terms demand: the purchases, and a request in the person's own words.

use super::answers::with_reminder;
use super::texts::args;
use super::{Person, purchases};
use crate::core::CoreError;
use crate::core::effect::Keyboard;
use crate::core::forms::{self, Form};
use crate::core::support_requests::{self, ReceiveRequest};
use crate::core::turn::Turn;
use crate::core::update::Message;

/// `/paysupport`: the next text is the request.
pub(super) fn begin(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    let draft = forms::open_video(turn, person.id)?.map(Box::new);
    forms::keep(turn, person.id, &Form::Support { draft })?;
    let (purchases, keyboard) = purchases::list(turn, person)?;
    let parts = [person.texts.say("support"), purchases, person.texts.say("support-write")];
    let html = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    person.send(turn, html, keyboard);
    Ok(())
}

/// The request itself.
pub(super) fn request(turn: &mut Turn<'_>, person: &Person, message: &Message) -> Result<(), CoreError> {
    let words = message.text.as_deref().or(message.caption.as_deref()).map_or("", str::trim);
    if words.is_empty() {
        person.send(turn, person.texts.say("support-needs-words"), Keyboard::default());
        return Ok(());
    }
    let received = support_requests::receive(turn, person.id, words)?;
    forms::leave_support(turn, person.id)?;
    let html = match received {
        ReceiveRequest::Received(number) => person.texts.say_with("support-received", args! { number }),
        ReceiveRequest::TooMany => person.texts.say("support-too-many"),
    };
    let html = with_reminder(turn, person, html)?;
    person.send(turn, html, Keyboard::default());
    Ok(())
}

/// `/cancel` instead of a request. Says whether there was anything to cancel.
pub(super) fn cancel(turn: &mut Turn<'_>, person: &Person) -> Result<bool, CoreError> {
    if !forms::leave_support(turn, person.id)? {
        return Ok(false);
    }
    let html = with_reminder(turn, person, person.texts.say("support-cancelled"))?;
    person.send(turn, html, Keyboard::default());
    Ok(true)
}
