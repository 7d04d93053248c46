//! No secret and no word of a person gets into logs, metrics, or what a process says of its health: not when all goes
//! well, and not when Telegram, KIE.ai, an update or a stranger does something odd.
//!
//! Every log line of our own code is looked at, down to the finest, in both formats. Other tests of this program log
//! meanwhile; theirs must not have any of it either.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use anyhow::{Context as _, ensure};
use rusqlite::{Connection, OpenFlags};
use serde_json::json;
use shared::telemetry::{self, LogFormat};
use simulators::telegram::DEMO_BOT_TOKEN;
use solo::driver::{Image, Order, Person};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use testkit::{KIE_KEY, Solo};

/// Everything of our own, and of others as much as an operator who looks for a fault may ask for. The simulators are not
/// part of what an operator runs; lapin is as quiet as [`telemetry::init`] makes it.
const FILTER: &str = "debug,bot=trace,worker=trace,shared=trace,solo=trace,simulators=off,lapin=off";

const CALLBACK_SECRET: &str = "planted-callback-secret";
const WEBHOOK_KEY: &str = "planted-webhook-key";
const RABBITMQ_PASSWORD: &str = "planted-rabbitmq-password";
const REDIS_PASSWORD: &str = "planted-redis-password";

/// Who writes, and what.
const NAME: &str = "Xanthippe";
const PROMPT: &str = "a plugh in the fog";
const SUPPORT: &str = "where is my frobnicated video";
const ODD: &str = "an odd xyzzy";

#[derive(Debug, Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Captured {
    fn start(format: LogFormat) -> (Self, impl tracing_subscriber::Layer<Registry> + Send + Sync) {
        let captured = Self::default();
        let writer = captured.clone();
        (captured, telemetry::lines(format, false, move || writer.clone()))
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

type Registry = tracing_subscriber::Registry;

#[tokio::test]
async fn no_secret_and_no_word_of_a_person_gets_out() -> anyhow::Result<()> {
    let (text, text_lines) = Captured::start(LogFormat::Text);
    let (json, json_lines) = Captured::start(LogFormat::Json);
    let layers: Vec<Box<dyn tracing_subscriber::Layer<Registry> + Send + Sync>> =
        vec![Box::new(text_lines), Box::new(json_lines)];
    tracing_subscriber::registry().with(layers).with(EnvFilter::new(FILTER)).init();

    let mut system = Solo::builder()
        .with_services_beside()
        .called_back()
        .with("CALLBACK_SECRET", CALLBACK_SECRET)
        .with("KIE_WEBHOOK_KEY", WEBHOOK_KEY)
        .with("RABBITMQ_URL", format!("amqp://starreel:{RABBITMQ_PASSWORD}@127.0.0.1:1"))
        .with("REDIS_URL", format!("redis://:{REDIS_PASSWORD}@127.0.0.1:1"))
        .with("ADMIN_IDS", "1")
        .start()
        .await?;
    tracing::info!("settings: {}", system.settings_shown()?);
    let (signing_key, webhook_secret) = made_secrets(&system).await?;
    let mut person = system.customer(NAME).await?;
    goes_well(&mut person).await?;
    goes_wrong(&system, &mut person, &webhook_secret).await?;

    let mut seen = vec![("the log", text.text()), ("the log as JSON", json.text())];
    for page in ["metrics", "readyz", "healthz"] {
        seen.push((page, reqwest::get(system.base().join(page)?).await?.text().await?));
    }
    let log = &seen[0].1;
    for sentence in
        ["a job was placed", "a job was published", "a video was delivered", "it is set aside", "was refused"]
    {
        ensure!(log.contains(sentence), "the log does not say {sentence:?}, so nothing was looked at");
    }
    let token = DEMO_BOT_TOKEN.split_once(':').context("a token has two parts")?.1;
    let secrets = [token, KIE_KEY, CALLBACK_SECRET, WEBHOOK_KEY, RABBITMQ_PASSWORD, REDIS_PASSWORD];
    let personal = [NAME, PROMPT, "plugh", SUPPORT, "frobnicated", ODD, "xyzzy", &NAME.to_lowercase()];
    for planted in secrets.into_iter().chain(personal).chain([signing_key.as_str(), webhook_secret.as_str()]) {
        for (where_, seen) in &seen {
            let line = seen.lines().find(|line| line.contains(planted));
            ensure!(line.is_none(), "{planted:?} is in {where_}: {}", line.unwrap_or_default());
        }
    }
    // What was set aside and refused is meant to be left over.
    system.stop().await
}

/// The secrets that the system has made by itself: its signing key, and what Telegram must send along.
async fn made_secrets(system: &Solo) -> anyhow::Result<(String, String)> {
    let rows = Connection::open_with_flags(system.bot_folder().join("bot.db"), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let key = rows.query_row("SELECT value FROM meta WHERE name = 'signing_key'", [], |row| row.get(0))?;
    let secret = solo::driver::until("the webhook", std::time::Duration::from_secs(20), async || {
        let calls = system.world().telegram_calls("setWebhook").await?;
        Ok(calls.first().and_then(|call| call["params"]["secret_token"].as_str().map(str::to_owned)))
    });
    Ok((key, secret.await?))
}

/// Images with captions, videos, requests, and having it all deleted.
async fn goes_well(person: &mut Person) -> anyhow::Result<()> {
    person.orders(Order::from_words("Veo 3.1 Fast", PROMPT)).await?;
    person.sees_video(PROMPT).await?;
    person.orders(Order::from_words("Kling v2.1", PROMPT).with(Image::Photo)).await?;
    person.sees_video(PROMPT).await?;
    person.sends("/paysupport").await?;
    person.sees("Payment support").await?;
    person.sends(SUPPORT).await?;
    person.sees("Our team has your request").await?;
    person.sends("/privacy").await?;
    let privacy = person.sees("What I keep").await?;
    person.presses(&privacy, "Delete my prompts and videos").await?;
    person.sees_in(&privacy, "Delete your prompts").await.map(drop)
}

/// Refusals and failures of all kinds, by all sides.
async fn goes_wrong(system: &Solo, person: &mut Person, webhook_secret: &str) -> anyhow::Result<()> {
    let world = system.world();
    for fault in ["refuse_500", "bad_gateway", "drop_reply", "too_many_requests"] {
        world.telegram_fault("sendVideo", fault, 1).await?;
        world.telegram_fault("sendMessage", fault, 1).await?;
        world.telegram_fault("getFile", fault, 1).await?;
    }
    // The provider is asked once more, and no oftener.
    system.services().loses_downloads(1);
    for fault in ["policy", "internal", "garbage_answer", "bad_gateway", "upload_fails", "double_callback"] {
        world.kie_fault(fault, 1).await?;
        // What is said may be lost here, so nobody waits for all of it.
        person.orders(Order::from_words("Veo 3.1 Fast", PROMPT)).await.ok();
    }
    // An update that nobody can read, one that is none, and strangers.
    let secret = ("x-telegram-bot-api-secret-token", webhook_secret);
    let unreadable = json!({ "update_id": 900_000_001_i64, "message": { "message_id": ODD, "text": ODD,
        "from": { "id": ODD, "first_name": NAME }, "chat": { "id": 1, "type": "private" } } });
    for (body, header) in [
        (unreadable.to_string(), Some(secret)),
        (format!("{{\"no\":\"{ODD}\"}}"), Some(secret)),
        (ODD.to_owned(), Some(secret)),
        (unreadable.to_string(), None),
    ] {
        posts(system, "telegram", body, header).await?;
    }
    let callback = world.kie_tasks().await?[0]["callback_url"].as_str().context("no callback")?.to_owned();
    posts(system, &callback, json!({ "taskId": ODD }).to_string(), None).await?;
    posts(system, "kie/callback/1/2/3", ODD.to_owned(), None).await?;
    posts(system, &format!("videos/{ODD}/{ODD}"), String::new(), None).await
}

async fn posts(system: &Solo, path: &str, body: String, header: Option<(&str, &str)>) -> anyhow::Result<()> {
    let request = reqwest::Client::new().post(system.base().join(path)?).body(body);
    let request = match header {
        Some((name, value)) => request.header(name, value),
        None => request,
    };
    request.send().await.map(drop).context("the system does not answer")
}
