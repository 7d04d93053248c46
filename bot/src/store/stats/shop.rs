//! The figures of the shop by day, each read along an index of what happened in these days alone.

use std::ops::RangeInclusive;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use rusqlite::Connection;

use super::models;
use crate::core::DAY_MS;
use crate::core::shop_stats::{DayFigures, ModelFigures, ShopFigures};

/// Day, and what is added up of it; from the moment ?1 on. Orders by each state of theirs, which is what the index has.
const STARS: &str = "
    SELECT at / 86400000, sum(stars) FROM payments INDEXED BY payments_at WHERE at >= ?1 GROUP BY 1";
const ORDERS: &str = "
    SELECT placed_at / 86400000, count(*) FROM jobs INDEXED BY jobs_progress
    WHERE progress IN ('queued', 'published', 'submitted', 'ready', 'delivered', 'failed', 'cancelled', 'undeliverable')
          AND placed_at >= ?1 GROUP BY 1";
const PEOPLE: &str = "
    SELECT first_seen / 86400000, count(*) FROM people INDEXED BY people_first_seen WHERE first_seen >= ?1 GROUP BY 1";
const RETURNED: &str = "
    SELECT coalesce(sum(stars), 0) FROM refunds JOIN payments USING (charge)
    WHERE refunds.state = 'done' AND refunds.at >= ?1";

/// One of the figures of a day.
type Field = fn(&mut DayFigures) -> &mut i64;

/// Reads the figures of these days since 1970.
pub(in crate::store) fn read(
    connection: &Connection,
    days: RangeInclusive<i64>,
    credit_micro_usd: u32,
) -> rusqlite::Result<ShopFigures> {
    let since = days.start().saturating_mul(DAY_MS);
    let mut by_day: Vec<DayFigures> =
        days.clone().map(|day| DayFigures { date: date(day), ..DayFigures::default() }).collect();
    let sums: [(&str, Field); 3] =
        [(STARS, |day| &mut day.stars), (ORDERS, |day| &mut day.orders), (PEOPLE, |day| &mut day.people)];
    for (sql, field) in sums {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query([since])?;
        while let Some(row) = rows.next()? {
            let (day, sum): (i64, i64) = row.try_into()?;
            // What a clock that was ahead has written belongs to no day that is shown.
            let place = usize::try_from(day - days.start()).ok();
            if let Some(day) = place.and_then(|place| by_day.get_mut(place)) {
                *field(day) = sum;
            }
        }
    }
    let stars_returned = connection.prepare_cached(RETURNED)?.query_row([since], |row| row.get(0))?;
    let made = models::read(connection, since)?;
    let income_micro_usd = made.iter().map(|model| model.income_micro_usd(credit_micro_usd)).sum();
    let cost_micro_usd = made.iter().map(models::ModelStats::cost_micro_usd).sum();
    let mut models: Vec<ModelFigures> = made
        .into_iter()
        .map(|model| ModelFigures { name: model.model, videos: model.videos, failed: model.failed })
        .collect();
    models.sort_by_key(|model| -(model.videos + model.failed));
    Ok(ShopFigures { days: by_day, models, stars_returned, income_micro_usd, cost_micro_usd })
}

/// The day that begins so many days after 1970.
fn date(day: i64) -> jiff::civil::Date {
    let begins = Timestamp::UNIX_EPOCH.saturating_add(SignedDuration::from_hours(24 * day));
    begins.unwrap_or_default().to_zoned(TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn what_happened_is_added_up_by_day() {
        let connection = Store::in_memory().unwrap();
        let at = |day: i64, ms: i64| day * DAY_MS + ms;
        let payments =
            [("a", 1, at(10, 5), 100), ("b", 2, at(11, 0), 300), ("c", 3, at(11, 9), 50), ("d", 4, at(9, 1), 7)];
        for (charge, number, at, stars) in payments {
            let sql = "INSERT INTO payments (charge, user, number, stars, credits, invoice, at)
                       VALUES (?1, 1, ?2, ?4, 1, ?1, ?3)";
            connection.execute(sql, (charge, number, at, stars)).unwrap();
        }
        connection
            .execute("INSERT INTO refunds (charge, user, state, at) VALUES ('c', 1, 'done', ?1)", [at(11, 10)])
            .unwrap();
        for (id, first_seen) in [(1, at(9, 0)), (2, at(10, 0)), (3, at(12, 0))] {
            let sql = "INSERT INTO people (id, language, first_seen, reachable) VALUES (?1, 'en', ?2, 1)";
            connection.execute(sql, (id, first_seen)).unwrap();
        }
        for (id, progress, placed_at) in [
            ("1", "'delivered', 'captured'", at(10, 1)),
            ("2", "'queued', 'held'", at(11, 1)),
            ("3", "'queued', 'held'", at(11, 2)),
        ] {
            let ready_at = if id == "1" { (placed_at + 1).to_string() } else { "NULL".to_owned() };
            let sql = format!(
                "INSERT INTO jobs (id, form, user, model, prompt, options, price, placed_at, submitted_at, progress, money, ready_at, kie_cost)
                 VALUES ('{id}', '{id}', 1, 'a', '', '{{}}', 2, {placed_at}, {placed_at}, {progress}, {ready_at}, 60000)"
            );
            connection.execute_batch(&sql).unwrap();
        }
        let shop = read(&connection, 10..=12, 1_000_000).unwrap();
        let figures: Vec<_> =
            shop.days.iter().map(|day| (day.date.to_string(), day.stars, day.orders, day.people)).collect();
        let expected = [("1970-01-11", 100, 1, 1), ("1970-01-12", 350, 2, 0), ("1970-01-13", 0, 0, 1)]
            .map(|(date, a, b, c)| (date.to_owned(), a, b, c));
        assert_eq!(figures, expected);
        assert_eq!((shop.stars(), shop.stars_returned, shop.margin_percent()), (450, 50, Some(85)));
        assert_eq!(shop.models, [ModelFigures { name: "a".to_owned(), videos: 1, failed: 0 }]);
    }

    #[test]
    fn each_sum_is_found_by_an_index() {
        let connection = Store::in_memory().unwrap();
        for sql in [STARS, ORDERS, PEOPLE, RETURNED] {
            let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let steps = plan.query_map([0], |row| row.get::<_, String>(3)).unwrap();
            let steps: Vec<String> = steps.map(Result::unwrap).collect();
            assert!(steps.iter().all(|step| !step.starts_with("SCAN")), "{sql}: {steps:?}");
        }
    }
}
