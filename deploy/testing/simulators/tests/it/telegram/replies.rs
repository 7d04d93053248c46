//! Replies of both sides, and the words that they are about.

use frankenstein::types::Message;
use serde_json::{Value, json};

use super::world::World;

#[tokio::test]
async fn a_reply_shows_its_original_and_the_quoted_words() {
    let (world, ann) = World::with_ann().await;
    let said = world.says("ann", "🎬 A fox runs through snow").await;
    let reply = |quote: &str| {
        let parameters = json!({ "message_id": said["message_id"], "quote": quote, "quote_parse_mode": "HTML" });
        json!({ "chat_id": ann, "text": "Yes", "reply_parameters": parameters })
    };
    let sent = world.bot("sendMessage", reply("<b>fox</b> runs")).await;
    assert_eq!(sent["reply_to_message"]["text"], said["text"]);
    assert_eq!((&sent["quote"]["text"], &sent["quote"]["position"]), (&json!("fox runs"), &json!(5)));
    assert!(serde_json::from_value::<Message>(sent).is_ok());
    assert_eq!(world.refused("sendMessage", reply("a wolf")).await, "Bad Request: QUOTE_TEXT_INVALID");
}

#[tokio::test]
async fn a_person_replies_with_words_or_a_file_and_the_bot_sees_one_original() {
    let (world, ann) = World::with_ann().await;
    let hello = world.bot("sendMessage", json!({ "chat_id": ann, "text": "Hello" })).await["message_id"].clone();
    let reply = |to: &Value| json!({ "text": "Hi", "reply_to": to });
    let first = world.post("/chat/api/ann/text", reply(&hello)).await;
    assert_eq!(world.next_update("message").await["reply_to_message"]["text"], "Hello");
    world.post("/chat/api/ann/text", reply(&first["message_id"])).await;
    let second = world.next_update("message").await;
    assert_eq!(second["reply_to_message"]["message_id"], first["message_id"]);
    assert!(second["reply_to_message"].get("reply_to_message").is_none(), "{second}");
    let missing = world.post("/chat/api/ann/text", reply(&json!(999))).await;
    assert_eq!(missing["error"], "There is no message to reply to.");
}
