//! A worker with its queue and store, and a clock that is moved by hand.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use shared::catalog::Catalog;
use shared::clock::{Clock as _, ManualClock};
use shared::job::{
    Epoch, FailureReason, GenerationJob, JobEvent, JobId, JobState, Message as _, ModelId, ProviderState, WIRE_VERSION,
    WorkerMessage, WorkerMessageBody,
};
use shared::queue::in_process::{InProcessConsumer, InProcessQueue};
use shared::queue::{Consumer as _, Outgoing, Publisher as _, Topic};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use url::Url;
use worker::job_store::redis::{RedisConfig, RedisJobStore};
use worker::job_store::sqlite::SqliteJobStore;
use worker::job_store::{Identity, JobRecord, JobStore};
use worker::{Deps, Worker, WorkerConfig};

use crate::fake_kie::{FakeKie, serve};

/// Nothing in a test takes longer.
const DEADLINE: Duration = Duration::from_secs(60);

pub(crate) struct System {
    pub(crate) kie: FakeKie,
    /// The same provider as it is to a second key: another account.
    pub(crate) second: FakeKie,
    pub(crate) clock: ManualClock,
    pub(crate) store: Arc<dyn JobStore>,
    pub(crate) settings: WorkerConfig,
    redis_url: Option<String>,
    queue: InProcessQueue,
    results: InProcessConsumer,
    running: Vec<Running>,
    callbacks: Option<Url>,
    _folder: tempfile::TempDir,
}

/// A worker in a runtime of its own, which can be killed without asking it.
struct Running {
    runtime: Runtime,
    shutdown: CancellationToken,
    ended: JoinHandle<anyhow::Result<()>>,
}

impl System {
    /// Everything but the worker.
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteJobStore::open(&folder.path().join("jobs.sqlite")).unwrap();
        Self::keeping_jobs_in(Arc::new(store), folder).await
    }

    /// The same with the jobs in a Redis at this address. The test and each worker have connections of their own.
    pub(crate) async fn on_redis(url: &str) -> Self {
        let mut system = Self::keeping_jobs_in(redis_store(url).await, tempfile::tempdir().unwrap()).await;
        system.redis_url = Some(url.to_owned());
        system
    }

    async fn keeping_jobs_in(store: Arc<dyn JobStore>, folder: tempfile::TempDir) -> Self {
        let queue = InProcessQueue::new();
        let settings = WorkerConfig {
            sweep_every: Duration::from_millis(5),
            provider_every: Duration::from_millis(20),
            ..WorkerConfig::default()
        };
        Self {
            kie: FakeKie::start().await,
            second: FakeKie::start().await,
            clock: ManualClock::new(Timestamp::from_second(1_800_000_000).unwrap()),
            store,
            redis_url: None,
            settings,
            results: queue.consumer(Topic::Results),
            queue,
            running: Vec::new(),
            callbacks: None,
            _folder: folder,
        }
    }

    /// With a worker that polls.
    pub(crate) async fn polling() -> Self {
        let mut system = Self::new().await;
        system.start().await;
        system
    }

    /// With a worker that is called back.
    pub(crate) async fn called_back() -> Self {
        let mut system = Self::new().await;
        system.settings.webhook_url = Some(Url::parse("https://public.example").unwrap());
        system.start().await;
        system
    }

    /// Starts the worker (again), or one more.
    pub(crate) async fn start(&mut self) {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let store = match self.redis_url.clone() {
            Some(url) => runtime.spawn(async move { redis_store(&url).await }).await.unwrap(),
            None => Arc::clone(&self.store),
        };
        let asked = Arc::clone(&store);
        let identity = runtime.spawn(async move { asked.identity(Identity::fresh()).await.unwrap() }).await.unwrap();
        let worker = Worker::new(Deps {
            publisher: Arc::new(self.queue.clone()),
            jobs: vec![Box::new(self.queue.consumer(Topic::Jobs))],
            store,
            identity,
            kie: [&self.kie, &self.second].into_iter().zip(&self.settings.keys).map(|(kie, _)| kie.client()).collect(),
            catalog: Arc::new(Catalog::built_in()),
            clock: Arc::new(self.clock.clone()),
            settings: self.settings.clone(),
        })
        .unwrap();
        self.callbacks = Some(serve(worker.callback_router()).await);
        let shutdown = CancellationToken::new();
        let ended = runtime.spawn(worker.run(shutdown.clone()));
        self.running.push(Running { runtime, shutdown, ended });
    }

    /// Stops all workers as SIGTERM does, and wants a clean end.
    pub(crate) async fn stop(&mut self) {
        for Running { runtime, shutdown, ended } in self.running.drain(..) {
            shutdown.cancel();
            let ended = tokio::time::timeout(DEADLINE, ended).await;
            runtime.shutdown_background();
            ended.unwrap().unwrap().unwrap();
        }
    }

    /// Waits until the worker that was started first ends by itself. Why, as its process would print it.
    pub(crate) async fn worker_fails(&mut self) -> String {
        let Running { runtime, ended, .. } = self.running.remove(0);
        let ended = tokio::time::timeout(DEADLINE, ended).await;
        runtime.shutdown_background();
        format!("{:#}", ended.unwrap().unwrap().unwrap_err())
    }

    /// Asks the worker to stop and does not wait for it.
    pub(crate) fn asks_to_stop(&self) {
        self.running.first().unwrap().shutdown.cancel();
    }

    /// Kills the worker that was started first as SIGKILL does: nothing is finished.
    pub(crate) fn crash(&mut self) {
        self.running.remove(0).runtime.shutdown_background();
    }

    /// The name of the store's life, as the bot would have heard it.
    pub(crate) async fn epoch(&self) -> Epoch {
        let fresh = Identity { epoch: Epoch::new("fresh"), callback_secret: "fresh".into() };
        self.store.identity(fresh).await.unwrap().epoch
    }

    pub(crate) fn queue(&self) -> &InProcessQueue {
        &self.queue
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) async fn publishes(&self, order: &GenerationJob) {
        self.queue.publish(Topic::Jobs, Outgoing::about(order.job, order.encode())).await.unwrap();
    }

    pub(crate) fn time_passes(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }

    /// An order for words alone. Different numbers are different jobs.
    pub(crate) fn order(&self, number: u8) -> GenerationJob {
        let now = self.clock.now();
        GenerationJob {
            version: WIRE_VERSION,
            job: JobId::new(now, [number; 10]),
            model: ModelId::new("veo3-fast"),
            prompt: "a fox".to_owned(),
            options: BTreeMap::new(),
            images: Vec::new(),
            image_use: Default::default(),
            follow_up: None,
            submit_before: now.checked_add(SignedDuration::from_hours(1)).unwrap(),
            task: None,
            key: None,
            published_before: false,
            is_result_gone: false,
            epoch: None,
            other: serde_json::Map::new(),
        }
    }

    /// The next thing that the bot is told of a job; statements about the provider are passed over.
    pub(crate) async fn bot_hears(&mut self) -> JobEvent {
        self.hears("of any job", |body| match body {
            WorkerMessageBody::Job(event) => Some(event),
            WorkerMessageBody::Provider(_) => None,
        })
        .await
    }

    /// Waits until the bot is told this; repeats of earlier states are passed over.
    pub(crate) async fn bot_hears_of(&mut self, state: &JobState) -> JobEvent {
        self.hears("of that state", |body| match body {
            WorkerMessageBody::Job(event) => Some(event).filter(|event| event.state == *state),
            WorkerMessageBody::Provider(_) => None,
        })
        .await
    }

    /// The same while time goes on, half a minute at a time. For when a look may be in progress, whose next due time
    /// depends on when it ends.
    pub(crate) async fn bot_hears_in_time_of(&mut self, state: &JobState) -> JobEvent {
        let clock = self.clock.clone();
        let mut heard = std::pin::pin!(self.bot_hears_of(state));
        loop {
            tokio::select! {
                event = &mut heard => return event,
                () = tokio::time::sleep(Duration::from_millis(50)) => clock.advance(SignedDuration::from_secs(30)),
            }
        }
    }

    /// Waits for a statement about the provider that the test wants.
    pub(crate) async fn bot_hears_of_the_provider(&mut self, wanted: impl Fn(&ProviderState) -> bool) {
        self.hears("that of the provider", |body| match body {
            WorkerMessageBody::Job(_) => None,
            WorkerMessageBody::Provider(state) => Some(state).filter(|state| wanted(state)),
        })
        .await;
    }

    async fn hears<T>(&mut self, what: &str, wanted: impl Fn(WorkerMessageBody) -> Option<T>) -> T {
        let heard = async {
            loop {
                let delivery = self.results.receive().await.unwrap();
                let message = WorkerMessage::decode(delivery.message()).unwrap();
                delivery.done().await;
                if let Some(found) = wanted(message.body) {
                    return found;
                }
            }
        };
        tokio::time::timeout(DEADLINE, heard).await.unwrap_or_else(|_late| panic!("the bot never heard {what}"))
    }

    pub(crate) async fn record(&self, order: &GenerationJob) -> Option<JobRecord> {
        self.store.load(order.job).await.unwrap()
    }

    /// Waits until the store has the job in a state of this name.
    pub(crate) async fn is(&self, order: &GenerationJob, state: &str) -> JobRecord {
        self.matches(order, state, |record| record.body.state.as_str() == state).await
    }

    /// The same while time goes on, a second at a time.
    pub(crate) async fn is_in_time(&self, order: &GenerationJob, state: &str) -> JobRecord {
        let mut found = std::pin::pin!(self.is(order, state));
        loop {
            tokio::select! {
                record = &mut found => return record,
                () = tokio::time::sleep(Duration::from_millis(10)) => self.time_passes(1),
            }
        }
    }

    /// Waits until the job in the store is as wanted.
    pub(crate) async fn matches(
        &self,
        order: &GenerationJob,
        what: &str,
        holds: impl Fn(&JobRecord) -> bool,
    ) -> JobRecord {
        let found = async {
            loop {
                if let Some(record) = self.record(order).await.filter(&holds) {
                    return record;
                }
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::time::timeout(DEADLINE, found).await.unwrap_or_else(|_late| panic!("the job never was {what}"))
    }

    /// Waits for anything else.
    pub(crate) async fn sees(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let seen = async {
            while !holds(self) {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::time::timeout(DEADLINE, seen).await.unwrap_or_else(|_late| panic!("never: {what}"));
    }

    /// Calls back as the provider does. `url` is the one that the provider was given.
    pub(crate) async fn provider_calls_back(
        &self,
        url: &str,
        body: &serde_json::Value,
        headers: &[(&str, &str)],
    ) -> u16 {
        let path = url.strip_prefix("https://public.example/").unwrap();
        let url = self.callbacks.as_ref().unwrap().join(path).unwrap();
        let mut request = reqwest::Client::new().post(url).body(body.to_string());
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.unwrap().status().as_u16()
    }
}

impl System {
    /// The provider calls back and says how large the body will be. What it is answered before it has sent any.
    pub(crate) async fn provider_begins_to_call_back(&self, url: &str, bytes: usize) -> String {
        let path = url.strip_prefix("https://public.example").unwrap();
        let address = self.callbacks.as_ref().unwrap().socket_addrs(|| None).unwrap()[0];
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let head = format!("POST {path} HTTP/1.1\r\nhost: public.example\r\ncontent-length: {bytes}\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut answer = String::new();
        let mut lines = BufReader::new(stream);
        tokio::time::timeout(DEADLINE, lines.read_line(&mut answer)).await.unwrap().unwrap();
        answer.trim_end().to_owned()
    }
}

/// The store in a Redis, as a worker opens it.
pub(crate) async fn redis_store(url: &str) -> Arc<dyn JobStore> {
    let config = RedisConfig { url: url.into(), prefix: "it".to_owned() };
    Arc::new(RedisJobStore::open(&config).await.unwrap())
}

/// What the bot hears of a video.
pub(crate) fn succeeded() -> JobState {
    JobState::Succeeded { urls: vec![Url::parse("https://x.example/v.mp4").unwrap()], cost: None }
}

/// What the bot hears of a failure.
pub(crate) const fn failed(reason: FailureReason) -> JobState {
    JobState::Failed { reason }
}

/// So that a test that fails does not die of the runtime in it.
impl Drop for System {
    fn drop(&mut self) {
        for running in self.running.drain(..) {
            running.runtime.shutdown_background();
        }
    }
}
