//! Dead letters that an operator sends again.

use bot::core::event::{Event, IncomingUpdate};
use bot::core::update::Update;
use jiff::SignedDuration;

use super::conversation::Bot;

const START: &str = r#"{"update_id":70,"message":{"message_id":1,"date":0,"text":"/balance",
    "chat":{"id":1,"type":"private"},"from":{"id":1,"is_bot":false,"language_code":"en"}}}"#;

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
fn an_update_that_is_sent_again_is_handled_once_as_if_it_had_just_come() {
    let bot = Bot::new();
    bot.person(1).buys(5);
    assert!(unreadable(&bot, START).contains("was set aside"));
    let said = send_again(&bot);
    assert!(said.contains("Your balance: 5 credits"), "{said}");
    assert_eq!(bot.count("SELECT count(*) FROM dead_letters"), 0);
    assert_eq!(send_again(&bot), "");
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
