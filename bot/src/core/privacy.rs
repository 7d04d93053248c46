//! What people wrote and got, and how it is forgotten: when they ask for it, and by itself after a time.
//!
//! The ledger stays, and so does the row of each job that it speaks of; of both only numbers are left. A job that is
//! under way needs its words until it ends, so a request is remembered with the person, and carried out by the job's end.
//!
//! Copies of videos on our disk follow the rows: whoever takes care of them removes those of forgotten jobs
//! (`delivery::upkeep`). Workers forget the words of an order by themselves when it ends.

use rusqlite::params;

use super::ids::UserId;
use super::jobs::{Job, Progress};
use super::{CoreError, Turn, forms, provider};

/// What a job's row loses. Its price, its model and its end stay.
const BLANK: &str = "texts = 0, prompt = '', options = '{}', image = NULL, urls = '[]', file_id = NULL";

/// The states that a job does not leave by itself.
const ENDED: &str = "('delivered', 'failed', 'cancelled', 'undeliverable')";

/// Rows of each kind that are forgotten in one turn, at most.
const BATCH_MAX: u32 = 100;

/// Pause between two looks for what is old, in milliseconds.
const LOOK_EVERY_MS: i64 = 60 * 60 * 1000;

/// What came of [`forget`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Forget {
    /// Nothing is left.
    Done,
    /// So many orders are under way; they are forgotten when they end.
    WhenEnded(i64),
}

/// Forgets, on this person's request, what they wrote and got so far.
pub(super) fn forget(turn: &Turn<'_, '_>, user: UserId) -> Result<Forget, CoreError> {
    let now = turn.millis();
    turn.tx.execute("UPDATE people SET forget_before = ?2 WHERE id = ?1", params![user, now])?;
    forms::drop(turn, user)?;
    turn.tx.execute(
        &format!("UPDATE jobs SET {BLANK} WHERE user = ?1 AND placed_at <= ?2 AND texts AND progress IN {ENDED}"),
        params![user, now],
    )?;
    // What they asked the operators, and what of that has not reached them yet.
    turn.tx.execute(
        "UPDATE notices SET reply = NULL, due = NULL, leased_until = NULL
         WHERE reply IS NOT NULL AND EXISTS (SELECT 1 FROM support_requests
                                             WHERE user = ?1 AND name GLOB 'support:' || id || ':*')",
        [user],
    )?;
    turn.tx.execute("UPDATE support_requests SET request = '' WHERE user = ?1 AND request <> ''", [user])?;
    turn.tx.execute("UPDATE updates SET answer = '[]' WHERE user = ?1 AND answer <> '[]'", [user])?;
    // One about money is needed until somebody has looked at it.
    let harmless = "DELETE FROM put_aside WHERE user = ?1 AND event NOT LIKE '%\\_payment\"%' ESCAPE '\\'";
    turn.tx.execute(harmless, [user])?;
    tracing::info!(user.id = user.0, "what a person wrote and got is forgotten, as they asked");
    let under_way: i64 = turn.tx.query_row(
        &format!("SELECT count(*) FROM jobs WHERE user = ?1 AND progress NOT IN {ENDED}"),
        [user],
        |row| row.get(0),
    )?;
    Ok(if under_way == 0 { Forget::Done } else { Forget::WhenEnded(under_way) })
}

/// A job has come to this state: if it has ended and its person wants it forgotten, it is.
pub(super) fn job_moved(turn: &Turn<'_, '_>, job: &Job, progress: Progress) -> Result<(), CoreError> {
    if !progress.is_end() {
        return Ok(());
    }
    let sql = format!(
        "UPDATE jobs SET {BLANK}
         WHERE id = ?1 AND placed_at <= (SELECT forget_before FROM people WHERE id = jobs.user)"
    );
    turn.tx.prepare_cached(&sql)?.execute([job.id.to_string()])?;
    Ok(())
}

/// Now and then: forgets what is older than the operator wants it kept, a bounded number of rows at a time.
pub(super) fn forget_old(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    let period = (turn.millis() / LOOK_EVERY_MS).to_string();
    if provider::recall(turn, "looked_for_old")?.as_ref() == Some(&period) {
        return Ok(());
    }
    let orders_until = turn.millis_in(-turn.rules().orders_kept_for);
    let requests_until = turn.millis_in(-turn.rules().requests_kept_for);
    let jobs = format!(
        "UPDATE jobs SET {BLANK} WHERE id IN (
             SELECT id FROM jobs WHERE texts AND placed_at < ?1 AND progress IN {ENDED} LIMIT ?2)"
    );
    let old = [
        (jobs.as_str(), orders_until),
        ("DELETE FROM forms WHERE user IN (SELECT user FROM forms WHERE at < ?1 LIMIT ?2)", orders_until),
        (
            "UPDATE support_requests SET request = '' WHERE id IN (
                 SELECT id FROM support_requests WHERE at < ?1 AND request <> '' LIMIT ?2)",
            requests_until,
        ),
        ("DELETE FROM put_aside WHERE id IN (SELECT id FROM put_aside WHERE at < ?1 LIMIT ?2)", requests_until),
        // The names of notices stay, so that nothing is said again.
        (
            "UPDATE notices SET reply = NULL, due = NULL WHERE name IN (
                 SELECT name FROM notices
                 WHERE reply IS NOT NULL AND at < ?1 AND coalesce(leased_until, 0) < ?1 LIMIT ?2)",
            requests_until,
        ),
    ];
    let mut is_all = true;
    for (sql, until) in old {
        is_all &= turn.tx.prepare_cached(sql)?.execute(params![until, BATCH_MAX])? < BATCH_MAX as usize;
    }
    if is_all { provider::remember(turn, "looked_for_old", &period) } else { Ok(()) }
}
