//! Texts of data files, by language.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A text by language ("en" is always there).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Translated(pub(super) BTreeMap<String, String>);

impl Translated {
    /// The text in this language (an IETF tag such as `pt-br`), in its base language, or in English.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        self.in_language(language).unwrap_or_else(|| self.english())
    }

    /// The text in this language, or in its base language.
    #[must_use]
    pub fn in_language(&self, language: &str) -> Option<&str> {
        let language = language.to_lowercase();
        let base = language.split('-').next().unwrap_or_default();
        [language.as_str(), base].iter().find_map(|tag| self.0.get(*tag)).map(String::as_str)
    }

    /// The text in English.
    #[must_use]
    pub fn english(&self) -> &str {
        self.0.get("en").map_or("", String::as_str)
    }

    pub(super) fn check(&self, what: &str) -> Result<(), String> {
        match self.0.get("en") {
            Some(text) if !text.is_empty() => Ok(()),
            _ => Err(format!("{what} needs a text in \"en\"")),
        }
    }
}
