//! `worker`: runs until SIGTERM. `worker new-epoch` is a step of restoring Redis from a copy; `worker healthcheck` is for
//! containers.

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use shared::config::{SETTINGS_FILE, environment};
use shared::{ops, process};
use worker::environment::Environment;

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
    let read = Environment::read(Path::new(SETTINGS_FILE), &environment());
    let environment = match process::begin(read, |environment| environment.log_format) {
        Ok(environment) => environment,
        Err(status) => return status,
    };
    let outcome = match command {
        None => worker::process::run(environment).await,
        Some(Command::NewEpoch) => worker::process::new_epoch(&environment).await,
        Some(Command::Healthcheck) => ops::probe(environment.worker_listen).await.map_err(Into::into),
    };
    process::end(outcome.map(|()| ExitCode::SUCCESS))
}
