//! Planted faults of what operators decide in the chat: it is lost, late, half in force, or nobody's decision.

use std::sync::Arc;

use bot::core::{Decided, Policy};
use rusqlite::Connection;
use simulation::Wiring;

use crate::planted::{assert_found, assert_found_by_one};

/// Whatever is sold follows the files again after a crash.
#[derive(Debug)]
struct ForgetsTheShopAtAStart;

impl Wiring for ForgetsTheShopAtAStart {
    fn reads_shop_at_start(&self) -> bool {
        false
    }
}

#[test]
fn a_process_that_starts_with_what_was_in_force_before_is_found() {
    let rules = [
        "an order costs what is in force",
        "an invoice promises what is sold",
        "a checkout is answered once and rightly",
        "everybody gets each bonus and their welcome once",
        "nothing is placed during maintenance but by operators",
        "accounts equal what was paid, revoked, held and captured",
    ];
    assert_found_by_one(&ForgetsTheShopAtAStart, &rules);
}

/// A part of what was decided does not count.
#[derive(Debug)]
enum Ignores {
    Prices,
    Packs,
    Maintenance,
}

impl Wiring for Ignores {
    fn in_force(&self, policy: &Arc<Policy>) -> Arc<Policy> {
        let (files, mut policy) = (policy.of_files(), Policy::clone(policy));
        match self {
            Self::Prices => policy.catalog = Arc::clone(&files.catalog),
            Self::Packs => policy.packs.clone_from(&files.packs),
            Self::Maintenance => policy.decided = Decided { maintenance: None, ..policy.decided.clone() },
        }
        Arc::new(policy)
    }
}

#[test]
fn a_price_that_was_changed_and_is_not_charged_is_found() {
    assert_found(&Ignores::Prices, "an order costs what is in force");
}

#[test]
fn an_invoice_of_packs_that_are_not_sold_any_more_is_found() {
    assert_found(&Ignores::Packs, "an invoice promises what is sold");
}

#[test]
fn an_order_or_a_purchase_during_maintenance_is_found() {
    let rules = ["nothing is placed during maintenance but by operators", "a checkout is answered once and rightly"];
    assert_found_by_one(&Ignores::Maintenance, &rules);
}

/// A price that nobody has asked for.
#[derive(Debug)]
struct RaisesPricesByItself;

impl Wiring for RaisesPricesByItself {
    fn after_commit(&self, connection: &Connection) {
        let sql = "INSERT OR IGNORE INTO shop SELECT 'PRICE:both', '+1', 900, 0 WHERE EXISTS (SELECT 1 FROM jobs)";
        connection.execute(sql, []).unwrap();
    }
}

#[test]
fn a_price_that_no_operator_has_changed_is_found() {
    assert_found(&RaisesPricesByItself, "the shop changes by an operator's word");
}

/// An order takes more than what stood on its button.
#[derive(Debug)]
struct ChargesMoreThanWasShown;

impl Wiring for ChargesMoreThanWasShown {
    fn after_commit(&self, connection: &Connection) {
        connection.execute("UPDATE jobs SET price = price + 1 WHERE progress = 'queued'", []).unwrap();
    }
}

#[test]
fn an_order_that_costs_more_than_was_confirmed_is_found() {
    let rules =
        ["an order costs what is in force", "a job is placed by its person's press, at the price on the button"];
    assert_found_by_one(&ChargesMoreThanWasShown, &rules);
}

/// An invoice keeps its word about its credits only on paper: its payment brings one more of them.
#[derive(Debug)]
struct BringsMoreThanItSaid;

impl Wiring for BringsMoreThanItSaid {
    fn after_commit(&self, connection: &Connection) {
        connection
            .execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS raised (charge PRIMARY KEY);
                 UPDATE accounts SET available = available + 1
                     WHERE user IN (SELECT user FROM payments WHERE charge NOT IN (SELECT charge FROM raised));
                 INSERT OR IGNORE INTO raised SELECT charge FROM payments;",
            )
            .unwrap();
    }
}

#[test]
fn an_invoice_that_brings_more_than_it_said_is_found() {
    assert_found(&BringsMoreThanItSaid, "accounts equal what was paid, revoked, held and captured");
}
