//! The bot's database, read from outside while the bot runs.

use std::path::Path;

use anyhow::ensure;
use rusqlite::{Connection, OpenFlags};

/// What must be gone when everything is settled: what is counted, and how.
const OPEN_MATTERS: [(&str, &str); 6] = [
    ("unfinished jobs", "SELECT count(*) FROM jobs WHERE progress IN ('queued', 'published', 'submitted', 'ready')"),
    ("people with credits on hold", "SELECT count(*) FROM accounts WHERE held <> 0"),
    ("refunds under way", "SELECT count(*) FROM refunds WHERE state = 'held'"),
    ("jobs whose chat does not know", "SELECT count(*) FROM outbox WHERE kind = 'status' AND state <> 'done'"),
    ("notices not sent", "SELECT count(*) FROM outbox WHERE kind = 'notice' AND state <> 'done'"),
    ("dead letters", "SELECT count(*) FROM dead_letters"),
];

/// What is still open, in words.
///
/// # Errors
/// When the database cannot be read.
pub fn open_matters(database: &Path) -> anyhow::Result<Vec<String>> {
    let connection = open(database)?;
    let mut found = Vec::new();
    for (what, query) in OPEN_MATTERS {
        let count: i64 = connection.query_row(query, [], |row| row.get(0))?;
        if count > 0 {
            found.push(format!("{count} {what}"));
        }
    }
    Ok(found)
}

/// Checks every invariant of money and jobs.
///
/// # Errors
/// When one is broken, or the database cannot be read.
pub fn audit(database: &Path) -> anyhow::Result<()> {
    let audit = bot::store::audit::audit(&open(database)?)?;
    ensure!(audit.is_clean(), "the audit found: {:?}", audit.findings);
    Ok(())
}

/// One number out of the database.
///
/// # Errors
/// When the query does not give one.
pub fn count(database: &Path, query: &str) -> anyhow::Result<i64> {
    Ok(open(database)?.query_row(query, [], |row| row.get(0))?)
}

/// Names with numbers out of the database.
///
/// # Errors
/// When the query gives something else.
pub fn counts(database: &Path, query: &str) -> anyhow::Result<Vec<(String, i64)>> {
    let connection = open(database)?;
    let mut statement = connection.prepare(query)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn open(database: &Path) -> anyhow::Result<Connection> {
    let connection = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    Ok(connection)
}
