//! How the core is joined to the world. The honest way is the default of every method; a planted fault overrides one.

use std::fmt::Debug;

use bot::core::event::{DeliveryOutcome, Event};
use rusqlite::Connection;

/// The joints. None of this exists in production code: it is the simulation's own process.
pub(crate) trait Wiring: Sync + Debug {
    /// An event that is slipped in behind this one.
    fn also(&self, _event: &Event) -> Option<Event> {
        None
    }

    /// Whether updates are acknowledged before the commit, so that a roll-back loses them.
    fn acknowledges_early(&self) -> bool {
        false
    }

    /// Whether effects are carried out before the commit, so that a roll-back does not take them back.
    fn acts_early(&self) -> bool {
        false
    }

    /// What is reported of a try to deliver.
    fn reports(&self, outcome: DeliveryOutcome) -> DeliveryOutcome {
        outcome
    }

    /// Whether jobs reach the queue.
    fn publishes(&self) -> bool {
        true
    }

    /// Whether the clock ticks.
    fn ticks(&self) -> bool {
        true
    }

    /// Meddles with the rows after a commit.
    fn after_commit(&self, _connection: &Connection) {}
}

/// Nothing planted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Honest;

impl Wiring for Honest {}
