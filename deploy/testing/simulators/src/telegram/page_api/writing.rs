//! What people write, change and do in a chat: in their own with the bot or in a group, in a topic or not.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{PageAnswer, PageError};
use crate::telegram::TelegramSim;
use crate::telegram::messages::{Edit, Sender, StoredMessage, topic};
use crate::telegram::state::State as SimState;
use crate::telegram::text::{self, CAPTION_MAX, TEXT_MAX, units};

#[derive(Debug, Deserialize)]
pub(super) struct Text {
    text: String,
    chat: Option<i64>,
    /// The topic to write in.
    thread: Option<i32>,
    /// Message to reply to.
    reply_to: Option<i32>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Rewritten {
    message_id: i32,
    /// The new text, or the new caption of a file.
    text: String,
    chat: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Service {
    kind: ServiceKind,
    chat: Option<i64>,
}

/// What a person does that a chat shows as a note.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ServiceKind {
    /// Pins the newest message.
    Pin,
    /// Has messages delete themselves after a day.
    Timer,
    Wallpaper,
    /// Lets the bot write.
    Permission,
    /// Sends the bot a gift.
    Gift,
}

/// Where somebody writes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) person: i64,
    pub(super) chat: i64,
    pub(super) thread: Option<i32>,
}

/// Sends a text. One that is too long for a message goes as several, as every client sends it; the last is answered.
pub(super) async fn text(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    Json(said): Json<Text>,
) -> PageAnswer {
    let person = sim.person_id(&name)?;
    let place = Place { person, chat: said.chat.unwrap_or(person), thread: said.thread };
    if said.text.trim().is_empty() {
        return Err(PageError::bad("A message has at least one character."));
    }
    let mut contents = Vec::new();
    for part in parts(&said.text) {
        let mut content = Map::new();
        text::from_person(part).put_into(&mut content, "text", "entities");
        contents.push(content);
    }
    if let (Some(reply_to), Some(first)) = (said.reply_to, contents.first_mut()) {
        add_reply(&sim, place, reply_to, first)?;
    }
    say(&sim, place, contents)
}

/// Makes the content a reply to a message of the chat.
pub(super) fn add_reply(
    sim: &TelegramSim,
    place: Place,
    reply_to: i32,
    content: &mut Map<String, Value>,
) -> Result<(), PageError> {
    let original = sim.read(|state, _| state.messages.get(&(place.chat, reply_to)).map(StoredMessage::as_replied));
    let original = original.ok_or_else(|| PageError::bad("There is no message to reply to."))?;
    content.insert("reply_to_message".to_owned(), original);
    Ok(())
}

/// Changes a message of the person's own.
pub(super) async fn edit(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    Json(rewritten): Json<Rewritten>,
) -> PageAnswer {
    let person = sim.person_id(&name)?;
    let chat = rewritten.chat.unwrap_or(person);
    let written = text::from_person(&rewritten.text);
    sim.change(|state, now| {
        let message = state.messages.get(&(chat, rewritten.message_id)).cloned();
        let message = message.filter(|message| message.json["from"]["id"] == person);
        let message = message.ok_or_else(|| PageError::bad("You have no such message."))?;
        let mut content = Map::new();
        let media = ["photo", "video", "document"].into_iter().find(|field| message.json.get(*field).is_some());
        match media {
            Some(field) => {
                check_length(&written.text, 0, CAPTION_MAX)?;
                content.insert(field.to_owned(), message.json[field].clone());
                written.put_into(&mut content, "caption", "caption_entities");
            }
            None if message.json.get("text").is_some() => {
                check_length(&written.text, 1, TEXT_MAX)?;
                written.put_into(&mut content, "text", "entities");
            }
            None => return Err(PageError::bad("This message cannot be edited.")),
        }
        match state.edit(&message, content, None, now) {
            Edit::NotModified => Ok(Json(message.json)),
            Edit::Changed(message) => {
                if reaches_bot(state, chat, &message) {
                    state.add_update("edited_message", message.clone(), chat, now);
                }
                Ok(Json(message))
            }
        }
    })
}

/// Does something that the chat shows as a note.
pub(super) async fn service(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    Json(service): Json<Service>,
) -> PageAnswer {
    let person = sim.person_id(&name)?;
    let place = Place { person, chat: service.chat.unwrap_or(person), thread: None };
    let (field, value) = match service.kind {
        ServiceKind::Pin => ("pinned_message", sim.read(|state, _| newest(state, place.chat))?),
        ServiceKind::Timer => ("message_auto_delete_timer_changed", json!({ "message_auto_delete_time": 86_400 })),
        ServiceKind::Wallpaper => {
            ("chat_background_set", json!({ "type": { "type": "chat_theme", "theme_name": "🏞" } }))
        }
        ServiceKind::Permission => ("write_access_allowed", json!({ "from_request": false })),
        ServiceKind::Gift => ("gift", gift()),
    };
    say(&sim, place, vec![Map::from_iter([(field.to_owned(), value)])])
}

/// Posts what a person says, piece by piece, and tells the bot. The last message is answered.
pub(super) fn say(sim: &TelegramSim, place: Place, contents: Vec<Map<String, Value>>) -> PageAnswer {
    let Place { person, chat, thread } = place;
    sim.change(|state, now| {
        if state.people.get(&person).is_some_and(|person| person.blocked && chat == person.id) {
            return Err(PageError::bad("You have blocked the bot; unblock it first."));
        }
        if chat == person {
            state.change_person(person, |person| person.started = true);
        }
        let mut last = Value::Null;
        for mut content in contents {
            content.extend(topic(thread).unwrap_or_default());
            let message = state.post(chat, Sender::Person(person), content, now);
            let message = message.ok_or_else(|| PageError::not_found("There is no such chat."))?;
            if reaches_bot(state, chat, &message) {
                state.add_update("message", message.clone(), chat, now);
            }
            last = message;
        }
        Ok(Json(last))
    })
}

/// In groups a bot in privacy mode hears commands (unless they name another bot), mentions of itself and replies to itself.
fn reaches_bot(state: &SimState, chat_id: i64, message: &Value) -> bool {
    if chat_id > 0 || message["reply_to_message"]["from"]["id"] == state.bot.id {
        return true;
    }
    let text = message["text"].as_str().or_else(|| message["caption"].as_str()).unwrap_or_default();
    let own = format!("@{}", state.bot.username).to_lowercase();
    let command = text.split_whitespace().next().filter(|word| word.starts_with('/'));
    let for_other =
        command.and_then(|word| word.split_once('@')).is_some_and(|(_, bot)| !own.ends_with(&bot.to_lowercase()));
    command.is_some() && !for_other || text.to_lowercase().contains(&own)
}

fn check_length(text: &str, min: usize, max: usize) -> Result<(), PageError> {
    let good = (min..=max).contains(&units(text));
    if good { Ok(()) } else { Err(PageError::bad(format!("There is room for {min} to {max} characters."))) }
}

fn newest(state: &SimState, chat: i64) -> Result<Value, PageError> {
    let newest = state.messages.range((chat, i32::MIN)..=(chat, i32::MAX)).next_back();
    newest.map(|(_, message)| message.as_replied()).ok_or_else(|| PageError::bad("Nothing to pin."))
}

/// A teddy bear, the cheapest gift.
fn gift() -> Value {
    let sticker = json!({
        "file_id": "CAACAgIAAxUAAWgift", "file_unique_id": "AgADgift", "type": "custom_emoji", "width": 512,
        "height": 512, "is_animated": true, "is_video": false, "emoji": "🧸",
    });
    json!({ "gift": { "id": "5170233102089322756", "sticker": sticker, "star_count": 15 } })
}

/// A text cut into parts that fit a message each, at the last space or line end where there is one.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while units(rest) > TEXT_MAX {
        let fits = end_of_units(rest, TEXT_MAX);
        let room = rest.get(..fits).unwrap_or(rest);
        let end = room.rfind(char::is_whitespace).filter(|end| *end > fits / 2).unwrap_or(fits);
        let (part, more) = rest.split_at(end);
        parts.push(part);
        rest = more.trim_start();
    }
    if !rest.trim().is_empty() {
        parts.push(rest);
    }
    parts
}

/// Where so many UTF-16 units end, in bytes.
fn end_of_units(text: &str, max: usize) -> usize {
    let mut taken = 0;
    let beyond = text.char_indices().find(|(_, letter)| {
        taken += letter.len_utf16();
        taken > max
    });
    beyond.map_or(text.len(), |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_at_spaces() {
        let text = "word ".repeat(2000);
        let parts = parts(&text);
        assert_eq!(parts.len(), 3);
        assert!(parts.iter().all(|part| units(part) <= TEXT_MAX && part.starts_with("word")));
        assert_eq!(parts.iter().map(|part| part.split_whitespace().count()).sum::<usize>(), 2000);
    }

    #[test]
    fn a_text_without_spaces_is_cut_between_letters() {
        let text = "🎬".repeat(3000);
        assert_eq!(parts(&text).iter().map(|part| units(part)).collect::<Vec<_>>(), [4096, 1904]);
    }
}
