//! The dialogue: who an update is from, and which command, button or form it belongs to. [`answers`] has what one answer
//! is enough for; each conversation has a file of its own.

use super::CoreError;
use super::effect::{Keyboard, Reply};
use super::event::{Outcome, SaleCall, SaleRefused};
use super::forms::{self, Form};
use super::ids::{MessageId, UserId};
use super::outbox::{Item, Timeliness};
use super::payments::{self, CheckoutRefusal, Paid};
use super::people;
use super::rate_limits::{self, RateLimit};
use super::turn::Turn;
use super::update::{ButtonMessage, CallbackQuery, ChatMemberUpdated, Message, PreCheckoutQuery, Update};

mod answers;
pub mod callback_data;
mod command;
mod generate;
mod keyboards;
mod operators;
mod purchases;
pub(super) mod render;
mod support;
pub mod texts;

use callback_data::CallbackData;
use command::Command;
use texts::Texts;

/// Answers an update. One of a kind that we do not know changes nothing.
pub(super) fn update(turn: &mut Turn<'_>, update: &Update) -> Result<(), CoreError> {
    if let Some(query) = &update.pre_checkout_query {
        return checkout(turn, query);
    }
    if let Some(message) = &update.message {
        return self::message(turn, message);
    }
    if let Some(query) = &update.callback_query {
        return callback(turn, query);
    }
    if let Some(change) = &update.my_chat_member {
        return membership(turn, change);
    }
    Ok(())
}

/// Somebody is about to pay: lets it through, or says why not.
fn checkout(turn: &mut Turn<'_>, query: &PreCheckoutQuery) -> Result<(), CoreError> {
    people::see(turn, &query.from)?;
    let refusal = match payments::checkout(turn, query)? {
        Ok(()) => None,
        Err(refusal) => {
            tracing::info!(user.id = query.from.id.0, ?refusal, "a payment was refused before it was made");
            let key = match refusal {
                CheckoutRefusal::NotOurs => "checkout-not-ours",
                CheckoutRefusal::NotYours => "checkout-not-yours",
                CheckoutRefusal::PriceChanged => "checkout-price-changed",
                CheckoutRefusal::TooOld => "checkout-too-old",
                CheckoutRefusal::AlreadyPaid => "checkout-already-paid",
            };
            Some(render::texts(turn, query.from.id)?.say(key))
        }
    };
    turn.reply(Reply::AnswerCheckout { query: query.id.clone(), refusal });
    Ok(())
}

/// Credits have arrived: an order that waited for them goes on where it was.
pub(super) fn go_on_after_payment(turn: &mut Turn<'_>, user: UserId) -> Result<(), CoreError> {
    generate::go_on_after_payment(turn, &Person::of(turn, user)?)
}

/// Telegram refuses a call without which nothing can be sold. A buyer who waits for an invoice reads why none comes; one
/// who waits at the checkout is told by Telegram itself.
pub(super) fn sale_refused(turn: &mut Turn<'_>, refused: &SaleRefused) -> Result<(), CoreError> {
    payments::sale_refused(turn, refused)?;
    if let (SaleCall::Invoice, Some(buyer)) = (refused.call, refused.buyer) {
        let person = Person::of(turn, buyer)?;
        person.send(turn, person.texts.say("invoice-refused"), Keyboard::default());
    }
    Ok(())
}

/// Somebody has looked at an image.
pub(super) fn image_checked(
    turn: &mut Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    generate::image::checked(turn, item, timeliness, outcome)
}

fn message(turn: &mut Turn<'_>, message: &Message) -> Result<(), CoreError> {
    let Some(from) = message.from.as_ref() else { return Ok(()) };
    // Money first, wherever it comes from.
    if let Some(payment) = &message.successful_payment {
        people::see(turn, from)?;
        return match payments::paid(turn, from.id, payment)? {
            Paid::Credited => go_on_after_payment(turn, from.id),
            Paid::AlreadyCredited | Paid::Foreign => Ok(()),
        };
    }
    if let Some(refund) = &message.refunded_payment {
        return payments::refunded(turn, from.id, refund);
    }
    if from.is_bot {
        return Ok(());
    }
    if !message.chat.is_private() {
        return answers::in_group(turn, message, from);
    }
    people::see(turn, from)?;
    let person = Person::of(turn, from.id)?;
    if let RateLimit::Exceeded { is_news } = rate_limits::admit(turn, from.id)? {
        return too_fast(turn, &person, is_news);
    }
    match message.text.as_deref().and_then(|text| Command::parse(text, &turn.policy().username)) {
        Some(command) => self::command(turn, &person, command, message.text.as_deref().unwrap_or_default()),
        None => content(turn, &person, message),
    }
}

/// Says so once; what comes on top of it is passed over without a word, or the answers would be as many as the messages.
fn too_fast(turn: &mut Turn<'_>, person: &Person, is_news: bool) -> Result<(), CoreError> {
    metrics::counter!("starreel_updates_passed_over_total").increment(1);
    if is_news {
        tracing::info!(user.id = person.id.0, "a person sends more than we follow; the rest is passed over");
        person.send(turn, person.texts.say("too-fast"), Keyboard::default());
    }
    Ok(())
}

fn command(turn: &mut Turn<'_>, person: &Person, command: Command, text: &str) -> Result<(), CoreError> {
    if command == Command::Cancel && support::cancel(turn, person)? {
        return Ok(());
    }
    // Whoever asks for something else does not write to the operators any more.
    forms::leave_support(turn, person.id)?;
    match command {
        Command::Start => answers::start(turn, person),
        Command::Help => answers::help(turn, person),
        Command::Balance => answers::balance(turn, person),
        Command::Buy => answers::offer(turn, person),
        Command::Generate => generate::begin(turn, person),
        Command::Cancel => generate::cancel(turn, person, None),
        Command::Terms => answers::terms(turn, person),
        Command::PaySupport => support::begin(turn, person),
        Command::Operator(command) => operators::command(turn, person, command, text),
        Command::Privacy => answers::privacy(turn, person),
        Command::Unknown | Command::ForAnotherBot => answers::unknown_command(turn, person),
    }
}

/// A message that is no command: an answer in the form that is open, or the beginning of one.
fn content(turn: &mut Turn<'_>, person: &Person, message: &Message) -> Result<(), CoreError> {
    match forms::open(turn, person.id)? {
        Some(Form::Support { .. }) => support::request(turn, person, message),
        Some(Form::Video(form)) => generate::answer(turn, person, form, message),
        None => generate::begin_with(turn, person, message),
    }
}

fn callback(turn: &mut Turn<'_>, query: &CallbackQuery) -> Result<(), CoreError> {
    people::see(turn, &query.from)?;
    let person = Person::of(turn, query.from.id)?;
    if let RateLimit::Exceeded { .. } = rate_limits::admit(turn, person.id)? {
        metrics::counter!("starreel_updates_passed_over_total").increment(1);
        // Without an answer the button would go on spinning.
        turn.reply(Reply::AnswerCallback { query: query.id.clone(), text: Some(person.texts.say("too-fast")) });
        return Ok(());
    }
    let in_own_chat = |message: &&ButtonMessage| message.chat.id == person.id.0;
    let message = query.message.as_ref().filter(in_own_chat).map(|message| message.message_id);
    let data = query.data.as_deref().and_then(CallbackData::parse);
    let answer = match data {
        Some(CallbackData::Buy) => answers::offer(turn, &person).map(|()| None),
        Some(CallbackData::Pack(credits)) => answers::pack(turn, &person, credits),
        Some(CallbackData::Generate) => generate::begin(turn, &person).map(|()| None),
        Some(CallbackData::Again(job)) => answers::again(turn, &person, job),
        Some(CallbackData::CancelJob(job)) => answers::cancel_job(turn, &person, job),
        Some(CallbackData::Decide { purchase, decision }) => {
            operators::decide(turn, &person, message, purchase, decision)
        }
        Some(CallbackData::Refund { number, action }) => purchases::pressed(turn, &person, message, number, action),
        Some(CallbackData::Forget(step)) => answers::forget(turn, &person, message, step).map(|()| None),
        Some(CallbackData::Form { token, action }) => generate::pressed(turn, &person, message, &token, &action),
        None => {
            tracing::debug!(user.id = person.id.0, "a button with data that is not ours was pressed");
            Ok(Some(person.texts.say("old-button")))
        }
    };
    let text = answer?;
    turn.reply(Reply::AnswerCallback { query: query.id.clone(), text });
    Ok(())
}

/// The person unblocked the bot; in groups nothing depends on it. That they blocked it is learnt from the first message
/// that comes back: this update may overtake the one of their return.
fn membership(turn: &mut Turn<'_>, change: &ChatMemberUpdated) -> Result<(), CoreError> {
    match change.new_chat_member.status.as_str() {
        "member" if change.chat.is_private() => people::see(turn, &change.from),
        _ => Ok(()),
    }
}

/// Who is spoken to, and how.
#[derive(Debug)]
pub(super) struct Person {
    id: UserId,
    texts: Texts,
}

impl Person {
    fn of(turn: &Turn<'_>, id: UserId) -> Result<Self, CoreError> {
        Ok(Self { id, texts: render::texts(turn, id)? })
    }

    /// A new message.
    fn send(&self, turn: &mut Turn<'_>, html: String, keyboard: Keyboard) {
        turn.reply(Reply::Send { chat: self.id.0, html, keyboard });
    }

    /// The message under which a button was pressed becomes the answer; without one, a new message does.
    fn show(&self, turn: &mut Turn<'_>, message: Option<MessageId>, html: String, keyboard: Keyboard) {
        match message {
            Some(message) => turn.reply(Reply::Edit { chat: self.id.0, message, html, keyboard }),
            None => self.send(turn, html, keyboard),
        }
    }
}
