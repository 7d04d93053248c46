//! Subscriptions: the offer under `/buy`, and what `/balance` shows of those that somebody has.

use super::callback_data::CallbackData;
use super::keyboards::button;
use super::texts::args;
use super::{Person, maintenance};
use crate::core::CoreError;
use crate::core::effect::{Button, Invoice, Reply};
use crate::core::ids::SubscriptionState;
use crate::core::payments::{self, Sale};
use crate::core::subscriptions::{self, Subscription, Wish, WishSubscription};
use crate::core::turn::Turn;

/// What `/buy` says of subscriptions, and its button: the offer, or that they have one.
pub(super) fn in_offer(turn: &Turn<'_>, person: &Person) -> Result<Option<(String, Option<Button>)>, CoreError> {
    let texts = &person.texts;
    if let Some(theirs) = subscriptions::of_person(turn, person.id)?.first() {
        return Ok(Some((line(person, theirs), None)));
    }
    let Some(pack) = turn.policy().subscription else { return Ok(None) };
    let (credits, stars) = (|| texts.credits(pack.credits), pack.stars.0);
    let label = texts.say_with("subscription-button", args! { credits: credits(), stars });
    let line = texts.say_with("offer-subscription", args! { credits: credits(), stars });
    Ok(Some((line, Some(button(label, &CallbackData::Subscribe)))))
}

/// The button of the offer: a link to the checkout. Says what is shown over the chat.
pub(super) fn offer(turn: &mut Turn<'_>, person: &Person) -> Result<Option<String>, CoreError> {
    let texts = &person.texts;
    if let Some(words) = maintenance::closed(turn, person.id, texts) {
        return Ok(Some(words));
    }
    let Some(pack) = turn.policy().subscription else { return Ok(Some(texts.say("subscription-gone"))) };
    if !subscriptions::of_person(turn, person.id)?.is_empty() {
        return Ok(Some(texts.say("checkout-already-subscribed")));
    }
    let invoice = Invoice {
        title: texts.say_with("invoice-title", args! { credits: texts.credits(pack.credits) }),
        description: texts.say_with("subscription-description", args! { credits: texts.credits(pack.credits) }),
        payload: payments::new_payload(turn, person.id, pack, Sale::Subscription),
        stars: pack.stars,
    };
    let (credits, stars) = (texts.credits(pack.credits), pack.stars.0);
    let html = texts.say_with("subscription-offer", args! { credits, stars });
    let label = texts.say_with("subscription-pay", args! { stars: pack.stars.0 });
    turn.reply(Reply::Subscription { chat: person.id.0, topic: person.topic, html, label, invoice });
    Ok(None)
}

/// What `/balance` says of somebody's subscriptions, each with what can be done about it.
pub(super) fn in_balance(turn: &Turn<'_>, person: &Person) -> Result<(Vec<String>, Vec<Vec<Button>>), CoreError> {
    let theirs = subscriptions::of_person(turn, person.id)?;
    let lines = theirs.iter().map(|theirs| line(person, theirs)).collect();
    let rows = theirs.iter().filter(|theirs| theirs.wish.is_none()).map(|theirs| {
        let is_cancelled = theirs.state == SubscriptionState::Cancelled;
        let (label, wish) = if is_cancelled {
            (person.texts.button("subscription-resume"), Wish::Resume)
        } else {
            (person.texts.button("subscription-cancel"), Wish::Cancel)
        };
        vec![button(label, &CallbackData::Subscription { invoice: theirs.invoice.clone(), wish })]
    });
    Ok((lines, rows.collect()))
}

/// A button under the balance. Says what is shown over the chat.
pub(super) fn pressed(
    turn: &Turn<'_>,
    person: &Person,
    invoice: &str,
    wish: Wish,
) -> Result<Option<String>, CoreError> {
    let texts = &person.texts;
    Ok(Some(match subscriptions::wish(turn, person.id, invoice, wish)? {
        WishSubscription::Asked => texts.say_with("subscription-asked", args! { wish: wish.as_str() }),
        WishSubscription::AlreadySo => texts.say_with("subscription-already-so", args! { wish: wish.as_str() }),
        WishSubscription::Unknown => texts.say("old-button"),
        WishSubscription::Blocked => texts.say("blocked"),
    }))
}

fn line(person: &Person, theirs: &Subscription) -> String {
    let texts = &person.texts;
    let (state, wish) = (theirs.state.as_str(), theirs.wish.map_or("none", Wish::as_str));
    let (credits, stars, until) = (texts.credits(theirs.credits), theirs.stars.0, texts.date(theirs.paid_until));
    texts.say_with("subscription-line", args! { credits, stars, until, state, wish })
}
