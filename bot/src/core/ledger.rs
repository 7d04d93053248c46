//! The ledger: whole credits move between a person's buckets by entries that are only ever added.
//!
//! An entry's id says what caused it, so the same cause cannot count twice. Balances in `accounts` are a cache, changed
//! in the same transaction; triggers in the schema forbid changing or deleting an entry. Available may go below zero in
//! one case only: Stars went back for what had brought credits that are already spent.
//!
//! Which credits they are is kept, too: what each entry brings to or takes from available is kept by [`lots`].

use jiff::Timestamp;
use rusqlite::params;

use super::CoreError;
use super::ids::{Credits, UserId};
use super::row_enum::row_enum;
use super::turn::{Turn, from_millis};

mod cause;
pub(super) mod lots;

pub(super) use cause::Cause;

/// Entries on a page: with the longest ids they fit into a message.
const PAGE: i64 = 12;

row_enum! {
    /// Where credits are.
    pub Bucket {
        /// Not yet anybody's.
        Issued = "issued",
        /// To be spent as the person likes.
        Available = "available",
        /// Set aside for a job that is under way.
        Held = "held",
        /// Paid for a video.
        Spent = "spent",
        /// Paid for as a gift that nobody has opened yet.
        Gifted = "gifted",
        /// Set aside while Stars are refunded.
        Refunding = "refunding",
        /// Taken away again.
        Revoked = "revoked",
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
pub(super) fn apply(turn: &Turn<'_>, user: UserId, cause: Cause<'_>, credits: Credits) -> Result<Applied, CoreError> {
    let id = cause.entry_id();
    if turn.exists("SELECT 1 FROM entries WHERE id = ?1", [&id])? {
        return Ok(Applied::AlreadyMoved);
    }
    if cause.needs_cover() {
        let available = available(turn, user)?;
        if available < credits {
            return Ok(Applied::NotEnough { available });
        }
    }
    let (source, target) = cause.direction();
    turn.execute(
        "INSERT INTO entries (id, user, source, target, credits, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id, user, source, target, credits, turn.millis()],
    )?;
    turn.execute("INSERT OR IGNORE INTO accounts (user) VALUES (?1)", [user])?;
    change(turn, user, source, Credits::ZERO - credits)?;
    change(turn, user, target, credits)?;
    lots::apply(turn, user, &id, &cause.moves(), credits)?;
    Ok(Applied::Moved)
}

/// A person's credits, as far as they are shown to them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Balance {
    pub(super) available: Credits,
    pub(super) held: Credits,
    pub(super) refunding: Credits,
    pub(super) gifted: Credits,
}

/// The person's credits.
pub(super) fn balance(turn: &Turn<'_>, user: UserId) -> Result<Balance, CoreError> {
    let row = turn.optional("SELECT available, held, refunding, gifted FROM accounts WHERE user = ?1", [user])?;
    let balance = |(available, held, refunding, gifted)| Balance { available, held, refunding, gifted };
    Ok(row.map_or_else(Balance::default, balance))
}

/// The credits that the person can spend.
pub(super) fn available(turn: &Turn<'_>, user: UserId) -> Result<Credits, CoreError> {
    Ok(balance(turn, user)?.available)
}

/// An entry, as operators see it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) source: Bucket,
    pub(super) target: Bucket,
    pub(super) credits: Credits,
    pub(super) at: Timestamp,
}

impl Entry {
    /// What caused it: the first part of its id.
    pub(super) fn cause(&self) -> &str {
        self.id.split(':').next().unwrap_or_default()
    }

    /// The order that it is about, if it is about one.
    pub(super) fn job(&self) -> Option<&str> {
        let (cause, job) = self.id.split_once(':')?;
        matches!(cause, "hold" | "capture" | "release" | "give-back").then_some(job)
    }

    /// The payment that it is about, if it is about one.
    pub(super) fn charge(&self) -> Option<&str> {
        let (cause, rest) = self.id.split_once(':')?;
        match cause {
            "pay" | "bonus" | "revoke" | "gift-out" | "gift-in" | "gift-kept" | "gift-back" => Some(rest),
            "refund-hold" | "refund-undo" => rest.rsplit_once(':').map(|(charge, _nth)| charge),
            _ => None,
        }
    }
}

/// A page of a person's entries, newest first.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) entries: Vec<Entry>,
    /// From 1.
    pub(super) number: i64,
    /// How many pages there are, at least 1.
    pub(super) pages: i64,
}

/// The page with this number, or the one nearest to it.
pub(super) fn page(turn: &Turn<'_>, user: UserId, number: i64) -> Result<Page, CoreError> {
    let (count,): (i64,) = turn.one("SELECT count(*) FROM entries WHERE user = ?1", [user])?;
    let pages = ((count + PAGE - 1) / PAGE).max(1);
    let number = number.clamp(1, pages);
    let rows: Vec<(String, Bucket, Bucket, Credits, i64)> = turn.all(
        "SELECT id, source, target, credits, at FROM entries WHERE user = ?1
         ORDER BY at DESC, id DESC LIMIT ?2 OFFSET ?3",
        params![user, PAGE, (number - 1) * PAGE],
    )?;
    let entry = |(id, source, target, credits, at)| Entry { id, source, target, credits, at: from_millis(at) };
    Ok(Page { entries: rows.into_iter().map(entry).collect(), number, pages })
}

fn change(turn: &Turn<'_>, user: UserId, bucket: Bucket, by: Credits) -> Result<(), CoreError> {
    // What is issued belongs to nobody and is the negative sum of all people's buckets.
    if bucket != Bucket::Issued {
        let column = bucket.as_str();
        turn.execute(&format!("UPDATE accounts SET {column} = {column} + ?2 WHERE user = ?1"), params![user, by])?;
    }
    Ok(())
}
