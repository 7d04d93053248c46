//! Answers to queries: pressed buttons and checkouts.
//!
//! That a second answer to the same query is refused is an assumption; Telegram does not document it.

use frankenstein::methods::{AnswerCallbackQueryParams, AnswerPreCheckoutQueryParams};
use serde_json::{Value, json};

use crate::telegram::TelegramSim;
use crate::telegram::params::Params;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::text::units;

/// UTF-16 units of a notification or alert.
const CALLBACK_TEXT_MAX: usize = 200;

pub(super) fn answer_callback_query(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: AnswerCallbackQueryParams = params.read()?;
    if call.text.as_deref().is_some_and(|text| units(text) > CALLBACK_TEXT_MAX) {
        return Err(Refusal::bad_request("MESSAGE_TOO_LONG"));
    }
    sim.change(|state, now| {
        let query = state.callback_queries.remove(&call.callback_query_id).filter(|query| query.expires_at > now);
        let too_old = "query is too old and response timeout expired or query ID is invalid";
        let query = query.ok_or_else(|| Refusal::bad_request(too_old))?;
        let answer = json!({
            "callback_query_id": call.callback_query_id, "text": call.text, "url": call.url,
            "show_alert": call.show_alert == Some(true),
        });
        state.events.add(query.person, "callback_answer", &answer);
        Ok(Value::Bool(true))
    })
}

pub(super) fn answer_pre_checkout_query(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: AnswerPreCheckoutQueryParams = params.read()?;
    let verdict = match (call.ok, call.error_message.filter(|message| !message.is_empty())) {
        (true, _) => Ok(()),
        (false, Some(message)) => Err(message),
        (false, None) => return Err(Refusal::bad_request("error message must be non-empty")),
    };
    sim.change(|state, now| state.answer_checkout(&call.pre_checkout_query_id, verdict, now))?;
    Ok(Value::Bool(true))
}
