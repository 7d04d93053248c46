//! `cargo run --release`: Starreel on one machine. With `--check` it tries itself out, without a person, and exits.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use shared::config::{SETTINGS_FILE, environment};
use shared::{shutdown, telemetry};
use solo::{Settings, System, check};
use tokio_util::sync::CancellationToken;

/// Starreel on one machine: a Telegram bot that sells AI video. Without keys, Telegram and KIE.ai are simulated.
#[derive(Debug, Parser)]
struct Options {
    /// Buy credits and make videos with simulators, without a person, in a folder of its own; exit 0 if all went well.
    #[arg(long)]
    check: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    let outcome = if options.check { check().await } else { run().await };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("{}", telemetry::chain(&*error));
            ExitCode::FAILURE
        }
    }
}

async fn run() -> anyhow::Result<()> {
    let settings = match Settings::read(Path::new(SETTINGS_FILE), &environment()) {
        Ok(settings) => settings,
        Err(error) => {
            telemetry::init(telemetry::LogFormat::default(), "info");
            return Err(error.into());
        }
    };
    telemetry::init(settings.bot.log_format, "info");
    for (name, value) in settings.bot.shown().into_iter().chain(settings.worker.shown()) {
        tracing::debug!(name, value, "setting");
    }
    let shutdown = CancellationToken::new();
    let system = System::start(&settings, shutdown.clone()).await?;
    say(&welcome(&settings, &system)?);
    let signals = shutdown::cancel_on_signal(shutdown);
    let (ran, heard) = tokio::join!(system.run(), signals);
    heard?;
    ran
}

async fn check() -> anyhow::Result<()> {
    telemetry::init(telemetry::LogFormat::default(), "warn");
    check::run(say).await
}

/// What a newcomer reads first: what is real, where the page is, where the data is kept.
fn welcome(settings: &Settings, system: &System) -> anyhow::Result<String> {
    let telegram = if settings.telegram_is_simulated() { "simulated; set BOT_TOKEN to use your bot" } else { "real" };
    let kie = if settings.kie_is_simulated() { "simulated; set KIE_AI_API_KEY to make real videos" } else { "real" };
    let mut text = String::from("\nStarreel is running. Ctrl-C stops it.\n\n");
    if settings.telegram_is_simulated() {
        writeln!(text, "  Chat      {}", system.base().join("chat/ann")?)?;
    } else if settings.kie_is_simulated() {
        writeln!(text, "  KIE.ai panel  {}", system.base())?;
    }
    writeln!(text, "  Telegram  {telegram}\n  KIE.ai    {kie}\n  Data      {}", settings.bot_folder()?.display())?;
    if !settings.telegram_is_simulated() && settings.kie_is_simulated() {
        writeln!(text, "\n  Careful: people pay real Stars here, and get simulated videos.")?;
    }
    Ok(text)
}

/// Prints a line for the person at the terminal. That nobody reads it is no reason to stop.
fn say(text: &str) {
    writeln!(std::io::stdout(), "{text}").ok();
}
