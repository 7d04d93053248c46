//! `/paysupport`, which Telegram's terms demand.

use insta::assert_snapshot;

use crate::core::conversation::Bot;

#[test]
fn a_request_reaches_the_operators() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/paysupport"), @r"
    Payment support
    Telegram's own support can't help with purchases made in this bot.

    Something else? Describe the problem in your next message, and our team will reply here.
    [Cancel]
    ");
    assert_snapshot!(ann.sends_a("sticker"), @r"
    Please describe the problem in words; I can't pass on photos or files.
    [Cancel]
    ");
    assert_snapshot!(ann.sends("I paid & got <nothing>"), @r"
    Thank you! Our team has your request. Its number is 1.

    900: 🧾 Payment request 1 from person 1:
    I paid & got <nothing>
    Answer with /reply 1 words; the bot passes them on.
    ");
    assert_snapshot!(ann.sends("hello?"), @r"
    Describe a scene or send a photo, and I'll turn it into a video. See /help for more.
    [🎬 Make a video] [⭐ Buy credits]
    ");
}

#[test]
fn a_request_can_be_dropped() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.sends("/paysupport");
    assert_snapshot!(ann.sends("/cancel"), @"OK, no request was sent.");
}
