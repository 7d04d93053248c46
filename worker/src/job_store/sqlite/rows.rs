//! Records and times as they are in the tables.

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{OptionalExtension as _, Row, Transaction};
use shared::job::{Epoch, JobId, TaskId};
use shared::json::JsonFault;

use crate::job_store::{JobBody, JobRecord, ProviderStatus, block_reason};

/// What [`record`] reads.
pub(super) const COLUMNS: &str = "version, body, task, due, report_due IS NOT NULL";

pub(super) fn load(tx: &Transaction<'_>, job: JobId) -> rusqlite::Result<Option<JobRecord>> {
    tx.query_row(&format!("SELECT {COLUMNS} FROM job WHERE job = ?1"), [job.to_string()], record).optional()
}

pub(super) fn rows(
    tx: &Transaction<'_>,
    query: &str,
    values: impl rusqlite::Params,
) -> rusqlite::Result<Vec<JobRecord>> {
    tx.prepare_cached(query)?.query_map(values, record)?.collect()
}

/// Reads [`COLUMNS`].
pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<JobRecord> {
    let body: String = row.get(1)?;
    let body: JobBody = serde_json::from_str(&body)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(1, Type::Text, JsonFault::from(error).into()))?;
    Ok(JobRecord {
        version: unsigned(row.get(0)?),
        due: row.get::<_, Option<i64>>(3)?.map(moment),
        unreported: row.get(4)?,
        task: row.get::<_, Option<String>>(2)?.map(TaskId::new),
        body,
    })
}

/// The epoch that the store has now.
pub(super) fn epoch(tx: &Transaction<'_>) -> rusqlite::Result<Option<Epoch>> {
    let epoch = tx.query_row("SELECT epoch FROM identity", [], |row| row.get::<_, String>(0)).optional()?;
    Ok(epoch.map(Epoch::new))
}

pub(super) fn provider_status(tx: &Transaction<'_>, account: &str) -> rusqlite::Result<Option<ProviderStatus>> {
    tx.query_row("SELECT blocked, since FROM provider_status WHERE account = ?1", [account], |row| {
        let blocked: Option<String> = row.get(0)?;
        Ok(ProviderStatus { blocked: blocked.as_deref().and_then(block_reason), since: moment(row.get(1)?) })
    })
    .optional()
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
