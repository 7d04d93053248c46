//! What a bot and a worker that are processes of their own do alike: log, join the queue, serve operators from the first
//! moment, run until a signal, and leave in good order.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Duration;

use secrecy::SecretString;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::config::{ConfigError, required};
use crate::ops::{self, OwnRoutes, Readiness};
use crate::queue::rabbitmq::{RabbitMq, RabbitMqConfig};
use crate::tasks::Tasks;
use crate::telemetry::{self, LogFormat, chain};
use crate::{http, shutdown};

/// The whole process stops within this time; each part finishes earlier by itself.
const STOP_WITHIN: Duration = Duration::from_secs(24);

/// The body of a `main`: starts logging in the format of `settings`, and runs `command` with them. An error is logged once,
/// and shows in the exit status; so do settings that cannot be used.
pub async fn main<S>(
    settings: Result<S, ConfigError>,
    format: impl FnOnce(&S) -> LogFormat,
    command: impl AsyncFnOnce(S) -> anyhow::Result<ExitCode>,
) -> ExitCode {
    telemetry::init(settings.as_ref().map_or_else(|_wrong| LogFormat::default(), format), "info");
    let outcome = match settings {
        Ok(settings) => command(settings).await,
        Err(error) => Err(error.into()),
    };
    outcome.unwrap_or_else(|error| {
        tracing::error!("{}", chain(&*error));
        ExitCode::FAILURE
    })
}

/// Logs the settings of the process called `name`, and prepares its way to the broker. Nothing is connected yet.
///
/// # Errors
/// When the URL is missing or is none.
pub fn join_queue(
    name: &str,
    shown: &BTreeMap<String, String>,
    url: Option<&SecretString>,
    prefetch: u16,
) -> anyhow::Result<RabbitMq> {
    let shown: Vec<String> = shown.iter().map(|(name, value)| format!("{name}={value}")).collect();
    tracing::info!("settings: {}", shown.join(" "));
    Ok(RabbitMq::new(RabbitMqConfig {
        url: required("RABBITMQ_URL", "the broker that joins bot and workers", url)?,
        client: format!("starreel {name}"),
        prefix: "starreel".to_owned(),
        prefetch,
    })?)
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

/// Serves operators at `listener` and does the work, until SIGTERM or SIGINT, or until the work fails.
///
/// # Errors
/// Those of the work, and of a loop that should run for ever and ended.
pub async fn run<F>(
    name: &'static str,
    listener: TcpListener,
    queue: RabbitMq,
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
    tasks.spawn_loop(name, work);
    let (ran, heard) = tokio::join!(tasks.clone().finish(STOP_WITHIN), shutdown::cancel_on_signal(stop()));
    queue.close().await;
    ran?;
    Ok(heard?)
}
