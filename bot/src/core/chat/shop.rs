//! `/shop`: operators change what is sold, and for how much. What follows from a change is shown before it is in force.
//!
//! A value is asked for and comes as the next text; what it comes to has a button with a name of its own, so that the button
//! under an older proposal does nothing. A price is tapped up and down, and rides on the buttons.

use rand::Rng as _;
use shared::job::ModelId;

use super::callback_data::{CallbackData, ShopAction};
use super::keyboards::button;
use super::texts::{args, escape};
use super::{Person, Said, maintenance};
use crate::core::effect::{Button, ButtonStyle, Keyboard};
use crate::core::forms::{self, Awaited, Form};
use crate::core::ids::MessageId;
use crate::core::shop::{self, Decide, Item};
use crate::core::terms::{Term, WrongTerms};
use crate::core::turn::Turn;
use crate::core::{CoreError, operators};

/// For so long after the question a message is the value, in seconds.
const AWAITED_SECONDS: i64 = 60 * 60;

/// Buttons of models in a row.
const IN_A_ROW: usize = 2;

const OF_PACKS: [Term; 3] = [Term::Packs, Term::StarsPerCredit, Term::Subscription];
const OF_BONUSES: [Term; 2] = [Term::FirstPurchaseBonus, Term::WelcomeCredits];

/// `/shop`, or its button.
pub(super) fn show(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    let (policy, decisions) = (shop::in_force(turn)?, shop::all(turn)?);
    let texts = &person.texts;
    let html = texts.shop(&policy, &decisions);
    let rows = vec![
        vec![
            pressing(texts.button("shop-prices"), ShopAction::Prices),
            pressing(texts.button("shop-packs"), ShopAction::Packs),
        ],
        vec![
            pressing(texts.button("shop-bonuses"), ShopAction::Bonuses),
            pressing(texts.button("shop-maintenance"), ShopAction::Maintenance),
        ],
    ];
    person.show(turn, message, html, Keyboard(rows));
    Ok(())
}

/// A button of the shop. Says what is shown over the chat.
pub(super) fn pressed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    action: &ShopAction,
) -> Result<Option<String>, CoreError> {
    match action {
        ShopAction::Apply(name) => return apply(turn, person, message, name),
        ShopAction::SetPrice { model, more } => return set_price(turn, person, message, (model, *more)),
        ShopAction::Propose { model, more } => return propose_price(turn, person, message, (model, *more)),
        ShopAction::Close(is_on) => return close(turn, person, message, *is_on),
        ShopAction::Overview => show(turn, person, message)?,
        ShopAction::Prices => show_prices(turn, person, message)?,
        ShopAction::Packs => show_terms(turn, person, message, &OF_PACKS)?,
        ShopAction::Bonuses => show_terms(turn, person, message, &OF_BONUSES)?,
        ShopAction::Maintenance => show_maintenance(turn, person, message)?,
        ShopAction::Ask(term) => ask(turn, person, *term)?,
        ShopAction::Reset(term) => propose(turn, person, *term, None)?,
    }
    Ok(None)
}

/// The value that was asked for.
pub(super) fn answer(turn: &mut Turn<'_>, person: &Person, term: Term, said: Said<'_>) -> Result<(), CoreError> {
    propose(turn, person, term, Some(said.message.text.as_deref().unwrap_or_default()))
}

/// `/cancel` instead of a value. Says whether there was anything to cancel.
pub(super) fn cancel(turn: &mut Turn<'_>, person: &Person) -> Result<bool, CoreError> {
    let is_left = forms::leave(turn, person.id, &[Awaited::Shop])?.is_some();
    if is_left {
        person.send(turn, person.texts.say("operators-shop-cancelled"), Keyboard::default());
    }
    Ok(is_left)
}

fn show_prices(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    let policy = shop::in_force(turn)?;
    let html = person.texts.shop_prices(&policy);
    let of_model = |model: &shared::catalog::Model| {
        let more = policy.decided.adjustments.get(&model.id).copied().unwrap_or_default();
        pressing(model.name.clone(), ShopAction::Propose { model: model.id.clone(), more })
    };
    let buttons: Vec<Button> = policy.catalog.models().iter().map(of_model).collect();
    let mut rows: Vec<Vec<Button>> = buttons.chunks(IN_A_ROW).map(<[Button]>::to_vec).collect();
    rows.push(vec![pressing(person.texts.button("shop-back"), ShopAction::Overview)]);
    person.show(turn, message, html, Keyboard(rows));
    Ok(())
}

/// What the prices of a model would be. Says why not, if they cannot.
fn propose_price(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    (model, more): (&ModelId, i32),
) -> Result<Option<String>, CoreError> {
    let (texts, policy) = (&person.texts, shop::in_force(turn)?);
    let proposed = match shop::would_be(turn, &Item::Price(model.clone()), Some(&more.to_string()))? {
        Ok(proposed) => proposed,
        Err(wrong) => return Ok(Some(problem(&wrong))),
    };
    let Some(html) = texts.shop_price(&policy, &proposed, model) else { return Ok(Some(texts.say("old-button"))) };
    let now = policy.decided.adjustments.get(model).copied().unwrap_or_default();
    let step = |label: &str, more: i32| pressing(label, ShopAction::Propose { model: model.clone(), more });
    let set = |label: String, more: i32| pressing(label, ShopAction::SetPrice { model: model.clone(), more });
    let mut rows = vec![vec![step("−1", more.saturating_sub(1)), step("+1", more.saturating_add(1))]];
    if more != now {
        rows.push(vec![set(texts.button("shop-apply"), more).styled(ButtonStyle::Success)]);
    }
    if now != 0 {
        rows.push(vec![set(texts.button("shop-to-catalogue"), 0)]);
    }
    rows.push(vec![pressing(texts.button("shop-back-prices"), ShopAction::Prices)]);
    person.show(turn, message, html, Keyboard(rows));
    Ok(None)
}

fn set_price(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    (model, more): (&ModelId, i32),
) -> Result<Option<String>, CoreError> {
    if turn.policy().catalog.get(model).is_none() {
        return Ok(Some(person.texts.say("old-button")));
    }
    let item = Item::Price(model.clone());
    match operators::change_shop(turn, person.id, &item, Some(&more.to_string()))? {
        Decide::Decided { .. } => propose_price(turn, person, message, (model, more)),
        Decide::Already => Ok(Some(person.texts.say("operators-shop-already"))),
        Decide::Wrong(wrong) => Ok(Some(problem(&wrong))),
    }
}

/// Some of the terms, each with a button to change it, and one to take back what was changed.
fn show_terms(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    terms: &[Term],
) -> Result<(), CoreError> {
    let (texts, policy, decisions) = (&person.texts, shop::in_force(turn)?, shop::all(turn)?);
    let line = |term: &Term| {
        let value = escape(&shop::text(&policy, &Item::Term(*term)));
        texts.say_with("operators-shop-term", args! { term: term.as_str(), value })
    };
    let lines: Vec<String> = terms.iter().map(line).collect();
    let lines = lines.join("\n");
    let html = if terms.contains(&Term::Packs) {
        texts.say_with("operators-shop-packs", args! { lines })
    } else {
        texts.say_with("operators-shop-bonuses", args! { lines })
    };
    let mut rows = Vec::new();
    for term in terms.iter().copied() {
        let label = texts.say_with("button-shop-change", args! { term: term.as_str() });
        rows.push(vec![pressing(label, ShopAction::Ask(term))]);
        if decisions.iter().any(|decision| decision.item == Item::Term(term)) {
            let label = texts.say_with("button-shop-reset", args! { term: term.as_str() });
            rows.push(vec![pressing(label, ShopAction::Reset(term))]);
        }
    }
    rows.push(vec![pressing(texts.button("shop-back"), ShopAction::Overview)]);
    person.show(turn, message, html, Keyboard(rows));
    Ok(())
}

/// Asks for a value: the next text is it.
fn ask(turn: &mut Turn<'_>, person: &Person, term: Term) -> Result<(), CoreError> {
    keep(turn, person, term, None)?;
    let policy = shop::in_force(turn)?;
    let value = escape(&shop::text(&policy, &Item::Term(term)));
    let html = person.texts.say_with("operators-shop-ask", args! { term: term.as_str(), value });
    person.send(turn, html, Keyboard::default());
    Ok(())
}

/// Shows what it would be with this value, or with that of the settings, and the button that puts it in force.
fn propose(turn: &mut Turn<'_>, person: &Person, term: Term, value: Option<&str>) -> Result<(), CoreError> {
    let (texts, item) = (&person.texts, Item::Term(term));
    let policy = shop::in_force(turn)?;
    let value = value.map_or_else(|| shop::text(policy.of_files(), &item), str::to_owned);
    let proposed = match shop::would_be(turn, &item, Some(&value))? {
        Ok(proposed) => proposed,
        Err(wrong) => {
            keep(turn, person, term, None)?;
            let html = texts.say_with("operators-shop-wrong", args! { problem: escape(&problem(&wrong)) });
            person.send(turn, html, Keyboard::default());
            return Ok(());
        }
    };
    let after = shop::text(&proposed, &item);
    if after == shop::text(&policy, &item) {
        keep(turn, person, term, None)?;
        let html = texts.say_with("operators-shop-same", args! { term: term.as_str(), value: escape(&after) });
        person.send(turn, html, Keyboard::default());
        return Ok(());
    }
    let name = format!("{:016x}", turn.context.random.random::<u64>());
    keep(turn, person, term, Some((name.clone(), after)))?;
    let html = texts.shop_proposal(&policy, &proposed, term);
    let apply = pressing(texts.button("shop-apply"), ShopAction::Apply(name)).styled(ButtonStyle::Success);
    let back = pressing(texts.button("shop-back"), ShopAction::Overview);
    person.send(turn, html, Keyboard(vec![vec![apply], vec![back]]));
    Ok(())
}

/// The button under a proposal.
fn apply(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    name: &str,
) -> Result<Option<String>, CoreError> {
    let texts = &person.texts;
    let Some(Form::Shop { term, proposed: Some((known, value)), .. }) = forms::open(turn, person.id)? else {
        return Ok(Some(texts.say("old-button")));
    };
    if known != name {
        return Ok(Some(texts.say("old-button")));
    }
    match operators::change_shop(turn, person.id, &Item::Term(term), Some(&value))? {
        Decide::Decided { after, .. } => {
            forms::leave(turn, person.id, &[Awaited::Shop])?;
            let html = texts.say_with("operators-shop-done", args! { name: term.as_str(), value: escape(&after) });
            let back = pressing(texts.button("shop-back"), ShopAction::Overview);
            person.show(turn, message, html, Keyboard(vec![vec![back]]));
            Ok(None)
        }
        Decide::Already => {
            forms::leave(turn, person.id, &[Awaited::Shop])?;
            Ok(Some(texts.say("operators-shop-already")))
        }
        Decide::Wrong(wrong) => Ok(Some(problem(&wrong))),
    }
}

fn show_maintenance(turn: &mut Turn<'_>, person: &Person, message: Option<MessageId>) -> Result<(), CoreError> {
    let html = maintenance::shown(turn, person)?;
    let is_on = shop::in_force(turn)?.decided.maintenance.is_some();
    let switch = if is_on { person.texts.button("shop-open") } else { person.texts.button("shop-close") };
    let rows = vec![
        vec![pressing(switch, ShopAction::Close(!is_on))],
        vec![pressing(person.texts.button("shop-back"), ShopAction::Overview)],
    ];
    person.show(turn, message, html, Keyboard(rows));
    Ok(())
}

/// The button that closes the shop, with the usual words, or opens it.
fn close(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    is_on: bool,
) -> Result<Option<String>, CoreError> {
    // A second tap would replace words of one's own.
    if shop::in_force(turn)?.decided.maintenance.is_some() == is_on {
        return Ok(Some(person.texts.say("operators-shop-already")));
    }
    let html = maintenance::switch(turn, person, is_on.then_some(""))?;
    let back = pressing(person.texts.button("shop-back"), ShopAction::Overview);
    person.show(turn, message, html, Keyboard(vec![vec![back]]));
    Ok(None)
}

fn keep(turn: &Turn<'_>, person: &Person, term: Term, proposed: Option<(String, String)>) -> Result<(), CoreError> {
    let draft = forms::open_video(turn, person.id)?.map(Box::new);
    let until = turn.now().as_second() + AWAITED_SECONDS;
    forms::keep(turn, person.id, &Form::Shop { term, until, proposed, draft })
}

fn pressing(label: impl Into<String>, action: ShopAction) -> Button {
    button(label, &CallbackData::Shop(action))
}

/// What is wrong, as an operator reads it. The names of settings and what they take are English in every language.
fn problem(WrongTerms { setting, problem }: &WrongTerms) -> String {
    format!("{setting} {problem}")
}
