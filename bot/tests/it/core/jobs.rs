//! What the chat hears of a job.

use bot::core::event::{Outcome, Receipt, Refusal};
use std::sync::Arc;

use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::catalog::Catalog;
use shared::job::{BlockReason, FailureReason, JobState};

use crate::core::conversation::Bot;

fn sent() -> Outcome {
    Outcome::Done(Receipt::Video(Some("video-1".to_owned())))
}

#[test]
fn the_status_follows_the_job_until_the_video_is_there() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    assert_eq!(bot.job_is(JobState::Submitted), "", "the chat says so already");
    // Mostly the video is there a moment later: to say that it is ready would be an edit for nothing.
    assert_snapshot!(bot.video_is_there(), @"
    → video ByUrl: <blockquote>The sea</blockquote>
    Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    [🔁 Again · 1 credit]
    [🔍 4K · 1 credit]
    [✏️ Change]
    [🔗 Share with prompt]
    ");
    assert_snapshot!(bot.delivery_ends(sent()), @"✎ ✅ Veo 3.1 Fast: done · 1 credit used · 4 left");
    assert_snapshot!(ann.presses("Change"), @"
    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    The sea
    Price: 1 credit · Balance: 4
    [✨ Generate · 1 credit]
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
}

#[test]
fn a_video_that_comes_after_all_is_free() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.job_failed(FailureReason::Timeout);
    assert_snapshot!(bot.video_is_there(), @"
    → video ByUrl: <blockquote>The sea</blockquote>
    Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    [🔁 Again · 1 credit]
    [🔍 4K · 1 credit]
    [✏️ Change]
    [🔗 Share with prompt]
    ");
    assert_snapshot!(bot.delivery_ends(sent()), @"✎ ✅ Veo 3.1 Fast: your video is here after all. It's free: you already got your credits back.");
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
}

#[test]
fn whoever_slept_for_days_asks_for_a_late_video_more_than_once() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.job_failed(FailureReason::Timeout);
    let asks_after = |time| {
        let before = bot.publishings();
        bot.waits(time);
        bot.publishings() - before
    };
    // The first question may be lost with a process that dies, the second may not; then the day for it is over.
    let asked = [SignedDuration::from_hours(72), SignedDuration::from_mins(6), SignedDuration::from_mins(6)];
    assert_eq!(asked.map(asks_after), [1, 1, 0]);
}

#[test]
fn workers_are_asked_about_a_job_more_rarely_the_longer_it_renders() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.job_is(JobState::Submitted);
    let step = SignedDuration::from_secs(10);
    let asked_after = |time: SignedDuration, answers: bool| {
        let steps = 1..=time.as_secs() / step.as_secs();
        let asked = steps.filter(|_| {
            let before = bot.publishings();
            bot.waits(step);
            let is_asked = bot.publishings() > before;
            if is_asked && answers {
                bot.job_is(JobState::Submitted);
            }
            is_asked
        });
        asked.map(|nth| (step * i32::try_from(nth).unwrap()).as_secs()).collect::<Vec<_>>()
    };
    // Most videos are there before the first question.
    assert_eq!(asked_after(SignedDuration::from_mins(25), true), [5 * 60, 10 * 60, 20 * 60]);
    // The question at 40 minutes is lost, or its answer: it is asked again soon.
    assert_eq!(asked_after(SignedDuration::from_mins(16), false), [15 * 60, 15 * 60 + 10, 15 * 60 + 30]);
}

#[test]
fn a_job_that_nobody_is_heard_of_is_given_up() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    // Workers may submit it as long as it may wait here, 6 hours; then it may render.
    let waits = bot.waits(SignedDuration::from_mins(380));
    assert!(!waits.contains("it took too long"), "{waits}");
    let given_up = bot.waits(SignedDuration::from_mins(16));
    assert!(given_up.contains("it took too long"), "{given_up}");
}

#[test]
fn one_way_after_the_other_is_tried() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.video_is_there();
    let refused = || Outcome::Refused(Refusal::Other("too large".to_owned()));
    assert_snapshot!(bot.delivery_ends(refused()), @"
    → video Upload: <blockquote>The sea</blockquote>
    Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    [🔁 Again · 1 credit]
    [🔍 4K · 1 credit]
    [✏️ Change]
    [🔗 Share with prompt]
    ");
    assert_snapshot!(bot.delivery_ends(refused()), @"
    → video Link: <blockquote>The sea</blockquote>
    Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound
    [🔁 Again · 1 credit]
    [🔍 4K · 1 credit]
    [✏️ Change]
    [🔗 Share with prompt]
    ");
    assert_snapshot!(bot.delivery_ends(Outcome::Done(Receipt::Video(None))), @"✎ ✅ Veo 3.1 Fast: done · 1 credit used · 4 left");
}

#[test]
fn what_could_not_be_sent_is_tried_once_more_and_then_when_the_person_is_back() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.video_is_there();
    assert_snapshot!(bot.waits(SignedDuration::from_secs(20)), @"✎ 📦 Veo 3.1 Fast: your video is ready, I'm sending it.");
    assert_eq!(bot.delivery_ends(Outcome::Unreachable), "");
    assert!(bot.waits(SignedDuration::from_mins(6)).contains("→ video"));
    assert_eq!(bot.delivery_ends(Outcome::Unreachable), "");
    assert_eq!(bot.waits(SignedDuration::from_hours(24)), "");
    assert!(ann.sends("/start").contains("→ video"));
    // While that is under way, coming back again begins nothing.
    assert!(!ann.sends("/start").contains("→ video"));
    bot.delivery_ends(Outcome::Unreachable);
    assert!(ann.sends("/start").contains("→ video"));
    bot.delivery_ends(sent());
}

#[test]
fn a_video_that_can_be_sent_in_no_way_costs_nothing() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.video_is_there();
    let refused = || Outcome::Refused(Refusal::Other("gone".to_owned()));
    bot.delivery_ends(refused());
    bot.delivery_ends(refused());
    let told = bot.delivery_ends(refused());
    let (person, operators) = told.split_once("\n\n900: ").unwrap();
    assert_snapshot!(person, @"
    ✎ ⚠️ Veo 3.1 Fast: your video didn't make it – 1 credit returned.

    I'm sorry: your video was made, but I couldn't send it to you. Telegram doesn't take the file.

    1 credit returned. Your balance: 5 credits
    [🔁 Again · 1 credit]
    [✏️ Change]
    ");
    assert!(operators.contains("Telegram refuses it in every way: gone."), "{operators}");
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
}

#[test]
fn while_the_provider_is_blocked_orders_wait_and_operators_know() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    assert_snapshot!(bot.provider_is(Some(BlockReason::OutOfFunds)), @r"
    900: ⚠️ KIE.ai isn't taking orders: the account has no credits left. Top it up at kie.ai.
    Orders are paused; those in the queue wait.
    ");
    assert_eq!(bot.provider_is(Some(BlockReason::OutOfFunds)), "");
    assert_snapshot!(ann.presses("✨ Generate"), @"(Video generation is temporarily unavailable. Your order is saved; please try again later.)");
    assert_snapshot!(ann.sends("/generate"), @"Video generation is temporarily unavailable. Your credits are safe. Please try again later.");
    assert_snapshot!(bot.provider_is(None), @"900: ✅ KIE.ai is taking orders again.");
    assert_snapshot!(ann.presses("✨ Generate"), @"
    (Order placed.)

    → workers: veo3-fast: The sea

    ✎ 🎬 Veo 3.1 Fast: your video is in the works. This usually takes 5 to 10 minutes; you can close the chat. 1 credit set aside.
    ");
}

#[test]
fn who_was_in_the_middle_of_an_order_sees_that_videos_are_paused() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/generate");
    bot.provider_is(Some(BlockReason::OutOfFunds));
    assert_snapshot!(ann.presses("Veo 3.1 Fast"), @"
    ✎ 🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound

    ✍️ What should happen in the video? Just write it. For example: A red fox runs through fresh snow at dawn, slow motion.

    Video generation is temporarily unavailable. Your order is saved; please try again later.
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    let summary = ann.sends("The sea");
    assert!(
        summary.contains("Price: 1 credit") && summary.contains("Video generation is temporarily unavailable."),
        "{summary}"
    );
    bot.provider_is(None);
    ann.presses("⚙️");
    assert!(!ann.presses("Done").contains("unavailable"));

    ann.sends("/cancel");
    bot.provider_is(Some(BlockReason::KeyLimit));
    assert!(ann.sends_image("image", 1000).starts_with("Video generation is temporarily unavailable"));
}

#[test]
fn while_the_provider_stays_blocked_orders_wait_for_so_long_and_their_credits_come_back() {
    let bot = Bot::new();
    bot.change_policy(|policy| {
        policy.published_max = 1;
        policy.queue_age_max = SignedDuration::from_hours(3);
    });
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("published");
    ann.orders("queued");
    bot.provider_is(Some(BlockReason::OutOfFunds));
    // The workers keep what they have as long as they may still submit it.
    bot.waits(SignedDuration::from_mins(30));
    assert!(bot.job_failed(FailureReason::Expired).contains("1 credit returned. Your balance: 4 credits"));
    assert_eq!(bot.waits(SignedDuration::from_mins(149)), "");
    assert_snapshot!(bot.waits(SignedDuration::from_mins(2)), @"
    ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    The service was busy for too long. Please try again later.

    1 credit returned. Your balance: 5 credits
    [🔁 Again · 1 credit]
    [✏️ Change]
    ");
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
}

#[test]
fn a_model_that_is_off_is_not_offered_and_what_was_ordered_is_made() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("ordered before");
    ann.fills_in("under way");
    let again = ann.button("✨ Generate");
    let mut catalog = Catalog::built_in();
    catalog.switch_off(&["veo3-fast".to_owned()]).unwrap();
    bot.change_policy(|policy| policy.catalog = Arc::new(catalog));
    assert_snapshot!(ann.presses_data(Some(again.0), &again.1), @"
    ✎ This model is no longer available. Please choose another one.

    Choose a model
    • Kling 3.0: Camera work like in the cinema
    • Wan 3.0: First in tests by words alone, up to 30 s
    • MiniMax H3: Brings photos to life, always with sound
    • Grok Imagine: Quick and playful, up to 30 s
    • Kling v2.1: Smooth motion, no sound

    Your prompt: under way
    [Kling 3.0 · 1 credit]
    [Wan 3.0 · 1 credit]
    [MiniMax H3 · 1 credit]
    [Grok Imagine · 1 credit]
    [Kling v2.1 · 1 credit]
    [More models]
    [Cancel]
    ");
    assert!(bot.video_is_there().contains("ordered before"));
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
    assert!(ann.presses("Change").contains("This model is no longer available."));
}

#[test]
fn a_queued_job_can_be_cancelled_and_a_published_one_cannot() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    bot.change_policy(|policy| policy.published_max = 1);
    ann.orders("first");
    assert_snapshot!(ann.orders("second"), @r"
    (Order placed.)

    ✎ ⏳ Veo 3.1 Fast: number 1 in the queue. 1 credit set aside.
    [Cancel]
    ");
    assert_snapshot!(ann.presses("Cancel"), @r"
    (Cancelled; your credits are back.)

    ✎ Veo 3.1 Fast: cancelled – 1 credit returned.
    ");
    assert_snapshot!(ann.presses_data(None, &format!("cancel:{}", bot.last_job())), @"(Too late to cancel: your order has already been passed on.)");
}
