//! The bot as a process of its own. It needs the broker, whose adapter is not in this build yet.

use std::process::ExitCode;

use shared::telemetry::{self, LogFormat};

fn main() -> ExitCode {
    telemetry::init(LogFormat::default(), "info");
    tracing::error!(
        "a bot process needs RABBITMQ_URL, whose adapter is not in this build yet: run `cargo run --release`, which is bot and worker in one"
    );
    ExitCode::FAILURE
}
