//! The watch over what videos really cost: where the provider takes something else than the catalogue says, the margin that
//! prices were made for is not there.
//!
//! Only what its records say counts. Of five videos in a row that cost the same by the catalogue, three must be off by more
//! than a tenth, and in the same direction. One may be an accident of the provider's, such as a discount or a task that
//! was charged in part; three of five are a price. Videos are compared with those of the same cost, because often only one
//! combination of options has another price, and few order it. A catalogue that was corrected begins anew.

use jiff::SignedDuration;
use rusqlite::params;
use shared::catalog::{Choices, Variant};
use shared::job::{KieCost, ModelId};

use super::{Switch, SwitchedBy};
use crate::core::CoreError;
use crate::core::notices::{self, ModelNotice, Notice, PriceStep};
use crate::core::policy::PriceWatch;
use crate::core::turn::{Turn, in_millis};

/// What is farther from the catalogue than so many per cent of it is off.
const OFF_PERCENT: u64 = 10;

/// Videos that are looked at.
const LOOKED_AT: i64 = 5;

/// So many of them must be off.
const OFF_MIN: usize = 3;

/// Older ones say nothing of today.
const WITHIN: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Operators are told of one model once in this time.
const TOLD_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// A video with what it cost.
#[derive(Debug)]
pub(in crate::core) struct Made<'a> {
    /// The model that has made it.
    pub(in crate::core) model: &'a ModelId,
    /// By this variant.
    pub(in crate::core) variant: &'a Variant,
    /// With these options.
    pub(in crate::core) options: &'a Choices,
    /// From so many images.
    pub(in crate::core) images: usize,
    /// What the catalogue says that it costs.
    pub(in crate::core) listed: KieCost,
    /// What the provider has taken.
    pub(in crate::core) cost: KieCost,
}

/// Whether a cost is not what the catalogue says.
pub(in crate::core) fn is_off(cost: KieCost, listed: KieCost) -> bool {
    let (cost, listed) = (u64::from(cost.millicredits()), u64::from(listed.millicredits()));
    cost.abs_diff(listed) * 100 > listed * OFF_PERCENT
}

/// A video was made, and its row has what it cost. A video that cost what it should reads and writes nothing more.
pub(in crate::core) fn look(turn: &Turn<'_>, made: &Made<'_>) -> Result<(), CoreError> {
    let watch = turn.policy().price_watch;
    if watch == PriceWatch::Off || !is_off(made.cost, made.listed) || was_told(turn, made.model)? {
        return Ok(());
    }
    let is_dearer = made.cost > made.listed;
    let costs = costs_of_like(turn, made)?;
    let like_this = |cost: &&KieCost| is_off(**cost, made.listed) && (**cost > made.listed) == is_dearer;
    let off = costs.iter().filter(like_this).count();
    if off < OFF_MIN {
        return Ok(());
    }
    turn.execute(
        "INSERT INTO models (model, price_told_at) VALUES (?1, ?2)
         ON CONFLICT (model) DO UPDATE SET price_told_at = excluded.price_told_at",
        params![made.model.as_str(), turn.millis()],
    )?;
    // Nobody loses by what has become cheaper.
    let step = if watch == PriceWatch::SwitchOff && is_dearer {
        match super::switch_off(turn, made.model, SwitchedBy::PriceWatch)? {
            Switch::Done => PriceStep::SwitchedOff,
            Switch::Last => PriceStep::IsLast,
            Switch::Already | Switch::OffBySetting | Switch::Unknown => PriceStep::Told,
        }
    } else {
        PriceStep::Told
    };
    let Made { model, listed, cost, .. } = *made;
    tracing::warn!(%model, %listed, %cost, off, of = costs.len(), "videos cost something else than the catalogue says");
    let notice = ModelNotice::PriceDiffers {
        model: model.clone(),
        combination: made.variant.describe(&made.variant.complete(made.options), made.images),
        listed,
        cost,
        off,
        of: costs.len(),
        step,
        at: turn.now(),
    };
    notices::post_to_operators(turn, &Notice::OfModel(notice))
}

/// What the last videos cost that should have cost the same, newest first. Those from before an operator switched the model
/// on again do not count: they knew of them.
fn costs_of_like(turn: &Turn<'_>, made: &Made<'_>) -> Result<Vec<KieCost>, CoreError> {
    let rows: Vec<(u32,)> = turn.all(
        "SELECT kie_cost FROM jobs INDEXED BY jobs_made
         WHERE model = ?1 AND ready_at IS NOT NULL
           AND ready_at > max(?2, coalesce((SELECT switched_at FROM models WHERE model = ?1 AND off_by IS NULL), 0))
           AND kie_cost IS NOT NULL AND kie_cost_listed = ?3
         ORDER BY ready_at DESC LIMIT ?4",
        params![made.model.as_str(), turn.millis_in(-WITHIN), made.listed.millicredits(), LOOKED_AT],
    )?;
    Ok(rows.into_iter().map(|(cost,)| KieCost::from_millicredits(cost)).collect())
}

fn was_told(turn: &Turn<'_>, model: &ModelId) -> Result<bool, CoreError> {
    turn.exists(
        "SELECT 1 FROM models WHERE model = ?1 AND abs(?2 - price_told_at) < ?3",
        params![model.as_str(), turn.millis(), in_millis(TOLD_EVERY)],
    )
}
