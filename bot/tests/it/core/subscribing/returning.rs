//! Subscriptions whose Stars go back, and what comes late or twice.

use super::*;

#[test]
fn an_old_payment_that_is_heard_late_does_not_undo_a_cancellation() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    bot.waits(MONTH);
    let paid_at = bot.now();
    bot.passes(SignedDuration::from_hours(1));
    is_now(&bot, &ann, "canceled");
    let invoice_payload = bot.last_payload();
    ann.message(|message| {
        message.date = paid_at.as_second();
        message.successful_payment = Some(SuccessfulPayment {
            currency: "XTR".to_owned(),
            total_amount: 1500,
            invoice_payload,
            telegram_payment_charge_id: "month-2".to_owned(),
            subscription_expiration_date: Some(paid_at.saturating_add(MONTH).unwrap().as_second()),
            is_first_recurring: false,
        });
    });
    assert_eq!(balance(&ann), "Your balance: 40 credits");
    assert!(ann.sends("/balance").contains("It's cancelled and runs until"));
}

#[test]
fn the_refund_of_the_first_month_cancels_it_and_that_of_another_does_not() {
    for (charge, is_cancelled) in [("month-1", true), ("month-2", false)] {
        let bot = bot();
        let ann = bot.person(1);
        subscribes(&bot, &ann);
        bot.waits(MONTH);
        pays_month(&bot, &ann, "month-2", false);
        let said = ann.message(|message| {
            message.refunded_payment =
                Some(RefundedPayment { telegram_payment_charge_id: charge.to_owned(), invoice_payload: String::new() });
        });
        assert_eq!(said.contains("→ cancels subscription month-1 of 1"), is_cancelled, "{said}");
        if is_cancelled {
            // It was cancelled by that already.
            assert_eq!(
                bot.subscription_edit_ends(Outcome::Refused(Refusal::Other("CHARGE_ID_INVALID".to_owned()))),
                ""
            );
        }
        assert_eq!(ann.sends("/balance").contains("It's cancelled"), is_cancelled);
        assert_eq!(balance(&ann), "Your balance: 20 credits");
    }
}

#[test]
fn a_first_month_that_went_back_before_it_was_known_cancels_the_subscription() {
    let bot = bot();
    let ann = bot.person(1);
    ann.presses_data(None, "subscribe");
    let invoice_payload = bot.last_payload();
    ann.message(|message| {
        let telegram_payment_charge_id = "month-1".to_owned();
        message.refunded_payment = Some(RefundedPayment { telegram_payment_charge_id, invoice_payload });
    });
    assert!(pays_month(&bot, &ann, "month-1", true).contains("→ cancels subscription month-1 of 1"));
    assert_eq!(balance(&ann), "Your balance: 0 credits");
}

#[test]
fn a_month_is_refunded_like_any_purchase() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    ann.sends("/paysupport");
    assert_snapshot!(ann.presses("↩️ Refund"), @r"
    Refund purchase 1?
    You get 1500 ⭐ back, and 20 credits are taken from your balance.
    [Yes, refund it]
    [No, keep my credits]
    ");
    ann.presses("Yes, refund it");
    assert_snapshot!(bot.refund_ends(done()), @r"
    → cancels subscription month-1 of 1, call 1

    📅 Your subscription is cancelled: nothing more is paid after 14 Feb 2027.

    ↩️ Your Stars for 20 credits were returned to you, and the credits were taken back. Your balance: 0 credits
    ");
}

#[test]
fn what_telegram_refuses_and_what_is_unclear_is_told_or_tried_again() {
    let bot = bot();
    let ann = bot.person(1);
    subscribes(&bot, &ann);
    ann.presses_data(None, &cancel_button(&bot));
    assert_eq!(bot.subscription_edit_ends(Outcome::TryAgain(None)), "");
    assert_snapshot!(bot.waits(SignedDuration::from_secs(5)), @"→ cancels subscription month-1 of 1, call 2");
    assert_snapshot!(bot.subscription_edit_ends(Outcome::Refused(Refusal::Other("no".to_owned()))), @"Telegram didn't let me change your subscription. You can do that yourself: open Telegram's settings, tap My Stars and pick this subscription. If that doesn't help, please write to /paysupport.");
    assert!(ann.sends("/balance").contains("[Cancel subscription]"));
}

#[test]
fn a_first_purchase_by_subscription_has_its_bonus() {
    let bot = bot();
    bot.change_policy(|policy| policy.first_purchase_bonus = Credits(2));
    let ann = bot.person(1);
    assert_snapshot!(subscribes(&bot, &ann), @r"
    ✅ Thank you! 20 credits added, and 🎁 2 credits for your first purchase. Your balance: 22 credits
    📅 Your subscription is paid until 14 Feb 2027. To change it, see /balance.
    ");
    bot.waits(MONTH);
    assert!(!pays_month(&bot, &ann, "month-2", false).contains("first purchase"));
}

#[test]
fn what_telegram_says_of_strange_subscriptions_changes_nothing() {
    let bot = bot();
    let (ann, bob) = (bot.person(1), bot.person(2));
    ann.presses_data(None, "subscribe");
    assert_eq!(is_now(&bot, &ann, "active"), "", "it is not paid yet");
    pays_month(&bot, &ann, "month-1", true);
    assert_eq!(is_now(&bot, &bob, "canceled"), "", "it is another's");
    assert_eq!(is_now(&bot, &ann, "melted"), "", "nobody knows what that is");
    assert!(ann.sends("/balance").contains("The next payment is on"));
}
