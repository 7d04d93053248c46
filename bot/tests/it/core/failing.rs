//! Orders that come to nothing: what is told, what is offered, and what is tried once more by itself.

use bot::core::event::{Outcome, Receipt};
use insta::assert_snapshot;
use shared::image_type::ImageType;
use shared::job::{BlockReason, FailureReason, JobState};

use crate::core::conversation::Bot;

#[test]
fn what_the_provider_fails_is_ordered_once_more_before_anybody_hears_of_it() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    let failed = JobState::Failed { reason: FailureReason::Provider };
    let first = bot.last_job();
    assert_snapshot!(bot.job_is(failed.clone()), @"
    → workers: veo3-fast: The sea

    ✎ 🎬 Veo 3.1 Fast: your video is in the works. This usually takes 5 to 10 minutes; you can close the chat. 1 credit set aside.
    ");
    assert_ne!(bot.last_job(), first);
    assert!(ann.sends("/balance").starts_with("Your balance: 4 credits\n1 credit set aside"));
    assert_snapshot!(bot.job_is(failed.clone()), @"
    ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    Something went wrong while your video was being made. Please try again.

    1 credit returned. Your balance: 5 credits
    [🔁 Again · 1 credit]
    [✏️ Change]
    ");
    assert_eq!(bot.publishings(), 2, "twice is enough");

    // Not while the provider takes nothing: nobody waits for that unasked.
    ann.orders("The hills");
    bot.provider_is(Some(BlockReason::OutOfFunds));
    assert!(bot.job_is(failed).contains("Something went wrong while your video was being made."));
}

#[test]
fn what_is_to_be_forgotten_is_not_ordered_once_more() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("a secret");
    ann.sends("/privacy");
    ann.presses("Delete my prompts");
    assert!(ann.presses("Yes, delete").contains("One order is still in progress"));
    assert!(!bot.job_is(JobState::Failed { reason: FailureReason::Provider }).contains("→ workers"));
    assert_eq!(bot.count("SELECT count(*) FROM jobs WHERE prompt <> ''"), 0);
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits"));
}

#[test]
fn what_was_refused_is_asked_for_anew() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.job_failed(FailureReason::Policy);
    assert_snapshot!(ann.presses("Change"), @"
    🎬 Veo 3.1 Fast · 16:9 · 8 s · 1080p · with sound

    ✍️ What should happen in the video? Just write it. For example: A red fox runs through fresh snow at dawn, slow motion.
    [🎬 Veo 3.1 Fast]
    [⚙️ 16:9 · 8 s · 1080p · with sound]
    [🖼 Add a photo]
    [↩️ Previous prompt]
    [💡 Tips] [Cancel]
    ");
    assert!(ann.presses("Previous prompt").contains("The sea"));
    ann.sends("/cancel");
    ann.orders("The sea");
    bot.job_failed(FailureReason::Provider);
    assert!(ann.presses("Change").contains("The sea"), "words that were not refused are kept");
    ann.sends("/cancel");
    ann.sends("/generate");
    ann.presses("Kling");
    ann.sends("The sea");
    ann.sends_image("photo-1", 300_000);
    bot.image_is(Outcome::Done(Receipt::Image { kind: ImageType::Jpeg, size_bytes: 300_000 }));
    ann.presses("✨ Generate");
    bot.job_failed(FailureReason::ImageGone);
    let card = ann.presses("Change");
    assert!(
        card.starts_with("I left out the photo that couldn't be used. Send another one if you like.\n\n🎬 Kling"),
        "{card}"
    );
}

#[test]
fn every_failure_is_explained_and_the_credits_are_back() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    let mut told = Vec::new();
    for reason in FailureReason::ALL {
        ann.orders("The sea");
        told.push(format!("{}: {}", reason.as_str(), bot.job_failed(reason)));
    }
    assert_snapshot!(told.join("\n\n"), @"
    policy: ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    The model refused this prompt because of its content rules. Please rephrase it.

    1 credit returned. Your balance: 5 credits
    [✏️ Change]

    refused: ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    The model couldn't take this order. Please change it a little and try again.

    1 credit returned. Your balance: 5 credits
    [✏️ Change]

    image: ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    I couldn't use the photo. Please try another one.

    1 credit returned. Your balance: 5 credits
    [✏️ Change]

    image_gone: ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    Telegram doesn't have your photo any more. Please send it again.

    1 credit returned. Your balance: 5 credits
    [✏️ Change]

    sound: ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    This model adds sound to every video and couldn't find any in your prompt. Name a sound, or write what is said, and try again.

    1 credit returned. Your balance: 5 credits
    [✏️ Change]

    provider: ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    Something went wrong while your video was being made. Please try again.

    1 credit returned. Your balance: 5 credits
    [🔁 Again · 1 credit]
    [✏️ Change]

    expired: ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    The service was busy for too long. Please try again later.

    1 credit returned. Your balance: 5 credits
    [🔁 Again · 1 credit]
    [✏️ Change]

    timeout: ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    I've stopped waiting for your video: it took too long. If it still arrives, it's free.

    1 credit returned. Your balance: 5 credits
    [🔁 Again · 1 credit]
    [✏️ Change]

    unknown: ✎ ⚠️ Veo 3.1 Fast: failed – 1 credit returned.

    I couldn't confirm your order. If the video still arrives, it's free.

    1 credit returned. Your balance: 5 credits
    [🔁 Again · 1 credit]
    [✏️ Change]
    ");
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
}
