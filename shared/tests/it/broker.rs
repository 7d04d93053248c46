//! A broker, an adapter on it, and ways to wait for something.

use std::future::Future;
use std::time::{Duration, Instant};

use lapin::options::{BasicAckOptions, BasicGetOptions};
use lapin::types::AMQPValue;
use lapin::{Connection, ConnectionProperties};
use shared::queue::rabbitmq::{RabbitMq, RabbitMqConfig};
use shared::queue::{Outgoing, PublishError, Publisher as _, Topic};
use shared::telemetry;
use test_servers::rabbitmq::RabbitMq as Server;

/// Nothing that must happen takes longer. A restart of the broker on a busy machine is most of it.
const DEADLINE: Duration = Duration::from_secs(60);

pub(crate) struct Broker {
    pub(crate) server: Server,
}

impl Broker {
    pub(crate) async fn start() -> Self {
        Self { server: Server::start().await.unwrap() }
    }

    /// An adapter as a process has it.
    pub(crate) fn adapter(&self, prefix: &str) -> RabbitMq {
        adapter(&self.server.url(), prefix)
    }

    pub(crate) async fn has_waiting(&self, queue: &str, messages: u64) {
        eventually("the queue has so many messages", async || {
            self.server.queue_messages(queue).await.is_ok_and(|found| found == messages)
        })
        .await;
    }

    /// The parked messages: body, and the header of this name as text. They are taken out.
    pub(crate) async fn parked(&self, queue: &str, header: &str) -> Vec<(Vec<u8>, Option<String>)> {
        let connection = Connection::connect(&self.server.url(), ConnectionProperties::default()).await.unwrap();
        let channel = connection.create_channel().await.unwrap();
        let mut parked = Vec::new();
        while let Some(message) = channel.basic_get(queue.into(), BasicGetOptions::default()).await.unwrap() {
            let headers = message.delivery.properties.headers().clone().unwrap_or_default();
            let value = match headers.inner().get(header) {
                Some(AMQPValue::LongString(text)) => Some(text.to_string()),
                _ => None,
            };
            message.delivery.acker.ack(BasicAckOptions::default()).await.unwrap();
            parked.push((message.delivery.data, value));
        }
        connection.close(200, "".into()).await.unwrap();
        parked
    }
}

pub(crate) fn adapter(url: &str, prefix: &str) -> RabbitMq {
    if std::env::var_os("RUST_LOG").is_some() {
        telemetry::init(telemetry::LogFormat::Text, &telemetry::LogFilter::of_environment_or("info"));
    }
    let config =
        RabbitMqConfig { url: url.into(), client: "starreel test".to_owned(), prefix: prefix.to_owned(), prefetch: 8 };
    RabbitMq::new(config).unwrap()
}

/// Publishes as callers do: again, until the broker has it.
pub(crate) async fn publish_until_taken(queue: &RabbitMq, topic: Topic, message: Outgoing) {
    eventually("a message is taken", async || queue.publish(topic, message.clone()).await.is_ok()).await;
}

pub(crate) async fn is_blocked(queue: &RabbitMq) -> bool {
    matches!(queue.publish(Topic::Jobs, Outgoing::new(b"while blocked".to_vec())).await, Err(PublishError::Blocked))
}

/// Waits until `condition` holds, or panics.
pub(crate) async fn eventually<F: Future<Output = bool>>(what: &str, condition: impl Fn() -> F) {
    let deadline = Instant::now() + DEADLINE;
    while !condition().await {
        assert!(Instant::now() < deadline, "did not happen in time: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
