//! What the chat page relies on: people, buttons, and a stream of events without gaps.

use futures_util::StreamExt as _;
use serde_json::{Value, json};

use super::world::World;

/// Reads events until one has this name; all of them as `(name, id, data)`.
async fn events_until(response: reqwest::Response, last: &str) -> Vec<(String, String, Value)> {
    let mut chunks = response.bytes_stream();
    let mut text = String::new();
    while !text.split("\n\n").any(|event| event.contains(&format!("event: {last}\n")) && event.contains("data: ")) {
        text.push_str(&String::from_utf8_lossy(&chunks.next().await.unwrap().unwrap()));
    }
    let field = |event: &str, name: &str| {
        event.lines().find_map(|line| line.strip_prefix(&format!("{name}: "))).map(str::to_owned).unwrap_or_default()
    };
    let events = text.split("\n\n").filter(|event| event.contains("event: "));
    events
        .map(|event| (field(event, "event"), field(event, "id"), serde_json::from_str(&field(event, "data")).unwrap()))
        .collect()
}

#[tokio::test]
async fn the_same_name_is_the_same_person() {
    let (world, ann) = World::with_ann().await;
    assert_eq!(world.person("Ann").await, ann);
    assert_ne!(world.person("bob").await, ann);
    assert_eq!(world.get("/chat/api/ann/state").await["stars"], 5000);
    let unknown = world.http.get(format!("{}/chat/api/nobody/state", world.base)).send().await.unwrap();
    assert_eq!(unknown.status(), 404);
}

#[tokio::test]
async fn a_pressed_button_is_answered() {
    let (world, ann) = World::with_ann().await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Go", "callback_data": "go" }]] });
    let sent = world.bot("sendMessage", json!({ "chat_id": ann, "text": "x", "reply_markup": keyboard })).await;
    let press = |data: &str| json!({ "message_id": sent["message_id"], "data": data });
    let url = format!("{}/chat/api/ann/callback", world.base);
    assert_eq!(world.http.post(url).json(&press("gone")).send().await.unwrap().status(), 400);
    let since = world.get("/chat/api/ann/state").await["last_event_id"].as_str().unwrap().to_owned();
    let id = world.post("/chat/api/ann/callback", press("go")).await["callback_query_id"].clone();
    let query = world.next_update("callback_query").await;
    assert_eq!((&query["id"], &query["message"]["text"], &query["from"]["id"]), (&id, &json!("x"), &json!(ann)));
    let long = json!({ "callback_query_id": id, "text": "x".repeat(201) });
    assert_eq!(world.refused("answerCallbackQuery", long).await, "Bad Request: MESSAGE_TOO_LONG");
    let answer = json!({ "callback_query_id": id, "text": "Started", "show_alert": true });
    world.bot("answerCallbackQuery", answer.clone()).await;
    assert!(world.refused("answerCallbackQuery", answer).await.contains("query is too old"));
    let stream = world.http.get(format!("{}/chat/api/ann/events?after={since}", world.base)).send().await.unwrap();
    let events = events_until(stream, "callback_answer").await;
    assert_eq!((&events[0].2["text"], &events[0].2["show_alert"]), (&json!("Started"), &json!(true)));
}

#[tokio::test]
async fn events_continue_where_a_reader_left_off() {
    let (world, ann) = World::with_ann().await;
    let events = format!("{}/chat/api/ann/events", world.base);
    let first = world.http.get(&events).send().await.unwrap();
    let sent = world.bot("sendMessage", json!({ "chat_id": ann, "text": "one" })).await;
    let seen = events_until(first, "message").await;
    assert_eq!(seen[0].2["text"], "one");
    let edit = json!({ "chat_id": ann, "message_id": sent["message_id"], "text": "two" });
    world.bot("editMessageText", edit).await;
    world.bot("sendChatAction", json!({ "chat_id": ann, "action": "upload_video" })).await;
    world.post("/chat/api/ann/stars", json!({ "add": 10 })).await;
    world.post(&format!("/simulators/telegram/drop_message/{ann}/{}", sent["message_id"]), json!({})).await;
    let again = world.http.get(&events).header("last-event-id", &seen[0].1).send().await.unwrap();
    let missed = events_until(again, "deleted").await;
    let names: Vec<&str> = missed.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names, ["edited", "action", "stars", "deleted"]);
    assert_eq!(missed[2].2["balance"], 5010);
    let stranger = world.http.get(&events).header("last-event-id", "1-1").send().await.unwrap();
    assert_eq!(events_until(stranger, "resync").await[0].0, "resync");
}
