//! Tests of the bot from outside: its core, spoken to as a person speaks to it, and its edges towards Telegram, the disk
//! and the workers.
#![expect(clippy::unwrap_used, reason = "a failed assumption of a test should end it")]

mod core;
mod edge;
mod floors;
mod growth;
