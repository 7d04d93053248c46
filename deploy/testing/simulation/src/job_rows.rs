//! What the core has written of its jobs.

use bot::core::ids::UserId;
use bot::core::jobs::{Money, Progress};
use rusqlite::Connection;
use shared::job::JobId;

/// A row of the table `jobs`, as far as the rules speak of it.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    pub(crate) id: JobId,
    pub(crate) user: UserId,
    pub(crate) form: String,
    pub(crate) price: i64,
    pub(crate) money: Money,
    pub(crate) progress: Progress,
    pub(crate) failure: Option<String>,
    /// Attempts to show its status, so far.
    pub(crate) status_attempts: i64,
    /// Whether the chat is to be shown nothing more.
    pub(crate) is_told: bool,
}

/// Every job.
pub(crate) fn jobs(connection: &Connection) -> Vec<Job> {
    let mut statement = connection
        .prepare_cached(
            "SELECT id, jobs.user, form, price, money, progress, failure, attempts, state = 'done'
             FROM jobs JOIN outbox ON kind = 'status' AND key = id",
        )
        .unwrap();
    let rows = statement.query_map([], |row| {
        Ok(Job {
            id: row.get::<_, String>(0)?.parse().unwrap(),
            user: row.get(1)?,
            form: row.get(2)?,
            price: row.get(3)?,
            money: row.get(4)?,
            progress: row.get(5)?,
            failure: row.get(6)?,
            status_attempts: row.get(7)?,
            is_told: row.get(8)?,
        })
    });
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}
