//! The layers of settings: defaults, the file, the environment, and the files of secrets.

use std::collections::BTreeMap;
use std::path::Path;

use toml::{Table, Value};

use super::names::{check_key, check_variable};
use super::{ConfigError, Setting, SettingValue};

/// The text of each setting of a table, and where it was written.
///
/// No `Debug`: these texts are secrets, too.
#[expect(missing_debug_implementations, reason = "it holds secrets as they were written")]
pub struct Values(BTreeMap<&'static str, Written>);

/// What was written for a setting.
struct Written {
    /// The setting, as the operator knows it.
    name: String,
    /// `None` when nothing was.
    text: Option<String>,
}

impl Values {
    /// Reads the settings of `table`. An empty value counts as not set, as compose files pass it on.
    ///
    /// # Errors
    /// When something cannot be read, is set twice, or has a name that no setting of Starreel has.
    pub fn read(table: &[Setting], file: &Path, environment: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
        let of_environment = |name: &str| environment.get(name).cloned();
        for (name, _) in environment.iter().filter(|(_, value)| !value.trim().is_empty()) {
            check_variable(name)?;
        }
        let place = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        let of_file = read_file(file, &place)?;
        let of_file = |key: &str| of_file.get(key).cloned();
        let read = |setting: &Setting| {
            let (name, key) = (setting.name(), setting.key);
            let in_file = format!("{key} in {place}");
            let mut written = find(setting, &name, &name, &format!("{name}_FILE"), of_environment)?;
            if written.text.is_none() {
                written = find(setting, &in_file, key, &format!("{key}_file"), of_file)?;
            }
            if written.text.is_none() {
                let default = (!setting.default.is_empty()).then(|| setting.default.to_owned());
                written = Written { name, text: default };
            }
            Ok((key, written))
        };
        table.iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// The value of a setting of the table.
    ///
    /// # Errors
    /// When it is not of its kind, or is missing and has no default.
    pub fn get<T: SettingValue>(&self, key: &'static str) -> Result<T, ConfigError> {
        let wrong = |name: &str, problem| ConfigError::Value { name: name.to_owned(), problem };
        let missing = || wrong(&key.to_uppercase(), format!("is not set; it takes {}", T::KIND));
        let Some(Written { name, text }) = self.0.get(key) else { return T::absent().ok_or_else(missing) };
        match text {
            Some(text) => T::read(text).map_err(|problem| wrong(name, problem)),
            None => T::absent().ok_or_else(missing),
        }
    }
}

/// What one layer has for a setting: at `key`, or in the file that `key_file` names.
fn find(
    setting: &Setting,
    name: &str,
    key: &str,
    key_file: &str,
    layer: impl Fn(&str) -> Option<String>,
) -> Result<Written, ConfigError> {
    let written = |text: Option<String>| Written { name: name.to_owned(), text };
    let set = |key: &str| layer(key).filter(|text| !text.is_empty());
    let path = setting.is_secret.then(|| set(key_file)).flatten().filter(|path| !path.trim().is_empty());
    let text = match (set(key), path) {
        (Some(_), Some(_)) => return Err(ConfigError::Both(setting.name())),
        (None, None) => return Ok(written(None)),
        (Some(text), None) => text.trim().to_owned(),
        (None, Some(path)) => match std::fs::read_to_string(&path) {
            Ok(text) if text.trim().is_empty() => {
                let problem = format!("names {path}, which is empty");
                return Err(ConfigError::Value { name: format!("{}_FILE", setting.name()), problem });
            }
            Ok(text) => text.trim().to_owned(),
            Err(source) => return Err(ConfigError::SecretFile { name: setting.name(), path, source }),
        },
    };
    if text.is_empty() && setting.is_secret {
        let problem = "is blank: write the secret, or leave the setting out".to_owned();
        return Err(ConfigError::Value { name: name.to_owned(), problem });
    }
    Ok(written(Some(text).filter(|text| !text.is_empty())))
}

/// The keys of the file, each with its value as the environment would have it. None without the file.
fn read_file(file: &Path, place: &str) -> Result<BTreeMap<String, String>, ConfigError> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => {
            return Ok(BTreeMap::new());
        }
        Err(source) => return Err(ConfigError::File { file: file.display().to_string(), source }),
    };
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        ConfigError::Line { file: place.to_owned(), line: 1 + before.matches('\n').count() }
    })?;
    for key in table.keys() {
        check_key(key, place)?;
    }
    let of_key = |(key, value): (String, Value)| match as_text(&value) {
        Some(text) => Ok((key, text)),
        None => {
            let problem = "must be a text, a number, or a list of them".to_owned();
            Err(ConfigError::Value { name: format!("{key} in {place}"), problem })
        }
    };
    table.into_iter().map(of_key).collect()
}

/// A value as it would stand in the environment. `None` for what cannot.
fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        Value::Boolean(flag) => Some(flag.to_string()),
        Value::Array(parts) => Some(parts.iter().map(as_text).collect::<Option<Vec<_>>>()?.join(",")),
        Value::Datetime(_) | Value::Table(_) => None,
    }
}
