//! `cargo run --release -p chaos -- <kills|load|bench|broadcast|people|judge|greet>`: trials of a whole system. Exit code 0: all is well.
//!
//! `kills`, `load`, `bench` and `broadcast` bring their own system. The others use one that runs already with the simulators, as deploy/smoke.sh does:
//! `people` use it while somebody strikes it and keeps a list of that, then `judge` says what it came to.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use chaos::bench;
use chaos::broadcast;
use chaos::disturbances::Disturbances;
use chaos::faults::{Faults, Payments};
use chaos::judge::{Happened, judge};
use chaos::kills;
use chaos::load;
use chaos::people::{Habits, People};
use chaos::records::Records;
use chaos::say;
use chaos::settling::{Sources, settle};
use clap::{Args, Parser, Subcommand};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use shared::shutdown;
use shared::telemetry::{self, LogFilter, LogFormat};
use solo::driver::{World, database};
use testkit::programs;
use tokio::runtime::{Builder, Runtime};
use tokio_util::sync::CancellationToken;
use url::Url;

/// Tries the whole of Starreel, and judges by what the simulators have recorded.
#[derive(Debug, Parser)]
struct Options {
    #[command(subcommand)]
    trial: Trial,
}

#[derive(Debug, Subcommand)]
enum Trial {
    /// Kill and strike a system of its own again and again, and check that nobody loses money or videos.
    Kills(kills::Options),
    /// Measure how many videos a bot and workers of its own deliver, how fast, and what they take of the machine.
    Load(load::Options),
    /// Measure what a video takes, beside the least that a program can do for the same conversation.
    Bench(bench::Options),
    /// Measure what a message to everybody costs those who are ordering meanwhile.
    Broadcast(broadcast::Options),
    /// Let people buy and order at a running system, until SIGTERM or for so many orders.
    People(PeopleOptions),
    /// Say hello as somebody new, and expect an answer.
    Greet(GreetOptions),
    /// Wait until a running system has settled, and judge what people have done there.
    Judge(JudgeOptions),
    /// Starreel, as the program `solo` runs it.
    #[command(hide = true)]
    Solo,
    /// What `bench` compares Starreel with.
    #[command(hide = true)]
    Floor,
    /// The simulators, as their own program runs them.
    #[command(hide = true)]
    Simulators(programs::SimulatorOptions),
}

#[derive(Debug, Args)]
struct PeopleOptions {
    /// Where the simulators are.
    #[arg(long)]
    simulators: Url,
    /// How many people use the bot.
    #[arg(long, default_value_t = 16)]
    people: u32,
    /// They stop after so many orders together.
    #[arg(long)]
    orders: Option<u32>,
    /// With so many videos under way, one waits before ordering the next.
    #[arg(long, default_value_t = 2)]
    at_once: usize,
    /// Have the outside world make mistakes meanwhile: tasks that fail, callbacks and answers that get lost.
    #[arg(long)]
    faults: bool,
    /// Chooses orders and faults; printed at the start.
    #[arg(long)]
    seed: Option<u64>,
    /// Where it is written who they are and what they did.
    #[arg(long)]
    records: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct GreetOptions {
    /// Where the simulators are.
    #[arg(long)]
    simulators: Url,
    /// The answer must come within so many seconds.
    #[arg(long, default_value_t = 10)]
    within_seconds: u64,
}

#[derive(Debug, Args)]
struct JudgeOptions {
    /// Where the simulators are.
    #[arg(long)]
    simulators: Url,
    /// What `people` has written.
    #[arg(long)]
    records: PathBuf,
    /// What was done to the system: a line `<epoch milliseconds> <kill|stop|start> <bot|worker|rabbitmq|redis|solo>`
    /// for each. Nothing, if there is no such file.
    #[arg(long)]
    disturbances: PathBuf,
    /// The bot's metrics, such as `http://bot:8080/metrics`.
    #[arg(long)]
    bot_metrics: Option<Url>,
    /// The bot's database, to be audited, too.
    #[arg(long)]
    database: Option<PathBuf>,
    /// Everything must have settled after so many seconds.
    #[arg(long, default_value_t = 300)]
    settle_seconds: u64,
    /// What a credit costs.
    #[arg(long, default_value_t = 100)]
    stars_per_credit: i64,
    /// A trial with fewer orders has tried nothing.
    #[arg(long, default_value_t = 1)]
    orders_min: u32,
}

fn main() -> ExitCode {
    let options = Options::parse();
    telemetry::init(LogFormat::Text, &LogFilter::of_environment_or("warn"));
    let Ok(runtime) = runtime(&options.trial) else { return ExitCode::FAILURE };
    let outcome = runtime.block_on(run(options.trial));
    // People of a run that broke off may still be in the middle of something; nobody waits for them.
    runtime.shutdown_background();
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            tracing::error!("{}", telemetry::chain(&*error));
            ExitCode::FAILURE
        }
    }
}

/// The floor has one thread, and shows how far one goes; solo has one like its own program.
fn runtime(trial: &Trial) -> std::io::Result<Runtime> {
    let has_one_thread = matches!(trial, Trial::Floor | Trial::Solo);
    let mut runtime = if has_one_thread { Builder::new_current_thread() } else { Builder::new_multi_thread() };
    runtime.enable_all().build()
}

/// Whether all is well.
async fn run(trial: Trial) -> anyhow::Result<bool> {
    match trial {
        Trial::Kills(options) => unless_stopped(kills::run(&options)).await,
        Trial::Load(options) => unless_stopped(load::run(options)).await.map(|()| true),
        Trial::Bench(options) => unless_stopped(bench::run(options)).await.map(|()| true),
        Trial::Broadcast(options) => unless_stopped(broadcast::run(options)).await.map(|()| true),
        Trial::People(options) => people(&options).await.map(|()| true),
        Trial::Greet(options) => greet(&options).await.map(|()| true),
        Trial::Judge(options) => judged(options).await,
        Trial::Solo => programs::solo().await.map(|()| true),
        Trial::Floor => bench::floor::run().await.map(|()| true),
        Trial::Simulators(options) => programs::simulators(&options).await.map(|()| true),
    }
}

/// Runs a trial that has processes of its own. On SIGINT or SIGTERM it is dropped, and they end with it.
async fn unless_stopped<T>(trial: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let stop = CancellationToken::new();
    tokio::select! {
        outcome = trial => outcome,
        heard = shutdown::cancel_on_signal(stop) => {
            heard.context("no signals can be heard")?;
            anyhow::bail!("stopped by a signal; the processes of the trial are stopped, too");
        }
    }
}

async fn people(options: &PeopleOptions) -> anyhow::Result<()> {
    let seed = options.seed.unwrap_or_else(|| rand::rng().random_range(0..1_000_000));
    say(&format!("seed {seed}, {} people", options.people));
    let mut random = StdRng::seed_from_u64(seed);
    let world = World::at(options.simulators.clone());
    let stop = CancellationToken::new();
    let habits =
        Habits { people: options.people, orders: options.orders, at_once: Some(options.at_once), refunds: false };
    let people = People::start(&world, habits, &mut random, &stop).await?;
    let keep = |records: &Records| options.records.as_ref().map_or(Ok(()), |file| records.write(file));
    // Whoever is killed leaves at least a list of those who took part.
    keep(people.records())?;
    let faults = options.faults.then(|| Faults::start(&world, Payments::Arrive, &mut random, &stop));
    let finished = async {
        let records = people.finish().await;
        stop.cancel();
        records
    };
    let (records, heard) = tokio::join!(finished, shutdown::cancel_on_signal(stop.clone()));
    heard.context("no signals can be heard")?;
    if let Some(faults) = faults {
        faults.finish().await?;
    }
    keep(&records)?;
    say(&format!("{} orders, {} tries given up", records.orders, records.given_up));
    Ok(())
}

async fn greet(options: &GreetOptions) -> anyhow::Result<()> {
    let world = World::at(options.simulators.clone()).with_patience(Duration::from_secs(options.within_seconds));
    let name = format!("Guest{}", rand::rng().random_range(0..u32::MAX));
    let mut person = world.person(&name).await?;
    person.sends("/start").await?;
    person.sees("Welcome to Starreel!").await.map(drop)
}

/// Says whether all is well.
async fn judged(options: JudgeOptions) -> anyhow::Result<bool> {
    let world = World::at(options.simulators);
    let records = Records::read(&options.records)?;
    let disturbances = Disturbances::read(&options.disturbances)?;
    let sources = Sources { metrics: options.bot_metrics, database: options.database };
    let patience = Duration::from_secs(options.settle_seconds);
    let stuck = settle(&world, &records, &sources, patience, || Ok(())).await?;
    let JudgeOptions { stars_per_credit, orders_min, .. } = options;
    let happened = Happened {
        records,
        disturbances,
        kinds: None,
        stuck,
        stars_per_credit,
        orders_min,
        cut_creates: 0,
        database: sources.database.clone(),
    };
    let mut verdict = judge(&world, happened).await?;
    if let Some(database) = &sources.database {
        verdict.add_audit(database::audit(database));
    }
    say(&verdict.to_string());
    say(if verdict.is_well() { "all is well" } else { "NOT WELL" });
    Ok(verdict.is_well())
}
