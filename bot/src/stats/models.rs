//! Shows operators what each model made in the last day, what that brought, and what it cost.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use metrics::gauge;

use super::float;
use crate::store::stats::models::{ModelStats, micro_usd};

/// What is shown is of so much time.
const SPAN: SignedDuration = SignedDuration::from_hours(24);

/// From when on videos are shown, in milliseconds since 1970.
pub(super) fn since(now: Timestamp) -> i64 {
    now.saturating_sub(SPAN).unwrap_or(Timestamp::MIN).as_millisecond()
}

/// The models that were shown: those that have made nothing any more are shown with zeros.
#[derive(Debug, Default)]
pub(super) struct Models {
    shown: BTreeSet<String>,
}

impl Models {
    /// `credit_micro_usd` is what the operator gets for a credit, in millionths of a US dollar.
    pub(super) fn show(&mut self, stats: Vec<ModelStats>, credit_micro_usd: u32) {
        let made: BTreeSet<String> = stats.iter().map(|model| model.model.clone()).collect();
        let gone: Vec<ModelStats> = self
            .shown
            .difference(&made)
            .map(|model| ModelStats { model: model.clone(), ..ModelStats::default() })
            .collect();
        stats.iter().chain(&gone).for_each(|model| show_one(model, credit_micro_usd));
        self.shown.extend(made);
    }
}

fn show_one(stats: &ModelStats, credit_micro_usd: u32) {
    let model = || stats.model.clone();
    let usd = |micro: i64| float(micro) / 1e6;
    gauge!("starreel_model_videos", "model" => model()).set(float(stats.videos));
    gauge!("starreel_model_failures", "model" => model()).set(float(stats.failed));
    gauge!("starreel_model_income_usd", "model" => model()).set(usd(stats.income_micro_usd(credit_micro_usd)));
    for (basis, cost) in [("known", stats.cost_known), ("estimated", stats.cost_estimated)] {
        gauge!("starreel_model_cost_usd", "model" => model(), "basis" => basis).set(usd(micro_usd(cost)));
    }
    // Without a video there is no time.
    let seconds = if stats.timed == 0 { f64::NAN } else { float(stats.render_millis) / 1e3 / float(stats.timed) };
    gauge!("starreel_model_render_seconds", "model" => model()).set(seconds);
}
