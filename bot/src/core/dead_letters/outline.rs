//! What is kept of an update that could not be handled: its shape, its numbers that name something, and what is needed to
//! handle a payment once more. Names and words of people are not.

use serde_json::{Map, Value};

/// Longest outline, in bytes.
const BYTES_MAX: usize = 8 * 1024;

/// Texts that are kept: kinds of things, the parts of a payment, and the language to answer in.
const TEXTS: [&str; 7] = [
    "type",
    "status",
    "language_code",
    "currency",
    "invoice_payload",
    "telegram_payment_charge_id",
    "provider_payment_charge_id",
];

/// Longest of these texts, in bytes: Telegram's own have at most so many.
const TEXT_BYTES_MAX: usize = 256;

/// The outline of an update. A field whose value is not kept says of which kind it was.
pub(super) fn of(raw: &str) -> String {
    let Ok(update) = serde_json::from_str(raw) else { return format!("not JSON, {} bytes", raw.len()) };
    let outline = value("", &update).to_string();
    if outline.len() <= BYTES_MAX { outline } else { format!("an update of {} bytes", raw.len()) }
}

fn value(field: &str, found: &Value) -> Value {
    let kind = |kind: &str| Value::String(kind.to_owned());
    match found {
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, found)| (name.clone(), value(name, found))).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.iter().map(|item| value(field, item)).collect()),
        Value::Number(_) if names_something(field) => found.clone(),
        Value::String(text) if TEXTS.contains(&field) && text.len() <= TEXT_BYTES_MAX => found.clone(),
        Value::Bool(_) | Value::Null => found.clone(),
        Value::Number(_) => kind("a number"),
        Value::String(_) => kind("a text"),
    }
}

fn names_something(field: &str) -> bool {
    field == "id" || field.ends_with("_id") || matches!(field, "date" | "total_amount")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_payments_are_kept_and_names_and_words_are_not() {
        let raw = r#"{"update_id":7,"message":{"message_id":3,"date":1800000000,
            "from":{"id":42,"is_bot":false,"first_name":"Ann","username":"ann_1"},"chat":{"id":42,"type":"private"},
            "text":"my secret wish","location":{"latitude":52.5,"longitude":13.4},
            "successful_payment":{"currency":"XTR","total_amount":100,"invoice_payload":"sr1:42:1","telegram_payment_charge_id":"c1"}}}"#;
        let kept = of(raw);
        for needed in
            ["\"update_id\":7", "\"id\":42", "private", "sr1:42:1", "c1", "\"total_amount\":100", "successful_payment"]
        {
            assert!(kept.contains(needed), "{needed}: {kept}");
        }
        for word in ["Ann", "ann_1", "secret", "52.5", "13.4"] {
            assert!(!kept.contains(word), "{word}: {kept}");
        }
    }

    #[test]
    fn what_is_no_json_or_too_large_leaves_its_size() {
        assert_eq!(of("Ann says hello"), "not JSON, 14 bytes");
        let large = format!("{{\"text\":[{}1]}}", "1,".repeat(20_000));
        assert_eq!(of(&large), format!("an update of {} bytes", large.len()));
    }
}
