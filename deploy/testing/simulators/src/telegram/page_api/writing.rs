//! Messages from people: text and files, in their own chat with the bot or in a group.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Multipart, Path, State};
use bytes::Bytes;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{PageAnswer, PageError};
use crate::telegram::TelegramSim;
use crate::telegram::faults;
use crate::telegram::files::obtain::keep;
use crate::telegram::files::{FileKind, describe, media_json};
use crate::telegram::messages::Sender;
use crate::telegram::params::{UPLOAD_BYTES_MAX, Upload};
use crate::telegram::state::State as SimState;
use crate::telegram::text::{self, TEXT_MAX};

#[derive(Debug, Deserialize)]
pub(super) struct Text {
    text: String,
    chat: Option<i64>,
    /// Message to reply to.
    reply_to: Option<i32>,
}

/// The parts of an upload.
#[derive(Default)]
struct Form {
    file: Option<Upload>,
    caption: String,
    kind: String,
    chat: Option<i64>,
}

pub(super) async fn text(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    Json(said): Json<Text>,
) -> PageAnswer {
    let id = sim.person_id(&name)?;
    let formatted = text::from_person(&said.text);
    if formatted.text.is_empty() || formatted.units() > TEXT_MAX {
        return Err(PageError::bad(format!("A message has 1 to {TEXT_MAX} characters.")));
    }
    let mut content = Map::new();
    formatted.put_into(&mut content, "text", "entities");
    let chat_id = said.chat.unwrap_or(id);
    if let Some(reply_to) = said.reply_to {
        let original =
            sim.read(|state, _| state.messages.get(&(chat_id, reply_to)).map(|message| message.json.clone()));
        let original = original.ok_or_else(|| PageError::bad("There is no message to reply to."))?;
        content.insert("reply_to_message".to_owned(), original);
    }
    say(&sim, id, chat_id, content)
}

pub(super) async fn file(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    parts: Multipart,
) -> PageAnswer {
    let id = sim.person_id(&name)?;
    let form = read(parts).await?;
    let upload = form.file.ok_or_else(|| PageError::bad("The part \"file\" is missing."))?;
    let kind = match form.kind.as_str() {
        "photo" => FileKind::Photo,
        "video" => FileKind::Video,
        "document" | "" => FileKind::Document,
        _ => return Err(PageError::bad("A file is sent as photo, video or document.")),
    };
    let caption = text::from_person(&form.caption);
    if caption.units() > text::CAPTION_MAX {
        return Err(PageError::bad(format!("A caption has at most {} characters.", text::CAPTION_MAX)));
    }
    let mut files = describe(&upload, kind).map_err(|refusal| PageError::bad(refusal.description))?;
    let dead = sim.change(|state, _| faults::is_file_dead(&mut state.faults));
    files.iter_mut().for_each(|file| file.dead = dead);
    let files = keep(&sim, files, &upload.bytes).await.map_err(|refusal| PageError::bad(refusal.description))?;
    let mut content = Map::new();
    if let Some((field, value)) = media_json(&files) {
        content.insert(field.to_owned(), value);
    }
    caption.put_into(&mut content, "caption", "caption_entities");
    say(&sim, id, form.chat.unwrap_or(id), content)
}

fn say(sim: &TelegramSim, id: i64, chat_id: i64, content: Map<String, Value>) -> PageAnswer {
    sim.change(|state, now| {
        if state.people.get(&id).is_some_and(|person| person.blocked && chat_id == id) {
            return Err(PageError::bad("You have blocked the bot; unblock it first."));
        }
        if chat_id == id {
            state.change_person(id, |person| person.started = true);
        }
        let message = state.post(chat_id, Sender::Person(id), content, now);
        let message = message.ok_or_else(|| PageError::not_found("There is no such chat."))?;
        if reaches_bot(state, chat_id, &message) {
            state.add_update("message", message.clone(), chat_id, now);
        }
        Ok(Json(message))
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

async fn read(mut parts: Multipart) -> Result<Form, PageError> {
    let broken = |_| PageError::bad("The upload cannot be read.");
    let mut form = Form::default();
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().unwrap_or_default().to_owned();
        let mime = part.content_type().map(str::to_owned);
        let bytes: Bytes = part.bytes().await.map_err(|_| PageError::bad("The file is too large."))?;
        if bytes.len() > UPLOAD_BYTES_MAX {
            return Err(PageError::bad("The file is too large."));
        }
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        match name.as_str() {
            "file" => form.file = Some(Upload { name: file_name, mime, bytes }),
            "caption" => form.caption = text(),
            "as" => form.kind = text(),
            "chat" => form.chat = text().parse().ok(),
            _ => {}
        }
    }
    Ok(form)
}
