//! Planted faults about links that bring people, and about what affiliates have of a payment.

use bot::core::event::Event;
use rusqlite::Connection;
use simulation::Wiring;

use crate::planted::{assert_found, assert_found_by_one};

/// A promo code is good for more people than it was made for.
#[derive(Debug)]
struct LetsMoreUseACode;

impl Wiring for LetsMoreUseACode {
    fn after_commit(&self, connection: &Connection) {
        connection.execute("UPDATE promo_codes SET uses_max = 5 WHERE uses_max < 5", []).unwrap();
    }
}

#[test]
fn a_code_that_more_people_use_is_found() {
    assert_found(&LetsMoreUseACode, "a promo code is used by as many as it was made for, once each");
}

/// Whoever has used a code may use it again.
#[derive(Debug)]
struct ForgetsWhoUsedACode;

impl Wiring for ForgetsWhoUsedACode {
    fn after_commit(&self, connection: &Connection) {
        connection.execute("DELETE FROM promo_uses", []).unwrap();
    }
}

#[test]
fn a_code_whose_uses_are_forgotten_is_found() {
    assert_found(&ForgetsWhoUsedACode, "a promo code is used by as many as it was made for, once each");
}

/// A gift that somebody has opened can be opened again.
#[derive(Debug)]
struct LetsAGiftBeOpenedAgain;

impl Wiring for LetsAGiftBeOpenedAgain {
    fn after_commit(&self, connection: &Connection) {
        connection.execute("UPDATE gifts SET state = 'waiting' WHERE state = 'opened'", []).unwrap();
    }
}

#[test]
fn a_gift_that_two_may_have_is_found() {
    assert_found(&LetsAGiftBeOpenedAgain, "a gift is had by whoever opened it first, or by its buyer");
}

/// A gift that was given back can be opened all the same: nobody notes that it is on its way.
#[derive(Debug)]
struct LetsAGiftBeOpenedWhileItGoesBack;

impl Wiring for LetsAGiftBeOpenedWhileItGoesBack {
    fn after_commit(&self, connection: &Connection) {
        connection.execute("UPDATE gifts SET state = 'waiting' WHERE state = 'refunding'", []).unwrap();
    }
}

#[test]
fn a_gift_that_is_open_while_it_goes_back_is_found() {
    assert_found(&LetsAGiftBeOpenedWhileItGoesBack, "a gift is had by whoever opened it first, or by its buyer");
}

/// An inviter keeps what they got when the purchase that earned it goes back.
#[derive(Debug)]
struct LeavesTheInvitersReward;

impl Wiring for LeavesTheInvitersReward {
    fn after_commit(&self, connection: &Connection) {
        connection
            .execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS left_with (invited PRIMARY KEY);
                 CREATE TEMP VIEW IF NOT EXISTS kept AS
                     SELECT invited, inviter, credits FROM referrals
                     WHERE is_back AND credits > 0 AND invited NOT IN (SELECT invited FROM left_with);
                 UPDATE accounts SET available = available + (SELECT sum(credits) FROM kept WHERE inviter = user),
                                     revoked = revoked - (SELECT sum(credits) FROM kept WHERE inviter = user)
                     WHERE user IN (SELECT inviter FROM kept);
                 INSERT INTO left_with SELECT invited FROM kept;",
            )
            .unwrap();
    }
}

#[test]
fn a_reward_that_outlives_its_purchase_is_found() {
    assert_found(&LeavesTheInvitersReward, "accounts equal what was paid, revoked, held and captured");
}

/// Whoever comes by a second link counts for that one.
#[derive(Debug)]
struct GivesThePersonToAnother;

impl Wiring for GivesThePersonToAnother {
    fn after_commit(&self, connection: &Connection) {
        connection.execute("UPDATE referrals SET inviter = 900 WHERE inviter <> 900", []).unwrap();
    }
}

#[test]
fn a_person_who_counts_for_another_inviter_is_found() {
    assert_found(&GivesThePersonToAnother, "an invitation brings both what was promised, once");
}

/// Credits are made up when a gift is opened: they stay with its buyer, too.
#[derive(Debug)]
struct LeavesAGiftWithItsBuyer;

impl Wiring for LeavesAGiftWithItsBuyer {
    fn after_commit(&self, connection: &Connection) {
        connection
            .execute_batch(
                "CREATE TEMP TABLE IF NOT EXISTS given (charge PRIMARY KEY);
                 UPDATE accounts SET gifted = gifted + (SELECT sum(credits) FROM gifts WHERE buyer = user AND state = 'opened'
                                                        AND charge NOT IN (SELECT charge FROM given))
                     WHERE user IN (SELECT buyer FROM gifts WHERE state = 'opened' AND charge NOT IN (SELECT charge FROM given));
                 INSERT OR IGNORE INTO given SELECT charge FROM gifts WHERE state = 'opened';",
            )
            .unwrap();
    }
}

#[test]
fn credits_that_a_gift_makes_up_are_found() {
    assert_found(&LeavesAGiftWithItsBuyer, "accounts equal what was paid, revoked, held and captured");
}

/// Billionths of a Star are passed over.
#[derive(Debug)]
struct CountsWholeStars;

impl Wiring for CountsWholeStars {
    fn listed(&self, mut event: Event) -> Event {
        if let Event::StarPage(page) = &mut event {
            for transaction in &mut page.transactions {
                transaction.nanostars = 0;
                transaction.commission = 0;
            }
        }
        event
    }
}

#[test]
fn a_share_of_an_affiliate_that_is_passed_over_is_found() {
    let rules = ["the books agree with Telegram's balance", "a payment is credited, though its message be lost"];
    assert_found_by_one(&CountsWholeStars, &rules);
}
