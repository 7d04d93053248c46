//! The dialogue: who an update is from, and which command, button or form it belongs to. [`answers`] has what one answer
//! is enough for; each conversation has a file of its own.

use jiff::Timestamp;

use super::CoreError;
use super::daily_stats;
use super::effect::{Keyboard, Reply, StatsView};
use super::event::{Outcome, SaleCall, SaleRefused};
use super::forms::{self, Awaited, Form};
use super::ids::{Credits, MessageId, UserId};
use super::links::INVITE_PREFIX;
use super::outbox::{Item, Timeliness};
use super::payments::{self, CheckoutRefusal, Paid};
use super::people::{self, Heard, blocking};
use super::rate_limits::{self, RateLimit};
use super::turn::Turn;
use super::update::{ButtonMessage, CallbackQuery, ChatMemberUpdated, Message, PreCheckoutQuery, Update};

mod admin;
mod answers;
mod broadcasts;
mod buttons;
pub mod callback_data;
mod command;
mod generate;
mod gifts;
mod invitations;
mod keyboards;
mod maintenance;
mod operators;
mod preferences;
mod promos;
mod purchases;
pub(super) mod render;
mod said;
mod shop;
pub mod stats;
mod subscriptions;
mod support;
mod templates;
pub mod texts;
mod videos;

use callback_data::CallbackData;
use command::Command;
use said::Said;
use texts::{Texts, args};

/// Answers an update. One of a kind that we do not know changes nothing.
pub(super) fn update(turn: &mut Turn<'_>, update: &Update) -> Result<(), CoreError> {
    if let Some(query) = &update.pre_checkout_query {
        return checkout(turn, query);
    }
    if let Some(message) = &update.message {
        return self::message(turn, message);
    }
    if let Some(message) = &update.edited_message {
        return edited(turn, message);
    }
    if let Some(query) = &update.callback_query {
        return callback(turn, query);
    }
    if let Some(change) = &update.my_chat_member {
        return membership(turn, change);
    }
    if let Some(change) = &update.subscription {
        return payments::subscription_stated(turn, change);
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
            let texts = render::texts(turn, query.from.id)?;
            let closed = maintenance::closed(turn, query.from.id, &texts);
            let key = match refusal {
                CheckoutRefusal::Maintenance => "maintenance",
                CheckoutRefusal::NotOurs => "checkout-not-ours",
                CheckoutRefusal::NotYours => "checkout-not-yours",
                CheckoutRefusal::PriceChanged => "checkout-price-changed",
                CheckoutRefusal::TooOld => "checkout-too-old",
                CheckoutRefusal::AlreadyPaid => "checkout-already-paid",
                CheckoutRefusal::AlreadySubscribed => "checkout-already-subscribed",
                CheckoutRefusal::Blocked => "blocked",
            };
            Some(closed.filter(|_| refusal == CheckoutRefusal::Maintenance).unwrap_or_else(|| texts.say(key)))
        }
    };
    turn.reply(Reply::AnswerCheckout { query: query.id.clone(), refusal });
    Ok(())
}

/// Credits have arrived: an order that waited for them goes on where it was.
pub(super) fn go_on_after_payment(turn: &mut Turn<'_>, user: UserId) -> Result<(), CoreError> {
    // It was paid for before they were blocked.
    if blocking::is_blocked(turn, user)? {
        return Ok(());
    }
    generate::go_on_after_payment(turn, &Person::of(turn, user)?)
}

/// Telegram refuses a call without which nothing can be sold. A buyer who waits for an invoice reads why none comes; one
/// who waits at the checkout is told by Telegram itself.
pub(super) fn sale_refused(turn: &mut Turn<'_>, refused: &SaleRefused) -> Result<(), CoreError> {
    payments::sale_refused(turn, refused)?;
    if let (SaleCall::Invoice | SaleCall::Subscription, Some(buyer)) = (refused.call, refused.buyer) {
        let person = Person::of(turn, buyer)?;
        person.send(turn, person.texts.say("invoice-refused"), Keyboard::default());
    }
    Ok(())
}

/// The figures of the shop as an operator gets them every morning. `None` for one who is none any more, or wants none.
pub(super) fn stats_of_day(turn: &Turn<'_>, operator: UserId) -> Result<Option<StatsView>, CoreError> {
    if !people::is_operator(turn, operator) || daily_stats::hour(turn, operator)?.is_none() {
        return Ok(None);
    }
    stats::view(turn, &Person::of(turn, operator)?, None, stats::DAYS_FIRST).map(Some)
}

/// Shows operators how far their broadcasts are.
pub(super) fn show_broadcasts(turn: &mut Turn<'_>) -> Result<(), CoreError> {
    broadcasts::show(turn)
}

/// Somebody has looked at an image.
pub(super) fn image_checked(
    turn: &mut Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    generate::images::checked(turn, item, timeliness, outcome)
}

fn message(turn: &mut Turn<'_>, message: &Message) -> Result<(), CoreError> {
    let Some(from) = message.from.as_ref() else { return Ok(()) };
    // Money first, wherever it comes from.
    if let Some(payment) = &message.successful_payment {
        people::see(turn, from)?;
        let at = Timestamp::from_second(message.date).unwrap_or(turn.now());
        return match payments::paid(turn, from.id, payment, at)? {
            Paid::Credited => go_on_after_payment(turn, from.id),
            Paid::Gifted | Paid::AlreadyCredited | Paid::Foreign => Ok(()),
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
    let Heard { gift, is_first } = people::heard_of(turn, from)?;
    people::is_in_topic(turn, from.id, message.topic())?;
    let person = Person { gift, is_new: is_first, ..Person::of(turn, from.id)? };
    if let RateLimit::Exceeded { is_news } = rate_limits::admit(turn, from.id)? {
        return too_fast(turn, &person, is_news);
    }
    let (command, said) = match read(turn, message) {
        _ if admin::shows_somebody(turn, &person, message)? => (None, Said { message, words: "" }),
        read => read,
    };
    let is_invited = said.words.starts_with(INVITE_PREFIX) && !said.words.contains(char::is_whitespace);
    let is_greeted = command == Some(Command::Start) && (said.words.is_empty() || is_invited);
    if let Some(gift) = person.gift().filter(|_| !is_greeted) {
        person.send(turn, gift, Keyboard::default());
    }
    let before = turn.effects.len();
    match command {
        Some(Command::Unknown | Command::ForAnotherBot) => answers::unknown_command(turn, &person)?,
        Some(command) => {
            people::forget_answer(turn, person.id)?;
            return self::command(turn, &person, command, said);
        }
        None => content(turn, &person, said)?,
    }
    // Of many messages that come at once, each would be answered by the same words before the first are read.
    if people::is_answered_so(turn, person.id, &serde_json::to_string(&turn.effects[before..])?)? {
        turn.effects.truncate(before);
    }
    Ok(())
}

/// The command that a message or the words under an image begin with, and what else is said.
fn read<'a>(turn: &Turn<'_>, message: &'a Message) -> (Option<Command>, Said<'a>) {
    let words = message.words().unwrap_or_default();
    let command = Command::parse(words, &turn.policy().username);
    let rest = || words.split_once(char::is_whitespace).unwrap_or_default().1.trim();
    (command, Said { message, words: if command.is_some() { rest() } else { words } })
}

/// The person changed a message: if a prompt came with it, the prompt changes.
fn edited(turn: &mut Turn<'_>, message: &Message) -> Result<(), CoreError> {
    let Some(from) = message.from.as_ref().filter(|from| !from.is_bot && message.chat.is_private()) else {
        return Ok(());
    };
    people::see(turn, from)?;
    let person = Person::of(turn, from.id)?;
    match rate_limits::admit(turn, person.id)? {
        RateLimit::Within if blocking::is_blocked(turn, person.id)? => Ok(()),
        RateLimit::Within => {
            let (_, said) = read(turn, message);
            generate::edited(turn, &person, said)
        }
        RateLimit::Exceeded { is_news } => too_fast(turn, &person, is_news),
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

fn command(turn: &mut Turn<'_>, person: &Person, command: Command, said: Said<'_>) -> Result<(), CoreError> {
    if command == Command::Cancel && (support::cancel(turn, person)? || admin::cancel(turn, person)?) {
        return Ok(());
    }
    if broadcasts::leave(turn, person, command == Command::Cancel)? {
        return Ok(());
    }
    if command == Command::Cancel && shop::cancel(turn, person)? {
        return Ok(());
    }
    // Whoever asks for something else does not answer any more what they were asked before.
    forms::leave(turn, person.id, &Awaited::ALL)?;
    if command.begins_something() && blocking::is_blocked(turn, person.id)? {
        person.send(turn, person.texts.say("blocked"), Keyboard::default());
        return Ok(());
    }
    match command {
        // A link brings one word, and a person who writes more means it.
        Command::Start if said.words.contains(char::is_whitespace) => generate::begin(turn, person, Some(said)),
        Command::Start => start(turn, person, said.words),
        Command::Help => answers::help(turn, person),
        Command::Balance => answers::balance(turn, person),
        Command::Buy => answers::offer(turn, person),
        Command::Invite => invitations::show(turn, person),
        Command::Redeem => promos::begin(turn, person, said),
        Command::Generate => generate::begin(turn, person, Some(said)),
        Command::Cancel => generate::cancel(turn, person, None),
        Command::Videos => videos::list(turn, person),
        Command::Templates => templates::list(turn, person, None),
        Command::Tips => answers::tips(turn, person),
        Command::Settings => preferences::show(turn, person, None),
        Command::Language => preferences::languages(turn, person),
        Command::Terms => answers::terms(turn, person),
        Command::PaySupport => support::begin(turn, person, said),
        Command::Operator(command) => {
            operators::command(turn, person, command, said.message.words().unwrap_or_default())
        }
        Command::Privacy => answers::privacy(turn, person),
        Command::Unknown | Command::ForAnotherBot => answers::unknown_command(turn, person),
    }
}

/// `/start`, perhaps by a link with a parameter. What no link of ours leads to is greeted like anybody.
fn start(turn: &mut Turn<'_>, person: &Person, parameter: &str) -> Result<(), CoreError> {
    let leads_on = templates::opened(turn, person, parameter)?
        || videos::opened(turn, person, parameter)?
        || promos::opened(turn, person, parameter)?
        || gifts::opened(turn, person, parameter)?;
    if leads_on {
        return Ok(());
    }
    let invitation = invitations::opened(turn, person, parameter)?;
    answers::start(turn, person, invitation)
}

/// A message that is no command: an answer in the form that is open, or the beginning of one.
fn content(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<(), CoreError> {
    if broadcasts::answered(turn, person, said)? {
        return Ok(());
    }
    if !said.message.is_said() {
        if said.message.is_gift() {
            person.send(turn, person.texts.say("gift-received"), Keyboard::default());
        }
        return Ok(());
    }
    match forms::open(turn, person.id)? {
        Some(Form::Support { until, .. }) if said.message.date <= until => {
            return support::request(turn, person, said);
        }
        Some(Form::Shop { term, until, .. }) if said.message.date <= until && people::is_owner(turn, person.id) => {
            return shop::answer(turn, person, term, said);
        }
        Some(Form::Redeem { until, .. }) => {
            forms::leave(turn, person.id, &Awaited::ALL)?;
            let may = said.message.date <= until && !blocking::is_blocked(turn, person.id)?;
            if may && promos::answered(turn, person, said)? {
                return Ok(());
            }
        }
        Some(Form::Support { .. } | Form::Shop { .. }) => drop(forms::leave(turn, person.id, &Awaited::ALL)?),
        Some(Form::Video(_) | Form::Asked { .. }) | None => {}
    }
    if admin::answered(turn, person, said)? {
        return Ok(());
    }
    if blocking::is_blocked(turn, person.id)? {
        person.send(turn, person.texts.say("blocked"), Keyboard::default());
        return Ok(());
    }
    match forms::open_video(turn, person.id)? {
        Some(form) => generate::answer(turn, person, form, said),
        None => generate::begin_with(turn, person, said),
    }
}

fn callback(turn: &mut Turn<'_>, query: &CallbackQuery) -> Result<(), CoreError> {
    people::see(turn, &query.from)?;
    if let Some(message) = &query.message {
        let topic = message.message_thread_id.filter(|_| message.is_topic_message);
        people::is_in_topic(turn, query.from.id, topic)?;
    }
    let person = Person::of(turn, query.from.id)?;
    let pressed = query.data.as_deref().and_then(CallbackData::parse);
    // Whoever wants no more messages is heard, however much they press.
    let wants_no_news = pressed.as_ref().is_some_and(CallbackData::wants_no_news);
    if let (RateLimit::Exceeded { .. }, false) = (rate_limits::admit(turn, person.id)?, wants_no_news) {
        metrics::counter!("starreel_updates_passed_over_total").increment(1);
        // Without an answer the button would go on spinning.
        turn.reply(Reply::AnswerCallback { query: query.id.clone(), text: Some(person.texts.say("too-fast")) });
        return Ok(());
    }
    let in_own_chat = |message: &&ButtonMessage| message.chat.id == person.id.0;
    let message = query.message.as_ref().filter(in_own_chat).map(|message| message.message_id);
    people::forget_answer(turn, person.id)?;
    let text = match pressed {
        Some(data) => buttons::pressed(turn, &person, message, data)?,
        None => {
            tracing::debug!(user.id = person.id.0, "a button with data that is not ours was pressed");
            Some(person.texts.say("old-button"))
        }
    };
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
    topic: Option<i64>,
    texts: Texts,
    /// What they have just been given, because this is their first message.
    gift: Credits,
    /// Whether it is that.
    is_new: bool,
}

impl Person {
    fn of(turn: &Turn<'_>, id: UserId) -> Result<Self, CoreError> {
        let (topic, texts) = (people::topic(turn, id)?, render::texts(turn, id)?);
        Ok(Self { id, topic, texts, gift: Credits::ZERO, is_new: false })
    }

    /// The words about what they have just been given.
    fn gift(&self) -> Option<String> {
        let is_given = self.gift > Credits::ZERO;
        is_given.then(|| self.texts.say_with("welcome-gift", args! { credits: self.texts.credits(self.gift) }))
    }

    /// A new message.
    fn send(&self, turn: &mut Turn<'_>, html: String, keyboard: Keyboard) {
        turn.reply(Reply::Send { chat: self.id.0, topic: self.topic, html, keyboard, effect: None });
    }

    /// The message under which a button was pressed becomes the answer; without one, a new message does.
    fn show(&self, turn: &mut Turn<'_>, message: Option<MessageId>, html: String, keyboard: Keyboard) {
        match message {
            Some(message) => turn.reply(Reply::Edit { chat: self.id.0, message, html, keyboard }),
            None => self.send(turn, html, keyboard),
        }
    }
}
