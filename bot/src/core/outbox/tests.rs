use rusqlite::{Connection, StatementStatus};

use super::{FIRST_DUE, NEXT_DUE};
use crate::store::Store;

/// How many steps SQLite takes for a query that is asked at each event.
fn steps(connection: &Connection, sql: &str) -> i32 {
    let mut statement = connection.prepare(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    while rows.next().unwrap().is_some() {}
    drop(rows);
    statement.get_status(StatementStatus::VmStep)
}

#[test]
fn what_is_due_next_costs_the_same_with_many_orders_under_way() {
    let connection = Store::in_memory().unwrap();
    let queries = [FIRST_DUE.clone(), format!("SELECT {}", *NEXT_DUE)];
    connection
        .execute(
            "INSERT INTO outbox (kind, key, user, state, due, at) VALUES ('publish', '0', 1, 'under_way', 1, 1)",
            [],
        )
        .unwrap();
    let with_one = queries.each_ref().map(|sql| steps(&connection, sql));
    connection
        .execute_batch(
            "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 5000)
             INSERT INTO outbox (kind, key, user, state, due, at) SELECT 'publish', n, 1, 'under_way', n, 1 FROM number",
        )
        .unwrap();
    assert_eq!(queries.each_ref().map(|sql| steps(&connection, sql)), with_one);
}
