//! What a person has chosen for all orders to come.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use shared::catalog::Wishes;
use shared::job::ModelId;

use super::CoreError;
use super::ids::UserId;
use super::turn::Turn;

/// What new orders begin with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Preferences {
    /// This model; none: that of the last order.
    pub(super) model: Option<ModelId>,
    /// By kind of option; what is missing is as in the last order.
    #[serde(default)]
    pub(super) wishes: Wishes,
}

/// What this person has chosen. What an older version wrote and cannot be read is as if nothing was chosen.
pub(super) fn of(turn: &Turn<'_>, user: UserId) -> Result<Preferences, CoreError> {
    let json: Option<(String,)> = turn.optional("SELECT preferences FROM preferences WHERE user = ?1", [user])?;
    Ok(json.and_then(|(json,)| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// Keeps what this person chooses.
pub(super) fn keep(turn: &Turn<'_>, user: UserId, preferences: &Preferences) -> Result<(), CoreError> {
    turn.execute(
        "INSERT OR REPLACE INTO preferences (user, preferences) VALUES (?1, ?2)",
        params![user, serde_json::to_string(preferences)?],
    )?;
    Ok(())
}

/// Forgets it, and the language that they chose.
pub(super) fn forget(turn: &Turn<'_>, user: UserId) -> Result<(), CoreError> {
    turn.execute("UPDATE people SET language_chosen = NULL WHERE id = ?1", [user])?;
    turn.execute("DELETE FROM preferences WHERE user = ?1", [user])?;
    Ok(())
}
