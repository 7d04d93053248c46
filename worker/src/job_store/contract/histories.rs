//! Random histories: what a store answers is what the model answers, step by step, and at the end both know the same.
//!
//! Workers read, save with right and stale versions and with repeated tokens; callbacks come; leases end; time goes on and
//! sometimes back. `STORE_HISTORIES` sets how many histories are tried, `STORE_SEED` the first seed; a failure prints its
//! seed and the steps up to it.

use std::fmt::Debug;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};
use shared::job::{BlockReason, FailureReason, JobId, KieCost, TaskId};
use url::Url;

use super::{at, identity, record};
use crate::job_store::memory::Model;
use crate::job_store::{Availability, Claim, Claimable, JobRecord, JobStore, PermitRequest, Rate, Sighting, State};

const STEPS: usize = 120;
const JOBS: u8 = 5;
/// More than the jobs that any history has.
const ALL: usize = 100;
const TOKENS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// Tries histories, each on a store of its own, which `empty` makes together with what it lives on.
pub(crate) async fn go_as_in_the_model<S: JobStore, L, F>(histories: u64, empty: impl Fn() -> F)
where
    F: Future<Output = (L, S)>,
{
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    let first = number("STORE_SEED").unwrap_or_else(|| rand::rng().random_range(0..1_000_000));
    for seed in first..first + number("STORE_HISTORIES").unwrap_or(histories) {
        let (_life, store) = empty().await;
        store.identity(identity("first")).await.unwrap();
        let dice = StdRng::seed_from_u64(seed);
        let mut history = History {
            store: &store,
            model: Model::default(),
            dice,
            now: at(0),
            seen: Vec::new(),
            seed,
            steps: Vec::new(),
        };
        history.run().await;
    }
}

struct History<'a> {
    store: &'a dyn JobStore,
    model: Model,
    dice: StdRng,
    now: Timestamp,
    /// Records that somebody has read, some of them long ago.
    seen: Vec<JobRecord>,
    seed: u64,
    steps: Vec<String>,
}

impl History<'_> {
    async fn run(&mut self) {
        for _ in 0..STEPS {
            let seconds = if self.dice.random_ratio(1, 10) { -200..0 } else { 0..40 };
            self.now += SignedDuration::from_secs(self.dice.random_range(seconds));
            self.step().await;
        }
        for number in 0..JOBS {
            self.load(record(number).job()).await;
        }
    }

    async fn step(&mut self) {
        let (job, now, token) = (record(self.dice.random_range(0..JOBS)).job(), self.now, self.token());
        match self.dice.random_range(0..20) {
            0 | 1 => self.insert().await,
            2 | 3 => self.load(job).await,
            4..=8 => self.save().await,
            9 => {
                let task = self.task();
                self.note(format!("hear {job} {task:?} {now}"));
                let answer = self.store.record_callback(job, task.clone(), now).await.unwrap();
                let expected = self.model.record_callback(job, task, now);
                self.compare(answer, expected);
            }
            10 | 11 | 16 => self.claim(Claimable::Due, token).await,
            12 | 13 => self.claim(Claimable::Unreported, token).await,
            14 => {
                self.insert().await;
                self.load(job).await;
            }
            15 => {
                let version = self.dice.random_range(1..6);
                let version = self.model.load(job).map_or(version, |r| r.version.saturating_sub(version / 4));
                self.note(format!("reported {job} {version}"));
                let answer = self.store.reported(job, version).await.unwrap();
                let expected = self.model.reported(job, version);
                self.compare(answer, expected);
            }
            17 => {
                let rate = Rate { burst: 3, every: Duration::from_secs(20) };
                let cost_credits = self.dice.random_range(1..4);
                let request = PermitRequest { rate, cost_credits, probe_every: SignedDuration::from_secs(60) };
                self.note(format!("take_permit {request:?} {now}"));
                let answer = self.store.take_permit("account", request, now).await.unwrap();
                let expected = self.model.take_permit("account", request, now);
                self.compare(answer, expected);
            }
            18 => self.provider_status().await,
            _ => {
                let ended_before = now - SignedDuration::from_secs(self.dice.random_range(-100..100));
                self.note(format!("forget {ended_before}"));
                let answer = self.store.forget(ended_before, ALL).await.unwrap();
                let expected = self.model.forget(ended_before, ALL);
                self.compare(answer, expected);
            }
        }
    }

    async fn insert(&mut self) {
        let mut new = record(self.dice.random_range(0..JOBS));
        self.vary(&mut new);
        self.note(format!("insert {}", brief(&new)));
        new.task = self.task();
        let answer = self.store.insert(new.clone(), self.now).await.unwrap();
        let expected = self.model.insert(new, self.now);
        self.compare(answer, expected);
    }

    async fn load(&mut self, job: JobId) {
        self.note(format!("load {job}"));
        let answer = self.store.load(job).await.unwrap();
        let expected = self.model.load(job);
        self.seen.extend(expected.clone());
        self.compare(answer, expected);
    }

    /// Mostly what was read last, sometimes what was read long ago, sometimes twice with the same token.
    async fn save(&mut self) {
        let last = self.seen.len().saturating_sub(4);
        let recent = self.seen.get(last..).unwrap_or_default();
        let from = if self.dice.random_ratio(1, 5) { &self.seen } else { recent };
        let Some(mut next) = from.choose(&mut self.dice).cloned() else {
            return;
        };
        self.vary(&mut next);
        let token = self.token();
        for _ in 0..self.dice.random_range(1..=2) {
            self.note(format!("save {token} {} {}", self.now, brief(&next)));
            let answer = self.store.save(next.clone(), token, self.now).await.unwrap();
            let expected = self.model.save(next.clone(), token, self.now);
            self.compare(answer, expected);
        }
    }

    async fn claim(&mut self, of: Claimable, token: &str) {
        let lease_until = self.now + SignedDuration::from_secs(self.dice.random_range(0..90));
        let claim = Claim { of, token, now: self.now, lease_until, limit: self.dice.random_range(1..4) };
        self.note(format!("{claim:?}"));
        let mut answer = self.store.claim(claim).await.unwrap();
        answer.records.sort_by_key(JobRecord::job);
        let expected = self.model.claim(claim);
        self.seen.extend(expected.records.iter().cloned());
        self.compare(answer, expected);
    }

    async fn provider_status(&mut self) {
        let mut availability = || {
            let blocked = *[None, Some(BlockReason::OutOfFunds), Some(BlockReason::KeyLimit)].choose(&mut self.dice)?;
            Some(Availability { blocked, affordable_credits: *[None, Some(2)].choose(&mut self.dice)? })
        };
        let change = availability().zip(availability());
        let seen = Sighting { is_reached: self.dice.random(), change: change.filter(|_| self.dice.random_bool(0.7)) };
        self.note(format!("{seen:?} {}", self.now));
        let answer = self.store.provider_status("account", seen, self.now).await.unwrap();
        let expected = self.model.provider_status("account", seen, self.now);
        self.compare(answer, expected);
    }

    fn vary(&mut self, record: &mut JobRecord) {
        let (now, dice) = (self.now, &mut self.dice);
        record.due = dice.random_bool(0.6).then(|| now + SignedDuration::from_secs(dice.random_range(-50..50)));
        record.unreported = dice.random_bool(0.4);
        record.body.attempt = dice.random_range(0..9);
        record.body.state = match dice.random_range(0..6) {
            0 => State::New,
            1 => State::Prepared,
            2 => State::Submitting { since: now, lease_until: now },
            3 => State::Running { since: now },
            4 => State::Succeeded {
                at: now,
                urls: vec![Url::parse("https://x.example/v.mp4").unwrap()],
                cost: Some(KieCost::from(60)),
            },
            _ => State::Failed { at: now, reason: FailureReason::Timeout },
        };
    }

    fn token(&mut self) -> &'static str {
        TOKENS.choose(&mut self.dice).unwrap()
    }

    fn task(&mut self) -> Option<TaskId> {
        [None, Some("s"), Some("t")].choose(&mut self.dice).unwrap().map(TaskId::new)
    }

    fn note(&mut self, step: String) {
        self.steps.push(step);
    }

    fn compare<T: PartialEq + Debug>(&self, answer: T, expected: T) {
        assert!(
            answer == expected,
            "STORE_SEED={} broke the model:\n{}\nanswered {answer:?}\nexpected {expected:?}",
            self.seed,
            self.steps.join("\n")
        );
    }
}

/// What the steps change of a record.
fn brief(record: &JobRecord) -> String {
    let JobRecord { version, due, unreported, task, body } = record;
    let state = body.state.as_str();
    format!("{} v{version} due {due:?} unreported {unreported} {task:?} {state} attempt {}", record.job(), body.attempt)
}
