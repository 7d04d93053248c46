//! The queue: whose turn it is, and everybody's exact position.
//!
//! People take turns, the one who was served longest ago first; of those who were never served, the one whose order has
//! waited longest. First come the first orders of all of them, then the second ones, and so on.
//!
//! The order follows from `jobs` and `people`, but to derive it means to look at every order that waits, and it is asked
//! for at nearly every event. So the table `queue` keeps a row for each person who waits, written anew by [`follow`]
//! whenever one of their jobs moves on. A turn is found by the first few rows of an index however many wait, and a
//! position by counting rows of an index. The audit compares the table with what it follows from.

use rusqlite::params;
use shared::job::JobId;

use crate::core::CoreError;
use crate::core::ids::UserId;
use crate::core::turn::Turn;

/// So many behind somebody are counted before those in front.
const BEHIND_MAX: i64 = 100;

/// Somebody who waits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    served_at: i64,
    first_job: String,
    user: UserId,
    jobs: i64,
    under_way: i64,
}

/// Brings the queue up to date with the jobs of one person.
pub(super) fn follow(turn: &Turn<'_>, user: UserId) -> Result<(), CoreError> {
    let written = turn.execute(
        "INSERT INTO queue (user, served_at, first_job, jobs, under_way)
             SELECT ?1, coalesce((SELECT served_at FROM people WHERE id = ?1), 0), min(id), count(*),
                    (SELECT count(*) FROM jobs WHERE user = ?1 AND progress IN ('published', 'submitted'))
             FROM jobs WHERE user = ?1 AND progress = 'queued' HAVING count(*) > 0
             ON CONFLICT (user) DO UPDATE SET served_at = excluded.served_at, first_job = excluded.first_job,
                                              jobs = excluded.jobs, under_way = excluded.under_way",
        [user],
    )?;
    if written == 0 {
        turn.execute("DELETE FROM queue WHERE user = ?1", [user])?;
    }
    Ok(())
}

/// Whether somebody waits, as an expression of SQL.
pub(in crate::core) const SOMEBODY_WAITS: &str = "EXISTS (SELECT 1 FROM queue)";

/// Whether nobody waits.
pub(super) fn is_empty(turn: &Turn<'_>) -> Result<bool, CoreError> {
    Ok(!turn.exists("SELECT 1 FROM queue", [])?)
}

/// The next jobs whose turn it is, of people with fewer than so many under way: each gets no more than that.
pub(super) fn next(turn: &Turn<'_>, jobs_max: u32, under_way_max: u32) -> Result<Vec<JobId>, CoreError> {
    let mut people = Vec::new();
    // Each number of jobs under way is a part of the index that is in order.
    for under_way in 0..under_way_max {
        let sql = "SELECT served_at, first_job, user, jobs, under_way FROM queue WHERE under_way = ?1
                   ORDER BY served_at, first_job LIMIT ?2";
        people.extend(waiting(turn, sql, params![under_way, jobs_max])?);
    }
    people.sort_unstable();
    let under_way_max = i64::from(under_way_max);
    jobs_in_turn(turn, &people, jobs_max, |person, nth| nth + person.under_way <= under_way_max)
}

/// The first jobs of the queue, whoever has others under way.
pub(super) fn first(turn: &Turn<'_>, jobs_max: u32) -> Result<Vec<JobId>, CoreError> {
    let sql = "SELECT served_at, first_job, user, jobs, under_way FROM queue ORDER BY served_at, first_job LIMIT ?1";
    let people = waiting(turn, sql, params![jobs_max])?;
    jobs_in_turn(turn, &people, jobs_max, |_, _| true)
}

/// The position of a job in the queue, from 1. None for one that does not wait.
pub(super) fn position(turn: &Turn<'_>, user: UserId, job: JobId) -> Result<Option<i64>, CoreError> {
    let person: Option<(i64, String)> =
        turn.optional("SELECT served_at, first_job FROM queue WHERE user = ?1", [user])?;
    let Some((served_at, first_job)) = person else { return Ok(None) };
    let (before,): (i64,) = turn.one(
        "SELECT count(*) FROM jobs WHERE user = ?1 AND progress = 'queued' AND id < ?2",
        params![user, job.to_string()],
    )?;
    // All who are not behind this person get their turn before, and everybody their earlier jobs. Nearly all jobs are
    // somebody's first, and for those it is enough to count the rows before.
    if before == 0 {
        return position_of_first(turn, served_at, &first_job).map(Some);
    }
    let (position,) = turn.one(
        "SELECT sum(min(jobs, ?3) + (jobs > ?3 AND (served_at, first_job) <= (?1, ?2))) FROM queue",
        params![served_at, first_job, before],
    )?;
    Ok(Some(position))
}

/// The position of somebody's first job: the row of the table that is theirs.
///
/// Whoever has just ordered is nearly the last. Then the few rows behind are counted, and all rows at once, which SQLite
/// does without a look at any.
fn position_of_first(turn: &Turn<'_>, served_at: i64, first_job: &str) -> Result<i64, CoreError> {
    let (behind,): (i64,) = turn.one(
        "SELECT count(*) FROM (SELECT 1 FROM queue WHERE (served_at, first_job) > (?1, ?2) LIMIT ?3)",
        params![served_at, first_job, BEHIND_MAX],
    )?;
    if behind < BEHIND_MAX {
        let (all,): (i64,) = turn.one("SELECT count(*) FROM queue", [])?;
        return Ok(all - behind);
    }
    let up_to = "SELECT count(*) FROM queue WHERE (served_at, first_job) <= (?1, ?2)";
    let (position,) = turn.one(up_to, params![served_at, first_job])?;
    Ok(position)
}

/// Takes turns: the first jobs of all these people, then their second ones, as far as `may` says.
fn jobs_in_turn(
    turn: &Turn<'_>,
    people: &[Waiting],
    jobs_max: u32,
    may: impl Fn(&Waiting, i64) -> bool,
) -> Result<Vec<JobId>, CoreError> {
    let nth_of = "SELECT id FROM jobs WHERE user = ?1 AND progress = 'queued' ORDER BY id LIMIT 1 OFFSET ?2";
    let jobs_max = usize::try_from(jobs_max).unwrap_or(usize::MAX);
    let mut jobs = Vec::new();
    for nth in 1.. {
        let before = jobs.len();
        for person in people.iter().filter(|person| person.jobs >= nth && may(person, nth)) {
            if jobs.len() == jobs_max {
                return Ok(jobs);
            }
            let (id,): (String,) = turn.one(nth_of, params![person.user, nth - 1])?;
            jobs.push(id.parse().map_err(|_bad| CoreError::Row("id of a job".to_owned()))?);
        }
        if jobs.len() == before {
            break;
        }
    }
    Ok(jobs)
}

fn waiting(turn: &Turn<'_>, sql: &str, parameters: impl rusqlite::Params) -> Result<Vec<Waiting>, CoreError> {
    let rows = turn.all(sql, parameters)?.into_iter();
    let waiting =
        |(served_at, first_job, user, jobs, under_way)| Waiting { served_at, first_job, user, jobs, under_way };
    Ok(rows.map(waiting).collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use jiff::Timestamp;
    use rand::rngs::StdRng;
    use rand::{Rng as _, SeedableRng as _};
    use rusqlite::Connection;
    use shared::catalog::Catalog;
    use shared::signing::SigningKey;

    use super::*;
    use crate::core::policy::Policy;
    use crate::core::turn::Context;
    use crate::store::Store;

    /// What the queue is, derived from all jobs anew: ids in order, with the number among their person's and who that is.
    const BY_DEFINITION: &str = "
        SELECT id, user, row_number() OVER (ORDER BY nth, served_at, first_job) FROM (
            SELECT jobs.id, jobs.user, served_at, row_number() OVER one_persons AS nth,
                   first_value(jobs.id) OVER one_persons AS first_job,
                   (SELECT count(*) FROM jobs AS other
                    WHERE other.user = jobs.user AND other.progress IN ('published', 'submitted')) AS under_way
            FROM jobs JOIN people ON people.id = jobs.user WHERE progress = 'queued'
            WINDOW one_persons AS (PARTITION BY jobs.user ORDER BY jobs.placed_at, jobs.id))
        WHERE nth + under_way <= ?1 ORDER BY 3";

    fn by_definition(connection: &Connection, under_way_max: u32) -> Vec<(JobId, UserId, i64)> {
        let mut statement = connection.prepare(BY_DEFINITION).unwrap();
        let rows = statement.query_map([under_way_max], |row| {
            Ok((row.get::<_, String>(0)?.parse().unwrap(), row.get(1)?, row.get(2)?))
        });
        rows.unwrap().map(Result::unwrap).collect()
    }

    /// Some people with some jobs, some of them under way, some people served before.
    fn fill(connection: &Connection, random: &mut StdRng) -> i64 {
        let people = random.random_range(1..12);
        for user in 1..=people {
            let served_at = random.random_range(0..3) * 1000;
            let person =
                "INSERT INTO people (id, language, first_seen, reachable, served_at) VALUES (?1, 'en', 0, 1, ?2)";
            connection.execute(person, [user, served_at]).unwrap();
        }
        for at in 0..random.random_range(0..40) {
            let id = JobId::new(Timestamp::from_millisecond(at / 2).unwrap(), random.random()).to_string();
            let progress = ["queued", "queued", "queued", "published", "submitted", "ready"][random.random_range(0..6)];
            connection
                .execute(
                    "INSERT INTO jobs (id, user, form, model, prompt, options, price, placed_at, progress)
                     VALUES (?1, ?2, ?1, 'm', 'p', '{}', 1, ?3, ?4)",
                    params![id, random.random_range(1..=people), at / 2, progress],
                )
                .unwrap();
        }
        people
    }

    fn policy() -> Policy {
        let key = SigningKey::new("a key".to_owned().into());
        let url = "http://bot.test/".parse().unwrap();
        Policy::new(Arc::new(Catalog::built_in()), Vec::new(), key, "Bot".to_owned(), url)
    }

    fn context<'c>(policy: &'c Policy, random: &'c mut StdRng) -> Context<'c> {
        Context { now: Timestamp::UNIX_EPOCH, random, policy, queue_open: true, clock_is_settled: true }
    }

    #[test]
    fn whoever_orders_behind_thousands_is_told_their_position_without_counting_those() {
        let connection = &mut Store::in_memory().unwrap();
        let (steps, policy, random) = (Arc::new(AtomicI64::new(0)), policy(), &mut StdRng::seed_from_u64(1));
        let counted = Arc::clone(&steps);
        let count = move || {
            counted.fetch_add(1, Ordering::Relaxed);
            false
        };
        connection.progress_handler(1, Some(count)).unwrap();
        let tx = connection.transaction().unwrap();
        let context = &mut context(&policy, random);
        let turn = Turn::new(&tx, context);
        let people = 3_000;
        let job = |person: i64| JobId::new(Timestamp::from_millisecond(person).unwrap(), [0; 10]);
        for person in 1..=people {
            let row = "INSERT INTO queue (user, served_at, first_job, jobs, under_way) VALUES (?1, 0, ?2, 1, 0)";
            turn.execute(row, params![person, job(person).to_string()]).unwrap();
        }
        for place in [1, 2, people / 2, people - BEHIND_MAX, people - BEHIND_MAX + 1, people - 1, people] {
            assert_eq!(position(&turn, UserId(place), job(place)).unwrap(), Some(place));
        }
        steps.store(0, Ordering::Relaxed);
        position(&turn, UserId(people), job(people)).unwrap();
        let steps = steps.load(Ordering::Relaxed);
        assert!((1..people / 10).contains(&steps), "{steps} steps");
    }

    #[test]
    fn turns_and_positions_are_as_they_are_defined() {
        let policy = policy();
        for seed in 0..300 {
            let mut random = StdRng::seed_from_u64(seed);
            let mut connection = Store::in_memory().unwrap();
            let people = fill(&connection, &mut random);
            let tx = connection.transaction().unwrap();
            let context = &mut context(&policy, &mut random);
            let turn = Turn::new(&tx, context);
            (1..=people).for_each(|user| follow(&turn, UserId(user)).unwrap());

            let all = by_definition(&tx, u32::MAX);
            assert_eq!(is_empty(&turn).unwrap(), all.is_empty(), "seed {seed}");
            for (job, user, at) in &all {
                assert_eq!(position(&turn, *user, *job).unwrap(), Some(*at), "seed {seed}");
            }
            for most in [1, 3, 100] {
                let take = |from: Vec<(JobId, UserId, i64)>| -> Vec<JobId> {
                    from.into_iter().map(|(job, ..)| job).take(usize::try_from(most).unwrap()).collect()
                };
                assert_eq!(first(&turn, most).unwrap(), take(all.clone()), "seed {seed}");
                assert_eq!(next(&turn, most, 2).unwrap(), take(by_definition(&tx, 2)), "seed {seed}");
            }
        }
    }
}
