use super::*;
use secrecy::ExposeSecret as _;

crate::settings! {
    /// Settings of a test.
    struct Settings {
        /// Where it listens,
        /// and for whom.
        bot_listen: std::net::SocketAddr = "127.0.0.1:1",
        /// What is sold.
        packs: Vec<u32> = "1,5",
        /// A number.
        prefetch: u16 = "32",
        /// A form.
        log_format: crate::telemetry::LogFormat = "text",
        /// How much.
        rust_log: crate::telemetry::LogFilter = "info",
        /// A URL.
        webhook_url: Option<url::Url>,
        /// Nobody's business.
        bot_token: Option<SecretString>,
    }
}

fn read_with(file: &Path, environment: &[(&str, &str)]) -> Result<Settings, ConfigError> {
    let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Settings::read_each(file, &environment)
}

/// What an operator reads who sets this.
fn refusal(environment: &[(&str, &str)]) -> String {
    chain(&read_with(Path::new("/nonexistent/starreel.toml"), environment).unwrap_err()).to_string()
}

/// What an operator reads who writes this into the file.
fn refusal_of_file(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(SETTINGS_FILE);
    std::fs::write(&file, text).unwrap();
    chain(&read_with(&file, &[]).unwrap_err()).to_string()
}

#[test]
fn a_table_tells_what_an_operator_needs() {
    let [listen, packs, .., token] = Settings::TABLE else { panic!("{:?}", Settings::TABLE) };
    assert_eq!((listen.name(), listen.about), ("BOT_LISTEN".to_owned(), " Where it listens, and for whom."));
    assert_eq!((packs.default, packs.kind, packs.is_secret), ("1,5", "list with commas", false));
    assert_eq!((token.default, token.is_secret), ("", true));
}

#[test]
fn the_environment_is_above_the_file_and_the_file_above_the_defaults() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(SETTINGS_FILE);
    let absent = read_with(&file, &[("BOT_LISTEN", ""), ("PACKS", " ")]).unwrap();
    assert_eq!((absent.bot_listen.port(), absent.packs, absent.bot_token.is_none()), (1, vec![1, 5], true));

    std::fs::write(&file, "bot_listen = '127.0.0.1:2'\npacks = [7, 8]\nprefetch = 5").unwrap();
    let of_file = read_with(&file, &[]).unwrap();
    assert_eq!((of_file.packs.as_slice(), of_file.prefetch), (&[7, 8][..], 5));
    assert_eq!(read_with(&file, &[("BOT_LISTEN", "127.0.0.1:3")]).unwrap().bot_listen.port(), 3);
}

#[test]
fn a_wrong_value_is_answered_with_the_setting_and_what_it_takes() {
    for (name, value, says) in [
        ("BOT_LISTEN", "8080", "\"8080\" is not an address in numbers with a port, such as 127.0.0.1:8080"),
        ("BOT_LISTEN", "localhost:8080", "\"localhost:8080\" is not an address in numbers with a port"),
        ("PREFETCH", "-5", "\"-5\" is not a whole number from 0 to 65535"),
        ("PACKS", "1,x", "\"x\" is not a whole number from 0 to 4294967295"),
        ("LOG_FORMAT", "xml", "\"xml\" is not text or json"),
        ("RUST_LOG", "verbose", "\"verbose\" is not a level"),
        ("WEBHOOK_URL", "bot.example.org", "\"bot.example.org\" is not a whole address that begins with https://"),
        ("WEBHOOK_URL", "bot.example.org:8443", "is not a whole address that begins with https://"),
        ("WEBHOOK_URL", "https://bot.example.org/?a=b", "must have nothing after its path"),
        ("BOT_TOKEN", " ", "is blank: write the secret, or leave the setting out"),
    ] {
        let said = refusal(&[(name, value)]);
        assert!(said.starts_with(&format!("{name}: ")) && said.contains(says), "{said}");
    }
    assert_eq!(
        refusal_of_file("prefetch = -5"),
        "prefetch in starreel.toml: \"-5\" is not a whole number from 0 to 65535"
    );
    let table = refusal_of_file("[packs]\nsmall = 1");
    assert_eq!(table, "packs in starreel.toml: must be a text, a number, or a list of them");
}

#[test]
fn what_is_no_setting_is_refused() {
    assert_eq!(
        refusal_of_file("prefetch = 5\nBOT_TOKEN = '1:secret'"),
        "starreel.toml: BOT_TOKEN is no setting of Starreel: did you mean bot_token?"
    );
    assert!(refusal(&[("BOT_TOKN", "1:secret")]).contains("did you mean BOT_TOKEN?"));
    // Compose passes on everything that it knows, empty where it is not set.
    read_with(Path::new("/nonexistent"), &[("BOT_TOKN", "")]).unwrap();
}

#[test]
fn a_secret_may_come_from_a_file_but_not_from_two_places() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("token");
    std::fs::write(&secret, "1:secret\n").unwrap();
    let secret = secret.to_str().unwrap();
    let none = folder.path().join(SETTINGS_FILE);

    let settings = read_with(&none, &[("BOT_TOKEN_FILE", secret)]).unwrap();
    assert_eq!(settings.bot_token.as_ref().unwrap().expose_secret(), "1:secret");
    assert_eq!((&*settings.shown()["BOT_TOKEN"], &*settings.shown()["PACKS"]), ("(set)", "1,5"));
    std::fs::write(&none, format!("bot_token_file = '{secret}'")).unwrap();
    assert!(read_with(&none, &[]).unwrap().bot_token.is_some());

    let both = refusal(&[("BOT_TOKEN_FILE", secret), ("BOT_TOKEN", "2:x")]);
    assert_eq!(both, "both BOT_TOKEN and BOT_TOKEN_FILE are set: keep one");
    let missing = refusal(&[("BOT_TOKEN_FILE", "/nonexistent")]);
    assert!(missing.starts_with("BOT_TOKEN_FILE names /nonexistent, which cannot be read"), "{missing}");
    std::fs::write(secret, " \n").unwrap();
    let empty = refusal(&[("BOT_TOKEN_FILE", secret)]);
    assert_eq!(empty, format!("BOT_TOKEN_FILE: names {secret}, which is empty"));
}

#[test]
fn no_refusal_and_no_debug_output_has_a_secret_in_it() {
    for text in [
        "bot_token = '1:planted",
        "bot_token = 1:planted",
        "prefetch = 5\nbot_token = planted",
        "bot_token = 'planted'\nbot_token = 'planted'",
        "bot_token = { planted = 1 }",
        "[bot_token]\nx = 'planted'",
        "bot_token planted",
        "webhook_url = 'https://user:planted@host'",
        "webhook_url = 'user:planted@host'",
    ] {
        let said = refusal_of_file(text);
        assert!(!said.contains("planted"), "{said}");
        assert!(said.contains("starreel.toml"), "{said}");
    }
    assert!(refusal_of_file("prefetch = 5\n\nbot_token = planted").contains("line 3 is not TOML"));
    let folder = tempfile::tempdir().unwrap();
    let settings = read_with(&folder.path().join(SETTINGS_FILE), &[("BOT_TOKEN", "1:planted")]).unwrap();
    assert!(!format!("{settings:?} {:?}", settings.shown()).contains("planted"));
}

#[test]
fn a_catalogue_that_is_a_folder_is_said_to_be_one() {
    let folder = tempfile::tempdir().unwrap();
    let said = catalog(Some(folder.path())).unwrap_err().to_string();
    assert!(said.starts_with("CATALOG_FILE: ") && said.contains("is a folder. If Docker made it"), "{said}");
}

#[test]
fn a_changed_catalogue_is_noticed_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("catalog.toml");
    std::fs::write(&file, "one").unwrap();
    let mut watched = WatchedFile::catalog(file.clone());
    assert!(!watched.has_changed());
    std::fs::remove_file(&file).unwrap();
    assert!(!watched.has_changed(), "an editor puts the file away for a moment");
    std::fs::write(&file, "two").unwrap();
    assert!(watched.has_changed());
    assert!(!watched.has_changed());
}
