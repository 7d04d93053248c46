//! `/paysupport`, which Telegram's terms demand.

use insta::assert_snapshot;

use crate::core::conversation::Bot;

#[test]
fn a_request_reaches_the_operators() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/paysupport"), @"
    Payment support
    Telegram's own support cannot help with purchases made in this bot.

    For anything else about a payment, please write, in one message, what went wrong: what you bought, when, and what you expected. If you can, add the transaction id from Telegram's receipt. It reaches the people who run this bot, and they answer you here. /cancel if you changed your mind.
    ");
    assert_snapshot!(ann.message(|_sticker| {}), @r"
    Please describe the problem in words, in one message. /cancel if you changed your mind.
    ");
    assert_snapshot!(ann.sends("I paid & got <nothing>"), @"
    Thank you. Your request has number 1 and has been passed on to the people who run this bot.

    900: 🧾 Payment request 1 from person 1:
    I paid & got <nothing>
    Answer with /reply 1 words; the bot passes them on.
    ");
    assert_snapshot!(ann.sends("hello?"), @r"
    To make a video, send /generate or tap the button below. /help tells more.
    [🎬 Make a video] [⭐ Buy credits]
    ");
}

#[test]
fn a_request_can_be_dropped() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.sends("/paysupport");
    assert_snapshot!(ann.sends("/cancel"), @"All right, no request was sent.");
}
