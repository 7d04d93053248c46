//! The invariants of money and jobs, as queries that must find nothing.
//!
//! Used by tests, by the simulation after every step, and on a live database: it is one read transaction.

use rusqlite::Connection;

/// An invariant: its name, and a query whose every row is a violation, described in one column.
const INVARIANTS: [(&str, &str); 17] = [
    (
        "each bucket equals the sum of its entries",
        "WITH moved AS (
             SELECT user, target AS bucket, credits FROM entries
             UNION ALL SELECT user, source, -credits FROM entries),
         sums AS (SELECT user, bucket, sum(credits) AS credits FROM moved WHERE bucket <> 'issued' GROUP BY user, bucket),
         cached AS (
             SELECT user, 'available' AS bucket, available AS credits FROM accounts
             UNION ALL SELECT user, 'held', held FROM accounts
             UNION ALL SELECT user, 'spent', spent FROM accounts
             UNION ALL SELECT user, 'refunding', refunding FROM accounts
             UNION ALL SELECT user, 'revoked', revoked FROM accounts)
         SELECT format('user %d: %s is %d, its entries say %d', coalesce(cached.user, sums.user),
                       coalesce(cached.bucket, sums.bucket), coalesce(cached.credits, 0), coalesce(sums.credits, 0))
         FROM cached FULL JOIN sums ON sums.user = cached.user AND sums.bucket = cached.bucket
         WHERE coalesce(cached.credits, 0) <> coalesce(sums.credits, 0)",
    ),
    (
        "what is available is what is left of purchases and gifts",
        "WITH sums AS (SELECT user, sum(available) AS left FROM lots GROUP BY user)
         SELECT format('user %d has %d, %d are left', coalesce(accounts.user, sums.user), coalesce(available, 0),
                       coalesce(left, 0))
         FROM accounts FULL JOIN sums ON sums.user = accounts.user
         WHERE coalesce(available, 0) <> coalesce(left, 0)",
    ),
    (
        "what is left of each lot is the sum of its moves",
        "WITH sums AS (SELECT lot, sum(credits) AS credits FROM lot_moves GROUP BY lot)
         SELECT format('lot %s has %d, its moves say %d', lots.entry, lots.available, coalesce(sums.credits, 0))
         FROM lots FULL JOIN sums ON sums.lot = lots.number
         WHERE lots.available IS NOT coalesce(sums.credits, 0)",
    ),
    (
        "each entry moves as many credits of lots as it makes available or takes",
        "WITH sums AS (SELECT entry, sum(credits) AS credits FROM lot_moves GROUP BY entry)
         SELECT format('%s moves %d', coalesce(entries.id, sums.entry), coalesce(sums.credits, 0))
         FROM entries FULL JOIN sums ON sums.entry = entries.id
         WHERE coalesce(sums.credits, 0)
            <> coalesce(iif(target = 'available', entries.credits, iif(source = 'available', -entries.credits, 0)), 0)
            OR entries.id IS NULL",
    ),
    (
        "what is given back goes to where it was taken from",
        "WITH back AS (
             SELECT lot_moves.entry, lot, lot_moves.credits,
                    iif(lot_moves.entry LIKE 'release:%', 'hold' || substr(lot_moves.entry, 8),
                        'refund-hold' || substr(lot_moves.entry, 12)) AS taken
             FROM lot_moves WHERE lot_moves.entry LIKE 'release:%' OR lot_moves.entry LIKE 'refund-undo:%')
         SELECT back.entry FROM back
         WHERE NOT EXISTS (SELECT 1 FROM lot_moves AS taken WHERE taken.entry = back.taken AND taken.lot = back.lot
                           AND taken.credits = -back.credits)",
    ),
    (
        "held credits are the prices of the jobs whose money is held",
        "SELECT format('user %d holds %d for jobs worth %d', user, held, worth)
         FROM (SELECT user, held, (SELECT coalesce(sum(price), 0) FROM jobs
                                   WHERE jobs.user = accounts.user AND money = 'held') AS worth FROM accounts)
         WHERE held <> worth",
    ),
    (
        "each job has exactly one hold, of its price",
        "SELECT 'job ' || id FROM jobs
         WHERE NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = 'hold:' || jobs.id
                           AND entries.user = jobs.user AND entries.credits = jobs.price)",
    ),
    (
        "each job's money has moved as its row says",
        "SELECT format('job %s is %s', id, money) FROM jobs
         WHERE (money = 'captured') <> EXISTS (SELECT 1 FROM entries WHERE entries.id = 'capture:' || jobs.id)
            OR (money = 'released') <> EXISTS (SELECT 1 FROM entries WHERE entries.id = 'release:' || jobs.id)",
    ),
    (
        "money and progress agree",
        "SELECT format('job %s is %s and %s', id, progress, money) FROM jobs
         WHERE (progress IN ('queued', 'published', 'submitted') AND money <> 'held')
            OR (progress IN ('failed', 'cancelled') AND money <> 'released')
            OR (progress IN ('delivered', 'undeliverable') AND money = 'held')
            OR (progress = 'ready' AND money = 'captured')",
    ),
    (
        "each payment has exactly one entry, of its credits",
        "SELECT 'charge ' || charge FROM payments
         WHERE NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = 'pay:' || payments.charge
                           AND entries.user = payments.user AND entries.credits = payments.credits)
         UNION ALL
         SELECT id FROM entries
         WHERE id LIKE 'pay:%' AND NOT EXISTS (SELECT 1 FROM payments WHERE charge = substr(entries.id, 5))",
    ),
    (
        "credits set aside for refunds are those of the refunds under way",
        "SELECT format('user %d has %d set aside for refunds of %d', user, refunding, worth)
         FROM (SELECT user, refunding, (SELECT coalesce(sum(credits), 0) FROM refunds
                                        WHERE refunds.user = accounts.user AND state = 'held') AS worth FROM accounts)
         WHERE refunding <> worth",
    ),
    (
        "each payment is revoked once at most, and just when its Stars went back",
        "SELECT format('charge %s is %s', charge, state) FROM refunds
         WHERE (state = 'done' AND credits > 0)
            <> EXISTS (SELECT 1 FROM entries WHERE entries.id = 'revoke:' || refunds.charge
                       AND entries.user = refunds.user AND entries.credits = refunds.credits)
         UNION ALL
         SELECT id FROM entries
         WHERE id LIKE 'revoke:%' AND NOT EXISTS (SELECT 1 FROM refunds WHERE charge = substr(entries.id, 8))",
    ),
    (
        "what is set aside for a refund is taken or given back, once",
        "SELECT format('charge %s is %s, and %d of it is set aside', charge, state, left_over)
         FROM (SELECT charge, state, credits,
                   (SELECT coalesce(sum(credits), 0) FROM entries
                    WHERE id > 'refund-hold:' || charge || ':' AND id < 'refund-hold:' || charge || ';')
                   - (SELECT coalesce(sum(credits), 0) FROM entries
                      WHERE id > 'refund-undo:' || charge || ':' AND id < 'refund-undo:' || charge || ';')
                   - (SELECT coalesce(sum(credits), 0) FROM entries
                      WHERE id = 'revoke:' || charge AND source = 'refunding') AS left_over
               FROM refunds)
         WHERE left_over <> iif(state = 'held', credits, 0)",
    ),
    (
        "operators' credits have their action, and each action its credits",
        "SELECT format('%s has no action of its own', id) FROM entries
         WHERE (id LIKE 'grant:%' OR id LIKE 'debit:%')
           AND NOT EXISTS (SELECT 1 FROM operator_actions AS deed
                           WHERE deed.action || ':' || deed.id = entries.id AND deed.user = entries.user
                             AND deed.credits = entries.credits)
         UNION ALL
         SELECT format('action %d moved nothing', id) FROM operator_actions AS deed
         WHERE action IN ('grant', 'debit')
           AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = deed.action || ':' || deed.id)",
    ),
    (
        "nothing moves for a job that is not there",
        "SELECT id FROM entries
         WHERE (id LIKE 'hold:%' OR id LIKE 'capture:%' OR id LIKE 'release:%')
           AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.id = substr(entries.id, instr(entries.id, ':') + 1))",
    ),
    (
        "the queue is what the jobs say",
        "WITH truth AS (
             SELECT user, min(iif(progress = 'queued', id, NULL)) AS first_job, sum(progress = 'queued') AS jobs,
                    sum(progress IN ('published', 'submitted')) AS under_way,
                    coalesce((SELECT served_at FROM people WHERE people.id = user), 0) AS served_at
             FROM jobs WHERE progress IN ('queued', 'published', 'submitted') GROUP BY user
             HAVING sum(progress = 'queued') > 0)
         SELECT format('user %d', coalesce(truth.user, queue.user))
         FROM truth FULL JOIN queue ON queue.user = truth.user
         WHERE (truth.served_at, truth.first_job, truth.jobs, truth.under_way)
            IS NOT (queue.served_at, queue.first_job, queue.jobs, queue.under_way)",
    ),
    (
        "nobody is below zero unless Stars were taken back",
        "SELECT format('user %d has %d', user, available) FROM accounts WHERE available < 0 AND revoked = 0",
    ),
];

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

/// Checks every invariant.
///
/// # Errors
/// When SQLite refuses.
pub fn audit(connection: &Connection) -> rusqlite::Result<Audit> {
    let transaction = connection.unchecked_transaction()?;
    let check = |(name, sql): &(&'static str, &str)| {
        let mut statement = transaction.prepare_cached(&format!("{sql} LIMIT 10"))?;
        let violations = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        Ok((*name, violations))
    };
    Ok(Audit { findings: INVARIANTS.iter().map(check).collect::<rusqlite::Result<_>>()? })
}
