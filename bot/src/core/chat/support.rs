//! `/paysupport`, which Telegram's terms demand: the purchases, and a request in the person's own words.

use super::answers::send_with_reminder;
use super::texts::args;
use super::{Person, Said, keyboards, purchases};
use crate::core::CoreError;
use crate::core::effect::{Effect, Keyboard};
use crate::core::forms::{self, Awaited, Form, PARTS_WITHIN_SECONDS, may_go_on};
use crate::core::ids::MessageId;
use crate::core::role::Role;
use crate::core::support_requests::{self, ReceiveRequest};
use crate::core::turn::Turn;

/// For so long after `/paysupport` a message is a request, in seconds. Later it is whatever it would be otherwise.
const AWAITED_SECONDS: i64 = 60 * 60;

/// `/paysupport`: the words behind it are the request, or else the next text is.
pub(super) fn begin(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<(), CoreError> {
    await_request(turn, person, said.message.date + AWAITED_SECONDS)?;
    if !said.words.is_empty() {
        return request(turn, person, said);
    }
    // Many come because they paid and heard nothing.
    turn.effects.push(Effect::ReadStars { asked_by: None });
    let (purchases, mut keyboard) = purchases::list(turn, person)?;
    keyboard.0.push(keyboards::support(&person.texts));
    let parts = [person.texts.say("support"), purchases, person.texts.say("support-write")];
    let html = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    person.send(turn, html, keyboard);
    Ok(())
}

/// The request itself. The other parts of a text that is too long for one message are requests of their own.
pub(super) fn request(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<(), CoreError> {
    let words = said.words.trim();
    if words.is_empty() {
        person.send(turn, person.texts.say("support-needs-words"), Keyboard(vec![keyboards::support(&person.texts)]));
        return Ok(());
    }
    let received = support_requests::receive(turn, person.id, words)?;
    if may_go_on(words) {
        await_request(turn, person, said.message.date + PARTS_WITHIN_SECONDS)?;
    } else {
        forms::leave(turn, person.id, &Awaited::OF_PEOPLE)?;
    }
    let yes_or_no = |is: bool| if is { "yes" } else { "no" };
    let html = match received {
        ReceiveRequest::Received(number) => {
            let seen = yes_or_no(!turn.policy().who_may(Role::Support).is_empty());
            let photo = yes_or_no(said.message.text.is_none());
            person.texts.say_with("support-received", args! { number, seen, photo })
        }
        ReceiveRequest::TooMany => person.texts.say("support-too-many"),
    };
    send_with_reminder(turn, person, html, Keyboard::default())
}

/// `/cancel` instead of a request, or of a promo code. Says whether there was anything to cancel.
pub(super) fn cancel(turn: &mut Turn<'_>, person: &Person) -> Result<bool, CoreError> {
    let Some(awaited) = forms::leave(turn, person.id, &Awaited::OF_PEOPLE)? else { return Ok(false) };
    send_with_reminder(turn, person, cancelled(person, awaited), Keyboard::default())?;
    Ok(true)
}

/// The button instead of a request, or of a promo code.
pub(super) fn cancel_by_button(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
) -> Result<Option<String>, CoreError> {
    let Some(awaited) = forms::leave(turn, person.id, &Awaited::OF_PEOPLE)? else {
        return Ok(Some(person.texts.say("old-button")));
    };
    person.show(turn, message, cancelled(person, awaited), Keyboard::default());
    Ok(None)
}

fn cancelled(person: &Person, awaited: Awaited) -> String {
    person.texts.say(if awaited == Awaited::Code { "redeem-cancelled" } else { "support-cancelled" })
}

fn await_request(turn: &Turn<'_>, person: &Person, until: i64) -> Result<(), CoreError> {
    let draft = forms::open_video(turn, person.id)?.map(Box::new);
    forms::keep(turn, person.id, &Form::Support { until, draft })
}
