//! What the bot and the worker must agree on, and nothing else: the messages between them ([`job`]), the models that
//! are sold ([`catalog`]), the port of the queue that joins them ([`queue`]), and the small things that every process
//! of Starreel does the same way: settings, logs, time, signatures, retries, tasks and shutdown.
//!
//! Deliberately absent: anything about Telegram, people or money (that is `bot`), and anything about KIE.ai
//! (that is `worker`).

pub mod catalog;
pub mod clock;
pub mod config;
pub mod http;
pub mod image_type;
pub mod job;
pub mod json;
pub mod ops;
pub mod queue;
pub mod retry;
#[cfg(feature = "service")]
pub mod runtime;
pub mod shutdown;
pub mod signing;
pub mod tasks;
pub mod telemetry;
pub mod templates;
pub mod wal;

/// The version of this program with the revision that it was built of, such as `0.1.0 (1a2b3c4d5e6f)`.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("STARREEL_REVISION"), ")");

/// The revision that this program was built of: a commit, or in words that it is not known.
pub const REVISION: &str = env!("STARREEL_REVISION");
