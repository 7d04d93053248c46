//! What one account can cause in a day, at all of its limits at once: rows and bytes are bounded, and `deploy/README.md` has
//! the figures. Whoever changes a limit sees here what it costs.

use std::io::Write as _;

use bot::core::update::{Chat, ChatMember, ChatMemberUpdated, Update};
use jiff::SignedDuration;
use shared::job::FailureReason;

use super::conversation::{Bot, OPERATOR};
use super::person::Person;

/// The longest message that Telegram takes, in characters that take the most bytes.
fn longest() -> String {
    "語".repeat(4096)
}

/// What somebody does in a minute who wants to cost as much as one may. Of 12 updates 10 are looked at: this day has a sixth
/// of the updates that are allowed, since each of them costs the same.
fn a_minute_of(bot: &Bot, flooder: &Person<'_>, minute: u32) {
    let change = |status: &str| ChatMemberUpdated {
        chat: Chat { id: flooder.user.id.0, kind: "private".to_owned() },
        from: flooder.user.clone(),
        new_chat_member: ChatMember { status: status.to_owned() },
    };
    for status in ["kicked", "member"] {
        flooder.update(Update { my_chat_member: Some(change(status)), ..Update::default() });
    }
    if minute.is_multiple_of(7) {
        // Orders: 30 in an hour, 200 in a day.
        if flooder.fills_in(&"語".repeat(2000)).contains("✨ Generate") {
            flooder.presses("✨ Generate");
            bot.job_failed(FailureReason::Policy);
        }
    } else if minute.is_multiple_of(50) {
        // Payment requests: 20 in a day.
        flooder.sends("/paysupport");
        flooder.sends(&longest());
    } else {
        // Images in forms that are never placed.
        flooder.sends("/generate");
        flooder.presses("Veo 3.1 Fast");
        flooder.sends("a cat");
        flooder.sends_image(&format!("file-{minute}"), 1_000_000);
    }
    for _ in 0..2 {
        flooder.sends("/paysupport");
        flooder.sends(&longest());
        flooder.sends("/privacy");
    }
}

#[test]
fn one_account_at_all_of_its_limits_costs_little_in_a_day() {
    let bot = Bot::new();
    bot.change_policy(|policy| {
        (policy.updates_per_minute, policy.orders_per_hour, policy.orders_per_day) = (10, 30, 200);
    });
    let flooder = bot.person(1);
    flooder.sends("/start");
    bot.person(OPERATOR).sends("/grant 1 100 to begin with");
    for _ in 0..3 {
        flooder.buys(1);
        bot.passes(SignedDuration::from_secs(60));
    }
    let before = bot.bytes();
    for minute in 0..24 * 60 {
        a_minute_of(&bot, &flooder, minute);
        bot.waits(SignedDuration::from_secs(60));
    }
    let grown = bot.bytes() - before;
    let rows = bot.rows_of_each_table();
    let mut out = std::io::stdout();
    rows.iter().for_each(|(table, rows)| writeln!(out, "{table:<20} {rows:>8}").unwrap());
    writeln!(out, "grown by {grown} bytes").unwrap();
    let of = |table: &str| rows.iter().find(|(name, _)| name == table).map_or(0, |(_, rows)| *rows);
    let at_most = [
        // Every update has a number that Telegram may repeat: twelve a minute, and one more for each order.
        ("updates", 12 * 24 * 60 + 200 + 100),
        // The newest few of a person, in case that an update is repeated.
        ("answers", 10),
        ("jobs", 200),
        // A hold and its end for each order, and what was bought and given.
        ("entries", 2 * 200 + 10),
        ("lot_moves", 2 * 200 + 10),
        ("lots", 10),
        ("support_requests", 20),
        // Of each order its message, status and bad news, requests to operators, and a look at an image a form.
        ("outbox", 4 * 200 + 24 * 60 + 100),
        ("people", 2),
        ("forms", 1),
        ("rate_limits", 1),
        ("dead_letters", 0),
        ("refunds", 3),
    ];
    for (table, most) in at_most {
        assert!(of(table) <= most, "{table} has {} rows, {most} are promised", of(table));
    }
    assert!(of("jobs") > 150 && of("support_requests") == 20, "it was not at its limits: {rows:?}");
    assert!(grown < 3 * 1024 * 1024, "{grown} bytes");
    assert!(bot.count("SELECT sum(length(answer)) FROM answers") < 11 * 32 * 1024, "answers are a few per person");
}
