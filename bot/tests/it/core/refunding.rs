//! Stars go back: at the buyer's wish, at an operator's, or without us.

use bot::core::event::{Outcome, Receipt, Refusal};
use bot::core::update::RefundedPayment;
use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::job::FailureReason;

use crate::core::conversation::{Bot, OPERATOR};
use crate::core::person::Person;

fn telegram_says_refunded(person: &Person<'_>, charge: &str, payload: &str) -> String {
    person.message(|message| {
        message.refunded_payment = Some(RefundedPayment {
            telegram_payment_charge_id: charge.to_owned(),
            invoice_payload: payload.to_owned(),
        });
    })
}

/// Somebody with 5 credits, bought as `charge-1`.
fn buyer(bot: &Bot) -> Person<'_> {
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    ann.has_paid("charge-1");
    ann
}

fn asks_for_refund(person: &Person<'_>) {
    person.sends("/paysupport");
    person.presses("Request refund");
}

#[test]
fn what_is_not_spent_goes_back_in_two_taps() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    assert_snapshot!(ann.sends("/paysupport"), @r"
    Payment support
    Telegram's own support can't help with purchases made in this bot.

    Your last purchases
    Unused purchases can be refunded within 14 days with the buttons below. For anything else, request a refund.

    1. 5 credits for 500 ⭐ on 15 Jan 2027
    Transaction charge-1

    Something else? Describe the problem in your next message, and our team will reply here.
    [↩️ Refund 5 credits (500 ⭐), 15 Jan 2027]
    [Cancel]
    ");
    assert_snapshot!(ann.presses("↩️ Refund"), @r"
    Refund purchase 1?
    You get 500 ⭐ back, and 5 credits are taken from your balance.
    [Yes, refund it]
    [No, keep my credits]
    ");
    assert_snapshot!(ann.presses("Yes, refund it"), @r"
    ✎ ↩️ The refund of purchase 1 is on its way: 5 credits are set aside until your 500 ⭐ are back. I'll let you know.

    → gives back charge-1 to 1, call 1
    ");
    assert_snapshot!(ann.sends("/balance"), @r"
    Your balance: 0 credits
    5 credits set aside for a refund.
    [🎬 Make a video] [⭐ Buy credits]
    ");
    assert_snapshot!(ann.presses_data(None, "refund:confirm:1"), @"(This refund is on its way.)");
    assert_snapshot!(bot.refund_ends(Outcome::Done(Receipt::Nothing)), @"↩️ Your Stars for 5 credits were returned to you, and the credits were taken back. Your balance: 0 credits");
    assert_eq!(telegram_says_refunded(&ann, "charge-1", &bot.last_payload()), "");
    assert!(ann.sends("/balance").starts_with("Your balance: 0 credits\n["));
    assert_snapshot!(ann.presses_data(None, "refund:confirm:1"), @"(This purchase has been refunded.)");
    assert_eq!(bot.refunds().len(), 1);
}

#[test]
fn a_buyer_may_think_better_of_it() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.sends("/paysupport");
    ann.presses("↩️ Refund");
    assert_snapshot!(ann.presses("No, keep my credits"), @"✎ OK, your credits stay.");
    assert!(bot.refunds().is_empty());
}

#[test]
fn refunded_payment_gives_the_same_end_before_during_and_after_our_own_call() {
    for told_before_the_answer in [true, false] {
        let bot = Bot::new();
        let ann = buyer(&bot);
        let payload = bot.last_payload();
        ann.presses_data(None, "refund:confirm:1");
        if told_before_the_answer {
            assert!(telegram_says_refunded(&ann, "charge-1", &payload).contains("were returned to you"));
            assert_eq!(bot.refund_ends(Outcome::Done(Receipt::Nothing)), "");
        } else {
            assert!(bot.refund_ends(Outcome::Done(Receipt::Nothing)).contains("were returned to you"));
            assert_eq!(telegram_says_refunded(&ann, "charge-1", &payload), "");
        }
        assert!(ann.sends("/balance").starts_with("Your balance: 0 credits\n["));
    }
}

#[test]
fn a_lost_answer_and_a_crash_are_taken_up_until_telegram_has_spoken() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.presses_data(None, "refund:confirm:1");
    assert_eq!(bot.waits(SignedDuration::from_secs(30)), "");
    assert_snapshot!(bot.waits(SignedDuration::from_secs(31)), @"→ gives back charge-1 to 1, call 2");
    assert_snapshot!(bot.restarts(), @"→ gives back charge-1 to 1, call 3");
    assert_eq!(bot.refund_ends(Outcome::TryAgain(None)), "");
    assert_snapshot!(bot.waits(SignedDuration::from_mins(10)), @"→ gives back charge-1 to 1, call 4");
    assert!(bot.refund_ends(Outcome::Done(Receipt::Nothing)).contains("were returned to you"));
    assert_eq!(bot.waits(SignedDuration::from_hours(1)), "");
}

#[test]
fn a_refusal_for_good_gives_the_credits_back_and_tells_the_operators() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.presses_data(None, "refund:confirm:1");
    assert_snapshot!(bot.refund_ends(Outcome::Refused(Refusal::Other("Bad Request: BALANCE_TOO_LOW".to_owned()))), @r"
    Telegram couldn't refund your payment. Your credits are back, and our team knows about it.

    900: ⚠️ Telegram refused to refund 500 ⭐ to person 1: Bad Request: BALANCE_TOO_LOW. The credits are back. If the bot has too few Stars, wait for more and then send
    /refund charge-1 why
    ");
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n["));
    assert!(ann.sends("/paysupport").contains("Request refund"));
    // An operator tries again later, and then it works.
    let operator = bot.person(OPERATOR);
    operator.sends("/refund charge-1 the bot has Stars again");
    assert!(bot.refund_ends(Outcome::Done(Receipt::Nothing)).contains("were returned to you"));
    assert!(ann.sends("/balance").starts_with("Your balance: 0 credits\n["));
}

#[test]
fn the_refusal_of_an_earlier_call_does_not_undo_a_later_one() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.presses_data(None, "refund:confirm:1");
    let first = bot.refunds()[0].clone();
    bot.waits(SignedDuration::from_secs(61));
    assert_eq!(bot.reports(first, Outcome::Refused(Refusal::Other("late".to_owned()))), "");
    assert!(bot.refund_ends(Outcome::Done(Receipt::Nothing)).contains("were returned to you"));
}

#[test]
fn stars_that_go_back_after_a_refusal_take_their_credits() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.presses_data(None, "refund:confirm:1");
    bot.refund_ends(Outcome::Refused(Refusal::Other("no".to_owned())));
    assert!(telegram_says_refunded(&ann, "charge-1", "").contains("were returned to you"));
    assert!(ann.sends("/balance").starts_with("Your balance: 0 credits\n["));
}

#[test]
fn what_is_spent_is_for_an_operator_to_approve() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.gets_a_video();
    assert_snapshot!(ann.presses_data(None, "refund:confirm:1"), @"(Some of your credits are used or set aside. You can request a refund under /paysupport.)");
    assert!(ann.sends("/paysupport").contains("[🙋 Request refund – 5 credits, 15 Jan 2027]"));
    assert_snapshot!(ann.presses("Request refund"), @r"
    Thank you. Our team has been asked to refund purchase 1; I'll let you know what they decide.

    900: 🙋 Person 1 asks for a refund of purchase 1#1: 5 credits for 500 ⭐ on 15 Jan 2027. Some of its credits are spent or set aside.
    If you approve, the Stars go back, and the remaining credits are removed. See /ledger 1
    charge-1
    [✅ Approve] [❌ Decline]
    ");
    assert_snapshot!(ann.presses_data(None, "refund:ask:1"), @"(You've already requested this refund. I'll let you know what is decided.)");
    let operator = bot.person(OPERATOR);
    // Nobody else can decide.
    assert_snapshot!(ann.presses_data(None, "refund:approve:1#1"), @"(This button has expired.)");
    let (message, approve) = operator.button("Approve");
    assert_snapshot!(operator.presses_data(Some(message), &approve), @"
    900: ✎ ✅ Approved: 500 ⭐ of purchase 1#1 go back to person 1; 4 credits set aside for it. You'll hear from me only if Telegram refuses.

    → gives back charge-1 to 1, call 1
    ");
    assert_snapshot!(operator.presses_data(Some(message), &approve), @"(The refund is already on its way.)");
    assert_snapshot!(bot.refund_ends(Outcome::Done(Receipt::Nothing)), @"↩️ Your Stars for 5 credits were returned to you, and the 4 credits you had left were taken back. Your balance: 0 credits");
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions WHERE action = 'refund' AND credits = 4"), 1);
}

#[test]
fn while_orders_are_under_way_no_operator_gives_back_what_may_come_back_anyway() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.orders("a cat");
    asks_for_refund(&ann);
    let operator = bot.person(OPERATOR);
    let waits =
        "Person 1 has 1 credit of this purchase set aside for orders under way. Please decide when those have ended";
    assert!(operator.presses("Approve").contains(waits));
    assert!(operator.sends("/refund 1#1 why").contains(waits));
    // The order fails, its credit comes back, and goes with the others.
    bot.job_failed(FailureReason::Policy);
    assert!(operator.presses("Approve").contains("5 credits set aside for it"));
    bot.refund_ends(Outcome::Done(Receipt::Nothing));
    assert!(ann.sends("/balance").starts_with("Your balance: 0 credits\n["));
}

#[test]
fn an_operator_may_decline() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.gets_a_video();
    asks_for_refund(&ann);
    let operator = bot.person(OPERATOR);
    assert_snapshot!(operator.presses("Decline"), @"
    900: ✎ ❌ Declined: purchase 1#1 (500 ⭐). They have been told.

    The refund of purchase 1 (5 credits for 500 ⭐) was declined. If you think that's a mistake, please write to /paysupport.
    ");
    assert!(!ann.sends("/paysupport").contains("Request refund"));
    assert_snapshot!(ann.presses_data(None, "refund:ask:1"), @"(This refund was declined. You can write to us under /paysupport.)");
    // That is the answer for a day, and not for ever.
    bot.waits(SignedDuration::from_hours(24));
    asks_for_refund(&ann);
}

#[test]
fn what_has_come_back_since_a_refund_was_declined_is_refunded_like_any_other() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.orders("a cat");
    asks_for_refund(&ann);
    assert!(bot.person(OPERATOR).presses("Decline").contains("was declined"));
    bot.job_failed(FailureReason::Policy);
    ann.sends("/paysupport");
    ann.presses("↩️ Refund");
    assert!(ann.presses("Yes, refund it").contains("→ gives back charge-1"));
}

#[test]
fn a_gift_is_spent_first_so_what_was_bought_can_still_go_back() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    bot.person(OPERATOR).sends("/grant 1 1 welcome");
    ann.gets_a_video();
    assert!(ann.presses_data(None, "refund:confirm:1").contains("5 credits are set aside"));
    bot.refund_ends(Outcome::Done(Receipt::Nothing));
    assert!(ann.sends("/balance").starts_with("Your balance: 0 credits\n["), "the gift is gone, and nothing is owed");
}

#[test]
fn the_oldest_purchase_is_spent_first_so_a_dear_one_is_not_refunded_with_cheap_credits() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.gets_a_video();
    bot.change_policy(|policy| policy.packs[1].stars = bot::core::ids::Stars(250));
    ann.presses_data(None, "pack:5");
    ann.has_paid("charge-2");
    assert!(ann.presses_data(None, "refund:confirm:1").contains("Some of your credits are used"));
    assert!(ann.presses_data(None, "refund:confirm:2").contains("→ gives back charge-2"));
    bot.refund_ends(Outcome::Done(Receipt::Nothing));
    assert!(ann.sends("/balance").starts_with("Your balance: 4 credits\n["));
}

#[test]
fn an_order_from_another_purchase_does_not_keep_an_operator_waiting() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.presses_data(None, "pack:1");
    ann.has_paid("charge-2");
    ann.orders("a cat");
    let operator = bot.person(OPERATOR);
    assert!(operator.sends("/refund 1#1 why").contains("set aside for orders under way"));
    assert!(operator.sends("/refund 1#2 why").contains("1 credit set aside for it"));
}

#[test]
fn a_charge_back_after_a_refused_refund_takes_the_whole_purchase() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.gets_a_video();
    bot.person(OPERATOR).sends("/refund charge-1 kindness");
    bot.refund_ends(Outcome::Refused(Refusal::Other("no".to_owned())));
    let told = telegram_says_refunded(&ann, "charge-1", "");
    assert!(told.contains("Your Stars for 5 credits were returned to you, and the credits were taken back."), "{told}");
    assert!(ann.sends("/balance").starts_with("Your balance: -1 credit"));
    // The next purchase is whole, and is not refunded while something is owed.
    ann.buys(5);
    assert!(ann.sends("/balance").starts_with("Your balance: 4 credits"));
    assert!(ann.presses_data(None, "refund:confirm:2").contains("Some of your credits are used"));
}

#[test]
fn purchases_are_counted_for_each_person() {
    let bot = Bot::new();
    buyer(&bot);
    let bob = bot.person(2);
    bob.buys(1);
    let list = bob.sends("/paysupport");
    assert!(list.contains("1. 1 credit for 100 ⭐") && list.contains("↩️ Refund 1 credit (100 ⭐)"), "{list}");
}

#[test]
fn who_is_declined_a_second_time_hears_of_it() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.gets_a_video();
    asks_for_refund(&ann);
    let operator = bot.person(OPERATOR);
    assert!(operator.presses("Decline").contains("was declined"));
    operator.sends("/refund 1#1 after all");
    bot.refund_ends(Outcome::Refused(Refusal::Other("no".to_owned())));
    bot.waits(SignedDuration::from_secs(1));
    asks_for_refund(&ann);
    assert!(operator.presses("Decline").contains("was declined"));
}

#[test]
fn credits_given_for_free_do_not_turn_into_stars() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.gets_a_video();
    bot.person(OPERATOR).sends("/grant 1 3 sorry");
    assert!(ann.presses_data(None, "refund:confirm:1").contains("Some of your credits are used"));
}

#[test]
fn after_the_time_for_it_an_operator_is_asked() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    bot.waits(SignedDuration::from_hours(14 * 24 + 1));
    assert!(ann.presses_data(None, "refund:confirm:1").contains("too old"));
    assert!(ann.sends("/paysupport").contains("Request refund"));
    assert!(bot.refunds().is_empty());
}

#[test]
fn nobody_refunds_what_somebody_else_bought() {
    let bot = Bot::new();
    buyer(&bot);
    let bob = bot.person(2);
    for data in [
        "refund:offer:1",
        "refund:confirm:1",
        "refund:ask:1",
        "refund:keep:1",
        "refund:confirm:999",
        "refund:approve:1#1",
    ] {
        assert!(bob.presses_data(None, data).contains("expired"), "{data}");
    }
    assert!(bot.refunds().is_empty());
}

#[test]
fn requests_are_shown_to_operators_who_come_later() {
    let bot = Bot::new();
    let ann = buyer(&bot);
    ann.gets_a_video();
    ann.presses_data(None, "refund:ask:1");
    bot.change_policy(|policy| assert!(policy.admins.insert(bot::core::ids::UserId(901))));
    assert!(bot.restarts().contains("901: 🙋 Person 1 asks for a refund of purchase 1#1"));
    assert_eq!(bot.restarts(), "");
}
