//! `cargo run --release --example memory -- --jobs 1000`: how much memory the whole system takes, simulators included,
//! when nothing happens and while so many videos render.
//!
//! KIE.ai takes 20 orders in 10 seconds, and half of them at once is all that is kept up: a thousand jobs take some
//! seventeen minutes to be submitted.

use std::io::Write as _;
use std::time::Duration;

use anyhow::Context as _;
use clap::Parser;
use futures_util::{StreamExt as _, TryStreamExt as _};
use solo::driver::{Order, World};
use solo::{Settings, System};
use tokio_util::sync::CancellationToken;

/// Orders of one person that are under way at the same time.
const JOBS_PER_PERSON: usize = 3;

/// People who chat at the same time.
const PEOPLE_AT_ONCE: usize = 20;

/// Longer than the measurement.
const RENDER: Duration = Duration::from_secs(3 * 60 * 60);

/// Enough for any number of jobs.
const KIE_CREDITS: u32 = 10_000_000;

#[derive(Debug, Parser)]
struct Options {
    /// Videos that render at the same time.
    #[arg(long, default_value_t = 1000)]
    jobs: usize,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let Options { jobs } = Options::parse();
    let folder = tempfile::tempdir()?;
    let settings = Settings::for_trying_out(folder.path())?;
    let shutdown = CancellationToken::new();
    let system = System::start_rendering_for(&settings, RENDER..=RENDER, shutdown.clone()).await?;
    let world = World::at(system.base().clone());
    let measured = async {
        let outcome = measure(&world, jobs).await;
        shutdown.cancel();
        outcome
    };
    let (outcome, ran) = tokio::join!(measured, system.run());
    outcome.and(ran)
}

async fn measure(world: &World, jobs: usize) -> anyhow::Result<()> {
    tokio::time::sleep(Duration::from_secs(5)).await;
    say(&format!("idle: {} MB resident", resident_megabytes()?));
    world.kie_balance(KIE_CREDITS).await?;
    let people = (0..jobs.div_ceil(JOBS_PER_PERSON)).map(|number| person(world, number, jobs));
    futures_util::stream::iter(people).buffer_unordered(PEOPLE_AT_ONCE).try_collect::<Vec<()>>().await?;
    say(&format!("{jobs} orders placed: {} MB resident", resident_megabytes()?));
    loop {
        let rendering = world.kie_tasks().await?.len();
        if rendering >= jobs {
            break;
        }
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
    say(&format!("{jobs} videos rendering: {} MB resident", resident_megabytes()?));
    Ok(())
}

async fn person(world: &World, number: usize, jobs: usize) -> anyhow::Result<()> {
    let mut person = world.person(&format!("Person {number}")).await?;
    person.sends("/start").await?;
    person.buys("5 credits").await?;
    for job in (number * JOBS_PER_PERSON..jobs).take(JOBS_PER_PERSON) {
        person.orders(Order::from_words("Veo 3 Fast", &format!("Scene {job}"))).await?;
    }
    Ok(())
}

fn resident_megabytes() -> anyhow::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).context("no VmRSS")?;
    let kilobytes: u64 = line.split_whitespace().nth(1).context("no number")?.parse()?;
    Ok(kilobytes / 1024)
}

fn say(text: &str) {
    writeln!(std::io::stdout(), "{text}").ok();
}
