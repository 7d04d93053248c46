use std::collections::BTreeSet;
use std::fmt::Write as _;

use shared::config::{KEYS, SECRETS, Setting};

use super::*;

/// The operators' reference, which these tables are turned into.
const REFERENCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../SETTINGS.md");

const HEAD: &str = "\
# Settings

<!-- Made from the tables in bot/src/settings.rs, worker/src/settings.rs and deploy/solo/src/settings.rs. To write it anew:
     UPDATE_REFERENCE=1 cargo test -p solo --lib settings -->

A setting is read from the environment, or else, in small letters, from `starreel.toml` in the working directory. An
empty one counts as not set. A secret may also stand in a file that `NAME_FILE` names, and is never logged. At its start
each process logs its settings. A value that makes no sense is refused with the name of the setting and what it takes, and a
misspelt name with the one that was meant.

`solo` reads the settings of both, and has no use for `RABBITMQ_URL`, `REDIS_URL`, `REDIS_KEY_PREFIX` and `WORKER_LISTEN`.
Docker compose decides some settings by itself and has a few of its own, which [`.env.example`](.env.example) explains.
";

fn read(environment: &[(&str, &str)]) -> Settings {
    try_read(environment).unwrap()
}

fn try_read(environment: &[(&str, &str)]) -> Result<Settings, SettingsError> {
    let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Settings::read(Path::new("/nonexistent"), &environment)
}

fn of_both() -> impl Iterator<Item = &'static Setting> {
    bot::Settings::TABLE.iter().filter(|setting| is_in(worker::Settings::TABLE, setting))
}

fn is_in(table: &[Setting], setting: &Setting) -> bool {
    table.iter().any(|other| other.key == setting.key)
}

/// The rows of one section of the reference.
fn section<'s>(title: &str, settings: impl Iterator<Item = &'s Setting>) -> String {
    let mut text = format!("\n## {title}\n\n| setting | default | kind | what it is for |\n|---|---|---|---|\n");
    for setting in settings {
        let default = if setting.default.is_empty() { "not set" } else { &format!("`{}`", setting.default) };
        let secret = if setting.is_secret { ", secret" } else { "" };
        let (name, kind, about) = (setting.name(), setting.kind, setting.about.trim());
        writeln!(text, "| `{name}` | {default} | {kind}{secret} | {about} |").unwrap();
    }
    text
}

fn reference() -> String {
    let of_one =
        |table: &'static [Setting], other: &'static [Setting]| table.iter().filter(|setting| !is_in(other, setting));
    let (bot, worker) = (bot::Settings::TABLE, worker::Settings::TABLE);
    [
        HEAD.to_owned(),
        section("Of bot and workers", of_both()),
        section("Of the bot", of_one(bot, worker)),
        section("Of workers", of_one(worker, bot)),
        section("Of `solo`", OwnSettings::TABLE.iter()),
    ]
    .concat()
}

#[test]
fn the_reference_is_what_the_programs_read() {
    let made = reference();
    if std::env::var_os("UPDATE_REFERENCE").is_some() {
        std::fs::write(REFERENCE, &made).unwrap();
    }
    let committed = std::fs::read_to_string(REFERENCE).unwrap_or_default();
    assert!(
        committed == made,
        "deploy/SETTINGS.md is out of date: UPDATE_REFERENCE=1 cargo test -p solo --lib settings"
    );
}

#[test]
fn a_setting_of_both_means_the_same_to_both() {
    for bot in of_both() {
        let worker = worker::Settings::TABLE.iter().find(|worker| worker.key == bot.key).unwrap();
        let parts = |setting: &Setting| (setting.about, setting.default, setting.kind, setting.is_secret);
        assert_eq!(parts(bot), parts(worker), "{}", bot.name());
    }
}

#[test]
fn every_setting_can_be_set_with_compose() {
    let (example, compose) = (include_str!("../../../.env.example"), include_str!("../../../docker-compose.yml"));
    // What compose decides by itself.
    let decided = ["BOT_LISTEN", "BOT_URL", "DATA_DIR", "RABBITMQ_URL", "REDIS_URL", "WORKER_LISTEN"];
    for name in bot::Settings::TABLE.iter().chain(worker::Settings::TABLE).map(Setting::name) {
        let passed_on = compose.contains(&format!(" {name}: ")) || compose.contains(&format!(" {name}_FILE: "));
        assert!(passed_on, "{name} is not passed on by docker-compose.yml");
        let explained = example.contains(&format!("{name}=")) || decided.contains(&name.as_str());
        assert!(explained, "{name} is not explained in .env.example");
    }
}

#[test]
fn shared_knows_the_name_of_every_setting() {
    let all = || bot::Settings::TABLE.iter().chain(worker::Settings::TABLE).chain(OwnSettings::TABLE);
    let names =
        |is_secret: bool| all().filter(move |setting| setting.is_secret == is_secret).map(|setting| setting.key);
    let why = "the lists in shared/src/config/names.rs are those of the tables";
    assert_eq!(names(false).collect::<BTreeSet<_>>(), KEYS.iter().copied().collect(), "{why}");
    assert_eq!(names(true).collect::<BTreeSet<_>>(), SECRETS.iter().copied().collect(), "{why}");
}

#[test]
fn one_real_and_one_simulated_side_must_be_asked_for() {
    let (token, key) = (("BOT_TOKEN", "7:planted"), ("KIE_AI_API_KEY", "planted"));
    let keys = ("KIE_AI_API_KEYS", "main=planted");
    for (environment, says) in [
        (
            &[token][..],
            "KIE_AI_API_KEY: is not set, but BOT_TOKEN is: people would pay real Stars for simulated videos",
        ),
        (&[key], "BOT_TOKEN: is not set, but KIE_AI_API_KEY is"),
        (&[keys], "BOT_TOKEN: is not set, but KIE_AI_API_KEYS is"),
        (&[token, key, keys], "KIE_AI_API_KEY: is set beside KIE_AI_API_KEYS"),
        (&[token, ("KIE_AI_API_KEYS", "planted")], "KIE_AI_API_KEYS: the key 1 in the list has no name"),
        (&[token, ("KIE_AI_API_KEY", " ")], "KIE_AI_API_KEY: is blank"),
        (
            &[token, ("KIE_AI_APIKEY", "planted")],
            "KIE_AI_APIKEY is no setting of Starreel: did you mean KIE_AI_API_KEY?",
        ),
        (&[token, key, ("SIMULATE", "kie")], "SIMULATE: names kie, but KIE_AI_API_KEY is set"),
        (&[("SIMULATE", "kie")], "BOT_TOKEN: is not set: set it, or add telegram to SIMULATE"),
        (&[("SIMULATE", "kei")], "SIMULATE: \"kei\" is not telegram or kie"),
        (&[("WEBHOOK_URL", "https://bot.example.org")], "WEBHOOK_URL: is set, but Telegram is simulated"),
    ] {
        let said = try_read(environment).unwrap_err().to_string();
        assert!(said.starts_with(says) && !said.contains("planted"), "{environment:?}: {said}");
    }
    for environment in [
        &[][..],
        &[token, key],
        &[token, ("SIMULATE", "kie")],
        &[key, ("SIMULATE", "telegram")],
        &[("SIMULATE", "telegram,kie")],
        &[token, key, ("WEBHOOK_URL", "https://bot.example.org")],
    ] {
        try_read(environment).unwrap();
    }
}

#[test]
fn somebody_simulated_operates_the_bot_only_where_nobody_real_could() {
    let (token, key) = (("BOT_TOKEN", "7:secret"), ("KIE_AI_API_KEY", "k"));
    let played = read(&[]);
    assert!(played.operator_is_simulated());
    assert_eq!((played.operators(), played.bot.admin_ids.len()), (vec![DEMO_OPERATOR.0], 0));
    assert_eq!(read(&[key, ("SIMULATE", "telegram")]).operators(), [DEMO_OPERATOR.0]);
    for real in [&[token, key][..], &[token, ("SIMULATE", "kie")]] {
        let real = read(real);
        assert_eq!((real.operators(), real.operator_is_simulated()), (Vec::new(), false));
    }
    for named in [&[("ADMIN_IDS", "7,8")][..], &[token, key, ("ADMIN_IDS", "7,8")]] {
        assert_eq!((read(named).operators(), read(named).operator_is_simulated()), (vec![7, 8], false));
    }
    // Whatever their role, they are operators; the simulated one owns the bot while nobody else does.
    let helped = read(&[("SUPPORT_IDS", "8"), ("VIEWER_IDS", "8,9")]);
    assert_eq!((helped.owners(), helped.operators()), (vec![DEMO_OPERATOR.0], vec![DEMO_OPERATOR.0, 8, 9]));
}

#[test]
fn real_and_simulated_data_never_share_a_folder() {
    let simulated = read(&[("DATA_DIR", "d")]);
    let real = read(&[("DATA_DIR", "d"), ("BOT_TOKEN", "7:secret"), ("KIE_AI_API_KEY", "key")]);
    let mixed = read(&[("DATA_DIR", "d"), ("BOT_TOKEN", "7:secret"), ("SIMULATE", "kie")]);
    assert_eq!(simulated.bot_folder().unwrap(), Path::new("d/simulated/bot"));
    assert_eq!(real.bot_folder().unwrap(), Path::new("d/7"));
    assert_eq!((real.job_store_file(), mixed.job_store_file()), ("jobs.db", "jobs-simulated.db"));
}
