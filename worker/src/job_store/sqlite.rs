//! The job store of the single-machine default: one SQLite file in WAL mode, which one thread has open.
//!
//! Each method is one step of that thread. It is answered when it is committed, and synced to the disk before that where
//! a power cut must not undo it: `worker/README.md` has the table. Times are kept in milliseconds, which is all that due
//! times need.

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use futures_util::FutureExt as _;
use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, Transaction, named_params, params};
use secrecy::ExposeSecret as _;
use shared::job::{Epoch, JobId, TaskId};
use shared::wal::{CHECKPOINT_PAGES, PAGE_BYTES};

use super::account::Account;
use super::{
    Claim, Claimable, Claimed, Durability, Identity, Insert, JobRecord, JobStore, Permit, PermitRequest,
    ProviderStatus, Recorded, Renew, Reported, Save, Sighting, StoreError, StoreFuture,
};

mod claims;
mod copies;
mod rows;
mod schema;
mod thread;

use claims::RecentClaims;
pub use copies::copy;
use rows::{COLUMNS, body_text, column, count, execute, exists, load, millis, moment, one, rows, unsigned};
use thread::{StoreThread, later, synced};

/// See the module. Cheap to clone.
#[derive(Debug, Clone)]
pub struct SqliteJobStore {
    thread: Arc<StoreThread>,
    /// What [`JobStore::identity`] returned first.
    epoch: Arc<OnceLock<Epoch>>,
    recent_claims: Arc<Mutex<RecentClaims>>,
}

/// Why the file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// SQLite refuses it.
    #[error("the job store cannot be opened")]
    Sqlite(#[from] rusqlite::Error),
    /// A file beside it cannot be opened or made, such as that of a copy, or the system gives no thread.
    #[error("the job store's folder cannot be used")]
    Folder(#[from] std::io::Error),
    /// Written by a newer build.
    #[error("the job store has schema {0}, this build knows {version}: update this program", version = schema::VERSION)]
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
        connection.pragma_update(None, "page_size", PAGE_BYTES)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
        // The thread syncs where it must.
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        // Words that are forgotten are overwritten.
        connection.pragma_update(None, "secure_delete", "ON")?;
        // A cached statement keeps its plan. Without it SQLite, built with STAT4, compiles it anew for each bound value.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(64);
        let found = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        copies::before_upgrade(&connection, path, found, schema::VERSION)?;
        schema::bring_up_to_date(&mut connection)?;
        Ok(Self {
            thread: Arc::new(StoreThread::start(connection, path)?),
            epoch: Arc::new(OnceLock::new()),
            recent_claims: Arc::default(),
        })
    }

    /// Runs one step under the epoch of [`JobStore::identity`].
    fn transact<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<(T, Durability)> + Send + 'static,
    ) -> StoreFuture<'static, T> {
        let Some(epoch) = self.epoch.get().cloned() else {
            return std::future::ready(Err(StoreError::failed("its identity was not read"))).boxed();
        };
        let done = self.thread.run(move |tx| {
            let is_ours = rows::epoch(tx)? == Some(epoch);
            Ok(if is_ours { work(tx).map(|(answer, durability)| (Some(answer), durability))? } else { later(None) })
        });
        async move { done.await?.ok_or(StoreError::Replaced) }.boxed()
    }
}

impl JobStore for SqliteJobStore {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        let read = self.thread.run(move |tx| {
            execute(
                tx,
                "INSERT INTO identity VALUES (1, ?1, ?2) ON CONFLICT DO NOTHING",
                params![fresh.epoch.as_str(), fresh.callback_secret.expose_secret()],
            )?;
            let kept = tx.query_row("SELECT epoch, callback_secret FROM identity", [], |row| {
                Ok(Identity {
                    epoch: Epoch::new(row.get::<_, String>(0)?),
                    callback_secret: row.get::<_, String>(1)?.into(),
                })
            })?;
            Ok(synced(kept))
        });
        async move {
            let identity = read.await?;
            let is_same = *self.epoch.get_or_init(|| identity.epoch.clone()) == identity.epoch;
            if is_same { Ok(identity) } else { Err(StoreError::Replaced) }
        }
        .boxed()
    }

    fn renew(&self, fresh: Epoch) -> StoreFuture<'_, Renew> {
        self.thread.run(move |tx| {
            let renewed = execute(tx, "UPDATE identity SET epoch = ?1", [fresh.as_str()])?;
            Ok(synced(if renewed == 1 { Renew::Renewed } else { Renew::Empty }))
        })
    }

    fn insert(&self, record: JobRecord, now: Timestamp) -> StoreFuture<'_, Insert> {
        self.transact(move |tx| {
            let name = record.job().to_string();
            let told = execute(
                tx,
                "UPDATE job SET report_due = iif(body ->> '$.state.is' IN ('unconfirmed', 'running', 'succeeded', 'failed'), ?2, report_due),
                     report_claim = iif(body ->> '$.state.is' IN ('unconfirmed', 'running', 'succeeded', 'failed'), NULL, report_claim)
                 WHERE job = ?1",
                params![name, millis(now)],
            )?;
            if told == 1 {
                execute(
                    tx,
                    "UPDATE job SET version = version + 1, saved_by = NULL, task = ?2, due = ?3, due_claim = NULL
                     WHERE job = ?1 AND task IS NULL AND ?2 IS NOT NULL",
                    params![name, record.task.as_ref().map(TaskId::as_str), millis(now)],
                )?;
                return Ok(synced(Insert::Known));
            }
            execute(
                tx,
                "INSERT INTO job (job, version, body, task, due, report_due, ended_at)
                 VALUES (:job, 1, :body, :task, :due, :report_due, :ended_at)",
                named_params! {
                    ":job": name,
                    ":body": body_text(&record)?,
                    ":task": record.task.as_ref().map(TaskId::as_str),
                    ":due": record.due.map(millis),
                    ":report_due": record.unreported.then_some(0),
                    ":ended_at": record.body.state.ended_at().map(millis),
                },
            )?;
            Ok(synced(Insert::Inserted))
        })
    }

    fn load(&self, job: JobId) -> StoreFuture<'_, Option<JobRecord>> {
        self.transact(move |tx| load(tx, job).map(later))
    }

    fn save<'a>(&'a self, record: JobRecord, token: &'a str, now: Timestamp) -> StoreFuture<'a, Save> {
        let token = token.to_owned();
        self.transact(move |tx| {
            let durability = Durability::of_save(&record, has_a_task(tx, record.job())?);
            let body = body_text(&record)?;
            let saved = execute(
                tx,
                "UPDATE job SET version = version + 1, saved_by = :token, body = :body, task = :task, due = :due, due_claim = NULL,
                     report_due = CASE WHEN :unreported THEN :now ELSE report_due END,
                     report_claim = CASE WHEN :unreported THEN NULL ELSE report_claim END, ended_at = :ended_at
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
                return Ok((Save::Saved { version: next }, durability));
            }
            let ours = "SELECT 1 FROM job WHERE job = ?1 AND version = ?2 AND saved_by = ?3";
            Ok(if exists(tx, ours, params![record.job().to_string(), column(next), token])? {
                (Save::Saved { version: next }, durability)
            } else {
                later(Save::Conflict(load(tx, record.job())?.map(Box::new)))
            })
        })
    }

    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded> {
        self.transact(move |tx| {
            let had_a_task = has_a_task(tx, job)?;
            let kept = one(
                tx,
                "UPDATE job SET version = version + 1, saved_by = NULL, task = coalesce(task, ?2), due = ?3, due_claim = NULL
                 WHERE job = ?1 RETURNING task",
                params![job.to_string(), task.as_ref().map(TaskId::as_str), millis(now)],
                |row| row.get::<_, Option<String>>(0),
            )?;
            let recorded = match (kept, task) {
                (None, _) => Recorded::UnknownJob,
                (Some(Some(kept)), Some(task)) if kept != task.as_str() => Recorded::OtherTask,
                (Some(_), _) => Recorded::Due,
            };
            Ok((recorded, Durability::of_task(had_a_task)))
        })
    }

    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed> {
        let (mine, now, lease_until) = (claim.token.to_owned(), millis(claim.now), millis(claim.lease_until));
        let limit = count(claim.limit);
        let (due, token) = match claim.of {
            Claimable::Due => ("due", "due_claim"),
            Claimable::Unreported => ("report_due", "report_claim"),
        };
        let recent = Arc::clone(&self.recent_claims);
        self.transact(move |tx| {
            let mut recent = recent.lock().unwrap_or_else(PoisonError::into_inner);
            let waiting = format!("SELECT count(*) FROM job WHERE {due} <= ?1");
            let waiting = unsigned(one(tx, &waiting, [now], |row| row.get(0))?.unwrap_or_default());
            let next = next_due(due);
            let next = || Ok::<_, rusqlite::Error>(one(tx, &next, [], |row| row.get(0))?.flatten().map(moment));
            let again = recent.read_again(tx, token, &mine)?;
            if waiting == 0 || !again.is_empty() {
                return Ok(later(Claimed { records: again, waiting, next: next()? }));
            }
            let update = format!(
                "UPDATE job SET {due} = ?1, {token} = ?2 WHERE job IN (
                     SELECT job FROM job WHERE {due} <= ?3 ORDER BY {due}, job LIMIT ?4) RETURNING {COLUMNS}"
            );
            let mut records = rows(tx, &update, params![lease_until, mine, now, limit])?;
            records.sort_by_key(JobRecord::job);
            recent.keep(token, mine, &records);
            Ok(later(Claimed { records, waiting, next: next()? }))
        })
    }

    fn reported(&self, job: JobId, version: u64) -> StoreFuture<'_, Reported> {
        self.transact(move |tx| {
            let name = job.to_string();
            execute(
                tx,
                "UPDATE job SET report_due = NULL, report_claim = NULL WHERE job = ?1 AND version = ?2",
                params![name, column(version)],
            )?;
            let is_left = exists(tx, "SELECT 1 FROM job WHERE job = ?1 AND report_due IS NOT NULL", [name])?;
            Ok(later(if is_left { Reported::Changed } else { Reported::Done }))
        })
    }

    fn take_permit<'a>(&'a self, account: &'a str, request: PermitRequest, now: Timestamp) -> StoreFuture<'a, Permit> {
        self.account(account, move |kept| kept.take_permit(request, millis(now)))
    }

    fn provider_status<'a>(
        &'a self,
        account: &'a str,
        seen: Sighting,
        now: Timestamp,
    ) -> StoreFuture<'a, ProviderStatus> {
        self.account(account, move |kept| kept.note(seen, millis(now)))
    }

    fn forget(&self, ended_before: Timestamp, limit: usize) -> StoreFuture<'_, u64> {
        self.transact(move |tx| {
            let forgotten = execute(
                tx,
                "DELETE FROM job WHERE job IN (
                     SELECT job FROM job WHERE ended_at < ?1 AND due IS NULL AND report_due IS NULL LIMIT ?2)",
                params![millis(ended_before), count(limit)],
            )?;
            Ok(later(forgotten as u64))
        })
    }
}

/// The first moment in this column. Its index is of the rows that have one, and is used only where the query says so, too.
fn next_due(column: &str) -> String {
    format!("SELECT min({column}) FROM job WHERE {column} IS NOT NULL")
}

fn has_a_task(tx: &Transaction<'_>, job: JobId) -> rusqlite::Result<bool> {
    exists(tx, "SELECT 1 FROM job WHERE job = ?1 AND task IS NOT NULL", [job.to_string()])
}

impl SqliteJobStore {
    fn account<T: Send + 'static>(
        &self,
        account: &str,
        work: impl FnOnce(&mut Account) -> T + Send + 'static,
    ) -> StoreFuture<'static, T> {
        let name = account.to_owned();
        self.transact(move |tx| {
            let before = rows::account(tx, &name)?;
            let mut kept = before;
            let answer = work(&mut kept);
            if kept != before {
                rows::keep_account(tx, &name, &kept)?;
            }
            Ok(later(answer))
        })
    }
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
        store.insert(contract::record(1), contract::at(0)).await.unwrap();
        drop(store);

        let again = SqliteJobStore::open(&folder.path().join("jobs.sqlite")).unwrap();
        assert_eq!(again.identity(contract::identity("two")).await.unwrap().epoch, first.epoch);
        assert!(again.load(contract::record(1).job()).await.unwrap().is_some());
    }

    #[tokio::test]
    async fn random_histories_go_as_in_the_model() {
        contract::histories::go_as_in_the_model(30, || std::future::ready(store())).await;
    }

    #[test]
    fn what_is_due_next_is_found_without_a_look_at_all_jobs() {
        let mut connection = Connection::open_in_memory().unwrap();
        schema::bring_up_to_date(&mut connection).unwrap();
        for column in ["due", "report_due"] {
            let plan = format!("EXPLAIN QUERY PLAN {}", next_due(column));
            let step: String = connection.query_row(&plan, [], |row| row.get("detail")).unwrap();
            assert!(step.contains(&format!("USING COVERING INDEX job_{column}")), "{step}");
        }
    }

    #[tokio::test]
    async fn a_record_that_cannot_be_read_stops_no_other() {
        let (folder, store) = store();
        store.identity(contract::identity("one")).await.unwrap();
        for number in [1, 2, 3] {
            store.insert(contract::record(number), contract::at(0)).await.unwrap();
        }
        let (broken, newer) = (contract::record(1).job().to_string(), contract::record(2).job().to_string());
        let file = Connection::open(folder.path().join("jobs.sqlite")).unwrap();
        file.execute("UPDATE job SET body = '{}' WHERE job = ?1", [broken]).unwrap();
        file.execute("UPDATE job SET body = json_set(body, '$.version', 99) WHERE job = ?1", [newer]).unwrap();

        let claimed = store.claim(contract::claim("c", contract::at(1), contract::at(9), 9)).await.unwrap();
        assert_eq!(claimed.records.iter().map(JobRecord::job).collect::<Vec<_>>(), [contract::record(3).job()]);
        assert_eq!(claimed.waiting, 3);
        assert!(matches!(store.load(contract::record(1).job()).await, Err(StoreError::Failed(_))));
        assert_eq!(store.insert(contract::record(1), contract::at(2)).await.unwrap(), Insert::Known);
    }

    #[test]
    fn a_newer_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.sqlite");
        Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(SqliteJobStore::open(&path), Err(OpenError::TooNew(99))));
    }
}
