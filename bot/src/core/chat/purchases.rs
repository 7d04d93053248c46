//! A person's purchases under `/paysupport`: what can be given back is, in two taps; for the rest the operators are asked.

use super::callback_data::RefundAction;
use super::texts::Texts;
use super::{Person, keyboards, support};
use crate::core::event::Keyboard;
use crate::core::ids::MessageId;
use crate::core::refunds::{self, AskRefund, BeginRefund, Purchase, Standing, Wish};
use crate::core::{CoreError, Turn, notices};

/// Purchases that are shown; older ones are for the operators to find.
const SHOWN_MAX: u32 = 5;

/// The list, with a button for each purchase about which something can be done. Empty for somebody who bought nothing.
pub(super) fn list(turn: &Turn<'_, '_>, person: &Person) -> Result<(String, Keyboard), CoreError> {
    let purchases = refunds::purchases(turn, person.id, SHOWN_MAX)?;
    if purchases.is_empty() {
        return Ok((String::new(), Keyboard::default()));
    }
    let html = person.texts.purchases(&purchases, turn.rules().refund_within);
    Ok((html, keyboards::purchases(&person.texts, &purchases)))
}

/// A button of the buyer's was pressed. Says what is shown over the chat.
pub(super) fn pressed(
    turn: &mut Turn<'_, '_>,
    person: &Person,
    message: Option<MessageId>,
    number: i64,
    action: RefundAction,
) -> Result<Option<String>, CoreError> {
    let Some(purchase) = refunds::purchase(turn, number)?.filter(|purchase| purchase.user == person.id) else {
        return Ok(Some(person.texts.old_button()));
    };
    // Whoever taps does not write to the operators any more.
    support::leave(turn, person)?;
    match action {
        RefundAction::Offer => offer(turn, person, &purchase),
        RefundAction::Confirm => confirm(turn, person, message, &purchase),
        RefundAction::Keep => {
            person.show(turn, message, person.texts.refund_kept(), Keyboard::default());
            Ok(None)
        }
        RefundAction::Ask => ask(turn, person, &purchase),
        RefundAction::Approve | RefundAction::Decline => Ok(Some(person.texts.old_button())),
    }
}

/// At a start: operators who were named since then see what was asked before. Nobody is shown anything twice.
pub(in crate::core) fn show_to_new_operators(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    let asked: Vec<(String, i64)> = turn
        .tx
        .prepare_cached("SELECT charge, at FROM refunds WHERE state = 'asked'")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (charge, at) in asked {
        if let Some(purchase) = refunds::purchase_of(turn, &charge)? {
            show_to_operators(turn, &purchase, Standing::Spent, at)?;
        }
    }
    Ok(())
}

/// The first tap: what would happen.
fn offer(turn: &mut Turn<'_, '_>, person: &Person, purchase: &Purchase) -> Result<Option<String>, CoreError> {
    if purchase.standing != Standing::Refundable {
        return Ok(Some(person.texts.not_refundable(purchase.standing)));
    }
    person.send(turn, person.texts.refund_offer(purchase), keyboards::refund_offer(&person.texts, purchase.number));
    Ok(None)
}

/// The second tap.
fn confirm(
    turn: &mut Turn<'_, '_>,
    person: &Person,
    message: Option<MessageId>,
    purchase: &Purchase,
) -> Result<Option<String>, CoreError> {
    match refunds::begin(turn, purchase, Wish::Buyers)? {
        BeginRefund::Begun(_) => {
            person.show(turn, message, person.texts.refund_begun(purchase), Keyboard::default());
            Ok(None)
        }
        BeginRefund::NotAllowed(standing) => Ok(Some(person.texts.not_refundable(standing))),
        // For buyers that is one case of credits that are not all there.
        BeginRefund::OrdersUnderWay(_) => Ok(Some(person.texts.not_refundable(Standing::Spent))),
    }
}

fn ask(turn: &mut Turn<'_, '_>, person: &Person, purchase: &Purchase) -> Result<Option<String>, CoreError> {
    match refunds::ask(turn, purchase)? {
        AskRefund::Asked => {
            show_to_operators(turn, purchase, purchase.standing, turn.millis())?;
            person.send(turn, person.texts.refund_asked(purchase.number), Keyboard::default());
            Ok(None)
        }
        AskRefund::NotAllowed(standing) => Ok(Some(person.texts.not_refundable(standing))),
    }
}

fn show_to_operators(
    turn: &Turn<'_, '_>,
    purchase: &Purchase,
    because: Standing,
    asked_at: i64,
) -> Result<(), CoreError> {
    let texts = Texts::for_operators();
    let html = texts.refund_wanted(purchase, because);
    let keyboard = keyboards::refund_decision(&texts, purchase.number);
    notices::ask_admins(turn, &format!("refund-asked:{}:{asked_at}", purchase.charge), &html, &keyboard)
}
