//! How much one person may ask of the bot: so many messages and taps in a minute, so many orders in an hour and a day, so
//! many codes that there are not in an hour.
//!
//! Nothing about money is ever held up here: payments, refunds and the question before a payment do not come this way.
//! Operators are not limited.

use jiff::SignedDuration;
use rusqlite::params;

use super::CoreError;
use super::ids::UserId;
use super::people::is_operator;
use super::turn::{Turn, in_millis};

/// Within this time the allowance of messages and taps comes back, bit by bit; in milliseconds.
const MINUTE_MS: i64 = 60_000;

/// Codes that there are not, which one person may try within an hour: enough for slips of the finger.
const WRONG_CODES_PER_HOUR: i64 = 10;

const HOUR_MS: i64 = 60 * MINUTE_MS;

/// Whether a message or tap is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RateLimit {
    /// It is.
    Within,
    /// It is not: the person has sent too many.
    Exceeded {
        /// Whether the person has not been told since they last went slower.
        is_news: bool,
    },
}

/// Takes one message or tap from the person's allowance. Those beyond it cost nothing, so whoever sends on and on is
/// followed at the rate that everybody has in the long run.
pub(super) fn admit(turn: &Turn<'_>, user: UserId) -> Result<RateLimit, CoreError> {
    if is_operator(turn, user) {
        return Ok(RateLimit::Within);
    }
    let row: Option<(i64, bool)> = turn.optional("SELECT full_at, told FROM rate_limits WHERE user = ?1", [user])?;
    let (full_at, told) = row.unwrap_or_default();
    let now = turn.millis();
    let step = MINUTE_MS / i64::from(turn.policy().updates_per_minute.max(1));
    // It is further ahead only after the clock was set back, and that must silence nobody.
    let full_at = if full_at > now + MINUTE_MS { now } else { full_at.max(now) };
    if full_at + step > now + MINUTE_MS {
        if !told {
            keep(turn, user, full_at, true)?;
        }
        return Ok(RateLimit::Exceeded { is_news: !told });
    }
    let is_slow_again = full_at - now <= MINUTE_MS / 2;
    keep(turn, user, full_at + step, told && !is_slow_again)?;
    Ok(RateLimit::Within)
}

/// When this person may order again, if they have ordered as many videos as one may for now. It follows from the jobs
/// themselves, so there is nothing to count and nothing that a restart could forget.
pub(super) fn next_order_at(turn: &Turn<'_>, user: UserId) -> Result<Option<i64>, CoreError> {
    if is_operator(turn, user) {
        return Ok(None);
    }
    let policy = turn.policy();
    let windows = [
        (SignedDuration::from_hours(1), policy.orders_per_hour),
        (SignedDuration::from_hours(24), policy.orders_per_day),
    ];
    let mut latest = None;
    for (window, most) in windows {
        // Of the newest orders, the one that must leave the window before another fits in.
        let blocking: Option<(i64,)> = turn.optional(
            "SELECT placed_at FROM jobs WHERE user = ?1 AND placed_at BETWEEN ?2 AND ?3
             ORDER BY placed_at DESC LIMIT 1 OFFSET ?4",
            params![user, turn.millis_in(-window) + 1, turn.millis(), most.max(1) - 1],
        )?;
        latest = latest.max(blocking.map(|(placed_at,)| placed_at.saturating_add(in_millis(window))));
    }
    Ok(latest)
}

/// How long this person must wait before they may try a code again, if they have tried too many that there are not.
pub(super) fn next_code_in(turn: &Turn<'_>, user: UserId) -> Result<Option<SignedDuration>, CoreError> {
    if is_operator(turn, user) {
        return Ok(None);
    }
    let over = wrong_codes_full_at(turn, user)? + HOUR_MS / WRONG_CODES_PER_HOUR - (turn.millis() + HOUR_MS);
    Ok((over > 0).then(|| SignedDuration::from_millis(over)))
}

/// They have tried a code that there is not.
pub(super) fn wrong_code(turn: &Turn<'_>, user: UserId) -> Result<(), CoreError> {
    let full_at = wrong_codes_full_at(turn, user)? + HOUR_MS / WRONG_CODES_PER_HOUR;
    turn.execute("INSERT OR REPLACE INTO wrong_codes (user, full_at) VALUES (?1, ?2)", params![user, full_at])?;
    Ok(())
}

/// When their allowance of wrong codes is full again; now, if it is. As with messages, a clock that was set back must stop
/// nobody.
fn wrong_codes_full_at(turn: &Turn<'_>, user: UserId) -> Result<i64, CoreError> {
    let row: Option<(i64,)> = turn.optional("SELECT full_at FROM wrong_codes WHERE user = ?1", [user])?;
    let (full_at,) = row.unwrap_or_default();
    let now = turn.millis();
    Ok(if full_at > now + HOUR_MS { now } else { full_at.max(now) })
}

/// Forgets those whose allowance is full again: that is as if they had never come.
pub(super) fn forget_old(turn: &Turn<'_>) -> Result<(), CoreError> {
    turn.execute("DELETE FROM rate_limits WHERE full_at <= ?1", [turn.millis()])?;
    turn.execute("DELETE FROM wrong_codes WHERE full_at <= ?1", [turn.millis()])?;
    Ok(())
}

fn keep(turn: &Turn<'_>, user: UserId, full_at: i64, told: bool) -> Result<(), CoreError> {
    turn.execute(
        "INSERT OR REPLACE INTO rate_limits (user, full_at, told) VALUES (?1, ?2, ?3)",
        params![user, full_at, told],
    )?;
    Ok(())
}
