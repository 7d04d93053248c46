//! Planted faults about videos and who pays for them.

use bot::core::event::{Outcome, Receipt};
use rusqlite::Connection;
use simulation::Wiring;

use crate::planted::assert_found;

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
    assert_found(&SpeaksOfDeliveriesThatWereNone, CAPTURED);
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
    assert_found(&SendsResultsUnseen, CAPTURED);
}

/// A video that could not be sent is paid all the same.
#[derive(Debug)]
struct ChargesForWhatCouldNotBeSent;

impl Wiring for ChargesForWhatCouldNotBeSent {
    fn after_commit(&self, connection: &Connection) {
        let sql = "UPDATE jobs SET money = 'captured' WHERE progress = 'undeliverable' AND money = 'released'";
        connection.execute_batch(sql).unwrap();
    }
}

#[test]
fn a_capture_of_what_did_not_come_for_other_reasons_is_found() {
    assert_found(&ChargesForWhatCouldNotBeSent, CAPTURED);
}
