//! One round: a system is started in a fresh folder, delivers a first video, rests, and is then measured while people order.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use serde::Deserialize;
use serde_json::Value;
use solo::driver::{World, database, until};
use testkit::{ChildProcess, Deployment, InOne, Meter, Plan, Reading, Taken};

use super::figures::{self, Figures};
use crate::measuring::calls::CallReader;
use crate::measuring::typing::{self, Wallet};
use crate::measuring::{Percentiles, number, render};

/// Every video renders for so long.
const RENDER: Duration = Duration::from_secs(1);

/// When nothing was called for so long, everything is said: Starreel edits a message a while after the last word.
const QUIET: Duration = Duration::from_secs(2);

/// People look at their chats so often, and more rarely when there are many, so that looking is not most of the work.
const PEOPLE_LOOK_EVERY: Duration = Duration::from_millis(50);
const PEOPLE_LOOK_AFTER_EACH: Duration = Duration::from_micros(500);

/// Often enough for [`Meter`].
const METERS_LOOK_EVERY: Duration = Duration::from_secs(2);

/// Nothing takes longer.
const PATIENCE: Duration = Duration::from_secs(600);

/// What is measured.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject {
    Floor,
    Starreel { workers: Option<u32> },
}

/// Who comes, and how long nobody does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crowd {
    at_once: usize,
    orders: usize,
    idle: Duration,
}

impl Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Floor => f.write_str("the floor"),
            Self::Starreel { workers: None } => f.write_str("solo"),
            Self::Starreel { workers: Some(workers) } => write!(f, "a bot and {workers} workers"),
        }
    }
}

impl Subject {
    /// Limits that settings lift are lifted; that of one chat stays, and nobody comes near it.
    fn plan(self) -> anyhow::Result<Plan> {
        let (in_one, workers) = match self {
            Self::Floor => (InOne::FLOOR, None),
            Self::Starreel { workers } => (InOne::SOLO, workers),
        };
        Ok(Plan {
            workers: workers.map(usize::try_from).transpose()?,
            in_one,
            is_limited: false,
            render_minutes_max: 15,
            bot_settings: vec![("TELEGRAM_MESSAGES_PER_SECOND", "10000".to_owned())],
            worker_settings: vec![("KIE_CREATES_PER_10_SECONDS", "1000000".to_owned())],
            ..Plan::default()
        })
    }
}

impl Crowd {
    /// So many people at a time, who order so many videos after each other, and then nobody for a while.
    pub(super) fn new(people: u32, videos: u32, idle_seconds: u64) -> anyhow::Result<Self> {
        let (at_once, videos) = (usize::try_from(people)?, usize::try_from(videos)?);
        Ok(Self { at_once, orders: at_once * videos, idle: Duration::from_secs(idle_seconds) })
    }

    fn looks_every(&self) -> Duration {
        let each = PEOPLE_LOOK_AFTER_EACH * u32::try_from(self.at_once).unwrap_or(u32::MAX);
        PEOPLE_LOOK_EVERY.max(each)
    }
}

/// Plays a round.
pub(super) async fn measure(subject: Subject, crowd: Crowd) -> anyhow::Result<Figures> {
    let folder = tempfile::tempdir().context("a folder for the round cannot be made")?;
    let mut deployment = Deployment::prepare(subject.plan()?, folder.path()).await?.start().await?;
    deployment.until_ready().await?;
    let world = deployment.world().with_patience(PATIENCE).looking_every(crowd.looks_every());
    let outcome = played(subject, crowd, &deployment, &world).await;
    deployment.check_alive()?;
    let figures = outcome?;
    deployment.stop()?;
    if matches!(subject, Subject::Starreel { .. }) {
        database::audit(&deployment.database())?;
    }
    Ok(figures)
}

async fn played(subject: Subject, crowd: Crowd, deployment: &Deployment, world: &World) -> anyhow::Result<Figures> {
    render(world, RENDER).await?;
    let people = 1..1 + crowd.orders;
    if matches!(subject, Subject::Starreel { .. }) {
        typing::buy(world, 0..people.end).await?;
    }
    // The first video opens connections and brings in code.
    typing::order_and_wait(world, 0..1, 1, Wallet::Filled).await?;
    until_quiet(world).await?;

    let mut meters = Meters::of(deployment);
    let before_idle = meters.look()?;
    let nobody = async {
        tokio::time::sleep(crowd.idle).await;
        Ok(())
    };
    meters.looking(nobody).await?;
    let before = meters.look()?;

    let reader = CallReader::start(world.clone());
    reader.caught_up(world).await?;
    let calls_before = (reader.counts(), kie_calls(world).await?);
    let started = Instant::now();
    let (sent, delivering) = meters
        .looking(async {
            let sent = typing::order_and_wait(world, people, crowd.at_once, Wallet::Filled).await?;
            let delivering = started.elapsed();
            until_quiet(world).await?;
            Ok((sent, delivering))
        })
        .await?;
    let after = meters.look()?;
    let running = started.elapsed();

    reader.caught_up(world).await?;
    let calls = (reader.counts(), kie_calls(world).await?);
    let to_answer = Percentiles::of(&reader.update_to_reply(&sent))?;
    let to_video = Percentiles::of(&reader.callback_to_video(world, crowd.orders).await?)?;
    reader.finish().await?;
    ensure!(to_video.of == crowd.orders, "{} of {} videos can be told apart", to_video.of, crowd.orders);
    let tasks = world.kie_tasks().await?.len();
    ensure!(tasks == 1 + crowd.orders, "KIE.ai has seen {tasks} tasks for {} orders", 1 + crowd.orders);

    let videos = number(crowd.orders);
    let mut figures = Figures::default();
    set_times(&mut figures, to_answer, to_video);
    let (taken, idle) = (after.taken - before.taken, before.taken - before_idle.taken);
    set_taken(&mut figures, &Run { taken, running, idle, idle_for: crowd.idle, videos });
    figures.set(figures::VIDEOS_PER_SECOND, videos / delivering.as_secs_f64());
    figures.set(figures::DELIVERED, number(to_video.of));
    figures.set("resident_mb_idle", before.resident_megabytes);
    figures.set("resident_mb_end", after.resident_megabytes);
    figures.set_telegram_calls(per_video(&calls.0, &calls_before.0, videos));
    figures.set_kie_calls(per_video(&calls.1, &calls_before.1, videos));
    Ok(figures)
}

/// What was taken while people ordered, and while nobody did.
struct Run {
    taken: Taken,
    running: Duration,
    idle: Taken,
    idle_for: Duration,
    videos: f64,
}

fn set_times(figures: &mut Figures, to_answer: Percentiles, to_video: Percentiles) {
    for (name, ms) in [
        ("tap_to_answer_ms_p50", to_answer.p50),
        ("tap_to_answer_ms_p99", to_answer.p99),
        ("callback_to_video_ms_p50", to_video.p50),
        ("callback_to_video_ms_p99", to_video.p99),
    ] {
        figures.set(name, i32::try_from(ms).map_or(f64::MAX, f64::from));
    }
}

/// What the system takes anyway, whether people order or not, is no part of a video's CPU.
fn set_taken(figures: &mut Figures, run: &Run) {
    let Run { taken, running, idle, idle_for, videos } = run;
    let anyway = idle.cpu.as_secs_f64() * running.as_secs_f64() / idle_for.as_secs_f64();
    let minutes = idle_for.as_secs_f64() / 60.0;
    figures.set(figures::CPU_MS_PER_VIDEO, (taken.cpu.as_secs_f64() - anyway).max(0.0) * 1e3 / videos);
    figures.set("written_kb_per_video", kilobytes(taken.written_bytes) / videos);
    figures.set("disk_kb_per_video", kilobytes(taken.disk_bytes) / videos);
    figures.set("waits_per_video", count(taken.waits) / videos);
    figures.set("idle_cpu_ms_per_minute", idle.cpu.as_secs_f64() * 1e3 / minutes);
    figures.set("idle_waits_per_minute", count(idle.waits) / minutes);
}

/// The meters of the bot and of each worker. Simulators and servers are not measured.
struct Meters(Vec<Meter>);

impl Meters {
    fn of(deployment: &Deployment) -> Self {
        Self(std::iter::once(&deployment.bot).chain(&deployment.workers).map(ChildProcess::meter).collect())
    }

    /// What all of them together have taken and hold.
    fn look(&mut self) -> anyhow::Result<Reading> {
        let mut all = Reading { taken: Taken::default(), resident_megabytes: 0.0 };
        for meter in &mut self.0 {
            let one = meter.look()?;
            all.taken = all.taken + one.taken;
            all.resident_megabytes += one.resident_megabytes;
        }
        Ok(all)
    }

    /// Looks again and again while something goes on.
    async fn looking<T>(&mut self, something: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
        let mut something = std::pin::pin!(something);
        loop {
            tokio::select! {
                outcome = &mut something => return outcome,
                () = tokio::time::sleep(METERS_LOOK_EVERY) => drop(self.look()?),
            }
        }
    }
}

/// Waits until nothing was called of Telegram for a while.
async fn until_quiet(world: &World) -> anyhow::Result<()> {
    #[derive(Deserialize)]
    struct Calls {
        last: u64,
    }
    let mut heard = (0, Instant::now());
    until("the last word", PATIENCE, async || {
        let Calls { last } = world.get("simulators/telegram/calls?limit=0").await?;
        if last != heard.0 {
            heard = (last, Instant::now());
        }
        Ok((heard.1.elapsed() >= QUIET).then_some(()))
    })
    .await
}

/// How often each method of KIE.ai was called so far, by the last part of its path.
async fn kie_calls(world: &World) -> anyhow::Result<BTreeMap<String, u32>> {
    let calls: Vec<Value> = world.get("simulators/kie/calls").await?;
    let mut counts = BTreeMap::new();
    for call in calls {
        let path = call["path"].as_str().context("a call without a path")?;
        *counts.entry(path.rsplit('/').next().unwrap_or(path).to_owned()).or_default() += 1;
    }
    Ok(counts)
}

/// Calls of each method for one video.
fn per_video(after: &BTreeMap<String, u32>, before: &BTreeMap<String, u32>, videos: f64) -> Vec<(String, f64)> {
    let during = |(method, count): (&String, &u32)| {
        let during = count.saturating_sub(before.get(method).copied().unwrap_or_default());
        (during > 0).then(|| (method.clone(), f64::from(during) / videos))
    };
    after.iter().filter_map(during).collect()
}

fn kilobytes(bytes: u64) -> f64 {
    count(bytes / 100) / 10.0
}

fn count(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_of_the_first_video_are_not_counted() {
        let counts = |counts: &[(&str, u32)]| counts.iter().map(|(m, n)| ((*m).to_owned(), *n)).collect();
        let (before, after) = (counts(&[("getMe", 1), ("sendVideo", 1)]), counts(&[("getMe", 1), ("sendVideo", 31)]));
        assert_eq!(per_video(&after, &before, 30.0), [("sendVideo".to_owned(), 1.0)]);
    }

    #[test]
    fn what_is_taken_anyway_is_no_part_of_a_video() {
        let run = Run {
            taken: Taken { cpu: Duration::from_millis(100), written_bytes: 40_000, ..Taken::default() },
            running: Duration::from_secs(10),
            idle: Taken { cpu: Duration::from_millis(20), ..Taken::default() },
            idle_for: Duration::from_secs(20),
            videos: 9.0,
        };
        let mut figures = Figures::default();
        set_taken(&mut figures, &run);
        let json = figures.json();
        let is = |name: &str, value: f64| (json[name].as_f64().unwrap() - value).abs() < 1e-3;
        assert!(is("cpu_ms_per_video", 10.0) && is("idle_cpu_ms_per_minute", 60.0), "{json}");
        assert!(is("written_kb_per_video", 40.0 / 9.0), "{json}");
    }
}
