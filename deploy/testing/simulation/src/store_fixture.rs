//! Where the workers' store is: in memory, or in a Redis with its real scripts.

use std::sync::Arc;

use futures_util::FutureExt as _;
use shared::job::Epoch;
use tokio::runtime::Runtime;
use worker::job_store::memory::{Contents, Memory};
use worker::job_store::redis::{RedisConfig, RedisJobStore};
use worker::job_store::{JobStore, StoreError, StoreFuture};

use crate::records::Records;

/// The data of the store that all workers of a history share.
#[derive(Debug)]
pub(crate) enum StoreFixture {
    Memory(Memory),
    Redis(RedisFixture),
}

/// A database of a Redis that one history has for itself.
pub(crate) struct RedisFixture {
    config: RedisConfig,
    connection: redis::Connection,
    runtime: Arc<Runtime>,
}

/// A copy of the data, and what was known of them.
#[derive(Debug, Clone)]
pub(crate) struct Copy {
    data: Data,
    pub(crate) records: Records,
}

#[derive(Debug, Clone)]
enum Data {
    Memory(Box<Contents>),
    /// Each key with its value as `DUMP` gives it.
    Redis(Vec<(String, Vec<u8>)>),
}

/// The store of a worker that begins now.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) store: Arc<dyn JobStore>,
    /// Waits for the answers, if they take any time.
    runtime: Option<Arc<Runtime>>,
}

impl Opened {
    /// The answer, waited for.
    pub(crate) fn done<T>(&self, future: StoreFuture<'_, T>) -> Result<T, StoreError> {
        match &self.runtime {
            Some(runtime) => runtime.block_on(future),
            None => future.now_or_never().unwrap(),
        }
    }
}

impl StoreFixture {
    pub(crate) fn in_memory() -> Self {
        Self::Memory(Memory::default())
    }

    /// The empty database number `database` of the server at `url`.
    pub(crate) fn in_redis(url: &str, database: usize, runtime: Arc<Runtime>) -> Self {
        let url = format!("{url}/{database}");
        let mut connection = redis::Client::open(url.as_str()).unwrap().get_connection().unwrap();
        redis::cmd("FLUSHDB").exec(&mut connection).unwrap();
        let config = RedisConfig { url: url.into(), prefix: "simulated".to_owned() };
        Self::Redis(RedisFixture { config, connection, runtime })
    }

    pub(crate) fn open(&self) -> Opened {
        match self {
            Self::Memory(memory) => Opened { store: Arc::new(memory.store()), runtime: None },
            Self::Redis(fixture) => {
                let store = fixture.runtime.block_on(RedisJobStore::open(&fixture.config)).unwrap();
                Opened { store: Arc::new(store), runtime: Some(Arc::clone(&fixture.runtime)) }
            }
        }
    }

    /// An operator gives the store a new epoch.
    pub(crate) fn renew(&self, epoch: Epoch) {
        let opened = self.open();
        opened.done(opened.store.renew(epoch)).unwrap();
    }

    pub(crate) fn copy(&mut self, records: Records) -> Copy {
        let data = match self {
            Self::Memory(memory) => Data::Memory(Box::new(memory.copy())),
            Self::Redis(fixture) => Data::Redis(fixture.dump()),
        };
        Copy { data, records }
    }

    pub(crate) fn put_back(&mut self, copy: &Copy) {
        match (self, &copy.data) {
            (Self::Memory(memory), Data::Memory(contents)) => memory.put_back((**contents).clone()),
            (Self::Redis(fixture), Data::Redis(keys)) => fixture.restore(keys),
            (Self::Memory(_), Data::Redis(_)) | (Self::Redis(_), Data::Memory(_)) => {
                unreachable!("another store's copy")
            }
        }
    }

    /// Takes everything as synced now. A Redis looks after itself, and is not there then.
    pub(crate) fn lets_power_fail(&self) {
        if let Self::Memory(memory) = self {
            memory.lets_power_fail();
        }
    }

    /// The power fails. Whether that has undone anything.
    pub(crate) fn loses_power(&self) -> bool {
        match self {
            Self::Memory(memory) => memory.loses_power(),
            Self::Redis(_) => false,
        }
    }

    pub(crate) fn lose(&mut self) {
        match self {
            Self::Memory(memory) => memory.put_back(Contents::default()),
            Self::Redis(fixture) => fixture.restore(&[]),
        }
    }
}

impl std::fmt::Debug for RedisFixture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.config.fmt(f)
    }
}

impl RedisFixture {
    fn dump(&mut self) -> Vec<(String, Vec<u8>)> {
        let keys: Vec<String> = redis::cmd("KEYS").arg("*").query(&mut self.connection).unwrap();
        let dump = |key: String| {
            let value: Option<Vec<u8>> = redis::cmd("DUMP").arg(&key).query(&mut self.connection).unwrap();
            value.map(|value| (key, value))
        };
        keys.into_iter().filter_map(dump).collect()
    }

    fn restore(&mut self, keys: &[(String, Vec<u8>)]) {
        let mut commands = redis::pipe();
        commands.atomic().cmd("FLUSHDB").ignore();
        for (key, value) in keys {
            commands.cmd("RESTORE").arg(key).arg(0).arg(value.as_slice()).ignore();
        }
        commands.exec(&mut self.connection).unwrap();
    }
}
