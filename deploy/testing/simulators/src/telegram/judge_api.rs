//! For judges and tests: everything that was recorded, and controls for what Telegram does not do on request.

use std::sync::{Arc, PoisonError};

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::TelegramSim;
use super::affiliates::Affiliates;
use super::faults::{self, Fault};
use super::messages::Inaccessible;
use super::methods;
use super::people::NewPerson;
use super::webhook::Webhook;

/// `/simulators/telegram/…`.
pub(crate) fn router(sim: Arc<TelegramSim>) -> Router {
    Router::new()
        .route("/simulators/telegram/calls", get(calls))
        .route("/simulators/telegram/transactions", get(transactions))
        .route("/simulators/telegram/messages", get(messages))
        .route("/simulators/telegram/updates", get(updates))
        .route("/simulators/telegram/balance", get(balance))
        .route("/simulators/telegram/faults", get(list_faults).post(add_fault).delete(clear_faults))
        .route("/simulators/telegram/chargeback", post(chargeback))
        .route("/simulators/telegram/subscriptions", post(subscriptions))
        .route("/simulators/telegram/affiliates", post(affiliates))
        .route("/simulators/telegram/withdraw", post(withdraw))
        .route("/simulators/telegram/resend", post(resend))
        .route("/simulators/telegram/update", post(inject))
        .route("/simulators/telegram/drop_message/{chat}/{message}", post(drop_message))
        .route("/simulators/telegram/inaccessible", post(make_inaccessible))
        .route("/simulators/telegram/people", post(people))
        .route("/simulators/telegram/webhook", get(webhook).post(take_webhook))
        .with_state(sim)
}

type Judged = Result<Json<Value>, (StatusCode, Json<Value>)>;

#[derive(Debug, Deserialize)]
struct CallFilter {
    #[serde(default)]
    after: u64,
    method: Option<String>,
    limit: Option<usize>,
}

#[derive(Debug, Deserialize)]
struct MessageFilter {
    /// Id or name of the person whose chat is wanted.
    user: Option<String>,
    chat: Option<i64>,
}

#[derive(Debug, Deserialize)]
struct UpdateFilter {
    #[serde(default)]
    after: i64,
}

#[derive(Debug, Deserialize)]
struct Charge {
    charge_id: String,
}

#[derive(Debug, Deserialize)]
struct Subscriptions {
    /// Id or name of the person whose periods are over now.
    end_periods_of: Option<String>,
    /// How long periods last that are paid from now on.
    seconds: Option<i64>,
}

#[derive(Debug, Deserialize)]
struct Withdrawal {
    stars: i64,
}

#[derive(Debug, Deserialize)]
struct Resend {
    update_id: i64,
}

#[derive(Debug, Deserialize)]
struct Distance {
    chat: i64,
    /// One message; all that the bot has sent to the chat so far, when missing.
    message_id: Option<i32>,
    /// What edits are told.
    #[serde(default)]
    edit: Inaccessible,
}

/// Many people at once who have started the bot: by ids in a row.
#[derive(Debug, Deserialize)]
struct Crowd {
    first: i64,
    number: i64,
    /// Each nth of them has blocked it since.
    blocked_each: Option<i64>,
}

#[derive(Debug, Deserialize)]
struct OtherWebhook {
    /// Where updates go now; the empty text removes the webhook. What is set stays, when missing.
    url: Option<String>,
    /// The secret that Telegram sends along now.
    secret: Option<String>,
}

async fn calls(State(sim): State<Arc<TelegramSim>>, Query(filter): Query<CallFilter>) -> Response {
    let log = sim.calls.lock().unwrap_or_else(PoisonError::into_inner);
    let calls = log.after(filter.after, filter.method.as_deref(), filter.limit.unwrap_or(usize::MAX));
    // Put together by hand, since the records are kept as text.
    let listed: Vec<&str> = calls.iter().map(|call| call.get()).collect();
    let body = format!(r#"{{"calls":[{}],"last":{}}}"#, listed.join(","), log.last_number());
    ([(CONTENT_TYPE, "application/json")], body).into_response()
}

async fn transactions(State(sim): State<Arc<TelegramSim>>) -> Json<Value> {
    Json(sim.read(|state, _| json!({ "transactions": state.transactions })))
}

async fn messages(State(sim): State<Arc<TelegramSim>>, Query(filter): Query<MessageFilter>) -> Judged {
    sim.read(|state, _| {
        let chat = match (&filter.user, filter.chat) {
            (_, Some(chat)) => Some(chat),
            (Some(name), None) => Some(state.find_person(name).ok_or_else(|| not_found("person"))?),
            (None, None) => None,
        };
        let messages: Vec<Value> = match chat {
            Some(chat) => state.messages_of(chat, i32::MIN),
            None => state.messages.values().map(|message| message.json.clone()).collect(),
        };
        Ok(Json(json!({ "messages": messages })))
    })
}

async fn updates(State(sim): State<Arc<TelegramSim>>, Query(filter): Query<UpdateFilter>) -> Json<Value> {
    Json(sim.read(|state, _| {
        let updates = state.updates.range(filter.after.saturating_add(1)..).map(|(_, update)| {
            json!({
                "update": update.to_json(), "kind": update.kind, "fate": update.fate, "deliveries": update.deliveries,
                "created_at": update.created_at, "expires_at": update.expires_at,
            })
        });
        json!({ "updates": updates.collect::<Vec<_>>(), "pending": state.pending.len(), "polls": state.poll })
    }))
}

async fn balance(State(sim): State<Arc<TelegramSim>>) -> Json<Value> {
    Json(sim.read(|state, _| {
        let people = state.people.values().map(|person| (person.id.to_string(), json!(person.stars)));
        json!({ "balance": state.counters.bot_stars, "people": people.collect::<Map<_, _>>() })
    }))
}

async fn list_faults(State(sim): State<Arc<TelegramSim>>) -> Json<Value> {
    Json(sim.change(|state, now| {
        faults::forget_ended(&mut state.faults, now);
        json!({ "faults": state.faults })
    }))
}

async fn add_fault(State(sim): State<Arc<TelegramSim>>, Json(fault): Json<Fault>) -> Json<Value> {
    Json(sim.change(|state, now| {
        if fault.times > 0 {
            state.faults.push(fault.ordered(now));
        }
        json!({ "faults": state.faults })
    }))
}

async fn clear_faults(State(sim): State<Arc<TelegramSim>>) -> Json<Value> {
    sim.change(|state, _| state.faults.clear());
    Json(json!({ "faults": [] }))
}

async fn chargeback(State(sim): State<Arc<TelegramSim>>, Json(charge): Json<Charge>) -> Judged {
    let done = sim.change(|state, now| state.charge_back(&charge.charge_id, now));
    let refuse =
        |error: super::refusal::Refusal| (StatusCode::BAD_REQUEST, Json(json!({ "error": error.description })));
    done.map(|()| Json(json!({ "ok": true }))).map_err(refuse)
}

/// Has time pass more quickly for subscriptions.
async fn subscriptions(State(sim): State<Arc<TelegramSim>>, Json(wanted): Json<Subscriptions>) -> Judged {
    sim.change(|state, now| {
        state.subscription_seconds = wanted.seconds.unwrap_or(state.subscription_seconds);
        if let Some(name) = &wanted.end_periods_of {
            let person = state.find_person(name).ok_or_else(|| not_found("person"))?;
            state.end_periods(person, now);
        }
        Ok(Json(json!({ "ok": true })))
    })
}

/// From now on such a share of payments comes by an affiliate, who gets such a share of their Stars.
async fn affiliates(State(sim): State<Arc<TelegramSim>>, Json(affiliates): Json<Affiliates>) -> Json<Value> {
    sim.change(|state, _| state.affiliates = affiliates);
    Json(json!({ "ok": true }))
}

/// The owner of the bot takes Stars out by Fragment.
async fn withdraw(State(sim): State<Arc<TelegramSim>>, Json(withdrawal): Json<Withdrawal>) -> Json<Value> {
    sim.change(|state, now| state.withdraw(withdrawal.stars, now));
    Json(json!({ "ok": true }))
}

async fn resend(State(sim): State<Arc<TelegramSim>>, Json(resend): Json<Resend>) -> Judged {
    let known = sim.change(|state, now| state.resend_update(resend.update_id, now));
    if known { Ok(Json(json!({ "ok": true }))) } else { Err(not_found("update")) }
}

/// Queues a raw update: one field besides an `update_id`, which is replaced by the next of the sequence.
async fn inject(State(sim): State<Arc<TelegramSim>>, Json(mut update): Json<Map<String, Value>>) -> Judged {
    update.remove("update_id");
    let Some((kind, content)) = update.into_iter().next() else { return Err(not_found("kind of update")) };
    let queue = content["chat"]["id"].as_i64().or_else(|| content["from"]["id"].as_i64()).unwrap_or(0);
    let id = sim.change(|state, now| state.add_update(&kind, content, queue, now));
    Ok(Json(json!({ "update_id": id })))
}

/// Deletes a message as its owner would, so that the bot's next edit finds none.
async fn drop_message(State(sim): State<Arc<TelegramSim>>, Path((chat, message)): Path<(i64, i32)>) -> Json<Value> {
    sim.change(|state, _| state.remove_message(chat, message));
    Json(json!({ "ok": true }))
}

/// Makes messages of the bot inaccessible for it, as old ones become: people still see and press them.
async fn make_inaccessible(State(sim): State<Arc<TelegramSim>>, Json(distance): Json<Distance>) -> Json<Value> {
    let messages = sim.change(|state, _| state.make_inaccessible(distance.chat, distance.message_id, distance.edit));
    Json(json!({ "messages": messages }))
}

async fn people(State(sim): State<Arc<TelegramSim>>, Json(crowd): Json<Crowd>) -> Json<Value> {
    let Crowd { first, number, blocked_each } = crowd;
    sim.change(|state, _| {
        for id in first..first.saturating_add(number) {
            if state.person(NewPerson { id: Some(id), ..NewPerson::default() }).is_none() {
                continue;
            }
            let blocked = blocked_each.is_some_and(|each| each > 0 && id % each == 0);
            state.change_person(id, |person| (person.started, person.blocked) = (true, blocked));
        }
    });
    Json(json!({ "people": number }))
}

async fn webhook(State(sim): State<Arc<TelegramSim>>) -> Json<Value> {
    Json(methods::webhook_info(&sim))
}

/// What another process with the same token does to the webhook.
async fn take_webhook(State(sim): State<Arc<TelegramSim>>, Json(other): Json<OtherWebhook>) -> Json<Value> {
    sim.change(|state, _| {
        let secret = || state.webhook.as_ref().and_then(|webhook| webhook.secret().map(str::to_owned));
        let url = other.url.unwrap_or_else(|| state.webhook.as_ref().map(Webhook::url).unwrap_or_default().to_owned());
        let secret = other.secret.or_else(secret);
        state.poll += 1;
        state.set_webhook((!url.is_empty()).then(|| Webhook::new(url, secret, 40, None)));
    });
    Json(methods::webhook_info(&sim))
}

fn not_found(what: &str) -> (StatusCode, Json<Value>) {
    (StatusCode::NOT_FOUND, Json(json!({ "error": format!("There is no such {what}.") })))
}
