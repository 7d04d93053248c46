//! Reading an update: leniently, because one that cannot be read must be acknowledged all the same, or Telegram sends
//! it again and again and everything behind it waits.

use serde::Deserialize;
use shared::json::JsonFault;

use crate::core::event::{Event, IncomingUpdate};
use crate::core::update::Update;

/// Reads an update. One of an unknown shape keeps its number and its text, for the core to set aside; `None` when there
/// is not even a number.
pub(super) fn read(raw: &str) -> Option<IncomingUpdate> {
    let (update, unreadable) = match serde_json::from_str::<Update>(raw) {
        Ok(update) => (update, None),
        Err(error) => {
            let Numbered { update_id } = serde_json::from_str(raw).ok()?;
            let error = JsonFault::from(error);
            tracing::error!(update.id = update_id, %error, "an update has a shape that we cannot read; it is set aside");
            (Update { update_id, ..Update::default() }, Some(error.to_string()))
        }
    };
    metrics::counter!("starreel_telegram_updates_total", "kind" => kind(&update)).increment(1);
    Some(IncomingUpdate { update, raw: raw.to_owned(), unreadable })
}

/// Whether somebody waits for their money to be taken or counted.
pub(super) fn is_about_money(update: &Update) -> bool {
    let message_about_money = |message: &crate::core::update::Message| {
        message.successful_payment.is_some() || message.refunded_payment.is_some()
    };
    update.pre_checkout_query.is_some() || update.message.as_ref().is_some_and(message_about_money)
}

/// The event of an update.
pub(super) fn event(incoming: IncomingUpdate) -> Event {
    Event::Update(Box::new(incoming))
}

#[derive(Deserialize)]
struct Numbered {
    update_id: i64,
}

fn kind(update: &Update) -> &'static str {
    if is_about_money(update) {
        "money"
    } else if update.message.is_some() {
        "message"
    } else if update.edited_message.is_some() {
        "edited_message"
    } else if update.callback_query.is_some() {
        "callback_query"
    } else if update.my_chat_member.is_some() {
        "my_chat_member"
    } else {
        "unknown"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_of_an_unknown_shape_keeps_its_number_and_its_text() {
        let raw = r#"{"update_id":5,"message":{"message_id":"a text"}}"#;
        let incoming = read(raw).unwrap();
        assert_eq!((incoming.update.update_id, incoming.raw.as_str()), (5, raw));
        let reason = incoming.unreadable.unwrap();
        assert!(incoming.update.message.is_none() && !reason.contains("a text"), "{reason}");
        assert!(read(r#"{"message":{}}"#).is_none());
        assert!(read("[]").is_none());
    }
}
