//! Models that often fail at the moment.
//!
//! A model whose videos failed five times in a row by the provider's fault is in trouble: operators are told, and people see
//! it in the list and on the card. It stays on the menu, because nobody pays for a video that fails, and because only an
//! order shows that it works again. The trouble is over with the next video. People are not warned for longer than half an
//! hour after the last failure: then somebody may try, and one more failure brings the warning back. After a day without any
//! failure it is over, too. So operators hear once that it begins and once that it ends, however long it takes.
//!
//! What was refused says nothing of the model, and nothing is counted of follow-ups, which are made in another way. A video
//! that goes well writes nothing here, unless one had failed before.

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;
use shared::job::{FailureReason, ModelId};

use crate::core::CoreError;
use crate::core::notices::{self, ModelNotice, Notice};
use crate::core::turn::{Turn, from_millis, in_millis};

/// So many failures in a row are no accident: where one video in ten fails, that is one row in a hundred thousand.
const IN_A_ROW: i64 = 5;

/// People are warned for so long after a failure.
const WARNED_FOR: SignedDuration = SignedDuration::from_mins(30);

/// Without a failure for so long, and without a video, the trouble is over.
const OVER_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// A video of this model was not made.
pub(in crate::core) fn failed(turn: &Turn<'_>, model: &ModelId, reason: FailureReason) -> Result<(), CoreError> {
    if !is_providers_fault(reason) {
        return Ok(());
    }
    let (failures, since): (i64, Option<i64>) = turn.one(
        "INSERT INTO models (model, failures, failed_at) VALUES (?1, 1, ?2)
         ON CONFLICT (model) DO UPDATE SET failures = failures + 1, failed_at = excluded.failed_at
         RETURNING failures, failing_since",
        params![model.as_str(), turn.millis()],
    )?;
    if failures < IN_A_ROW || since.is_some() {
        return Ok(());
    }
    tracing::warn!(%model, failures, "a model fails again and again");
    turn.execute("UPDATE models SET failing_since = ?2 WHERE model = ?1", params![model.as_str(), turn.millis()])?;
    let notice = ModelNotice::ModelFailing { model: model.clone(), failures, since: turn.now() };
    notices::post_to_operators(turn, &Notice::OfModel(notice))
}

/// A video of this model was made.
pub(in crate::core) fn succeeded(turn: &Turn<'_>, model: &ModelId) -> Result<(), CoreError> {
    let failed: Option<(Option<i64>,)> =
        turn.optional("SELECT failing_since FROM models WHERE model = ?1 AND failures > 0", [model.as_str()])?;
    let Some((since,)) = failed else { return Ok(()) };
    is_over(turn, model, since.map(from_millis), true)
}

/// Ends the trouble of models that have not failed for long.
pub(in crate::core) fn look(turn: &Turn<'_>) -> Result<(), CoreError> {
    let quiet: Vec<(String, i64)> = turn.all(
        "SELECT model, failing_since FROM models WHERE failing_since IS NOT NULL AND abs(?1 - failed_at) >= ?2",
        [turn.millis(), in_millis(OVER_AFTER)],
    )?;
    quiet
        .into_iter()
        .try_for_each(|(model, since)| is_over(turn, &ModelId::new(model), Some(from_millis(since)), false))
}

/// The models that people are warned of.
pub(in crate::core) fn failing(turn: &Turn<'_>) -> Result<Vec<ModelId>, CoreError> {
    let rows: Vec<(String,)> = turn.all(
        "SELECT model FROM models WHERE failing_since IS NOT NULL AND abs(?1 - failed_at) < ?2",
        [turn.millis(), in_millis(WARNED_FOR)],
    )?;
    Ok(rows.into_iter().map(|(model,)| ModelId::new(model)).collect())
}

/// Nothing is known against the model any more. Operators who heard of its trouble hear that it is over, and whether a video
/// has shown it.
fn is_over(turn: &Turn<'_>, model: &ModelId, since: Option<Timestamp>, was_made: bool) -> Result<(), CoreError> {
    turn.execute("UPDATE models SET failures = 0, failing_since = NULL WHERE model = ?1", [model.as_str()])?;
    let Some(since) = since else { return Ok(()) };
    tracing::info!(%model, was_made, "a model does not fail any more");
    let notice = ModelNotice::ModelMended { model: model.clone(), since, was_made };
    notices::post_to_operators(turn, &Notice::OfModel(notice))
}

/// Whether the provider had the order, and has not made it for no fault of the person's.
const fn is_providers_fault(reason: FailureReason) -> bool {
    match reason {
        FailureReason::Provider | FailureReason::Timeout => true,
        FailureReason::Policy
        | FailureReason::Refused
        | FailureReason::Image
        | FailureReason::ImageGone
        | FailureReason::Sound
        | FailureReason::Expired
        | FailureReason::Unknown => false,
    }
}
