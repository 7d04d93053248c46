//! Jobs of which workers speak and that are not here: placed after the copy that this database was put back from, or
//! another bot's. Nobody's credits are known for them, so they are written down, and operators are told.

use jiff::SignedDuration;
use rusqlite::params;
use shared::job::{JobEvent, JobState, TaskId};

use crate::core::CoreError;
use crate::core::notices::{self, Notice};
use crate::core::turn::Turn;

/// Rows that are kept, at most: the newest.
const KEPT_MAX: i64 = 10_000;

/// Operators are told this long after the first of them, of all together, and no more than once in an hour.
const TOLD_AFTER: SignedDuration = SignedDuration::from_mins(1);

/// Writes down what was said of a job that is not here.
pub(super) fn keep(turn: &Turn<'_>, event: &JobEvent) -> Result<(), CoreError> {
    let (state, urls) = match &event.state {
        JobState::Unconfirmed { .. } => ("unconfirmed".to_owned(), &[][..]),
        JobState::Submitted => ("submitted".to_owned(), &[][..]),
        JobState::Succeeded { urls, .. } => ("succeeded".to_owned(), &urls[..]),
        JobState::Failed { reason } => (format!("failed: {}", reason.as_str()), &[][..]),
        JobState::Other => ("other".to_owned(), &[][..]),
    };
    let known = turn.exists("SELECT 1 FROM unknown_jobs WHERE id = ?1", [event.job.to_string()])?;
    turn.execute(
        "INSERT INTO unknown_jobs (id, state, task, urls, at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, task = coalesce(excluded.task, task), urls = excluded.urls",
        params![
            event.job.to_string(),
            state,
            event.task.as_ref().map(TaskId::as_str),
            serde_json::to_string(urls)?,
            turn.millis()
        ],
    )?;
    if known {
        return Ok(());
    }
    tracing::warn!(job.id = %event.job, "a worker speaks of a job that this bot does not know; it was written down");
    turn.execute(
        "DELETE FROM unknown_jobs WHERE id IN (SELECT id FROM unknown_jobs ORDER BY at DESC LIMIT -1 OFFSET ?1)",
        [KEPT_MAX],
    )?;
    let due = turn.millis_in(TOLD_AFTER);
    notices::post_to_operators_at(turn, &Notice::UnknownJobs { hour: turn.millis() / 3_600_000 }, due)
}

/// How many are written down.
pub(in crate::core) fn count(turn: &Turn<'_>) -> Result<i64, CoreError> {
    let (count,) = turn.one("SELECT count(*) FROM unknown_jobs", [])?;
    Ok(count)
}
