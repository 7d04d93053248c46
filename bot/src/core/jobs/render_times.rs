//! How long renders took lately, by model: what people who wait are told.

use jiff::SignedDuration;
use rusqlite::params;

use super::Job;
use crate::core::CoreError;
use crate::core::turn::{Turn, in_millis};

/// Renders of a model that are remembered.
const REMEMBERED: i64 = 50;

/// With fewer of them, what the catalogue says is told.
const ENOUGH: usize = 5;

/// How long a model takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) struct Usual {
    /// Half of its renders took no longer.
    pub(in crate::core) median: SignedDuration,
    /// Nine of ten took no longer.
    pub(in crate::core) slow: SignedDuration,
}

/// A render of this job ended with a video after so long.
pub(super) fn note(turn: &Turn<'_>, job: &Job, took: SignedDuration) -> Result<(), CoreError> {
    let key = key(job);
    let (number,): (i64,) = turn.one(
        "INSERT INTO render_times (model, number, millis)
         VALUES (?1, 1 + coalesce((SELECT max(number) FROM render_times WHERE model = ?1), 0), ?2) RETURNING number",
        params![key, in_millis(took)],
    )?;
    turn.execute("DELETE FROM render_times WHERE model = ?1 AND number <= ?2", params![key, number - REMEMBERED])?;
    Ok(())
}

/// How long jobs like this one took lately; what the catalogue says while few are known.
pub(in crate::core) fn usual(turn: &Turn<'_>, job: &Job) -> Result<Usual, CoreError> {
    let times: Vec<(i64,)> =
        turn.all("SELECT millis FROM render_times WHERE model = ?1 ORDER BY millis", [key(job)])?;
    if times.len() < ENOUGH {
        let model = turn.policy().catalog.get(&job.model);
        let minutes = |minutes: u32| SignedDuration::from_mins(i64::from(minutes));
        let median = minutes(model.map_or(5, |model| model.render_minutes_usual()));
        return Ok(Usual { median, slow: median.saturating_mul(2) });
    }
    let at = |percent: usize| SignedDuration::from_millis(times[(times.len() - 1) * percent / 100].0);
    Ok(Usual { median: at(50), slow: at(90) })
}

/// A follow-up takes another time than a video.
fn key(job: &Job) -> String {
    match &job.follow_up {
        Some(follow_up) => format!("{} {}", job.model, follow_up.kind.as_str()),
        None => job.model.to_string(),
    }
}
