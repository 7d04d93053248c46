//! What every job store must do, as one suite that each adapter's tests run.
//!
//! It panics with the broken rule. It wants a store that is empty.

#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "assertions for tests, public for the adapters of other packages"
)]

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use shared::job::{BlockReason, Epoch, FailureReason, GenerationJob, JobId, ModelId, TaskId, WIRE_VERSION};

use super::{Claim, Hear, Identity, Insert, JobBody, JobRecord, JobStore, Noted, Permit, Rate, Reported, Save, State};
use crate::kie::Api;

/// Runs the whole suite on an empty store.
pub async fn holds(store: &dyn JobStore) {
    the_identity_is_made_once(store).await;
    a_job_is_inserted_once(store).await;
    only_the_version_that_was_read_can_be_replaced(store).await;
    a_save_whose_answer_was_lost_may_be_repeated(store).await;
    a_task_is_kept_whatever_the_version_and_never_replaced(store).await;
    due_jobs_are_claimed_once_until_the_lease_ends(store).await;
    an_unreported_change_is_handed_out_until_it_is_settled(store).await;
    permits_keep_to_the_rate(store).await;
    willingness_tells_news_from_repeats(store).await;
    what_ended_and_was_told_is_forgotten(store).await;
}

/// An identity named so.
#[must_use]
pub fn identity(name: &str) -> Identity {
    Identity { epoch: Epoch::new(name), callback_secret: name.into() }
}

/// A new job, due at second 0. Different numbers are different jobs.
#[must_use]
pub fn record(number: u8) -> JobRecord {
    JobRecord {
        version: 1,
        due: Some(at(0)),
        unreported: false,
        task: None,
        body: JobBody {
            order: GenerationJob {
                version: WIRE_VERSION,
                job: JobId::new(at(0), [number; 10]),
                model: ModelId::new("veo3-fast"),
                prompt: "a fox".to_owned(),
                options: BTreeMap::new(),
                image: None,
                submit_before: at(3600),
                task: None,
                published_before: false,
                epoch: None,
            },
            api: Api::Veo,
            render_seconds_max: 900,
            state: State::New,
            attempt: 0,
            upload: None,
            failures: 0,
            odd_since: None,
        },
    }
}

/// Seconds after the beginning of the suite's time.
#[must_use]
pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap().checked_add(SignedDuration::from_secs(seconds)).unwrap()
}

const fn claim(token: &str, now: Timestamp, lease_until: Timestamp, limit: usize) -> Claim<'_> {
    Claim { token, now, lease_until, limit }
}

async fn present(store: &dyn JobStore, number: u8) -> JobRecord {
    store.load(record(number).job()).await.unwrap().unwrap()
}

async fn put_to_rest(store: &dyn JobStore, number: u8) {
    let mut resting = present(store, number).await;
    resting.due = None;
    store.save(resting, "a save", at(0)).await.unwrap();
}

async fn the_identity_is_made_once(store: &dyn JobStore) {
    let made = store.identity(identity("first")).await.unwrap();
    let again = store.identity(identity("second")).await.unwrap();
    assert_eq!((made.epoch, again.epoch), (Epoch::new("first"), Epoch::new("first")));
}

async fn a_job_is_inserted_once(store: &dyn JobStore) {
    assert!(store.load(record(1).job()).await.unwrap().is_none());
    assert_eq!(store.insert(record(1)).await.unwrap(), Insert::Inserted);
    let mut other = record(1);
    other.body.order.prompt = "another".to_owned();
    assert_eq!(store.insert(other).await.unwrap(), Insert::Known(Box::new(record(1))));
    assert_eq!(present(store, 1).await, record(1));
    put_to_rest(store, 1).await;
}

async fn only_the_version_that_was_read_can_be_replaced(store: &dyn JobStore) {
    store.insert(record(2)).await.unwrap();
    let mut mine = record(2);
    mine.body.state = State::Prepared;
    mine.due = None;
    assert_eq!(store.save(mine.clone(), "a save", at(1)).await.unwrap(), Save::Saved { version: 2 });

    let mut theirs = record(2);
    theirs.body.attempt = 7;
    mine.version = 2;
    assert_eq!(store.save(theirs, "another save", at(1)).await.unwrap(), Save::Conflict(Some(Box::new(mine))));
    assert_eq!(store.save(record(99), "a save", at(1)).await.unwrap(), Save::Conflict(None));
}

async fn a_save_whose_answer_was_lost_may_be_repeated(store: &dyn JobStore) {
    store.insert(record(3)).await.unwrap();
    let mut next = record(3);
    next.body.attempt = 1;
    next.due = None;
    assert_eq!(store.save(next.clone(), "mine", at(1)).await.unwrap(), Save::Saved { version: 2 });
    assert_eq!(store.save(next.clone(), "mine", at(1)).await.unwrap(), Save::Saved { version: 2 });
    // Somebody else who wants the same is not told that it was them.
    assert!(matches!(store.save(next, "theirs", at(1)).await.unwrap(), Save::Conflict(Some(_))));
}

async fn a_task_is_kept_whatever_the_version_and_never_replaced(store: &dyn JobStore) {
    let (job, task) = (record(4).job(), |name: &str| Some(TaskId::new(name)));
    assert_eq!(store.hear(job, task("t"), at(1)).await.unwrap(), Hear::UnknownJob);
    store.insert(record(4)).await.unwrap();
    put_to_rest(store, 4).await;
    assert_eq!(store.hear(job, None, at(8)).await.unwrap(), Hear::Due);
    assert_eq!(store.hear(job, task("t"), at(9)).await.unwrap(), Hear::Due);
    assert_eq!(store.hear(job, task("other"), at(10)).await.unwrap(), Hear::OtherTask);
    let heard = present(store, 4).await;
    assert_eq!((heard.task, heard.due, heard.version), (task("t"), Some(at(10)), 5));

    // A look that began before cannot put the due time off.
    let mut stale = record(4);
    stale.version = 2;
    stale.due = Some(at(999));
    assert!(matches!(store.save(stale, "another save", at(11)).await.unwrap(), Save::Conflict(Some(_))));
    put_to_rest(store, 4).await;
}

async fn due_jobs_are_claimed_once_until_the_lease_ends(store: &dyn JobStore) {
    for number in [5, 6, 7] {
        let mut later = record(number);
        later.due = Some(at(i64::from(number)));
        store.insert(later).await.unwrap();
    }
    let jobs = |claimed: Vec<JobRecord>| claimed.iter().map(JobRecord::job).collect::<Vec<_>>();
    assert_eq!(store.due_backlog(at(6)).await.unwrap(), 2);
    let first = store.claim_due(claim("a", at(6), at(66), 1)).await.unwrap();
    assert_eq!(first.first().and_then(|record| record.due), Some(at(66)));
    assert_eq!(jobs(first), [record(5).job()]);
    // The answer was lost: the same token reads the same claim.
    let again = store.claim_due(claim("a", at(6), at(66), 1)).await.unwrap();
    assert_eq!(jobs(again), [record(5).job()]);
    assert_eq!(jobs(store.claim_due(claim("b", at(6), at(66), 9)).await.unwrap()), [record(6).job()]);
    assert!(store.claim_due(claim("c", at(6), at(66), 9)).await.unwrap().is_empty());
    // The first holder finishes, the second dies.
    put_to_rest(store, 5).await;
    let after_the_lease = store.claim_due(claim("d", at(66), at(99), 9)).await.unwrap();
    assert_eq!(jobs(after_the_lease), [record(6).job(), record(7).job()]);
    put_to_rest(store, 6).await;
    put_to_rest(store, 7).await;
    assert_eq!(store.due_backlog(at(9999)).await.unwrap(), 0);
}

async fn an_unreported_change_is_handed_out_until_it_is_settled(store: &dyn JobStore) {
    let job = record(8).job();
    store.insert(record(8)).await.unwrap();
    store.ask_report(job, at(1)).await.unwrap();
    assert!(
        store.claim_unreported(claim("r0", at(1), at(31), 9)).await.unwrap().is_empty(),
        "nothing to tell of a new job"
    );

    let mut running = record(8);
    running.body.state = State::Running { since: at(1) };
    running.unreported = true;
    store.save(running.clone(), "a save", at(1)).await.unwrap();
    let told = store.claim_unreported(claim("r1", at(1), at(31), 9)).await.unwrap();
    assert_eq!(told.iter().map(|record| (record.job(), record.version)).collect::<Vec<_>>(), [(job, 2)]);
    assert!(store.claim_unreported(claim("r2", at(2), at(32), 9)).await.unwrap().is_empty());

    // It changes before the report is settled, without anything new to tell: the report stays owed.
    running.version = 2;
    running.unreported = false;
    running.due = None;
    store.save(running, "another save", at(3)).await.unwrap();
    assert_eq!(store.reported(job, 2).await.unwrap(), Reported::Changed);
    assert_eq!(store.claim_unreported(claim("r3", at(40), at(70), 9)).await.unwrap().len(), 1);
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Settled);
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Settled);
    assert!(!present(store, 8).await.unreported);

    store.ask_report(job, at(80)).await.unwrap();
    assert!(present(store, 8).await.unreported);
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Settled);
}

async fn permits_keep_to_the_rate(store: &dyn JobStore) {
    let rate = Rate { burst: 10, every: Duration::from_secs(1) };
    let mut granted = Vec::new();
    for tenth in 0..600 {
        let now = at(0).checked_add(SignedDuration::from_millis(tenth * 100)).unwrap();
        match store.take_permit("account", rate, now).await.unwrap() {
            Permit::Granted => granted.push(tenth),
            Permit::Wait { until } => assert!(until > now),
        }
    }
    assert_eq!(granted.iter().filter(|tenth| **tenth < 10).count(), 10);
    let busiest =
        granted.iter().map(|start| granted.iter().filter(|t| (*start..start + 100).contains(*t)).count()).max();
    assert!(busiest <= Some(20), "{busiest:?} permits within 10 s");
    assert_eq!(store.take_permit("another account", rate, at(0)).await.unwrap(), Permit::Granted);
}

async fn willingness_tells_news_from_repeats(store: &dyn JobStore) {
    assert_eq!(store.willingness("account").await.unwrap(), None);
    let broke = Some(BlockReason::OutOfFunds);
    let Noted::Changed(first) = store.note_willingness("account", broke, at(1)).await.unwrap() else {
        panic!("the first note is news");
    };
    assert_eq!((first.blocked, first.since), (broke, at(1)));
    assert_eq!(store.note_willingness("account", broke, at(2)).await.unwrap(), Noted::Same(first));
    assert!(matches!(store.note_willingness("account", None, at(3)).await.unwrap(), Noted::Changed(_)));
    assert_eq!(store.willingness("account").await.unwrap().map(|w| (w.blocked, w.since)), Some((None, at(3))));
}

async fn what_ended_and_was_told_is_forgotten(store: &dyn JobStore) {
    let ended = |number, unreported| {
        let mut ended = record(number);
        ended.body.state = State::Failed { at: at(1), reason: FailureReason::Policy };
        ended.due = None;
        ended.unreported = unreported;
        ended
    };
    store.insert(ended(20, false)).await.unwrap();
    store.insert(ended(21, true)).await.unwrap();
    assert_eq!(store.forget(at(1), 100).await.unwrap(), 0);
    assert_eq!(store.forget(at(2), 100).await.unwrap(), 1);
    assert!(store.load(record(20).job()).await.unwrap().is_none());
    assert!(store.load(record(21).job()).await.unwrap().is_some());
}
