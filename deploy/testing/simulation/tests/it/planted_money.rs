//! Planted faults about which credits are spent, and about copies and clocks that are taken for what they are not.

use bot::core::event::Event;
use rusqlite::Connection;
use simulation::Wiring;

use crate::planted::{assert_found, assert_found_by_one};

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

/// What came for nothing comes once more, under another name.
#[derive(Debug)]
struct GivesAgain {
    /// The entries of the first time.
    entries: &'static str,
}

impl Wiring for GivesAgain {
    fn after_commit(&self, connection: &Connection) {
        let again =
            "INSERT OR IGNORE INTO entries SELECT id || '-again', user, source, target, credits, at FROM entries
                     WHERE id GLOB ?1 AND id NOT GLOB '*-again'";
        connection.execute(again, [self.entries]).unwrap();
    }
}

#[test]
fn a_bonus_or_a_welcome_that_is_given_again_is_found() {
    for planted in [
        &GivesAgain { entries: "bonus:*" },
        &GivesAgain { entries: "first:*" },
        &GivesAgain { entries: "welcome:*" },
        &GivesAgain { entries: "invited:*" },
        &GivesAgain { entries: "inviter:*" },
        &GivesAgain { entries: "promo:*" },
    ] {
        assert_found(planted, "everybody gets each bonus and their welcome once");
    }
}

/// A month that is paid counts once more, as if by another payment.
#[derive(Debug)]
struct CountsAMonthTwice;

impl Wiring for CountsAMonthTwice {
    fn also(&self, event: &Event) -> Option<Event> {
        let Event::Update(incoming) = event else { return None };
        let mut again = incoming.clone();
        again.update.update_id += 1_000_000;
        let payment = again.update.message.as_mut()?.successful_payment.as_mut()?;
        let is_renewal = payment.subscription_expiration_date.is_some() && !payment.is_first_recurring;
        payment.telegram_payment_charge_id.push_str("-again");
        is_renewal.then_some(Event::Update(again))
    }
}

#[test]
fn a_month_that_counts_twice_is_found() {
    assert_found(&CountsAMonthTwice, "accounts equal what was paid, revoked, held and captured");
}

/// A subscription that was cancelled goes on.
#[derive(Debug)]
struct ForgetsCancellations;

impl Wiring for ForgetsCancellations {
    fn after_commit(&self, connection: &Connection) {
        connection.execute("UPDATE subscriptions SET state = 'active' WHERE state = 'cancelled'", []).unwrap();
    }
}

#[test]
fn a_cancellation_that_is_forgotten_is_found() {
    assert_found(&ForgetsCancellations, "a subscription is as Telegram has said");
}

/// The invoice of a subscription is taken for one that is paid, so that no month after the first is let through.
#[derive(Debug)]
struct ForgetsThatMonthsFollow;

impl Wiring for ForgetsThatMonthsFollow {
    fn after_commit(&self, connection: &Connection) {
        let sql = "UPDATE subscriptions SET paid_until = paid_until + 31536000000 WHERE paid_until < 1900000000000";
        connection.execute(sql, []).unwrap();
    }
}

#[test]
fn a_month_that_is_refused_as_paid_is_found() {
    let rules = ["a subscription is as Telegram has said", "a checkout is answered once and rightly"];
    assert_found_by_one(&ForgetsThatMonthsFollow, &rules);
}

/// A refund takes back what was paid for, and leaves its bonus.
#[derive(Debug)]
struct LeavesTheBonus;

impl Wiring for LeavesTheBonus {
    fn after_commit(&self, connection: &Connection) {
        connection
            .execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS left_over (charge PRIMARY KEY);
                 CREATE TEMP VIEW IF NOT EXISTS due AS
                     SELECT refunds.charge, payments.user, bonus FROM refunds
                     JOIN payments ON payments.charge = refunds.charge
                     WHERE state = 'done' AND bonus > 0 AND refunds.credits > bonus
                       AND refunds.charge NOT IN (SELECT charge FROM left_over);
                 UPDATE accounts SET available = available + (SELECT sum(bonus) FROM due WHERE due.user = accounts.user),
                                     revoked = revoked - (SELECT sum(bonus) FROM due WHERE due.user = accounts.user)
                     WHERE user IN (SELECT user FROM due);
                 INSERT INTO left_over SELECT charge FROM due;",
            )
            .unwrap();
    }
}

#[test]
fn a_bonus_that_outlives_its_purchase_is_found() {
    assert_found(&LeavesTheBonus, "accounts equal what was paid, revoked, held and captured");
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
    let rules = [
        "nothing ends by a clock that nobody vouches for",
        "a gift is had by whoever opened it first, or by its buyer",
    ];
    assert_found_by_one(&BelievesEveryClock, &rules);
}
