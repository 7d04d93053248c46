//! Credits: how many there are, and where to get more.

use super::start::with_reminder;
use super::{Person, keyboards};
use crate::core::event::Reply;
use crate::core::ids::Credits;
use crate::core::{CoreError, Turn, ledger, payments};

/// `/balance`
pub(super) fn balance(turn: &mut Turn<'_, '_>, person: &Person) -> Result<(), CoreError> {
    let balance = ledger::balance(turn, person.id)?;
    let html = with_reminder(turn, person, person.texts.balance(&balance))?;
    person.send(turn, html, keyboards::main_actions(&person.texts));
    Ok(())
}

/// `/buy`, or its button.
pub(super) fn offer(turn: &mut Turn<'_, '_>, person: &Person) -> Result<(), CoreError> {
    let available = ledger::available(turn, person.id)?;
    let keyboard = keyboards::packs(&person.texts, &turn.rules().packs, Credits::ZERO);
    person.send(turn, person.texts.offer(available), keyboard);
    Ok(())
}

/// The button of a pack: the invoice. One that is no longer sold is answered with those that are.
pub(super) fn pack(turn: &mut Turn<'_, '_>, person: &Person, credits: Credits) -> Result<Option<String>, CoreError> {
    let Some(pack) = turn.rules().pack(credits) else {
        offer(turn, person)?;
        return Ok(Some(person.texts.pack_gone()));
    };
    let invoice = payments::invoice(turn, person.id, pack, &person.texts);
    turn.reply(Reply::Invoice { chat: person.id.0, invoice });
    Ok(None)
}
