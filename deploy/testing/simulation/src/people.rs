//! What people do: mostly what one does with such a bot, and now and then anything else.

use bot::core::event::Direction;
use bot::core::ids::{MessageId, UserId};
use bot::core::update::{
    ButtonMessage, CallbackQuery, Chat, ChatMember, ChatMemberUpdated, FileRef, Message, PreCheckoutQuery,
    SuccessfulPayment, Update, User,
};
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;

use crate::catalog_fixture::OPERATOR;
use crate::coverage::Fault;
use crate::world::World;

const COMMANDS: [&str; 14] = [
    "/generate",
    "/generate",
    "/generate",
    "/generate",
    "/buy",
    "/start",
    "/help",
    "/balance",
    "/cancel",
    "/terms",
    "/privacy",
    "/paysupport",
    "/dance",
    "/start@OtherBot",
];

const WORDS: [&str; 8] = [
    "a cat on Mars",
    "rain",
    "<b>bold & brave</b>",
    "   ",
    "🚀🚀🚀",
    "a slow walk through the old town by night",
    "x & y < z > w",
    "so many words that no model takes them all, however kind it may be to those who cannot stop describing what they want",
];

const FORGED: [&str; 17] = [
    "",
    "f:",
    "f:00000000:go:0",
    "pack:-5",
    "pack:999",
    "gift:999",
    "gift:-1",
    "again:nonsense",
    "subscription:cancel:nothing",
    "subscription:",
    "cancel:",
    "f::model:both",
    "shop:close:on",
    "shop:price:5:both",
    "shop:apply:0000000000000000",
    "drop table jobs",
    "f:00000000:option:99999999999999999999:0",
];

/// Somebody who talks to the bot.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) user: User,
    pub(crate) has_blocked: bool,
    /// Whether they never come back once they have blocked the bot.
    pub(crate) is_gone_for_good: bool,
    /// The buttons that they saw last, and all before.
    pub(crate) buttons: Vec<(i64, String)>,
    pub(crate) old_buttons: Vec<(i64, String)>,
    /// Whether an invoice has just come.
    pub(crate) is_about_to_pay: bool,
    /// Payloads of the invoices that they got.
    pub(crate) invoices: Vec<String>,
    /// The term of the shop that they are asked for, being an operator.
    pub(crate) is_asked_for: Option<&'static str>,
}

impl Person {
    pub(crate) fn new(id: i64, random: &mut StdRng) -> Self {
        let language = ["en", "de", "pt-br", "xx", "not a tag"].choose(random).map(|tag| (*tag).to_owned());
        let language_code = language.filter(|_| random.random_bool(0.9));
        Self {
            user: User { id: UserId(id), is_bot: false, language_code },
            has_blocked: false,
            is_gone_for_good: random.random_bool(0.2),
            buttons: Vec::new(),
            old_buttons: Vec::new(),
            is_about_to_pay: false,
            invoices: Vec::new(),
            is_asked_for: None,
        }
    }

    /// Whether one of the buttons that they saw last does this.
    pub(crate) fn sees(&self, what: &str) -> bool {
        self.buttons.iter().any(|(_, data)| data.contains(what))
    }

    /// The operator, who may not have started the bot yet: then it cannot write to them.
    pub(crate) fn operator(random: &mut StdRng) -> Self {
        Self { has_blocked: random.random_bool(0.3), is_gone_for_good: false, ..Self::new(OPERATOR.0, random) }
    }
}

impl World {
    /// Somebody does something.
    pub(crate) fn somebody_acts(&mut self) {
        let operator = self.people.len() - 1;
        let mut index = self.random.random_range(0..=operator);
        if index == operator && !self.chance(if self.interests.are_operators() { 70 } else { 20 }) {
            index = self.random.random_range(0..operator);
        }
        let is_operator = index == operator;
        if !is_operator && self.chance(78) {
            return self.go_on_with_order(index);
        }
        if is_operator && self.interests.operating && self.chance(35) {
            return self.operate(index);
        }
        if is_operator && self.interests.shop && self.chance(40) {
            return self.go_on_with_shop(index);
        }
        let is_at_it = self.people[index].buttons.iter().any(|(_, data)| data.starts_with("broadcast:"));
        let percent = if !is_operator { 6 } else { [35, 80][usize::from(is_at_it)] };
        if self.interests.broadcasts && self.chance(percent) {
            return self.go_on_with_broadcast(index, is_operator);
        }
        if self.interests.refunds && self.chance(12) {
            return self.go_on_with_refund(index);
        }
        if self.interests.links && self.chance(40) {
            return self.go_on_with_links(index);
        }
        if self.interests.subscriptions && !self.chats.months.is_empty() && self.chance(25) {
            return self.go_on_with_subscription(index);
        }
        match self.random.random_range(0..100) {
            0..14 => {
                let command = (*COMMANDS.choose(&mut self.random).unwrap()).to_owned();
                self.write(index, |message| message.text = Some(command));
            }
            14..52 => self.press_something(index),
            52..56 => self.press_something_old(index),
            56..59 => self.press_something_forged(index),
            59..73 => self.write_something(index),
            73..80 => self.send_image(index),
            80..91 => self.pay(index),
            91 | 92 => self.refund_something(),
            93 | 94 => self.a_subscription_goes_on(),
            95 => self.block_or_unblock(index),
            96 => self.write_in_group(index),
            97 => self.write(index, |_sticker| {}),
            98 => self.pay_something_foreign(index),
            _ => {}
        }
    }

    pub(crate) fn write(&mut self, index: usize, fill: impl FnOnce(&mut Message)) {
        if self.people[index].has_blocked {
            return self.block_or_unblock(index);
        }
        let user = self.people[index].user.clone();
        let mut message = self.message_of(&user);
        fill(&mut message);
        self.send_update(Update { message: Some(message), ..Update::default() }, 1_500);
    }

    /// What somebody does who wants a video.
    pub(crate) fn go_on_with_order(&mut self, index: usize) {
        if self.agenda.concerns(self.people[index].user.id.0) {
            return; // They wait for the answer.
        }
        let (changes, writes, goes_on) = (self.chance(15), self.chance(70), self.chance(40));
        let person = &self.people[index];
        let shows = |what: &str| person.sees(what);
        if person.is_about_to_pay {
            self.pay(index);
        } else if changes && shows(":open:") {
            self.press_one_with(index, ":open:");
        } else if shows(":go:") {
            self.press_one_with(index, ":go:");
        } else if shows("pack:") {
            self.press_one_with(index, "pack:");
        } else if shows(":model:") {
            self.press_one_with(index, ":model:");
        } else if shows(":open:") && writes {
            self.write_something(index);
        } else if shows(":cancel") {
            self.send_image(index);
        } else if shows("next:") && goes_on {
            self.press_one_with(index, "next:");
        } else if shows("again:") && goes_on {
            self.press_one_with(index, "again:");
        } else {
            self.write(index, |message| message.text = Some("/generate".to_owned()));
        }
    }

    /// What happens to somebody who subscribes to something: a month passes, or they change their mind.
    fn go_on_with_subscription(&mut self, index: usize) {
        if self.chance(60) {
            self.a_subscription_goes_on();
        } else if self.people[index].sees("subscription:") {
            self.press_one_with(index, "subscription:");
        } else {
            self.write(index, |message| message.text = Some("/balance".to_owned()));
        }
    }

    /// What somebody does who wants their Stars back, or an operator who is asked for that.
    fn go_on_with_refund(&mut self, index: usize) {
        if self.people[index].sees("refund:") {
            return self.press_one_with(index, "refund:");
        }
        if index + 1 < self.people.len() {
            return self.write(index, |message| message.text = Some("/paysupport".to_owned()));
        }
        let charges = &self.chats.charges;
        let charge = charges.choose(&mut self.random).map(|(payment, _)| payment.telegram_payment_charge_id.clone());
        let charge = charge.unwrap_or_else(|| "1#1".to_owned());
        let (person, credits) = (self.random.random_range(1..=4), self.random.random_range(1..=3));
        let text = match self.random.random_range(0..8) {
            0 | 1 => format!("/grant {person} {credits} for the trouble"),
            2 => format!("/debit {person} {credits} by mistake"),
            3..6 => format!("/refund {charge} on request"),
            6 => format!("/ledger {person}"),
            _ => "/reconcile".to_owned(),
        };
        self.write(index, |message| message.text = Some(text));
    }

    pub(crate) fn press_one_with(&mut self, index: usize, what: &str) {
        let such: Vec<_> = self.people[index].buttons.iter().filter(|(_, data)| data.contains(what)).cloned().collect();
        if let Some(button) = such.choose(&mut self.random).cloned() {
            if self.chance(8) {
                self.meet(Fault::DoubleTap);
                self.press(index, button.clone());
            }
            self.press(index, button);
        }
    }

    fn press_something(&mut self, index: usize) {
        if let Some(button) = self.people[index].buttons.choose(&mut self.random).cloned() {
            self.press(index, button);
        }
    }

    /// They write this.
    pub(crate) fn write_to_bot(&mut self, index: usize, text: &str) {
        let text = text.to_owned();
        self.write(index, |message| message.text = Some(text));
    }

    fn write_something(&mut self, index: usize) {
        let words = (*WORDS.choose(&mut self.random).unwrap()).to_owned();
        self.write(index, |message| message.text = Some(words));
    }

    fn press_something_old(&mut self, index: usize) {
        if let Some(button) = self.people[index].old_buttons.choose(&mut self.random).cloned() {
            self.meet(Fault::OldButton);
            self.press(index, button);
        }
    }

    fn press_something_forged(&mut self, index: usize) {
        let stranger = self.model.jobs.values().find(|job| job.user != self.people[index].user.id).map(|job| job.id);
        let data = match stranger {
            Some(job) if self.chance(50) => {
                self.meet(Fault::SomebodyElsesJob);
                let what = ["again", "edit", "cancel", "next:4k"].choose(&mut self.random).unwrap();
                format!("{what}:{job}{}", if what.contains('4') { ":2" } else { "" })
            }
            _ => {
                self.meet(Fault::ForgedButton);
                (*FORGED.choose(&mut self.random).unwrap()).to_owned()
            }
        };
        self.press(index, (1, data));
    }

    pub(crate) fn press(&mut self, index: usize, (message, data): (i64, String)) {
        if self.people[index].has_blocked {
            return;
        }
        let from = self.people[index].user.clone();
        // Of a message that is too old, Telegram says nothing.
        let message = (message != 0 && self.chance(85)).then(|| ButtonMessage {
            message_id: MessageId(message),
            chat: Chat { id: from.id.0, kind: "private".to_owned() },
            ..ButtonMessage::default()
        });
        let id = format!("press-{}", self.sent.len());
        let query = CallbackQuery { id, from, message, data: Some(data) };
        self.send_update(Update { callback_query: Some(query), ..Update::default() }, 1_500);
    }

    fn send_image(&mut self, index: usize) {
        let file_size = [None, Some(500_000), Some(30_000_000)].choose(&mut self.random).copied().flatten();
        let file = FileRef { file_id: format!("file-{}", self.sent.len()), file_size, mime_type: None };
        let caption = self.chance(40).then(|| "dancing".to_owned());
        let album = self.chance(20).then(|| "album".to_owned());
        let as_photo = self.chance(60);
        self.write(index, |message| {
            message.caption = caption;
            message.media_group_id = album;
            if as_photo {
                message.photo = Some(vec![FileRef::default(), file]);
            } else {
                message.document = Some(file);
            }
        });
    }

    pub(crate) fn pay(&mut self, index: usize) {
        self.people[index].is_about_to_pay = false;
        let everybody: Vec<String> = self.people.iter().flat_map(|person| person.invoices.clone()).collect();
        let mine = &self.people[index].invoices;
        let payload = match self.random.random_range(0..20) {
            0 => Some("forged".to_owned()),
            1 => everybody.choose(&mut self.random).cloned(),
            2..6 => mine.choose(&mut self.random).cloned(),
            _ => mine.last().cloned(),
        };
        let Some(payload) = payload else { return self.press(index, (0, "pack:5".to_owned())) };
        let stars = self.model.invoices.get(&payload).map_or(100, |invoice| invoice.stars);
        let wrong_price = self.chance(5);
        let query = PreCheckoutQuery {
            id: String::new(),
            from: self.people[index].user.clone(),
            currency: "XTR".to_owned(),
            total_amount: if wrong_price { stars / 2 } else { stars },
            invoice_payload: payload,
        };
        if self.chance(8) {
            self.meet(Fault::PaidTwice);
            self.ask_to_pay(query.clone());
        }
        self.ask_to_pay(query);
    }

    /// Stars for an invoice that another bot, or an earlier database, has made.
    fn pay_something_foreign(&mut self, index: usize) {
        self.meet(Fault::ForeignPayment);
        let payment = SuccessfulPayment {
            currency: "XTR".to_owned(),
            total_amount: 100,
            invoice_payload: "another bot's".to_owned(),
            telegram_payment_charge_id: format!("foreign-{}", self.sent.len()),
            ..SuccessfulPayment::default()
        };
        let from = self.people[index].user.clone();
        self.list(&payment, from.id, Direction::In);
        self.chats.charges.push((payment.clone(), from.clone()));
        self.send_payment(payment, &from);
    }

    pub(crate) fn block_or_unblock(&mut self, index: usize) {
        let person = &mut self.people[index];
        if person.has_blocked && person.is_gone_for_good {
            return;
        }
        person.has_blocked = !person.has_blocked;
        let (fault, status) =
            if person.has_blocked { (Fault::Blocked, "kicked") } else { (Fault::Unblocked, "member") };
        let from = person.user.clone();
        self.meet(fault);
        let change = ChatMemberUpdated {
            chat: Chat { id: from.id.0, kind: "private".to_owned() },
            from,
            new_chat_member: ChatMember { status: status.to_owned() },
        };
        self.send_update(Update { my_chat_member: Some(change), ..Update::default() }, 3_000);
    }

    fn write_in_group(&mut self, index: usize) {
        self.meet(Fault::Group);
        let from = self.people[index].user.clone();
        let text = ["/generate", "hello", "what does @starreelbot do?"]
            .choose(&mut self.random)
            .map(|text| (*text).to_owned());
        let chat = Chat { id: -100, kind: "supergroup".to_owned() };
        let message = Message { from: Some(from), chat, text, ..Message::default() };
        self.send_update(Update { message: Some(message), ..Update::default() }, 1_500);
    }
}

/// Whether messages to this person must arrive in the end.
pub(crate) fn can_be_reached(people: &[Person], user: UserId) -> bool {
    people.iter().any(|person| person.user.id == user && !person.has_blocked)
}
