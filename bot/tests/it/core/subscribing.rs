//! Monthly subscriptions: offered, paid anew every month, cancelled, and at an end.

use bot::core::Pack;
use bot::core::event::{Direction, Event, Outcome, Receipt, Refusal, StarPage, StarTransaction};
use bot::core::ids::{Credits, Stars, UserId};
use bot::core::update::{RefundedPayment, SubscriptionUpdated, SuccessfulPayment, Update};
use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::core::conversation::Bot;
use crate::core::person::Person;

mod returning;

const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A bot that sells 20 credits a month for 1500 Stars.
fn bot() -> Bot {
    let bot = Bot::new();
    bot.change_policy(|policy| policy.subscription = Some(Pack::new(20, 1500)));
    bot
}

/// A month of the last invoice is paid; Telegram names the payment so.
fn pays_month(bot: &Bot, person: &Person<'_>, charge: &str, is_first: bool) -> String {
    let (invoice_payload, now) = (bot.last_payload(), bot.now());
    let until = now.saturating_add(MONTH).unwrap().as_second();
    person.message(|message| {
        message.successful_payment = Some(SuccessfulPayment {
            currency: "XTR".to_owned(),
            total_amount: 1500,
            invoice_payload,
            telegram_payment_charge_id: charge.to_owned(),
            subscription_expiration_date: Some(until),
            is_first_recurring: is_first,
        });
    })
}

fn subscribes(bot: &Bot, person: &Person<'_>) -> String {
    person.presses_data(None, "subscribe");
    pays_month(bot, person, "month-1", true)
}

/// Telegram says that the subscription of the last invoice is so.
fn is_now(bot: &Bot, person: &Person<'_>, state: &str) -> String {
    let (user, invoice_payload) = (person.user.clone(), bot.last_payload());
    let change = SubscriptionUpdated { user, invoice_payload, state: state.to_owned() };
    person.update(Update { subscription: Some(change), ..Update::default() })
}

fn done() -> Outcome {
    Outcome::Done(Receipt::Nothing)
}

fn balance(person: &Person<'_>) -> String {
    person.sends("/balance").lines().next().unwrap().to_owned()
}

#[test]
fn a_subscription_is_offered_bought_and_shown() {
    let bot = bot();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/buy"), @r"
    Buy credits
    You have 0 credits. Most videos cost 1 credit. Pick a pack:

    📅 Or subscribe: 20 credits every 30 days for 1500 ⭐. Cancel any time.

    By paying you agree to the /terms.
    [1 credit · 100 ⭐]
    [5 credits · 500 ⭐]
    [10 credits · 1000 ⭐]
    [📅 20 credits a month · 1500 ⭐]
    [🎁 Buy a gift]
    ");
    assert_snapshot!(ann.presses("a month"), @r"
    📅 Monthly subscription
    You get 20 credits every 30 days for 1500 ⭐. Credits you don't use stay yours. You can cancel any time under /balance; what's paid stays yours.

    By paying you agree to the /terms.
    [Subscribe for 1500 ⭐ → 20 credits · 20 credits every 30 days for making AI videos with Starreel. They do not expire. · 1500 ⭐]
    ");
    assert_eq!(ann.checks_out(|_| {}), "checkout: go on");
    assert_snapshot!(pays_month(&bot, &ann, "month-1", true), @r"
    ✅ Thank you! 20 credits added. Your balance: 20 credits
    📅 Your subscription is paid until 14 Feb 2027. To change it, see /balance.
    ");
    assert_eq!(pays_month(&bot, &ann, "month-1", true), "");
    assert_snapshot!(ann.sends("/buy"), @r"
    Buy credits
    You have 20 credits. Most videos cost 1 credit. Pick a pack:

    📅 Your subscription: 20 credits every 30 days for 1500 ⭐. The next payment is on 14 Feb 2027.

    By paying you agree to the /terms.
    [1 credit · 100 ⭐]
    [5 credits · 500 ⭐]
    [10 credits · 1000 ⭐]
    [🎁 Buy a gift]
    ");
    assert_snapshot!(ann.sends("/balance"), @r"
    Your balance: 20 credits

    📅 Your subscription: 20 credits every 30 days for 1500 ⭐. The next payment is on 14 Feb 2027.
    [🎬 Make a video] [⭐ Buy credits]
    [Cancel subscription]
    ");
}

#[test]
fn without_the_setting_there_is_none() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert!(!ann.sends("/buy").contains("subscri"));
    assert_snapshot!(ann.presses_data(None, "subscribe"), @"(There are no subscriptions any more. Send /buy to see what there is.)");
}

#[test]
fn each_month_is_credited_once_whatever_is_sold_by_then() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    // The next ones come by the same invoice, a month old, and at the old price.
    bot.change_policy(|policy| policy.subscription = None);
    for month in 2..=3 {
        bot.waits(MONTH);
        assert_eq!(ann.checks_out(|_| {}), "checkout: go on");
        let charge = format!("month-{month}");
        assert!(pays_month(&bot, &ann, &charge, false).contains("20 credits added"));
        assert_eq!(pays_month(&bot, &ann, &charge, false), "");
    }
    assert_eq!(balance(&ann), "Your balance: 60 credits");
    assert_eq!(bot.count("SELECT count(*) FROM entries WHERE id GLOB 'pay:month-*'"), 3);
}

#[test]
fn a_month_whose_message_was_lost_is_credited_by_the_list() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    bot.waits(MONTH);
    let transaction = StarTransaction {
        id: "month-2".to_owned(),
        direction: Direction::In,
        kind: "invoice_payment".to_owned(),
        user: Some(UserId(1)),
        payload: Some(bot.last_payload()),
        stars: Stars(1500),
        nanostars: 0,
        commission: 0,
        at: bot.now(),
    };
    let page = Event::StarPage(StarPage { offset: 0, transactions: vec![transaction] });
    assert_snapshot!(bot.happens(&page), @r"
    ✅ Thank you! 20 credits added. Your balance: 40 credits
    📅 Your subscription is paid until 16 Mar 2027. To change it, see /balance.
    ");
    assert_eq!(pays_month(&bot, &ann, "month-2", false), "");
    assert_eq!(balance(&ann), "Your balance: 40 credits");
}

#[test]
fn nobody_subscribes_twice_by_mistake() {
    let bot = bot();
    let ann = bot.person(1);
    ann.presses_data(None, "subscribe");
    let first = bot.last_payload();
    ann.presses_data(None, "subscribe");
    assert_eq!(ann.checks_out(|_| {}), "checkout: go on");
    pays_month(&bot, &ann, "month-1", true);
    let refused = "checkout refused: You have a subscription already. See /balance.";
    assert_eq!(ann.checks_out(|_| {}), refused);
    assert_eq!(ann.checks_out(|query| query.invoice_payload.clone_from(&first)), refused);
    assert_snapshot!(ann.presses_data(None, "subscribe"), @"(You have a subscription already. See /balance.)");
}

#[test]
fn a_link_is_only_for_its_person_at_its_price_and_for_a_day() {
    let bot = bot();
    let (ann, bob) = (bot.person(1), bot.person(2));
    ann.presses_data(None, "subscribe");
    assert!(bob.checks_out(|_| {}).contains("made for somebody else"));
    assert!(ann.checks_out(|query| query.total_amount = 1).contains("prices have changed"));
    bot.change_policy(|policy| policy.subscription = Some(Pack::new(20, 1600)));
    assert_eq!(ann.checks_out(|_| {}), "checkout: go on", "it keeps its word for an hour");
    bot.passes(SignedDuration::from_mins(61));
    assert!(ann.checks_out(|_| {}).contains("prices have changed"));
    bot.change_policy(|policy| policy.subscription = Some(Pack::new(20, 1500)));
    bot.waits(SignedDuration::from_hours(25));
    assert!(ann.checks_out(|_| {}).contains("too old"));
}

#[test]
fn it_is_cancelled_by_a_button_and_ends_when_what_is_paid_is_over() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    ann.sends("/balance");
    assert_snapshot!(ann.presses("Cancel subscription"), @r"
    (I'm asking Telegram to cancel your subscription.)

    → cancels subscription month-1 of 1, call 1
    ");
    assert_snapshot!(ann.sends("/balance"), @r"
    Your balance: 20 credits

    📅 Your subscription: 20 credits every 30 days for 1500 ⭐. The next payment is on 14 Feb 2027. I've asked Telegram to cancel it.
    [🎬 Make a video] [⭐ Buy credits]
    ");
    assert_snapshot!(bot.subscription_edit_ends(done()), @"📅 Your subscription is cancelled: nothing more is paid after 14 Feb 2027.");
    // Telegram may say so, too.
    assert_eq!(is_now(&bot, &ann, "canceled"), "");
    assert_snapshot!(ann.sends("/balance"), @r"
    Your balance: 20 credits

    📅 Your subscription: 20 credits every 30 days for 1500 ⭐. It's cancelled and runs until 14 Feb 2027.
    [🎬 Make a video] [⭐ Buy credits]
    [Resume subscription]
    ");
    assert_eq!(bot.waits(MONTH - SignedDuration::from_hours(1)), "");
    assert_snapshot!(bot.waits(SignedDuration::from_hours(2)), @"📅 Your subscription has ended; your credits stay yours. To start a new one, send /buy.");
    assert_eq!(bot.waits(MONTH), "");
    assert_eq!(balance(&ann), "Your balance: 20 credits");
    assert_snapshot!(ann.presses_data(None, &cancel_button(&bot)), @"(This button has expired.)");
    assert!(ann.sends("/buy").contains("[📅 20 credits a month · 1500 ⭐]"));
}

fn cancel_button(bot: &Bot) -> String {
    format!("subscription:cancel:{}", bot.one::<String>("SELECT invoice FROM subscriptions"))
}

#[test]
fn telegram_lets_its_person_go_on_with_it() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    is_now(&bot, &ann, "canceled");
    ann.sends("/balance");
    assert_snapshot!(ann.presses("Resume subscription"), @r"
    (I'm asking Telegram to let your subscription go on.)

    → frees subscription month-1 of 1, call 1
    ");
    assert_snapshot!(bot.subscription_edit_ends(done()), @"📅 Telegram lets you go on with your subscription now. To turn it back on, open Telegram's settings, tap My Stars, pick this subscription and tap Renew.");
    assert_snapshot!(is_now(&bot, &ann, "active"), @"📅 Your subscription goes on. The next payment is on 14 Feb 2027.");
}

#[test]
fn whoever_thinks_better_of_it_gets_what_they_wanted_last() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    let cancel = cancel_button(&bot);
    ann.presses_data(None, &cancel);
    assert_snapshot!(ann.presses_data(None, &cancel.replace("cancel", "resume")), @"(I'm asking Telegram to let your subscription go on.)");
    assert_snapshot!(bot.subscription_edit_ends(done()), @r"
    → frees subscription month-1 of 1, call 2

    📅 Your subscription is cancelled: nothing more is paid after 14 Feb 2027.
    ");
    assert_snapshot!(bot.subscription_edit_ends(done()), @"📅 Telegram lets you go on with your subscription now. To turn it back on, open Telegram's settings, tap My Stars, pick this subscription and tap Renew.");
}

#[test]
fn a_button_of_somebody_elses_subscription_does_nothing() {
    let bot = bot();
    let (ann, bob) = (bot.person(1), bot.person(2));
    subscribes(&bot, &ann);
    assert_eq!(bob.presses_data(None, &cancel_button(&bot)), "(This button has expired.)");
    assert_eq!(bob.presses_data(None, "subscription:cancel:nothing"), "(This button has expired.)");
    assert_eq!(bob.presses_data(None, "subscription:burn:x"), "(This button has expired.)");
}

#[test]
fn a_month_that_cannot_be_paid_is_told_and_made_good() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    assert_eq!(is_now(&bot, &ann, "failed"), "", "nothing is due");
    bot.waits(MONTH);
    assert_snapshot!(is_now(&bot, &ann, "failed"), @"⚠️ Telegram couldn't take the next 1500 ⭐ for your subscription, so the next 20 credits aren't here yet. Please top up your Stars in Telegram's settings under My Stars, and it goes on.");
    assert_eq!(is_now(&bot, &ann, "failed"), "");
    assert!(pays_month(&bot, &ann, "month-2", false).contains("20 credits added"));
    assert_eq!(is_now(&bot, &ann, "failed"), "", "it was paid since");
    bot.waits(MONTH);
    is_now(&bot, &ann, "failed");
    assert_eq!(bot.waits(SignedDuration::from_hours(23)), "", "there is a day to top up");
    assert_snapshot!(bot.waits(SignedDuration::from_hours(2)), @"📅 Your subscription has ended; your credits stay yours. To start a new one, send /buy.");
}

#[test]
fn a_month_of_which_nothing_is_heard_is_waited_for_a_day() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    assert_eq!(bot.waits(MONTH + SignedDuration::from_hours(23)), "");
    assert!(bot.waits(SignedDuration::from_hours(2)).contains("has ended"));
    // It was paid after all.
    pays_month(&bot, &ann, "month-2", false);
    assert!(ann.sends("/balance").contains("The next payment is on"));
}

#[test]
fn an_end_is_not_told_by_a_clock_that_nobody_vouches_for() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    bot.clock_is_settled(false);
    assert_eq!(bot.waits(MONTH + MONTH), "");
}
