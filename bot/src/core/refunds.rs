//! Stars that go back to their buyers: credits are set aside, Telegram is asked, and they are taken away or given back.
//!
//! Each step is a row before anything leaves, so a crash in between is taken up by the due time. Telegram's word that
//! the Stars went back counts whenever and however it comes: by the answer to our call, by the message
//! `refunded_payment`, or by the list of transactions. One charge is revoked once, because its entry has its name.
//!
//! An operator may give back Stars for credits that are spent: then only what is still there is taken away. Stars that
//! went back without us take all their credits with them, and the balance may be below zero.

use jiff::SignedDuration;
use rusqlite::{OptionalExtension as _, Row, params};

use super::chat::texts::Texts;
use super::event::{Effect, Keyboard, RefundOutcome, RefundReport, RefundStars};
use super::ids::{Credits, Stars, UserId};
use super::ledger::{Applied, Balance, Cause};
use super::notices::Notice;
use super::{CoreError, Turn, from_millis, ledger, notices, people};

mod purchase;

pub(super) use purchase::{Purchase, Standing, any_payment, purchase, purchase_of, purchases};

/// A call must be on its way within this time, or it is handed out again.
const BEGIN_WITHIN: SignedDuration = SignedDuration::from_secs(30);

/// Time until it is handed out again if nobody reports. Longer than a call can take.
const LEASE: SignedDuration = SignedDuration::from_secs(60);

/// Calls handed out in one turn, at most.
const BATCH_MAX: u32 = 20;

/// Where a refund stands, as rows name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RefundState {
    /// An operator has to decide.
    Asked,
    /// The credits are set aside, and Telegram is asked.
    Held,
    /// The buyer has the Stars.
    Done,
    /// Telegram refused.
    Refused,
    /// An operator declined.
    Declined,
}

impl RefundState {
    const ALL: [Self; 5] = [Self::Asked, Self::Held, Self::Done, Self::Refused, Self::Declined];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Held => "held",
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Declined => "declined",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }
}

/// A row of `refunds`.
#[derive(Debug, Clone)]
struct Refund {
    user: UserId,
    state: RefundState,
    credits: Credits,
    nth: i64,
    attempts: i64,
}

/// At whose wish Stars are given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// The buyer's: all credits of the purchase must be there, and it must not be too old.
    Buyers,
    /// An operator's: whatever is left of the credits is taken.
    Operators,
}

/// Outcome of [`begin`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BeginRefund {
    /// These credits are set aside, and Telegram will be asked.
    Begun(Credits),
    /// The buyer may not do this alone.
    NotAllowed(Standing),
    /// So many of the person's credits are set aside for orders under way. If those fail, the credits come back, and they
    /// would have them and the Stars.
    OrdersUnderWay(Credits),
}

/// Outcome of [`ask`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AskRefund {
    /// The operators are asked.
    Asked,
    /// There is nothing to ask.
    NotAllowed(Standing),
}

/// Outcome of [`decline`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DeclineRefund {
    /// The buyer is told.
    Declined,
    /// It does not wait for a word any more.
    Decided(Standing),
}

/// Sets the credits aside and has the Stars given back.
pub(super) fn begin(turn: &Turn<'_, '_>, purchase: &Purchase, wish: Wish) -> Result<BeginRefund, CoreError> {
    let allowed = match wish {
        Wish::Buyers => purchase.standing == Standing::Refundable,
        Wish::Operators => !matches!(purchase.standing, Standing::UnderWay | Standing::Returned),
    };
    if !allowed {
        return Ok(BeginRefund::NotAllowed(purchase.standing));
    }
    let Purchase { charge, user, .. } = purchase;
    let Balance { available, held, .. } = ledger::balance(turn, *user)?;
    let credits = purchase.credits.min(available).max(Credits::ZERO);
    if credits < purchase.credits && held > Credits::ZERO {
        return Ok(BeginRefund::OrdersUnderWay(held));
    }
    let nth = get(turn, charge)?.map_or(0, |refund| refund.nth) + 1;
    if credits > Credits::ZERO
        && ledger::apply(turn, *user, Cause::RefundHold { charge, nth }, credits)? != Applied::Moved
    {
        return Ok(BeginRefund::NotAllowed(Standing::Spent));
    }
    turn.tx
        .prepare_cached(
            "INSERT INTO refunds (charge, user, state, credits, try, due, at) VALUES (?1, ?2, 'held', ?3, ?4, ?5, ?5)
             ON CONFLICT (charge) DO UPDATE SET state = 'held', credits = ?3, try = ?4, attempts = 0, due = ?5,
                                                leased_until = NULL, at = ?5",
        )?
        .execute(params![charge, user, credits, nth, turn.millis()])?;
    tracing::info!(user.id = user.0, charge.id = charge, credits = credits.0, ?wish, "a refund was begun");
    Ok(BeginRefund::Begun(credits))
}

/// The buyer asks the operators for what they may not do alone.
pub(super) fn ask(turn: &Turn<'_, '_>, purchase: &Purchase) -> Result<AskRefund, CoreError> {
    if !purchase.standing.may_ask() {
        return Ok(AskRefund::NotAllowed(purchase.standing));
    }
    turn.tx
        .prepare_cached(
            "INSERT INTO refunds (charge, user, state, at) VALUES (?1, ?2, 'asked', ?3)
             ON CONFLICT (charge) DO UPDATE SET state = 'asked', at = ?3",
        )?
        .execute(params![purchase.charge, purchase.user, turn.millis()])?;
    Ok(AskRefund::Asked)
}

/// An operator declines what the buyer asked for.
pub(super) fn decline(turn: &Turn<'_, '_>, purchase: &Purchase) -> Result<DeclineRefund, CoreError> {
    if purchase.standing != Standing::Asked {
        return Ok(DeclineRefund::Decided(purchase.standing));
    }
    set_state(turn, &purchase.charge, RefundState::Declined)?;
    let html = people::texts(turn, purchase.user)?.refund_declined(purchase);
    // Each time anew: one that was declined may be asked for again in the end.
    say(turn, &format!("refund-declined:{}:{}", purchase.charge, turn.millis()), purchase.user, html)?;
    Ok(DeclineRefund::Declined)
}

/// Hands out the calls that are due.
pub(super) fn hand_out(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    let due: Vec<(String, UserId, i64)> = turn
        .tx
        .prepare_cached("SELECT charge, user, attempts FROM refunds WHERE due <= ?1 ORDER BY due LIMIT ?2")?
        .query_map(params![turn.millis(), BATCH_MAX], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    for (charge, user, attempts) in due {
        let attempt = attempts + 1;
        turn.tx
            .prepare_cached("UPDATE refunds SET due = ?2, leased_until = ?2, attempts = ?3 WHERE charge = ?1")?
            .execute(params![charge, turn.millis_in(LEASE), attempt])?;
        let until = from_millis(turn.millis_in(BEGIN_WITHIN));
        turn.effects.push(Effect::Refund(RefundStars { charge, user, attempt, until }));
    }
    Ok(())
}

/// A call ended.
pub(super) fn reported(turn: &Turn<'_, '_>, report: &RefundReport) -> Result<(), CoreError> {
    let charge = report.charge.as_str();
    let Some(refund) = get(turn, charge)? else { return Ok(()) };
    let is_current = refund.state == RefundState::Held && refund.attempts == report.attempt;
    match &report.outcome {
        RefundOutcome::Returned => match bought(turn, charge)? {
            Some((user, credits)) => returned(turn, charge, user, credits).map(drop),
            None => Ok(()),
        },
        // The word of an earlier call: a later one is on its way and knows better.
        RefundOutcome::Refused(_) | RefundOutcome::TryAgain(_) if !is_current => Ok(()),
        RefundOutcome::Refused(reason) => refused(turn, charge, &refund, reason),
        RefundOutcome::TryAgain(not_before) => {
            let due = super::jobs::telling::next_try(turn, refund.attempts, *not_before);
            turn.tx
                .prepare_cached("UPDATE refunds SET due = ?2, leased_until = NULL WHERE charge = ?1")?
                .execute(params![charge, due])?;
            Ok(())
        }
    }
}

/// Outcome of [`returned`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Returned {
    /// The credits are taken away.
    Revoked,
    /// That had been done before.
    AlreadyRevoked,
}

/// The buyer has their Stars again, by whatever way: takes the credits away, once. `bought` is what the payment was
/// worth; it may not have been heard of yet, and then the balance is below zero until it is.
pub(super) fn returned(
    turn: &Turn<'_, '_>,
    charge: &str,
    user: UserId,
    bought: Credits,
) -> Result<Returned, CoreError> {
    let refund = get(turn, charge)?;
    let (cause, credits) = match &refund {
        Some(Refund { state: RefundState::Done, .. }) => return Ok(Returned::AlreadyRevoked),
        Some(Refund { state: RefundState::Held, credits, .. }) => (Cause::RevokeHeld { charge }, *credits),
        // Telegram had refused, and has done it after all: what was meant to be taken away is.
        Some(Refund { state: RefundState::Refused, credits, .. }) => (Cause::Revoke { charge }, *credits),
        Some(Refund { state: RefundState::Asked | RefundState::Declined, .. }) | None => {
            (Cause::Revoke { charge }, bought)
        }
    };
    if credits > Credits::ZERO {
        ledger::apply(turn, user, cause, credits)?;
    }
    turn.tx
        .prepare_cached(
            "INSERT INTO refunds (charge, user, state, credits, at) VALUES (?1, ?2, 'done', ?3, ?4)
             ON CONFLICT (charge) DO UPDATE SET state = 'done', credits = ?3, due = NULL, leased_until = NULL, at = ?4",
        )?
        .execute(params![charge, user, credits, turn.millis()])?;
    tracing::info!(user.id = user.0, charge.id = charge, credits = credits.0, "Stars went back to their buyer");
    let html = people::texts(turn, user)?.payment_returned(bought, credits, ledger::available(turn, user)?);
    say(turn, &format!("revoked:{charge}"), user, html)?;
    Ok(Returned::Revoked)
}

/// Who paid this charge, and for how many credits: none for a payment that was not ours and that an operator gives back.
pub(super) fn bought(turn: &Turn<'_, '_>, charge: &str) -> Result<Option<(UserId, Credits)>, CoreError> {
    if let Some(purchase) = purchase_of(turn, charge)? {
        return Ok(Some((purchase.user, purchase.credits)));
    }
    Ok(get(turn, charge)?.map(|refund| (refund.user, Credits::ZERO)))
}

/// At a start: whatever an earlier process had under way is due.
pub(super) fn take_up_again(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached("UPDATE refunds SET due = ?1, leased_until = NULL WHERE leased_until IS NOT NULL")?
        .execute([turn.millis()])?;
    Ok(())
}

/// Telegram will not do it: the credits come back, and the operators must look.
fn refused(turn: &Turn<'_, '_>, charge: &str, refund: &Refund, reason: &str) -> Result<(), CoreError> {
    let Refund { user, credits, nth, .. } = *refund;
    if credits > Credits::ZERO {
        ledger::apply(turn, user, Cause::RefundUndo { charge, nth }, credits)?;
    }
    set_state(turn, charge, RefundState::Refused)?;
    tracing::error!(user.id = user.0, charge.id = charge, reason, "Telegram refused to give Stars back");
    let html = people::texts(turn, user)?.refund_refused(credits);
    say(turn, &format!("refund-refused:{charge}:{nth}"), user, html)?;
    let stars = any_payment(turn, charge)?.map_or(Stars(0), |purchase| purchase.stars);
    let html = Texts::for_operators().refund_refused_by_telegram(user, charge, (stars, credits), reason);
    notices::post_to_admins(turn, &format!("refund-refused:{charge}:{nth}"), &html)
}

fn set_state(turn: &Turn<'_, '_>, charge: &str, state: RefundState) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached("UPDATE refunds SET state = ?2, due = NULL, leased_until = NULL, at = ?3 WHERE charge = ?1")?
        .execute(params![charge, state.as_str(), turn.millis()])?;
    Ok(())
}

fn get(turn: &Turn<'_, '_>, charge: &str) -> Result<Option<Refund>, CoreError> {
    let mut statement =
        turn.tx.prepare_cached("SELECT user, state, credits, try, attempts FROM refunds WHERE charge = ?1")?;
    let row = statement.query_row([charge], |row: &Row<'_>| {
        Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    });
    let Some((user, state, credits, nth, attempts)) = row.optional()? else { return Ok(None) };
    let state = RefundState::parse(&state).ok_or_else(|| CoreError::Row(format!("state {state} of a refund")))?;
    Ok(Some(Refund { user, state, credits, nth, attempts }))
}

fn say(turn: &Turn<'_, '_>, name: &str, user: UserId, html: String) -> Result<(), CoreError> {
    notices::post(turn, Notice { name, user, html, keyboard: Keyboard::default() })
}
