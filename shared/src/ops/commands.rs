//! Commands that bot and worker have alike: ask a running process, and handle dead letters of the queue.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::Asked;

/// Questions to a process that runs.
#[derive(Debug, Clone, Subcommand)]
pub enum Question {
    /// Ask the process what it reaches, such as RabbitMQ; exit 0 if that is all that it needs.
    Ready(AskedAt),
    /// Print the metrics of the process.
    Metrics(AskedAt),
    /// Ask the process that runs here whether it is alive; exit 0 if it is.
    Healthcheck,
}

/// Whom to ask.
#[derive(Debug, Clone, Args)]
pub struct AskedAt {
    /// Its address, if it does not run here, such as bot:8080 or worker:8081.
    #[arg(long, value_name = "HOST:PORT")]
    at: Option<String>,
}

impl Question {
    /// Asks the process that runs `here`, or where the question says. What to print, and the exit status.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn ask(self, here: Asked) -> anyhow::Result<(String, ExitCode)> {
        Ok(match self {
            Self::Ready(AskedAt { at }) => here.at(at).ready().await?,
            Self::Metrics(AskedAt { at }) => (here.at(at).metrics().await?, ExitCode::SUCCESS),
            Self::Healthcheck => (here.probe().await.map(|()| String::new())?, ExitCode::SUCCESS),
        })
    }
}

/// What can be done about what could not be handled.
#[derive(Debug, Clone, Subcommand)]
pub enum DeadLetters {
    /// List all of them, each with its name: a number, or m and eight digits for a message of the queue.
    List,
    /// Show one in full. Words of a person may be in it.
    Show {
        /// Its name on the list.
        name: String,
    },
    /// Have one handled again, after you have mended the cause.
    Send {
        /// Its name on the list.
        name: String,
    },
    /// Forget one.
    Drop {
        /// Its name on the list.
        name: String,
    },
}
