//! One event being handled: the transaction, the moment, the operator's policy, and the replies so far.

use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rusqlite::{Connection, OptionalExtension as _, Params, Row, Transaction};

use super::CoreError;
use super::effect::{Effect, Reply};
use super::policy::Policy;

/// What handling an event needs besides the event and the rows.
#[derive(Debug)]
pub struct Context<'a> {
    /// The moment of the event.
    pub now: Timestamp,
    /// Where tokens and ids come from.
    pub random: &'a mut StdRng,
    /// What the operator decided.
    pub policy: &'a Policy,
    /// Whether the queue takes messages; while it does not, no job is published.
    pub queue_open: bool,
    /// Whether the moment can be relied on (`shared::clock::Clock::is_settled`). While it cannot, nothing ends for good
    /// because its time is over.
    pub clock_is_settled: bool,
}

/// Values that a row of a query is read into: a tuple, one element for each column.
pub(super) trait Columns: Sized {
    /// Reads the row.
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;
}

impl<T> Columns for T
where
    T: for<'a> TryFrom<&'a Row<'a>, Error = rusqlite::Error>,
{
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Self::try_from(row)
    }
}

/// See the module.
#[derive(Debug)]
pub(super) struct Turn<'a> {
    connection: &'a Connection,
    pub(super) context: Context<'a>,
    pub(super) effects: Vec<Effect>,
}

impl<'a> Turn<'a> {
    /// A turn within the caller's transaction.
    pub(super) fn new(transaction: &'a Transaction<'_>, context: &'a mut Context<'_>) -> Self {
        let Context { now, policy, queue_open, clock_is_settled, .. } = *context;
        let context = Context { now, random: &mut *context.random, policy, queue_open, clock_is_settled };
        Self { connection: transaction, context, effects: Vec::new() }
    }

    /// What the operator decided.
    pub(super) const fn policy(&self) -> &'a Policy {
        self.context.policy
    }

    /// The moment of the event.
    pub(super) const fn now(&self) -> Timestamp {
        self.context.now
    }

    /// The moment of the event as rows keep it: milliseconds since 1970.
    pub(super) fn millis(&self) -> i64 {
        self.now().as_millisecond()
    }

    /// The moment in a while, as rows keep it.
    pub(super) fn millis_in(&self, delay: SignedDuration) -> i64 {
        self.millis().saturating_add(in_millis(delay))
    }

    /// Says something once, after the commit.
    pub(super) fn reply(&mut self, reply: Reply) {
        self.effects.push(Effect::Reply(reply));
    }

    /// Runs a statement that changes rows. The number of rows that it changed.
    pub(super) fn execute(&self, sql: &str, params: impl Params) -> Result<usize, CoreError> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }

    /// Adds a row. Its row id.
    pub(super) fn insert(&self, sql: &str, params: impl Params) -> Result<i64, CoreError> {
        Ok(self.connection.prepare_cached(sql)?.insert(params)?)
    }

    /// Whether a query finds a row.
    pub(super) fn exists(&self, sql: &str, params: impl Params) -> Result<bool, CoreError> {
        Ok(self.connection.prepare_cached(sql)?.exists(params)?)
    }

    /// The first row of a query that always has one.
    pub(super) fn one<T: Columns>(&self, sql: &str, params: impl Params) -> Result<T, CoreError> {
        Ok(self.connection.prepare_cached(sql)?.query_row(params, T::read)?)
    }

    /// The first row of a query, if it has one.
    pub(super) fn optional<T: Columns>(&self, sql: &str, params: impl Params) -> Result<Option<T>, CoreError> {
        Ok(self.connection.prepare_cached(sql)?.query_row(params, T::read).optional()?)
    }

    /// All rows of a query.
    pub(super) fn all<T: Columns>(&self, sql: &str, params: impl Params) -> Result<Vec<T>, CoreError> {
        Ok(self.connection.prepare_cached(sql)?.query_map(params, T::read)?.collect::<Result<_, _>>()?)
    }

    /// Does `work` in a savepoint: what it changed is undone when it fails, and nothing else is.
    pub(super) fn savepoint<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, CoreError>,
    ) -> Result<T, CoreError> {
        let effects = self.effects.len();
        self.execute("SAVEPOINT part", [])?;
        let done = work(self);
        if done.is_err() {
            self.execute("ROLLBACK TO part", [])?;
            self.effects.truncate(effects);
        }
        self.execute("RELEASE part", [])?;
        done
    }
}

/// A time as rows keep it.
pub(super) fn in_millis(time: SignedDuration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

/// A moment read from a row.
pub(super) fn from_millis(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
}
