//! A Veo video once more in 1080p or 4K. The same request orders it and asks for it later, there is no task for it, and
//! it is charged once.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::order::finished;
use crate::kie::caller::Caller;
use crate::kie::create::{at_the_door, pay};
use crate::kie::envelope::{Refusal, success};
use crate::kie::faults::{Stage, strike};
use crate::kie::state;
use crate::kie::task::{Finer, FinerOrder};
use crate::kie::{KieSim, now_ms};

const FULL_HD_AT_WORK: &str = "1080P is processing. It should be ready in 1-2 minutes. Please check back shortly.";
const ULTRA_HD_AT_WORK: &str = "4k is processing. It should be ready in 5-10 minutes. Please check back shortly.";

/// Which video is asked for: `index` counts the videos of a task, of which there is one.
#[derive(Debug, Deserialize)]
pub(in crate::kie) struct Wanted {
    #[serde(rename = "taskId", alias = "task_id", default)]
    task_id: String,
    #[serde(default)]
    index: u32,
}

/// How the version stands.
enum Standing {
    JustOrdered,
    AtWork,
    /// There is none, and its credits were given back.
    Unavailable,
    /// It is at this address.
    Ready(String),
}

/// `GET /api/v1/veo/get-1080p-video`
pub(in crate::kie) async fn get_1080p(
    State(sim): State<Arc<KieSim>>,
    caller: Caller,
    Query(wanted): Query<Wanted>,
) -> Response {
    match stand(&sim, &caller, &wanted, Finer::FullHd).await {
        Err(answer) => answer,
        Ok(Standing::JustOrdered | Standing::AtWork) => Refusal::new(400, FULL_HD_AT_WORK).into_response(),
        Ok(Standing::Unavailable) => unavailable("1080P"),
        Ok(Standing::Ready(url)) => success(json!({ "resultUrl": url })),
    }
}

/// `POST /api/v1/veo/get-4k-video`: everything but the first answer comes with code 422, the video too.
pub(in crate::kie) async fn get_4k(State(sim): State<Arc<KieSim>>, caller: Caller, body: Bytes) -> Response {
    let Ok(wanted) = serde_json::from_slice::<Wanted>(&body) else {
        return Refusal::new(422, "taskId must be a string and index a number").into_response();
    };
    let data = |urls: Value| json!({ "taskId": wanted.task_id, "resultUrls": urls, "imageUrls": null });
    let with_422 = |words: &str, data: Value| Json(json!({ "code": 422, "msg": words, "data": data })).into_response();
    match stand(&sim, &caller, &wanted, Finer::UltraHd).await {
        Err(answer) => answer,
        Ok(Standing::JustOrdered) => success(data(Value::Null)),
        Ok(Standing::AtWork) => with_422(ULTRA_HD_AT_WORK, data(Value::Null)),
        Ok(Standing::Unavailable) => unavailable("4K"),
        Ok(Standing::Ready(url)) => with_422("The video has been generated successfully", data(json!([url]))),
    }
}

/// Credits for the version, whatever the model.
fn price(finer: Finer) -> f64 {
    match finer {
        Finer::FullHd => 5.0,
        Finer::UltraHd => 120.0,
    }
}

/// Tells how the version stands, and orders it the first time. As an error comes what is to be answered instead.
async fn stand(sim: &KieSim, caller: &Caller, wanted: &Wanted, finer: Finer) -> Result<Standing, Response> {
    if let Some(model) = to_be_ordered(sim, caller, wanted, finer).map_err(IntoResponse::into_response)?
        && let Some(turned_down) = at_the_door(sim, caller, &model).await
    {
        return Err(turned_down);
    }
    let mut state = sim.state();
    let looked = finished(&state, caller, &wanted.task_id).map(drop);
    let looked = looked.map(|()| look(&mut state, wanted, finer, &sim.public_url()));
    let standing = match looked {
        Ok(None) => order(&mut state, caller, &wanted.task_id, finer).map(|()| Standing::JustOrdered),
        Ok(Some(standing)) => Ok(standing),
        Err(refusal) => Err(refusal),
    };
    sim.keep(&mut state);
    sim.publish(&state, Some(&wanted.task_id));
    standing.map_err(IntoResponse::into_response)
}

/// How a version stands that was ordered. `None` if it was not.
fn look(state: &mut state::State, wanted: &Wanted, finer: Finer, public_url: &str) -> Option<Standing> {
    let task = state.task(&wanted.task_id)?;
    let (url, owner) = (task.finer_url(finer, public_url), task.owner.clone());
    let mut orders = state.task_mut(&wanted.task_id).into_iter().flat_map(|task| &mut task.finer);
    let order = orders.find(|order| order.finer == finer)?;
    Some(if order.due_at > now_ms() {
        Standing::AtWork
    } else if order.fails {
        let refund = std::mem::take(&mut order.charged);
        *state.account.balance_of(&owner) += refund;
        Standing::Unavailable
    } else {
        Standing::Ready(url)
    })
}

/// Takes the credits and notes the order, with its fate.
fn order(state: &mut state::State, caller: &Caller, id: &str, finer: Finer) -> Result<(), Refusal> {
    let charged = price(finer);
    pay(state, caller, charged)?;
    let due_at = now_ms().saturating_add_unsigned(state.account.render_ms());
    let model = state.task(id).map(|task| task.model.clone()).unwrap_or_default();
    let fails = strike(&mut state.account.faults, Stage::Fate, &model).is_some();
    if let Some(task) = state.task_mut(id) {
        task.finer.push(FinerOrder { finer, due_at, charged, fails });
    }
    Ok(())
}

fn unavailable(version: &str) -> Response {
    Refusal::new(500, format!("The {version} version of this video is unavailable. Please try a different video."))
        .into_response()
}

/// The model of the video, if the version was not ordered yet.
fn to_be_ordered(sim: &KieSim, caller: &Caller, wanted: &Wanted, finer: Finer) -> Result<Option<String>, Refusal> {
    let state = sim.state();
    let task = finished(&state, caller, &wanted.task_id)?;
    if wanted.index != 0 {
        return Err(Refusal::new(422, "record result data not exist."));
    }
    let is_ordered = task.finer.iter().any(|order| order.finer == finer);
    Ok((!is_ordered).then(|| task.model.clone()))
}
