//! Effects with which messages arrive.

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::world::World;

const FIRE: &str = "5104841245755180586";

fn with_effect(chat: &Value, effect: &str) -> Value {
    json!({ "chat_id": chat, "text": "x", "message_effect_id": effect })
}

#[tokio::test]
async fn a_message_arrives_with_an_effect_that_telegram_knows() {
    let (world, ann) = World::with_ann().await;
    let ann = json!(ann);
    for effect in [FIRE, "5107584321108051014", "5159385139981059251", "5046509860389126442"] {
        assert_eq!(world.bot("sendMessage", with_effect(&ann, effect)).await["effect_id"], effect);
    }
    for effect in ["1", "fire"] {
        let complaint = world.refused("sendMessage", with_effect(&ann, effect)).await;
        assert_eq!(complaint, "Bad Request: EFFECT_ID_INVALID");
    }
    let none = world.bot("sendMessage", with_effect(&ann, "0")).await;
    assert!(none.get("effect_id").is_none(), "{none}");
}

#[tokio::test]
async fn a_video_arrives_with_an_effect_too() {
    let (world, ann) = World::with_ann().await;
    let movie = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/media/square-dusk.mp4")).unwrap();
    let send = async |effect: &str| {
        let part = Part::bytes(movie.clone()).file_name("a.mp4").mime_str("video/mp4").unwrap();
        let form = Form::new().text("chat_id", ann.to_string()).text("message_effect_id", effect.to_owned());
        world.upload("sendVideo", form.part("video", part)).await.1
    };
    assert_eq!(send(FIRE).await["result"]["effect_id"], FIRE);
    assert_eq!(send("1").await["description"], "Bad Request: EFFECT_ID_INVALID");
}

#[tokio::test]
async fn a_group_has_no_effects() {
    let (world, _) = World::with_ann().await;
    let group = world.post("/chat/api/ann/group", json!({})).await["chat"]["id"].clone();
    let complaint = world.refused("sendMessage", with_effect(&group, FIRE)).await;
    assert_eq!(complaint, "Bad Request: can't use message effects in the chat");
}
