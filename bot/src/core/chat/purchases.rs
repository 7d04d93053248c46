//! A person's purchases under `/paysupport`: what can be refunded is, in two taps; for the rest the operators are asked.

use super::callback_data::RefundAction;
use super::texts::{args, eligibility_name, name};
use super::{Person, keyboards};
use crate::core::CoreError;
use crate::core::effect::Keyboard;
use crate::core::forms::{self, Awaited};
use crate::core::ids::{GiftState, MessageId, PurchaseName, RefundEligibility};
use crate::core::refunds::{self, AskRefund, BeginRefund, Purchase, RefundInitiator};
use crate::core::turn::Turn;

/// Purchases that are shown; older ones are for the operators to find.
const SHOWN_MAX: u32 = 5;

/// The list, with a button for each purchase about which something can be done. Empty for somebody who bought nothing.
pub(super) fn list(turn: &Turn<'_>, person: &Person) -> Result<(String, Keyboard), CoreError> {
    let purchases = refunds::purchases(turn, person.id, SHOWN_MAX)?;
    if purchases.is_empty() {
        return Ok((String::new(), Keyboard::default()));
    }
    let html = person.texts.purchases(&purchases, turn.policy().refund_within);
    Ok((html, keyboards::purchases(&person.texts, &purchases)))
}

/// A button of the buyer's was pressed. Says what is shown over the chat.
pub(super) fn pressed(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    number: i64,
    action: RefundAction,
) -> Result<Option<String>, CoreError> {
    let Some(purchase) = refunds::purchase(turn, PurchaseName { user: person.id, number })? else {
        return Ok(Some(person.texts.say("old-button")));
    };
    // Whoever taps does not write to the operators any more.
    forms::leave(turn, person.id, &Awaited::ALL)?;
    match action {
        RefundAction::Offer => offer(turn, person, &purchase),
        RefundAction::Confirm => confirm(turn, person, message, &purchase),
        RefundAction::Keep => {
            person.show(turn, message, person.texts.say("refund-kept"), Keyboard::default());
            Ok(None)
        }
        RefundAction::Ask => ask(turn, person, &purchase),
    }
}

/// The first tap: what would happen.
fn offer(turn: &mut Turn<'_>, person: &Person, purchase: &Purchase) -> Result<Option<String>, CoreError> {
    if purchase.eligibility != RefundEligibility::Refundable {
        return Ok(Some(not_refundable(person, purchase.eligibility)));
    }
    let arguments = person.texts.of_purchase(purchase);
    let html = if purchase.gift == Some(GiftState::Waiting) {
        person.texts.say_with("refund-offer-gift", &arguments)
    } else {
        person.texts.say_with("refund-offer", &arguments)
    };
    person.send(turn, html, keyboards::refund_offer(&person.texts, purchase.number));
    Ok(None)
}

/// The second tap.
fn confirm(
    turn: &mut Turn<'_>,
    person: &Person,
    message: Option<MessageId>,
    purchase: &Purchase,
) -> Result<Option<String>, CoreError> {
    match refunds::begin(turn, purchase, RefundInitiator::Buyer)? {
        BeginRefund::Begun(_) => {
            let arguments = person.texts.of_purchase(purchase);
            let html = if purchase.gift == Some(GiftState::Waiting) {
                person.texts.say_with("refund-begun-gift", &arguments)
            } else {
                person.texts.say_with("refund-begun", &arguments)
            };
            person.show(turn, message, html, Keyboard::default());
            Ok(None)
        }
        BeginRefund::NotAllowed(eligibility) => Ok(Some(not_refundable(person, eligibility))),
        // For buyers that is one case of credits that are not all there.
        BeginRefund::OrdersUnderWay(_) => Ok(Some(not_refundable(person, RefundEligibility::Spent))),
    }
}

fn ask(turn: &mut Turn<'_>, person: &Person, purchase: &Purchase) -> Result<Option<String>, CoreError> {
    match refunds::ask(turn, purchase)? {
        AskRefund::Asked => {
            let html = person.texts.say_with("refund-asked", args! { number: name(purchase.number) });
            person.send(turn, html, Keyboard::default());
            Ok(None)
        }
        AskRefund::NotAllowed(eligibility) => Ok(Some(not_refundable(person, eligibility))),
    }
}

fn not_refundable(person: &Person, eligibility: RefundEligibility) -> String {
    person.texts.say_with("not-refundable", args! { eligibility: eligibility_name(eligibility) })
}
