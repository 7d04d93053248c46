//! Logs and errors, the same way in every process.
//!
//! A log line is a constant sentence with values as fields (`job.id`, `user.id`, `attempt`), so that equal events can
//! be counted. Never in a log: tokens, prompts, bodies, names. An `error` means that someone must look.

use std::error::Error;
use std::fmt::{self, Display};
use std::io::{self, IsTerminal as _, Write as _};

use tracing::level_filters::LevelFilter;
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::Context;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer};

pub mod metrics;

/// How log lines look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line, for machines.
    Json,
}

/// How much is logged: a level, or levels by module, as in `info,bot=debug`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFilter(String);

impl LogFilter {
    /// Takes a filter that says what it means. A lone word that is no level names a module to `EnvFilter`, and silences all
    /// others; whoever wrote it meant a level.
    ///
    /// # Errors
    /// What is wrong, and what may be written.
    pub fn new(text: &str) -> Result<Self, String> {
        let takes = "write error, warn, info, debug or trace; by module, info,bot=debug";
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let level = part.rsplit_once('=').map_or(part, |(_, level)| level);
            if level.parse::<LevelFilter>().is_err() {
                return Err(format!("{level:?} is not a level: {takes}"));
            }
        }
        EnvFilter::try_new(with_silence(text)).map_err(|_wrong| format!("{text:?} cannot be read: {takes}"))?;
        Ok(Self(text.to_owned()))
    }

    /// What `RUST_LOG` says, or else `default`: for programs that have no settings.
    #[must_use]
    pub fn of_environment_or(default: &str) -> Self {
        let wanted = std::env::var(EnvFilter::DEFAULT_ENV).ok().and_then(|wanted| Self::new(&wanted).ok());
        wanted.unwrap_or_else(|| Self(default.to_owned()))
    }

    fn filter(&self) -> EnvFilter {
        EnvFilter::new(with_silence(&self.0))
    }
}

impl Default for LogFilter {
    fn default() -> Self {
        Self("info".to_owned())
    }
}

impl Display for LogFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Starts logging to standard error. Lines are counted by level, so that an operator sees trouble without reading.
pub fn init(format: LogFormat, filter: &LogFilter) {
    let registry = tracing_subscriber::registry().with(filter.filter()).with(CountByLevel);
    // A second call, as in tests that start several systems, keeps the first subscriber.
    drop(registry.with(lines(format, is_coloured(), io::stderr)).try_init());
}

/// Says why this process ends: in the log, or, where that is switched off, on standard error all the same.
pub fn report_fatal(error: &(dyn Error + 'static)) {
    if tracing::enabled!(Level::ERROR) {
        tracing::error!("{}", chain(error));
    } else {
        // Nobody is left to tell that this failed, too.
        writeln!(io::stderr(), "ERROR {}", chain(error)).ok();
    }
}

/// Whether log lines have colours: for the eyes of a person at a terminal who has not asked for none (no-color.org).
/// Anything else searches them, and would find no `job.id=`.
fn is_coloured() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|wish| wish.is_empty())
}

/// Log lines as [`init`] writes them, to any writer: for a test that looks for what must not be in them.
pub fn lines<S, W>(format: LogFormat, is_coloured: bool, writer: W) -> Box<dyn Layer<S> + Send + Sync>
where
    S: Subscriber + for<'l> LookupSpan<'l>,
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let layer = tracing_subscriber::fmt::layer().with_writer(writer).with_target(false).with_ansi(is_coloured);
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
    use std::sync::{Arc, Mutex};

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
    fn a_filter_names_levels() {
        for right in ["info", "WARN", "off", "info,bot=debug", "bot::core[turn]=trace, info"] {
            assert_eq!(LogFilter::new(right).unwrap().to_string(), right);
        }
        for (wrong, says) in [
            ("verbose", "\"verbose\" is not a level: write error, warn, info, debug or trace"),
            ("info,bot=loud", "\"loud\" is not a level"),
            ("info,bot", "\"bot\" is not a level"),
        ] {
            let said = LogFilter::new(wrong).unwrap_err();
            assert!(said.starts_with(says), "{said}");
        }
    }

    #[test]
    fn lines_without_colours_can_be_searched() {
        let lines_of = |is_coloured| {
            let written = Arc::new(Mutex::new(Vec::new()));
            let writer = Arc::clone(&written);
            let layer = lines(LogFormat::Text, is_coloured, move || Written(Arc::clone(&writer)));
            tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), || {
                tracing::info!(job.id = 7, "a job was placed");
            });
            String::from_utf8(written.lock().unwrap().clone()).unwrap()
        };
        let (plain, coloured) = (lines_of(false), lines_of(true));
        assert!(plain.contains("INFO a job was placed job.id=7") && !plain.contains('\u{1b}'), "{plain}");
        assert!(!coloured.contains("job.id=7"), "a terminal has colours: {coloured}");
    }

    struct Written(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn an_error_is_shown_with_its_causes_on_one_line() {
        let error = Outer(std::io::Error::other("disk full"));
        assert_eq!(chain(&error).to_string(), "the store failed: disk full");
    }
}
