//! The broker is not there yet, or dies.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use shared::queue::contract::{take, text};
use shared::queue::{PublishError, Publisher as _, Topic};
use test_servers::rabbitmq::RabbitMq as Server;

use crate::broker::{Broker, adapter, eventually, publish_until_taken};

#[tokio::test]
async fn who_starts_before_the_broker_waits_and_works_without_help() {
    let mut server = Server::reserve().unwrap();
    let queue = adapter(&server.url(), "early");
    let mut reader = queue.consumer(Topic::Jobs);
    let error = queue.publish(Topic::Jobs, text("too early")).await.unwrap_err();
    assert!(matches!(error, PublishError::Unreachable(_)), "{error:?}");
    assert!(queue.check().await.is_err());

    let (taken, (), started) =
        tokio::join!(take(&mut reader), publish_until_taken(&queue, Topic::Jobs, text("in time")), server.restart(),);
    started.unwrap();
    assert_eq!(taken, "in time");
    queue.check().await.unwrap();
}

#[tokio::test]
async fn what_was_confirmed_arrives_though_the_broker_is_killed() {
    let mut broker = Broker::start().await;
    let queue = broker.adapter("killed");
    for number in 0..20 {
        queue.publish(Topic::Results, text(number.to_string())).await.unwrap();
    }
    let (confirmed_so_far, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let mut reader = queue.consumer(Topic::Jobs);
    let publishing = async {
        let mut confirmed = BTreeSet::new();
        for number in 0.. {
            if queue.publish(Topic::Jobs, text(number.to_string())).await.is_ok() {
                confirmed.insert(number.to_string());
                confirmed_so_far.fetch_add(1, Ordering::Relaxed);
            } else {
                // As callers do: not faster because it fails.
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            if stop.load(Ordering::Relaxed) {
                break;
            }
        }
        publish_until_taken(&queue, Topic::Jobs, text("last")).await;
        confirmed
    };
    let consuming = async {
        let mut taken = BTreeSet::new();
        // What was not confirmed before "last" may come after it; what was confirmed may not.
        while !taken.contains("last") {
            taken.insert(take(&mut reader).await);
        }
        taken
    };
    let has_flown = async |more: usize| {
        let wanted = confirmed_so_far.load(Ordering::Relaxed) + more;
        eventually("messages flow", async || confirmed_so_far.load(Ordering::Relaxed) >= wanted).await;
    };
    let harm = async {
        has_flown(50).await;
        broker.server.settle().await.unwrap();
        broker.server.kill();
        broker.server.restart().await.unwrap();
        has_flown(50).await;
        stop.store(true, Ordering::Relaxed);
    };
    let (confirmed, taken, ()) = tokio::join!(publishing, consuming, harm);
    let lost: Vec<_> = confirmed.difference(&taken).collect();
    println!("{} confirmed, {} taken", confirmed.len(), taken.len());
    assert!(lost.is_empty(), "confirmed and lost: {lost:?}");
    // Unread messages survive as well.
    let mut reader = queue.consumer(Topic::Results);
    for number in 0..20 {
        assert_eq!(take(&mut reader).await, number.to_string());
    }
}
