//! The job store of the single-machine default: one SQLite file, WAL, synced at every commit.
//!
//! Each method is one `BEGIN IMMEDIATE` transaction on a blocking thread; calls queue for the one connection, which is
//! far faster than the provider takes orders. Times are kept in milliseconds, which is all that due times need.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::FutureExt as _;
use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, TransactionBehavior, named_params, params};
use secrecy::ExposeSecret as _;
use shared::job::{BlockReason, Epoch, JobId, TaskId};

use super::{
    Claim, Hear, Identity, Insert, JobBody, JobRecord, JobStore, Noted, Permit, Rate, Reported, Save, StoreError,
    StoreFuture, Willingness,
};

/// The version of [`SCHEMA`]; kept in the file's `user_version`.
const SCHEMA_VERSION: i64 = 1;

/// `report_due` is set while the bot has something to hear. `saved_by` and the claim columns hold the tokens by which a
/// save or a claim whose answer was lost is known again.
const SCHEMA: &str = "
    CREATE TABLE job (
        job          TEXT PRIMARY KEY,
        version      INTEGER NOT NULL,
        saved_by     TEXT,
        body         TEXT NOT NULL,
        task         TEXT,
        due          INTEGER,
        due_claim    TEXT,
        report_due   INTEGER,
        report_claim TEXT,
        ended_at     INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX job_due ON job (due) WHERE due IS NOT NULL;
    CREATE INDEX job_report_due ON job (report_due) WHERE report_due IS NOT NULL;
    CREATE INDEX job_due_claim ON job (due_claim) WHERE due_claim IS NOT NULL;
    CREATE INDEX job_report_claim ON job (report_claim) WHERE report_claim IS NOT NULL;
    CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;
    CREATE TABLE identity (one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL, callback_secret TEXT NOT NULL) STRICT;
    CREATE TABLE permit (account TEXT PRIMARY KEY, full_again_at INTEGER NOT NULL) STRICT;
    CREATE TABLE willingness (account TEXT PRIMARY KEY, blocked TEXT, since INTEGER NOT NULL) STRICT;
";

const COLUMNS: &str = "version, body, task, due, report_due IS NOT NULL";

/// See the module. Cheap to clone.
#[derive(Debug, Clone)]
pub struct SqliteJobStore {
    connection: Arc<Mutex<Connection>>,
}

/// Why the file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// SQLite refuses it.
    #[error("the job store cannot be opened")]
    Sqlite(#[from] rusqlite::Error),
    /// Written by a newer build.
    #[error("the job store has schema {0}, this build knows {SCHEMA_VERSION}: update this program")]
    TooNew(i64),
}

impl SqliteJobStore {
    /// Opens or makes the file. Blocks for a moment.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(std::time::Duration::from_secs(10))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        match tx.pragma_query_value(None, "user_version", |row| row.get(0))? {
            0_i64 => {
                tx.execute_batch(SCHEMA)?;
                tx.pragma_update(None, "user_version", SCHEMA_VERSION)?;
            }
            SCHEMA_VERSION => {}
            newer => return Err(OpenError::TooNew(newer)),
        }
        tx.commit()?;
        Ok(Self { connection: Arc::new(Mutex::new(connection)) })
    }

    /// Runs one transaction. A dropped future does not stop it: it is done or not done, as with any lost answer.
    fn transact<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T> + Send + 'static,
    ) -> StoreFuture<'static, T> {
        let connection = Arc::clone(&self.connection);
        async move {
            let done = tokio::task::spawn_blocking(move || {
                let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
                let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
                let answer = work(&tx)?;
                tx.commit()?;
                Ok::<_, rusqlite::Error>(answer)
            });
            match done.await {
                Ok(answer) => answer.map_err(|error| StoreError(error.into())),
                Err(join) => Err(StoreError(join.into())),
            }
        }
        .boxed()
    }
}

impl JobStore for SqliteJobStore {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        self.transact(move |tx| {
            tx.execute(
                "INSERT INTO identity VALUES (1, ?1, ?2) ON CONFLICT DO NOTHING",
                params![fresh.epoch.as_str(), fresh.callback_secret.expose_secret()],
            )?;
            tx.query_row("SELECT epoch, callback_secret FROM identity", [], |row| {
                Ok(Identity {
                    epoch: Epoch::new(row.get::<_, String>(0)?),
                    callback_secret: row.get::<_, String>(1)?.into(),
                })
            })
        })
    }

    fn insert(&self, record: JobRecord) -> StoreFuture<'_, Insert> {
        self.transact(move |tx| {
            if let Some(known) = load(tx, record.job())? {
                return Ok(Insert::Known(Box::new(known)));
            }
            tx.execute(
                "INSERT INTO job (job, version, body, task, due, report_due, ended_at)
                 VALUES (:job, 1, :body, :task, :due, :report_due, :ended_at)",
                named_params! {
                    ":job": record.job().to_string(),
                    ":body": body_text(&record)?,
                    ":task": record.task.as_ref().map(TaskId::as_str),
                    ":due": record.due.map(millis),
                    ":report_due": record.unreported.then_some(0),
                    ":ended_at": record.body.state.ended_at().map(millis),
                },
            )?;
            Ok(Insert::Inserted)
        })
    }

    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>> {
        self.transact(move |tx| load(tx, job))
    }

    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save> {
        let token = token.to_owned();
        self.transact(move |tx| {
            let body = body_text(&record)?;
            let saved = tx.execute(
                "UPDATE job SET version = version + 1, saved_by = :token, body = :body, task = :task, due = :due, due_claim = NULL,
                     report_due = CASE WHEN :unreported THEN :now ELSE report_due END, ended_at = :ended_at
                 WHERE job = :job AND version = :version",
                named_params! {
                    ":job": record.job().to_string(),
                    ":version": column(record.version),
                    ":token": token,
                    ":body": body,
                    ":task": record.task.as_ref().map(TaskId::as_str),
                    ":due": record.due.map(millis),
                    ":unreported": record.unreported,
                    ":now": millis(now),
                    ":ended_at": record.body.state.ended_at().map(millis),
                },
            )?;
            let next = record.version + 1;
            if saved == 1 {
                return Ok(Save::Saved { version: next });
            }
            let ours = tx
                .query_row(
                    "SELECT 1 FROM job WHERE job = ?1 AND version = ?2 AND saved_by = ?3",
                    params![record.job().to_string(), column(next), token],
                    |_row| Ok(()),
                )
                .optional()?;
            Ok(match ours {
                Some(()) => Save::Saved { version: next },
                None => Save::Conflict(load(tx, record.job())?.map(Box::new)),
            })
        })
    }

    fn hear(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Hear> {
        self.transact(move |tx| {
            let kept = tx
                .query_row(
                    "UPDATE job SET version = version + 1, saved_by = NULL, task = coalesce(task, ?2), due = ?3, due_claim = NULL
                     WHERE job = ?1 RETURNING task",
                    params![job.to_string(), task.as_ref().map(TaskId::as_str), millis(now)],
                    |row| row.get::<_, Option<String>>(0),
                )
                .optional()?;
            Ok(match (kept, task) {
                (None, _) => Hear::UnknownJob,
                (Some(Some(kept)), Some(task)) if kept != task.as_str() => Hear::OtherTask,
                (Some(_), _) => Hear::Due,
            })
        })
    }

    fn claim_due<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Vec<JobRecord>> {
        self.claim(claim, "due", "due_claim")
    }

    fn due_backlog(&self, now: Timestamp) -> StoreFuture<'_, u64> {
        self.transact(move |tx| {
            tx.query_row("SELECT count(*) FROM job WHERE due <= ?1", [millis(now)], |row| row.get::<_, i64>(0))
                .map(unsigned)
        })
    }

    fn ask_report(&self, job: JobId, now: Timestamp) -> StoreFuture<'_, ()> {
        self.transact(move |tx| {
            tx.execute(
                "UPDATE job SET report_due = ?2 WHERE job = ?1 AND body ->> '$.state.is' IN ('running', 'succeeded', 'failed')",
                params![job.to_string(), millis(now)],
            )?;
            Ok(())
        })
    }

    fn claim_unreported<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Vec<JobRecord>> {
        self.claim(claim, "report_due", "report_claim")
    }

    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported> {
        self.transact(move |tx| {
            let name = job.to_string();
            tx.execute(
                "UPDATE job SET report_due = NULL, report_claim = NULL WHERE job = ?1 AND version = ?2",
                params![name, column(version)],
            )?;
            let left: Option<bool> = tx
                .query_row("SELECT report_due IS NOT NULL FROM job WHERE job = ?1", [name], |row| row.get(0))
                .optional()?;
            Ok(if left == Some(true) { Reported::Changed } else { Reported::Settled })
        })
    }

    fn take_permit<'a>(&'a self, account: &'a str, rate: Rate, now: Timestamp) -> StoreFuture<'a, Permit> {
        let account = account.to_owned();
        self.transact(move |tx| {
            let full_again_at: Option<i64> = tx
                .query_row("SELECT full_again_at FROM permit WHERE account = ?1", [&account], |row| row.get(0))
                .optional()?;
            let (permit, full_again_at) = rate.take(full_again_at, millis(now));
            if permit == Permit::Granted {
                tx.execute("INSERT OR REPLACE INTO permit VALUES (?1, ?2)", params![account, full_again_at])?;
            }
            Ok(permit)
        })
    }

    fn note_willingness<'a>(
        &'a self,
        account: &'a str,
        blocked: Option<BlockReason>,
        now: Timestamp,
    ) -> StoreFuture<'a, Noted> {
        let account = account.to_owned();
        self.transact(move |tx| {
            if let Some(known) = willingness(tx, &account)?
                && known.blocked == blocked
            {
                return Ok(Noted::Same(known));
            }
            tx.execute(
                "INSERT OR REPLACE INTO willingness VALUES (?1, ?2, ?3)",
                params![account, blocked.map(BlockReason::as_str), millis(now)],
            )?;
            Ok(Noted::Changed(Willingness { blocked, since: now }))
        })
    }

    fn willingness<'a>(&'a self, account: &'a str) -> StoreFuture<'a, Option<Willingness>> {
        let account = account.to_owned();
        self.transact(move |tx| willingness(tx, &account))
    }

    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64> {
        self.transact(move |tx| {
            let forgotten = tx.execute(
                "DELETE FROM job WHERE job IN (
                     SELECT job FROM job WHERE ended_at < ?1 AND due IS NULL AND report_due IS NULL LIMIT ?2)",
                params![millis(ended_before), count(limit)],
            )?;
            Ok(forgotten as u64)
        })
    }
}

impl SqliteJobStore {
    /// Both kinds of claims. `due` and `token` are names of columns.
    fn claim(&self, claim: Claim<'_>, due: &'static str, token: &'static str) -> StoreFuture<'static, Vec<JobRecord>> {
        let (mine, now, lease_until) = (claim.token.to_owned(), millis(claim.now), millis(claim.lease_until));
        let limit = count(claim.limit);
        self.transact(move |tx| {
            let claimed = format!("SELECT {COLUMNS} FROM job WHERE {token} = ?1 ORDER BY job");
            let again = rows(tx, &claimed, [&mine])?;
            if !again.is_empty() {
                return Ok(again);
            }
            tx.execute(
                &format!(
                    "UPDATE job SET {due} = ?1, {token} = ?2 WHERE job IN (
                         SELECT job FROM job WHERE {due} <= ?3 ORDER BY {due} LIMIT ?4)"
                ),
                params![lease_until, mine, now, limit],
            )?;
            rows(tx, &claimed, [&mine])
        })
    }
}

impl Rate {
    /// One step of the generic cell rate algorithm in milliseconds: whether there is a permit, and when the whole burst
    /// will have grown again.
    fn take(self, full_again_at: Option<i64>, now: i64) -> (Permit, i64) {
        let every = i64::try_from(self.every.as_millis()).unwrap_or(i64::MAX);
        let next = full_again_at.unwrap_or(now).max(now).saturating_add(every);
        let allowed_at = next.saturating_sub(every.saturating_mul(self.burst.into()));
        if allowed_at <= now { (Permit::Granted, next) } else { (Permit::Wait { until: moment(allowed_at) }, next) }
    }
}

fn load(tx: &Transaction<'_>, job: JobId) -> rusqlite::Result<Option<JobRecord>> {
    tx.query_row(&format!("SELECT {COLUMNS} FROM job WHERE job = ?1"), [job.to_string()], record).optional()
}

fn rows(tx: &Transaction<'_>, query: &str, values: impl rusqlite::Params) -> rusqlite::Result<Vec<JobRecord>> {
    tx.prepare_cached(query)?.query_map(values, record)?.collect()
}

/// Reads [`COLUMNS`].
fn record(row: &Row<'_>) -> rusqlite::Result<JobRecord> {
    let body: String = row.get(1)?;
    let body: JobBody = serde_json::from_str(&body)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(1, Type::Text, error.into()))?;
    Ok(JobRecord {
        version: unsigned(row.get(0)?),
        due: row.get::<_, Option<i64>>(3)?.map(moment),
        unreported: row.get(4)?,
        task: row.get::<_, Option<String>>(2)?.map(TaskId::new),
        body,
    })
}

fn willingness(tx: &Transaction<'_>, account: &str) -> rusqlite::Result<Option<Willingness>> {
    tx.query_row("SELECT blocked, since FROM willingness WHERE account = ?1", [account], |row| {
        let blocked: Option<String> = row.get(0)?;
        let all = [BlockReason::OutOfFunds, BlockReason::Unauthorized, BlockReason::KeyLimit];
        Ok(Willingness {
            blocked: blocked.and_then(|name| all.into_iter().find(|reason| reason.as_str() == name)),
            since: moment(row.get(1)?),
        })
    })
    .optional()
}

fn body_text(record: &JobRecord) -> rusqlite::Result<String> {
    serde_json::to_string(&record.body).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

fn millis(moment: Timestamp) -> i64 {
    moment.as_millisecond()
}

fn moment(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}

fn column(version: u64) -> i64 {
    i64::try_from(version).unwrap_or(i64::MAX)
}

fn unsigned(value: i64) -> u64 {
    u64::try_from(value).unwrap_or_default()
}

fn count(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job_store::contract;

    fn store() -> (tempfile::TempDir, SqliteJobStore) {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteJobStore::open(&folder.path().join("jobs.sqlite")).unwrap();
        (folder, store)
    }

    #[tokio::test]
    async fn it_keeps_the_contract() {
        let (_folder, store) = store();
        contract::holds(&store).await;
    }

    #[tokio::test]
    async fn it_remembers_itself_and_its_jobs() {
        let (folder, store) = store();
        let first = store.identity(contract::identity("one")).await.unwrap();
        store.insert(contract::record(1)).await.unwrap();
        drop(store);

        let again = SqliteJobStore::open(&folder.path().join("jobs.sqlite")).unwrap();
        assert_eq!(again.identity(contract::identity("two")).await.unwrap().epoch, first.epoch);
        assert!(again.load(contract::record(1).job()).await.unwrap().is_some());
    }

    #[test]
    fn a_newer_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.sqlite");
        Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(SqliteJobStore::open(&path), Err(OpenError::TooNew(99))));
    }
}
