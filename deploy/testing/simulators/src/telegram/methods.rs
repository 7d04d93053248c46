//! The methods of the Bot API that are simulated, by theme.

mod answering;
mod copying;
mod editing;
mod effects;
mod paying;
mod profile;
mod receiving;
mod sending;
mod sending_media;

use frankenstein::types::ChatId;
use serde_json::Value;

use super::TelegramSim;
use super::flood::{Admission, What};
use super::params::Params;
use super::refusal::{Answer, Refusal};

/// Every method that is simulated, as documented: those that the bot calls, and edits of captions and
/// keyboards.
const NAMES: [&str; 30] = [
    "getMe",
    "getUpdates",
    "setWebhook",
    "deleteWebhook",
    "getWebhookInfo",
    "sendMessage",
    "sendChatAction",
    "sendVideo",
    "sendPhoto",
    "copyMessage",
    "editMessageText",
    "editMessageCaption",
    "editMessageMedia",
    "editMessageReplyMarkup",
    "getFile",
    "answerCallbackQuery",
    "sendInvoice",
    "createInvoiceLink",
    "answerPreCheckoutQuery",
    "refundStarPayment",
    "editUserStarSubscription",
    "getStarTransactions",
    "getMyStarBalance",
    "setMyCommands",
    "getMyCommands",
    "deleteMyCommands",
    "setMyDescription",
    "getMyDescription",
    "setMyShortDescription",
    "getMyShortDescription",
];

/// The documented spelling of a method that was called in any case.
pub(crate) fn canonical(method: &str) -> Option<&'static str> {
    NAMES.into_iter().find(|name| name.eq_ignore_ascii_case(method))
}

/// Does a call.
///
/// # Errors
/// What Telegram says; 404 for a method that is not simulated.
pub(crate) async fn dispatch(sim: &TelegramSim, method: &str, params: &mut Params) -> Answer {
    match canonical(method).unwrap_or_default() {
        "getUpdates" => receiving::get_updates(sim, params).await,
        "setWebhook" => receiving::set_webhook(sim, params),
        "deleteWebhook" => receiving::delete_webhook(sim, params),
        "getWebhookInfo" => Ok(receiving::get_webhook_info(sim)),
        "sendMessage" => sending::send_message(sim, params),
        "sendChatAction" => sending::send_chat_action(sim, params),
        "sendVideo" => Box::pin(sending_media::send_video(sim, params)).await,
        "sendPhoto" => Box::pin(sending_media::send_photo(sim, params)).await,
        "copyMessage" => copying::copy_message(sim, params),
        "editMessageText" => editing::edit_text(sim, params),
        "editMessageCaption" => editing::edit_caption(sim, params),
        "editMessageMedia" => Box::pin(editing::edit_media(sim, params)).await,
        "editMessageReplyMarkup" => editing::edit_keyboard(sim, params),
        "getFile" => sending_media::get_file(sim, params),
        "answerCallbackQuery" => answering::answer_callback_query(sim, params),
        "answerPreCheckoutQuery" => answering::answer_pre_checkout_query(sim, params),
        "sendInvoice" => paying::send_invoice(sim, params),
        "createInvoiceLink" => paying::create_link(sim, params),
        "editUserStarSubscription" => paying::edit_subscription(sim, params),
        "refundStarPayment" => paying::refund(sim, params),
        "getStarTransactions" => paying::list_transactions(sim, params),
        "getMyStarBalance" => Ok(paying::balance(sim)),
        "getMe" => Ok(profile::get_me(sim)),
        "setMyCommands" => profile::set_commands(sim, params),
        "getMyCommands" => profile::get_commands(sim, params),
        "deleteMyCommands" => profile::delete_commands(sim, params),
        "setMyDescription" => profile::set_text(sim, params, profile::ProfileText::Description),
        "getMyDescription" => profile::get_text(sim, params, profile::ProfileText::Description),
        "setMyShortDescription" => profile::set_text(sim, params, profile::ProfileText::ShortDescription),
        "getMyShortDescription" => profile::get_text(sim, params, profile::ProfileText::ShortDescription),
        _ => Err(Refusal::new(404, "Not Found".to_owned())),
    }
}

/// What `getWebhookInfo` says now.
pub(crate) fn webhook_info(sim: &TelegramSim) -> Value {
    receiving::get_webhook_info(sim)
}

impl TelegramSim {
    /// Whether the bot may send a message to the chat now; takes its place in flood control.
    fn admit(&self, chat_id: i64) -> Result<(), Refusal> {
        self.admit_what(chat_id, What::Message)
    }

    /// The same for an edit.
    fn admit_edit(&self, chat_id: i64) -> Result<(), Refusal> {
        self.admit_what(chat_id, What::Edit)
    }

    fn admit_what(&self, chat_id: i64, what: What) -> Result<(), Refusal> {
        let now_ms = self.config.clock.now().as_millisecond();
        let mut state = self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        state.writable_chat(chat_id)?;
        match state.flood.admit(chat_id, what, now_ms) {
            Admission::Go => Ok(()),
            Admission::RetryAfter(seconds) => Err(Refusal::too_many_requests(seconds)),
        }
    }
}

/// The number behind a `chat_id`; people and groups have no `@names` here.
fn chat_of(chat: &ChatId) -> Result<i64, Refusal> {
    match chat {
        ChatId::Integer(id) => Ok(*id),
        ChatId::String(text) => text.parse().map_err(|_| Refusal::bad_request("chat not found")),
    }
}
