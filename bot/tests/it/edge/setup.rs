//! Nothing is said to Telegram that it knows already.

use bot::core::update::ALLOWED_UPDATES;
use bot::telegram::setup::{self, Profile, SetupError};
use serde_json::json;

use crate::edge::fake::Fake;

fn methods(fake: &Fake) -> Vec<String> {
    fake.calls().into_iter().map(|call| call.method).collect()
}

#[tokio::test]
async fn the_bot_learns_who_it_is_however_long_it_takes() {
    let fake = Fake::start().await;
    fake.answers("getme", 502, json!("Bad Gateway"));
    let me = setup::identify(&fake.client()).await.unwrap();
    assert_eq!((me.id, me.username.as_str()), (1, "fake_bot"));
    fake.refuses("getme", 401, "Unauthorized");
    assert!(matches!(setup::identify(&fake.client()).await, Err(SetupError::TokenRefused(_))));
}

#[tokio::test]
async fn a_profile_is_written_only_where_it_differs() {
    let fake = Fake::start().await;
    let profile = Profile {
        language: "de".to_owned(),
        commands: vec![("buy".to_owned(), "Credits kaufen".to_owned())],
        description: String::new(),
        short_description: "Videos".to_owned(),
    };
    setup::publish_profiles(&fake.client(), std::slice::from_ref(&profile)).await.unwrap();
    let set: Vec<_> = fake.calls().into_iter().filter(|call| call.method.starts_with("set")).collect();
    assert_eq!(
        set.iter().map(|call| call.method.as_str()).collect::<Vec<_>>(),
        ["setmycommands", "setmyshortdescription"]
    );
    assert_eq!(set[0].fields["language_code"], "de");

    let shown = json!([{"command": "buy", "description": "Credits kaufen"}]);
    fake.answers("getmycommands", 200, json!({"ok": true, "result": shown}));
    fake.answers("getmyshortdescription", 200, json!({"ok": true, "result": {"short_description": "Videos"}}));
    let before = fake.calls().len();
    setup::publish_profiles(&fake.client(), &[profile]).await.unwrap();
    assert!(methods(&fake)[before..].iter().all(|method| method.starts_with("get")));
}

#[tokio::test]
async fn a_webhook_is_set_whatever_was_so_and_removed_only_if_there_is_one() {
    let fake = Fake::start().await;
    let url = "https://bot.example/telegram".parse().unwrap();
    let info = json!({"ok": true, "result": {"url": url, "allowed_updates": ALLOWED_UPDATES}});
    fake.answers("getwebhookinfo", 200, info.clone());
    // A moment ago Telegram knew the bot.
    fake.refuses("setwebhook", 401, "Unauthorized");
    setup::use_webhook(&fake.client(), &url, &"secret".into()).await.unwrap();
    let set = fake.called("setwebhook", 2).await.remove(1).fields;
    assert_eq!(set, json!({"url": url, "secret_token": "secret", "allowed_updates": ALLOWED_UPDATES}));

    setup::use_polling(&fake.client()).await.unwrap();
    fake.called("deletewebhook", 1).await;
    setup::use_polling(&fake.client()).await.unwrap();
    assert_eq!(fake.called("deletewebhook", 1).await.len(), 1);
}
