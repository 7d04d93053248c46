//! What the type of a setting says: how operators write it, whether it is a secret, and how it is logged.

use std::net::SocketAddr;
use std::path::PathBuf;

use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use crate::telemetry::LogFormat;

/// A type that a setting can have.
pub trait SettingValue {
    /// What may be written, in a few words.
    const KIND: &'static str;
    /// Whether the value is hidden, and may come from a file.
    const IS_SECRET: bool = false;

    /// The value as it is logged.
    fn shown(&self) -> String;
}

/// Types that are logged as they are.
macro_rules! shown_as_it_is {
    ($($type:ty: $kind:literal),+ $(,)?) => {$(
        impl SettingValue for $type {
            const KIND: &'static str = $kind;

            fn shown(&self) -> String {
                self.to_string()
            }
        }
    )+};
}

shown_as_it_is! {
    SocketAddr: "address:port",
    String: "text",
    Url: "URL",
    i64: "number",
    u16: "number",
    u32: "number",
    u64: "number",
}

impl SettingValue for PathBuf {
    const KIND: &'static str = "path";

    fn shown(&self) -> String {
        self.display().to_string()
    }
}

impl SettingValue for LogFormat {
    const KIND: &'static str = "`text` or `json`";

    fn shown(&self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

impl SettingValue for SecretString {
    const KIND: &'static str = "text";
    const IS_SECRET: bool = true;

    fn shown(&self) -> String {
        if self.expose_secret().is_empty() { "(not set)" } else { "(set)" }.to_owned()
    }
}

impl<T: SettingValue> SettingValue for Option<T> {
    const KIND: &'static str = T::KIND;
    const IS_SECRET: bool = T::IS_SECRET;

    fn shown(&self) -> String {
        self.as_ref().map_or_else(|| "(not set)".to_owned(), T::shown)
    }
}

impl<T: SettingValue> SettingValue for Vec<T> {
    const KIND: &'static str = "list with commas";
    const IS_SECRET: bool = T::IS_SECRET;

    fn shown(&self) -> String {
        self.iter().map(T::shown).collect::<Vec<_>>().join(",")
    }
}
