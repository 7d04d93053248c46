//! From `/generate` to a placed order.

use bot::core::event::{Outcome, Receipt, Refusal};

use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::image_type::ImageType;

use crate::core::conversation::Bot;
use crate::core::person::file;

const JPEG: Outcome = Outcome::Done(Receipt::Image { kind: ImageType::Jpeg, size_bytes: 300_000 });

#[test]
fn a_video_of_words_alone() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    assert_snapshot!(ann.sends("/generate"), @r"
    Choose a model
    • Veo 3 Fast: Realistic, 8 seconds, with sound
    • Kling v2.1: Cinematic motion, 5 or 10 seconds, no sound
    [Veo 3 Fast · 1 credit]
    [Kling v2.1 · 1 credit]
    [Cancel]
    ");
    assert_snapshot!(ann.presses("Veo 3 Fast"), @r"
    ✎ Veo 3 Fast. What should happen in the video?

    For example: A red fox runs through fresh snow at dawn, slow motion.
    [Other model] [Cancel]
    ");
    assert_snapshot!(ann.sends("A cat & a <b>dog</b>"), @r#"
    Want to start from a photo?
    Send it now, or tap "No photo".
    [No photo] [Cancel]
    "#);
    assert_snapshot!(ann.presses("No photo"), @r"
    ✎ Your video
    Model: Veo 3 Fast
    Photo: none
    Price: 1 credit · Balance: 5

    A cat & a <b>dog</b>
    [✓ Wide 16:9] [Tall 9:16]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @r"
    (Order placed.)

    → workers: veo3-fast: A cat & a <b>dog</b>

    ✎ 🎬 Veo 3 Fast: your video is in the works. This usually takes a few minutes; you can close the chat. 1 credit set aside.
    ");
}

#[test]
fn a_video_that_starts_from_an_image() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Kling");
    ann.sends("The sea");
    assert_snapshot!(ann.sends_image("photo-1", 300_000), @"→ looks at photo-1");
    assert_snapshot!(ann.sends("well?"), @"Prompt updated.");
    // Whoever looked is not heard of: it is looked at again.
    assert_snapshot!(bot.waits(SignedDuration::from_mins(2)), @"→ looks at photo-1");
    assert_snapshot!(bot.image_is(JPEG), @r"
    Your video
    Model: Kling v2.1
    Photo: yes
    Price: 1 credit · Balance: 5

    well?
    [✓ 5 seconds] [10 seconds (+1)]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    [↩️ Previous prompt]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @r"
    (Order placed.)

    → workers: kling-2.1: well?, image/jpeg

    ✎ 🎬 Kling v2.1: your video is in the works. This usually takes a few minutes; you can close the chat. 1 credit set aside.
    ");
}

#[test]
fn an_image_with_words_out_of_the_blue_begins_an_order() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    let sent = ann.message(|message| {
        message.photo = Some(vec![file("photo-1", 300_000)]);
        message.caption = Some("  make it move ".to_owned());
    });
    assert_snapshot!(sent, @r"
    📷 I'm checking your photo.

    Choose a model
    • Veo 3 Fast: Realistic, 8 seconds, with sound
    • Kling v2.1: Cinematic motion, 5 or 10 seconds, no sound

    Your prompt: make it move
    [Veo 3 Fast · 1 credit]
    [Kling v2.1 · 1 credit]
    [Cancel]

    → looks at photo-1
    ");
    assert_snapshot!(bot.image_is(JPEG), @"");
    assert_snapshot!(ann.presses("Veo 3 Fast"), @r"
    ✎ Your video
    Model: Veo 3 Fast
    Photo: yes
    Price: 1 credit · Balance: 5

    make it move
    [✓ Wide 16:9] [Tall 9:16]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    ");
}

#[test]
fn a_prompt_must_be_words_and_not_too_many() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo 3 Fast");
    assert_snapshot!(ann.sends("   "), @r"
    That message was empty. Please describe your video in a few words.

    Veo 3 Fast. What should happen in the video?

    For example: A red fox runs through fresh snow at dawn, slow motion.
    [Other model] [Cancel]
    ");
    assert_snapshot!(ann.sends(&"word ".repeat(401)), @r"
    Your prompt has 2004 characters; Veo 3 Fast takes up to 2000. Please send a shorter one.

    Veo 3 Fast. What should happen in the video?

    For example: A red fox runs through fresh snow at dawn, slow motion.
    [Other model] [Cancel]
    ");
    assert_snapshot!(ann.sends_a("sticker"), @r"
    I can only use text and photos.

    Your prompt has 2004 characters; Veo 3 Fast takes up to 2000. Please send a shorter one.

    Veo 3 Fast. What should happen in the video?

    For example: A red fox runs through fresh snow at dawn, slow motion.
    [Other model] [Cancel]
    ");
}

#[test]
fn what_nobody_sees_of_a_prompt_is_not_sent() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo 3 Fast");
    let is_asked_again = |said: String| said.starts_with("That message was empty.");
    for nothing in [
        "\u{200b}\u{2060}",
        "\0\u{7}",
        " \n\u{202e} ",
        "\u{200d}",
        "\u{feff}",
        "\u{2064}\u{fe0f}",
        "\u{3164}\u{115f}\u{ad}",
    ] {
        bot.passes(SignedDuration::from_secs(10));
        assert!(is_asked_again(ann.sends(nothing)), "{nothing:?}");
    }
    ann.sends("\u{202e}a cat\0 and\u{200b}\na dog\u{7f}, 👩\u{200d}🚀 and نمی\u{200c}خواهم\t");
    ann.presses("No photo");
    let placed = ann.presses("✨ Generate");
    assert!(
        placed.contains("→ workers: veo3-fast: a cat and\na dog, 👩\u{200d}🚀 and نمی\u{200c}خواهم\n"),
        "{placed:?}"
    );

    ann.message(|message| {
        message.photo = Some(vec![file("file-1", 5)]);
        message.caption = Some("dan\u{200b}cing\u{1}".to_owned());
    });
    bot.image_is(JPEG);
    ann.presses("Veo 3 Fast");
    assert!(ann.presses("✨ Generate").contains("→ workers: veo3-fast: dancing, image/jpeg"));
}

#[test]
fn an_image_must_be_one_and_not_too_large() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo 3 Fast");
    ann.sends("The sea");
    assert_snapshot!(ann.sends_image("photo-1", 30 * 1024 * 1024), @r#"
    This photo is too large. Please send one of up to 10 MB.

    Want to start from a photo?
    Send it now, or tap "No photo".
    [No photo] [Cancel]
    "#);
    for outcome in [
        Outcome::Refused(Refusal::NotAnImage),
        Outcome::Refused(Refusal::TooLarge),
        Outcome::Refused(Refusal::Other("unavailable".to_owned())),
        Outcome::Done(Receipt::Image { kind: ImageType::Webp, size_bytes: 5 }),
        Outcome::Done(Receipt::Image { kind: ImageType::Png, size_bytes: 11 * 1024 * 1024 }),
    ] {
        ann.message(|message| message.document = Some(file("file-1", 5)));
        let answer = bot.image_is(outcome.clone());
        assert!(answer.contains("Want to start from a photo?"), "{outcome:?}: {answer}");
        assert!(!answer.starts_with("Want to start"), "{outcome:?} is not remarked on: {answer}");
    }
    assert_snapshot!(ann.sends("just words"), @r#"
    I'm waiting for a photo. Tap "No photo" to go on with your prompt; you can edit it afterwards.

    Want to start from a photo?
    Send it now, or tap "No photo".
    [No photo] [Cancel]
    "#);
}

#[test]
fn of_an_album_the_first_image_counts() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo 3 Fast");
    ann.sends("The sea");
    let of_album = |name: &str| {
        ann.message(|message| {
            message.photo = Some(vec![file(name, 5)]);
            message.media_group_id = Some("album".to_owned());
        })
    };
    assert_snapshot!(of_album("first"), @"→ looks at first");
    assert_snapshot!(of_album("second"), @"One photo is enough: I'll use the first one.");
    assert_snapshot!(bot.image_is(JPEG), @r"
    Your video
    Model: Veo 3 Fast
    Photo: yes
    Price: 1 credit · Balance: 5

    The sea
    [✓ Wide 16:9] [Tall 9:16]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    ");
}

#[test]
fn without_credits_an_order_waits_until_they_are_bought() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.fills_in("The sea"), @r"
    ✎ You need 1 credit for this video and have 0. Buy a pack below; your prompt is saved.

    By paying you agree to the /terms.
    [1 credit · 100 ⭐] [5 credits · 500 ⭐]
    [10 credits · 1000 ⭐]
    ");
    assert_snapshot!(ann.presses("1 credit"), @r"
    invoice: 1 credit · 1 credit for making AI videos with Starreel. It does not expire. · 100 ⭐
    ");
    assert_snapshot!(ann.has_paid("charge-1"), @r"
    ✅ Thank you! 1 credit added. Your balance: 1 credit

    Your video
    Model: Veo 3 Fast
    Photo: none
    Price: 1 credit · Balance: 1

    The sea
    [✓ Wide 16:9] [Tall 9:16]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @r"
    (Order placed.)

    → workers: veo3-fast: The sea

    ✎ 🎬 Veo 3 Fast: your video is in the works. This usually takes a few minutes; you can close the chat. 1 credit set aside.
    ");
}

#[test]
fn every_answer_can_be_changed() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    assert_snapshot!(ann.presses("Change"), @r"
    ✎ What would you like to change?
    [Model] [Prompt] [Photo]
    [Back] [Cancel]
    ");
    assert_snapshot!(ann.presses("Prompt"), @r"
    ✎ Veo 3 Fast. What should happen in the video?

    For example: A red fox runs through fresh snow at dawn, slow motion.
    [Other model] [Cancel]
    [↩️ Previous prompt]
    ");
    assert_snapshot!(ann.sends("The hills"), @r"
    Your video
    Model: Veo 3 Fast
    Photo: none
    Price: 1 credit · Balance: 5

    The hills
    [✓ Wide 16:9] [Tall 9:16]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    [↩️ Previous prompt]
    ");
    ann.presses("Change");
    assert_snapshot!(ann.presses("Photo"), @r#"
    ✎ Want to start from a photo?
    Send it now, or tap "No photo".
    [No photo] [Cancel]
    [↩️ Previous prompt]
    "#);
    ann.sends_image("photo-1", 5);
    bot.image_is(JPEG);
    ann.presses("Change");
    assert_snapshot!(ann.presses("Model"), @r"
    ✎ Choose a model
    • Veo 3 Fast: Realistic, 8 seconds, with sound
    • Kling v2.1: Cinematic motion, 5 or 10 seconds, no sound

    Your prompt: The hills
    [Veo 3 Fast · 1 credit]
    [Kling v2.1 · 1 credit]
    [Cancel]
    [↩️ Previous prompt]
    ");
    assert_snapshot!(ann.presses("Kling"), @r"
    ✎ Your video
    Model: Kling v2.1
    Photo: yes
    Price: 1 credit · Balance: 5

    The hills
    [✓ 5 seconds] [10 seconds (+1)]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    [↩️ Previous prompt]
    ");
    ann.presses("Change");
    assert_snapshot!(ann.presses("Back"), @r"
    ✎ Your video
    Model: Kling v2.1
    Photo: yes
    Price: 1 credit · Balance: 5

    The hills
    [✓ 5 seconds] [10 seconds (+1)]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    [↩️ Previous prompt]
    ");
    assert_snapshot!(ann.presses("Cancel"), @"✎ Order cancelled. Nothing was charged.");
}
