//! Each invariant, as a query that must find nothing.
//!
//! Databases grow for years, so each query reads its rows in the order of an index and keeps none of them in between: no
//! sorting, no join without an index, and each subquery is a look at an index. Only the orders that wait are sorted, which
//! are no more after years. What follows from that:
//!
//! - Beginnings of ids are compared by `GLOB`, which an index knows. `LIKE` would be a look at all rows.
//! - What only a few rows are about (held credits, refunds under way) is looked at from both sides: accounts that have
//!   some, and rows whose account has none.
//! - `id >= ''` and `+progress` have a whole table read in its own order. SQLite would take a narrower index, in an order in
//!   which every further look is a jump.

mod links;

/// An invariant: its name, and a query whose every row is a violation, described in one column.
pub(in crate::store) type Invariant = (&'static str, &'static str);

/// All of them.
pub(in crate::store) fn invariants() -> impl Iterator<Item = &'static Invariant> {
    OF_MONEY_AND_JOBS.iter().chain(&links::OF_LINKS)
}

static OF_MONEY_AND_JOBS: [Invariant; 22] = [
    (
        "each bucket equals the sum of its entries",
        "WITH sums AS (
             SELECT user, sum(credits * ((target = 'available') - (source = 'available'))) AS available,
                    sum(credits * ((target = 'held') - (source = 'held'))) AS held,
                    sum(credits * ((target = 'spent') - (source = 'spent'))) AS spent,
                    sum(credits * ((target = 'refunding') - (source = 'refunding'))) AS refunding,
                    sum(credits * ((target = 'revoked') - (source = 'revoked'))) AS revoked,
                    sum(credits * ((target = 'gifted') - (source = 'gifted'))) AS gifted
             FROM entries GROUP BY user)
         SELECT format('user %d: available, held, spent, refunding, revoked and gifted are %d, %d, %d, %d, %d, %d, their entries say %d, %d, %d, %d, %d, %d',
                       sums.user, accounts.available, accounts.held, accounts.spent, accounts.refunding,
                       accounts.revoked, accounts.gifted, sums.available, sums.held, sums.spent, sums.refunding, sums.revoked,
                       sums.gifted)
         FROM sums LEFT JOIN accounts ON accounts.user = sums.user
         WHERE (coalesce(accounts.available, 0), coalesce(accounts.held, 0), coalesce(accounts.spent, 0),
                coalesce(accounts.refunding, 0), coalesce(accounts.revoked, 0), coalesce(accounts.gifted, 0))
            <> (sums.available, sums.held, sums.spent, sums.refunding, sums.revoked, sums.gifted)
         UNION ALL
         SELECT format('user %d has credits and no entries', user) FROM accounts
         WHERE (available, held, spent, refunding, revoked, gifted) <> (0, 0, 0, 0, 0, 0)
           AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.user = accounts.user)",
    ),
    (
        "what is available is what is left of purchases and gifts",
        "SELECT format('user %d has %d, %d are left', user, available, unspent + owed)
         FROM (SELECT user, available,
                   (SELECT coalesce(sum(available), 0) FROM lots
                    WHERE lots.user = accounts.user AND available > 0) AS unspent,
                   (SELECT coalesce(sum(available), 0) FROM lots
                    WHERE lots.user = accounts.user AND available < 0) AS owed
               FROM accounts)
         WHERE available <> unspent + owed
         UNION ALL
         SELECT format('lot %s is nobody''s', entry) FROM lots
         WHERE available <> 0 AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.user = lots.user)",
    ),
    (
        "what is left of each lot is the sum of its moves",
        "SELECT format('lot %s has %d, its moves say %d', entry, available, moved)
         FROM (SELECT entry, available,
                   (SELECT coalesce(sum(credits), 0) FROM lot_moves WHERE lot = lots.number) AS moved FROM lots)
         WHERE available <> moved
         UNION ALL
         SELECT format('%s moves credits of no lot', entry) FROM lot_moves
         WHERE NOT EXISTS (SELECT 1 FROM lots WHERE lots.number = lot_moves.lot)",
    ),
    (
        "each entry moves as many credits of lots as it makes available or takes",
        "SELECT format('%s moves %d', id, moved)
         FROM (SELECT id, iif(target = 'available', credits, iif(source = 'available', -credits, 0)) AS due,
                   (SELECT coalesce(sum(credits), 0) FROM lot_moves WHERE entry = entries.id) AS moved
               FROM entries WHERE id >= '')
         WHERE moved <> due
         UNION ALL
         SELECT format('%s moves %d', entry, credits) FROM lot_moves
         WHERE entry >= '' AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = lot_moves.entry)",
    ),
    (
        "what is given back goes to where it was taken from",
        "SELECT back.entry FROM lot_moves AS back
         WHERE back.entry GLOB 'release:*'
           AND NOT EXISTS (SELECT 1 FROM lot_moves AS taken WHERE taken.entry = 'hold' || substr(back.entry, 8)
                           AND taken.lot = back.lot AND taken.credits = -back.credits)
         UNION ALL
         SELECT back.entry FROM lot_moves AS back
         WHERE back.entry GLOB 'give-back:*'
           AND NOT EXISTS (SELECT 1 FROM lot_moves AS taken WHERE taken.entry = 'hold' || substr(back.entry, 10)
                           AND taken.lot = back.lot AND taken.credits = -back.credits)
         UNION ALL
         SELECT back.entry FROM lot_moves AS back
         WHERE back.entry GLOB 'refund-undo:*'
           AND NOT EXISTS (SELECT 1 FROM lot_moves AS taken WHERE taken.entry = 'refund-hold' || substr(back.entry, 12)
                           AND taken.lot = back.lot AND taken.credits = -back.credits)",
    ),
    (
        "held credits are the prices of the jobs whose money is held",
        "SELECT format('user %d holds %d for jobs worth %d', user, held, worth)
         FROM (SELECT user, held, (SELECT coalesce(sum(price), 0) FROM jobs
                                   WHERE jobs.user = accounts.user AND money = 'held') AS worth
               FROM accounts WHERE held <> 0)
         WHERE held <> worth
         UNION ALL
         SELECT format('user %d holds nothing for job %s', user, id) FROM jobs
         WHERE money = 'held'
           AND EXISTS (SELECT 1 FROM accounts WHERE accounts.user = jobs.user AND held = 0)",
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
         WHERE (+progress IN ('queued', 'published', 'submitted') AND money <> 'held')
            OR (+progress IN ('failed', 'cancelled') AND money <> 'released')
            OR (+progress IN ('delivered', 'undeliverable') AND money = 'held')
            OR (+progress = 'ready' AND money = 'captured')",
    ),
    (
        "each payment has exactly one entry, of its credits",
        "SELECT 'charge ' || charge FROM payments
         WHERE NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = 'pay:' || payments.charge
                           AND entries.user = payments.user AND entries.credits = payments.credits)
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'pay:*' AND NOT EXISTS (SELECT 1 FROM payments WHERE charge = substr(entries.id, 5))",
    ),
    (
        "each payment has exactly the bonuses that its row says",
        "SELECT 'charge ' || charge FROM payments
         WHERE (bonus > 0 AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = 'bonus:' || payments.charge
                                          AND entries.user = payments.user AND entries.credits = payments.bonus))
            OR (first_bonus > 0 AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = 'first:' || payments.user
                                                AND entries.user = payments.user AND entries.credits = payments.first_bonus))
            OR (invite_bonus > 0 AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = 'invited:' || payments.user
                                                 AND entries.user = payments.user AND entries.credits = payments.invite_bonus))
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'bonus:*'
           AND NOT EXISTS (SELECT 1 FROM payments WHERE charge = substr(entries.id, 7) AND bonus > 0)
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'first:*'
           AND NOT EXISTS (SELECT 1 FROM payments WHERE user = entries.user AND first_bonus > 0
                           AND entries.id = 'first:' || user)",
    ),
    (
        "each subscription was begun by a payment of its person",
        "SELECT 'subscription ' || invoice FROM subscriptions
         WHERE NOT EXISTS (SELECT 1 FROM payments WHERE charge = first_charge AND payments.user = subscriptions.user
                           AND payments.invoice = subscriptions.invoice)",
    ),
    (
        "nobody is welcomed twice",
        "SELECT id FROM entries WHERE id GLOB 'welcome:*' AND id <> 'welcome:' || user
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'welcome:*' AND NOT EXISTS (SELECT 1 FROM people WHERE people.id = entries.user AND has_written)",
    ),
    (
        "credits set aside for refunds are those of the refunds under way",
        "SELECT format('user %d has %d set aside for refunds of %d', user, refunding, worth)
         FROM (SELECT user, refunding, (SELECT coalesce(sum(credits), 0) FROM refunds
                                        WHERE coalesce(holder, refunds.user) = accounts.user AND state = 'held') AS worth
               FROM accounts)
         WHERE refunding <> worth",
    ),
    (
        "each payment is revoked once at most, and just when its Stars went back",
        "SELECT format('charge %s is %s', charge, state) FROM refunds
         WHERE (state = 'done' AND credits > 0)
            <> EXISTS (SELECT 1 FROM entries WHERE entries.id = 'revoke:' || refunds.charge
                       AND entries.user = coalesce(holder, refunds.user) AND entries.credits = refunds.credits)
         UNION ALL
         SELECT format('charge %s has credits with person %d', charge, holder) FROM refunds
         WHERE holder <> user
           AND NOT EXISTS (SELECT 1 FROM gifts WHERE gifts.charge = refunds.charge AND opened_by = holder)
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'revoke:*' AND NOT EXISTS (SELECT 1 FROM refunds WHERE charge = substr(entries.id, 8))",
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
         WHERE id GLOB 'grant:*'
           AND NOT EXISTS (SELECT 1 FROM operator_actions AS deed
                           WHERE deed.id = CAST(substr(entries.id, 7) AS INTEGER) AND 'grant:' || deed.id = entries.id
                             AND deed.action = 'grant' AND deed.user = entries.user AND deed.credits = entries.credits)
         UNION ALL
         SELECT format('%s has no action of its own', id) FROM entries
         WHERE id GLOB 'debit:*'
           AND NOT EXISTS (SELECT 1 FROM operator_actions AS deed
                           WHERE deed.id = CAST(substr(entries.id, 7) AS INTEGER) AND 'debit:' || deed.id = entries.id
                             AND deed.action = 'debit' AND deed.user = entries.user AND deed.credits = entries.credits)
         UNION ALL
         SELECT format('action %d moved nothing', id) FROM operator_actions AS deed
         WHERE action IN ('grant', 'debit')
           AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = deed.action || ':' || deed.id)",
    ),
    (
        "nothing moves for a job that is not there",
        "SELECT id FROM entries
         WHERE id GLOB 'hold:*' AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.id = substr(entries.id, 6))
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'capture:*' AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.id = substr(entries.id, 9))
         UNION ALL
         SELECT id FROM entries
         WHERE id GLOB 'release:*' AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.id = substr(entries.id, 9))",
    ),
    (
        "what an operator gave back after it was spent was spent on a job, and has its action",
        "SELECT id FROM entries
         WHERE id GLOB 'give-back:*'
           AND (NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.id = substr(entries.id, 11) AND money = 'captured'
                            AND jobs.user = entries.user AND jobs.price = entries.credits)
                OR NOT EXISTS (SELECT 1 FROM operator_actions AS deed
                               WHERE deed.job = substr(entries.id, 11) AND deed.action = 'give_back'
                                 AND deed.credits = entries.credits))",
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
    (
        "what Telegram's list adds up to is kept",
        "SELECT format('the list adds up to %d billionths of a Star, %s are kept', listed, kept)
         FROM (SELECT (SELECT coalesce(sum((stars * 1000000000 + nanostars) * ((direction = 'in') - (direction = 'out'))), 0)
                       FROM star_transactions) AS listed, value AS kept
               FROM meta WHERE name = 'star_sum')
         WHERE CAST(kept AS INTEGER) <> listed
         UNION ALL
         SELECT format('affiliates got %d billionths of a Star, %s are kept', listed, kept)
         FROM (SELECT (SELECT coalesce(sum(commission * ((direction = 'in') - (direction = 'out'))), 0)
                       FROM star_transactions) AS listed, value AS kept
               FROM meta WHERE name = 'star_commission')
         WHERE CAST(kept AS INTEGER) <> listed",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::store::Store;

    /// A line of a plan: its number, that of the line that it belongs to, and what is done.
    type Line = (i64, i64, String);

    #[test]
    fn none_sorts_what_grows_and_no_subquery_looks_at_all_rows() {
        let connection = Store::in_memory().unwrap();
        for &(name, sql) in invariants() {
            let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let lines = statement.query_map([], |row| Ok((row.get("id")?, row.get("parent")?, row.get("detail")?)));
            let lines: Vec<Line> = lines.unwrap().map(Result::unwrap).collect();
            let by_number: HashMap<i64, &Line> = lines.iter().map(|line| (line.0, line)).collect();
            for (_, parent, detail) in &lines {
                let above = std::iter::successors(by_number.get(parent), |line| by_number.get(&line.1));
                let is_correlated = above.into_iter().any(|line| line.2.starts_with("CORRELATED"));
                assert!(!(is_correlated && detail.starts_with("SCAN")), "{name}: {lines:#?}");
                let is_kept = ["TEMP B-TREE", "AUTOMATIC", "MATERIALIZE"].iter().any(|word| detail.contains(word));
                assert!(!is_kept || name == "the queue is what the jobs say", "{name}: {lines:#?}");
            }
        }
    }
}
