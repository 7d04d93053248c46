//! What the simulator says is what Bot API 10.3 says: each object is read with the types of another author, who must
//! find neither a missing nor an unknown field.

use frankenstein::payments::{PreCheckoutQuery, StarAmount, StarTransactions};
use frankenstein::types::{BotCommand, CallbackQuery, ChatMemberUpdated, File, Message, User};
use frankenstein::updates::{Update, WebhookInfo};
use reqwest::multipart::{Form, Part};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::world::World;

/// Reads the value as the type and fails for every field that the type does not know.
fn is<T: DeserializeOwned>(value: &Value) {
    let mut unknown = Vec::new();
    let read: Result<T, _> = serde_ignored::deserialize(value.clone(), |path| unknown.push(path.to_string()));
    assert!(read.is_ok(), "{:?} in {value}", read.err());
    assert!(unknown.is_empty(), "{unknown:?} in {value}");
}

#[tokio::test]
async fn messages_and_files_have_the_documented_shape() {
    let (world, ann) = World::with_ann().await;
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Go", "callback_data": "go" }]] });
    let text =
        "<pre><code class=\"language-rust\">x</code></pre> <a href=\"https://e.org\">y</a> @someone #tag a@b.org";
    let sent = json!({ "chat_id": ann, "text": text, "parse_mode": "HTML", "reply_markup": keyboard });
    let sent = world.bot("sendMessage", sent).await;
    is::<Message>(&sent);
    let id = &sent["message_id"];
    let reply =
        json!({ "chat_id": ann, "text": "x", "reply_parameters": { "message_id": id }, "protect_content": true });
    is::<Message>(&world.bot("sendMessage", reply).await);
    let edit = json!({ "chat_id": ann, "message_id": id, "text": "edited" });
    is::<Message>(&world.bot("editMessageText", edit).await);
    let movie = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/media/square-dusk.mp4")).unwrap();
    let part = Part::bytes(movie).file_name("a.mp4").mime_str("video/mp4").unwrap();
    let form = Form::new().text("chat_id", ann.to_string()).text("caption", "x").part("video", part);
    let (_, answer) = world.upload("sendVideo", form.text("has_spoiler", "true")).await;
    is::<Message>(&answer["result"]);
    let file = json!({ "file_id": answer["result"]["video"]["file_id"] });
    is::<File>(&world.bot("getFile", file).await);
}

#[tokio::test]
async fn updates_and_payments_have_the_documented_shape() {
    let (world, ann) = World::with_ann().await;
    let offer = json!({
        "chat_id": ann, "title": "Credits", "description": "x", "payload": "o", "currency": "XTR",
        "prices": [{ "label": "x", "amount": 5 }],
    });
    let invoice = world.bot("sendInvoice", offer).await;
    is::<Message>(&invoice);
    let pay = world.post("/chat/api/ann/pay", json!({ "message_id": invoice["message_id"] }));
    let approve = async {
        let query = world.next_update("pre_checkout_query").await;
        is::<PreCheckoutQuery>(&query);
        world.bot("answerPreCheckoutQuery", json!({ "pre_checkout_query_id": query["id"], "ok": true })).await;
    };
    let charge = tokio::join!(pay, approve).0["charge_id"].clone();
    is::<Message>(&world.next_update("message").await);
    world.bot("refundStarPayment", json!({ "user_id": ann, "telegram_payment_charge_id": charge })).await;
    is::<Message>(&world.next_update("message").await);
    is::<StarTransactions>(&world.bot("getStarTransactions", json!({})).await);
    is::<StarAmount>(&world.bot("getMyStarBalance", json!({})).await);
    let press = json!({ "message_id": 1, "data": "x", "force": true });
    world.post("/chat/api/ann/callback", press).await;
    is::<CallbackQuery>(&world.next_update("callback_query").await);
    world.post("/chat/api/ann/block", json!({ "blocked": true })).await;
    world.post("/chat/api/ann/block", json!({ "blocked": false })).await;
    world.post("/chat/api/ann/group", json!({})).await;
    for update in world.read_all().await {
        assert!(serde_json::from_value::<Update>(update.clone()).is_ok(), "{update}");
        is::<ChatMemberUpdated>(&update["my_chat_member"]);
    }
}

#[tokio::test]
async fn what_people_send_and_do_has_the_documented_shape() {
    let (world, _) = World::with_ann().await;
    for kind in ["pin", "timer", "wallpaper", "permission", "gift"] {
        is::<Message>(&world.post("/chat/api/ann/service", json!({ "kind": kind })).await);
    }
    for kind in ["photo", "document", "sticker", "voice"] {
        is::<Message>(&world.sends_files("ann", "file", kind, &[""]).await);
    }
    is::<Message>(&world.sends_files("ann", "album", "photo", &["", "x"]).await);
    let said = world.post("/chat/api/ann/text", json!({ "text": "x", "thread": 7 })).await;
    is::<Message>(&said);
    let edit = json!({ "message_id": said["message_id"], "text": "y" });
    is::<Message>(&world.post("/chat/api/ann/edit", edit).await);
    for update in world.read_all().await {
        assert!(serde_json::from_value::<Update>(update.clone()).is_ok(), "{update}");
    }
}

#[tokio::test]
async fn the_account_and_its_settings_have_the_documented_shape() {
    let (world, _) = World::with_ann().await;
    is::<User>(&world.bot("getMe", json!({})).await);
    is::<WebhookInfo>(&world.bot("getWebhookInfo", json!({})).await);
    world.bot("setWebhook", json!({ "url": "http://127.0.0.1:9/", "allowed_updates": ["message"] })).await;
    is::<WebhookInfo>(&world.bot("getWebhookInfo", json!({})).await);
    world.bot("setMyCommands", json!({ "commands": [{ "command": "buy", "description": "x" }] })).await;
    is::<Vec<BotCommand>>(&world.bot("getMyCommands", json!({})).await);
}
