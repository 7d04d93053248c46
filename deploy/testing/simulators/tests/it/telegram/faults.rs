//! Faults of the field on order: dead ends per method and per way of a file, lost messages, webhooks and files.

use std::time::Duration;

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::world::World;

const FILM: &[u8] = include_bytes!("../../../media/square-dusk.mp4");

async fn order(world: &World, fault: Value) {
    let listed = world.post("/simulators/telegram/faults", fault).await;
    assert!(listed["faults"].is_array(), "{listed}");
}

/// Sends a video as an upload.
async fn upload(world: &World, chat: i64) -> (u16, Value) {
    let film = Part::bytes(FILM).file_name("film.mp4").mime_str("video/mp4").unwrap();
    let form = Form::new().text("chat_id", chat.to_string()).text("video", "attach://film").part("film", film);
    world.upload("sendVideo", form).await
}

#[tokio::test]
async fn videos_by_url_time_out_while_uploads_arrive() {
    let (world, ann) = World::with_ann().await;
    order(&world, json!({ "method": "sendVideo", "fault": "gateway_timeout", "by": "url", "seconds": 60 })).await;
    let by_url = json!({ "chat_id": ann, "video": "https://films.example/a.mp4" });
    for _ in 0..3 {
        let answer = world.http.post(world.method_url("sendVideo")).json(&by_url).send().await.unwrap();
        assert_eq!((answer.status().as_u16(), answer.headers()["content-type"].to_str().unwrap()), (504, "text/html"));
    }
    let (status, sent) = upload(&world, ann).await;
    assert_eq!(status, 200, "{sent}");
    let again = world.bot("sendVideo", json!({ "chat_id": ann, "video": sent["result"]["video"]["file_id"] })).await;
    assert!(again["video"]["file_id"].is_string());
}

#[tokio::test]
async fn a_call_may_be_done_although_it_timed_out() {
    let (world, ann) = World::with_ann().await;
    order(&world, json!({ "method": "sendMessage", "fault": "gateway_timeout", "done": true })).await;
    let hello = json!({ "chat_id": ann, "text": "Hello" });
    let answer = world.http.post(world.method_url("sendMessage")).json(&hello).send().await.unwrap();
    assert_eq!(answer.status(), 504);
    let messages = world.get("/simulators/telegram/messages?user=ann").await["messages"].clone();
    assert_eq!(messages[1]["text"], "Hello");
}

#[tokio::test]
async fn every_method_fails_for_as_long_as_ordered() {
    let (world, ann) = World::with_ann().await;
    order(&world, json!({ "fault": "bad_gateway", "seconds": 15 })).await;
    let status = async |method: &str| world.http.get(world.method_url(method)).send().await.unwrap().status().as_u16();
    assert_eq!((status("getMe").await, status("getWebhookInfo").await), (502, 502));
    world.clock.advance(Duration::from_secs(15));
    world.bot("sendMessage", json!({ "chat_id": ann, "text": "back" })).await;
    assert_eq!(world.get("/simulators/telegram/faults").await["faults"], json!([]));
}

#[tokio::test]
async fn refusals_have_the_usual_or_the_ordered_words() {
    let (world, ann) = World::with_ann().await;
    order(&world, json!({ "method": "getUpdates", "fault": "refused", "status": 401, "times": 2 })).await;
    order(&world, json!({ "method": "getUpdates", "fault": "refused", "status": 409 })).await;
    for words in ["Unauthorized", "Unauthorized", "Conflict: terminated by other getUpdates"] {
        assert!(world.refused("getUpdates", json!({})).await.starts_with(words), "{words}");
    }
    let words = "Bad Request: STARS_INVOICE_INVALID";
    order(&world, json!({ "method": "sendInvoice", "fault": "refused", "description": words })).await;
    assert_eq!(world.refused("sendInvoice", json!({ "chat_id": ann })).await, words);
}

#[tokio::test]
async fn a_fault_of_one_chat_spares_the_others() {
    let (world, ann) = World::with_ann().await;
    let bob = world.person("bob").await;
    world.says("bob", "/start").await;
    order(&world, json!({ "fault": "too_many_requests", "chat": bob, "retry_after": 9, "seconds": 60 })).await;
    let hello = |chat: i64| json!({ "chat_id": chat, "text": "Hello" });
    world.bot("sendMessage", hello(ann)).await;
    assert_eq!(world.refused("sendMessage", hello(bob)).await, "Too Many Requests: retry after 9");
}

#[tokio::test]
async fn a_message_out_of_reach_is_pressed_without_content_and_cannot_be_edited() {
    let (world, ann) = World::with_ann().await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Go", "callback_data": "go" }]] });
    let sent = world.bot("sendMessage", json!({ "chat_id": ann, "text": "x", "reply_markup": keyboard })).await;
    let id = sent["message_id"].clone();
    let lost = json!({ "chat": ann, "message_id": id, "edit": "cannot_be_edited" });
    world.post("/simulators/telegram/inaccessible", lost).await;
    world.post("/chat/api/ann/callback", json!({ "message_id": id, "data": "go" })).await;
    let query = world.next_update("callback_query").await;
    let inaccessible = query["message"].as_object().unwrap();
    assert_eq!(inaccessible.keys().collect::<Vec<_>>(), ["chat", "date", "message_id"]);
    assert_eq!((&query["message"]["date"], &query["message"]["message_id"]), (&json!(0), &id));
    let edit = json!({ "chat_id": ann, "message_id": id, "text": "y" });
    assert_eq!(world.refused("editMessageText", edit.clone()).await, "Bad Request: message can't be edited");
    world.post("/simulators/telegram/inaccessible", json!({ "chat": ann })).await;
    assert_eq!(world.refused("editMessageText", edit).await, "Bad Request: message to edit not found");
    let state = world.get("/chat/api/ann/state").await;
    assert_eq!(state["messages"][1]["text"], "x", "the person still sees it");
}

#[tokio::test]
async fn another_process_takes_the_webhook_away_or_for_itself() {
    let (world, _) = World::with_ann().await;
    world.bot("setWebhook", json!({ "url": "http://127.0.0.1:9/ours", "secret_token": "ours" })).await;
    world.post("/simulators/telegram/webhook", json!({ "url": "http://127.0.0.1:9/theirs" })).await;
    world.says("ann", "hello").await;
    let info = super::world::until(|| async {
        let info = world.bot("getWebhookInfo", json!({})).await;
        info["last_error_date"].is_i64().then_some(info)
    })
    .await;
    assert_eq!((&info["url"], &info["pending_update_count"]), (&json!("http://127.0.0.1:9/theirs"), &json!(1)));
    world.post("/simulators/telegram/webhook", json!({ "url": "" })).await;
    assert_eq!(world.bot("getWebhookInfo", json!({})).await["url"], "");
}

#[tokio::test]
async fn a_dead_file_is_refused_for_ever_and_the_next_one_is_not() {
    let (world, _) = World::with_ann().await;
    order(&world, json!({ "fault": "dead_file" })).await;
    let send = async || {
        let message = world.sends_files("ann", "file", "document", &[""]).await;
        json!({ "file_id": message["document"]["file_id"] })
    };
    let (dead, alive) = (send().await, send().await);
    for _ in 0..2 {
        let words = "Bad Request: wrong file_id or the file is temporarily unavailable";
        assert_eq!(world.refused("getFile", dead.clone()).await, words);
    }
    world.bot("getFile", alive).await;
}
