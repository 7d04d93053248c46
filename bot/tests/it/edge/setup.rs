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

fn profile(language: &str) -> Profile {
    Profile {
        language: language.to_owned(),
        commands: vec![("buy".to_owned(), format!("buy in {language}"))],
        description: String::new(),
        short_description: "Videos".to_owned(),
    }
}

/// The answers of a Telegram that shows this.
fn shows(fake: &Fake, profile: &Profile) {
    let (command, description) = &profile.commands[0];
    let commands = json!([{ "command": command, "description": description }]);
    fake.answers("getmycommands", 200, json!({ "ok": true, "result": commands }));
    let short = json!({ "short_description": profile.short_description });
    fake.answers("getmyshortdescription", 200, json!({ "ok": true, "result": short }));
}

#[tokio::test]
async fn a_profile_is_written_only_where_it_differs() {
    let (fake, folder) = (Fake::start().await, tempfile::tempdir().unwrap());
    let (told, profile) = (folder.path().join("told"), profile("de"));
    setup::publish_profiles(&fake.client(), std::slice::from_ref(&profile), &told).await.unwrap();
    let set: Vec<_> = fake.calls().into_iter().filter(|call| call.method.starts_with("set")).collect();
    assert_eq!(
        set.iter().map(|call| call.method.as_str()).collect::<Vec<_>>(),
        ["setmycommands", "setmyshortdescription"]
    );
    assert_eq!(set[0].fields["language_code"], "de");

    // A process that finds no file of an earlier one.
    std::fs::remove_file(&told).unwrap();
    shows(&fake, &profile);
    let before = fake.calls().len();
    setup::publish_profiles(&fake.client(), &[profile], &told).await.unwrap();
    assert!(methods(&fake)[before..].iter().all(|method| method.starts_with("get")));
}

#[tokio::test]
async fn what_telegram_was_told_is_not_asked_for_again() {
    let (fake, folder) = (Fake::start().await, tempfile::tempdir().unwrap());
    let told = folder.path().join("told");
    let mut profiles = ["", "de", "fr"].map(profile);
    setup::publish_profiles(&fake.client(), &profiles, &told).await.unwrap();
    let languages = |from: usize| -> Vec<String> {
        let calls = fake.calls().split_off(from).into_iter();
        calls.map(|call| format!("{} {}", call.method, call.fields["language_code"].as_str().unwrap_or("-"))).collect()
    };
    assert_eq!(languages(0).len(), 3 * 3 + 2 * 3);

    // Nothing has changed: what most people see is looked at, and nothing else.
    let before = fake.calls().len();
    shows(&fake, &profiles[0]);
    setup::publish_profiles(&fake.client(), &profiles, &told).await.unwrap();
    assert_eq!(languages(before), ["getmycommands -", "getmydescription -", "getmyshortdescription -"]);

    // One language has: it is told.
    profiles[2].commands[0].1 = "Acheter".to_owned();
    let before = fake.calls().len();
    shows(&fake, &profiles[0]);
    setup::publish_profiles(&fake.client(), &profiles, &told).await.unwrap();
    let asked = languages(before);
    assert!(asked.contains(&"setmycommands fr".to_owned()), "{asked:?}");
    assert!(
        !asked.iter().any(|call| call.ends_with("de") || call.starts_with("set") && call.ends_with('-')),
        "{asked:?}"
    );

    // Somebody else wrote there: everything is compared.
    let before = fake.calls().len();
    setup::publish_profiles(&fake.client(), &profiles, &told).await.unwrap();
    assert_eq!(languages(before).iter().filter(|call| call.starts_with("setmycommands")).count(), 3);
}

#[tokio::test]
async fn telegrams_wish_for_a_pause_is_obeyed() {
    let (fake, folder) = (Fake::start().await, tempfile::tempdir().unwrap());
    let words = "Too Many Requests: retry after 1";
    let busy = json!({ "ok": false, "error_code": 429, "description": words, "parameters": { "retry_after": 1 } });
    fake.answers("setmycommands", 429, busy);
    let began = tokio::time::Instant::now();
    setup::publish_profiles(&fake.client(), &[profile("")], &folder.path().join("told")).await.unwrap();
    assert!(began.elapsed() >= std::time::Duration::from_secs(1), "{:?}", began.elapsed());
    assert_eq!(methods(&fake).iter().filter(|method| *method == "setmycommands").count(), 2);
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
