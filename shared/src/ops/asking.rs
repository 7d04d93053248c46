//! Asking a running process from a command beside it: a container's health check, `bot ready`, `worker metrics`.

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use serde::Deserialize;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::http;

/// A health check that takes longer has failed.
const PROBE_MAX: Duration = Duration::from_secs(3);

/// An answer takes no longer: a process looks at all it needs at once, and each look has its own shorter limit.
const ANSWER_MAX: Duration = Duration::from_secs(10);

/// More bytes of an answer are not read.
const ANSWER_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// Why a process was not heard. Each says where to look.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Nobody listens.
    #[error(
        "nothing listens on {address}: the process does not run there, or has not come far enough yet; \
         see its log, and {setting}"
    )]
    NobodyThere {
        /// Where it was looked for.
        address: String,
        /// The setting that names the address.
        setting: &'static str,
    },
    /// It cannot be reached, or does not answer.
    #[error("{address} does not answer (see {setting})")]
    NoAnswer {
        /// Where it was looked for.
        address: String,
        /// The setting that names the address.
        setting: &'static str,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// Something answers that is not one of our processes, or one that is not well.
    #[error("{address} answers with {said:?}: another program may listen there (see {setting})")]
    Unexpected {
        /// Where it was looked for.
        address: String,
        /// The setting that names the address.
        setting: &'static str,
        /// The first line of the answer.
        said: String,
    },
}

/// A process to be asked.
#[derive(Debug, Clone)]
pub struct Asked {
    address: String,
    setting: &'static str,
}

impl Asked {
    /// The process that listens here at `listen`, as the setting named `setting` says.
    #[must_use]
    pub fn here(listen: SocketAddr, setting: &'static str) -> Self {
        Self { address: http::reached_at(listen).to_string(), setting }
    }

    /// The same, unless it is looked for at another `host:port`.
    #[must_use]
    pub fn at(self, address: Option<String>) -> Self {
        Self { address: address.unwrap_or(self.address), ..self }
    }

    /// Whether the process is alive, as `/healthz` says.
    ///
    /// # Errors
    /// When it does not say so in time.
    pub async fn probe(&self) -> Result<(), AskError> {
        let (status, _) = self.get("/healthz", PROBE_MAX).await?;
        if status.contains(" 200 ") { Ok(()) } else { Err(self.unexpected(status)) }
    }

    /// What the process reaches, as `/readyz` says, as a table; and the exit status of a command that shows it.
    ///
    /// # Errors
    /// When there is no such answer.
    pub async fn ready(&self) -> Result<(String, ExitCode), AskError> {
        #[derive(Deserialize)]
        struct Answer {
            ready: bool,
            dependencies: BTreeMap<String, String>,
        }
        let (status, body) = self.get("/readyz", ANSWER_MAX).await?;
        let Ok(Answer { ready, dependencies }) = serde_json::from_str(&body) else {
            return Err(self.unexpected(status));
        };
        let row = |(name, state): (&String, &String)| match state.as_str() {
            "ok" => format!("ok         {name}\n"),
            reason => format!("NOT READY  {name}: {reason}\n"),
        };
        let table = dependencies.iter().map(row).collect();
        Ok((table, if ready { ExitCode::SUCCESS } else { ExitCode::FAILURE }))
    }

    /// The metrics of the process.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn metrics(&self) -> Result<String, AskError> {
        let (status, body) = self.get("/metrics", ANSWER_MAX).await?;
        if status.contains(" 200 ") { Ok(body) } else { Err(self.unexpected(status)) }
    }

    /// The first line of the answer, and its body.
    async fn get(&self, path: &str, limit: Duration) -> Result<(String, String), AskError> {
        let asking = async {
            let mut stream = TcpStream::connect(&self.address).await?;
            stream.write_all(format!("GET {path} HTTP/1.0\r\n\r\n").as_bytes()).await?;
            let mut answer = Vec::new();
            stream.take(ANSWER_BYTES_MAX).read_to_end(&mut answer).await?;
            Ok(String::from_utf8_lossy(&answer).into_owned())
        };
        let answer = tokio::time::timeout(limit, asking).await;
        let answer = answer.unwrap_or_else(|_late| Err(io::ErrorKind::TimedOut.into()));
        let answer = answer.map_err(|source| self.not_heard(source))?;
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        Ok((head.lines().next().unwrap_or_default().to_owned(), body.to_owned()))
    }

    fn not_heard(&self, source: io::Error) -> AskError {
        let Self { address, setting } = self.clone();
        if source.kind() == io::ErrorKind::ConnectionRefused {
            return AskError::NobodyThere { address, setting };
        }
        AskError::NoAnswer { address, setting, source }
    }

    fn unexpected(&self, said: String) -> AskError {
        let Self { address, setting } = self.clone();
        AskError::Unexpected { address, setting, said }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::{Readiness, router};
    use crate::telemetry::metrics;
    use tokio_util::sync::CancellationToken;

    #[tokio::test]
    async fn whoever_asks_nobody_reads_where_it_was_looked_for() {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let said = Asked::here(free, "BOT_LISTEN").probe().await.unwrap_err().to_string();
        assert!(
            said.starts_with(&format!("nothing listens on {free}: ")) && said.ends_with("and BOT_LISTEN"),
            "{said}"
        );
    }

    #[tokio::test]
    async fn what_is_not_ready_is_named_with_its_reason() {
        let readiness = Readiness::new();
        readiness.depends_on("database", || std::future::ready(Ok::<_, String>(())));
        readiness.waits_for("telegram", "it has not said yet who the bot is");
        let listener = http::bind(([0, 0, 0, 0], 0).into(), "BOT_LISTEN").await.unwrap();
        let asked = Asked::here(listener.local_addr().unwrap(), "BOT_LISTEN");
        let routes = router(readiness.clone(), metrics::install().unwrap());
        let serving = http::serve(listener, routes, CancellationToken::new());
        let asking = async {
            asked.probe().await.unwrap();
            let (table, status) = asked.ready().await.unwrap();
            assert_eq!(
                table,
                "ok         database\n\
                 NOT READY  telegram: waiting for it since the start: it has not said yet who the bot is\n"
            );
            assert_eq!(status, ExitCode::FAILURE);
            readiness.depends_on("telegram", || std::future::ready(Ok::<_, String>(())));
            assert_eq!(asked.ready().await.unwrap().1, ExitCode::SUCCESS);
            assert!(asked.metrics().await.unwrap().contains("starreel_ready{dependency=\"telegram\"} 1"));
        };
        tokio::select! {
            served = serving => panic!("the server ended: {served:?}"),
            () = asking => {}
        }
    }
}
