use super::*;
use secrecy::ExposeSecret as _;

crate::settings! {
    /// Settings of a test.
    struct Settings {
        /// Where it listens,
        /// and for whom.
        listen: std::net::SocketAddr = "127.0.0.1:1",
        /// What is sold.
        #[serde(deserialize_with = "list")]
        packs: Vec<u32> = "1,5",
        /// Nobody's business.
        bot_token: Option<SecretString>,
    }
}

fn read_with(file: &Path, environment: &[(&str, &str)]) -> Result<Settings, ConfigError> {
    let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    read(Settings::TABLE, file, &environment)
}

#[test]
fn a_table_tells_what_an_operator_needs() {
    let [listen, packs, token] = Settings::TABLE else { panic!("{:?}", Settings::TABLE) };
    assert_eq!((listen.name(), listen.about), ("LISTEN".to_owned(), " Where it listens, and for whom."));
    assert_eq!((packs.default, packs.kind, packs.is_secret), ("1,5", "list with commas", false));
    assert_eq!((token.default, token.is_secret), ("", true));
}

#[test]
fn the_environment_is_above_the_file_and_the_file_above_the_defaults() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(SETTINGS_FILE);
    let absent = read_with(&file, &[("LISTEN", "")]).unwrap();
    assert_eq!((absent.listen.port(), absent.packs, absent.bot_token.is_none()), (1, vec![1, 5], true));

    std::fs::write(&file, "listen = '127.0.0.1:2'\npacks = [7]").unwrap();
    assert_eq!(read_with(&file, &[]).unwrap().packs, [7]);
    assert_eq!(read_with(&file, &[("LISTEN", "127.0.0.1:3")]).unwrap().listen.port(), 3);
}

#[test]
fn a_value_of_the_wrong_kind_is_named() {
    let error = read_with(Path::new("/nonexistent"), &[("LISTEN", "8080")]).unwrap_err();
    let text = chain(&error).to_string();
    assert!(text.starts_with("the settings cannot be read: ") && text.contains("`listen`"), "{text}");
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
    assert!(!format!("{settings:?} {:?}", settings.shown()).contains("1:secret"));
    assert_eq!((&*settings.shown()["BOT_TOKEN"], &*settings.shown()["PACKS"]), ("(set)", "1,5"));

    let both = read_with(&none, &[("BOT_TOKEN_FILE", secret), ("BOT_TOKEN", "2:x")]).unwrap_err();
    assert_eq!(both.to_string(), "both BOT_TOKEN and BOT_TOKEN_FILE are set: keep one");
    let missing = read_with(&none, &[("BOT_TOKEN_FILE", "/nonexistent")]).unwrap_err();
    assert_eq!(missing.to_string(), "BOT_TOKEN_FILE names /nonexistent, which cannot be read");
}
