//! Records: made once, replaced by version, given a task, forgotten.

use shared::job::{FailureReason, TaskId};

use super::{at, present, put_to_rest, record};
use crate::job_store::{Insert, JobRecord, JobStore, Recorded, Save, State};

pub(super) async fn hold(store: &dyn JobStore) {
    a_job_is_inserted_once(store).await;
    only_the_version_that_was_read_can_be_replaced(store).await;
    a_save_whose_answer_was_lost_may_be_repeated(store).await;
    a_task_is_kept_whatever_the_version_and_never_replaced(store).await;
    an_order_that_comes_again_may_name_a_task(store).await;
    what_ended_and_was_told_is_forgotten(store).await;
}

async fn a_job_is_inserted_once(store: &dyn JobStore) {
    assert!(store.load(record(1).job()).await.unwrap().is_none());
    assert_eq!(store.insert(record(1), at(0)).await.unwrap(), Insert::Inserted);
    let mut other = record(1);
    other.body.order.prompt = "another".to_owned();
    assert_eq!(store.insert(other, at(0)).await.unwrap(), Insert::Known);
    assert_eq!(present(store, 1).await, record(1));
    put_to_rest(store, 1).await;
}

async fn only_the_version_that_was_read_can_be_replaced(store: &dyn JobStore) {
    store.insert(record(2), at(0)).await.unwrap();
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
    store.insert(record(3), at(0)).await.unwrap();
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
    assert_eq!(store.record_callback(job, task("t"), at(1)).await.unwrap(), Recorded::UnknownJob);
    store.insert(record(4), at(0)).await.unwrap();
    put_to_rest(store, 4).await;
    assert_eq!(store.record_callback(job, None, at(8)).await.unwrap(), Recorded::Due);
    assert_eq!(store.record_callback(job, task("t"), at(9)).await.unwrap(), Recorded::Due);
    assert_eq!(store.record_callback(job, task("other"), at(10)).await.unwrap(), Recorded::OtherTask);
    let heard = present(store, 4).await;
    assert_eq!((heard.task, heard.due, heard.version), (task("t"), Some(at(10)), 5));

    // A look that began before cannot put the due time off.
    let mut stale = record(4);
    stale.version = 2;
    stale.due = Some(at(999));
    assert!(matches!(store.save(stale, "another save", at(11)).await.unwrap(), Save::Conflict(Some(_))));
    put_to_rest(store, 4).await;
}

async fn an_order_that_comes_again_may_name_a_task(store: &dyn JobStore) {
    store.insert(record(22), at(0)).await.unwrap();
    put_to_rest(store, 22).await;
    for (name, seconds) in [("t", 5), ("other", 7)] {
        let again = JobRecord { task: Some(TaskId::new(name)), ..record(22) };
        assert_eq!(store.insert(again, at(seconds)).await.unwrap(), Insert::Known);
        let known = present(store, 22).await;
        assert_eq!((known.task, known.due, known.version), (Some(TaskId::new("t")), Some(at(5)), 3));
        assert!(!known.unreported, "there is nothing to tell of it yet");
    }
    put_to_rest(store, 22).await;
}

async fn what_ended_and_was_told_is_forgotten(store: &dyn JobStore) {
    let ended = |number, unreported| {
        let mut ended = record(number);
        ended.body.state = State::Failed { at: at(1), reason: FailureReason::Policy };
        ended.due = None;
        ended.unreported = unreported;
        ended
    };
    store.insert(ended(20, false), at(0)).await.unwrap();
    store.insert(ended(21, true), at(0)).await.unwrap();
    assert_eq!(store.forget(at(1), 100).await.unwrap(), 0);
    assert_eq!(store.forget(at(2), 100).await.unwrap(), 1);
    assert!(store.load(record(20).job()).await.unwrap().is_none());
    assert!(store.load(record(21).job()).await.unwrap().is_some());
    store.reported(record(21).job(), 1).await.unwrap();
    assert_eq!(store.forget(at(2), 100).await.unwrap(), 1);
}
