//! Invitations: whoever comes by somebody's link, and what both get when the newcomer makes their first purchase.
//!
//! A link brings somebody only with their very first message, before they have paid for anything. So nobody is invited
//! twice, nor by themselves. What the newcomer gets is a part of their purchase, and goes back with it. What the inviter
//! gets hangs on that purchase, too: when its Stars go back, for whatever reason, all of it is taken, spent or not, and the
//! inviter's balance may be below zero. So whoever invites an account of their own and has its purchase refunded gains
//! nothing.
//!
//! A gift is no purchase here: it is for somebody else.

use rusqlite::params;

use super::CoreError;
use super::ids::{Credits, UserId};
use super::ledger::{self, Applied, Cause};
use super::links::{self, INVITE_PREFIX};
use super::notices::{self, LinkNotice, Notice};
use super::turn::Turn;

/// Outcome of [`came`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Came {
    /// Both get so many credits with the newcomer's first purchase.
    Invited(Credits),
    /// The link is their own.
    Oneself,
    /// They have written or paid before.
    NotNew,
    /// The link is nobody's, or nothing is given for it at present.
    Nothing,
}

/// The code in the link by which this person invites others.
pub(super) fn code_of(turn: &Turn<'_>, user: UserId) -> Result<String, CoreError> {
    let known: Option<(String,)> = turn.optional("SELECT code FROM invitations WHERE user = ?1", [user])?;
    if let Some((code,)) = known {
        return Ok(code);
    }
    let code = links::code(&turn.policy().key, INVITE_PREFIX, &user.to_string());
    turn.execute("INSERT INTO invitations (user, code) VALUES (?1, ?2)", params![user, code])?;
    Ok(code)
}

/// Somebody opens a link with this code. `is_new` says that it is the very first that they write.
pub(super) fn came(turn: &Turn<'_>, user: UserId, code: &str, is_new: bool) -> Result<Came, CoreError> {
    let inviter: Option<(UserId,)> = turn.optional("SELECT user FROM invitations WHERE code = ?1", [code])?;
    let (Some((inviter,)), credits) = (inviter, turn.policy().referral_credits) else { return Ok(Came::Nothing) };
    if inviter == user {
        return Ok(Came::Oneself);
    }
    if !is_new || turn.exists("SELECT 1 FROM payments WHERE user = ?1", [user])? {
        return Ok(Came::NotNew);
    }
    if credits == Credits::ZERO {
        return Ok(Came::Nothing);
    }
    turn.execute(
        "INSERT INTO referrals (invited, inviter, at) VALUES (?1, ?2, ?3) ON CONFLICT (invited) DO NOTHING",
        params![user, inviter, turn.millis()],
    )?;
    tracing::info!(user.id = user.0, inviter.id = inviter.0, "somebody came by an invitation");
    Ok(Came::Invited(credits))
}

/// Whether this person has bought credits for themselves.
pub(super) fn has_bought(turn: &Turn<'_>, user: UserId) -> Result<bool, CoreError> {
    turn.exists("SELECT 1 FROM payments WHERE user = ?1 AND NOT is_gift", [user])
}

/// What the next purchase of this person brings because they were invited; none if it would not be their first.
pub(super) fn promised(turn: &Turn<'_>, user: UserId) -> Result<Credits, CoreError> {
    let credits = turn.policy().referral_credits;
    let is_invited = credits > Credits::ZERO
        && turn.exists("SELECT 1 FROM referrals WHERE invited = ?1 AND charge IS NULL", [user])?
        && !has_bought(turn, user)?;
    Ok(if is_invited { credits } else { Credits::ZERO })
}

/// Somebody who was invited has made their first purchase: they get what was promised, and so does the inviter, unless they
/// have had it for as many people as one may.
pub(super) fn earned(turn: &Turn<'_>, invited: UserId, charge: &str, credits: Credits) -> Result<(), CoreError> {
    ledger::apply(turn, invited, Cause::Invited(invited), credits)?;
    let (inviter,): (UserId,) = turn.one("SELECT inviter FROM referrals WHERE invited = ?1", [invited])?;
    let (earlier,): (u32,) =
        turn.one("SELECT count(*) FROM referrals WHERE inviter = ?1 AND credits > 0", [inviter])?;
    let for_inviter = if earlier < turn.policy().referrals_max { credits } else { Credits::ZERO };
    turn.execute(
        "UPDATE referrals SET charge = ?2, credits = ?3 WHERE invited = ?1",
        params![invited, charge, for_inviter],
    )?;
    if for_inviter == Credits::ZERO {
        return Ok(());
    }
    if ledger::apply(turn, inviter, Cause::Inviter { invited }, for_inviter)? == Applied::Moved {
        tracing::info!(user.id = inviter.0, invited.id = invited.0, credits = credits.0, "an invitation was rewarded");
        notices::post(
            turn,
            inviter,
            &Notice::OfLink(LinkNotice::InvitationRewarded { invited, credits: for_inviter }),
        )?;
    }
    Ok(())
}

/// The Stars of this payment went back: if it has brought its person's inviter anything, that is taken, spent or not.
pub(super) fn returned(turn: &Turn<'_>, charge: &str) -> Result<(), CoreError> {
    let rewarded: Option<(UserId, UserId, Credits)> = turn.optional(
        "UPDATE referrals SET is_back = 1 WHERE charge = ?1 AND credits > 0 AND NOT is_back
         RETURNING invited, inviter, credits",
        [charge],
    )?;
    let Some((invited, inviter, credits)) = rewarded else { return Ok(()) };
    ledger::apply(turn, inviter, Cause::InviterBack { invited }, credits)?;
    notices::post(turn, inviter, &Notice::OfLink(LinkNotice::RewardTakenBack { invited, credits }))
}

/// What came of somebody's invitations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Invitations {
    /// People who came by the link.
    pub(super) came: i64,
    /// Those of them who have bought something and kept it.
    pub(super) bought: i64,
    /// What they have brought.
    pub(super) earned: Credits,
}

/// What came of this person's invitations.
pub(super) fn of_person(turn: &Turn<'_>, user: UserId) -> Result<Invitations, CoreError> {
    let (came, bought, earned) = turn.one(
        "SELECT count(*), count(charge) - coalesce(sum(is_back), 0), coalesce(sum(iif(is_back, 0, credits)), 0)
         FROM referrals WHERE inviter = ?1",
        [user],
    )?;
    Ok(Invitations { came, bought, earned })
}
