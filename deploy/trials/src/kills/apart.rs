//! The system as processes of their own: the bot, some workers, RabbitMQ and Redis. Each of them is killed, the bot and
//! the workers most often; the servers are away for a moment before they come back with what they have on their disks.
//!
//! Programs are those that cargo has built beside this one; servers come from the system's packages.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedMutRandom as _;
use servers::rabbitmq::RabbitMq;
use servers::redis::Redis;

use super::cast::Stage;
use crate::disturbances::{Act, Disturbances, Who};
use crate::process::{Launch, Process, free_address, program_beside};

/// How long a killed server is away, in milliseconds.
const AWAY_MS: std::ops::Range<u64> = 0..2_000;

/// All processes.
#[derive(Debug)]
pub(super) struct Apart {
    bot: Process,
    workers: Vec<Process>,
    rabbitmq: RabbitMq,
    redis: Redis,
}

impl Apart {
    /// Starts everything.
    pub(super) async fn start(stage: &Stage, workers: u32) -> anyhow::Result<Self> {
        let rabbitmq = RabbitMq::start().await?;
        let redis = Redis::start().await?;
        let bot = bot(stage, &rabbitmq)?.start()?;
        let places = (0..workers).map(|_| free_address()).collect::<anyhow::Result<Vec<_>>>()?;
        let workers = (0..places.len()).map(|number| worker(stage, &places, number, &rabbitmq, &redis)?.start());
        let workers = workers.collect::<anyhow::Result<_>>()?;
        Ok(Self { bot, workers, rabbitmq, redis })
    }

    /// Kills one of them and starts it anew.
    pub(super) async fn kill(&mut self, random: &mut StdRng, disturbances: &mut Disturbances) -> anyhow::Result<()> {
        let away = Duration::from_millis(random.random_range(AWAY_MS));
        match random.random_range(0..10) {
            0..4 => {
                disturbances.note(Act::Kill, Who::Bot);
                self.bot.kill()
            }
            4..8 => {
                let worker = self.workers.choose_mut(random).context("there are workers")?;
                disturbances.note(Act::Kill, Who::Worker);
                worker.kill()
            }
            8 => {
                disturbances.note(Act::Stop, Who::Redis);
                self.redis.kill();
                tokio::time::sleep(away).await;
                self.redis.restart().await?;
                disturbances.note(Act::Start, Who::Redis);
                Ok(())
            }
            _ => {
                disturbances.note(Act::Stop, Who::RabbitMq);
                self.rabbitmq.kill();
                tokio::time::sleep(away).await;
                self.rabbitmq.restart().await?;
                disturbances.note(Act::Start, Who::RabbitMq);
                Ok(())
            }
        }
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

fn bot(stage: &Stage, rabbitmq: &RabbitMq) -> anyhow::Result<Launch> {
    let at = free_address()?;
    let queue = ("RABBITMQ_URL", rabbitmq.url());
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
fn worker(
    stage: &Stage,
    places: &[SocketAddr],
    number: usize,
    rabbitmq: &RabbitMq,
    redis: &Redis,
) -> anyhow::Result<Launch> {
    let own = [
        ("WORKER_LISTEN", places[number].to_string()),
        ("CATALOG_FILE", stage.catalog().display().to_string()),
        ("RABBITMQ_URL", rabbitmq.url()),
        ("REDIS_URL", redis.url()),
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
