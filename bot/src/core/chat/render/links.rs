//! News of links that bring people, in words: gifts that were bought and opened, and invitations.

use crate::core::chat::keyboards;
use crate::core::chat::texts::{Texts, args};
use crate::core::effect::Keyboard;
use crate::core::gifts::{self, Gift};
use crate::core::ids::{Credits, GiftState, UserId};
use crate::core::links::GIFT_PREFIX;
use crate::core::notices::{LinkNotice, Notice};
use crate::core::turn::Turn;
use crate::core::{CoreError, ledger};

type Said = (String, Keyboard);

/// A notice about a gift or an invitation. `None` for any other.
pub(super) fn said(turn: &Turn<'_>, texts: &Texts, user: UserId, notice: &Notice) -> Result<Option<Said>, CoreError> {
    if let Notice::OfLink(notice) = notice {
        return of_link(turn, texts, user, notice).map(Some);
    }
    if let Notice::Receipt { charge, .. } = notice {
        return Ok(gifts::of(turn, charge)?.map(|gift| receipt(turn, texts, &gift)));
    }
    let Notice::StarsReturned { charge, taken, .. } = notice else { return Ok(None) };
    let Some(gift) = gifts::of(turn, charge)?.filter(|gift| gift.state != GiftState::Kept) else { return Ok(None) };
    let balance = texts.credits(ledger::available(turn, user)?);
    let was_opened = gift.state == GiftState::TakenBack;
    // What was set aside for a gift that nobody has opened was never in the balance.
    let owed = if was_opened { *taken } else { Credits::ZERO };
    let state = match (was_opened, owed > Credits::ZERO) {
        (true, true) => "owed",
        (true, false) => "opened",
        (false, _) => "unopened",
    };
    let arguments = args! { credits: texts.credits(gift.credits), state, owed: texts.credits(owed), balance };
    Ok(Some((texts.say_with("payment-returned-gift", arguments), Keyboard::default())))
}

fn of_link(turn: &Turn<'_>, texts: &Texts, user: UserId, notice: &LinkNotice) -> Result<Said, CoreError> {
    let balance = texts.credits(ledger::available(turn, user)?);
    let with_balance =
        |key, credits: &Credits| texts.say_with(key, args! { credits: texts.credits(*credits), balance });
    let html = match notice {
        LinkNotice::InvitationRewarded { credits, .. } => with_balance("invitation-rewarded", credits),
        LinkNotice::RewardTakenBack { credits, .. } => with_balance("invitation-taken-back", credits),
        LinkNotice::GiftKept { credits, .. } => with_balance("gift-kept", credits),
        LinkNotice::GiftTakenBack { credits, .. } => with_balance("gift-taken-back", credits),
        LinkNotice::GiftOpened { credits, .. } => {
            texts.say_with("gift-was-opened", args! { credits: texts.credits(*credits) })
        }
    };
    Ok((html, Keyboard::default()))
}

/// What the buyer of a gift reads, as it is by then.
fn receipt(turn: &Turn<'_>, texts: &Texts, gift: &Gift) -> Said {
    let link = texts.link_to(&turn.policy().username, &format!("{GIFT_PREFIX}{}", gift.code));
    let Some(link) = link.filter(|_| gift.state == GiftState::Waiting) else {
        let arguments = args! { credits: texts.credits(gift.credits), state: gift.state.as_str() };
        return (texts.say_with("receipt-gift-over", arguments), Keyboard::default());
    };
    let days = turn.policy().gifts_kept_for.as_hours() / 24;
    let arguments = args! { credits: texts.credits(gift.credits), days, link: link.to_string() };
    (texts.say_with("receipt-gift", arguments), keyboards::share_link(texts, &link, &texts.say("share-gift")))
}
