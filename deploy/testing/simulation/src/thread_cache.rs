//! What one thread keeps from history to history, because making it anew would take longer than a history.

use std::sync::Arc;

use rusqlite::Connection;
use tokio::runtime::Runtime;

use crate::database;
use crate::store_fixture::StoreFixture;

/// Where the workers' stores are.
#[derive(Debug, Clone)]
pub enum Stores {
    /// In memory.
    InMemory,
    /// In the databases of a Redis, one for each thread.
    InRedis {
        /// The server.
        url: String,
        /// Waits for its answers.
        runtime: Arc<Runtime>,
    },
}

/// Databases that a Redis has unless it is told otherwise.
const DATABASES: usize = 16;

/// See the module.
#[derive(Debug)]
pub struct ThreadCache {
    connection: Option<Connection>,
    stores: Stores,
    place: usize,
}

impl ThreadCache {
    /// The place of a thread with this number.
    #[must_use]
    pub const fn new(stores: Stores, place: usize) -> Self {
        Self { connection: None, stores, place }
    }

    pub(crate) const fn is_in_redis(&self) -> bool {
        matches!(self.stores, Stores::InRedis { .. })
    }

    /// An empty database for the bot.
    pub(crate) fn connection(&mut self) -> Connection {
        match self.connection.take() {
            Some(connection) => {
                database::empty(&connection);
                connection
            }
            None => database::fresh(),
        }
    }

    /// An empty store for the workers.
    pub(crate) fn workers_store(&self) -> StoreFixture {
        match &self.stores {
            Stores::InMemory => StoreFixture::in_memory(),
            Stores::InRedis { url, runtime } => {
                StoreFixture::in_redis(url, self.place % DATABASES, Arc::clone(runtime))
            }
        }
    }

    pub(crate) fn give_back(&mut self, connection: Connection) {
        self.connection = Some(connection);
    }
}
