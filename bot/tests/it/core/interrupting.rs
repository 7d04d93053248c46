//! Commands, old buttons and restarts in the middle of an order.

use bot::core::event::Refusal;
use insta::assert_snapshot;

use crate::core::conversation::Bot;

#[test]
fn commands_in_the_middle_lose_nothing() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Veo 3.1 Fast");
    for command in ["/help", "/balance", "/terms", "/dance"] {
        let answer = ann.sends(command);
        assert!(answer.contains("You have an unfinished order"), "{command}: {answer}");
    }
    ann.sends("/start");
    ann.sends("/buy");
    assert_snapshot!(ann.sends("The sea"), @"
    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The sea
    Price: 1 credit · Balance: 5
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.sends("/cancel"), @"Order cancelled. Nothing was charged.");
    assert_snapshot!(ann.sends("/cancel"), @"Nothing to cancel.");
}

#[test]
fn a_form_survives_a_restart() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    ann.presses("Kling");
    ann.sends("The sea");
    ann.sends_image("photo-1", 5);
    assert_snapshot!(bot.restarts(), @"→ looks at photo-1");
    assert_snapshot!(bot.image_is(bot::core::event::Outcome::Refused(Refusal::NotAnImage)), @"
    I can't use this file. Please send a JPEG/PNG photo.

    🎬 Kling v2.1 · 16:9 · 5 s · no sound
    The sea
    Price: 2 credits · Balance: 5
    [✨ Generate · 2 credits]
    [🎬 Kling v2.1]
    [⚙️ 16:9 · 5 s · no sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    assert_eq!(bot.restarts(), "");
    assert!(ann.presses("✨ Generate").contains("→ workers: kling-2.1: The sea\n"));
}

#[test]
fn an_old_button_says_so() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.sends("/generate");
    let (message, data) = ann.button("Veo 3.1 Fast");
    ann.sends("/generate");
    assert_snapshot!(ann.presses_data(Some(message), &data), @r"
    (This button has expired.)
    ");
}

#[test]
fn forged_buttons_are_harmless() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    for data in
        ["", ":", "f:", "f::", "f:::", "f:x:go:0", "nonsense", "again:x", "cancel:x", "\u{0}", "f:00000000:go:-1"]
    {
        let answer = ann.presses_data(None, data);
        assert_eq!(answer, "(This button has expired.)", "{data:?}");
    }
    let (message, data) = ann.button("✨ Generate");
    let token = data.split(':').nth(1).unwrap();
    for action in ["go:0", "go:-5", "go:999", "option:9:9", "model:nonsense"] {
        let answer = ann.presses_data(Some(message), &format!("f:{token}:{action}"));
        assert!(!answer.contains("workers"), "{action}: {answer}");
    }
}

#[test]
fn somebody_elses_job_is_nobodys_business() {
    let bot = Bot::new();
    let (ann, bob) = (bot.person(1), bot.person(2));
    ann.buys(5);
    ann.orders("The sea");
    let job = bot.last_job();
    for data in [format!("again:{job}:1"), format!("edit:{job}"), format!("next:4k:{job}:1"), format!("cancel:{job}")] {
        assert_eq!(bob.presses_data(None, &data), "(This button has expired.)", "{data}");
    }
}
