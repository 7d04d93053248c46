//! The queue between processes: RabbitMQ.
//!
//! A publish is over when the broker has the message on disk (publisher confirm) and in a queue (mandatory). A delivery is
//! acknowledged when its reader is done. Two connections, one to publish and one to consume, because a broker short of
//! memory stops reading from whoever publishes, and acknowledgements must still get through.
//!
//! There is one way to recover ([`link`]): whatever goes wrong, the connection is dropped, and the next use makes a new one
//! with its queues, channels and consumers. It never gives up, and every wait for the broker has an end. lapin's own
//! recovery stays off. Nothing runs in the background: a lost publishing connection is noticed by the next publish or
//! [`RabbitMq::check`].
//!
//! Deliberately absent: delays, priorities and retries by way of the broker, whose rules differ from version to version.
//! Known: a publish whose outcome is unknown may arrive late, and a delivery may come again after it was done, when the
//! connection broke in between. Readers know messages by their job.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use secrecy::SecretString;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::{Outgoing, PublishError, Publisher, Topic};
use crate::config::ConfigError;
use consumer::RabbitMqConsumer;
use endpoint::Endpoint;
use link::Link;
use publishing::publish;
use topology::Topology;

pub use error::BrokerError;

mod commands;
pub mod consumer;
pub mod dead_letters;
mod endpoint;
mod error;
mod link;
mod message;
mod publishing;
mod session;
mod topology;

/// A readiness probe is answered within this time.
const CHECK_MAX: Duration = Duration::from_secs(2);
/// At the shutdown, what was published gets this long to be confirmed.
const DRAIN_MAX: Duration = Duration::from_secs(2);

/// How to reach the broker, and under which names.
#[derive(Debug, Clone)]
pub struct RabbitMqConfig {
    /// `amqp://user:password@host:5672/virtual-host`, or `amqps://…`.
    pub url: SecretString,
    /// What operators see as the name of the connections and the sender of messages, such as `starreel worker`.
    pub client: String,
    /// What the names of queues begin with, such as `starreel`.
    pub prefix: String,
    /// Deliveries that the broker sends to one reader before the first of them has ended.
    pub prefetch: u16,
}

/// Both topics of a broker. Clones share the connections.
#[derive(Debug, Clone)]
pub struct RabbitMq(Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    topology: Topology,
    /// The sender that messages name.
    client: String,
    prefetch: u16,
    publish_link: Link,
    consume_link: Link,
    /// The broker refuses messages, and the log says so.
    is_short: AtomicBool,
    under_way: TaskTracker,
    closed: CancellationToken,
}

impl RabbitMq {
    /// Checks the settings. It connects when it is first used.
    ///
    /// # Errors
    /// When the URL is not one of a broker. It is not shown: it has a password in it.
    pub fn new(config: RabbitMqConfig) -> Result<Self, ConfigError> {
        let RabbitMqConfig { url, client, prefix, prefetch } = config;
        let topology = Topology::new(&prefix);
        let endpoint = Arc::new(Endpoint::new(&url, client.clone(), topology.clone())?);
        let closed = CancellationToken::new();
        let link = |name| Link::new(name, Arc::clone(&endpoint), closed.clone());
        Ok(Self(Arc::new(Inner {
            publish_link: link("publish"),
            consume_link: link("consume"),
            topology,
            client,
            prefetch,
            is_short: AtomicBool::new(false),
            under_way: TaskTracker::new(),
            closed,
        })))
    }

    /// A reader of `topic`. Several readers, here and in other processes, share the messages.
    #[must_use]
    pub fn consumer(&self, topic: Topic) -> RabbitMqConsumer {
        RabbitMqConsumer::new(Arc::clone(&self.0), topic)
    }

    /// Whether the broker answers and takes messages, for a readiness probe. Connects if nothing is connected.
    ///
    /// # Errors
    /// What is wrong, without credentials.
    pub async fn check(&self) -> Result<(), BrokerError> {
        let check = async {
            let session = self.0.publish_link.session().await?;
            if session.is_blocked() {
                return Err(BrokerError::Blocked);
            }
            let answer = session.probe().await;
            if let Err(error) = &answer {
                self.0.publish_link.broken(&session, error);
            }
            answer
        };
        timeout(CHECK_MAX, check).await.unwrap_or(Err(BrokerError::TimedOut { step: "answer a readiness probe" }))
    }

    /// Ends everything at the shutdown: publishes under way get a moment, then the connections are closed, and what
    /// readers have not ended goes back to its queue. From now on readers receive `None`.
    pub async fn close(&self) {
        self.0.closed.cancel();
        self.0.under_way.close();
        if timeout(DRAIN_MAX, self.0.under_way.wait()).await.is_err() {
            tracing::warn!("some messages were not confirmed before the shutdown; they are published again");
        }
        tokio::join!(self.0.publish_link.close(), self.0.consume_link.close());
    }
}

impl Publisher for RabbitMq {
    fn publish(&self, topic: Topic, message: Outgoing) -> BoxFuture<'_, Result<(), PublishError>> {
        async move {
            let started = Instant::now();
            let properties = message::properties(&self.0.client, topic, message.message_id);
            let published = self.0.publish(self.0.topology.queue(topic), &message.bytes, properties).await;
            let outcome = match &published {
                Ok(()) => "confirmed",
                Err(PublishError::Blocked) => "blocked",
                Err(PublishError::Unreachable(_)) => "unreachable",
                Err(PublishError::Unconfirmed(_)) => "unconfirmed",
            };
            let queue = topic.as_str();
            metrics::counter!("starreel_queue_publishes_total", "queue" => queue, "outcome" => outcome).increment(1);
            metrics::histogram!("starreel_queue_publish_seconds", "queue" => queue).record(started.elapsed());
            published
        }
        .boxed()
    }
}

impl Inner {
    /// Publishes to a queue by its name. Logs once when the broker begins to refuse messages, and once when it takes them
    /// again.
    async fn publish(&self, queue: &str, bytes: &[u8], properties: lapin::BasicProperties) -> Result<(), PublishError> {
        let _under_way = self.under_way.token();
        let published = publish(&self.publish_link, queue, bytes, properties).await;
        match &published {
            Ok(()) if self.is_short.swap(false, Ordering::Relaxed) => tracing::info!("RabbitMQ takes messages again"),
            Err(PublishError::Blocked) if !self.is_short.swap(true, Ordering::Relaxed) => {
                tracing::warn!(
                    "RabbitMQ takes no messages for now; check its memory, its disk and whether queues are full"
                );
            }
            Ok(()) | Err(_) => {}
        }
        published
    }
}
