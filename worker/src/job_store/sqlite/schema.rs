//! The tables of the job store, and the migrations that bring an older file up to date.

use rusqlite::Connection;
use rusqlite_migration::{Error, M, Migrations};

use super::OpenError;

/// Each brings a file to the next version; the first makes a new one. Migrations that were released are never changed.
const MIGRATIONS: &[M<'static>] = &[M::up(include_str!("version_1.sql")), M::up(include_str!("version_2.sql"))];

/// The version that this program writes; kept in the file's `user_version`.
#[expect(clippy::cast_possible_wrap, reason = "a handful of migrations")]
pub(super) const VERSION: i64 = MIGRATIONS.len() as i64;

/// Brings the file up to date. One of a newer build is left alone.
pub(super) fn bring_up_to_date(connection: &mut Connection) -> Result<(), OpenError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > VERSION {
        return Err(OpenError::TooNew(found));
    }
    Migrations::from_slice(MIGRATIONS).to_latest(connection).map_err(|error| {
        let other = |error| rusqlite::Error::ToSqlConversionFailure(Box::new(error));
        OpenError::Sqlite(if let Error::RusqliteError { err, .. } = error { err } else { other(error) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job_store::State;
    use crate::job_store::sqlite::rows::{self, COLUMNS};

    /// A file that version 1 wrote, with jobs in every state and a provider without credits.
    const RECORDED: &str = include_str!("recorded/version_1.sql");

    /// Every table and index as it was declared, without white space.
    fn declared(connection: &Connection) -> Vec<String> {
        let mut statement =
            connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
        let found = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let without_comments = |sql: String| {
            let lines = sql.lines().map(|line| line.split("--").next().unwrap_or_default().to_owned());
            lines.collect::<String>().split_whitespace().collect::<String>()
        };
        found.map(|sql| without_comments(sql.unwrap())).collect()
    }

    #[test]
    fn an_older_file_becomes_like_a_new_one_and_loses_nothing() {
        let mut new = Connection::open_in_memory().unwrap();
        bring_up_to_date(&mut new).unwrap();
        let mut older = Connection::open_in_memory().unwrap();
        older.execute_batch(RECORDED).unwrap();
        bring_up_to_date(&mut older).unwrap();
        assert_eq!(declared(&older), declared(&new));

        let tx = older.transaction().unwrap();
        let read = rows::rows(&tx, &format!("SELECT {COLUMNS} FROM job ORDER BY job"), []).unwrap();
        let states: Vec<&str> = read.iter().map(|record| record.body.state.as_str()).collect();
        assert_eq!(states, ["new", "prepared", "submitting", "running", "succeeded", "failed"]);
        assert!(matches!(&read[4].body.state, State::Succeeded { urls, .. } if urls.len() == 1));
        let account = rows::account(&tx, "0123456789abcdef").unwrap();
        assert_eq!(account.availability.affordable_credits, Some(59));
    }

    #[test]
    fn a_released_migration_is_not_changed() {
        let mut first = Connection::open_in_memory().unwrap();
        Migrations::from_slice(&MIGRATIONS[..1]).to_latest(&mut first).unwrap();
        let recorded = Connection::open_in_memory().unwrap();
        recorded.execute_batch(RECORDED).unwrap();
        assert_eq!(
            declared(&first),
            declared(&recorded),
            "write a migration instead, and record a file of its version"
        );
    }
}
