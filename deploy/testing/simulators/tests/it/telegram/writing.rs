//! How people write: long texts, edits, albums, topics, and what they do that a chat shows as a note.

use serde_json::{Value, json};

use super::world::World;

fn texts(updates: &[Value], field: &str) -> Vec<String> {
    updates.iter().filter_map(|update| update["message"][field].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn a_long_text_arrives_in_pieces() {
    let (world, _) = World::with_ann().await;
    let text = "A fox runs through snow. ".repeat(200);
    world.says("ann", &text).await;
    let pieces = texts(&world.read_all().await, "text");
    assert_eq!(pieces.len(), 2);
    assert_eq!(pieces.join(" "), text.trim_end());
}

#[tokio::test]
async fn an_edit_reaches_the_bot_as_an_edit() {
    let (world, _) = World::with_ann().await;
    let said = world.says("ann", "a fix").await;
    let edit = json!({ "message_id": said["message_id"], "text": "a fox" });
    world.post("/chat/api/ann/edit", edit).await;
    let edited = world.next_update("edited_message").await;
    assert_eq!((&edited["text"], &edited["message_id"]), (&json!("a fox"), &said["message_id"]));
    assert!(edited["edit_date"].is_i64());
    let photo = world.sends_files("ann", "file", "photo", &["a fix"]).await;
    world.post("/chat/api/ann/edit", json!({ "message_id": photo["message_id"], "text": "a fox" })).await;
    let edited = world.next_update("edited_message").await;
    assert_eq!((&edited["caption"], &edited["photo"]), (&json!("a fox"), &photo["photo"]));
    let hers = world.post("/chat/api/ann/edit", json!({ "message_id": 999, "text": "x" })).await;
    assert_eq!(hers["error"], "You have no such message.");
}

#[tokio::test]
async fn an_album_is_a_message_for_each_photo_and_any_may_have_the_caption() {
    let (world, _) = World::with_ann().await;
    world.sends_files("ann", "album", "photo", &["", "", "a fox"]).await;
    let updates = world.read_all().await;
    let albums = texts(&updates, "media_group_id");
    assert!(albums.len() == 3 && albums.iter().all(|album| *album == albums[0]), "{updates:?}");
    assert_eq!(updates[2]["message"]["caption"], "a fox");
    assert_eq!(texts(&updates, "caption"), ["a fox"]);
    let alone = world.sends_files("ann", "album", "photo", &[""]).await;
    assert_eq!(alone["error"], "An album has 2 to 10 files.");
}

#[tokio::test]
async fn a_topic_is_told_and_can_be_answered_in() {
    let (world, ann) = World::with_ann().await;
    world.post("/chat/api/ann/text", json!({ "text": "/start", "thread": 7 })).await;
    let message = world.next_update("message").await;
    assert_eq!((&message["message_thread_id"], &message["is_topic_message"]), (&json!(7), &json!(true)));
    let answer = |thread: i32| json!({ "chat_id": ann, "text": "Hello", "message_thread_id": thread });
    assert_eq!(world.bot("sendMessage", answer(7)).await["message_thread_id"], 7);
    assert_eq!(world.refused("sendMessage", answer(8)).await, "Bad Request: message thread not found");
    let world = world.restarted().await;
    world.bot("sendMessage", answer(7)).await;
}

#[tokio::test]
async fn notes_of_a_chat_reach_the_bot() {
    let (world, _) = World::with_ann().await;
    let fields = [
        ("pin", "pinned_message"),
        ("timer", "message_auto_delete_timer_changed"),
        ("wallpaper", "chat_background_set"),
        ("permission", "write_access_allowed"),
        ("gift", "gift"),
    ];
    for (kind, field) in fields {
        world.post("/chat/api/ann/service", json!({ "kind": kind })).await;
        let message = world.next_update("message").await;
        assert!(message[field].is_object() && message.get("text").is_none(), "{message}");
    }
}

#[tokio::test]
async fn stickers_and_voice_messages_can_be_sent() {
    let (world, _) = World::with_ann().await;
    for kind in ["sticker", "voice"] {
        world.sends_files("ann", "file", kind, &[""]).await;
        assert!(world.next_update("message").await[kind]["file_id"].is_string(), "{kind}");
    }
}
