//! What tests, judges and the panel use: every accepted task, every call, the faults to order. Nothing of it exists at
//! KIE. Every accepted create is listed, also one whose answer was cut, with its callback address: double submissions
//! of one job can be counted.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::sse::{self, KeepAlive, Sse};
use axum::routing::{get, post};
use axum::{Json, Router};
use futures_util::{Stream, StreamExt, stream};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::wrappers::errors::BroadcastStreamRecvError;

use super::caller::Caller;
use super::faults::PendingFault;
use super::{KieSim, faults, files, now_ms, state};

/// Something that the panel wants to know at once.
#[derive(Debug, Clone)]
pub(super) struct Event {
    name: &'static str,
    data: String,
}

pub(super) fn router() -> Router<Arc<KieSim>> {
    Router::new()
        .route("/simulators/kie/tasks", get(tasks))
        .route("/simulators/kie/calls", get(calls))
        .route("/simulators/kie/uploads", get(files::list_uploads))
        .route("/simulators/kie/state", get(account))
        .route("/simulators/kie/events", get(events))
        .route("/simulators/kie/faults", post(add_fault).delete(clear_faults))
        .route("/simulators/kie/balance", post(set_balance))
        .route("/simulators/kie/refused", post(refuse))
        .route("/simulators/kie/prices", post(set_price))
        .route("/simulators/kie/render", post(set_render))
        .route("/simulators/kie/finish", post(finish))
}

impl KieSim {
    /// Tells listeners about a change of a task, if one is named, and of the account.
    pub(super) fn publish(&self, state: &state::State, task: Option<&str>) {
        if self.events.receiver_count() == 0 {
            return;
        }
        if let Some(task) = task.and_then(|id| state.task(id)) {
            self.send(Event { name: "task", data: task.view(now_ms(), &self.public_url()).to_string() });
        }
        self.send(Event { name: "state", data: state.view().to_string() });
    }

    /// Without a listener the event is dropped.
    fn send(&self, event: Event) {
        drop(self.events.send(event));
    }
}

#[derive(Deserialize)]
struct TasksQuery {
    /// Only the last so many.
    newest: Option<usize>,
}

async fn tasks(State(sim): State<Arc<KieSim>>, Query(query): Query<TasksQuery>) -> Json<Value> {
    let now = now_ms();
    let public_url = sim.public_url();
    let state = sim.state();
    let mut views: Vec<_> =
        state.tasks().rev().take(query.newest.unwrap_or(usize::MAX)).map(|task| task.view(now, &public_url)).collect();
    views.reverse();
    Json(json!(views))
}

#[derive(Deserialize)]
struct CallsQuery {
    #[serde(default)]
    after: u64,
}

async fn calls(State(sim): State<Arc<KieSim>>, Query(query): Query<CallsQuery>) -> Json<Value> {
    let state = sim.state();
    Json(json!(state.calls.iter().filter(|call| call.number > query.after).collect::<Vec<_>>()))
}

async fn account(State(sim): State<Arc<KieSim>>) -> Json<Value> {
    let mut state = sim.state();
    faults::is_cut_off(&mut state.account.faults, now_ms());
    Json(state.view())
}

/// Server-sent events `task` and `state`; `resync` when the listener was too slow and should read all again.
async fn events(State(sim): State<Arc<KieSim>>) -> Sse<impl Stream<Item = Result<sse::Event, Infallible>>> {
    let receiver = sim.events.subscribe();
    let now = Event { name: "state", data: sim.state().view().to_string() };
    let changes = BroadcastStream::new(receiver).map(|event| match event {
        Ok(event) => event,
        Err(BroadcastStreamRecvError::Lagged(_)) => Event { name: "resync", data: "{}".to_owned() },
    });
    let all = stream::iter([now]).chain(changes);
    let closing = sim.closing.clone().cancelled_owned();
    let frames = all.take_until(closing).map(|event| Ok(sse::Event::default().event(event.name).data(event.data)));
    Sse::new(frames).keep_alive(KeepAlive::default())
}

async fn add_fault(State(sim): State<Arc<KieSim>>, Json(fault): Json<PendingFault>) -> Json<Value> {
    changed(&sim, |state| state.account.faults.push(fault.ordered(now_ms())))
}

async fn clear_faults(State(sim): State<Arc<KieSim>>) -> Json<Value> {
    changed(&sim, |state| state.account.faults.clear())
}

#[derive(Deserialize)]
struct Balance {
    credits: f64,
    /// One of several keys; else the first.
    #[serde(default)]
    key: Caller,
}

async fn set_balance(State(sim): State<Arc<KieSim>>, Json(Balance { credits, key }): Json<Balance>) -> Json<Value> {
    changed(&sim, |state| *state.account.balance_of(&key) = credits)
}

#[derive(Deserialize)]
struct Refused {
    /// Any key but the first.
    key: String,
    is_refused: bool,
}

/// Withdraws a key, or lets it in again.
async fn refuse(State(sim): State<Arc<KieSim>>, Json(Refused { key, is_refused }): Json<Refused>) -> Json<Value> {
    changed(&sim, |state| {
        if let Some(further) = state.account.further.get_mut(&key) {
            further.is_refused = is_refused;
        }
    })
}

#[derive(Deserialize)]
struct Price {
    model: String,
    /// Of what it cost at first.
    percent: u32,
}

/// Changes what a model costs from now on.
async fn set_price(State(sim): State<Arc<KieSim>>, Json(price): Json<Price>) -> Json<Value> {
    changed(&sim, |state| {
        state.account.price_percent.insert(price.model, price.percent);
    })
}

#[derive(Deserialize)]
struct Render {
    min_ms: u64,
    max_ms: u64,
    invisible_ms: Option<u32>,
}

async fn set_render(State(sim): State<Arc<KieSim>>, Json(render): Json<Render>) -> Result<Json<Value>, StatusCode> {
    const DAY_MS: u64 = 24 * 3_600_000;
    if render.min_ms > render.max_ms || render.max_ms > DAY_MS {
        return Err(StatusCode::BAD_REQUEST);
    }
    Ok(changed(&sim, |state| {
        state.account.render_min_ms = render.min_ms;
        state.account.render_max_ms = render.max_ms;
        state.account.invisible_ms = render.invisible_ms.unwrap_or(state.account.invisible_ms);
    }))
}

#[derive(Deserialize)]
struct Finish {
    /// So many of those that run, the newest ones.
    newest: usize,
}

/// Ends the rendering of tasks now, all at once.
async fn finish(State(sim): State<Arc<KieSim>>, Json(Finish { newest }): Json<Finish>) -> Json<Value> {
    let view = changed(&sim, |state| state.hurry(newest, now_ms()));
    sim.wake.notify_one();
    view
}

fn changed(sim: &KieSim, change: impl FnOnce(&mut state::State)) -> Json<Value> {
    let mut state = sim.state();
    change(&mut state);
    sim.keep(&mut state);
    sim.publish(&state, None);
    Json(state.view())
}
