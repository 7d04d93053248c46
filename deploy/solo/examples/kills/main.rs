//! The kill run: `cargo run --release --example kills -- --kills 100 [--seed N]`.
//!
//! People buy credits and order videos while the whole system is killed with SIGKILL again and again and started
//! anew at once. The simulators run in a process of their own and are never killed. Then everything may settle, and
//! the simulators' records say whether every payment was credited once, every finished video arrived, and nothing was
//! ordered twice. Half of the kills strike a system that polls, half one that is called back.
//!
//! Exit code 0: all is well. The run stops only its own children; it works in a temporary folder, which is kept when
//! something was wrong.

mod children;
mod faults;
mod judge;
mod kills;
mod load;
mod parts;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use shared::telemetry::{self, LogFormat};
use solo::driver::{books, until};
use tokio_util::sync::CancellationToken;

use children::{Children, Mode};
use judge::{Happened, Verdict};

/// The first orders have reached KIE.ai after this long.
const WARM_WITHIN: Duration = Duration::from_secs(60);

/// What is under way when the kills end must be settled after this long: a POST that nobody answered is given up after
/// a minute, its job after another.
const SETTLE_WITHIN: Duration = Duration::from_secs(300);

/// Kills the system again and again, and checks that nobody loses money or videos.
#[derive(Debug, Parser)]
struct Options {
    /// How often the system is killed.
    #[arg(long, default_value_t = 100)]
    kills: u32,
    /// Chooses orders, faults and moments; printed at the start.
    #[arg(long)]
    seed: Option<u64>,
    /// How many people use the bot.
    #[arg(long, default_value_t = 16)]
    people: u32,
    #[command(subcommand)]
    part: Option<Part>,
}

/// The processes of the run are this program again.
#[derive(Debug, Clone, Subcommand)]
enum Part {
    /// Starreel, as the program `solo` runs it.
    #[command(hide = true)]
    Solo,
    /// The simulators, as their own program runs them.
    #[command(hide = true)]
    Simulators(parts::Place),
}

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    telemetry::init(LogFormat::Text, "warn");
    let outcome = match options.part.clone() {
        Some(Part::Solo) => parts::solo().await.map(|()| true),
        Some(Part::Simulators(place)) => parts::simulators(&place).await.map(|()| true),
        None => run(&options).await,
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            tracing::error!("{}", telemetry::chain(&*error));
            ExitCode::FAILURE
        }
    }
}

/// Says whether all is well.
async fn run(options: &Options) -> anyhow::Result<bool> {
    let seed = options.seed.unwrap_or_else(|| rand::rng().random_range(0..1_000_000));
    say(&format!("seed {seed}, {} kills, {} people", options.kills, options.people));
    let mut random = StdRng::seed_from_u64(seed);
    let mut folder = tempfile::tempdir().context("a folder for the run cannot be made")?;
    let mut all_well = true;
    let halves = [(Mode::Polling, options.kills.div_ceil(2)), (Mode::CalledBack, options.kills / 2)];
    for (mode, kills) in halves.into_iter().filter(|(_, kills)| *kills > 0) {
        let place = folder.path().join(mode.name());
        let verdict = half(mode, kills, options.people, &place, &mut random).await?;
        say(&format!("\n{}\n{verdict}", mode.describe()));
        all_well &= verdict.is_well();
    }
    if all_well {
        say("all is well");
    } else {
        folder.disable_cleanup(true);
        say(&format!("NOT WELL; the records are in {}", folder.path().display()));
    }
    Ok(all_well)
}

/// One half of the run: its own simulators, its own database, its own people.
async fn half(mode: Mode, kills: u32, people: u32, place: &Path, random: &mut StdRng) -> anyhow::Result<Verdict> {
    let mut children = Children::start(mode, place).await?;
    let world = children.world();
    let stop = CancellationToken::new();
    let load = load::start(&world, people, random, &stop).await?;
    let faults = faults::start(&world, random, &stop);
    until("people to have ordered", WARM_WITHIN, async || {
        children.check_alive()?;
        Ok((world.kie_tasks().await?.len() >= 5).then_some(()))
    })
    .await?;
    let struck = kills::run(&mut children, kills, random, say).await?;
    stop.cancel();
    let placed = load.finish().await;
    faults.finish().await?;
    say("no more kills; waiting for everything to settle");
    let database = children.database();
    let settled = until("everything to settle", SETTLE_WITHIN, async || {
        children.check_alive()?;
        let running = world.kie_tasks().await?.iter().filter(|task| task["state"] == "running").count();
        Ok((running == 0 && books::open_matters(&database)?.is_empty()).then_some(()))
    });
    let stuck = match settled.await {
        Ok(()) => Vec::new(),
        Err(error) => std::iter::once(error.to_string()).chain(books::open_matters(&database)?).collect(),
    };
    let mut verdict = judge::judge(&world, Happened { mode, kills: struck, load: placed, stuck }).await?;
    verdict.add_audit(books::audit(&database));
    verdict.add_stop(children.stop()?);
    Ok(verdict)
}

/// Prints a line. That nobody reads it is no reason to stop.
fn say(text: &str) {
    writeln!(std::io::stdout(), "{text}").ok();
}
