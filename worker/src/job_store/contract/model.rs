//! A job store in plain words, to compare the real ones with.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use shared::job::{BlockReason, JobId, TaskId};

use crate::job_store::{Claim, Hear, Insert, JobRecord, Noted, Permit, Rate, Reported, Save, State, Willingness};

/// See the port's methods of the same names.
#[derive(Debug, Default)]
pub(super) struct Model {
    jobs: BTreeMap<JobId, Kept>,
    permits: BTreeMap<String, Timestamp>,
    willingness: BTreeMap<String, Willingness>,
}

#[derive(Debug, Clone)]
struct Kept {
    record: JobRecord,
    saved_by: Option<String>,
    due_claim: Option<String>,
    report_due: Option<Timestamp>,
    report_claim: Option<String>,
}

/// Which of the two kinds of claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Due,
    Unreported,
}

impl Kept {
    fn seen(&self) -> JobRecord {
        JobRecord { unreported: self.report_due.is_some(), ..self.record.clone() }
    }

    fn claim(&self, of: Of) -> (Option<Timestamp>, Option<&String>) {
        match of {
            Of::Due => (self.record.due, self.due_claim.as_ref()),
            Of::Unreported => (self.report_due, self.report_claim.as_ref()),
        }
    }
}

impl Model {
    pub(super) fn insert(&mut self, record: JobRecord) -> Insert {
        if let Some(known) = self.jobs.get(&record.job()) {
            return Insert::Known(Box::new(known.seen()));
        }
        let report_due = record.unreported.then_some(Timestamp::UNIX_EPOCH);
        let record = JobRecord { version: 1, ..record };
        let kept = Kept { record, saved_by: None, due_claim: None, report_due, report_claim: None };
        self.jobs.insert(kept.record.job(), kept);
        Insert::Inserted
    }

    pub(super) fn load(&self, job: JobId) -> Option<JobRecord> {
        self.jobs.get(&job).map(Kept::seen)
    }

    pub(super) fn save(&mut self, record: JobRecord, token: &str, now: Timestamp) -> Save {
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
        if record.unreported {
            kept.report_due = Some(now);
            kept.report_claim = None;
        }
        kept.record = JobRecord { version, ..record };
        kept.saved_by = Some(token.to_owned());
        kept.due_claim = None;
        Save::Saved { version }
    }

    pub(super) fn hear(&mut self, job: JobId, task: Option<TaskId>, now: Timestamp) -> Hear {
        let Some(kept) = self.jobs.get_mut(&job) else {
            return Hear::UnknownJob;
        };
        let has_other = task.is_some() && kept.record.task.is_some() && kept.record.task != task;
        kept.record.task = kept.record.task.take().or(task);
        kept.record.version += 1;
        kept.record.due = Some(now);
        kept.due_claim = None;
        kept.saved_by = None;
        if has_other { Hear::OtherTask } else { Hear::Due }
    }

    /// Sorted by job.
    pub(super) fn claim(&mut self, of: Of, claim: Claim<'_>) -> Vec<JobRecord> {
        let again = self.claimed(of, claim.token);
        if !again.is_empty() {
            return again;
        }
        let due =
            |(job, kept): (&JobId, &Kept)| kept.claim(of).0.filter(|due| *due <= claim.now).map(|due| (due, *job));
        let mut found: Vec<(Timestamp, JobId)> = self.jobs.iter().filter_map(due).collect();
        found.sort();
        for (_due, job) in found.into_iter().take(claim.limit) {
            let kept = self.jobs.get_mut(&job).unwrap();
            match of {
                Of::Due => (kept.record.due, kept.due_claim) = (Some(claim.lease_until), Some(claim.token.to_owned())),
                Of::Unreported => {
                    (kept.report_due, kept.report_claim) = (Some(claim.lease_until), Some(claim.token.to_owned()));
                }
            }
        }
        self.claimed(of, claim.token)
    }

    pub(super) fn due_backlog(&self, now: Timestamp) -> u64 {
        self.jobs.values().filter(|kept| kept.record.due.is_some_and(|due| due <= now)).count() as u64
    }

    pub(super) fn ask_report(&mut self, job: JobId, now: Timestamp) {
        if let Some(kept) = self.jobs.get_mut(&job)
            && !matches!(kept.record.body.state, State::New | State::Prepared | State::Submitting { .. })
        {
            kept.report_due = Some(now);
            kept.report_claim = None;
        }
    }

    pub(super) fn reported(&mut self, job: JobId, version: u64) -> Reported {
        match self.jobs.get_mut(&job) {
            Some(kept) if kept.report_due.is_some() && kept.record.version != version => Reported::Changed,
            Some(kept) => {
                kept.report_due = None;
                kept.report_claim = None;
                Reported::Settled
            }
            None => Reported::Settled,
        }
    }

    pub(super) fn take_permit(&mut self, account: &str, rate: Rate, now: Timestamp) -> Permit {
        let every = SignedDuration::try_from(rate.every).unwrap();
        let burst = every * i32::try_from(rate.burst).unwrap();
        let full_again_at = self.permits.get(account).copied().unwrap_or(now).clamp(now, now + burst);
        let until = full_again_at + every - burst;
        let granted = until <= now;
        self.permits.insert(account.to_owned(), if granted { full_again_at + every } else { full_again_at });
        if granted { Permit::Granted } else { Permit::Wait { until } }
    }

    pub(super) fn note_willingness(&mut self, account: &str, blocked: Option<BlockReason>, now: Timestamp) -> Noted {
        match self.willingness.get(account) {
            Some(known) if known.blocked == blocked => Noted::Same(*known),
            _ => {
                let news = Willingness { blocked, since: now };
                self.willingness.insert(account.to_owned(), news);
                Noted::Changed(news)
            }
        }
    }

    pub(super) fn willingness(&self, account: &str) -> Option<Willingness> {
        self.willingness.get(account).copied()
    }

    pub(super) fn forget(&mut self, ended_before: Timestamp) -> u64 {
        let before = self.jobs.len();
        self.jobs.retain(|_job, kept| {
            let ended = kept.record.body.state.ended_at().is_some_and(|at| at < ended_before);
            !(ended && kept.record.due.is_none() && kept.report_due.is_none())
        });
        (before - self.jobs.len()) as u64
    }

    fn claimed(&self, of: Of, token: &str) -> Vec<JobRecord> {
        let is_claimed = |kept: &&Kept| kept.claim(of).1.is_some_and(|claim| claim == token);
        self.jobs.values().filter(is_claimed).map(Kept::seen).collect()
    }
}
