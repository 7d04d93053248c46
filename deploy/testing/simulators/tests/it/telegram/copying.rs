//! Copies of messages.

use serde_json::{Value, json};

use super::world::World;

#[tokio::test]
async fn a_text_is_copied_with_its_formatting_and_other_buttons() {
    let (world, ann) = World::with_ann().await;
    let text = json!({ "chat_id": ann, "text": "<b>Half</b> price", "parse_mode": "HTML" });
    let original = world.bot("sendMessage", text).await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Stop", "callback_data": "stop" }]] });
    let copy =
        json!({ "chat_id": ann, "from_chat_id": ann, "message_id": original["message_id"], "reply_markup": keyboard });
    let told = world.bot("copyMessage", copy).await;
    assert_eq!(told.as_object().unwrap().len(), 1, "nothing but the number: {told}");
    let shown = shown(&world, ann, &told["message_id"]).await;
    assert_eq!((&shown["text"], &shown["entities"]), (&original["text"], &original["entities"]));
    assert_eq!((&shown["reply_markup"], shown.get("forward_origin")), (&keyboard, None));
}

#[tokio::test]
async fn a_photo_of_a_person_is_copied_to_another_with_its_caption_or_a_new_one() {
    let (world, ann) = World::with_ann().await;
    let bob = world.person("bob").await;
    world.says("bob", "/start").await;
    let original = world.sends_files("ann", "file", "photo", &["look"]).await;
    let copy = |caption: Option<&str>| {
        let mut copy = json!({ "chat_id": bob, "from_chat_id": ann, "message_id": original["message_id"] });
        if let Some(caption) = caption {
            copy["caption"] = json!(caption);
        }
        copy
    };
    let told = world.bot("copyMessage", copy(None)).await;
    let first = shown(&world, bob, &told["message_id"]).await;
    assert_eq!((&first["photo"], &first["caption"]), (&original["photo"], &json!("look")));
    assert_eq!(first["from"]["is_bot"], true);
    let told = world.bot("copyMessage", copy(Some("new"))).await;
    assert_eq!(shown(&world, bob, &told["message_id"]).await["caption"], "new");
}

#[tokio::test]
async fn what_is_gone_or_blocked_is_refused() {
    let (world, ann) = World::with_ann().await;
    let gone = json!({ "chat_id": ann, "from_chat_id": ann, "message_id": 4711 });
    assert_eq!(world.refused("copyMessage", gone).await, "Bad Request: message to copy not found");
    let strange = json!({ "chat_id": ann, "from_chat_id": 5, "message_id": 1 });
    assert_eq!(world.refused("copyMessage", strange).await, "Bad Request: chat not found");
    let original = world.bot("sendMessage", json!({ "chat_id": ann, "text": "x" })).await;
    let copy = json!({ "chat_id": ann, "from_chat_id": ann, "message_id": original["message_id"] });
    world.post("/chat/api/ann/block", json!({ "blocked": true })).await;
    assert_eq!(world.refused("copyMessage", copy).await, "Forbidden: bot was blocked by the user");
}

#[tokio::test]
async fn a_crowd_can_be_written_to() {
    let (world, ann) = World::with_ann().await;
    world.post("/simulators/telegram/people", json!({ "first": 5_000_000, "number": 10, "blocked_each": 5 })).await;
    let original = world.bot("sendMessage", json!({ "chat_id": ann, "text": "x" })).await;
    let mut blocked = 0;
    for id in 5_000_000..5_000_010 {
        let copy = json!({ "chat_id": id, "from_chat_id": ann, "message_id": original["message_id"] });
        blocked += i32::from(world.call("copyMessage", copy).await.0 == 403);
    }
    assert_eq!(blocked, 2);
}

async fn shown(world: &World, chat: i64, id: &Value) -> Value {
    let messages = world.get(&format!("/simulators/telegram/messages?chat={chat}")).await;
    let messages = messages["messages"].as_array().unwrap().clone();
    messages.into_iter().find(|message| message["message_id"] == *id).unwrap()
}
