//! The simulated KIE.ai: takes orders or does not, loses answers, makes videos in its own time, and knows what was paid.
//! It is also where the rules about submitting are held: each request is compared with what the store knew before.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rand::Rng as _;
use rand::rngs::SmallRng;
use shared::job::{BlockReason, FailureReason, JobEvent, JobId, JobState, KeyName, KieCost, TaskId, WorkerMessageBody};
use url::Url;
use worker::kie::{Api, CreateError, Delay, QueryError, TaskState, UnknownCause};

use crate::backend::{BackendState, Observation, later};
use crate::coverage::{Fault, Met};

/// Of so many seeds after each other one has a provider that is dear, and one a provider that fails: the rest of a
/// division says which. It takes long histories to see that, so they are few.
const PROVIDERS: u64 = 100;
const DEAR: u64 = 3;
const FAILING: u64 = 7;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;

/// The seeds of histories whose provider is dear or fails, in their order.
pub fn seeds_of_odd_providers() -> impl Iterator<Item = u64> {
    (0..).map(|hundred: u64| hundred * PROVIDERS).flat_map(|first| [first + DEAR, first + FAILING])
}

/// See the module.
#[derive(Debug)]
pub(crate) struct Kie {
    pub(crate) tasks: Vec<Task>,
    /// Why it takes no orders.
    pub(crate) blocked: Option<BlockReason>,
    /// By which key that is so; `None`: by all.
    pub(crate) blocked_key: Option<usize>,
    /// The tasks that were asked for, each with the step of a worker that did.
    asked: BTreeSet<(u64, String)>,
    pub(crate) balance: f64,
    /// What it takes in per cent of what the catalogue says. Only a provider with other prices says what Veo costs, so
    /// that enough videos show it.
    pub(crate) price_percent: u32,
    /// Whether it fails nearly all that it takes.
    is_failing: bool,
    /// The requests of each job, by what its worker could know of the outcome.
    posts: BTreeMap<JobId, Vec<Post>>,
}

/// What the operator calls the keys, which are counted from 0.
pub(crate) fn key_name(index: usize) -> KeyName {
    KeyName::new(["main", "second"][index])
}

impl Kie {
    /// Why it takes no orders by this key.
    pub(crate) fn blocked(&self, key: usize) -> Option<BlockReason> {
        self.blocked.filter(|_| self.blocked_key.is_none_or(|blocked| blocked == key))
    }

    /// The provider of a history: some have other prices, some fail nearly everything while faults last.
    pub(crate) fn of(seed: u64) -> Self {
        Self {
            tasks: Vec::new(),
            blocked: None,
            blocked_key: None,
            asked: BTreeSet::new(),
            balance: 1_000.0,
            price_percent: if seed % PROVIDERS == DEAR { 130 } else { 100 },
            is_failing: seed % PROVIDERS == FAILING,
            posts: BTreeMap::new(),
        }
    }

    /// Whether that takes several videos of one model to be seen.
    pub(crate) const fn takes_long_to_know(&self) -> bool {
        self.price_percent != 100 || self.is_failing
    }

    /// What its record says that a task has cost.
    fn cost(&self, api: Api) -> Option<KieCost> {
        let listed = match api {
            Api::Market => 10,
            Api::Veo | Api::VeoExtend | Api::Veo1080p | Api::Veo4k if self.price_percent == 100 => return None,
            Api::Veo | Api::VeoExtend | Api::Veo1080p | Api::Veo4k => 60,
        };
        KieCost::from_credits(f64::from(listed * self.price_percent) / 100.0)
    }
}

/// The job that a task is ordered for, and what the store knew when it was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Submitter {
    pub(crate) job: JobId,
    /// The key that is used. No other knows the task.
    key: usize,
    /// The life of the workers' store in which the key was saved with the right to submit. It may be over by the time the
    /// order arrives.
    life: Option<u32>,
}

/// An order that was taken, and is paid.
#[derive(Debug)]
pub(crate) struct Task {
    pub(crate) id: TaskId,
    pub(crate) by: Submitter,
    pub(crate) callback: Option<Url>,
    accepted_at: Timestamp,
    /// When it ends; never, if there is none.
    pub(crate) ends_at: Option<Timestamp>,
    /// Without a video: why.
    fails: Option<FailureReason>,
    /// When somebody was first told that there is a video.
    pub(crate) found_at: Option<Timestamp>,
    /// Whether the answer to its request has reached the worker.
    pub(crate) is_answered: bool,
}

impl Task {
    pub(crate) fn url(&self) -> Url {
        format!("https://videos.test/{}.mp4", self.id).parse().unwrap()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Post {
    /// It may have been accepted, for all that the worker knows.
    Open,
    /// The worker was told that nothing was begun.
    NotBegun,
}

/// What the provider makes of a request.
#[derive(Debug)]
pub(crate) enum CreateOutcome {
    Task(usize),
    Error(CreateError),
}

impl BackendState {
    /// A request arrives.
    pub(crate) fn create(&mut self, key: usize, callback: Option<Url>) -> CreateOutcome {
        let job = self.current.job.unwrap();
        let (task, now) = (self.current.task, self.now);
        let right = self.records.use_right(job, task);
        let by = Submitter { job, key, life: right.as_ref().map(|right| right.life) };
        self.ensure(right.is_some(), "the right to submit is in the store before the request", || job.to_string());
        if let Some(right) = right {
            self.ensure(right.since < right.submit_before, "nothing is submitted after its end", || {
                format!("{right:?}")
            });
            let is_its_own = right.key.as_ref().is_none_or(|named| *named == key_name(key));
            self.ensure(is_its_own, "a job is submitted by the key that is saved with the right", || {
                format!("{right:?} by {}", key_name(key))
            });
            self.ensure(right.is_of_this_life, "nothing is submitted that another life of the store admitted", || {
                format!("{right:?}")
            });
        }
        let posts = self.kie.posts.entry(job).or_default();
        let again = posts.contains(&Post::Open);
        posts.push(Post::Open);
        self.ensure(!again, "nothing is submitted twice", || format!("{job} at {now}"));
        self.answer_to_create(by, callback)
    }

    fn answer_to_create(&mut self, by: Submitter, callback: Option<Url>) -> CreateOutcome {
        if let Some(reason) = self.kie.blocked(by.key) {
            return CreateOutcome::Error(CreateError::ProviderBlocked(reason));
        }
        let dice = if self.faults_on { self.random.random_range(0..100) } else { 100 };
        match dice {
            0..2 => {
                self.meet(Met::Fault(Fault::CreatePutOff));
                CreateOutcome::Error(CreateError::NotStarted(Delay::TryAgain))
            }
            2..5 => {
                self.meet(Met::Fault(Fault::CreateNotStarted));
                let delays = [Delay::Unreachable, Delay::RateLimited, Delay::Maintenance];
                CreateOutcome::Error(CreateError::NotStarted(delays[self.random.random_range(0..3)]))
            }
            5..9 => {
                self.meet(Met::Fault(Fault::CreateRefused));
                let reasons = [FailureReason::Policy, FailureReason::Refused, FailureReason::Image];
                let reason = reasons[self.random.random_range(0..3)];
                CreateOutcome::Error(CreateError::Refused { reason, code: 400 })
            }
            9..12 => {
                self.meet(Met::Fault(Fault::CreateFailedUnclear));
                CreateOutcome::Error(CreateError::Unknown(UnknownCause::Answer(500)))
            }
            12..17 => {
                self.meet(Met::Fault(Fault::CreateAnswerLost));
                self.accept(by, callback);
                CreateOutcome::Error(CreateError::Unknown(UnknownCause::Answer(502)))
            }
            _ => CreateOutcome::Task(self.accept(by, callback)),
        }
    }

    fn accept(&mut self, by: Submitter, callback: Option<Url>) -> usize {
        let index = self.kie.tasks.len();
        let (ends_after, mut fails) = fate(&mut self.random, self.faults_on);
        if self.kie.is_failing && self.faults_on {
            self.meet(Met::Fault(Fault::ModelFails));
            fails = Some(FailureReason::Provider);
        }
        self.kie.balance -= 1.0;
        self.kie.tasks.push(Task {
            id: TaskId::new(format!("task-{index}")),
            by,
            callback,
            accepted_at: self.now,
            ends_at: ends_after.map(|millis| later(self.now, millis)),
            fails,
            found_at: None,
            is_answered: false,
        });
        self.observations.push(Observation::Accepted(index));
        index
    }

    /// The worker has been told that nothing was begun.
    pub(crate) fn not_begun(&mut self, job: JobId) {
        if let Some(post) = self.kie.posts.get_mut(&job).and_then(|posts| posts.last_mut()) {
            *post = Post::NotBegun;
        }
    }

    /// Others are asked only where the key that should know the task does not.
    fn look_at_key_of_query(&mut self, key: usize, id: &TaskId) {
        let is_first = self.kie.asked.insert((self.current.task, id.to_string()));
        let task = self.kie.tasks.iter().find(|task| task.id == *id && Some(task.by.job) == self.current.job);
        let Some(task) = task.filter(|task| is_first && task.by.life == Some(self.records.life)) else { return };
        let (is_its_own, made_by) = (task.by.key == key, task.by.key);
        self.ensure(is_its_own, "each task is asked about with the key that made it", || {
            format!("{id} of {} by {}", key_name(made_by), key_name(key))
        });
    }

    /// Somebody asks for a task.
    pub(crate) fn query(&mut self, api: Api, key: usize, id: &TaskId) -> Result<TaskState, QueryError> {
        self.look_at_key_of_query(key, id);
        if self.kie.blocked(key) == Some(BlockReason::Unauthorized) {
            return Err(QueryError::ProviderBlocked(BlockReason::Unauthorized));
        }
        if self.goes_wrong(Fault::QueryFailed, 6) {
            let limited = self.chance(50);
            return Err(if limited { QueryError::RateLimited } else { QueryError::Unavailable("broken".into()) });
        }
        let now = self.now;
        let is_early = self.faults_on && self.chance(30);
        let cost = self.kie.cost(api);
        let Some(task) = self.kie.tasks.iter_mut().find(|task| task.id == *id && task.by.key == key) else {
            return Err(QueryError::NotFound);
        };
        if is_early && now.duration_since(task.accepted_at).as_secs() < 3 {
            self.meet(Met::Fault(Fault::TaskNotThereYet));
            return Err(QueryError::NotFound);
        }
        if task.ends_at.is_none_or(|at| now < at) {
            return Ok(TaskState::Running);
        }
        if let Some(reason) = task.fails {
            return Ok(TaskState::Failed { reason });
        }
        if is_early && task.found_at.is_none() {
            self.meet(Met::Fault(Fault::AddressNotThereYet));
            return Ok(TaskState::Succeeded { urls: Vec::new(), cost: None });
        }
        task.found_at.get_or_insert(now);
        let urls = vec![task.url()];
        if self.kie.price_percent != 100 {
            self.meet(Met::Fault(Fault::PriceChanged));
        }
        Ok(TaskState::Succeeded { urls, cost })
    }
}

impl BackendState {
    /// A provider that names another task is heard only while the job has one: a job whose task was lost can only believe
    /// what it is told. It may have been lost while the callback was on its way.
    pub(crate) fn can_be_named(&self, job: JobId, task: &TaskId) -> bool {
        self.records.has_task(job) || self.kie.tasks.iter().any(|known| known.id == *task)
    }

    /// What workers say of a job must be what the provider has said, to them.
    pub(crate) fn check_message(&mut self, body: &WorkerMessageBody) {
        let WorkerMessageBody::Job(JobEvent { job, task, state, .. }) = body else { return };
        let known = self.kie.tasks.iter().find(|known| Some(&known.id) == task.as_ref());
        let known = known.filter(|known| known.by.job == *job);
        match state {
            JobState::Submitted => {
                let is_real = known.is_some();
                self.ensure(is_real, "a job that counts as submitted has a task", || format!("{body:?}"));
            }
            JobState::Succeeded { urls, .. } => {
                let is_real = known.is_some_and(|known| known.found_at.is_some() && *urls == [known.url()]);
                self.ensure(is_real, "a result is what the provider said when it was asked", || format!("{body:?}"));
            }
            JobState::Unconfirmed { .. } | JobState::Failed { .. } | JobState::Other => {}
        }
    }
}

/// After how many milliseconds a task ends, and whether without a video.
fn fate(random: &mut SmallRng, faults_on: bool) -> (Option<i64>, Option<FailureReason>) {
    let after = match if faults_on { random.random_range(0..100) } else { 50 } {
        0..10 => Some(random.random_range(5..300)),
        10..18 => Some(random.random_range(20 * MINUTE..5 * 60 * MINUTE)),
        18..22 => None,
        22..40 => Some(random.random_range(4 * MINUTE..16 * MINUTE)),
        _ => Some(random.random_range(20 * SECOND..4 * MINUTE)),
    };
    let reasons = [
        FailureReason::Policy,
        FailureReason::Provider,
        FailureReason::Image,
        FailureReason::Refused,
        FailureReason::Sound,
    ];
    let fails = (random.random_range(0..100) < 20).then(|| reasons[random.random_range(0..5)]);
    (after, fails)
}
