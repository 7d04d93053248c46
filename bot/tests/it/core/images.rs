//! The images of an order: how many, what for, and what is none.

use bot::core::event::{Outcome, Receipt, Refusal};
use insta::assert_snapshot;
use shared::image_type::ImageType;

use crate::core::conversation::Bot;
use crate::core::person::file;

const JPEG: Outcome = Outcome::Done(Receipt::Image { kind: ImageType::Jpeg, size_bytes: 300_000 });

#[test]
fn an_image_must_be_one_and_not_too_large() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo 3.1 Fast");
    ann.sends("The sea");
    assert_snapshot!(ann.sends_image("photo-1", 30 * 1024 * 1024), @"
    This photo is too large. Please send one of up to 10 MB.

    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The sea
    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    for outcome in [
        Outcome::Refused(Refusal::NotAnImage),
        Outcome::Refused(Refusal::TooLarge),
        Outcome::Refused(Refusal::Other("unavailable".to_owned())),
        Outcome::Done(Receipt::Image { kind: ImageType::Webp, size_bytes: 5 }),
        Outcome::Done(Receipt::Image { kind: ImageType::Png, size_bytes: 11 * 1024 * 1024 }),
    ] {
        ann.message(|message| message.document = Some(file("file-1", 5)));
        let answer = bot.image_is(outcome.clone());
        assert!(!answer.starts_with("🎬"), "{outcome:?} is not remarked on: {answer}");
        assert!(
            answer.contains("[✨ Generate · 1 credit]") && answer.contains("[🖼 Add a photo]"),
            "{outcome:?}: {answer}"
        );
    }
}

#[test]
fn of_an_album_as_many_images_count_as_the_model_takes() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo 3.1 Fast");
    ann.sends("The sea");
    assert_snapshot!(ann.sends_of_album("first", None), @"→ looks at first");
    assert_snapshot!(ann.sends_of_album("second", None), @"→ looks at second");
    assert_snapshot!(ann.sends_of_album("third", None), @"→ looks at third");
    assert_snapshot!(ann.sends_of_album("fourth", None), @"This model takes up to 3 photos: I'll use the first ones.");
    assert_eq!(ann.sends_of_album("fifth", None), "", "that is said once");
    for _ in 0..2 {
        assert_eq!(bot.image_is(JPEG), "", "the card comes when all have been looked at");
    }
    assert_snapshot!(bot.image_is(JPEG), @"
    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The sea
    🖼 Photo 1: reference
    🖼 Photo 2: reference
    🖼 Photo 3: reference

    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 3 photos]
    [💡 Tips] [Cancel]
    ");
    assert!(ann.presses("✨ Generate").contains("→ workers: veo3-fast: The sea, image/jpeg, image/jpeg, image/jpeg"));
}

#[test]
fn images_are_frames_or_references_and_can_be_swapped() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("The sea");
    ann.sends_image("first", 5);
    bot.image_is(JPEG);
    ann.sends_image("second", 5);
    assert_snapshot!(bot.image_is(JPEG), @"
    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The sea
    🖼 Photo 1: first frame
    🖼 Photo 2: last frame

    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 2 photos]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.presses("2 photos"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound

    🖼 Photo 1: first frame
    🖼 Photo 2: last frame

    Send another photo to add it.
    [✖️ Photo 1] [✖️ Photo 2]
    [🔄 Swap photos]
    [Use as references]
    [✅ Done]
    ");
    ann.presses("Swap photos");
    assert_snapshot!(ann.presses("Use as references"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound

    🖼 Photo 1: reference
    🖼 Photo 2: reference

    Send another photo to add it.
    [✖️ Photo 1] [✖️ Photo 2]
    [🔄 Swap photos]
    [Use as first and last frame]
    [✅ Done]
    ");
    assert_snapshot!(ann.presses("✖️ Photo 1"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound

    🖼 Photo 1: reference

    Send another photo to add it.
    [✖️ Photo 1]
    [Use as first and last frame]
    [✅ Done]
    ");
    assert_snapshot!(ann.presses("Done"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The sea
    🖼 Photo 1: reference

    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 1 photo]
    [💡 Tips] [Cancel]
    ");
    assert!(ann.presses("✨ Generate").contains("image/jpeg\n"), "one photo is left");
}
