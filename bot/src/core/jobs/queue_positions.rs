//! Whoever waits in the queue sees their position move.
//!
//! The first few see it within seconds; all others in turn, the one who was shown longest ago first, and only so many a
//! second: every edit is one message less of what Telegram lets a bot send, and there may be thousands waiting.

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;
use shared::job::JobId;

use super::{Job, Progress, queue, select};
use crate::core::meta::{Fact, recall, remember};
use crate::core::outbox;
use crate::core::ticket::Kind;
use crate::core::turn::Turn;
use crate::core::{CoreError, provider};

/// Those at the head of the queue who soon see that they have moved up.
const FIRST: u32 = 10;

/// Each of the first is shown a new position at most this often.
const FIRST_SHOWN_EVERY: SignedDuration = SignedDuration::from_secs(3);

/// Anybody else is shown a new position at most this often.
const SHOWN_EVERY: SignedDuration = SignedDuration::from_secs(30);

/// A round is this long, in milliseconds.
const ROUND_MS: i64 = 1_000;

/// Others than the first whose position is looked at in a round. With [`FIRST`] and [`FIRST_SHOWN_EVERY`], that is less
/// than nine messages a second, a third of what Telegram allows.
const OTHERS_A_ROUND: u32 = 5;

/// Those who see at once that the queue stands still, or moves again. The others see it when it is their turn.
const SEE_AT_ONCE: u32 = 100;

/// Once a round: shows positions that have changed.
pub(in crate::core) fn show(turn: &Turn<'_>) -> Result<(), CoreError> {
    let round = turn.millis() / ROUND_MS;
    if queue::is_empty(turn)? || recall(turn, Fact::PositionsRound)? == Some(round) {
        return Ok(());
    }
    remember(turn, Fact::PositionsRound, round)?;
    let blocked = provider::is_blocked(turn)?;
    for id in queue::first(turn, FIRST)? {
        look_at(turn, id, blocked, turn.millis_in(-FIRST_SHOWN_EVERY))?;
    }
    let shown_before = turn.millis_in(-SHOWN_EVERY);
    for id in shown_longest_ago(turn, shown_before)? {
        look_at(turn, id, blocked, shown_before)?;
    }
    Ok(())
}

/// When positions are looked at next, while anybody waits.
pub(in crate::core) fn next_round(now: Timestamp) -> Timestamp {
    now.saturating_add(SignedDuration::from_millis(ROUND_MS)).unwrap_or(Timestamp::MAX)
}

/// The provider has stopped taking orders, or takes them again: those whose orders were passed on see it, and those at the
/// head of the queue.
pub(in crate::core) fn show_stop_or_go(turn: &Turn<'_>) -> Result<(), CoreError> {
    let blocked = provider::is_blocked(turn)?;
    for id in queue::first(turn, SEE_AT_ONCE)? {
        look_at(turn, id, blocked, i64::MAX)?;
    }
    // Who cannot be reached sees it when they are back, and who waits for a lost answer has nothing to do with it.
    let passed_on = "progress = 'published' AND unconfirmed_until IS NULL
                     AND user IN (SELECT people.id FROM people WHERE reachable) ORDER BY placed_at LIMIT ?1";
    for job in select(turn, passed_on, [SEE_AT_ONCE])? {
        outbox::put(turn, Kind::Status, &job.id.to_string(), job.user)?;
    }
    Ok(())
}

/// The position that is shown for a job: none while the queue stands still, when a position would mean nothing.
pub(super) fn position(turn: &Turn<'_>, job: &Job) -> Result<Option<i64>, CoreError> {
    position_unless(turn, job, job.progress != Progress::Queued || provider::is_blocked(turn)?)
}

fn position_unless(turn: &Turn<'_>, job: &Job, stands_still: bool) -> Result<Option<i64>, CoreError> {
    if stands_still { Ok(None) } else { queue::position(turn, job.user, job.id) }
}

fn shown_longest_ago(turn: &Turn<'_>, shown_before: i64) -> Result<Vec<JobId>, CoreError> {
    let ids: Vec<(String,)> = turn.all(
        "SELECT id FROM jobs INDEXED BY jobs_position_shown WHERE progress = 'queued' AND position_shown_at <= ?1
         ORDER BY position_shown_at LIMIT ?2",
        params![shown_before, OTHERS_A_ROUND],
    )?;
    ids.into_iter().map(|(id,)| id.parse().map_err(|_bad| CoreError::Row("id of a job".to_owned()))).collect()
}

/// Shows the position of a job if it is not what its chat shows, and was not shown after `shown_before`. The status before
/// must have arrived: who cannot be reached is not written to for this.
fn look_at(turn: &Turn<'_>, id: JobId, blocked: bool, shown_before: i64) -> Result<(), CoreError> {
    let key = id.to_string();
    let Some(job) = select(turn, "id = ?1", [&key])?.pop() else { return Ok(()) };
    let position = position_unless(turn, &job, blocked)?;
    let looked_at: Option<(bool,)> = turn.optional(
        "UPDATE jobs SET position_shown_at = ?2 WHERE id = ?1 AND position_shown_at <= ?4
         RETURNING shown_position IS NOT ?3",
        params![key, turn.millis(), position, shown_before],
    )?;
    if looked_at == Some((true,)) && outbox::is_settled(turn, Kind::Status, &key)? {
        outbox::put(turn, Kind::Status, &key, job.user)?;
    }
    Ok(())
}
