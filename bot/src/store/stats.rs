//! The stats that an operator looks at first, read from the rows: they are exact, and a restart changes none.

use rusqlite::{Connection, OptionalExtension as _};

use crate::core::meta::Fact;

pub mod models;
pub(super) mod shop;

/// States of jobs that have not ended, as rows name them.
pub const OPEN_PROGRESS: [&str; 4] = ["queued", "published", "submitted", "ready"];

/// States of [`OPEN_PROGRESS`] in which a job waits to be submitted: for its turn in the bot, and with a worker.
pub const WAITING: [&str; 2] = ["queued", "published"];

/// Buckets of the ledger that accounts keep.
pub const BUCKETS: [&str; 6] = ["available", "held", "spent", "refunding", "revoked", "gifted"];

/// What brings credits: Stars, what comes with them, the first message, operators, invitations (to both), and promo codes.
pub const SOURCES: [&str; 6] = ["bought", "bonus", "welcome", "granted", "invited", "promo"];

/// What the rows say at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stats {
    /// Jobs that have not ended, in the order of [`OPEN_PROGRESS`].
    pub jobs: [i64; OPEN_PROGRESS.len()],
    /// When the job was placed that has been in each of [`WAITING`] for longest, in milliseconds since 1970.
    pub oldest_placed_at: [Option<i64>; WAITING.len()],
    /// Events that nobody could handle.
    pub dead_letters: i64,
    /// Messages that must arrive and have not.
    pub notices: i64,
    /// By how many nanostars Telegram's balance differs from its list of transactions.
    pub star_difference: i64,
    /// When that list was last read to its end, in milliseconds since 1970; 0 if never.
    pub stars_read_at: i64,
    /// Refunds that an operator has to decide.
    pub refunds_waiting: i64,
    /// Why the provider takes no orders, if it does not.
    pub provider_blocked: Option<String>,
    /// The models of which something is known: those that were switched off once, or have failed.
    pub models: Vec<ModelSwitch>,
}

/// How a model is at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelSwitch {
    /// Its id.
    pub model: String,
    /// Whether it was switched off while the bot ran.
    pub is_off: bool,
    /// Whether it is in trouble: it has failed again and again, and nothing shows that this is over.
    pub is_failing: bool,
}

/// What all rows of tables that only grow add up to. To read it takes the longer, the more has happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Everybody's credits, in the order of [`BUCKETS`].
    pub credits: [i64; BUCKETS.len()],
    /// All Stars that were ever paid.
    pub stars: i64,
    /// The number of payments.
    pub payments: i64,
    /// Credits by what brought them, in the order of [`SOURCES`].
    pub brought: [i64; SOURCES.len()],
    /// People who have written to the bot.
    pub people: i64,
}

/// Reads the stats in one transaction. It takes no longer in a database that has grown.
pub(super) fn read(connection: &Connection) -> rusqlite::Result<Stats> {
    let transaction = connection.unchecked_transaction()?;
    let count = |sql: &str| transaction.prepare_cached(sql)?.query_row([], |row| row.get::<_, i64>(0));
    let mut jobs = [0; OPEN_PROGRESS.len()];
    let mut oldest_placed_at = [None; WAITING.len()];
    for (place, progress) in jobs.iter_mut().zip(OPEN_PROGRESS) {
        let sql = "SELECT count(*), min(placed_at) FROM jobs WHERE progress = ?1";
        let (number, oldest) = transaction
            .prepare_cached(sql)?
            .query_row([progress], |row| Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?)))?;
        *place = number;
        if let Some(waiting) = WAITING.iter().position(|waiting| *waiting == progress) {
            oldest_placed_at[waiting] = oldest;
        }
    }
    let provider_blocked: Option<String> = transaction
        .prepare_cached("SELECT value FROM meta WHERE name = 'provider_blocked'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let number = |fact: Fact| {
        let sql = "SELECT coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?1), 0)";
        transaction.prepare_cached(sql)?.query_row([fact.as_str()], |row| row.get::<_, i64>(0))
    };
    Ok(Stats {
        jobs,
        oldest_placed_at,
        dead_letters: count("SELECT count(*) FROM dead_letters")?,
        notices: count(
            "SELECT count(*) FROM outbox INDEXED BY outbox_person WHERE kind = 'notice' AND state <> 'done'",
        )?,
        star_difference: number(Fact::StarDifference)?,
        stars_read_at: number(Fact::StarsReadAt)?,
        refunds_waiting: count("SELECT count(*) FROM refunds WHERE state = 'asked'")?,
        provider_blocked: provider_blocked.filter(|reason| !reason.is_empty()),
        models: switches(&transaction)?,
    })
}

fn switches(connection: &Connection) -> rusqlite::Result<Vec<ModelSwitch>> {
    let sql = "SELECT model, off_by IS NOT NULL, failing_since IS NOT NULL FROM models ORDER BY model";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement
        .query_map([], |row| Ok(ModelSwitch { model: row.get(0)?, is_off: row.get(1)?, is_failing: row.get(2)? }))?;
    rows.collect()
}

/// Reads the totals in one transaction.
pub(super) fn read_totals(connection: &Connection) -> rusqlite::Result<Totals> {
    let transaction = connection.unchecked_transaction()?;
    let sums = BUCKETS.map(|bucket| format!("coalesce(sum({bucket}), 0)")).join(", ");
    let mut credits = [0; BUCKETS.len()];
    transaction.query_row(&format!("SELECT {sums} FROM accounts"), [], |row| {
        credits.iter_mut().enumerate().try_for_each(|(place, sum)| row.get(place).map(|read| *sum = read))
    })?;
    let (payments, stars, bought, bonus) = transaction.query_row(
        "SELECT count(*), coalesce(sum(stars), 0), coalesce(sum(credits), 0), coalesce(sum(bonus + first_bonus), 0)
         FROM payments",
        [],
        |row| row.try_into(),
    )?;
    let entries = |from: &str, to: &str| -> rusqlite::Result<i64> {
        let sql = "SELECT coalesce(sum(credits), 0) FROM entries WHERE id >= ?1 AND id < ?2";
        transaction.query_row(sql, [from, to], |row| row.get(0))
    };
    let invited = entries("invited:", "invited;")? + entries("inviter:", "inviter;")?;
    let (welcome, granted) = (entries("welcome:", "welcome;")?, entries("grant:", "grant;")?);
    let brought = [bought, bonus, welcome, granted, invited, entries("promo:", "promo;")?];
    let people = transaction.query_row("SELECT count(*) FROM people", [], |row| row.get(0))?;
    Ok(Totals { credits, stars, payments, brought, people })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn the_rows_are_counted() {
        let connection = Store::in_memory().unwrap();
        connection
            .execute_batch(
                "INSERT INTO meta VALUES ('provider_blocked', 'out_of_funds');
                 INSERT INTO people (id, language, first_seen, reachable) VALUES (1, 'en', 0, 1);
                 INSERT INTO accounts (user, available, held) VALUES (1, 4, 1), (2, 2, 0);
                 INSERT INTO payments (charge, user, number, stars, credits, invoice, at, bonus, first_bonus)
                 VALUES ('a', 1, 1, 500, 5, 'o', 0, 2, 3), ('b', 2, 1, 200, 2, 'p', 0, 0, 0);
                 INSERT INTO entries VALUES ('welcome:1', 1, 'issued', 'available', 4, 0),
                     ('grant:7', 1, 'issued', 'available', 9, 0), ('hold:1', 1, 'available', 'held', 1, 0),
                     ('invited:1', 1, 'issued', 'available', 2, 0), ('inviter:1', 2, 'issued', 'available', 1, 0),
                     ('inviter-back:1', 2, 'available', 'revoked', 1, 0), ('promo:X:1', 1, 'issued', 'available', 6, 0);
                 INSERT INTO refunds (charge, user, state, at) VALUES ('a', 1, 'asked', 0), ('b', 2, 'done', 0);
                 INSERT INTO models (model, off_by, failing_since) VALUES ('m', 'operator', NULL), ('n', NULL, 7);
                 INSERT INTO meta VALUES ('star_difference', '-5'), ('stars_read_at', '7');
                 INSERT INTO jobs (id, user, form, model, prompt, options, price, placed_at, progress)
                 VALUES ('1', 1, 'f1', 'm', 'p', '{}', 1, 70, 'queued'), ('2', 1, 'f2', 'm', 'p', '{}', 1, 60, 'queued'),
                        ('3', 1, 'f3', 'm', 'p', '{}', 1, 50, 'submitted'), ('4', 1, 'f4', 'm', 'p', '{}', 1, 40, 'delivered'), ('5', 1, 'f5', 'm', 'p', '{}', 1, 55, 'published');",
            )
            .unwrap();
        let stats = read(&connection).unwrap();
        assert_eq!((stats.jobs, stats.oldest_placed_at), ([2, 1, 1, 0], [Some(60), Some(55)]));
        assert_eq!((stats.dead_letters, stats.notices), (0, 0));
        assert_eq!((stats.refunds_waiting, stats.star_difference, stats.stars_read_at), (1, -5, 7));
        assert_eq!(stats.provider_blocked.as_deref(), Some("out_of_funds"));
        let models: Vec<_> = stats.models.iter().map(|model| (&*model.model, model.is_off, model.is_failing)).collect();
        assert_eq!(models, [("m", true, false), ("n", false, true)]);
        let totals = read_totals(&connection).unwrap();
        let brought = [7, 5, 4, 9, 3, 6];
        assert_eq!(totals, Totals { credits: [6, 1, 0, 0, 0, 0], stars: 700, payments: 2, brought, people: 1 });
    }
}
