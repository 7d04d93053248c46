//! Whoever comes by somebody's link, and what both get for it.

use bot::core::event::{Outcome, Receipt, Refusal};
use bot::core::ids::Credits;
use insta::assert_snapshot;

use super::{balance, bot, buys};
use crate::core::conversation::Bot;

/// What somebody writes who opens Ann's link. Her id is 1.
fn anns_link(bot: &Bot) -> String {
    bot.person(1).sends("/invite");
    format!("/start r_{}", bot.one::<String>("SELECT code FROM invitations WHERE user = 1"))
}

#[test]
fn both_get_credits_when_the_newcomer_buys() {
    let bot = bot();
    let link = anns_link(&bot);
    let bob = bot.person(2);
    let said = bob.sends(&link);
    assert!(said.contains("Welcome to Starreel!"), "{said}");
    assert!(said.contains("A friend invited you: your first purchase brings both of you 3 credits extra."), "{said}");
    assert!(bob.sends("/buy").contains("your first purchase brings both of you 3 credits extra"));
    assert_snapshot!(buys(&bob, 2, "charge-1"), @r"
    🎁 A friend you invited made their first purchase, and you get 3 credits. Your balance: 3 credits

    2: ✅ Thank you! 2 + 1 credits added. Your balance: 6 credits
    🎁 And 3 credits because a friend invited you. They get as many.
    ");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (3, 6));
    // Only the first one.
    buys(&bob, 2, "charge-2");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (3, 9));
    assert!(!bob.sends("/buy").contains("invited"));
    assert!(bob.has_paid("charge-2").is_empty());
}

#[test]
fn the_link_is_shown_with_what_came_of_it_and_tells_nothing_of_its_owner() {
    let bot = bot();
    let ann = bot.person(123_456_789);
    let said = ann.sends("/invite");
    let code: String = bot.one("SELECT code FROM invitations");
    assert!(said.contains(&format!("https://t.me/StarreelBot?start=r_{code}")), "{said}");
    let said = said.trim_start_matches("123456789: ");
    assert!(!said.contains("123456789") && code.len() == 22, "{said}");
    assert!(said.ends_with("[🔗 Share] [📋 Copy link]"), "{said}");
    assert!(!said.contains("Came by your link"), "{said}");
    bot.person(2).sends(&format!("/start r_{code}"));
    let bob = bot.person(3);
    bob.sends(&format!("/start r_{code}"));
    buys(&bob, 1, "charge-1");
    let said = ann.sends("/invite");
    for line in ["Came by your link: 2", "Made a purchase: 1", "You've earned: 3 credits", "for up to 20 friends"] {
        assert!(said.contains(line), "{line}: {said}");
    }
}

#[test]
fn while_nothing_is_given_it_says_so_kindly() {
    let bot = bot();
    bot.change_policy(|policy| policy.referral_credits = Credits(0));
    let link = anns_link(&bot);
    assert_snapshot!(bot.person(1).sends("/invite"), @r"
    Invite friends
    There's no reward for invitations right now, but your friends are welcome all the same. Tap below to share the bot.
    [🔗 Share] [📋 Copy link]
    ");
    let bob = bot.person(2);
    assert!(!bob.sends(&link).contains("invited you"));
    bot.change_policy(|policy| policy.referral_credits = Credits(3));
    buys(&bob, 1, "charge-1");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (0, 1));
}

#[test]
fn nobody_is_invited_who_was_here_before_nor_by_themselves_nor_twice() {
    let bot = bot();
    let link = anns_link(&bot);
    assert!(bot.person(1).sends(&link).contains("That's your own link"));
    let bob = bot.person(2);
    bob.sends("/help");
    assert!(bob.sends(&link).contains("Invitations are for people who are new here"));
    // Whoever has paid and never written is not new either.
    let cid = bot.person(3);
    buys(&cid, 1, "charge-1");
    assert!(cid.sends(&link).contains("Invitations are for people who are new here"));
    // The first link that brought them counts.
    let dan = bot.person(4);
    dan.sends(&link);
    bot.person(2).sends("/invite");
    let other = format!("/start r_{}", bot.one::<String>("SELECT code FROM invitations WHERE user = 2"));
    dan.sends(&other);
    for (person, charge) in [(&bob, "charge-2"), (&cid, "charge-3"), (&dan, "charge-4")] {
        buys(person, 1, charge);
    }
    assert_eq!([1, 2, 3, 4].map(|person| balance(&bot, person)), [3, 1, 2, 4]);
    // What no link leads to is greeted like anybody.
    for forged in ["/start r_", "/start r_1", "/start r_AAAAAAAAAAAAAAAAAAAAAA"] {
        let said = bot.person(5).sends(forged);
        assert!(said.contains("Welcome to Starreel!") && !said.contains("invited"), "{said}");
    }
}

#[test]
fn a_newcomer_by_a_link_is_welcomed_once() {
    let bot = bot();
    bot.change_policy(|policy| policy.welcome_credits = Credits(1));
    let link = anns_link(&bot);
    let said = bot.person(2).sends(&link);
    assert_eq!(said.matches("1 credit on us").count(), 1, "{said}");
}

#[test]
fn an_inviter_gets_it_for_so_many_people_and_the_newcomers_always() {
    let bot = bot();
    bot.change_policy(|policy| policy.referrals_max = 1);
    let link = anns_link(&bot);
    for (person, charge) in [(2, "charge-1"), (3, "charge-2")] {
        bot.person(person).sends(&link);
        buys(&bot.person(person), 1, charge);
    }
    assert_eq!([1, 2, 3].map(|person| balance(&bot, person)), [3, 4, 4]);
}

#[test]
fn inviting_oneself_by_a_second_account_and_refunding_gains_nothing() {
    let bot = bot();
    let link = anns_link(&bot);
    let (ann, second) = (bot.person(1), bot.person(2));
    second.sends(&link);
    buys(&second, 2, "charge-1");
    // What was got for it is spent before the purchase goes back.
    ann.gets_a_video();
    second.presses_data(None, "refund:confirm:1");
    assert_eq!(balance(&bot, 2), 0);
    let said = bot.refund_ends(Outcome::Done(Receipt::Nothing));
    assert!(said.contains("2: ↩️ Your Stars for 6 credits were returned to you"), "{said}");
    assert!(said.contains("so the 3 credits you got for it were taken back. Your balance: -1 credit"), "{said}");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (-1, 0));
    assert!(!ann.sends("/invite").contains("Made a purchase: 1"));
    // The next purchase is not the first one.
    buys(&second, 2, "charge-2");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (-1, 3));
}

#[test]
fn nothing_is_taken_from_the_inviter_while_the_stars_are_not_back() {
    let bot = bot();
    let link = anns_link(&bot);
    let bob = bot.person(2);
    bob.sends(&link);
    buys(&bob, 2, "charge-1");
    bob.presses_data(None, "refund:confirm:1");
    bot.refund_ends(Outcome::Refused(Refusal::Other("BALANCE_TOO_LOW".to_owned())));
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (3, 6));
    bob.has_stars_taken_back("charge-1");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (0, 0));
    assert_eq!(bob.has_stars_taken_back("charge-1"), "");
}

#[test]
fn what_came_by_an_invitation_is_spent_first_and_never_refunded_without_its_purchase() {
    let bot = bot();
    let link = anns_link(&bot);
    let bob = bot.person(2);
    bob.sends(&link);
    buys(&bob, 2, "charge-1");
    bob.gets_a_video();
    assert_eq!(bot.count("SELECT available FROM lots WHERE entry = 'invited:2'"), 2);
    assert!(bob.presses_data(None, "refund:confirm:1").contains("Some of your credits are used"));
    bob.has_stars_taken_back("charge-1");
    assert_eq!(balance(&bot, 2), -1);
}

#[test]
fn a_payment_that_went_back_before_it_was_known_earns_nothing() {
    let bot = bot();
    let link = anns_link(&bot);
    let bob = bot.person(2);
    bob.sends(&link);
    bob.presses_data(None, "pack:2");
    bob.has_stars_taken_back("charge-1");
    bob.has_paid("charge-1");
    assert_eq!((balance(&bot, 1), balance(&bot, 2)), (0, 0));
}
