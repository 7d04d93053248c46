//! The Telegram side of Starreel: people, money, jobs, delivery.
//!
//! [`core`] decides, in one transaction per event; [`store`] runs it; everything else carries events in and effects out.

pub mod core;
pub mod delivery;
pub mod intake;
pub mod store;
pub mod telegram;
