//! One life of a connection, and its channels.
//!
//! A channel carries one publish at a time. On a channel that carries several, the broker may confirm them together, and
//! lapin then cannot tell which of them was returned as unroutable: one that never reached a queue could count as
//! confirmed. Free channels are kept, so that this costs nothing.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lapin::options::{BasicQosOptions, ConfirmSelectOptions};
use lapin::{Channel, Connection};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::error::{BrokerError, within};

/// Publishes under way at once, each on a channel of its own.
const CHANNELS_MAX: usize = 16;
/// A probe is answered within this time.
const PROBE_MAX: Duration = Duration::from_secs(2);

/// A connection with all queues declared. It ends when the last of its users is gone.
#[derive(Debug)]
pub(super) struct Session {
    connection: Connection,
    free: Mutex<Vec<Channel>>,
    permits: Arc<Semaphore>,
}

/// A channel in confirm mode, used by one publish at a time.
#[derive(Debug)]
pub(super) struct ConfirmChannel {
    pub(super) channel: Channel,
    _permit: OwnedSemaphorePermit,
}

impl Session {
    pub(super) fn new(connection: Connection) -> Self {
        Self { connection, free: Mutex::new(Vec::new()), permits: Arc::new(Semaphore::new(CHANNELS_MAX)) }
    }

    /// Whether the connection is up, as far as is known.
    pub(super) fn is_usable(&self) -> bool {
        self.connection.status().connected()
    }

    /// Whether the broker has said that it takes no messages. Nothing at all can be sent meanwhile.
    pub(super) fn is_blocked(&self) -> bool {
        self.connection.status().blocked()
    }

    /// A new channel.
    pub(super) async fn channel(&self) -> lapin::Result<Channel> {
        self.connection.create_channel().await
    }

    /// A channel to publish on, as soon as fewer than the maximum are in use. To be given back after a clear answer.
    pub(super) async fn confirm_channel(&self) -> lapin::Result<ConfirmChannel> {
        // The semaphore is never closed; without a permit there would only be one more channel.
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(std::io::Error::other)?;
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if let Some(channel) = free.filter(|channel| channel.status().connected()) {
            return Ok(ConfirmChannel { channel, _permit: permit });
        }
        let channel = self.channel().await?;
        channel.confirm_select(ConfirmSelectOptions::default()).await?;
        Ok(ConfirmChannel { channel, _permit: permit })
    }

    /// Keeps a channel whose last publish has got its answer.
    pub(super) fn give_back(&self, used: ConfirmChannel) {
        self.free.lock().unwrap_or_else(PoisonError::into_inner).push(used.channel);
    }

    /// Asks the broker for something harmless and waits for the answer.
    pub(super) async fn probe(&self) -> Result<(), BrokerError> {
        within(PROBE_MAX, "answer", async {
            let probed = self.confirm_channel().await?;
            probed.channel.basic_qos(1, BasicQosOptions::default()).await?;
            self.give_back(probed);
            Ok(())
        })
        .await
    }

    /// Closes the connection and all its channels.
    pub(super) async fn close(&self) -> lapin::Result<()> {
        self.connection.close(200, "shutting down".into()).await
    }
}
