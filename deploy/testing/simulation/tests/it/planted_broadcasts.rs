//! Planted faults about messages to everybody.

use rusqlite::Connection;
use simulation::Wiring;

use crate::planted::{assert_found, assert_found_by_one};

/// A broadcast begins anew when it is half done.
#[derive(Debug)]
struct BeginsAnew;

impl Wiring for BeginsAnew {
    fn after_commit(&self, connection: &Connection) {
        let sql = "UPDATE broadcasts SET cursor = -9223372036854775808 WHERE state = 'sending' AND sent = 1";
        connection.execute_batch(sql).unwrap();
    }
}

#[test]
fn a_broadcast_that_begins_anew_is_found() {
    assert_found(&BeginsAnew, "nobody gets a broadcast twice");
}

/// Those who wait for their turn are left out.
#[derive(Debug)]
struct LosesThoseWhoWait;

impl Wiring for LosesThoseWhoWait {
    fn after_commit(&self, connection: &Connection) {
        let sql = "UPDATE broadcasts SET cursor = NULL WHERE state = 'sending' AND sent > 0";
        connection.execute_batch(sql).unwrap();
    }
}

#[test]
fn people_who_are_left_out_are_found() {
    assert_found(&LosesThoseWhoWait, "everybody whom a broadcast is for gets it");
}

/// Nobody remembers who wants none.
#[derive(Debug)]
struct ForgetsWhoWantsNone;

impl Wiring for ForgetsWhoWantsNone {
    fn after_commit(&self, connection: &Connection) {
        connection.execute_batch("UPDATE people SET broadcasts_off = 0 WHERE broadcasts_off").unwrap();
    }
}

#[test]
fn a_broadcast_to_who_wants_none_is_found() {
    assert_found(&ForgetsWhoWantsNone, "who switched broadcasts off gets none");
}

/// A try whose report is lost is never made again.
#[derive(Debug)]
struct GivesUpAfterALostReport;

impl Wiring for GivesUpAfterALostReport {
    fn after_commit(&self, connection: &Connection) {
        let sql = "DELETE FROM outbox WHERE kind = 'broadcast' AND attempts > 0 AND state = 'waiting'";
        connection.execute_batch(sql).unwrap();
    }
}

#[test]
fn a_try_that_is_never_repeated_is_found() {
    let rules = ["everybody whom a broadcast is for gets it", "a broadcast that nobody stops comes to its end"];
    assert_found_by_one(&GivesUpAfterALostReport, &rules);
}
