//! What is forgotten of a job, and the jobs that are forgotten when they end.

use super::{Job, Progress};
use crate::core::CoreError;
use crate::core::turn::Turn;

/// What a job's row loses. Its price, its model and its end stay.
pub(in crate::core) const BLANK: &str =
    "texts = 0, prompt = '', options = '{}', image = NULL, urls = '[]', file_id = NULL";

/// The states that a job does not leave by itself, as a list in SQL.
pub(in crate::core) const ENDED: &str = "('delivered', 'failed', 'cancelled', 'undeliverable')";

/// Whether a job is to be forgotten when it ends. Nothing new is begun with its words then.
pub(super) fn is_asked_for(turn: &Turn<'_>, job: &Job) -> Result<bool, CoreError> {
    turn.exists(
        "SELECT 1 FROM jobs JOIN people ON people.id = jobs.user
         WHERE jobs.id = ?1 AND placed_at <= forget_before",
        [job.id.to_string()],
    )
}

/// Forgets a job that has ended if its person asked for that while it was under way.
pub(super) fn forget_if_asked(turn: &Turn<'_>, job: &Job, progress: Progress) -> Result<(), CoreError> {
    if progress.is_end() {
        turn.execute(
            &format!(
                "UPDATE jobs SET {BLANK}
                 WHERE id = ?1 AND placed_at <= (SELECT forget_before FROM people WHERE id = jobs.user)"
            ),
            [job.id.to_string()],
        )?;
    }
    Ok(())
}
