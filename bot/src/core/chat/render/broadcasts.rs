//! What people get of a broadcast, and what its operator is told.

use super::texts;
use crate::core::CoreError;
use crate::core::broadcasts::Original;
use crate::core::chat::keyboards;
use crate::core::chat::texts::{Texts, args};
use crate::core::effect::Reply;
use crate::core::ids::UserId;
use crate::core::notices::Notice;
use crate::core::people;
use crate::core::turn::Turn;

/// A broadcast as a person gets it: the operator's message, and the way out under it.
pub(in crate::core) fn broadcast(turn: &Turn<'_>, user: UserId, original: Original) -> Result<Reply, CoreError> {
    let Original { operator, message } = original;
    Ok(Reply::Copy {
        chat: user.0,
        topic: people::topic(turn, user)?,
        from_chat: operator.0,
        message,
        keyboard: keyboards::no_more_news(&texts(turn, user)?),
    })
}

pub(super) fn done(texts: &Texts, notice: &Notice) -> String {
    let Notice::BroadcastDone { sent, blocked, failed, .. } = notice else { return String::new() };
    let arguments = args! { sent: *sent, blocked: *blocked, failed: *failed };
    texts.say_with("operators-broadcast-done", arguments)
}
