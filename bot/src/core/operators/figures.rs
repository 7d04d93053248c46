//! The figures that operators look at in the chat: what waits for them, and what happened within a day. Each is a look at
//! a part of an index, however old the database is.

use jiff::SignedDuration;
use rusqlite::params;

use crate::core::CoreError;
use crate::core::jobs::attention;
use crate::core::people::blocking;
use crate::core::turn::Turn;

/// See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) struct Figures {
    /// Orders of the last day, by how far they are now.
    pub(in crate::core) ordered: i64,
    pub(in crate::core) delivered: i64,
    pub(in crate::core) failed: i64,
    /// Orders under way, whenever they were placed.
    pub(in crate::core) queued: i64,
    pub(in crate::core) with_workers: i64,
    pub(in crate::core) ready: i64,
    pub(in crate::core) stuck: i64,
    /// Stars of the last day by Telegram's list: paid, and gone back.
    pub(in crate::core) stars_in: i64,
    pub(in crate::core) stars_out: i64,
    /// Refunds that wait for a decision.
    pub(in crate::core) refunds_wait: i64,
    /// Subscriptions that have not ended.
    pub(in crate::core) subscriptions: i64,
    /// People who are blocked.
    pub(in crate::core) blocked: i64,
}

/// The figures now.
pub(in crate::core) fn figures(turn: &Turn<'_>) -> Result<Figures, CoreError> {
    let since = turn.millis_in(-SignedDuration::from_hours(24));
    let count = |sql: &str| turn.one(sql, []).map(|(count,): (i64,)| count);
    let within_a_day = |progress: &str| {
        let sql = format!("SELECT count(*) FROM jobs WHERE progress IN ({progress}) AND placed_at > ?1");
        turn.one(&sql, [since]).map(|(count,): (i64,)| count)
    };
    let under_way = |progress: &str| count(&format!("SELECT count(*) FROM jobs WHERE progress IN ({progress})"));
    let stars = |direction: &str| {
        let sql = "SELECT coalesce(sum(stars), 0) FROM star_transactions INDEXED BY star_transactions_seen
                   WHERE seen_at > ?1 AND at > ?1 AND direction = ?2 AND user IS NOT NULL";
        turn.one(sql, params![since, direction]).map(|(stars,): (i64,)| stars)
    };
    let (delivered, failed) = (within_a_day("'delivered'")?, within_a_day("'failed', 'undeliverable'")?);
    let open = within_a_day("'queued', 'published', 'submitted', 'ready', 'cancelled'")?;
    Ok(Figures {
        ordered: delivered + failed + open,
        delivered,
        failed,
        queued: under_way("'queued'")?,
        with_workers: under_way("'published', 'submitted'")?,
        ready: under_way("'ready'")?,
        stuck: attention::stuck(turn)?,
        stars_in: stars("in")?,
        stars_out: stars("out")?,
        refunds_wait: count("SELECT count(*) FROM refunds WHERE state = 'asked'")?,
        subscriptions: count(
            "SELECT count(*) FROM subscriptions INDEXED BY subscriptions_open WHERE state <> 'ended'",
        )?,
        blocked: blocking::count(turn)?,
    })
}
