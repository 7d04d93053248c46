//! Random histories of the whole of Starreel in one thread: people, Telegram, the bot's core, a queue, several workers, a
//! job store, KIE.ai, crashes and jumping clocks, all drawn from one seed, so that a history that breaks a rule can be
//! played again.
//!
//! - The bot's core is driven as its writer drives it: one real SQLite transaction per event, effects after the commit.
//! - The workers are the real ones: their futures, from the intake of an order to the report of its end, over ports that
//!   stop before and after each call ([`YieldPoint`]), so that a worker may die, stand still or be overtaken at every one.
//! - The job store is one in memory that keeps the contract of the real ones, or a Redis with the real scripts.
//!
//! After every step the model compares what is in the stores with what is kept from outside: what was pressed and paid,
//! what the store acknowledged, what the provider has seen. In the end faults stop, time runs on, and everything must
//! come to rest.
//!
//! Deliberately absent: threads and real time within a history, HTTP, and the loops that call all this; the edges have
//! tests of their own. The writer's and the queue's part is played by `process` and `network`, that of a worker's loops by
//! `worker_loops`.
#![expect(clippy::unwrap_used, reason = "a failed assumption of a simulation should end it")]

use std::fmt;
use std::sync::Mutex;

mod accounts;
mod backend;
mod beginning;
mod broadcasts;
mod catalog_fixture;
mod causes;
mod copies;
mod coverage;
mod database;
mod deliveries;
mod event;
mod faults;
mod initiator;
mod interests;
mod job_rows;
mod keys;
mod kie;
mod limits;
mod links;
mod lots;
mod model;
mod models;
mod months;
mod network;
mod operating;
mod operators;
mod paying;
mod people;
mod placed;
mod ports;
mod power_cuts;
mod process;
mod purchases;
mod records;
mod seeds;
mod selection;
mod sending;
mod settling;
mod sharing;
mod shop;
mod shrink;
mod stars;
mod store_fixture;
mod subscriptions;
mod telegram;
mod thread_cache;
mod wiring;
mod worker_loops;
mod workers;
mod world;
mod yield_point;

pub use coverage::{Checkout, Coverage, CrashPoint, Fault, Met};
pub use kie::seeds_of_odd_providers;
pub use seeds::known_seeds;
pub use selection::{History, Selection, Turns};
pub use shrink::shrink;
pub use thread_cache::{Stores, ThreadCache};
pub use wiring::{Honest, Wiring};
pub use yield_point::YieldPoint;

use world::World;

/// A rule that was broken.
#[derive(Debug, Clone)]
pub struct Violation {
    /// The rule, in words that name it for good.
    pub invariant: &'static str,
    /// What was seen instead.
    pub what: String,
}

/// A history that went well.
#[derive(Debug)]
pub struct Played {
    /// What it has met.
    pub coverage: Coverage,
    /// What happened, if it was written down.
    pub trace: Vec<String>,
    /// Tells what happened to the bot, and when, from any other course.
    pub digest: u64,
}

/// A history in which a rule was broken.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Plays it again.
    pub history: History,
    /// The number of its last turn.
    pub turns: u32,
    /// On which store.
    pub in_redis: bool,
    /// What is wrong.
    pub violation: Violation,
    /// What happened before, if it was written down.
    pub trace: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Violation { invariant, what } = &self.violation;
        for line in &self.trace {
            writeln!(f, "{line}")?;
        }
        let History { seed, selection } = &self.history;
        writeln!(f, "seed {seed}: broken: {invariant}: {what}")?;
        write!(f, "again: cargo run --release -p simulation -- --seed {seed}")?;
        match selection {
            Some(Selection { turns, faults }) => write!(f, " --keep {turns} --faults {faults}")?,
            None => f.write_str(" --trace")?,
        }
        f.write_str(if self.in_redis { " --redis" } else { "" })
    }
}

/// Plays one history. `traced` writes down what happens.
///
/// # Errors
/// The first rule that was broken.
pub fn play(
    cache: &mut ThreadCache,
    history: &History,
    wiring: &'static dyn Wiring,
    traced: bool,
) -> Result<Played, Box<Failure>> {
    let mut world = World::new(history, wiring, cache, traced);
    let ended = world.live().and_then(|()| world.settle());
    let World { connection, coverage, trace, digest, turn: turns, .. } = world;
    cache.give_back(connection);
    let trace = trace.unwrap_or_default();
    match ended {
        Ok(()) => Ok(Played { coverage, trace, digest }),
        Err(violation) => {
            Err(Box::new(Failure { history: history.clone(), turns, in_redis: cache.is_in_redis(), violation, trace }))
        }
    }
}

/// Plays the histories with these seeds, on all processors, until one fails.
///
/// # Errors
/// The failure with the lowest seed among those found, with its trace.
pub fn play_many(
    seeds: impl Iterator<Item = u64> + Send,
    wiring: &'static dyn Wiring,
    stores: &Stores,
) -> Result<Coverage, Box<Failure>> {
    let seeds = Mutex::new(Some(seeds));
    let failed = Mutex::new(None::<u64>);
    let total = Mutex::new(Coverage::default());
    std::thread::scope(|scope| {
        for place in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            let (seeds, failed, total) = (&seeds, &failed, &total);
            scope.spawn(move || {
                let mut cache = ThreadCache::new(stores.clone(), place);
                let mut mine = Coverage::default();
                let next = || seeds.lock().unwrap().as_mut()?.next();
                while let Some(seed) = next() {
                    match play(&mut cache, &seed.into(), wiring, false) {
                        Ok(played) => mine.add(&played.coverage),
                        Err(_) => {
                            let mut failed = failed.lock().unwrap();
                            *failed = Some(failed.map_or(seed, |other| other.min(seed)));
                            *seeds.lock().unwrap() = None;
                        }
                    }
                }
                total.lock().unwrap().add(&mine);
            });
        }
    });
    match failed.into_inner().unwrap() {
        Some(seed) => {
            let mut cache = ThreadCache::new(stores.clone(), 0);
            play(&mut cache, &seed.into(), wiring, true).map(|played| played.coverage)
        }
        None => Ok(total.into_inner().unwrap()),
    }
}
