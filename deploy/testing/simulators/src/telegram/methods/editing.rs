//! Changing and deleting messages.

use frankenstein::methods::{
    DeleteMessageParams, DeleteMessagesParams, EditMessageCaptionParams, EditMessageReplyMarkupParams,
    EditMessageTextParams,
};
use frankenstein::types::ChatId;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::chat_of;
use super::sending::{checked_caption, text_content};
use super::sending_media::Media;
use crate::telegram::TelegramSim;
use crate::telegram::markup::Place;
use crate::telegram::messages::{Edit, StoredMessage, content_of};
use crate::telegram::params::Params;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::text;

/// How old a message may be that a bot deletes, in seconds.
const DELETABLE_SECONDS: i64 = 48 * 60 * 60;
const MEDIA_FIELDS: [&str; 4] = ["photo", "video", "document", "animation"];

/// `editMessageMedia` without its `media`, which is read apart.
#[derive(Debug, Deserialize)]
struct EditedMessage {
    chat_id: Option<ChatId>,
    message_id: Option<i32>,
}

pub(super) fn edit_text(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: EditMessageTextParams = params.read()?;
    let text = text::from_bot(&call.text.unwrap_or_default(), call.parse_mode, call.entities)?;
    let content = text_content(&text, "MESSAGE_TOO_LONG")?;
    let message = own_message(sim, call.chat_id.as_ref(), call.message_id)?;
    if message.json.get("text").is_none() {
        return Err(Refusal::bad_request("there is no text in the message to edit"));
    }
    apply(sim, &message, content, keyboard)
}

pub(super) fn edit_caption(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: EditMessageCaptionParams = params.read()?;
    let caption = text::from_bot(&call.caption.unwrap_or_default(), call.parse_mode, call.caption_entities)?;
    let caption = checked_caption(&caption)?;
    let message = own_message(sim, call.chat_id.as_ref(), call.message_id)?;
    if !MEDIA_FIELDS.iter().any(|field| message.json.get(field).is_some()) {
        return Err(Refusal::bad_request("there is no caption in the message to edit"));
    }
    let mut content = content_of(&message.json);
    content.remove("caption");
    content.remove("caption_entities");
    content.extend(caption);
    apply(sim, &message, content, keyboard)
}

pub(super) fn edit_reply_markup(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: EditMessageReplyMarkupParams = params.read()?;
    let message = own_message(sim, call.chat_id.as_ref(), call.message_id)?;
    let content = content_of(&message.json);
    apply(sim, &message, content, keyboard)
}

pub(super) async fn edit_media(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let media = params.take("media").ok_or_else(|| Refusal::bad_request("there is no media in the request"))?;
    let media = Media::read(params, media)?;
    let call: EditedMessage = params.read()?;
    let message = own_message(sim, call.chat_id.as_ref(), call.message_id)?;
    let content = media.content(sim, params).await?;
    apply(sim, &message, content, keyboard)
}

pub(super) fn delete_message(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: DeleteMessageParams = params.read()?;
    let chat_id = chat_of(&call.chat_id)?;
    sim.change(|state, now| {
        state.known_chat(chat_id)?;
        let message = state.messages.get(&(chat_id, call.message_id));
        let message = message.ok_or_else(|| Refusal::bad_request("message to delete not found"))?;
        if !is_deletable(message, now) {
            return Err(Refusal::bad_request("message can't be deleted for everyone"));
        }
        state.remove_message(chat_id, call.message_id);
        Ok(Value::Bool(true))
    })
}

/// Messages that cannot be found or deleted are passed over, as documented.
pub(super) fn delete_messages(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: DeleteMessagesParams = params.read()?;
    if !(1..=100).contains(&call.message_ids.len()) {
        return Err(Refusal::bad_request("there are no messages to delete, or more than 100"));
    }
    let chat_id = chat_of(&call.chat_id)?;
    sim.change(|state, now| {
        state.known_chat(chat_id)?;
        for message_id in call.message_ids {
            if state.messages.get(&(chat_id, message_id)).is_some_and(|message| is_deletable(message, now)) {
                state.remove_message(chat_id, message_id);
            }
        }
        Ok(Value::Bool(true))
    })
}

fn own_message(sim: &TelegramSim, chat: Option<&ChatId>, message_id: Option<i32>) -> Result<StoredMessage, Refusal> {
    let chat_id = chat_of(chat.ok_or_else(|| Refusal::bad_request("chat_id is empty"))?)?;
    let message_id = message_id.ok_or_else(|| Refusal::bad_request("message identifier is not specified"))?;
    sim.read(|state, _| {
        state.writable_chat(chat_id)?;
        let message = state.messages.get(&(chat_id, message_id));
        let message = message.ok_or_else(|| Refusal::bad_request("message to edit not found"))?;
        if let Some(lost) = message.inaccessible {
            return Err(Refusal::bad_request(lost.reason()));
        }
        if message.from_bot { Ok(message.clone()) } else { Err(Refusal::bad_request("message can't be edited")) }
    })
}

fn apply(sim: &TelegramSim, message: &StoredMessage, content: Map<String, Value>, keyboard: Option<Value>) -> Answer {
    match sim.change(|state, now| state.edit(message, content, keyboard, now)) {
        Edit::Changed(message) => Ok(message),
        Edit::NotModified => Err(Refusal::bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a current \
             content and reply markup of the message",
        )),
    }
}

/// In a private chat a bot may delete both sides' messages, in a small group its own.
const fn is_deletable(message: &StoredMessage, now: i64) -> bool {
    now - message.date < DELETABLE_SECONDS && (message.from_bot || message.chat_id > 0)
}
