//! The broker is there and does not do its work.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use shared::queue::contract::{receive, take, text};
use shared::queue::rabbitmq::BrokerError;
use shared::queue::{Outgoing, PublishError, Publisher as _, Topic};

use crate::broker::{Broker, eventually, is_blocked, publish_until_taken};

/// One broker, hurt in one way after the other.
#[tokio::test]
async fn with_a_broker_in_trouble() {
    let broker = Broker::start().await;
    short_of_memory_it_takes_nothing_and_loses_nothing(&broker).await;
    connections_closed_by_the_broker_are_made_anew(&broker).await;
    a_frozen_broker_makes_a_publish_unconfirmed_not_endless(&broker).await;
}

async fn short_of_memory_it_takes_nothing_and_loses_nothing(broker: &Broker) {
    let queue = broker.adapter("memory");
    let mut reader = queue.consumer(Topic::Jobs);
    queue.publish(Topic::Jobs, text("before")).await.unwrap();
    let before = receive(&mut reader).await;

    broker.server.memory_alarm(true).await.unwrap();
    eventually("a publish is refused", async || is_blocked(&queue).await).await;
    let started = Instant::now();
    for _ in 0..20 {
        assert!(is_blocked(&queue).await);
    }
    assert!(started.elapsed() < Duration::from_secs(1), "it is refused at once");
    assert!(matches!(queue.check().await, Err(BrokerError::Blocked)));
    // Whoever reads goes on.
    before.done().await;

    broker.server.memory_alarm(false).await.unwrap();
    publish_until_taken(&queue, Topic::Jobs, text("after")).await;
    eventually("it is ready again", async || queue.check().await.is_ok()).await;
    let mut taken = BTreeSet::new();
    while !taken.contains("after") {
        taken.insert(take(&mut reader).await);
    }
    taken.remove("while blocked");
    assert_eq!(taken, BTreeSet::from(["after".to_owned()]), "what was done before did not come again");
}

async fn connections_closed_by_the_broker_are_made_anew(broker: &Broker) {
    let queue = broker.adapter("closed");
    let mut reader = queue.consumer(Topic::Jobs);
    for number in 0..5 {
        publish_until_taken(&queue, Topic::Jobs, text(number.to_string())).await;
        assert_eq!(take(&mut reader).await, number.to_string());
        broker.server.close_connections().await.unwrap();
    }
}

async fn a_frozen_broker_makes_a_publish_unconfirmed_not_endless(broker: &Broker) {
    let queue = broker.adapter("frozen");
    let mut reader = queue.consumer(Topic::Jobs);
    queue.publish(Topic::Jobs, text("before")).await.unwrap();
    assert_eq!(take(&mut reader).await, "before");
    broker.server.freeze().await.unwrap();
    let started = Instant::now();
    let checked = queue.check().await;
    assert!(matches!(checked, Err(BrokerError::TimedOut { .. })), "{checked:?}");
    let message = || Outgoing::new(b"frozen".to_vec());
    let (one, other) = tokio::join!(queue.publish(Topic::Jobs, message()), queue.publish(Topic::Results, message()));
    let waited = started.elapsed();
    broker.server.thaw().unwrap();
    for refused in [one, other] {
        assert!(matches!(refused, Err(PublishError::Unconfirmed(_) | PublishError::Unreachable(_))), "{refused:?}");
    }
    assert!(waited < Duration::from_secs(15), "gave up only after {waited:?}");
    publish_until_taken(&queue, Topic::Jobs, text("after")).await;
    while take(&mut reader).await != "after" {}
}
