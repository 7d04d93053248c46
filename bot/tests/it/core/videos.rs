//! What people have made, and what they go on to make of it.

use bot::core::event::{Outcome, Receipt};
use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::job::FailureReason;

use super::conversation::Bot;
use super::person::Person;

/// They have made a video, and Telegram has it under this name.
fn makes(ann: &Person<'_>, bot: &Bot, prompt: &str, file_id: Option<&str>) {
    ann.orders(prompt);
    bot.video_is_there();
    bot.delivery_ends(Outcome::Done(Receipt::Video(file_id.map(str::to_owned))));
    bot.passes(SignedDuration::from_mins(1));
}

#[test]
fn what_was_made_is_listed_and_sent_again_for_free() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(10);
    assert!(ann.sends("/videos").starts_with("You have no videos yet."));
    for prompt in ["one", "two", "three", "four", "five", "six"] {
        makes(&ann, &bot, prompt, Some(&format!("file-{prompt}")));
    }
    assert_snapshot!(ann.sends("/videos"), @"
    Your videos
    Tap a number to send one again, change it or go on from it.
    1. 15 Jan 2027 · Veo 3.1 Fast: six
    2. 15 Jan 2027 · Veo 3.1 Fast: five
    3. 15 Jan 2027 · Veo 3.1 Fast: four
    4. 15 Jan 2027 · Veo 3.1 Fast: three
    5. 15 Jan 2027 · Veo 3.1 Fast: two
    [1] [2] [3] [4] [5]
    [Older ▶️]
    ");
    assert_snapshot!(ann.presses("Older"), @"
    ✎ Your videos
    Tap a number to send one again, change it or go on from it.
    1. 15 Jan 2027 · Veo 3.1 Fast: one
    [1]
    [◀️ Newer]
    ");
    assert_snapshot!(ann.presses("1"), @"
    ✎ one
    Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    [📤 Send again]
    [🔁 Again · 1 credit]
    [🔍 4K · 1 credit]
    [✏️ Change]
    [🔗 Share with prompt]
    [📋 Copy prompt]
    [◀️ Back] [🗑 Delete]
    ");
    let before = ann.sends("/balance");
    assert_snapshot!(ann.presses("Send again"), @"
    video file-one: one
    Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    [🔁 Again · 1 credit]
    [🔍 4K · 1 credit]
    [✏️ Change]
    [🔗 Share with prompt]
    ");
    assert_eq!(ann.sends("/balance"), before, "it costs nothing");
}

#[test]
fn a_video_that_is_deleted_from_the_list_is_forgotten() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    makes(&ann, &bot, "a secret", Some("file-1"));
    makes(&ann, &bot, "a fox", None);
    ann.sends("/videos");
    ann.presses("2");
    let deleted = ann.presses("🗑 Delete");
    assert!(deleted.contains("(Deleted from your list.)") && !deleted.contains("a secret"), "{deleted}");
    assert_eq!(bot.count("SELECT count(*) FROM jobs WHERE prompt = 'a secret' OR file_id = 'file-1'"), 0);
    assert!(!ann.presses("1").contains("Send again"), "what went out as a link cannot be sent again");
    assert_eq!(bot.count("SELECT count(*) FROM jobs WHERE money = 'captured'"), 2, "the books stay");
}

#[test]
fn nobody_sees_the_videos_of_others() {
    let bot = Bot::new();
    let (ann, bob) = (bot.person(1), bot.person(2));
    ann.buys(5);
    makes(&ann, &bot, "a secret", Some("file-1"));
    let job = bot.last_job();
    for action in ["show:{}:0", "send:{}", "delete:{}:0"] {
        let said = bob.presses_data(None, &format!("videos:{}", action.replace("{}", &job.to_string())));
        assert!(said.contains("(This video isn't kept any more.)") && !said.contains("a secret"), "{action}: {said}");
    }
    assert!(ann.sends("/videos").contains("a secret"));
}

#[test]
fn a_shared_video_begins_an_order_of_somebody_else() {
    let bot = Bot::new();
    let (ann, bob) = (bot.person(1), bot.person(2));
    ann.buys(5);
    bob.buys(5);
    makes(&ann, &bot, "a fox", Some("file-1"));
    let link = format!("/start v_{}", bot.last_job());
    let card = bob.sends(&link);
    assert!(card.starts_with("2: 🎁 Somebody shared this idea with you.") && card.contains("\na fox\n"), "{card}");
    assert!(bob.presses("✨ Generate").contains("→ workers: veo3-fast: a fox"));
    ann.sends("/privacy");
    ann.presses("Delete my prompts");
    ann.presses("Yes, delete");
    assert!(bob.sends(&link).starts_with("2: This idea isn't shared any more."));
    assert!(bob.sends("/start v_nonsense").starts_with("2: Welcome"), "what is no link of ours is greeted");
}

#[test]
fn one_tap_makes_the_same_again_at_the_price_on_the_button() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    makes(&ann, &bot, "a fox", Some("file-1"));
    ann.sends("a wolf");
    assert!(ann.presses("🔁 Again · 1 credit").contains("→ workers: veo3-fast: a fox"));
    assert!(ann.presses("✨ Generate").contains("→ workers: veo3-fast: a wolf"), "the open order is still there");
}

#[test]
fn a_video_is_continued_with_new_words_and_made_finer_at_once() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(10);
    ann.sends("a fox");
    ann.presses("⚙️");
    ann.presses("720p");
    ann.presses("Done");
    ann.presses("✨ Generate");
    let ready = bot.video_is_there();
    assert!(
        ready.contains(
            "[➕ Continue · 1 credit]\n[🔍 1080p · 1 credit]\n[🔍 4K · 1 credit]\n[✏️ Change]\n[🔗 Share with prompt]"
        ),
        "{ready}"
    );
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
    assert_snapshot!(ann.presses("➕ Continue"), @"
    🎬 Veo 3.1 Fast · ➕ continue your video

    ✍️ What should happen next in your video? Just write it.
    [↩️ Previous prompt]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.sends("It jumps over a brook"), @"
    🎬 Veo 3.1 Fast · ➕ continue your video
    It jumps over a brook
    Price: 1 credit · Balance: 9
    [✨ Generate · 1 credit]
    [↩️ Previous prompt]
    [💡 Tips] [Cancel]
    ");
    assert_snapshot!(ann.presses("✨ Generate"), @"
    (Order placed.)

    → workers: veo3-fast: It jumps over a brook, extend of task-of-01a3185c50007a5a931754e23bc1eca8

    ✎ 🎬 Veo 3.1 Fast: your video is in the works. This usually takes 5 to 10 minutes; you can close the chat. 1 credit set aside.
    ");
    bot.job_failed(FailureReason::Provider);
    bot.passes(SignedDuration::from_mins(1));
    let finer = ann.presses("🔍 1080p");
    assert!(finer.contains("(Order placed.)"), "{finer}");
}

#[test]
fn a_finer_version_is_not_offered_again_and_an_old_video_not_for_going_on() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(10);
    makes(&ann, &bot, "a fox", Some("file-1"));
    assert!(ann.presses("🔍 4K").contains("(Order placed.)"));
    let finer = bot.video_is_there();
    assert!(finer.contains("Veo 3.1 Fast · 4K") && !finer.contains("Again"), "{finer}");
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));

    bot.passes(SignedDuration::from_hours(14 * 24));
    assert_eq!(ann.presses("🔍 4K"), "(That can't be made of this video any more.)");
}

#[test]
fn an_order_that_was_open_leaves_its_prompt_to_the_one_that_replaces_it() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(10);
    makes(&ann, &bot, "a fox", Some("file-1"));
    ann.sends("a wolf");
    assert!(ann.presses("✏️ Change").contains("\na fox\n"));
    assert!(ann.presses("Previous prompt").contains("\na wolf\n"));
}
