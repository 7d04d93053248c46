//! How much one person may ask of the bot: so many messages and taps in a minute, so many orders in an hour and a day.
//!
//! Nothing about money is ever held up here: payments, refunds and the question before a payment do not come this way.
//! Operators are not limited.

use jiff::SignedDuration;
use rusqlite::{OptionalExtension as _, params};

use super::ids::UserId;
use super::{CoreError, Turn};

/// Within this time the allowance of messages and taps comes back, bit by bit; in milliseconds.
const MINUTE_MS: i64 = 60_000;

/// Whether something that a person does is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// It is.
    Fine,
    /// They go too fast: it is not.
    TooFast {
        /// Whether they have not been told since they last went slower.
        is_news: bool,
    },
}

/// Takes one of the messages and taps that a person may send. Those that are too many cost nothing, so whoever goes on
/// and on is heard as often as everybody may be heard in the long run.
pub(super) fn admit(turn: &Turn<'_, '_>, user: UserId) -> Result<Pace, CoreError> {
    if turn.rules().admins.contains(&user) {
        return Ok(Pace::Fine);
    }
    let row: Option<(i64, bool)> = turn
        .tx
        .prepare_cached("SELECT whole_at, told FROM paces WHERE user = ?1")?
        .query_row([user], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (whole_at, told) = row.unwrap_or_default();
    let now = turn.millis();
    let step = MINUTE_MS / i64::from(turn.rules().updates_per_minute.max(1));
    // Further ahead it can only be by a clock that was set back, and that must silence nobody.
    let whole_at = if whole_at > now + MINUTE_MS { now } else { whole_at.max(now) };
    if whole_at + step > now + MINUTE_MS {
        if !told {
            keep(turn, user, whole_at, true)?;
        }
        return Ok(Pace::TooFast { is_news: !told });
    }
    let is_slow_again = whole_at - now <= MINUTE_MS / 2;
    keep(turn, user, whole_at + step, told && !is_slow_again)?;
    Ok(Pace::Fine)
}

/// When this person may order again, if they have ordered as many videos as one may for now. It is seen in the jobs
/// themselves, so there is nothing to count and nothing that a restart could forget.
pub(super) fn next_order_at(turn: &Turn<'_, '_>, user: UserId) -> Result<Option<i64>, CoreError> {
    if turn.rules().admins.contains(&user) {
        return Ok(None);
    }
    let rules = turn.rules();
    let windows = [
        (SignedDuration::from_hours(1), rules.orders_per_hour),
        (SignedDuration::from_hours(24), rules.orders_per_day),
    ];
    let mut latest = None;
    for (window, most) in windows {
        // Of the newest orders, the one that must leave the window before another fits in.
        let blocking: Option<i64> = turn
            .tx
            .prepare_cached(
                "SELECT placed_at FROM jobs WHERE user = ?1 AND placed_at BETWEEN ?2 AND ?3
                 ORDER BY placed_at DESC LIMIT 1 OFFSET ?4",
            )?
            .query_row(params![user, turn.millis_in(-window) + 1, turn.millis(), most.max(1) - 1], |row| row.get(0))
            .optional()?;
        let window_ms = i64::try_from(window.as_millis()).unwrap_or(i64::MAX);
        latest = latest.max(blocking.map(|placed_at| placed_at.saturating_add(window_ms)));
    }
    Ok(latest)
}

/// Forgets those whose allowance is whole again: that is as if they had never come.
pub(super) fn forget_old(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    turn.tx.prepare_cached("DELETE FROM paces WHERE whole_at <= ?1")?.execute([turn.millis()])?;
    Ok(())
}

fn keep(turn: &Turn<'_, '_>, user: UserId, whole_at: i64, told: bool) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached("INSERT OR REPLACE INTO paces (user, whole_at, told) VALUES (?1, ?2, ?3)")?
        .execute(params![user, whole_at, told])?;
    Ok(())
}
