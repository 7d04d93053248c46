//! In groups the bot says, once per question, that it works in private.

use super::command::Command;
use super::texts::Texts;
use crate::core::event::{Button, ButtonAction, Keyboard, Reply};
use crate::core::limits::{self, Pace};
use crate::core::update::{Message, User};
use crate::core::{CoreError, Turn};

/// Answers a command or a mention; anything else in a group is not for us.
pub(super) fn message(turn: &mut Turn<'_, '_>, message: &Message, from: &User) -> Result<(), CoreError> {
    let username = turn.rules().username.clone();
    let text = message.text.as_deref().unwrap_or_default();
    let for_us = match Command::parse(text, &username) {
        // A command without a name may be meant for any of the bots in the group; an unknown one is not for us.
        Some(Command::ForAnotherBot | Command::Unknown) => false,
        Some(_) => true,
        None => text.to_lowercase().contains(&format!("@{}", username.to_lowercase())),
    };
    if !for_us || limits::admit(turn, from.id)? != Pace::Fine {
        return Ok(());
    }
    let texts = Texts::for_language(from.language_code.as_deref().unwrap_or("en"));
    let keyboard = match format!("https://t.me/{username}").parse() {
        Ok(link) => Keyboard(vec![vec![Button { label: texts.button("open-chat"), action: ButtonAction::Open(link) }]]),
        Err(_no_username) => Keyboard::default(),
    };
    turn.reply(Reply::Send { chat: message.chat.id, html: texts.private_only(), keyboard });
    Ok(())
}
