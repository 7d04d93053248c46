//! What the loops of a worker do with real time: a step when the queue or the provider has something for it, a sweep when
//! the store has something due, a report when the bot is owed one, a watch over the provider each minute.

use bot::core::jobs::Progress;
use jiff::Timestamp;
use rand::Rng as _;
use shared::job::{GenerationJob, JobId};
use worker::steps::Steps;

use crate::Violation;
use crate::backend::later;
use crate::event::WorldEvent;
use crate::model::ensure;
use crate::network::Callback;
use crate::workers::{End, What};
use crate::world::World;

impl World {
    /// Somebody who lives, at random.
    fn any_worker(&mut self) -> Option<(usize, Steps)> {
        let alive = self.workers.alive();
        let index = *alive.get(self.random.random_range(0..alive.len().max(1)))?;
        Some((index, self.workers.processes[index].opened.clone()?))
    }

    /// The queue hands an order to a worker.
    pub(crate) fn take_job(&mut self, job: GenerationJob) -> Result<(), Violation> {
        let progress = self.model.jobs.get(&job.job).map(|job| job.progress);
        self.is_committed(job.job, progress)?;
        let Some((index, steps)) = self.any_worker() else {
            let at = self.in_millis(1_000, 5_000);
            self.agenda.push(at, WorldEvent::Job(job));
            return Ok(());
        };
        let what = What::Order(Box::new(job.clone()));
        self.begin_step(index, what, None, async { End::Took(steps.take(job).await) })
    }

    /// The provider calls back.
    pub(crate) fn take_callback(&mut self, callback: Callback) -> Result<(), Violation> {
        let Some((index, steps)) = self.any_worker() else {
            self.callback_again(callback);
            return Ok(());
        };
        self.note_early(&callback);
        let (path, body) = (callback.path.clone(), callback.body.clone());
        self.begin_step(index, What::Callback(callback), None, async {
            End::Observation(steps.record_callback(path, body).await)
        })
    }

    /// A worker looks for what is due; now and then two at once.
    pub(crate) fn sweep(&mut self) -> Result<(), Violation> {
        // Of several that were planned the earliest one plans the next.
        if self.workers.sweep_at.take_if(|at| *at <= self.now).is_none() {
            return Ok(());
        }
        for _ in 0..if self.chance(8) { 2 } else { 1 } {
            if let Some((index, steps)) = self.any_worker() {
                self.begin_step(index, What::Nothing, None, async { End::Claimed(steps.claim().await) })?;
            }
        }
        Ok(())
    }

    /// A worker tells the bot what it is owed.
    pub(crate) fn report_to_bot(&mut self) -> Result<(), Violation> {
        if self.workers.report_at.take_if(|at| *at <= self.now).is_none() {
            return Ok(());
        }
        let Some((index, steps)) = self.any_worker() else { return Ok(()) };
        self.begin_step(index, What::Nothing, None, async {
            drop(steps.report().await);
            End::Done
        })
    }

    /// A worker looks at how the provider is, and says so.
    pub(crate) fn watch(&mut self, index: usize) -> Result<(), Violation> {
        let process = &mut self.workers.processes[index];
        if process.watch_at.is_some_and(|at| at <= self.now) {
            process.watch_at = None;
        }
        let (Some(steps), Some(mut watch)) = (process.opened.clone(), process.watch.take()) else { return Ok(()) };
        self.begin_step(index, What::Nothing, None, async move {
            let went_well = steps.watch(&mut watch).await.is_ok();
            End::Watched(watch, went_well)
        })
    }

    /// A worker forgets what ended long ago.
    pub(crate) fn forget_old_jobs(&mut self) -> Result<(), Violation> {
        let Some((index, steps)) = self.any_worker() else { return Ok(()) };
        self.begin_step(index, What::Nothing, None, async {
            drop(steps.forget().await);
            End::Done
        })
    }

    /// Whatever is due is looked for within a second, by whoever lives.
    pub(crate) fn call_for_sweeps(&mut self) {
        if self.workers.alive().is_empty() {
            return;
        }
        let (due, report) = {
            let backend = self.backend.state();
            (backend.records.next_due(), backend.records.next_report())
        };
        if let Some(at) = self.earlier(due, self.workers.sweep_at) {
            self.workers.sweep_at = Some(at);
            self.agenda.push(at, WorldEvent::Sweep);
        }
        if let Some(at) = self.earlier(report, self.workers.report_at) {
            self.workers.report_at = Some(at);
            self.agenda.push(at, WorldEvent::ReportToBot);
        }
    }

    /// A moment soon after `wanted`, unless something is planned for then.
    fn earlier(&mut self, wanted: Option<Timestamp>, planned: Option<Timestamp>) -> Option<Timestamp> {
        let wanted = Timestamp::from_millisecond(wanted?.max(self.now).as_millisecond()).unwrap();
        let wanted = later(wanted, self.random.random_range(5..1_000));
        planned.is_none_or(|planned| later(wanted, 1_000) < planned).then_some(wanted)
    }

    /// The next turn of a worker's watch, unless one is planned.
    pub(crate) fn plan_watch(&mut self, worker: usize, at: Timestamp) {
        let process = &mut self.workers.processes[worker];
        if process.watch_at.is_none_or(|planned| planned < self.now) {
            process.watch_at = Some(at);
            self.agenda.push(at, WorldEvent::Watch(worker));
        }
    }

    fn is_committed(&self, job: JobId, progress: Option<Progress>) -> Result<(), Violation> {
        let is_committed = !matches!(progress, None | Some(Progress::Queued | Progress::Cancelled));
        // What was published before the bot's database was put back to a copy is in the queue yet.
        let was_committed = self.put_back_jobs.contains(&job);
        ensure(is_committed || was_committed, "workers get only what is committed", || format!("{job} is {progress:?}"))
    }
}
