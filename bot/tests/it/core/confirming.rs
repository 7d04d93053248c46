//! What stood above the button is what is ordered, once and at that price.

use std::sync::Arc;

use insta::assert_snapshot;
use shared::catalog::Catalog;

use super::conversation::Bot;

#[test]
fn options_change_the_price() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Kling");
    ann.sends("The sea");
    assert_snapshot!(ann.presses("⚙️"), @"
    ✎ 🎬 Kling v2.1 · 16:9 · 5 s · no sound

    Price: 2 credits · Balance: 5
    [✓ 16:9] [9:16] [1:1]
    [✓ 5 s] [10 s (+1)]
    [✅ Done]
    ");
    assert_snapshot!(ann.presses("10 s"), @"
    ✎ 🎬 Kling v2.1 · 16:9 · 10 s · no sound

    Price: 3 credits · Balance: 5
    [✓ 16:9] [9:16] [1:1]
    [5 s (−1)] [✓ 10 s]
    [✅ Done]
    ");
    assert_snapshot!(ann.presses("1:1"), @"
    ✎ 🎬 Kling v2.1 · 1:1 · 10 s · no sound

    Price: 3 credits · Balance: 5
    [16:9] [9:16] [✓ 1:1]
    [5 s (−1)] [✓ 10 s]
    [✅ Done]
    ");
    assert_snapshot!(ann.presses("Done"), @"
    ✎ 🎬 Kling v2.1 · 1:1 · 10 s · no sound
    The sea
    Price: 3 credits · Balance: 5
    [✨ Generate · 3 credits]
    [🎬 Kling v2.1]
    [⚙️ 1:1 · 10 s · no sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @"
    (Order placed.)

    → workers: kling-2.1: The sea

    ✎ 🎬 Kling v2.1: your video is in the works. This usually takes 5 to 10 minutes; you can close the chat. 3 credits set aside.
    ");
}

#[test]
fn nobody_pays_another_price_than_the_one_on_the_button() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    bot.change_policy(|policy| policy.catalog = Arc::new(dearer()));
    assert_snapshot!(ann.presses("✨ Generate"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The sea
    Price: 3 credits · Balance: 5
    [✨ Generate · 3 credits]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]

    (The order or its price has changed. Please check it again.)
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
        assert_eq!(ann.presses_data(Some(message), &data), "(You've already placed this order.)");
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
    ann.presses("⚙️");
    let (card, tall) = ann.button("9:16");
    ann.presses_data(Some(card), &tall);
    ann.presses("Done");
    let (summary, generate) = ann.button("✨ Generate");
    ann.presses_data(Some(card), &tall);
    assert!(ann.presses_data(Some(summary), &generate).starts_with("(Order placed.)"));
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
    assert!(said.contains("The desert") && said.contains("Please check it again."), "{said}");
}

#[test]
fn a_model_that_is_gone_is_asked_for_again() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    bot.change_policy(|policy| policy.catalog = Arc::new(catalog(|text| text.replace("veo3-fast", "veo4"))));
    assert_snapshot!(ann.presses("✨ Generate"), @"
    ✎ This model is no longer available. Please choose another one.

    Choose a model
    • Veo 3.1 Fast: Lifelike scenes, people who speak
    • Kling 3.0: Camera work like in the cinema
    • Wan 3.0: First in tests by words alone, up to 30 s
    • MiniMax H3: Brings photos to life, always with sound
    • Grok Imagine: Quick and playful, up to 30 s
    • Kling v2.1: Smooth motion, no sound

    Your prompt: The sea
    [Veo 3.1 Fast · 1 credit]
    [Kling 3.0 · 1 credit]
    [Wan 3.0 · 1 credit]
    [MiniMax H3 · 1 credit]
    [Grok Imagine · 1 credit]
    [Kling v2.1 · 1 credit]
    [More models]
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
    bot.change_policy(|policy| policy.catalog = Arc::new(stricter));
    assert_snapshot!(ann.presses("✨ Generate"), @"
    ✎ Your prompt has 25 characters; Veo 3.1 Fast takes up to 10. Please send a shorter one.

    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    A very long and quiet sea
    ✍️ What should happen in the video? Just write it. For example: A red fox runs through fresh snow at dawn, slow motion.
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
}

fn dearer() -> Catalog {
    catalog(|text| text.replace("kie_model = \"veo3_fast\"", "kie_model = \"veo3_fast\"\nprice_credits = 3"))
}

/// The built-in models, changed.
fn catalog(change: impl FnOnce(&str) -> String) -> Catalog {
    Catalog::parse(&change(include_str!("../../../../shared/src/catalog.toml"))).unwrap()
}
