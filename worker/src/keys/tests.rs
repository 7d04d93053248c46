use std::collections::BTreeMap;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use shared::job::{BlockReason, FollowUpKind, FollowUpOf, GenerationJob, TaskId};
use url::Url;

use super::*;
use crate::decide::UploadOutcome;
use crate::decide::histories;
use crate::kie::{Api, CreateError, Fields, QueryError, TaskState};

/// Keys are chosen before anybody is asked.
#[derive(Debug)]
struct Nobody;

impl Provider for Nobody {
    fn transfer<'a>(&'a self, _order: &'a GenerationJob, _image: usize) -> BoxFuture<'a, UploadOutcome> {
        unreachable!()
    }

    fn create<'a>(
        &'a self,
        _api: Api,
        _model: &'a str,
        _fields: Fields,
        _callback_url: Option<&'a Url>,
    ) -> BoxFuture<'a, Result<TaskId, CreateError>> {
        unreachable!()
    }

    fn query<'a>(&'a self, _api: Api, _task: &'a TaskId) -> BoxFuture<'a, Result<TaskState, QueryError>> {
        unreachable!()
    }

    fn credits(&self) -> BoxFuture<'_, Result<f64, QueryError>> {
        unreachable!()
    }
}

fn named(name: &str, weight: u32) -> Key {
    Key { name: KeyName::new(name), is_named: true, weight, account: name.to_owned(), ..Key::default() }
}

fn keys(keys: Vec<Key>) -> Keys {
    let providers = keys.iter().map(|_| -> Arc<dyn Provider> { Arc::new(Nobody) }).collect();
    Keys::new(keys, providers).unwrap()
}

fn body(number: u64) -> JobBody {
    let mut body = histories::record().body;
    let mut random = [0; 10];
    random[..8].copy_from_slice(&number.to_be_bytes());
    body.order.job = JobId::new(Timestamp::UNIX_EPOCH, random);
    body
}

fn names(keys: &[&KeyInUse]) -> Vec<String> {
    keys.iter().map(|one| one.key.name.to_string()).collect()
}

#[test]
fn jobs_are_shared_out_by_weight_and_each_job_has_the_same_order_each_time() {
    let keys = keys(vec![named("a", 6), named("b", 3), named("c", 1), named("old", 0)]);
    let mut firsts: BTreeMap<String, u32> = BTreeMap::new();
    for number in 0..10_000 {
        let ordered = names(&keys.of_submission(&body(number)));
        assert_eq!((ordered.len(), names(&keys.of_submission(&body(number)))), (3, ordered.clone()));
        *firsts.entry(ordered[0].clone()).or_default() += 1;
    }
    let share = |name: &str| firsts[name];
    assert!((5_800..6_200).contains(&share("a")) && (2_800..3_200).contains(&share("b")), "{firsts:?}");
    assert!((850..1_150).contains(&share("c")), "{firsts:?}");
}

#[test]
fn a_job_that_has_begun_with_a_key_goes_on_with_it_if_it_can() {
    let keys = keys(vec![named("a", 1000), named("b", 1)]);
    let mut begun = body(1);
    begun.key = Some(KeyName::new("b"));
    assert_eq!(names(&keys.of_submission(&begun)), ["b", "a"]);
    let empty = Availability { blocked: Some(BlockReason::OutOfFunds), affordable_credits: None };
    keys.all()[1].is_known_as(empty);
    assert_eq!(keys.of_upload(&begun, 60).unwrap().key.name, KeyName::new("a"), "nothing is uploaded for nothing");
    begun.key = Some(KeyName::new("removed"));
    assert_eq!(keys.of_submission(&begun).len(), 2, "nothing was submitted yet");
}

#[test]
fn what_goes_on_from_a_task_goes_by_the_key_of_that_task_even_if_it_takes_nothing_new() {
    let keys = keys(vec![named("a", 1), named("old", 0)]);
    let going_on = |key: Option<&str>| {
        let mut body = body(1);
        let key = key.map(KeyName::new);
        body.order.follow_up = Some(FollowUpOf { kind: FollowUpKind::Extend, task: TaskId::new("t"), key });
        body
    };
    assert_eq!(names(&keys.of_submission(&going_on(Some("old")))), ["old"]);
    assert_eq!(names(&keys.of_submission(&going_on(None))), ["a"], "the first was the only one");
    assert!(keys.of_submission(&going_on(Some("gone"))).is_empty());
    assert_eq!(keys.missing(), [KeyName::new("gone")]);
}

#[test]
fn a_task_is_asked_for_with_its_own_key_and_then_with_the_others() {
    let several = keys(vec![named("a", 1), named("b", 1)]);
    let mut body = body(1);
    assert!(several.of(&body).is_none());
    assert_eq!(names(&several.others(&body)), ["a", "b"]);
    body.key = Some(KeyName::new("b"));
    assert_eq!(
        (names(&[several.of(&body).unwrap()]), names(&several.others(&body))),
        (vec!["b".to_owned()], vec!["a".to_owned()])
    );
    assert!(several.missing().is_empty());
    body.key = Some(KeyName::new("gone"));
    assert!(several.of(&body).is_none());
    several.miss(&body);
    assert_eq!(several.missing(), [KeyName::new("gone")]);
    body.api = Api::Veo4k;
    assert!(several.others(&body).is_empty(), "whoever asks for a finer version orders it");
    let only = keys(vec![Key::default()]);
    body.key = None;
    assert_eq!((only.of(&body).unwrap().recorded(), only.others(&body).len()), (None, 0));
}
