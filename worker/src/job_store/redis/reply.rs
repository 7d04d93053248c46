//! Reads what the scripts answer.

use jiff::Timestamp;
use redis::Value;
use shared::job::TaskId;

use crate::job_store::record::passed_over;
use crate::job_store::{JobBody, JobRecord, RecordFault};

/// Why an answer cannot be read: somebody else writes to this store, or a newer build does.
#[derive(Debug, thiserror::Error)]
pub(super) enum BadReply {
    /// No script answers like this.
    #[error("Redis answered in a form that was not expected")]
    Form,
    /// The record is there and makes no sense to this build.
    #[error("a record cannot be read")]
    Record(#[source] RecordFault),
}

/// What every script answers.
#[derive(Debug)]
pub(super) struct Answer {
    /// How many changes the store has seen.
    pub(super) changes: u64,
    /// What its host's clock shows.
    pub(super) time: Timestamp,
    /// What the script returns.
    pub(super) value: Value,
}

impl Answer {
    pub(super) fn read(reply: Value) -> Result<Self, BadReply> {
        let [changes, time, value] = list(reply)?;
        let changes = u64::try_from(int(&changes)?).map_err(|_negative| BadReply::Form)?;
        Ok(Self { changes, time: moment(int(&time)?), value })
    }
}

/// A job, or `None`.
pub(super) fn record(value: Value) -> Result<Option<JobRecord>, BadReply> {
    if is_none(&value) {
        return Ok(None);
    }
    let [_job, version, body, task, due, unreported] = list(value)?;
    Ok(Some(JobRecord {
        version: u64::try_from(int(&version)?).map_err(|_negative| BadReply::Form)?,
        due: optional(&due, int)?.map(moment),
        unreported: int(&unreported)? == 1,
        task: optional(&task, text)?.map(TaskId::new),
        body: JobBody::parse(text(&body)?).map_err(BadReply::Record)?,
    }))
}

/// The jobs of a claim. One that cannot be read is left to a build that can, and to its lease; the others go on.
pub(super) fn records(value: Value) -> Result<Vec<JobRecord>, BadReply> {
    let Value::Array(found) = value else {
        return Err(BadReply::Form);
    };
    let mut records = Vec::with_capacity(found.len());
    for one in found {
        let job = name(&one).map(str::to_owned);
        match record(one) {
            Ok(record) => records.extend(record),
            Err(BadReply::Record(fault)) => passed_over(job.as_deref(), &fault),
            Err(error @ BadReply::Form) => return Err(error),
        }
    }
    Ok(records)
}

/// As many values as wanted.
pub(super) fn list<const N: usize>(value: Value) -> Result<[Value; N], BadReply> {
    let Value::Array(values) = value else {
        return Err(BadReply::Form);
    };
    values.try_into().map_err(|_other_length| BadReply::Form)
}

pub(super) fn int(value: &Value) -> Result<i64, BadReply> {
    if let Value::Int(number) = value { Ok(*number) } else { Err(BadReply::Form) }
}

pub(super) fn text(value: &Value) -> Result<&str, BadReply> {
    let Value::BulkString(bytes) = value else {
        return Err(BadReply::Form);
    };
    std::str::from_utf8(bytes).map_err(|_binary| BadReply::Form)
}

/// Lua's `false`.
pub(super) const fn is_none(value: &Value) -> bool {
    matches!(value, Value::Nil)
}

pub(super) fn moment(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}

fn optional<'a, T>(value: &'a Value, read: impl Fn(&'a Value) -> Result<T, BadReply>) -> Result<Option<T>, BadReply> {
    if is_none(value) { Ok(None) } else { read(value).map(Some) }
}

fn name(record: &Value) -> Option<&str> {
    if let Value::Array(fields) = record { text(fields.first()?).ok() } else { None }
}
