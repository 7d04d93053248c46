//! The properties and headers of our messages.

use std::fmt::Display;

use lapin::BasicProperties;
use lapin::types::{AMQPValue, FieldTable};

use super::super::Topic;
use crate::clock::{Clock as _, SystemClock};

/// The delivery mode of messages that queues keep on disk.
const PERSISTENT: u8 = 2;
/// The longest reason that is parked with a message, in characters.
const REASON_MAX: usize = 1000;

/// Headers of a parked copy: why, when, and where from.
pub(super) const REASON: &str = "x-starreel-reason";
/// See [`REASON`].
pub(super) const PARKED_AT: &str = "x-starreel-parked-at";
/// See [`REASON`].
pub(super) const QUEUE: &str = "x-starreel-queue";

/// The properties of a new message of `client`.
pub(super) fn properties(client: &str, topic: Topic, message_id: Option<String>) -> BasicProperties {
    let properties = BasicProperties::default()
        .with_content_type("application/json".into())
        .with_delivery_mode(PERSISTENT)
        .with_type(topic.as_str().into())
        .with_app_id(client.into())
        .with_timestamp(u64::try_from(SystemClock.now().as_second()).unwrap_or_default());
    match message_id {
        Some(id) => properties.with_message_id(id.into()),
        None => properties,
    }
}

/// The properties of the copy that is parked: those of the original, and for the operator why, when and where from. The
/// broker's own record of earlier deaths stays behind, since it reads it and would act on it.
pub(super) fn parked(original: &BasicProperties, queue: &str, reason: &str) -> BasicProperties {
    let reason: String = reason.chars().take(REASON_MAX).collect();
    let mut headers = FieldTable::default();
    headers.insert(REASON.into(), text(&reason));
    headers.insert(PARKED_AT.into(), text(&SystemClock.now()));
    headers.insert(QUEUE.into(), text(&queue));
    original.clone().with_delivery_mode(PERSISTENT).with_headers(headers)
}

fn text(value: &dyn Display) -> AMQPValue {
    AMQPValue::LongString(value.to_string().into())
}
