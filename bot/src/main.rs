//! `bot`: runs until SIGTERM. The other commands work beside it, or, where they need only its database, without it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bot::{Settings, commands, store};
use clap::{Parser, Subcommand};
use shared::config::{SETTINGS_FILE, environment};
use shared::ops::Asked;
use shared::ops::commands::{DeadLetters, Question};
use shared::runtime;

/// The Telegram side of Starreel: people, money and jobs. Settings come from the environment; see deploy/SETTINGS.md.
#[derive(Debug, Parser)]
#[command(version = shared::VERSION)]
struct Options {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Clone, Subcommand)]
enum Command {
    /// Check every invariant of money and jobs in the database, also beside a running bot; exit 1 on a violation.
    Audit,
    /// Handle what could not be handled: events, rows of the outbox, messages of the queue.
    #[command(subcommand)]
    DeadLetters(DeadLetters),
    /// Replace the key that invoices and links are signed with, after a copy of the database got into wrong hands.
    RotateKeys {
        /// Honour nothing more that the old key has signed: open invoices and links end now.
        #[arg(long)]
        at_once: bool,
    },
    /// Copy the database into a new file that only this user may read, also beside a running bot. The copy knows that it is
    /// one: a bot that starts with it asks the workers before it buys what waited in it.
    Copy {
        /// The new file.
        file: PathBuf,
    },
    /// Say that the database was put back from a copy that `bot copy` has not made, before the bot starts with it.
    Restored,
    /// Print every combination of models and options with its cost, its price and what is left of it; exit 1 if one is sold
    /// below `MARGIN_PERCENT_MIN`.
    CheckCatalogue {
        /// The catalogue to check. Not named: the one in use.
        file: Option<PathBuf>,
    },
    /// Check the settings, and touch nothing; exit 1 if the bot would refuse them.
    Check,
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
        None => (bot::service::run(settings).await.map(|()| String::new())?, ExitCode::SUCCESS),
        Some(Command::Audit) => return commands::audit(&settings.folder()?).await,
        Some(Command::DeadLetters(command)) => {
            (bot::service::dead_letters(&command, &settings).await?, ExitCode::SUCCESS)
        }
        Some(Command::RotateKeys { at_once }) => {
            (commands::rotate_keys(&settings.folder()?, at_once)?, ExitCode::SUCCESS)
        }
        Some(Command::Copy { file }) => {
            store::copies::copy(&settings.folder()?, &file)?;
            (format!("the database was copied into {}\n", file.display()), ExitCode::SUCCESS)
        }
        Some(Command::Restored) => {
            store::copies::mark_put_back(&store::lock(&settings.folder()?)?)?;
            let text = "the next start asks the workers before it buys anything that waits in this database\n";
            (text.to_owned(), ExitCode::SUCCESS)
        }
        Some(Command::CheckCatalogue { file }) => {
            commands::check_catalogue(&settings, file.as_deref(), settings.folder().ok().as_deref())?
        }
        Some(Command::Check) => (bot::service::check(&settings).map(|()| String::new())?, ExitCode::SUCCESS),
        Some(Command::Question(question)) => question.ask(Asked::here(settings.bot_listen, "BOT_LISTEN")).await?,
    };
    write!(std::io::stdout(), "{text}")?;
    Ok(status)
}
