//! What comes for nothing: the bonus of a pack, that of a first purchase, and the credits of a first message.

use bot::core::Pack;
use bot::core::event::{Outcome, Receipt, Refusal};
use bot::core::ids::Credits;
use bot::core::update::SuccessfulPayment;
use insta::assert_snapshot;

use crate::core::conversation::{Bot, OPERATOR};
use crate::core::person::Person;

/// A bot whose pack of 2 credits has a bonus of 1.
fn bot_with_bonus() -> Bot {
    let bot = Bot::new();
    bot.change_policy(|policy| policy.packs = vec![Pack::new(1, 100), Pack::new(2, 200).with_bonus(1)]);
    bot
}

fn bot_with_gifts(first: i64, welcome: i64) -> Bot {
    let bot = bot_with_bonus();
    bot.change_policy(|policy| {
        (policy.first_purchase_bonus, policy.welcome_credits) = (Credits(first), Credits(welcome));
    });
    bot
}

/// They buy 2 credits with their bonus.
fn buys_two(person: &Person<'_>, charge: &str) -> String {
    person.presses_data(None, "pack:2");
    person.has_paid(charge)
}

#[test]
fn a_pack_shows_its_bonus_from_the_offer_to_the_list_of_purchases() {
    let bot = bot_with_bonus();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/buy"), @r"
    Buy credits
    You have 0 credits. Most videos cost 1 credit. Pick a pack:

    By paying you agree to the /terms.
    [1 credit · 100 ⭐]
    [2 + 1 credits · 200 ⭐]
    [🎁 Buy a gift]
    ");
    assert_snapshot!(ann.presses("2 + 1 credits"), @"invoice: 2 + 1 credits · 2 + 1 credits for making AI videos with Starreel. They do not expire. · 200 ⭐");
    assert_snapshot!(ann.has_paid("charge-1"), @"✅ Thank you! 2 + 1 credits added. Your balance: 3 credits");
    assert_eq!(ann.has_paid("charge-1"), "");
    assert_snapshot!(ann.sends("/paysupport"), @r"
    Payment support
    Telegram's own support can't help with purchases made in this bot.

    Your last purchases
    Unused purchases can be refunded within 14 days with the buttons below. For anything else, request a refund.

    1. 2 + 1 credits for 200 ⭐ on 15 Jan 2027
    Transaction charge-1

    Something else? Describe the problem in your next message, and our team will reply here.
    [↩️ Refund 2 + 1 credits (200 ⭐), 15 Jan 2027]
    [Cancel]
    ");
    assert_snapshot!(bot.person(OPERATOR).sends("/ledger 1"), @r"
    900: Person 1: 3 available, 0 held, 0 being refunded.
    Purchase 1#1: 2 + 1 credits for 200 ⭐ on 15 Jan 2027, 3 left
    Entries, newest first, times in UTC, page 1 of 1:
    2027-01-15 08:00 · +2 · bought, 1#1
    2027-01-15 08:00 · +1 · bonus of 1#1
    ");
}

#[test]
fn an_invoice_keeps_its_word_about_the_bonus() {
    let bot = bot_with_bonus();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:2");
    bot.change_policy(|policy| policy.packs[1].bonus = Credits(0));
    assert_eq!(ann.checks_out(|_| {}), "checkout: go on");
    assert_snapshot!(ann.has_paid("charge-1"), @"✅ Thank you! 2 + 1 credits added. Your balance: 3 credits");
    bot.change_policy(|policy| policy.packs[1].stars.0 = 300);
    bot.passes(jiff::SignedDuration::from_mins(61));
    assert!(ann.checks_out(|_| {}).contains("prices have changed"));
}

#[test]
fn an_invoice_of_an_earlier_build_is_still_good() {
    let bot = bot_with_bonus();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:2");
    let text = format!("sr1:1:2:200:{}:abc", bot.now().as_second());
    let payload = format!("{text}:{}", bot.policy().key.sign("invoice", &[&text]));
    assert_eq!(ann.checks_out(|query| query.invoice_payload.clone_from(&payload)), "checkout: go on");
    let said = ann.message(|message| {
        message.successful_payment = Some(SuccessfulPayment {
            currency: "XTR".to_owned(),
            total_amount: 200,
            invoice_payload: payload,
            telegram_payment_charge_id: "charge-1".to_owned(),
            ..SuccessfulPayment::default()
        });
    });
    assert_eq!(said, "✅ Thank you! 2 credits added. Your balance: 2 credits");
}

#[test]
fn a_bonus_that_is_forged_into_an_invoice_buys_nothing() {
    let bot = bot_with_bonus();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:2");
    let forged = |payload: &str| payload.replacen(":1:200:", ":9:200:", 1);
    assert!(ann.checks_out(|query| query.invoice_payload = forged(&query.invoice_payload)).contains("isn't valid"));
}

#[test]
fn an_unspent_purchase_goes_back_with_its_bonus() {
    let bot = bot_with_gifts(4, 0);
    let ann = bot.person(1);
    buys_two(&ann, "charge-1");
    ann.sends("/paysupport");
    assert_snapshot!(ann.presses("↩️ Refund"), @r"
    Refund purchase 1?
    You get 200 ⭐ back, and 2 + 5 credits are taken from your balance.
    [Yes, refund it]
    [No, keep my credits]
    ");
    ann.presses("Yes, refund it");
    assert!(ann.sends("/balance").starts_with("Your balance: 0 credits\n7 credits set aside"));
    assert_snapshot!(bot.refund_ends(Outcome::Done(Receipt::Nothing)), @"↩️ Your Stars for 7 credits were returned to you, and the credits were taken back. Your balance: 0 credits");
    // It was the first purchase all the same.
    assert_snapshot!(buys_two(&ann, "charge-2"), @"✅ Thank you! 2 + 1 credits added. Your balance: 3 credits");
}

#[test]
fn a_purchase_whose_bonus_is_spent_is_not_unspent() {
    let bot = bot_with_bonus();
    let ann = bot.person(1);
    buys_two(&ann, "charge-1");
    ann.buys(1);
    for _ in 0..3 {
        ann.gets_a_video();
    }
    // Spent are the two that were bought, and then their bonus; the second purchase is whole.
    let left = |charge: &str| bot.count(&format!("SELECT sum(available) FROM lots WHERE entry GLOB '*:{charge}'"));
    assert_eq!(left("charge-1"), 0);
    assert_snapshot!(ann.presses_data(None, "refund:confirm:1"), @"(Some of your credits are used or set aside. You can request a refund under /paysupport.)");
    assert!(ann.presses_data(None, "refund:confirm:2").contains("refund of purchase 2 is on its way"));
}

#[test]
fn an_operator_takes_what_is_left_of_a_purchase_and_of_its_bonus() {
    let bot = bot_with_bonus();
    let ann = bot.person(1);
    buys_two(&ann, "charge-1");
    ann.gets_a_video();
    assert_snapshot!(bot.person(OPERATOR).sends("/refund 1#1 kindness"), @r"
    900: ✅ Approved: 200 ⭐ of purchase 1#1 go back to person 1; 2 credits set aside for it. You'll hear from me only if Telegram refuses.

    → gives back charge-1 to 1, call 1
    ");
    // Telegram refuses: both are where they were.
    bot.refund_ends(Outcome::Refused(Refusal::Other("BALANCE_TOO_LOW".to_owned())));
    let lots = "SELECT group_concat(entry || ' ' || available, ', ') FROM (SELECT * FROM lots ORDER BY number)";
    assert_eq!(bot.one::<String>(lots), "pay:charge-1 1, bonus:charge-1 1");
    bot.person(OPERATOR).sends("/refund 1#1 once more");
    assert_snapshot!(bot.refund_ends(Outcome::Done(Receipt::Nothing)), @"↩️ Your Stars for 3 credits were returned to you, and the 2 credits you had left were taken back. Your balance: 0 credits");
    assert_eq!(bot.one::<String>(lots), "pay:charge-1 0, bonus:charge-1 0");
}

#[test]
fn stars_that_were_taken_back_take_the_whole_purchase_and_its_bonus_along() {
    let bot = bot_with_bonus();
    let ann = bot.person(1);
    buys_two(&ann, "charge-1");
    for _ in 0..3 {
        ann.gets_a_video();
    }
    assert_snapshot!(ann.has_stars_taken_back("charge-1"), @"↩️ Your Stars for 3 credits were returned to you, and the credits were taken back. Your balance: -3 credits");
    assert_eq!(ann.has_stars_taken_back("charge-1"), "");
    // What is bought next is theirs again as far as nothing is owed.
    assert_snapshot!(buys_two(&ann, "charge-2"), @"✅ Thank you! 2 + 1 credits added. Your balance: 0 credits");
}

#[test]
fn a_payment_that_went_back_before_it_was_known_brings_no_bonus() {
    let bot = bot_with_gifts(4, 0);
    let ann = bot.person(1);
    ann.presses_data(None, "pack:2");
    ann.has_stars_taken_back("charge-1");
    ann.has_paid("charge-1");
    assert!(ann.sends("/balance").starts_with("Your balance: 0 credits"));
    assert_eq!(bot.count("SELECT count(*) FROM entries WHERE id GLOB 'bonus:*' OR id GLOB 'first:*'"), 0);
}

#[test]
fn the_first_purchase_brings_more_and_no_other_does() {
    let bot = bot_with_gifts(4, 0);
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/buy"), @r"
    Buy credits
    You have 0 credits. Most videos cost 1 credit. Pick a pack:

    🎁 Your first purchase brings 4 credits extra.

    By paying you agree to the /terms.
    [1 credit · 100 ⭐]
    [2 + 1 credits · 200 ⭐]
    [🎁 Buy a gift]
    ");
    assert_snapshot!(buys_two(&ann, "charge-1"), @"✅ Thank you! 2 + 1 credits added, and 🎁 4 credits for your first purchase. Your balance: 7 credits");
    assert!(!ann.sends("/buy").contains("first purchase"));
    assert_snapshot!(buys_two(&ann, "charge-2"), @"✅ Thank you! 2 + 1 credits added. Your balance: 10 credits");
    assert!(bot.person(2).sends("/buy").contains("Your first purchase brings 4 credits extra"));
}

#[test]
fn two_invoices_at_once_make_one_first_purchase() {
    let bot = bot_with_gifts(4, 0);
    let ann = bot.person(1);
    for charge in ["charge-1", "charge-2"] {
        ann.presses_data(None, "pack:1");
        assert_eq!(ann.checks_out(|_| {}), "checkout: go on");
        ann.has_paid(charge);
    }
    assert!(ann.sends("/balance").starts_with("Your balance: 6 credits"));
}

#[test]
fn a_newcomer_is_welcomed_with_credits_once() {
    let bot = bot_with_gifts(0, 2);
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/start"), @r"
    Welcome to Starreel!
    Describe a scene (or send a photo with a caption), and I'll turn it into a video.

    Videos start at 1 credit (1 credit = 100 ⭐). You have 2 credits.

    🎁 2 credits on us, so you can try it right away. Have fun!
    [🎬 Make a video] [⭐ Buy credits]
    [💡 Templates]
    ");
    assert!(!ann.sends("/start").contains("on us"));
    ann.presses_data(None, "forget:sure");
    assert!(!ann.sends("/start").contains("on us"));
    assert!(ann.sends("/balance").starts_with("Your balance: 2 credits"));
}

#[test]
fn whoever_begins_with_a_prompt_hears_of_the_gift_first() {
    let bot = bot_with_gifts(0, 2);
    let said = bot.person(1).sends("a red fox in the snow");
    assert!(said.starts_with("🎁 2 credits on us"), "{said}");
    assert!(said.contains("Choose a model") || said.contains("Generate"), "{said}");
}

#[test]
fn only_a_first_message_is_welcomed() {
    let bot = bot_with_gifts(0, 2);
    // Whoever has paid or pressed has not written yet.
    let ann = bot.person(1);
    buys_two(&ann, "charge-1");
    assert!(ann.sends("/start").contains("🎁 2 credits on us"));
    // Whoever wrote before there was a gift was welcomed then.
    bot.change_policy(|policy| policy.welcome_credits = Credits(0));
    let bob = bot.person(2);
    bob.sends("/start");
    bot.change_policy(|policy| policy.welcome_credits = Credits(2));
    assert!(bob.sends("/balance").contains("Your balance: 0 credits"));
}

#[test]
fn welcome_credits_are_spent_first_and_never_refunded() {
    let bot = bot_with_gifts(0, 1);
    let ann = bot.person(1);
    ann.sends("/start");
    buys_two(&ann, "charge-1");
    ann.gets_a_video();
    ann.presses_data(None, "refund:confirm:1");
    assert!(ann.sends("/balance").contains("3 credits set aside"));
    assert_snapshot!(bot.refund_ends(Outcome::Done(Receipt::Nothing)), @"↩️ Your Stars for 3 credits were returned to you, and the credits were taken back. Your balance: 0 credits");
}
