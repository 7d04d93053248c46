//! The processes of one half of a run: the simulators, which stay, and the system, which is killed. Nothing else is ever
//! stopped.
//!
//! A system of several processes loses the bot and the workers most often; RabbitMQ and Redis are away for a moment before
//! they come back with what they have on their disks. Now and then a server lives and is full: RabbitMQ is short of memory,
//! or its queues take no more, or Redis writes nothing.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedMutRandom as _;
use solo::driver::World;
use testkit::programs::SECOND_KIE_KEY;
use testkit::{ChildProcess, Deployment, Plan, Servers};

use super::log::Log;
use super::proxies::Connection;
use crate::disturbances::{Act, Who};

/// How long a killed server is away, in milliseconds.
const AWAY_MS: std::ops::Range<u64> = 0..2_000;

/// How long a server is full, in milliseconds.
const FULL_MS: std::ops::Range<u64> = 1_000..6_000;

/// Messages that a queue takes while it is full: one that comes pushes out the oldest.
const FULL_QUEUE: u32 = 1;
const ROOMY_QUEUE: u32 = 1_000_000;

/// How news reaches the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// It asks Telegram and KIE.ai.
    Polling,
    /// Telegram and KIE.ai call it.
    CalledBack,
}

impl Mode {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Polling => "polling",
            Self::CalledBack => "called-back",
        }
    }

    pub(super) const fn describe(self) -> &'static str {
        match self {
            Self::Polling => "WITHOUT WEBHOOK_URL (long polling, KIE.ai is polled)",
            Self::CalledBack => "WITH WEBHOOK_URL (Telegram posts updates, KIE.ai calls back)",
        }
    }
}

/// See the module.
#[derive(Debug)]
pub(super) struct Processes {
    deployment: Deployment,
    kie: Connection,
    connections: Vec<Connection>,
}

impl Processes {
    /// Starts all of them, with a proxy in each connection. Without a number of workers, the system is one process.
    pub(super) async fn start(mode: Mode, workers: Option<u32>, folder: &Path) -> anyhow::Result<Self> {
        let plan = Plan {
            workers: workers.map(usize::try_from).transpose()?,
            called_back: mode == Mode::CalledBack,
            bot_settings: vec![
                // What was paid and not heard of is credited within a minute.
                ("RECONCILE_MINUTES", "1".to_owned()),
                ("RUST_LOG", "info".to_owned()),
            ],
            // Two accounts, so that a task that is asked for by the wrong one is not found.
            worker_settings: vec![
                ("RUST_LOG", "info".to_owned()),
                ("KIE_AI_API_KEY", String::new()),
                ("KIE_AI_API_KEYS", format!("main:2=simulated,second:1={SECOND_KIE_KEY}")),
            ],
            ..Plan::default()
        };
        let mut prepared = Deployment::prepare(plan, folder).await?;
        let telegram = Connection::to(Who::TelegramConnection, prepared.simulators_at()).await?;
        let kie = Connection::to(Who::KieConnection, prepared.simulators_at()).await?;
        (prepared.endpoints.telegram, prepared.endpoints.kie) = (telegram.address(), kie.address());
        let mut connections = vec![telegram, kie.clone()];
        if let Some(Servers { rabbitmq, redis }) = &prepared.servers {
            let servers = [
                (Who::RabbitMqConnection, rabbitmq.url(), &mut prepared.endpoints.bot_rabbitmq),
                (Who::RabbitMqConnection, rabbitmq.url(), &mut prepared.endpoints.worker_rabbitmq),
                (Who::RedisConnection, redis.url(), &mut prepared.endpoints.redis),
            ];
            for (who, url, endpoint) in servers {
                let (connection, url) = Connection::to_server(who, &url).await?;
                *endpoint = url;
                connections.push(connection);
            }
        }
        Ok(Self { deployment: prepared.start().await?, kie, connections })
    }

    /// The simulated world.
    pub(super) fn world(&self) -> World {
        self.deployment.world()
    }

    /// The bot's database.
    pub(super) fn database(&self) -> PathBuf {
        self.deployment.database()
    }

    /// Every connection that may be made bad.
    pub(super) fn connections(&self) -> Vec<Connection> {
        self.connections.clone()
    }

    /// Creates of KIE.ai that were sent and whose connection ended before the answer.
    pub(super) fn cut_creates(&self) -> usize {
        self.kie.cut_creates()
    }

    /// Fails if a process has ended by itself. None gives up when a server is away.
    pub(super) fn check_alive(&mut self) -> anyhow::Result<()> {
        self.deployment.check_alive()
    }

    /// Stops the system with SIGTERM. Says how long the slowest process took.
    pub(super) fn stop(&mut self) -> anyhow::Result<Duration> {
        self.deployment.stop()
    }

    /// Kills something of the system with SIGKILL and starts it anew, or has a server be full for a while. Whether it was
    /// a kill.
    pub(super) async fn strike(&mut self, random: &mut StdRng, log: &Log) -> anyhow::Result<bool> {
        self.check_alive()?;
        if self.deployment.workers.is_empty() {
            kill(&mut self.deployment.bot, Who::Solo, log)?;
            return Ok(true);
        }
        let away = Duration::from_millis(random.random_range(AWAY_MS));
        let full = Duration::from_millis(random.random_range(FULL_MS));
        match random.random_range(0..20) {
            0..7 => kill(&mut self.deployment.bot, Who::Bot, log)?,
            7..14 => {
                let worker = self.deployment.workers.choose_mut(random).context("there are workers")?;
                kill(worker, Who::Worker, log)?;
            }
            14 | 15 => {
                let Servers { redis, .. } = self.deployment.servers()?;
                log.note(Act::Stop, Who::Redis, "killed");
                redis.kill();
                tokio::time::sleep(away).await;
                redis.restart().await?;
                log.note(Act::Start, Who::Redis, "killed");
            }
            16 => {
                let Servers { rabbitmq, .. } = self.deployment.servers()?;
                log.note(Act::Stop, Who::RabbitMq, "killed");
                rabbitmq.kill();
                tokio::time::sleep(away).await;
                rabbitmq.restart().await?;
                log.note(Act::Start, Who::RabbitMq, "killed");
            }
            which => {
                fill(self.deployment.servers()?, which, full, log).await?;
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn kill(process: &mut ChildProcess, who: Who, log: &Log) -> anyhow::Result<()> {
    log.note(Act::Kill, who, "killed");
    process.kill()
}

/// Has a server be full for a while.
async fn fill(servers: &Servers, which: u32, time: Duration, log: &Log) -> anyhow::Result<()> {
    let Servers { rabbitmq, redis } = servers;
    match which {
        17 => {
            log.note(Act::Stop, Who::RabbitMq, "short of memory");
            rabbitmq.memory_alarm(true).await?;
            tokio::time::sleep(time).await;
            rabbitmq.memory_alarm(false).await?;
            log.note(Act::Start, Who::RabbitMq, "short of memory");
        }
        18 => {
            log.note(Act::Stop, Who::RabbitMq, "with full queues");
            rabbitmq.limit_queues(FULL_QUEUE).await?;
            tokio::time::sleep(time).await;
            rabbitmq.limit_queues(ROOMY_QUEUE).await?;
            log.note(Act::Start, Who::RabbitMq, "with full queues");
        }
        _ => {
            log.note(Act::Stop, Who::Redis, "full");
            redis.command("CONFIG SET maxmemory 1").await?;
            tokio::time::sleep(time).await;
            redis.command("CONFIG SET maxmemory 0").await?;
            log.note(Act::Start, Who::Redis, "full");
        }
    }
    Ok(())
}
