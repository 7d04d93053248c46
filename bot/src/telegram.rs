//! The edge towards Telegram: what comes in ([`polling`] or [`webhook`]) and what goes out ([`outbound`]), over one
//! [`client`]; the [`connection`] is watched. Also the images that people send: handed on to workers
//! ([`images`]).
//!
//! Updates are acknowledged only after their commit, and a call that fails is sorted by what it means for the person
//! ([`failure`]), not by what Telegram happens to write.
//!
//! Deliberately absent: decisions. What to say, and whether to try again what must not be lost, is the core's.

pub mod client;
pub mod connection;
pub mod failure;
pub mod images;
mod incoming;
pub mod limits;
pub mod outbound;
pub(crate) mod payloads;
pub mod polling;
pub mod setup;
pub(crate) mod stars;
pub mod webhook;
