//! What people wrote is forgotten: when they ask for it, and by itself after a time.

use bot::core::event::{Event, IncomingUpdate, Outcome, Receipt};
use bot::core::update::{Message, Update, User};
use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::image_type::ImageType;
use shared::job::{FailureReason, JobState};

use crate::core::conversation::Bot;
use crate::core::person::Person;

/// Nothing else that is said or sent has this in it.
const SECRET: &str = "xyzzy";

/// A day.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// They have all of it deleted; what they read then.
fn has_all_deleted(person: &Person<'_>) -> String {
    person.sends("/privacy");
    person.presses("Delete my prompts and videos");
    person.presses("Yes, delete")
}

fn delivered(bot: &Bot, words: &str) {
    bot.video_is_there();
    bot.delivery_ends(Outcome::Done(Receipt::Video(Some(format!("{words}-video")))));
}

/// An update of theirs that nobody can read, or that makes us fail.
fn is_set_aside(bot: &Bot, number: i64, raw: String) {
    let update = Update { update_id: number, ..Update::default() };
    let incoming = IncomingUpdate { update, raw, unreadable: Some("odd".to_owned()) };
    bot.happens(&Event::Update(Box::new(incoming)));
}

#[test]
fn people_are_told_what_is_kept_and_have_it_deleted_in_two_taps() {
    let bot = Bot::new();
    let ann = bot.person(1);
    assert_snapshot!(ann.sends("/privacy"), @r"
    Privacy
    What I keep, and for how long
    • Your Telegram ID and language, what you paid, who invited you or gave you credits, and when you ordered which model at what price: without your prompts, for as long as we must keep accounts. Your name isn't kept.
    • Your prompts, the settings of your videos, and Telegram's file names of your photos and videos: 30 days after the order. Photos themselves are passed on and not kept. Delete a video from /videos, and I forget it right away.
    • What you chose under /settings: until you delete it here. That you want no news stays, so that you get none.
    • The day you were last here: until you come back.
    • What you write to payment support: 90 days.
    • What I answered you last, in case Telegram asks again: 1 hour.
    • A video that can't be sent here, until you download it: 7 days.

    Where it goes
    • Prompts, photos and settings go to KIE.ai, which makes the videos and keeps them and your photos for up to 14 days, without your name or ID.
    • Telegram keeps this chat. You can delete what you see here yourself.
    • Nobody else gets anything, and nothing is used to train anything.

    Tap below to delete it now.
    [🗑 Delete my prompts and videos]
    ");
    assert_snapshot!(ann.presses("Delete my prompts and videos"), @r#"
    ✎ Delete your prompts, photos and videos?
    I'll delete everything you've written to me, the prompts and photos of your orders, your defaults, an unfinished order, and copies of your videos. This can't be undone, and "Again" won't know your older orders.

    Your credits stay. The list of payments and prices stays, without any words.
    [Yes, delete] [No, keep]
    "#);
    let data = ann.button("Yes, delete");
    assert_snapshot!(ann.presses("No, keep"), @"✎ OK, nothing was deleted.");
    assert_snapshot!(ann.presses_data(Some(data.0), &data.1), @r#"
    ✎ 🗑 Deleted: your prompts, photos and videos, and what you wrote. Your credits and the list of payments are still here.

    You can delete what you see in this chat yourself, with "Clear history" in Telegram's menu.
    "#);
}

#[test]
fn after_it_nothing_of_theirs_is_in_any_row_and_everything_of_others_is() {
    let bot = Bot::new();
    let (ann, bob) = (bot.person(1), bot.person(2));
    for (person, words) in [(&ann, SECRET), (&bob, "of bob")] {
        person.buys(5);
        person.orders(&format!("one {words}"));
        delivered(&bot, words);
        person.orders(&format!("two {words}"));
        bot.job_failed(FailureReason::Policy);
        person.sends("/generate");
        person.presses("Veo 3.1 Fast");
        person.sends(&format!("three {words}"));
        person.sends_image(&format!("{words}-image"), 1000);
        bot.image_is(Outcome::Done(Receipt::Image { kind: ImageType::Jpeg, size_bytes: 1000 }));
        person.presses("✨ Generate");
        delivered(&bot, words);
        person.sends("/paysupport");
        person.sends(&format!("where is {words}?"));
        person.sends("/generate");
        person.presses("Veo 3.1 Fast");
        person.sends(&format!("four {words}"));
    }
    is_set_aside(
        &bot,
        1000,
        format!(r#"{{"update_id":1000,"edited_message":{{"from":{{"id":1}},"text":"{SECRET}"}}}}"#),
    );
    is_set_aside(&bot, 1001, r#"{"update_id":1001,"message":{"from":{"id":2},"text":"of bob"}}"#.to_owned());
    let rows_of_bob = bot.rows_with("of bob");
    assert!(bot.rows_with(SECRET).len() >= 5, "{:?}", bot.rows_with(SECRET));

    let credits = bot.credits_of_everybody();
    assert!(has_all_deleted(&ann).contains("🗑 Deleted: "));
    assert_eq!(bot.rows_with(SECRET), Vec::<String>::new());
    assert_eq!(bot.rows_with("of bob"), rows_of_bob);
    assert_eq!(bot.credits_of_everybody(), credits, "and the books are checked when the bot is dropped");
}

#[test]
fn an_order_under_way_keeps_its_words_until_it_ends() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders(SECRET);
    assert_snapshot!(has_all_deleted(&ann), @r#"
    ✎ 🗑 Deleted. One order is still in progress; its data is deleted when it finishes. Your credits and the list of payments are still here.

    You can delete what you see in this chat yourself, with "Clear history" in Telegram's menu.
    "#);
    assert!(!bot.rows_with(SECRET).is_empty());
    bot.restarts();
    bot.video_is_there();
    assert!(!bot.rows_with(SECRET).is_empty(), "the video goes out with its prompt below");
    bot.delivery_ends(Outcome::Done(Receipt::Video(Some("file".to_owned()))));
    assert_eq!(bot.rows_with(SECRET), Vec::<String>::new());
    assert_eq!(bot.rows_with("videos.test"), Vec::<String>::new());

    // What they order afterwards is as ever.
    ann.orders(&format!("{SECRET} again"));
    delivered(&bot, SECRET);
    assert!(!bot.rows_with(SECRET).is_empty());
}

#[test]
fn of_a_video_that_comes_late_after_all_nothing_stays_either() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(1);
    ann.orders(SECRET);
    bot.job_failed(FailureReason::Timeout);
    has_all_deleted(&ann);
    assert_eq!(bot.rows_with(SECRET), Vec::<String>::new());
    assert_snapshot!(bot.video_is_there(), @"
    → video ByUrl: Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    [🔁 Again · 1 credit]
    [➕ Continue · 1 credit]
    [🔍 1080p · 1 credit]
    [🔍 4K · 1 credit]
    [✏️ Change]
    ");
    bot.delivery_ends(Outcome::Done(Receipt::Video(Some("file".to_owned()))));
    assert_eq!(bot.rows_with("videos.test"), Vec::<String>::new());
}

#[test]
fn a_forgotten_order_begins_anew_when_it_is_ordered_again() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders(SECRET);
    delivered(&bot, SECRET);
    let again = ann.button("Change");
    has_all_deleted(&ann);
    assert_snapshot!(ann.presses_data(Some(again.0), &again.1), @"
    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound

    ✍️ What should happen in the video? Just write it. For example: A red fox runs through fresh snow at dawn, slow motion.
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
}

#[test]
fn a_repeated_update_brings_back_no_words() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in(SECRET);
    has_all_deleted(&ann);
    assert_eq!(bot.rows_with(SECRET), Vec::<String>::new());
    let user = Some(User { id: ann.user.id, ..User::default() });
    for update_id in 1..10 {
        let message = Some(Message { from: user.clone(), ..Message::default() });
        let update = Update { update_id, message, ..Update::default() };
        let repeated = IncomingUpdate { update, raw: "{}".to_owned(), unreadable: None };
        assert!(!bot.happens(&Event::Update(Box::new(repeated))).contains(SECRET));
    }
}

#[test]
fn a_payment_that_was_set_aside_stays_until_somebody_has_looked() {
    let bot = Bot::new();
    let ann = bot.person(1);
    let paid = r#"{"update_id":1000,"message":{"from":{"id":1},"successful_payment":{"odd":"one"}}}"#;
    is_set_aside(&bot, 1000, paid.to_owned());
    has_all_deleted(&ann);
    assert_eq!(bot.rows_with("successful_payment").len(), 1);
}

#[test]
fn old_orders_and_requests_are_forgotten_by_themselves() {
    let bot = Bot::new();
    let ann = bot.person(1);
    (0..11).for_each(|_| ann.buys(10));
    // More than are forgotten in one turn.
    for number in 0..105 {
        ann.orders(&format!("{SECRET} {number}"));
        delivered(&bot, SECRET);
    }
    ann.sends("/paysupport");
    ann.sends("plugh");
    is_set_aside(&bot, 1000, r#"{"update_id":1000,"message":{"text":"frobnicate"}}"#.to_owned());
    bot.waits(DAY * 29);
    ann.fills_in("an open order");
    assert_eq!(bot.rows_with(&format!("{SECRET} ")).len(), 105);

    bot.waits(DAY * 2);
    assert_eq!(bot.rows_with(&format!("{SECRET} ")).len(), 5, "no turn takes long");
    bot.waits(SignedDuration::from_secs(1));
    assert_eq!(bot.rows_with(SECRET), Vec::<String>::new());
    assert_eq!(bot.rows_with("an open order").len(), 1);
    assert_eq!((bot.rows_with("plugh").len(), bot.rows_with("frobnicate").len()), (1, 0));

    bot.waits(DAY * 60);
    for words in ["an open order", "plugh", "frobnicate"] {
        assert_eq!(bot.rows_with(words), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn a_job_that_has_not_ended_is_never_too_old() {
    let bot = Bot::new();
    bot.change_policy(|policy| policy.undelivered_age_max = DAY * 100);
    let ann = bot.person(1);
    ann.buys(1);
    ann.orders(SECRET);
    bot.job_is(JobState::Submitted);
    bot.video_is_there();
    bot.waits(DAY * 40);
    assert!(!bot.rows_with(SECRET).is_empty());
}
