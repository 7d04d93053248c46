//! From `/generate` to a placed order.

use bot::core::event::{Outcome, Receipt};

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
    assert_snapshot!(ann.sends("/generate"), @"
    Choose a model
    • Veo 3.1 Fast: Lifelike scenes, people who speak
    • Kling 3.0: Camera work like in the cinema
    • Wan 3.0: First in tests by words alone, up to 30 s
    • MiniMax H3: Brings photos to life, always with sound
    • Grok Imagine: Quick and playful, up to 30 s
    • Kling v2.1: Smooth motion, no sound
    [Veo 3.1 Fast · 1 credit]
    [Kling 3.0 · 1 credit]
    [Wan 3.0 · 1 credit]
    [MiniMax H3 · 1 credit]
    [Grok Imagine · 1 credit]
    [Kling v2.1 · 1 credit]
    [More models]
    [Cancel]
    ");
    assert_snapshot!(ann.presses("Veo 3.1 Fast"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound

    ✍️ What should happen in the video? Just write it. For example: A red fox runs through fresh snow at dawn, slow motion.
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.sends("A cat & a <b>dog</b>"), @"
    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    A cat & a <b>dog</b>
    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @"
    (Order placed.)

    → workers: veo3-fast: A cat & a <b>dog</b>

    ✎ 🎬 Veo 3.1 Fast: your video is in the works. This usually takes 5 to 10 minutes; you can close the chat. 1 credit set aside.
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
    assert_snapshot!(ann.sends("well?"), @"
    Prompt updated.

    🎬 Kling v2.1 · 5 s · no sound
    well?
    🖼 Photo 1: first frame

    📷 I'm checking your photo.
    [🎬 Kling v2.1]
    [⚙️ 5 s · no sound]
    [🖼 1 photo]
    [↩️ Previous prompt]
    [💡 Tips] [Cancel]
    ");
    // Whoever looked is not heard of: it is looked at again.
    assert_snapshot!(bot.waits(SignedDuration::from_mins(2)), @"→ looks at photo-1");
    assert_snapshot!(bot.image_is(JPEG), @"
    🎬 Kling v2.1 · 5 s · no sound
    well?
    🖼 Photo 1: first frame

    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Kling v2.1]
    [⚙️ 5 s · no sound]
    [🖼 1 photo]
    [↩️ Previous prompt]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @"
    (Order placed.)

    → workers: kling-2.1: well?, image/jpeg

    ✎ 🎬 Kling v2.1: your video is in the works. This usually takes 5 to 10 minutes; you can close the chat. 1 credit set aside.
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
    assert_snapshot!(sent, @"→ looks at photo-1");
    assert_snapshot!(bot.image_is(JPEG), @"
    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    make it move
    🖼 Photo 1: first frame

    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 1 photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.presses("Veo 3.1 Fast"), @"
    ✎ Choose a model
    • Veo 3.1 Fast: Lifelike scenes, people who speak
    • Kling 3.0: Camera work like in the cinema
    • Wan 3.0: First in tests by words alone, up to 30 s
    • MiniMax H3: Brings photos to life, always with sound
    • Grok Imagine: Quick and playful, up to 30 s
    • Kling v2.1: Smooth motion, no sound

    Your prompt: make it move
    [✓ Veo 3.1 Fast · 1 credit]
    [Kling 3.0 · 1 credit]
    [Wan 3.0 · 1 credit]
    [MiniMax H3 · 1 credit]
    [Grok Imagine · 1 credit]
    [Kling v2.1 · 1 credit]
    [More models]
    [◀️ Back] [Cancel]
    ");
}

#[test]
fn a_prompt_must_be_words_and_not_too_many() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo 3.1 Fast");
    assert_snapshot!(ann.sends("   "), @"
    That message was empty. Please describe your video in a few words.

    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound

    ✍️ What should happen in the video? Just write it. For example: A red fox runs through fresh snow at dawn, slow motion.
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.sends(&"word ".repeat(401)), @"
    Your prompt has 2004 characters; Veo 3.1 Fast takes up to 2000. Please send a shorter one.

    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word
    ✍️ What should happen in the video? Just write it. For example: A red fox runs through fresh snow at dawn, slow motion.
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.sends_a("sticker"), @"
    I can only use text and photos.

    Your prompt has 2004 characters; Veo 3.1 Fast takes up to 2000. Please send a shorter one.

    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word
    ✍️ What should happen in the video? Just write it. For example: A red fox runs through fresh snow at dawn, slow motion.
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
}

#[test]
fn what_nobody_sees_of_a_prompt_is_not_sent() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo 3.1 Fast");
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
    assert!(ann.presses("✨ Generate").contains("→ workers: veo3-fast: dancing, image/jpeg"));
}

#[test]
fn without_credits_an_order_waits_until_they_are_bought() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.fills_in("The sea"), @"
    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The sea
    You need 1 credit for this video and have 0. Buy a pack below; your prompt is saved.

    By paying you agree to the /terms.
    [1 credit · 100 ⭐]
    [5 credits · 500 ⭐]
    [10 credits · 1000 ⭐]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.presses("1 credit"), @r"
    invoice: 1 credit · 1 credit for making AI videos with Starreel. It does not expire. · 100 ⭐
    ");
    assert_snapshot!(ann.has_paid("charge-1"), @"
    ✅ Thank you! 1 credit added. Your balance: 1 credit

    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The sea
    Price: 1 credit · Balance: 1
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @"
    (Order placed.)

    → workers: veo3-fast: The sea

    ✎ 🎬 Veo 3.1 Fast: your video is in the works. This usually takes 5 to 10 minutes; you can close the chat. 1 credit set aside.
    ");
}
