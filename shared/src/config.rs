//! Reading settings: built-in defaults, then `starreel.toml`, then the environment. Each secret may also come from a file
//! named by `NAME_FILE`, as container secrets do.
//!
//! Which settings there are is said by the struct of each process; this module only reads and shows them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use config::{Config, File, FileFormat};
use secrecy::{ExposeSecret as _, SecretString};
use serde::de::DeserializeOwned;

use crate::catalog::Catalog;
use crate::telemetry::chain;

/// The file that is read from the working directory, if it is there.
pub const SETTINGS_FILE: &str = "starreel.toml";

/// Why the settings cannot be used. Names the setting.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A value is missing, of the wrong kind, or the file is not TOML.
    #[error("the settings cannot be read")]
    Read(#[source] config::ConfigError),
    /// The file that `NAME_FILE` names cannot be read.
    #[error("{name}_FILE names {path}, which cannot be read")]
    SecretFile {
        /// The setting.
        name: String,
        /// The file.
        path: String,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// Both `NAME` and `NAME_FILE` are set.
    #[error("both {0} and {0}_FILE are set: keep one")]
    Both(String),
    /// A value makes no sense.
    #[error("{name}: {problem}")]
    Wrong {
        /// The setting.
        name: &'static str,
        /// What is wrong and what would be right.
        problem: String,
    },
}

/// Reads settings of type `T` from `defaults` (TOML), `file` and `environment`. Of the environment only the names in
/// `names` and, for those in `secrets`, `NAME_FILE` are looked at; an empty value counts as not set, as compose files
/// pass it.
///
/// # Errors
/// See [`ConfigError`].
pub fn read<T: DeserializeOwned>(
    defaults: &str,
    file: &Path,
    environment: &BTreeMap<String, String>,
    Names { all, secret }: Names<'_>,
) -> Result<T, ConfigError> {
    let mut builder = Config::builder()
        .add_source(File::from_str(defaults, FileFormat::Toml))
        .add_source(File::from(file).format(FileFormat::Toml).required(false));
    for name in all {
        if let Some(value) = value_of(name, secret.contains(name), environment)? {
            builder = builder.set_override(name.to_lowercase(), value).map_err(ConfigError::Read)?;
        }
    }
    builder.build().and_then(Config::try_deserialize).map_err(ConfigError::Read)
}

/// The models that are sold: the built-in ones, or those of `file`, which `CATALOG_FILE` names. Bot and workers must be
/// given the same.
///
/// # Errors
/// When the file cannot be read or makes no sense.
pub fn catalog(file: Option<&Path>) -> Result<Arc<Catalog>, ConfigError> {
    let Some(file) = file else { return Ok(Arc::new(Catalog::built_in())) };
    let wrong = |problem: String| ConfigError::Wrong { name: "CATALOG_FILE", problem };
    let text = std::fs::read_to_string(file).map_err(|e| wrong(format!("{} cannot be read: {e}", file.display())))?;
    let catalog = Catalog::parse(&text).map_err(|e| wrong(chain(&e).to_string()))?;
    Ok(Arc::new(catalog))
}

/// A secret that a process cannot do without.
///
/// # Errors
/// When it is not set; `what` says where it comes from.
pub fn required(name: &'static str, what: &str, value: Option<&SecretString>) -> Result<SecretString, ConfigError> {
    value.cloned().ok_or_else(|| {
        let alternative = "`cargo run --release` needs none of it: bot, worker and simulators in one";
        ConfigError::Wrong { name, problem: format!("is not set: {what}. {alternative}") }
    })
}

/// The settings that a process knows.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// All of them, as they are called in the environment.
    pub all: &'a [&'a str],
    /// Those of them that may come from a file.
    pub secret: &'a [&'a str],
}

/// The environment of this process.
#[must_use]
pub fn environment() -> BTreeMap<String, String> {
    std::env::vars().collect()
}

fn value_of(name: &str, secret: bool, environment: &BTreeMap<String, String>) -> Result<Option<String>, ConfigError> {
    let set = |name: &str| environment.get(name).filter(|value| !value.is_empty()).cloned();
    let direct = set(name);
    if !secret {
        return Ok(direct);
    }
    match (direct, set(&format!("{name}_FILE"))) {
        (Some(_), Some(_)) => Err(ConfigError::Both(name.to_owned())),
        (direct, None) => Ok(direct),
        (None, Some(path)) => match std::fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text.trim_end().to_owned())),
            Err(source) => Err(ConfigError::SecretFile { name: name.to_owned(), path, source }),
        },
    }
}

/// How a secret is shown: only whether it is there.
#[must_use]
pub fn redacted(secret: Option<&SecretString>) -> &'static str {
    match secret {
        Some(secret) if !secret.expose_secret().is_empty() => "(set)",
        _ => "(not set)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Settings {
        listen: std::net::SocketAddr,
        packs: Vec<u32>,
        bot_token: Option<SecretString>,
    }

    const DEFAULTS: &str = "listen = '127.0.0.1:1'\npacks = [1, 5]";
    const NAMES: Names<'_> = Names { all: &["LISTEN", "BOT_TOKEN"], secret: &["BOT_TOKEN"] };

    fn read_with(file: &Path, environment: &[(&str, &str)]) -> Result<Settings, ConfigError> {
        let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        read(DEFAULTS, file, &environment, NAMES)
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
    fn a_secret_may_come_from_a_file_but_not_from_two_places() {
        let folder = tempfile::tempdir().unwrap();
        let secret = folder.path().join("token");
        std::fs::write(&secret, "1:secret\n").unwrap();
        let secret = secret.to_str().unwrap();
        let none = folder.path().join(SETTINGS_FILE);

        let settings = read_with(&none, &[("BOT_TOKEN_FILE", secret)]).unwrap();
        assert_eq!(settings.bot_token.as_ref().unwrap().expose_secret(), "1:secret");
        assert!(!format!("{settings:?}").contains("1:secret"));
        assert_eq!(redacted(settings.bot_token.as_ref()), "(set)");

        let both = read_with(&none, &[("BOT_TOKEN_FILE", secret), ("BOT_TOKEN", "2:x")]).unwrap_err();
        assert_eq!(both.to_string(), "both BOT_TOKEN and BOT_TOKEN_FILE are set: keep one");
        let missing = read_with(&none, &[("BOT_TOKEN_FILE", "/nonexistent")]).unwrap_err();
        assert_eq!(missing.to_string(), "BOT_TOKEN_FILE names /nonexistent, which cannot be read");
    }
}
