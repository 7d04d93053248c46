//! How far a render is, by the clock and by how long the model took lately. The status message tells it.

use jiff::SignedDuration;

use super::render_times::{Usual, usual};
use super::{Job, Progress};
use crate::core::CoreError;
use crate::core::turn::{Turn, in_millis};

/// Parts of the bar.
pub(in crate::core) const BAR_PARTS: i64 = 10;

/// The bar moves no more often.
const MOVES_EVERY: SignedDuration = SignedDuration::from_secs(10);

/// With more renders under way, bars do not move: Telegram takes about 30 calls in a second, and videos come first.
const BARS_MAX: i64 = 100;

/// What a person who waits for a render is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) struct Wait {
    /// How long such a render usually takes.
    pub(in crate::core) usual: Usual,
    /// Parts of the bar that are full; 0 while it is not shown.
    pub(in crate::core) full: i64,
    /// Time until half of the renders of this model were done.
    pub(in crate::core) left: SignedDuration,
    /// Whether it takes longer than nine of ten did.
    pub(in crate::core) is_late: bool,
}

/// What is told of the wait for this job now; `None` unless workers have it.
pub(super) fn wait(turn: &Turn<'_>, job: &Job) -> Result<Option<Wait>, CoreError> {
    let elapsed = match (job.progress, job.submitted_at) {
        (Progress::Submitted, Some(at)) => turn.now().duration_since(at),
        (Progress::Published | Progress::Submitted, _) => SignedDuration::ZERO,
        _ => return Ok(None),
    };
    let usual = usual(turn, job)?;
    let median = usual.median.as_millis().max(1);
    let full = i64::try_from(elapsed.as_millis() * i128::from(BAR_PARTS) / median).unwrap_or(BAR_PARTS);
    let is_late = elapsed > usual.slow && elapsed > MOVES_EVERY;
    Ok(Some(Wait { usual, full: full.clamp(0, BAR_PARTS - 1), left: usual.median - elapsed, is_late }))
}

/// When there is something new to tell of the wait, after now.
pub(super) fn next_news(turn: &Turn<'_>, job: &Job) -> Result<Option<i64>, CoreError> {
    let (Progress::Submitted, Some(at)) = (job.progress, job.submitted_at) else { return Ok(None) };
    let usual = usual(turn, job)?;
    let step = (usual.median / i32::try_from(BAR_PARTS).unwrap_or(1)).max(MOVES_EVERY);
    let elapsed = turn.now().duration_since(at);
    let moves = elapsed.as_millis().div_euclid(step.as_millis()) + 1;
    let next = step.saturating_mul(i32::try_from(moves).unwrap_or(i32::MAX));
    let bar_moves = elapsed >= SignedDuration::ZERO && next < usual.median && are_bars_shown(turn)?;
    let at = |after: SignedDuration| at.as_millisecond() + in_millis(after);
    let late = usual.slow.max(MOVES_EVERY) + SignedDuration::from_millis(1);
    Ok(if bar_moves { Some(at(next)) } else { (elapsed < late).then(|| at(late)) })
}

fn are_bars_shown(turn: &Turn<'_>) -> Result<bool, CoreError> {
    let (under_way,): (i64,) =
        turn.one("SELECT count(*) FROM (SELECT 1 FROM jobs WHERE progress = 'submitted' LIMIT ?1)", [BARS_MAX + 1])?;
    Ok(under_way <= BARS_MAX)
}
