//! What every job store must do, as one suite that each adapter's tests run, and random histories beside a model.
//!
//! It panics with the broken rule. It wants a store that is empty.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use shared::job::{Epoch, GenerationJob, JobId, ModelId, WIRE_VERSION};

use super::{
    Claim, Claimable, Identity, Insert, JobBody, JobRecord, JobStore, RECORD_VERSION, Renew, Sighting, State,
    StoreError,
};
use crate::kie::Api;

mod account;
mod claims;
pub(crate) mod histories;
mod jobs;

pub(crate) use account::REQUEST;

/// Runs the whole suite on an empty store. The store is not usable afterwards.
pub(crate) async fn holds(store: &dyn JobStore) {
    nothing_is_done_before_the_identity_is_read(store).await;
    the_identity_is_made_once(store).await;
    jobs::hold(store).await;
    claims::hold(store).await;
    account::hold(store).await;
    whoever_works_under_another_epoch_is_refused(store).await;
}

/// An identity named so.
pub(crate) fn identity(name: &str) -> Identity {
    Identity { epoch: Epoch::new(name), callback_secret: name.into() }
}

/// A new job, due at second 0. Different numbers are different jobs.
pub(crate) fn record(number: u8) -> JobRecord {
    JobRecord {
        version: 1,
        due: Some(at(0)),
        unreported: false,
        task: None,
        body: JobBody {
            version: RECORD_VERSION,
            order: GenerationJob {
                version: WIRE_VERSION,
                job: JobId::new(at(0), [number; 10]),
                model: ModelId::new("veo3-fast"),
                prompt: "a fox".to_owned(),
                options: BTreeMap::new(),
                images: Vec::new(),
                image_use: Default::default(),
                follow_up: None,
                submit_before: at(3600),
                task: None,
                key: None,
                published_before: false,
                is_result_gone: false,
                epoch: None,
                other: serde_json::Map::new(),
            },
            epoch: Epoch::new("first"),
            api: Api::Veo,
            key: None,
            render_seconds_max: 900,
            render_seconds_usual: Some(300),
            state: State::New,
            attempt: 0,
            uploads: Vec::new(),
            failures: 0,
            put_off: 0,
            odd_since: None,
            other: serde_json::Map::new(),
        },
    }
}

/// Seconds after the beginning of the suite's time.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000).unwrap().checked_add(SignedDuration::from_secs(seconds)).unwrap()
}

pub(crate) const fn claim(token: &str, now: Timestamp, lease_until: Timestamp, limit: usize) -> Claim<'_> {
    Claim { of: Claimable::Due, token, now, lease_until, limit }
}

const fn reports(token: &str, now: Timestamp, lease_until: Timestamp) -> Claim<'_> {
    Claim { of: Claimable::Unreported, token, now, lease_until, limit: 9 }
}

async fn present(store: &dyn JobStore, number: u8) -> JobRecord {
    store.load(record(number).job()).await.unwrap().unwrap()
}

async fn put_to_rest(store: &dyn JobStore, number: u8) {
    let mut resting = present(store, number).await;
    resting.due = None;
    store.save(resting, "a save", at(0)).await.unwrap();
}

/// The order of a known job comes from the queue again.
async fn comes_again(store: &dyn JobStore, number: u8, now: Timestamp) {
    assert_eq!(store.insert(record(number), now).await.unwrap(), Insert::Known);
}

async fn nothing_is_done_before_the_identity_is_read(store: &dyn JobStore) {
    assert!(matches!(store.insert(record(1), at(0)).await, Err(StoreError::Failed(_))));
    assert_eq!(store.renew(Epoch::new("new")).await.unwrap(), Renew::Empty);
}

async fn the_identity_is_made_once(store: &dyn JobStore) {
    let made = store.identity(identity("first")).await.unwrap();
    let again = store.identity(identity("second")).await.unwrap();
    assert_eq!((made.epoch, again.epoch), (Epoch::new("first"), Epoch::new("first")));
}

async fn whoever_works_under_another_epoch_is_refused(store: &dyn JobStore) {
    store.insert(record(90), at(0)).await.unwrap();
    assert_eq!(store.renew(Epoch::new("new")).await.unwrap(), Renew::Renewed);
    let job = record(90).job();
    let refusals = [
        store.identity(identity("third")).await.map(drop),
        store.insert(record(91), at(0)).await.map(drop),
        store.load(job).await.map(drop),
        store.save(record(90), "a save", at(1)).await.map(drop),
        store.record_callback(job, None, at(1)).await.map(drop),
        store.claim(claim("x", at(1), at(2), 9)).await.map(drop),
        store.claim(reports("x", at(1), at(2))).await.map(drop),
        store.reported(job, 1).await.map(drop),
        store.take_permit("account", REQUEST, at(1)).await.map(drop),
        store.provider_status("account", Sighting { is_reached: true, change: None }, at(1)).await.map(drop),
        store.forget(at(9999), 9).await.map(drop),
    ];
    for (step, refusal) in refusals.into_iter().enumerate() {
        assert!(matches!(refusal, Err(StoreError::Replaced)), "step {step}: {refusal:?}");
    }
}
