//! Forwarding to the bot, by which an operator shows it whom they mean.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::writing::{Place, say};
use super::{PageAnswer, PageError};
use crate::telegram::TelegramSim;
use crate::telegram::messages::{CONTENT_FIELDS, StoredMessage};
use crate::telegram::state::State as SimState;

/// What is forwarded beside what an edit can change.
const FURTHER_FIELDS: [&str; 3] = ["audio", "sticker", "voice"];

#[derive(Debug, Deserialize)]
pub(super) struct Forward {
    message_id: i32,
    /// Where the message is; the forwarder's own chat unless named. In the chat of somebody else, it is as if they had
    /// sent it to the forwarder, too.
    chat: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Privacy {
    hides_account: bool,
}

/// Forwards a message to the bot.
pub(super) async fn forward(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    Json(forward): Json<Forward>,
) -> PageAnswer {
    let person = sim.person_id(&name)?;
    let place = (forward.chat.unwrap_or(person), forward.message_id);
    let content = sim.read(|state, _| {
        let message = state.messages.get(&place);
        message.map(|message| forwarded(state, message))
    });
    let content = content.ok_or_else(|| PageError::bad("There is no message to forward."))?;
    let content = content.ok_or_else(|| PageError::bad("This message cannot be forwarded."))?;
    say(&sim, Place { person, chat: person, thread: None }, vec![content])
}

/// Decides whether messages of this person that others forward say which account is theirs.
pub(super) async fn privacy(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    Json(privacy): Json<Privacy>,
) -> PageAnswer {
    let id = sim.person_id(&name)?;
    sim.change(|state, _| state.change_person(id, |person| person.hides_account = privacy.hides_account));
    Ok(Json(json!({ "hides_account": privacy.hides_account })))
}

/// The content of a message with where it comes from; `None` for a note of the chat and for an invoice.
fn forwarded(state: &SimState, message: &StoredMessage) -> Option<Map<String, Value>> {
    let fields = CONTENT_FIELDS.iter().chain(&FURTHER_FIELDS);
    let mut content: Map<String, Value> =
        fields.filter_map(|field| Some(((*field).to_owned(), message.json.get(*field)?.clone()))).collect();
    if content.is_empty() {
        return None;
    }
    // What is forwarded once more still says who wrote it.
    let origin = message.json.get("forward_origin").cloned().unwrap_or_else(|| origin(state, message));
    content.insert("forward_origin".to_owned(), origin);
    Some(content)
}

/// The Bot API's `MessageOrigin`. Source: core.telegram.org/bots/api#messageorigin
fn origin(state: &SimState, message: &StoredMessage) -> Value {
    let author = &message.json["from"];
    let hidden = author["id"].as_i64().and_then(|id| state.people.get(&id)).filter(|person| person.hides_account);
    match hidden {
        Some(person) => {
            json!({ "type": "hidden_user", "date": message.date, "sender_user_name": person.first_name })
        }
        None => json!({ "type": "user", "date": message.date, "sender_user": author }),
    }
}
