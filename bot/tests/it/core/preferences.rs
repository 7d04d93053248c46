//! What people set for all orders to come.

use insta::assert_snapshot;

use super::conversation::Bot;

#[test]
fn new_orders_begin_with_what_was_set() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    assert_snapshot!(ann.sends("/settings"), @"
    ⚙️ Your defaults
    New orders begin with these. You can change them in every order.
    Model: as last time
    Format: as last time
    Length: as last time
    Sound: as last time
    Language: as in Telegram
    News from us: on
    [Model] [Format]
    [Length] [Sound]
    [Language] [🔕 Turn off news]
    ");
    assert_snapshot!(ann.presses("Format"), @"
    ✎ Which format do you prefer? Models without it use their own.
    [✓ as last time]
    [16:9] [9:16] [1:1] [4:3]
    [3:4] [3:2] [2:3]
    [◀️ Back]
    ");
    assert_snapshot!(ann.presses("9:16"), @"
    ✎ ⚙️ Your defaults
    New orders begin with these. You can change them in every order.
    Model: as last time
    Format: 9:16
    Length: as last time
    Sound: as last time
    Language: as in Telegram
    News from us: on
    [Model] [Format]
    [Length] [Sound]
    [Language] [🔕 Turn off news]
    ");
    ann.presses("Model");
    ann.presses("Kling 3.0");
    ann.presses("Sound");
    ann.presses("no sound");
    let card = ann.sends("a fox");
    assert!(card.starts_with("🎬 Kling 3.0 · 9:16 · 5 s · 720p · no sound"), "{card}");
    ann.sends("/settings");
    ann.presses("Format");
    assert!(ann.presses("as last time").contains("Format: as last time"));
}

#[test]
fn what_was_set_is_deleted_with_everything_else() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.presses_data(None, "settings:format:9:16");
    ann.sends("/privacy");
    ann.presses("Delete my prompts");
    ann.presses("Yes, delete");
    assert!(ann.sends("/settings").contains("Format: as last time"));
    assert_eq!(bot.count("SELECT count(*) FROM preferences"), 0);
}

#[test]
fn forged_and_outdated_settings_change_nothing() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    for data in ["settings:model:gone", "settings:format:7:7", "settings:length:-5"] {
        let shown = ann.presses_data(None, data);
        assert!(shown.contains("Model: as last time") && shown.contains("Format: as last time"), "{data}: {shown}");
    }
    assert_eq!(ann.presses_data(None, "settings:colour:red"), "(This button has expired.)");
    assert!(ann.sends("a fox").starts_with("🎬 Veo 3.1 Fast"));
}
