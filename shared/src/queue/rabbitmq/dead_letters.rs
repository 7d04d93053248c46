//! Dead letters of the queue as operators handle them: looked at, sent again, dropped.
//!
//! RabbitMQ cannot show a message and leave it alone: one that is taken and given back too often is thrown away. So each
//! message is taken, a copy goes to the end of the queue, and only then the original is gone. A crash in between leaves
//! two of them, which does no harm: readers know messages by their job.

use std::fmt;

use lapin::BasicProperties;
use lapin::options::{BasicAckOptions, BasicGetOptions, QueueDeclareOptions};
use lapin::types::{AMQPValue, FieldTable};
use sha2::{Digest as _, Sha256};

use super::super::{PublishError, Topic};
use super::error::BrokerError;
use super::message::{PARKED_AT, QUEUE, REASON};
use super::{Inner, RabbitMq};

/// A message that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadMessage {
    /// How operators name it: m and eight digits, made of what is in it.
    pub id: String,
    /// The queue that it was in.
    pub queue: String,
    /// When it was set aside, as far as that is known.
    pub at: String,
    /// Why, in words.
    pub reason: String,
    /// The message itself. May hold words of a person.
    pub body: String,
}

impl fmt::Display for DeadMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, queue, at, reason, .. } = self;
        write!(f, "{id:<10} {at:<20} {queue}: {reason}")
    }
}

/// Why dead letters cannot be handled.
#[derive(Debug, thiserror::Error)]
pub enum DeadLetterError {
    /// RabbitMQ does not answer as it should.
    #[error("the dead letters of the queue cannot be reached; check RABBITMQ_URL")]
    Broker(#[from] BrokerError),
    /// A copy was not taken. The original is still there.
    #[error("RabbitMQ did not take a copy of a dead letter; it is where it was")]
    NotTaken(#[from] PublishError),
    /// The message does not say where it belongs.
    #[error("{0} does not say which queue it was in, so it cannot be sent again: look at it and drop it")]
    FromNowhere(String),
}

/// What becomes of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    IsSent,
    IsDropped,
}

impl RabbitMq {
    /// All dead letters, the oldest first.
    ///
    /// # Errors
    /// See [`DeadLetterError`].
    pub async fn dead_letters(&self) -> Result<Vec<DeadMessage>, DeadLetterError> {
        self.0.go_round(|_| Fate::Stays).await
    }

    /// Sends the dead letter of this name to its reader again. Whether there is one.
    ///
    /// # Errors
    /// See [`DeadLetterError`].
    pub async fn send_dead_letter(&self, id: &str) -> Result<bool, DeadLetterError> {
        let fate = |message: &DeadMessage| if message.id == id { Fate::IsSent } else { Fate::Stays };
        Ok(self.0.go_round(fate).await?.iter().any(|message| message.id == id))
    }

    /// Forgets the dead letter of this name. Whether there was one.
    ///
    /// # Errors
    /// See [`DeadLetterError`].
    pub async fn drop_dead_letter(&self, id: &str) -> Result<bool, DeadLetterError> {
        let fate = |message: &DeadMessage| if message.id == id { Fate::IsDropped } else { Fate::Stays };
        Ok(self.0.go_round(fate).await?.iter().any(|message| message.id == id))
    }
}

impl Inner {
    /// Takes each message once, and does with it what `fate` says.
    async fn go_round(&self, fate: impl Fn(&DeadMessage) -> Fate) -> Result<Vec<DeadMessage>, DeadLetterError> {
        let failed = |source| BrokerError::Failed { step: "hand out dead letters", source };
        let session = self.publish_link.session().await?;
        let channel = session.channel().await.map_err(failed)?;
        let queue = self.topology.dead();
        let passive = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
        let found = channel.queue_declare(queue.into(), passive, FieldTable::default()).await.map_err(failed)?;
        let mut messages = Vec::new();
        for _ in 0..found.message_count() {
            let taken = channel.basic_get(queue.into(), BasicGetOptions::default()).await.map_err(failed)?;
            let Some(delivery) = taken.map(|taken| taken.delivery) else { break };
            let message = read(&delivery.data, &delivery.properties);
            let properties = delivery.properties.clone();
            match fate(&message) {
                Fate::Stays => self.publish(queue, &delivery.data, properties_of_copy(properties)).await?,
                Fate::IsSent => {
                    let wanted = [Topic::Jobs, Topic::Results].map(|topic| self.topology.queue(topic));
                    if !wanted.contains(&message.queue.as_str()) {
                        return Err(DeadLetterError::FromNowhere(message.id));
                    }
                    let fresh = properties.with_headers(FieldTable::default());
                    self.publish(&message.queue, &delivery.data, fresh).await?;
                }
                Fate::IsDropped => {}
            }
            delivery.acker.ack(BasicAckOptions { multiple: false }).await.map_err(failed)?;
            messages.push(message);
        }
        Ok(messages)
    }
}

/// The copy tells the same story as the original. The broker's own counts of how often that was taken stay behind.
fn properties_of_copy(original: BasicProperties) -> BasicProperties {
    let message = read(&[], &original);
    let mut headers = FieldTable::default();
    for (name, value) in [(REASON, message.reason), (PARKED_AT, message.at), (QUEUE, message.queue)] {
        headers.insert(name.into(), AMQPValue::LongString(value.into()));
    }
    original.with_headers(headers)
}

fn read(body: &[u8], properties: &BasicProperties) -> DeadMessage {
    let headers = properties.headers().clone().unwrap_or_default();
    let text = |name: &str| match headers.inner().get(name) {
        Some(AMQPValue::LongString(text)) => Some(text.to_string()),
        _ => None,
    };
    // What the broker has set aside by itself has only its own record of that.
    let queue = text(QUEUE).or_else(|| text("x-first-death-queue")).unwrap_or_default();
    let digest = Sha256::digest([queue.as_bytes(), b"\n", body].concat());
    DeadMessage {
        id: format!("m{}", digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect::<String>()),
        at: text(PARKED_AT).unwrap_or_default(),
        reason: text(REASON).or_else(|| text("x-first-death-reason")).unwrap_or_default(),
        queue,
        body: String::from_utf8_lossy(body).into_owned(),
    }
}
