//! `/redeem`, and links with a promo code.

use super::texts::args;
use super::{Person, Said, go_on_after_payment, keyboards};
use crate::core::CoreError;
use crate::core::effect::Keyboard;
use crate::core::forms::{self, Form};
use crate::core::ledger;
use crate::core::links::PROMO_PREFIX;
use crate::core::promos::{self, PromoCode, Redeem};
use crate::core::turn::Turn;

/// For so long after `/redeem` a word is a code, in seconds.
const AWAITED_SECONDS: i64 = 10 * 60;

/// `/redeem`: what is written behind it is the code, or else the next text is.
pub(super) fn begin(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<(), CoreError> {
    if !said.words.is_empty() {
        return redeem(turn, person, said.words);
    }
    let draft = forms::open_video(turn, person.id)?.map(Box::new);
    forms::keep(turn, person.id, &Form::Redeem { until: said.message.date + AWAITED_SECONDS, draft })?;
    person.send(turn, person.texts.say("redeem-ask"), Keyboard(vec![keyboards::support(&person.texts)]));
    Ok(())
}

/// A text while a code is awaited. False if it cannot be one, and means something else.
pub(super) fn answered(turn: &mut Turn<'_>, person: &Person, said: Said<'_>) -> Result<bool, CoreError> {
    let is_code = said.message.text.is_some() && PromoCode::parse(said.words).is_some();
    if is_code {
        redeem(turn, person, said.words)?;
    }
    Ok(is_code)
}

/// A link with this parameter was opened. Says whether it has a promo code.
pub(super) fn opened(turn: &mut Turn<'_>, person: &Person, parameter: &str) -> Result<bool, CoreError> {
    let Some(code) = parameter.strip_prefix(PROMO_PREFIX) else { return Ok(false) };
    redeem(turn, person, code)?;
    Ok(true)
}

fn redeem(turn: &mut Turn<'_>, person: &Person, code: &str) -> Result<(), CoreError> {
    let texts = &person.texts;
    let redeemed = promos::redeem(turn, person.id, code)?;
    let html = match redeemed {
        Redeem::Redeemed(credits) => {
            let balance = texts.credits(ledger::available(turn, person.id)?);
            texts.say_with("redeemed", args! { credits: texts.credits(credits), balance })
        }
        Redeem::Unknown => texts.say("redeem-unknown"),
        Redeem::Expired => texts.say("redeem-expired"),
        Redeem::UsedUp => texts.say("redeem-used-up"),
        Redeem::AlreadyUsed => texts.say("redeem-already-used"),
        Redeem::TooManyTries(wait) => texts.say_with("redeem-too-many", args! { minutes: wait.as_secs() / 60 + 1 }),
    };
    person.send(turn, html, keyboards::main_actions(texts));
    // An order may have waited for them.
    if let Redeem::Redeemed(_) = redeemed { go_on_after_payment(turn, person.id) } else { Ok(()) }
}
