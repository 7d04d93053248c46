//! The load run: what the chain takes and how fast it is, from the last button to `sendVideo`, with real RabbitMQ and
//! Redis, and simulators in a process of their own that answer at once and limit nothing.
//!
//! 1. People place all orders while no worker runs, so that the chain is measured and not how fast people type.
//! 2. The workers start, and the time is taken until every video was sent.
//! 3. Some people order videos that take a while, so that the time from KIE.ai's callback to `sendVideo` is that of a
//!    system that is not full.
//!
//! With `--hold`, videos render for hours instead of steps 2 and 3, and memory is read while all of them do.
//! The last line is JSON, so that runs can be compared. Ratios are good within one run; machines are noisy.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use clap::Args;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use serde_json::{Value, json};
use servers::rabbitmq::RabbitMq;
use servers::redis::Redis;
use simulators::telegram::DEMO_BOT_TOKEN;
use solo::driver::{Order, World, books, until};

use crate::process::{Launch, Process, free_address, program_beside, this_program};
use crate::say;

const CATALOG: &str = include_str!("../../../shared/src/catalog.toml");

/// People who type at the same time. Each has an order of their own, since the bot says no more than a message a second
/// to one chat, and that is not to be measured.
const TYPING_AT_ONCE: usize = 150;
/// People of the third step, and how long their videos render: until their chats may be spoken to again.
const CALM_PEOPLE: usize = 50;
const CALM_RENDER: Duration = Duration::from_secs(15);
/// Nothing takes longer.
const PATIENCE: Duration = Duration::from_secs(1800);

/// What is measured.
#[derive(Debug, Clone, Copy, Args)]
pub struct Options {
    /// Orders that are placed.
    #[arg(long, default_value_t = 600)]
    jobs: usize,
    /// Worker processes.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=16))]
    workers: u32,
    /// Keep all videos rendering, and read the memory of each process.
    #[arg(long)]
    hold: bool,
}

/// Runs it and prints what was seen.
///
/// # Errors
/// When the run cannot go on.
pub async fn run(options: Options) -> anyhow::Result<()> {
    let folder = tempfile::tempdir().context("a folder for the run cannot be made")?;
    let mut stage = Stage::start(folder.path()).await?;
    if options.hold { hold(&mut stage, options).await } else { chain(&mut stage, options).await }
}

async fn chain(stage: &mut Stage, options: Options) -> anyhow::Result<()> {
    let world = stage.world();
    render(&world, Duration::ZERO).await?;
    let placing = place(&world, options.jobs).await?;
    let placed_per_second = rate(options.jobs, placing);
    say(&format!("{} orders placed in {:.1} s: {placed_per_second:.1} a second", options.jobs, placing.as_secs_f64()));
    let bot_before = stage.bot_uses().await?;

    let started = Instant::now();
    stage.start_workers(options.workers)?;
    let database = stage.database();
    let delivered = "SELECT count(*) FROM jobs WHERE progress = 'delivered'";
    until("all videos to be delivered", PATIENCE, async || {
        Ok((books::count(&database, delivered)? >= i64::try_from(options.jobs)?).then_some(()))
    })
    .await?;
    let delivering = started.elapsed();
    let per_second = rate(options.jobs, delivering);
    let (bot, workers) = (stage.bot_uses().await?, stage.workers_use().await?);
    let jobs = f64::from(u32::try_from(options.jobs)?);
    let (bot_cpu, workers_cpu) = ((bot.cpu_seconds - bot_before.cpu_seconds) / jobs, workers.cpu_seconds / jobs);
    say(&format!(
        "delivered in {:.1} s with {} workers: {per_second:.1} a second",
        delivering.as_secs_f64(),
        options.workers
    ));
    say(&format!("CPU of a job: bot {:.1} ms, workers {:.1} ms", bot_cpu * 1e3, workers_cpu * 1e3));
    let full = Percentiles::of(&callback_to_video(&world, 0).await?);
    say(&format!("from callback to sendVideo, all at once: {full}"));

    render(&world, CALM_RENDER).await?;
    let newest = calm(&world).await?;
    let calm = Percentiles::of(&callback_to_video(&world, newest).await?);
    say(&format!("from callback to sendVideo, by and by: {calm}"));
    say(&json!({
        "run": "chain", "jobs": options.jobs, "workers": options.workers, "placed_per_second": placed_per_second,
        "delivered_per_second": per_second, "bot_cpu_ms_per_job": bot_cpu * 1e3,
        "workers_cpu_ms_per_job": workers_cpu * 1e3, "bot_resident_mb": bot.resident_mb,
        "worker_resident_mb": workers.resident_mb, "callback_to_video_full_ms": full.json(),
        "callback_to_video_calm_ms": calm.json(),
    })
    .to_string());
    Ok(())
}

async fn hold(stage: &mut Stage, options: Options) -> anyhow::Result<()> {
    let world = stage.world();
    render(&world, Duration::from_secs(3 * 3600)).await?;
    stage.start_workers(options.workers)?;
    tokio::time::sleep(Duration::from_secs(5)).await;
    let idle = (stage.bot_uses().await?, stage.workers_use().await?);
    say(&format!("idle: bot {:.0} MB, a worker {:.0} MB", idle.0.resident_mb, idle.1.resident_mb));
    place(&world, options.jobs).await?;
    let database = stage.database();
    let submitted = "SELECT count(*) FROM jobs WHERE progress = 'submitted'";
    until("all videos to render", PATIENCE, async || {
        Ok((books::count(&database, submitted)? >= i64::try_from(options.jobs)?).then_some(()))
    })
    .await?;
    let full = (stage.bot_uses().await?, stage.workers_use().await?);
    say(&format!(
        "{} rendering: bot {:.0} MB, a worker {:.0} MB",
        options.jobs, full.0.resident_mb, full.1.resident_mb
    ));
    say(&json!({
        "run": "hold", "jobs": options.jobs, "workers": options.workers,
        "bot_idle_mb": idle.0.resident_mb, "worker_idle_mb": idle.1.resident_mb,
        "bot_rendering_mb": full.0.resident_mb, "worker_rendering_mb": full.1.resident_mb,
    })
    .to_string());
    Ok(())
}

/// All processes. Nothing outlives this value.
struct Stage {
    folder: PathBuf,
    simulators_at: SocketAddr,
    bot_at: SocketAddr,
    workers_at: Vec<SocketAddr>,
    rabbitmq: RabbitMq,
    redis: Redis,
    workers: Vec<Process>,
    _bot: Process,
    _simulators: Process,
}

impl Stage {
    /// Everything but the workers.
    async fn start(folder: &Path) -> anyhow::Result<Self> {
        // No job may be given up during the run.
        let catalog = CATALOG.replace("render_minutes_max = 15", "render_minutes_max = 120");
        std::fs::write(folder.join("catalog.toml"), catalog)?;
        let (rabbitmq, redis) = tokio::try_join!(RabbitMq::start(), Redis::start())?;
        let (simulators_at, bot_at) = (free_address()?, free_address()?);
        let place = folder.join("simulators").display().to_string();
        let listen = simulators_at.to_string();
        let simulators = Launch {
            name: "simulators".to_owned(),
            program: this_program()?,
            arguments: ["simulators", "--unlimited", "--listen", &listen, "--folder", &place]
                .map(str::to_owned)
                .to_vec(),
            settings: Vec::new(),
            folder: folder.to_owned(),
        }
        .start()?;
        let bot = Launch {
            name: "bot".to_owned(),
            program: program_beside("bot")?,
            arguments: Vec::new(),
            settings: vec![
                ("DATA_DIR", folder.join("data").display().to_string()),
                ("CATALOG_FILE", folder.join("catalog.toml").display().to_string()),
                ("BOT_LISTEN", bot_at.to_string()),
                ("BOT_TOKEN", DEMO_BOT_TOKEN.to_owned()),
                ("TELEGRAM_API_URL", format!("http://{simulators_at}")),
                ("KIE_API_URL", format!("http://{simulators_at}")),
                ("TELEGRAM_MESSAGES_PER_SECOND", "10000".to_owned()),
                ("WEBHOOK_URL", format!("http://{bot_at}")),
                ("RABBITMQ_URL", rabbitmq.url()),
                ("RUST_LOG", "warn".to_owned()),
            ],
            folder: folder.to_owned(),
        }
        .start()?;
        let stage = Self {
            folder: folder.to_owned(),
            simulators_at,
            bot_at,
            workers_at: Vec::new(),
            rabbitmq,
            redis,
            workers: Vec::new(),
            _bot: bot,
            _simulators: simulators,
        };
        let world = stage.world();
        until("the simulators", PATIENCE, async || Ok(world.get::<Value>("simulators/kie/state").await.ok())).await?;
        Ok(stage)
    }

    fn start_workers(&mut self, number: u32) -> anyhow::Result<()> {
        for number in 1..=number {
            let at = free_address()?;
            let launch = Launch {
                name: format!("worker-{number}"),
                program: program_beside("worker")?,
                arguments: Vec::new(),
                settings: vec![
                    ("CATALOG_FILE", self.folder.join("catalog.toml").display().to_string()),
                    ("WORKER_LISTEN", at.to_string()),
                    ("KIE_AI_API_KEY", "simulated".to_owned()),
                    ("KIE_API_URL", format!("http://{}", self.simulators_at)),
                    ("KIE_UPLOAD_URL", format!("http://{}", self.simulators_at)),
                    ("KIE_CREATES_PER_10_SECONDS", "1000000".to_owned()),
                    ("WEBHOOK_URL", format!("http://{at}")),
                    ("RABBITMQ_URL", self.rabbitmq.url()),
                    ("REDIS_URL", self.redis.url()),
                    ("RUST_LOG", "warn".to_owned()),
                ],
                folder: self.folder.clone(),
            };
            self.workers.push(launch.start()?);
            self.workers_at.push(at);
        }
        Ok(())
    }

    fn world(&self) -> World {
        let base = format!("http://{}/", self.simulators_at);
        World::at(base.parse().unwrap_or_else(|_| unreachable!("an address makes a URL"))).with_patience(PATIENCE)
    }

    fn database(&self) -> PathBuf {
        let bot = DEMO_BOT_TOKEN.split(':').next().unwrap_or_default();
        self.folder.join("data").join(bot).join("bot.db")
    }

    async fn bot_uses(&self) -> anyhow::Result<Usage> {
        Usage::read(self.bot_at).await
    }

    /// CPU of all workers together, memory of the largest.
    async fn workers_use(&self) -> anyhow::Result<Usage> {
        let mut sum = Usage { cpu_seconds: 0.0, resident_mb: 0.0 };
        for at in &self.workers_at {
            let one = Usage::read(*at).await?;
            sum.cpu_seconds += one.cpu_seconds;
            sum.resident_mb = sum.resident_mb.max(one.resident_mb);
        }
        Ok(sum)
    }
}

/// What a process takes of the machine, by its own metrics.
#[derive(Debug, Clone, Copy)]
struct Usage {
    cpu_seconds: f64,
    resident_mb: f64,
}

impl Usage {
    async fn read(at: SocketAddr) -> anyhow::Result<Self> {
        let page = reqwest::get(format!("http://{at}/metrics")).await?.text().await?;
        let value = |name: &str| {
            let line = page.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
            line.and_then(|value| value.parse::<f64>().ok()).with_context(|| format!("no {name}"))
        };
        Ok(Self {
            cpu_seconds: value("starreel_process_cpu_seconds_total")?,
            resident_mb: value("starreel_process_resident_bytes")? / 1e6,
        })
    }
}

async fn render(world: &World, time: Duration) -> anyhow::Result<()> {
    let ms = u64::try_from(time.as_millis())?;
    world
        .post::<Value>("simulators/kie/render", &json!({ "min_ms": ms, "max_ms": ms, "invisible_ms": 0 }))
        .await
        .map(drop)
}

/// Has people buy credits and place so many orders. How long that took.
async fn place(world: &World, jobs: usize) -> anyhow::Result<Duration> {
    let started = Instant::now();
    let people = (0..jobs).map(async |number| {
        let mut person = world.person(&format!("Person{number}")).await?;
        person.buys("1 credit").await?;
        person.orders(Order::from_words("Veo 3 Fast", &format!("scene {number}"))).await.map(drop)
    });
    stream::iter(people).buffer_unordered(TYPING_AT_ONCE).try_collect::<Vec<()>>().await?;
    Ok(started.elapsed())
}

/// Some people order a video each, a little apart. The number of the last call to Telegram before.
async fn calm(world: &World) -> anyhow::Result<u64> {
    let calls: Value = world.get("simulators/telegram/calls?limit=0").await?;
    let newest = calls["last"].as_u64().context("no number of the last call")?;
    let people = (0..CALM_PEOPLE).map(async |number| {
        let mut person = world.person(&format!("Calm{number}")).await?;
        person.buys("1 credit").await?;
        let words = format!("calm scene {number}");
        person.orders(Order::from_words("Veo 3 Fast", &words)).await?;
        person.sees_video(&words).await.map(drop)
    });
    stream::iter(people).buffer_unordered(CALM_PEOPLE / 5).try_collect::<Vec<()>>().await?;
    Ok(newest)
}

/// Milliseconds from KIE.ai's callback to the answer to `sendVideo`, for each video that was sent after the call `after`.
async fn callback_to_video(world: &World, after: u64) -> anyhow::Result<Vec<i64>> {
    let called_back: BTreeMap<String, i64> = world
        .kie_tasks()
        .await?
        .iter()
        .filter_map(|task| Some((task["input"]["prompt"].as_str()?.to_owned(), task["callbacks"][0]["at"].as_i64()?)))
        .collect();
    let calls: Value = world.get(&format!("simulators/telegram/calls?method=sendVideo&after={after}")).await?;
    let calls = calls["calls"].as_array().context("there is no list of calls")?;
    let sent = calls.iter().filter(|call| call["http_status"] == 200);
    let mut times: Vec<i64> = sent
        .filter_map(|call| Some(call["at_ms"].as_i64()? - called_back.get(call["params"]["caption"].as_str()?)?))
        .collect();
    ensure!(!times.is_empty(), "no video can be matched with its callback");
    times.sort_unstable();
    Ok(times)
}

#[derive(Debug, Clone, Copy)]
struct Percentiles {
    p50: i64,
    p99: i64,
    number: usize,
}

impl Percentiles {
    /// Of sorted values, of which there is at least one.
    fn of(sorted: &[i64]) -> Self {
        let at = |percent: usize| sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)];
        Self { p50: at(50), p99: at(99), number: sorted.len() }
    }

    fn json(self) -> Value {
        json!({ "p50": self.p50, "p99": self.p99, "of": self.number })
    }
}

impl std::fmt::Display for Percentiles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "p50 {} ms, p99 {} ms ({} videos)", self.p50, self.p99, self.number)
    }
}

fn rate(jobs: usize, time: Duration) -> f64 {
    f64::from(u32::try_from(jobs).unwrap_or(u32::MAX)) / time.as_secs_f64()
}
