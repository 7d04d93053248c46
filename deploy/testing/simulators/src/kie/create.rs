//! Accepting a request for a video, the same way for both families: the limit of creates, ordered faults, the checks
//! of the model, the credits, and only then a task.

use std::time::Duration;

use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use super::caller::Caller;
use super::envelope::{Refusal, bad_gateway, cut_after, garbage, success};
use super::faults::{Fault, PendingFault, Stage, strike};
use super::state::State;
use super::task::{CallbackPlan, CreateAnswer, Family, Film, FollowUp, Outcome, Task};
use super::{KieSim, now_ms, veo};

/// A create that its family has checked.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) family: Family,
    pub(super) model: String,
    pub(super) input: Map<String, Value>,
    pub(super) ignored_fields: Vec<String>,
    pub(super) images: Vec<String>,
    pub(super) callback_url: Option<String>,
    pub(super) film: Film,
    pub(super) follow_up: Option<FollowUp>,
    pub(super) price: f64,
}

/// What happens to a create at the door.
enum Door {
    Open,
    Refused(Refusal),
    Cut,
    BadGateway,
}

const CREATES_WINDOW_MS: i64 = 10_000;

/// What a family makes of a body.
type Check = fn(&State, &Caller, Map<String, Value>) -> Result<Order, Refusal>;

/// Handles a create. `check` reads the body and refuses what the family refuses, also for an earlier task that it names;
/// `answer` words the task id.
pub(super) async fn create(
    sim: &KieSim,
    caller: &Caller,
    body: &[u8],
    check: Check,
    answer: fn(&str) -> Value,
) -> Response {
    let Ok(Value::Object(request)) = serde_json::from_slice(body) else {
        return Refusal::new(400, "The request body is not a JSON object").into_response();
    };
    let model = veo::full_name(request.get("model").and_then(Value::as_str).unwrap_or_default()).to_owned();
    if let Some(turned_down) = at_the_door(sim, caller, &model).await {
        return turned_down;
    }
    let checked = check(&sim.state(), caller, request);
    let accepted = checked.and_then(|order| accept(sim, caller, order));
    match accepted {
        Err(refusal) => refusal.into_response(),
        Ok(Accepted { id, answer: CreateAnswer::Delivered, .. }) => success(answer(&id)),
        Ok(Accepted { answer: CreateAnswer::Garbled, .. }) => garbage(),
        Ok(Accepted { answer: CreateAnswer::Cut, hold, .. }) => cut_after(hold).await,
    }
}

/// The answer to an order that is not even looked at, for the limit of creates or an ordered fault.
pub(super) async fn at_the_door(sim: &KieSim, caller: &Caller, model: &str) -> Option<Response> {
    let door = {
        let mut state = sim.state();
        let door = door(&mut state, caller, model, sim.creates_per_10_seconds);
        if !matches!(door, Door::Open) {
            sim.keep(&mut state);
            sim.publish(&state, None);
        }
        door
    };
    match door {
        Door::Open => None,
        Door::Refused(refusal) => Some(refusal.into_response()),
        Door::Cut => Some(cut_after(Duration::ZERO).await),
        Door::BadGateway => Some(bad_gateway()),
    }
}

/// A task that exists, and how the client gets to know.
struct Accepted {
    id: String,
    answer: CreateAnswer,
    hold: Duration,
}

/// What the limit of creates and the ordered faults say.
#[expect(clippy::wildcard_enum_match_arm, reason = "only faults of this stage come here")]
fn door(state: &mut State, caller: &Caller, model: &str, creates_max: usize) -> Door {
    let now = now_ms();
    let recent = state.recent_creates.entry(caller.clone()).or_default();
    while recent.front().is_some_and(|at| *at <= now - CREATES_WINDOW_MS) {
        recent.pop_front();
    }
    if recent.len() >= creates_max {
        return Door::Refused(too_often());
    }
    let Some(struck) = strike(&mut state.account.faults, Stage::Door, model) else {
        recent.push_back(now);
        return Door::Open;
    };
    match struck.fault {
        Fault::OutOfFunds => Door::Refused(out_of_funds(state)),
        Fault::Maintenance => Door::Refused(Refusal::new(455, "The service is currently undergoing maintenance.")),
        Fault::RateLimited => Door::Refused(too_often()),
        Fault::BadGateway => Door::BadGateway,
        Fault::Refuse => Door::Refused(Refusal::new(struck.code.unwrap_or(500), words(struck))),
        _ => Door::Cut,
    }
}

/// The ordered words, or those that KIE has for trouble of its own.
fn words(fault: PendingFault) -> String {
    fault.message.unwrap_or_else(|| "Internal Error, Please try again later.".to_owned())
}

fn too_often() -> Refusal {
    Refusal::new(429, "Your call frequency is too high. Please try again later.")
}

/// The same text comes with code 402 and with code 500, so they take turns.
fn out_of_funds(state: &mut State) -> Refusal {
    state.account.funds_refusals += 1;
    let code = if state.account.funds_refusals % 2 == 1 { 402 } else { 500 };
    Refusal::new(
        code,
        "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.",
    )
}

/// Takes the credits, if the account has them.
pub(super) fn pay(state: &mut State, caller: &Caller, credits: f64) -> Result<(), Refusal> {
    let balance = state.account.balance_of(caller);
    if *balance < credits {
        return Err(out_of_funds(state));
    }
    *balance -= credits;
    Ok(())
}

/// Takes the credits and starts the task, durably before anybody hears of it.
fn accept(sim: &KieSim, caller: &Caller, mut order: Order) -> Result<Accepted, Refusal> {
    let mut state = sim.state();
    order.price = state.account.price_of(&order.model, order.price);
    if let Err(refusal) = pay(&mut state, caller, order.price) {
        sim.keep(&mut state);
        return Err(refusal);
    }
    state.account.tasks += 1;
    let (answer, hold) = planned_answer(&mut state, &order.model);
    let mut task = planned_task(&mut state, order, answer);
    task.owner = caller.clone();
    let id = task.id.clone();
    state.add_task(task);
    sim.keep(&mut state);
    sim.publish(&state, Some(&id));
    drop(state);
    sim.wake.notify_one();
    Ok(Accepted { id, answer, hold })
}

fn planned_answer(state: &mut State, model: &str) -> (CreateAnswer, Duration) {
    match strike(&mut state.account.faults, Stage::Answer, model) {
        None => (CreateAnswer::Delivered, Duration::ZERO),
        Some(PendingFault { fault: Fault::GarbageAnswer, .. }) => (CreateAnswer::Garbled, Duration::ZERO),
        Some(cut) => (CreateAnswer::Cut, Duration::from_secs(cut.seconds.unwrap_or(5).into())),
    }
}

/// The task with its fate, for which the ordered faults are used up.
fn planned_task(state: &mut State, order: Order, create_answer: CreateAnswer) -> Task {
    let now = now_ms();
    let render_ms = state.account.render_ms();
    let mut struck = |stage| strike(&mut state.account.faults, stage, &order.model);
    let extra_seconds = struck(Stage::Pace).map_or(0, |fault| fault.seconds.unwrap_or(60));
    let invisible_seconds = struck(Stage::Visibility).map(|fault| fault.seconds.unwrap_or(5));
    let callback = struck(Stage::Callback).map(|fault| fault.fault);
    let fate = struck(Stage::Fate).map_or(Outcome::Success, |fault| fated(fault, order.family));
    let query_trouble = struck(Stage::Query).map(|fault| fault.trouble());
    let result_trouble = struck(Stage::Result).map(|fault| fault.trouble());
    let invisible_ms = invisible_seconds.map_or(state.account.invisible_ms, |seconds| seconds.saturating_mul(1000));
    Task {
        id: format!("{:032x}", rand::random::<u128>()),
        number: state.account.tasks,
        owner: Caller::default(),
        family: order.family,
        model: order.model,
        input: order.input,
        ignored_fields: order.ignored_fields,
        images: order.images,
        callback_url: order.callback_url,
        film: order.film,
        follow_up: order.follow_up,
        created_at: now,
        visible_at: now + i64::from(invisible_ms),
        due_at: now.saturating_add_unsigned(render_ms) + i64::from(extra_seconds) * 1000,
        finished_at: None,
        fate,
        outcome: None,
        create_answer,
        callback_plan: CallbackPlan {
            deliveries: if callback == Some(Fault::DoubleCallback) { 2 } else { 1 },
            tries: 0,
            lost: callback == Some(Fault::LoseCallback),
        },
        callbacks: Vec::new(),
        charged: order.price,
        refunded: 0.0,
        queries: 0,
        finer: Vec::new(),
        query_trouble,
        result_trouble,
    }
}

fn fated(fault: PendingFault, family: Family) -> Outcome {
    let (code, message) = match (fault.fault, family) {
        (Fault::Filtered, _) => return Outcome::Filtered { reason: fault.message.unwrap_or_default() },
        (Fault::Fail, _) => return Outcome::Fail { code: fault.code.unwrap_or(500), message: words(fault) },
        (Fault::Policy, _) => (400, "Your prompt was flagged by Website as violating content policies."),
        (_, Family::Veo) => (500, "Internal Error, Please try again later."),
        (_, Family::Market) => (500, "Internal server error"),
    };
    Outcome::Fail { code, message: message.to_owned() }
}
