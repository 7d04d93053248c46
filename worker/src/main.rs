//! `worker`: runs until SIGTERM. `worker new-epoch` is a step of restoring Redis from a copy; `worker healthcheck` is for
//! containers.

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use shared::config::{SETTINGS_FILE, environment};
use shared::{ops, runtime};
use worker::Settings;

/// The provider side of Starreel: makes KIE.ai tasks of jobs. Settings come from the environment; see deploy/SETTINGS.md.
#[derive(Debug, Parser)]
struct Options {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum Command {
    /// After Redis was restored from a copy and before workers start: what the copy may not know of is not submitted again.
    NewEpoch,
    /// Ask the worker that runs here whether it is alive; exit 0 if it is.
    Healthcheck,
}

#[tokio::main]
async fn main() -> ExitCode {
    let Options { command } = Options::parse();
    let settings = Settings::read(Path::new(SETTINGS_FILE), &environment());
    let format = |settings: &Settings| settings.log_format;
    let run = async |settings: Settings| {
        match command {
            None => worker::service::run(settings).await?,
            Some(Command::NewEpoch) => worker::service::new_epoch(&settings).await?,
            Some(Command::Healthcheck) => ops::probe(settings.worker_listen).await?,
        }
        Ok(ExitCode::SUCCESS)
    };
    runtime::main(settings, format, run).await
}
