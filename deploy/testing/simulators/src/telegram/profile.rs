//! What the bot says of itself: commands and descriptions, each per language (and scope).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The bot's surface, by language code; the empty code is the default.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Profile {
    pub(crate) descriptions: BTreeMap<String, String>,
    pub(crate) short_descriptions: BTreeMap<String, String>,
    /// By `<scope>/<language>`, scope as compact JSON.
    pub(crate) commands: BTreeMap<String, Vec<Value>>,
}

impl Profile {
    pub(crate) fn description(&self, language: &str) -> Option<&String> {
        by_language(&self.descriptions, language)
    }

    /// What the menu of a private chat lists: the scope decides before the language does.
    pub(crate) fn commands_for(&self, person: i64, language: &str) -> Vec<Value> {
        let chat = format!(r#"{{"chat_id":{person},"type":"chat"}}"#);
        let scopes = [chat.as_str(), r#"{"type":"all_private_chats"}"#, r#"{"type":"default"}"#];
        let language = two_letters(language);
        let keys = scopes.iter().flat_map(|scope| [format!("{scope}/{language}"), format!("{scope}/")]);
        keys.filter_map(|key| self.commands.get(&key)).next().cloned().unwrap_or_default()
    }
}

fn by_language<'a>(texts: &'a BTreeMap<String, String>, language: &str) -> Option<&'a String> {
    texts.get(two_letters(language)).or_else(|| texts.get(""))
}

/// The code by which bots have texts for people whose client speaks this: `pt` for `pt-br`.
fn two_letters(language: &str) -> &str {
    language.split('-').next().unwrap_or_default()
}
