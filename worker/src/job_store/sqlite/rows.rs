//! Records and times as they are in the tables.

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};
use shared::job::{Epoch, JobId, TaskId};

use crate::job_store::account::Account;
use crate::job_store::record::passed_over;
use crate::job_store::{Availability, JobBody, JobRecord, RecordFault, block_reason};

/// The columns of a record.
pub(super) const COLUMNS: &str = "job, version, body, task, due, report_due IS NOT NULL";

/// Runs a statement; how many rows it changed.
pub(super) fn execute(tx: &Transaction<'_>, sql: &str, values: impl rusqlite::Params) -> rusqlite::Result<usize> {
    tx.prepare_cached(sql)?.execute(values)
}

/// Reads the first row, if there is one.
pub(super) fn one<T>(
    tx: &Transaction<'_>,
    sql: &str,
    values: impl rusqlite::Params,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    tx.prepare_cached(sql)?.query_row(values, read).optional()
}

/// Whether there is a row.
pub(super) fn exists(tx: &Transaction<'_>, sql: &str, values: impl rusqlite::Params) -> rusqlite::Result<bool> {
    tx.prepare_cached(sql)?.exists(values)
}

pub(super) fn load(tx: &Transaction<'_>, job: JobId) -> rusqlite::Result<Option<JobRecord>> {
    one(tx, &format!("SELECT {COLUMNS} FROM job WHERE job = ?1"), [job.to_string()], record)
}

/// Reads [`COLUMNS`] of many jobs. Those that cannot be read are counted and passed over.
pub(super) fn rows(
    tx: &Transaction<'_>,
    query: &str,
    values: impl rusqlite::Params,
) -> rusqlite::Result<Vec<JobRecord>> {
    let mut statement = tx.prepare_cached(query)?;
    let read = statement.query_map(values, |row| Ok((row.get::<_, String>(0)?, parse(row)?)))?;
    let mut records = Vec::new();
    for row in read {
        match row? {
            (_, Ok(record)) => records.push(record),
            (job, Err(fault)) => passed_over(Some(&job), &fault),
        }
    }
    Ok(records)
}

fn parse(row: &Row<'_>) -> rusqlite::Result<Result<JobRecord, RecordFault>> {
    let (version, due, unreported) = (unsigned(row.get(1)?), row.get::<_, Option<i64>>(4)?, row.get(5)?);
    let (body, task): (String, Option<String>) = (row.get(2)?, row.get(3)?);
    let record = |body| JobRecord { version, due: due.map(moment), unreported, task: task.map(TaskId::new), body };
    Ok(JobBody::parse(&body).map(record))
}

/// Reads [`COLUMNS`] of one job.
fn record(row: &Row<'_>) -> rusqlite::Result<JobRecord> {
    parse(row)?.map_err(|fault| rusqlite::Error::FromSqlConversionFailure(2, Type::Text, fault.into()))
}

/// The epoch that the store has now.
pub(super) fn epoch(tx: &Transaction<'_>) -> rusqlite::Result<Option<Epoch>> {
    let epoch = one(tx, "SELECT epoch FROM identity", [], |row| row.get::<_, String>(0))?;
    Ok(epoch.map(Epoch::new))
}

/// What is kept of an account; the default if nothing is.
pub(super) fn account(tx: &Transaction<'_>, name: &str) -> rusqlite::Result<Account> {
    let query = "SELECT full_again_at, blocked, affordable_credits, since, reached_at, probed_at
                 FROM account WHERE account = ?1";
    let read = one(tx, query, [name], |row| {
        let blocked: String = row.get(1)?;
        let availability = Availability { blocked: block_reason(&blocked), affordable_credits: row.get(2)? };
        let (full_again_at, since) = (row.get(0)?, row.get(3)?);
        Ok(Account { full_again_at, availability, since, reached_at: row.get(4)?, probed_at: row.get(5)? })
    });
    Ok(read?.unwrap_or_default())
}

pub(super) fn keep_account(tx: &Transaction<'_>, name: &str, account: &Account) -> rusqlite::Result<()> {
    let Account { full_again_at, availability, since, reached_at, probed_at } = account;
    execute(
        tx,
        "INSERT INTO account VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (account) DO UPDATE SET full_again_at = ?2, blocked = ?3, affordable_credits = ?4, since = ?5,
             reached_at = ?6, probed_at = ?7",
        params![
            name,
            full_again_at,
            availability.blocked_text(),
            availability.affordable_credits,
            since,
            reached_at,
            probed_at
        ],
    )?;
    Ok(())
}

pub(super) fn body_text(record: &JobRecord) -> rusqlite::Result<String> {
    serde_json::to_string(&record.body).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

pub(super) fn millis(moment: Timestamp) -> i64 {
    moment.as_millisecond()
}

pub(super) fn moment(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}

pub(super) fn column(version: u64) -> i64 {
    i64::try_from(version).unwrap_or(i64::MAX)
}

pub(super) fn unsigned(value: i64) -> u64 {
    u64::try_from(value).unwrap_or_default()
}

pub(super) fn count(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
