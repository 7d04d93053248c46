//! What can go wrong between us and the broker. Never contains credentials.

use std::future::Future;
use std::time::Duration;

use lapin::ErrorKind;
use lapin::protocol::{AMQPErrorKind, AMQPHardError, AMQPSoftError};
use tokio::time::timeout;

/// Why the broker did not do what it was asked to. It can be shared by all who wait for the same connection.
#[derive(Debug, Clone, thiserror::Error)]
pub enum BrokerError {
    /// It may be stopped, overloaded, or behind a network that swallows packets.
    #[error("RabbitMQ did not {step} in time")]
    TimedOut {
        /// What was asked.
        step: &'static str,
    },
    /// It refused, or the connection broke.
    #[error("RabbitMQ did not {step}")]
    Failed {
        /// What was asked.
        step: &'static str,
        /// What lapin says.
        #[source]
        source: lapin::Error,
    },
    /// There is no such queue.
    #[error("RabbitMQ returned the message: {code} {text}")]
    Returned {
        /// 312 for "no route".
        code: u16,
        /// The broker's words.
        text: String,
    },
    /// The channel does not confirm, so nothing is known of the message.
    #[error("RabbitMQ was not asked for confirms")]
    NoConfirms,
    /// Deliveries stopped without an error: the queue was deleted, or an operator cancelled the consumer.
    #[error("RabbitMQ ended the deliveries")]
    Ended,
    /// Short of memory or disk.
    #[error("RabbitMQ takes no messages for now: it is short of memory or disk")]
    Blocked,
    /// This process is shutting down.
    #[error("the queue is closed")]
    Closed,
}

/// Asks the broker for something and waits for the answer, but not for ever.
pub(super) async fn within<T>(
    limit: Duration,
    step: &'static str,
    asked: impl Future<Output = lapin::Result<T>>,
) -> Result<T, BrokerError> {
    match timeout(limit, asked).await {
        Ok(answer) => answer.map_err(|source| BrokerError::Failed { step, source }),
        Err(_elapsed) => Err(BrokerError::TimedOut { step }),
    }
}

impl BrokerError {
    /// What an operator should check. A queue without a leader is what RabbitMQ 3.10 and 4.0 make of one that was declared
    /// within the last minutes when they were killed; it must be deleted by hand (rabbitmq-server issue 15725).
    pub(super) fn what_to_check(&self) -> &'static str {
        let Self::Failed { source, .. } = self else {
            return "that RabbitMQ runs, is not overloaded, and that its queues have a leader";
        };
        let ErrorKind::ProtocolError(error) = source.kind() else {
            return "that RabbitMQ runs, and that RABBITMQ_URL names its host and port";
        };
        match error.kind() {
            AMQPErrorKind::Soft(AMQPSoftError::ACCESSREFUSED) => {
                "user and password in RABBITMQ_URL, and what this user may do"
            }
            AMQPErrorKind::Hard(AMQPHardError::NOTALLOWED) => "the virtual host in RABBITMQ_URL",
            AMQPErrorKind::Soft(AMQPSoftError::PRECONDITIONFAILED) => {
                "the queue that the error names: it was declared otherwise, and must be emptied and deleted"
            }
            AMQPErrorKind::Soft(_) | AMQPErrorKind::Hard(_) => "the log of RabbitMQ",
        }
    }
}
