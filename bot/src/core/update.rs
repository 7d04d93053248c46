//! Telegram updates, read tolerantly: only the fields that we use, every one optional where Telegram may leave it out,
//! so that a newer Bot API adds nothing that could break us or lose a person's text.
//!
//! Source: core.telegram.org/bots/api, objects `Update`, `Message`, `CallbackQuery`,
//! `PreCheckoutQuery`, `ChatMemberUpdated`, `BotSubscriptionUpdated`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::ids::{MessageId, UserId};

/// One update. What it is about is in the one field that is set.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Update {
    /// Increases by one; the key of exactly-once.
    pub update_id: i64,
    /// A new message, payments included.
    pub message: Option<Message>,
    /// A message that the person changed.
    pub edited_message: Option<Message>,
    /// A button was pressed.
    pub callback_query: Option<CallbackQuery>,
    /// Somebody is about to pay; waits 10 seconds for our word.
    pub pre_checkout_query: Option<PreCheckoutQuery>,
    /// The person blocked or unblocked the bot, or a group took it in.
    pub my_chat_member: Option<ChatMemberUpdated>,
    /// A subscription was cancelled, goes on, or could not be paid.
    pub subscription: Option<SubscriptionUpdated>,
}

impl Update {
    /// Who says something with it. The question before a payment says nothing.
    #[must_use]
    pub fn talker(&self) -> Option<UserId> {
        let message = self.message.as_ref().or(self.edited_message.as_ref()).and_then(|message| message.from.as_ref());
        let pressed = self.callback_query.as_ref().map(|query| &query.from);
        message.or(pressed).map(|user| user.id)
    }
}

/// The kinds of updates that we ask Telegram for.
pub const ALLOWED_UPDATES: [&str; 6] =
    ["message", "edited_message", "callback_query", "pre_checkout_query", "my_chat_member", "subscription"];

/// What a message may be that a person sends and we can make nothing of. Whatever else is in a message without words and
/// images is Telegram's own news of the chat: pins, timers, wallpapers, and whatever comes next.
const UNUSABLE: [&str; 15] = [
    "animation",
    "audio",
    "checklist",
    "contact",
    "dice",
    "game",
    "location",
    "paid_media",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
];

/// A message to the bot.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Message {
    /// Its number within the chat.
    pub message_id: MessageId,
    /// When it was sent, in seconds since 1970.
    #[serde(default)]
    pub date: i64,
    /// Who wrote it. Absent in channels.
    pub from: Option<User>,
    /// Where.
    pub chat: Chat,
    /// The text, if it is a text message.
    pub text: Option<String>,
    /// The words under a picture or a file.
    pub caption: Option<String>,
    /// The sizes of a picture, smallest first.
    pub photo: Option<Vec<FileRef>>,
    /// A file.
    pub document: Option<FileRef>,
    /// The topic or the thread that it is in.
    pub message_thread_id: Option<i64>,
    /// Whether that is a topic, and not merely a thread of answers.
    #[serde(default)]
    pub is_topic_message: bool,
    /// The number that the pictures of one album share.
    pub media_group_id: Option<String>,
    /// Where a message was written that they forward.
    pub forward_origin: Option<ForwardOrigin>,
    /// Stars were paid.
    pub successful_payment: Option<SuccessfulPayment>,
    /// Stars were given back.
    pub refunded_payment: Option<RefundedPayment>,
    /// The names of its other fields, which say what kind of message it is.
    #[serde(flatten)]
    pub others: BTreeMap<String, IgnoredAny>,
}

impl Message {
    /// The topic of the chat that it is in.
    #[must_use]
    pub fn topic(&self) -> Option<i64> {
        self.message_thread_id.filter(|_| self.is_topic_message)
    }

    /// What the person wrote: the text, or the words under an image or a file.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        self.text.as_deref().or(self.caption.as_deref())
    }

    /// The image: the largest size of a photo, or a file. Whether a file is an image is seen by its bytes.
    #[must_use]
    pub fn image(&self) -> Option<&FileRef> {
        let file = self.document.as_ref().filter(|_| !self.others.contains_key("animation"));
        self.photo.as_ref().and_then(|sizes| sizes.last()).or(file)
    }

    /// Whether the person says something with it, rather than Telegram about the chat.
    #[must_use]
    pub fn is_said(&self) -> bool {
        self.words().is_some() || self.image().is_some() || UNUSABLE.iter().any(|kind| self.others.contains_key(*kind))
    }

    /// Whether it tells of a gift to the bot.
    #[must_use]
    pub fn is_gift(&self) -> bool {
        ["gift", "unique_gift"].iter().any(|kind| self.others.contains_key(*kind))
    }
}

/// Where a forwarded message was written.
/// Source: core.telegram.org/bots/api#messageorigin
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ForwardOrigin {
    /// Who wrote it. Absent when they hide their account from those who read it elsewhere, and for chats.
    pub sender_user: Option<User>,
}

/// A person, or a bot.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct User {
    /// Never changes.
    pub id: UserId,
    /// Bots talk to no bots.
    #[serde(default)]
    pub is_bot: bool,
    /// Their client's language, an IETF tag.
    pub language_code: Option<String>,
}

/// A chat. A private chat has the id of the person.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Chat {
    /// Negative for groups.
    pub id: i64,
    /// `private`, `group`, `supergroup` or `channel`.
    #[serde(default, rename = "type")]
    pub kind: String,
}

impl Chat {
    /// Whether it is a person's own chat with the bot.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.kind == "private"
    }
}

/// A file that Telegram keeps.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct FileRef {
    /// The name to fetch it by.
    pub file_id: String,
    /// Size in bytes, if Telegram says it.
    pub file_size: Option<u64>,
    /// As the sender's client claims.
    pub mime_type: Option<String>,
}

/// A pressed button.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct CallbackQuery {
    /// To be answered, or the button keeps spinning.
    pub id: String,
    /// Who pressed it.
    pub from: User,
    /// The message with the button, unless it is too old.
    pub message: Option<ButtonMessage>,
    /// What we put on the button; anything, if somebody forges it.
    pub data: Option<String>,
}

/// The message that a pressed button belongs to.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ButtonMessage {
    /// Its number within the chat.
    pub message_id: MessageId,
    /// Where it is.
    pub chat: Chat,
    /// The topic that it is in, if [`Self::is_topic_message`].
    pub message_thread_id: Option<i64>,
    /// Whether it is in a topic.
    #[serde(default)]
    pub is_topic_message: bool,
}

/// Somebody is about to pay.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct PreCheckoutQuery {
    /// To be answered within 10 seconds.
    pub id: String,
    /// Who pays.
    pub from: User,
    /// `XTR` for Stars.
    pub currency: String,
    /// In whole Stars.
    pub total_amount: i64,
    /// What we put into the invoice.
    pub invoice_payload: String,
}

/// Stars were paid.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct SuccessfulPayment {
    /// `XTR` for Stars.
    pub currency: String,
    /// In whole Stars.
    pub total_amount: i64,
    /// What we put into the invoice.
    pub invoice_payload: String,
    /// Names the payment for ever; equals the id in the bot's list of Star transactions.
    pub telegram_payment_charge_id: String,
    /// For a subscription: until when it is paid, in seconds since 1970.
    #[serde(default)]
    pub subscription_expiration_date: Option<i64>,
    /// Whether this payment begins a subscription.
    #[serde(default)]
    pub is_first_recurring: bool,
}

/// Stars were given back.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct RefundedPayment {
    /// The payment that was undone.
    pub telegram_payment_charge_id: String,
    /// What we put into its invoice.
    #[serde(default)]
    pub invoice_payload: String,
}

/// A subscription is not as it was. New in Bot API 10.2.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct SubscriptionUpdated {
    /// Who pays for it.
    pub user: User,
    /// What we put into the invoice that began it.
    #[serde(default)]
    pub invoice_payload: String,
    /// `canceled`, `active` or `failed`.
    #[serde(default)]
    pub state: String,
}

/// The bot's own place in a chat changed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ChatMemberUpdated {
    /// Where.
    pub chat: Chat,
    /// Who did it.
    pub from: User,
    /// What it is now.
    pub new_chat_member: ChatMember,
}

/// A place in a chat.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ChatMember {
    /// `kicked` when the person blocked the bot, `member` when they unblocked it.
    #[serde(default)]
    pub status: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_newer_bot_api_adds_loses_nothing() {
        let update: Update = serde_json::from_str(
            r#"{"update_id":7,"message":{"message_id":3,"date":1,"chat":{"id":5,"type":"private","future":1},
                "from":{"id":5,"is_bot":false,"first_name":"Ann"},"text":"tomorrow at ten",
                "entities":[{"type":"date_time","offset":0,"length":8,"unix_time":1}],"future":{"x":[1]}},"also":true}"#,
        )
        .unwrap();
        assert_eq!(update.message.unwrap().text.unwrap(), "tomorrow at ten");
        let unknown: Update = serde_json::from_str(r#"{"update_id":8,"warp":{"state":"active"}}"#).unwrap();
        assert_eq!(unknown.update_id, 8);
    }
}
