//! One publish, from the free channel to the confirm.

use std::sync::Arc;
use std::time::Duration;

use lapin::options::BasicPublishOptions;
use lapin::{BasicProperties, Confirmation};
use tokio::time::{interval, timeout};

use super::super::PublishError;
use super::error::BrokerError;
use super::link::Link;
use super::session::Session;

/// How long a publish waits for its confirm. A later one is not noticed.
const CONFIRM_MAX: Duration = Duration::from_secs(5);
/// How often a publish under way checks whether the broker has blocked the connection.
const BLOCKED_CHECK: Duration = Duration::from_millis(50);

/// A quorum queue that is full refuses a message, and so does one that has no leader at the moment, at the first message of
/// a channel: when it has just been declared, or its broker has just come back. After this time the two can be told apart.
const LEADER_WITHIN: Duration = Duration::from_millis(500);

/// The broker's answer to a message.
#[derive(Debug)]
enum Answer {
    Confirmed,
    /// The queue is full, or has no leader.
    Refused,
}

/// Publishes to the queue of this name and waits until the broker has it on disk.
pub(super) async fn publish(
    link: &Link,
    queue: &str,
    bytes: &[u8],
    properties: BasicProperties,
) -> Result<(), PublishError> {
    let session = link.session().await.map_err(unreachable)?;
    if session.is_blocked() {
        return Err(PublishError::Blocked);
    }
    // While it is blocked, lapin sends nothing, and neither fails nor resolves. The broker blocks a connection at
    // the first message after an alarm, so this may well be the one.
    let answer = tokio::select! {
        biased;
        answer = timeout(CONFIRM_MAX, send_twice(&session, queue, bytes, properties)) => answer,
        () = becomes_blocked(&session) => return Err(PublishError::Blocked),
    };
    match answer.unwrap_or(Err(BrokerError::TimedOut { step: "confirm a message" })) {
        Ok(answer) => {
            link.works();
            match answer {
                Answer::Confirmed => Ok(()),
                Answer::Refused => Err(PublishError::Blocked),
            }
        }
        Err(error) => {
            // A missing queue too is mended by a new connection: it declares all queues.
            link.broken(&session, &error);
            Err(match error {
                BrokerError::Returned { .. } => unreachable(error),
                BrokerError::TimedOut { .. }
                | BrokerError::Failed { .. }
                | BrokerError::NoConfirms
                | BrokerError::Ended
                | BrokerError::Blocked
                | BrokerError::Closed => PublishError::Unconfirmed(Box::new(error)),
            })
        }
    }
}

/// Sends a message, and once more if it was refused.
async fn send_twice(
    session: &Session,
    queue: &str,
    bytes: &[u8],
    properties: BasicProperties,
) -> Result<Answer, BrokerError> {
    match send(session, queue, bytes, properties.clone()).await? {
        Answer::Confirmed => Ok(Answer::Confirmed),
        Answer::Refused => {
            tokio::time::sleep(LEADER_WITHIN).await;
            send(session, queue, bytes, properties).await
        }
    }
}

async fn send(
    session: &Session,
    queue: &str,
    bytes: &[u8],
    properties: BasicProperties,
) -> Result<Answer, BrokerError> {
    let failed = |source| BrokerError::Failed { step: "confirm a message", source };
    let confirming = session.confirm_channel().await.map_err(failed)?;
    let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
    let sent =
        confirming.channel.basic_publish("".into(), queue.into(), options, bytes, properties).await.map_err(failed)?;
    let answer = match sent.await.map_err(failed)? {
        Confirmation::Ack(None) => Answer::Confirmed,
        Confirmation::Nack(None) => Answer::Refused,
        Confirmation::Ack(Some(returned)) | Confirmation::Nack(Some(returned)) => {
            return Err(BrokerError::Returned { code: returned.reply_code, text: returned.reply_text.to_string() });
        }
        Confirmation::NotRequested => return Err(BrokerError::NoConfirms),
    };
    session.give_back(confirming);
    Ok(answer)
}

async fn becomes_blocked(session: &Arc<Session>) {
    let mut check = interval(BLOCKED_CHECK);
    while !session.is_blocked() {
        check.tick().await;
    }
}

fn unreachable(error: BrokerError) -> PublishError {
    PublishError::Unreachable(Box::new(error))
}
