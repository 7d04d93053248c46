//! What operators are told of models.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shared::job::{KieCost, ModelId};

/// News of a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::core) enum ModelNotice {
    /// Videos of a model cost something else than the catalogue says; `off` of the last `of` did.
    PriceDiffers {
        model: ModelId,
        combination: String,
        listed: KieCost,
        cost: KieCost,
        off: usize,
        of: usize,
        step: PriceStep,
        at: Timestamp,
    },
    /// KIE.ai's price list says something else than the catalogue.
    PriceListDiffers { lines: Vec<PriceLine>, at: Timestamp },
    /// A model has failed so many times in a row by the provider's fault.
    ModelFailing { model: ModelId, failures: i64, since: Timestamp },
    /// Its trouble is over, because a video was made, or because none has failed for long.
    ModelMended { model: ModelId, since: Timestamp, was_made: bool },
}

impl ModelNotice {
    /// See [`super::Notice::key`].
    pub(super) fn key(&self) -> String {
        match self {
            Self::PriceDiffers { model, at, .. } => format!("price:{model}:{}", at.as_millisecond()),
            Self::PriceListDiffers { at, .. } => format!("price-list:{}", at.as_second() / 86_400),
            Self::ModelFailing { model, since, .. } => format!("model-failing:{model}:{}", since.as_millisecond()),
            Self::ModelMended { model, since, .. } => format!("model-mended:{model}:{}", since.as_millisecond()),
        }
    }
}

/// What was done about a cost that is not that of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::core) enum PriceStep {
    /// Operators are told.
    Told,
    /// The model was switched off.
    SwitchedOff,
    /// The model would have been switched off, and is the last one on the menu.
    IsLast,
}

impl PriceStep {
    /// The name in texts.
    pub(in crate::core) const fn as_str(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::SwitchedOff => "switched-off",
            Self::IsLast => "is-last",
        }
    }
}

/// A combination whose cost is not on KIE.ai's price list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::core) struct PriceLine {
    /// The model's name.
    pub(in crate::core) model: String,
    /// What was chosen of it.
    pub(in crate::core) combination: String,
    /// What the catalogue says.
    pub(in crate::core) listed: KieCost,
    /// What the list says that comes nearest.
    pub(in crate::core) price: KieCost,
    /// The row that says so, in KIE.ai's words.
    pub(in crate::core) row: String,
}
