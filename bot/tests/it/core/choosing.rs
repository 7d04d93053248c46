//! What can be chosen on the card of an order.

use insta::assert_snapshot;

use crate::core::conversation::Bot;

#[test]
fn options_are_chosen_on_the_card_with_what_they_cost() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    assert_snapshot!(ann.sends("The hills"), @"
    Prompt updated.

    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The hills
    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [↩️ Previous prompt]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.presses("⚙️"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound

    Price: 1 credit · Balance: 5
    [✓ 16:9] [9:16]
    [✓ 8 s] [6 s] [4 s]
    [✓ 1080p] [720p] [4K (+1)]
    [✅ Done]
    ");
    assert_snapshot!(ann.presses("4K"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 4K · with sound

    Price: 2 credits · Balance: 5
    [✓ 16:9] [9:16]
    [✓ 8 s] [6 s (−1)] [4 s (−1)]
    [1080p (−1)] [720p (−1)] [✓ 4K]
    [✅ Done]
    ");
    assert_snapshot!(ann.presses("Done"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 4K · with sound
    The hills
    Price: 2 credits · Balance: 5
    [✨ Generate · 2 credits]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 4K · with sound]
    [🖼 Add a photo]
    [↩️ Previous prompt]
    [💡 Tips] [Cancel]
    ");
}

#[test]
fn another_model_is_chosen_on_the_card_and_takes_over_what_it_can() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The hills");
    ann.presses("⚙️");
    ann.presses("4K");
    ann.presses("Done");
    ann.presses("🎬 Veo");
    assert_snapshot!(ann.presses("More models"), @"
    ✎ 🗣 For speech
    • Veo 3.1 Quality: The finest Veo, for faces and speech
    • Gemini Omni Flash: Follows long descriptions, with sound

    ⏱ Longest videos
    • Seedance 2 mini: Lively scenes with sound, up to 15 s

    💸 Quick and light
    • Veo 3.1 Lite: Veo for less, with sound
    • Kling 2.5 Turbo: Fast action, no sound
    • Seedance 1.5 Pro: Steady camera, sound if you like
    • PixVerse V6: Stylised and quick, 1 to 15 s

    🖼 From your photo
    • Hailuo 2.3: Photos that move, for little

    Your prompt: The hills
    [Veo 3.1 Quality · 2 credits]
    [Gemini Omni Flash · 1 credit]
    [Seedance 2 mini · 1 credit]
    [Veo 3.1 Lite · 1 credit]
    [Kling 2.5 Turbo · 1 credit]
    [Seedance 1.5 Pro · 1 credit]
    [PixVerse V6 · 1 credit]
    [Hailuo 2.3 · 1 credit]
    [◀️ Best models]
    [◀️ Back] [Cancel]
    ");
    ann.presses("Best models");
    assert_snapshot!(ann.presses("Kling 3.0"), @"
    ✎ 🎬 Kling 3.0 · 16:9 · 5 s · 4K · with sound
    The hills
    Price: 3 credits · Balance: 5
    [✨ Generate · 3 credits]
    [🎬 Kling 3.0]
    [⚙️ 16:9 · 5 s · 4K · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    ann.presses("🎬 Kling");
    assert!(ann.presses("Back").starts_with("✎ 🎬 Kling 3.0"));
    assert_snapshot!(ann.presses("Cancel"), @"✎ Order cancelled. Nothing was charged.");
}
