//! `bot`: runs until SIGTERM. `bot audit` checks the books beside it; `bot healthcheck` is for containers.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use bot::store::stats::{BUCKETS, OPEN_PROGRESS};
use bot::{Settings, store};
use clap::{Parser, Subcommand};
use shared::config::{SETTINGS_FILE, environment};
use shared::{ops, runtime};

/// The Telegram side of Starreel: people, money and jobs. Settings come from the environment; see deploy/SETTINGS.md.
#[derive(Debug, Parser)]
struct Options {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum Command {
    /// Check every invariant of money and jobs in the database, also beside a running bot; exit 1 on a violation.
    Audit,
    /// Ask the bot that runs here whether it is alive; exit 0 if it is.
    Healthcheck,
}

#[tokio::main]
async fn main() -> ExitCode {
    let Options { command } = Options::parse();
    let settings = Settings::read(Path::new(SETTINGS_FILE), &environment());
    let format = |settings: &Settings| settings.log_format;
    let run = async |settings: Settings| match command {
        None => bot::service::run(settings).await.map(|()| ExitCode::SUCCESS),
        Some(Command::Audit) => audit(&settings).await,
        Some(Command::Healthcheck) => {
            ops::probe(settings.bot_listen).await.map(|()| ExitCode::SUCCESS).map_err(Into::into)
        }
    };
    runtime::main(settings, format, run).await
}

/// Prints what the books say, and each invariant with its violations.
async fn audit(settings: &Settings) -> anyhow::Result<ExitCode> {
    let reader = store::read_only(&settings.folder()?)?;
    let stats = reader.stats().await.context("the database cannot be read")?;
    let audit = reader.audit().await.context("the database cannot be read")?;
    let mut out = std::io::stdout();
    let row = |name: &str, value: i64| format!("{name:<24}{value:>12}");
    writeln!(out, "{}", row("payments", stats.payments))?;
    writeln!(out, "{}", row("Stars paid", stats.stars))?;
    for (bucket, credits) in BUCKETS.into_iter().zip(stats.credits) {
        writeln!(out, "{}", row(&format!("credits {bucket}"), credits))?;
    }
    for (progress, jobs) in OPEN_PROGRESS.into_iter().zip(stats.jobs) {
        writeln!(out, "{}", row(&format!("jobs {progress}"), jobs))?;
    }
    writeln!(out, "{}\n", row("refunds to be decided", stats.refunds_waiting))?;
    writeln!(out, "{:<6} {:>5}  invariant", "", "found")?;
    for (invariant, violations) in &audit.findings {
        let verdict = if violations.is_empty() { "ok" } else { "WRONG" };
        writeln!(out, "{verdict:<6} {:>5}  {invariant}", violations.len())?;
        for violation in violations {
            writeln!(out, "               {violation}")?;
        }
    }
    Ok(if audit.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
