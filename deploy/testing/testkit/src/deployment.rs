//! A deployment: the simulators, and the system in processes of its own. Either one process has bot and worker, or a bot
//! and some workers are joined by RabbitMQ and Redis.
//!
//! Programs are those that cargo has built beside the running one. The simulators and, unless the plan wants another, the
//! program `solo` are the program `chaos`, started with other arguments; see [`crate::programs`].

mod expectations;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use serde_json::Value;
use simulators::telegram::DEMO_BOT_TOKEN;
use solo::driver::{World, until};
use tempfile::TempDir;
use test_servers::rabbitmq::RabbitMq;
use test_servers::redis::Redis;

use crate::child_process::{ChildProcess, Program, program_beside};
use crate::free_address;

const CATALOG: &str = include_str!("../../../../shared/src/catalog.toml");

/// The simulators answer within this time after their start.
const STARTED_WITHIN: Duration = Duration::from_secs(60);

/// Settings by their names.
pub type Settings = Vec<(&'static str, String)>;

/// What a deployment consists of.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Worker processes beside the bot. `None` makes bot and worker one process, without RabbitMQ and Redis.
    pub workers: Option<usize>,
    /// The program that is bot and worker in one process.
    pub in_one: InOne,
    /// Whether Telegram and KIE.ai call the system. If not, it polls.
    pub called_back: bool,
    /// Whether the simulators keep the limits of Telegram and KIE.ai.
    pub is_limited: bool,
    /// A job of which nothing is heard is given up after this many minutes.
    pub render_minutes_max: u32,
    /// Settings of the bot, beside those that join the parts.
    pub bot_settings: Settings,
    /// Settings of each worker, likewise.
    pub worker_settings: Settings,
}

/// A program that takes the settings of bot and worker.
#[derive(Debug, Clone, Copy)]
pub struct InOne {
    /// Its file, beside the running program.
    program: &'static str,
    /// With what it is started.
    argument: Option<&'static str>,
}

impl InOne {
    /// Starreel as the program `chaos` runs it, so that nothing else need be built.
    pub const CHAOS: Self = Self { program: "chaos", argument: Some("solo") };
    /// The program `solo` itself, with its own runtime and its own size: `cargo build -p solo` makes it.
    pub const SOLO: Self = Self { program: "solo", argument: None };
    /// What the benchmark compares Starreel with.
    pub const FLOOR: Self = Self { program: "chaos", argument: Some("floor") };
}

/// The servers that join a bot and its workers.
#[derive(Debug)]
pub struct Servers {
    /// The queue.
    pub rabbitmq: RabbitMq,
    /// The store of the workers.
    pub redis: Redis,
}

/// Where the parts find each other. A run that makes connections bad puts its proxies here.
#[derive(Debug, Clone)]
pub struct Endpoints {
    /// Telegram, for the bot.
    pub telegram: SocketAddr,
    /// KIE.ai, for the bot and the workers.
    pub kie: SocketAddr,
    /// RabbitMQ, for the bot.
    pub bot_rabbitmq: String,
    /// RabbitMQ, for the workers.
    pub worker_rabbitmq: String,
    /// Redis, for the workers.
    pub redis: String,
}

/// A deployment whose addresses are known and whose servers run, and nothing else.
#[derive(Debug)]
pub struct Prepared {
    plan: Plan,
    folder: PathBuf,
    simulators_at: SocketAddr,
    bot_at: SocketAddr,
    workers_at: Vec<SocketAddr>,
    /// The servers; none if the system is one process.
    pub servers: Option<Servers>,
    /// Changed before the start by whoever puts proxies between the parts.
    pub endpoints: Endpoints,
}

/// A deployment that runs.
#[derive(Debug)]
pub struct Deployment {
    prepared: Prepared,
    /// The simulated Telegram and KIE.ai.
    pub simulators: ChildProcess,
    /// The bot, or bot and worker in one.
    pub bot: ChildProcess,
    /// The workers, if they are processes of their own.
    pub workers: Vec<ChildProcess>,
    _folder: Option<TempDir>,
}

impl Default for Plan {
    /// A bot and a worker that are called back.
    fn default() -> Self {
        Self {
            workers: Some(1),
            in_one: InOne::CHAOS,
            called_back: true,
            is_limited: true,
            render_minutes_max: 1,
            bot_settings: Vec::new(),
            worker_settings: Vec::new(),
        }
    }
}

impl Deployment {
    /// Starts a bot and so many workers for a test, in a temporary folder.
    ///
    /// # Errors
    /// When a part cannot be started.
    pub async fn start(workers: usize) -> anyhow::Result<Self> {
        let (rabbitmq, redis) = tokio::try_join!(RabbitMq::start(), Redis::start())?;
        Self::start_with(Servers { rabbitmq, redis }, workers).await
    }

    /// The same with these servers, which need not run yet.
    ///
    /// # Errors
    /// When another part cannot be started.
    pub async fn start_with(servers: Servers, workers: usize) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let plan = Plan { workers: Some(workers), ..Plan::default() };
        let prepared = Prepared::new(plan, folder.path(), Some(servers))?;
        Ok(Self { _folder: Some(folder), ..prepared.start().await? })
    }

    /// Chooses the addresses of all parts, and starts the servers if the plan needs them. The folder is the caller's.
    ///
    /// # Errors
    /// When a server cannot be started, or the folder cannot be made.
    pub async fn prepare(plan: Plan, folder: &Path) -> anyhow::Result<Prepared> {
        std::fs::create_dir_all(folder)?;
        let servers = match plan.workers {
            None => None,
            Some(_) => {
                let (rabbitmq, redis) = tokio::try_join!(RabbitMq::start(), Redis::start())?;
                Some(Servers { rabbitmq, redis })
            }
        };
        Prepared::new(plan, folder, servers)
    }

    /// The simulated world.
    #[must_use]
    pub fn world(&self) -> World {
        self.prepared.world()
    }

    /// The servers.
    ///
    /// # Errors
    /// When the system is one process and has none.
    pub fn servers(&mut self) -> anyhow::Result<&mut Servers> {
        self.prepared.servers.as_mut().context("a system of one process has no servers")
    }

    /// The bot's database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        let bot = DEMO_BOT_TOKEN.split(':').next().unwrap_or_default();
        self.prepared.folder.join("data").join(bot).join("bot.db")
    }

    /// Fails if the simulators, the bot or a worker has ended by itself.
    ///
    /// # Errors
    /// When one has.
    pub fn check_alive(&mut self) -> anyhow::Result<()> {
        self.simulators.check_alive()?;
        self.bot.check_alive()?;
        self.workers.iter_mut().try_for_each(ChildProcess::check_alive)
    }

    /// Stops the bot and the workers with SIGTERM. Says how long the slowest took.
    ///
    /// # Errors
    /// When one takes too long or does not end well.
    pub fn stop(&mut self) -> anyhow::Result<Duration> {
        let mut slowest = self.bot.stop()?;
        for worker in &mut self.workers {
            slowest = slowest.max(worker.stop()?);
        }
        Ok(slowest)
    }
}

impl Prepared {
    fn new(plan: Plan, folder: &Path, servers: Option<Servers>) -> anyhow::Result<Self> {
        let simulators_at = free_address()?;
        let workers = plan.workers.unwrap_or_default();
        let rabbitmq = servers.as_ref().map(|servers| servers.rabbitmq.url()).unwrap_or_default();
        let redis = servers.as_ref().map(|servers| servers.redis.url()).unwrap_or_default();
        let endpoints = Endpoints {
            telegram: simulators_at,
            kie: simulators_at,
            bot_rabbitmq: rabbitmq.clone(),
            worker_rabbitmq: rabbitmq,
            redis,
        };
        Ok(Self {
            plan,
            folder: folder.to_owned(),
            simulators_at,
            bot_at: free_address()?,
            workers_at: (0..workers).map(|_| free_address()).collect::<anyhow::Result<_>>()?,
            servers,
            endpoints,
        })
    }

    /// Starts the simulators, and then the system.
    ///
    /// # Errors
    /// When a program is missing, or the simulators do not answer.
    pub async fn start(self) -> anyhow::Result<Deployment> {
        std::fs::write(self.catalog(), catalog(self.plan.render_minutes_max))?;
        let simulators = self.simulators()?.start()?;
        let world = self.world();
        until("the simulators", STARTED_WITHIN, async || Ok(world.get::<Value>("simulators/kie/state").await.ok()))
            .await?;
        let bot = self.bot()?.start()?;
        let workers =
            (0..self.workers_at.len()).map(|number| self.worker(number)?.start()).collect::<anyhow::Result<_>>()?;
        Ok(Deployment { prepared: self, simulators, bot, workers, _folder: None })
    }

    /// Where the simulators are.
    #[must_use]
    pub const fn simulators_at(&self) -> SocketAddr {
        self.simulators_at
    }

    fn world(&self) -> World {
        let base = format!("http://{}/", self.simulators_at);
        World::at(base.parse().unwrap_or_else(|_| unreachable!("an address makes a URL")))
    }

    fn catalog(&self) -> PathBuf {
        self.folder.join("catalog.toml")
    }

    fn simulators(&self) -> anyhow::Result<Program> {
        // The bot reads simulated videos only from where it believes KIE.ai to be.
        let (listen, files) = (self.simulators_at.to_string(), self.endpoints.kie.to_string());
        let folder = self.folder.join("simulators").display().to_string();
        let arguments = ["simulators", "--listen", &listen, "--files-at", &files, "--folder", &folder];
        let arguments = arguments.into_iter().chain((!self.plan.is_limited).then_some("--unlimited"));
        self.program("simulators", "chaos", arguments.map(str::to_owned).collect(), Vec::new())
    }

    /// The bot, or bot and worker in one.
    fn bot(&self) -> anyhow::Result<Program> {
        if self.plan.workers.is_some() {
            return self.program("bot", "bot", Vec::new(), self.bot_settings());
        }
        let settings = self.worker_settings(self.bot_at, self.bot_at).into_iter().chain(self.bot_settings());
        let InOne { program, argument } = self.plan.in_one;
        let arguments = argument.into_iter().map(str::to_owned).collect();
        self.program("solo", program, arguments, settings.collect())
    }

    /// The worker with this number. Its callbacks go to the next one, since any worker must be able to take them.
    fn worker(&self, number: usize) -> anyhow::Result<Program> {
        let next = self.workers_at[(number + 1) % self.workers_at.len()];
        let settings = self.worker_settings(self.workers_at[number], next);
        self.program(&format!("worker-{}", number + 1), "worker", Vec::new(), settings)
    }

    fn program(
        &self,
        name: &str,
        program: &str,
        arguments: Vec<String>,
        settings: Settings,
    ) -> anyhow::Result<Program> {
        let path = program_beside(program)?;
        Ok(Program { name: name.to_owned(), path, arguments, settings, folder: self.folder.clone() })
    }

    fn bot_settings(&self) -> Settings {
        let without_end = || "1000000".to_owned();
        let mut settings = vec![
            ("DATA_DIR", self.folder.join("data").display().to_string()),
            ("CATALOG_FILE", self.catalog().display().to_string()),
            ("BOT_LISTEN", self.bot_at.to_string()),
            ("BOT_TOKEN", DEMO_BOT_TOKEN.to_owned()),
            ("TELEGRAM_API_URL", format!("http://{}", self.endpoints.telegram)),
            ("KIE_API_URL", format!("http://{}", self.endpoints.kie)),
            // The people of a run never rest.
            ("UPDATES_PER_MINUTE", without_end()),
            ("ORDERS_PER_HOUR", without_end()),
            ("ORDERS_PER_DAY", without_end()),
        ];
        settings.extend(self.webhook(self.bot_at));
        settings.extend(self.servers.as_ref().map(|_| ("RABBITMQ_URL", self.endpoints.bot_rabbitmq.clone())));
        settings.extend(self.plan.bot_settings.iter().cloned());
        settings
    }

    fn worker_settings(&self, listen: SocketAddr, called_back_at: SocketAddr) -> Settings {
        let mut settings = vec![
            ("CATALOG_FILE", self.catalog().display().to_string()),
            ("KIE_AI_API_KEY", "simulated".to_owned()),
            ("KIE_API_URL", format!("http://{}", self.endpoints.kie)),
            ("KIE_UPLOAD_URL", format!("http://{}", self.endpoints.kie)),
        ];
        settings.extend(self.webhook(called_back_at));
        if self.servers.is_some() {
            settings.extend([
                ("WORKER_LISTEN", listen.to_string()),
                ("RABBITMQ_URL", self.endpoints.worker_rabbitmq.clone()),
                ("REDIS_URL", self.endpoints.redis.clone()),
            ]);
        }
        settings.extend(self.plan.worker_settings.iter().cloned());
        settings
    }

    fn webhook(&self, at: SocketAddr) -> Option<(&'static str, String)> {
        self.plan.called_back.then(|| ("WEBHOOK_URL", format!("http://{at}")))
    }
}

/// The built-in catalogue with this limit for every model. What a video usually takes follows from it.
fn catalog(render_minutes_max: u32) -> String {
    let lines = CATALOG.lines().filter(|line| !line.starts_with("render_minutes_usual = "));
    let limited = lines.map(|line| match line.strip_prefix("render_minutes_max = ") {
        Some(_as_sold) => format!("render_minutes_max = {render_minutes_max}"),
        None => line.to_owned(),
    });
    limited.collect::<Vec<_>>().join("\n")
}
