//! The figures of the shop: asked for, or sent every morning.

use bot::core::effect::{Attempt, Effect, Work};
use bot::core::event::{Event, Outcome, Receipt};
use bot::core::ids::MessageId;
use bot::core::ticket::Ticket;
use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::core::conversation::{Bot, OPERATOR};

/// The figures that are sent by themselves at this moment.
fn sent(bot: &Bot) -> Vec<Ticket> {
    let ticket = |effect| match effect {
        Effect::Attempt(Attempt { ticket, work: Work::ShowStats(_), .. }) => Some(ticket),
        Effect::Attempt(_)
        | Effect::Reply(_)
        | Effect::ReadStars { .. }
        | Effect::ReadPriceList
        | Effect::ReadShop
        | Effect::ShowStats(_) => None,
    };
    bot.hands_out(&Event::Tick).into_iter().filter_map(ticket).collect()
}

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

#[test]
fn an_operator_looks_at_a_week_and_at_a_month() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    assert_snapshot!(operator.sends("/stats"), @r"
    900: the figures of 7 days
    [✓ 7 days] [30 days]
    [⏰ Send me this every morning]
    ");
    assert_snapshot!(operator.presses("30 days"), @r"
    900: ✎ the figures of 30 days
    [7 days] [✓ 30 days]
    [⏰ Send me this every morning]
    ");
    assert_snapshot!(operator.presses("every morning"), @r"
    900: ✎ the figures of 30 days
    [7 days] [✓ 30 days]
    [🔕 Not every morning any more]

    (OK, you'll get these every day at 9:00 UTC. For another hour, write /stats daily on 7.)
    ");
    assert_snapshot!(operator.presses("Not every morning"), @r"
    900: ✎ the figures of 30 days
    [7 days] [✓ 30 days]
    [⏰ Send me this every morning]

    (OK, I won't send these by myself any more.)
    ");
    for words in ["daily", "daily on 24", "daily on soon", "weekly", "daily off now"] {
        assert!(operator.sends(&format!("/stats {words}")).contains("Please write /stats"), "{words}");
    }
}

#[test]
fn nobody_else_sees_them() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert!(!ann.sends("/stats").contains("figures"));
    for data in ["stats:7", "stats:on:7"] {
        assert_eq!(ann.presses_data(Some(1), data), "(This button has expired.)");
    }
    let operator = bot.person(OPERATOR);
    for data in ["stats:8", "stats:maybe:7", "stats:"] {
        assert_eq!(operator.presses_data(Some(1), data), "(This button has expired.)");
    }
}

#[test]
fn they_come_once_every_morning_and_survive_restarts() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    // It is eight o'clock.
    assert_snapshot!(operator.sends("/stats daily on"), @"900: OK, you'll get these every day at 9:00 UTC. For another hour, write /stats daily on 7.");
    assert_eq!(sent(&bot), []);
    bot.passes(hours(1));
    let [ticket] = &sent(&bot)[..] else { panic!("they come at nine") };
    assert_eq!(sent(&bot), []);
    // The process dies before anybody has reported.
    let again = bot.hands_out(&Event::Started);
    assert!(again.iter().any(|effect| matches!(effect, Effect::Attempt(attempt) if attempt.ticket.key == ticket.key)));
    bot.reports(Ticket { attempt: 2, ..ticket.clone() }, Outcome::Done(Receipt::Message(MessageId(5))));
    bot.passes(hours(12));
    assert_eq!(sent(&bot), []);
    // A bot that stood still over the hour sends them when it runs again.
    bot.passes(hours(20));
    let late = sent(&bot);
    assert_eq!(late.len(), 1);
    bot.reports(late[0].clone(), Outcome::TryAgain(None));
    bot.passes(hours(1));
    assert_eq!(sent(&bot).len(), 1);
    operator.sends("/stats daily off");
    bot.passes(hours(24));
    assert_eq!(sent(&bot), []);
}

#[test]
fn an_hour_can_be_chosen_and_who_is_no_operator_any_more_gets_none() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    operator.sends("/stats daily on 7");
    assert_eq!(sent(&bot), []);
    bot.passes(hours(23));
    assert_eq!(sent(&bot).len(), 1);
    bot.change_policy(|policy| policy.admins.clear());
    bot.passes(hours(24));
    assert_eq!(sent(&bot), []);
    assert_eq!(bot.count("SELECT count(*) FROM daily_stats"), 0);
}
