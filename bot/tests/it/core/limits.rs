//! One person may ask for much, but not for everything.

use bot::core::event::{Event, IncomingUpdate};
use bot::core::update::{Chat, Message, RefundedPayment, Update};
use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::core::conversation::{Bot, OPERATOR};

const TOO_FAST: &str = "Too many messages – please wait a minute.";

fn seconds(seconds: i64) -> SignedDuration {
    SignedDuration::from_secs(seconds)
}

/// A bot that looks at six messages and taps of a person in a minute.
fn strict() -> Bot {
    let bot = Bot::new();
    bot.change_policy(|policy| policy.updates_per_minute = 6);
    bot
}

#[test]
fn who_writes_too_much_is_told_once_and_then_passed_over() {
    let bot = strict();
    let (ann, bob) = (bot.person(1), bot.person(2));
    for _ in 0..6 {
        assert!(ann.sends("/balance").starts_with("Your balance"));
    }
    assert_eq!(ann.sends("/balance"), TOO_FAST);
    for _ in 0..20 {
        assert_eq!(ann.sends("/balance"), "");
    }
    assert!(bob.sends("/balance").contains("Your balance"), "others are not held up");

    // Bit by bit the allowance comes back, and it is no news that they are still too fast.
    bot.waits(seconds(10));
    assert!(ann.sends("/balance").starts_with("Your balance"));
    assert_eq!(ann.sends("/balance"), "");
    bot.waits(seconds(60));
    for _ in 0..6 {
        assert!(ann.sends("/balance").starts_with("Your balance"));
    }
    assert_eq!(ann.sends("/balance"), TOO_FAST);
}

#[test]
fn a_restart_forgets_nobody_who_is_too_fast() {
    let bot = strict();
    let ann = bot.person(1);
    for _ in 0..7 {
        ann.sends("/help");
    }
    bot.restarts();
    assert_eq!(ann.sends("/help"), "");
}

#[test]
fn a_clock_that_is_set_back_silences_nobody() {
    let bot = strict();
    let ann = bot.person(1);
    for _ in 0..7 {
        ann.sends("/help");
    }
    bot.waits(-SignedDuration::from_hours(24 * 30));
    assert!(ann.sends("/balance").starts_with("Your balance"));
}

#[test]
fn who_wants_no_more_news_is_heard_however_much_they_press() {
    for stop in ["news:off", "settings:news:off"] {
        let bot = strict();
        let ann = bot.person(1);
        for _ in 0..7 {
            ann.presses_data(None, "buy");
        }
        assert_eq!(ann.presses_data(None, "news:on"), format!("({TOO_FAST})"));
        ann.presses_data(None, stop);
        assert_eq!(bot.count("SELECT count(*) FROM people WHERE id = 1 AND broadcasts_off"), 1, "{stop}");
    }
}

#[test]
fn a_button_is_always_answered() {
    let bot = strict();
    let ann = bot.person(1);
    ann.sends("/generate");
    for _ in 0..5 {
        ann.presses_data(None, "buy");
    }
    for _ in 0..3 {
        assert_eq!(ann.presses_data(None, "buy"), format!("({TOO_FAST})"));
    }
}

#[test]
fn money_is_never_held_up() {
    let bot = strict();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    for _ in 0..50 {
        ann.sends("hello");
    }
    assert_eq!(ann.checks_out(|_as_it_is| {}), "checkout: go on");
    assert_snapshot!(ann.has_paid("charge-1"), @"✅ Thank you! 5 credits added. Your balance: 5 credits");
    let refunded = ann.message(|message| {
        message.refunded_payment =
            Some(RefundedPayment { telegram_payment_charge_id: "charge-1".to_owned(), ..RefundedPayment::default() });
    });
    assert!(refunded.contains("the credits were taken back"), "{refunded}");
    assert_eq!(ann.sends("/balance"), "", "and that is no way round the limit");
}

#[test]
fn operators_are_not_limited() {
    let bot = strict();
    let operator = bot.person(OPERATOR);
    for _ in 0..50 {
        assert!(operator.sends("/balance").contains("Your balance"));
    }
}

#[test]
fn what_is_passed_over_is_handled_for_good() {
    let bot = strict();
    let ann = bot.person(1);
    for _ in 0..7 {
        ann.sends("/help");
    }
    // Telegram repeats the last update after a crash: once more nothing is said, although there is time by now.
    bot.waits(seconds(120));
    let repeated =
        IncomingUpdate { update: Update { update_id: 7, ..Update::default() }, raw: "{}".to_owned(), unreadable: None };
    assert_eq!(bot.happens(&Event::Update(Box::new(repeated))), TOO_FAST, "the answer of the first time");
}

#[test]
fn nobody_orders_more_than_so_many_videos_in_an_hour() {
    let bot = Bot::new();
    bot.change_policy(|policy| policy.orders_per_hour = 2);
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("one");
    bot.waits(seconds(20 * 60));
    ann.orders("two");
    ann.fills_in("three");
    assert_snapshot!(ann.presses("✨ Generate"), @"(You've reached the limit of videos for now. Your order is saved; please tap again in 41 minutes.)");
    bot.waits(seconds(40 * 60));
    assert_snapshot!(ann.presses("✨ Generate"), @"
    (Order placed.)

    → workers: veo3-fast: three

    ✎ 🎬 Veo 3.1 Fast: your video is in the works. This usually takes 5 to 10 minutes; you can close the chat. 1 credit set aside.
    ");
    let bob = bot.person(2);
    bob.buys(1);
    assert!(bob.orders("his own").contains("(Order placed.)"));
}

#[test]
fn nobody_orders_more_than_so_many_videos_in_a_day() {
    let bot = Bot::new();
    bot.change_policy(|policy| policy.orders_per_day = 1);
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("one");
    ann.fills_in("two");
    assert_snapshot!(ann.presses("✨ Generate"), @"(You've reached the limit of videos for a day. Your order is saved; please tap again in 25 hours.)");
    bot.waits(SignedDuration::from_hours(24));
    assert!(ann.presses("✨ Generate").contains("(Order placed.)"));
}

#[test]
fn answers_are_kept_for_an_hour_and_the_newest_few_of_each_person() {
    let bot = Bot::new();
    let (ann, bob) = (bot.person(1), bot.person(2));
    bob.sends("/balance");
    for _ in 0..15 {
        ann.sends("/balance");
    }
    let repeated = |update_id| {
        let update = Update { update_id, ..Update::default() };
        bot.happens(&Event::Update(Box::new(IncomingUpdate { update, raw: "{}".to_owned(), unreadable: None })))
    };
    assert!(repeated(1).contains("Your balance"), "nobody pushes out what others were answered");
    assert_eq!(repeated(6), "", "the eleventh from the end");
    assert!(repeated(7).contains("Your balance"));
    bot.waits(SignedDuration::from_hours(1) + seconds(1));
    assert_eq!((repeated(1), repeated(16)), (String::new(), String::new()));
    assert_eq!(bot.count("SELECT count(*) FROM updates"), 16, "and none of them is handled a second time");
}

#[test]
fn an_update_that_came_out_of_order_is_answered_again_like_any_other() {
    let bot = Bot::new();
    let ann = bot.person(1);
    for _ in 0..12 {
        ann.sends("/balance");
    }
    let chat = Chat { id: ann.user.id.0, kind: "private".to_owned() };
    let text = Some("/balance".to_owned());
    let message = Message { from: Some(ann.user.clone()), chat, text, ..Message::default() };
    let late = Update { update_id: -1, message: Some(message), ..Update::default() };
    let late = Event::Update(Box::new(IncomingUpdate { update: late, raw: "{}".to_owned(), unreadable: None }));
    let answer = bot.happens(&late);
    assert!(answer.contains("Your balance"), "{answer}");
    assert_eq!(bot.happens(&late), answer);
}
