//! Planted faults about which credits are spent, and about copies and clocks that are taken for what they are not.

use rusqlite::Connection;
use simulation::Wiring;

use crate::planted::assert_found;

/// Orders take the credits that were bought last, not those that were bought first.
#[derive(Debug)]
struct SpendsTheNewestFirst;

impl Wiring for SpendsTheNewestFirst {
    fn after_commit(&self, connection: &Connection) {
        connection
            .execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS swapped (entry PRIMARY KEY);
                 CREATE TEMP VIEW IF NOT EXISTS wrong AS
                     SELECT lot_moves.entry, lot AS older, -credits AS credits,
                            (SELECT max(number) FROM lots AS newer WHERE newer.user = lots.user AND newer.rank = 1
                             AND newer.number > lot AND newer.available >= -lot_moves.credits) AS newer
                     FROM lot_moves JOIN lots ON lots.number = lot
                     WHERE lot_moves.entry LIKE 'hold:%' AND lots.rank = 1
                       AND lot_moves.entry NOT IN (SELECT entry FROM swapped);
                 UPDATE lots SET available = available + (SELECT credits FROM wrong WHERE older = number LIMIT 1)
                     WHERE number IN (SELECT older FROM wrong WHERE newer IS NOT NULL);
                 UPDATE lots SET available = available - (SELECT credits FROM wrong WHERE newer = number LIMIT 1)
                     WHERE number IN (SELECT newer FROM wrong);
                 INSERT OR IGNORE INTO swapped SELECT entry FROM lot_moves WHERE entry LIKE 'hold:%';",
            )
            .unwrap();
    }
}

#[test]
fn credits_that_are_spent_in_another_order_are_found() {
    assert_found(&SpendsTheNewestFirst, "gifts are spent first, then the oldest purchase");
}

#[derive(Debug)]
struct DoesNotKnowThatItIsACopy;

impl Wiring for DoesNotKnowThatItIsACopy {
    fn marks_copies(&self) -> bool {
        false
    }
}

#[test]
fn a_copy_of_the_bots_database_that_does_not_say_so_is_found() {
    assert_found(&DoesNotKnowThatItIsACopy, "nothing is submitted twice");
}

#[derive(Debug)]
struct BelievesEveryClock;

impl Wiring for BelievesEveryClock {
    fn notices_steps_of_the_clock(&self) -> bool {
        false
    }
}

#[test]
fn an_end_by_a_clock_that_nobody_vouches_for_is_found() {
    assert_found(&BelievesEveryClock, "nothing ends by a clock that nobody vouches for");
}
