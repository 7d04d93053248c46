//! `/promo`: the promo codes that owners make and end.

use jiff::SignedDuration;

use crate::core::CoreError;
use crate::core::chat::Person;
use crate::core::chat::texts::{args, escape};
use crate::core::effect::Keyboard;
use crate::core::ids::Credits;
use crate::core::links::PROMO_PREFIX;
use crate::core::operators::{self, EndPromo, MakePromo};
use crate::core::promos::{self, PromoCode, PromoTerms};
use crate::core::turn::Turn;

/// Credits that a promo code brings everybody, people who may use it, and days that it is good for: at most so many each.
const PROMO_CREDITS_MAX: i64 = 1_000;
const PROMO_USES_MAX: u32 = 1_000_000;
const PROMO_DAYS_MAX: i64 = 3_650;

/// Shows the promo codes.
pub(in crate::core::chat) fn show(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    let html = person.texts.promos(&promos::all(turn)?, turn.now());
    person.send(turn, html, Keyboard::default());
    Ok(())
}

/// The promo codes, or one of them made or ended.
pub(super) fn promo(turn: &Turn<'_>, person: &Person, words: &[&str]) -> Result<Option<String>, CoreError> {
    let texts = &person.texts;
    match words {
        [] => Ok(Some(texts.promos(&promos::all(turn)?, turn.now()))),
        [code, "off"] => {
            let Some(code) = PromoCode::parse(code) else { return Ok(None) };
            let outcome = match operators::end_promo(turn, person.id, &code)? {
                EndPromo::Ended => "ended",
                EndPromo::HadEnded => "had-ended",
                EndPromo::Unknown => "unknown",
            };
            let arguments = args! { code: escape(code.as_str()), outcome };
            Ok(Some(texts.say_with("operators-promo-off", arguments)))
        }
        [code, credits, uses_max, days] => {
            let (Some(code), Some(terms)) = (PromoCode::parse(code), promo_terms(turn, (credits, uses_max, days)))
            else {
                return Ok(None);
            };
            let link = texts.link_to(&turn.policy().username, &format!("{PROMO_PREFIX}{}", code.as_str()));
            Ok(Some(match operators::make_promo(turn, person.id, &code, &terms)? {
                MakePromo::NameTaken => texts.say_with("operators-promo-taken", args! { code: escape(code.as_str()) }),
                MakePromo::Made => {
                    let (credits, ends) = (texts.credits(terms.credits), texts.date(terms.ends_at));
                    let link = escape(link.as_ref().map_or("", |link| link.as_str()));
                    let arguments = args! { code: escape(code.as_str()), credits, people: terms.uses_max, ends, link };
                    texts.say_with("operators-promo-made", arguments)
                }
            }))
        }
        _ => Ok(None),
    }
}

/// What is written behind the name of a new code, if it makes sense.
fn promo_terms(turn: &Turn<'_>, (credits, uses_max, days): (&str, &str, &str)) -> Option<PromoTerms> {
    let credits = credits.parse().ok().filter(|credits| (1..=PROMO_CREDITS_MAX).contains(credits))?;
    let uses_max = uses_max.parse().ok().filter(|uses| (1..=PROMO_USES_MAX).contains(uses))?;
    let days = days.parse::<i64>().ok().filter(|days| (1..=PROMO_DAYS_MAX).contains(days))?;
    let ends_at = turn.now().saturating_add(SignedDuration::from_hours(24 * days)).ok()?;
    Some(PromoTerms { credits: Credits(credits), uses_max, ends_at })
}
