//! Random histories of the bot's core, and planted faults that they must find.
#![expect(clippy::unwrap_used, reason = "a failed assumption of a test should end it")]

use std::io::Write as _;

#[path = "histories.rs"]
mod histories;
mod planted;

use histories::{Honest, play_many};

/// How many histories the suite plays unless `STARREEL_HISTORIES` says otherwise.
const HISTORIES: u64 = 20_000;

#[test]
fn whatever_happens_no_credit_no_video_and_no_word_is_lost() {
    let count = std::env::var("STARREEL_HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(HISTORIES);
    let coverage = match play_many(1, count, &Honest) {
        Ok(coverage) => coverage,
        Err(failure) => panic!("{failure}"),
    };
    // Past the test runner, which shows what a test prints only when it fails.
    writeln!(std::io::stdout(), "{coverage}").unwrap();
    let missing = coverage.missing();
    assert!(count < HISTORIES || missing.is_empty(), "never met: {missing:?}");
    assert!(coverage.events >= 50 * count && coverage.faults() >= 3 * count, "too tame");
}
