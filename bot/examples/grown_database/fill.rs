//! Fills a bot's database as years would.

use rusqlite::Connection;

/// How large a database is to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) people: i64,
    pub(crate) old_jobs: i64,
    /// Entries of the ledger. What jobs leave of them are purchases, refunds and gifts.
    pub(crate) entries: i64,
}

impl Size {
    /// Of each purchase follow one and a quarter entries, and of each job two.
    const fn purchases(self) -> i64 {
        (self.entries - 2 * self.old_jobs) * 4 / 5
    }
}

/// Fills an empty database. `now` is in milliseconds since 1970.
pub(crate) fn fill(connection: &Connection, size: Size, now: i64) -> anyhow::Result<()> {
    anyhow::ensure!(
        size.people > 0 && size.old_jobs > 0 && size.entries >= 3 * size.old_jobs,
        "there must be people, jobs, and three times as many entries as jobs: the credits were bought"
    );
    // An index is made much faster than it is kept.
    let indexes: Vec<(String, String)> = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")?
        .query_map([], |row| row.try_into())?
        .collect::<Result<_, _>>()?;
    for (name, _) in &indexes {
        connection.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    connection.execute_batch(&format!(
        "BEGIN;
         CREATE TEMP TABLE size AS
             SELECT {people} AS people, {jobs} AS jobs, {purchases} AS purchases, {now} AS now,
                    2 * 365 * 86400000 AS years, {now} - 30 * 86400000 AS month_ago;
         {rows}
         COMMIT;",
        people = size.people,
        jobs = size.old_jobs,
        purchases = size.purchases(),
        rows = include_str!("fill.sql")
    ))?;
    for (_, index) in &indexes {
        connection.execute_batch(index)?;
    }
    Ok(())
}
