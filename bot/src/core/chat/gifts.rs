//! Packs as a gift: the offer under `/buy`, its invoice, and what is said to whoever opens the link.

use super::texts::{args, escaped};
use super::{Person, answers, go_on_after_payment, keyboards, maintenance};
use crate::core::CoreError;
use crate::core::effect::{Invoice, Keyboard, Reply};
use crate::core::gifts::{self, OpenGift};
use crate::core::ids::Credits;
use crate::core::ledger;
use crate::core::links::GIFT_PREFIX;
use crate::core::payments::{self, Sale};
use crate::core::turn::Turn;

/// The button under `/buy`: the packs.
pub(super) fn offer(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    if let Some(words) = maintenance::closed(turn, person.id, &person.texts) {
        person.send(turn, escaped(&words), Keyboard::default());
        return Ok(());
    }
    let texts = &person.texts;
    let days = turn.policy().gifts_kept_for.as_hours() / 24;
    let html = format!("{}\n\n{}", texts.say_with("gift-offer", args! { days }), texts.say("offer-terms"));
    person.send(turn, html, keyboards::gift_packs(texts, &turn.policy().packs));
    Ok(())
}

/// The button of a pack: the invoice. One that is no longer sold is answered with those that are.
pub(super) fn pack(turn: &mut Turn<'_>, person: &Person, credits: Credits) -> Result<Option<String>, CoreError> {
    if let Some(words) = maintenance::closed(turn, person.id, &person.texts) {
        return Ok(Some(words));
    }
    let Some(pack) = turn.policy().pack(credits) else {
        answers::offer(turn, person)?;
        return Ok(Some(person.texts.say("pack-gone")));
    };
    let texts = &person.texts;
    let credits = || texts.credits_and_bonus(pack.credits, pack.bonus);
    let invoice = Invoice {
        title: texts.say_with("gift-invoice-title", args! { credits: credits() }),
        description: texts.say_with("gift-invoice-description", args! { credits: credits() }),
        payload: payments::new_payload(turn, person.id, pack, Sale::Gift),
        stars: pack.stars,
    };
    turn.reply(Reply::Invoice { chat: person.id.0, topic: person.topic, invoice });
    Ok(None)
}

/// A link with this parameter was opened. Says whether it leads to a gift.
pub(super) fn opened(turn: &mut Turn<'_>, person: &Person, parameter: &str) -> Result<bool, CoreError> {
    let Some(code) = parameter.strip_prefix(GIFT_PREFIX) else { return Ok(false) };
    let texts = &person.texts;
    let opened = gifts::open(turn, person.id, code)?;
    let html = match opened {
        OpenGift::Opened(credits) => {
            let balance = texts.credits(ledger::available(turn, person.id)?);
            texts.say_with("gift-opened", args! { credits: texts.credits(credits), balance })
        }
        OpenGift::AlreadyYours => texts.say("gift-already-yours"),
        OpenGift::AlreadyOpened => texts.say("gift-already-opened"),
        OpenGift::Refunded => texts.say("gift-refunded"),
        OpenGift::Kept => texts.say("gift-too-late"),
        OpenGift::Unknown => texts.say("gift-unknown"),
    };
    person.send(turn, html, keyboards::welcome(texts));
    // An order may have waited for them.
    if matches!(opened, OpenGift::Opened(_)) {
        go_on_after_payment(turn, person.id)?;
    }
    Ok(true)
}
