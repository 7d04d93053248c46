//! The simulated queue and workers: jobs and results that are lost, doubled or late, and a store that may be lost.

use std::collections::BTreeMap;

use bot::core::jobs::Progress;
use rand::Rng as _;
use rand::seq::IndexedRandom as _;
use shared::job::{
    BlockReason, Epoch, FailureReason, GenerationJob, JobEvent, JobId, JobState, ProviderState, TaskId,
    WorkerMessageBody,
};

use super::Violation;
use super::books::ensure;
use super::coverage::{Fault, Met};
use super::happening::Happening;
use super::world::World;

const MINUTE: i64 = 60_000;

/// The workers' store.
#[derive(Debug, Default)]
pub(super) struct Workers {
    /// Which life of the store this is.
    life: u32,
    /// What each job they know is to be told, last. `None`: nothing yet.
    jobs: BTreeMap<JobId, Option<JobState>>,
}

impl Workers {
    fn epoch(&self) -> Epoch {
        Epoch::new(format!("life-{}", self.life))
    }
}

impl World<'_> {
    /// The bot hands a job to the queue.
    pub(super) fn publish(&mut self, job: GenerationJob) {
        if self.goes_wrong(Fault::JobMessageLost, 4) {
            return;
        }
        if self.goes_wrong(Fault::JobMessageDoubled, 4) {
            let at = self.in_millis(10, MINUTE);
            self.agenda.push(at, Happening::Job(job.clone()));
        }
        let late = self.goes_wrong(Fault::JobMessageLate, 4);
        let at = if late { self.in_millis(MINUTE, 60 * MINUTE) } else { self.in_millis(10, 2_000) };
        self.agenda.push(at, Happening::Job(job));
    }

    /// A worker takes a job from the queue.
    pub(super) fn take_job(&mut self, job: &GenerationJob) -> Result<(), Violation> {
        let progress = self.books.jobs.get(&job.job.to_string()).map(|job| job.progress);
        let is_committed = !matches!(progress, None | Some(Progress::Queued | Progress::Cancelled));
        ensure(is_committed, "workers get only what is committed", || format!("{} is {progress:?}", job.job))?;
        if let Some(known) = self.workers.jobs.get(&job.job) {
            if let Some(state) = known.clone() {
                self.tell_bot(job.job, state, 10, 2_000);
            }
            return Ok(());
        }
        let epoch = self.workers.epoch();
        if self.now > job.submit_before {
            self.tell_bot(job.job, JobState::Failed { reason: FailureReason::Expired }, 10, 2_000);
        } else if job.published_before && job.epoch.as_ref() != Some(&epoch) {
            self.tell_bot(job.job, JobState::Failed { reason: FailureReason::Unknown }, 10, 2_000);
        } else {
            self.make(job.job);
        }
        Ok(())
    }

    /// What the provider makes of it.
    fn make(&mut self, job: JobId) {
        self.workers.jobs.insert(job, None);
        let fails = self.chance(25);
        let reason = *FailureReason::ALL.choose(&mut self.random).unwrap();
        if self.goes_wrong(Fault::WorkersSilent, 6) {
            return;
        }
        if fails && self.chance(40) {
            return self.tell_bot(job, JobState::Failed { reason }, 100, MINUTE);
        }
        if self.chance(80) {
            self.tell_bot(job, JobState::Submitted, 100, MINUTE / 2);
        }
        if self.goes_wrong(Fault::WorkersSilent, 4) {
            return;
        }
        if fails {
            self.tell_bot(job, JobState::Failed { reason }, MINUTE / 2, 5 * MINUTE);
        }
        if !fails || reason.may_still_succeed() {
            if fails {
                self.meet(Fault::LateSuccess);
            }
            let (least, most) = if fails { (6 * MINUTE, 60 * MINUTE) } else { (MINUTE / 2, 6 * MINUTE) };
            self.tell_bot(job, video_of(job), least, most);
        }
    }

    /// The queue takes a result to the bot.
    fn tell_bot(&mut self, job: JobId, state: JobState, least: i64, most: i64) {
        if let JobState::Failed { reason } = &state {
            self.coverage.meet(Met::Failed(*reason));
        }
        self.workers.jobs.insert(job, Some(state.clone()));
        let task = matches!(state, JobState::Submitted | JobState::Succeeded { .. })
            .then(|| TaskId::new(format!("task-{job}")));
        let event = JobEvent { job, epoch: self.workers.epoch(), task, state };
        if self.goes_wrong(Fault::ResultLost, 4) {
            return;
        }
        let late = self.goes_wrong(Fault::ResultLate, 4);
        let at = if late { self.in_millis(MINUTE, 90 * MINUTE) } else { self.in_millis(least, most) };
        if self.goes_wrong(Fault::ResultDoubled, 4) {
            let again = self.in_millis(least, 30 * MINUTE);
            self.agenda.push(again, Happening::Worker(WorkerMessageBody::Job(event.clone())));
        }
        self.agenda.push(at, Happening::Worker(WorkerMessageBody::Job(event)));
    }

    /// Whether the provider takes orders.
    pub(super) fn provider_says(&mut self, blocked: Option<BlockReason>) {
        let state = ProviderState { epoch: self.workers.epoch(), blocked, since: self.now, at: self.now };
        let at = self.in_millis(10, 5_000);
        self.agenda.push(at, Happening::Worker(WorkerMessageBody::Provider(state)));
    }

    /// Something that nobody in the chats has done.
    pub(super) fn weather(&mut self) {
        match self.random.random_range(0..12) {
            0 => {
                self.meet(Fault::ProviderBlocked);
                let reasons = [BlockReason::OutOfFunds, BlockReason::Unauthorized, BlockReason::KeyLimit];
                let reason = reasons.choose(&mut self.random).copied();
                self.provider_says(reason);
            }
            1 | 2 => self.provider_says(None),
            3 => {
                if self.queue_open {
                    self.meet(Fault::QueueClosed);
                }
                self.queue_open = !self.queue_open;
            }
            4 => {
                self.meet(Fault::StoreOfWorkersLost);
                self.workers.life += 1;
                self.workers.jobs.clear();
                self.provider_says(None);
            }
            5 => {
                self.meet(Fault::UnknownJob);
                let stranger = JobId::new(self.now, self.random.random());
                self.say_something_of(stranger);
            }
            6..10 => self.speak_of_some_job(Fault::UnpublishedJobHeardOf, |progress| progress == Progress::Queued),
            _ => self.speak_of_some_job(Fault::StaleResult, |progress| {
                !matches!(progress, Progress::Queued | Progress::Cancelled)
            }),
        }
    }

    /// A word that comes out of order, or out of a database that was put back to an earlier state.
    fn speak_of_some_job(&mut self, fault: Fault, such: impl Fn(Progress) -> bool) {
        let jobs: Vec<JobId> = self.books.jobs.values().filter(|job| such(job.progress)).map(|job| job.id).collect();
        if let Some(job) = jobs.choose(&mut self.random) {
            self.meet(fault);
            self.say_something_of(*job);
        }
    }

    fn say_something_of(&mut self, job: JobId) {
        let reason = *FailureReason::ALL.choose(&mut self.random).unwrap();
        let state = match self.random.random_range(0..3) {
            0 => JobState::Submitted,
            1 => video_of(job),
            _ => JobState::Failed { reason },
        };
        let known = self.workers.jobs.get(&job).cloned();
        self.tell_bot(job, state, 10, 3_000);
        match known {
            Some(known) => drop(self.workers.jobs.insert(job, known)),
            None => drop(self.workers.jobs.remove(&job)),
        }
    }
}

fn video_of(job: JobId) -> JobState {
    JobState::Succeeded { urls: vec![format!("https://videos.test/{job}.mp4").parse().unwrap()] }
}
