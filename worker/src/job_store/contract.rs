//! What every job store must do, as one suite that each adapter's tests run, and random histories beside a model.
//!
//! It panics with the broken rule. It wants a store that is empty.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use shared::job::{Epoch, GenerationJob, JobId, ModelId, WIRE_VERSION};

use super::{Claim, Identity, JobBody, JobRecord, JobStore, Renew, State, StoreError};
use crate::kie::Api;

mod account;
mod claims;
pub(crate) mod histories;
mod jobs;

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
                is_result_gone: false,
                epoch: None,
            },
            epoch: Epoch::new("first"),
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
pub(crate) fn at(seconds: i64) -> Timestamp {
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

async fn nothing_is_done_before_the_identity_is_read(store: &dyn JobStore) {
    assert!(matches!(store.insert(record(1)).await, Err(StoreError::Failed(_))));
    assert_eq!(store.renew(Epoch::new("new")).await.unwrap(), Renew::Empty);
}

async fn the_identity_is_made_once(store: &dyn JobStore) {
    let made = store.identity(identity("first")).await.unwrap();
    let again = store.identity(identity("second")).await.unwrap();
    assert_eq!((made.epoch, again.epoch), (Epoch::new("first"), Epoch::new("first")));
}

async fn whoever_works_under_another_epoch_is_refused(store: &dyn JobStore) {
    store.insert(record(90)).await.unwrap();
    assert_eq!(store.renew(Epoch::new("new")).await.unwrap(), Renew::Renewed);
    let (job, rate) = (record(90).job(), account::RATE);
    let refusals = [
        store.identity(identity("third")).await.map(drop),
        store.insert(record(91)).await.map(drop),
        store.load(job).await.map(drop),
        store.save(record(90), "a save", at(1)).await.map(drop),
        store.record_callback(job, None, at(1)).await.map(drop),
        store.claim_due(claim("x", at(1), at(2), 9)).await.map(drop),
        store.due_backlog(at(1)).await.map(drop),
        store.ask_report(job, at(1)).await,
        store.claim_unreported(claim("x", at(1), at(2), 9)).await.map(drop),
        store.reported(job, 1).await.map(drop),
        store.take_permit("account", rate, at(1)).await.map(drop),
        store.note_provider_status("account", None, at(1)).await.map(drop),
        store.provider_status("account").await.map(drop),
        store.forget(at(9999), 9).await.map(drop),
    ];
    for (step, refusal) in refusals.into_iter().enumerate() {
        assert!(matches!(refusal, Err(StoreError::Replaced)), "step {step}: {refusal:?}");
    }
}
