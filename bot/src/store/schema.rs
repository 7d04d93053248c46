//! The tables, and the upgrades that bring an older file up to date.

use rusqlite::{Connection, TransactionBehavior};

/// What a new file gets.
const SCHEMA: &str = include_str!("schema.sql");

/// The first brings a file of version 1 to version 2, and so on. Upgrades that were released are never changed.
const UPGRADES: [&str; 1] = [include_str!("schema/to_2.sql")];

/// The schema that this version writes.
#[expect(clippy::cast_possible_wrap, reason = "a handful of upgrades")]
pub(super) const VERSION: i64 = UPGRADES.len() as i64 + 1;

/// Brings the file up to date. Says which schema it had; a newer one is left alone.
pub(super) fn bring_up_to_date(connection: &mut Connection) -> rusqlite::Result<i64> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found == 0 {
        transaction.execute_batch(SCHEMA)?;
    } else {
        for upgrade in UPGRADES.iter().skip(usize::try_from(found - 1).unwrap_or_default()) {
            transaction.execute_batch(upgrade)?;
        }
    }
    if found < VERSION {
        transaction.pragma_update(None, "user_version", VERSION)?;
    }
    transaction.commit()?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::audit::audit;

    /// Tables, columns, indexes and triggers, without the order of columns and without comments.
    fn described(connection: &Connection) -> Vec<String> {
        let columns = "SELECT format('%s.%s %s %d %s %d', m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk)
                       FROM sqlite_master AS m JOIN pragma_table_xinfo(m.name) AS c WHERE m.type = 'table'";
        let indexes = "SELECT format('%s %s %d %d %s', i.name, m.name, i.\"unique\", i.partial,
                                     (SELECT group_concat(coalesce(name, 'expression')) FROM pragma_index_info(i.name)))
                       FROM sqlite_master AS m JOIN pragma_index_list(m.name) AS i WHERE m.type = 'table'";
        let others = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('index', 'trigger')";
        let mut lines = Vec::new();
        for sql in [columns, indexes, others] {
            let mut statement = connection.prepare(sql).unwrap();
            let found = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
            lines.extend(found.map(|line| line.unwrap().split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        lines.sort();
        lines
    }

    /// A file of version 1 with a payment that counts, one that went back, and orders.
    fn first_version() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(include_str!("schema/1.sql")).unwrap();
        connection
            .execute_batch(
                "PRAGMA user_version = 1;
                 INSERT INTO people (id, language, first_seen, reachable, served_at) VALUES (1, 'en', 0, 1, 70);
                 INSERT INTO payments VALUES ('later', 1, 500, 5, 'o2', 20), ('earlier', 1, 200, 2, 'o1', 10);
                 INSERT INTO entries VALUES
                     ('pay:later', 1, 'issued', 'available', 5, 20), ('pay:earlier', 1, 'issued', 'available', 2, 10),
                     ('revoke:earlier', 1, 'available', 'revoked', 2, 30),
                     ('hold:a', 1, 'available', 'held', 1, 40), ('hold:b', 1, 'available', 'held', 1, 50);
                 INSERT INTO accounts (user, available, held, revoked) VALUES (1, 3, 2, 2);
                 INSERT INTO jobs (id, user, form, model, prompt, options, price, placed_at, status_version, progress)
                 VALUES ('a', 1, 'f1', 'm', 'p', '{}', 1, 40, 0, 'submitted'),
                        ('b', 1, 'f2', 'm', 'p', '{}', 1, 50, 0, 'queued');",
            )
            .unwrap();
        connection
    }

    #[test]
    fn an_older_file_becomes_like_a_new_one_and_loses_nothing() {
        let mut new = Connection::open_in_memory().unwrap();
        assert_eq!(bring_up_to_date(&mut new).unwrap(), 0);
        let mut older = first_version();
        assert_eq!(bring_up_to_date(&mut older).unwrap(), 1);
        assert_eq!(described(&older), described(&new));
        assert_eq!(bring_up_to_date(&mut older).unwrap(), VERSION);

        let audit = audit(&older).unwrap();
        assert!(audit.is_clean(), "{audit:?}");
        let one = |sql: &str| older.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
        assert_eq!(one("SELECT group_concat(number || charge) FROM payments ORDER BY number"), "1earlier,2later");
        assert_eq!(one("SELECT charge || state FROM refunds"), "earlierdone");
        assert_eq!(one("SELECT first_job || jobs || under_way || served_at FROM queue"), "b1170");
    }
}
