//! What each model has made in a time, what that brought, and what it cost: read from the orders themselves.

use std::collections::BTreeMap;

use rusqlite::Connection;
use shared::catalog::KIE_CREDIT_MICRO_USD;

/// What a model has made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ModelStats {
    /// Its id.
    pub model: String,
    /// Videos that were made.
    pub videos: i64,
    /// Credits that were spent on them. A video that did not arrive, or came too late, has cost its person nothing.
    pub credits: i64,
    /// What the provider took for those of which it says so, in thousandths of its credits.
    pub cost_known: i64,
    /// What the catalogue says of the others, likewise.
    pub cost_estimated: i64,
    /// How long they took from the provider's acceptance, all together, in milliseconds.
    pub render_millis: i64,
    /// Those of which that is known.
    pub timed: i64,
    /// Videos that were not made, by the provider's fault. What it does not make it does not charge.
    pub failed: i64,
}

impl ModelStats {
    /// What the operator gets for the credits, in millionths of a US dollar.
    #[must_use]
    pub fn income_micro_usd(&self, credit_micro_usd: u32) -> i64 {
        self.credits.saturating_mul(i64::from(credit_micro_usd))
    }

    /// What the provider gets, known and estimated, in millionths of a US dollar.
    #[must_use]
    pub fn cost_micro_usd(&self) -> i64 {
        micro_usd(self.cost_known.saturating_add(self.cost_estimated))
    }

    /// What is left of the income, in per cent, rounded down; below zero for a loss. `None` without an income.
    #[must_use]
    pub fn margin_percent(&self, credit_micro_usd: u32) -> Option<i64> {
        let income = self.income_micro_usd(credit_micro_usd);
        if income == 0 {
            return None;
        }
        Some((100 * (income - self.cost_micro_usd())).div_euclid(income))
    }
}

/// So many thousandths of the provider's credits in millionths of a US dollar.
#[must_use]
pub fn micro_usd(millicredits: i64) -> i64 {
    millicredits.saturating_mul(i64::from(KIE_CREDIT_MICRO_USD)) / 1000
}

/// Each model is looked up by itself, so that the index leads to its time.
const MADE: &str = "
    WITH RECURSIVE known (model) AS (
        SELECT min(model) FROM jobs INDEXED BY jobs_made WHERE ready_at IS NOT NULL
        UNION ALL
        SELECT (SELECT min(model) FROM jobs INDEXED BY jobs_made WHERE ready_at IS NOT NULL AND model > known.model)
        FROM known WHERE known.model IS NOT NULL)
    SELECT known.model, count(*), coalesce(sum(price) FILTER (WHERE money = 'captured'), 0),
           coalesce(sum(kie_cost), 0), coalesce(sum(kie_cost_listed) FILTER (WHERE kie_cost IS NULL), 0),
           coalesce(sum(max(ready_at - submitted_at, 0)), 0), count(submitted_at)
    FROM known JOIN jobs INDEXED BY jobs_made ON jobs.model = known.model AND ready_at >= ?1
    GROUP BY known.model";

/// By when they were ordered: it is what the index has, and the two are hours apart at most.
const FAILED: &str = "
    SELECT model, count(*) FROM jobs INDEXED BY jobs_progress
    WHERE progress = 'failed' AND placed_at >= ?1 AND failure IN ('provider', 'timeout') GROUP BY model";

/// Reads what each model has made since this moment, in milliseconds since 1970, in the order of ids.
pub(in crate::store) fn read(connection: &Connection, since: i64) -> rusqlite::Result<Vec<ModelStats>> {
    let transaction = connection.unchecked_transaction()?;
    let mut found = BTreeMap::<String, ModelStats>::new();
    let mut statement = transaction.prepare(MADE)?;
    let mut rows = statement.query([since])?;
    while let Some(row) = rows.next()? {
        let model: String = row.get(0)?;
        let stats = ModelStats {
            model: model.clone(),
            videos: row.get(1)?,
            credits: row.get(2)?,
            cost_known: row.get(3)?,
            cost_estimated: row.get(4)?,
            render_millis: row.get(5)?,
            timed: row.get(6)?,
            failed: 0,
        };
        found.insert(model, stats);
    }
    let mut statement = transaction.prepare(FAILED)?;
    let mut rows = statement.query([since])?;
    while let Some(row) = rows.next()? {
        let model: String = row.get(0)?;
        let stats = found.entry(model.clone()).or_insert_with(|| ModelStats { model, ..ModelStats::default() });
        stats.failed = row.get(1)?;
    }
    Ok(found.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn each_model_is_added_up_for_itself_and_a_time() {
        let connection = Store::in_memory().unwrap();
        let job = |id: &str, model: &str, rest: &str| {
            let sql = format!(
                "INSERT INTO jobs (id, user, form, model, prompt, options, price, placed_at, submitted_at,
                                   progress, money, failure, ready_at, kie_cost, kie_cost_listed)
                 VALUES ('{id}', 1, '{id}', '{model}', 'p', '{{}}', 2, 90, 100, {rest})"
            );
            connection.execute_batch(&sql).unwrap();
        };
        job("1", "a", "'delivered', 'captured', NULL, 160, 70000, 65000");
        job("2", "a", "'delivered', 'captured', NULL, 120, NULL, 65000");
        job("3", "a", "'delivered', 'released', NULL, 130, 70000, 65000");
        job("4", "a", "'delivered', 'captured', NULL, 50, 70000, 65000");
        job("5", "b", "'failed', 'released', 'provider', NULL, NULL, NULL");
        job("6", "b", "'failed', 'released', 'policy', NULL, NULL, NULL");
        job("7", "c", "'submitted', 'held', NULL, NULL, NULL, NULL");
        let read = read(&connection, 80).unwrap();
        let expected = [
            ModelStats {
                model: "a".to_owned(),
                videos: 3,
                credits: 4,
                cost_known: 140_000,
                cost_estimated: 65_000,
                render_millis: 110,
                timed: 3,
                failed: 0,
            },
            ModelStats { model: "b".to_owned(), failed: 1, ..ModelStats::default() },
        ];
        assert_eq!(read, expected);
        // Four credits at 1.30 USD, and 205 of KIE.ai's at 0.005 USD.
        assert_eq!((read[0].income_micro_usd(1_300_000), read[0].cost_micro_usd()), (5_200_000, 1_025_000));
        assert_eq!(read[0].margin_percent(1_300_000), Some(80));
        assert_eq!(read[1].margin_percent(1_300_000), None);
    }

    #[test]
    fn the_sums_of_a_time_are_found_by_an_index() {
        let connection = Store::in_memory().unwrap();
        for sql in [MADE, FAILED] {
            let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let steps = plan.query_map([0], |row| row.get::<_, String>(3)).unwrap();
            let steps: Vec<String> = steps.map(Result::unwrap).filter(|step| step.contains("jobs")).collect();
            assert!(!steps.is_empty() && steps.iter().all(|step| step.starts_with("SEARCH jobs USING")), "{steps:?}");
        }
    }
}
