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

/// Publishes under way at once.
const LANES_MAX: usize = 16;
/// How long a probe waits.
const PROBE_MAX: Duration = Duration::from_secs(2);

/// A connection with all queues declared. It ends when the last of its users is gone.
#[derive(Debug)]
pub(super) struct Session {
    connection: Connection,
    free: Mutex<Vec<Channel>>,
    places: Arc<Semaphore>,
}

/// A channel in confirm mode, used by one publish.
#[derive(Debug)]
pub(super) struct Lane {
    pub(super) channel: Channel,
    _place: OwnedSemaphorePermit,
}

impl Session {
    pub(super) fn new(connection: Connection) -> Self {
        Self { connection, free: Mutex::new(Vec::new()), places: Arc::new(Semaphore::new(LANES_MAX)) }
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

    /// A channel to publish on, when there is place. Whoever got a clear answer on it should give it back.
    pub(super) async fn lane(&self) -> lapin::Result<Lane> {
        // The semaphore is never closed; without a permit there would only be one more channel.
        let place = Arc::clone(&self.places).acquire_owned().await;
        let place = place.map_err(std::io::Error::other)?;
        let free = self.free.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if let Some(channel) = free.filter(|channel| channel.status().connected()) {
            return Ok(Lane { channel, _place: place });
        }
        let channel = self.channel().await?;
        channel.confirm_select(ConfirmSelectOptions::default()).await?;
        Ok(Lane { channel, _place: place })
    }

    /// Keeps a channel whose last publish has got its answer.
    pub(super) fn give_back(&self, lane: Lane) {
        self.free.lock().unwrap_or_else(PoisonError::into_inner).push(lane.channel);
    }

    /// Asks the broker for something harmless and waits for the answer.
    pub(super) async fn probe(&self) -> Result<(), BrokerError> {
        within(PROBE_MAX, "answer", async {
            let lane = self.lane().await?;
            lane.channel.basic_qos(1, BasicQosOptions::default()).await?;
            self.give_back(lane);
            Ok(())
        })
        .await
    }

    /// Closes the connection and all its channels.
    pub(super) async fn close(&self) -> lapin::Result<()> {
        self.connection.close(200, "shutting down".into()).await
    }
}
