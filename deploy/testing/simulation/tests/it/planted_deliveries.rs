//! Planted faults about what reaches the chat, and who pays for videos.

use bot::core::event::{Outcome, Receipt, Report};
use rusqlite::Connection;
use simulation::Wiring;

use crate::planted::{assert_found, assert_found_by_one, assert_rare_is_found};

/// The rule of what people pay for.
const CAPTURED: &str = "what is captured was seen in the chat, or its person could not be reached";

#[derive(Debug)]
struct SpeaksOfDeliveriesThatWereNone;

impl Wiring for SpeaksOfDeliveriesThatWereNone {
    fn reports(&self, outcome: Outcome) -> Outcome {
        match outcome {
            Outcome::TryAgain(_) | Outcome::Unclear | Outcome::Refused(_) | Outcome::Unreachable => {
                Outcome::Done(Receipt::Video(None))
            }
            delivered @ Outcome::Done(_) => delivered,
        }
    }
}

#[test]
fn a_delivery_that_was_none_is_found() {
    assert_found_by_one(
        &SpeaksOfDeliveriesThatWereNone,
        &[CAPTURED, "a video that counts as delivered is in the chat"],
    );
}

/// The end of the wait is spent credits, whether or not the person could be reached.
#[derive(Debug)]
struct ChargesAtTheEndOfTheWait;

impl Wiring for ChargesAtTheEndOfTheWait {
    fn after_commit(&self, connection: &Connection) {
        let sql = "UPDATE jobs SET money = 'captured' FROM outbox
                   WHERE progress = 'undeliverable' AND money = 'released'
                         AND kind = 'notice' AND key = 'lost:' || id AND payload LIKE '%overdue%'";
        connection.execute_batch(sql).unwrap();
    }
}

#[test]
fn a_capture_at_the_end_of_the_wait_from_somebody_who_could_be_reached_is_found() {
    let rules = [CAPTURED, "accounts equal what was paid, revoked, held and captured"];
    assert_found_by_one(&ChargesAtTheEndOfTheWait, &rules);
}

/// Whatever is where the provider says a video is, is sent and counts.
#[derive(Debug)]
struct SendsResultsUnseen;

impl Wiring for SendsResultsUnseen {
    fn looks_at_results(&self) -> bool {
        false
    }
}

#[test]
fn a_page_that_is_charged_as_a_video_is_found() {
    // Of an order that was given up it is free, and still no video.
    let rules = [CAPTURED, "a video that counts as delivered is in the chat"];
    assert_found_by_one(&SendsResultsUnseen, &rules);
}

/// Who finds nothing has always looked for long enough.
#[derive(Debug)]
struct StopsLookingTooSoon;

impl Wiring for StopsLookingTooSoon {
    fn after_commit(&self, connection: &Connection) {
        connection.execute_batch("UPDATE jobs SET gone_since = 0 WHERE gone_since > 0").unwrap();
    }
}

#[test]
fn an_end_of_the_search_for_what_may_come_back_is_found() {
    assert_found(&StopsLookingTooSoon, "what is gone is looked for for some minutes before it is given up");
}

/// An order is paid all the same whose provider had no video when it was asked twice.
#[derive(Debug)]
struct ChargesForWhatIsNotThere;

impl Wiring for ChargesForWhatIsNotThere {
    fn after_commit(&self, connection: &Connection) {
        let sql = "UPDATE jobs SET money = 'captured'
                   WHERE progress = 'undeliverable' AND money = 'released' AND provider_asked_again";
        connection.execute_batch(sql).unwrap();
    }
}

#[test]
fn a_capture_of_what_the_provider_never_had_is_found() {
    assert_found(&ChargesForWhatIsNotThere, CAPTURED);
}

#[derive(Debug)]
struct TakesALateReportForThatOfTheNewestAttempt;

impl Wiring for TakesALateReportForThatOfTheNewestAttempt {
    fn reported(&self, mut report: Report, newest: i64) -> Report {
        report.ticket.attempt = newest;
        report
    }
}

#[test]
fn a_late_report_of_an_older_attempt_is_found() {
    assert_rare_is_found(&TakesALateReportForThatOfTheNewestAttempt, "no chat is left with an old status");
}
