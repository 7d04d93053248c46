//! The first words, help, and what is said to those who ask elsewhere.

use insta::assert_snapshot;

use crate::core::conversation::Bot;

#[test]
fn a_newcomer_is_welcomed() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/start"), @"
    Welcome to Starreel!
    Describe a scene (or send a photo with a caption), and I'll turn it into a video.

    Videos start at 1 credit (1 credit = 100 ⭐). You have 0 credits.
    [🎬 Make a video] [⭐ Buy credits]
    [💡 Templates]
    ");
    assert_snapshot!(ann.sends("/start@StarreelBot from-a-link"), @"
    Welcome to Starreel!
    Describe a scene (or send a photo with a caption), and I'll turn it into a video.

    Videos start at 1 credit (1 credit = 100 ⭐). You have 0 credits.
    [🎬 Make a video] [⭐ Buy credits]
    [💡 Templates]
    ");
    assert_snapshot!(ann.sends("hello"), @r"
    Describe a scene or send a photo, and I'll turn it into a video. See /help for more.
    [🎬 Make a video] [⭐ Buy credits]
    ");
    assert_snapshot!(ann.sends("/dance"), @"I don't know that command. See /help for what I can do.");
    assert_snapshot!(ann.sends("/start@OtherBot"), @"");
}

#[test]
fn help_and_terms_are_there() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/help"), @"
    How it works
    1. Describe a scene, or send a photo with a caption.
    2. Check the card: change the model, the options or the photo if you like, and tap Generate.
    3. Your video arrives here, usually within a few minutes. If it fails, you get your credits back.

    /generate – make a video
    /templates – ready ideas
    /videos – what you've made
    /tips – better prompts
    /settings – your defaults
    /language – your language
    /buy – buy credits with Telegram Stars, for you or as a gift
    /balance – see your credits
    /invite – invite friends
    /redeem – use a promo code
    /cancel – cancel the current order
    /paysupport – help with a payment
    /privacy – what I keep, and how to delete it
    /terms – terms of use
    [🎬 Make a video] [⭐ Buy credits]
    ");
    assert_snapshot!(ann.sends("/terms"), @r"
    Terms
    • You buy credits with Telegram Stars. Credits are for making videos here and can't be turned into money.
    • Credits you were given are spent first, then those you bought, oldest purchase first. A bonus is spent after the credits it came with. An unused purchase can be refunded under /paysupport for some time, and its bonus goes with it; for anything else, you can request a refund.
    • A gift belongs to whoever opens its link first, and to its buyer if nobody does in time. Until it's opened, its buyer can have it refunded. Credits for an invitation go when the purchase they came from is refunded.
    • A subscription is paid in Stars every 30 days until you cancel it, under /balance or in Telegram's settings. Each payment is a purchase like any other.
    • A video's credits are set aside when you order it, and spent when it arrives. If it fails, you get them back right away.
    • Illegal or harmful content is not allowed. Such orders are refused, and their credits come back.
    • Your prompts and photos go to the service that makes the videos, and to nobody else. See /privacy.
    • Questions about a payment: /paysupport. Telegram's own support can't help with purchases made in this bot.
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
    let in_topic = ann.message(|message| {
        message.chat.id = -5;
        message.chat.kind = "supergroup".to_owned();
        (message.message_thread_id, message.is_topic_message) = (Some(7), true);
        message.text = Some("/generate".to_owned());
    });
    assert!(in_topic.starts_with("-5: #7 I make videos"), "{in_topic}");
    assert_eq!(in_group("hello everybody"), "");
    assert_eq!(in_group("/generate@OtherBot"), "");
    assert_eq!(in_group("/dance"), "");
}
