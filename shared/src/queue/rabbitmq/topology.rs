//! The queues that must be there, and their arguments.
//!
//! Both sides declare all of it on every connection, so that it does not matter who starts first, or who deleted what. An
//! argument must never change under the same name: the broker refuses a declaration that differs from the queue that
//! is there. Hence the `v1`. Only arguments that RabbitMQ 3.10 and 4 know and understand alike are used.

use lapin::options::{ExchangeDeclareOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::{AMQPValue, FieldTable};
use lapin::{Channel, ExchangeKind};

use super::super::Topic;

/// How often a message may come back before it is parked. RabbitMQ 3.10 has no limit and 4 has 20, which a store that is
/// away for half a minute uses up, since giving back counts there too. A limit there must be: a message that kills
/// whoever reads it would go round for ever. Whatever is parked wrongly is not lost: its sender publishes it again.
/// Never -1, which means "no limit" to RabbitMQ 4 and "drop at once" to 3.10.
const DELIVERY_LIMIT: i64 = 1000;

/// Messages that may wait. Far more than ever should; beyond it the broker refuses, and the sender waits.
const LENGTH_MAX: i64 = 100_000;

/// Parked messages that are kept; the oldest go first.
const PARKED_MAX: i64 = 10_000;

/// The names of the queues.
#[derive(Debug, Clone)]
pub(super) struct Topology {
    jobs: String,
    results: String,
    /// The queue of parked messages, and the exchange that feeds it.
    dead: String,
}

impl Topology {
    pub(super) fn new(prefix: &str) -> Self {
        let name = |queue: &str| format!("{prefix}.{queue}.v1");
        Self { jobs: name(Topic::Jobs.as_str()), results: name(Topic::Results.as_str()), dead: name("dead") }
    }

    pub(super) fn queue(&self, topic: Topic) -> &str {
        match topic {
            Topic::Jobs => &self.jobs,
            Topic::Results => &self.results,
        }
    }

    pub(super) fn dead(&self) -> &str {
        &self.dead
    }

    /// Declares everything. Declaring again what is there changes nothing.
    pub(super) async fn declare(&self, channel: &Channel) -> lapin::Result<()> {
        let dead = self.dead.as_str();
        channel
            .exchange_declare(
                dead.into(),
                ExchangeKind::Fanout,
                ExchangeDeclareOptions { durable: true, ..ExchangeDeclareOptions::default() },
                FieldTable::default(),
            )
            .await?;
        let mut parked = quorum();
        parked.insert("x-max-length".into(), AMQPValue::LongLongInt(PARKED_MAX));
        declare_queue(channel, dead, parked).await?;
        channel
            .queue_bind(dead.into(), dead.into(), "".into(), QueueBindOptions::default(), FieldTable::default())
            .await?;
        for queue in [&self.jobs, &self.results] {
            let mut arguments = quorum();
            arguments.insert("x-dead-letter-exchange".into(), AMQPValue::LongString(dead.into()));
            arguments.insert("x-delivery-limit".into(), AMQPValue::LongLongInt(DELIVERY_LIMIT));
            arguments.insert("x-max-length".into(), AMQPValue::LongLongInt(LENGTH_MAX));
            arguments.insert("x-overflow".into(), AMQPValue::LongString("reject-publish".into()));
            declare_queue(channel, queue, arguments).await?;
        }
        Ok(())
    }
}

/// A queue that is replicated, where there are several brokers, and always on disk.
fn quorum() -> FieldTable {
    let mut arguments = FieldTable::default();
    arguments.insert("x-queue-type".into(), AMQPValue::LongString("quorum".into()));
    arguments
}

async fn declare_queue(channel: &Channel, name: &str, arguments: FieldTable) -> lapin::Result<()> {
    let options = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
    channel.queue_declare(name.into(), options, arguments).await.map(drop)
}
