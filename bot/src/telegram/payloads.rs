//! What is said to Telegram, as payloads: from our [`Reply`](crate::core::effect::Reply)s to teloxide's types, and payloads of our own where
//! teloxide's are narrower than the Bot API (updates of unknown kinds, buttons with styles, a video by URL as plain JSON).

use secrecy::{ExposeSecret as _, SecretString};
use serde::{Serialize, Serializer};
use teloxide_core::payloads::{AnswerCallbackQuery, AnswerPreCheckoutQuery, SendInvoice};
use teloxide_core::requests::Payload;
use teloxide_core::types::{
    CallbackQueryId, ChatId, LabeledPrice, MessageId as TelegramMessageId, PreCheckoutQueryId, ThreadId,
};
use url::Url;

use crate::core::effect::{Invoice, Keyboard, MessageEffect};
use crate::core::ids::MessageId;
use crate::core::update::ALLOWED_UPDATES;

mod markup;

pub(crate) use markup::{Markup, markup};

/// How texts and captions are written.
/// Source: core.telegram.org/bots/api#html-style
pub(crate) const HTML: &str = "HTML";

/// No preview of pages that a text names.
#[derive(Debug, Clone, Copy, Serialize)]
struct NoPreview {
    is_disabled: bool,
}

const NO_PREVIEW: NoPreview = NoPreview { is_disabled: true };

/// Somebody to whom an invoice is forwarded gets a button to the bot instead of one to pay what another ordered.
const INVOICE_START_PARAMETER: &str = "buy";

/// 30 days.
const SUBSCRIPTION_SECONDS: u32 = 2_592_000;

/// A new message.
/// Source: core.telegram.org/bots/api#sendmessage
#[derive(Debug, Serialize)]
pub(crate) struct SendMessage<'a> {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    text: &'a str,
    parse_mode: &'static str,
    link_preview_options: NoPreview,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_effect_id: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup<'a>>,
}

impl Payload for SendMessage<'_> {
    type Output = ();
    const NAME: &'static str = "SendMessage";
}

pub(crate) fn message<'a>(chat: i64, topic: Option<i64>, html: &'a str, keyboard: &'a Keyboard) -> SendMessage<'a> {
    SendMessage {
        chat_id: chat,
        message_thread_id: topic,
        text: html,
        parse_mode: HTML,
        link_preview_options: NO_PREVIEW,
        message_effect_id: None,
        reply_markup: markup(keyboard),
    }
}

impl SendMessage<'_> {
    /// The same with an effect.
    pub(crate) fn with(self, effect: Option<MessageEffect>) -> Self {
        Self { message_effect_id: effect.map(effect_id), ..self }
    }
}

/// Telegram's number for an effect; the same for all bots.
/// Source: seen in clients, as the Bot API lists none.
pub(crate) const fn effect_id(effect: MessageEffect) -> &'static str {
    match effect {
        MessageEffect::Party => "5046509860389126442",
        MessageEffect::Fire => "5104841245755180586",
    }
}

/// Another text and other buttons for a message of ours.
/// Source: core.telegram.org/bots/api#editmessagetext
#[derive(Debug, Serialize)]
pub(super) struct EditMessageText<'a> {
    chat_id: i64,
    message_id: MessageId,
    text: &'a str,
    parse_mode: &'static str,
    link_preview_options: NoPreview,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup<'a>>,
}

impl Payload for EditMessageText<'_> {
    type Output = ();
    const NAME: &'static str = "EditMessageText";
}

pub(super) fn edit<'a>(chat: i64, message: MessageId, html: &'a str, keyboard: &'a Keyboard) -> EditMessageText<'a> {
    EditMessageText {
        chat_id: chat,
        message_id: message,
        text: html,
        parse_mode: HTML,
        link_preview_options: NO_PREVIEW,
        reply_markup: markup(keyboard),
    }
}

/// A copy of a message, without a word of where it is from. Its text or caption and their formatting come along.
/// Source: core.telegram.org/bots/api#copymessage
#[derive(Debug, Serialize)]
pub(super) struct CopyMessage<'a> {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    from_chat_id: i64,
    message_id: MessageId,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup<'a>>,
}

impl Payload for CopyMessage<'_> {
    type Output = ();
    const NAME: &'static str = "CopyMessage";
}

/// To a chat and its topic, the message of another chat.
pub(super) fn copy(
    (chat_id, message_thread_id): (i64, Option<i64>),
    (from_chat_id, message_id): (i64, MessageId),
    keyboard: &Keyboard,
) -> CopyMessage<'_> {
    CopyMessage { chat_id, message_thread_id, from_chat_id, message_id, reply_markup: markup(keyboard) }
}

pub(super) fn answer_callback(query: &str, text: Option<&str>) -> AnswerCallbackQuery {
    let mut payload = AnswerCallbackQuery::new(CallbackQueryId(query.to_owned()));
    payload.text = text.map(str::to_owned);
    payload
}

pub(super) fn answer_checkout(query: &str, refusal: Option<&str>) -> AnswerPreCheckoutQuery {
    let mut payload = AnswerPreCheckoutQuery::new(PreCheckoutQueryId(query.to_owned()), refusal.is_none());
    payload.error_message = refusal.map(str::to_owned);
    payload
}

pub(super) fn invoice(chat: i64, topic: Option<i64>, invoice: &Invoice) -> SendInvoice {
    // A price that is no price is refused by Telegram, as 0 is.
    let stars = u32::try_from(invoice.stars.0).unwrap_or(0);
    let price = LabeledPrice::new(&invoice.title, stars);
    let mut payload =
        SendInvoice::new(ChatId(chat), &invoice.title, &invoice.description, &invoice.payload, "XTR", [price]);
    payload.message_thread_id = topic.map(thread);
    payload.start_parameter = Some(INVOICE_START_PARAMETER.to_owned());
    payload
}

/// Makes a link to the checkout of a subscription. Telegram knows one period, of 30 days.
/// Source: core.telegram.org/bots/api#createinvoicelink
#[derive(Debug, Serialize)]
pub(super) struct CreateInvoiceLink<'a> {
    title: &'a str,
    description: &'a str,
    payload: &'a str,
    currency: &'static str,
    prices: [LabeledPrice; 1],
    subscription_period: u32,
}

impl Payload for CreateInvoiceLink<'_> {
    type Output = ();
    const NAME: &'static str = "CreateInvoiceLink";
}

pub(super) fn subscription_link(invoice: &Invoice) -> CreateInvoiceLink<'_> {
    let stars = u32::try_from(invoice.stars.0).unwrap_or(0);
    CreateInvoiceLink {
        title: &invoice.title,
        description: &invoice.description,
        payload: &invoice.payload,
        currency: "XTR",
        prices: [LabeledPrice::new(&invoice.title, stars)],
        subscription_period: SUBSCRIPTION_SECONDS,
    }
}

/// A topic. A number beyond Telegram's own range names none, and Telegram will say so.
fn thread(topic: i64) -> ThreadId {
    ThreadId(TelegramMessageId(i32::try_from(topic).unwrap_or(i32::MAX)))
}

/// Asks for updates as raw JSON, of the kinds that we know, whatever teloxide knows.
#[derive(Debug, Serialize)]
pub(super) struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u8,
    timeout: u16,
    allowed_updates: [&'static str; 6],
}

impl GetUpdates {
    pub(super) const fn new(offset: Option<i64>, timeout: u16) -> Self {
        Self { offset, limit: 100, timeout, allowed_updates: ALLOWED_UPDATES }
    }
}

impl Payload for GetUpdates {
    type Output = ();
    const NAME: &'static str = "GetUpdates";
}

/// Sets the webhook.
#[derive(Debug, Serialize)]
pub(super) struct SetWebhook {
    pub(super) url: Url,
    #[serde(serialize_with = "expose")]
    pub(super) secret_token: SecretString,
    pub(super) allowed_updates: [&'static str; 6],
}

impl Payload for SetWebhook {
    type Output = ();
    const NAME: &'static str = "SetWebhook";
}

/// Sends a video that Telegram has, or fetches itself.
/// Source: core.telegram.org/bots/api#sendvideo
#[derive(Debug, Default, Serialize)]
pub(crate) struct SendVideo<'a> {
    pub(crate) chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) message_thread_id: Option<i64>,
    /// Telegram's id of the file, or an address.
    pub(crate) video: &'a str,
    /// In Telegram's HTML.
    pub(crate) caption: &'a str,
    pub(crate) parse_mode: &'static str,
    /// In pixels. Without these three, Telegram shows what it has not looked into as a black square of 0:00.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) height: Option<u32>,
    /// In seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) duration: Option<u64>,
    pub(crate) supports_streaming: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) message_effect_id: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reply_markup: Option<Markup<'a>>,
}

impl Payload for SendVideo<'_> {
    type Output = ();
    const NAME: &'static str = "SendVideo";
}

fn expose<S: Serializer>(secret: &SecretString, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose_secret())
}
