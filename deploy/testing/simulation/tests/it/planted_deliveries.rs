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

/// At the end of the wait the person is to blame, whatever happened.
#[derive(Debug)]
struct BlamesThePerson;

impl Wiring for BlamesThePerson {
    fn after_commit(&self, connection: &Connection) {
        connection
            .execute_batch(
                "UPDATE jobs SET unreachable_deliveries = coalesce(
                     (SELECT attempts FROM outbox WHERE kind = 'deliver' AND key = id), 0)
                     WHERE progress = 'ready';
                 UPDATE people SET reachable = 0 WHERE id IN (SELECT user FROM jobs WHERE progress = 'ready');",
            )
            .unwrap();
    }
}

#[test]
fn a_capture_of_what_did_not_come_for_other_reasons_is_found() {
    assert_found(&BlamesThePerson, CAPTURED);
}
