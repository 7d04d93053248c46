//! Starreel on one machine: bot and worker in one process, joined by the in-process queue, on SQLite; and a simulator
//! in place of whichever of Telegram and KIE.ai has no key.
//!
//! [`System`] is the whole thing; [`check`] drives one without a person; [`backup`] copies its stores; [`driver`] is how a check or a test talks to
//! the simulators.

pub mod backup;
pub mod check;
pub mod driver;
mod settings;
mod simulated;
mod system;

pub use settings::{Settings, SettingsError};
pub use system::{Pace, System};
