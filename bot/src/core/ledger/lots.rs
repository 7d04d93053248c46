//! Which credits are spent: each purchase and each gift is a lot of credits, and every entry that changes what is
//! available says of which lots.
//!
//! Gifts are spent first, then purchases, the oldest first. What is given back goes to the lots that it was taken from. So
//! each purchase knows what is left of it, and what may be refunded follows from that: nobody gets Stars for a gift, nor
//! for another purchase than the one that is unspent. The bonus of a purchase is a lot behind it: it is spent after what
//! was bought and before the next purchase, and it goes back with its purchase. What somebody gets because they were invited
//! is a gift that goes back with the purchase that it came with. A purchase that is given has its lot with whoever opens it.
//!
//! Stars that were taken back take all credits of their purchase along, spent or not: then its lot is below zero, and what
//! the person has is less by that until they buy again. Another kind of credits is a [`Rank`] of its own.

use rusqlite::params;

use crate::core::CoreError;
use crate::core::ids::{Credits, UserId};
use crate::core::turn::Turn;

/// Where a lot's credits come from. Lower ranks are spent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// No Stars were paid for them.
    Gift,
    /// They were bought, or came with what was bought.
    Purchase,
}

impl Rank {
    /// Its place in the order of spending, as rows keep it.
    const fn place(self) -> i64 {
        match self {
            Self::Gift => 0,
            Self::Purchase => 1,
        }
    }
}

/// What an entry does with available credits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Moves {
    /// Nothing: they are in another bucket already.
    None,
    /// It brings a new lot.
    Begin(Rank),
    /// It takes those that are to be spent next.
    TakeNext,
    /// It takes what is left of the purchase with this charge and its bonus, or a part of that.
    TakeWhatIsLeft(String),
    /// It takes all that the purchase with this charge has brought, spent or not.
    TakeAll(String),
    /// It takes so many from the lot of the entry with this id, spent or not. The lot begins empty if the credits are with
    /// somebody else.
    TakeOf(String),
    /// It gives back what the entry with this id took.
    GiveBack(String),
}

/// Keeps which credits an entry has moved. The entry is new.
pub(super) fn apply(
    turn: &Turn<'_>,
    user: UserId,
    entry: &str,
    moves: &Moves,
    credits: Credits,
) -> Result<(), CoreError> {
    match moves {
        Moves::None => Ok(()),
        Moves::Begin(rank) => change(turn, entry, lot(turn, user, entry, *rank)?, credits),
        Moves::TakeNext => take_next(turn, user, entry, credits),
        Moves::TakeWhatIsLeft(charge) => take_what_is_left(turn, charge, entry, credits),
        Moves::TakeAll(charge) => take_all(turn, user, charge, entry, credits),
        Moves::TakeOf(brought_by) => {
            change(turn, entry, lot(turn, user, brought_by, Rank::Purchase)?, Credits::ZERO - credits)
        }
        Moves::GiveBack(taken) => {
            let moves: Vec<(i64, Credits)> =
                turn.all("SELECT lot, credits FROM lot_moves WHERE entry = ?1", [taken])?;
            moves.into_iter().try_for_each(|(lot, taken)| change(turn, entry, lot, Credits::ZERO - taken))
        }
    }
}

/// Credits of one purchase.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::core) struct Left {
    /// Neither spent nor set aside.
    pub(in crate::core) available: Credits,
    /// Set aside for orders that are under way: these may come back.
    pub(in crate::core) held: Credits,
}

/// What is left of the purchase with this charge. `user` has its credits: its buyer, or whom it was given to.
pub(in crate::core) fn left(turn: &Turn<'_>, user: UserId, charge: &str) -> Result<Left, CoreError> {
    let mut left = Left::default();
    for (lot, available, _) in of_purchase(turn, charge)? {
        let (held,): (Credits,) = turn.one(
            "SELECT coalesce(-sum(lot_moves.credits), 0) FROM jobs
             JOIN lot_moves ON lot_moves.entry = 'hold:' || jobs.id AND lot = ?2
             WHERE user = ?1 AND progress IN ('queued', 'published', 'submitted', 'ready') AND money = 'held'",
            params![user, lot],
        )?;
        left.available = left.available + available.max(Credits::ZERO);
        left.held = left.held + held;
    }
    Ok(left)
}

/// The lots that a purchase has brought, in the order in which they are spent: number, what is left, and the entry.
fn of_purchase(turn: &Turn<'_>, charge: &str) -> Result<Vec<(i64, Credits, String)>, CoreError> {
    turn.all(
        "SELECT number, available, entry FROM lots
         WHERE entry IN ('pay:' || ?1, 'bonus:' || ?1, 'gift-in:' || ?1, 'gift-kept:' || ?1,
                         (SELECT 'first:' || user FROM payments WHERE charge = ?1 AND first_bonus > 0),
                         (SELECT 'invited:' || user FROM payments WHERE charge = ?1 AND invite_bonus > 0))
         ORDER BY number",
        [charge],
    )
}

fn take_what_is_left(turn: &Turn<'_>, charge: &str, entry: &str, credits: Credits) -> Result<(), CoreError> {
    let mut missing = credits;
    for (lot, available, _) in of_purchase(turn, charge)? {
        let part = missing.min(available);
        if part > Credits::ZERO {
            change(turn, entry, lot, Credits::ZERO - part)?;
            missing = missing - part;
        }
    }
    if missing == Credits::ZERO {
        Ok(())
    } else {
        Err(CoreError::Row(format!("lots of {charge}, which have less left")))
    }
}

fn take_all(turn: &Turn<'_>, user: UserId, charge: &str, entry: &str, credits: Credits) -> Result<(), CoreError> {
    let mut missing = credits;
    for (lot, _, brought_by) in of_purchase(turn, charge)? {
        let (brought,): (Credits,) = turn.one("SELECT credits FROM entries WHERE id = ?1", [brought_by])?;
        change(turn, entry, lot, Credits::ZERO - brought)?;
        missing = missing - brought;
    }
    if missing == credits {
        // A purchase that goes back before it is known begins below zero.
        let lot = lot(turn, user, &super::Cause::Paid { charge }.entry_id(), Rank::Purchase)?;
        return change(turn, entry, lot, Credits::ZERO - credits);
    }
    if missing == Credits::ZERO {
        Ok(())
    } else {
        Err(CoreError::Row(format!("lots of {charge}, which brought another sum")))
    }
}

fn take_next(turn: &Turn<'_>, user: UserId, entry: &str, credits: Credits) -> Result<(), CoreError> {
    let mut missing = credits;
    while missing > Credits::ZERO {
        let next = "SELECT number, available FROM lots WHERE user = ?1 AND available > 0 ORDER BY rank, number LIMIT 1";
        let Some((lot, available)) = turn.optional::<(i64, Credits)>(next, [user])? else {
            return Err(CoreError::Row("lots of a person, which are less than their balance".to_owned()));
        };
        let part = missing.min(available);
        change(turn, entry, lot, Credits::ZERO - part)?;
        missing = missing - part;
    }
    Ok(())
}

/// The number of a lot, which begins empty if it is new.
fn lot(turn: &Turn<'_>, user: UserId, entry: &str, rank: Rank) -> Result<i64, CoreError> {
    turn.execute(
        "INSERT INTO lots (entry, user, rank, available) VALUES (?1, ?2, ?3, 0) ON CONFLICT (entry) DO NOTHING",
        params![entry, user, rank.place()],
    )?;
    let (number,) = turn.one("SELECT number FROM lots WHERE entry = ?1", [entry])?;
    Ok(number)
}

fn change(turn: &Turn<'_>, entry: &str, lot: i64, by: Credits) -> Result<(), CoreError> {
    turn.execute("INSERT INTO lot_moves (entry, lot, credits) VALUES (?1, ?2, ?3)", params![entry, lot, by])?;
    turn.execute("UPDATE lots SET available = available + ?2 WHERE number = ?1", params![lot, by])?;
    Ok(())
}
