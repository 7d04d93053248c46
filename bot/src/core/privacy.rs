//! What people wrote and got, and how it is forgotten: when they ask for it, and by itself after a time.
//!
//! The ledger stays, and so does the row of each job that it speaks of; of both only numbers are left. A job that is
//! under way needs its words until it ends, so a request is remembered with the person, and carried out by the job's end.
//!
//! Copies of videos on our disk follow the rows: `effects::deliver::cleanup` removes those of forgotten jobs. Workers
//! forget the words of a job by themselves when it ends.

use jiff::SignedDuration;
use rusqlite::params;

use super::ids::UserId;
use super::jobs::forgetting::{BLANK, ENDED};
use super::meta::{Fact, recall, remember};
use super::turn::Turn;
use super::{CoreError, forms, preferences};

/// Rows of each kind that are forgotten in one turn, at most.
const BATCH_MAX: u32 = 100;

/// Pause between two looks for what is old, in milliseconds.
const LOOK_EVERY_MS: i64 = 60 * 60 * 1000;

/// A look at an image is over by then, and nobody reports on it any more.
const IMAGE_CHECKS_KEPT_FOR: SignedDuration = SignedDuration::from_hours(24);

/// What came of [`forget`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Forget {
    /// Nothing is left.
    Done,
    /// So many jobs are under way; they are forgotten when they end.
    WhenEnded(i64),
}

/// Forgets, on this person's request, what they wrote and got so far.
pub(super) fn forget(turn: &Turn<'_>, user: UserId) -> Result<Forget, CoreError> {
    let now = turn.millis();
    turn.execute("UPDATE people SET forget_before = ?2 WHERE id = ?1", params![user, now])?;
    forms::drop(turn, user)?;
    preferences::forget(turn, user)?;
    turn.execute(
        &format!("UPDATE jobs SET {BLANK} WHERE user = ?1 AND placed_at <= ?2 AND texts AND progress IN {ENDED}"),
        params![user, now],
    )?;
    // A notice about a request finds the words in its row, so one that is not sent yet has none left.
    turn.execute("UPDATE support_requests SET request = '' WHERE user = ?1 AND request <> ''", [user])?;
    turn.execute("DELETE FROM answers WHERE user = ?1", [user])?;
    // One about money is needed until somebody has looked at it.
    let harmless = "DELETE FROM dead_letters WHERE user = ?1 AND event NOT LIKE '%\\_payment\"%' ESCAPE '\\'";
    turn.execute(harmless, [user])?;
    tracing::info!(user.id = user.0, "what a person wrote and got is forgotten, as they asked");
    let (under_way,): (i64,) =
        turn.one(&format!("SELECT count(*) FROM jobs WHERE user = ?1 AND progress NOT IN {ENDED}"), [user])?;
    Ok(if under_way == 0 { Forget::Done } else { Forget::WhenEnded(under_way) })
}

/// Now and then: forgets what is older than the operator wants it kept, a bounded number of rows at a time.
pub(super) fn forget_old(turn: &Turn<'_>) -> Result<(), CoreError> {
    let hour = turn.millis() / LOOK_EVERY_MS;
    if recall(turn, Fact::ForgottenHour)? == Some(hour) {
        return Ok(());
    }
    // Each look goes by an index of what is left to be forgotten, which SQLite, who knows no numbers, does not always take.
    let orders_until = turn.millis_in(-turn.policy().orders_kept_for);
    let requests_until = turn.millis_in(-turn.policy().requests_kept_for);
    let old_jobs = format!(
        "SELECT id FROM jobs INDEXED BY jobs_texts WHERE texts AND placed_at < ?1 AND progress IN {ENDED} LIMIT ?2"
    );
    let outbox_of_jobs = format!(
        "DELETE FROM outbox
         WHERE kind IN ('publish', 'deliver', 'status') AND state = 'done' AND key IN ({old_jobs})"
    );
    let jobs = format!("UPDATE jobs SET {BLANK} WHERE id IN ({old_jobs})");
    let old = [
        // Up to three rows a job, so these are no measure of what is left.
        (outbox_of_jobs.as_str(), orders_until, u32::MAX),
        (jobs.as_str(), orders_until, BATCH_MAX),
        ("DELETE FROM forms WHERE user IN (SELECT user FROM forms WHERE at < ?1 LIMIT ?2)", orders_until, BATCH_MAX),
        (
            "DELETE FROM outbox WHERE rowid IN (
                 SELECT rowid FROM outbox WHERE kind = 'check_image' AND at < ?1 LIMIT ?2)",
            turn.millis_in(-IMAGE_CHECKS_KEPT_FOR),
            BATCH_MAX,
        ),
        (
            "UPDATE support_requests SET request = '' WHERE id IN (
                 SELECT id FROM support_requests INDEXED BY support_requests_texts WHERE at < ?1 AND request <> '' LIMIT ?2)",
            requests_until,
            BATCH_MAX,
        ),
        (
            "DELETE FROM dead_letters WHERE id IN (SELECT id FROM dead_letters WHERE at < ?1 LIMIT ?2)",
            requests_until,
            BATCH_MAX,
        ),
        (
            "DELETE FROM unknown_jobs WHERE id IN (SELECT id FROM unknown_jobs WHERE at < ?1 LIMIT ?2)",
            requests_until,
            BATCH_MAX,
        ),
        // Notices that could not be sent. Their keys stay, so that nothing is said again.
        (
            "UPDATE outbox SET state = 'done', payload = NULL, due = NULL WHERE rowid IN (
                 SELECT rowid FROM outbox INDEXED BY outbox_person
                 WHERE kind = 'notice' AND state <> 'done' AND state = 'waiting' AND at < ?1 LIMIT ?2)",
            requests_until,
            BATCH_MAX,
        ),
    ];
    let mut is_all = true;
    for (sql, until, batch) in old {
        is_all &= turn.execute(sql, params![until, BATCH_MAX])? < batch as usize;
    }
    if is_all { remember(turn, Fact::ForgottenHour, hour) } else { Ok(()) }
}
