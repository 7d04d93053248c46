//! Ready ideas: from the list, from a link, and filled in.

use bot::core::event::{Outcome, Receipt};
use insta::assert_snapshot;
use shared::image_type::ImageType;

use super::conversation::Bot;

#[test]
fn an_idea_is_filled_in_and_ordered() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    assert_snapshot!(ann.sends("/templates"), @"
    Templates
    Pick an idea, and I'll fill in the rest.
    [📷 Bring an old photo to life]
    [🛍 Product shot]
    [🎂 Birthday greeting]
    [🌊 Looping background]
    [🐶 My pet as an astronaut]
    [🎬 Film scene]
    [📺 Breaking news]
    [🔍 Tiny world]
    [✏️ A drawing comes alive]
    [🍜 Food close-up]
    ");
    assert_snapshot!(ann.presses("Birthday greeting"), @"
    ✎ 🎂 Birthday greeting
    A cheerful robot congratulates somebody by name.

    🎬 Veo 3.1 Fast · 2 things to fill in
    [✨ Use this idea]
    [◀️ Back] [🔗 Share]
    ");
    assert_snapshot!(ann.presses("Use this idea"), @"
    🎬 Veo 3.1 Fast · 9:16 · 8 s · 1080p · with sound

    ✍️ Whose birthday is it? For example: Anna
    [🎬 Veo 3.1 Fast]
    [⚙️ 9:16 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.sends("Anna"), @"
    🎬 Veo 3.1 Fast · 9:16 · 8 s · 1080p · with sound

    ✍️ What should it wish them? For example: May all your plans work out.
    [🎬 Veo 3.1 Fast]
    [⚙️ 9:16 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.sends("Be well."), @r#"
    🎬 Veo 3.1 Fast · 9:16 · 8 s · 1080p · with sound
    A small friendly robot stands behind a birthday cake with burning candles and confetti falling round it. It looks into the camera, waves and says in a warm voice: "Happy birthday, Anna! Be well." Party music plays softly in the background.
    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 9:16 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    "#);
    assert!(ann.presses("✨ Generate").contains("\"Happy birthday, Anna! Be well.\""));
}

#[test]
fn an_idea_for_a_photo_asks_for_one() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    assert!(ann.sends("/start t_old-photo").starts_with("📷 Bring an old photo to life"));
    let asked = ann.presses("Use this idea");
    assert!(asked.contains("MiniMax H3 starts from a photo. Please send one."), "{asked}");
    ann.sends_image("photo-1", 5);
    let card = bot.image_is(Outcome::Done(Receipt::Image { kind: ImageType::Jpeg, size_bytes: 5 }));
    assert!(card.contains("Photo 1: first frame") && card.contains("[✨ Generate · 1 credit]"), "{card}");
}

#[test]
fn a_link_to_an_idea_that_is_gone_shows_the_others() {
    let bot = Bot::new();
    let ann = bot.person(1);
    let shown = ann.sends("/start t_gone");
    assert!(shown.starts_with("This template isn't available any more.") && shown.contains("Product shot"), "{shown}");
    assert_eq!(
        ann.presses_data(None, "template:use:gone"),
        "(This template isn't available any more. Here are the ones that are.)"
    );
}

#[test]
fn words_of_style_are_added_and_taken_out_by_taps() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("A fox in the snow.");
    assert_snapshot!(ann.presses("💡 Tips"), @r#"
    ✎ 💡 Tips for Veo 3.1 Fast
    • Scene: say who or what, where, and what happens, in one or two sentences.
    • Camera and light: name them. For example: slow dolly-in, golden hour light.
    • Speech: put it in quotes. For example: She smiles and says: "Welcome home!" Name the sounds you want, too.
    • Length: a few seconds hold one or two actions. A longer story needs a longer video.

    A fox in the snow.
    Tap to add or remove:
    [🎥 Dolly-in] [🚁 Drone shot]
    [🤳 Handheld] [🐢 Slow motion]
    [🌇 Golden hour] [🌃 Neon night]
    [🎞 35mm film] [🔬 Macro]
    [🧸 3D animation]
    [✅ Done]
    "#);
    assert!(ann.presses("Slow motion").contains("A fox in the snow, slow motion"));
    assert!(ann.presses("Golden hour").contains("A fox in the snow, slow motion, golden hour light"));
    assert!(ann.presses("✓ 🐢 Slow motion").contains("A fox in the snow, golden hour light"));
    ann.presses("Done");
    assert!(ann.presses("✨ Generate").contains("→ workers: veo3-fast: A fox in the snow, golden hour light"));
    assert!(ann.sends("/tips").starts_with("💡 How to write a good prompt"));
}
