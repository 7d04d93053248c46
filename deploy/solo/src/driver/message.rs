//! A message as a person sees it.

use std::fmt::{self, Display};

use serde_json::Value;

/// A message, in the shape of the Bot API.
#[derive(Debug, Clone)]
pub struct Seen(pub Value);

impl Seen {
    /// Its number.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.0["message_id"].as_i64().unwrap_or_default()
    }

    /// Its text or caption.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0["text"].as_str().or_else(|| self.0["caption"].as_str()).unwrap_or_default()
    }

    /// The words of a person that it quotes: a card those of its order, a video those that it was made of.
    #[must_use]
    pub fn quoted(&self) -> Option<String> {
        let entities = self.0["entities"].as_array().or_else(|| self.0["caption_entities"].as_array())?;
        let quote =
            entities.iter().find(|one| one["type"].as_str().is_some_and(|kind| kind.ends_with("blockquote")))?;
        let number = |field: &str| quote[field].as_u64().and_then(|number| usize::try_from(number).ok());
        let units = self.text().encode_utf16().skip(number("offset")?).take(number("length")?);
        Some(String::from_utf16_lossy(&units.collect::<Vec<u16>>()))
    }

    /// Its last line. That of a video says how it was made.
    #[must_use]
    pub fn last_line(&self) -> &str {
        self.text().lines().next_back().unwrap_or_default()
    }

    /// Whether it is the card of an order of these words and so many images that misses nothing, but credits perhaps.
    #[must_use]
    pub fn is_card_of(&self, words: &str, images: usize) -> bool {
        let shown = self.text().lines().filter(|line| line.starts_with("🖼 Photo ")).count();
        let is_complete = self.button("✨ Generate").is_some() || self.text().contains("You need ");
        is_complete && shown == images && self.quoted().as_deref() == Some(words)
    }

    /// Its buttons: label and callback data.
    #[must_use]
    pub fn buttons(&self) -> Vec<(String, String)> {
        let rows = self.0["reply_markup"]["inline_keyboard"].as_array().cloned().unwrap_or_default();
        let buttons = rows.iter().filter_map(Value::as_array).flatten();
        let text = |button: &Value, field: &str| button[field].as_str().unwrap_or_default().to_owned();
        buttons.map(|button| (text(button, "text"), text(button, "callback_data"))).collect()
    }

    /// The data of the first button whose label contains `label`.
    #[must_use]
    pub fn button(&self, label: &str) -> Option<String> {
        self.buttons().into_iter().find_map(|(text, data)| text.contains(label).then_some(data))
    }

    /// Whether it shows a video.
    #[must_use]
    pub fn is_video(&self) -> bool {
        self.0["video"].is_object()
    }

    /// Whether it is an invoice.
    #[must_use]
    pub fn is_invoice(&self) -> bool {
        self.0["invoice"].is_object()
    }

    /// Whether nobody may miss it: a video, the receipt of a payment, the news of a failure.
    #[must_use]
    pub fn is_important(&self) -> bool {
        self.is_video()
            || ["Thank you!", "returned. Your balance", "were taken back"].iter().any(|w| self.text().contains(w))
    }

    /// Whether the bot wrote it.
    #[must_use]
    pub fn is_from_bot(&self) -> bool {
        self.0["from"]["is_bot"] == true
    }
}

/// The words that a message quotes, in the HTML in which the bot sends it.
#[must_use]
pub fn quoted_in(html: &str) -> Option<String> {
    let (_, quote) = html.split_once("<blockquote")?;
    let (words, _) = quote.split_once('>')?.1.split_once("</blockquote>")?;
    Some(words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

impl Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = ["video", "invoice", "photo", "document"].into_iter().find(|kind| !self.0[*kind].is_null());
        write!(f, "[{}]", kind.unwrap_or("text"))?;
        write!(f, " {}", self.text())?;
        let labels: Vec<String> = self.buttons().into_iter().map(|(label, _)| format!("[{label}]")).collect();
        if labels.is_empty() { Ok(()) } else { write!(f, " {}", labels.join(" ")) }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_words_of_a_video_are_found_between_signs_of_two_units() {
        let quote =
            json!([{ "type": "bold", "offset": 0, "length": 1 }, { "type": "blockquote", "offset": 3, "length": 8 }]);
        let video = Seen(json!({ "caption": "🚀 a 🚀 cat\nVeo · 8 s", "caption_entities": quote }));
        assert_eq!(video.quoted().as_deref(), Some("a 🚀 cat"));
        assert_eq!(video.last_line(), "Veo · 8 s");
        assert_eq!(Seen(json!({ "text": "no quotation" })).quoted(), None);
    }

    #[test]
    fn the_words_of_a_caption_in_html_are_those_that_were_written() {
        for html in [
            "<blockquote>a &lt;b&gt; &amp; c</blockquote>\nVeo",
            "<blockquote expandable>a &lt;b&gt; &amp; c</blockquote>",
        ] {
            assert_eq!(quoted_in(html).as_deref(), Some("a <b> & c"));
        }
        assert_eq!(quoted_in("Veo · 8 s"), None);
    }
}
