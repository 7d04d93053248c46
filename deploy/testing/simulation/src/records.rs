//! What the workers' store was seen to do: kept from outside, by what it acknowledged. It tells the world when somebody
//! has to look, and holds the rules about records, rights and reports.

use std::collections::BTreeMap;

use jiff::Timestamp;
use shared::job::{JobId, KeyName, TaskId, WorkerMessageBody};
use worker::job_store::{Claim, JobRecord, State};

use crate::backend::BackendState;
use crate::coverage::Met;

/// See the module. Cloned with a copy of the store.
#[derive(Debug, Clone, Default)]
pub(crate) struct Records {
    known: BTreeMap<JobId, Known>,
    /// Rights to submit that were saved: kept when the store is lost, as whoever took one still has it.
    rights: BTreeMap<JobId, Vec<Right>>,
    /// Which life of the store this is.
    pub(crate) life: u32,
}

#[derive(Debug, Clone)]
struct Known {
    state: &'static str,
    /// In which life of the store it was admitted.
    life: u32,
    /// Since when somebody has had the right to submit.
    right_since: Option<Timestamp>,
    version: u64,
    /// The token of the last save.
    saved_by: Option<String>,
    task: Option<TaskId>,
    due: Option<Timestamp>,
    /// From when on a report is owed.
    owed: Option<Timestamp>,
    /// The version of which the bot was told last.
    told: Option<u64>,
    /// Who claimed it, at which version, and when by the claim itself, which may have been long on its way.
    claim: Option<(u64, u64, Timestamp)>,
}

/// A right to submit, once.
#[derive(Debug, Clone)]
pub(crate) struct Right {
    /// The step that saved it.
    task: u64,
    used: bool,
    pub(crate) since: Timestamp,
    pub(crate) submit_before: Timestamp,
    /// The life of the store that it is in.
    pub(crate) life: u32,
    /// Whether the job was admitted in that life.
    pub(crate) is_of_this_life: bool,
    /// The key that the record names.
    pub(crate) key: Option<KeyName>,
}

/// No look is handed to a second worker within this time.
const LOOK_LEASE_SECONDS: i64 = 90;

impl Records {
    /// When somebody must look at a job, at the earliest.
    pub(crate) fn next_due(&self) -> Option<Timestamp> {
        self.known.values().filter_map(|known| known.due).min()
    }

    /// When the bot must be told something, at the earliest.
    pub(crate) fn next_report(&self) -> Option<Timestamp> {
        self.known.values().filter_map(|known| known.owed).min()
    }

    pub(crate) fn has_task(&self, job: JobId) -> bool {
        self.known.get(&job).is_some_and(|known| known.task.is_some())
    }

    /// The store was emptied or put back to a copy.
    pub(crate) fn become_like(&mut self, copy: Self) {
        self.known = copy.known;
        self.begin_life();
    }

    /// The store has lost what it had not synced.
    pub(crate) fn lose_power(&mut self, synced: Self) {
        self.known = synced.known;
    }

    /// The store has a new epoch, and all that it has kept.
    pub(crate) const fn begin_life(&mut self) {
        self.life += 1;
    }

    pub(crate) fn use_right(&mut self, job: JobId, task: u64) -> Option<Right> {
        let right = self.rights.get_mut(&job)?.iter_mut().rfind(|right| right.task == task && !right.used)?;
        right.used = true;
        Some(right.clone())
    }
}

impl BackendState {
    /// The store has taken an order.
    pub(crate) fn inserted(&mut self, record: &JobRecord) {
        let state = record.body.state.as_str();
        self.meet(Met::Step("-", state));
        let known = Known {
            state,
            life: self.records.life,
            right_since: None,
            version: 1,
            saved_by: None,
            task: record.task.clone(),
            due: record.due,
            owed: record.unreported.then_some(self.now),
            told: None,
            claim: None,
        };
        self.records.known.insert(record.job(), known);
    }

    /// The store has taken a change.
    pub(crate) fn saved(&mut self, record: &JobRecord, token: &str) {
        let (job, now) = (record.job(), self.now);
        let Some(known) = self.records.known.get_mut(&job) else { return };
        if known.version == record.version + 1 && known.saved_by.as_deref() == Some(token) {
            return; // The answer was lost, and the save repeated.
        }
        let before = known.clone();
        known.saved_by = Some(token.to_owned());
        known.state = record.body.state.as_str();
        known.version = record.version + 1;
        known.due = record.due;
        known.task.clone_from(&record.task);
        known.claim = None;
        if record.unreported {
            known.owed = Some(now);
        }
        let is_new_end = before.state != known.state && record.body.state.ended_at().is_some();
        self.ensure(before.version == record.version, "a change is made to the newest version only", || {
            format!("{job}: version {} over {}", record.version, before.version)
        });
        self.ensure(before.task.is_none() || before.task == record.task, "a job keeps its task", || {
            format!("{job}: {:?}, then {:?}", before.task, record.task)
        });
        self.ensure(!is_new_end || record.unreported, "every end is to be told", || format!("{job}"));
        if before.state != record.body.state.as_str() {
            self.meet(Met::Step(before.state, record.body.state.as_str()));
        }
        if let State::Submitting { since, lease_until } = record.body.state
            && lease_until > since
            && before.right_since != Some(since)
        {
            let is_of_this_life = before.life == self.records.life;
            let right = Right {
                task: self.current.task,
                used: false,
                since,
                submit_before: record.body.order.submit_before,
                life: self.records.life,
                is_of_this_life,
                key: record.body.key.clone(),
            };
            if let Some(known) = self.records.known.get_mut(&job) {
                known.right_since = Some(since);
            }
            self.records.rights.entry(job).or_default().push(right);
        }
    }

    /// The store has heard of a task, or that it is time to look.
    pub(crate) fn learned_task(&mut self, job: JobId, task: Option<&TaskId>) {
        let now = self.now;
        if let Some(known) = self.records.known.get_mut(&job) {
            known.version += 1;
            known.saved_by = None;
            known.due = Some(now);
            known.claim = None;
            known.task = known.task.take().or_else(|| task.cloned());
        }
    }

    /// The store has handed jobs out to be looked at.
    pub(crate) fn claimed(&mut self, records: &[JobRecord], claim: Claim<'_>) {
        let (now, task) = (self.now, self.current.task);
        for record in records {
            let Some(known) = self.records.known.get_mut(&record.job()) else { continue };
            known.due = Some(claim.lease_until);
            let before = known.claim.replace((task, record.version, claim.now));
            let is_early = before.is_some_and(|(other, version, at)| {
                other != task && version == record.version && now.duration_since(at).as_secs() < LOOK_LEASE_SECONDS
            });
            self.ensure(!is_early, "a job that was handed out is left alone while its lease lasts", || {
                format!("{} at {now}: {before:?}", record.job())
            });
        }
    }

    /// The store has handed jobs out to be told of.
    pub(crate) fn claimed_reports(&mut self, records: &[JobRecord], lease_until: Timestamp) {
        for record in records {
            if let Some(known) = self.records.known.get_mut(&record.job()) {
                known.owed = Some(lease_until);
            }
        }
    }

    /// An order came again: the bot wants to hear of its job, and may know a task.
    pub(crate) fn came_again(&mut self, record: &JobRecord) {
        let (job, now) = (record.job(), self.now);
        let Some(known) = self.records.known.get_mut(&job) else { return };
        if has_news(known.state) {
            known.owed = Some(now);
        }
        if known.task.is_none() && record.task.is_some() {
            self.learned_task(job, record.task.as_ref());
        }
    }

    /// The queue has taken a message.
    pub(crate) fn published(&mut self, body: &WorkerMessageBody, version: Option<u64>) {
        let WorkerMessageBody::Job(event) = body else { return };
        if let Some(known) = self.records.known.get_mut(&event.job) {
            known.told = known.told.max(version);
        }
    }

    /// The store counts a report as made.
    pub(crate) fn reported(&mut self, job: JobId, version: u64) {
        let Some(known) = self.records.known.get_mut(&job) else { return };
        known.owed = None;
        let (told, state) = (known.told, known.state);
        // A lost answer that came after all may have taken back what there was to tell.
        let is_told = told.is_some_and(|told| told >= version) || !has_news(state);
        self.ensure(is_told, "nothing counts as told before it is published", || {
            format!("{job}: version {version}, {state}, told {told:?}")
        });
    }
}

/// Whether the bot has something to hear of a job in this state.
fn has_news(state: &str) -> bool {
    matches!(state, "unconfirmed" | "running" | "succeeded" | "failed")
}
