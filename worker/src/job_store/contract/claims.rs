//! Claims of due jobs and of unreported ones.

use std::collections::BTreeSet;

use shared::job::JobId;

use super::{at, claim, comes_again, present, put_to_rest, record, reports};
use crate::job_store::{Claimed, JobRecord, JobStore, Reported, State};

pub(super) async fn hold(store: &dyn JobStore) {
    due_jobs_are_claimed_once_until_the_lease_ends(store).await;
    an_unreported_change_is_handed_out_until_it_is_settled(store).await;
}

async fn due_jobs_are_claimed_once_until_the_lease_ends(store: &dyn JobStore) {
    for number in [5, 6, 7] {
        let mut later = record(number);
        later.due = Some(at(i64::from(number)));
        store.insert(later, at(0)).await.unwrap();
    }
    let jobs = |claimed: Claimed| claimed.records.iter().map(JobRecord::job).collect::<BTreeSet<_>>();
    let nothing = store.claim(claim("0", at(0), at(60), 1)).await.unwrap();
    assert_eq!((nothing.waiting, nothing.next), (0, Some(at(5))));
    let first = store.claim(claim("a", at(6), at(66), 1)).await.unwrap();
    assert_eq!(first.next, Some(at(6)), "one was left over");
    assert_eq!((first.waiting, first.records.first().and_then(|record| record.due)), (2, Some(at(66))));
    assert_eq!(jobs(first), set([5]));
    // The answer was lost: the same token reads the same claim.
    let again = store.claim(claim("a", at(6), at(66), 1)).await.unwrap();
    assert_eq!(jobs(again), set([5]));
    assert_eq!(jobs(store.claim(claim("b", at(6), at(66), 9)).await.unwrap()), set([6]));
    let held = store.claim(claim("c", at(6), at(66), 9)).await.unwrap();
    assert_eq!((held.records.len(), held.next), (0, Some(at(7))));
    // The first holder finishes, the second dies.
    put_to_rest(store, 5).await;
    let after_the_lease = store.claim(claim("d", at(66), at(99), 9)).await.unwrap();
    assert_eq!(jobs(after_the_lease), set([6, 7]));
    put_to_rest(store, 6).await;
    put_to_rest(store, 7).await;
    let none = store.claim(claim("e", at(9999), at(9999), 9)).await.unwrap();
    assert_eq!((none.records.len(), none.waiting, none.next), (0, 0, None));
}

async fn an_unreported_change_is_handed_out_until_it_is_settled(store: &dyn JobStore) {
    let job = record(8).job();
    store.insert(record(8), at(0)).await.unwrap();
    comes_again(store, 8, at(1)).await;
    assert!(
        store.claim(reports("r0", at(1), at(31))).await.unwrap().records.is_empty(),
        "nothing to tell of a new job"
    );

    let mut running = record(8);
    running.body.state = State::Running { since: at(1) };
    running.unreported = true;
    store.save(running.clone(), "a save", at(1)).await.unwrap();
    let told = store.claim(reports("r1", at(1), at(31))).await.unwrap().records;
    assert_eq!(told.iter().map(|record| (record.job(), record.version)).collect::<Vec<_>>(), [(job, 2)]);
    assert!(store.claim(reports("r2", at(2), at(32))).await.unwrap().records.is_empty());

    // It changes before the report is settled, without anything new to tell: the report stays owed.
    running.version = 2;
    running.unreported = false;
    running.due = None;
    store.save(running, "another save", at(3)).await.unwrap();
    assert_eq!(store.reported(job, 2).await.unwrap(), Reported::Changed);
    assert_eq!(store.claim(reports("r3", at(40), at(70))).await.unwrap().records.len(), 1);
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Done);
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Done);
    assert!(!present(store, 8).await.unreported);

    comes_again(store, 8, at(80)).await;
    assert!(present(store, 8).await.unreported);
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Done);
    // A claim that is repeated does not hand out what was asked for again since.
    comes_again(store, 8, at(90)).await;
    assert_eq!(store.claim(reports("r4", at(90), at(99))).await.unwrap().records.len(), 1);
    comes_again(store, 8, at(95)).await;
    assert!(store.claim(reports("r4", at(91), at(99))).await.unwrap().records.is_empty());
    assert_eq!(store.reported(job, 3).await.unwrap(), Reported::Done);
}

fn set<const N: usize>(numbers: [u8; N]) -> BTreeSet<JobId> {
    numbers.into_iter().map(|number| record(number).job()).collect()
}
