//! What operators are told of models: of other costs than the catalogue's once a day at most.

use std::collections::BTreeMap;

use bot::core::effect::{Attempt, Effect};
use bot::core::ticket::Kind;

use crate::Violation;
use crate::coverage::{Coverage, Met};
use crate::model::ensure;

const DAY_MS: u64 = 24 * 3_600_000;

/// When operators were told of the costs of each model, by what notices are called.
#[derive(Debug, Clone, Default)]
pub(crate) struct ToldOfModels(BTreeMap<String, Vec<i64>>);

impl ToldOfModels {
    /// Looks at what the bot does.
    pub(crate) fn look_at(&mut self, effect: &Effect, coverage: &mut Coverage) -> Result<(), Violation> {
        let Effect::Attempt(Attempt { ticket, .. }) = effect else { return Ok(()) };
        let parts: Vec<&str> = ticket.key.split(':').collect();
        let [what, model, at, _operator] = parts[..] else { return Ok(()) };
        let (Kind::Notice, Ok(at)) = (ticket.kind, at.parse::<i64>()) else { return Ok(()) };
        match what {
            "model-failing" => coverage.meet(Met::ToldOfModel("fails")),
            "model-mended" => coverage.meet(Met::ToldOfModel("is mended")),
            "price" => {
                coverage.meet(Met::ToldOfModel("costs something else"));
                let told = self.0.entry(model.to_owned()).or_default();
                let is_new = !told.contains(&at);
                let is_rare = told.iter().all(|before| before.abs_diff(at) >= DAY_MS);
                ensure(!is_new || is_rare, "operators are told of a cost once a day at most", || {
                    format!("{model} at {at} after {told:?}")
                })?;
                told.push(at);
            }
            _ => {}
        }
        Ok(())
    }
}
