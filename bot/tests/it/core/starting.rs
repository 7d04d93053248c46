//! The first words, help, and what is said to those who ask elsewhere.

use insta::assert_snapshot;

use crate::core::conversation::Bot;

#[test]
fn a_newcomer_is_welcomed() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/start"), @r"
    Welcome to Starreel!
    Tell me what you want to see, and I will make a short video of it. You can add an image to start from.

    Your balance: 0 credits
    [🎬 Make a video] [⭐ Buy credits]
    ");
    assert_snapshot!(ann.sends("/start@StarreelBot from-a-link"), @r"
    Welcome to Starreel!
    Tell me what you want to see, and I will make a short video of it. You can add an image to start from.

    Your balance: 0 credits
    [🎬 Make a video] [⭐ Buy credits]
    ");
    assert_snapshot!(ann.sends("hello"), @r"
    To make a video, send /generate or tap the button below. /help tells more.
    [🎬 Make a video] [⭐ Buy credits]
    ");
    assert_snapshot!(ann.sends("/dance"), @"I do not know that command. /help shows what I can do.");
    assert_snapshot!(ann.sends("/start@OtherBot"), @"I do not know that command. /help shows what I can do.");
}

#[test]
fn help_and_terms_are_there() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/help"), @r"
    How it works
    1. Get credits with /buy; you pay with Telegram Stars.
    2. Send /generate, pick a model and describe your video.
    3. Add an image if you like, check the summary, and tap Generate.

    The video arrives here, usually within a few minutes. If one cannot be made, its credits come back by themselves.

    /balance shows your credits, /cancel drops an order that you have not placed yet, /terms are the rules, /privacy says what I keep and deletes it, and /paysupport is for anything about payments.
    [🎬 Make a video] [⭐ Buy credits]
    ");
    assert_snapshot!(ann.sends("/terms"), @r"
    Terms
    • You buy credits with Telegram Stars. Credits are for making videos here and cannot be turned into money.
    • Credits that you were given are spent first, then those you bought, oldest purchase first. A purchase of which nothing is spent can be refunded under /paysupport for some time; for anything else you can ask us.
    • A video's credits are set aside when you order it, and spent when it arrives. If it cannot be made, they come back at once.
    • Do not ask for what is illegal or hurts others. Such orders are refused and their credits come back.
    • Your prompts and images are sent to the service that makes the videos, and to nobody else. /privacy tells more.
    • Questions about a payment: /paysupport. Telegram's own support cannot help with purchases made in this bot.
    ");
}

#[test]
fn a_language_without_words_is_spoken_to_in_english() {
    let bot = Bot::new();
    let english = bot.person(1).sends("/help");
    for (id, tag) in [(2, "tlh"), (3, "xx-Qaaa-YY"), (4, "not a tag"), (5, "")] {
        assert_eq!(bot.person_speaking(id, tag).sends("/help"), format!("{id}: {english}"), "{tag}");
    }
}

#[test]
fn in_a_group_the_bot_points_to_its_private_chat() {
    let bot = Bot::new();
    let ann = bot.person(1);
    let in_group = |text: &str| {
        ann.message(|message| {
            message.chat.id = -5;
            message.chat.kind = "supergroup".to_owned();
            message.text = Some(text.to_owned());
        })
    };
    assert_snapshot!(in_group("/generate"), @r"
    -5: I make videos in a private chat. Tap below to open ours.
    [Open the chat]
    ");
    assert_snapshot!(in_group("what can @starreelbot do?"), @r"
    -5: I make videos in a private chat. Tap below to open ours.
    [Open the chat]
    ");
    assert_eq!(in_group("hello everybody"), "");
    assert_eq!(in_group("/generate@OtherBot"), "");
    assert_eq!(in_group("/dance"), "");
}
