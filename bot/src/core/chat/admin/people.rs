//! People in the operators' menu: found, shown, blocked, written to, given or taken credits.

use super::{AdminAction, ask_for, button, cancel_button, menu_button, quoted};
use crate::core::CoreError;
use crate::core::chat::callback_data::PersonDeed;
use crate::core::chat::operators::answers;
use crate::core::chat::texts::{args, name};
use crate::core::chat::{Person, Said};
use crate::core::effect::{Button, Keyboard};
use crate::core::forms::{self, Asked, Awaited};
use crate::core::ids::{MessageId, UserId};
use crate::core::operators::people::{self as rules, Block};
use crate::core::operators::{self, MoveCredits};
use crate::core::role::Role;
use crate::core::turn::Turn;

/// Whom do they want to see?
pub(super) fn ask(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    ask_for(turn, person, message, Asked::Person, person.texts.say("admin-ask-person"))
}

/// They have written whom they want to see, or forwarded a message of theirs.
pub(super) fn answered(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<(), CoreError> {
    if let Some(origin) = &said.message.forward_origin {
        return match &origin.sender_user {
            Some(author) => found(turn, person, &author.id.to_string()),
            None => {
                person.send(turn, person.texts.say("admin-account-hidden"), cancel_button(&person.texts));
                Ok(())
            }
        };
    }
    match said.words.split_whitespace().next() {
        Some(word) => found(turn, person, word),
        None => {
            person.send(turn, person.texts.say("admin-ask-person"), cancel_button(&person.texts));
            Ok(())
        }
    }
}

/// Shows whom a word names, in a new message. While nobody is found, they may go on asking.
pub(super) fn found(turn: &mut Turn<'_>, person: &Person, word: &str) -> Result<(), CoreError> {
    let Some(user) = rules::find(turn, word)? else {
        let html = person.texts.say_with("admin-person-not-found", args! { word: quoted(word) });
        return ask_for(turn, person, None, Asked::Person, html);
    };
    forms::leave(turn, person.id, &[Awaited::Operator])?;
    show(turn, person, None, user).map(drop)
}

/// The card of a person. Says what is shown over the chat when there is none.
pub(super) fn show(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    user: UserId,
) -> Result<Option<String>, CoreError> {
    let texts = &person.texts;
    let Some(card) = rules::card(turn, user)? else {
        return Ok(Some(texts.say_with("operators-person-unknown", args! { user: name(user) })));
    };
    let role = turn.policy().role(person.id).unwrap_or(Role::Viewer);
    let about = |deed: PersonDeed| {
        let label = texts.button(&format!("admin-{}", deed.as_str()));
        role.may(deed.needs()).then(|| button(label, AdminAction::About { deed, user }))
    };
    let blocking = if card.blocked_at.is_some() { PersonDeed::Unblock } else { PersonDeed::Block };
    let rows = [[about(blocking), about(PersonDeed::Write)], [about(PersonDeed::Grant), about(PersonDeed::Debit)]];
    let mut rows: Vec<Vec<Button>> = rows.into_iter().map(|row| row.into_iter().flatten().collect()).collect();
    rows.push(vec![button(texts.button("admin-ledger"), AdminAction::Ledger { user, page: 1 })]);
    let another = AdminAction::Open("people".to_owned());
    rows.push(vec![button(texts.button("admin-another"), another), menu_button(texts)]);
    rows.retain(|row| !row.is_empty());
    let html = texts.person_card(&turn.policy().catalog, user, &card);
    person.show(turn, message, html, Keyboard(rows));
    Ok(None)
}

/// A page of a person's ledger.
pub(super) fn ledger(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    (user, page): (UserId, i64),
) -> Result<Option<String>, CoreError> {
    let texts = &person.texts;
    if rules::card(turn, user)?.is_none() {
        return Ok(Some(texts.say_with("operators-person-unknown", args! { user: name(user) })));
    }
    let account = operators::account(turn, user, page)?;
    let (number, pages) = account.page;
    let turn_to = |label: &str, page| button(texts.button(label), AdminAction::Ledger { user, page });
    let newer = (number > 1).then(|| turn_to("newer", number - 1));
    let older = (number < pages).then(|| turn_to("older", number + 1));
    let mut rows: Vec<Vec<Button>> = vec![newer.into_iter().chain(older).collect()];
    rows.push(vec![button(texts.button("back"), AdminAction::Person(user))]);
    rows.retain(|row| !row.is_empty());
    let html = texts.account(user, &account);
    person.show(turn, message, html, Keyboard(rows));
    Ok(None)
}

/// A deed about a person: done at once, or what it needs is asked for. Says what is shown over the chat.
pub(super) fn deed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    (deed, user): (PersonDeed, UserId),
) -> Result<Option<String>, CoreError> {
    let texts = &person.texts;
    let (html, what) = match deed {
        PersonDeed::Block => return blocked(turn, person, message, (user, true)).map(Some),
        PersonDeed::Unblock => return blocked(turn, person, message, (user, false)).map(Some),
        PersonDeed::Grant => (texts.say_with("admin-ask-grant", args! { user: name(user) }), Asked::Grant(user)),
        PersonDeed::Debit => (texts.say_with("admin-ask-debit", args! { user: name(user) }), Asked::Debit(user)),
        PersonDeed::Write => (texts.say_with("admin-ask-message", args! { user: name(user) }), Asked::Message(user)),
    };
    ask_for(turn, person, None, what, html).map(|()| None)
}

/// Blocks or unblocks a person, and shows them as they are then.
fn blocked(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    (user, is_blocked): (UserId, bool),
) -> Result<String, CoreError> {
    let outcome =
        if is_blocked { rules::block(turn, person.id, user)? } else { rules::unblock(turn, person.id, user)? };
    let outcome = match outcome {
        Block::Done => "done",
        Block::Already => "already",
        Block::UnknownPerson => "unknown",
        Block::IsOperator => "operator",
    };
    let to = if is_blocked { "blocked" } else { "unblocked" };
    let said = person.texts.say_with("admin-block-outcome", args! { to, outcome, user: name(user) });
    show(turn, person, message, user)?;
    Ok(said)
}

/// How many credits to give or take, and why.
pub(super) fn amount(
    turn: &mut Turn<'_>,
    person: &Person,
    (what, user): (Asked, UserId),
    words: &str,
) -> Result<(), CoreError> {
    let texts = &person.texts;
    let Some((credits, reason)) = answers::amount_and_reason(words) else {
        person.send(turn, texts.say("admin-amount-unclear"), cancel_button(texts));
        return Ok(());
    };
    if let Some(html) = answers::too_many(texts, credits) {
        person.send(turn, html, cancel_button(texts));
        return Ok(());
    }
    let moved = if matches!(what, Asked::Grant(_)) {
        operators::grant(turn, person.id, user, credits, &reason)?
    } else {
        operators::debit(turn, person.id, user, credits, &reason)?
    };
    let html = answers::moved(texts, user, moved);
    if let MoveCredits::NotEnough { .. } = moved {
        person.send(turn, html, cancel_button(texts));
        return Ok(());
    }
    forms::leave(turn, person.id, &[Awaited::Operator])?;
    person.send(turn, html, to_person(person, user));
    Ok(())
}

/// What to write to a person.
pub(super) fn words(turn: &mut Turn<'_>, person: &Person, user: UserId, words: &str) -> Result<(), CoreError> {
    let texts = &person.texts;
    if words.is_empty() {
        person.send(turn, texts.say("admin-needs-words"), cancel_button(texts));
        return Ok(());
    }
    let key =
        if rules::write_to(turn, person.id, user, words)? { "admin-message-sent" } else { "operators-person-unknown" };
    forms::leave(turn, person.id, &[Awaited::Operator])?;
    person.send(turn, texts.say_with(key, args! { user: name(user) }), to_person(person, user));
    Ok(())
}

fn to_person(person: &Person, user: UserId) -> Keyboard {
    let texts = &person.texts;
    Keyboard(vec![vec![button(texts.button("admin-person"), AdminAction::Person(user)), menu_button(texts)]])
}
