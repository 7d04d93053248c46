//! What operators are answered, to a command as to a button.

use crate::core::chat::Person;
use crate::core::chat::texts::{Texts, args, cut, escape, name};
use crate::core::ids::{Credits, UserId};
use crate::core::models::Switch;
use crate::core::operators::MoveCredits;
use crate::core::role::Role;
use crate::core::turn::Turn;

/// Credits that one command may move. More is a slip of the finger.
const CREDITS_MAX: i64 = 100_000;

/// What is said over the chat to somebody who may not press a button that needs this role. `None` for whoever may.
pub(in crate::core::chat) fn refused(turn: &Turn<'_>, person: &Person, needs: Role) -> Option<String> {
    match turn.policy().role(person.id) {
        Some(role) if role.may(needs) => None,
        Some(_) => Some(not_allowed(&person.texts, needs)),
        None => Some(person.texts.say("old-button")),
    }
}

pub(super) fn not_allowed(texts: &Texts, needs: Role) -> String {
    texts.say_with("operators-not-allowed", args! { needs: needs.as_str() })
}

/// "5 sorry for the wait": how many credits, at least one, and why.
pub(in crate::core::chat) fn amount_and_reason(words: &str) -> Option<(Credits, String)> {
    let (credits, why) = words.trim().split_once(char::is_whitespace)?;
    let credits = credits.parse().ok().filter(|credits| *credits >= 1)?;
    let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
    (!why.is_empty()).then_some((Credits(credits), why))
}

/// What is said to somebody who wants to move more credits at once than one may.
pub(in crate::core::chat) fn too_many(texts: &Texts, credits: Credits) -> Option<String> {
    let most = texts.credits(Credits(CREDITS_MAX));
    (credits.0 > CREDITS_MAX).then(|| texts.say_with("operators-too-many-credits", args! { most }))
}

/// What came of moving credits.
pub(in crate::core::chat) fn moved(texts: &Texts, user: UserId, moved: MoveCredits) -> String {
    let of_person = |key, available| texts.say_with(key, args! { user: name(user), balance: texts.credits(available) });
    match moved {
        MoveCredits::Moved { available } => of_person("operators-credits-moved", available),
        MoveCredits::UnknownPerson => person_unknown(texts, user),
        MoveCredits::NotEnough { available } => of_person("operators-has-less", available),
    }
}

/// What came of switching this model to on or off.
pub(in crate::core::chat) fn switched(texts: &Texts, (id, to): (&str, &'static str), switch: Switch) -> String {
    let outcome = match switch {
        Switch::Done => "done",
        Switch::Already => "already",
        Switch::Unknown => "unknown",
        Switch::Last => "last",
        Switch::OffBySetting => "off-by-setting",
    };
    texts.say_with("operators-model-switched", args! { id: escape(&cut(id, 100)), to, outcome })
}

pub(super) fn person_unknown(texts: &Texts, user: UserId) -> String {
    texts.say_with("operators-person-unknown", args! { user: name(user) })
}
