//! The workers: several processes with the real code in them, which take up a step when its time has come, and die.
//!
//! What the loops of a worker do with real time is done by [`crate::worker_loops`].

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;

use axum::http::StatusCode;
use jiff::Timestamp;
use rand::Rng as _;
use shared::clock::SETTLES_WITHIN;
use shared::job::{GenerationJob, JobId};
use worker::job_store::{JobRecord, Rate, StoreError};
use worker::steps::{Parts, Steps, Watch};
use worker::{Key, WorkerConfig};

use crate::Violation;
use crate::backend::{Current, Observation, Verdict, WorkersClock};
use crate::catalog_fixture;
use crate::coverage::{Fault, Met};
use crate::event::WorldEvent;
use crate::kie::key_name;
use crate::network::Callback;
use crate::ports::{ProviderPort, QueuePort, StorePort};
use crate::store_fixture::{Copy, StoreFixture};
use crate::world::World;
use crate::yield_point::YieldPoint;

/// See the module.
#[derive(Debug)]
pub(crate) struct Workers {
    pub(crate) processes: Vec<Process>,
    steps: BTreeMap<u64, Step>,
    last_step: u64,
    pub(crate) store: StoreFixture,
    /// An operator's copy of the store.
    pub(crate) copy: Option<Copy>,
    settings: WorkerConfig,
    pub(crate) sweep_at: Option<Timestamp>,
    pub(crate) report_at: Option<Timestamp>,
}

#[derive(Debug, Default)]
pub(crate) struct Process {
    pub(crate) opened: Option<Steps>,
    is_opening: bool,
    /// What its watch over the provider remembers, unless the watch has it.
    pub(crate) watch: Option<Watch>,
    /// When it watches again.
    pub(crate) watch_at: Option<Timestamp>,
}

/// A step under way.
struct Step {
    current: Current,
    what: What,
    point: YieldPoint,
    future: Pin<Box<dyn Future<Output = End> + Send>>,
}

impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} at {:?}", self.what, self.point)
    }
}

/// What is lost with a step when its worker dies, and comes again from elsewhere.
#[derive(Debug)]
pub(crate) enum What {
    Nothing,
    Order(Box<GenerationJob>),
    Callback(Callback),
}

/// How a step ended.
#[derive(Debug)]
pub(crate) enum End {
    Opened(Option<Steps>),
    Took(Result<(), StoreError>),
    Claimed(Result<Vec<JobRecord>, StoreError>),
    Watched(Watch, bool),
    Observation(StatusCode),
    Done,
}

impl Workers {
    pub(crate) fn new(count: usize, store: StoreFixture, settings: WorkerConfig) -> Self {
        Self {
            processes: (0..count).map(|_| Process::default()).collect(),
            steps: BTreeMap::new(),
            last_step: 0,
            store,
            copy: None,
            settings,
            sweep_at: None,
            report_at: None,
        }
    }

    /// Of a history: with callbacks or without, and with one key or several.
    pub(crate) fn settings(has_callbacks: bool, keys: usize) -> WorkerConfig {
        let key = |index: usize| Key {
            name: key_name(index),
            is_named: keys > 1,
            account: key_name(index).to_string(),
            rate: Rate { burst: 2, every: std::time::Duration::from_secs(2) },
            ..Key::default()
        };
        WorkerConfig {
            keys: (0..keys).map(key).collect(),
            webhook_url: has_callbacks.then(|| "https://hooks.test".parse().unwrap()),
            callback_secret: Some("a key for histories".to_owned().into()),
            steps_max: 4,
            ..WorkerConfig::default()
        }
    }

    pub(crate) const fn has_several_keys(&self) -> bool {
        self.settings.keys.len() > 1
    }

    pub(crate) const fn count(&self) -> usize {
        self.processes.len()
    }

    pub(crate) fn alive(&self) -> Vec<usize> {
        (0..self.processes.len()).filter(|index| self.processes[*index].opened.is_some()).collect()
    }
}

impl World {
    /// A worker's process starts, and reads who its store is.
    pub(crate) fn start_worker(&mut self, index: usize) -> Result<(), Violation> {
        let process = &mut self.workers.processes[index];
        if process.opened.is_some() || process.is_opening {
            return Ok(());
        }
        process.is_opening = true;
        let opened = self.workers.store.open();
        let store = StorePort { backend: self.backend.clone(), opened };
        let other_models = self.goes_wrong(Fault::OtherModels, 5);
        let provider = |key| self.wiring.provider(Arc::new(ProviderPort { backend: self.backend.clone(), key }));
        let providers = (0..self.workers.settings.keys.len()).map(provider).collect();
        let parts = Parts {
            publisher: Arc::new(QueuePort(self.backend.clone())),
            store: self.wiring.store(Arc::new(store)),
            providers,
            catalog: Arc::clone(&catalog_fixture::policies()[usize::from(other_models)].catalog),
            clock: Arc::new(WorkersClock(self.backend.clone())),
            settings: self.workers.settings.clone(),
        };
        self.begin_step(index, What::Nothing, None, async { End::Opened(Steps::open(parts).await.ok()) })
    }

    pub(crate) fn begin_step(
        &mut self,
        worker: usize,
        what: What,
        job: Option<JobId>,
        future: impl Future<Output = End> + Send + 'static,
    ) -> Result<(), Violation> {
        self.workers.last_step += 1;
        let current = Current { task: self.workers.last_step, worker, job };
        self.go_on(Step { current, what, point: YieldPoint::BeforeIdentity, future: Box::pin(future) }, Verdict::Go)
    }

    /// A step goes on from where it waits, or its worker dies there.
    pub(crate) fn step(&mut self, task: u64) -> Result<(), Violation> {
        let Some(step) = self.workers.steps.get(&task) else { return Ok(()) };
        let (point, worker) = (step.point, step.current.worker);
        let mut verdict = Verdict::Go;
        if self.faults_on {
            if self.random.random_range(0..1_000) < point.dies_per_mille() {
                self.coverage.meet(Met::WorkerDied(point));
                return self.kill_worker(worker);
            }
            let dice = self.random.random_range(12..1_000);
            match dice {
                12..20 => {
                    self.meet(Fault::WorkerPaused);
                    let at = self.in_millis(60_000, 240_000);
                    self.agenda.push(at, WorldEvent::Step(task));
                    return Ok(());
                }
                20..60 if point.can_fail() => {
                    self.coverage.meet(Met::CallFailed(point));
                    verdict = Verdict::Fail;
                }
                _ => {}
            }
        }
        match self.workers.steps.remove(&task) {
            Some(step) => self.go_on(step, verdict),
            None => Ok(()),
        }
    }

    fn go_on(&mut self, mut step: Step, verdict: Verdict) -> Result<(), Violation> {
        self.update_backend();
        let polled = self.backend.poll(step.current, verdict, &mut step.future);
        match polled {
            Ok(end) => {
                self.take_observations()?;
                self.step_ended(step, end)?;
            }
            Err(point) => {
                step.point = point;
                let task = step.current.task;
                let (least, most) = point.millis();
                let at = self.in_millis(least, most);
                if self.trace.is_some() {
                    self.note(&format!("  worker {} waits at {point:?} ({task})", step.current.worker));
                }
                self.agenda.push(at, WorldEvent::Step(task));
                self.workers.steps.insert(task, step);
                self.take_observations()?;
            }
        }
        self.call_for_sweeps();
        Ok(())
    }

    /// What the ports cannot know by themselves.
    fn update_backend(&mut self) {
        let mut backend = self.backend.state();
        backend.now = self.now;
        backend.has_stepped = self.jumps.last().is_some_and(|(_, end)| self.now < *end + SETTLES_WITHIN);
        backend.faults_on = self.faults_on;
        backend.queue_open = self.queue_open;
    }

    /// What the ports have seen.
    fn take_observations(&mut self) -> Result<(), Violation> {
        let observations = std::mem::take(&mut self.backend.state().observations);
        for observation in observations {
            match observation {
                Observation::Message(body) => self.carry_to_bot(body),
                Observation::Accepted(task) => self.provider_accepted(task),
                Observation::Replaced(worker) => {
                    self.meet(Fault::StoreFoundReplaced);
                    let at = self.in_millis(10, 1_000);
                    self.agenda.push(at, WorldEvent::WorkerEnds(worker));
                }
                Observation::ProviderChanged(worker) => {
                    let at = self.in_millis(5, 100);
                    self.agenda.push(at, WorldEvent::ExtraWatch(worker));
                }
                Observation::Met(met) => self.coverage.meet(met),
                Observation::Broken(violation) => return Err(violation),
            }
        }
        Ok(())
    }

    fn step_ended(&mut self, step: Step, end: End) -> Result<(), Violation> {
        let worker = step.current.worker;
        match (end, step.what) {
            (End::Opened(Some(steps)), _) => {
                self.note(&format!("worker {worker} is there"));
                self.workers.processes[worker] =
                    Process { opened: Some(steps), watch: Some(Watch::default()), ..Process::default() };
                let at = self.in_millis(1, 50);
                self.plan_watch(worker, at);
            }
            (End::Opened(None), _) => self.kill_worker(worker)?,
            (End::Took(Err(_)), What::Order(order)) => self.order_again(*order),
            (End::Claimed(Ok(records)), _) => {
                for record in records {
                    let Some(steps) = self.workers.processes[worker].opened.clone() else { break };
                    let job = Some(record.job());
                    self.begin_step(worker, What::Nothing, job, async {
                        drop(steps.step(record).await);
                        End::Done
                    })?;
                }
            }
            (End::Watched(watch, went_well), _) => {
                self.workers.processes[worker].watch = Some(watch);
                let pause = self.watch_pause();
                let at = if went_well { self.in_millis(pause, pause) } else { self.in_millis(500, 10_000) };
                self.plan_watch(worker, at);
            }
            (End::Observation(status), What::Callback(callback)) => self.callback_answered(callback, status)?,
            (End::Took(_) | End::Claimed(Err(_)) | End::Observation(_) | End::Done, _) => {}
        }
        Ok(())
    }

    /// A worker's process dies, and starts again.
    pub(crate) fn kill_worker(&mut self, worker: usize) -> Result<(), Violation> {
        self.note(&format!("worker {worker} dies"));
        self.workers.processes[worker] = Process::default();
        let dies = |(task, step): (&u64, &Step)| (step.current.worker == worker).then_some(*task);
        let dead: Vec<u64> = self.workers.steps.iter().filter_map(dies).collect();
        for task in dead {
            match self.workers.steps.remove(&task).map(|step| step.what) {
                Some(What::Order(order)) => self.order_again(*order),
                Some(What::Callback(callback)) => self.callback_again(callback),
                Some(What::Nothing) | None => {}
            }
        }
        let at = self.in_millis(500, 20_000);
        self.agenda.push(at, WorldEvent::WorkerStarts(worker));
        Ok(())
    }

    /// What was not acknowledged comes again.
    fn order_again(&mut self, order: GenerationJob) {
        if !self.wiring.acknowledges_orders_early() {
            self.meet(Fault::JobMessageRedelivered);
            let at = self.in_millis(1_000, 10_000);
            self.agenda.push(at, WorldEvent::Job(order));
        }
    }

    /// What the store knows of a job; all workers must live.
    pub(crate) fn record_of(&self, job: JobId) -> Option<JobRecord> {
        let opened = self.workers.store.open();
        opened.done(opened.store.identity(worker::job_store::Identity::fresh())).unwrap();
        opened.done(opened.store.load(job)).unwrap()
    }
}
