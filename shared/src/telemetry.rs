//! Logs and errors, the same way in every process.
//!
//! A log line is a constant sentence with values as fields (`job.id`, `user.id`, `attempt`), so that equal events can
//! be counted. Never in a log: tokens, prompts, bodies, names. An `error` means that someone must look.

use std::error::Error;
use std::fmt::{self, Display};

use serde::Deserialize;
use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::Context;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer};

pub mod metrics;

/// How log lines look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line, for machines.
    Json,
}

/// Starts logging to standard error, filtered by `RUST_LOG` or else by `default_filter`. Lines are counted by level, so
/// that an operator sees trouble without reading.
pub fn init(format: LogFormat, default_filter: &str) {
    let wanted = std::env::var(EnvFilter::DEFAULT_ENV).unwrap_or_else(|_unset| default_filter.to_owned());
    let filter = EnvFilter::try_new(with_silence(&wanted)).unwrap_or_else(|_wrong| EnvFilter::new(default_filter));
    let registry = tracing_subscriber::registry().with(filter).with(CountByLevel);
    // A second call, as in tests that start several systems, keeps the first subscriber.
    drop(registry.with(lines(format, std::io::stderr)).try_init());
}

/// Log lines as [`init`] writes them, to any writer: for a test that looks for what must not be in them.
pub fn lines<S, W>(format: LogFormat, writer: W) -> Box<dyn Layer<S> + Send + Sync>
where
    S: Subscriber + for<'l> LookupSpan<'l>,
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let layer = tracing_subscriber::fmt::layer().with_writer(writer).with_target(false);
    match format {
        LogFormat::Text => layer.boxed(),
        LogFormat::Json => layer.json().boxed(),
    }
}

/// `filter`, with what must not speak unless it is asked for by name: lapin calls every broken connection an error, and
/// shows messages that came back in full, prompts included. What it finds is said by [`crate::queue::rabbitmq`].
fn with_silence(filter: &str) -> String {
    if filter.contains("lapin") { filter.to_owned() } else { format!("{filter},lapin=off") }
}

struct CountByLevel;

impl<S: Subscriber> Layer<S> for CountByLevel {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        ::metrics::counter!("starreel_log_events_total", "level" => event.metadata().level().as_str()).increment(1);
    }
}

/// Shows an error with all its causes on one line. For the place that handles the error.
pub fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Display + use<'a> {
    Chain(error)
}

struct Chain<'a>(&'a (dyn Error + 'static));

impl Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the store failed")]
    struct Outer(#[source] std::io::Error);

    #[test]
    fn lapin_is_silent_unless_it_is_asked_for() {
        assert_eq!(with_silence("info"), "info,lapin=off");
        assert_eq!(with_silence("info,lapin=debug"), "info,lapin=debug");
        for filter in ["info", "", "bot=debug,worker"] {
            EnvFilter::try_new(with_silence(filter)).unwrap();
        }
    }

    #[test]
    fn an_error_is_shown_with_its_causes_on_one_line() {
        let error = Outer(std::io::Error::other("disk full"));
        assert_eq!(chain(&error).to_string(), "the store failed: disk full");
    }
}
