//! Changing messages.

use frankenstein::methods::EditMessageTextParams;
use frankenstein::types::ChatId;

use super::chat_of;
use super::sending::text_content;
use crate::telegram::TelegramSim;
use crate::telegram::markup::Place;
use crate::telegram::messages::{Edit, StoredMessage};
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
    match sim.change(|state, now| state.edit(&message, content, keyboard, now)) {
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
