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
    // Who only plays has set nothing that would be worth reading.
    if !(settings.telegram_is_simulated() && settings.kie_is_simulated()) {
        tracing::info!("settings: {}", settings.shown());
    }
    let shutdown = CancellationToken::new();
    let running = async {
        // Telegram may be slow to say who the bot is; a signal ends the wait.
        let Some(started) = shutdown.run_until_cancelled(System::start(&settings, shutdown.clone())).await else {
            return Ok(());
        };
        let system = started.inspect_err(|_| shutdown.cancel())?;
        say(&welcome(&settings, &system)?);
        system.run().await
    };
    let (ran, heard) = tokio::join!(running, shutdown::cancel_on_signal(shutdown.clone()));
    ran?;
    Ok(heard?)
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
    match (settings.telegram_is_simulated(), settings.kie_is_simulated()) {
        (false, true) => writeln!(text, "\n  Careful: people pay real Stars here, and get simulated videos.")?,
        (true, false) => {
            writeln!(text, "\n  Careful: videos cost real KIE.ai credits here, and Stars are play money.")?
        }
        (true, true) | (false, false) => {}
    }
    if settings.is_anything_simulated() && !system.address().ip().is_loopback() {
        writeln!(text, "  Careful: whoever reaches {} can use the simulators and their controls.", system.address())?;
    }
    Ok(text)
}

/// Prints a line for the person at the terminal. That nobody reads it is no reason to stop.
fn say(text: &str) {
    writeln!(std::io::stdout(), "{text}").ok();
}
