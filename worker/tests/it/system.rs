//! A worker with its queue and store, and a clock that is moved by hand.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use shared::catalog::Catalog;
use shared::clock::{Clock as _, ManualClock};
use shared::job::{
    FailureReason, GenerationJob, JobEvent, JobId, JobState, Message as _, ModelId, ProviderState, WIRE_VERSION,
    WorkerMessage, WorkerMessageBody,
};
use shared::queue::in_process::{InProcessConsumer, InProcessQueue};
use shared::queue::{Consumer as _, Publisher as _, Topic};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use url::Url;
use worker::job_store::sqlite::SqliteJobStore;
use worker::job_store::{JobRecord, JobStore};
use worker::{Deps, Settings, Worker};

use crate::fake_kie::{FakeKie, serve};

/// Nothing in a test takes longer.
const DEADLINE: Duration = Duration::from_secs(20);

pub(crate) struct System {
    pub(crate) kie: FakeKie,
    pub(crate) clock: ManualClock,
    pub(crate) store: Arc<dyn JobStore>,
    pub(crate) settings: Settings,
    queue: InProcessQueue,
    results: InProcessConsumer,
    running: Option<Running>,
    callbacks: Option<Url>,
    _folder: tempfile::TempDir,
}

struct Running {
    shutdown: CancellationToken,
    ended: JoinHandle<anyhow::Result<()>>,
}

impl System {
    /// Everything but the worker.
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteJobStore::open(&folder.path().join("jobs.sqlite")).unwrap();
        let queue = InProcessQueue::new();
        let settings = Settings {
            sweep_every: Duration::from_millis(5),
            provider_every: Duration::from_millis(20),
            ..Settings::default()
        };
        Self {
            kie: FakeKie::start().await,
            clock: ManualClock::new(Timestamp::from_second(1_800_000_000).unwrap()),
            store: Arc::new(store),
            settings,
            results: queue.consumer(Topic::Results),
            queue,
            running: None,
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

    /// Starts the worker (again).
    pub(crate) async fn start(&mut self) {
        let worker = Worker::open(Deps {
            publisher: Arc::new(self.queue.clone()),
            jobs: vec![Box::new(self.queue.consumer(Topic::Jobs))],
            store: Arc::clone(&self.store),
            kie: Arc::new(self.kie.client()),
            catalog: Arc::new(Catalog::built_in()),
            clock: Arc::new(self.clock.clone()),
            settings: self.settings.clone(),
        })
        .await
        .unwrap();
        self.callbacks = Some(serve(worker.callback_router()).await);
        let shutdown = CancellationToken::new();
        #[expect(clippy::disallowed_methods, reason = "the harness owns and awaits it")]
        let ended = tokio::spawn(worker.run(shutdown.clone()));
        self.running = Some(Running { shutdown, ended });
    }

    /// Stops the worker as SIGTERM does, and wants a clean end.
    pub(crate) async fn stop(&mut self) {
        let Running { shutdown, ended } = self.running.take().unwrap();
        shutdown.cancel();
        tokio::time::timeout(DEADLINE, ended).await.unwrap().unwrap().unwrap();
    }

    pub(crate) async fn publishes(&self, order: &GenerationJob) {
        self.queue.publish(Topic::Jobs, order.encode()).await.unwrap();
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
            image: None,
            submit_before: now.checked_add(SignedDuration::from_hours(1)).unwrap(),
            task: None,
            published_before: false,
            epoch: None,
        }
    }

    /// The next thing that the bot is told of a job; statements about the provider are passed over.
    pub(crate) async fn bot_hears(&mut self) -> JobEvent {
        loop {
            if let WorkerMessageBody::Job(event) = self.next_message().await {
                return event;
            }
        }
    }

    /// Waits until the bot is told this; repeats of earlier states are passed over.
    pub(crate) async fn bot_hears_of(&mut self, state: &JobState) -> JobEvent {
        loop {
            let event = self.bot_hears().await;
            if event.state == *state {
                return event;
            }
        }
    }

    /// Waits for a statement about the provider that the test wants.
    pub(crate) async fn bot_hears_of_the_provider(&mut self, wanted: impl Fn(&ProviderState) -> bool) {
        loop {
            if let WorkerMessageBody::Provider(state) = self.next_message().await
                && wanted(&state)
            {
                return;
            }
        }
    }

    async fn next_message(&mut self) -> WorkerMessageBody {
        let delivery =
            tokio::time::timeout(DEADLINE, self.results.receive()).await.expect("the bot hears nothing").unwrap();
        let message = WorkerMessage::decode(delivery.message()).unwrap();
        delivery.done().await;
        message.body
    }

    pub(crate) async fn record(&self, order: &GenerationJob) -> Option<JobRecord> {
        self.store.load(order.job).await.unwrap()
    }

    /// Waits until the store has the job in a state of this name.
    pub(crate) async fn is(&self, order: &GenerationJob, state: &str) -> JobRecord {
        let last = AtomicU8::new(0);
        let found = async {
            loop {
                if let Some(record) = self.record(order).await
                    && record.body.state.as_str() == state
                {
                    return record;
                }
                last.fetch_add(1, Ordering::Relaxed);
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::time::timeout(DEADLINE, found).await.unwrap_or_else(|_late| panic!("the job never was {state}"))
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

/// What the bot hears of a video.
pub(crate) fn succeeded() -> JobState {
    JobState::Succeeded { urls: vec![Url::parse("https://x.example/v.mp4").unwrap()] }
}

/// What the bot hears of a failure.
pub(crate) const fn failed(reason: FailureReason) -> JobState {
    JobState::Failed { reason }
}
