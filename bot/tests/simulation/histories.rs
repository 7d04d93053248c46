//! Random histories of the bot's core: people, Telegram, a queue, workers, crashes and a jumping clock, all drawn from
//! one seed, so that a history that breaks a rule can be played again.
//!
//! The core is driven as the writer drives it: one real SQLite transaction per event, effects after the commit. After
//! every step the [`books`] compare its rows with a model that is kept from outside, by what was pressed and paid and
//! not by what the core says about it. In the end faults stop, time runs on, and everything must come to rest.
//!
//! Deliberately absent: threads and real time. The edges (HTTP, rate limits, the real queue) have tests of their own.
//! This module is shared by the test and by the example `simulate`.

use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

mod books;
mod causes;
mod coverage;
mod ending;
mod happening;
mod limits;
mod market;
mod paying;
mod people;
mod process;
mod rows;
mod telegram;
mod wiring;
mod workers;
mod world;

pub(crate) use coverage::Coverage;
pub(crate) use wiring::{Honest, Wiring};

use world::World;

/// A rule that was broken.
#[derive(Debug, Clone)]
pub(crate) struct Violation {
    /// The rule, in words that name it for good.
    pub(crate) invariant: &'static str,
    /// What was seen instead.
    pub(crate) what: String,
}

/// A history in which a rule was broken.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    /// Plays it again.
    pub(crate) seed: u64,
    /// What is wrong.
    pub(crate) violation: Violation,
    /// What happened before, if it was written down.
    pub(crate) trace: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Violation { invariant, what } = &self.violation;
        for line in &self.trace {
            writeln!(f, "{line}")?;
        }
        writeln!(f, "seed {}: broken: {invariant}: {what}", self.seed)?;
        write!(f, "again: cargo run -p bot --example simulate -- --seed {} --histories 1 --trace", self.seed)
    }
}

/// Plays one history. `traced` writes down what happens.
///
/// # Errors
/// The first rule that was broken.
pub(crate) fn play(seed: u64, wiring: &dyn Wiring, traced: bool) -> Result<(Coverage, Vec<String>), Box<Failure>> {
    let mut world = World::new(seed, wiring, traced);
    match world.live().and_then(|()| world.settle()) {
        Ok(()) => Ok((world.coverage, world.trace.unwrap_or_default())),
        Err(violation) => Err(Box::new(Failure { seed, violation, trace: world.trace.unwrap_or_default() })),
    }
}

/// Plays `count` histories from `first_seed` on, on all processors.
///
/// # Errors
/// The failure with the lowest seed among those found, with its trace.
pub(crate) fn play_many(first_seed: u64, count: u64, wiring: &dyn Wiring) -> Result<Coverage, Box<Failure>> {
    let next = AtomicU64::new(first_seed);
    let end = first_seed.saturating_add(count);
    let failed = Mutex::new(None::<u64>);
    let total = Mutex::new(Coverage::default());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                let mut mine = Coverage::default();
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= end {
                        break;
                    }
                    match play(seed, wiring, false) {
                        Ok((coverage, _)) => mine.add(&coverage),
                        Err(_) => {
                            let mut failed = failed.lock().unwrap();
                            *failed = Some(failed.map_or(seed, |other| other.min(seed)));
                            next.store(end, Ordering::Relaxed);
                        }
                    }
                }
                total.lock().unwrap().add(&mine);
            });
        }
    });
    match failed.into_inner().unwrap() {
        Some(seed) => play(seed, wiring, true).map(|(coverage, _)| coverage),
        None => Ok(total.into_inner().unwrap()),
    }
}
