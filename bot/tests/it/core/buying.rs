//! Stars in, credits out.

use bot::core::update::{RefundedPayment, Update};
use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::signing::SigningKey;

use crate::core::conversation::Bot;

#[test]
fn a_pack_is_bought_and_counts_once() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/balance"), @r"
    Your balance: 0 credits
    [🎬 Make a video] [⭐ Buy credits]
    ");
    assert_snapshot!(ann.sends("/buy"), @"
    Buy credits
    You have 0 credits. Most videos cost 1 credit. Pick a pack:

    By paying you agree to the /terms.
    [1 credit · 100 ⭐]
    [5 credits · 500 ⭐]
    [10 credits · 1000 ⭐]
    [🎁 Buy a gift]
    ");
    assert_snapshot!(ann.presses("5 credits"), @r"
    invoice: 5 credits · 5 credits for making AI videos with Starreel. They do not expire. · 500 ⭐
    ");
    assert_snapshot!(ann.checks_out(|_| {}), @"checkout: go on");
    assert_snapshot!(ann.has_paid("charge-1"), @"✅ Thank you! 5 credits added. Your balance: 5 credits");
    assert_eq!(ann.has_paid("charge-1"), "");
    assert_snapshot!(ann.sends("/balance"), @r"
    Your balance: 5 credits
    [🎬 Make a video] [⭐ Buy credits]
    ");
}

#[test]
fn every_kind_of_wrong_checkout_is_refused_with_words() {
    let bot = Bot::new();
    let (ann, bob) = (bot.person(1), bot.person(2));
    ann.presses_data(None, "pack:5");
    assert_snapshot!(ann.checks_out(|query| query.invoice_payload.push('x')), @"checkout refused: This invoice isn't valid. Please send /buy for a new one.");
    assert_snapshot!(ann.checks_out(|query| query.invoice_payload = query.invoice_payload.replace(":5:", ":9:")), @"checkout refused: This invoice isn't valid. Please send /buy for a new one.");
    assert_snapshot!(bob.checks_out(|_| {}), @r"
    checkout refused: This invoice was made for somebody else. Please send /buy to get your own.
    ");
    assert_snapshot!(ann.checks_out(|query| query.total_amount = 1), @r"
    checkout refused: Our prices have changed. Please send /buy for a new invoice.
    ");
    assert_snapshot!(ann.checks_out(|query| query.currency = "USD".to_owned()), @r"
    checkout refused: Our prices have changed. Please send /buy for a new invoice.
    ");
    bot.change_policy(|policy| policy.packs[1].stars.0 = 600);
    assert_eq!(ann.checks_out(|_| {}), "checkout: go on", "it keeps its word for an hour");
    bot.passes(SignedDuration::from_mins(61));
    assert_snapshot!(ann.checks_out(|_| {}), @r"
    checkout refused: Our prices have changed. Please send /buy for a new invoice.
    ");
    bot.change_policy(|policy| policy.packs[1].stars.0 = 500);
    ann.has_paid("charge-1");
    assert_snapshot!(ann.checks_out(|_| {}), @"checkout refused: This invoice is already paid. Please send /buy if you want more credits.");
    ann.presses_data(None, "pack:5");
    bot.waits(SignedDuration::from_hours(25));
    assert_snapshot!(ann.checks_out(|_| {}), @r"
    checkout refused: This invoice is too old. Please send /buy for a new one.
    ");
}

#[test]
fn a_pack_that_is_gone_is_answered_with_those_that_are_not() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.sends("/buy");
    bot.change_policy(|policy| policy.packs.retain(|pack| pack.credits.0 != 5));
    assert_snapshot!(ann.presses("5 credits"), @"
    Buy credits
    You have 0 credits. Most videos cost 1 credit. Pick a pack:

    By paying you agree to the /terms.
    [1 credit · 100 ⭐]
    [10 credits · 1000 ⭐]
    [🎁 Buy a gift]

    (This pack is no longer sold. Here are the ones that are.)
    ");
    assert_snapshot!(ann.presses_data(None, "pack:-5"), @"
    Buy credits
    You have 0 credits. Most videos cost 1 credit. Pick a pack:

    By paying you agree to the /terms.
    [1 credit · 100 ⭐]
    [10 credits · 1000 ⭐]
    [🎁 Buy a gift]

    (This pack is no longer sold. Here are the ones that are.)
    ");
}

#[test]
fn what_goes_back_takes_its_credits_with_it_whichever_is_heard_first() {
    for refund_first in [false, true] {
        let bot = Bot::new();
        let ann = bot.person(1);
        ann.presses_data(None, "pack:5");
        let mut payload = String::new();
        ann.checks_out(|query| payload = query.invoice_payload.clone());
        let refund = || {
            ann.message(|message| {
                message.refunded_payment = Some(RefundedPayment {
                    telegram_payment_charge_id: "charge-1".to_owned(),
                    invoice_payload: payload.clone(),
                });
            })
        };
        let told =
            if refund_first { (refund(), ann.has_paid("charge-1")) } else { (ann.has_paid("charge-1"), refund()) };
        assert_eq!(refund(), "");
        assert!(ann.sends("/balance").starts_with("Your balance: 0 credits"), "{told:?}");
    }
}

#[test]
fn stars_for_an_invoice_that_is_not_ours_are_shown_to_the_operators() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    bot.change_policy(|policy| policy.key = shared::signing::SigningKey::new("another key".to_owned().into()));
    assert_snapshot!(ann.has_paid("charge-1"), @r"
    900: ⚠️ Person 1 paid 500 Stars for an invoice that this bot didn't make (charge charge-1). Nothing was credited. Was the database replaced? Credit or refund it by hand.

    Your payment has arrived, but I can't tell which order it belongs to. Our team knows about it; please write to /paysupport if you don't hear from them.
    ");
}

#[test]
fn an_update_of_a_kind_that_we_do_not_know_is_passed_over() {
    let bot = Bot::new();
    assert_eq!(bot.person(1).update(Update::default()), "");
}

#[test]
fn an_invoice_outlives_its_key_for_a_while_and_a_payment_for_good() {
    let bot = Bot::new();
    let ann = bot.person(1);
    let old = || vec!["a key for conversations".to_owned().into()];
    let key = |honoured, retired| SigningKey::new("a new key".to_owned().into()).with_earlier(honoured, retired);
    ann.presses_data(None, "pack:5");
    bot.change_policy(|policy| policy.key = key(old(), Vec::new()));
    assert_eq!(ann.checks_out(|_| {}).trim(), "checkout: go on");
    bot.change_policy(|policy| policy.key = key(Vec::new(), old()));
    assert_eq!(
        ann.checks_out(|_| {}).trim(),
        "checkout refused: This invoice is too old. Please send /buy for a new one."
    );
    // It was let through before the key was replaced, and the Stars are here.
    assert!(ann.has_paid("charge-1").contains("5 credits added"));
    bot.change_policy(|policy| policy.key = key(Vec::new(), Vec::new()));
    assert!(ann.checks_out(|_| {}).contains("This invoice isn't valid"), "a stranger's key is no key of ours");
}
