//! Maintenance: `/maintenance`, and what people read instead of an order or an invoice while it is on.

use super::Person;
use super::texts::{Texts, args, escape};
use crate::core::ids::UserId;
use crate::core::shop::{self, Decide, Item};
use crate::core::turn::Turn;
use crate::core::{CoreError, operators};

/// What somebody is answered who can neither order nor buy at present. Not in HTML.
pub(super) fn closed(turn: &Turn<'_>, user: UserId, texts: &Texts) -> Option<String> {
    let words = turn.policy().decided.maintenance.as_ref().filter(|_| shop::is_closed_to(turn, user))?;
    Some(in_maintenance(texts, words))
}

/// `/maintenance`: how it is; or `on` with words, or `off`. `None` if it was not understood.
pub(super) fn command(turn: &mut Turn<'_>, person: &Person, text: &str) -> Result<Option<String>, CoreError> {
    let mut parts = text.splitn(3, char::is_whitespace).skip(1);
    let (which, words) = (parts.next().unwrap_or_default().trim(), parts.next().unwrap_or_default().trim());
    let value = match (which, words) {
        ("on", words) => Some(words),
        ("off", "") => None,
        ("", "") => return shown(turn, person).map(Some),
        _ => return Ok(None),
    };
    switch(turn, person, value).map(Some)
}

/// Switches it on with these words, or off. What is said of it.
pub(super) fn switch(turn: &mut Turn<'_>, person: &Person, words: Option<&str>) -> Result<String, CoreError> {
    let texts = &person.texts;
    let state = if words.is_some() { "on" } else { "off" };
    Ok(match operators::change_shop(turn, person.id, &Item::Maintenance, words)? {
        Decide::Decided { .. } if words.is_some() => shown(turn, person)?,
        Decide::Decided { .. } => texts.say("operators-maintenance-over"),
        Decide::Already => texts.say_with("operators-maintenance-already", args! { state }),
        Decide::Wrong(wrong) => texts.say_with(
            "operators-maintenance-wrong",
            args! { problem: escape(&format!("{} {}", wrong.setting, wrong.problem)) },
        ),
    })
}

/// Whether it is on, and what people read.
pub(super) fn shown(turn: &Turn<'_>, person: &Person) -> Result<String, CoreError> {
    let policy = shop::in_force(turn)?;
    let (state, words) = match &policy.decided.maintenance {
        Some(words) => ("on", in_maintenance(&person.texts, words)),
        None => ("off", person.texts.say("maintenance")),
    };
    Ok(person.texts.say_with("operators-maintenance", args! { state, words: escape(&words) }))
}

fn in_maintenance(texts: &Texts, words: &str) -> String {
    if words.is_empty() { texts.say("maintenance") } else { words.to_owned() }
}
