//! Packs that are bought for somebody else.

use bot::core::event::{Direction, Event, Outcome, Receipt, Refusal, StarPage, StarTransaction};
use bot::core::ids::{Credits, Stars, UserId};
use insta::assert_snapshot;
use jiff::SignedDuration;

use super::{balance, bot, buys};
use crate::core::conversation::{Bot, OPERATOR};
use crate::core::person::Person;

/// They buy 2 credits and their bonus for somebody else. What they read.
fn gives(person: &Person<'_>, charge: &str) -> String {
    person.presses_data(None, "gift:2");
    person.has_paid(charge)
}

/// What somebody writes who opens the gift that this payment bought.
fn link(bot: &Bot, charge: &str) -> String {
    format!("/start g_{}", bot.one::<String>(&format!("SELECT code FROM gifts WHERE charge = '{charge}'")))
}

fn state(bot: &Bot) -> String {
    bot.one("SELECT state FROM gifts")
}

#[test]
fn a_gift_is_bought_shared_and_opened() {
    let bot = bot();
    let (ann, bob) = (bot.person(1), bot.person(2));
    assert!(ann.sends("/buy").ends_with("[🎁 Buy a gift]"));
    assert_snapshot!(ann.presses("🎁 Buy a gift"), @r"
    🎁 Give credits to somebody
    You get a link after you've paid. Whoever opens it first has the credits. If nobody does within 30 days, they're yours. Pick a pack:

    By paying you agree to the /terms.
    [1 credit · 100 ⭐]
    [2 + 1 credits · 200 ⭐]
    [5 credits · 500 ⭐]
    ");
    assert_snapshot!(ann.presses("2 + 1 credits"), @"invoice: 🎁 2 + 1 credits · A gift of 2 + 1 credits for making AI videos with Starreel. You get a link, and whoever opens it first has the credits. · 200 ⭐");
    assert_eq!(ann.checks_out(|_| {}), "checkout: go on");
    let said = ann.has_paid("charge-1");
    let code: String = bot.one("SELECT code FROM gifts");
    assert!(said.contains("Your gift of 3 credits is ready."), "{said}");
    assert!(said.contains(&format!("https://t.me/StarreelBot?start=g_{code}")), "{said}");
    assert!(said.ends_with("[🔗 Share] [📋 Copy link]"), "{said}");
    assert!(
        ann.sends("/balance").starts_with("Your balance: 0 credits\n3 credits in gifts that nobody has opened yet.")
    );
    let said = bob.sends(&link(&bot, "charge-1"));
    assert!(said.contains("Somebody gave you 3 credits! Your balance: 3 credits"), "{said}");
    assert!(said.contains("🎁 Your gift of 3 credits has been opened."), "{said}");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (0, 3));
    assert!(bob.sends(&link(&bot, "charge-1")).contains("You've already opened this gift"));
    assert!(bot.person(3).sends(&link(&bot, "charge-1")).contains("Somebody else has opened this gift already"));
    assert!(ann.sends(&link(&bot, "charge-1")).contains("Somebody else has opened this gift already"));
    assert!(ann.sends("/paysupport").contains("1. 2 + 1 credits for 200 ⭐ on 15 Jan 2027 · 🎁 gift, opened"));
    assert_eq!((balance(&bot, 1), balance(&bot, 2), balance(&bot, 3)), (0, 3, 0));
    let ledger = bot.person(OPERATOR).sends("/ledger 2");
    assert!(ledger.contains("+3 · opened a gift, 1#1"), "{ledger}");
    let ledger = bot.person(OPERATOR).sends("/ledger 1");
    assert!(ledger.contains("a gift that was opened") && ledger.contains("3 · given away: 1#1 was opened"), "{ledger}");
}

#[test]
fn a_payment_that_is_told_twice_is_one_gift() {
    let bot = bot();
    let ann = bot.person(1);
    gives(&ann, "charge-1");
    assert_eq!(ann.has_paid("charge-1"), "");
    assert_eq!(bot.count("SELECT count(*) FROM gifts"), 1);
    assert!(ann.checks_out(|_| {}).contains("already paid"));
}

#[test]
fn a_gift_that_only_the_list_shows_is_a_gift() {
    let bot = bot();
    let ann = bot.person(1);
    ann.presses_data(None, "gift:2");
    let transaction = StarTransaction {
        id: "charge-1".to_owned(),
        direction: Direction::In,
        kind: "invoice_payment".to_owned(),
        user: Some(UserId(1)),
        payload: Some(bot.last_payload()),
        stars: Stars(200),
        nanostars: 0,
        commission: 0,
        at: bot.now(),
    };
    let said = bot.happens(&Event::StarPage(StarPage { offset: 0, transactions: vec![transaction] }));
    assert!(said.contains("Your gift of 3 credits is ready."), "{said}");
    assert!(bot.person(2).sends(&link(&bot, "charge-1")).contains("Somebody gave you 3 credits!"));
}

#[test]
fn the_buyer_may_open_it() {
    let bot = bot();
    let ann = bot.person(1);
    gives(&ann, "charge-1");
    let said = ann.sends(&link(&bot, "charge-1"));
    assert!(said.contains("Somebody gave you 3 credits! Your balance: 3 credits"), "{said}");
    assert!(!said.contains("has been opened"), "{said}");
    assert!(ann.presses_data(None, "refund:confirm:1").contains("This gift has been opened"));
}

#[test]
fn what_nobody_opens_is_its_buyers() {
    let bot = bot();
    let ann = bot.person(1);
    gives(&ann, "charge-1");
    assert_eq!(bot.waits(SignedDuration::from_hours(30 * 24)), "");
    // Nothing ends by a clock that nobody vouches for.
    bot.clock_is_settled(false);
    assert_eq!(bot.waits(SignedDuration::from_secs(1)), "");
    bot.clock_is_settled(true);
    assert_snapshot!(bot.waits(SignedDuration::from_secs(1)), @"🎁 Nobody opened your gift, so its 3 credits are yours now. Your balance: 3 credits");
    assert_eq!(bot.waits(SignedDuration::from_hours(24)), "");
    assert!(bot.person(2).sends(&link(&bot, "charge-1")).contains("wasn't opened in time"));
    assert!(ann.sends("/paysupport").contains("gift that nobody opened"));
    // It is a purchase like any other now.
    bot.person(OPERATOR).sends("/refund 1#1 kindness");
    bot.refund_ends(Outcome::Done(Receipt::Nothing));
    assert_eq!(balance(&bot, 1), 0);
}

#[test]
fn an_unopened_gift_is_refunded_and_its_link_is_void() {
    let bot = bot();
    let (ann, bob) = (bot.person(1), bot.person(2));
    gives(&ann, "charge-1");
    ann.sends("/paysupport");
    assert_snapshot!(ann.presses("↩️ Refund"), @r"
    Refund purchase 1?
    You get 200 ⭐ back, and nobody can open your gift of 2 + 1 credits any more.
    [Yes, refund it]
    [No, keep my credits]
    ");
    let said = ann.presses("Yes, refund it");
    assert!(said.contains("The refund of your gift, purchase 1, is on its way: 200 ⭐"), "{said}");
    assert!(bob.sends(&link(&bot, "charge-1")).contains("This gift was taken back by whoever bought it"));
    // Telegram refuses: it can be opened again, and given back once more.
    bot.refund_ends(Outcome::Refused(Refusal::Other("BALANCE_TOO_LOW".to_owned())));
    assert_eq!(state(&bot), "waiting");
    bot.person(OPERATOR).sends("/refund 1#1 once more");
    assert_snapshot!(bot.refund_ends(Outcome::Done(Receipt::Nothing)), @"↩️ Your Stars for the gift of 3 credits were returned to you. It can't be opened any more. Your balance: 0 credits");
    assert!(bob.sends(&link(&bot, "charge-1")).contains("This gift was taken back by whoever bought it"));
    assert_eq!((state(&bot), balance(&bot, 1), balance(&bot, 2)), ("returned".to_owned(), 0, 0));
    bot.waits(SignedDuration::from_hours(40 * 24));
    assert_eq!(balance(&bot, 1), 0);
}

#[test]
fn an_unopened_gift_whose_stars_went_back_without_us_is_void() {
    let bot = bot();
    let ann = bot.person(1);
    gives(&ann, "charge-1");
    assert!(ann.has_stars_taken_back("charge-1").contains("It can't be opened any more"));
    assert!(bot.person(2).sends(&link(&bot, "charge-1")).contains("This gift was taken back"));
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (0, 0));
}

#[test]
fn a_gift_that_went_back_before_it_was_known_cannot_be_opened() {
    let bot = bot();
    let ann = bot.person(1);
    ann.presses_data(None, "gift:2");
    ann.has_stars_taken_back("charge-1");
    let said = ann.has_paid("charge-1");
    assert!(said.contains("Its Stars are on their way back to you"), "{said}");
    assert!(bot.person(2).sends(&link(&bot, "charge-1")).contains("This gift was taken back"));
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (0, 0));
}

#[test]
fn of_an_opened_gift_an_operator_takes_what_is_left_and_nothing_else() {
    let bot = bot();
    let (ann, bob) = (bot.person(1), bot.person(2));
    gives(&ann, "charge-1");
    bob.sends(&link(&bot, "charge-1"));
    buys(&bob, 5, "charge-2");
    bob.gets_a_video();
    assert!(ann.presses_data(None, "refund:ask:1").contains("Our team has been asked to refund purchase 1"));
    let said = bot.person(OPERATOR).presses("✅ Approve");
    assert!(said.contains("Approved"), "{said}");
    assert_snapshot!(bot.refund_ends(Outcome::Done(Receipt::Nothing)), @r"
    2: ↩️ The payment for a gift that you opened was returned to whoever bought it, so the 2 credits you had left of it are gone. Your balance: 5 credits

    ↩️ Your Stars for the gift of 3 credits were returned to you. What was left of it was taken back. Your balance: 0 credits
    ");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (0, 5));
    assert!(bob.presses_data(None, "refund:confirm:1").contains("refund of purchase 1 is on its way"));
}

#[test]
fn what_an_operator_gives_back_is_set_aside_from_whoever_has_it() {
    let bot = bot();
    let bob = bot.person(2);
    gives(&bot.person(1), "charge-1");
    bob.sends(&link(&bot, "charge-1"));
    bot.person(OPERATOR).sends("/refund 1#1 on request");
    // What goes back buys no video.
    let said = bob.fills_in("a cat");
    assert!(said.contains("Buy a pack below") && !said.contains("✨ Generate"), "{said}");
    assert_eq!(balance(&bot, 2), 0);
    // Telegram refuses: whoever opened it has them again.
    let said = bot.refund_ends(Outcome::Refused(Refusal::Other("BALANCE_TOO_LOW".to_owned())));
    assert!(said.contains("BALANCE_TOO_LOW. The credits are back."), "{said}");
    assert!(!said.contains("Your credits are back"), "{said}");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (0, 3));
    bot.person(OPERATOR).sends("/refund 1#1 once more");
    let said = bot.refund_ends(Outcome::Done(Receipt::Nothing));
    assert!(said.contains("the 3 credits you had left of it are gone"), "{said}");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (0, 0));
}

#[test]
fn of_a_gift_that_its_buyer_has_opened_nothing_is_owed() {
    let bot = bot();
    let ann = bot.person(1);
    gives(&ann, "charge-1");
    ann.sends(&link(&bot, "charge-1"));
    bot.person(OPERATOR).sends("/refund 1#1 on request");
    let said = bot.refund_ends(Outcome::Done(Receipt::Nothing));
    assert!(said.contains("What was left of it was taken back.") && !said.contains("were used"), "{said}");
    assert_eq!(balance(&bot, 1), 0);
}

#[test]
fn an_operator_waits_while_the_gift_is_set_aside_for_an_order() {
    let bot = bot();
    gives(&bot.person(1), "charge-1");
    let bob = bot.person(2);
    bob.sends(&link(&bot, "charge-1"));
    bob.orders("a cat");
    assert!(bot.person(OPERATOR).sends("/refund 1#1 why").contains("set aside for orders under way"));
}

#[test]
fn what_was_spent_of_a_gift_is_owed_by_a_buyer_who_takes_the_stars_back() {
    let bot = bot();
    let (ann, bob) = (bot.person(1), bot.person(2));
    gives(&ann, "charge-1");
    bob.sends(&link(&bot, "charge-1"));
    buys(&bob, 5, "charge-2");
    bob.gets_a_video();
    // The invoice that was sent last is another one; the payment says whose it is.
    let said = ann.has_stars_taken_back("charge-1");
    assert!(said.contains("the 1 credit that were used were taken from your balance."), "{said}");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (-1, 5));
    assert_eq!(ann.has_stars_taken_back("charge-1"), "");
    assert!(bob.sends(&link(&bot, "charge-1")).contains("already opened"));
}

#[test]
fn a_gift_is_nobodys_first_purchase() {
    let bot = bot();
    bot.change_policy(|policy| policy.first_purchase_bonus = Credits(4));
    let (ann, bob) = (bot.person(1), bot.person(2));
    gives(&ann, "charge-1");
    bob.sends(&link(&bot, "charge-1"));
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (0, 3));
    assert!(ann.sends("/buy").contains("Your first purchase brings 4 credits extra"));
    buys(&ann, 1, "charge-2");
    buys(&bob, 1, "charge-3");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (5, 8));
}

#[test]
fn an_order_that_waits_for_credits_goes_on_when_a_gift_is_opened_and_not_when_one_is_bought() {
    let bot = bot();
    let (ann, bob) = (bot.person(1), bot.person(2));
    for person in [&ann, &bob] {
        person.fills_in("a cat");
    }
    assert!(!gives(&ann, "charge-1").contains("a cat"));
    assert!(bob.sends(&link(&bot, "charge-1")).contains("✨ Generate"));
}

#[test]
fn old_buttons_and_forged_links_lose_nothing() {
    let bot = bot();
    let ann = bot.person(1);
    for data in ["gift:9", "gift:-2"] {
        assert!(ann.presses_data(None, data).contains("This pack is no longer sold"), "{data}");
    }
    assert!(ann.presses_data(None, "gift:x").contains("This button has expired"));
    for forged in ["/start g_", "/start g_charge-1", &format!("/start g_{}", "A".repeat(60))] {
        assert!(ann.sends(forged).contains("I can't find this gift"), "{forged}");
    }
    // A gift's invoice is no other person's, and no subscription's.
    ann.presses_data(None, "gift:2");
    assert!(bot.person(2).checks_out(|_| {}).contains("made for somebody else"));
    let forged = |payload: &str| payload.replacen("sg1:", "sr2:", 1);
    assert!(ann.checks_out(|query| query.invoice_payload = forged(&query.invoice_payload)).contains("isn't valid"));
}
