//! `cargo run`: Starreel on one machine, and `cargo run --release` for real use. With `--check` it tries itself out, without a
//! person, and exits.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bot::commands;
use clap::{Parser, Subcommand};
use shared::config::{SETTINGS_FILE, environment};
use shared::ops::Asked;
use shared::ops::commands::{DeadLetters, Question};
use shared::shutdown;
use shared::telemetry::{self, LogFilter, LogFormat};
use simulators::telegram::DEMO_OPERATOR;
use solo::{Settings, System, backup, check};
use tokio_util::sync::CancellationToken;

/// Starreel on one machine: a Telegram bot that sells AI video. Without keys, Telegram and KIE.ai are simulated.
#[derive(Debug, Parser)]
#[command(version = shared::VERSION)]
struct Options {
    /// Buy credits and make videos with simulators, without a person, in a folder of its own; exit 0 if all went well.
    #[arg(long)]
    check: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Clone, Subcommand)]
enum Command {
    /// Check every invariant of money and jobs in the database, also beside a running system; exit 1 on a violation.
    Audit,
    /// Copy both stores into a new folder within this one, also while Starreel runs.
    Backup {
        /// Where copies are kept.
        folder: PathBuf,
    },
    /// Put a copy back while Starreel does not run; what was there is kept as `replaced-…`.
    Restore {
        /// The folder of one copy.
        copy: PathBuf,
        /// Put back only this store, because the other one is whole.
        #[arg(long)]
        only: Option<backup::Store>,
    },
    /// Handle what could not be handled: events and rows of the outbox.
    #[command(subcommand)]
    DeadLetters(DeadLetters),
    /// Replace the key that invoices and links are signed with, after a copy of the database got into wrong hands.
    RotateKeys {
        /// Honour nothing more that the old key has signed: open invoices and links end now.
        #[arg(long)]
        at_once: bool,
    },
    /// Print every combination of models and options with its cost, its price and what is left of it; exit 1 if one is sold
    /// below `MARGIN_PERCENT_MIN`.
    CheckCatalogue {
        /// The catalogue to check. Not named: the one in use.
        file: Option<PathBuf>,
    },
    #[command(flatten)]
    Question(Question),
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = Options::parse();
    let outcome = match options {
        Options { check: true, .. } => check().await.map(|()| ExitCode::SUCCESS),
        Options { command: None, .. } => run().await.map(|()| ExitCode::SUCCESS),
        Options { command: Some(command), .. } => beside(command).await,
    };
    match outcome {
        Ok(status) => status,
        Err(error) => {
            telemetry::report_fatal(&*error);
            ExitCode::FAILURE
        }
    }
}

/// Reads the settings, and starts logging as they say.
fn settings() -> anyhow::Result<Settings> {
    let settings = Settings::read(Path::new(SETTINGS_FILE), &environment());
    let logs = |settings: &Settings| (settings.bot.log_format, settings.bot.rust_log.clone());
    let (format, filter) = settings.as_ref().map_or_else(|_wrong| Default::default(), logs);
    telemetry::init(format, &filter);
    Ok(settings?)
}

/// Does what an operator does beside a running system, or without one.
async fn beside(command: Command) -> anyhow::Result<ExitCode> {
    let settings = settings()?;
    let folder = settings.bot_folder()?;
    let (text, status) = match command {
        Command::Audit => return commands::audit(&folder).await,
        Command::Backup { folder } => {
            let copy = backup::back_up(&settings, &folder)?;
            (format!("Everything was copied into {}\n", copy.display()), ExitCode::SUCCESS)
        }
        Command::Restore { copy, only } => {
            backup::restore(&settings, &copy, only).await?;
            let next = "Restored. Start Starreel, and send /reconcile to the bot: it finds payments that came after the copy.\n";
            (next.to_owned(), ExitCode::SUCCESS)
        }
        Command::DeadLetters(command) => (commands::dead_letters(&command, &folder)?, ExitCode::SUCCESS),
        Command::RotateKeys { at_once } => (commands::rotate_keys(&folder, at_once)?, ExitCode::SUCCESS),
        Command::CheckCatalogue { file } => commands::check_catalogue(&settings.bot, file.as_deref(), Some(&folder))?,
        Command::Question(question) => question.ask(Asked::here(settings.bot.bot_listen, "BOT_LISTEN")).await?,
    };
    write!(std::io::stdout(), "{text}")?;
    Ok(status)
}

async fn run() -> anyhow::Result<()> {
    let settings = settings()?;
    tracing::info!("settings: {}", settings.shown());
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
    telemetry::init(LogFormat::default(), &LogFilter::of_environment_or("warn"));
    check::run(say).await
}

/// What a newcomer reads first: what is real, where the page is, where the data is kept.
fn welcome(settings: &Settings, system: &System) -> anyhow::Result<String> {
    let telegram = if settings.telegram_is_simulated() { "simulated; set BOT_TOKEN to use your bot" } else { "real" };
    let kie = if settings.kie_is_simulated() { "simulated; set KIE_AI_API_KEY to make real videos" } else { "real" };
    let mut text = String::from("\nStarreel is running. Ctrl-C stops it.\n\n");
    if settings.telegram_is_simulated() {
        let chat = system.base().join("chat/ann")?;
        writeln!(text, "  Chat      {chat}")?;
        if settings.operator_is_simulated() {
            let (id, name) = DEMO_OPERATOR;
            writeln!(text, "  Operator  {chat}?beside={name}: {name} ({id}) is one; set ADMIN_IDS to name others")?;
        }
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
