//! Somebody who talks to the bot: what they write, press, send and pay.

use bot::core::event::{Event, IncomingUpdate, Outcome, Receipt};
use bot::core::ids::MessageId;
use bot::core::update::{
    ButtonMessage, CallbackQuery, Chat, FileRef, Message, PreCheckoutQuery, RefundedPayment, SuccessfulPayment, Update,
    User,
};

use serde::de::IgnoredAny;

use super::conversation::Bot;

/// Somebody who talks to the bot.
pub(crate) struct Person<'b> {
    bot: &'b Bot,
    pub(crate) user: User,
}

impl<'b> Person<'b> {
    /// Somebody new.
    pub(super) const fn new(bot: &'b Bot, user: User) -> Self {
        Self { bot, user }
    }

    /// They write something.
    pub(crate) fn sends(&self, text: &str) -> String {
        self.message(|message| message.text = Some(text.to_owned()))
    }

    /// They send an image, so many bytes large as Telegram says.
    pub(crate) fn sends_image(&self, file_id: &str, bytes: u64) -> String {
        self.message(|message| message.photo = Some(vec![FileRef::default(), file(file_id, bytes)]))
    }

    /// They send whatever is filled in.
    pub(crate) fn message(&self, fill: impl FnOnce(&mut Message)) -> String {
        let chat = Chat { id: self.user.id.0, kind: "private".to_owned() };
        let mut message = Message { from: Some(self.user.clone()), chat, ..Message::default() };
        message.message_id = self.bot.next_message();
        message.date = self.bot.now().as_second();
        fill(&mut message);
        self.update(Update { message: Some(message), ..Update::default() })
    }

    /// They send something of this kind, such as a sticker, or Telegram tells of it in their chat.
    pub(crate) fn sends_a(&self, kind: &str) -> String {
        self.message(|message| message.others.extend([(kind.to_owned(), IgnoredAny)]))
    }

    /// They send an image of an album, with words under it.
    pub(crate) fn sends_of_album(&self, file_id: &str, words: Option<&str>) -> String {
        self.message(|message| {
            message.photo = Some(vec![file(file_id, 5)]);
            message.media_group_id = Some("album".to_owned());
            message.caption = words.map(str::to_owned);
        })
    }

    /// They send an image with words under it.
    pub(crate) fn sends_captioned(&self, file_id: &str, words: &str) -> String {
        self.message(|message| {
            message.photo = Some(vec![file(file_id, 5)]);
            message.caption = Some(words.to_owned());
        })
    }

    /// They change what they wrote in this message.
    pub(crate) fn edits(&self, message_id: MessageId, text: &str) -> String {
        let chat = Chat { id: self.user.id.0, kind: "private".to_owned() };
        let (from, text) = (Some(self.user.clone()), Some(text.to_owned()));
        let message = Message { message_id, from, chat, text, ..Message::default() };
        self.update(Update { edited_message: Some(message), ..Update::default() })
    }

    /// They press the newest button that says this.
    pub(crate) fn presses(&self, label: &str) -> String {
        let (message, data) = self.button(label);
        self.presses_data(Some(message), &data)
    }

    /// Message and data of the newest button that says this.
    pub(crate) fn button(&self, label: &str) -> (i64, String) {
        self.bot.button(self.user.id.0, label).unwrap_or_else(|| panic!("no button says {label}"))
    }

    /// They press the newest button that says this, in a message in a topic.
    pub(crate) fn presses_in_topic(&self, topic: i64, label: &str) -> String {
        let (id, data) = self.button(label);
        let message = ButtonMessage {
            message_id: MessageId(id),
            chat: Chat { id: self.user.id.0, kind: "private".to_owned() },
            message_thread_id: Some(topic),
            is_topic_message: true,
        };
        let (from, data) = (self.user.clone(), Some(data));
        let query = CallbackQuery { id: "q".to_owned(), from, message: Some(message), data };
        self.update(Update { callback_query: Some(query), ..Update::default() })
    }

    /// They send the data of a button, ours or not.
    pub(crate) fn presses_data(&self, message: Option<i64>, data: &str) -> String {
        let message = message.map(|id| ButtonMessage {
            message_id: MessageId(id),
            chat: Chat { id: self.user.id.0, kind: "private".to_owned() },
            ..ButtonMessage::default()
        });
        let query = CallbackQuery { id: "q".to_owned(), from: self.user.clone(), message, data: Some(data.to_owned()) };
        self.update(Update { callback_query: Some(query), ..Update::default() })
    }

    /// They are about to pay the last invoice that anybody got, perhaps changed.
    pub(crate) fn checks_out(&self, change: impl FnOnce(&mut PreCheckoutQuery)) -> String {
        let invoice = self.bot.last_invoice();
        let mut query = PreCheckoutQuery {
            id: "c".to_owned(),
            from: self.user.clone(),
            currency: "XTR".to_owned(),
            total_amount: invoice.stars.0,
            invoice_payload: invoice.payload,
        };
        change(&mut query);
        self.update(Update { pre_checkout_query: Some(query), ..Update::default() })
    }

    /// They have paid the last invoice that anybody got; Telegram names the payment so.
    pub(crate) fn has_paid(&self, charge: &str) -> String {
        let invoice = self.bot.last_invoice();
        self.message(|message| {
            message.successful_payment = Some(SuccessfulPayment {
                currency: "XTR".to_owned(),
                total_amount: invoice.stars.0,
                invoice_payload: invoice.payload,
                telegram_payment_charge_id: charge.to_owned(),
                ..SuccessfulPayment::default()
            });
        })
    }

    /// Telegram says that the Stars of this payment went back, without us.
    pub(crate) fn has_stars_taken_back(&self, charge: &str) -> String {
        let invoice_payload = self.bot.last_payload();
        self.message(|message| {
            let telegram_payment_charge_id = charge.to_owned();
            message.refunded_payment = Some(RefundedPayment { telegram_payment_charge_id, invoice_payload });
        })
    }

    /// They order a video and get it.
    pub(crate) fn gets_a_video(&self) {
        self.orders("a cat");
        self.bot.video_is_there();
        self.bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
    }

    /// They buy so many credits.
    pub(crate) fn buys(&self, credits: i64) {
        self.presses_data(None, &format!("pack:{credits}"));
        let number = self.bot.last_update();
        self.has_paid(&format!("charge-{number}"));
    }

    /// They get as far as the card of a video of words alone.
    pub(crate) fn fills_in(&self, prompt: &str) -> String {
        self.sends("/generate");
        self.presses("Veo 3.1 Fast");
        self.sends(prompt)
    }

    /// They order a video of words alone.
    pub(crate) fn orders(&self, prompt: &str) -> String {
        self.fills_in(prompt);
        self.presses("✨ Generate")
    }

    /// Telegram hands an update over.
    pub(crate) fn update(&self, update: Update) -> String {
        let update_id = self.bot.next_update();
        let update = Update { update_id, ..update };
        self.bot.happens(&Event::Update(Box::new(IncomingUpdate { update, raw: "{}".to_owned(), unreadable: None })))
    }
}

/// A file as Telegram describes it.
pub(crate) fn file(file_id: &str, bytes: u64) -> FileRef {
    FileRef { file_id: file_id.to_owned(), file_size: Some(bytes), mime_type: None }
}
