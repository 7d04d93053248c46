//! The edge of the bot against a small Telegram of its own: what is sent, in which order, and what is reported.
#![expect(clippy::unwrap_used, reason = "a failed assumption of a test should end it")]

mod committing;
mod delivery;
mod fake;
mod files;
mod guarding;
mod intake;
mod outbound;
mod polling;
mod reconcile;
mod setup;
