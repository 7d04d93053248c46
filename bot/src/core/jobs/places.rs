//! Whoever waits in the queue sees their place move.
//!
//! The first few see it within seconds; all others in turn, the one who was told longest ago first, and only so many
//! a second: every message told is one less of what Telegram lets a bot send, and there may be thousands waiting.

use jiff::SignedDuration;
use rusqlite::params;
use shared::job::JobId;

use super::{Job, Progress, queue, select};
use crate::core::{CoreError, Turn, provider};

/// Those in the queue who soon see that they have moved up.
const FIRST: u32 = 10;

/// Each of the first is told of a new place at most this often.
const FIRST_TOLD_EVERY: SignedDuration = SignedDuration::from_secs(3);

/// Anybody else is told of a new place at most this often.
const TOLD_EVERY: SignedDuration = SignedDuration::from_secs(30);

/// A round is this long, in milliseconds.
const ROUND_MS: i64 = 1_000;

/// Others than the first whose place is looked at in a round. With [`FIRST`] and [`FIRST_TOLD_EVERY`], that is less than
/// nine messages a second, a third of what Telegram allows.
const OTHERS_A_ROUND: u32 = 5;

/// Those who see at once that the queue stands still, or moves again. The others see it when it is their turn.
const SEE_AT_ONCE: u32 = 100;

/// Now and then: whoever has moved up in the queue sees it.
pub(in crate::core) fn tell(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    let round = (turn.millis() / ROUND_MS).to_string();
    if queue::is_empty(turn)? || provider::recall(turn, "places_told")?.as_ref() == Some(&round) {
        return Ok(());
    }
    provider::remember(turn, "places_told", &round)?;
    let blocked = provider::is_blocked(turn)?;
    for id in queue::first(turn, FIRST)? {
        look_at(turn, id, blocked, turn.millis_in(-FIRST_TOLD_EVERY))?;
    }
    let told_before = turn.millis_in(-TOLD_EVERY);
    for id in told_longest_ago(turn, told_before)? {
        look_at(turn, id, blocked, told_before)?;
    }
    Ok(())
}

/// Whoever waits sees that the queue has come to a stop, or moves again.
pub(in crate::core) fn tell_of_stop_or_go(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    let blocked = provider::is_blocked(turn)?;
    for id in queue::first(turn, SEE_AT_ONCE)? {
        look_at(turn, id, blocked, i64::MAX)?;
    }
    Ok(())
}

/// The place that is shown for a job: none while the queue stands still, when a place would mean nothing.
pub(super) fn shown(turn: &Turn<'_, '_>, job: &Job, blocked: bool) -> Result<Option<i64>, CoreError> {
    if blocked || job.progress != Progress::Queued { Ok(None) } else { queue::place(turn, job.user, job.id) }
}

fn told_longest_ago(turn: &Turn<'_, '_>, told_before: i64) -> Result<Vec<JobId>, CoreError> {
    let mut statement = turn.tx.prepare_cached(
        "SELECT id FROM jobs WHERE progress = 'queued' AND place_told_at <= ?1 ORDER BY place_told_at LIMIT ?2",
    )?;
    let ids = statement.query_map(params![told_before, OTHERS_A_ROUND], |row| row.get::<_, String>(0))?;
    ids.map(|id| id?.parse().map_err(|_bad| CoreError::Row("id of a job".to_owned()))).collect()
}

/// Has the person told where they are now, if what they see is older than that and was not told after `told_before`. What
/// they were told before must have arrived: who cannot be reached is not written to for this.
fn look_at(turn: &Turn<'_, '_>, id: JobId, blocked: bool, told_before: i64) -> Result<(), CoreError> {
    let Some(job) = select(turn, "id = ?1", [id.to_string()])?.pop() else { return Ok(()) };
    let place = shown(turn, &job, blocked)?;
    turn.tx
        .prepare_cached(
            "UPDATE jobs SET place_told_at = ?2, status_version = status_version + changed, status_due = iif(changed, ?2, status_due)
             FROM (SELECT status_place IS NOT ?3 AND status_told >= status_version AND status_due IS NULL AS changed
                   FROM jobs WHERE id = ?1)
             WHERE id = ?1 AND place_told_at <= ?4",
        )?
        .execute(params![id.to_string(), turn.millis(), place, told_before])?;
    Ok(())
}
