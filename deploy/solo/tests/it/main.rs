//! The whole system as its people, operators and providers meet it: both sides together, against the simulators.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall panic")]

mod awaiting;
mod backing_up;
mod broadcasting;
mod checking;
mod continuing;
mod delivering;
mod flooding;
mod keys;
mod lying;
mod operating;
mod ordering;
mod paying;
mod pricing;
mod provider;
mod refunding;
mod restarting;
mod secrets;
mod starting;
mod webhooks;
