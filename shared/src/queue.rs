//! The port of the queue that joins bot and worker.
//!
//! The queue carries bytes and promises little: a message may be lost, late or doubled, and jobs still end right,
//! because each side keeps a due time for every unfinished job and looks again by itself. There is no delay and no
//! priority on purpose: time and order live in the stores.
//!
//! A delivery is held for one short step and then ends by exactly one of [`Delivery::done`], [`Delivery::give_back`]
//! or [`Delivery::dead_letter`]. One that is dropped may come again or be lost.

use std::fmt::Debug;

use futures_util::future::BoxFuture;

use crate::job::JobId;

pub mod contract;
pub mod in_process;
#[cfg(feature = "service")]
pub mod rabbitmq;

/// The two streams of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// [`crate::job::GenerationJob`], bot to worker.
    Jobs,
    /// [`crate::job::WorkerMessage`], worker to bot.
    Results,
}

impl Topic {
    /// The stable name, for metrics and logs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jobs => "jobs",
            Self::Results => "results",
        }
    }
}

/// Why a message was not handed over.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The broker is alive and takes nothing for now (memory or disk alarm, or a full queue). Wait; do not repeat faster.
    /// A message that was on its way when this began may still arrive.
    #[error("the queue takes no messages for now")]
    Blocked,
    /// The message was certainly not taken, because there is no broker or no queue. Wait; do not repeat faster.
    #[error("the queue cannot be reached")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// It is not known whether the message arrived. Publish it again later: readers know it by its job.
    #[error("the message was not confirmed")]
    Unconfirmed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// A message to hand over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The body.
    pub bytes: Vec<u8>,
    /// What operators know the message by, the same when it is published again. Readers do not rely on it.
    pub message_id: Option<String>,
}

impl Outgoing {
    /// A message without an id.
    #[must_use]
    pub const fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, message_id: None }
    }

    /// A message about `job`, named by its id.
    #[must_use]
    pub fn about(job: JobId, bytes: Vec<u8>) -> Self {
        Self { bytes, message_id: Some(job.to_string()) }
    }
}

/// The writing side.
pub trait Publisher: Debug + Send + Sync + 'static {
    /// Hands a message over as safely as the adapter can, and returns when that is done.
    fn publish(&self, topic: Topic, message: Outgoing) -> BoxFuture<'_, Result<(), PublishError>>;
}

/// The reading side of one topic.
pub trait Consumer: Debug + Send + 'static {
    /// Waits for the next delivery. `None` means that the queue is closed for good, at shutdown; until then the
    /// adapter heals its own connection. Safe to cancel: no delivery is lost by dropping the future.
    fn receive(&mut self) -> BoxFuture<'_, Option<Box<dyn Delivery>>>;
}

/// A message in hand. Ending it is a best effort: whatever goes wrong, the message comes again.
pub trait Delivery: Debug + Send + 'static {
    /// The bytes that were published.
    fn message(&self) -> &[u8];

    /// The message is in the reader's store, and the queue may forget it.
    fn done(self: Box<Self>) -> BoxFuture<'static, ()>;

    /// The reader could not store the message, or stops. The queue delivers it again.
    fn give_back(self: Box<Self>) -> BoxFuture<'static, ()>;

    /// Nobody can ever read the message. It is counted, and kept where an operator finds it.
    fn dead_letter(self: Box<Self>, reason: String) -> BoxFuture<'static, ()>;
}
