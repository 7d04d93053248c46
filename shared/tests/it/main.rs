//! The RabbitMQ adapter against a real broker: the contract of the queue, and what happens when the broker is absent, is
//! killed, is frozen, runs out of memory, or loses its queues.

#![expect(clippy::unwrap_used, reason = "a failed assumption of a test should end it")]

mod broker;
mod faults;
mod messages;
mod outages;
