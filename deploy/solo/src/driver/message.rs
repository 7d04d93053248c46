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

impl Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = ["video", "invoice", "photo", "document"].into_iter().find(|kind| !self.0[*kind].is_null());
        write!(f, "[{}]", kind.unwrap_or("text"))?;
        write!(f, " {}", self.text())?;
        let labels: Vec<String> = self.buttons().into_iter().map(|(label, _)| format!("[{label}]")).collect();
        if labels.is_empty() { Ok(()) } else { write!(f, " {}", labels.join(" ")) }
    }
}
