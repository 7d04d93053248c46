//! People in the operators' menu: found, looked at, written to, given and taken credits.

use bot::core::update::{ForwardOrigin, User};
use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::core::conversation::{Bot, OPERATOR};
use crate::core::person::Person;
use crate::core::roles::{NOT_ALLOWED, SUPPORT, VIEWER, bot, buyer};

fn forwards(operator: &Person<'_>, author: Option<User>, words: &str) -> String {
    operator.message(|message| {
        message.text = Some(words.to_owned());
        message.forward_origin = Some(ForwardOrigin { sender_user: author });
    })
}

fn asks_for_somebody(operator: &Person<'_>) -> String {
    operator.sends("/admin");
    operator.presses("People")
}

fn deeds(bot: &Bot) -> i64 {
    bot.count("SELECT count(*) FROM operator_actions")
}

#[test]
fn somebody_is_found_by_whatever_an_operator_has_of_them() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.sends("/paysupport where are my credits?");
    ann.orders("a cat");
    let order = bot.last_job().to_string();
    let vic = bot.person(VIEWER);
    assert!(asks_for_somebody(&vic).contains("✎ Whom do you want to see?"));
    for word in ["1", "1#1", "charge-1", "#1", order.as_str(), " 1 , please"] {
        asks_for_somebody(&vic);
        let card = vic.sends(word);
        assert!(card.starts_with("902: Person 1\n"), "{word}: {card}");
        assert!(vic.sends(&format!("/admin {word}")).starts_with("902: Person 1\n"), "{word}");
    }
    asks_for_somebody(&vic);
    assert!(forwards(&vic, Some(ann.user.clone()), "/generate a cat").starts_with("902: Person 1\n"));
    assert_eq!(deeds(&bot), 0, "to look leaves no trace");
}

#[test]
fn whoever_is_not_found_can_be_asked_for_again() {
    let bot = bot();
    let ann = buyer(&bot);
    let vic = bot.person(VIEWER);
    asks_for_somebody(&vic);
    for word in ["77", "77#1", "no-such-charge", "#99", "<b>"] {
        let answer = vic.sends(word);
        assert!(answer.contains(&format!("I find nobody by {word}")), "{answer}");
    }
    assert!(forwards(&vic, None, "help me").contains("they hide their account"));
    assert!(vic.sends_a("sticker").contains("Whom do you want to see?"));
    assert!(vic.sends("charge-1").starts_with("902: Person 1\n"));
    // Later a forwarded message is what it was before.
    assert!(!forwards(&vic, Some(ann.user.clone()), "a fox").contains("Person 1"));
}

#[test]
fn a_card_has_all_that_one_needs() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a secret wish");
    let olga = bot.person(OPERATOR);
    olga.sends("/grant 1 2 welcome");
    assert_snapshot!(olga.sends("/admin 1").replace(&bot.last_job().to_string(), "ORDER"), @"
    900: Person 1
    Here since 15 Jan 2027, language en
    Balance: 6 · 1 held · 0 being refunded

    Payments
    Purchase 1#1: 5 credits for 500 ⭐ on 15 Jan 2027, 4 left

    Last orders
    15 Jan 2027 · Veo 3.1 Fast · 1 credit · with the workers

    Last entries, times in UTC
    2027-01-15 08:00 · +5 · bought, 1#1
    2027-01-15 08:00 · -1 · set aside for order ORDER
    2027-01-15 08:00 · +2 · given by operator 900: welcome
    [🚫 Block] [💬 Write]
    [➕ Give credits] [➖ Take credits]
    [📒 Ledger]
    [🔎 Somebody else] [◀️ Menu]
    ");
    let support = bot.person(SUPPORT).sends("/admin 1");
    assert!(support.contains("[🚫 Block] [💬 Write]") && !support.contains("credits]"), "{support}");
    let viewer = bot.person(VIEWER).sends("/admin 1");
    assert!(!viewer.contains("Block") && !viewer.contains("Write") && viewer.contains("[📒 Ledger]"), "{viewer}");
    let ledger = olga.presses("Ledger");
    assert!(ledger.contains("✎ Person 1: 6 available, 1 held") && ledger.contains("page 1 of 1"), "{ledger}");
    assert!(olga.presses("Back").contains("✎ Person 1\n"));
}

#[test]
fn a_long_ledger_has_pages() {
    let bot = bot();
    buyer(&bot);
    let olga = bot.person(OPERATOR);
    for _ in 0..13 {
        olga.sends("/grant 1 1 again and again");
    }
    let first = olga.presses_data(None, "admin:ledger:1:1");
    assert!(first.contains("page 1 of 2") && first.contains("[Older ▶️]") && !first.contains("Newer"), "{first}");
    let second = olga.presses("Older");
    assert!(second.contains("page 2 of 2") && second.contains("[◀️ Newer]") && !second.contains("Older"), "{second}");
}

#[test]
fn credits_are_given_and_taken_after_a_question() {
    let bot = bot();
    let ann = buyer(&bot);
    let olga = bot.person(OPERATOR);
    olga.sends("/admin 1");
    olga.presses("Give credits");
    for unclear in ["five please", "5", "-5 no", "0 none", "5.5 half", "💎"] {
        bot.passes(SignedDuration::from_secs(11));
        assert!(olga.sends(unclear).contains("Please write a number and a reason"), "{unclear}");
    }
    bot.passes(SignedDuration::from_secs(11));
    assert!(olga.sends_a("sticker").contains("Please write a number and a reason"));
    assert!(olga.sends("9999999 much").contains("moves at most 100000 credits"));
    let given = olga.sends("5 sorry for\nthe wait");
    assert!(given.contains("Done. Person 1 has 10 credits now, and has been told."), "{given}");
    assert!(given.contains("You received 5 credits from our team"), "{given}");
    assert!(!olga.sends("5 sorry for the wait").contains("Done."), "it was asked for once");
    olga.presses("Their card");
    olga.presses("Take credits");
    assert!(olga.sends("11 too many").contains("Person 1 has only 10 credits. Nothing was taken."));
    assert!(olga.sends("4 too many").contains("Person 1 has 6 credits now"));
    assert!(ann.sends("/balance").starts_with("Your balance: 6 credits\n"));
    let written = "SELECT count(*) FROM operator_actions WHERE operator = 900 AND user = 1 AND
                   (action, credits, reason) IN (VALUES ('grant', 5, 'sorry for the wait'), ('debit', 4, 'too many'))";
    assert_eq!((bot.count(written), deeds(&bot)), (2, 2));
}

#[test]
fn an_update_that_comes_twice_gives_once() {
    let bot = bot();
    buyer(&bot);
    let olga = bot.person(OPERATOR);
    olga.presses_data(None, "admin:grant:1");
    // A double tap on the question asks once more, and nothing else.
    olga.presses_data(None, "admin:grant:1");
    olga.sends("5 sorry");
    assert_eq!(deeds(&bot), 1);
}

#[test]
fn money_is_the_owners_business() {
    let bot = bot();
    let ann = buyer(&bot);
    for who in [SUPPORT, VIEWER] {
        let operator = bot.person(who);
        for data in ["admin:grant:1", "admin:debit:1"] {
            assert!(operator.presses_data(None, data).contains(NOT_ALLOWED), "{who} {data}");
            assert!(!operator.sends("5 why not").contains("Done."));
        }
    }
    assert!(bot.person(VIEWER).presses_data(None, "admin:write:1").contains(NOT_ALLOWED));
    assert!(bot.person(VIEWER).presses_data(None, "admin:block:1").contains(NOT_ALLOWED));
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
    assert_eq!(deeds(&bot), 0);
}

#[test]
fn somebody_is_written_to_in_the_name_of_the_team() {
    let bot = bot();
    buyer(&bot);
    let sue = bot.person(SUPPORT);
    sue.sends("/admin 1");
    assert!(sue.presses("Write").contains("What should I write to person 1?"));
    assert!(sue.sends_a("sticker").contains("Please send it as text"));
    assert_snapshot!(sue.sends("Your video is <made>.\nEnjoy!"), @"
    901: Your message is on its way to person 1.
    [👤 Their card] [◀️ Menu]

    💬 Our team writes:
    Your video is <made>.
    Enjoy!
    To answer, send /paysupport.
    ");
    let kept = "SELECT count(*) FROM operator_actions WHERE action = 'message' AND user = 1 AND operator = 901";
    assert_eq!(bot.count(kept), 1);
    assert!(bot.rows_with("Enjoy").is_empty(), "the words are not kept");
}
