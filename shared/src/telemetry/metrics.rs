//! Metrics of this process, in the text format that Prometheus reads.
//!
//! The code counts through the `metrics` facade wherever something happens; this module installs the recorder and
//! renders it. Every name begins with `starreel_`; times are in seconds, sizes in bytes.

use std::convert::Infallible;
use std::fs;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use metrics::{Unit, counter, describe_counter, describe_histogram, gauge};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use tokio_util::sync::CancellationToken;

/// Bounds of times that a program takes: from a millisecond to some seconds.
const QUICK: [f64; 12] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0];
/// Bounds of times that a person waits: from a second to hours.
const PATIENT: [f64; 12] = [1.0, 5.0, 15.0, 30.0, 60.0, 120.0, 240.0, 480.0, 900.0, 1800.0, 3600.0, 14400.0];

/// Histograms of times that people wait, with the buckets of [`PATIENT`]; all others have those of [`QUICK`].
const WAITS: [(&str, &str); 2] = [
    ("starreel_order_to_submit_seconds", "From the order of a video to the provider's acceptance"),
    ("starreel_order_to_video_seconds", "From the order of a video to its arrival in the chat"),
];

/// A counter that is known before anything is counted.
#[derive(Debug, Clone, Copy)]
pub struct Counter {
    /// Its name.
    pub name: &'static str,
    /// What it counts.
    pub about: &'static str,
    /// Its label, with every value that it can have; none for a counter without labels.
    pub label: Option<(&'static str, &'static [&'static str])>,
}

/// The counters of every process.
const COUNTERS: [Counter; 4] = [
    Counter {
        name: "starreel_log_events_total",
        about: "Log lines by level",
        label: Some(("level", &["ERROR", "WARN"])),
    },
    Counter {
        name: "starreel_messages_buried_total",
        about: "Messages of the queue that could not be read",
        label: Some(("queue", &["jobs", "results"])),
    },
    Counter {
        name: "starreel_messages_dropped_total",
        about: "Messages to people that were dropped because too many waited",
        label: None,
    },
    Counter {
        name: "starreel_queue_reconnects_total",
        about: "Times that a connection to RabbitMQ was made anew",
        label: Some(("connection", &["publish", "consume"])),
    },
];

/// Sets counters to 0: Prometheus sees an increase only from a value that it has seen, so without this the first trouble
/// of a process would go unnoticed.
pub fn begin(counters: &[Counter]) {
    for Counter { name, about, label } in counters {
        describe_counter!(*name, *about);
        match label {
            None => counter!(*name).increment(0),
            Some((label, values)) => values.iter().for_each(|value| counter!(*name, *label => *value).increment(0)),
        }
    }
}

/// How often observations are folded into their buckets, besides at each scrape. Until then they take memory, a few bytes
/// each.
const UPKEEP_EVERY: Duration = Duration::from_secs(30);

/// Ticks of the kernel's clock in a second, in which `/proc` counts: 100 for every program on Linux.
const TICKS_PER_SECOND: f64 = 100.0;

/// The metrics of this process.
#[derive(Debug, Clone)]
pub struct Metrics(PrometheusHandle);

/// Installs the recorder of this process. Later calls return the same metrics.
///
/// # Errors
/// When another recorder was installed before.
pub fn install() -> Result<Metrics, BuildError> {
    static INSTALLED: Mutex<Option<Metrics>> = Mutex::new(None);
    let mut installed = INSTALLED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(metrics) = &*installed {
        return Ok(metrics.clone());
    }
    let mut builder = PrometheusBuilder::new().set_buckets(&QUICK)?;
    for (name, _) in WAITS {
        builder = builder.set_buckets_for_metric(Matcher::Full(name.to_owned()), &PATIENT)?;
    }
    let metrics = Metrics(builder.install_recorder()?);
    for (name, about) in WAITS {
        describe_histogram!(name, Unit::Seconds, about);
    }
    begin(&COUNTERS);
    gauge!("starreel_build_info", "version" => env!("CARGO_PKG_VERSION"), "revision" => crate::REVISION).set(1.0);
    Ok(installed.insert(metrics).clone())
}

impl Metrics {
    /// All metrics, as Prometheus reads them.
    #[must_use]
    pub fn render(&self) -> String {
        measure_process();
        self.0.render()
    }

    /// Folds observations into their buckets until the shutdown, also when nobody reads them.
    ///
    /// # Errors
    /// None.
    pub async fn run(self, shutdown: CancellationToken) -> Result<(), Infallible> {
        while shutdown.run_until_cancelled(tokio::time::sleep(UPKEEP_EVERY)).await.is_some() {
            self.0.run_upkeep();
        }
        Ok(())
    }
}

/// Sets the metrics of memory and CPU time. Without `/proc` there are none.
fn measure_process() {
    if let Some(kilobytes) = fs::read_to_string("/proc/self/status").ok().as_deref().and_then(resident_kilobytes) {
        gauge!("starreel_process_resident_bytes").set(f64::from(kilobytes) * 1024.0);
    }
    if let Some(ticks) = fs::read_to_string("/proc/self/stat").ok().as_deref().and_then(cpu_ticks) {
        // A counter of the facade holds whole numbers only.
        gauge!("starreel_process_cpu_seconds_total").set(f64::from(ticks) / TICKS_PER_SECOND);
    }
}

fn resident_kilobytes(status: &str) -> Option<u32> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// User and system time. The name of the program, in parentheses, may hold spaces; what follows it does not.
fn cpu_ticks(stat: &str) -> Option<u32> {
    let (_, after_name) = stat.rsplit_once(')')?;
    let mut fields = after_name.split_whitespace().skip(11);
    let (user, system): (u32, u32) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some(user + system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_shown_with_the_process_itself() {
        install().unwrap();
        metrics::counter!("starreel_test_total", "kind" => "a").increment(2);
        metrics::histogram!("starreel_order_to_video_seconds").record(61.0);
        metrics::histogram!("starreel_test_seconds").record(0.004);
        let page = install().unwrap().render();
        for line in [
            "starreel_log_events_total{level=\"ERROR\"} 0",
            "starreel_messages_dropped_total 0",
            "starreel_test_total{kind=\"a\"} 2",
            "starreel_order_to_video_seconds_bucket{le=\"60\"} 0",
            "starreel_order_to_video_seconds_bucket{le=\"120\"} 1",
            "starreel_test_seconds_bucket{le=\"0.005\"} 1",
            "starreel_build_info",
            "starreel_process_resident_bytes",
            "starreel_process_cpu_seconds_total",
        ] {
            assert!(page.contains(line), "{line} is not in\n{page}");
        }
    }

    #[test]
    fn the_files_of_the_kernel_are_read() {
        assert_eq!(resident_kilobytes("Name:\tbot\nVmRSS:\t   12345 kB\n"), Some(12_345));
        assert_eq!(cpu_ticks("7 (a (odd) name) S 1 7 7 0 -1 4194304 100 0 0 0 42 8 0 0 20 0 9 0"), Some(50));
    }
}
