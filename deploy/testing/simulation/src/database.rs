//! The bot's database in memory, emptied between histories instead of made anew: making the tables and preparing every
//! statement again would take longer than a history.

use bot::store::Store;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

/// More than the core has statements.
const STATEMENTS: usize = 512;

/// A new one. Plans do not depend on values, so that no statement is prepared again for another one.
pub(crate) fn fresh() -> Connection {
    let connection = Store::in_memory().unwrap();
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).unwrap();
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    let_ledger_be_emptied(&connection);
    connection
}

/// Empties every table, those of planted faults as well: a history is played again alike.
pub(crate) fn empty(connection: &Connection) {
    connection.prepare_cached("INSERT INTO meta VALUES ('emptied', '')").unwrap().execute([]).unwrap();
    for table in tables(connection).into_iter().filter(|table| table != "meta").chain(["meta".to_owned()]) {
        connection.prepare_cached(&format!("DELETE FROM {table}")).unwrap().execute([]).unwrap();
    }
}

/// The trigger that forbids to delete entries of the ledger stays as it is, but for the moment between two histories.
fn let_ledger_be_emptied(connection: &Connection) {
    let kept = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE%'";
    let triggers: Vec<(String, String)> = connection
        .prepare(kept)
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (name, sql) in triggers {
        let when = "WHEN NOT EXISTS (SELECT 1 FROM meta WHERE name = 'emptied') BEGIN";
        assert_eq!(sql.matches("BEGIN").count(), 1, "{sql}");
        let sql = sql.replace("BEGIN", when);
        connection.execute_batch(&format!("DROP TRIGGER {name}; {sql}")).unwrap();
    }
}

/// The names of all tables, those of planted faults as well.
pub(crate) fn tables(connection: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
               UNION ALL SELECT name FROM sqlite_temp_master WHERE type = 'table'";
    let mut statement = connection.prepare_cached(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}
