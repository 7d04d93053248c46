//! Long polling and the offset.

use std::time::Duration;

use serde_json::{Value, json};
use simulators::telegram::FloodLimits;

use super::world::{World, until};

fn ids(updates: &Value) -> Vec<i64> {
    updates.as_array().unwrap().iter().map(|update| update["update_id"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn only_a_higher_offset_confirms() {
    let (world, _) = World::with_ann().await;
    for text in ["one", "two", "three"] {
        world.says("ann", text).await;
    }
    let first = ids(&world.bot("getUpdates", json!({})).await);
    assert_eq!(first.len(), 3);
    assert_eq!(ids(&world.bot("getUpdates", json!({})).await), first, "unconfirmed updates come again");
    assert_eq!(ids(&world.bot("getUpdates", json!({ "limit": 1 })).await), first[..1]);
    assert_eq!(ids(&world.bot("getUpdates", json!({ "offset": first[1] })).await), first[1..]);
    assert_eq!(ids(&world.bot("getUpdates", json!({})).await), first[1..]);
    assert_eq!(ids(&world.bot("getUpdates", json!({ "offset": -1 })).await), first[2..]);
    assert_eq!(ids(&world.bot("getUpdates", json!({})).await), first[2..]);
    assert!(ids(&world.bot("getUpdates", json!({ "offset": first[2] + 1 })).await).is_empty());
}

#[tokio::test]
async fn a_waiting_poll_wakes_at_once() {
    let (world, _) = World::with_ann().await;
    let poll = world.bot("getUpdates", json!({ "timeout": 50 }));
    let (updates, _) = tokio::join!(poll, world.says("ann", "hello"));
    assert_eq!(updates[0]["message"]["text"], "hello");
}

#[tokio::test]
async fn a_second_poller_ends_the_first() {
    let (world, _) = World::with_ann().await;
    let polls = || async { world.get("/simulators/telegram/updates").await["polls"].as_u64().unwrap() };
    let before = polls().await;
    let first = world.refused("getUpdates", json!({ "timeout": 50 }));
    let second = async {
        until(|| async { (polls().await > before).then_some(()) }).await;
        world.bot("getUpdates", json!({})).await
    };
    let (complaint, _) = tokio::join!(first, second);
    assert_eq!(
        complaint,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
}

#[tokio::test]
async fn polling_is_refused_while_a_webhook_is_set() {
    let (world, _) = World::with_ann().await;
    world.bot("setWebhook", json!({ "url": "http://127.0.0.1:9/telegram" })).await;
    assert_eq!(
        world.refused("getUpdates", json!({})).await,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    );
    world.bot("deleteWebhook", json!({})).await;
    world.bot("getUpdates", json!({})).await;
}

#[tokio::test]
async fn allowed_updates_stay_until_changed() {
    let (world, ann) = World::with_ann().await;
    world.bot("getUpdates", json!({ "allowed_updates": ["callback_query"] })).await;
    world.says("ann", "not wanted").await;
    assert!(ids(&world.bot("getUpdates", json!({})).await).is_empty());
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Go", "callback_data": "go" }]] });
    let sent = world.bot("sendMessage", json!({ "chat_id": ann, "text": "x", "reply_markup": keyboard })).await;
    world.post("/chat/api/ann/callback", json!({ "message_id": sent["message_id"], "data": "go" })).await;
    assert_eq!(world.next_update("callback_query").await["data"], "go");
    world.bot("getUpdates", json!({ "allowed_updates": [] })).await;
    world.says("ann", "wanted again").await;
    assert_eq!(world.next_update("message").await["text"], "wanted again");
}

#[tokio::test]
async fn queries_live_150_seconds_and_messages_a_day() {
    let (world, ann) = World::with_ann().await;
    world.says("ann", "hello").await;
    let pressed = json!({ "message_id": 1, "data": "x", "force": true });
    let query = world.post("/chat/api/ann/callback", pressed).await["callback_query_id"].clone();
    assert_eq!(ids(&world.bot("getUpdates", json!({})).await).len(), 2);
    world.clock.advance(Duration::from_secs(151));
    let updates = world.bot("getUpdates", json!({})).await;
    assert_eq!((ids(&updates).len(), &updates[0]["message"]["text"]), (1, &json!("hello")));
    assert_eq!(
        world.refused("answerCallbackQuery", json!({ "callback_query_id": query })).await,
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    );
    world.clock.advance(Duration::from_secs(24 * 3600));
    assert!(ids(&world.bot("getUpdates", json!({})).await).is_empty());
    assert!(ann > i64::from(u32::MAX));
}

#[tokio::test]
async fn in_a_group_the_bot_hears_commands_only() {
    let world = World::new(FloodLimits::off()).await;
    world.person("ann").await;
    let group = world.post("/chat/api/ann/group", json!({})).await["chat"]["id"].clone();
    assert_eq!(world.next_update("my_chat_member").await["chat"]["id"], group);
    for text in ["just talking", "/start@another_bot", "/start"] {
        world.post("/chat/api/ann/text", json!({ "text": text, "chat": group })).await;
    }
    let updates = world.read_all().await;
    assert_eq!((updates.len(), &updates[0]["message"]["text"]), (1, &json!("/start")));
    world.bot("sendMessage", json!({ "chat_id": group, "text": "Hello, all" })).await;
}

#[tokio::test]
async fn a_button_pressed_before_a_restart_can_be_answered_after_it() {
    let (world, _) = World::with_ann().await;
    let pressed = json!({ "message_id": 1, "data": "x", "force": true });
    let query = world.post("/chat/api/ann/callback", pressed).await["callback_query_id"].clone();
    let world = world.restarted().await;
    assert_eq!(world.next_update("callback_query").await["id"], query);
    world.bot("answerCallbackQuery", json!({ "callback_query_id": query })).await;
}

#[tokio::test]
async fn everything_goes_on_after_a_restart() {
    let (world, ann) = World::with_ann().await;
    world.says("ann", "before").await;
    let before = world.bot("getUpdates", json!({})).await;
    let world = world.restarted().await;
    assert_eq!(world.bot("getUpdates", json!({})).await, before);
    world.read_all().await;
    let world = world.restarted().await;
    world.says("ann", "after").await;
    let after = world.bot("getUpdates", json!({})).await;
    assert_eq!(ids(&after), [ids(&before)[0] + 1]);
    let state = world.get("/chat/api/ann/state").await;
    let texts: Vec<&Value> = state["messages"].as_array().unwrap().iter().map(|message| &message["text"]).collect();
    assert_eq!(texts, ["/start", "before", "after"]);
    assert_eq!(state["user"]["id"], ann);
    assert!(world.get("/simulators/telegram/calls").await["calls"].as_array().unwrap().len() > 5);
}
