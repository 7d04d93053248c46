//! Models in the operators' menu: how they are, and a button for each that takes it off the menu or puts it back.

use shared::job::ModelId;

use super::{AdminAction, button, menu_button};
use crate::core::CoreError;
use crate::core::chat::Person;
use crate::core::chat::keyboards::checked;
use crate::core::chat::operators::answers;
use crate::core::effect::{Button, Keyboard};
use crate::core::ids::MessageId;
use crate::core::models::{self, ModelState};
use crate::core::operators::switch_model;
use crate::core::role::Role;
use crate::core::turn::Turn;

/// The models, with their state.
pub(super) fn show(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    list(turn, person, message, None)
}

/// Switches a model, and shows how they are then.
pub(super) fn switch(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    (on, id): (bool, &ModelId),
) -> Result<Option<String>, CoreError> {
    let switched = switch_model(turn, person.id, id, on)?;
    let outcome = answers::switched(&person.texts, (id.as_str(), if on { "on" } else { "off" }), switched);
    list(turn, person, message, Some(outcome)).map(|()| None)
}

fn list(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    outcome: Option<String>,
) -> Result<(), CoreError> {
    let texts = &person.texts;
    let all = models::all(turn)?;
    let may_switch = turn.policy().role(person.id).is_some_and(|role| role.may(Role::Owner));
    let switch = |model: &ModelState| {
        let is_on = model.off_by.is_none();
        button(checked(model.name.clone(), is_on), AdminAction::Switch { on: !is_on, model: model.id.clone() })
    };
    let buttons: Vec<Button> = all.iter().filter(|model| may_switch && !model.is_off_by_setting).map(switch).collect();
    let mut rows: Vec<Vec<Button>> = buttons.chunks(2).map(<[Button]>::to_vec).collect();
    rows.push(vec![menu_button(texts)]);
    let html = outcome.into_iter().chain([texts.models(&all)]).collect::<Vec<_>>().join("\n\n");
    person.show(turn, message, html, Keyboard(rows));
    Ok(())
}
