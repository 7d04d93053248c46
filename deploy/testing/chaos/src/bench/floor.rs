//! The floor: the least that a program can do that has this one conversation. A loop of one thread takes Telegram's updates
//! and KIE.ai's callbacks, makes the calls that Starreel makes for an ordinary video, with the same words and buttons, and
//! has the disk keep the four steps that may not be lost: the order, the right to submit it, the name of its task, and that
//! it was delivered.
//!
//! It is no bot. It keeps its orders in memory, sells nothing, tries nothing twice, keeps no limit, believes whoever speaks to
//! it, checks no result and does not survive a restart. What Starreel takes beyond it is the price of doing these things, or
//! waste. When Starreel makes fewer calls for a video, the floor must, too: the table shows both.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context as _, ensure};
use axum::extract::{Path as UrlPath, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use reqwest::{Client, RequestBuilder};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Value, json};
use shared::config::environment;
use shared::tasks::Tasks;
use shared::{http, shutdown, telemetry};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

const SCHEMA: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE steps (job INTEGER NOT NULL, step TEXT NOT NULL, task TEXT) STRICT;";

const MODELS: &str = "<b>Choose a model</b>\n• <b>Veo 3.1 Fast</b>: Lifelike scenes, people who speak\n\
                      • <b>Kling 3.0</b>: Camera work like in the cinema\n\
                      • <b>Wan 3.0</b>: First in tests by words alone, up to 30 s\n\
                      • <b>MiniMax H3</b>: Brings photos to life, always with sound\n\
                      • <b>Grok Imagine</b>: Quick and playful, up to 30 s\n• <b>Kling v2.1</b>: Smooth motion, no sound";
const HEAD: &str = "🎬 <b>Veo 3.1 Fast</b> · 16:9 · 8 s · 1080p · with sound";
const PROMPT: &str = "✍️ What should happen in the video? Just write it. For example: <i>A red fox runs through fresh snow at dawn, \
                      slow motion.</i>";
const PRICE: &str = "Price: 1 credit · Balance: 1";
const HOW_MADE: &str = "Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound";
const UNDER_WAY: &str = "🎬 <b>Veo 3.1 Fast</b>: your video is in the works. This usually takes a few minutes; you can close \
                         the chat. 1 credit set aside.";
const DONE: &str = "✅ <b>Veo 3.1 Fast</b>: done · 1 credit used · 0 left";

const GENERATE: &str = "f:0123456789abcdef:go:1:2";

/// Labels with what they send back.
type Row = &'static [(&'static str, &'static str)];

const MODEL_BUTTONS: [Row; 8] = [
    &[("Veo 3.1 Fast · 1 credit", "f:0123456789abcdef:model:veo3-fast")],
    &[("Kling 3.0 · 1 credit", "f:0123456789abcdef:model:kling-3.0")],
    &[("Wan 3.0 · 1 credit", "f:0123456789abcdef:model:wan-3.0")],
    &[("MiniMax H3 · 1 credit", "f:0123456789abcdef:model:minimax-h3")],
    &[("Grok Imagine · 1 credit", "f:0123456789abcdef:model:grok-imagine")],
    &[("Kling v2.1 · 1 credit", "f:0123456789abcdef:model:kling-2.1")],
    &[("More models", "f:0123456789abcdef:open:more")],
    &[("Cancel", "f:0123456789abcdef:cancel")],
];
const PARTS: [Row; 4] = [
    &[("🎬 Veo 3.1 Fast", "f:0123456789abcdef:open:models")],
    &[("⚙️ 16:9 · 8 s · 1080p · with sound", "f:0123456789abcdef:open:options")],
    &[("🖼 Add a photo", "f:0123456789abcdef:open:images")],
    &[("Cancel", "f:0123456789abcdef:cancel")],
];
const CARD_BUTTONS: [Row; 5] = [&[("✨ Generate · 1 credit", GENERATE)], PARTS[0], PARTS[1], PARTS[2], PARTS[3]];
const VIDEO_BUTTONS: [Row; 2] = [
    &[
        ("🔁 Again · 1 credit", "again:0197a2b3c4d5e6f708192a3b4c5d6e7f:1"),
        ("✏️ Change", "edit:0197a2b3c4d5e6f708192a3b4c5d6e7f"),
    ],
    &[("🔍 4K · 1 credit", "next:4k:0197a2b3c4d5e6f708192a3b4c5d6e7f:1")],
];

/// Runs it with the settings of Starreel that it needs, until SIGTERM.
///
/// # Errors
/// When it cannot start.
pub async fn run() -> anyhow::Result<()> {
    let settings = environment();
    let setting = |name: &str| settings.get(name).cloned().with_context(|| format!("{name} is not set"));
    let folder = setting("DATA_DIR")?;
    let webhook = setting("WEBHOOK_URL")?;
    let shutdown = CancellationToken::new();
    let floor = Arc::new(Floor {
        telegram: format!("{}/bot{}", setting("TELEGRAM_API_URL")?, setting("BOT_TOKEN")?),
        kie: setting("KIE_API_URL")?,
        callback: format!("{webhook}/kie/callback"),
        http: Client::new(),
        steps: Mutex::new(open(Path::new(&folder))?),
        asked: Mutex::default(),
        orders: Mutex::default(),
        tasks: Tasks::new(shutdown.clone()),
    });
    let listener = TcpListener::bind(setting("BOT_LISTEN")?).await?;
    let updates = json!({ "url": format!("{webhook}/telegram"), "allowed_updates": ["message", "callback_query"] });
    floor.call("setWebhook", updates).await?;
    let served = http::serve(listener, router(floor), shutdown.clone());
    let (served, heard) = tokio::join!(served, shutdown::cancel_on_signal(shutdown));
    heard?;
    served.context("the server failed")
}

struct Floor {
    /// Where methods are, with the token.
    telegram: String,
    kie: String,
    callback: String,
    http: Client,
    steps: Mutex<Connection>,
    /// By chat: what somebody wants to see.
    asked: Mutex<HashMap<i64, String>>,
    /// By number.
    orders: Mutex<HashMap<usize, Order>>,
    tasks: Tasks,
}

#[derive(Clone)]
struct Order {
    chat: i64,
    message: i64,
    words: String,
    task: String,
}

#[derive(Deserialize)]
struct Update {
    message: Option<Message>,
    callback_query: Option<Query>,
}

#[derive(Deserialize)]
struct Message {
    message_id: i64,
    chat: Chat,
    text: Option<String>,
}

#[derive(Deserialize)]
struct Chat {
    id: i64,
}

#[derive(Deserialize)]
struct Query {
    id: String,
    data: String,
    message: Message,
}

fn open(folder: &Path) -> anyhow::Result<Connection> {
    std::fs::create_dir_all(folder)?;
    let connection = Connection::open(folder.join("floor.db"))?;
    connection.execute_batch(SCHEMA)?;
    Ok(connection)
}

fn router(floor: Arc<Floor>) -> Router {
    Router::new()
        .route("/telegram", post(async |State(floor): State<Arc<Floor>>, Json(update)| floor.take_in(update)))
        .route("/kie/callback/{order}", post(async |State(floor): State<Arc<Floor>>, UrlPath(order)| floor.hear(order)))
        .route("/readyz", get(async || Json(json!({ "ready": true }))))
        .with_state(floor)
}

/// What comes in is answered at once, an order when it is kept; calls are made afterwards.
impl Floor {
    fn take_in(self: Arc<Self>, update: Update) -> StatusCode {
        let order = match &update.callback_query {
            Some(query) if query.data == GENERATE => self.accept(query).map(Some),
            Some(_) | None => Ok(None),
        };
        match order {
            Ok(order) => {
                let floor = Arc::clone(&self);
                self.tasks.spawn(async move { reported(floor.go_on(update, order).await) });
                StatusCode::OK
            }
            Err(error) => {
                reported(Err(error));
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }

    fn accept(&self, query: &Query) -> anyhow::Result<usize> {
        let Message { message_id: message, chat: Chat { id: chat }, .. } = query.message;
        let words = locked(&self.asked).remove(&chat).context("nothing was asked for")?;
        let mut orders = locked(&self.orders);
        let number = orders.len();
        orders.insert(number, Order { chat, message, words, task: String::new() });
        self.keep(number, "ordered", None)?;
        Ok(number)
    }

    fn hear(self: Arc<Self>, order: usize) -> StatusCode {
        let floor = Arc::clone(&self);
        self.tasks.spawn(async move { reported(floor.deliver(order).await) });
        StatusCode::OK
    }
}

fn reported(outcome: anyhow::Result<()>) {
    if let Err(error) = outcome {
        tracing::error!("{}", telemetry::chain(&*error));
    }
}

/// The conversation.
impl Floor {
    async fn go_on(&self, update: Update, order: Option<usize>) -> anyhow::Result<()> {
        match update {
            Update { callback_query: Some(query), .. } => match order {
                Some(order) => self.submit(&query.id, order).await,
                None => self.ask_for_words(query).await,
            },
            Update { message: Some(Message { chat, text: Some(text), .. }), .. } if text == "/generate" => {
                self.call("sendMessage", message(chat.id, MODELS, &MODEL_BUTTONS)).await.map(drop)
            }
            Update { message: Some(Message { chat, text: Some(words), .. }), .. } => {
                let card = format!("{HEAD}\n\n{}\n\n{PRICE}", quote(&words));
                locked(&self.asked).insert(chat.id, words);
                self.call("sendMessage", message(chat.id, &card, &CARD_BUTTONS)).await.map(drop)
            }
            Update { message: _, callback_query: None } => Ok(()),
        }
    }

    async fn ask_for_words(
        &self,
        Query { id, message: Message { message_id, chat, .. }, .. }: Query,
    ) -> anyhow::Result<()> {
        let answer = json!({ "callback_query_id": id });
        let edit = edited(message_id, message(chat.id, &format!("{HEAD}\n\n{PROMPT}"), &PARTS));
        tokio::try_join!(self.call("answerCallbackQuery", answer), self.call("editMessageText", edit)).map(drop)
    }

    async fn submit(&self, query: &str, number: usize) -> anyhow::Result<()> {
        let Order { chat, message: message_id, words, .. } = self.order(number)?;
        let answer = json!({ "callback_query_id": query, "text": "Order placed." });
        let under_way = edited(message_id, message(chat, UNDER_WAY, &[]));
        tokio::try_join!(self.call("answerCallbackQuery", answer), self.call("editMessageText", under_way))?;
        self.keep(number, "submitting", None)?;
        let task = json!({
            "prompt": words, "model": "veo3_fast", "generationType": "TEXT_2_VIDEO", "aspect_ratio": "16:9",
            "resolution": "1080p", "duration": 8, "callBackUrl": format!("{}/{number}", self.callback),
        });
        let created = ask(self.http.post(format!("{}/api/v1/veo/generate", self.kie)).json(&task)).await?;
        let task = created["data"]["taskId"].as_str().context("a task without a name")?;
        self.keep(number, "submitted", Some(task))?;
        if let Some(order) = locked(&self.orders).get_mut(&number) {
            task.clone_into(&mut order.task);
        }
        Ok(())
    }

    async fn deliver(&self, number: usize) -> anyhow::Result<()> {
        let Order { chat, message: message_id, words, task } = self.order(number)?;
        let record = format!("{}/api/v1/veo/record-info?taskId={task}", self.kie);
        let record = ask(self.http.get(record)).await?;
        let video = record["data"]["response"]["resultUrls"][0].as_str().context("a record without a video")?;
        let video = json!({
            "chat_id": chat, "video": video, "caption": format!("{}\n{HOW_MADE}", quote(&words)), "parse_mode": "HTML",
            "duration": 8, "width": 960, "height": 540, "supports_streaming": true, "reply_markup": keyboard(&VIDEO_BUTTONS),
        });
        self.call("sendVideo", video).await?;
        self.keep(number, "delivered", None)?;
        self.call("editMessageText", edited(message_id, message(chat, DONE, &[]))).await.map(drop)
    }

    fn order(&self, number: usize) -> anyhow::Result<Order> {
        locked(&self.orders).get(&number).cloned().context("there is no such order")
    }
}

/// What it needs for that.
impl Floor {
    /// Comes back when the disk has it.
    fn keep(&self, order: usize, step: &str, task: Option<&str>) -> anyhow::Result<()> {
        let steps = locked(&self.steps);
        let mut insert = steps.prepare_cached("INSERT INTO steps (job, step, task) VALUES (?1, ?2, ?3)")?;
        insert.execute((i64::try_from(order)?, step, task))?;
        Ok(())
    }

    async fn call(&self, method: &str, params: Value) -> anyhow::Result<Value> {
        let answer = ask(self.http.post(format!("{}/{method}", self.telegram)).json(&params)).await?;
        ensure!(answer["ok"] == true, "{method} was refused");
        Ok(answer)
    }
}

async fn ask(request: RequestBuilder) -> anyhow::Result<Value> {
    let answer = request.bearer_auth("simulated").send().await?.error_for_status()?;
    Ok(serde_json::from_slice(&answer.bytes().await?)?)
}

fn message(chat: i64, text: &str, buttons: &[Row]) -> Value {
    let mut message = json!({
        "chat_id": chat, "text": text, "parse_mode": "HTML", "link_preview_options": { "is_disabled": true },
    });
    if !buttons.is_empty() {
        message["reply_markup"] = keyboard(buttons);
    }
    message
}

/// Words of a person as a quotation; nobody here writes signs of HTML.
fn quote(words: &str) -> String {
    format!("<blockquote>{words}</blockquote>")
}

fn edited(message: i64, mut text: Value) -> Value {
    text["message_id"] = json!(message);
    text
}

fn keyboard(rows: &[Row]) -> Value {
    let button = |(text, data): &(&str, &str)| json!({ "text": text, "callback_data": data });
    let rows = rows.iter().map(|row| row.iter().map(button).collect::<Vec<_>>());
    json!({ "inline_keyboard": rows.collect::<Vec<_>>() })
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
