//! The tables, and the migrations that bring an older file up to date.

use rusqlite::Connection;
use rusqlite_migration::{Error, M, Migrations};

/// Each brings a file to the next version; the first makes a new one. Migrations that were released are never changed.
const MIGRATIONS: &[M<'static>] =
    &[M::up(include_str!("version_1.sql")), M::up(include_str!("version_2.sql")), M::up(include_str!("version_3.sql"))];

/// The version that this program writes.
#[expect(clippy::cast_possible_wrap, reason = "a handful of migrations")]
pub(super) const VERSION: i64 = MIGRATIONS.len() as i64;

/// The version that the file has; 0 for a new one.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Brings the file up to date. Says which version it had; a newer one is left alone.
pub(super) fn bring_up_to_date(connection: &mut Connection) -> rusqlite::Result<i64> {
    let found = version(connection)?;
    if found < VERSION {
        Migrations::from_slice(MIGRATIONS).to_latest(connection).map_err(|error| {
            if let Error::RusqliteError { err, .. } = error {
                err
            } else {
                rusqlite::Error::ToSqlConversionFailure(Box::new(error))
            }
        })?;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::audit::audit;

    /// A file that version 1 wrote, with a purchase, a refund, an open order and a notice that was not sent.
    const RECORDED: &str = include_str!("recorded/version_1.sql");

    /// Every table, index and trigger as it was declared, without white space.
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
        assert_eq!(bring_up_to_date(&mut new).unwrap(), 0);
        let mut older = Connection::open_in_memory().unwrap();
        older.execute_batch(RECORDED).unwrap();
        assert_eq!(bring_up_to_date(&mut older).unwrap(), 1);
        assert_eq!(declared(&older), declared(&new));
        assert_eq!(bring_up_to_date(&mut older).unwrap(), VERSION);

        let audit = audit(&older).unwrap();
        assert!(audit.is_clean(), "{audit:?}");
        let one = |sql: &str| older.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
        assert_eq!(one("SELECT group_concat(number || charge) FROM payments ORDER BY number"), "1earlier,2later");
        assert_eq!(one("SELECT charge || state FROM refunds"), "earlierdone");
        assert_eq!(one("SELECT first_job || jobs || under_way || served_at FROM queue"), "b1170");
        assert_eq!(
            one("SELECT group_concat(kind || ' ' || key || ' ' || state) FROM outbox"),
            "notice receipt:later waiting"
        );
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
