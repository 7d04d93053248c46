//! Maintenance: nobody but operators orders or buys, and everything under way ends well.

use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::core::conversation::{Bot, OPERATOR};

#[test]
fn nobody_orders_or_buys_and_the_same_card_goes_on_afterwards() {
    let bot = Bot::new();
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    ann.buys(5);
    ann.fills_in("The sea");
    let card = ann.button("✨ Generate");
    assert_snapshot!(operator.sends("/maintenance on Back at 6 pm <Berlin>"), @r"
    900: 🚧 Maintenance is on: only operators can order and buy. Videos under way still arrive, and payments that come are credited. People read:
    Back at 6 pm <Berlin>
    Other words: /maintenance on We're back at 6 pm.
    ");
    assert_snapshot!(ann.presses_data(Some(card.0), &card.1), @"(Back at 6 pm <Berlin>)");
    assert_snapshot!(ann.sends("/generate"), @"Back at 6 pm <Berlin>");
    assert_snapshot!(ann.sends("/buy"), @"Back at 6 pm <Berlin>");
    assert_snapshot!(ann.presses_data(None, "pack:5"), @"(Back at 6 pm <Berlin>)");
    assert_snapshot!(ann.presses_data(None, "subscribe"), @"(Back at 6 pm <Berlin>)");
    assert_snapshot!(ann.checks_out(|_| {}), @"checkout refused: Back at 6 pm <Berlin>");
    assert_eq!(bot.count("SELECT count(*) FROM jobs"), 0);
    bot.restarts();
    assert!(ann.sends("/buy").contains("Back at 6 pm <Berlin>"), "it outlasts a restart");

    assert_snapshot!(operator.sends("/maintenance off"), @"900: ✅ Maintenance is off. Everybody can order and buy again, also from the cards they have.");
    assert!(ann.presses_data(Some(card.0), &card.1).contains("Order placed."), "the card from before");
    let deeds: String = bot.one("SELECT group_concat(reason, '; ') FROM operator_actions");
    assert_eq!(deeds, "MAINTENANCE: off → on: Back at 6 pm <Berlin>; MAINTENANCE: on: Back at 6 pm <Berlin> → off");
}

#[test]
fn what_was_ordered_and_paid_before_ends_well() {
    let bot = Bot::new();
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    ann.buys(5);
    ann.orders("The sea");
    ann.presses_data(None, "pack:1");
    operator.sends("/maintenance on");
    assert!(ann.has_paid("let-through-before").contains("1 credit added"), "a payment that comes anyway is credited");
    assert!(bot.video_is_there().contains("→ video"), "the video is sent");
    let told = bot.delivery_ends(bot::core::event::Outcome::Done(bot::core::event::Receipt::Video(None)));
    assert!(!told.contains("maintenance"), "{told}");
    let again = ann.presses("🔁");
    assert!(again.contains("doing some maintenance"), "{again}");
    operator.sends("/maintenance off");
    assert!(ann.presses("🔁").contains("Order placed."), "the same button");
}

#[test]
fn operators_may_try_and_read_that_it_is_on() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    operator.sends("/maintenance on");
    operator.buys(5);
    let card = operator.fills_in("The sea");
    assert!(card.contains("Maintenance is on. You can order because you're an operator."), "{card}");
    assert!(operator.presses("✨ Generate").contains("Order placed."));
    let shop = operator.sends("/shop");
    assert!(shop.contains("Maintenance is on since 2027-01-15 08:00 UTC, by 900"), "{shop}");
}

#[test]
fn the_shop_has_a_switch_for_it_too() {
    let bot = Bot::new();
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    operator.sends("/shop");
    assert_snapshot!(operator.presses("Maintenance"), @r"
    900: ✎ Maintenance is off. While it's on, only operators can order and buy; videos under way still arrive. People would read:
    🚧 We're doing some maintenance, so new orders have to wait a little. Videos in the works still arrive, and your credits are safe. Please try again soon!
    Other words: /maintenance on We're back at 6 pm.
    [🚧 Switch it on]
    [‹ The shop]
    ");
    let (message, data) = operator.button("Switch it on");
    assert_snapshot!(operator.presses("Switch it on"), @r"
    900: ✎ 🚧 Maintenance is on: only operators can order and buy. Videos under way still arrive, and payments that come are credited. People read:
    🚧 We're doing some maintenance, so new orders have to wait a little. Videos in the works still arrive, and your credits are safe. Please try again soon!
    Other words: /maintenance on We're back at 6 pm.
    [‹ The shop]
    ");
    assert_eq!(operator.presses_data(Some(message), &data).trim(), "(It's so already.)");
    assert_snapshot!(ann.sends("/generate"), @"🚧 We're doing some maintenance, so new orders have to wait a little. Videos in the works still arrive, and your credits are safe. Please try again soon!");
    let de = bot.person_speaking(3, "de");
    assert!(!de.sends("/generate").is_empty());
    operator.sends("/shop");
    operator.presses("Maintenance");
    assert_snapshot!(operator.presses("Switch it off"), @r"
    900: ✎ ✅ Maintenance is off. Everybody can order and buy again, also from the cards they have.
    [‹ The shop]
    ");
    assert!(ann.sends("/generate").contains("Veo"));
}

#[test]
fn words_that_are_too_long_or_a_command_that_makes_no_sense_change_nothing() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    assert_snapshot!(operator.sends(&format!("/maintenance on {}", "🚀".repeat(101))), @"900: That doesn't work: /maintenance on takes at most 200 characters, so that people can read all of it. Nothing has changed.");
    assert_snapshot!(operator.sends("/maintenance please"), @"900: Please write /maintenance on, with words for people behind it if you like, or /maintenance off.");
    assert!(operator.sends("/maintenance off").contains("Maintenance is off already."));
    assert!(operator.sends("/maintenance").contains("Maintenance is off."));
    assert!(operator.sends(&format!("/maintenance on {}", "🚀".repeat(100))).contains("Maintenance is on"));
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions"), 1);
    assert!(!bot.person(1).sends("/maintenance off").contains("Maintenance is off"), "no command for anybody else");
    assert_eq!(bot.count("SELECT count(*) FROM shop"), 1);
}

#[test]
fn a_month_that_is_due_is_paid_all_the_same() {
    let bot = Bot::new();
    bot.change_policy(|policy| policy.subscription = Some(bot::core::Pack::new(20, 1500)));
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    ann.presses_data(None, "subscribe");
    assert_eq!(ann.checks_out(|_| {}), "checkout: go on");
    ann.has_paid("month-1");
    operator.sends("/maintenance on");
    bot.passes(SignedDuration::from_hours(29 * 24));
    assert_eq!(ann.checks_out(|_| {}), "checkout: go on");
}
