//! The invariants of money and jobs, as queries that must find nothing.
//!
//! Used by tests, by the simulation after every step, and on a live database. There each query is a read transaction of
//! its own: it sees the database at one moment, and what is written meanwhile can be moved out of the write-ahead log as
//! soon as it has ended. One transaction for all of them would let the log grow until the last one has.

use rusqlite::Connection;

pub(super) use self::invariants::{Invariant, invariants};

mod invariants;

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// Each invariant with its violations, at most ten of them.
    pub findings: Vec<(&'static str, Vec<String>)>,
}

impl Audit {
    /// The invariants that do not hold, and how many violations were found.
    pub fn broken(&self) -> impl Iterator<Item = (&'static str, usize)> + '_ {
        self.findings.iter().filter(|(_, found)| !found.is_empty()).map(|(name, found)| (*name, found.len()))
    }

    /// Whether every invariant holds.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|(_, violations)| violations.is_empty())
    }
}

/// Checks every invariant, each at a moment of its own unless the connection is in a transaction.
///
/// # Errors
/// When SQLite refuses.
pub fn audit(connection: &Connection) -> rusqlite::Result<Audit> {
    let findings = invariants().map(|invariant| check(connection, invariant));
    Ok(Audit { findings: findings.collect::<rusqlite::Result<_>>()? })
}

/// Checks one invariant.
pub(super) fn check(connection: &Connection, (name, sql): &Invariant) -> rusqlite::Result<(&'static str, Vec<String>)> {
    let mut statement = connection.prepare_cached(&format!("{sql} LIMIT 10"))?;
    let violations = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    Ok((*name, violations))
}
