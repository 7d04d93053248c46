//! Faults planted between the real code and the world, each to be found by the rule that it breaks: a simulation that
//! finds nothing proves little unless it can. None of them is a switch in the code itself.

use std::sync::{Arc, Mutex};

use bot::core::event::{Direction, Event, Outcome, Receipt};
use rusqlite::Connection;
use shared::job::{GenerationJob, TaskId};
use simulation::{Stores, Wiring, play_many};
use url::Url;
use worker::decide::UploadOutcome;
use worker::job_store::JobStore;
use worker::kie::{Api, CreateError, Delay, Fields, QueryError, TaskState};
use worker::provider::Provider;

use crate::planted_store::{FaultyStore, StoreFault};

/// Enough for a planted fault to show.
const HISTORIES: u64 = 3_000;

/// The first history in which a rare fault is looked for. None before it is known to show one.
const RARE_FROM: u64 = 2_000;

/// Plays histories until one breaks a rule, which must be this one.
pub(crate) fn assert_found(planted: &'static dyn Wiring, by: &str) {
    assert_found_by_one(planted, &[by]);
}

/// The same for a fault that shows once in some thousands of histories.
pub(crate) fn assert_rare_is_found(planted: &'static dyn Wiring, by: &str) {
    assert_found_among(RARE_FROM..=RARE_FROM + HISTORIES, planted, &[by]);
}

/// The same for a fault that breaks several rules, which must be one of these.
pub(crate) fn assert_found_by_one(planted: &'static dyn Wiring, rules: &[&str]) {
    assert_found_among(1..=HISTORIES, planted, rules);
}

/// The same in the histories with these seeds.
pub(crate) fn assert_found_among(
    seeds: impl Iterator<Item = u64> + Send,
    planted: &'static dyn Wiring,
    rules: &[&str],
) {
    let failure = play_many(seeds, planted, &Stores::InMemory);
    let failure = failure.err().unwrap_or_else(|| panic!("{planted:?} is not found"));
    assert!(rules.contains(&failure.violation.invariant), "{planted:?} is found by another rule: {failure}");
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
pub(crate) struct AcknowledgesBeforeTheCommit;

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
pub(crate) struct LosesOrdersForGood;

impl Wiring for LosesOrdersForGood {
    fn acknowledges_orders_early(&self) -> bool {
        true
    }

    fn publishes_again(&self) -> bool {
        false
    }
}

#[test]
fn an_order_that_is_acknowledged_before_it_is_stored_and_not_published_again_is_found() {
    let rules = ["an order that was lost on its way is published again", "a video that was made is delivered"];
    assert_found_by_one(&LosesOrdersForGood, &rules);
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

/// A video that was delivered and paid gives its credits back as well.
#[derive(Debug)]
struct ReleasesWhatIsDelivered;

impl Wiring for ReleasesWhatIsDelivered {
    fn after_commit(&self, connection: &Connection) {
        connection
            .execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS released (job PRIMARY KEY);
                 INSERT OR IGNORE INTO entries SELECT 'release:' || id, user, 'spent', 'available', price, 0 FROM jobs
                     WHERE money = 'captured' AND id NOT IN (SELECT job FROM released);
                 UPDATE accounts SET spent = spent - job.price, available = available + job.price FROM (
                     SELECT user, price FROM jobs WHERE money = 'captured' AND id NOT IN (SELECT job FROM released)
                     ) AS job WHERE job.user = accounts.user;
                 INSERT OR IGNORE INTO released SELECT id FROM jobs WHERE money = 'captured';",
            )
            .unwrap();
    }
}

#[test]
fn a_release_beside_a_delivery_is_found() {
    assert_found(&ReleasesWhatIsDelivered, "accounts equal what was paid, revoked, held and captured");
}

/// Stars are asked back, and the credits stay with the person until they are.
#[derive(Debug)]
struct RefundsWithoutAHold;

impl Wiring for RefundsWithoutAHold {
    fn after_commit(&self, connection: &Connection) {
        let sql = "UPDATE accounts SET available = available + refunding, refunding = 0 WHERE refunding > 0";
        connection.execute_batch(sql).unwrap();
    }
}

#[test]
fn a_refund_without_a_hold_is_found() {
    assert_found(&RefundsWithoutAHold, "accounts equal what was paid, revoked, held and captured");
}

/// Credits that were taken for a refund are given back as well.
#[derive(Debug)]
pub(crate) struct UndoesWhatItRevokes;

impl Wiring for UndoesWhatItRevokes {
    fn after_commit(&self, connection: &Connection) {
        connection
            .execute_batch(
                "INSERT INTO entries SELECT 'refund-undo:' || charge || ':' || nth, user, 'revoked', 'available', credits, 0
                     FROM refunds WHERE state = 'done' AND nth > 0 AND credits > 0
                     AND 'refund-undo:' || charge || ':' || nth NOT IN (SELECT id FROM entries);
                 UPDATE accounts SET available = (
                     SELECT coalesce(sum(iif(target = 'available', credits, -credits)), 0) FROM entries
                     WHERE entries.user = accounts.user AND 'available' IN (source, target)), revoked = (
                     SELECT coalesce(sum(iif(target = 'revoked', credits, -credits)), 0) FROM entries
                     WHERE entries.user = accounts.user AND 'revoked' IN (source, target));",
            )
            .unwrap();
    }
}

#[test]
fn an_undo_beside_a_revocation_is_found() {
    assert_found(&UndoesWhatItRevokes, "accounts equal what was paid, revoked, held and captured");
}

/// What Telegram lists is credited although its message was heard.
#[derive(Debug)]
struct CreditsTheListAgain;

impl Wiring for CreditsTheListAgain {
    fn also(&self, event: &Event) -> Option<Event> {
        let Event::StarPage(page) = event else { return None };
        let mut again = page.clone();
        again.transactions.iter_mut().for_each(|transaction| transaction.id.push_str("-again"));
        Some(Event::StarPage(again))
    }
}

#[test]
fn a_list_that_credits_again_is_found() {
    assert_found(&CreditsTheListAgain, "accounts equal what was paid, revoked, held and captured");
}

#[derive(Debug)]
struct OverlooksListedPayments;

impl Wiring for OverlooksListedPayments {
    fn listed(&self, mut event: Event) -> Event {
        if let Event::StarPage(page) = &mut event {
            page.transactions.retain(|transaction| transaction.direction != Direction::In);
        }
        event
    }
}

#[test]
fn a_payment_that_is_overlooked_on_the_list_is_found() {
    let rules = ["a payment is credited, though its message be lost", "the books agree with Telegram's balance"];
    assert_found_by_one(&OverlooksListedPayments, &rules);
}

/// A try to give Stars back that failed counts as done.
#[derive(Debug)]
struct TakesFailedRefundsForDone;

impl Wiring for TakesFailedRefundsForDone {
    fn refunded(&self, outcome: Outcome) -> Outcome {
        match outcome {
            Outcome::TryAgain(_) | Outcome::Unclear => Outcome::Done(Receipt::Nothing),
            answer @ (Outcome::Done(_) | Outcome::Refused(_) | Outcome::Unreachable) => answer,
        }
    }
}

#[test]
fn a_refund_that_was_none_is_found() {
    assert_found(&TakesFailedRefundsForDone, "credits are taken only for Stars that went back");
}

/// A request whose answer was lost counts as one that was never made.
#[derive(Debug)]
struct SubmitsAgainAfterATimeOut;

#[derive(Debug)]
struct Optimist(Arc<dyn Provider>);

impl Wiring for SubmitsAgainAfterATimeOut {
    fn provider(&self, provider: Arc<dyn Provider>) -> Arc<dyn Provider> {
        Arc::new(Optimist(provider))
    }
}

impl Provider for Optimist {
    fn transfer<'a>(
        &'a self,
        order: &'a GenerationJob,
        image: usize,
    ) -> futures_util::future::BoxFuture<'a, UploadOutcome> {
        self.0.transfer(order, image)
    }

    fn create<'a>(
        &'a self,
        api: Api,
        model: &'a str,
        fields: Fields,
        callback_url: Option<&'a Url>,
    ) -> futures_util::future::BoxFuture<'a, Result<TaskId, CreateError>> {
        Box::pin(async move {
            match self.0.create(api, model, fields, callback_url).await {
                Err(CreateError::Unknown(_)) => Err(CreateError::NotStarted(Delay::Unreachable)),
                answer => answer,
            }
        })
    }

    fn query<'a>(
        &'a self,
        api: Api,
        task: &'a TaskId,
    ) -> futures_util::future::BoxFuture<'a, Result<TaskState, QueryError>> {
        self.0.query(api, task)
    }

    fn credits(&self) -> futures_util::future::BoxFuture<'_, Result<f64, QueryError>> {
        self.0.credits()
    }
}

#[test]
fn a_request_that_is_made_again_after_a_time_out_is_found() {
    assert_found(&SubmitsAgainAfterATimeOut, "nothing is submitted twice");
}

impl Wiring for StoreFault {
    fn store(&self, inner: Arc<dyn JobStore>) -> Arc<dyn JobStore> {
        Arc::new(FaultyStore { inner, fault: *self, later: Mutex::default() })
    }
}

#[test]
fn a_request_before_its_right_is_saved_is_found() {
    assert_found(&StoreFault::SavesRightsLater, "the right to submit is in the store before the request");
}

#[test]
fn a_save_that_ignores_versions_is_found() {
    // An older save takes the right away again that a request is just being made by, or gives it a second time.
    let rules = ["nothing is submitted twice", "the right to submit is in the store before the request"];
    assert_found_by_one(&StoreFault::IgnoresVersions, &rules);
}

#[test]
fn a_lost_store_whose_epoch_stays_is_found() {
    // A step of the life before goes on in the new one: it submits again, or it counts a report as made.
    let rules = ["nothing is submitted twice", "nothing counts as told before it is published"];
    assert_found_by_one(&StoreFault::KeepsItsEpoch, &rules);
}

#[test]
fn a_report_that_counts_as_made_before_it_is_published_is_found() {
    assert_found(&StoreFault::CountsReportsAsTold, "nothing counts as told before it is published");
}

#[test]
fn a_claim_without_a_lease_is_found() {
    assert_found(&StoreFault::TakesNoLease, "a job that was handed out is left alone while its lease lasts");
}

#[test]
fn a_callback_that_changes_the_task_is_found() {
    assert_found(&StoreFault::LetsCallbacksChangeTasks, "a job keeps its task");
}

#[test]
fn a_callback_that_is_believed_is_found() {
    assert_found(&StoreFault::BelievesCallbacks, "a result is what the provider said when it was asked");
}

#[test]
fn a_record_that_nobody_looks_at_is_found() {
    assert_found(&StoreFault::ForgetsDueTimes, "every record of the workers ends");
}

#[test]
fn an_end_that_is_not_to_be_told_is_found() {
    assert_found(&StoreFault::ForgetsReports, "every end is to be told");
}

#[test]
fn a_key_that_is_not_saved_with_the_right_is_found() {
    assert_found(&StoreFault::ForgetsKeys, "each task is asked about with the key that made it");
}

/// The bot keeps the task of an order, and not the key that made it.
#[derive(Debug)]
struct ForgetsWhoseTaskItIs;

impl Wiring for ForgetsWhoseTaskItIs {
    fn after_commit(&self, connection: &Connection) {
        connection.execute("UPDATE jobs SET task_key = NULL WHERE task_key IS NOT NULL", []).unwrap();
    }
}

#[test]
fn a_task_whose_key_is_forgotten_is_found() {
    assert_found(&ForgetsWhoseTaskItIs, "an order names the key that made its task");
}
