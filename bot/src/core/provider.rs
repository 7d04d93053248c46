//! What workers say: about jobs, and about the provider as a whole.

use rusqlite::{OptionalExtension as _, params};
use shared::job::{BlockReason, Epoch, ProviderState, WorkerMessageBody};

use super::chat::texts::Texts;
use super::{CoreError, Turn, jobs, notices};

/// Takes in a message from a worker.
pub(super) fn hear(turn: &mut Turn<'_, '_>, body: &WorkerMessageBody) -> Result<(), CoreError> {
    match body {
        WorkerMessageBody::Job(event) => {
            note_epoch(turn, &event.epoch)?;
            jobs::progress::apply(turn, event)
        }
        WorkerMessageBody::Provider(state) => {
            note_epoch(turn, &state.epoch)?;
            provider_is(turn, state)
        }
    }
}

/// The life of the workers' store that was heard of last. `None` until a worker has spoken for the first time.
pub(super) fn epoch(turn: &Turn<'_, '_>) -> Result<Option<Epoch>, CoreError> {
    Ok(recall(turn, "epoch")?.map(Epoch::new))
}

/// A life of the store that is not the one before means that the store was lost, emptied or put back.
fn note_epoch(turn: &Turn<'_, '_>, epoch: &Epoch) -> Result<(), CoreError> {
    let before = recall(turn, "epoch")?;
    if before.as_deref() == Some(epoch.as_str()) {
        return Ok(());
    }
    remember(turn, "epoch", epoch.as_str())?;
    if before.is_some() {
        tracing::warn!(
            epoch = epoch.as_str(),
            "the workers' store has begun a new life; they are asked about every job"
        );
        jobs::dispatch::ask_about_all(turn)?;
    }
    Ok(())
}

/// Whether the provider takes no orders at present.
pub(super) fn is_blocked(turn: &Turn<'_, '_>) -> Result<bool, CoreError> {
    Ok(recall(turn, "provider_blocked")?.is_some_and(|reason| !reason.is_empty()))
}

/// Statements overtake each other within this time, in milliseconds.
const OVERTAKEN_WITHIN_MS: i64 = 5 * 60 * 1000;

fn provider_is(turn: &Turn<'_, '_>, state: &ProviderState) -> Result<(), CoreError> {
    let said_at = state.at.as_millisecond();
    // A statement that was overtaken is older by moments; one that is older by more is from a clock that was set right.
    let last: Option<i64> = recall(turn, "provider_said_at")?.and_then(|at| at.parse().ok());
    if last.is_some_and(|last| last > said_at && last - said_at < OVERTAKEN_WITHIN_MS) {
        return Ok(());
    }
    let before = recall(turn, "provider_blocked")?.unwrap_or_default();
    let now = state.blocked.map(BlockReason::as_str).unwrap_or_default();
    remember(turn, "provider_said_at", &said_at.to_string())?;
    if before == now {
        return Ok(());
    }
    remember(turn, "provider_blocked", now)?;
    match state.blocked {
        Some(reason) => tracing::error!(reason = reason.as_str(), "the provider takes no orders; models are paused"),
        None => tracing::info!("the provider takes orders again"),
    }
    jobs::places::tell_of_stop_or_go(turn)?;
    let html = Texts::for_operators().provider_changed(state.blocked);
    notices::post_to_admins(turn, &format!("provider:{now}:{}", state.since), &html)
}

pub(super) fn remember(turn: &Turn<'_, '_>, name: &str, value: &str) -> Result<(), CoreError> {
    // Most messages repeat what is known; a row that is written anew would cost a wait for the disk.
    turn.tx
        .prepare_cached(
            "INSERT INTO meta (name, value) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value",
        )?
        .execute(params![name, value])?;
    Ok(())
}

pub(super) fn recall(turn: &Turn<'_, '_>, name: &str) -> Result<Option<String>, CoreError> {
    Ok(turn
        .tx
        .prepare_cached("SELECT value FROM meta WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}
