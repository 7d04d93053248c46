//! The load run: how many orders the chain takes and how many videos it delivers a second, how long people wait for an
//! answer and a video for its chat, and what that takes of the machine, while more and more jobs are under way. Bot,
//! workers and simulators are processes of their own, RabbitMQ and Redis real ones; the simulators limit nothing.
//!
//! For each number of jobs under way:
//! 1. People order until so many videos render, which they would do for hours: *accepted a second*, *update to reply*
//!    when all type at once, as fast as they are answered.
//! 2. The newest of them (see `--jobs`) are ready at the same moment: *delivered a second*, *callback to video* when all
//!    come at once.
//! 3. A few people order, one here, one there, and get their videos: both times when not much else goes on.
//!
//! CPU is that of one job, from its first update to its video; memory is the most that a process ever had. The load and the
//! simulators share the machine with what is measured, and the table says what the simulators take. The last line is JSON
//! with the same figures, so that runs can be compared; see [`Rung::json`].

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use clap::Args;
use serde_json::{Value, json};
use solo::driver::database;
use testkit::{ChildProcess, Deployment, Plan, Usage};

use crate::measuring::calls::CallReader;
use crate::measuring::typing::Wallet;
use crate::measuring::{Percentiles, cores, number, render, typing};
use crate::say;

/// People of the third step, how many of them at the same time, and how long their videos render: until their chats may
/// be spoken to again.
const CALM_PEOPLE: usize = 50;
const CALM_AT_ONCE: usize = 10;
const CALM_RENDER: Duration = Duration::from_secs(5);

/// A video that renders for so long is one that stays under way.
const HOURS: Duration = Duration::from_secs(20 * 3600);

/// Between two looks at the bot's database.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// No step takes longer.
const PATIENCE: Duration = Duration::from_secs(3600);

/// What is measured.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// Jobs under way at the same time, one measurement for each number.
    #[arg(long, value_delimiter = ',', default_value = "1000")]
    in_flight: Vec<usize>,
    /// Videos that are ready at the same moment.
    #[arg(long, default_value_t = 1000)]
    jobs: usize,
    /// Worker processes beside the bot.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=16))]
    workers: u32,
    /// Bot and worker in one process, as `cargo run` starts it, without RabbitMQ and Redis.
    #[arg(long, conflicts_with = "workers")]
    solo: bool,
}

/// Runs it and prints what was seen.
///
/// # Errors
/// When the run cannot go on.
pub async fn run(options: Options) -> anyhow::Result<()> {
    ensure!(options.in_flight.is_sorted() && options.jobs > 0, "--in-flight must grow and --jobs not be 0");
    let folder = tempfile::tempdir().context("a folder for the run cannot be made")?;
    let workers = (!options.solo).then_some(options.workers);
    let mut load = Load {
        deployment: start(folder.path(), workers).await?,
        jobs: options.jobs,
        people: 0,
        under_way: 0,
        delivered: 0,
    };
    say(&format!("{} on {} cores", workers.map_or("solo".to_owned(), |n| format!("bot and {n} workers")), cores()));
    let idle = uses(&load.deployment)?;
    say(&format!("idle: bot {:.0} MB, worker {:.0} MB", idle.bot.peak_megabytes, idle.workers.peak_megabytes));
    say(HEAD);
    let mut rungs = Vec::new();
    for in_flight in options.in_flight {
        let rung = load.measure(in_flight).await?;
        say(&rung.line());
        rungs.push(rung.json());
    }
    database::audit(&load.deployment.database())?;
    say(&json!({ "run": "load", "workers": workers, "cores": cores(), "rungs": rungs }).to_string());
    Ok(())
}

/// A system that the simulators do not slow down, and that gives no job up during the run.
async fn start(folder: &Path, workers: Option<u32>) -> anyhow::Result<Deployment> {
    let log = ("RUST_LOG", "warn".to_owned());
    let plan = Plan {
        workers: workers.map(usize::try_from).transpose()?,
        is_limited: false,
        render_minutes_max: 120,
        bot_settings: vec![("TELEGRAM_MESSAGES_PER_SECOND", "10000".to_owned()), log.clone()],
        worker_settings: vec![("KIE_CREATES_PER_10_SECONDS", "1000000".to_owned()), log],
        ..Plan::default()
    };
    let mut deployment = Deployment::prepare(plan, folder).await?.start().await?;
    deployment.until_ready().await?;
    Ok(deployment)
}

/// What the processes have taken since their start.
#[derive(Debug, Clone, Copy)]
struct Uses {
    bot: Usage,
    /// CPU of all workers together, memory of the largest.
    workers: Usage,
    simulators: Usage,
}

fn uses(deployment: &Deployment) -> anyhow::Result<Uses> {
    let workers = deployment.workers.iter().map(ChildProcess::usage).collect::<anyhow::Result<Vec<_>>>()?;
    let workers = workers.into_iter().fold(Usage::default(), |all, one| Usage {
        cpu_seconds: all.cpu_seconds + one.cpu_seconds,
        peak_megabytes: all.peak_megabytes.max(one.peak_megabytes),
    });
    Ok(Uses { bot: deployment.bot.usage()?, workers, simulators: deployment.simulators.usage()? })
}

struct Load {
    deployment: Deployment,
    /// Videos of one rung that are ready at the same moment.
    jobs: usize,
    /// People so far, which are orders, too.
    people: usize,
    /// Jobs that render.
    under_way: usize,
    delivered: usize,
}

/// What was measured with so many jobs under way.
#[derive(Debug)]
struct Rung {
    in_flight: usize,
    accepted_per_second: f64,
    delivered_per_second: f64,
    update_to_reply_at_once: Percentiles,
    update_to_reply_calm: Percentiles,
    callback_to_video_at_once: Percentiles,
    callback_to_video_calm: Percentiles,
    /// Seconds of CPU of one job.
    bot_cpu: f64,
    workers_cpu: f64,
    simulators_cpu: f64,
    uses: Uses,
}

impl Load {
    async fn measure(&mut self, in_flight: usize) -> anyhow::Result<Rung> {
        let world = self.deployment.world().with_patience(PATIENCE);
        let reader = CallReader::start(world.clone());
        render(&world, HOURS).await?;
        let before = uses(&self.deployment)?;
        let started = Instant::now();
        let new = in_flight.saturating_sub(self.under_way).max(1);
        let sent = typing::place(&world, self.people..self.people + new).await?;
        let accepting = started.elapsed();
        self.people += new;
        self.under_way += new;
        self.wait_for("submitted", self.under_way).await?;
        reader.caught_up(&world).await?;
        let update_to_reply_at_once = Percentiles::of(&reader.update_to_reply(&sent))?;
        let ordered = uses(&self.deployment)?;

        let jobs = self.jobs.min(self.under_way);
        let started = Instant::now();
        world.post::<Value>("simulators/kie/finish", &json!({ "newest": jobs })).await?;
        self.under_way -= jobs;
        self.delivered += jobs;
        self.wait_for("delivered", self.delivered).await?;
        let delivering = started.elapsed();
        let uses = uses(&self.deployment)?;
        reader.caught_up(&world).await?;
        let at_once = Percentiles::of(&reader.callback_to_video(&world, jobs).await?)?;

        render(&world, CALM_RENDER).await?;
        let sent =
            typing::order_and_wait(&world, self.people..self.people + CALM_PEOPLE, CALM_AT_ONCE, Wallet::Empty).await?;
        self.people += CALM_PEOPLE;
        self.delivered += CALM_PEOPLE;
        reader.caught_up(&world).await?;
        let calm = Percentiles::of(&reader.callback_to_video(&world, CALM_PEOPLE).await?)?;
        let update_to_reply_calm = Percentiles::of(&reader.update_to_reply(&sent))?;
        reader.finish().await?;

        let of_one_job = |part: fn(&Uses) -> f64| {
            (part(&ordered) - part(&before)) / number(new) + (part(&uses) - part(&ordered)) / number(jobs)
        };
        Ok(Rung {
            in_flight,
            accepted_per_second: number(new) / accepting.as_secs_f64(),
            delivered_per_second: number(jobs) / delivering.as_secs_f64(),
            update_to_reply_at_once,
            update_to_reply_calm,
            callback_to_video_at_once: at_once,
            callback_to_video_calm: calm,
            bot_cpu: of_one_job(|uses| uses.bot.cpu_seconds),
            workers_cpu: of_one_job(|uses| uses.workers.cpu_seconds),
            simulators_cpu: of_one_job(|uses| uses.simulators.cpu_seconds),
            uses,
        })
    }

    /// Waits until the bot's books have so many jobs that are so far.
    async fn wait_for(&mut self, progress: &str, jobs: usize) -> anyhow::Result<()> {
        let query = format!("SELECT count(*) FROM jobs WHERE progress = '{progress}'");
        let (database, jobs, deadline) = (self.deployment.database(), i64::try_from(jobs)?, Instant::now() + PATIENCE);
        while database::count(&database, &query)? < jobs {
            self.deployment.check_alive()?;
            ensure!(Instant::now() < deadline, "fewer than {jobs} jobs are {progress}");
            tokio::time::sleep(LOOK_EVERY).await;
        }
        Ok(())
    }
}

const HEAD: &str = "
in flight  accepted delivered  update to reply, ms         callback to video, ms       CPU of a job, ms    peak memory, MB
                 /s        /s  at once       calm          at once       calm          bot workers  sims   bot worker   sims";

impl Rung {
    fn line(&self) -> String {
        let uses = &self.uses;
        format!(
            "{:>9} {:>9.1} {:>9.1}  {:<13} {:<13} {:<13} {:<11} {:>6.1} {:>7.1} {:>5.1} {:>5.0} {:>6.0} {:>6.0}",
            self.in_flight,
            self.accepted_per_second,
            self.delivered_per_second,
            self.update_to_reply_at_once,
            self.update_to_reply_calm,
            self.callback_to_video_at_once,
            self.callback_to_video_calm,
            self.bot_cpu * 1e3,
            self.workers_cpu * 1e3,
            self.simulators_cpu * 1e3,
            uses.bot.peak_megabytes,
            uses.workers.peak_megabytes,
            uses.simulators.peak_megabytes,
        )
    }

    /// Times in milliseconds, as `{p50, p99, of}`, `of` being how many were measured; CPU in seconds of one job; memory in
    /// megabytes, that of a worker being the largest one's. Solo, the bot is the whole process and `workers` is null.
    fn json(&self) -> Value {
        json!({
            "in_flight": self.in_flight,
            "accepted_per_second": self.accepted_per_second,
            "delivered_per_second": self.delivered_per_second,
            "update_to_reply_at_once_ms": self.update_to_reply_at_once.json(),
            "update_to_reply_calm_ms": self.update_to_reply_calm.json(),
            "callback_to_video_at_once_ms": self.callback_to_video_at_once.json(),
            "callback_to_video_calm_ms": self.callback_to_video_calm.json(),
            "bot_cpu_seconds_per_job": self.bot_cpu,
            "workers_cpu_seconds_per_job": self.workers_cpu,
            "simulators_cpu_seconds_per_job": self.simulators_cpu,
            "bot_peak_megabytes": self.uses.bot.peak_megabytes,
            "worker_peak_megabytes": self.uses.workers.peak_megabytes,
        })
    }
}
