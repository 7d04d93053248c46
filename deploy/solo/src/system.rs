//! The whole system in one process.

use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use bot::Bot;
use bot::telegram::client::Telegram;
use jiff::SignedDuration;
use secrecy::SecretString;
use shared::clock::{Clock, SteadyClock};
use shared::ops::{self, Readiness};
use shared::queue::Topic;
use shared::queue::in_process::InProcessQueue;
use shared::tasks::Tasks;
use shared::{http, telemetry};
use simulators::telegram::DEMO_BOT_TOKEN;
use tokio_util::sync::CancellationToken;
use url::Url;
use worker::Worker;
use worker::job_store::sqlite::SqliteJobStore;
use worker::job_store::{Identity, JobStore as _, Rate};
use worker::kie::{KieClient, KieConfig};

use crate::Settings;
use crate::simulated::Simulated;

/// How long the whole process may take to stop. Each part finishes earlier by itself.
const STOP_WITHIN: Duration = Duration::from_secs(24);

/// Simulated videos take this long, so that one sees the job move and need not wait.
const RENDER: RangeInclusive<Duration> = Duration::from_secs(5)..=Duration::from_secs(12);

/// Pause between two looks at a task when somebody waits for it.
const LOOK_EVERY: SignedDuration = SignedDuration::from_secs(1);

/// How fast the simulated KIE.ai is, and how the worker keeps up with it.
#[derive(Debug, Clone)]
pub struct Pace {
    /// A video takes this long.
    pub render: RangeInclusive<Duration>,
    /// As many orders are taken as come, and tasks are looked at every second: for who has many and waits for all.
    pub hurries: bool,
}

/// A running system.
#[derive(Debug)]
pub struct System {
    address: SocketAddr,
    base: Url,
    tasks: Tasks,
    bot: Bot,
    worker: Worker,
}

impl System {
    /// Opens everything: the port, the simulators, the databases, both sides. When this returns, the system works.
    ///
    /// # Errors
    /// When the port is taken, the data folder cannot be used, or Telegram does not know the bot. Each says what to do.
    pub async fn start(settings: &Settings, shutdown: CancellationToken) -> anyhow::Result<Self> {
        Self::start_rendering_for(settings, RENDER, shutdown).await
    }

    /// The same, with another simulated render time.
    ///
    /// # Errors
    /// See [`Self::start`].
    pub async fn start_rendering_for(
        settings: &Settings,
        render: RangeInclusive<Duration>,
        shutdown: CancellationToken,
    ) -> anyhow::Result<Self> {
        Self::start_at(settings, Pace { render, hurries: false }, shutdown).await
    }

    /// The same, with a simulated KIE.ai that is as fast as this.
    ///
    /// # Errors
    /// See [`Self::start`].
    pub async fn start_at(settings: &Settings, pace: Pace, shutdown: CancellationToken) -> anyhow::Result<Self> {
        let tasks = Tasks::new(shutdown);
        let listener = http::bind(settings.bot.bot_listen, "BOT_LISTEN").await?;
        let address = listener.local_addr().context("the listener has no address")?;
        let base = settings.bot.bot_url.clone().map_or_else(|| base_of(address), Ok)?;
        // The lock on the bot's folder comes before the simulators', so that a second process is told who was first.
        let folder = settings.bot_folder()?;
        let store_lock = bot::store::lock(&folder)?;
        let simulated = Simulated::open(settings, &base, pace.clone()).await?;
        let simulated_url = simulated.url.clone();
        let simulated_routes = simulated.routes.clone();
        simulated.start(&tasks);

        let queue = InProcessQueue::new();
        let clock: Arc<dyn Clock> = Arc::new(SteadyClock::new());
        let catalog = settings.bot.catalog()?;
        let bot = Bot::open(bot::Deps {
            telegram: telegram(settings, &simulated_url)?,
            store: bot::store::Store::open(store_lock)?,
            publisher: Arc::new(queue.clone()),
            results: Box::new(queue.consumer(Topic::Results)),
            catalog: Arc::clone(&catalog),
            clock: Arc::clone(&clock),
            bot_url: base.clone(),
            settings: bot_settings(settings, &base),
        })
        .await?;
        let store = SqliteJobStore::open(&folder.join(settings.job_store_file()))?;
        let identity = store.identity(Identity::fresh()).await.context("opening the job store")?;
        let worker = Worker::new(worker::Deps {
            publisher: Arc::new(queue.clone()),
            jobs: vec![Box::new(queue.consumer(Topic::Jobs))],
            store: Arc::new(store),
            identity,
            kie: kie(settings, &simulated_url)?,
            catalog,
            clock,
            settings: worker_settings(settings, &base, &pace),
        })?;
        let readiness = Readiness::new();
        bot.depends_on(&readiness);
        let metrics = telemetry::metrics::install()?;
        tasks.spawn_loop("the upkeep of metrics", metrics.clone().run(tasks.shutdown().clone()));
        for file in settings.bot.watched_files() {
            tasks.spawn_loop("the look at a file", file.run(tasks.shutdown().clone()));
        }
        let routes: Router = bot.router().merge(worker.callback_router()).merge(simulated_routes);
        let routes = routes.merge(ops::router(readiness, metrics));
        tasks.spawn_loop("the server", http::serve(listener, routes, tasks.shutdown().clone()));
        Ok(Self { address, base, tasks, bot, worker })
    }

    /// Where the system serves HTTP.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address for people and workers.
    #[must_use]
    pub const fn base(&self) -> &Url {
        &self.base
    }

    /// Runs until the shutdown, then finishes what was started.
    ///
    /// # Errors
    /// When a part that should run for ever ended before the shutdown.
    pub async fn run(self) -> anyhow::Result<()> {
        let Self { tasks, bot, worker, .. } = self;
        tasks.spawn_loop("the bot", bot.run(tasks.shutdown().clone()));
        tasks.spawn_loop("the worker", worker.run(tasks.shutdown().clone()));
        tasks.finish(STOP_WITHIN).await
    }
}

fn base_of(address: SocketAddr) -> anyhow::Result<Url> {
    format!("http://{}", http::reached_at(address)).parse().context("BOT_LISTEN gives no URL")
}

fn telegram(settings: &Settings, simulated: &Url) -> anyhow::Result<Telegram> {
    let (token, api) = match &settings.bot.bot_token {
        Some(token) => (token.clone(), settings.bot.telegram_api_url.clone()),
        None => (SecretString::from(DEMO_BOT_TOKEN), simulated.clone()),
    };
    Telegram::new(token, api).context("the HTTP client for Telegram cannot be made")
}

fn kie(settings: &Settings, simulated: &Url) -> anyhow::Result<Vec<KieClient>> {
    let worker = &settings.worker;
    let configs: Vec<KieConfig> = if settings.kie_is_simulated() {
        vec![KieConfig::new(simulated.clone(), simulated.clone(), SecretString::from("simulated"))]
    } else {
        let config = |(_, secret)| KieConfig::new(worker.kie_api_url.clone(), worker.kie_upload_url.clone(), secret);
        worker.kie_keys().into_iter().map(config).collect()
    };
    let client = |config| KieClient::new(config).context("the HTTP client for KIE.ai cannot be made");
    configs.into_iter().map(client).collect()
}

/// The simulated Telegram can open links without a public address, and the simulated KIE.ai serves its videos here.
fn bot_settings(settings: &Settings, base: &Url) -> bot::Settings {
    let mut bot = settings.bot.clone();
    if settings.kie_is_simulated() {
        bot.kie_api_url = base.clone();
    }
    bot.admin_ids = settings.owners();
    if settings.telegram_is_simulated() {
        bot.bot_url.get_or_insert_with(|| base.clone());
    }
    bot
}

/// The simulated KIE.ai can call back without a public address.
fn worker_settings(settings: &Settings, base: &Url, pace: &Pace) -> worker::WorkerConfig {
    let mut worker = settings.worker.config();
    if settings.kie_is_simulated() && worker.webhook_url.is_none() {
        worker.webhook_url = Some(base.clone());
    }
    if pace.hurries {
        for key in &mut worker.keys {
            key.rate = Rate { burst: 1000, every: Duration::from_millis(10) };
        }
        worker.policy.polls.first = LOOK_EVERY;
        worker.policy.polls_with_callbacks.first = LOOK_EVERY;
    }
    worker
}
