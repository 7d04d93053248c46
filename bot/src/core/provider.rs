//! What workers say about the provider as a whole, and about their store.

use std::collections::BTreeMap;

use rusqlite::params;
use shared::job::{BlockReason, Epoch, KeyName, KeyState, ModelId, ProviderState};

use super::CoreError;
use super::meta::{Fact, recall, remember};
use super::notices::{self, Notice};
use super::turn::Turn;

/// Statements overtake each other within this time, in milliseconds.
const OVERTAKEN_WITHIN_MS: i64 = 5 * 60 * 1000;

/// Outcome of [`stated`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stated {
    /// The provider has stopped taking orders, takes them again, or gives another reason.
    Changed,
    /// It was known.
    Unchanged,
}

/// A worker states whether the provider takes orders. A change is told to operators.
pub(super) fn stated(turn: &Turn<'_>, state: &ProviderState) -> Result<Stated, CoreError> {
    note_epoch(turn, &state.epoch)?;
    let stated_at = state.at.as_millisecond();
    // A statement that was overtaken is older by moments; one that is older by more is from a clock that was set right.
    let last: Option<i64> = recall(turn, Fact::ProviderStatedAt)?;
    if last.is_some_and(|last| last > stated_at && last - stated_at < OVERTAKEN_WITHIN_MS) {
        return Ok(Stated::Unchanged);
    }
    keys_stated(turn, state)?;
    let before: String = recall(turn, Fact::ProviderBlocked)?.unwrap_or_default();
    let were_off = models_off(turn)?;
    let affordable = state.affordable_credits.map(|credits| credits.to_string()).unwrap_or_default();
    remember(turn, Fact::ProviderAffordable, affordable)?;
    let now = state.blocked.map(BlockReason::as_str).unwrap_or_default();
    remember(turn, Fact::ProviderStatedAt, stated_at)?;
    if before == now {
        return if state.blocked.is_none() { balance_stated(turn, state, &were_off) } else { Ok(Stated::Unchanged) };
    }
    remember(turn, Fact::ProviderBlocked, now)?;
    match state.blocked {
        Some(reason) => tracing::error!(reason = reason.as_str(), "the provider takes no orders; models are paused"),
        None => tracing::info!("the provider takes orders again"),
    }
    notices::post_to_operators(turn, &Notice::ProviderChanged { blocked: state.blocked, since: state.since })?;
    Ok(Stated::Changed)
}

/// How it is with each of several keys. Operators are told which is left out, once and with the reason, and when it is back.
/// That no key gets an answer is said of the provider.
fn keys_stated(turn: &Turn<'_>, state: &ProviderState) -> Result<(), CoreError> {
    for key in &state.missing_keys {
        notices::post_to_operators(turn, &Notice::KeyMissing { key: key.clone(), at: turn.now() })?;
    }
    let told: BTreeMap<KeyName, BlockReason> = recall::<String>(turn, Fact::ProviderKeysOut)?
        .and_then(|told| serde_json::from_str(&told).ok())
        .unwrap_or_default();
    let is_cut_off = state.blocked == Some(BlockReason::Unreachable);
    let mut out = BTreeMap::new();
    for KeyState { key, blocked, since } in &state.keys {
        let before = told.get(key).copied();
        let now = if is_cut_off { blocked.and(before) } else { *blocked };
        out.extend(now.map(|reason| (key.clone(), reason)));
        if now != before {
            let notice = Notice::KeyChanged { key: key.clone(), blocked: now, since: *since };
            notices::post_to_operators(turn, &notice)?;
        }
    }
    if out != told {
        remember(turn, Fact::ProviderKeysOut, serde_json::to_string(&out)?)?;
    }
    Ok(())
}

/// The provider takes orders, perhaps not those of every model. Operators are told which.
fn balance_stated(turn: &Turn<'_>, state: &ProviderState, were_off: &[ModelId]) -> Result<Stated, CoreError> {
    let are_off = models_off(turn)?;
    if are_off == were_off {
        return Ok(Stated::Unchanged);
    }
    let name = |id: &ModelId| turn.policy().catalog.get(id).map(|model| model.name.clone());
    let models: Vec<String> = are_off.iter().filter_map(name).collect();
    let notice = match state.affordable_credits.filter(|_| !models.is_empty()) {
        Some(affordable) => Notice::BalanceLow { affordable, models, since: state.since },
        None => Notice::ProviderChanged { blocked: None, since: state.since },
    };
    notices::post_to_operators(turn, &notice)?;
    Ok(Stated::Changed)
}

/// Whether the provider takes no order that costs so many of its credits, for want of them.
pub(super) fn is_too_dear(turn: &Turn<'_>, kie_credits: u32) -> Result<bool, CoreError> {
    Ok(affordable(turn)?.is_some_and(|affordable| kie_credits > affordable))
}

fn affordable(turn: &Turn<'_>) -> Result<Option<u32>, CoreError> {
    Ok(recall::<String>(turn, Fact::ProviderAffordable)?.and_then(|text| text.parse().ok()))
}

/// The models of which not even the cheapest video can be paid.
pub(super) fn models_off(turn: &Turn<'_>) -> Result<Vec<ModelId>, CoreError> {
    let Some(affordable) = affordable(turn)? else { return Ok(Vec::new()) };
    let dear = turn.policy().catalog.offered().filter(|model| model.kie_cost_from() > affordable);
    Ok(dear.map(|model| model.id.clone()).collect())
}

/// Whether the provider takes no orders at present.
pub(super) fn is_blocked(turn: &Turn<'_>) -> Result<bool, CoreError> {
    Ok(recall::<String>(turn, Fact::ProviderBlocked)?.is_some_and(|reason| !reason.is_empty()))
}

/// The life of the workers' store that was heard of last. `None` until a worker has spoken for the first time.
pub(super) fn epoch(turn: &Turn<'_>) -> Result<Option<Epoch>, CoreError> {
    Ok(recall::<String>(turn, Fact::Epoch)?.map(Epoch::new))
}

/// Remembers the life of the workers' store. Another one than before means that the store was lost, emptied or restored:
/// it may know nothing of what workers have in hand, so they are asked about every job at once.
pub(super) fn note_epoch(turn: &Turn<'_>, epoch: &Epoch) -> Result<(), CoreError> {
    let before: Option<String> = recall(turn, Fact::Epoch)?;
    if before.as_deref() == Some(epoch.as_str()) {
        return Ok(());
    }
    remember(turn, Fact::Epoch, epoch.as_str())?;
    if before.is_some() {
        tracing::warn!(
            epoch = epoch.as_str(),
            "the workers' store has begun a new life; they are asked about every job"
        );
        turn.execute(
            "UPDATE outbox SET due = ?1 WHERE kind = 'publish' AND due IS NOT NULL
             AND key IN (SELECT id FROM jobs WHERE progress IN ('published', 'submitted'))",
            params![turn.millis()],
        )?;
    }
    Ok(())
}
