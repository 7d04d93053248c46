//! `/settings`: what new orders begin with. `/language`: what is spoken.

use std::collections::BTreeSet;

use shared::catalog::OptionKind;
use shared::job::ModelId;

use super::Person;
use super::callback_data::{CallbackData, SettingsAction, Topic};
use super::keyboards::{self, checked};
use super::texts::{Texts, args, escape, language_name};
use crate::core::effect::{Button, Keyboard};
use crate::core::ids::MessageId;
use crate::core::preferences;
use crate::core::turn::Turn;
use crate::core::{CoreError, people};

/// Buttons of short labels in a row.
const IN_A_ROW: usize = 4;

/// `/settings`
pub(super) fn show(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    let texts = &person.texts;
    let chosen = preferences::of(turn, person.id)?;
    let model = chosen.model.as_ref().and_then(|id| turn.policy().catalog.get(id));
    let as_last = || texts.say("settings-as-last");
    let mut lines = vec![texts.say("settings")];
    let mut rows = Vec::new();
    let mut add = |topic: Topic, value: String| {
        let name = texts.say(&format!("settings-{}", topic.as_str()));
        lines.push(texts.say_with("settings-line", args! { name: name.as_str(), value: escape(&value) }));
        rows.push(keyboards::button(name, &CallbackData::Settings(SettingsAction::Open(topic))));
    };
    add(Topic::Model, model.map_or_else(as_last, |model| model.name.clone()));
    for topic in [Topic::Format, Topic::Length, Topic::Sound] {
        let wish = topic.kind().and_then(|kind| chosen.wishes.get(kind.as_str()));
        add(topic, wish.map_or_else(as_last, |wish| label(texts, topic, wish)));
    }
    if Texts::languages().len() > 1 {
        let language = people::chosen_language(turn, person.id)?;
        add(Topic::Language, language.map_or_else(|| texts.say("settings-as-telegram"), |tag| known_name(&tag)));
    }
    let news = if people::wants_news(turn, person.id)? { "on" } else { "off" };
    let (name, value) = (texts.say("settings-news"), texts.say(&format!("settings-news-{news}")));
    lines.push(texts.say_with("settings-line", args! { name, value }));
    let is_on = news == "on";
    let turn_it = if is_on { texts.button("news-off") } else { texts.button("news-on") };
    rows.push(keyboards::button(turn_it, &CallbackData::Settings(SettingsAction::News(!is_on))));
    let rows = rows.chunks(2).map(<[Button]>::to_vec).collect();
    person.show(turn, message, lines.join("\n"), Keyboard(rows));
    Ok(())
}

/// A button of the settings.
pub(super) fn pressed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    action: &SettingsAction,
) -> Result<(), CoreError> {
    match action {
        SettingsAction::Overview => show(turn, person, message),
        SettingsAction::Open(topic) => open(turn, person, message, *topic, &format!("settings-ask-{}", topic.as_str())),
        SettingsAction::Set { topic: Topic::Language, value } => {
            set(turn, person, Topic::Language, value)?;
            // In the language that was just chosen.
            open(turn, &Person::of(turn, person.id)?, message, Topic::Language, "language-set")
        }
        SettingsAction::Set { topic, value } => {
            set(turn, person, *topic, value)?;
            show(turn, person, message)
        }
        SettingsAction::News(wanted) => {
            people::choose_news(turn, person.id, *wanted)?;
            show(turn, person, message)
        }
    }
}

/// The button under a broadcast. What is said over the chat: the message stays as it is.
pub(super) fn news(turn: &Turn<'_>, person: &Person, wanted: bool) -> Result<String, CoreError> {
    people::choose_news(turn, person.id, wanted)?;
    Ok(person.texts.say(if wanted { "news-are-on" } else { "news-are-off" }))
}

/// `/language`
pub(super) fn languages(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    open(turn, person, None, Topic::Language, "settings-ask-language")
}

fn set(turn: &Turn<'_>, person: &Person, topic: Topic, value: &str) -> Result<(), CoreError> {
    let value = Some(value).filter(|value| *value != SettingsAction::AS_BEFORE);
    let mut chosen = preferences::of(turn, person.id)?;
    match topic.kind() {
        Some(kind) => {
            let known = value.filter(|value| values(turn, kind).iter().any(|known| known == value));
            chosen.wishes.remove(kind.as_str());
            chosen.wishes.extend(known.map(|value| (kind.as_str().to_owned(), value.to_owned())));
        }
        None if topic == Topic::Model => {
            chosen.model = value.map(ModelId::new).filter(|id| turn.policy().catalog.get(id).is_some());
        }
        None => {
            let known = value.filter(|tag| Texts::languages().iter().any(|language| language == tag));
            return people::choose_language(turn, person.id, known);
        }
    }
    preferences::keep(turn, person.id, &chosen)
}

/// What can be chosen, and what is, under the text of this key.
fn open(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    topic: Topic,
    key: &str,
) -> Result<(), CoreError> {
    let texts = &person.texts;
    let chosen = preferences::of(turn, person.id)?;
    let (current, choices): (Option<String>, Vec<(String, String)>) = match topic.kind() {
        Some(kind) => {
            let choices = values(turn, kind).into_iter().map(|value| (label(texts, topic, &value), value));
            (chosen.wishes.get(kind.as_str()).cloned(), choices.collect())
        }
        None if topic == Topic::Model => {
            let models = turn.policy().catalog.offered().map(|model| (model.name.clone(), model.id.to_string()));
            (chosen.model.map(|id| id.to_string()), models.collect())
        }
        None => {
            let languages = Texts::languages().into_iter().map(|tag| (known_name(&tag), tag));
            (people::chosen_language(turn, person.id)?, languages.collect())
        }
    };
    let button = |label: String, value: &str, is_chosen: bool| {
        let action = SettingsAction::Set { topic, value: value.to_owned() };
        keyboards::button(checked(label, is_chosen), &CallbackData::Settings(action))
    };
    let as_before = if topic == Topic::Language { "settings-as-telegram" } else { "settings-as-last" };
    let first = vec![button(texts.say(as_before), SettingsAction::AS_BEFORE, current.is_none())];
    let buttons: Vec<Button> =
        choices.into_iter().map(|(label, value)| button(label, &value, current.as_ref() == Some(&value))).collect();
    let in_a_row = if topic.kind().is_some() { IN_A_ROW } else { 2 };
    let back = vec![keyboards::button(texts.button("back"), &CallbackData::Settings(SettingsAction::Overview))];
    let rows = [first].into_iter().chain(buttons.chunks(in_a_row).map(<[Button]>::to_vec)).chain([back]).collect();
    person.show(turn, message, texts.say(key), Keyboard(rows));
    Ok(())
}

/// The values that any model on offer has for a kind of option. Lengths by their number, others as the catalogue has them.
fn values(turn: &Turn<'_>, kind: OptionKind) -> Vec<String> {
    let variants = turn.policy().catalog.offered().flat_map(|model| model.variants().map(|(_, variant)| variant));
    let words = variants.filter_map(|variant| variant.option(kind)).flat_map(|option| option.words());
    let mut seen = BTreeSet::new();
    let mut values: Vec<String> = words.filter(|word| seen.insert(word.clone())).collect();
    if kind == OptionKind::Length {
        values.sort_by_key(|word| word.parse::<u32>().unwrap_or(u32::MAX));
    }
    values
}

fn label(texts: &Texts, topic: Topic, value: &str) -> String {
    match topic {
        Topic::Length => texts.say_with("choice-length", args! { seconds: value.to_owned() }),
        Topic::Sound => texts.say(if value == "true" { "choice-sound" } else { "choice-no-sound" }),
        Topic::Format | Topic::Model | Topic::Language => value.to_owned(),
    }
}

/// What people who speak this language call it, or its tag.
fn known_name(tag: &str) -> String {
    language_name(tag).unwrap_or(tag).to_owned()
}
