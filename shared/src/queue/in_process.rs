//! The queue of the single-machine default: two bounded channels.
//!
//! It forgets everything at a crash and refuses messages when full. Both are harmless by design: the bot publishes an
//! unheard job again, and a worker reports a change until the queue takes it.

use std::sync::Arc;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use tokio::sync::{Mutex, mpsc};

use super::{Consumer, Delivery, Outgoing, PublishError, Publisher, Topic};

/// Messages that may wait in one topic. A full topic refuses more.
const CAPACITY: usize = 1024;

/// Both topics of one process.
#[derive(Debug, Clone)]
pub struct InProcessQueue {
    jobs: Channel,
    results: Channel,
}

#[derive(Debug, Clone)]
struct Channel {
    sender: mpsc::Sender<Outgoing>,
    receiver: Arc<Mutex<mpsc::Receiver<Outgoing>>>,
}

impl Channel {
    fn new() -> Self {
        let (sender, receiver) = mpsc::channel(CAPACITY);
        Self { sender, receiver: Arc::new(Mutex::new(receiver)) }
    }
}

impl Default for InProcessQueue {
    fn default() -> Self {
        Self::new()
    }
}

impl InProcessQueue {
    /// Two empty topics.
    #[must_use]
    pub fn new() -> Self {
        Self { jobs: Channel::new(), results: Channel::new() }
    }

    /// A reader of `topic`. Several readers share the messages.
    #[must_use]
    pub fn consumer(&self, topic: Topic) -> InProcessConsumer {
        InProcessConsumer { topic, channel: self.channel(topic).clone() }
    }

    const fn channel(&self, topic: Topic) -> &Channel {
        match topic {
            Topic::Jobs => &self.jobs,
            Topic::Results => &self.results,
        }
    }
}

impl Publisher for InProcessQueue {
    fn publish(&self, topic: Topic, message: Outgoing) -> BoxFuture<'_, Result<(), PublishError>> {
        let sent = self.channel(topic).sender.try_send(message).map_err(|_full| PublishError::Blocked);
        async move { sent }.boxed()
    }
}

/// A reader of one topic. See [`InProcessQueue::consumer`].
#[derive(Debug)]
pub struct InProcessConsumer {
    topic: Topic,
    channel: Channel,
}

impl Consumer for InProcessConsumer {
    fn receive(&mut self) -> BoxFuture<'_, Option<Box<dyn Delivery>>> {
        async {
            let message = self.channel.receiver.lock().await.recv().await?;
            let delivery = InProcessDelivery { topic: self.topic, message, sender: self.channel.sender.clone() };
            Some(Box::new(delivery) as Box<dyn Delivery>)
        }
        .boxed()
    }
}

#[derive(Debug)]
struct InProcessDelivery {
    topic: Topic,
    message: Outgoing,
    sender: mpsc::Sender<Outgoing>,
}

impl Delivery for InProcessDelivery {
    fn message(&self) -> &[u8] {
        &self.message.bytes
    }

    fn done(self: Box<Self>) -> BoxFuture<'static, ()> {
        async {}.boxed()
    }

    fn give_back(self: Box<Self>) -> BoxFuture<'static, ()> {
        if self.sender.try_send(self.message).is_err() {
            tracing::debug!(queue = self.topic.as_str(), "a message given back did not fit; its sender will repeat it");
        }
        async {}.boxed()
    }

    fn dead_letter(self: Box<Self>, reason: String) -> BoxFuture<'static, ()> {
        metrics::counter!("starreel_messages_buried_total", "queue" => self.topic.as_str()).increment(1);
        tracing::error!(
            queue = self.topic.as_str(),
            message.id = self.message.message_id.as_deref().unwrap_or_default(),
            reason,
            "a message could not be read and is a dead letter"
        );
        async {}.boxed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::contract;

    #[tokio::test]
    async fn it_keeps_the_contract() {
        let queue = InProcessQueue::new();
        contract::holds(&queue, &|topic| Box::new(queue.consumer(topic))).await;
    }

    #[tokio::test]
    async fn a_full_topic_says_so_and_the_other_one_goes_on() {
        let (queue, empty) = (InProcessQueue::new(), || Outgoing::new(Vec::new()));
        for _ in 0..CAPACITY {
            queue.publish(Topic::Jobs, empty()).await.unwrap();
        }
        assert!(matches!(queue.publish(Topic::Jobs, empty()).await, Err(PublishError::Blocked)));
        queue.publish(Topic::Results, empty()).await.unwrap();
    }
}
