//! Sending, editing and deleting, with each limit and complaint.

use std::time::Duration;

use serde_json::{Value, json};
use simulators::telegram::FloodLimits;

use super::world::World;

#[tokio::test]
async fn a_wrong_token_and_an_unknown_method_are_told_apart() {
    let (world, _) = World::with_ann().await;
    let response = world.http.get(format!("{}/bot1:wrong/getMe", world.base)).send().await.unwrap();
    assert_eq!(response.status(), 401);
    let answer: Value = response.json().await.unwrap();
    assert_eq!(answer, json!({ "ok": false, "error_code": 401, "description": "Unauthorized" }));
    assert_eq!(world.refused("sendDice", json!({})).await, "Not Found");
    assert_eq!(world.bot("GETME", json!({})).await["is_bot"], true);
}

#[tokio::test]
async fn parameters_come_by_query_form_or_json() {
    let (world, ann) = World::with_ann().await;
    let keyboard = r#"{"inline_keyboard":[[{"text":"Go","callback_data":"go"}]]}"#;
    let id = ann.to_string();
    let form = [("chat_id", id.as_str()), ("text", "by form"), ("reply_markup", keyboard), ("protect_content", "true")];
    let answer = world.http.post(world.method_url("sendMessage")).form(&form).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer["result"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"], "go");
    assert_eq!(answer["result"]["has_protected_content"], true);
    let answer = world.http.get(world.method_url("sendMessage")).query(&form).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let text = world.bot("sendMessage", json!({ "chat_id": id, "text": "by JSON" })).await;
    assert_eq!(text["text"], "by JSON");
}

#[tokio::test]
async fn texts_and_captions_have_their_limits_in_utf16_units_after_parsing() {
    let (world, ann) = World::with_ann().await;
    let send = |text: String| json!({ "chat_id": ann, "text": text, "parse_mode": "HTML" });
    world.bot("sendMessage", send(format!("<b>{}</b>", "🎬".repeat(2048)))).await;
    let too_long = world.refused("sendMessage", send("🎬".repeat(2049))).await;
    assert_eq!(too_long, "Bad Request: message is too long");
    for nothing in ["", "  \n ", "<b></b>"] {
        assert_eq!(world.refused("sendMessage", send(nothing.to_owned())).await, "Bad Request: message text is empty");
    }
    let missing = world.refused("sendMessage", json!({ "chat_id": ann })).await;
    assert_eq!(missing, "Bad Request: message text is empty");
    assert_eq!(world.refused("sendMessage", json!({ "text": "x" })).await, "Bad Request: chat_id is empty");
    let entities = world.refused("sendMessage", send("a < b".to_owned())).await;
    assert_eq!(entities, "Bad Request: can't parse entities: Unsupported start tag \"\" at byte offset 2");
}

#[tokio::test]
async fn buttons_are_checked() {
    let (world, ann) = World::with_ann().await;
    let with =
        |button: Value| json!({ "chat_id": ann, "text": "x", "reply_markup": { "inline_keyboard": [[button]] } });
    for button in [
        json!({ "text": "b", "callback_data": "d".repeat(64) }),
        json!({ "text": "b", "copy_text": { "text": "c".repeat(256) } }),
        json!({ "text": "b", "url": "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fx%3Fstart%3Dr1&text=Look" }),
        json!({ "text": "b", "switch_inline_query_chosen_chat": { "query": "q", "allow_user_chats": true } }),
    ] {
        let sent = world.bot("sendMessage", with(button.clone())).await;
        assert_eq!(sent["reply_markup"]["inline_keyboard"][0][0], button);
    }
    for (button, complaint) in [
        (json!({ "text": "b", "callback_data": "ä".repeat(33) }), "BUTTON_DATA_INVALID"),
        (json!({ "text": "b", "callback_data": "" }), "BUTTON_DATA_INVALID"),
        (json!({ "text": "b", "pay": true }), "BUTTON_TYPE_INVALID"),
        (json!({ "text": "b", "copy_text": { "text": "" } }), "BUTTON_COPY_TEXT_INVALID"),
        (json!({ "text": "b", "copy_text": { "text": "c".repeat(257) } }), "BUTTON_COPY_TEXT_INVALID"),
        (
            json!({ "text": "b", "switch_inline_query_chosen_chat": { "query": "q" } }),
            "at least one chat type must be allowed",
        ),
        (
            json!({ "text": "b", "callback_data": "d", "copy_text": { "text": "c" } }),
            "can't parse inline keyboard button: Exactly one of the optional fields must be used",
        ),
        (
            json!({ "text": "b" }),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            json!({ "text": "b", "url": "http://localhost/x" }),
            "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
        ),
    ] {
        assert_eq!(world.refused("sendMessage", with(button)).await, format!("Bad Request: {complaint}"));
    }
}

#[tokio::test]
async fn a_button_has_one_of_three_styles_or_none() {
    let (world, ann) = World::with_ann().await;
    let with = |style: &str| {
        let button = json!({ "text": "b", "callback_data": "d", "style": style });
        json!({ "chat_id": ann, "text": "x", "reply_markup": { "inline_keyboard": [[button]] } })
    };
    for style in ["primary", "success", "danger"] {
        let sent = world.bot("sendMessage", with(style)).await;
        assert_eq!(sent["reply_markup"]["inline_keyboard"][0][0]["style"], style);
    }
    assert_eq!(world.refused("sendMessage", with("warning")).await, "Bad Request: invalid button style specified");
}

#[tokio::test]
async fn a_bot_writes_only_where_it_is_known_and_not_blocked() {
    let world = World::new(FloodLimits::off()).await;
    let ann = world.person("ann").await;
    let hello = json!({ "chat_id": ann, "text": "Hello" });
    assert_eq!(world.refused("sendMessage", hello.clone()).await, "Bad Request: chat not found");
    world.says("ann", "/start").await;
    world.bot("sendMessage", hello.clone()).await;
    world.post("/chat/api/ann/block", json!({ "blocked": true })).await;
    let (status, answer) = world.call("sendMessage", hello.clone()).await;
    assert_eq!((status, answer["description"].as_str()), (403, Some("Forbidden: bot was blocked by the user")));
    let changed = world.next_update("my_chat_member").await;
    assert_eq!(changed["new_chat_member"]["status"], "kicked");
    world.post("/chat/api/ann/block", json!({ "blocked": false })).await;
    assert_eq!(world.next_update("my_chat_member").await["new_chat_member"]["status"], "member");
    world.bot("sendMessage", hello).await;
}

#[tokio::test]
async fn edits_change_and_complain_as_telegram_does() {
    let (world, ann) = World::with_ann().await;
    let message = world.bot("sendMessage", json!({ "chat_id": ann, "text": "one" })).await["message_id"].clone();
    let edit = |text: &str| json!({ "chat_id": ann, "message_id": message, "text": text });
    assert_eq!(world.bot("editMessageText", edit("two")).await["text"], "two");
    assert_eq!(
        world.refused("editMessageText", edit("two")).await,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a \
         current content and reply markup of the message"
    );
    assert_eq!(world.refused("editMessageText", edit(&"x".repeat(4097))).await, "Bad Request: MESSAGE_TOO_LONG");
    let gone = json!({ "chat_id": ann, "message_id": 999, "text": "x" });
    assert_eq!(world.refused("editMessageText", gone).await, "Bad Request: message to edit not found");
    let theirs = json!({ "chat_id": ann, "message_id": 1, "text": "x" });
    assert_eq!(world.refused("editMessageText", theirs).await, "Bad Request: message can't be edited");
}

#[tokio::test]
async fn a_flood_is_stopped_and_told_when_to_go_on() {
    let world = World::new(FloodLimits::default()).await;
    let ann = world.person("ann").await;
    world.says("ann", "/start").await;
    let hello = json!({ "chat_id": ann, "text": "Hello" });
    for _ in 0..10 {
        world.bot("sendMessage", hello.clone()).await;
    }
    let response = world.http.post(world.method_url("sendMessage")).json(&hello).send().await.unwrap();
    assert_eq!((response.status().as_u16(), response.headers()["retry-after"].to_str().unwrap()), (429, "1"));
    let answer: Value = response.json().await.unwrap();
    assert_eq!(answer["description"], "Too Many Requests: retry after 1");
    assert_eq!(answer["parameters"]["retry_after"], 1);
    world.clock.advance(Duration::from_secs(1));
    world.bot("sendMessage", hello).await;
}

#[tokio::test]
async fn commands_of_a_chat_are_shown_in_that_chat_alone() {
    let (world, ann) = World::with_ann().await;
    let bob = world.person("bob").await;
    let of = |command: &str, scope: Value| {
        let commands = json!([{ "command": command, "description": "x" }]);
        json!({ "commands": commands, "scope": scope })
    };
    world.bot("setMyCommands", of("buy", json!({ "type": "default" }))).await;
    let in_chat_of = |id: i64| json!({ "type": "chat", "chat_id": id });
    assert_eq!(world.refused("setMyCommands", of("admin", in_chat_of(bob))).await, "Bad Request: chat not found");
    world.bot("setMyCommands", of("admin", in_chat_of(ann))).await;
    let shown = world.bot("getMyCommands", json!({ "scope": in_chat_of(ann) })).await;
    assert_eq!(shown[0]["command"], "admin");
    assert_eq!(world.get("/chat/api/ann/state").await["bot"]["commands"][0]["command"], "admin");
    assert_eq!(world.get("/chat/api/bob/state").await["bot"]["commands"][0]["command"], "buy");
    world.bot("deleteMyCommands", json!({ "scope": in_chat_of(ann) })).await;
    assert_eq!(world.get("/chat/api/ann/state").await["bot"]["commands"][0]["command"], "buy");
}

#[tokio::test]
async fn the_bots_surface_is_kept_per_language() {
    let (world, _) = World::with_ann().await;
    world.bot("setMyCommands", json!({ "commands": [{ "command": "buy", "description": "Buy credits" }] })).await;
    let german = json!({ "commands": [{ "command": "buy", "description": "Kaufen" }], "language_code": "de" });
    world.bot("setMyCommands", german).await;
    world.bot("setMyDescription", json!({ "description": "Makes videos" })).await;
    world.post("/chat/api/people", json!({ "first_name": "uwe", "language_code": "de" })).await;
    let bot = world.get("/chat/api/uwe/state").await["bot"].clone();
    assert_eq!(bot["commands"][0]["description"], "Kaufen");
    assert_eq!(bot["description"], "Makes videos");
    // Bots have texts by two letters, and clients name regions.
    world.post("/chat/api/uwe/language", json!({ "language_code": "de-at" })).await;
    assert_eq!(world.get("/chat/api/uwe/state").await["bot"]["commands"][0]["description"], "Kaufen");
    let many: Vec<Value> = (0..101).map(|n| json!({ "command": format!("c{n}"), "description": "x" })).collect();
    let complaint = world.refused("setMyCommands", json!({ "commands": many })).await;
    assert_eq!(complaint, "Bad Request: BOT_COMMANDS_TOO_MUCH");
    let loud = json!({ "commands": [{ "command": "Buy", "description": "x" }] });
    assert_eq!(world.refused("setMyCommands", loud).await, "Bad Request: BOT_COMMAND_INVALID");
}
