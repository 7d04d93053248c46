//! Random histories of bot and workers together, in memory and over Redis, and planted faults that they must find.
#![expect(clippy::unwrap_used, reason = "a failed assumption of a test should end it")]

use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use simulation::{Coverage, Failure, Honest, Stores, ThreadCache, Wiring, known_seeds, play, play_many, shrink};
use test_servers::redis::Redis;

mod planted;
mod planted_broadcasts;
mod planted_deliveries;
mod planted_durability;
mod planted_links;
mod planted_models;
mod planted_money;
mod planted_operating;
mod planted_shop;
mod planted_store;
mod shrinking;

/// How many histories the suite plays unless `STARREEL_HISTORIES` says otherwise.
const HISTORIES: u64 = 10_000;

/// So many things that histories may meet are so rare that the suite need not meet them. A run of twice as many meets all.
const RARE_MAX: usize = 3;

/// How many of the same histories it plays over Redis, where each call takes its time.
const HISTORIES_OVER_REDIS: u64 = 300;

/// How long a failing history is made shorter, at most.
const SHRINK_WITHIN: Duration = Duration::from_secs(60);

fn played(outcome: Result<Coverage, Box<Failure>>) -> Coverage {
    match outcome {
        Ok(coverage) => coverage,
        Err(failure) => {
            let mut cache = ThreadCache::new(Stores::InMemory, 0);
            panic!("{}", shrink(&mut cache, *failure, &Honest, SHRINK_WITHIN));
        }
    }
}

#[test]
fn no_seed_that_failed_before_fails_again() {
    played(play_many(known_seeds(), &Honest, &Stores::InMemory));
}

#[test]
fn whatever_happens_no_credit_no_video_and_no_word_is_lost() {
    let count = std::env::var("STARREEL_HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(HISTORIES);
    let coverage = played(play_many(1..=count, &Honest, &Stores::InMemory));
    // Past the test runner, which shows what a test prints only when it fails.
    writeln!(std::io::stdout(), "{coverage}").unwrap();
    let missing = coverage.missing();
    let missing_max = if count < 2 * HISTORIES { RARE_MAX } else { 0 };
    assert!(count < HISTORIES || missing.len() <= missing_max, "never met: {missing:?}");
    assert!(coverage.events >= 50 * count && coverage.faults() >= 3 * count, "too tame");
}

/// Workers whose store syncs whatever it does.
#[derive(Debug)]
struct SyncsAsRedisDoes;

impl Wiring for SyncsAsRedisDoes {
    fn workers_sync_everything(&self) -> bool {
        true
    }
}

#[test]
fn the_same_histories_go_alike_over_redis() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let server = runtime.block_on(Redis::start()).unwrap();
    let redis = Stores::InRedis { url: server.url(), runtime: Arc::new(runtime) };
    let (mut in_memory, mut in_redis) = (ThreadCache::new(Stores::InMemory, 0), ThreadCache::new(redis, 0));
    for seed in 1..=HISTORIES_OVER_REDIS {
        let digests =
            [&mut in_memory, &mut in_redis].map(|cache| match play(cache, &seed.into(), &SyncsAsRedisDoes, false) {
                Ok(played) => played.digest,
                Err(failure) => panic!("{failure}"),
            });
        assert_eq!(digests[0], digests[1], "history {seed} goes another way over Redis");
    }
}
