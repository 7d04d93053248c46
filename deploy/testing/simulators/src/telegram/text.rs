//! Text of messages and captions: formatting, entities and limits, counted in UTF-16 units as Telegram counts.

mod found;
mod html;

use frankenstein::ParseMode;
use frankenstein::types::MessageEntity;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::refusal::Refusal;

/// UTF-16 units of a message.
pub(crate) const TEXT_MAX: usize = 4096;
/// UTF-16 units of a caption.
pub(crate) const CAPTION_MAX: usize = 1024;

/// A stretch of text with a meaning; offsets in UTF-16 units.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Entity {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) offset: usize,
    pub(crate) length: usize,
    /// What only some kinds have: `url`, `language`, …
    #[serde(flatten)]
    pub(crate) details: Map<String, Value>,
}

/// Text as a chat shows it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Formatted {
    pub(crate) text: String,
    pub(crate) entities: Vec<Entity>,
}

impl Entity {
    pub(crate) fn new(kind: &str, offset: usize, length: usize) -> Self {
        Self { kind: kind.to_owned(), offset, length, details: Map::new() }
    }

    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }

    const fn end(&self) -> usize {
        self.offset + self.length
    }
}

impl Formatted {
    /// Puts the text into a message under `text`/`entities` or `caption`/`caption_entities`; nothing when empty.
    pub(crate) fn put_into(&self, content: &mut Map<String, Value>, text: &str, entities: &str) {
        if !self.text.is_empty() {
            content.insert(text.to_owned(), json!(self.text));
        }
        if !self.entities.is_empty() {
            content.insert(entities.to_owned(), json!(self.entities));
        }
    }

    pub(crate) fn units(&self) -> usize {
        units(&self.text)
    }
}

/// Text from the bot.
///
/// # Errors
/// "can't parse entities: …".
pub(crate) fn from_bot(
    text: &str,
    mode: Option<ParseMode>,
    entities: Option<Vec<MessageEntity>>,
) -> Result<Formatted, Refusal> {
    let wrong = |reason: String| Refusal::bad_request(format!("can't parse entities: {reason}"));
    #[expect(deprecated, reason = "the old Markdown mode must be named to be refused")]
    let parsed = match mode {
        Some(ParseMode::Html) => html::parse(text).map_err(wrong)?,
        Some(ParseMode::MarkdownV2 | ParseMode::Markdown) => {
            return Err(wrong("the simulator does not model Markdown; use HTML or entities".to_owned()));
        }
        None => Formatted { text: text.to_owned(), entities: given(text, entities.unwrap_or_default())? },
    };
    Ok(complete(parsed))
}

/// Text that a person typed.
pub(crate) fn from_person(text: &str) -> Formatted {
    complete(Formatted { text: text.to_owned(), entities: Vec::new() })
}

/// Length in UTF-16 units.
pub(crate) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn given(text: &str, entities: Vec<MessageEntity>) -> Result<Vec<Entity>, Refusal> {
    let total = units(text);
    let checked = entities.into_iter().map(|entity| {
        let json = json!(entity);
        let mut details = json.as_object().cloned().unwrap_or_default();
        let kind = details.remove("type").and_then(|kind| kind.as_str().map(str::to_owned)).unwrap_or_default();
        details.remove("offset");
        details.remove("length");
        let (offset, length) = (usize::from(entity.offset), usize::from(entity.length));
        if length == 0 || offset + length > total {
            return Err(Refusal::bad_request("ENTITY_BOUNDS_INVALID"));
        }
        Ok(Entity { kind, offset, length, details })
    });
    checked.collect()
}

/// Trims, adds what Telegram finds by itself, and orders.
fn complete(formatted: Formatted) -> Formatted {
    let mut formatted = trimmed(formatted);
    let found = found::entities(&formatted.text);
    for entity in found {
        let clashes = |other: &Entity| {
            matches!(other.kind.as_str(), "code" | "pre" | "text_link" | "text_mention")
                && other.offset < entity.end()
                && entity.offset < other.end()
        };
        if !formatted.entities.iter().any(clashes) {
            formatted.entities.push(entity);
        }
    }
    formatted.entities.sort_by_key(|entity| (entity.offset, usize::MAX - entity.length));
    formatted
}

fn trimmed(Formatted { text, entities }: Formatted) -> Formatted {
    let kept = text.trim();
    let skipped = units(&text[..text.len() - text.trim_start().len()]);
    let total = units(kept);
    let moved = entities.into_iter().filter_map(|entity| {
        let start = entity.offset.max(skipped) - skipped;
        let end = (entity.end().max(skipped) - skipped).min(total);
        (start < end).then(|| Entity { offset: start, length: end - start, ..entity })
    });
    Formatted { entities: moved.collect(), text: kept.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_trimmed_and_entities_move_along() {
        let text = from_bot("  <b>Hi</b> ", Some(ParseMode::Html), None).unwrap();
        assert_eq!(text.text, "Hi");
        assert_eq!(text.entities, [Entity::new("bold", 0, 2)]);
    }

    #[test]
    fn commands_and_links_are_found_in_plain_text_but_not_in_code() {
        let text = from_bot("Try /buy or <code>/start</code>", Some(ParseMode::Html), None).unwrap();
        let kinds: Vec<&str> = text.entities.iter().map(|entity| entity.kind.as_str()).collect();
        assert_eq!(kinds, ["bot_command", "code"]);
    }

    #[test]
    fn length_counts_utf16_units() {
        assert_eq!(units("a🎬"), 3);
    }
}
