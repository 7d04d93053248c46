//! Text messages, forwards, copies, chat actions and reactions.

use frankenstein::methods::{
    CopyMessageParams, ForwardMessageParams, SendChatActionParams, SendMessageParams, SetMessageReactionParams,
};
use frankenstein::types::{ChatId, ReplyParameters};
use serde_json::{Map, Value, json};

use super::chat_of;
use crate::telegram::TelegramSim;
use crate::telegram::markup::Place;
use crate::telegram::messages::{Sender, StoredMessage, content_of};
use crate::telegram::params::Params;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::state::State;
use crate::telegram::text::{self, CAPTION_MAX, Formatted, TEXT_MAX};

/// What all sending methods have in common.
#[derive(Debug)]
pub(super) struct Envelope {
    pub(super) chat_id: i64,
    pub(super) reply: Option<ReplyParameters>,
    pub(super) keyboard: Option<Value>,
    pub(super) protect: Option<bool>,
    pub(super) effect: Option<String>,
}

impl Envelope {
    /// Posts content as the bot.
    ///
    /// # Errors
    /// When the message to reply to is gone.
    pub(super) fn post(&self, sim: &TelegramSim, content: Map<String, Value>) -> Answer {
        let content = self.dress(sim, content)?;
        let posted = sim.change(|state, now| state.post(self.chat_id, Sender::Bot, content, now));
        posted.ok_or_else(|| Refusal::bad_request("chat not found"))
    }

    /// Adds reply, keyboard and flags to the content.
    pub(super) fn dress(
        &self,
        sim: &TelegramSim,
        mut content: Map<String, Value>,
    ) -> Result<Map<String, Value>, Refusal> {
        if let Some(original) = sim.read(|state, _| replied_to(state, self.chat_id, self.reply.as_ref()))? {
            content.insert("reply_to_message".to_owned(), original);
        }
        if let Some(keyboard) = &self.keyboard {
            content.insert("reply_markup".to_owned(), keyboard.clone());
        }
        if self.protect == Some(true) {
            content.insert("has_protected_content".to_owned(), json!(true));
        }
        if let Some(effect) = &self.effect {
            content.insert("effect_id".to_owned(), json!(effect));
        }
        Ok(content)
    }
}

pub(super) fn send_message(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: SendMessageParams = params.read()?;
    let content = text_content(&text::from_bot(&call.text, call.parse_mode, call.entities)?, "message is too long")?;
    let chat_id = chat_of(&call.chat_id)?;
    sim.admit(chat_id)?;
    let (protect, effect) = (call.protect_content, call.message_effect_id);
    Envelope { chat_id, reply: call.reply_parameters, keyboard, protect, effect }.post(sim, content)
}

pub(super) fn forward_message(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: ForwardMessageParams = params.read()?;
    let chat_id = chat_of(&call.chat_id)?;
    let original = original(sim, &call.from_chat_id, call.message_id, "message to forward not found")?;
    sim.admit(chat_id)?;
    let mut content = content_of(&original.json);
    // The button of an invoice with a start parameter becomes a deep link to the bot, which cannot be paid.
    let is_payable = original.json["invoice"]["start_parameter"] == "";
    if let Some(invoice) = original.json.get("invoice") {
        content.insert("invoice".to_owned(), invoice.clone());
    }
    if is_payable && let Some(keyboard) = original.json.get("reply_markup") {
        content.insert("reply_markup".to_owned(), keyboard.clone());
    }
    let origin = json!({ "type": "user", "date": original.date, "sender_user": original.json["from"] });
    content.insert("forward_origin".to_owned(), origin);
    let posted = sim.change(|state, now| match original.invoice.filter(|_| is_payable) {
        Some(terms) => state.post_invoice(chat_id, content, terms, now),
        None => state.post(chat_id, Sender::Bot, content, now),
    });
    posted.ok_or_else(|| Refusal::bad_request("chat not found"))
}

pub(super) fn copy_message(sim: &TelegramSim, params: &mut Params) -> Answer {
    let keyboard = params.take_markup(Place::Message)?;
    let call: CopyMessageParams = params.read()?;
    let chat_id = chat_of(&call.chat_id)?;
    let original = original(sim, &call.from_chat_id, call.message_id, "message to copy not found")?;
    let mut content = content_of(&original.json);
    if content.is_empty() {
        return Err(Refusal::bad_request("message can't be copied"));
    }
    if let Some(caption) = call.caption {
        let caption = checked_caption(&text::from_bot(&caption, call.parse_mode, call.caption_entities)?)?;
        content.remove("caption");
        content.remove("caption_entities");
        content.extend(caption);
    }
    sim.admit(chat_id)?;
    let (protect, effect) = (call.protect_content, call.message_effect_id);
    let posted = Envelope { chat_id, reply: call.reply_parameters, keyboard, protect, effect }.post(sim, content)?;
    Ok(json!({ "message_id": posted["message_id"] }))
}

pub(super) fn send_chat_action(sim: &TelegramSim, params: &mut Params) -> Answer {
    if params.peek("action").is_none_or(|action| action == "") {
        return Err(Refusal::bad_request("wrong parameter action in request"));
    }
    let call: SendChatActionParams = params.read()?;
    let chat_id = chat_of(&call.chat_id)?;
    sim.change(|state, _| {
        state.writable_chat(chat_id)?;
        state.events.add(chat_id, "action", &json!({ "action": call.action }));
        Ok(Value::Bool(true))
    })
}

pub(super) fn set_message_reaction(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: SetMessageReactionParams = params.read()?;
    original(sim, &call.chat_id, call.message_id, "message to react not found")?;
    if call.reaction.len() > 1 {
        return Err(Refusal::bad_request("REACTIONS_TOO_MANY"));
    }
    let chat_id = chat_of(&call.chat_id)?;
    let event = json!({ "message_id": call.message_id, "reaction": call.reaction });
    sim.change(|state, _| state.events.add(chat_id, "reaction", &event));
    Ok(Value::Bool(true))
}

/// A text as message content.
///
/// # Errors
/// Empty, or longer than a message may be (`too_long` is what sending and editing say differently).
pub(super) fn text_content(text: &Formatted, too_long: &str) -> Result<Map<String, Value>, Refusal> {
    if text.text.is_empty() {
        return Err(Refusal::bad_request("message text is empty"));
    }
    if text.units() > TEXT_MAX {
        return Err(Refusal::bad_request(too_long));
    }
    let mut content = Map::new();
    text.put_into(&mut content, "text", "entities");
    Ok(content)
}

/// A caption as message content.
///
/// # Errors
/// Longer than a caption may be.
pub(super) fn checked_caption(caption: &Formatted) -> Result<Map<String, Value>, Refusal> {
    if caption.units() > CAPTION_MAX {
        return Err(Refusal::bad_request("message caption is too long"));
    }
    let mut content = Map::new();
    caption.put_into(&mut content, "caption", "caption_entities");
    Ok(content)
}

fn original(sim: &TelegramSim, chat: &ChatId, message_id: i32, missing: &str) -> Result<StoredMessage, Refusal> {
    let chat_id = chat_of(chat)?;
    sim.read(|state, _| {
        state.known_chat(chat_id)?;
        state.messages.get(&(chat_id, message_id)).cloned().ok_or_else(|| Refusal::bad_request(missing))
    })
}

fn replied_to(state: &State, chat_id: i64, reply: Option<&ReplyParameters>) -> Result<Option<Value>, Refusal> {
    let Some((reply, message_id)) = reply.and_then(|reply| Some((reply, reply.message_id?))) else { return Ok(None) };
    match state.messages.get(&(chat_id, message_id)).filter(|message| message.inaccessible.is_none()) {
        Some(original) => {
            let mut original = original.json.clone();
            // One level only, as in the Bot API.
            if let Some(fields) = original.as_object_mut() {
                fields.remove("reply_to_message");
            }
            Ok(Some(original))
        }
        None if reply.allow_sending_without_reply == Some(true) => Ok(None),
        None => Err(Refusal::bad_request("message to be replied not found")),
    }
}
