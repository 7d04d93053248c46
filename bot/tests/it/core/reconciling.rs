//! Telegram's list of Star transactions is right about Stars.

use bot::core::event::{Direction, Event, StarBalance, StarPage, StarTransaction, StarsRead};
use bot::core::ids::{Stars, UserId};
use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::core::conversation::{Bot, OPERATOR};

impl Bot {
    /// A transaction on the list.
    fn listed(&self, id: &str, direction: Direction, stars: i64) -> StarTransaction {
        StarTransaction {
            id: id.to_owned(),
            direction,
            kind: "invoice_payment".to_owned(),
            user: Some(UserId(1)),
            payload: None,
            stars: Stars(stars),
            nanostars: 0,
            commission: 0,
            at: self.now(),
        }
    }

    /// The payment of the invoice that was sent last, on the list.
    fn payment(&self, id: &str) -> StarTransaction {
        StarTransaction { payload: Some(self.last_payload()), ..self.listed(id, Direction::In, 500) }
    }

    fn list_shows(&self, offset: i64, transactions: &[StarTransaction]) -> String {
        self.happens(&Event::StarPage(StarPage { offset, transactions: transactions.to_vec() }))
    }

    fn list_ends(&self, balance: i64, asked_by: Option<i64>) -> String {
        self.list_ends_with((balance, 0), asked_by)
    }

    /// The balance is so many Stars, and billionths of one.
    fn list_ends_with(&self, (stars, nanostars): (i64, i64), asked_by: Option<i64>) -> String {
        let outcome = Ok(StarBalance { stars: Stars(stars), nanostars });
        self.happens(&Event::StarsRead(StarsRead { began: self.now(), asked_by: asked_by.map(UserId), outcome }))
    }
}

#[test]
fn a_payment_whose_message_was_lost_is_credited_once() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    let paid = bot.payment("charge-1");
    assert_snapshot!(bot.list_shows(0, std::slice::from_ref(&paid)), @"✅ Thank you! 5 credits added. Your balance: 5 credits");
    // The page comes again, the next one overlaps, and then the message arrives after all.
    assert_eq!(bot.list_shows(0, std::slice::from_ref(&paid)), "");
    assert_eq!(bot.list_shows(0, &[paid.clone(), paid]), "");
    assert_eq!(ann.has_paid("charge-1"), "");
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n["));
    assert_eq!(bot.list_ends(500, None), "");
}

#[test]
fn what_carries_our_signature_is_credited_whatever_kind_it_is_said_to_be() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    let paid = StarTransaction { kind: "user".to_owned(), ..bot.payment("charge-1") };
    assert!(bot.list_shows(0, &[paid]).contains("5 credits added"));
}

#[test]
fn a_transaction_that_cannot_be_settled_does_not_keep_the_others_of_its_page() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    bot.is_damaged_by("INSERT INTO refunds (charge, user, state, at) VALUES ('odd', 1, 'nonsense', 0)");
    let page = [bot.listed("odd", Direction::Out, 5), bot.payment("charge-1")];
    let told = bot.list_shows(0, &page);
    assert!(told.contains("5 credits added") && told.contains("can't be read (odd)"), "{told}");
    assert_eq!(bot.list_shows(0, &page), "");
    bot.is_damaged_by("DELETE FROM refunds");
}

#[test]
fn a_payment_that_is_known_is_only_ticked_off() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    ann.has_paid("charge-1");
    assert_eq!(bot.list_shows(0, &[bot.payment("charge-1")]), "");
    bot.waits(SignedDuration::from_hours(2));
    assert_eq!(bot.list_ends(500, None), "");
}

#[test]
fn a_chargeback_without_a_word_takes_the_credits_even_below_zero() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    ann.has_paid("charge-1");
    ann.orders("a cat");
    // Whatever kind Telegram calls it: what has the id of the payment takes it back.
    let back = StarTransaction { kind: "other".to_owned(), ..bot.listed("charge-1", Direction::Out, 500) };
    assert_snapshot!(bot.list_shows(0, &[bot.payment("charge-1"), back]), @"↩️ Your Stars for 5 credits were returned to you, and the credits were taken back. Your balance: -1 credit");
    assert!(ann.sends("/balance").starts_with("Your balance: -1 credit"));
    assert_eq!(bot.list_ends(0, None), "");
}

#[test]
fn a_payment_and_its_return_may_both_be_news() {
    let bot = Bot::new();
    bot.person(1).presses_data(None, "pack:5");
    let back = bot.listed("charge-1", Direction::Out, 500);
    bot.list_shows(0, &[bot.payment("charge-1"), back]);
    assert!(bot.person(1).sends("/balance").starts_with("Your balance: 0 credits\n["));
}

#[test]
fn what_is_not_ours_is_credited_to_nobody() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    let paid = bot.payment("charge-1");
    let forged = StarTransaction { payload: Some("sr1:1:500:5:1:x:forged".to_owned()), ..paid.clone() };
    let somebody_elses = StarTransaction { id: "charge-2".to_owned(), user: Some(UserId(2)), ..paid.clone() };
    let too_little = StarTransaction { id: "charge-3".to_owned(), stars: Stars(1), ..paid };
    let told = bot.list_shows(0, &[forged, somebody_elses, too_little]);
    assert_eq!(told.matches("for an invoice that this bot didn't make").count(), 3, "{told}");
    assert!(ann.sends("/balance").starts_with("Your balance: 0 credits\n["));
    // An operator can give it back by its charge.
    assert_snapshot!(bot.person(OPERATOR).sends("/refund charge-1 not ours"), @"
    900: ✅ Approved: 500 ⭐ of this payment go back to person 1; 0 credits set aside for it. You'll hear from me only if Telegram refuses.

    → gives back charge-1 to 1, call 1
    ");
}

#[test]
fn payments_from_before_the_database_are_told_of_in_one_word() {
    let bot = Bot::new();
    let old = |id: &str| StarTransaction {
        at: bot.now().saturating_sub(SignedDuration::from_hours(1)).unwrap(),
        ..bot.listed(id, Direction::In, 100)
    };
    let withdrawal =
        StarTransaction { kind: "fragment".to_owned(), user: None, ..bot.listed("withdrawal", Direction::Out, 150) };
    assert_eq!(bot.list_shows(0, &[old("a"), old("b"), withdrawal]), "");
    assert_snapshot!(bot.list_ends(50, None), @"900: ℹ️ 2 payments (200 ⭐) on Telegram's list are older than this database. They are kept in the table star_transactions and credited to nobody. If they should be, put the old database back.");
    assert_eq!(bot.list_ends(50, None), "");
}

#[test]
fn a_difference_is_told_once_and_only_if_it_stays() {
    let bot = Bot::new();
    bot.person(1).buys(5);
    assert_eq!(bot.list_ends(500, None), "", "a payment may have come between the list and the balance");
    assert_snapshot!(bot.list_ends(500, None), @"900: ⚠️ Telegram's balance (500 ⭐) differs from its list of transactions by +500 ⭐. Look at the bot's balance in @BotFather.");
    assert_eq!(bot.list_ends(500, None), "");
    bot.list_shows(0, &[bot.listed("gift", Direction::In, 500)]);
    bot.waits(SignedDuration::from_secs(1));
    assert!(bot.list_ends(500, None).contains("agrees with its list of transactions again"));
}

#[test]
fn what_telegram_does_not_list_is_told_to_the_operators() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    ann.has_paid("charge-1");
    assert_eq!(bot.list_ends(0, None), "", "it may take a while");
    bot.waits(SignedDuration::from_hours(2));
    assert_snapshot!(bot.list_ends(0, None), @"900: ⚠️ The payment charge-1 of person 1 was credited, but Telegram doesn't list it. Was it forged? See /ledger 1");
    assert_eq!(bot.list_ends(0, None), "");
}

#[test]
fn each_of_many_payments_that_telegram_does_not_list_is_told() {
    let bot = Bot::new();
    let ann = bot.person(1);
    for number in 1..=25 {
        ann.presses_data(None, "pack:5");
        ann.has_paid(&format!("charge-{number}"));
        bot.waits(SignedDuration::from_secs(10));
    }
    bot.waits(SignedDuration::from_hours(2));
    let told = || bot.list_ends(0, None).matches("but Telegram doesn't list it").count();
    assert_eq!([told(), told(), told()], [20, 5, 0]);
}

#[test]
fn an_operator_can_ask_for_a_reading() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    assert_snapshot!(operator.sends("/reconcile"), @"
    → reads the list for 900

    900: Reading Telegram's list of transactions…
    ");
    bot.person(1).presses_data(None, "pack:5");
    bot.list_shows(0, &[bot.payment("charge-1")]);
    assert_snapshot!(bot.list_ends(500, Some(OPERATOR)), @"900: ✅ 1 transactions are listed, 1 of them new: 1 credited late, 0 taken back. Balance: 500 ⭐. It agrees with the list.");
    let failed = StarsRead {
        began: bot.now().saturating_add(SignedDuration::from_secs(1)).unwrap(),
        asked_by: Some(UserId(OPERATOR)),
        outcome: Err("Telegram cannot be reached".to_owned()),
    };
    assert_snapshot!(bot.happens(&Event::StarsRead(failed)), @"900: ⚠️ Telegram's list of transactions couldn't be read: Telegram cannot be reached. I'll try again by myself.");
    assert!(bot.person(1).sends("/reconcile").contains("don't know that command"));
}

#[test]
fn what_cannot_be_read_stops_nothing_and_is_told_once() {
    let bot = Bot::new();
    bot.person(1).presses_data(None, "pack:5");
    let odd = StarTransaction { user: None, ..bot.listed("unreadable at place 0", Direction::Unknown, 0) };
    let told = bot.list_shows(0, &[odd.clone(), bot.payment("charge-1")]);
    assert!(told.contains("can't be read") && told.contains("5 credits added"), "{told}");
    assert_eq!(bot.list_shows(0, &[odd]), "");
}

#[test]
fn whoever_looks_for_credits_has_the_list_read() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.sends("/help");
    assert_eq!(bot.readings_for_people(), 0);
    ann.sends("/balance");
    ann.sends("/paysupport");
    assert_eq!(bot.readings_for_people(), 2);
}

#[test]
fn a_payment_by_an_affiliate_is_known_by_what_was_paid_and_agrees_to_the_billionth() {
    // Whether the list shows what was paid or what is left of it is not documented.
    for (stars, nanostars) in [(462, 500_000_000), (500, 0)] {
        let bot = Bot::new();
        bot.person(1).presses_data(None, "pack:5");
        let commission = 37_500_000_000;
        let paid = StarTransaction { stars: Stars(stars), nanostars, commission, ..bot.payment("charge-1") };
        assert!(bot.list_shows(0, std::slice::from_ref(&paid)).contains("5 credits added"));
        let difference = "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'star_difference'";
        bot.list_ends_with((462, 500_000_000), None);
        assert_eq!(bot.count(difference), 0);
        assert_eq!(bot.count("SELECT stars FROM payments"), 500);
        // A share that does not add up buys nothing.
        let odd = StarTransaction { id: "charge-2".to_owned(), stars: Stars(462), nanostars: 1, ..paid.clone() };
        bot.list_shows(1, &[odd]);
        assert_eq!(bot.count("SELECT count(*) FROM payments"), 1);
        // Both parts go back.
        let back = StarTransaction { direction: Direction::Out, ..paid };
        bot.list_shows(2, &[back]);
        bot.list_ends_with((462, 1), None);
        assert_eq!(bot.count(difference), 0);
        // What does not agree is told.
        bot.list_ends_with((462, 2), None);
        assert!(bot.list_ends_with((462, 2), None).contains("by +0.000000001 ⭐"));
    }
}
