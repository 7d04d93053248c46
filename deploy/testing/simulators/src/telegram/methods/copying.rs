//! Copies of messages, without a word of where they are from.
//! Source: core.telegram.org/bots/api#copymessage

use frankenstein::methods::CopyMessageParams;
use serde_json::{Map, Value, json};

use super::chat_of;
use super::sending::{Envelope, checked_caption};
use super::sending_media::add_flag;
use crate::telegram::TelegramSim;
use crate::telegram::markup::Place;
use crate::telegram::messages::{CONTENT_FIELDS, StoredMessage};
use crate::telegram::params::Params;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::text;

/// What a message can be besides what an edit may replace.
const OTHER_MEDIA: [&str; 5] = ["voice", "audio", "sticker", "video_note", "location"];

pub(super) fn copy_message(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: CopyMessageParams = params.read()?;
    let (chat_id, from) = (chat_of(&call.chat_id)?, chat_of(&call.from_chat_id)?);
    let original = sim.read(|state, _| {
        state.known_chat(from)?;
        let original = state.messages.get(&(from, call.message_id)).filter(|message| message.inaccessible.is_none());
        original.cloned().ok_or_else(|| Refusal::bad_request("message to copy not found"))
    })?;
    let mut content = content_of(&original)?;
    if let Some(caption) = call.caption.filter(|_| content.get("text").is_none()) {
        let caption = text::from_bot(&caption, call.parse_mode, call.caption_entities)?;
        content.remove("caption");
        content.remove("caption_entities");
        content.extend(checked_caption(&caption)?);
    }
    add_flag(&mut content, "show_caption_above_media", call.show_caption_above_media);
    let (protect, effect) = (call.protect_content, call.message_effect_id);
    let (thread, reply) = (call.message_thread_id, call.reply_parameters);
    sim.admit(chat_id)?;
    let posted = Envelope { chat_id, thread, reply, keyboard, protect, effect }.post(sim, content)?;
    // Of a copy, nothing but its number is told.
    Ok(json!({ "message_id": posted["message_id"] }))
}

fn content_of(original: &StoredMessage) -> Result<Map<String, Value>, Refusal> {
    if original.json["has_protected_content"] == true {
        return Err(Refusal::bad_request("message can't be copied"));
    }
    let fields = CONTENT_FIELDS.into_iter().chain(OTHER_MEDIA);
    let content: Map<String, Value> =
        fields.filter_map(|field| Some((field.to_owned(), original.json.get(field)?.clone()))).collect();
    // Invoices, payments and Telegram's own news of a chat.
    if content.is_empty() { Err(Refusal::bad_request("message can't be copied")) } else { Ok(content) }
}
