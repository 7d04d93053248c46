//! How the real code is joined to the world. The honest way is the default of every method; a planted fault overrides one.

use std::fmt::Debug;
use std::sync::Arc;

use bot::core::effect::Effect;
use bot::core::event::{Event, Outcome, Report};
use bot::core::{Policy, must_be_synced};
use rusqlite::Connection;
use worker::job_store::JobStore;
use worker::provider::Provider;

/// The joints. None of this exists in production code: it is the simulation's own process.
pub trait Wiring: Sync + Debug {
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
    fn reports(&self, outcome: Outcome) -> Outcome {
        outcome
    }

    /// Whether what is at the provider's address is looked at before it is sent.
    fn looks_at_results(&self) -> bool {
        true
    }

    /// What is reported of a try to give Stars back.
    fn refunded(&self, outcome: Outcome) -> Outcome {
        outcome
    }

    /// A report as the core hears it, where the newest attempt has this number.
    fn reported(&self, report: Report, _newest: i64) -> Report {
        report
    }

    /// What the core hears of Telegram's list of Stars.
    fn listed(&self, event: Event) -> Event {
        event
    }

    /// Whether jobs that were handed to the queue before are handed to it again.
    fn publishes_again(&self) -> bool {
        true
    }

    /// Whether a worker acknowledges an order before its store has it.
    fn acknowledges_orders_early(&self) -> bool {
        false
    }

    /// Whether a copy of the bot's database says that it is one.
    fn marks_copies(&self) -> bool {
        true
    }

    /// Whether the commit of this event, which asks for these effects, is synced.
    fn syncs(&self, event: &Event, effects: &[Effect]) -> bool {
        must_be_synced(event, effects)
    }

    /// Whether every step of the workers' store is synced, as a Redis with `appendfsync always` does it.
    fn workers_sync_everything(&self) -> bool {
        false
    }

    /// Whether the bot knows that its clock has made a step.
    fn notices_steps_of_the_clock(&self) -> bool {
        true
    }

    /// What the core takes to be in force, where this is.
    fn in_force(&self, policy: &Arc<Policy>) -> Arc<Policy> {
        Arc::clone(policy)
    }

    /// Whether a process that starts reads what operators have decided.
    fn reads_shop_at_start(&self) -> bool {
        true
    }

    /// Meddles with the rows after a commit.
    fn after_commit(&self, _connection: &Connection) {}

    /// The store of a worker.
    fn store(&self, store: Arc<dyn JobStore>) -> Arc<dyn JobStore> {
        store
    }

    /// The provider of a worker.
    fn provider(&self, provider: Arc<dyn Provider>) -> Arc<dyn Provider> {
        provider
    }
}

/// Nothing planted.
#[derive(Debug, Clone, Copy)]
pub struct Honest;

impl Wiring for Honest {}
