//! Planted faults of what is known of models.

use rusqlite::Connection;
use simulation::Wiring;

use crate::planted::assert_found;

#[derive(Debug)]
struct ForgetsThatOperatorsWereTold;

impl Wiring for ForgetsThatOperatorsWereTold {
    fn after_commit(&self, connection: &Connection) {
        connection.execute("UPDATE models SET price_told_at = NULL WHERE price_told_at IS NOT NULL", []).unwrap();
    }
}

#[test]
fn a_cost_that_operators_are_told_of_again_and_again_is_found() {
    assert_found(&ForgetsThatOperatorsWereTold, "operators are told of a cost once a day at most");
}

#[derive(Debug)]
struct NeverForgivesAModel;

impl Wiring for NeverForgivesAModel {
    fn after_commit(&self, connection: &Connection) {
        let sql = "UPDATE models SET failing_since = failed_at WHERE failing_since IS NULL AND failed_at IS NOT NULL";
        connection.execute(sql, []).unwrap();
    }
}

#[test]
fn a_model_that_is_warned_of_for_ever_is_found() {
    assert_found(&NeverForgivesAModel, "a model that has failed comes back");
}
