//! Commands and buttons that one answer is enough for.

use jiff::SignedDuration;
use shared::catalog::Model;
use shared::job::JobId;

use super::callback_data::{CallbackData, ForgetStep};
use super::command::Command;
use super::generate;
use super::texts::{Texts, args, escaped};
use super::{Person, keyboards, maintenance, subscriptions};
use crate::core::CoreError;
use crate::core::effect::{Button, ButtonAction, Effect, Invoice, Keyboard, Reply};
use crate::core::forms;
use crate::core::ids::{Credits, MessageId};
use crate::core::jobs::{self, CancelJob};
use crate::core::ledger;
use crate::core::payments::{self, Sale};
use crate::core::people;
use crate::core::privacy::{self, Forget};
use crate::core::rate_limits::{self, RateLimit};
use crate::core::referrals;
use crate::core::turn::Turn;
use crate::core::update::{Message, User};

/// `/start`, perhaps with words about the link that led here.
pub(super) fn start(turn: &mut Turn<'_>, person: &Person, invitation: Option<String>) -> Result<(), CoreError> {
    let texts = &person.texts;
    let balance = texts.credits(ledger::available(turn, person.id)?);
    let policy = turn.policy();
    let cheapest = policy.catalog.offered().map(Model::price_from).min().unwrap_or_default();
    let smallest = policy.packs.iter().min_by_key(|pack| pack.credits);
    let (pack, stars) = smallest.map_or((Credits::ZERO, 0), |pack| (pack.credits, pack.stars.0));
    let price = texts.credits(Credits::from(cheapest));
    let mut html = texts.say_with("welcome", args! { price, pack: texts.credits(pack), stars, balance });
    for words in person.gift().into_iter().chain(invitation) {
        html = format!("{html}\n\n{words}");
    }
    person.send(turn, html, keyboards::welcome(&person.texts));
    Ok(())
}

/// `/help`
pub(super) fn help(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    let mut html = person.texts.say("help");
    if let Some(role) = turn.policy().role(person.id) {
        let line = |(command, about)| person.texts.say_with("operators-help-line", args! { command, about });
        let lines: Vec<String> = person.texts.operator_commands(role).into_iter().map(line).collect();
        html = format!("{html}\n\n{}\n{}", person.texts.say("operators-help"), lines.join("\n"));
    }
    send_with_reminder(turn, person, html, keyboards::main_actions(&person.texts))
}

/// `/tips`
pub(super) fn tips(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    let keyboard = keyboards::main_actions(&person.texts);
    send_with_reminder(turn, person, generate::wording::tips_for_all(&person.texts), keyboard)
}

/// `/terms`
pub(super) fn terms(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    send_with_reminder(turn, person, person.texts.say("terms"), Keyboard::default())
}

/// A command that the bot does not know.
pub(super) fn unknown_command(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    send_with_reminder(turn, person, person.texts.say("unknown-command"), Keyboard::default())
}

/// `/balance`
pub(super) fn balance(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    let texts = &person.texts;
    let balance = ledger::balance(turn, person.id)?;
    let mut html = texts.say_with("balance", args! { balance: texts.credits(balance.available) });
    let set_aside =
        [("balance-held", balance.held), ("balance-refunding", balance.refunding), ("balance-gifted", balance.gifted)];
    for (key, credits) in set_aside {
        if credits != Credits::ZERO {
            html = format!("{html}\n{}", texts.say_with(key, args! { credits: texts.credits(credits) }));
        }
    }
    let (lines, rows) = subscriptions::in_balance(turn, person)?;
    for line in lines {
        html = format!("{html}\n\n{line}");
    }
    let mut keyboard = keyboards::main_actions(texts);
    keyboard.0.extend(rows);
    // Whoever misses credits looks here first.
    turn.effects.push(Effect::ReadStars { asked_by: None });
    send_with_reminder(turn, person, html, keyboard)
}

/// `/buy`, or its button.
pub(super) fn offer(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    if let Some(words) = maintenance::closed(turn, person.id, &person.texts) {
        person.send(turn, escaped(&words), Keyboard::default());
        return Ok(());
    }
    let balance = person.texts.credits(ledger::available(turn, person.id)?);
    let mut keyboard = keyboards::packs(&person.texts, &turn.policy().packs, Credits::ZERO);
    let texts = &person.texts;
    let mut parts = vec![texts.say_with("offer", args! { balance })];
    let first = payments::first_purchase_bonus(turn, person.id)?;
    if first > Credits::ZERO {
        parts.push(texts.say_with("offer-first", args! { first: texts.credits(first) }));
    }
    let invited = referrals::promised(turn, person.id)?;
    if invited > Credits::ZERO {
        parts.push(texts.say_with("offer-invited", args! { credits: texts.credits(invited) }));
    }
    if let Some((line, button)) = subscriptions::in_offer(turn, person)? {
        parts.push(line);
        keyboard.0.extend(button.map(|button| vec![button]));
    }
    keyboard.0.push(vec![keyboards::button(texts.button("gift"), &CallbackData::GiftPacks)]);
    parts.push(texts.say("offer-terms"));
    person.send(turn, parts.join("\n\n"), keyboard);
    Ok(())
}

/// The button of a pack: the invoice. One that is no longer sold is answered with those that are.
pub(super) fn pack(turn: &mut Turn<'_>, person: &Person, credits: Credits) -> Result<Option<String>, CoreError> {
    if let Some(words) = maintenance::closed(turn, person.id, &person.texts) {
        return Ok(Some(words));
    }
    let Some(pack) = turn.policy().pack(credits) else {
        offer(turn, person)?;
        return Ok(Some(person.texts.say("pack-gone")));
    };
    let texts = &person.texts;
    let credits = || texts.credits_and_bonus(pack.credits, pack.bonus);
    // What is one credit is spoken of as one.
    let number = (pack.credits + pack.bonus).0;
    let invoice = Invoice {
        title: texts.say_with("invoice-title", args! { credits: credits() }),
        description: texts.say_with("invoice-description", args! { credits: credits(), number }),
        payload: payments::new_payload(turn, person.id, pack, Sale::Pack),
        stars: pack.stars,
    };
    turn.reply(Reply::Invoice { chat: person.id.0, topic: person.topic, invoice });
    Ok(None)
}

/// `/privacy`: what is kept, where it goes, and a way to have it deleted.
pub(super) fn privacy(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    let policy = turn.policy();
    let days = |time: SignedDuration| time.as_hours() / 24;
    let html = person
        .texts
        .say_with("privacy", args! { orders: days(policy.orders_kept_for), requests: days(policy.requests_kept_for) });
    send_with_reminder(turn, person, html, keyboards::privacy(&person.texts))
}

/// A button on the way to having everything forgotten.
pub(super) fn forget(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    step: ForgetStep,
) -> Result<(), CoreError> {
    let texts = &person.texts;
    let (html, keyboard) = match step {
        ForgetStep::Ask => (texts.say("forget-sure"), keyboards::forget(texts)),
        ForgetStep::Keep => (texts.say("forget-kept"), Keyboard::default()),
        ForgetStep::Sure => match privacy::forget(turn, person.id)? {
            Forget::Done => (texts.say("forgotten"), Keyboard::default()),
            Forget::WhenEnded(under_way) => {
                (texts.say_with("forgotten-when-ended", args! { orders: under_way }), Keyboard::default())
            }
        },
    };
    person.show(turn, message, html, keyboard);
    Ok(())
}

/// The button of a job that still waits for its turn: cancels it. Its status message then says so.
pub(super) fn cancel_job(turn: &Turn<'_>, person: &Person, id: JobId) -> Result<Option<String>, CoreError> {
    let key = match jobs::cancel(turn, person.id, id)? {
        CancelJob::Cancelled => "job-cancelled",
        CancelJob::TooLate => "cancel-too-late",
        CancelJob::NotYours => "old-button",
    };
    Ok(Some(person.texts.say(key)))
}

/// A message in a group: a command or a mention is told, once per question, that the bot works in private; anything else
/// is not for the bot.
pub(super) fn in_group(turn: &mut Turn<'_>, message: &Message, from: &User) -> Result<(), CoreError> {
    let username = turn.policy().username.as_str();
    let text = message.words().unwrap_or_default();
    let for_us = match Command::parse(text, username) {
        // A command without a name may be meant for any of the bots in the group; an unknown one is not for us.
        Some(Command::ForAnotherBot | Command::Unknown) => false,
        Some(_) => true,
        None => text.to_lowercase().contains(&format!("@{}", username.to_lowercase())),
    };
    if !for_us || rate_limits::admit(turn, from.id)? != RateLimit::Within {
        return Ok(());
    }
    // Who writes in a group may be somebody of whom nothing is kept.
    let language = people::chosen_language(turn, from.id)?.or_else(|| from.language_code.clone());
    let texts = Texts::for_language(&language.unwrap_or_default());
    let keyboard = match format!("https://t.me/{username}").parse() {
        Ok(link) => Keyboard(vec![vec![Button::new(texts.button("open-chat"), ButtonAction::Open(link))]]),
        Err(_no_username) => Keyboard::default(),
    };
    let html = texts.say("private-only");
    turn.reply(Reply::Send { chat: message.chat.id, topic: message.topic(), html, keyboard, effect: None });
    Ok(())
}

/// Says something, and reminds whoever is in the middle of an order that they can go on with it.
pub(super) fn send_with_reminder(
    turn: &mut Turn<'_>,
    person: &Person,
    mut html: String,
    mut keyboard: Keyboard,
) -> Result<(), CoreError> {
    if let Some(form) = forms::open_video(turn, person.id)? {
        html = format!("{html}\n\n{}", person.texts.say("order-still-open"));
        keyboard.0.push(keyboards::unfinished(&person.texts, &form));
    }
    person.send(turn, html, keyboard);
    Ok(())
}
