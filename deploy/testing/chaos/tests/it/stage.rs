//! Everything that a system apart is made of, each part to be stopped and started by the test. Nothing outlives it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use chaos::process::{Launch, Process, free_address};
use simulators::telegram::DEMO_BOT_TOKEN;
use solo::driver::{Person, World, books, until};
use tempfile::TempDir;
use test_servers::rabbitmq::RabbitMq;
use test_servers::redis::Redis;

/// On a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(90);

const CATALOG: &str = include_str!("../../../../../shared/src/catalog.toml");

/// A system apart.
#[derive(Debug)]
pub(crate) struct Stage {
    pub(crate) folder: TempDir,
    pub(crate) rabbitmq: RabbitMq,
    pub(crate) redis: Redis,
    pub(crate) bot: Process,
    pub(crate) workers: Vec<Process>,
    addresses: Addresses,
    _simulators: Process,
}

#[derive(Debug, Clone)]
struct Addresses {
    simulators: SocketAddr,
    bot: SocketAddr,
    workers: Vec<SocketAddr>,
}

impl Stage {
    /// Everything runs, with so many workers.
    pub(crate) async fn start(workers: usize) -> anyhow::Result<Self> {
        let (rabbitmq, redis) = tokio::try_join!(RabbitMq::start(), Redis::start())?;
        Self::start_with(rabbitmq, redis, workers).await
    }

    /// The same with these servers, which need not run.
    pub(crate) async fn start_with(rabbitmq: RabbitMq, redis: Redis, workers: usize) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let addresses = Addresses {
            simulators: free_address()?,
            bot: free_address()?,
            workers: (0..workers).map(|_| free_address()).collect::<anyhow::Result<_>>()?,
        };
        // A job that nobody hears of is given up after a minute and not after fifteen.
        let catalog = CATALOG.replace("render_minutes_max = 15", "render_minutes_max = 1");
        std::fs::write(folder.path().join("catalog.toml"), catalog)?;
        let simulators = Launch {
            name: "simulators".to_owned(),
            program: PathBuf::from(env!("CARGO_BIN_EXE_chaos")),
            arguments: vec![
                "simulators".to_owned(),
                format!("--listen={}", addresses.simulators),
                format!("--folder={}", folder.path().join("simulators").display()),
            ],
            settings: Vec::new(),
            folder: folder.path().to_owned(),
        };
        let simulators = simulators.start()?;
        let world = world(&addresses);
        until("the simulators to answer", PATIENCE, async || {
            Ok(world.get::<serde_json::Value>("simulators/kie/state").await.ok())
        })
        .await?;
        let bot = bot(&addresses, folder.path(), &rabbitmq)?.start()?;
        let workers = (0..workers)
            .map(|number| worker(&addresses, folder.path(), number, &rabbitmq, &redis)?.start())
            .collect::<anyhow::Result<_>>()?;
        Ok(Self { folder, rabbitmq, redis, bot, workers, addresses, _simulators: simulators })
    }

    /// The simulated world.
    pub(crate) fn world(&self) -> World {
        world(&self.addresses).with_patience(PATIENCE)
    }

    /// Somebody with credits.
    pub(crate) async fn customer(&self, name: &str) -> anyhow::Result<Person> {
        let mut person = self.world().person(name).await?;
        person.buys("5 credits").await?;
        Ok(person)
    }

    /// What the bot answers to a GET.
    pub(crate) async fn bot_says(&self, path: &str) -> anyhow::Result<String> {
        says(self.addresses.bot, path).await
    }

    /// What a worker answers to a GET.
    pub(crate) async fn worker_says(&self, number: usize, path: &str) -> anyhow::Result<String> {
        says(self.addresses.workers[number], path).await
    }

    /// Runs a command of the bot's program beside it.
    pub(crate) fn bot_command(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        run(&bot(&self.addresses, self.folder.path(), &self.rabbitmq)?, arguments)
    }

    /// Runs a command of the worker's program beside the workers.
    pub(crate) fn worker_command(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        run(&worker(&self.addresses, self.folder.path(), 0, &self.rabbitmq, &self.redis)?, arguments)
    }

    /// Waits until a task of KIE.ai is under way for each of so many orders.
    pub(crate) async fn tasks(&self, number: usize) -> anyhow::Result<()> {
        let world = self.world();
        until(&format!("{number} tasks at KIE.ai"), PATIENCE, async || {
            Ok((world.kie_tasks().await?.len() >= number).then_some(()))
        })
        .await
    }

    /// Waits until the bot has heard that a job is in this state.
    pub(crate) async fn bot_has(&self, jobs: u32, progress: &str) -> anyhow::Result<()> {
        let query = format!("SELECT count(*) FROM jobs WHERE progress = '{progress}'");
        until(&format!("{jobs} jobs to be {progress}"), PATIENCE, async || {
            Ok((books::count(&self.database(), &query)? >= i64::from(jobs)).then_some(()))
        })
        .await
    }

    /// Fails unless all is settled, nothing was ordered twice, every process ends in good order, and the books are right.
    pub(crate) async fn finish(mut self, tasks: usize) -> anyhow::Result<()> {
        until("everything to settle", PATIENCE, async || {
            Ok(books::open_matters(&self.database())?.is_empty().then_some(()))
        })
        .await
        .with_context(|| format!("left over: {:?}", books::open_matters(&self.database())))?;
        let seen = self.world().kie_tasks().await?.len();
        ensure!(seen == tasks, "KIE.ai has seen {seen} tasks instead of {tasks}");
        self.bot.stop()?;
        self.workers.iter_mut().try_for_each(|worker| worker.stop().map(drop))?;
        let audit = self.bot_command(&["audit"])?;
        ensure!(audit.status.success(), "the audit: {}", String::from_utf8_lossy(&audit.stdout));
        Ok(())
    }

    fn database(&self) -> PathBuf {
        let bot = DEMO_BOT_TOKEN.split(':').next().unwrap_or_default();
        self.folder.path().join("data").join(bot).join("bot.db")
    }
}

fn world(addresses: &Addresses) -> World {
    let base = format!("http://{}/", addresses.simulators);
    World::at(base.parse().unwrap_or_else(|_| unreachable!("an address makes a URL")))
}

async fn says(at: SocketAddr, path: &str) -> anyhow::Result<String> {
    Ok(reqwest::get(format!("http://{at}/{path}")).await?.text().await?)
}

fn run(launch: &Launch, arguments: &[&str]) -> anyhow::Result<Output> {
    let mut command = Command::new(&launch.program);
    command.args(arguments).env_clear().env("NO_COLOR", "1").current_dir(&launch.folder);
    command.envs(launch.settings.iter().map(|(name, value)| (name, value)));
    Ok(command.output()?)
}

fn bot(addresses: &Addresses, folder: &Path, rabbitmq: &RabbitMq) -> anyhow::Result<Launch> {
    Ok(Launch {
        name: "bot".to_owned(),
        program: beside("bot")?,
        arguments: Vec::new(),
        settings: vec![
            ("DATA_DIR", folder.join("data").display().to_string()),
            ("CATALOG_FILE", folder.join("catalog.toml").display().to_string()),
            ("BOT_LISTEN", addresses.bot.to_string()),
            ("BOT_TOKEN", DEMO_BOT_TOKEN.to_owned()),
            ("TELEGRAM_API_URL", format!("http://{}", addresses.simulators)),
            ("KIE_API_URL", format!("http://{}", addresses.simulators)),
            ("UPDATES_PER_MINUTE", "1000000".to_owned()),
            ("ORDERS_PER_HOUR", "1000000".to_owned()),
            ("WEBHOOK_URL", format!("http://{}", addresses.bot)),
            ("RABBITMQ_URL", rabbitmq.url()),
        ],
        folder: folder.to_owned(),
    })
}

/// The callbacks of a worker go to the next one, since any must be able to take them.
fn worker(
    addresses: &Addresses,
    folder: &Path,
    number: usize,
    rabbitmq: &RabbitMq,
    redis: &Redis,
) -> anyhow::Result<Launch> {
    let next = addresses.workers[(number + 1) % addresses.workers.len()];
    Ok(Launch {
        name: format!("worker-{}", number + 1),
        program: beside("worker")?,
        arguments: Vec::new(),
        settings: vec![
            ("CATALOG_FILE", folder.join("catalog.toml").display().to_string()),
            ("WORKER_LISTEN", addresses.workers[number].to_string()),
            ("KIE_AI_API_KEY", "simulated".to_owned()),
            ("KIE_API_URL", format!("http://{}", addresses.simulators)),
            ("KIE_UPLOAD_URL", format!("http://{}", addresses.simulators)),
            ("WEBHOOK_URL", format!("http://{next}")),
            ("RABBITMQ_URL", rabbitmq.url()),
            ("REDIS_URL", redis.url()),
        ],
        folder: folder.to_owned(),
    })
}

fn beside(name: &str) -> anyhow::Result<PathBuf> {
    let program = Path::new(env!("CARGO_BIN_EXE_chaos")).with_file_name(name);
    ensure!(program.is_file(), "{} is missing: `cargo build -p {name}` makes it", program.display());
    Ok(program)
}
