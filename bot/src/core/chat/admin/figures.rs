//! Figures in the operators' menu.

use super::{AdminAction, button, menu_button};
use crate::core::CoreError;
use crate::core::chat::Person;
use crate::core::chat::texts::args;
use crate::core::effect::Keyboard;
use crate::core::ids::MessageId;
use crate::core::operators::figures::{Figures, figures};
use crate::core::turn::Turn;

/// The figures now.
pub(super) fn show(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    let texts = &person.texts;
    let now = figures(turn)?;
    let Figures { ordered, delivered, failed, queued, with_workers, ready, stuck, .. } = now;
    let Figures { stars_in, stars_out, refunds_wait, subscriptions, blocked, .. } = now;
    let arguments = args! {
        at: turn.now().strftime("%Y-%m-%d %H:%M").to_string(),
        ordered,
        delivered,
        failed,
        queued,
        rendering: with_workers,
        ready,
        stuck,
        paid: stars_in,
        returned: stars_out,
        refunds: refunds_wait,
        subscriptions,
        blocked,
    };
    let html = texts.say_with("admin-now", arguments);
    let again = button(texts.button("admin-refresh"), AdminAction::Open("now".to_owned()));
    person.show(turn, message, html, Keyboard(vec![vec![again, menu_button(texts)]]));
    Ok(())
}
