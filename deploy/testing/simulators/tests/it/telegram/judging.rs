//! Records of calls, faults to order, and updates out of turn.

use std::time::Instant;

use serde_json::{Value, json};

use super::world::World;

#[tokio::test]
async fn every_call_is_recorded_with_what_the_bot_api_does_not_know() {
    let (world, ann) = World::with_ann().await;
    let last = world.get("/simulators/telegram/calls").await["last"].clone();
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Go", "callback_data": "go", "colour": "red" }]] });
    let sent = json!({ "chat_id": ann, "text": "x", "reply_markup": keyboard, "shiny": true });
    world.bot("SendMessage", sent).await;
    world.refused("sendMessage", json!({ "chat_id": ann, "text": ["x"] })).await;
    let calls =
        world.get(&format!("/simulators/telegram/calls?after={last}&method=sendmessage")).await["calls"].clone();
    assert_eq!(calls.as_array().unwrap().len(), 2);
    assert_eq!(calls[0]["method"], "sendMessage");
    assert_eq!(calls[0]["unknown_fields"], json!(["reply_markup.inline_keyboard.0.0.colour", "shiny"]));
    assert_eq!(calls[0]["response"]["result"]["text"], "x");
    assert_eq!((&calls[1]["http_status"], &calls[1]["params"]["text"]), (&json!(400), &json!(["x"])));
}

#[tokio::test]
async fn a_dropped_reply_is_done_all_the_same() {
    let (world, ann) = World::with_ann().await;
    world.post("/simulators/telegram/faults", json!({ "method": "sendMessage", "fault": "drop_reply" })).await;
    world.bot("getMe", json!({})).await;
    let hello = json!({ "chat_id": ann, "text": "Hello" });
    assert!(world.http.post(world.method_url("sendMessage")).json(&hello).send().await.is_err());
    let messages = world.get("/simulators/telegram/messages?user=ann").await["messages"].clone();
    assert_eq!(messages[1]["text"], "Hello");
    world.bot("sendMessage", hello).await;
}

#[tokio::test]
async fn refusals_and_slowness_come_as_often_as_ordered() {
    let (world, _) = World::with_ann().await;
    let order = |fault: Value| world.post("/simulators/telegram/faults", fault);
    order(json!({ "fault": "refuse_500", "times": 2 })).await;
    for _ in 0..2 {
        assert_eq!(world.refused("getMe", json!({})).await, "Internal Server Error");
    }
    order(json!({ "fault": "too_many_requests", "retry_after": 7 })).await;
    assert_eq!(world.refused("getMe", json!({})).await, "Too Many Requests: retry after 7");
    order(json!({ "fault": "bad_gateway" })).await;
    let response = world.http.get(world.method_url("getMe")).send().await.unwrap();
    assert_eq!((response.status().as_u16(), response.headers()["content-type"].to_str().unwrap()), (502, "text/html"));
    order(json!({ "fault": "slow_ms", "ms": 50 })).await;
    let start = Instant::now();
    world.bot("getMe", json!({})).await;
    assert!(start.elapsed().as_millis() >= 50);
}

#[tokio::test]
async fn an_old_update_can_be_delivered_again_and_a_raw_one_injected() {
    let (world, _) = World::with_ann().await;
    world.says("ann", "once").await;
    let update = world.read_all().await[0].clone();
    world.post("/simulators/telegram/resend", json!({ "update_id": update["update_id"] })).await;
    assert_eq!(world.read_all().await, [update]);
    world.post("/simulators/telegram/update", json!({ "subscription": { "state": "canceled" } })).await;
    assert_eq!(world.next_update("subscription").await["state"], "canceled");
    let updates = world.get("/simulators/telegram/updates").await["updates"].clone();
    assert_eq!((&updates[1]["fate"], &updates[1]["deliveries"]), (&json!("confirmed"), &json!(2)));
}

#[tokio::test]
async fn the_bots_token_is_not_written_down() {
    let (world, ann) = World::with_ann().await;
    world.bot("sendMessage", json!({ "chat_id": ann, "text": "Hello" })).await;
    let calls = std::fs::read_to_string(world.folder().join("calls.jsonl")).unwrap();
    assert!(calls.contains("Hello") && !calls.contains(simulators::telegram::DEMO_BOT_TOKEN));
}
