//! From `/generate` to a placed order.

use std::sync::Arc;

use bot::core::event::ImageCheck;
use insta::assert_snapshot;
use shared::catalog::Catalog;
use shared::image_type::ImageType;

use crate::conversation::{Bot, file};

const JPEG: ImageCheck = ImageCheck::Image { kind: ImageType::Jpeg, size_bytes: 300_000 };

#[test]
fn a_video_of_words_alone() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    assert_snapshot!(ann.sends("/generate"), @r"
    Which model shall make your video?
    • Veo 3 Fast: Lifelike scenes with sound, 8 seconds
    • Kling v2.1: Rich motion and camera work, 5 or 10 seconds
    [Veo 3 Fast · 1 credit]
    [Kling v2.1 · 1 credit]
    [Cancel]
    ");
    assert_snapshot!(ann.presses("Veo 3 Fast"), @r"
    ✎ Veo 3 Fast. What should the video show?

    Describe the scene, what moves, and the mood, in up to 2000 characters.
    [Other model] [Cancel]
    ");
    assert_snapshot!(ann.sends("A cat & a <b>dog</b>"), @r"
    Add a picture to start from?
    Send a JPEG/PNG photo or file of up to 10 MB, or tap Skip.
    [Skip] [Cancel]
    ");
    assert_snapshot!(ann.presses("Skip"), @r"
    ✎ Your video
    Model: Veo 3 Fast
    Picture: none
    Price: 1 credit (you have 5 credits)

    A cat & a <b>dog</b>
    [✓ Wide 16:9] [Tall 9:16]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @r"
    (Your order is placed.)

    → workers: veo3-fast: A cat & a <b>dog</b>

    ✎ ⏳ Veo 3 Fast: your order is on its way to the studio. 1 credit set aside.
    ");
}

#[test]
fn a_video_that_starts_from_a_picture() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Kling");
    ann.sends("The sea");
    assert_snapshot!(ann.sends_picture("photo-1", 300_000), @"→ looks at photo-1");
    assert_snapshot!(ann.sends("well?"), @r"
    → looks at photo-1

    I am still looking at your picture. If this takes long, please send it again.
    ");
    assert_snapshot!(bot.picture_is(JPEG), @r"
    Your video
    Model: Kling v2.1
    Picture: yes
    Price: 1 credit (you have 5 credits)

    The sea
    [✓ 5 seconds] [10 seconds (+1)]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @r"
    (Your order is placed.)

    → workers: kling-2.1: The sea, image/jpeg

    ✎ ⏳ Kling v2.1: your order is on its way to the studio. 1 credit set aside.
    ");
}

#[test]
fn a_picture_with_words_out_of_the_blue_begins_an_order() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    let sent = ann.message(|message| {
        message.photo = Some(vec![file("photo-1", 300_000)]);
        message.caption = Some("  make it move ".to_owned());
    });
    assert_snapshot!(sent, @r"
    → looks at photo-1

    Which model shall make your video?
    • Veo 3 Fast: Lifelike scenes with sound, 8 seconds
    • Kling v2.1: Rich motion and camera work, 5 or 10 seconds

    Your prompt: make it move
    [Veo 3 Fast · 1 credit]
    [Kling v2.1 · 1 credit]
    [Cancel]
    ");
    assert_snapshot!(bot.picture_is(JPEG), @r"
    Which model shall make your video?
    • Veo 3 Fast: Lifelike scenes with sound, 8 seconds
    • Kling v2.1: Rich motion and camera work, 5 or 10 seconds

    Your prompt: make it move
    [Veo 3 Fast · 1 credit]
    [Kling v2.1 · 1 credit]
    [Cancel]
    ");
    assert_snapshot!(ann.presses("Veo 3 Fast"), @r"
    ✎ Your video
    Model: Veo 3 Fast
    Picture: yes
    Price: 1 credit (you have 5 credits)

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
    There are no words in that. Please describe your video in a few.

    Veo 3 Fast. What should the video show?

    Describe the scene, what moves, and the mood, in up to 2000 characters.
    [Other model] [Cancel]
    ");
    assert_snapshot!(ann.sends(&"word ".repeat(401)), @r"
    That prompt has 2004 characters; Veo 3 Fast takes up to 2000. Please send a shorter one.

    Veo 3 Fast. What should the video show?

    Describe the scene, what moves, and the mood, in up to 2000 characters.
    [Other model] [Cancel]
    ");
    assert_snapshot!(ann.message(|_sticker| {}), @r"
    I cannot use that. Please send text, or a picture.

    Veo 3 Fast. What should the video show?

    Describe the scene, what moves, and the mood, in up to 2000 characters.
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
    let is_asked_again = |said: String| said.starts_with("There are no words in that.");
    for nothing in ["\u{200b}\u{2060}", "\0\u{7}", " \n\u{202e} ", "\u{200d}", "\u{feff}"] {
        assert!(is_asked_again(ann.sends(nothing)), "{nothing:?}");
    }
    ann.sends("\u{202e}a cat\0 and\u{200b}\na dog\u{7f}, 👩\u{200d}🚀 and نمی\u{200c}خواهم\t");
    ann.presses("Skip");
    let placed = ann.presses("✨ Generate");
    assert!(
        placed.contains("→ workers: veo3-fast: a cat and\na dog, 👩\u{200d}🚀 and نمی\u{200c}خواهم\n"),
        "{placed:?}"
    );

    ann.message(|message| {
        message.photo = Some(vec![file("file-1", 5)]);
        message.caption = Some("dan\u{200b}cing\u{1}".to_owned());
    });
    bot.picture_is(JPEG);
    ann.presses("Veo 3 Fast");
    assert!(ann.presses("✨ Generate").contains("→ workers: veo3-fast: dancing, image/jpeg"));
}

#[test]
fn a_picture_must_be_one_and_not_too_large() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo 3 Fast");
    ann.sends("The sea");
    assert_snapshot!(ann.sends_picture("photo-1", 30 * 1024 * 1024), @r"
    This picture is too large. Please send one of up to 20 MB.

    Add a picture to start from?
    Send a JPEG/PNG photo or file of up to 10 MB, or tap Skip.
    [Skip] [Cancel]
    ");
    for outcome in [
        ImageCheck::NotAnImage,
        ImageCheck::TooLarge,
        ImageCheck::Unavailable,
        ImageCheck::Image { kind: ImageType::Webp, size_bytes: 5 },
        ImageCheck::Image { kind: ImageType::Png, size_bytes: 11 * 1024 * 1024 },
    ] {
        ann.message(|message| message.document = Some(file("file-1", 5)));
        let answer = bot.picture_is(outcome);
        assert!(answer.contains("Add a picture to start from?"), "{outcome:?}: {answer}");
        assert!(!answer.starts_with("Add a picture"), "{outcome:?} is not remarked on: {answer}");
    }
    assert_snapshot!(ann.sends("just words"), @r"
    I am waiting for a picture here. You can change the prompt in the next step.

    Add a picture to start from?
    Send a JPEG/PNG photo or file of up to 10 MB, or tap Skip.
    [Skip] [Cancel]
    ");
}

#[test]
fn of_an_album_the_first_picture_counts() {
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
    assert_snapshot!(of_album("second"), @"One picture is enough: I use the first one.");
    assert_snapshot!(bot.picture_is(JPEG), @r"
    Your video
    Model: Veo 3 Fast
    Picture: yes
    Price: 1 credit (you have 5 credits)

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
    ✎ This video costs 1 credit, and you have none yet.
    Get more below; your order is kept, and we go on as soon as you have paid.

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
    Picture: none
    Price: 1 credit (you have 1 credit)

    The sea
    [✓ Wide 16:9] [Tall 9:16]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @r"
    (Your order is placed.)

    → workers: veo3-fast: The sea

    ✎ ⏳ Veo 3 Fast: your order is on its way to the studio. 1 credit set aside.
    ");
}

#[test]
fn options_change_the_price() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Kling");
    ann.sends("The sea");
    ann.presses("Skip");
    assert_snapshot!(ann.presses("10 seconds"), @r"
    ✎ Your video
    Model: Kling v2.1
    Picture: none
    Price: 2 credits (you have 5 credits)

    The sea
    [✓ Wide 16:9] [Tall 9:16] [Square 1:1]
    [5 seconds] [✓ 10 seconds (+1)]
    [✨ Generate · 2 credits]
    [Change] [Cancel]
    ");
    assert_snapshot!(ann.presses("Square"), @r"
    ✎ Your video
    Model: Kling v2.1
    Picture: none
    Price: 2 credits (you have 5 credits)

    The sea
    [Wide 16:9] [Tall 9:16] [✓ Square 1:1]
    [5 seconds] [✓ 10 seconds (+1)]
    [✨ Generate · 2 credits]
    [Change] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @r"
    (Your order is placed.)

    → workers: kling-2.1: The sea

    ✎ ⏳ Kling v2.1: your order is on its way to the studio. 2 credits set aside.
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
    [Model] [Prompt] [Picture]
    [Back] [Cancel]
    ");
    assert_snapshot!(ann.presses("Prompt"), @r"
    ✎ Veo 3 Fast. What should the video show?

    Describe the scene, what moves, and the mood, in up to 2000 characters.
    [Other model] [Cancel]
    ");
    assert_snapshot!(ann.sends("The hills"), @r"
    Your video
    Model: Veo 3 Fast
    Picture: none
    Price: 1 credit (you have 5 credits)

    The hills
    [✓ Wide 16:9] [Tall 9:16]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    ");
    ann.presses("Change");
    assert_snapshot!(ann.presses("Picture"), @r"
    ✎ Add a picture to start from?
    Send a JPEG/PNG photo or file of up to 10 MB, or tap Skip.
    [Skip] [Cancel]
    ");
    ann.sends_picture("photo-1", 5);
    bot.picture_is(JPEG);
    ann.presses("Change");
    assert_snapshot!(ann.presses("Model"), @r"
    ✎ Which model shall make your video?
    • Veo 3 Fast: Lifelike scenes with sound, 8 seconds
    • Kling v2.1: Rich motion and camera work, 5 or 10 seconds

    Your prompt: The hills
    [Veo 3 Fast · 1 credit]
    [Kling v2.1 · 1 credit]
    [Cancel]
    ");
    assert_snapshot!(ann.presses("Kling"), @r"
    ✎ Your video
    Model: Kling v2.1
    Picture: yes
    Price: 1 credit (you have 5 credits)

    The hills
    [✓ 5 seconds] [10 seconds (+1)]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    ");
    ann.presses("Change");
    assert_snapshot!(ann.presses("Back"), @r"
    ✎ Your video
    Model: Kling v2.1
    Picture: yes
    Price: 1 credit (you have 5 credits)

    The hills
    [✓ 5 seconds] [10 seconds (+1)]
    [✨ Generate · 1 credit]
    [Change] [Cancel]
    ");
    assert_snapshot!(ann.presses("Cancel"), @r"
    ✎ The order is dropped. Nothing was charged. /generate starts a new one.
    ");
}

#[test]
fn nobody_pays_another_price_than_the_one_on_the_button() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    bot.change_rules(|rules| rules.catalog = Arc::new(dearer()));
    assert_snapshot!(ann.presses("✨ Generate"), @r"
    ✎ Your video
    Model: Veo 3 Fast
    Picture: none
    Price: 3 credits (you have 5 credits)

    The sea
    [✓ Wide 16:9] [Tall 9:16]
    [✨ Generate · 3 credits]
    [Change] [Cancel]

    (The order or its price has changed since. Please look again.)
    ");
}

#[test]
fn twenty_taps_are_one_order() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    let (message, data) = ann.button("✨ Generate");
    ann.presses_data(Some(message), &data);
    for _ in 0..19 {
        assert_eq!(ann.presses_data(Some(message), &data), "(This order has been placed already.)");
    }
    assert!(ann.sends("/balance").contains("4 credits\n1 credit set aside"));
}

#[test]
fn a_second_tap_on_an_answer_leaves_the_order_as_it_was_shown() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo");
    ann.sends("The sea");
    let (question, skip) = ann.button("Skip");
    ann.presses_data(Some(question), &skip);
    let (summary, generate) = ann.button("✨ Generate");
    ann.presses_data(Some(question), &skip);
    assert!(ann.presses_data(Some(summary), &generate).starts_with("(Your order is placed.)"));
}

#[test]
fn an_old_summary_does_not_order_what_a_newer_one_shows() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    let (summary, generate) = ann.button("✨ Generate");
    ann.sends("The desert");
    let said = ann.presses_data(Some(summary), &generate);
    assert!(said.contains("The desert") && said.contains("Please look again."), "{said}");
}

#[test]
fn a_model_that_is_gone_is_asked_for_again() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    bot.change_rules(|rules| rules.catalog = Arc::new(catalog(|text| text.replace("veo3-fast", "veo4"))));
    assert_snapshot!(ann.presses("✨ Generate"), @r"
    ✎ The chosen model is no longer offered. Please pick another one.

    Which model shall make your video?
    • Veo 3 Fast: Lifelike scenes with sound, 8 seconds
    • Kling v2.1: Rich motion and camera work, 5 or 10 seconds

    Your prompt: The sea
    [Veo 3 Fast · 1 credit]
    [Kling v2.1 · 1 credit]
    [Cancel]
    ");
}

#[test]
fn a_prompt_that_has_become_too_long_is_not_ordered() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("A very long and quiet sea");
    let stricter = catalog(|text| text.replace("prompt_chars_max = 2000", "prompt_chars_max = 10"));
    bot.change_rules(|rules| rules.catalog = Arc::new(stricter));
    assert_snapshot!(ann.presses("✨ Generate"), @r"
    ✎ That prompt has 25 characters; Veo 3 Fast takes up to 10. Please send a shorter one.

    Veo 3 Fast. What should the video show?

    Describe the scene, what moves, and the mood, in up to 10 characters.
    [Other model] [Cancel]
    ");
}

fn dearer() -> Catalog {
    catalog(|text| text.replace("price_credits = 1", "price_credits = 3"))
}

/// The built-in models, changed.
fn catalog(change: impl FnOnce(&str) -> String) -> Catalog {
    Catalog::parse(&change(include_str!("../../../shared/src/catalog.toml"))).unwrap()
}
