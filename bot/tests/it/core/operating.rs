//! Operators and other people's money: every deed is written down.

use bot::core::event::{
    ConnectionState, Event, Outcome, Receipt, Refusal, SaleCall, SaleRefused, Trouble, TroubleKind,
};
use bot::core::ids::UserId;
use insta::assert_snapshot;
use jiff::SignedDuration;

use crate::core::conversation::{Bot, OPERATOR};

#[test]
fn credits_are_given_and_taken_with_a_reason() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    let ann = bot.person(1);
    ann.sends("/start");
    assert_snapshot!(operator.sends("/grant 1 5 sorry for the wait"), @r"
    900: Done. Person 1 has 5 credits now, and has been told.

    🎁 You received 5 credits from our team. Your balance: 5 credits
    ");
    assert_snapshot!(operator.sends("/debit 1 2 too many"), @r"
    900: Done. Person 1 has 3 credits now, and has been told.

    2 credits were removed by our team. Your balance: 3 credits Don't know why? Write to /paysupport.
    ");
    assert_snapshot!(operator.sends("/debit 1 4 all"), @"900: Person 1 has only 3 credits. Nothing was taken.");
    assert!(ann.sends("/balance").starts_with("Your balance: 3 credits\n["));
    let written = "SELECT count(*) FROM operator_actions WHERE operator = 900 AND user = 1 AND
                   (action, credits, reason) IN (VALUES ('grant', 5, 'sorry for the wait'), ('debit', 2, 'too many'))";
    assert_eq!(bot.count(written), 2);
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions"), 2);
}

#[test]
fn a_command_that_makes_no_sense_is_answered_with_how_it_is_written() {
    let bot = Bot::new();
    let operator = bot.person(OPERATOR);
    for text in ["/grant", "/grant 1 5", "/grant ann 5 why", "/grant 1 0 why", "/grant 1 -5 why"] {
        assert!(operator.sends(text).contains("Please write /grant person credits why"), "{text}");
    }
    assert_snapshot!(operator.sends("/grant 1 9999999 why"), @"900: One command moves at most 100000 credits. Nothing was done.");
    assert_snapshot!(operator.sends("/grant 77 5 nobody"), @"900: Person 77 has never written to this bot.");
    assert!(operator.sends("/refund 1#1").contains("Please write /refund"));
    assert_snapshot!(operator.sends("/refund 1#1 why"), @"900: There's no purchase 1#1. Take it from /ledger person, such as 123456#2 for the second one of person 123456, or take the transaction id from the buyer's receipt. A payment that just came in is known after /reconcile.");
    assert!(operator.sends("/ledger").contains("Please write /ledger"));
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions"), 0);
}

#[test]
fn a_persons_ledger_is_shown_and_the_look_is_written_down() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    ann.has_paid("charge-1");
    let operator = bot.person(OPERATOR);
    bot.waits(SignedDuration::from_mins(3));
    operator.sends("/grant 1 2 welcome");
    assert_snapshot!(operator.sends("/ledger 1"), @"
    900: Person 1: 7 available, 0 held, 0 being refunded.
    Purchase 1#1: 5 credits for 500 ⭐ on 15 Jan 2027, 5 left
    Entries, newest first, times in UTC, page 1 of 1:
    2027-01-15 08:03 · +2 · given by operator 900: welcome
    2027-01-15 08:00 · +5 · bought, 1#1
    ");
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions WHERE action = 'look' AND user = 1"), 1);
}

#[test]
fn what_the_ledger_shows_the_next_command_takes() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "pack:5");
    ann.has_paid("charge-1");
    let minute = SignedDuration::from_mins(1);
    bot.passes(minute);
    ann.orders("a cat");
    bot.video_is_there();
    bot.passes(minute);
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
    bot.passes(minute);
    let operator = bot.person(OPERATOR);
    operator.sends("/refund 1#1 it shows a dog");
    bot.passes(minute);
    bot.refund_ends(Outcome::Refused(Refusal::Other("no".to_owned())));
    let ledger = operator.sends("/ledger 1");
    let order = bot.last_job().to_string();
    assert_snapshot!(ledger.replace(&order, "ORDER"), @"
    900: Person 1: 4 available, 0 held, 0 being refunded.
    Purchase 1#1: 5 credits for 500 ⭐ on 15 Jan 2027, 4 left, Telegram refused a refund
    Entries, newest first, times in UTC, page 1 of 1:
    2027-01-15 08:04 · +4 · back: Telegram refused to refund 1#1
    2027-01-15 08:03 · -4 · set aside to refund 1#1 by operator 900: it shows a dog
    2027-01-15 08:02 · 1 · spent on order ORDER
    2027-01-15 08:01 · -1 · set aside for order ORDER
    2027-01-15 08:00 · +5 · bought, 1#1
    ");
    assert!(operator.sends("/refund 1#1 once more").contains("4 credits set aside for it"));
}

#[test]
fn a_payment_request_is_answered_in_the_name_of_the_bot() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.sends("/paysupport");
    ann.sends("where are my credits?");
    let operator = bot.person(OPERATOR);
    assert_snapshot!(operator.sends("/reply 1 They are <there> now.\nSorry!"), @"
    900: Your answer to request 1 is on its way to person 1.

    💬 About your payment request 1:
    They are <there> now.
    Sorry!
    To write again, send /paysupport.
    ");
    for text in ["/reply", "/reply 1", "/reply one sorry"] {
        assert!(operator.sends(text).contains("Please write /reply"), "{text}");
    }
    assert_snapshot!(operator.sends("/reply 2 hello"), @"900: There is no request 2.");
    assert!(ann.sends("/reply 1 hello").contains("don't know that command"));
    // The deed is written down, and the words are not.
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions WHERE action = 'reply' AND reason = 'request 1'"), 1);
}

#[test]
fn to_anybody_else_these_commands_do_not_exist() {
    let bot = Bot::new();
    let ann = bot.person(1);
    for text in ["/grant 1 5 why", "/debit 1 5 why", "/ledger 1", "/refund 1#1 why", "/reconcile"] {
        assert!(ann.sends(text).contains("don't know that command"), "{text}");
    }
    assert!(!ann.sends("/help").contains("/grant") && bot.person(OPERATOR).sends("/help").contains("/grant"));
}

#[test]
fn books_that_are_wrong_are_told_once_a_day() {
    let bot = Bot::new();
    assert_eq!(bot.happens(&Event::Audited(Vec::new())), "");
    let broken = Event::Audited(vec![("money and progress agree".to_owned(), 3)]);
    assert_snapshot!(bot.happens(&broken), @"
    900: 🚨 The books are wrong. Run bot audit for the rows, and stop the bot if credits are at stake:
    • money and progress agree: 3
    ");
    assert_eq!(bot.happens(&broken), "");
    bot.waits(SignedDuration::from_hours(24));
    assert!(bot.happens(&broken).contains("The books are wrong"));
}

#[test]
fn a_refused_invoice_is_explained_to_each_buyer_and_told_to_operators_once() {
    let bot = Bot::new();
    let refused = |buyer| {
        let reason = "Bad Request: STARS_INVOICE_INVALID".to_owned();
        bot.happens(&Event::SaleRefused(SaleRefused { call: SaleCall::Invoice, buyer: Some(UserId(buyer)), reason }))
    };
    assert_snapshot!(refused(1), @r"
    Sorry, I can't open the payment right now. Our team has been told. Please try again later.

    900: 🚨 Telegram refuses this bot's invoices, so nobody can buy credits: Bad Request: STARS_INVOICE_INVALID. Check the bot's payments in @BotFather and your PACKS, STARS_PER_CREDIT and SUBSCRIPTION_STARS. To try it, tap a pack under /buy.
    ");
    assert_snapshot!(refused(2), @"2: Sorry, I can't open the payment right now. Our team has been told. Please try again later.");
}

#[test]
fn trouble_with_telegrams_updates_is_told_once_and_once_when_it_is_over() {
    let bot = Bot::new();
    let states = |kind: Option<TroubleKind>, words: &str| {
        let trouble = kind.map(|kind| Trouble { kind, words: words.to_owned() });
        bot.happens(&Event::Connection(ConnectionState { trouble, since: bot.now() }))
    };
    assert_eq!(states(None, ""), "", "all is well");
    assert_snapshot!(states(Some(TroubleKind::Failing), "Wrong response from the webhook: 401 Unauthorized"), @"900: ⚠️ Telegram can't hand updates over to this bot: Wrong response from the webhook: 401 Unauthorized. I've set the webhook again. If that doesn't help, check that WEBHOOK_URL can be reached from the internet and that its certificate is valid.");
    assert_eq!(states(Some(TroubleKind::Failing), ""), "", "it is known");
    bot.waits(SignedDuration::from_mins(12));
    assert_snapshot!(states(None, ""), @"900: ✅ Telegram's updates arrive again, after trouble from 2027-01-15 08:00 to 2027-01-15 08:12 UTC. Messages waited at Telegram and are answered now.");

    bot.waits(SignedDuration::from_mins(1));
    assert_eq!(states(Some(TroubleKind::Unreachable), ""), "", "nobody could be told");
    bot.waits(SignedDuration::from_mins(5));
    assert_snapshot!(states(None, ""), @"900: ✅ Telegram's updates arrive again, after trouble from 2027-01-15 08:13 to 2027-01-15 08:18 UTC. Telegram couldn't be reached. Messages waited there and are answered now.");

    assert_snapshot!(states(Some(TroubleKind::Taken), ""), @"900: ⚠️ Another process changed where Telegram sends this bot's updates. I've changed it back. Two programs with one BOT_TOKEN take each other's updates: stop the other one, or revoke the token in @BotFather and set the new one here.");
    assert_snapshot!(states(Some(TroubleKind::Conflict), ""), @"900: ⚠️ Another process asks Telegram for this bot's updates, so people's messages go astray. Stop it, or revoke the token in @BotFather and set the new one here.");
    bot.waits(SignedDuration::from_mins(3));
    assert_snapshot!(states(None, ""), @"900: ✅ Telegram's updates arrive again, after trouble from 2027-01-15 08:18 to 2027-01-15 08:21 UTC. What another process took never got here. Send /reconcile to have payments among it credited now.");
}
