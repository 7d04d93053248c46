//! What the type of a setting says: how operators write it, whether it is a secret, and how it is logged.

use std::fmt::Display;
use std::net::SocketAddr;
use std::path::PathBuf;

use secrecy::SecretString;
use url::Url;

use crate::telemetry::{LogFilter, LogFormat};

/// A type that a setting can have.
pub trait SettingValue: Sized {
    /// What may be written, in a few words.
    const KIND: &'static str;
    /// Whether the value is hidden, and may come from a file.
    const IS_SECRET: bool = false;

    /// Reads what an operator wrote, without spaces around it.
    ///
    /// # Errors
    /// What is wrong and what may be written, as the end of a sentence that begins with the name of the setting. A secret
    /// takes any text, so that there is nothing to say about one.
    fn read(text: &str) -> Result<Self, String>;

    /// The value of a setting that is not set. `None` when there must be one.
    fn absent() -> Option<Self> {
        None
    }

    /// The value as it is logged.
    fn shown(&self) -> String;
}

/// Whole numbers.
macro_rules! number {
    ($($type:ty),+) => {$(
        impl SettingValue for $type {
            const KIND: &'static str = "number";

            fn read(text: &str) -> Result<Self, String> {
                let takes = format!("a whole number from {} to {}", Self::MIN, Self::MAX);
                text.parse().map_err(|_wrong| is_not(text, takes))
            }

            fn shown(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

number!(i64, u16, u32, u64);

impl SettingValue for bool {
    const KIND: &'static str = "`true` or `false`";

    fn read(text: &str) -> Result<Self, String> {
        match text.to_lowercase().as_str() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(is_not(text, "true or false")),
        }
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl SettingValue for SocketAddr {
    const KIND: &'static str = "address:port";

    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_wrong| is_not(text, "an address in numbers with a port, such as 127.0.0.1:8080"))
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl SettingValue for String {
    const KIND: &'static str = "text";

    fn read(text: &str) -> Result<Self, String> {
        Ok(text.to_owned())
    }

    fn shown(&self) -> String {
        self.clone()
    }
}

/// The base of a server that speaks HTTP. It has no password in it, so it may be logged.
impl SettingValue for Url {
    const KIND: &'static str = "URL";

    fn read(text: &str) -> Result<Self, String> {
        // Whatever may be a password is not repeated.
        if text.contains('@') {
            return Err("must have no user, password or @ in it, because addresses are logged".to_owned());
        }
        let takes = "a whole address that begins with https:// (or http://), such as https://bot.example.org";
        let url: Self = text.parse().map_err(|_wrong| is_not(text, takes))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(is_not(text, takes));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err("must have nothing after its path, no ? and no #".to_owned());
        }
        Ok(url)
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl SettingValue for PathBuf {
    const KIND: &'static str = "path";

    fn read(text: &str) -> Result<Self, String> {
        Ok(text.into())
    }

    fn shown(&self) -> String {
        self.display().to_string()
    }
}

impl SettingValue for LogFormat {
    const KIND: &'static str = "`text` or `json`";

    fn read(text: &str) -> Result<Self, String> {
        match text.to_lowercase().as_str() {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(is_not(text, "text or json")),
        }
    }

    fn shown(&self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

impl SettingValue for LogFilter {
    const KIND: &'static str = "`error`, `warn`, `info`, `debug`, `trace`";

    fn read(text: &str) -> Result<Self, String> {
        Self::new(text)
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl SettingValue for SecretString {
    const KIND: &'static str = "text";
    const IS_SECRET: bool = true;

    fn read(text: &str) -> Result<Self, String> {
        Ok(text.into())
    }

    fn shown(&self) -> String {
        "(set)".to_owned()
    }
}

impl<T: SettingValue> SettingValue for Option<T> {
    const KIND: &'static str = T::KIND;
    const IS_SECRET: bool = T::IS_SECRET;

    fn read(text: &str) -> Result<Self, String> {
        T::read(text).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn shown(&self) -> String {
        self.as_ref().map_or_else(|| "(not set)".to_owned(), T::shown)
    }
}

impl<T: SettingValue> SettingValue for Vec<T> {
    const KIND: &'static str = "list with commas";
    const IS_SECRET: bool = T::IS_SECRET;

    fn read(text: &str) -> Result<Self, String> {
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(T::read).collect()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn shown(&self) -> String {
        self.iter().map(T::shown).collect::<Vec<_>>().join(",")
    }
}

/// The end of a sentence about a wrong value.
pub(crate) fn is_not(text: &str, takes: impl Display) -> String {
    format!("{text:?} is not {takes}")
}
