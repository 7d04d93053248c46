//! Claims of due jobs and of unreported ones.

use std::collections::BTreeSet;

use shared::job::JobId;

use super::{at, claim, present, put_to_rest, record};
use crate::job_store::{JobRecord, JobStore, Reported, State};

pub(super) async fn hold(store: &dyn JobStore) {
    due_jobs_are_claimed_once_until_the_lease_ends(store).await;
    an_unreported_change_is_handed_out_until_it_is_settled(store).await;
}

async fn due_jobs_are_claimed_once_until_the_lease_ends(store: &dyn JobStore) {
    for number in [5, 6, 7] {
        let mut later = record(number);
        later.due = Some(at(i64::from(number)));
        store.insert(later).await.unwrap();
    }
    let jobs = |claimed: Vec<JobRecord>| claimed.iter().map(JobRecord::job).collect::<BTreeSet<_>>();
    assert_eq!(store.due_backlog(at(6)).await.unwrap(), 2);
    let first = store.claim_due(claim("a", at(6), at(66), 1)).await.unwrap();
    assert_eq!(first.first().and_then(|record| record.due), Some(at(66)));
    assert_eq!(jobs(first), set([5]));
    // The answer was lost: the same token reads the same claim.
    let again = store.claim_due(claim("a", at(6), at(66), 1)).await.unwrap();
    assert_eq!(jobs(again), set([5]));
    assert_eq!(jobs(store.claim_due(claim("b", at(6), at(66), 9)).await.unwrap()), set([6]));
    assert!(store.claim_due(claim("c", at(6), at(66), 9)).await.unwrap().is_empty());
    // The first holder finishes, the second dies.
    put_to_rest(store, 5).await;
    let after_the_lease = store.claim_due(claim("d", at(66), at(99), 9)).await.unwrap();
    assert_eq!(jobs(after_the_lease), set([6, 7]));
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
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Done);
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Done);
    assert!(!present(store, 8).await.unreported);

    store.ask_report(job, at(80)).await.unwrap();
    assert!(present(store, 8).await.unreported);
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Done);
    // A claim that is repeated does not hand out what was asked for again since.
    store.ask_report(job, at(90)).await.unwrap();
    assert_eq!(store.claim_unreported(claim("r4", at(90), at(99), 9)).await.unwrap().len(), 1);
    store.ask_report(job, at(95)).await.unwrap();
    assert!(store.claim_unreported(claim("r4", at(91), at(99), 9)).await.unwrap().is_empty());
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Done);
}

fn set<const N: usize>(numbers: [u8; N]) -> BTreeSet<JobId> {
    numbers.into_iter().map(|number| record(number).job()).collect()
}
