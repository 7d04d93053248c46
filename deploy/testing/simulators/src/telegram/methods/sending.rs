//! Text messages and chat actions.

use frankenstein::methods::{SendChatActionParams, SendMessageParams};
use frankenstein::types::ReplyParameters;
use serde_json::{Map, Value, json};

use super::{chat_of, effects};
use crate::telegram::TelegramSim;
use crate::telegram::markup::Place;
use crate::telegram::messages::{Sender, topic};
use crate::telegram::params::Params;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::state::State;
use crate::telegram::text::{self, CAPTION_MAX, Formatted, TEXT_MAX};

/// What all sending methods have in common.
#[derive(Debug)]
pub(super) struct Envelope {
    pub(super) chat_id: i64,
    /// The topic; `None` is General.
    pub(super) thread: Option<i32>,
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
        if let Some(thread) = self.thread {
            let known = sim.read(|state, _| state.threads.contains(&(self.chat_id, thread)));
            content.extend(
                topic(known.then_some(thread)).ok_or_else(|| Refusal::bad_request("message thread not found"))?,
            );
        }
        if let Some(original) = sim.read(|state, _| replied_to(state, self.chat_id, self.reply.as_ref()))? {
            if let Some(quote) = self.reply.as_ref().map_or(Ok(None), |reply| quote(&original, reply))? {
                content.insert("quote".to_owned(), quote);
            }
            content.insert("reply_to_message".to_owned(), original);
        }
        if let Some(keyboard) = &self.keyboard {
            content.insert("reply_markup".to_owned(), keyboard.clone());
        }
        if self.protect == Some(true) {
            content.insert("has_protected_content".to_owned(), json!(true));
        }
        if let Some(effect) = effects::checked(self.effect.as_deref(), self.chat_id)? {
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
    let (thread, reply) = (call.message_thread_id, call.reply_parameters);
    Envelope { chat_id, thread, reply, keyboard, protect, effect }.post(sim, content)
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

fn replied_to(state: &State, chat_id: i64, reply: Option<&ReplyParameters>) -> Result<Option<Value>, Refusal> {
    let Some((reply, message_id)) = reply.and_then(|reply| Some((reply, reply.message_id?))) else { return Ok(None) };
    match state.messages.get(&(chat_id, message_id)).filter(|message| message.inaccessible.is_none()) {
        Some(original) => Ok(Some(original.as_replied())),
        None if reply.allow_sending_without_reply == Some(true) => Ok(None),
        None => Err(Refusal::bad_request("message to be replied not found")),
    }
}

/// The words of the original that the reply is about, if it names some.
fn quote(original: &Value, reply: &ReplyParameters) -> Result<Option<Value>, Refusal> {
    let Some(words) = reply.quote.as_deref().filter(|words| !words.is_empty()) else { return Ok(None) };
    let quoted = text::from_bot(words, reply.quote_parse_mode, reply.quote_entities.clone())?;
    let whole = original["text"].as_str().or_else(|| original["caption"].as_str()).unwrap_or_default();
    let before = whole.split_once(&quoted.text).map(|(before, _)| before);
    let before = before.ok_or_else(|| Refusal::bad_request("QUOTE_TEXT_INVALID"))?;
    let mut quote = Map::new();
    quoted.put_into(&mut quote, "text", "entities");
    quote.extend([("position".to_owned(), json!(text::units(before))), ("is_manual".to_owned(), json!(true))]);
    Ok(Some(Value::Object(quote)))
}
