//! Edits of captions and of keyboards alone.

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::world::World;

async fn video(world: &World, chat: i64) -> Value {
    let movie = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/media/square-dusk.mp4")).unwrap();
    let part = Part::bytes(movie).file_name("a.mp4").mime_str("video/mp4").unwrap();
    let form = Form::new().text("chat_id", chat.to_string()).text("caption", "one").part("video", part);
    world.upload("sendVideo", form).await.1["result"].clone()
}

#[tokio::test]
async fn a_caption_changes_and_the_video_stays() {
    let (world, ann) = World::with_ann().await;
    let video = video(&world, ann).await;
    let edit = |caption: &str| {
        let id = &video["message_id"];
        json!({ "chat_id": ann, "message_id": id, "caption": caption, "parse_mode": "HTML" })
    };
    let edited = world.bot("editMessageCaption", edit("<blockquote>two</blockquote>")).await;
    assert_eq!((&edited["caption"], &edited["video"]), (&json!("two"), &video["video"]));
    assert_eq!(edited["caption_entities"][0]["type"], "blockquote");
    let same = world.refused("editMessageCaption", edit("<blockquote>two</blockquote>")).await;
    assert!(same.starts_with("Bad Request: message is not modified"), "{same}");
    let long = world.refused("editMessageCaption", edit(&"x".repeat(1025))).await;
    assert_eq!(long, "Bad Request: message caption is too long");
    assert!(world.bot("editMessageCaption", edit("")).await.get("caption").is_none());
    let text = world.bot("sendMessage", json!({ "chat_id": ann, "text": "x" })).await["message_id"].clone();
    let no_media = json!({ "chat_id": ann, "message_id": text, "caption": "x" });
    let complaint = world.refused("editMessageCaption", no_media).await;
    assert_eq!(complaint, "Bad Request: there is no caption in the message to edit");
}

#[tokio::test]
async fn a_keyboard_changes_and_the_content_stays() {
    let (world, ann) = World::with_ann().await;
    let video = video(&world, ann).await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Again", "callback_data": "again" }]] });
    let edit = |markup: &Value| json!({ "chat_id": ann, "message_id": video["message_id"], "reply_markup": markup });
    let edited = world.bot("editMessageReplyMarkup", edit(&keyboard)).await;
    assert_eq!((&edited["reply_markup"], &edited["caption"]), (&keyboard, &json!("one")));
    assert_eq!(edited["video"], video["video"]);
    let same = world.refused("editMessageReplyMarkup", edit(&keyboard)).await;
    assert!(same.starts_with("Bad Request: message is not modified"), "{same}");
    let bare = world.bot("editMessageReplyMarkup", edit(&Value::Null)).await;
    assert!(bare.get("reply_markup").is_none(), "{bare}");
}

/// The header of an image of 1024 by 768; nobody decodes more of it.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x04\0\0\0\x03\0\x08\x02\0\0\0";

fn image() -> Part {
    Part::bytes(PNG).file_name("chart.png").mime_str("image/png").unwrap()
}

#[tokio::test]
async fn a_photo_is_uploaded_and_another_one_takes_its_place() {
    let (world, ann) = World::with_ann().await;
    let form = Form::new().text("chat_id", ann.to_string()).text("caption", "7 days").part("photo", image());
    let photo = world.upload("sendPhoto", form).await.1["result"].clone();
    assert_eq!((&photo["caption"], photo["photo"].as_array().unwrap().is_empty()), (&json!("7 days"), false));
    let media =
        json!({ "type": "photo", "media": "attach://chart", "caption": "<b>30 days</b>", "parse_mode": "HTML" });
    let keyboard = json!({ "inline_keyboard": [[{ "text": "7 days", "callback_data": "stats:7" }]] });
    let form = Form::new()
        .text("chat_id", ann.to_string())
        .text("message_id", photo["message_id"].to_string())
        .text("media", media.to_string())
        .text("reply_markup", keyboard.to_string())
        .part("chart", image());
    let edited = world.upload("editMessageMedia", form).await.1["result"].clone();
    assert_eq!((&edited["caption"], &edited["caption_entities"][0]["type"]), (&json!("30 days"), &json!("bold")));
    assert_eq!(edited["reply_markup"], keyboard);
    assert!(edited["photo"] != photo["photo"] && edited["photo"].is_array(), "{edited}");
    let nothing = world.refused("sendPhoto", json!({ "chat_id": ann })).await;
    assert_eq!(nothing, "Bad Request: there is no photo in the request");
}
