//! Short reads beside the writer: WAL lets them see the last commit and wait for nobody. They come one at a time (an image,
//! a download, an audit, the stats every few seconds), so one connection is kept open for them: what takes most of a short
//! reading is to open the file and to read its schema. Two at the same time have a connection each.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};
use shared::job::JobId;
use shared::json::JsonFault;
use shared::telemetry::chain;
use tokio::time::Instant;

use super::audit::{self, Audit};
use super::stats::models::ModelStats;
use super::stats::{self, Stats, Totals};
use crate::core::ids::JobImage;
use crate::core::meta::Fact;
use crate::core::shop_stats::ShopFigures;
use crate::telegram::images::{ImageFile, Images, LookUpFailed};

/// A reading that takes longer leaves much in the write-ahead log.
const LONG_READ: Duration = Duration::from_millis(100);

/// The writer moves that into the database meanwhile, with its next commits.
const AFTER_LONG_READ: Duration = Duration::from_millis(500);

/// Reads the bot's database.
#[derive(Debug, Clone)]
pub struct Reader {
    file: PathBuf,
    /// Open, and used by nobody at the moment.
    idle: Arc<Mutex<Option<Connection>>>,
}

impl Reader {
    pub(super) fn new(file: PathBuf) -> Self {
        Self { file, idle: Arc::default() }
    }

    /// The folder of the database.
    pub(crate) fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new("."))
    }

    /// Checks every invariant of the ledger and the jobs, each in a read transaction of its own, with a pause after those
    /// that took long. While somebody reads, the write-ahead log is not begun anew; while nobody does, it is.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub async fn audit(&self) -> rusqlite::Result<Audit> {
        let mut findings = Vec::new();
        for invariant in audit::invariants() {
            let began = Instant::now();
            findings.push(self.read(|connection| audit::check(connection, invariant)).await?);
            if began.elapsed() > LONG_READ {
                tokio::time::sleep(AFTER_LONG_READ).await;
            }
        }
        // What it went through is not needed before tomorrow.
        self.read(|connection| connection.execute_batch("PRAGMA shrink_memory")).await?;
        Ok(Audit { findings })
    }

    /// Reads what operators look at first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub async fn stats(&self) -> rusqlite::Result<Stats> {
        self.read(stats::read).await
    }

    /// Adds up all that has ever happened.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub async fn totals(&self) -> rusqlite::Result<Totals> {
        self.read(stats::read_totals).await
    }

    /// What each model has made since this moment, in milliseconds since 1970, what that brought, and what it cost.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub async fn models(&self, since: i64) -> rusqlite::Result<Vec<ModelStats>> {
        self.read(move |connection| stats::models::read(connection, since)).await
    }

    /// The languages that those of these people are spoken to in who can be written to, as IETF tags.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub(crate) async fn languages(&self, people: Vec<i64>) -> rusqlite::Result<BTreeMap<i64, String>> {
        let sql = "SELECT coalesce(language_chosen, language) FROM people WHERE id = ?1 AND reachable";
        self.read(move |connection| {
            let mut statement = connection.prepare(sql)?;
            let language = |id: i64| Ok(statement.query_row([id], |row| row.get(0)).optional()?.map(|tag| (id, tag)));
            people.into_iter().map(language).filter_map(Result::transpose).collect()
        })
        .await
    }

    /// The figures of the shop of these days since 1970, today included, at this worth of a credit. Models have their ids for
    /// names.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub async fn shop(&self, days: RangeInclusive<i64>, credit_micro_usd: u32) -> rusqlite::Result<ShopFigures> {
        self.read(move |connection| stats::shop::read(connection, days, credit_micro_usd)).await
    }

    /// How many of Telegram's Star transactions have been read.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub(crate) async fn star_cursor(&self) -> rusqlite::Result<i64> {
        let sql = "SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?1), 0)";
        self.read(move |connection| connection.query_row(sql, [Fact::StarCursor.as_str()], |row| row.get(0))).await
    }

    /// Whether a job's words were forgotten, on request or by their age; then nothing of its video is kept either. Who asked
    /// for that while the job was under way has paid for a video, and gets the time to fetch one that came as a link.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub async fn is_forgotten(&self, job: JobId) -> rusqlite::Result<bool> {
        let sql = "SELECT 1 FROM jobs WHERE id = ?1 AND NOT texts AND NOT coalesce(
                       progress = 'delivered' AND delivery_method = 'link' AND ready_at > (
                           SELECT forget_before FROM people WHERE people.id = jobs.user), 0)";
        self.read(move |connection| connection.prepare(sql)?.exists([job.to_string()])).await
    }

    async fn read<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> rusqlite::Result<T> {
        let Self { file, idle } = self.clone();
        let read = move || {
            let kept = idle.lock().unwrap_or_else(PoisonError::into_inner).take();
            let connection =
                kept.map_or_else(|| Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY), Ok)?;
            // After an error the next reading opens the file anew.
            let read = query(&connection)?;
            *idle.lock().unwrap_or_else(PoisonError::into_inner) = Some(connection);
            Ok(read)
        };
        match tokio::task::spawn_blocking(read).await {
            Ok(result) => result,
            Err(join) => std::panic::resume_unwind(join.into_panic()),
        }
    }
}

impl Images for Reader {
    fn file_of(&self, job: JobId, image: usize) -> BoxFuture<'_, Result<Option<ImageFile>, LookUpFailed>> {
        let failed = move |error: &(dyn std::error::Error + 'static)| {
            tracing::error!(job.id = %job, error = %chain(error), "the image of a job cannot be looked up");
            LookUpFailed
        };
        async move {
            let images =
                self.read(move |connection| images_of(connection, job)).await.map_err(|error| failed(&error))?;
            let Some(json) = images else { return Ok(None) };
            let images = JobImage::read_all(&json).map_err(|error| failed(&JsonFault::from(error)))?;
            let image = images.into_iter().nth(image);
            Ok(image.map(|JobImage { file_id, kind, .. }| ImageFile { file_id, kind }))
        }
        .boxed()
    }
}

fn images_of(connection: &Connection, job: JobId) -> rusqlite::Result<Option<String>> {
    let images = connection.query_row("SELECT image FROM jobs WHERE id = ?1", [job.to_string()], |row| row.get(0));
    Ok(images.optional()?.flatten())
}
