//! What the bot says and how it is spoken to. Each command or conversation has its file; here is only who gets what.

use super::event::{Keyboard, Reply};
use super::forms::{self, Form};
use super::ids::{MessageId, UserId};
use super::limits::{self, Pace};
use super::update::{CallbackQuery, ChatMemberUpdated, Message, Update};
use super::{CoreError, Turn, payments, people};

mod buy;
pub mod callback_data;
mod command;
pub(super) mod generate;
mod group;
pub(super) mod keyboards;
mod operators;
mod orders;
mod privacy;
pub(super) mod purchases;
mod start;
pub(super) mod support;
pub mod texts;

use callback_data::{CallbackData, ForgetStep, RefundAction};
use command::Command;
use texts::Texts;

/// Answers an update. One of a kind that we do not know changes nothing.
pub(super) fn update(turn: &mut Turn<'_, '_>, update: &Update) -> Result<(), CoreError> {
    if let Some(query) = &update.pre_checkout_query {
        return payments::checkout(turn, query);
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

fn message(turn: &mut Turn<'_, '_>, message: &Message) -> Result<(), CoreError> {
    let Some(from) = message.from.as_ref() else { return Ok(()) };
    // Money first, wherever it comes from.
    if let Some(payment) = &message.successful_payment {
        people::see(turn, from)?;
        return payments::paid(turn, from.id, payment).map(drop);
    }
    if let Some(refund) = &message.refunded_payment {
        return payments::refunded(turn, from.id, refund);
    }
    if from.is_bot {
        return Ok(());
    }
    if !message.chat.is_private() {
        return group::message(turn, message, from);
    }
    people::see(turn, from)?;
    let person = Person { id: from.id, texts: people::texts(turn, from.id)? };
    if let Pace::TooFast { is_news } = limits::admit(turn, from.id)? {
        return too_fast(turn, &person, is_news);
    }
    match message.text.as_deref().and_then(|text| Command::parse(text, &turn.rules().username)) {
        Some(command) => self::command(turn, &person, command, message.text.as_deref().unwrap_or_default()),
        None => content(turn, &person, message),
    }
}

/// Says so once; what comes on top of it is passed over without a word, or the answers would be as many as the messages.
fn too_fast(turn: &mut Turn<'_, '_>, person: &Person, is_news: bool) -> Result<(), CoreError> {
    metrics::counter!("starreel_updates_passed_over_total").increment(1);
    if is_news {
        tracing::info!(user.id = person.id.0, "a person sends more than we follow; the rest is passed over");
        person.send(turn, person.texts.too_fast(), Keyboard::default());
    }
    Ok(())
}

fn command(turn: &mut Turn<'_, '_>, person: &Person, command: Command, text: &str) -> Result<(), CoreError> {
    if command == Command::Cancel && support::cancel(turn, person)? {
        return Ok(());
    }
    // Whoever asks for something else does not write to the operators any more.
    support::leave(turn, person)?;
    match command {
        Command::Start => start::start(turn, person),
        Command::Help => start::help(turn, person),
        Command::Balance => buy::balance(turn, person),
        Command::Buy => buy::offer(turn, person),
        Command::Generate => generate::begin(turn, person),
        Command::Cancel => generate::cancel(turn, person, None),
        Command::Terms => start::terms(turn, person),
        Command::PaySupport => support::begin(turn, person),
        Command::Operator(command) => operators::command(turn, person, command, text),
        Command::Privacy => privacy::show(turn, person),
        Command::Unknown => start::unknown_command(turn, person),
        Command::ForAnotherBot => start::unknown_command(turn, person),
    }
}

/// A message that is no command: an answer in the form that is open, or the beginning of one.
fn content(turn: &mut Turn<'_, '_>, person: &Person, message: &Message) -> Result<(), CoreError> {
    match forms::open(turn, person.id)? {
        Some(Form::Support { .. }) => support::request(turn, person, message),
        Some(Form::Video(form)) => generate::answer(turn, person, form, message),
        None => generate::begin_with(turn, person, message),
    }
}

fn callback(turn: &mut Turn<'_, '_>, query: &CallbackQuery) -> Result<(), CoreError> {
    people::see(turn, &query.from)?;
    let person = Person { id: query.from.id, texts: people::texts(turn, query.from.id)? };
    if let Pace::TooFast { .. } = limits::admit(turn, person.id)? {
        metrics::counter!("starreel_updates_passed_over_total").increment(1);
        // Without an answer the button would go on spinning.
        turn.reply(Reply::AnswerCallback { query: query.id.clone(), text: Some(person.texts.too_fast()) });
        return Ok(());
    }
    let in_own_chat = |message: &&super::update::ButtonMessage| message.chat.id == person.id.0;
    let message = query.message.as_ref().filter(in_own_chat).map(|message| message.message_id);
    let data = query.data.as_deref().and_then(CallbackData::parse);
    let answer = match data {
        Some(CallbackData::Buy) => buy::offer(turn, &person).map(|()| None),
        Some(CallbackData::Pack(credits)) => buy::pack(turn, &person, credits),
        Some(CallbackData::Generate) => generate::begin(turn, &person).map(|()| None),
        Some(CallbackData::Again(job)) => orders::again(turn, &person, job),
        Some(CallbackData::CancelJob(job)) => orders::cancel(turn, &person, job),
        Some(CallbackData::Refund { number, action: action @ (RefundAction::Approve | RefundAction::Decline) }) => {
            operators::decide(turn, &person, message, number, action)
        }
        Some(CallbackData::Refund { number, action }) => purchases::pressed(turn, &person, message, number, action),
        Some(CallbackData::Forget(step)) => {
            match step {
                ForgetStep::Ask => privacy::ask(turn, &person, message),
                ForgetStep::Keep => privacy::keep(turn, &person, message),
                ForgetStep::Sure => privacy::forget(turn, &person, message)?,
            }
            Ok(None)
        }
        Some(CallbackData::Form { token, action }) => generate::pressed(turn, &person, message, &token, &action),
        None => {
            tracing::debug!(user.id = person.id.0, "a button with data that is not ours was pressed");
            Ok(Some(person.texts.old_button()))
        }
    };
    let text = answer?;
    turn.reply(Reply::AnswerCallback { query: query.id.clone(), text });
    Ok(())
}

/// The person unblocked the bot; in groups nothing depends on it. That they blocked it is learnt from the first message
/// that comes back: this update may overtake the one of their return.
fn membership(turn: &mut Turn<'_, '_>, change: &ChatMemberUpdated) -> Result<(), CoreError> {
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
    /// A new message.
    fn send(&self, turn: &mut Turn<'_, '_>, html: String, keyboard: Keyboard) {
        turn.reply(Reply::Send { chat: self.id.0, html, keyboard });
    }

    /// The message under which a button was pressed becomes the answer; without one, a new message does.
    fn show(&self, turn: &mut Turn<'_, '_>, message: Option<MessageId>, html: String, keyboard: Keyboard) {
        match message {
            Some(message) => turn.reply(Reply::Edit { chat: self.id.0, message, html, keyboard }),
            None => self.send(turn, html, keyboard),
        }
    }
}
