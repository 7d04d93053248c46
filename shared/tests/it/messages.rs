//! With a broker that works.

use std::time::Duration;

use shared::queue::contract::{self, receive, take, text};
use shared::queue::{Consumer as _, Outgoing, PublishError, Publisher as _, Topic};
use shared::telemetry::chain;
use test_servers::rabbitmq::RabbitMq as Server;

use crate::broker::{Broker, eventually};

/// One broker for everything that does not harm it. Each case has queues of its own.
#[tokio::test]
async fn with_a_broker_that_works() {
    let broker = Broker::start().await;
    it_keeps_the_contract(&broker).await;
    a_dead_letter_is_parked_with_its_reason(&broker).await;
    dead_letters_are_looked_at_sent_again_and_dropped(&broker).await;
    deliveries_of_the_dead_come_again_and_again(&broker).await;
    a_dropped_delivery_comes_again(&broker).await;
    a_message_without_a_queue_is_an_error_and_the_queue_is_made_again(&broker).await;
    a_reader_survives_the_deletion_of_its_queue(&broker).await;
    a_full_queue_takes_nothing(&broker).await;
    after_the_close_readers_end_and_what_they_held_goes_back(&broker).await;
}

async fn it_keeps_the_contract(broker: &Broker) {
    let queue = broker.adapter("contract");
    contract::holds(&queue, &|topic| Box::new(queue.consumer(topic))).await;
    queue.check().await.unwrap();
}

async fn a_dead_letter_is_parked_with_its_reason(broker: &Broker) {
    let queue = broker.adapter("dead_letters");
    let mut reader = queue.consumer(Topic::Jobs);
    queue.publish(Topic::Jobs, Outgoing::new(b"\xff".to_vec())).await.unwrap();
    receive(&mut reader).await.dead_letter("not JSON".to_owned()).await;
    let parked = broker.parked("dead_letters.dead.v1", "x-starreel-reason").await;
    assert_eq!(parked, [(b"\xff".to_vec(), Some("not JSON".to_owned()))]);

    // A reader that cannot publish at all leaves the parking to the broker.
    queue.publish(Topic::Jobs, text("while short of memory")).await.unwrap();
    let delivery = receive(&mut reader).await;
    broker.server.memory_alarm(true).await.unwrap();
    delivery.dead_letter("not JSON".to_owned()).await;
    broker.has_waiting("dead_letters.dead.v1", 1).await;
    broker.server.memory_alarm(false).await.unwrap();
}

async fn dead_letters_are_looked_at_sent_again_and_dropped(broker: &Broker) {
    let queue = broker.adapter("operators");
    let mut reader = queue.consumer(Topic::Jobs);
    for word in ["one", "two"] {
        queue.publish(Topic::Jobs, text(word)).await.unwrap();
        receive(&mut reader).await.dead_letter(format!("{word} is odd")).await;
    }
    // Looking takes nothing away, more often than RabbitMQ 4 lets a message come back.
    for _ in 0..25 {
        assert_eq!(queue.dead_letters().await.unwrap().len(), 2);
    }
    let [one, two] = &queue.dead_letters().await.unwrap()[..] else { panic!("two dead letters") };
    assert_eq!((&*one.queue, &*one.reason, &*one.body), ("operators.jobs.v1", "one is odd", "one"));
    assert!(one.at.starts_with("20"), "{one:?}");

    assert!(queue.send_dead_letter(&one.id).await.unwrap());
    assert_eq!(take(&mut reader).await, "one");
    assert!(queue.drop_dead_letter(&two.id).await.unwrap());
    assert!(!queue.drop_dead_letter(&two.id).await.unwrap());
    assert_eq!(queue.dead_letters().await.unwrap(), []);
}

/// More often than RabbitMQ 4 would let them by default.
async fn deliveries_of_the_dead_come_again_and_again(broker: &Broker) {
    let queue = broker.adapter("dying");
    queue.publish(Topic::Jobs, text("unlucky")).await.unwrap();
    for _ in 0..25 {
        let process = broker.adapter("dying");
        let mut reader = process.consumer(Topic::Jobs);
        let delivery = receive(&mut reader).await;
        assert_eq!(delivery.message(), b"unlucky");
        // Neither done nor given back: the broker finds out by the end of the connection.
        std::mem::forget(delivery);
        process.close().await;
    }
    assert_eq!(take(&mut queue.consumer(Topic::Jobs)).await, "unlucky");
}

async fn a_dropped_delivery_comes_again(broker: &Broker) {
    let queue = broker.adapter("dropping");
    let mut reader = queue.consumer(Topic::Jobs);
    queue.publish(Topic::Jobs, text("dropped")).await.unwrap();
    for _ in 0..20 {
        drop(receive(&mut reader).await);
    }
    assert_eq!(take(&mut reader).await, "dropped");
}

async fn a_message_without_a_queue_is_an_error_and_the_queue_is_made_again(broker: &Broker) {
    let queue = broker.adapter("deleting");
    queue.publish(Topic::Jobs, text("before")).await.unwrap();
    broker.server.delete_queue("deleting.jobs.v1").await.unwrap();
    // A queue may still confirm while it is being deleted.
    let error = loop {
        if let Err(error) = queue.publish(Topic::Jobs, text("nowhere to go")).await {
            break error;
        }
    };
    assert!(matches!(error, PublishError::Unreachable(_)), "{error:?}");
    assert!(chain(&error).to_string().contains("312 NO_ROUTE"), "{error:?}");
    queue.publish(Topic::Jobs, text("after")).await.unwrap();
    assert_eq!(take(&mut queue.consumer(Topic::Jobs)).await, "after");
}

async fn a_reader_survives_the_deletion_of_its_queue(broker: &Broker) {
    let queue = broker.adapter("surviving");
    let mut reader = queue.consumer(Topic::Results);
    queue.publish(Topic::Results, text("before")).await.unwrap();
    assert_eq!(take(&mut reader).await, "before");
    broker.server.delete_queue("surviving.results.v1").await.unwrap();
    // What comes to the queue while it is being deleted goes with it, confirmed or not.
    let publishing = async {
        loop {
            queue.publish(Topic::Results, text("after")).await.ok();
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    tokio::select! {
        taken = take(&mut reader) => assert_eq!(taken, "after"),
        () = publishing => {}
    }
}

async fn a_full_queue_takes_nothing(broker: &Broker) {
    let queue = broker.adapter("full");
    queue.check().await.unwrap();
    broker.server.limit_queues(2).await.unwrap();
    eventually("the queue is full", async || {
        matches!(queue.publish(Topic::Jobs, text("too many")).await, Err(PublishError::Blocked))
    })
    .await;
    broker.server.limit_queues(1_000_000).await.unwrap();
    eventually("the queue takes messages again", async || queue.publish(Topic::Jobs, text("more")).await.is_ok()).await;
}

async fn after_the_close_readers_end_and_what_they_held_goes_back(broker: &Broker) {
    let queue = broker.adapter("closing");
    let (mut reader, mut waiting) = (queue.consumer(Topic::Jobs), queue.consumer(Topic::Results));
    queue.publish(Topic::Jobs, text("held")).await.unwrap();
    let held = receive(&mut reader).await;
    let (ended, ()) = tokio::join!(waiting.receive(), queue.close());
    assert!(ended.is_none() && reader.receive().await.is_none());
    assert!(matches!(queue.publish(Topic::Jobs, text("late")).await, Err(PublishError::Unreachable(_))));
    assert!(queue.check().await.is_err());
    // It is not wrong to end a delivery late; it is only without effect.
    held.done().await;
    assert_eq!(take(&mut broker.adapter("closing").consumer(Topic::Jobs)).await, "held");
}

/// The topology and the contract on a broker of another version than the installed one.
#[tokio::test]
#[ignore = "wants a running broker in TRY_RABBITMQ_URL"]
async fn with_a_broker_of_another_version() {
    let queue = crate::broker::adapter(&std::env::var("TRY_RABBITMQ_URL").unwrap(), "another");
    contract::holds(&queue, &|topic| Box::new(queue.consumer(topic))).await;
    let mut reader = queue.consumer(Topic::Jobs);
    queue.publish(Topic::Jobs, text("given back")).await.unwrap();
    for _ in 0..100 {
        receive(&mut reader).await.give_back().await;
    }
    assert_eq!(take(&mut reader).await, "given back");
    queue.check().await.unwrap();
    queue.close().await;
}

#[tokio::test]
async fn a_server_that_nobody_started_is_not_there() {
    let nobody = Server::reserve().unwrap();
    let queue = crate::broker::adapter(&nobody.url(), "nobody");
    let error = queue.check().await.unwrap_err();
    assert!(chain(&error).to_string().starts_with("RabbitMQ did not accept a connection"), "{error}");
}
