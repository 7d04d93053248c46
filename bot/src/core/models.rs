//! What is known of models beside the catalogue, a row for each: whether it is switched off, how it does, and whether its
//! videos cost what the catalogue says.
//!
//! `MODELS_OFF` is the operator's word at a start, and part of the catalogue. Here is what is switched while the bot runs, by
//! a command or by the watch over prices; it outlasts restarts. What was ordered before is made all the same.

use rusqlite::params;
use shared::job::ModelId;

use super::row_enum::row_enum;
use super::turn::Turn;
use super::{CoreError, provider};

pub(super) mod health;
pub(super) mod price_list;
pub(super) mod prices;

row_enum! {
    /// Who has switched a model off.
    pub(super) SwitchedBy {
        /// An operator, by a command.
        Operator = "operator",
        /// The watch over prices.
        PriceWatch = "price_watch",
    }
}

/// What came of switching a model on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Switch {
    /// It is as wanted now.
    Done,
    /// It was before.
    Already,
    /// The catalogue has no such model.
    Unknown,
    /// It is the last one on the menu, and stays there.
    Last,
    /// The catalogue or `MODELS_OFF` keep it off.
    OffBySetting,
}

/// How a model is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ModelState {
    /// Its id.
    pub(super) id: ModelId,
    /// Its name.
    pub(super) name: String,
    /// Whether the catalogue or `MODELS_OFF` keep it off.
    pub(super) is_off_by_setting: bool,
    /// Who has switched it off.
    pub(super) off_by: Option<SwitchedBy>,
    /// Whether it often fails at present.
    pub(super) is_failing: bool,
}

/// The models of the catalogue, in its order.
pub(super) fn all(turn: &Turn<'_>) -> Result<Vec<ModelState>, CoreError> {
    let failing = health::failing(turn)?;
    let state = |model: &shared::catalog::Model| {
        Ok(ModelState {
            id: model.id.clone(),
            name: model.name.clone(),
            is_off_by_setting: model.off,
            off_by: off_by(turn, &model.id)?,
            is_failing: failing.contains(&model.id),
        })
    };
    turn.policy().catalog.models().iter().map(state).collect()
}

/// The models that cannot be ordered at present: those that are switched off, and those of which not even the cheapest video
/// can be paid.
pub(super) fn not_offered(turn: &Turn<'_>) -> Result<Vec<ModelId>, CoreError> {
    let mut ids = provider::models_off(turn)?;
    ids.extend(switched_off(turn)?);
    Ok(ids)
}

/// Whether a model is switched off.
pub(super) fn is_switched_off(turn: &Turn<'_>, model: &ModelId) -> Result<bool, CoreError> {
    Ok(off_by(turn, model)?.is_some())
}

/// Takes a model off the menu. The last one stays there: a bot that offers nothing is of no use to anybody.
pub(super) fn switch_off(turn: &Turn<'_>, model: &ModelId, by: SwitchedBy) -> Result<Switch, CoreError> {
    match turn.policy().catalog.get(model) {
        None => return Ok(Switch::Unknown),
        Some(known) if known.off => return Ok(Switch::OffBySetting),
        Some(_) if is_switched_off(turn, model)? => return Ok(Switch::Already),
        Some(_) => {}
    }
    let off = switched_off(turn)?;
    if turn.policy().catalog.offered().all(|other| &other.id == model || off.contains(&other.id)) {
        return Ok(Switch::Last);
    }
    tracing::warn!(%model, by = by.as_str(), "a model was switched off");
    note(turn, model, Some(by))?;
    Ok(Switch::Done)
}

/// Puts a model back on the menu.
pub(super) fn switch_on(turn: &Turn<'_>, model: &ModelId) -> Result<Switch, CoreError> {
    match turn.policy().catalog.get(model) {
        None => return Ok(Switch::Unknown),
        Some(known) if known.off => return Ok(Switch::OffBySetting),
        Some(_) if !is_switched_off(turn, model)? => return Ok(Switch::Already),
        Some(_) => {}
    }
    tracing::info!(%model, "a model was switched on");
    note(turn, model, None)?;
    Ok(Switch::Done)
}

fn note(turn: &Turn<'_>, model: &ModelId, off_by: Option<SwitchedBy>) -> Result<(), CoreError> {
    turn.execute(
        "INSERT INTO models (model, off_by, switched_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (model) DO UPDATE SET off_by = excluded.off_by, switched_at = excluded.switched_at",
        params![model.as_str(), off_by, turn.millis()],
    )?;
    Ok(())
}

fn off_by(turn: &Turn<'_>, model: &ModelId) -> Result<Option<SwitchedBy>, CoreError> {
    let row: Option<(Option<SwitchedBy>,)> =
        turn.optional("SELECT off_by FROM models WHERE model = ?1", [model.as_str()])?;
    Ok(row.and_then(|(by,)| by))
}

fn switched_off(turn: &Turn<'_>) -> Result<Vec<ModelId>, CoreError> {
    let rows: Vec<(String,)> = turn.all("SELECT model FROM models WHERE off_by IS NOT NULL", [])?;
    Ok(rows.into_iter().map(|(model,)| ModelId::new(model)).collect())
}
