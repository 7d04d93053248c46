//! Nothing is said to Telegram that it knows already.

use bot::core::ids::UserId;
use bot::core::role::Role;
use bot::core::update::ALLOWED_UPDATES;
use bot::store::{self, Store};
use bot::telegram::setup::{self, Profile, SetupError};
use bot::telegram::setup::{Look, Menu, OperatorMenus};
use rusqlite::Connection;
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

/// The operators' menu of a role in a language.
fn menu(role: Role, language: &str) -> Menu {
    vec![("admin".to_owned(), format!("{} in {language}", role.as_str()))]
}

/// What Telegram is told of menus from here on: the method, the chat, and what the first command does.
fn menus(fake: &Fake, from: usize) -> Vec<String> {
    let calls = fake.calls().split_off(from).into_iter();
    let told = calls.map(|call| {
        let about = call.fields["commands"][0]["description"].as_str().unwrap_or("-").to_owned();
        format!("{} {} {about}", call.method, call.fields["scope"]["chat_id"])
    });
    told.collect()
}

#[tokio::test]
async fn operators_have_menus_of_their_role_in_their_language_and_former_ones_have_not() {
    let (fake, folder) = (Fake::start().await, tempfile::tempdir().unwrap());
    let store = Store::open(store::lock(folder.path()).unwrap()).unwrap();
    let database = Connection::open(folder.path().join("bot.db")).unwrap();
    let known = "INSERT INTO people (id, language, first_seen, reachable) VALUES (1, 'de', 0, 1), (2, 'fr', 0, 0)";
    database.execute(known, []).unwrap();
    let menus_of = |roles: &[(i64, Role)]| OperatorMenus {
        telegram: fake.client(),
        reader: store.reader(),
        roles: roles.iter().map(|(id, role)| (UserId(*id), *role)).collect(),
        menu,
        told: folder.path().join("told"),
    };
    let (mut told, mut refused) = Default::default();
    let all = menus_of(&[(1, Role::Owner), (2, Role::Support), (3, Role::Viewer)]);
    all.look(&mut told, &mut refused).await;
    assert_eq!(
        menus(&fake, 0),
        ["setmycommands 1 owner in de"],
        "the others have not started the bot, or have blocked it"
    );
    all.look(&mut told, &mut refused).await;
    assert_eq!(menus(&fake, 1), Vec::<String>::new(), "it is known");

    // Another language, somebody who comes back, and one of whom Telegram will not hear.
    database.execute("UPDATE people SET language_chosen = 'es', reachable = 1", []).unwrap();
    fake.refuses("setmycommands", 400, "Bad Request: chat not found");
    all.look(&mut told, &mut refused).await;
    assert_eq!(menus(&fake, 1), ["setmycommands 1 owner in es", "setmycommands 2 support in es"]);
    all.look(&mut told, &mut refused).await;
    assert_eq!(menus(&fake, 3), Vec::<String>::new(), "what is refused is not asked for again and again");

    // The next start, with other roles: it knows from the file what was told.
    let mut told = serde_json::from_slice(&std::fs::read(folder.path().join("told")).unwrap()).unwrap();
    menus_of(&[(2, Role::Owner)]).look(&mut told, &mut Default::default()).await;
    assert_eq!(menus(&fake, 3), ["deletemycommands 1 -", "setmycommands 2 owner in es"]);
    // While Telegram cannot be asked, it stays to be done.
    fake.answers("deletemycommands", 502, json!("Bad Gateway"));
    let no_operators = menus_of(&[]);
    assert_eq!(no_operators.look(&mut told, &mut Default::default()).await, Look::AgainLater);
    assert_eq!(no_operators.look(&mut told, &mut Default::default()).await, Look::Done);
    assert_eq!(menus(&fake, 5), ["deletemycommands 2 -", "deletemycommands 2 -"]);
    assert!(told.is_empty());
}
