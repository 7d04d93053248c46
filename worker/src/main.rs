//! `worker`: runs until SIGTERM. `worker new-epoch` is a step of restoring Redis from a copy; the other commands ask a worker
//! that runs.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use shared::config::{SETTINGS_FILE, environment};
use shared::ops::Asked;
use shared::ops::commands::{DeadLetters, Question};
use shared::runtime;
use worker::Settings;

/// The provider side of Starreel: makes KIE.ai tasks of jobs. Settings come from the environment; see deploy/SETTINGS.md.
#[derive(Debug, Parser)]
#[command(version = shared::VERSION)]
struct Options {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Clone, Subcommand)]
enum Command {
    /// After Redis was restored from a copy and before workers start: what the copy may not know of is not submitted again.
    NewEpoch,
    /// Check the settings, and touch nothing; exit 1 if a worker would refuse them.
    Check,
    /// Handle messages of the queue that could not be read.
    #[command(subcommand)]
    DeadLetters(DeadLetters),
    #[command(flatten)]
    Question(Question),
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Options { command } = Options::parse();
    let settings = Settings::read(Path::new(SETTINGS_FILE), &environment());
    let logs = |settings: &Settings| (settings.log_format, settings.rust_log.clone());
    runtime::main(settings, logs, async |settings| run(settings, command).await).await
}

async fn run(settings: Settings, command: Option<Command>) -> anyhow::Result<ExitCode> {
    let (text, status) = match command {
        None => (worker::service::run(settings).await.map(|()| String::new())?, ExitCode::SUCCESS),
        Some(Command::NewEpoch) => {
            (worker::service::new_epoch(&settings).await.map(|()| String::new())?, ExitCode::SUCCESS)
        }
        Some(Command::Check) => (worker::service::check(&settings).map(|()| String::new())?, ExitCode::SUCCESS),
        Some(Command::DeadLetters(command)) => {
            let queue = runtime::queue("worker", settings.rabbitmq_url.as_ref(), settings.prefetch)?;
            let said = command.of_queue(&queue).await;
            queue.close().await;
            (said?, ExitCode::SUCCESS)
        }
        Some(Command::Question(question)) => question.ask(Asked::here(settings.worker_listen, "WORKER_LISTEN")).await?,
    };
    write!(std::io::stdout(), "{text}")?;
    Ok(status)
}
