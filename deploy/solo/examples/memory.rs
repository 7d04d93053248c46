//! `cargo run --release --example memory -- --jobs 1000`: how much memory Starreel takes when nothing happens, and while
//! so many videos render. The simulators run in this process, Starreel in a process of its own that is measured.
//!
//! KIE.ai takes 20 orders in 10 seconds, and half of them is what is kept up: a thousand jobs take some seventeen
//! minutes to be submitted. The run ends by itself and stops only its own child.

use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use futures_util::{StreamExt as _, TryStreamExt as _};
use shared::config::environment;
use shared::telemetry::{self, LogFormat};
use shared::{http, shutdown};
use simulators::kie::KieSimConfig;
use simulators::telegram::{DEMO_BOT_TOKEN, TelegramSimConfig};
use simulators::{Simulators, kie_dir, telegram_dir};
use solo::driver::{Order, World};
use solo::{Settings, System};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use url::Url;

/// Orders of one person that are under way at the same time.
const JOBS_PER_PERSON: usize = 3;

/// People who chat at the same time.
const PEOPLE_AT_ONCE: usize = 20;

/// Longer than the measurement.
const RENDER: Duration = Duration::from_secs(3 * 60 * 60);

/// Enough for any number of jobs.
const KIE_CREDITS: f64 = 1e9;

/// The models, with time enough that no job is given up during the measurement.
const CATALOG: &str = include_str!("../../../shared/src/catalog.toml");

#[derive(Debug, Parser)]
struct Options {
    /// Videos that render at the same time.
    #[arg(long, default_value_t = 1000)]
    jobs: usize,
    #[command(subcommand)]
    part: Option<Part>,
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum Part {
    /// Starreel itself, as the child that is measured.
    #[command(hide = true)]
    Solo,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let Options { jobs, part } = Options::parse();
    match part {
        Some(Part::Solo) => starreel().await,
        None => measure(jobs).await,
    }
}

async fn starreel() -> anyhow::Result<()> {
    telemetry::init(LogFormat::default(), "warn");
    let settings = Settings::read(Path::new("/nonexistent"), &environment())?;
    let stop = CancellationToken::new();
    let system = System::start(&settings, stop.clone()).await?;
    let (ran, heard) = tokio::join!(system.run(), shutdown::cancel_on_signal(stop));
    heard?;
    ran
}

async fn measure(jobs: usize) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let base: Url = format!("http://{}", listener.local_addr()?).parse()?;
    let kie = KieSimConfig {
        data_dir: kie_dir(folder.path()),
        render: RENDER..=RENDER,
        public_url: base.as_str().trim_end_matches('/').to_owned(),
        api_key: None,
        webhook_key: None,
        balance: KIE_CREDITS,
        creates_per_10_seconds: simulators::kie::CREATES_PER_10_SECONDS,
    };
    let simulators = Simulators::open(TelegramSimConfig::new(telegram_dir(folder.path())), kie)?;
    let stop = CancellationToken::new();
    let serving = http::serve(listener, simulators.router(), stop.clone());
    let driving = async {
        let outcome = drive(&World::at(base.clone()), &base, folder.path(), jobs).await;
        stop.cancel();
        outcome
    };
    let (served, (), outcome) = tokio::join!(serving, simulators.run(stop.clone()), driving);
    served?;
    outcome
}

async fn drive(world: &World, outside: &Url, folder: &Path, jobs: usize) -> anyhow::Result<()> {
    let child = Starreel::start(outside, folder)?;
    tokio::time::sleep(Duration::from_secs(5)).await;
    say(&format!("idle: {} MB resident", child.resident_megabytes()?));
    let people = (0..jobs.div_ceil(JOBS_PER_PERSON)).map(|number| person(world, number, jobs));
    futures_util::stream::iter(people).buffer_unordered(PEOPLE_AT_ONCE).try_collect::<Vec<()>>().await?;
    say(&format!("{jobs} orders placed: {} MB resident", child.resident_megabytes()?));
    while world.kie_tasks().await?.len() < jobs {
        tokio::time::sleep(Duration::from_secs(5)).await;
    }
    say(&format!("{jobs} videos rendering: {} MB resident", child.resident_megabytes()?));
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

/// The process that is measured. It does not outlive this value.
struct Starreel(Child);

impl Starreel {
    fn start(outside: &Url, folder: &Path) -> anyhow::Result<Self> {
        let catalog = folder.join("catalog.toml");
        std::fs::write(&catalog, CATALOG.replace("render_minutes_max = 15", "render_minutes_max = 120"))?;
        let child = Command::new(std::env::current_exe()?)
            .arg("solo")
            .stdin(Stdio::null())
            .env("DATA_DIR", folder.join("data"))
            .env("CATALOG_FILE", catalog)
            .env("BOT_LISTEN", "127.0.0.1:0")
            .env("BOT_TOKEN", DEMO_BOT_TOKEN)
            .env("KIE_AI_API_KEY", "simulated")
            .envs(["TELEGRAM_API_URL", "KIE_API_URL", "KIE_UPLOAD_URL"].map(|name| (name, outside.as_str())))
            .spawn()
            .context("Starreel did not start")?;
        Ok(Self(child))
    }

    fn resident_megabytes(&self) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).context("no VmRSS")?;
        let kilobytes: u64 = line.split_whitespace().nth(1).context("no number")?.parse()?;
        Ok(kilobytes / 1024)
    }
}

impl Drop for Starreel {
    fn drop(&mut self) {
        // It may have ended already.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn say(text: &str) {
    writeln!(std::io::stdout(), "{text}").ok();
}
