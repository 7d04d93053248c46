//! A bot that is measured: its writer, and readers beside it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use bot::core::ids::UserId;
use bot::core::{Pack, Policy};
use bot::intake::Intake as _;
use bot::store::{self, Reader, Store, Writer, WriterConfig};
use futures_util::StreamExt as _;
use futures_util::stream;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use rusqlite::Connection;
use shared::catalog::Catalog;
use shared::clock::SteadyClock;
use shared::tasks::Tasks;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::fill::{Size, fill};
use super::kind::Kind;
use super::outside::carry_out;

/// Those who do something.
const ACTIVE: i64 = 1_000;

/// The first update of theirs. Older ones have lower numbers.
const FIRST_UPDATE: i64 = 1_000_000_000;

pub(crate) struct Measured {
    database: PathBuf,
    writer: Writer,
    thread: JoinHandle<()>,
    reader: Reader,
    policy: Arc<Policy>,
    /// From one of the active people to the next: they are spread over all.
    stride: i64,
    events: i64,
    /// Those of them that are orders, and the jobs that were there before.
    orders: i64,
    old_jobs: i64,
    tasks: Tasks,
}

impl Measured {
    pub(crate) fn open(folder: &Path, size: Option<Size>) -> anyhow::Result<Self> {
        let database = folder.join("bot.db");
        drop(Store::open(store::lock(folder)?)?);
        if let Some(size) = size {
            let connection = Connection::open(&database)?;
            // What is interrupted is thrown away, so nothing need be safe.
            connection.execute_batch(
                "PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
                 PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY;",
            )?;
            fill(&connection, size, jiff::Timestamp::now().as_millisecond())?;
        }
        let store = Store::open(store::lock(folder)?)?;
        Connection::open(&database)?.execute("INSERT OR REPLACE INTO meta VALUES ('epoch', 'life')", [])?;
        let key = store.signing_key(&mut StdRng::from_os_rng(), jiff::Timestamp::now())?;
        let packs = vec![Pack::new(100, 10_000)];
        let url = "http://bot/".parse()?;
        let mut policy = Policy::new(Arc::new(Catalog::built_in()), packs, key, "StarreelBot".to_owned(), url);
        // These people are in a hurry.
        (policy.updates_per_minute, policy.orders_per_hour, policy.orders_per_day) = (1_000_000, 1_000_000, 1_000_000);
        let policy = Arc::new(policy);
        let (hand_out, handed_out) = mpsc::channel(100_000);
        let config = WriterConfig {
            clock: Arc::new(SteadyClock::new()),
            policy: Arc::clone(&policy),
            queue_open: Arc::new(AtomicBool::new(true)),
            // What does not fit is left out: it comes again.
            effects: Box::new(move |effects| effects.into_iter().for_each(|effect| drop(hand_out.try_send(effect)))),
        };
        let reader = store.reader();
        let stop = CancellationToken::new();
        let (writer, thread) = Writer::start(store, config, stop.clone())?;
        let tasks = Tasks::new(stop);
        tasks.spawn(carry_out(writer.clone(), handed_out));
        let stride = size.map_or(1, |size| (size.people / ACTIVE).max(1));
        let old_jobs = size.map_or(0, |size| size.old_jobs);
        Ok(Self { database, writer, thread, reader, policy, stride, events: 0, orders: 0, old_jobs, tasks })
    }

    pub(crate) fn bytes(&self) -> std::io::Result<u64> {
        Ok(std::fs::metadata(&self.database)?.len())
    }

    /// Those who will do something say their first word, and buy something.
    pub(crate) async fn introduce(&mut self) -> anyhow::Result<()> {
        for kind in [Kind::Help, Kind::Payment] {
            self.happen(kind, ACTIVE, 100).await?;
        }
        Ok(())
    }

    pub(crate) async fn tick(&mut self) -> anyhow::Result<Duration> {
        Ok(self.happen(Kind::Tick, 1, 1).await?.into_iter().sum())
    }

    /// So many events of a kind, so many of them in flight at a time. How long each took.
    pub(crate) async fn happen(&mut self, kind: Kind, count: i64, at_once: usize) -> anyhow::Result<Vec<Duration>> {
        let numbers = FIRST_UPDATE + self.events..FIRST_UPDATE + self.events + count;
        self.events += count;
        anyhow::ensure!(count <= ACTIVE, "a person confirms one form at a time");
        let whose = |number: i64| UserId(number % ACTIVE * self.stride + 1);
        if kind == Kind::Order {
            self.orders += count;
            self.fill_forms(numbers.clone().map(|number| (number, whose(number))))?;
        }
        let submit = |number| {
            let (writer, event) = (self.writer.clone(), kind.event(number, whose(number), &self.policy));
            async move {
                let handed_in = Instant::now();
                writer.submit(event).await.map(|()| handed_in.elapsed())
            }
        };
        let latencies: Vec<_> = stream::iter(numbers).map(submit).buffered(at_once).collect().await;
        Ok(latencies.into_iter().collect::<Result<_, _>>()?)
    }

    /// Events of all kinds, one after the other, for as long as the books are checked, and at least so many. How long each
    /// took, and how large the write-ahead log is then.
    pub(crate) async fn happen_beside_audits(&mut self, count: i64) -> anyhow::Result<(Vec<Duration>, u64)> {
        let reader = self.reader.clone();
        let is_over = Arc::new(AtomicBool::new(false));
        let says_over = Arc::clone(&is_over);
        self.tasks.spawn(async move {
            // What it finds is looked at by another one.
            drop(reader.audit().await);
            says_over.store(true, Ordering::Relaxed);
        });
        let mut latencies = Vec::new();
        while !is_over.load(Ordering::Relaxed) || latencies.len() < usize::try_from(count)? {
            for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::StarsRead) {
                latencies.extend(self.happen(kind, 1, 1).await?);
            }
        }
        let log = std::fs::metadata(self.database.with_extension("db-wal"))?.len();
        Ok((latencies, log))
    }

    /// How long a reading takes, so many times.
    pub(crate) async fn reads(
        &self,
        times: usize,
        reading: impl AsyncFn(&Self) -> anyhow::Result<()>,
    ) -> anyhow::Result<Vec<Duration>> {
        let mut latencies = Vec::new();
        for _ in 0..times {
            let began = Instant::now();
            reading(self).await?;
            latencies.push(began.elapsed());
        }
        Ok(latencies)
    }

    pub(crate) async fn stats(&self) -> anyhow::Result<()> {
        self.reader.stats().await?;
        Ok(())
    }

    pub(crate) async fn totals(&self) -> anyhow::Result<()> {
        self.reader.totals().await?;
        Ok(())
    }

    pub(crate) async fn audit(&self) -> anyhow::Result<()> {
        let audit = self.reader.audit().await?;
        anyhow::ensure!(audit.is_clean(), "{audit:?}");
        Ok(())
    }

    /// Stops. An error if the books are wrong, or if an order was not placed: then something else was measured.
    pub(crate) async fn finish(self) -> anyhow::Result<()> {
        self.audit().await?;
        let count = "SELECT count(*) FROM jobs";
        let jobs: i64 = Connection::open(&self.database)?.query_row(count, [], |row| row.get(0))?;
        anyhow::ensure!(jobs == self.old_jobs + self.orders, "{} orders, but {jobs} jobs", self.orders);
        self.tasks.shutdown().cancel();
        self.tasks.finish(Duration::from_secs(5)).await?;
        drop(self.writer);
        self.thread.join().map_err(|_panic| anyhow::anyhow!("the writer panicked"))
    }

    /// Each number's form, just before its person confirms it.
    fn fill_forms(&self, orders: impl Iterator<Item = (i64, UserId)>) -> anyhow::Result<()> {
        let mut connection = Connection::open(&self.database)?;
        let transaction = connection.transaction()?;
        for (number, user) in orders {
            let form = "INSERT OR REPLACE INTO forms (user, form, at) VALUES (?1, ?2, 0)";
            transaction.execute(form, rusqlite::params![user, Kind::form(number)])?;
        }
        Ok(transaction.commit()?)
    }
}
