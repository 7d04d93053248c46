//! The worker as a process of its own. It needs the shared queue and store, whose adapters are not in this build yet.

use std::process::ExitCode;

use shared::telemetry::{self, LogFormat};

fn main() -> ExitCode {
    telemetry::init(LogFormat::default(), "info");
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let missing: Vec<&str> = ["RABBITMQ_URL", "REDIS_URL"].into_iter().filter(|name| !set(name)).collect();
    tracing::error!(
        missing = missing.join(", "),
        "a worker process needs RABBITMQ_URL and REDIS_URL, whose adapters are not in this build yet: run `cargo run --release`, which is bot and worker in one"
    );
    ExitCode::FAILURE
}
