//! Planted faults about what operators do about people and orders.

use rusqlite::Connection;
use simulation::Wiring;

use crate::planted::{assert_found, assert_found_by_one, assert_rare_is_found};

/// Whoever was blocked is not, as soon as somebody looks away.
#[derive(Debug)]
struct ForgetsWhoIsBlocked;

impl Wiring for ForgetsWhoIsBlocked {
    fn after_commit(&self, connection: &Connection) {
        connection.execute("UPDATE people SET blocked_at = NULL WHERE blocked_at IS NOT NULL", []).unwrap();
    }
}

#[test]
fn a_block_that_is_forgotten_is_found() {
    let rules = ["a person is blocked as operators have said", "nobody who is blocked gets an order"];
    assert_found_by_one(&ForgetsWhoIsBlocked, &rules);
}

/// What is given back goes back once more, by an entry of its own that adds up.
#[derive(Debug)]
struct GivesBackOnceMore;

impl Wiring for GivesBackOnceMore {
    fn after_commit(&self, connection: &Connection) {
        connection
            .execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS given_again (action PRIMARY KEY);
                 UPDATE accounts SET available = available + (
                     SELECT sum(credits) FROM operator_actions AS deed
                     WHERE deed.user = accounts.user AND action = 'give_back' AND id NOT IN (SELECT action FROM given_again))
                     WHERE user IN (SELECT user FROM operator_actions
                                    WHERE action = 'give_back' AND id NOT IN (SELECT action FROM given_again));
                 INSERT OR IGNORE INTO given_again SELECT id FROM operator_actions WHERE action = 'give_back';",
            )
            .unwrap();
    }
}

#[test]
fn credits_that_are_given_back_twice_are_found() {
    assert_found(&GivesBackOnceMore, "accounts equal what was paid, revoked, held and captured");
}

/// An order that operators have placed anew forgets after a while of which order it is.
#[derive(Debug)]
struct ForgetsThatAnOrderWasPlacedAnew;

impl Wiring for ForgetsThatAnOrderWasPlacedAnew {
    fn after_commit(&self, connection: &Connection) {
        let sql = "UPDATE jobs SET form = 'forgotten:' || id
                   WHERE form GLOB 'operator:*' AND placed_at < (SELECT max(at) FROM updates)";
        connection.execute(sql, []).unwrap();
    }
}

#[test]
fn an_order_that_is_placed_anew_twice_is_found() {
    assert_rare_is_found(&ForgetsThatAnOrderWasPlacedAnew, "a form is placed once");
}
