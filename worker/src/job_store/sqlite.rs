//! The job store of the single-machine default: one SQLite file, WAL, synced at every commit.
//!
//! Each method is one `BEGIN IMMEDIATE` transaction on a blocking thread; calls queue for the one connection, which is
//! far faster than the provider takes orders. Times are kept in milliseconds, which is all that due times need.

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use futures_util::FutureExt as _;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, named_params, params};
use secrecy::ExposeSecret as _;
use shared::job::{Epoch, JobId, TaskId};

use super::account::Account;
use super::{
    Claim, Claimable, Claimed, Identity, Insert, JobRecord, JobStore, Permit, PermitRequest, ProviderStatus, Recorded,
    Renew, Reported, Save, Sighting, StoreError, StoreFuture,
};

mod copies;
mod rows;
mod schema;

pub use copies::copy;
use rows::{COLUMNS, body_text, column, count, load, millis, rows, unsigned};

/// See the module. Cheap to clone.
#[derive(Debug, Clone)]
pub struct SqliteJobStore {
    connection: Arc<Mutex<Connection>>,
    /// What [`JobStore::identity`] returned first.
    epoch: Arc<OnceLock<Epoch>>,
}

/// Why the file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// SQLite refuses it.
    #[error("the job store cannot be opened")]
    Sqlite(#[from] rusqlite::Error),
    /// A file for a copy is there already or cannot be made.
    #[error("a copy of the job store cannot be written")]
    Copy(#[from] std::io::Error),
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
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        // Words that are forgotten are overwritten.
        connection.pragma_update(None, "secure_delete", "ON")?;
        let found = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        copies::before_upgrade(&connection, path, found, schema::VERSION)?;
        schema::bring_up_to_date(&mut connection)?;
        Ok(Self { connection: Arc::new(Mutex::new(connection)), epoch: Arc::new(OnceLock::new()) })
    }

    /// Runs one step under the epoch of [`JobStore::identity`].
    fn transact<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T> + Send + 'static,
    ) -> StoreFuture<'static, T> {
        let Some(epoch) = self.epoch.get().cloned() else {
            return std::future::ready(Err(StoreError::failed("its identity was not read"))).boxed();
        };
        let done = self.run(move |tx| if rows::epoch(tx)? == Some(epoch) { work(tx).map(Some) } else { Ok(None) });
        async move { done.await?.ok_or(StoreError::Replaced) }.boxed()
    }

    /// Runs one transaction. A dropped future does not stop it: it is done or not done, as with any lost answer.
    fn run<T: Send + 'static>(
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
                Ok(answer) => answer.map_err(StoreError::failed),
                Err(join) => Err(StoreError::failed(join)),
            }
        }
        .boxed()
    }
}

impl JobStore for SqliteJobStore {
    fn identity(&self, fresh: Identity) -> StoreFuture<'_, Identity> {
        let read = self.run(move |tx| {
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
        });
        async move {
            let identity = read.await?;
            let is_same = *self.epoch.get_or_init(|| identity.epoch.clone()) == identity.epoch;
            if is_same { Ok(identity) } else { Err(StoreError::Replaced) }
        }
        .boxed()
    }

    fn renew(&self, fresh: Epoch) -> StoreFuture<'_, Renew> {
        self.run(move |tx| {
            let renewed = tx.execute("UPDATE identity SET epoch = ?1", [fresh.as_str()])?;
            Ok(if renewed == 1 { Renew::Renewed } else { Renew::Empty })
        })
    }

    fn insert(&self, record: JobRecord, now: Timestamp) -> StoreFuture<'_, Insert> {
        self.transact(move |tx| {
            let name = record.job().to_string();
            let told = tx.execute(
                "UPDATE job SET report_due = iif(body ->> '$.state.is' IN ('unconfirmed', 'running', 'succeeded', 'failed'), ?2, report_due),
                     report_claim = iif(body ->> '$.state.is' IN ('unconfirmed', 'running', 'succeeded', 'failed'), NULL, report_claim)
                 WHERE job = ?1",
                params![name, millis(now)],
            )?;
            if told == 1 {
                tx.execute(
                    "UPDATE job SET version = version + 1, saved_by = NULL, task = ?2, due = ?3, due_claim = NULL
                     WHERE job = ?1 AND task IS NULL AND ?2 IS NOT NULL",
                    params![name, record.task.as_ref().map(TaskId::as_str), millis(now)],
                )?;
                return Ok(Insert::Known);
            }
            tx.execute(
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

    fn record_callback(&self, job: JobId, task: Option<TaskId>, now: Timestamp) -> StoreFuture<'_, Recorded> {
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
                (None, _) => Recorded::UnknownJob,
                (Some(Some(kept)), Some(task)) if kept != task.as_str() => Recorded::OtherTask,
                (Some(_), _) => Recorded::Due,
            })
        })
    }

    fn claim<'a>(&'a self, claim: Claim<'a>) -> StoreFuture<'a, Claimed> {
        let (mine, now, lease_until) = (claim.token.to_owned(), millis(claim.now), millis(claim.lease_until));
        let limit = count(claim.limit);
        let (due, token) = match claim.of {
            Claimable::Due => ("due", "due_claim"),
            Claimable::Unreported => ("report_due", "report_claim"),
        };
        self.transact(move |tx| {
            let waiting = format!("SELECT count(*) FROM job WHERE {due} <= ?1");
            let waiting = unsigned(tx.query_row(&waiting, [now], |row| row.get(0))?);
            let claimed = format!("SELECT {COLUMNS} FROM job WHERE {token} = ?1 ORDER BY job");
            let again = rows(tx, &claimed, [&mine])?;
            if waiting == 0 || !again.is_empty() {
                return Ok(Claimed { records: again, waiting });
            }
            tx.execute(
                &format!(
                    "UPDATE job SET {due} = ?1, {token} = ?2 WHERE job IN (
                         SELECT job FROM job WHERE {due} <= ?3 ORDER BY {due}, job LIMIT ?4)"
                ),
                params![lease_until, mine, now, limit],
            )?;
            Ok(Claimed { records: rows(tx, &claimed, [&mine])?, waiting })
        })
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
            Ok(if left == Some(true) { Reported::Changed } else { Reported::Done })
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
            Ok(answer)
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
