//! Refunds of Stars to their buyers: credits are set aside, Telegram is asked, and they are taken away or given back.
//!
//! The call to Telegram waits in the outbox, so a crash in between loses nothing. Telegram's word that
//! the Stars went back counts whenever and however it comes: by the answer to our call, by the message
//! `refunded_payment`, or by the list of transactions. One charge is revoked once, because its entry has its name.
//!
//! What may be refunded follows from what is left of a purchase (`ledger::lots`), its bonus included. An operator may give
//! back Stars for credits that are spent: then only what is left of the purchase is taken away. Stars that went back
//! without us, or after Telegram had refused us, take all credits of their purchase along, and the balance may be below
//! zero. A purchase that was given to somebody else has its credits with them: there they are set aside.

use rusqlite::params;

use super::CoreError;
use super::event::{Outcome, Receipt, Refusal};
use super::gifts::{self, GiftReturned};
use super::ids::{Credits, GiftState, RefundEligibility, Stars, UserId};
use super::ledger::lots::Left;
use super::ledger::{self, Applied, Cause};
use super::notices::{self, Notice};
use super::outbox::{self, Item, Timeliness};
use super::row_enum::row_enum;
use super::ticket::Kind;
use super::turn::Turn;
use super::{referrals, subscriptions};

mod purchase;

pub(super) use purchase::{Purchase, any_payment, purchase, purchase_of, purchases, wanted};

row_enum! {
    /// How far a refund is.
    pub(super) RefundState {
        /// An operator has to decide.
        Asked = "asked",
        /// The credits are set aside, and Telegram is asked.
        Held = "held",
        /// The buyer has the Stars.
        Done = "done",
        /// Telegram refused.
        Refused = "refused",
        /// An operator declined.
        Declined = "declined",
    }
}

/// A row of `refunds`.
#[derive(Debug, Clone)]
struct Refund {
    /// The buyer.
    user: UserId,
    /// Who has the credits that are set aside: the buyer, or whoever has opened a gift.
    holder: UserId,
    state: RefundState,
    credits: Credits,
    nth: i64,
}

/// Who has a refund begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RefundInitiator {
    /// The buyer: all credits of the purchase must be there, and it must not be too old.
    Buyer,
    /// An operator: whatever is left of the purchase is taken.
    Operator,
}

/// Outcome of [`begin`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BeginRefund {
    /// These credits are set aside, and Telegram will be asked.
    Begun(Credits),
    /// The buyer may not do this alone.
    NotAllowed(RefundEligibility),
    /// So many credits of the purchase are held for jobs under way. If those fail, the credits come back, and the person
    /// would have both the credits and the Stars.
    OrdersUnderWay(Credits),
}

/// Outcome of [`ask`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AskRefund {
    /// The operators are asked.
    Asked,
    /// There is nothing to ask.
    NotAllowed(RefundEligibility),
}

/// Outcome of [`decline`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DeclineRefund {
    /// The buyer is told.
    Declined,
    /// No decision is awaited any more.
    Decided(RefundEligibility),
}

/// Sets the credits aside and puts the call to Telegram into the outbox.
pub(super) fn begin(
    turn: &Turn<'_>,
    purchase: &Purchase,
    initiator: RefundInitiator,
) -> Result<BeginRefund, CoreError> {
    let allowed = match initiator {
        RefundInitiator::Buyer => purchase.eligibility == RefundEligibility::Refundable,
        RefundInitiator::Operator => {
            !matches!(purchase.eligibility, RefundEligibility::UnderWay | RefundEligibility::Returned)
        }
    };
    if !allowed {
        return Ok(BeginRefund::NotAllowed(purchase.eligibility));
    }
    let Purchase { charge, user, .. } = purchase;
    let Left { available, held } = purchase.left;
    if held > Credits::ZERO {
        return Ok(BeginRefund::OrdersUnderWay(held));
    }
    let nth = get(turn, charge)?.map_or(0, |refund| refund.nth) + 1;
    let holder = purchase.holder;
    let (cause, credits) = if purchase.gift == Some(GiftState::Waiting) {
        (Cause::RefundHoldGift { charge, nth }, purchase.brought())
    } else {
        let credits = available.min(ledger::available(turn, holder)?).max(Credits::ZERO);
        (Cause::RefundHold { charge, nth }, credits)
    };
    if credits > Credits::ZERO && ledger::apply(turn, holder, cause, credits)? != Applied::Moved {
        return Ok(BeginRefund::NotAllowed(RefundEligibility::Spent));
    }
    if purchase.gift == Some(GiftState::Waiting) {
        gifts::set_state(turn, charge, GiftState::Refunding)?;
    }
    turn.execute(
        "INSERT INTO refunds (charge, user, holder, state, credits, nth, at) VALUES (?1, ?2, ?3, 'held', ?4, ?5, ?6)
         ON CONFLICT (charge) DO UPDATE SET holder = ?3, state = 'held', credits = ?4, nth = ?5, at = ?6",
        params![charge, user, holder, credits, nth, turn.millis()],
    )?;
    outbox::put(turn, Kind::Refund, charge, *user)?;
    tracing::info!(user.id = user.0, charge.id = charge, credits = credits.0, ?initiator, "a refund was begun");
    Ok(BeginRefund::Begun(credits))
}

/// The buyer asks the operators for what they may not do alone.
pub(super) fn ask(turn: &Turn<'_>, purchase: &Purchase) -> Result<AskRefund, CoreError> {
    if !purchase.eligibility.may_ask() {
        return Ok(AskRefund::NotAllowed(purchase.eligibility));
    }
    turn.execute(
        "INSERT INTO refunds (charge, user, state, at) VALUES (?1, ?2, 'asked', ?3)
         ON CONFLICT (charge) DO UPDATE SET state = 'asked', at = ?3",
        params![purchase.charge, purchase.user, turn.millis()],
    )?;
    notices::post_to_operators(
        turn,
        &Notice::RefundWanted { purchase: purchase.name(), because: purchase.eligibility, asked_at: turn.now() },
    )?;
    Ok(AskRefund::Asked)
}

/// An operator declines what the buyer asked for.
pub(super) fn decline(turn: &Turn<'_>, purchase: &Purchase) -> Result<DeclineRefund, CoreError> {
    if purchase.eligibility != RefundEligibility::Asked {
        return Ok(DeclineRefund::Decided(purchase.eligibility));
    }
    set_state(turn, &purchase.charge, RefundState::Declined)?;
    let (user, stars, credits) = (purchase.user, purchase.stars, purchase.brought());
    let purchase = purchase.name();
    notices::post(turn, user, &Notice::RefundDeclined { purchase, stars, credits, at: turn.now() })?;
    Ok(DeclineRefund::Declined)
}

/// A call to Telegram ended. That the Stars went back counts whichever call says it.
pub(super) fn reported(
    turn: &Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    let charge = item.key.as_str();
    match (outcome, timeliness) {
        (Outcome::Done(receipt), _) => {
            debug_assert_eq!(*receipt, Receipt::Nothing, "a refund has no receipt of its own");
            match bought(turn, charge)? {
                Some((user, credits)) => returned(turn, charge, user, credits).map(drop),
                None => outbox::done(turn, item),
            }
        }
        // A later call is on its way and knows better.
        (_, Timeliness::Late) => Ok(()),
        (Outcome::Refused(reason), _) => {
            let reason = match reason {
                Refusal::Other(reason) => reason,
                Refusal::MessageGone | Refusal::NotAnImage | Refusal::TooLarge => "unknown",
                Refusal::NoVideo(_) | Refusal::Gone(_) | Refusal::HostAway(_) => "unknown",
            };
            refused(turn, charge, reason)
        }
        (Outcome::Unreachable | Outcome::Unclear, _) => outbox::try_again(turn, item, None),
        (Outcome::TryAgain(not_before), _) => outbox::try_again(turn, item, *not_before),
    }
}

/// Outcome of [`returned`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Returned {
    /// The credits are taken away.
    Revoked,
    /// They had been taken before.
    AlreadyRevoked,
}

/// The buyer has their Stars again, whoever says so: takes the credits away, once. `bought` is what the payment was
/// worth; it may not be known yet, and then the balance is below zero until it is.
pub(super) fn returned(turn: &Turn<'_>, charge: &str, user: UserId, bought: Credits) -> Result<Returned, CoreError> {
    let known = get(turn, charge)?;
    if known.as_ref().is_some_and(|refund| refund.state == RefundState::Done) {
        return Ok(Returned::AlreadyRevoked);
    }
    let held = known.filter(|refund| refund.state == RefundState::Held);
    let gift = gifts::returned(turn, charge, held.as_ref().map(|refund| refund.credits))?;
    // What was set aside with whoever has opened a gift is theirs; its buyer lost nothing by it.
    let is_of_opened_gift = held.is_some() && matches!(gift, GiftReturned::Opened(_));
    let (cause, holder, credits) = match held {
        Some(refund) => (Cause::RevokeHeld { charge }, refund.holder, refund.credits),
        // What an operator would have left to the person went with Telegram's refusal: nobody here gave these back.
        None => match gift {
            GiftReturned::WithBuyer => (Cause::Revoke { charge }, user, bought),
            GiftReturned::Unopened => (Cause::RevokeGift { charge }, user, bought),
            GiftReturned::Opened(taken) => (Cause::RevokeOwed { charge }, user, bought - taken),
        },
    };
    if credits > Credits::ZERO {
        ledger::apply(turn, holder, cause, credits)?;
    }
    turn.execute(
        "INSERT INTO refunds (charge, user, holder, state, credits, at) VALUES (?1, ?2, ?3, 'done', ?4, ?5)
         ON CONFLICT (charge) DO UPDATE SET holder = ?3, state = 'done', credits = ?4, at = ?5",
        params![charge, user, holder, credits, turn.millis()],
    )?;
    outbox::settle(turn, Kind::Refund, charge)?;
    subscriptions::returned(turn, charge)?;
    referrals::returned(turn, charge)?;
    tracing::info!(user.id = user.0, charge.id = charge, credits = credits.0, "Stars went back to their buyer");
    let taken = if is_of_opened_gift { Credits::ZERO } else { credits };
    notices::post(turn, user, &Notice::StarsReturned { charge: charge.to_owned(), bought, taken })?;
    Ok(Returned::Revoked)
}

/// Who paid this charge, and how many credits it brought: none for a payment that bought nothing and that an operator refunds.
pub(super) fn bought(turn: &Turn<'_>, charge: &str) -> Result<Option<(UserId, Credits)>, CoreError> {
    if let Some(purchase) = purchase_of(turn, charge)? {
        return Ok(Some((purchase.user, purchase.brought())));
    }
    Ok(get(turn, charge)?.map(|refund| (refund.user, Credits::ZERO)))
}

/// Whether the buyer of this charge has their Stars again.
pub(super) fn is_returned(turn: &Turn<'_>, charge: &str) -> Result<bool, CoreError> {
    Ok(get(turn, charge)?.is_some_and(|refund| refund.state == RefundState::Done))
}

/// Telegram will not do it: the credits come back, and the operators must look.
fn refused(turn: &Turn<'_>, charge: &str, reason: &str) -> Result<(), CoreError> {
    outbox::settle(turn, Kind::Refund, charge)?;
    let Some(refund) = get(turn, charge)? else { return Ok(()) };
    let Refund { user, holder, state: RefundState::Held, credits, nth } = refund else { return Ok(()) };
    let is_unopened_gift = gifts::of(turn, charge)?.is_some_and(|gift| gift.state == GiftState::Refunding);
    if credits > Credits::ZERO {
        let gift = Cause::RefundUndoGift { charge, nth };
        let cause = if is_unopened_gift { gift } else { Cause::RefundUndo { charge, nth } };
        ledger::apply(turn, holder, cause, credits)?;
    }
    if is_unopened_gift {
        gifts::set_state(turn, charge, GiftState::Waiting)?;
    }
    set_state(turn, charge, RefundState::Refused)?;
    tracing::error!(user.id = user.0, charge.id = charge, reason, "Telegram refused a refund");
    let stars = any_payment(turn, charge)?.map_or(Stars(0), |purchase| purchase.stars);
    // A buyer whose gift was opened has none of them back.
    let of_buyer = if holder == user { credits } else { Credits::ZERO };
    let charge = charge.to_owned();
    notices::post(turn, user, &Notice::RefundRefused { charge: charge.clone(), nth, credits: of_buyer })?;
    let reason = reason.to_owned();
    notices::post_to_operators(turn, &Notice::RefundFailed { user, charge, nth, stars, credits, reason })
}

fn set_state(turn: &Turn<'_>, charge: &str, state: RefundState) -> Result<(), CoreError> {
    turn.execute("UPDATE refunds SET state = ?2, at = ?3 WHERE charge = ?1", params![charge, state, turn.millis()])?;
    Ok(())
}

fn get(turn: &Turn<'_>, charge: &str) -> Result<Option<Refund>, CoreError> {
    let sql = "SELECT user, coalesce(holder, user), state, credits, nth FROM refunds WHERE charge = ?1";
    let row = turn.optional(sql, [charge])?;
    Ok(row.map(|(user, holder, state, credits, nth)| Refund { user, holder, state, credits, nth }))
}
