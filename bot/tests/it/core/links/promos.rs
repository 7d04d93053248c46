//! Promo codes: credits for whoever knows the word.

use insta::assert_snapshot;
use jiff::SignedDuration;

use super::{balance, bot};
use crate::core::conversation::{Bot, OPERATOR};

fn bot_with_code(people: u32) -> Bot {
    let bot = bot();
    bot.person(OPERATOR).sends(&format!("/promo Summer 2 {people} 30"));
    bot
}

#[test]
fn an_operator_makes_shows_and_ends_codes() {
    let bot = bot();
    let olga = bot.person(OPERATOR);
    assert!(olga.sends("/promo").contains("There are no promo codes yet"));
    assert_snapshot!(olga.sends("/promo Summer 2 100 30"), @"900: ✅ SUMMER brings 2 credits to each of 100 people, once per person, until 14 Feb 2027. People send /redeem SUMMER or open https://t.me/StarreelBot?start=p_SUMMER");
    assert!(olga.sends("/promo summer 5 1 1").contains("There is, or was, a code SUMMER"));
    bot.person(1).sends("/redeem summer");
    assert_snapshot!(olga.sends("/promo"), @r"
    900: Promo codes
    • SUMMER: 2 credits, used 1 of 100 times, until 14 Feb 2027
    Make one by /promo code credits people days, end one by /promo code off.
    ");
    assert!(olga.sends("/promo SUMMER off").contains("nobody can use SUMMER any more"));
    assert!(olga.sends("/promo SUMMER off").contains("SUMMER had ended before"));
    assert!(olga.sends("/promo WINTER off").contains("There's no code WINTER"));
    assert!(bot.person(2).sends("/redeem SUMMER").contains("expired"));
    assert!(olga.sends("/promo").contains("used 1 of 100 times, ended on 15 Jan 2027"));
    let actions = "SELECT group_concat(action || ' ' || reason, '; ') FROM operator_actions";
    let actions: String = bot.one(actions);
    assert_eq!(actions, "promo SUMMER for 100 people until 2027-02-14T08:00:00Z; promo_off SUMMER");
}

#[test]
fn nonsense_is_answered_with_how_it_is_written_and_makes_nothing() {
    let bot = bot();
    let olga = bot.person(OPERATOR);
    for wrong in [
        "x 1 1 1",
        "A:B 1 1 1",
        "FREE 0 1 1",
        "FREE 1001 1 1",
        "FREE 1 0 1",
        "FREE 1 1 0",
        "FREE 1 1 3651",
        "FREE 1",
        "FREE -1 1 1",
    ] {
        let said = olga.sends(&format!("/promo {wrong}"));
        assert!(said.contains("Please write /promo code credits people days"), "{wrong}: {said}");
    }
    assert_eq!(bot.count("SELECT count(*) FROM promo_codes"), 0);
    // To anybody else the command does not exist.
    assert!(bot.person(1).sends("/promo FREE 1 1 1").contains("I don't know that command"));
    assert_eq!(bot.count("SELECT count(*) FROM promo_codes"), 0);
}

#[test]
fn a_code_works_once_for_each_person_by_the_command_or_the_link() {
    let bot = bot_with_code(2);
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/redeem  summer "), @r"
    🎁 2 credits added. Your balance: 2 credits
    [🎬 Make a video] [⭐ Buy credits]
    ");
    assert!(ann.sends("/start p_SUMMER").contains("You've already used this code"));
    assert!(bot.person(2).sends("/start p_summer").contains("2 credits added"));
    assert!(bot.person(3).sends("/redeem SUMMER").contains("used by as many people as it was made for"));
    bot.passes(SignedDuration::from_hours(30 * 24));
    assert!(bot.person(4).sends("/redeem SUMMER").contains("expired"));
    assert!(bot.person(4).sends("/redeem AUTUMN").contains("I don't know this code"));
    assert_eq!([1, 2, 3, 4].map(|person| balance(&bot, person)), [2, 2, 0, 0]);
    assert!(bot.person(OPERATOR).sends("/ledger 1").contains("+2 · promo code"));
}

#[test]
fn the_command_alone_asks_for_the_code() {
    let bot = bot_with_code(9);
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/redeem"), @r"
    🎟 What's your promo code? Just send it.
    [Cancel]
    ");
    assert!(ann.sends("summer").contains("2 credits added"));
    // It is asked once.
    assert!(!ann.sends("summer").contains("already used"));
    ann.sends("/redeem");
    assert_eq!(ann.presses("Cancel"), "✎ OK, no code.");
    ann.sends("/redeem");
    assert!(ann.sends("/cancel").starts_with("OK, no code."));
    // What cannot be a code is what it would be otherwise, and a code is not awaited for ever.
    let bob = bot.person(2);
    bob.sends("/redeem");
    let card = bob.sends("a red fox in the snow");
    assert!(card.contains("a red fox in the snow"), "{card}");
    let cid = bot.person(3);
    cid.sends("/redeem");
    bot.passes(SignedDuration::from_mins(11));
    assert!(!cid.sends("summer").contains("credits added"));
    assert_eq!([1, 2, 3].map(|person| balance(&bot, person)), [2, 0, 0]);
}

#[test]
fn an_open_order_waits_for_the_code_and_goes_on() {
    let bot = bot_with_code(9);
    let ann = bot.person(1);
    ann.fills_in("a cat");
    ann.sends("/redeem");
    let said = ann.sends("SUMMER");
    assert!(said.contains("2 credits added") && said.contains("✨ Generate"), "{said}");
}

#[test]
fn whoever_guesses_is_slowed_down_and_nobody_else() {
    let bot = bot_with_code(9);
    let ann = bot.person(1);
    for guess in 0..10 {
        assert!(ann.sends(&format!("/redeem GUESS{guess}")).contains("I don't know this code"), "{guess}");
    }
    assert!(ann.sends("/redeem SUMMER").contains("Please try again in 7 minutes"));
    assert!(bot.person(2).sends("/redeem SUMMER").contains("2 credits added"));
    bot.waits(SignedDuration::from_mins(7));
    assert!(ann.sends("/redeem SUMMER").contains("2 credits added"));
    bot.waits(SignedDuration::from_hours(2));
    assert_eq!(bot.count("SELECT count(*) FROM wrong_codes"), 0);
}

#[test]
fn odd_words_are_no_codes() {
    let bot = bot_with_code(9);
    let ann = bot.person(1);
    for odd in ["' OR 1=1", "é", "S", &"X".repeat(4000), "SUMMER:1"] {
        assert!(ann.sends(&format!("/redeem {odd}")).contains("I don't know this code"), "{odd}");
    }
    assert_eq!(balance(&bot, 1), 0);
}
