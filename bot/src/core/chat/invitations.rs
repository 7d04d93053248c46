//! `/invite`: a person's own link, and what came of it; and what is said to whoever comes by one.

use super::texts::args;
use super::{Person, keyboards};
use crate::core::CoreError;
use crate::core::effect::Keyboard;
use crate::core::ids::Credits;
use crate::core::links::INVITE_PREFIX;
use crate::core::referrals::{self, Came, Invitations};
use crate::core::turn::Turn;

/// `/invite`
pub(super) fn show(turn: &mut Turn<'_>, person: &Person) -> Result<(), CoreError> {
    let texts = &person.texts;
    let parameter = format!("{INVITE_PREFIX}{}", referrals::code_of(turn, person.id)?);
    let Some(link) = texts.link_to(&turn.policy().username, &parameter) else {
        // A bot without a name of its own has no links.
        person.send(turn, texts.say("invite-off"), Keyboard::default());
        return Ok(());
    };
    let keyboard = keyboards::share_link(texts, &link, &texts.say("share-invitation"));
    let (each, most) = (turn.policy().referral_credits, turn.policy().referrals_max);
    let Invitations { came, bought, earned } = referrals::of_person(turn, person.id)?;
    let html = if each > Credits::ZERO {
        texts.say_with("invite", args! { credits: texts.credits(each), most, link: link.to_string() })
    } else {
        texts.say("invite-off")
    };
    let html = if came > 0 {
        let sum = texts.say_with("invite-sum", args! { came, bought, earned: texts.credits(earned) });
        format!("{html}\n\n{sum}")
    } else {
        html
    };
    person.send(turn, html, keyboard);
    Ok(())
}

/// A link with this parameter was opened. What is said about it, if it is somebody's invitation.
pub(super) fn opened(turn: &Turn<'_>, person: &Person, parameter: &str) -> Result<Option<String>, CoreError> {
    let Some(code) = parameter.strip_prefix(INVITE_PREFIX) else { return Ok(None) };
    let texts = &person.texts;
    Ok(match referrals::came(turn, person.id, code, person.is_new)? {
        Came::Invited(credits) => Some(texts.say_with("invited", args! { credits: texts.credits(credits) })),
        Came::Oneself => Some(texts.say("invited-oneself")),
        Came::NotNew => Some(texts.say("invited-not-new")),
        Came::Nothing => None,
    })
}
