//! The keys that the provider is spoken to with: which one a job is submitted by, and which one it belongs to afterwards.
//!
//! A key is an account of its own: it has its balance and its rate, and only it knows its tasks. A job is submitted by one
//! that takes it, by weight. Its name is in the record before the POST leaves, and whatever comes later goes by it. What
//! goes on from an earlier task has no choice.
//!
//! The only key has no name in records and messages: a job without a name is of the first key, or of the one that knows
//! its task.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use shared::job::{JobId, KeyName};

use crate::job_store::{Availability, JobBody, Rate};
use crate::provider::Provider;

/// One of the operator's keys, without the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The operator's name for it, for logs and metrics.
    pub name: KeyName,
    /// Whether the operator has named it, so that jobs name it, too. The only key need not have a name.
    pub is_named: bool,
    /// Its share of new jobs, compared with the others. 0: it takes none, and what it has begun is brought to its end.
    pub weight: u32,
    /// Names the provider's account in the job store: workers with the same key share a rate and a balance. Made of the
    /// key, which it does not tell.
    pub account: String,
    /// How fast tasks are created. The provider allows 20 within 10 s, so the burst and what grows in 10 s are at most 20.
    pub rate: Rate,
}

impl Default for Key {
    /// The only key, at the provider's usual limits.
    fn default() -> Self {
        Self {
            name: KeyName::new("main"),
            is_named: false,
            weight: 1,
            account: "default".to_owned(),
            rate: Rate { burst: 10, every: Duration::from_secs(1) },
        }
    }
}

/// A key, the provider as it is spoken to with it, and what this worker knew of it last.
#[derive(Debug)]
pub(crate) struct KeyInUse {
    pub(crate) key: Key,
    pub(crate) provider: Arc<dyn Provider>,
    known: Mutex<Availability>,
}

impl KeyInUse {
    /// How records and messages name it.
    pub(crate) fn recorded(&self) -> Option<KeyName> {
        self.key.is_named.then(|| self.key.name.clone())
    }

    /// What the store has just said of it.
    pub(crate) fn is_known_as(&self, availability: Availability) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = availability;
    }

    /// Whether it did not take orders of this cost when the store was last asked.
    fn was_off(&self, cost_credits: u32) -> bool {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).is_off(cost_credits)
    }
}

/// All of them, in the operator's order. Never empty.
#[derive(Debug)]
pub(crate) struct Keys {
    keys: Vec<KeyInUse>,
    missing: Mutex<BTreeSet<KeyName>>,
}

impl Keys {
    /// Each key with its provider.
    pub(crate) fn new(keys: Vec<Key>, providers: Vec<Arc<dyn Provider>>) -> anyhow::Result<Self> {
        let is_right = !keys.is_empty() && keys.len() == providers.len();
        anyhow::ensure!(is_right, "there are {} keys and {} ways to the provider", keys.len(), providers.len());
        let in_use = |(key, provider)| KeyInUse { key, provider, known: Mutex::default() };
        Ok(Self { keys: keys.into_iter().zip(providers).map(in_use).collect(), missing: Mutex::default() })
    }

    pub(crate) fn all(&self) -> &[KeyInUse] {
        &self.keys
    }

    /// Whether there is a choice.
    pub(crate) const fn are_several(&self) -> bool {
        self.keys.len() > 1
    }

    /// The keys that new jobs may be submitted by.
    pub(crate) fn of_new_jobs(&self) -> impl Iterator<Item = &KeyInUse> {
        self.keys.iter().filter(|one| one.key.weight > 0)
    }

    /// The job's own key: what it is submitted by, and what its task is asked about with. `None` if that is not known, or
    /// not in the settings.
    pub(crate) fn of(&self, body: &JobBody) -> Option<&KeyInUse> {
        match &body.key {
            Some(name) => self.keys.iter().find(|one| one.key.name == *name),
            None => self.keys.first().filter(|_| !self.are_several()),
        }
    }

    /// The keys that the job may be submitted by, the best first. Empty if it needs one that is not there.
    pub(crate) fn of_submission(&self, body: &JobBody) -> Vec<&KeyInUse> {
        let job = body.order.job;
        if let Some(earlier) = &body.order.follow_up {
            return match &earlier.key {
                Some(name) => self.find(name, job).into_iter().collect(),
                None => self.keys.first().into_iter().collect(),
            };
        }
        let mut ordered = by_weight(self.of_new_jobs().collect(), job);
        // Its images are there already, or it was on its way.
        if let Some(at) = ordered.iter().position(|one| one.recorded() == body.key) {
            let own = ordered.remove(at);
            ordered.insert(0, own);
        }
        ordered
    }

    /// The key that the job's images are uploaded with: the one that will probably take it.
    pub(crate) fn of_upload(&self, body: &JobBody, cost_credits: u32) -> Option<&KeyInUse> {
        let ordered = self.of_submission(body);
        ordered.iter().find(|one| !one.was_off(cost_credits)).or(ordered.first()).copied()
    }

    /// The keys that may know the task of a job of which its own key does not: it may have been renamed, and the name may be
    /// that of an older copy. None for what is ordered by asking.
    pub(crate) fn others(&self, body: &JobBody) -> Vec<&KeyInUse> {
        let own = self.of(body).map(|own| &own.key.name);
        let is_free = body.api.calls_back();
        self.keys.iter().filter(|one| is_free && Some(&one.key.name) != own).collect()
    }

    /// Notes that the job's own key is not there.
    pub(crate) fn miss(&self, body: &JobBody) {
        if let Some(name) = &body.key {
            self.find(name, body.order.job);
        }
    }

    /// The names of keys that jobs needed and that are not there, as far as this worker has met them.
    pub(crate) fn missing(&self) -> Vec<KeyName> {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    fn find(&self, name: &KeyName, job: JobId) -> Option<&KeyInUse> {
        let found = self.keys.iter().find(|one| one.key.name == *name);
        let is_news =
            found.is_none() && self.missing.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone());
        if is_news {
            tracing::error!(
                key = name.as_str(), job.id = %job,
                "jobs need a key that is not in the settings and wait: put it back into KIE_AI_API_KEYS until they have ended, with weight 0"
            );
        }
        found
    }
}

/// The keys in an order that is drawn by weight: the first is each key as often as its weight says. The same for one job
/// each time.
fn by_weight(keys: Vec<&KeyInUse>, job: JobId) -> Vec<&KeyInUse> {
    let mut hasher = DefaultHasher::new();
    job.hash(&mut hasher);
    let mut random = StdRng::seed_from_u64(hasher.finish());
    // The first of several exponential clocks is each as often as its rate says (Efraimidis and Spirakis, 2006).
    let mut drawn: Vec<(f64, &KeyInUse)> =
        keys.into_iter().map(|one| (-(1.0 - random.random::<f64>()).ln() / f64::from(one.key.weight), one)).collect();
    drawn.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    drawn.into_iter().map(|(_, one)| one).collect()
}

#[cfg(test)]
mod tests;
