//! What a bot and a worker that are processes of their own do alike: log, join the queue, serve operators from the first
//! moment, run until a signal, and leave in good order.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Duration;

use secrecy::SecretString;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::config::{ConfigError, WatchedFile, required};
use crate::ops::{self, OwnRoutes, Readiness};
use crate::queue::rabbitmq::{RabbitMq, RabbitMqConfig};
use crate::tasks::Tasks;
use crate::telemetry::{self, LogFilter, LogFormat, chain};
use crate::{http, shutdown};

/// The whole process stops within this time; each part finishes earlier by itself.
const STOP_WITHIN: Duration = Duration::from_secs(24);

/// Where Linux has the limit of the memory of a container: cgroup version 2, and 1.
const MEMORY_LIMITS: [&str; 2] = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];

/// A process that does nothing takes half of it.
const MEMORY_MIN_MEGABYTES: u64 = 64;

/// The body of a `main`: starts logging as `settings` say, and runs `command` with them. An error is said once, and shows
/// in the exit status; so do settings that cannot be used.
pub async fn main<S>(
    settings: Result<S, ConfigError>,
    logs: impl FnOnce(&S) -> (LogFormat, LogFilter),
    command: impl AsyncFnOnce(S) -> anyhow::Result<ExitCode>,
) -> ExitCode {
    let (format, filter) = settings.as_ref().map_or_else(|_wrong| Default::default(), logs);
    telemetry::init(format, &filter);
    let outcome = match settings {
        Ok(settings) => command(settings).await,
        Err(error) => Err(error.into()),
    };
    outcome.unwrap_or_else(|error| {
        telemetry::report_fatal(&*error);
        ExitCode::FAILURE
    })
}

/// Logs the settings of the process called `name`, and prepares its way to the broker. Nothing is connected yet.
///
/// # Errors
/// When the URL is missing or is none, or there is too little memory.
pub fn join_queue(
    name: &str,
    shown: &BTreeMap<String, String>,
    url: Option<&SecretString>,
    prefetch: u16,
) -> anyhow::Result<RabbitMq> {
    let shown: Vec<String> = shown.iter().map(|(name, value)| format!("{name}={value}")).collect();
    tracing::info!("settings: {}", shown.join(" "));
    let limit = MEMORY_LIMITS.iter().find_map(|file| std::fs::read_to_string(file).ok());
    enough_memory(name, limit.as_deref())?;
    queue(name, url, prefetch)
}

/// The way of the process called `name` to the broker, for a command that does not run on. Nothing is connected yet.
///
/// # Errors
/// When the URL is missing or is none.
pub fn queue(name: &str, url: Option<&SecretString>, prefetch: u16) -> anyhow::Result<RabbitMq> {
    Ok(RabbitMq::new(RabbitMqConfig {
        url: required("RABBITMQ_URL", "the broker that joins bot and workers", url)?,
        client: format!("starreel {name}"),
        prefix: "starreel".to_owned(),
        prefetch,
    })?)
}

/// Fails when the container of the process called `name` has less memory than it takes: it would be killed without a word.
fn enough_memory(name: &str, limit: Option<&str>) -> anyhow::Result<()> {
    let limit = limit.and_then(|limit| limit.trim().parse::<u64>().ok()).map(|bytes| bytes / (1024 * 1024));
    match limit {
        Some(megabytes) if megabytes < MEMORY_MIN_MEGABYTES => anyhow::bail!(
            "{}_MEMORY: {megabytes} MB are too little; give it at least {MEMORY_MIN_MEGABYTES} MB, as in {MEMORY_MIN_MEGABYTES}m",
            name.to_uppercase()
        ),
        _ => Ok(()),
    }
}

/// What a running process hands to its work.
#[derive(Debug)]
pub struct Runtime {
    /// The dependencies that `/readyz` checks. The broker is among them already.
    pub readiness: Readiness,
    /// Opens the routes of the process itself.
    pub routes: OwnRoutes,
    /// Cancelled when the work must stop.
    pub shutdown: CancellationToken,
}

/// Serves operators at `listener` and does the work, until SIGTERM or SIGINT, or until the work fails. Says when one of the
/// `watched` files changes meanwhile.
///
/// # Errors
/// Those of the work, and of a loop that should run for ever and ended.
pub async fn run<F>(
    name: &'static str,
    listener: TcpListener,
    queue: RabbitMq,
    watched: Vec<WatchedFile>,
    work: impl FnOnce(Runtime) -> F,
) -> anyhow::Result<()>
where
    F: Future<Output = anyhow::Result<()>> + Send + 'static,
{
    let tasks = Tasks::new(CancellationToken::new());
    let metrics = telemetry::metrics::install()?;
    let readiness = Readiness::new();
    let checked = queue.clone();
    readiness.depends_on("rabbitmq", move || {
        let queue = checked.clone();
        async move { queue.check().await.map_err(|error| chain(&error).to_string()) }
    });
    let (router, routes) = ops::router_before(readiness.clone(), metrics.clone());
    let stop = || tasks.shutdown().clone();
    // Before anybody can ask, the work has told `readiness` what it waits for.
    let work = work(Runtime { readiness, routes, shutdown: stop() });
    tasks.spawn_loop("the server", http::serve(listener, router, stop()));
    tasks.spawn_loop("the upkeep of metrics", metrics.run(stop()));
    for file in watched {
        tasks.spawn_loop("the look at a file", file.run(stop()));
    }
    tasks.spawn_loop(name, work);
    let (ran, heard) = tokio::join!(tasks.clone().finish(STOP_WITHIN), shutdown::cancel_on_signal(stop()));
    queue.close().await;
    ran?;
    Ok(heard?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_little_memory_is_refused_with_the_setting_to_raise() {
        let said = |limit: &str| enough_memory("bot", Some(limit)).map_err(|error| error.to_string());
        assert_eq!(
            said("8388608\n").unwrap_err(),
            "BOT_MEMORY: 8 MB are too little; give it at least 64 MB, as in 64m"
        );
        assert!(said("67108864\n").is_ok() && said("max\n").is_ok() && enough_memory("bot", None).is_ok());
    }
}
