//! All processes of a load run, and what they take of the machine.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use simulators::telegram::DEMO_BOT_TOKEN;
use solo::driver::{World, until};
use test_servers::rabbitmq::RabbitMq;
use test_servers::redis::Redis;

use super::PATIENCE;
use crate::process::{Launch, Process, Usage, free_address, program_beside, this_program};

const CATALOG: &str = include_str!("../../../../../shared/src/catalog.toml");

/// The parts answer within this time after their start.
const STARTED_WITHIN: Duration = Duration::from_secs(60);

/// Nothing outlives this value.
pub(super) struct Stage {
    folder: PathBuf,
    simulators_at: SocketAddr,
    simulators: Process,
    /// The bot, or bot and worker in one.
    bot: Process,
    workers: Vec<Process>,
    _servers: Option<(RabbitMq, Redis)>,
}

/// What the parts have taken since their start.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Uses {
    pub(super) bot: Usage,
    /// CPU of all workers together, memory of the largest.
    pub(super) workers: Usage,
    pub(super) simulators: Usage,
}

impl Stage {
    /// Starts everything; without a number of workers, bot and worker are one process.
    pub(super) async fn start(folder: &Path, workers: Option<u32>) -> anyhow::Result<Self> {
        // No job may be given up during the run.
        let catalog = CATALOG.replace("render_minutes_max = 15", "render_minutes_max = 120");
        std::fs::write(folder.join("catalog.toml"), catalog)?;
        let simulators_at = free_address()?;
        let simulators = simulators(folder, simulators_at)?;
        let at = free_address()?;
        let (bot, workers, servers) = match workers {
            None => {
                let settings = towards_telegram(folder, at, simulators_at).into_iter();
                let settings = settings.chain(towards_kie(folder, at, simulators_at)).collect();
                (launch("solo", this_program()?, vec!["solo".to_owned()], settings, folder)?, Vec::new(), None)
            }
            Some(workers) => {
                let (rabbitmq, redis) = tokio::try_join!(RabbitMq::start(), Redis::start())?;
                let queue = ("RABBITMQ_URL", rabbitmq.url());
                let mut settings = towards_telegram(folder, at, simulators_at);
                settings.push(queue.clone());
                let bot = launch("bot", program_beside("bot")?, Vec::new(), settings, folder)?;
                let worker = |number| {
                    let mut settings = towards_kie(folder, free_address()?, simulators_at);
                    settings.extend([queue.clone(), ("REDIS_URL", redis.url())]);
                    launch(&format!("worker-{number}"), program_beside("worker")?, Vec::new(), settings, folder)
                };
                let workers = (1..=workers).map(worker).collect::<anyhow::Result<_>>()?;
                (bot, workers, Some((rabbitmq, redis)))
            }
        };
        let mut stage = Self { folder: folder.to_owned(), simulators_at, simulators, bot, workers, _servers: servers };
        let world = stage.world();
        until("the simulators", STARTED_WITHIN, async || Ok(world.get::<Value>("simulators/kie/state").await.ok()))
            .await?;
        let ready = format!("http://{at}/readyz");
        until("the bot", STARTED_WITHIN, async || {
            stage.check_alive()?;
            let page = reqwest::get(&ready).await;
            Ok(page.is_ok_and(|page| page.status().is_success()).then_some(()))
        })
        .await?;
        Ok(stage)
    }

    pub(super) fn world(&self) -> World {
        let base = format!("http://{}/", self.simulators_at);
        World::at(base.parse().unwrap_or_else(|_| unreachable!("an address makes a URL"))).with_patience(PATIENCE)
    }

    /// The bot's database.
    pub(super) fn database(&self) -> PathBuf {
        let bot = DEMO_BOT_TOKEN.split(':').next().unwrap_or_default();
        self.folder.join("data").join(bot).join("bot.db")
    }

    pub(super) fn uses(&self) -> anyhow::Result<Uses> {
        let mut workers = Usage::default();
        for worker in &self.workers {
            let one = worker.usage()?;
            workers.cpu_seconds += one.cpu_seconds;
            workers.peak_megabytes = workers.peak_megabytes.max(one.peak_megabytes);
        }
        Ok(Uses { bot: self.bot.usage()?, workers, simulators: self.simulators.usage()? })
    }

    /// Everybody runs.
    pub(super) fn check_alive(&mut self) -> anyhow::Result<()> {
        self.simulators.check_alive()?;
        self.bot.check_alive()?;
        self.workers.iter_mut().try_for_each(Process::check_alive)
    }
}

fn simulators(folder: &Path, at: SocketAddr) -> anyhow::Result<Process> {
    let place = folder.join("simulators").display().to_string();
    let listen = at.to_string();
    let arguments = ["simulators", "--unlimited", "--listen", &listen, "--folder", &place];
    launch("simulators", this_program()?, arguments.map(str::to_owned).to_vec(), Vec::new(), folder)
}

fn launch(
    name: &str,
    program: PathBuf,
    arguments: Vec<String>,
    settings: Vec<(&'static str, String)>,
    folder: &Path,
) -> anyhow::Result<Process> {
    Launch { name: name.to_owned(), program, arguments, settings, folder: folder.to_owned() }.start()
}

fn towards_telegram(folder: &Path, at: SocketAddr, simulators: SocketAddr) -> Vec<(&'static str, String)> {
    vec![
        ("DATA_DIR", folder.join("data").display().to_string()),
        ("CATALOG_FILE", folder.join("catalog.toml").display().to_string()),
        ("BOT_LISTEN", at.to_string()),
        ("BOT_TOKEN", DEMO_BOT_TOKEN.to_owned()),
        ("TELEGRAM_API_URL", format!("http://{simulators}")),
        ("KIE_API_URL", format!("http://{simulators}")),
        ("TELEGRAM_MESSAGES_PER_SECOND", "10000".to_owned()),
        ("WEBHOOK_URL", format!("http://{at}")),
        ("RUST_LOG", "warn".to_owned()),
    ]
}

fn towards_kie(folder: &Path, at: SocketAddr, simulators: SocketAddr) -> Vec<(&'static str, String)> {
    vec![
        ("CATALOG_FILE", folder.join("catalog.toml").display().to_string()),
        ("WORKER_LISTEN", at.to_string()),
        ("KIE_AI_API_KEY", "simulated".to_owned()),
        ("KIE_API_URL", format!("http://{simulators}")),
        ("KIE_UPLOAD_URL", format!("http://{simulators}")),
        ("KIE_CREATES_PER_10_SECONDS", "1000000".to_owned()),
        ("WEBHOOK_URL", format!("http://{at}")),
        ("RUST_LOG", "warn".to_owned()),
    ]
}
