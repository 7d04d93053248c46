//! Gifts: packs that are bought for somebody else. The buyer gets a link, and the first who opens it has the credits.
//!
//! Until then nobody has them: they are in a bucket of the buyer's account of their own ([`Bucket::Gifted`]), from which the
//! buyer may have them refunded like any purchase; the link leads to nothing then. After a while without anybody's opening
//! it the buyer has them, as if they had bought them for themselves.
//!
//! When Stars of an opened gift go back, what is left of it with whoever opened it is taken, and nothing else of theirs:
//! not what they bought, nor what they have spent. If an operator gives the Stars back, it is set aside before Telegram is
//! asked. If they go back without us, what is spent of it is owed by its buyer, as it is for a purchase of their own.
//!
//! [`Bucket::Gifted`]: super::ledger::Bucket::Gifted

use rusqlite::params;

use super::CoreError;
use super::ids::{Credits, GiftState, UserId};
use super::ledger::lots::{self, Left};
use super::ledger::{self, Cause};
use super::links::{self, GIFT_PREFIX};
use super::notices::{self, LinkNotice, Notice};
use super::turn::Turn;

/// Gifts that come to their buyers in one turn, at most.
const KEPT_MAX: u32 = 100;

/// A gift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gift {
    /// The payment.
    pub(super) charge: String,
    /// The code in its link.
    pub(super) code: String,
    pub(super) buyer: UserId,
    /// With the bonus of the pack.
    pub(super) credits: Credits,
    pub(super) state: GiftState,
    pub(super) opened_by: Option<UserId>,
}

/// Outcome of [`open`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenGift {
    /// These credits are theirs.
    Opened(Credits),
    /// They have opened it before.
    AlreadyYours,
    /// Somebody else has opened it.
    AlreadyOpened,
    /// Its Stars have gone back to its buyer, or are about to.
    Refunded,
    /// Nobody has opened it in time, so its buyer has it.
    Kept,
    /// There is no such gift.
    Unknown,
}

/// A gift was paid for.
pub(super) fn bought(
    turn: &Turn<'_>,
    buyer: UserId,
    charge: &str,
    credits: Credits,
    state: GiftState,
) -> Result<(), CoreError> {
    let code = links::code(&turn.policy().key, GIFT_PREFIX, charge);
    turn.execute(
        "INSERT INTO gifts (charge, code, buyer, credits, state, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![charge, code, buyer, credits, state, turn.millis()],
    )?;
    Ok(())
}

/// Somebody opens the link of a gift.
pub(super) fn open(turn: &Turn<'_>, user: UserId, code: &str) -> Result<OpenGift, CoreError> {
    let Some(gift) = find(turn, "code = ?1", code)? else { return Ok(OpenGift::Unknown) };
    match gift.state {
        GiftState::Waiting => {}
        GiftState::Opened | GiftState::TakenBack if gift.opened_by == Some(user) => return Ok(OpenGift::AlreadyYours),
        GiftState::Opened | GiftState::TakenBack => return Ok(OpenGift::AlreadyOpened),
        GiftState::Kept => return Ok(OpenGift::Kept),
        GiftState::Refunding | GiftState::Returned => return Ok(OpenGift::Refunded),
    }
    let Gift { charge, buyer, credits, .. } = gift;
    ledger::apply(turn, buyer, Cause::GiftOut { charge: &charge }, credits)?;
    ledger::apply(turn, user, Cause::GiftIn { charge: &charge }, credits)?;
    turn.execute(
        "UPDATE gifts SET state = ?2, opened_by = ?3, opened_at = ?4 WHERE charge = ?1",
        params![charge, GiftState::Opened, user, turn.millis()],
    )?;
    tracing::info!(user.id = user.0, buyer.id = buyer.0, charge.id = charge, credits = credits.0, "a gift was opened");
    if buyer != user {
        notices::post(turn, buyer, &Notice::OfLink(LinkNotice::GiftOpened { charge, credits }))?;
    }
    Ok(OpenGift::Opened(credits))
}

/// Now and then: gifts that nobody has opened in time are their buyers'.
pub(super) fn keep_overdue(turn: &Turn<'_>) -> Result<(), CoreError> {
    let overdue: Vec<(String, UserId, Credits)> = turn.all(
        "SELECT charge, buyer, credits FROM gifts INDEXED BY gifts_waiting WHERE state = 'waiting' AND at < ?1 LIMIT ?2",
        params![turn.millis_in(-turn.policy().gifts_kept_for), KEPT_MAX],
    )?;
    for (charge, buyer, credits) in overdue {
        ledger::apply(turn, buyer, Cause::GiftKept { charge: &charge }, credits)?;
        set_state(turn, &charge, GiftState::Kept)?;
        tracing::info!(user.id = buyer.0, charge.id = charge, credits = credits.0, "a gift went to its buyer");
        notices::post(turn, buyer, &Notice::OfLink(LinkNotice::GiftKept { charge, credits }))?;
    }
    Ok(())
}

/// Its Stars are about to go back, or will not after all.
pub(super) fn set_state(turn: &Turn<'_>, charge: &str, state: GiftState) -> Result<(), CoreError> {
    turn.execute("UPDATE gifts SET state = ?2 WHERE charge = ?1", params![charge, state])?;
    Ok(())
}

/// Where the credits of a payment were when its Stars went back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GiftReturned {
    /// With whoever paid: it was no gift, or they have kept it.
    WithBuyer,
    /// With nobody: it was not opened.
    Unopened,
    /// With somebody else, from whom so many were taken.
    Opened(Credits),
}

/// The Stars of this payment went back: nobody can open it any more, and of what was opened the rest is taken. `held` are
/// the credits that were set aside for it, which its refund takes.
pub(super) fn returned(turn: &Turn<'_>, charge: &str, held: Option<Credits>) -> Result<GiftReturned, CoreError> {
    let Some(gift) = of(turn, charge)? else { return Ok(GiftReturned::WithBuyer) };
    match (gift.state, gift.opened_by) {
        (GiftState::Waiting | GiftState::Refunding, _) => {
            set_state(turn, charge, GiftState::Returned)?;
            Ok(GiftReturned::Unopened)
        }
        (GiftState::Opened, Some(user)) => {
            let taken = match held {
                Some(_) => Credits::ZERO,
                None => take_back(turn, user, charge)?,
            };
            let lost = held.unwrap_or(taken);
            if lost > Credits::ZERO {
                let notice = LinkNotice::GiftTakenBack { charge: charge.to_owned(), credits: lost };
                notices::post(turn, user, &Notice::OfLink(notice))?;
            }
            turn.execute(
                "UPDATE gifts SET state = ?2, taken = ?3 WHERE charge = ?1",
                params![charge, GiftState::TakenBack, taken],
            )?;
            Ok(GiftReturned::Opened(taken))
        }
        _ => Ok(GiftReturned::WithBuyer),
    }
}

/// Takes what is left of a gift from whoever has opened it, and nothing else of theirs. So many credits.
fn take_back(turn: &Turn<'_>, user: UserId, charge: &str) -> Result<Credits, CoreError> {
    let Left { available, .. } = lots::left(turn, user, charge)?;
    let taken = available.min(ledger::available(turn, user)?).max(Credits::ZERO);
    if taken > Credits::ZERO {
        ledger::apply(turn, user, Cause::GiftTakenBack { charge }, taken)?;
    }
    Ok(taken)
}

/// The gift that was paid for by this payment, if it was one.
pub(super) fn of(turn: &Turn<'_>, charge: &str) -> Result<Option<Gift>, CoreError> {
    find(turn, "charge = ?1", charge)
}

fn find(turn: &Turn<'_>, which: &str, key: &str) -> Result<Option<Gift>, CoreError> {
    type Row = (String, String, UserId, Credits, GiftState, Option<UserId>);
    let sql = format!("SELECT charge, code, buyer, credits, state, opened_by FROM gifts WHERE {which}");
    let row: Option<Row> = turn.optional(&sql, [key])?;
    Ok(row.map(|(charge, code, buyer, credits, state, opened_by)| Gift {
        charge,
        code,
        buyer,
        credits,
        state,
        opened_by,
    }))
}
