//! Faults planted between the core and the world, each to be found by the rule that it breaks: a simulation that finds
//! nothing proves little unless it can.

use bot::core::event::{DeliveryOutcome, Event};
use rusqlite::Connection;

use crate::histories::{Wiring, play_many};

/// Enough for each planted fault to show many times over.
const HISTORIES: u64 = 400;

fn assert_found(planted: &dyn Wiring, by: &str) {
    let failure = play_many(1, HISTORIES, planted).err().unwrap_or_else(|| panic!("{planted:?} is not found"));
    assert!(failure.violation.invariant == by, "{planted:?} is found by another rule: {failure}");
}

#[derive(Debug)]
struct CountsAPaymentTwice;

impl Wiring for CountsAPaymentTwice {
    fn also(&self, event: &Event) -> Option<Event> {
        let Event::Update(incoming) = event else { return None };
        let mut again = incoming.clone();
        again.update.update_id += 1_000_000;
        let payment = again.update.message.as_mut()?.successful_payment.as_mut()?;
        payment.telegram_payment_charge_id.push_str("-again");
        Some(Event::Update(again))
    }
}

#[test]
fn a_payment_that_counts_twice_is_found() {
    assert_found(&CountsAPaymentTwice, "accounts equal what was paid, revoked, held and captured");
}

#[derive(Debug)]
struct AcknowledgesBeforeTheCommit;

impl Wiring for AcknowledgesBeforeTheCommit {
    fn acknowledges_early(&self) -> bool {
        true
    }
}

#[test]
fn an_update_acknowledged_before_the_commit_is_found() {
    assert_found(&AcknowledgesBeforeTheCommit, "every update is handled");
}

#[derive(Debug)]
struct SpeaksOfDeliveriesThatWereNone;

impl Wiring for SpeaksOfDeliveriesThatWereNone {
    fn reports(&self, outcome: DeliveryOutcome) -> DeliveryOutcome {
        match outcome {
            DeliveryOutcome::TryAgain(_) | DeliveryOutcome::WayRefused(_) | DeliveryOutcome::Unreachable => {
                DeliveryOutcome::Delivered { file_id: None }
            }
            delivered @ DeliveryOutcome::Delivered { .. } => delivered,
        }
    }
}

#[test]
fn a_delivery_that_was_none_is_found() {
    assert_found(&SpeaksOfDeliveriesThatWereNone, "a video that counts as delivered is in the chat");
}

#[derive(Debug)]
struct LosesJobsAndNeverTicks;

impl Wiring for LosesJobsAndNeverTicks {
    fn publishes(&self) -> bool {
        false
    }

    fn ticks(&self) -> bool {
        false
    }
}

#[test]
fn a_job_that_nobody_hears_of_is_found() {
    assert_found(&LosesJobsAndNeverTicks, "every job ends and its money is settled");
}

#[derive(Debug)]
struct ActsBeforeTheCommit;

impl Wiring for ActsBeforeTheCommit {
    fn acts_early(&self) -> bool {
        true
    }
}

#[test]
fn effects_before_the_commit_are_found() {
    assert_found(&ActsBeforeTheCommit, "workers get only what is committed");
}

/// The form comes back after its order was placed, and the order no longer says which form it came from.
#[derive(Debug)]
struct ForgetsThatAFormWasPlaced;

impl Wiring for ForgetsThatAFormWasPlaced {
    fn after_commit(&self, connection: &Connection) {
        connection
            .execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS kept (token PRIMARY KEY, user, form, at);
                 CREATE TEMP TABLE IF NOT EXISTS placed (job PRIMARY KEY);
                 INSERT OR IGNORE INTO forms (user, form, at)
                     SELECT kept.user, kept.form, kept.at FROM kept JOIN jobs ON jobs.form = kept.token
                     WHERE jobs.id IN (SELECT job FROM placed);
                 UPDATE jobs SET form = 'forgotten ' || id WHERE id IN (SELECT job FROM placed);
                 INSERT OR IGNORE INTO placed SELECT id FROM jobs;
                 INSERT OR REPLACE INTO kept SELECT form ->> '$.video.token', user, form, at FROM forms
                     WHERE form ->> '$.video.token' IS NOT NULL;",
            )
            .unwrap();
    }
}

#[test]
fn a_form_that_is_placed_twice_is_found() {
    assert_found(&ForgetsThatAFormWasPlaced, "a form is placed once");
}
