//! Settings: what an operator decides about a process.
//!
//! Each process declares its settings in one table with [`settings!`](crate::settings). Everything else is made from it: how
//! they are read, how they are logged at the start, and the operators' reference `deploy/SETTINGS.md`.
//!
//! Defaults come first, then `starreel.toml`, then the environment. A secret may also stand in a file that `NAME_FILE`
//! names, as container secrets do.

use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use config::{Config, Environment, File, FileFormat, Map};
use secrecy::SecretString;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use crate::catalog::Catalog;
use crate::telemetry::chain;

pub use value::SettingValue;

#[cfg(test)]
mod tests;
mod value;

/// The file that is read from the working directory, if it is there.
pub const SETTINGS_FILE: &str = "starreel.toml";

/// One row of a table of settings.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The name in `starreel.toml`.
    pub key: &'static str,
    /// What it is for. From the doc comment of its field.
    pub about: &'static str,
    /// The default, as an operator would write it. Empty: not set.
    pub default: &'static str,
    /// What may be written, in a few words.
    pub kind: &'static str,
    /// Its value is never shown, and may come from a file.
    pub is_secret: bool,
}

impl Setting {
    /// The name in the environment.
    #[must_use]
    pub fn name(&self) -> String {
        self.key.to_uppercase()
    }

    /// The value that `environment` has for it. An empty one counts as not set, as compose files pass it.
    fn value_in(&self, environment: &BTreeMap<String, String>) -> Result<Option<String>, ConfigError> {
        let set = |name: &str| environment.get(name).filter(|value| !value.is_empty()).cloned();
        let name = self.name();
        let file = self.is_secret.then(|| set(&format!("{name}_FILE"))).flatten();
        match (set(&name), file) {
            (Some(_), Some(_)) => Err(ConfigError::Both(name)),
            (value, None) => Ok(value),
            (None, Some(path)) => match std::fs::read_to_string(&path) {
                Ok(text) => Ok(Some(text.trim_end().to_owned())),
                Err(source) => Err(ConfigError::SecretFile { name, path, source }),
            },
        }
    }
}

/// Declares the settings of a process: a struct whose fields are the rows of its table.
///
/// The doc comment of a field is its description in the reference, its type says what may be written and whether it is
/// a secret, and `= "…"` is the default as an operator would write it. A field without a default is an `Option`, or a list
/// with `#[serde(default, …)]`.
#[macro_export]
macro_rules! settings {
    (
        $(#[doc = $doc:literal])+
        $visibility:vis struct $name:ident {
            $(
                $(#[doc = $about:literal])+
                $(#[serde($($serde:tt)+)])?
                $field_visibility:vis $field:ident: $type:ty $(= $default:literal)?,
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, serde::Deserialize)]
        $visibility struct $name {
            $(
                $(#[doc = $about])+
                $(#[serde($($serde)+)])?
                $field_visibility $field: $type,
            )+
        }

        impl $name {
            /// Every setting, in the order in which operators read them.
            $visibility const TABLE: &'static [$crate::config::Setting] = &[$(
                $crate::config::Setting {
                    key: stringify!($field),
                    about: concat!($($about),+),
                    default: concat!($($default)?),
                    kind: <$type as $crate::config::SettingValue>::KIND,
                    is_secret: <$type as $crate::config::SettingValue>::IS_SECRET,
                },
            )+];

            /// The name and value of every setting, secrets hidden, to be logged at the start.
            #[must_use]
            $visibility fn shown(&self) -> std::collections::BTreeMap<String, String> {
                let values = [$($crate::config::SettingValue::shown(&self.$field)),+];
                Self::TABLE.iter().map($crate::config::Setting::name).zip(values).collect()
            }
        }
    };
}

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

/// Reads the settings of `table`: those of `environment` over those of `file` over the defaults. Other names are ignored.
///
/// # Errors
/// See [`ConfigError`].
pub fn read<T: DeserializeOwned>(
    table: &[Setting],
    file: &Path,
    environment: &BTreeMap<String, String>,
) -> Result<T, ConfigError> {
    let mut builder = Config::builder();
    for Setting { key, default, .. } in table.iter().filter(|setting| !setting.default.is_empty()) {
        builder = builder.set_default(*key, *default).map_err(ConfigError::Read)?;
    }
    let mut values = Map::new();
    for setting in table {
        values.extend(setting.value_in(environment)?.map(|value| (setting.name(), value)));
    }
    let file = File::from(file).format(FileFormat::Toml).required(false);
    let builder = builder.add_source(file).add_source(Environment::default().source(Some(values)));
    builder.build().and_then(Config::try_deserialize).map_err(ConfigError::Read)
}

/// Reads a list, also one that is written as one text with commas, as in the environment.
///
/// # Errors
/// When it is neither, or a part of it is not of its kind.
pub fn list<'de, D: Deserializer<'de>, T: Deserialize<'de> + FromStr>(deserializer: D) -> Result<Vec<T>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum TextOrList<T> {
        List(Vec<T>),
        Text(String),
    }
    match TextOrList::deserialize(deserializer)? {
        TextOrList::List(list) => Ok(list),
        TextOrList::Text(text) => {
            let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| part.parse().map_err(|_| D::Error::custom(format!("{part:?} is not a number")))).collect()
        }
    }
}

/// Fails unless `value` is at least `least`. `why` ends the sentence, or is empty.
///
/// # Errors
/// [`ConfigError::Wrong`].
pub fn at_least<N: PartialOrd + std::fmt::Display>(
    name: &'static str,
    value: N,
    least: N,
    why: &str,
) -> Result<(), ConfigError> {
    if value >= least {
        return Ok(());
    }
    Err(ConfigError::Wrong { name, problem: format!("must be at least {least}{why}") })
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

/// The environment of this process.
#[must_use]
pub fn environment() -> BTreeMap<String, String> {
    std::env::vars().collect()
}
