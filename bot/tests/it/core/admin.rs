//! `/admin`: the operators' menu and what is asked for below it.

use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::core::conversation::OPERATOR;
use crate::core::roles::{NOT_ALLOWED, SUPPORT, VIEWER, bot, buyer};

mod blocking;
mod orders;
mod people;

#[test]
fn the_menu_is_one_message_that_one_walks_through() {
    let bot = bot();
    let olga = bot.person(OPERATOR);
    assert_snapshot!(olga.sends("/admin"), @"
    900: For operators
    You're an owner: you may do everything.
    [👤 People] [⏳ Stuck orders]
    [⚠️ Failed orders] [🎬 Models]
    [🩺 Right now] [📊 Stats]
    [🛒 The shop] [🎟 Promo codes]
    [📣 Broadcast]
    ");
    assert_snapshot!(olga.presses("Stuck orders"), @"
    900: ✎ Stuck orders: where they are for over 45 minutes, the longest first. There are none.
    [◀️ Menu]
    ");
    assert!(olga.presses("Menu").starts_with("900: ✎ For operators"));
    assert!(
        olga.presses("Failed orders")
            .starts_with("900: ✎ Failed orders of the last 14 days, the newest first. There are none.")
    );
    olga.presses("Menu");
    let models = olga.presses("Models");
    assert!(models.starts_with("900: ✎ Models\n• veo3-fast"), "{models}");
    olga.presses("Menu");
    assert_snapshot!(olga.presses("Right now"), @"
    900: ✎ Right now, 2027-01-15 08:00 UTC
    Last 24 hours
    Orders: 0, of them 0 delivered and 0 failed
    Stars: 0 ⭐ paid, 0 ⭐ back
    Now
    0 in the queue, 0 being made, 0 being sent, 0 stuck
    0 refunds to decide, 0 subscriptions, 0 people blocked
    [🔄 Refresh] [◀️ Menu]
    ");
    assert!(olga.presses("Refresh").contains("✎ Right now"));
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions"), 0, "to look leaves no trace");
}

#[test]
fn stats_count_what_there_is() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a cat");
    bot.video_is_there();
    ann.orders("a dog");
    bot.person(OPERATOR).presses_data(None, "admin:block:1");
    let stats = bot.person(VIEWER).presses_data(None, "admin:open:now");
    assert!(stats.contains("Orders: 2, of them 0 delivered and 0 failed"), "{stats}");
    assert!(stats.contains("0 in the queue, 1 being made, 1 being sent, 0 stuck"), "{stats}");
    assert!(stats.contains("1 people blocked"), "{stats}");
}

#[test]
fn a_model_is_switched_by_an_owner_alone() {
    let bot = bot();
    let (olga, vic) = (bot.person(OPERATOR), bot.person(VIEWER));
    let shown = vic.presses_data(None, "admin:open:models");
    assert!(shown.contains("Models") && !shown.contains("✓"), "{shown}");
    assert!(vic.presses_data(None, "admin:off:kling-2.1").contains(NOT_ALLOWED));
    olga.presses_data(None, "admin:open:models");
    let switched = olga.presses("✓ Kling v2.1");
    assert!(switched.contains("Done: kling-2.1 is off.") && switched.contains("[Kling v2.1]"), "{switched}");
    assert!(olga.presses_data(None, "admin:off:kling-2.1").contains("off already"));
    assert!(olga.presses("Kling v2.1").contains("Done: kling-2.1 is on."));
    assert!(olga.presses_data(None, "admin:on:nonsense").contains("There's no model nonsense"));
}

#[test]
fn what_is_asked_for_can_be_cancelled() {
    let bot = bot();
    let ann = buyer(&bot);
    let olga = bot.person(OPERATOR);
    let asks = || olga.presses_data(None, "admin:grant:1");
    assert_snapshot!(asks(), @"
    900: How many credits should person 1 get, and why? For example: 5 sorry for the wait
    [Cancel]
    ");
    assert_snapshot!(olga.presses("Cancel"), @"
    900: ✎ OK, nothing was done.
    [◀️ Menu]
    ");
    assert_eq!(olga.presses_data(None, "admin:cancel"), "(This button has expired.)");
    asks();
    assert!(olga.sends("/cancel").contains("OK, nothing was done."));
    // So is it by anything else that they do.
    for other in ["/help", "/balance"] {
        asks();
        olga.sends(other);
        assert!(!olga.sends("5 sorry").contains("Done."), "{other}");
    }
    asks();
    olga.presses_data(None, "admin:menu");
    assert!(!olga.sends("5 sorry").contains("Done."));
    asks();
    bot.waits(SignedDuration::from_mins(16));
    assert!(!olga.sends("5 sorry").contains("Done."), "it was asked long ago");
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions"), 0);
}

#[test]
fn an_order_of_their_own_outlives_what_they_are_asked_for() {
    let bot = bot();
    buyer(&bot);
    let olga = bot.person(OPERATOR);
    olga.sends("a fox in the snow");
    olga.presses_data(None, "admin:grant:1");
    assert!(olga.sends("5 sorry for the wait").contains("Done. Person 1 has 10 credits now"));
    assert!(olga.sends("/balance").contains("unfinished order"));
}

#[test]
fn a_text_that_is_too_long_is_sent_in_no_part() {
    let bot = bot();
    buyer(&bot);
    let sue = bot.person(SUPPORT);
    sue.presses_data(None, "admin:write:1");
    let long = "a long story ".repeat(300);
    assert!(sue.sends(&long).contains("please write at most 2000 characters"));
    assert_eq!(sue.sends("the end of it, which the client has cut off"), "");
    bot.passes(SignedDuration::from_secs(3));
    assert!(sue.sends("Sorry, it's on its way.").contains("Your message is on its way to person 1"));
}

#[test]
fn forged_and_old_buttons_do_nothing() {
    let bot = bot();
    buyer(&bot);
    let olga = bot.person(OPERATOR);
    for data in [
        "admin:",
        "admin:open:nonsense",
        "admin:open",
        "admin:grant:ann",
        "admin:again:stuck:0:nonsense",
        "admin:again:nowhere:0:019bbf6c000070008000000000000000",
        "admin:ledger:1",
        "admin:menu:1",
    ] {
        assert_eq!(olga.presses_data(None, data), "(This button has expired.)", "{data}");
    }
    let gone = olga.presses_data(None, "admin:again:stuck:0:019bbf6c000070008000000000000000");
    assert!(gone.contains("(This button has expired.)"), "{gone}");
    assert!(olga.presses_data(None, "admin:person:77").contains("Person 77 has never written to this bot."));
    assert!(olga.presses_data(None, "admin:ledger:77:1").contains("Person 77 has never written to this bot."));
    assert!(olga.presses_data(None, "admin:block:77").contains("Person 77 has never written to this bot."));
    let far = olga.presses_data(None, "admin:orders:stuck:4294967295");
    assert!(far.contains("There are none."), "{far}");
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions"), 0);
}

#[test]
fn a_role_that_is_lost_before_the_answer_counts() {
    let bot = bot();
    let ann = buyer(&bot);
    let olga = bot.person(OPERATOR);
    olga.presses_data(None, "admin:grant:1");
    bot.change_policy(|policy| {
        policy.admins.clear();
        policy.support.insert(bot::core::ids::UserId(OPERATOR));
    });
    assert!(!olga.sends("5 sorry").contains("Done."));
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
}
