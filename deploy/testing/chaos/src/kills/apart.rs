//! The system as processes of their own: the bot, some workers, RabbitMQ and Redis. Each of them is killed, the bot and
//! the workers most often; the servers are away for a moment before they come back with what they have on their disks.
//! Now and then a server lives and is full: RabbitMQ is short of memory, or its queues take no more, or Redis writes nothing.
//! All connections to the servers go through wires, which have troubles of their own.
//!
//! Programs are those that cargo has built beside this one; servers come from the system's packages.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedMutRandom as _;
use test_servers::rabbitmq::RabbitMq;
use test_servers::redis::Redis;

use super::cast::Stage;
use super::notes::Notes;
use super::wires::Wire;
use crate::disturbances::{Act, Who};
use crate::process::{Launch, Process, free_address, program_beside};

/// How long a killed server is away, in milliseconds.
const AWAY_MS: std::ops::Range<u64> = 0..2_000;

/// How long a server is full, in milliseconds.
const FULL_MS: std::ops::Range<u64> = 1_000..6_000;

/// Messages that a queue takes while it is full: one that comes pushes out the oldest.
const FULL_QUEUE: u32 = 1;
const ROOMY_QUEUE: u32 = 1_000_000;

/// All processes.
#[derive(Debug)]
pub(super) struct Apart {
    wires: Vec<Wire>,
    bot: Process,
    workers: Vec<Process>,
    rabbitmq: RabbitMq,
    redis: Redis,
}

impl Apart {
    /// Starts everything.
    pub(super) async fn start(stage: &Stage, workers: u32) -> anyhow::Result<Self> {
        let (rabbitmq, redis) = tokio::try_join!(RabbitMq::start(), Redis::start())?;
        let (bots, bots_rabbitmq) = Wire::to_server(Who::RabbitMqWire, &rabbitmq.url()).await?;
        let (workers_wire, workers_rabbitmq) = Wire::to_server(Who::RabbitMqWire, &rabbitmq.url()).await?;
        let (redis_wire, redis_url) = Wire::to_server(Who::RedisWire, &redis.url()).await?;
        let bot = bot(stage, &bots_rabbitmq)?.start()?;
        let places = (0..workers).map(|_| free_address()).collect::<anyhow::Result<Vec<_>>>()?;
        let workers = (0..places.len())
            .map(|number| worker(stage, &places, number, [&workers_rabbitmq, &redis_url])?.start())
            .collect::<anyhow::Result<_>>()?;
        Ok(Self { wires: vec![bots, workers_wire, redis_wire], bot, workers, rabbitmq, redis })
    }

    /// The connections to the servers.
    pub(super) fn wires(&self) -> &[Wire] {
        &self.wires
    }

    /// Strikes one of them. Whether it was a kill.
    pub(super) async fn strike(&mut self, random: &mut StdRng, notes: &Notes) -> anyhow::Result<bool> {
        let away = Duration::from_millis(random.random_range(AWAY_MS));
        let full = Duration::from_millis(random.random_range(FULL_MS));
        match random.random_range(0..20) {
            0..7 => {
                notes.note(Act::Kill, Who::Bot, "killed");
                self.bot.kill()?;
            }
            7..14 => {
                let worker = self.workers.choose_mut(random).context("there are workers")?;
                notes.note(Act::Kill, Who::Worker, "killed");
                worker.kill()?;
            }
            14 | 15 => {
                notes.note(Act::Stop, Who::Redis, "killed");
                self.redis.kill();
                tokio::time::sleep(away).await;
                self.redis.restart().await?;
                notes.note(Act::Start, Who::Redis, "killed");
            }
            16 => {
                notes.note(Act::Stop, Who::RabbitMq, "killed");
                self.rabbitmq.kill();
                tokio::time::sleep(away).await;
                self.rabbitmq.restart().await?;
                notes.note(Act::Start, Who::RabbitMq, "killed");
            }
            full_server => {
                self.fill(full_server, full, notes).await?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Has a server be full for a while.
    async fn fill(&self, which: u32, time: Duration, notes: &Notes) -> anyhow::Result<()> {
        match which {
            17 => {
                notes.note(Act::Stop, Who::RabbitMq, "short of memory");
                self.rabbitmq.memory_alarm(true).await?;
                tokio::time::sleep(time).await;
                self.rabbitmq.memory_alarm(false).await?;
                notes.note(Act::Start, Who::RabbitMq, "short of memory");
            }
            18 => {
                notes.note(Act::Stop, Who::RabbitMq, "with full queues");
                self.rabbitmq.limit_queues(FULL_QUEUE).await?;
                tokio::time::sleep(time).await;
                self.rabbitmq.limit_queues(ROOMY_QUEUE).await?;
                notes.note(Act::Start, Who::RabbitMq, "with full queues");
            }
            _ => {
                notes.note(Act::Stop, Who::Redis, "full");
                self.redis.command("CONFIG SET maxmemory 1").await?;
                tokio::time::sleep(time).await;
                self.redis.command("CONFIG SET maxmemory 0").await?;
                notes.note(Act::Start, Who::Redis, "full");
            }
        }
        Ok(())
    }

    /// The bot and the workers run. They do not give up when a server is away.
    pub(super) fn check_alive(&mut self) -> anyhow::Result<()> {
        self.bot.check_alive()?;
        self.workers.iter_mut().try_for_each(Process::check_alive)
    }

    /// Stops the bot and the workers. Says how long the slowest took.
    pub(super) fn stop(&mut self) -> anyhow::Result<Duration> {
        let mut slowest = self.bot.stop()?;
        for worker in &mut self.workers {
            slowest = slowest.max(worker.stop()?);
        }
        Ok(slowest)
    }
}

fn bot(stage: &Stage, rabbitmq: &str) -> anyhow::Result<Launch> {
    let at = free_address()?;
    let queue = ("RABBITMQ_URL", rabbitmq.to_owned());
    let settings = stage.towards_telegram(at).into_iter().chain([queue]).chain(stage.called_back_at(at));
    Ok(Launch {
        name: "bot".to_owned(),
        program: program_beside("bot")?,
        arguments: Vec::new(),
        settings: settings.collect(),
        folder: stage.folder.clone(),
    })
}

/// The worker with this number. Its callbacks go to the next one, since any worker must be able to take them.
fn worker(stage: &Stage, places: &[SocketAddr], number: usize, [rabbitmq, redis]: [&str; 2]) -> anyhow::Result<Launch> {
    let own = [
        ("WORKER_LISTEN", places[number].to_string()),
        ("CATALOG_FILE", stage.catalog().display().to_string()),
        ("RABBITMQ_URL", rabbitmq.to_owned()),
        ("REDIS_URL", redis.to_owned()),
    ];
    let next = places[(number + 1) % places.len()];
    let settings = stage.towards_kie().into_iter().chain(own).chain(stage.called_back_at(next));
    Ok(Launch {
        name: format!("worker-{}", number + 1),
        program: program_beside("worker")?,
        arguments: Vec::new(),
        settings: settings.collect(),
        folder: stage.folder.clone(),
    })
}
