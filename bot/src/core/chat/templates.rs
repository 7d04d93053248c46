//! `/templates`: ready ideas, and links that lead to one.

use shared::templates::Template;

use super::callback_data::{CallbackData, TemplatesAction};
use super::generate;
use super::texts::{args, escape};
use super::{Person, keyboards};
use crate::core::CoreError;
use crate::core::effect::{Button, ButtonAction, ButtonStyle, Keyboard, Reply};
use crate::core::ids::MessageId;
use crate::core::models;
use crate::core::turn::Turn;

/// The name of a template in links.
const LINK_PREFIX: &str = "t_";

/// `/templates`, or its button.
pub(super) fn list(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    let (html, keyboard) = all(turn, person)?;
    person.show(turn, message, html, keyboard);
    Ok(())
}

/// A link with this parameter was opened. Says whether it leads to a template.
pub(super) fn opened(turn: &mut Turn<'_>, person: &Person, parameter: &str) -> Result<bool, CoreError> {
    let Some(id) = parameter.strip_prefix(LINK_PREFIX) else { return Ok(false) };
    if show(turn, person, None, id)?.is_some() {
        person.send(turn, person.texts.say("template-gone"), Keyboard::default());
        list(turn, person, None)?;
    }
    Ok(true)
}

/// A button of the list, or under one template.
pub(super) fn pressed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    action: &TemplatesAction,
) -> Result<Option<String>, CoreError> {
    match action {
        TemplatesAction::List => list(turn, person, message).map(|()| None),
        TemplatesAction::Show(id) => show(turn, person, message, id),
        TemplatesAction::Use(id) => match offered(turn, id)? {
            Some(template) => generate::begin_template(turn, person, &template).map(|()| None),
            None => Ok(Some(person.texts.say("template-gone"))),
        },
    }
}

fn all(turn: &Turn<'_>, person: &Person) -> Result<(String, Keyboard), CoreError> {
    let texts = &person.texts;
    let off = models::not_offered(turn)?;
    let policy = turn.policy();
    let offered = policy.templates.offered(&policy.catalog).filter(|template| !off.contains(&template.model));
    let row = |template: &Template| {
        let data = CallbackData::Templates(TemplatesAction::Show(template.id.clone()));
        vec![keyboards::button(texts.template_name(template), &data)]
    };
    let rows: Vec<Vec<Button>> = offered.map(row).collect();
    Ok((texts.say("templates"), Keyboard(rows)))
}

/// The template with this id, if it can be made now.
fn offered(turn: &Turn<'_>, id: &str) -> Result<Option<Template>, CoreError> {
    let off = models::not_offered(turn)?;
    let policy = turn.policy();
    let mut offered = policy.templates.offered(&policy.catalog);
    Ok(offered.find(|template| template.id == id && !off.contains(&template.model)).cloned())
}

/// Shows one. Says what to show over the chat when it is not there.
fn show(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    id: &str,
) -> Result<Option<String>, CoreError> {
    let texts = &person.texts;
    let Some(template) = offered(turn, id)? else { return Ok(Some(texts.say("template-gone"))) };
    let model = turn.policy().catalog.get(&template.model).map_or_else(String::new, |model| model.name.clone());
    let needs = if template.needs_photo() { "photo" } else { "words" };
    let arguments = args! {
        name: escape(&texts.template_name(&template)),
        line: escape(&texts.template_line(&template)),
        model: escape(&model),
        needs,
        blanks: template.blanks.len(),
    };
    let html = texts.say_with("template", arguments);
    let button = |label: String, action| keyboards::button(label, &CallbackData::Templates(action));
    let mut rows = vec![vec![
        button(texts.button("use-template"), TemplatesAction::Use(template.id.clone())).styled(ButtonStyle::Success),
    ]];
    let link = texts.link_to(&turn.policy().username, &format!("{LINK_PREFIX}{}", template.id));
    let link = link.and_then(|link| texts.share_link(&link, &texts.say("share-text")));
    let share = link.map(|link| Button::new(texts.button("share"), ButtonAction::Open(link)));
    rows.push([button(texts.button("back"), TemplatesAction::List)].into_iter().chain(share).collect());
    let keyboard = Keyboard(rows);
    match template.example {
        Some(video) => turn.reply(Reply::Video { chat: person.id.0, topic: person.topic, video, html, keyboard }),
        None => person.show(turn, message, html, keyboard),
    }
    Ok(None)
}
