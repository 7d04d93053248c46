//! Bot and workers as processes of their own, with a real RabbitMQ and Redis, in the situations that operators dread.
//!
//! The programs are those that cargo has built beside this one: `cargo test --workspace` builds them, and so does
//! `cargo build -p bot -p worker -p solo`.

mod bench;
mod broadcast;
mod distributed;
mod kills;
mod load;
mod lost_redis;
mod outages;
mod restoring;
mod rolling;
mod secrets;
mod start_script;
mod starting;
