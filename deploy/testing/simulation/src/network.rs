//! What travels between bot, workers and provider: orders, results and callbacks that are lost, doubled, late, out of
//! order or forged.

use axum::body::Bytes;
use axum::http::StatusCode;
use bot::core::jobs::Progress;
use rand::Rng as _;
use rand::seq::IndexedRandom as _;
use shared::job::{FailureReason, GenerationJob, JobEvent, JobId, JobState, WorkerMessageBody};
use url::Url;

use crate::Violation;
use crate::coverage::{Fault, Met};
use crate::event::WorldEvent;
use crate::model::ensure;
use crate::world::World;

const MINUTE: i64 = 60_000;

/// A callback on its way.
#[derive(Debug, Clone)]
pub(crate) struct Callback {
    /// Job, attempt and signature, out of its address.
    pub(crate) path: (String, String, String),
    pub(crate) body: Bytes,
    /// The provider's task that it is about, by its index.
    task: usize,
    is_forged: bool,
    /// How often the provider has tried.
    tries: u8,
}

impl World {
    /// The bot hands a job to the queue.
    pub(crate) fn publish(&mut self, job: GenerationJob) {
        if job.published_before && !self.wiring.publishes_again() {
            return;
        }
        if self.goes_wrong(Fault::JobMessageLost, 4) {
            return;
        }
        if self.goes_wrong(Fault::JobMessageDoubled, 4) {
            let at = self.in_millis(10, MINUTE);
            self.agenda.push(at, WorldEvent::Job(job.clone()));
        }
        let late = self.goes_wrong(Fault::JobMessageLate, 4);
        let at = if late { self.in_millis(MINUTE, 60 * MINUTE) } else { self.in_millis(10, 2_000) };
        self.agenda.push(at, WorldEvent::Job(job));
    }

    /// The queue takes what a worker says to the bot.
    pub(crate) fn carry_to_bot(&mut self, body: WorkerMessageBody) {
        if let WorkerMessageBody::Job(JobEvent { state: JobState::Failed { reason }, .. }) = &body {
            self.coverage.meet(Met::Failed(*reason));
        }
        if self.goes_wrong(Fault::ResultLost, 4) {
            return;
        }
        let late = self.goes_wrong(Fault::ResultLate, 4);
        let at = if late { self.in_millis(MINUTE, 90 * MINUTE) } else { self.in_millis(10, 1_000) };
        if self.goes_wrong(Fault::ResultDoubled, 4) {
            let again = self.in_millis(10, 30 * MINUTE);
            self.agenda.push(again, WorldEvent::Worker(body.clone()));
        }
        self.agenda.push(at, WorldEvent::Worker(body));
    }

    /// The provider has an order, and will say when it has ended.
    pub(crate) fn provider_accepted(&mut self, task: usize) {
        let (callback, ends_at) = {
            let backend = self.backend.state();
            let known = &backend.kie.tasks[task];
            (known.callback.clone().map(|url| callback_of(&url, task, known.id.as_str())), known.ends_at)
        };
        let (Some(callback), Some(ends_at)) = (callback, ends_at) else { return };
        if self.goes_wrong(Fault::CallbackLost, 15) {
            return;
        }
        if self.goes_wrong(Fault::CallbackDoubled, 10) {
            let at = crate::backend::later(ends_at, self.random.random_range(10..5 * MINUTE));
            self.agenda.push(at, WorldEvent::Callback(callback.clone()));
        }
        let late = self.goes_wrong(Fault::CallbackLate, 8);
        let pause = if late { MINUTE..120 * MINUTE } else { 5..2_000 };
        let at = crate::backend::later(ends_at, self.random.random_range(pause));
        self.agenda.push(at, WorldEvent::Callback(callback));
    }

    /// The provider was not answered, and tries again a few times.
    pub(crate) fn callback_again(&mut self, mut callback: Callback) {
        callback.tries += 1;
        if callback.tries <= 3 {
            let at = self.in_millis(MINUTE, 2 * MINUTE);
            self.agenda.push(at, WorldEvent::Callback(callback));
        }
    }

    pub(crate) fn note_early(&mut self, callback: &Callback) {
        let is_early = !self.backend.state().kie.tasks[callback.task].is_answered;
        if is_early {
            self.meet(Fault::CallbackBeforeAnswer);
        }
    }

    /// A worker has answered the provider.
    pub(crate) fn callback_answered(&mut self, callback: Callback, status: StatusCode) -> Result<(), Violation> {
        let refused = status == StatusCode::UNAUTHORIZED;
        ensure(refused == callback.is_forged, "a callback is refused if it is forged, and only then", || {
            format!("{status} to {callback:?}")
        })?;
        if status == StatusCode::SERVICE_UNAVAILABLE {
            self.callback_again(callback);
        }
        Ok(())
    }

    /// Somebody who is not the provider calls, or the provider names another task than the job has.
    pub(crate) fn callback_out_of_nowhere(&mut self) {
        let such: Vec<Callback> = {
            let backend = self.backend.state();
            let tasks = backend.kie.tasks.iter().enumerate().filter(|(_, task)| backend.records.has_task(task.by.job));
            tasks
                .filter_map(|(index, task)| Some(callback_of(task.callback.as_ref()?, index, "another-task")))
                .collect()
        };
        let Some(mut callback) = such.choose(&mut self.random).cloned() else { return };
        if self.chance(50) {
            self.meet(Fault::CallbackForged);
            callback.is_forged = true;
            callback.path.2.replace_range(0..1, if callback.path.2.starts_with('A') { "B" } else { "A" });
        } else {
            self.meet(Fault::CallbackOfOtherTask);
        }
        let at = self.in_millis(5, 500);
        self.agenda.push(at, WorldEvent::Callback(callback));
    }

    /// A word of a job that the bot does not know, or has not yet published: it was put back to an older state, say.
    pub(crate) fn false_report(&mut self) {
        let queued = self.model.jobs.values().filter(|job| job.progress == Progress::Queued);
        let queued: Vec<JobId> = queued.map(|job| job.id).collect();
        let job = match queued.choose(&mut self.random) {
            Some(job) => {
                self.meet(Fault::UnpublishedJobHeardOf);
                self.falsely_reported.insert(*job);
                *job
            }
            None => {
                self.meet(Fault::UnknownJob);
                JobId::new(self.now, self.random.random())
            }
        };
        let state = match self.random.random_range(0..3) {
            0 => JobState::Submitted,
            1 => {
                JobState::Succeeded { urls: vec!["https://videos.test/false-report.mp4".parse().unwrap()], cost: None }
            }
            _ => JobState::Failed { reason: *FailureReason::ALL.choose(&mut self.random).unwrap() },
        };
        let Some(epoch) = self.backend.state().epoch.clone() else { return };
        let event = JobEvent { job, epoch, task: None, key: None, state };
        let at = self.in_millis(10, 2_000);
        self.agenda.push(at, WorldEvent::Worker(WorkerMessageBody::Job(event)));
    }
}

fn callback_of(url: &Url, task: usize, named: &str) -> Callback {
    let mut parts = url.path().rsplit('/').map(str::to_owned);
    let mut next = || parts.next().unwrap();
    let (mac, attempt, name) = (next(), next(), next());
    let body = format!(r#"{{"code":200,"data":{{"taskId":"{named}","state":"success"}}}}"#);
    Callback { path: (name, attempt, mac), body: body.into(), task, is_forged: false, tries: 0 }
}
