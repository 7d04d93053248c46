//! Settings: what an operator decides about a process.
//!
//! Each process declares its settings in one table with [`settings!`](crate::settings). Everything else is made from it: how
//! they are read, how they are logged at the start, and the operators' reference `deploy/SETTINGS.md`.
//!
//! Defaults come first, then `starreel.toml`, then the environment. A secret may also stand in a file that `NAME_FILE`
//! names, as container secrets do. Every value is a text that its type reads ([`SettingValue`]), so a wrong one is answered
//! with the name of the setting and what it takes. No value of a secret is in any of these answers.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use crate::catalog::Catalog;
use crate::telemetry::chain;
use crate::templates::Templates;

pub use layers::Values;
pub use names::{KEYS, SECRETS};
pub use value::SettingValue;

mod layers;
mod names;
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
}

/// Declares the settings of a process: a struct whose fields are the rows of its table.
///
/// The doc comment of a field is its description in the reference, its type says what may be written and whether it is
/// a secret, and `= "…"` is the default as an operator would write it. A field without a default is an `Option` or a list.
/// The `Debug` of the struct shows what [`SettingValue::shown`] shows, so no secret gets out by it.
#[macro_export]
macro_rules! settings {
    (
        $(#[doc = $doc:literal])+
        $visibility:vis struct $name:ident {
            $(
                $(#[doc = $about:literal])+
                $field_visibility:vis $field:ident: $type:ty $(= $default:literal)?,
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone)]
        $visibility struct $name {
            $(
                $(#[doc = $about])+
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

            /// Reads the settings of `environment` over those of `file` over the defaults. Each is right for itself; what
            /// they must be together is looked at by the caller.
            fn read_each(
                file: &std::path::Path,
                environment: &std::collections::BTreeMap<String, String>,
            ) -> Result<Self, $crate::config::ConfigError> {
                let values = $crate::config::Values::read(Self::TABLE, file, environment)?;
                Ok(Self { $($field: values.get(stringify!($field))?,)+ })
            }

            /// The name and value of every setting, secrets hidden, to be logged at the start.
            #[must_use]
            $visibility fn shown(&self) -> std::collections::BTreeMap<String, String> {
                let values = [$($crate::config::SettingValue::shown(&self.$field)),+];
                Self::TABLE.iter().map($crate::config::Setting::name).zip(values).collect()
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_map().entries(self.shown()).finish()
            }
        }
    };
}

/// Why the settings cannot be used. Names the setting, and says what to do. Never has the value of a secret in it.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file is there and cannot be read.
    #[error("{file} cannot be read")]
    File {
        /// The file.
        file: String,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// The file is not TOML. The line itself is not shown: it may hold a secret.
    #[error("{file}: line {line} is not TOML: write name = \"text\", name = 5 or name = [1, 2]")]
    Line {
        /// The file.
        file: String,
        /// Counted from 1.
        line: usize,
    },
    /// Something is set that does not exist.
    #[error("{place}{name} is no setting of Starreel{advice}")]
    Unknown {
        /// The file with a colon, or nothing for the environment.
        place: String,
        /// As it was written.
        name: String,
        /// What was meant perhaps, and what to do.
        advice: String,
    },
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
    /// A value is not of its kind.
    #[error("{name}: {problem}")]
    Value {
        /// The setting, as it was written.
        name: String,
        /// What is wrong and what would be right.
        problem: String,
    },
    /// A value makes no sense.
    #[error("{name}: {problem}")]
    Wrong {
        /// The setting.
        name: &'static str,
        /// What is wrong and what would be right.
        problem: String,
    },
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
        let alternative = "To run everything in one process without these settings, use `cargo run --release`";
        ConfigError::Wrong { name, problem: format!("is not set: {what}. {alternative}") }
    })
}

/// The models that are sold: the built-in ones, or those of `file`, which `CATALOG_FILE` names. Bot and workers must be
/// given the same.
///
/// # Errors
/// When the file cannot be read or makes no sense.
pub fn catalog(file: Option<&Path>) -> Result<Arc<Catalog>, ConfigError> {
    const NAME: &str = "CATALOG_FILE";
    let Some(file) = file else { return Ok(Arc::new(Catalog::built_in())) };
    let catalog = Catalog::parse(&named_file(NAME, file)?);
    Ok(Arc::new(catalog.map_err(|e| ConfigError::Wrong { name: NAME, problem: chain(&e).to_string() })?))
}

/// The ready ideas that people are shown: the built-in ones, or those of `file`, which `TEMPLATES_FILE` names.
///
/// # Errors
/// When the file cannot be read or makes no sense.
pub fn templates(file: Option<&Path>) -> Result<Arc<Templates>, ConfigError> {
    const NAME: &str = "TEMPLATES_FILE";
    let Some(file) = file else { return Ok(Arc::new(Templates::built_in())) };
    let templates = Templates::parse(&named_file(NAME, file)?);
    Ok(Arc::new(templates.map_err(|e| ConfigError::Wrong { name: NAME, problem: chain(&e).to_string() })?))
}

/// The text of the file that the setting of this name names.
fn named_file(name: &'static str, file: &Path) -> Result<String, ConfigError> {
    let wrong = |problem: String| ConfigError::Wrong { name, problem };
    if file.is_dir() {
        // Docker makes a folder of a file that is mounted and not there.
        let problem =
            "is a folder. If Docker made it because the file was missing, remove it and name a file that is there";
        return Err(wrong(format!("{} {problem}", file.display())));
    }
    std::fs::read_to_string(file).map_err(|e| wrong(format!("{} cannot be read: {e}", file.display())))
}

/// A file that a setting names, as it was at the start: processes read it once, so a change does nothing until they are
/// started again.
#[derive(Debug)]
pub struct WatchedFile {
    setting: &'static str,
    /// Who reads it.
    processes: &'static str,
    file: PathBuf,
    known: Option<Vec<u8>>,
}

impl WatchedFile {
    /// Remembers the file of `CATALOG_FILE` as it is now.
    #[must_use]
    pub fn catalog(file: PathBuf) -> Self {
        Self::new("CATALOG_FILE", "the bot and all workers", file)
    }

    /// Remembers the file of `TEMPLATES_FILE` as it is now.
    #[must_use]
    pub fn templates(file: PathBuf) -> Self {
        Self::new("TEMPLATES_FILE", "the bot", file)
    }

    fn new(setting: &'static str, processes: &'static str, file: PathBuf) -> Self {
        let known = std::fs::read(&file).ok();
        Self { setting, processes, file, known }
    }

    /// Whether the file has changed since the last look. A file that is away for a moment, as editors leave it, has not.
    pub fn has_changed(&mut self) -> bool {
        let now = std::fs::read(&self.file).ok();
        let changed = now.is_some() && now != self.known;
        if changed {
            self.known = now;
        }
        changed
    }

    /// Looks once a minute until the shutdown, and says that a changed file is not in use yet.
    ///
    /// # Errors
    /// None.
    pub async fn run(mut self, shutdown: CancellationToken) -> Result<(), Infallible> {
        while shutdown.run_until_cancelled(tokio::time::sleep(LOOK_EVERY)).await.is_some() {
            if self.has_changed() {
                tracing::warn!(
                    setting = self.setting,
                    file = %self.file.display(),
                    restart = self.processes,
                    "a file has changed and is not in use yet: restart what reads it"
                );
            }
        }
        Ok(())
    }
}

/// Pause between two looks at a file.
const LOOK_EVERY: Duration = Duration::from_secs(60);

/// The environment of this process. What is not Unicode is read as far as it goes.
#[must_use]
pub fn environment() -> BTreeMap<String, String> {
    let text = |text: std::ffi::OsString| text.to_string_lossy().into_owned();
    std::env::vars_os().map(|(name, value)| (text(name), text(value))).collect()
}
