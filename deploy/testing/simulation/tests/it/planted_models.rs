//! Planted faults of what is known of models.

use rusqlite::Connection;
use simulation::{Wiring, seeds_of_odd_providers};

use crate::planted::assert_found_among;

/// Enough for each of these faults to show many times over.
const HISTORIES: usize = 400;

fn assert_found(planted: &'static dyn Wiring, by: &str) {
    assert_found_among(seeds_of_odd_providers().take(HISTORIES), planted, &[by]);
}

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
