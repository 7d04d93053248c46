//! Commands and buttons of the operators (`ADMIN_IDS`, `SUPPORT_IDS`, `VIEWER_IDS`). To anybody else these commands do
//! not exist.
//!
//! `/grant <person> <credits> <why>`, `/debit <person> <credits> <why>`, `/ledger <person> [page]`,
//! `/refund <purchase or charge> <why>`, `/reply <number of the request> <words>`, `/reconcile`, `/models [on|off <id>]`,
//! `/promo [<code> <credits> <people> <days>]`, `/promo <code> off`, `/admin [person]`, `/broadcast`,
//! `/stats [daily on [hour]|off]`.
//! `/shop` is in [`super::shop`], `/maintenance [on [words]|off]` in [`super::maintenance`].

use shared::job::ModelId;

use super::callback_data::RefundDecision;
use super::command::OperatorCommand;
use super::texts::{Texts, args, cut, eligibility_name, escape, name};
use super::{Person, admin, broadcasts, maintenance, shop, stats};
use crate::core::CoreError;
use crate::core::effect::{Effect, Keyboard};
use crate::core::ids::{Credits, MessageId, PurchaseName, RefundEligibility, UserId};
use crate::core::models;
use crate::core::operators::{self, ReplyToRequest};
use crate::core::refunds::{self, BeginRefund, DeclineRefund, Purchase};
use crate::core::role::Role;
use crate::core::turn::Turn;

pub(super) mod answers;
pub(super) mod promo;

use answers::{amount_and_reason, not_allowed, person_unknown, switched, too_many};

/// A command with whatever was written behind it.
pub(super) fn command(
    turn: &mut Turn<'_>,
    person: &Person,
    command: OperatorCommand,
    text: &str,
) -> Result<(), CoreError> {
    let Some(role) = turn.policy().role(person.id) else { return super::answers::unknown_command(turn, person) };
    let words: Vec<&str> = text.split_whitespace().skip(1).collect();
    let switches = command == OperatorCommand::Models && !words.is_empty();
    let needs = if switches { Role::Owner } else { command.needs() };
    if !role.may(needs) {
        person.send(turn, not_allowed(&person.texts, needs), Keyboard::default());
        return Ok(());
    }
    let html = match command {
        OperatorCommand::Grant | OperatorCommand::Debit => move_credits(turn, person, command, &words)?,
        OperatorCommand::Ledger => ledger_of(turn, person, &words)?,
        OperatorCommand::Refund => refund(turn, person, &words)?,
        OperatorCommand::Reply => reply(turn, person, text)?,
        OperatorCommand::Reconcile => {
            turn.effects.push(Effect::ReadStars { asked_by: Some(person.id) });
            Some(person.texts.say("operators-reconcile-begun"))
        }
        OperatorCommand::Models => models_of(turn, person, &words)?,
        OperatorCommand::Admin => return admin::begin(turn, person, &words),
        OperatorCommand::Promo => promo::promo(turn, person, &words)?,
        OperatorCommand::Broadcast => return broadcasts::begin(turn, person),
        OperatorCommand::Stats => match stats::command(turn, person, &words)? {
            stats::Answer::Shown => return Ok(()),
            stats::Answer::Said(html) => Some(html),
            stats::Answer::NotUnderstood => None,
        },
        OperatorCommand::Shop => return shop::show(turn, person, None),
        OperatorCommand::Maintenance => maintenance::command(turn, person, text)?,
    };
    // A command that was not understood is answered with how it is written.
    let html = html.unwrap_or_else(|| person.texts.say(&format!("operators-usage-{}", command.as_str())));
    person.send(turn, html, Keyboard::default());
    Ok(())
}

/// A button under a refund that somebody asked for.
pub(super) fn decide(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    purchase: PurchaseName,
    decision: RefundDecision,
) -> Result<Option<String>, CoreError> {
    let Some(purchase) = refunds::purchase(turn, purchase)? else { return Ok(Some(person.texts.say("old-button"))) };
    let texts = &person.texts;
    if purchase.eligibility != RefundEligibility::Asked {
        return Ok(Some(decided(texts, purchase.eligibility)));
    }
    let html = if decision == RefundDecision::Approve {
        match operators::refund(turn, person.id, &purchase, "asked for by the buyer, approved")? {
            BeginRefund::Begun(credits) => approved(texts, &purchase, credits),
            BeginRefund::NotAllowed(eligibility) => return Ok(Some(decided(texts, eligibility))),
            // The buttons stay, for later.
            BeginRefund::OrdersUnderWay(held) => return Ok(Some(waits(texts, &purchase, held))),
        }
    } else {
        match operators::decline(turn, person.id, &purchase, "asked for by the buyer, declined")? {
            DeclineRefund::Declined => texts.say_with("operators-refund-declined", &texts.of_any_purchase(&purchase)),
            DeclineRefund::Decided(eligibility) => return Ok(Some(decided(texts, eligibility))),
        }
    };
    person.show(turn, message, html, Keyboard::default());
    Ok(None)
}

fn move_credits(
    turn: &Turn<'_>,
    person: &Person,
    command: OperatorCommand,
    words: &[&str],
) -> Result<Option<String>, CoreError> {
    let [user, rest @ ..] = words else { return Ok(None) };
    let (Ok(user), Some((credits, reason))) = (user.parse().map(UserId), amount_and_reason(&rest.join(" "))) else {
        return Ok(None);
    };
    if let Some(html) = too_many(&person.texts, credits) {
        return Ok(Some(html));
    }
    let moved = if command == OperatorCommand::Grant {
        operators::grant(turn, person.id, user, credits, &reason)?
    } else {
        operators::debit(turn, person.id, user, credits, &reason)?
    };
    Ok(Some(answers::moved(&person.texts, user, moved)))
}

fn refund(turn: &Turn<'_>, person: &Person, words: &[&str]) -> Result<Option<String>, CoreError> {
    let [which, why @ ..] = words else { return Ok(None) };
    if why.is_empty() {
        return Ok(None);
    }
    let Some(purchase) = find(turn, which)? else {
        let arguments = args! { which: escape(&cut(which, 100)) };
        return Ok(Some(person.texts.say_with("operators-purchase-unknown", arguments)));
    };
    Ok(Some(match operators::refund(turn, person.id, &purchase, &why.join(" "))? {
        BeginRefund::Begun(credits) => approved(&person.texts, &purchase, credits),
        BeginRefund::NotAllowed(eligibility) => decided(&person.texts, eligibility),
        BeginRefund::OrdersUnderWay(held) => waits(&person.texts, &purchase, held),
    }))
}

/// Answers a request for payment support in the name of the bot, so that no operator has to show who they are.
fn reply(turn: &Turn<'_>, person: &Person, text: &str) -> Result<Option<String>, CoreError> {
    // The words go as they were written, lines and all.
    let mut parts = text.splitn(3, char::is_whitespace);
    let (_, number, words) = (parts.next(), parts.next(), parts.next().unwrap_or_default().trim());
    let number = number.and_then(|number| number.trim_start_matches('#').parse::<i64>().ok());
    let Some(number) = number.filter(|_| !words.is_empty()) else { return Ok(None) };
    Ok(Some(match operators::reply(turn, person.id, number, words)? {
        ReplyToRequest::Sent(user) => {
            person.texts.say_with("operators-reply-sent", args! { number: name(number), user: name(user) })
        }
        ReplyToRequest::UnknownRequest => {
            person.texts.say_with("operators-request-unknown", args! { number: name(number) })
        }
    }))
}

/// The purchase with this name (`123456#2`) or charge.
fn find(turn: &Turn<'_>, which: &str) -> Result<Option<Purchase>, CoreError> {
    if let Some(name) = PurchaseName::parse(which) {
        return refunds::purchase(turn, name);
    }
    refunds::any_payment(turn, which)
}

fn ledger_of(turn: &Turn<'_>, person: &Person, words: &[&str]) -> Result<Option<String>, CoreError> {
    let Some(user) = words.first().and_then(|word| word.parse().ok()).map(UserId) else { return Ok(None) };
    let page = words.get(1).and_then(|word| word.parse::<i64>().ok()).unwrap_or(1);
    Ok(Some(match operators::look(turn, person.id, user, page)? {
        Some(account) => person.texts.account(user, &account),
        None => person_unknown(&person.texts, user),
    }))
}

/// The models with their state, or one of them switched.
fn models_of(turn: &Turn<'_>, person: &Person, words: &[&str]) -> Result<Option<String>, CoreError> {
    let texts = &person.texts;
    let (id, to, switch) = match words {
        [] => return Ok(Some(texts.models(&models::all(turn)?))),
        ["on", id] => (*id, "on", operators::switch_model(turn, person.id, &ModelId::new(*id), true)?),
        ["off", id] => (*id, "off", operators::switch_model(turn, person.id, &ModelId::new(*id), false)?),
        _ => return Ok(None),
    };
    Ok(Some(switched(texts, (id, to), switch)))
}

fn approved(texts: &Texts, purchase: &Purchase, taken: Credits) -> String {
    let mut arguments = texts.of_any_purchase(purchase);
    let foreign = if purchase.number == 0 { "yes" } else { "no" };
    arguments.extend_from_slice(args! { taken: texts.credits(taken), foreign });
    texts.say_with("operators-refund-approved", &arguments)
}

fn waits(texts: &Texts, purchase: &Purchase, held: Credits) -> String {
    texts.say_with("operators-refund-waits", args! { user: name(purchase.holder), held: texts.credits(held) })
}

fn decided(texts: &Texts, eligibility: RefundEligibility) -> String {
    texts.say_with("operators-refund-decided", args! { eligibility: eligibility_name(eligibility) })
}
