//! The ledger: whole credits move between a person's buckets by entries that are only ever added.
//!
//! An entry's id says what caused it, so the same cause cannot count twice. Balances in `accounts` are a cache, changed
//! in the same transaction; triggers in the schema forbid changing or deleting an entry. Available may go below zero in
//! one case only: Stars were taken back for credits that are already spent.

use rusqlite::{OptionalExtension as _, params};
use shared::job::JobId;

use super::ids::{Credits, UserId};
use super::{CoreError, Turn};

/// Where credits are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bucket {
    /// Not yet anybody's.
    Issued,
    /// To be spent as the person likes.
    Available,
    /// Set aside for a job that is under way.
    Held,
    /// Paid for a video.
    Spent,
    /// Set aside while Stars are given back.
    Refunding,
    /// Taken away again.
    Revoked,
}

impl Bucket {
    /// The name in rows.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Available => "available",
            Self::Held => "held",
            Self::Spent => "spent",
            Self::Refunding => "refunding",
            Self::Revoked => "revoked",
        }
    }
}

/// Why credits move. The cause gives the entry its id and its direction.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cause<'a> {
    /// Stars were paid.
    Paid { charge: &'a str },
    /// A job was placed.
    Hold(JobId),
    /// The video was delivered, or made and could not be delivered.
    Capture(JobId),
    /// The job failed or was cancelled.
    Release(JobId),
    /// An operator gave them, by this action.
    Grant { action: i64 },
    /// An operator took them, by this action.
    Debit { action: i64 },
    /// Stars shall be given back: the credits are set aside, for the nth time.
    RefundHold { charge: &'a str, nth: i64 },
    /// Telegram refused to give the Stars back.
    RefundUndo { charge: &'a str, nth: i64 },
    /// The Stars for which credits were set aside have gone back.
    RevokeHeld { charge: &'a str },
    /// Stars were taken back without us.
    Revoke { charge: &'a str },
}

impl Cause<'_> {
    fn entry_id(self) -> String {
        match self {
            Self::Paid { charge } => format!("pay:{charge}"),
            Self::Hold(job) => format!("hold:{job}"),
            Self::Capture(job) => format!("capture:{job}"),
            Self::Release(job) => format!("release:{job}"),
            Self::Grant { action } => format!("grant:{action}"),
            Self::Debit { action } => format!("debit:{action}"),
            Self::RefundHold { charge, nth } => format!("refund-hold:{charge}:{nth}"),
            Self::RefundUndo { charge, nth } => format!("refund-undo:{charge}:{nth}"),
            // One charge is revoked once, whichever way.
            Self::RevokeHeld { charge } | Self::Revoke { charge } => format!("revoke:{charge}"),
        }
    }

    const fn direction(self) -> (Bucket, Bucket) {
        match self {
            Self::Paid { .. } | Self::Grant { .. } => (Bucket::Issued, Bucket::Available),
            Self::Hold(_) => (Bucket::Available, Bucket::Held),
            Self::Capture(_) => (Bucket::Held, Bucket::Spent),
            Self::Release(_) => (Bucket::Held, Bucket::Available),
            Self::RefundHold { .. } => (Bucket::Available, Bucket::Refunding),
            Self::RefundUndo { .. } => (Bucket::Refunding, Bucket::Available),
            Self::RevokeHeld { .. } => (Bucket::Refunding, Bucket::Revoked),
            Self::Revoke { .. } | Self::Debit { .. } => (Bucket::Available, Bucket::Revoked),
        }
    }

    /// Whether the person must have the credits for it to happen.
    const fn needs_cover(self) -> bool {
        matches!(self, Self::Hold(_) | Self::Debit { .. } | Self::RefundHold { .. })
    }
}

/// What came of [`apply`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Applied {
    /// The credits have moved.
    Moved,
    /// They had moved before; nothing has changed.
    AlreadyMoved,
    /// The person has too few; nothing has changed.
    NotEnough { available: Credits },
}

/// Moves `credits` (more than none) of `user` for `cause`, once.
pub(super) fn apply(
    turn: &Turn<'_, '_>,
    user: UserId,
    cause: Cause<'_>,
    credits: Credits,
) -> Result<Applied, CoreError> {
    let id = cause.entry_id();
    if exists(turn, &id)? {
        return Ok(Applied::AlreadyMoved);
    }
    if cause.needs_cover() {
        let available = available(turn, user)?;
        if available < credits {
            return Ok(Applied::NotEnough { available });
        }
    }
    let (source, target) = cause.direction();
    turn.tx
        .prepare_cached("INSERT INTO entries (id, user, source, target, credits, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![id, user, source.as_str(), target.as_str(), credits, turn.millis()])?;
    turn.tx.prepare_cached("INSERT OR IGNORE INTO accounts (user) VALUES (?1)")?.execute([user])?;
    change(turn, user, source, Credits::ZERO - credits)?;
    change(turn, user, target, credits)?;
    Ok(Applied::Moved)
}

/// What a person has, as far as they are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Balance {
    pub(super) available: Credits,
    pub(super) held: Credits,
    pub(super) refunding: Credits,
}

/// What the person has.
pub(super) fn balance(turn: &Turn<'_, '_>, user: UserId) -> Result<Balance, CoreError> {
    let row = turn
        .tx
        .prepare_cached("SELECT available, held, refunding FROM accounts WHERE user = ?1")?
        .query_row([user], |row| Ok(Balance { available: row.get(0)?, held: row.get(1)?, refunding: row.get(2)? }))
        .optional()?;
    Ok(row.unwrap_or_default())
}

/// What the person can spend.
pub(super) fn available(turn: &Turn<'_, '_>, user: UserId) -> Result<Credits, CoreError> {
    Ok(balance(turn, user)?.available)
}

/// What operators gave the person and have not taken again: no Stars were paid for these.
pub(super) fn granted(turn: &Turn<'_, '_>, user: UserId) -> Result<Credits, CoreError> {
    let sum =
        "SELECT coalesce(sum(CASE WHEN id LIKE 'grant:%' THEN credits WHEN id LIKE 'debit:%' THEN -credits END), 0)
               FROM entries WHERE user = ?1";
    let granted: Credits = turn.tx.prepare_cached(sum)?.query_row([user], |row| row.get(0))?;
    Ok(granted.max(Credits::ZERO))
}

fn exists(turn: &Turn<'_, '_>, id: &str) -> Result<bool, CoreError> {
    Ok(turn.tx.prepare_cached("SELECT 1 FROM entries WHERE id = ?1")?.exists([id])?)
}

fn change(turn: &Turn<'_, '_>, user: UserId, bucket: Bucket, by: Credits) -> Result<(), CoreError> {
    let column = match bucket {
        // What is issued belongs to nobody and is the negative sum of all people's buckets.
        Bucket::Issued => return Ok(()),
        Bucket::Available | Bucket::Held | Bucket::Spent | Bucket::Refunding | Bucket::Revoked => bucket.as_str(),
    };
    turn.tx
        .prepare_cached(&format!("UPDATE accounts SET {column} = {column} + ?2 WHERE user = ?1"))?
        .execute(params![user, by])?;
    Ok(())
}
