//! Reading JSON: errors that repeat nothing of the text, and shapes of earlier builds.

use serde::{Deserialize, Deserializer};
use serde_json::error::Category;

/// Where a JSON text is wrong, and how. serde's own errors quote the value that they did not expect, and that may be a
/// prompt, a name or a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{what}, at line {line}, column {column}")]
pub struct JsonFault {
    what: &'static str,
    line: usize,
    column: usize,
}

impl From<serde_json::Error> for JsonFault {
    fn from(error: serde_json::Error) -> Self {
        let what = match error.classify() {
            Category::Io => "it cannot be read",
            Category::Syntax => "it is not JSON",
            Category::Data => "a value is missing or of an unexpected kind",
            Category::Eof => "it ends too early",
        };
        Self { what, line: error.line(), column: error.column() }
    }
}

/// Reads a list that an earlier build wrote as its only item, or as nothing.
///
/// # Errors
/// When it is none of these.
pub fn one_or_many<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written<T> {
        Many(Vec<T>),
        One(T),
    }
    Ok(match Option::<Written<T>>::deserialize(deserializer)? {
        Some(Written::Many(items)) => items,
        Some(Written::One(item)) => vec![item],
        None => Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> JsonFault {
        serde_json::from_str::<Vec<u8>>(text).unwrap_err().into()
    }

    #[test]
    fn it_says_where_and_nothing_of_what() {
        let error = fault("[1,\n\"a secret\"]");
        assert_eq!(error.to_string(), "a value is missing or of an unexpected kind, at line 2, column 10");
        assert!(!format!("{error:?}").contains("secret"));
        assert!(fault("[1").to_string().starts_with("it ends too early"));
        assert!(fault("secret").to_string().starts_with("it is not JSON"));
    }
}
