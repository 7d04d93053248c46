//! What the chat page (and tests) do in a person's name: read the chat, write, press, pay, block, download.
//!
//! A person in an address is their id, first name or username. Errors are `{"error": "<sentence>"}` with a 4xx status.

mod downloads;
mod event_stream;
mod forwarding;
mod subscribing;
mod uploading;
mod writing;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::TelegramSim;
use super::markup::has_button;
use super::params::UPLOAD_BYTES_MAX;
use super::people::{NewPerson, Person};
use super::stars::{CallbackQuery, CheckoutOutcome, InvoiceTerms};
use super::updates::QUERY_LIFE;

/// Longer than a checkout may take, for the case that nothing runs which would end it.
const PAY_PATIENCE: Duration = Duration::from_secs(15);

/// `/chat/api/…`.
pub(crate) fn router(sim: Arc<TelegramSim>) -> Router {
    Router::new()
        .route("/chat/api/people", get(people).post(add_person))
        .route("/chat/api/{user}/state", get(chat_state))
        .route("/chat/api/{user}/events", get(event_stream::events))
        .route("/chat/api/{user}/text", post(writing::text))
        .route("/chat/api/{user}/edit", post(writing::edit))
        .route("/chat/api/{user}/service", post(writing::service))
        .route("/chat/api/{user}/file", post(uploading::file))
        .route("/chat/api/{user}/album", post(uploading::album))
        .route("/chat/api/{user}/file/{file_id}", get(downloads::file))
        .route("/chat/api/{user}/callback", post(press))
        .route("/chat/api/{user}/pay", post(pay))
        .route("/chat/api/{user}/link/{slug}", get(subscribing::link).post(subscribing::pay))
        .route("/chat/api/{user}/subscription", post(subscribing::change))
        .route("/chat/api/{user}/stars", post(add_stars))
        .route("/chat/api/{user}/block", post(block))
        .route("/chat/api/{user}/language", post(speak))
        .route("/chat/api/{user}/forward", post(forwarding::forward))
        .route("/chat/api/{user}/privacy", post(forwarding::privacy))
        .route("/chat/api/{user}/group", post(group))
        .layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX + (1 << 20)))
        .with_state(sim)
}

/// A refused request of the page.
#[derive(Debug)]
pub(crate) struct PageError {
    status: StatusCode,
    error: String,
}

impl PageError {
    fn bad(error: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, error: error.into() }
    }

    fn not_found(error: impl Into<String>) -> Self {
        Self { status: StatusCode::NOT_FOUND, error: error.into() }
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "error": self.error }))).into_response()
    }
}

type PageAnswer = Result<Json<Value>, PageError>;

/// Which chat of a person is read, and how much of it.
#[derive(Debug, Deserialize)]
struct ChatPart {
    /// The person's own chat with the bot, unless a group is named.
    chat: Option<i64>,
    /// Not the messages before this one, which were read already.
    first: Option<i32>,
}

#[derive(Debug, Deserialize)]
struct Press {
    message_id: i32,
    data: String,
    chat: Option<i64>,
    /// Presses also what is no longer under the message, as a slow client does.
    #[serde(default)]
    force: bool,
}

#[derive(Debug, Deserialize)]
struct Pay {
    message_id: i32,
    chat: Option<i64>,
    /// Someone else who pays, as from a forwarded copy: id or name.
    payer: Option<Value>,
}

#[derive(Debug, Deserialize)]
struct AddStars {
    add: i64,
}

#[derive(Debug, Deserialize)]
struct Block {
    blocked: bool,
}

#[derive(Debug, Deserialize)]
struct Speak {
    language_code: String,
}

#[derive(Debug, Default, Deserialize)]
struct GroupChoice {
    title: Option<String>,
}

impl TelegramSim {
    /// The id of the person whom an address names.
    fn person_id(&self, name: &str) -> Result<i64, PageError> {
        let found = self.read(|state, _| state.find_person(name));
        found.ok_or_else(|| PageError::not_found("There is no such person; POST /chat/api/people makes one."))
    }
}

async fn people(State(sim): State<Arc<TelegramSim>>) -> Json<Value> {
    Json(sim.read(|state, _| json!(state.people.values().map(Person::to_user).collect::<Vec<_>>())))
}

async fn add_person(State(sim): State<Arc<TelegramSim>>, Json(new): Json<NewPerson>) -> PageAnswer {
    let user = sim.change(|state, _| state.person(new).map(Person::to_user));
    user.map(Json).ok_or_else(|| PageError::bad("An id or a first_name is needed."))
}

async fn chat_state(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    Query(ChatPart { chat, first }): Query<ChatPart>,
) -> PageAnswer {
    let id = sim.person_id(&name)?;
    let chat_id = chat.unwrap_or(id);
    sim.read(|state, _| {
        let person = state.people.get(&id).ok_or_else(|| PageError::not_found("There is no such person."))?;
        let language = &person.language_code;
        let profile = &state.profile;
        Ok(Json(json!({
            "user": person.to_user(),
            "bot": {
                "id": state.bot.id, "username": state.bot.username,
                "first_name": state.bot.name,
                "commands": profile.commands_for(id, language), "description": profile.description(language),
            },
            "messages": state.messages_of(chat_id, first.unwrap_or(i32::MIN)),
            "paid": state.paid_invoices(chat_id),
            "stars": person.stars,
            "subscriptions": state.subscriptions_of(id),
            "blocked": person.blocked,
            "hides_account": person.hides_account,
            "last_event_id": state.events.last_id(),
        })))
    })
}

async fn press(State(sim): State<Arc<TelegramSim>>, Path(name): Path<String>, Json(press): Json<Press>) -> PageAnswer {
    let id = sim.person_id(&name)?;
    let chat_id = press.chat.unwrap_or(id);
    sim.change(|state, now| {
        // Of a message that is out of reach Telegram still tells chat and id, with date 0.
        let inaccessible = json!({ "message_id": press.message_id, "chat": state.chat_json(chat_id), "date": 0 });
        let message = match state.messages.get(&(chat_id, press.message_id)) {
            Some(message) if press.force || has_button(&message.json, &press.data) => match message.inaccessible {
                None => message.json.clone(),
                Some(_) => inaccessible,
            },
            None if press.force => inaccessible,
            Some(_) | None => return Err(PageError::bad("The message has no such button.")),
        };
        let user = state.people.get(&id).map(Person::to_user);
        let query_id = state.next_query_id(id);
        let query = json!({
            "id": query_id, "from": user, "message": message, "chat_instance": format!("{}", chat_id ^ 0x5eed_5eed),
            "data": press.data,
        });
        state.add_update("callback_query", query, chat_id, now);
        state.callback_queries.insert(query_id.clone(), CallbackQuery { person: id, expires_at: now + QUERY_LIFE });
        Ok(Json(json!({ "callback_query_id": query_id })))
    })
}

async fn pay(State(sim): State<Arc<TelegramSim>>, Path(name): Path<String>, Json(pay): Json<Pay>) -> PageAnswer {
    let owner = sim.person_id(&name)?;
    let payer = match &pay.payer {
        None | Some(Value::Null) => owner,
        Some(Value::String(name)) => sim.person_id(name)?,
        Some(other) => sim.person_id(&other.to_string())?,
    };
    let invoice_at = (pay.chat.unwrap_or(owner), pay.message_id);
    let terms = invoice(&sim, invoice_at.0, invoice_at.1)?;
    check_out(&sim, payer, invoice_at, (terms, false)).await
}

/// Asks the bot whether somebody may pay, and waits until that is decided.
async fn check_out(sim: &TelegramSim, payer: i64, invoice_at: (i64, i32), sold: (InvoiceTerms, bool)) -> PageAnswer {
    let mut bell = sim.bell.subscribe();
    let query = match sim.change(|state, now| state.start_checkout(payer, invoice_at, sold, now)) {
        Ok(query) => query,
        Err(error) => return Ok(Json(json!({ "ok": false, "error": error }))),
    };
    let outcome = tokio::time::timeout(PAY_PATIENCE, async {
        loop {
            bell.mark_unchanged();
            let outcome =
                sim.read(|state, _| state.checkouts.get(&query).and_then(|checkout| checkout.outcome.clone()));
            if let Some(outcome) = outcome {
                return outcome;
            }
            if sim.closing.is_cancelled() || bell.changed().await.is_err() {
                return CheckoutOutcome::TimedOut;
            }
        }
    });
    let outcome = outcome.await.unwrap_or(CheckoutOutcome::TimedOut);
    Ok(Json(match &outcome {
        CheckoutOutcome::Paid { charge_id } => {
            json!({ "ok": true, "charge_id": charge_id, "pre_checkout_query_id": query })
        }
        CheckoutOutcome::Refused { .. } | CheckoutOutcome::TimedOut => {
            json!({ "ok": false, "error": outcome.error(), "state": outcome.state(), "pre_checkout_query_id": query })
        }
    }))
}

async fn add_stars(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    Json(stars): Json<AddStars>,
) -> PageAnswer {
    let id = sim.person_id(&name)?;
    sim.change(|state, _| state.move_stars(id, stars.add));
    Ok(Json(json!({ "stars": sim.read(|state, _| state.people.get(&id).map(|person| person.stars)) })))
}

async fn block(State(sim): State<Arc<TelegramSim>>, Path(name): Path<String>, Json(block): Json<Block>) -> PageAnswer {
    let id = sim.person_id(&name)?;
    sim.change(|state, now| state.set_blocked(id, block.blocked, now));
    Ok(Json(json!({ "blocked": block.blocked })))
}

/// The person's client speaks another language from now on; the bot learns it with their next update.
async fn speak(State(sim): State<Arc<TelegramSim>>, Path(name): Path<String>, Json(speak): Json<Speak>) -> PageAnswer {
    let id = sim.person_id(&name)?;
    let code = speak.language_code;
    let is_tag =
        (2..=35).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !is_tag {
        return Err(PageError::bad("A language is named by an IETF tag, such as de or pt-br."));
    }
    sim.change(|state, _| state.change_person(id, |person| code.clone_into(&mut person.language_code)));
    Ok(Json(json!({ "language_code": code })))
}

async fn group(
    State(sim): State<Arc<TelegramSim>>,
    Path(name): Path<String>,
    choice: Option<Json<GroupChoice>>,
) -> PageAnswer {
    let id = sim.person_id(&name)?;
    let title = choice.and_then(|Json(choice)| choice.title).unwrap_or_else(|| "Film club".to_owned());
    let chat = sim.change(|state, now| {
        let group = state.group_of(id, &title, now);
        state.chat_json(group)
    });
    Ok(Json(json!({ "chat": chat })))
}

/// The terms of the invoice in this message.
fn invoice(sim: &TelegramSim, chat_id: i64, message_id: i32) -> Result<InvoiceTerms, PageError> {
    sim.read(|state, _| {
        let message = state.messages.get(&(chat_id, message_id));
        message.and_then(|message| message.invoice.clone()).ok_or_else(|| PageError::bad("The message is no invoice."))
    })
}
