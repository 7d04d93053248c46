//! Keyboards under messages, checked as Telegram checks them.

use frankenstein::types::{
    ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove,
};
use serde_json::{Value, json};
use url::Url;

use super::params::read_value;
use super::refusal::Refusal;

/// Buttons of one keyboard.
const BUTTONS_MAX: usize = 100;
const CALLBACK_DATA_BYTES_MAX: usize = 64;
const COPY_TEXT_UNITS_MAX: usize = 256;
const STYLES: [&str; 3] = ["primary", "success", "danger"];

/// What a keyboard belongs to. Only an invoice has a Pay button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Message,
    Invoice,
}

/// Checks a `reply_markup`; the inline keyboard to show under the message, if it is one.
///
/// # Errors
/// What Telegram says of the first thing wrong with it.
pub(crate) fn check(markup: Value, place: Place, unknown: &mut Vec<String>) -> Result<Option<Value>, Refusal> {
    if markup.get("inline_keyboard").is_some() {
        check_styles(&markup)?;
        let keyboard: InlineKeyboardMarkup = read_value(markup, "reply_markup", unknown)?;
        check_inline(&keyboard, place)?;
        let shown = !keyboard.inline_keyboard.iter().all(Vec::is_empty);
        return Ok(shown.then(|| json!(keyboard)));
    }
    if place == Place::Invoice {
        return Err(Refusal::bad_request("inline keyboard expected"));
    }
    if markup.get("keyboard").is_some() {
        read_value::<ReplyKeyboardMarkup>(markup, "reply_markup", unknown)?;
    } else if markup.get("remove_keyboard").is_some() {
        read_value::<ReplyKeyboardRemove>(markup, "reply_markup", unknown)?;
    } else if markup.get("force_reply").is_some() {
        read_value::<ForceReply>(markup, "reply_markup", unknown)?;
    } else if markup.as_object().is_none_or(|fields| !fields.is_empty()) {
        return Err(Refusal::bad_request("object expected as reply markup"));
    }
    Ok(None)
}

/// Whether a keyboard has a callback button with this data.
pub(crate) fn has_button(message: &Value, data: &str) -> bool {
    let rows = message["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten();
    rows.filter_map(Value::as_array).flatten().any(|button| button["callback_data"] == data)
}

/// The keyboard that an invoice has when none is given.
pub(crate) fn pay_keyboard(amount: i64) -> Value {
    json!({ "inline_keyboard": [[{ "text": format!("Pay ⭐{amount}"), "pay": true }]] })
}

fn check_inline(keyboard: &InlineKeyboardMarkup, place: Place) -> Result<(), Refusal> {
    let buttons: Vec<&InlineKeyboardButton> = keyboard.inline_keyboard.iter().flatten().collect();
    if buttons.len() > BUTTONS_MAX {
        return Err(Refusal::bad_request("reply markup is too long"));
    }
    if place == Place::Invoice && buttons.first().is_none_or(|button| button.pay != Some(true)) {
        return Err(Refusal::bad_request("REPLY_MARKUP_BUY_EMPTY"));
    }
    for (number, button) in buttons.iter().enumerate() {
        if button.pay == Some(true) && (place == Place::Message || number > 0) {
            return Err(Refusal::bad_request("BUTTON_TYPE_INVALID"));
        }
        check_button(button)?;
    }
    Ok(())
}

/// Before the typed reading, which would complain in words of its own.
fn check_styles(markup: &Value) -> Result<(), Refusal> {
    let rows = markup["inline_keyboard"].as_array().into_iter().flatten();
    let mut styles = rows.filter_map(Value::as_array).flatten().filter_map(|button| button["style"].as_str());
    match styles.find(|style| !STYLES.contains(style)) {
        Some(_) => Err(Refusal::bad_request("invalid button style specified")),
        None => Ok(()),
    }
}

fn check_button(button: &InlineKeyboardButton) -> Result<(), Refusal> {
    let refuse = |what: &str| Err(Refusal::bad_request(format!("can't parse inline keyboard button: {what}")));
    if button.text.trim().is_empty() {
        return refuse("Field \"text\" must be non-empty");
    }
    match actions(button) {
        0 => return refuse("Text buttons are unallowed in the inline keyboard"),
        1 => {}
        _ => return refuse("Exactly one of the optional fields must be used"),
    }
    if let Some(data) = &button.callback_data
        && !(1..=CALLBACK_DATA_BYTES_MAX).contains(&data.len())
    {
        return Err(Refusal::bad_request("BUTTON_DATA_INVALID"));
    }
    if let Some(url) = &button.url {
        check_url(url)?;
    }
    if let Some(copy) = &button.copy_text
        && !(1..=COPY_TEXT_UNITS_MAX).contains(&copy.text.encode_utf16().count())
    {
        return Err(Refusal::bad_request("BUTTON_COPY_TEXT_INVALID"));
    }
    if let Some(chats) = &button.switch_inline_query_chosen_chat {
        let allowed =
            [chats.allow_user_chats, chats.allow_bot_chats, chats.allow_group_chats, chats.allow_channel_chats];
        if !allowed.contains(&Some(true)) {
            return Err(Refusal::bad_request("at least one chat type must be allowed"));
        }
    }
    Ok(())
}

fn actions(button: &InlineKeyboardButton) -> usize {
    let given = [
        button.url.is_some(),
        button.login_url.is_some(),
        button.callback_data.is_some(),
        button.web_app.is_some(),
        button.switch_inline_query.is_some(),
        button.switch_inline_query_current_chat.is_some(),
        button.switch_inline_query_chosen_chat.is_some(),
        button.copy_text.is_some(),
        button.callback_game.is_some(),
        button.pay.is_some(),
        button.disabled.is_some(),
    ];
    given.iter().filter(|given| **given).count()
}

/// Hosts without a dot are refused by Telegram's servers too: a button to `http://localhost` never worked.
fn check_url(url: &str) -> Result<(), Refusal> {
    let wrong = || Refusal::bad_request(format!("inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"));
    let parsed = Url::parse(url).or_else(|_| Url::parse(&format!("http://{url}"))).map_err(|_| wrong())?;
    match parsed.scheme() {
        "tg" | "ton" | "tonsite" => Ok(()),
        "http" | "https" if parsed.host_str().is_some_and(|host| host.contains('.')) => Ok(()),
        _ => Err(wrong()),
    }
}
