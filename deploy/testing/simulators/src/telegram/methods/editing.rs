//! Changing messages.

use frankenstein::input_media::InputMedia;
use frankenstein::methods::{
    EditMessageCaptionParams, EditMessageMediaParams, EditMessageReplyMarkupParams, EditMessageTextParams,
};
use frankenstein::types::ChatId;
use serde_json::{Map, Value};

use super::chat_of;
use super::sending::{checked_caption, text_content};
use super::sending_media::{add_flag, photo};
use crate::telegram::TelegramSim;
use crate::telegram::markup::Place;
use crate::telegram::messages::{CONTENT_FIELDS, Edit, StoredMessage};
use crate::telegram::params::Params;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::text;

pub(super) fn edit_text(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: EditMessageTextParams = params.read()?;
    let text = text::from_bot(&call.text.unwrap_or_default(), call.parse_mode, call.entities)?;
    let content = text_content(&text, "MESSAGE_TOO_LONG")?;
    let message = own_message(sim, call.chat_id.as_ref(), call.message_id)?;
    if message.json.get("text").is_none() {
        return Err(Refusal::bad_request("there is no text in the message to edit"));
    }
    save(sim, &message, content, keyboard)
}

pub(super) fn edit_caption(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: EditMessageCaptionParams = params.read()?;
    let caption = text::from_bot(&call.caption.unwrap_or_default(), call.parse_mode, call.caption_entities)?;
    let mut content = checked_caption(&caption)?;
    let message = own_message(sim, call.chat_id.as_ref(), call.message_id)?;
    if !["photo", "video", "document", "animation"].iter().any(|field| message.json.get(field).is_some()) {
        return Err(Refusal::bad_request("there is no caption in the message to edit"));
    }
    content.extend(kept(&message, |field| !field.contains("caption")));
    add_flag(&mut content, "show_caption_above_media", call.show_caption_above_media);
    save(sim, &message, content, keyboard)
}

/// Of what a message can become, photos are simulated.
/// Source: core.telegram.org/bots/api#editmessagemedia
pub(super) async fn edit_media(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: EditMessageMediaParams = params.read()?;
    let InputMedia::Photo(media) = call.media else {
        return Err(Refusal::bad_request("the simulator puts nothing but photos into messages"));
    };
    let caption = text::from_bot(&media.caption.unwrap_or_default(), media.parse_mode, media.caption_entities)?;
    let mut content = checked_caption(&caption)?;
    let message = own_message(sim, call.chat_id.as_ref(), call.message_id)?;
    // A text may become a photo; what else a message is stays what it is.
    if !["text", "photo", "video", "document", "animation"].iter().any(|field| message.json.get(field).is_some()) {
        return Err(Refusal::bad_request("message can't be edited"));
    }
    content.extend(photo(sim, params, &media.media).await?);
    add_flag(&mut content, "has_media_spoiler", media.has_spoiler);
    add_flag(&mut content, "show_caption_above_media", media.show_caption_above_media);
    save(sim, &message, content, keyboard)
}

pub(super) fn edit_keyboard(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: EditMessageReplyMarkupParams = params.read()?;
    let message = own_message(sim, call.chat_id.as_ref(), call.message_id)?;
    let content = kept(&message, |_| true);
    save(sim, &message, content, keyboard)
}

/// The content of a message that an edit leaves as it is.
fn kept(message: &StoredMessage, is_kept: impl Fn(&str) -> bool) -> Map<String, Value> {
    let fields = CONTENT_FIELDS.into_iter().filter(|field| is_kept(field));
    fields.filter_map(|field| Some((field.to_owned(), message.json.get(field)?.clone()))).collect()
}

fn save(sim: &TelegramSim, message: &StoredMessage, content: Map<String, Value>, keyboard: Option<Value>) -> Answer {
    match sim.change(|state, now| state.edit(message, content, keyboard, now)) {
        Edit::Changed(message) => Ok(message),
        Edit::NotModified => Err(Refusal::bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a current \
             content and reply markup of the message",
        )),
    }
}

fn own_message(sim: &TelegramSim, chat: Option<&ChatId>, message_id: Option<i32>) -> Result<StoredMessage, Refusal> {
    let chat_id = chat_of(chat.ok_or_else(|| Refusal::bad_request("chat_id is empty"))?)?;
    let message_id = message_id.ok_or_else(|| Refusal::bad_request("message identifier is not specified"))?;
    sim.admit_edit(chat_id)?;
    sim.read(|state, _| {
        let message = state.messages.get(&(chat_id, message_id));
        let message = message.ok_or_else(|| Refusal::bad_request("message to edit not found"))?;
        if let Some(lost) = message.inaccessible {
            return Err(Refusal::bad_request(lost.reason()));
        }
        if message.from_bot { Ok(message.clone()) } else { Err(Refusal::bad_request("message can't be edited")) }
    })
}
