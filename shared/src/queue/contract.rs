//! What every queue must do, as one suite that each adapter's tests run.
//!
//! It panics with the broken rule. It wants a queue whose topics are empty and which works: what an adapter does while its
//! broker is away is told by its own tests.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "assertions for tests, public for the adapters of other packages"
)]

use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::future::join_all;
use jiff::Timestamp;
use tokio::time::timeout;

use super::{Consumer, Delivery, Outgoing, Publisher, Topic};
use crate::job::JobId;

/// Nothing that must happen takes longer.
const DEADLINE: Duration = Duration::from_secs(60);
/// Nothing that must not happen is waited for any longer.
const MOMENT: Duration = Duration::from_millis(50);

/// Makes a reader of a topic.
pub type MakeConsumer<'a> = &'a (dyn Fn(Topic) -> Box<dyn Consumer> + Sync);

/// Runs the whole suite on an empty queue.
pub async fn holds(publisher: &dyn Publisher, consumer: MakeConsumer<'_>) {
    what_is_published_arrives(publisher, consumer).await;
    topics_are_apart(publisher, consumer).await;
    messages_wait_for_a_reader(publisher, consumer).await;
    readers_share_the_messages(publisher, consumer).await;
    what_is_given_back_comes_again(publisher, consumer).await;
    a_dead_letter_does_not_come_again(publisher, consumer).await;
    a_receive_that_is_given_up_loses_nothing(publisher, consumer).await;
    many_may_publish_at_once(publisher, consumer).await;
}

/// Receives one message, or panics.
pub async fn receive(consumer: &mut dyn Consumer) -> Box<dyn Delivery> {
    let received = timeout(DEADLINE, consumer.receive()).await;
    received.expect("a message arrives in time").expect("the queue is open")
}

/// Receives one message, is done with it, and returns its text.
pub async fn take(consumer: &mut dyn Consumer) -> String {
    let delivery = receive(consumer).await;
    let text = String::from_utf8(delivery.message().to_vec()).unwrap();
    delivery.done().await;
    text
}

/// A message with this text.
#[must_use]
pub fn text(text: impl Into<String>) -> Outgoing {
    Outgoing::new(text.into().into_bytes())
}

async fn what_is_published_arrives(publisher: &dyn Publisher, consumer: MakeConsumer<'_>) {
    let job = JobId::new(Timestamp::UNIX_EPOCH, [9; 10]);
    let bytes: Vec<u8> = (0..=255).collect();
    publisher.publish(Topic::Jobs, Outgoing::about(job, bytes.clone())).await.unwrap();
    publisher.publish(Topic::Jobs, Outgoing::new(Vec::new())).await.unwrap();

    let mut reader = consumer(Topic::Jobs);
    let first = receive(&mut *reader).await;
    assert_eq!(first.message(), bytes);
    first.done().await;
    let second = receive(&mut *reader).await;
    assert_eq!(second.message(), b"");
    second.done().await;
}

async fn topics_are_apart(publisher: &dyn Publisher, consumer: MakeConsumer<'_>) {
    let (mut jobs, mut results) = (consumer(Topic::Jobs), consumer(Topic::Results));
    publisher.publish(Topic::Results, text("a result")).await.unwrap();
    publisher.publish(Topic::Jobs, text("a job")).await.unwrap();
    assert_eq!(take(&mut *jobs).await, "a job");
    assert_eq!(take(&mut *results).await, "a result");
}

async fn messages_wait_for_a_reader(publisher: &dyn Publisher, consumer: MakeConsumer<'_>) {
    for number in 0..3 {
        publisher.publish(Topic::Jobs, text(number.to_string())).await.unwrap();
    }
    let mut reader = consumer(Topic::Jobs);
    for number in 0..3 {
        assert_eq!(take(&mut *reader).await, number.to_string(), "messages come in their order");
    }
}

async fn readers_share_the_messages(publisher: &dyn Publisher, consumer: MakeConsumer<'_>) {
    let (mut one, mut other) = (consumer(Topic::Jobs), consumer(Topic::Jobs));
    let mut missing: BTreeSet<_> = (0..20).map(|number| number.to_string()).collect();
    for number in &missing {
        publisher.publish(Topic::Jobs, text(number)).await.unwrap();
    }
    while !missing.is_empty() {
        // Only receiving may be given up, not what follows.
        let delivery = tokio::select! {
            delivery = receive(&mut *one) => delivery,
            delivery = receive(&mut *other) => delivery,
        };
        let number = String::from_utf8(delivery.message().to_vec()).unwrap();
        assert!(missing.remove(&number), "{number} came twice");
        delivery.done().await;
    }
}

async fn what_is_given_back_comes_again(publisher: &dyn Publisher, consumer: MakeConsumer<'_>) {
    let mut reader = consumer(Topic::Jobs);
    let job = JobId::new(Timestamp::UNIX_EPOCH, [8; 10]);
    publisher.publish(Topic::Jobs, Outgoing::about(job, b"given back".to_vec())).await.unwrap();
    for _ in 0..3 {
        let delivery = receive(&mut *reader).await;
        assert_eq!(delivery.message(), b"given back");
        delivery.give_back().await;
    }
    assert_eq!(take(&mut *reader).await, "given back");
}

async fn a_dead_letter_does_not_come_again(publisher: &dyn Publisher, consumer: MakeConsumer<'_>) {
    let mut reader = consumer(Topic::Results);
    publisher.publish(Topic::Results, Outgoing::new(b"\xff\xfe".to_vec())).await.unwrap();
    receive(&mut *reader).await.dead_letter("it is not JSON".to_owned()).await;
    publisher.publish(Topic::Results, text("the next")).await.unwrap();
    assert_eq!(take(&mut *reader).await, "the next");
    assert!(timeout(MOMENT, reader.receive()).await.is_err(), "a dead letter came again");
}

async fn a_receive_that_is_given_up_loses_nothing(publisher: &dyn Publisher, consumer: MakeConsumer<'_>) {
    let mut reader = consumer(Topic::Jobs);
    for number in 0..50 {
        // Some are given up before anything comes, some while it comes, some when it is there.
        let patience = Duration::from_micros(100 * (number % 10));
        let publishing = publisher.publish(Topic::Jobs, text(number.to_string()));
        let (early, published) = tokio::join!(timeout(patience, reader.receive()), publishing);
        published.unwrap();
        let taken = match early {
            Ok(delivery) => delivery.unwrap(),
            Err(_given_up) => receive(&mut *reader).await,
        };
        assert_eq!(taken.message(), number.to_string().into_bytes());
        taken.done().await;
    }
}

async fn many_may_publish_at_once(publisher: &dyn Publisher, consumer: MakeConsumer<'_>) {
    let numbers = 0..100;
    let published =
        join_all(numbers.clone().map(|number| publisher.publish(Topic::Jobs, text(number.to_string())))).await;
    assert!(published.iter().all(Result::is_ok), "{published:?}");
    let mut reader = consumer(Topic::Jobs);
    let mut taken = BTreeSet::new();
    for _ in numbers.clone() {
        taken.insert(take(&mut *reader).await);
    }
    assert_eq!(taken, numbers.map(|number| number.to_string()).collect());
}
