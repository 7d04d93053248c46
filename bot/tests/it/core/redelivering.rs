//! Dead letters that an operator sends again.

use bot::core::event::{Event, IncomingUpdate};
use bot::core::update::Update;
use jiff::SignedDuration;

use super::conversation::Bot;

/// A payment with a field that this version cannot read.
fn payment(invoice: &str, stars: i64) -> String {
    format!(
        r#"{{"update_id":70,"message":{{"message_id":1,"date":0,"chat":{{"id":1,"type":"private"}},
        "from":{{"id":1,"is_bot":false,"first_name":"Ann","language_code":"en"}},
        "successful_payment":{{"currency":"XTR","total_amount":{stars},"invoice_payload":"{invoice}",
        "telegram_payment_charge_id":"c1","provider_payment_charge_id":"p1"}}}}}}"#
    )
}

/// An update comes that this version cannot read.
fn unreadable(bot: &Bot, raw: &str) -> String {
    let update = Update { update_id: 70, ..Update::default() };
    let incoming = IncomingUpdate { update, raw: raw.to_owned(), unreadable: Some("missing field".to_owned()) };
    bot.happens(&Event::Update(Box::new(incoming)))
}

/// As `bot dead-letters send` does beside the bot.
fn send_again(bot: &Bot) -> String {
    bot.is_damaged_by("UPDATE dead_letters SET send_again = 1");
    bot.waits(SignedDuration::from_secs(1))
}

#[test]
fn a_payment_that_is_sent_again_is_credited_once() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    let invoice = bot.last_invoice();
    let paid = payment(&invoice.payload, invoice.stars.0);
    assert!(unreadable(&bot, &paid).contains("was set aside"));
    assert_eq!(bot.count("SELECT count(*) FROM dead_letters WHERE event LIKE '%Ann%'"), 0);
    let said = send_again(&bot);
    assert!(said.contains("5 credits"), "{said}");
    assert_eq!(bot.count("SELECT count(*) FROM dead_letters"), 0);
    assert_eq!(send_again(&bot), "");
    assert_eq!(bot.count("SELECT sum(credits) FROM payments"), 5);
}

#[test]
fn what_fails_again_stays_with_its_new_reason() {
    let bot = Bot::new();
    unreadable(&bot, r#"{"update_id":70,"message":{"message_id":"still a text"}}"#);
    assert_eq!(send_again(&bot), "");
    assert_eq!(bot.count("SELECT count(*) FROM dead_letters WHERE send_again = 0 AND reason <> 'missing field'"), 1);
}

#[test]
fn a_row_of_the_outbox_that_was_mended_is_attempted_again() {
    let bot = Bot::new();
    bot.person(1).buys(5);
    bot.is_damaged_by(
        "INSERT INTO outbox (kind, key, user, state, due, payload, at)
         VALUES ('notice', 'odd', 1, 'waiting', 0, 'odd', 1800000000000)",
    );
    for _ in 0..4 {
        bot.waits(SignedDuration::from_secs(20));
    }
    assert_eq!(bot.count("SELECT count(*) FROM outbox WHERE state = 'dead'"), 1);
    bot.is_damaged_by(
        r#"UPDATE outbox SET payload = '{"credits_granted":{"action":7,"credits":3}}' WHERE key = 'odd'"#,
    );
    assert!(send_again(&bot).contains("3 credits"));
    assert_eq!(bot.count("SELECT count(*) FROM outbox WHERE state = 'dead'"), 0);
    assert_eq!(bot.count("SELECT count(*) FROM dead_letters"), 0);
}
