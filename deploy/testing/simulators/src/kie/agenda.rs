//! The simulator's one background loop: ends tasks when they are due, sends their callbacks, writes records.
//!
//! A task is taken out of the agenda while it is worked on, so nothing is finished or sent twice.
//! If the process dies meanwhile, opening puts it back; a callback may then be repeated, as KIE's may be.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::task::{CallbackTry, Outcome};
use super::{KieSim, callback, images, now_ms};

/// How long records may wait to be written.
const WRITE_EVERY: Duration = Duration::from_millis(250);

pub(super) async fn run(sim: &Arc<KieSim>, shutdown: &CancellationToken) {
    let mut at_work = JoinSet::new();
    loop {
        for id in take_due(sim) {
            let sim = sim.clone();
            at_work.spawn(async move { look_at(&sim, &id).await });
        }
        tokio::select! {
            () = shutdown.cancelled() => break,
            () = sim.wake.notified() => {}
            () = tokio::time::sleep(until_next(sim)) => {}
            Some(_) = at_work.join_next() => {}
        }
        write(sim);
    }
    at_work.shutdown().await;
    write(sim);
}

fn take_due(sim: &KieSim) -> Vec<String> {
    let now = now_ms();
    let mut state = sim.state();
    let mut due = Vec::new();
    while state.agenda.first().is_some_and(|(at, _)| *at <= now) {
        due.extend(state.agenda.pop_first().map(|(_, id)| id));
    }
    due
}

fn until_next(sim: &KieSim) -> Duration {
    let next = sim.state().agenda.first().map(|(at, _)| at - now_ms());
    next.map_or(WRITE_EVERY, |ms| Duration::from_millis(u64::try_from(ms).unwrap_or(0)).min(WRITE_EVERY))
}

fn write(sim: &KieSim) {
    let mut state = sim.state();
    if state.has_changes() {
        sim.keep(&mut state);
    }
}

async fn look_at(sim: &KieSim, id: &str) {
    let Some(task) = sim.state().task(id).cloned() else { return };
    if task.outcome.is_none() {
        let outcome = match &task.fate {
            Outcome::Success => images::check(sim, &task).await.unwrap_or(Outcome::Success),
            other @ (Outcome::Filtered { .. } | Outcome::Fail { .. }) => other.clone(),
        };
        finish(sim, id, outcome);
    } else {
        let sent = callback::send(sim, &task).await;
        callback::settle(sim, id, sent);
    }
}

/// Ends a task, gives the credits back if it failed, and plans the callback.
fn finish(sim: &KieSim, id: &str, outcome: Outcome) {
    let now = now_ms();
    let mut state = sim.state();
    let Some(task) = state.task_mut(id) else { return };
    let refund = if matches!(outcome, Outcome::Fail { .. }) { task.charged } else { 0.0 };
    let owner = task.owner.clone();
    task.refunded = refund;
    task.outcome = Some(outcome);
    task.finished_at = Some(now);
    if task.callback_url.is_some() {
        if task.callback_plan.lost {
            task.callback_plan.deliveries = 0;
            task.callbacks.push(CallbackTry { at: now, outcome: "lost".to_owned(), http_status: None });
        } else {
            state.agenda.insert((now, id.to_owned()));
        }
    }
    *state.account.balance_of(&owner) += refund;
    sim.keep(&mut state);
    sim.publish(&state, Some(id));
    drop(state);
    sim.wake.notify_one();
}
