//! Messages as the Bot API shows them, kept as whole JSON objects.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::people::Person;
use super::stars::InvoiceTerms;
use super::state::State;

/// A message of a chat.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredMessage {
    pub(crate) chat_id: i64,
    pub(crate) message_id: i32,
    pub(crate) date: i64,
    pub(crate) from_bot: bool,
    /// The Bot API's `Message`.
    pub(crate) json: Value,
    /// What paying its button costs.
    pub(crate) invoice: Option<InvoiceTerms>,
    /// The bot has lost it: queries no longer show its content, and edits are refused.
    #[serde(default)]
    pub(crate) inaccessible: Option<Inaccessible>,
    /// Its invoice is paid.
    #[serde(default)]
    pub(crate) paid: bool,
}

impl StoredMessage {
    /// As another message shows it that replies to it or pins it: one level only, as in the Bot API.
    pub(crate) fn as_replied(&self) -> Value {
        let mut json = self.json.clone();
        if let Some(fields) = json.as_object_mut() {
            fields.retain(|name, _| !matches!(name.as_str(), "reply_to_message" | "quote" | "pinned_message"));
        }
        json
    }
}

/// What edits of a message that is out of the bot's reach are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Inaccessible {
    #[default]
    NotFound,
    CannotBeEdited,
}

impl Inaccessible {
    /// The refusal's words.
    pub(crate) const fn reason(self) -> &'static str {
        match self {
            Self::NotFound => "message to edit not found",
            Self::CannotBeEdited => "message can't be edited",
        }
    }
}

/// Who writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sender {
    Bot,
    Person(i64),
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Edit {
    Changed(Value),
    /// New content and keyboard equal the old.
    NotModified,
}

/// The fields of a message that an edit may replace; the keyboard is apart.
pub(crate) const CONTENT_FIELDS: [&str; 10] = [
    "text",
    "entities",
    "caption",
    "caption_entities",
    "photo",
    "video",
    "document",
    "animation",
    "has_media_spoiler",
    "show_caption_above_media",
];

impl State {
    /// Adds a message to a chat and shows it to the page; the whole Bot API object, or `None` without such a chat.
    pub(crate) fn post(
        &mut self,
        chat_id: i64,
        sender: Sender,
        content: Map<String, Value>,
        now: i64,
    ) -> Option<Value> {
        let chat = self.chat_json(chat_id)?;
        let from = match sender {
            Sender::Bot => self.bot_user(),
            Sender::Person(id) => self.people.get(&id).map(Person::to_user)?,
        };
        let message_id = self.counters.next_message;
        self.counters.next_message += 1;
        self.touch_counters();
        let mut json = json!({ "message_id": message_id, "from": from, "chat": chat, "date": now });
        if let Some(fields) = json.as_object_mut() {
            fields.extend(content);
        }
        self.threads.extend(thread_of(&json).map(|thread| (chat_id, thread)));
        let from_bot = sender == Sender::Bot;
        let message = StoredMessage {
            chat_id,
            message_id,
            date: now,
            from_bot,
            json: json.clone(),
            invoice: None,
            inaccessible: None,
            paid: false,
        };
        self.keep_message(message);
        self.events.add(chat_id, "message", &json);
        Some(json)
    }

    /// Adds an invoice, whose terms stay apart from what the chat sees.
    pub(crate) fn post_invoice(
        &mut self,
        chat_id: i64,
        content: Map<String, Value>,
        terms: InvoiceTerms,
        now: i64,
    ) -> Option<Value> {
        let json = self.post(chat_id, Sender::Bot, content, now)?;
        let message_id = message_id_of(&json)?;
        let mut message = self.messages.get(&(chat_id, message_id))?.clone();
        message.invoice = Some(terms);
        self.keep_message(message);
        Some(json)
    }

    /// Puts new content and a new keyboard (or none) into a message.
    pub(crate) fn edit(
        &mut self,
        message: &StoredMessage,
        content: Map<String, Value>,
        keyboard: Option<Value>,
        now: i64,
    ) -> Edit {
        let mut json = message.json.clone();
        let Some(fields) = json.as_object_mut() else { return Edit::NotModified };
        for name in CONTENT_FIELDS {
            fields.remove(name);
        }
        fields.extend(content);
        fields.remove("reply_markup");
        if let Some(keyboard) = keyboard {
            fields.insert("reply_markup".to_owned(), keyboard);
        }
        if json == message.json {
            return Edit::NotModified;
        }
        json["edit_date"] = json!(now);
        self.keep_message(StoredMessage { json: json.clone(), ..message.clone() });
        self.events.add(message.chat_id, "edited", &json);
        Edit::Changed(json)
    }

    pub(crate) fn remove_message(&mut self, chat_id: i64, message_id: i32) {
        if self.messages.remove(&(chat_id, message_id)).is_some() {
            self.touched.delete("message", format!("{chat_id}:{message_id}"));
            self.events.add(chat_id, "deleted", &json!({ "message_id": message_id }));
        }
    }

    /// Puts messages of the bot out of its reach: one, or all of the chat. Says which.
    pub(crate) fn make_inaccessible(&mut self, chat_id: i64, only: Option<i32>, edit: Inaccessible) -> Vec<i32> {
        let of_chat = self.messages.range((chat_id, i32::MIN)..=(chat_id, i32::MAX)).map(|(_, message)| message);
        let wanted = |message: &&StoredMessage| message.from_bot && only.is_none_or(|id| message.message_id == id);
        let lost: Vec<StoredMessage> = of_chat.filter(wanted).cloned().collect();
        let ids = lost.iter().map(|message| message.message_id).collect();
        for message in lost {
            self.keep_message(StoredMessage { inaccessible: Some(edit), ..message });
        }
        ids
    }

    /// Notes that an invoice is paid; its page then shows no button for it.
    pub(crate) fn note_paid(&mut self, place: (i64, i32)) {
        if let Some(message) = self.messages.get(&place).cloned() {
            self.keep_message(StoredMessage { paid: true, ..message });
        }
    }

    /// The paid invoices of a chat.
    pub(crate) fn paid_invoices(&self, chat_id: i64) -> Vec<i32> {
        let messages = self.messages.range((chat_id, i32::MIN)..=(chat_id, i32::MAX));
        messages.filter(|(_, message)| message.paid).map(|((_, id), _)| *id).collect()
    }

    /// The messages of a chat with this id or a later one, oldest first.
    pub(crate) fn messages_of(&self, chat_id: i64, first: i32) -> Vec<Value> {
        let messages = self.messages.range((chat_id, first)..=(chat_id, i32::MAX));
        messages.map(|(_, message)| message.json.clone()).collect()
    }

    fn keep_message(&mut self, message: StoredMessage) {
        self.touched.put("message", format!("{}:{}", message.chat_id, message.message_id), &message);
        self.messages.insert((message.chat_id, message.message_id), message);
    }
}

/// The fields of a message that stands in a topic.
pub(crate) fn topic(thread: Option<i32>) -> Option<Map<String, Value>> {
    let fields = [("message_thread_id", json!(thread?)), ("is_topic_message", json!(true))];
    Some(fields.map(|(name, value)| (name.to_owned(), value)).into_iter().collect())
}

/// The topic of a message.
pub(crate) fn thread_of(message: &Value) -> Option<i32> {
    message["message_thread_id"].as_i64().and_then(|id| i32::try_from(id).ok())
}

pub(crate) fn message_id_of(message: &Value) -> Option<i32> {
    message["message_id"].as_i64().and_then(|id| i32::try_from(id).ok())
}
