//! `/admin`: the operators' menu. It is one message, which becomes whatever is opened; what an operator has to write is
//! asked for in a message of its own, and can be cancelled.

use super::callback_data::{AdminAction, CallbackData};
use super::operators::{answers, promo};
use super::texts::{FluentValue, Texts, args, cut, escape};
use super::{Person, Said, broadcasts, keyboards, shop, stats};
use crate::core::CoreError;
use crate::core::effect::{Button, Keyboard};
use crate::core::forms::{self, Asked, Awaited, Form, PARTS_WITHIN_SECONDS};
use crate::core::ids::MessageId;
use crate::core::role::Role;
use crate::core::turn::Turn;
use crate::core::update::Message;

mod figures;
mod models;
mod orders;
mod people;

/// For so long what an operator was asked for is awaited, in seconds.
const AWAITED_SECONDS: i64 = 15 * 60;

/// Longest text that an operator may write, in UTF-16 units. A longer one may be the part of one that a client has cut.
const WORDS_UNITS_MAX: usize = 2000;

/// Shows an entry of the menu, in place of the message if there is one.
type Show = fn(&mut Turn<'_>, &Person, Option<MessageId>) -> Result<(), CoreError>;

/// An entry of the menu. The text `button-admin-<name>` is its label.
struct Entry {
    name: &'static str,
    /// Whoever may do less does not see it.
    needs: Role,
    show: Show,
}

/// The menu, in its order. Another entry is another line.
const MENU: [Entry; 9] = [
    Entry { name: "people", needs: Role::Viewer, show: people::ask },
    Entry { name: "stuck", needs: Role::Viewer, show: orders::stuck },
    Entry { name: "failed", needs: Role::Viewer, show: orders::failed },
    Entry { name: "models", needs: Role::Viewer, show: models::show },
    Entry { name: "now", needs: Role::Viewer, show: figures::show },
    Entry {
        name: "stats",
        needs: Role::Viewer,
        show: |turn, person, _| stats::show(turn, person, None, stats::DAYS_FIRST),
    },
    Entry { name: "shop", needs: Role::Owner, show: shop::show },
    Entry { name: "promos", needs: Role::Owner, show: |turn, person, _| promo::show(turn, person) },
    Entry { name: "broadcast", needs: Role::Owner, show: |turn, person, _| broadcasts::begin(turn, person) },
];

/// `/admin`, perhaps with whom they want to see.
pub(super) fn begin(turn: &mut Turn<'_>, person: &Person, words: &[&str]) -> Result<(), CoreError> {
    match words.first() {
        Some(word) => people::found(turn, person, word),
        None => menu(turn, person, None),
    }
}

/// A button of the menu, or below it. Says what is shown over the chat.
pub(super) fn pressed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    action: AdminAction,
) -> Result<Option<String>, CoreError> {
    // Whoever goes on with something else does not write what they were asked for any more.
    let was_asked = forms::leave(turn, person.id, &[Awaited::Operator])?.is_some();
    match action {
        AdminAction::Menu => menu(turn, person, message).map(|()| None),
        AdminAction::Open(name) => {
            let Some(entry) = MENU.iter().find(|entry| entry.name == name) else {
                return Ok(Some(person.texts.say("old-button")));
            };
            if let Some(refused) = answers::refused(turn, person, entry.needs) {
                return Ok(Some(refused));
            }
            (entry.show)(turn, person, message).map(|()| None)
        }
        AdminAction::Person(user) => people::show(turn, person, message, user),
        AdminAction::Ledger { user, page } => people::ledger(turn, person, message, (user, page)),
        AdminAction::About { deed, user } => people::deed(turn, person, message, (deed, user)),
        AdminAction::Orders { list, page } => orders::show(turn, person, message, (list, page)).map(|()| None),
        AdminAction::Order { deed, list, page, job } => {
            let outcome = orders::deed(turn, person, deed, job)?;
            orders::show(turn, person, message, (list, page))?;
            Ok(Some(outcome))
        }
        AdminAction::Switch { on, model } => models::switch(turn, person, message, (on, &model)),
        AdminAction::Cancel if was_asked => {
            person.show(turn, message, person.texts.say("admin-cancelled"), back_to_menu(&person.texts));
            Ok(None)
        }
        AdminAction::Cancel => Ok(Some(person.texts.say("old-button"))),
    }
}

/// `/cancel` instead of what was asked for. Says whether there was anything to cancel.
pub(super) fn cancel(turn: &mut Turn<'_>, person: &Person) -> Result<bool, CoreError> {
    let was_asked = forms::leave(turn, person.id, &[Awaited::Operator])?.is_some();
    if was_asked {
        person.send(turn, person.texts.say("admin-cancelled"), back_to_menu(&person.texts));
    }
    Ok(was_asked)
}

/// Whether a message is forwarded by an operator who is asked whom they want to see. Its words are somebody else's, and no
/// command.
pub(super) fn shows_somebody(turn: &Turn<'_>, person: &Person, message: &Message) -> Result<bool, CoreError> {
    if message.forward_origin.is_none() {
        return Ok(false);
    }
    Ok(
        matches!(forms::open(turn, person.id)?, Some(Form::Asked { what: Asked::Person, until, .. }) if message.date <= until),
    )
}

/// The answer to what an operator was asked for. Says whether this is one: it may come too late, or from somebody whose role
/// has changed.
pub(super) fn answered(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<bool, CoreError> {
    let Some(Form::Asked { what, until, rest_until, draft }) = forms::open(turn, person.id)? else { return Ok(false) };
    let date = said.message.date;
    if date <= rest_until {
        return Ok(true);
    }
    let may = turn.policy().role(person.id).is_some_and(|role| role.may(needs(what)));
    if date > until || !may {
        forms::leave(turn, person.id, &[Awaited::Operator])?;
        return Ok(false);
    }
    let words = said.words.trim();
    if words.encode_utf16().count() > WORDS_UNITS_MAX && said.message.forward_origin.is_none() {
        let form = Form::Asked { what, until, rest_until: date + PARTS_WITHIN_SECONDS, draft };
        forms::keep(turn, person.id, &form)?;
        let html = person.texts.say_with("admin-too-long", args! { max: WORDS_UNITS_MAX });
        person.send(turn, html, cancel_button(&person.texts));
        return Ok(true);
    }
    match what {
        Asked::Person => people::answered(turn, person, said)?,
        Asked::Grant(user) | Asked::Debit(user) => people::amount(turn, person, (what, user), words)?,
        Asked::Message(user) => people::words(turn, person, user, words)?,
    }
    Ok(true)
}

/// The role that whoever is asked for this must still have when they answer.
const fn needs(what: Asked) -> Role {
    match what {
        Asked::Person => Role::Viewer,
        Asked::Grant(_) | Asked::Debit(_) => Role::Owner,
        Asked::Message(_) => Role::Support,
    }
}

fn menu(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    let texts = &person.texts;
    let role = turn.policy().role(person.id).unwrap_or(Role::Viewer);
    let able = MENU.iter().filter(|entry| role.may(entry.needs));
    let buttons: Vec<Button> = able
        .map(|entry| {
            let label = texts.say(&format!("button-admin-{}", entry.name));
            button(label, AdminAction::Open(entry.name.to_owned()))
        })
        .collect();
    let rows = buttons.chunks(2).map(<[Button]>::to_vec).collect();
    person.show(turn, message, texts.say_with("admin-menu", args! { role: role.as_str() }), Keyboard(rows));
    Ok(())
}

/// Asks for something that an operator has to write: the next text is the answer. An order in the middle of which they are
/// stays as it is. The message becomes the question, if there is one.
fn ask_for(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    what: Asked,
    html: String,
) -> Result<(), CoreError> {
    let draft = forms::open_video(turn, person.id)?.map(Box::new);
    let until = turn.now().as_second() + AWAITED_SECONDS;
    forms::keep(turn, person.id, &Form::Asked { what, until, rest_until: 0, draft })?;
    person.show(turn, message, html, cancel_button(&person.texts));
    Ok(())
}

fn button(label: String, action: AdminAction) -> Button {
    keyboards::button(label, &CallbackData::Admin(action))
}

fn cancel_button(texts: &Texts) -> Keyboard {
    Keyboard(vec![vec![button(texts.button("cancel"), AdminAction::Cancel)]])
}

fn menu_button(texts: &Texts) -> Button {
    button(texts.button("admin-menu"), AdminAction::Menu)
}

fn back_to_menu(texts: &Texts) -> Keyboard {
    Keyboard(vec![vec![menu_button(texts)]])
}

/// What an operator wrote, as far as it is shown to them again.
fn quoted(word: &str) -> FluentValue<'static> {
    escape(&cut(word, 100))
}
