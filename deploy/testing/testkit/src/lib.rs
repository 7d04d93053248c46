//! Starts whole systems, for tests and for the longer runs.
//!
//! - [`Solo`] runs bot and worker in this process, as the program `solo` does. A test of a few seconds.
//! - [`Deployment`] runs them as operators do: bot, workers, RabbitMQ and Redis are processes of their own, and each can
//!   be killed, stopped and started. It can also run the program `solo` as one process.
//!
//! Both come with the simulated Telegram and KIE.ai, and are used through [`solo::driver`]. Nothing outlives the value
//! that stands for a system.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall panic")]

pub mod child_process;
mod deployment;
mod in_process;
mod meter;
pub mod programs;

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

pub use child_process::{ChildProcess, Program, Usage};
pub use deployment::{Deployment, Endpoints, InOne, Plan, Prepared, Servers, Settings};
pub use in_process::services::{KIE_KEY, Services};
pub use in_process::{Builder, Solo};
pub use meter::{Meter, Reading, Taken};

/// How long a test waits for what it expects of a deployment, on a busy machine. Longer than a worker may be at a step:
/// others go on with a job only when the 90 seconds of a worker that was killed are over.
pub const PATIENCE: Duration = Duration::from_secs(180);

/// An address of the loopback interface that nobody listens at, for whoever must know it before listening there.
///
/// # Errors
/// When there is none.
pub fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}
