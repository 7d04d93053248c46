//! A copy of the bot's database, made at some moment and put back later: what has happened in between is known to Telegram,
//! to the provider and to the workers' store, and not to the bot.

use std::collections::BTreeSet;

use bot::core::event::Event;
use bot::core::jobs::Progress;
use rusqlite::Connection;
use rusqlite::types::Value;
use shared::job::JobId;

use crate::coverage::Fault;
use crate::database;
use crate::model::Model;
use crate::world::World;
use crate::{Violation, store_fixture};

/// Both stores at one moment, as a backup has them.
#[derive(Debug)]
pub(crate) struct Copies {
    bot: Rows,
    model: Model,
    workers: store_fixture::Copy,
}

/// Every row of every table.
#[derive(Debug)]
pub(crate) struct Rows(Vec<(String, Vec<Vec<Value>>)>);

impl Copies {
    /// Whether workers have taken an order that waits in the copy.
    pub(crate) fn are_overtaken(&self, now: &Model) -> bool {
        let mut waited = self.model.jobs.values().filter(|job| job.progress == Progress::Queued);
        let is_taken = |progress| matches!(progress, Progress::Submitted | Progress::Ready | Progress::Delivered);
        waited.any(|job| now.jobs.get(&job.id).is_some_and(|job| is_taken(job.progress)))
    }
}

impl World {
    /// Whether somebody's order waits for its turn.
    pub(crate) fn an_order_waits(&self) -> bool {
        self.model.jobs.values().any(|job| job.progress == Progress::Queued)
    }

    /// A backup is made: now and then, and when an order waits, which is the moment that matters.
    pub(crate) fn make_copies(&mut self) {
        let records = self.backend.state().records.clone();
        let workers = self.workers.store.copy(records);
        self.copies = Some(Copies { bot: Rows::of(&self.connection), model: self.model.clone(), workers });
    }

    /// As the manual says: the bot is stopped, the copy is put back, the bot starts. The workers' store may be put back,
    /// too, or was lost.
    pub(crate) fn put_bot_back(&mut self) -> Result<(), Violation> {
        let Some(copies) = self.copies.take() else { return Ok(()) };
        self.meet(Fault::BotPutBack);
        self.note("the bot's database is put back to a copy");
        if self.chance(50) {
            self.put_back_workers(&copies.workers)?;
        }
        self.agenda.lose_what_is_in_process();
        copies.bot.put_back(&self.connection);
        if self.wiring.marks_copies() {
            let sql = "INSERT INTO meta (name, value) VALUES ('put_back', 'now')";
            self.connection.prepare_cached(sql).unwrap().execute([]).unwrap();
        }
        let heard: BTreeSet<i64> = self.model.answers.keys().copied().collect();
        let placed: BTreeSet<JobId> = self.model.jobs.keys().copied().collect();
        self.model.put_back(copies.model);
        // What the bot has heard since is acknowledged, and Telegram does not say it again.
        self.forgotten_updates.extend(heard.into_iter().filter(|update| !self.model.answers.contains_key(update)));
        let waited = self.model.jobs.values().filter(|job| job.progress == Progress::Queued).map(|job| job.id);
        self.put_back_jobs.extend(waited);
        // The copy does not know of orders that were placed since; workers may get them from the queue yet.
        self.put_back_jobs.extend(placed.into_iter().filter(|job| !self.model.jobs.contains_key(job)));
        self.next_due = None;
        self.read_shop();
        self.clock_steps();
        self.submit(&Event::Started)?;
        self.plan_reading();
        Ok(())
    }
}

impl Rows {
    pub(crate) fn of(connection: &Connection) -> Self {
        let rows = |table: String| {
            let mut statement = connection.prepare_cached(&format!("SELECT * FROM {table}")).unwrap();
            let columns = statement.column_count();
            let rows = statement.query_map([], |row| (0..columns).map(|column| row.get(column)).collect()).unwrap();
            let rows: Vec<Vec<Value>> = rows.collect::<Result<_, _>>().unwrap();
            (table, rows)
        };
        Self(database::tables(connection).into_iter().map(rows).collect())
    }

    pub(crate) fn put_back(&self, connection: &Connection) {
        database::empty(connection);
        for (table, rows) in &self.0 {
            for row in rows {
                let places = vec!["?"; row.len()].join(", ");
                let sql = format!("INSERT INTO {table} VALUES ({places})");
                connection.prepare_cached(&sql).unwrap().execute(rusqlite::params_from_iter(row)).unwrap();
            }
        }
    }
}
