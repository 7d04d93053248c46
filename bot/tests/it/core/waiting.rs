//! A wait that is told: how long it takes, how far it is, and that it takes longer.

use bot::core::event::{Outcome, Receipt};
use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::job::JobState;

use super::conversation::Bot;
use super::person::Person;

const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// They have made a video that took so long.
fn makes(ann: &Person<'_>, bot: &Bot, took: SignedDuration) {
    ann.orders("The sea");
    bot.job_is(JobState::Submitted);
    bot.passes(took);
    bot.video_is_there();
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
    bot.passes(SignedDuration::from_mins(1));
}

/// What is said within so many seconds.
fn hears(bot: &Bot, seconds: i64) -> String {
    (0..seconds).map(|_| bot.waits(SECOND)).filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The same, while workers answer each question about the job: it still renders.
fn hears_while_it_renders(bot: &Bot, seconds: i64) -> String {
    let said = (0..seconds).map(|_| {
        let said = bot.waits(SECOND);
        if said.contains("→ workers") {
            assert_eq!(bot.job_is(JobState::Submitted), "", "a person hears nothing of it");
        }
        said
    });
    said.filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn the_bar_of_a_render_moves_with_time_and_is_silent_in_the_end() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.job_is(JobState::Submitted);
    // The catalogue says five minutes.
    assert_eq!(hears(&bot, 29), "");
    assert_snapshot!(hears(&bot, 2), @"
    ✎ 🎬 Veo 3.1 Fast  ▰▱▱▱▱▱▱▱▱▱
    About 5 minutes left.
    ");
    let moves = hears(&bot, 5 * 60 - 31).matches('▰').count();
    assert_eq!(moves, (2..=9).sum::<usize>(), "one edit for each part of the bar");
    assert_snapshot!(hears_while_it_renders(&bot, 10 * 60), @"
    → workers: veo3-fast: The sea

    ✎ ⏳ Veo 3.1 Fast: this one takes longer than usual. I'm still waiting for it. If it isn't made, you get your 1 credit back.

    → workers: veo3-fast: The sea
    ");
    assert_eq!(hears(&bot, 60), "", "nothing is said that is no news");
}

#[test]
fn how_long_a_model_takes_is_learnt() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(10);
    ann.buys(10);
    for minutes in [1, 2, 2, 2, 2, 2, 2, 2, 3, 4] {
        makes(&ann, &bot, SignedDuration::from_mins(minutes));
    }
    let placed = ann.orders("The sea");
    assert!(placed.contains("This usually takes 2 to 3 minutes"), "{placed}");
}

#[test]
fn a_quick_render_has_two_edits() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(10);
    for _ in 0..6 {
        makes(&ann, &bot, SignedDuration::from_secs(8));
    }
    ann.orders("The sea");
    bot.job_is(JobState::Submitted);
    assert_eq!(hears(&bot, 9), "");
    assert!(!bot.video_is_there().contains('✎'));
    assert_eq!(bot.delivery_ends(Outcome::Done(Receipt::Video(None))).matches('✎').count(), 1);
}
