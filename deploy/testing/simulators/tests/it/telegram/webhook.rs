//! Pushed updates: the secret, the order within a chat, trying again.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::task::TaskTracker;

use super::world::{World, until};

/// A bot's webhook that notes what it gets and answers as told.
#[derive(Clone, Default)]
struct Bot(Arc<Mutex<Notes>>);

#[derive(Default)]
struct Notes {
    got: Vec<(Option<String>, Value)>,
    /// How many updates whose text begins with "bad" it still refuses.
    refusals: usize,
}

impl Bot {
    async fn listen(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/telegram", listener.local_addr().unwrap());
        let router = Router::new().route("/telegram", post(take)).with_state(self.clone());
        TaskTracker::new().spawn(async move { axum::serve(listener, router).await.unwrap() });
        url
    }

    fn texts(&self) -> Vec<String> {
        let notes = self.0.lock().unwrap();
        notes.got.iter().map(|(_, update)| update["message"]["text"].as_str().unwrap().to_owned()).collect()
    }
}

async fn take(
    State(bot): State<Bot>,
    headers: HeaderMap,
    axum::Json(update): axum::Json<Value>,
) -> (StatusCode, axum::Json<Value>) {
    let secret = headers.get("x-telegram-bot-api-secret-token").map(|value| value.to_str().unwrap().to_owned());
    let mut notes = bot.0.lock().unwrap();
    let chat = update["message"]["chat"]["id"].clone();
    let refused = notes.refusals > 0 && update["message"]["text"].as_str().unwrap().starts_with("bad");
    notes.got.push((secret, update));
    if refused {
        notes.refusals -= 1;
        return (StatusCode::SERVICE_UNAVAILABLE, axum::Json(json!({})));
    }
    (StatusCode::OK, axum::Json(json!({ "method": "sendMessage", "chat_id": chat, "text": "from the answer" })))
}

#[tokio::test]
async fn updates_of_a_chat_come_in_order_and_the_next_waits_for_a_2xx() {
    let (world, _) = World::with_ann().await;
    world.person("bob").await;
    let bot = Bot::default();
    bot.0.lock().unwrap().refusals = 2;
    let url = bot.listen().await;
    for text in ["bad one", "two"] {
        world.says("ann", text).await;
    }
    world.says("bob", "three").await;
    world.bot("setWebhook", json!({ "url": url, "secret_token": "s3cret_-" })).await;
    until(|| async { (bot.texts().len() == 5).then_some(()) }).await;
    let texts = bot.texts();
    let of_ann: Vec<&str> = texts.iter().map(String::as_str).filter(|text| *text != "three").collect();
    assert_eq!(of_ann, ["bad one", "bad one", "bad one", "two"]);
    assert!(texts.iter().position(|text| text == "three") < texts.iter().position(|text| text == "two"));
    let secrets: Vec<Option<String>> = bot.0.lock().unwrap().got.iter().map(|(secret, _)| secret.clone()).collect();
    assert!(secrets.iter().all(|secret| secret.as_deref() == Some("s3cret_-")));
    let info = until(|| async {
        let info = world.bot("getWebhookInfo", json!({})).await;
        (info["pending_update_count"] == 0).then_some(info)
    })
    .await;
    assert_eq!(info["last_error_message"], "Wrong response from the webhook: 503 Service Unavailable");
    let answered = until(|| async {
        let messages = world.get("/simulators/telegram/messages?user=bob").await["messages"].clone();
        messages.as_array().unwrap().iter().any(|message| message["text"] == "from the answer").then_some(())
    });
    answered.await;
}

#[tokio::test]
async fn pending_updates_are_counted_and_can_be_dropped() {
    let (world, _) = World::with_ann().await;
    world.says("ann", "hello").await;
    world.bot("setWebhook", json!({ "url": "http://127.0.0.1:9/nobody" })).await;
    let info = until(|| async {
        let info = world.bot("getWebhookInfo", json!({})).await;
        info["last_error_message"].is_string().then_some(info)
    })
    .await;
    assert_eq!((&info["pending_update_count"], &info["last_error_message"]), (&json!(1), &json!("Connection refused")));
    world.bot("deleteWebhook", json!({ "drop_pending_updates": true })).await;
    assert_eq!(world.bot("getWebhookInfo", json!({})).await["url"], "");
    assert!(world.read_all().await.is_empty());
}

#[tokio::test]
async fn bad_webhooks_are_refused() {
    let (world, _) = World::with_ann().await;
    let complaint = world.refused("setWebhook", json!({ "url": "ftp://example.org" })).await;
    assert_eq!(complaint, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
    let secret = json!({ "url": "https://example.org", "secret_token": "no spaces" });
    let complaint = world.refused("setWebhook", secret).await;
    assert_eq!(complaint, "Bad Request: secret token contains unallowed characters");
}
