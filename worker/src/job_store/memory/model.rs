//! A job store in plain words. Moments are kept in milliseconds, as the real stores do.

use std::collections::BTreeMap;

use jiff::Timestamp;
use shared::job::{JobId, TaskId};

use crate::job_store::account::Account;
use crate::job_store::{
    Claim, Claimable, Claimed, Insert, JobRecord, Permit, PermitRequest, ProviderStatus, Recorded, Reported, Save,
    Sighting, State,
};

/// See the port's methods of the same names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    jobs: BTreeMap<JobId, Kept>,
    accounts: BTreeMap<String, Account>,
    changes: u64,
}

#[derive(Debug, Clone)]
struct Kept {
    record: JobRecord,
    saved_by: Option<String>,
    due_claim: Option<String>,
    report_due: Option<Timestamp>,
    report_claim: Option<String>,
}

impl Kept {
    fn seen(&self) -> JobRecord {
        JobRecord { unreported: self.report_due.is_some(), ..self.record.clone() }
    }

    fn claim(&self, of: Claimable) -> (Option<Timestamp>, Option<&String>) {
        match of {
            Claimable::Due => (self.record.due, self.due_claim.as_ref()),
            Claimable::Unreported => (self.report_due, self.report_claim.as_ref()),
        }
    }
}

impl Model {
    /// How many changes there were.
    pub(crate) const fn changes(&self) -> u64 {
        self.changes
    }

    pub(crate) fn insert(&mut self, record: JobRecord, now: Timestamp) -> Insert {
        let job = record.job();
        if self.jobs.contains_key(&job) {
            self.tell_again(job, record.task, now);
            return Insert::Known;
        }
        self.changes += 1;
        let report_due = record.unreported.then_some(Timestamp::UNIX_EPOCH);
        let record = JobRecord { version: 1, due: record.due.map(whole_millis), ..record };
        self.jobs.insert(job, Kept { record, saved_by: None, due_claim: None, report_due, report_claim: None });
        Insert::Inserted
    }

    fn tell_again(&mut self, job: JobId, task: Option<TaskId>, now: Timestamp) {
        let Some(kept) = self.jobs.get_mut(&job) else { return };
        if !matches!(kept.record.body.state, State::New | State::Prepared | State::Submitting { .. }) {
            self.changes += 1;
            kept.report_due = Some(whole_millis(now));
            kept.report_claim = None;
        }
        if kept.record.task.is_none() && task.is_some() {
            self.record_callback(job, task, now);
        }
    }

    pub(crate) fn has_a_task(&self, job: JobId) -> bool {
        self.jobs.get(&job).is_some_and(|kept| kept.record.task.is_some())
    }

    pub(crate) fn load(&self, job: JobId) -> Option<JobRecord> {
        self.jobs.get(&job).map(Kept::seen)
    }

    pub(crate) fn save(&mut self, record: JobRecord, token: &str, now: Timestamp) -> Save {
        let Some(kept) = self.jobs.get_mut(&record.job()) else {
            return Save::Conflict(None);
        };
        let version = record.version + 1;
        if kept.record.version == version && kept.saved_by.as_deref() == Some(token) {
            return Save::Saved { version };
        }
        if kept.record.version != record.version {
            return Save::Conflict(Some(Box::new(kept.seen())));
        }
        self.changes += 1;
        if record.unreported {
            kept.report_due = Some(whole_millis(now));
            kept.report_claim = None;
        }
        kept.record = JobRecord { version, due: record.due.map(whole_millis), ..record };
        kept.saved_by = Some(token.to_owned());
        kept.due_claim = None;
        Save::Saved { version }
    }

    pub(crate) fn record_callback(&mut self, job: JobId, task: Option<TaskId>, now: Timestamp) -> Recorded {
        let Some(kept) = self.jobs.get_mut(&job) else {
            return Recorded::UnknownJob;
        };
        self.changes += 1;
        let has_other = task.is_some() && kept.record.task.is_some() && kept.record.task != task;
        kept.record.task = kept.record.task.take().or(task);
        kept.record.version += 1;
        kept.record.due = Some(whole_millis(now));
        kept.due_claim = None;
        kept.saved_by = None;
        if has_other { Recorded::OtherTask } else { Recorded::Due }
    }

    /// Sorted by job.
    pub(crate) fn claim(&mut self, claim: Claim<'_>) -> Claimed {
        let of = claim.of;
        let is_waiting = |kept: &&Kept| kept.claim(of).0.is_some_and(|due| due <= claim.now);
        let waiting = self.jobs.values().filter(is_waiting).count() as u64;
        let again = self.claimed(of, claim.token);
        if !again.is_empty() {
            return Claimed { records: again, waiting, next: self.next(of) };
        }
        let due =
            |(job, kept): (&JobId, &Kept)| kept.claim(of).0.filter(|due| *due <= claim.now).map(|due| (due, *job));
        let mut found: Vec<(Timestamp, JobId)> = self.jobs.iter().filter_map(due).collect();
        found.sort();
        if !found.is_empty() {
            self.changes += 1;
        }
        for (_due, job) in found.into_iter().take(claim.limit) {
            let Some(kept) = self.jobs.get_mut(&job) else { continue };
            let (until, token) = (Some(whole_millis(claim.lease_until)), Some(claim.token.to_owned()));
            match of {
                Claimable::Due => (kept.record.due, kept.due_claim) = (until, token),
                Claimable::Unreported => (kept.report_due, kept.report_claim) = (until, token),
            }
        }
        Claimed { records: self.claimed(of, claim.token), waiting, next: self.next(of) }
    }

    /// When the next job can be claimed.
    fn next(&self, of: Claimable) -> Option<Timestamp> {
        self.jobs.values().filter_map(|kept| kept.claim(of).0).min()
    }

    pub(crate) fn reported(&mut self, job: JobId, version: u64) -> Reported {
        match self.jobs.get_mut(&job) {
            Some(kept) if kept.report_due.is_some() && kept.record.version != version => Reported::Changed,
            Some(kept) if kept.report_due.is_some() => {
                self.changes += 1;
                kept.report_due = None;
                kept.report_claim = None;
                Reported::Done
            }
            Some(_) | None => Reported::Done,
        }
    }

    pub(crate) fn take_permit(&mut self, account: &str, request: PermitRequest, now: Timestamp) -> Permit {
        self.account(account, |kept| kept.take_permit(request, now.as_millisecond()))
    }

    pub(crate) fn provider_status(&mut self, account: &str, seen: Sighting, now: Timestamp) -> ProviderStatus {
        self.account(account, |kept| kept.note(seen, now.as_millisecond()))
    }

    fn account<T>(&mut self, account: &str, work: impl FnOnce(&mut Account) -> T) -> T {
        let kept = self.accounts.entry(account.to_owned()).or_default();
        let before = *kept;
        let answer = work(kept);
        self.changes += u64::from(*kept != before);
        answer
    }

    pub(crate) fn forget(&mut self, ended_before: Timestamp, limit: usize) -> u64 {
        let rests = |kept: &Kept| {
            let ended = kept.record.body.state.ended_at().is_some_and(|at| whole_millis(at) < ended_before);
            ended && kept.record.due.is_none() && kept.report_due.is_none()
        };
        let such: Vec<JobId> =
            self.jobs.iter().filter(|(_job, kept)| rests(kept)).map(|(job, _kept)| *job).take(limit).collect();
        if !such.is_empty() {
            self.changes += 1;
        }
        such.iter().for_each(|job| drop(self.jobs.remove(job)));
        such.len() as u64
    }

    fn claimed(&self, of: Claimable, token: &str) -> Vec<JobRecord> {
        let is_claimed = |kept: &&Kept| kept.claim(of).1.is_some_and(|claim| claim == token);
        self.jobs.values().filter(is_claimed).map(Kept::seen).collect()
    }
}

/// As the real stores keep a moment.
fn whole_millis(at: Timestamp) -> Timestamp {
    moment(at.as_millisecond())
}

fn moment(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}
