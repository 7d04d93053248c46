//! Receiving, and ending what was received.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use futures_util::{FutureExt as _, StreamExt as _};
use lapin::options::{BasicAckOptions, BasicConsumeOptions, BasicNackOptions, BasicQosOptions, BasicRejectOptions};
use lapin::types::FieldTable;
use lapin::{Acker, BasicProperties, Channel};

use super::super::{Consumer, Delivery, Topic};
use super::Inner;
use super::error::{BrokerError, within};
use super::message;
use super::session::Session;
use crate::telemetry::chain;

/// Channel, prefetch and subscription together.
const SUBSCRIBE_MAX: Duration = Duration::from_secs(5);
/// Until an acknowledgement has left this process.
const ACKNOWLEDGE_MAX: Duration = Duration::from_secs(5);

/// See [`super::RabbitMq::consumer`].
pub struct RabbitMqConsumer {
    inner: Arc<Inner>,
    topic: Topic,
    state: State,
}

/// How far a call of `receive` has come. The next one goes on from there if its future was dropped.
enum State {
    Subscribing(BoxFuture<'static, Result<Subscription, BrokerError>>),
    Subscribed(Box<Subscription>),
}

struct Subscription {
    session: Arc<Session>,
    channel: Channel,
    deliveries: lapin::Consumer,
}

impl RabbitMqConsumer {
    pub(super) fn new(inner: Arc<Inner>, topic: Topic) -> Self {
        let state = State::Subscribing(subscribe(Arc::clone(&inner), topic).boxed());
        Self { inner, topic, state }
    }

    /// `None` after the close.
    async fn next(&mut self) -> Option<RabbitMqDelivery> {
        while !self.inner.closed.is_cancelled() {
            match &mut self.state {
                State::Subscribing(subscribing) => {
                    self.state = match subscribing.await {
                        Ok(subscription) => State::Subscribed(Box::new(subscription)),
                        Err(_said_by_the_link) => self.subscribing(),
                    }
                }
                State::Subscribed(subscription) => match subscription.deliveries.next().await {
                    Some(Ok(delivery)) => {
                        return Some(RabbitMqDelivery::new(&self.inner, self.topic, subscription, delivery));
                    }
                    // The end without an error is what a deleted queue looks like.
                    ended => {
                        let error = ended.and_then(Result::err).map_or(BrokerError::Ended, |source| {
                            BrokerError::Failed { step: "go on with the deliveries", source }
                        });
                        self.inner.consume_link.broken(&subscription.session, &error);
                        self.state = self.subscribing();
                    }
                },
            }
        }
        None
    }

    fn subscribing(&self) -> State {
        State::Subscribing(subscribe(Arc::clone(&self.inner), self.topic).boxed())
    }
}

impl Consumer for RabbitMqConsumer {
    fn receive(&mut self) -> BoxFuture<'_, Option<Box<dyn Delivery>>> {
        async {
            let closed = self.inner.closed.clone();
            let delivery = closed.run_until_cancelled(self.next()).await.flatten()?;
            metrics::counter!("starreel_queue_received_total", "queue" => self.topic.as_str()).increment(1);
            Some(Box::new(delivery) as Box<dyn Delivery>)
        }
        .boxed()
    }
}

impl fmt::Debug for RabbitMqConsumer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RabbitMqConsumer").field("topic", &self.topic).finish_non_exhaustive()
    }
}

async fn subscribe(inner: Arc<Inner>, topic: Topic) -> Result<Subscription, BrokerError> {
    inner.consume_link.pause().await;
    let session = inner.consume_link.session().await?;
    let subscribed = within(SUBSCRIBE_MAX, "deliver", async {
        let channel = session.channel().await?;
        channel.basic_qos(inner.prefetch, BasicQosOptions { global: false }).await?;
        let queue = inner.topology.queue(topic).into();
        let options = BasicConsumeOptions { no_ack: false, ..BasicConsumeOptions::default() };
        let deliveries = channel.basic_consume(queue, "".into(), options, FieldTable::default()).await?;
        Ok((channel, deliveries))
    });
    match subscribed.await {
        Ok((channel, deliveries)) => {
            inner.consume_link.works();
            Ok(Subscription { session, channel, deliveries })
        }
        Err(error) => {
            inner.consume_link.broken(&session, &error);
            Err(error)
        }
    }
}

/// A message in hand. One that is dropped is given back at once, so that it does not take up the prefetch for ever.
struct RabbitMqDelivery {
    inner: Arc<Inner>,
    topic: Topic,
    bytes: Vec<u8>,
    properties: BasicProperties,
    /// `None` once the delivery has ended.
    acker: Option<Acker>,
    session: Arc<Session>,
    /// Keeps the channel open for as long as the delivery is not dropped.
    _channel: Channel,
}

impl RabbitMqDelivery {
    fn new(inner: &Arc<Inner>, topic: Topic, subscription: &Subscription, delivery: lapin::message::Delivery) -> Self {
        let lapin::message::Delivery { data, properties, acker, .. } = delivery;
        Self {
            inner: Arc::clone(inner),
            topic,
            bytes: data,
            properties,
            acker: Some(acker),
            session: Arc::clone(&subscription.session),
            _channel: subscription.channel.clone(),
        }
    }

    /// Publishes a copy with the reason to the queue of dead letters.
    async fn park(&self, reason: &str) -> Result<(), super::PublishError> {
        let topology = &self.inner.topology;
        let properties = message::parked(&self.properties, topology.queue(self.topic), reason);
        self.inner.publish(topology.dead(), &self.bytes, properties).await
    }

    /// Waits until the broker has been told how the delivery ended. If that fails, the message comes again.
    async fn acknowledge(&mut self, told: impl Future<Output = lapin::Result<bool>>) {
        self.acker = None;
        match within(ACKNOWLEDGE_MAX, "take an acknowledgement", told).await {
            Ok(true) => {}
            Ok(false) => {
                tracing::debug!(queue = self.topic.as_str(), "a delivery outlived its connection and comes again")
            }
            Err(error) => {
                tracing::debug!(queue = self.topic.as_str(), error = %chain(&error), "a delivery was not acknowledged and comes again");
                self.inner.consume_link.broken(&self.session, &error);
            }
        }
    }
}

impl Delivery for RabbitMqDelivery {
    fn message(&self) -> &[u8] {
        &self.bytes
    }

    fn done(mut self: Box<Self>) -> BoxFuture<'static, ()> {
        async move {
            if let Some(acker) = self.acker.clone() {
                self.acknowledge(acker.ack(BasicAckOptions { multiple: false })).await;
            }
        }
        .boxed()
    }

    fn give_back(mut self: Box<Self>) -> BoxFuture<'static, ()> {
        async move {
            if let Some(acker) = self.acker.clone() {
                self.acknowledge(acker.nack(BasicNackOptions { multiple: false, requeue: true })).await;
            }
        }
        .boxed()
    }

    fn dead_letter(mut self: Box<Self>, reason: String) -> BoxFuture<'static, ()> {
        async move {
            metrics::counter!("starreel_messages_buried_total", "queue" => self.topic.as_str()).increment(1);
            let id = self.properties.message_id().as_ref().map_or("", |id| id.as_str()).to_owned();
            tracing::error!(
                queue = self.topic.as_str(),
                parked_in = self.inner.topology.dead(),
                message.id = id,
                reason,
                "a message could not be read and is a dead letter"
            );
            let parked = self.park(&reason).await;
            let Some(acker) = self.acker.clone() else { return };
            match parked {
                Ok(()) => self.acknowledge(acker.ack(BasicAckOptions { multiple: false })).await,
                Err(error) => {
                    // The broker parks it by itself then, without the reason, which the line above has.
                    tracing::debug!(error = %chain(&error), "a copy with the reason was not parked");
                    self.acknowledge(acker.reject(BasicRejectOptions { requeue: false })).await;
                }
            }
        }
        .boxed()
    }
}

impl Drop for RabbitMqDelivery {
    fn drop(&mut self) {
        if let Some(acker) = self.acker.take() {
            // The order to the broker is on its way once the future was polled; there is nothing to wait for.
            let told = acker.nack(BasicNackOptions { multiple: false, requeue: true }).now_or_never();
            tracing::debug!(
                queue = self.topic.as_str(),
                at_once = told.is_some(),
                "a delivery was dropped and goes back"
            );
        }
    }
}

impl fmt::Debug for RabbitMqDelivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RabbitMqDelivery").field("topic", &self.topic).finish_non_exhaustive()
    }
}
