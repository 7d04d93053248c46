//! After the bot stood still, its clock was wrong, or its database was put back: nothing is bought by mistake, and nothing
//! is put off for it.

use bot::core::event::{Event, Outcome};
use jiff::SignedDuration;
use shared::job::{BlockReason, Epoch, JobEvent, JobId, JobState, ProviderState};

use crate::core::conversation::Bot;

/// The workers' store lives this life, and the provider takes orders.
fn epoch_is(bot: &Bot, epoch: &str) -> String {
    let now = bot.now();
    bot.happens(&Event::Provider(ProviderState {
        epoch: Epoch::new(epoch),
        blocked: None,
        affordable_credits: None,
        keys: Vec::new(),
        missing_keys: Vec::new(),
        since: now,
        at: now,
    }))
}

#[test]
fn what_has_waited_too_long_is_given_back_and_not_bought_first() {
    let bot = Bot::new();
    bot.provider_is(Some(BlockReason::OutOfFunds));
    let ann = bot.person(1);
    ann.buys(5);
    ann.sends("/start");
    // Ordered before the pause was known, as far as her screen goes.
    bot.provider_is(None);
    ann.fills_in("The sea");
    bot.change_policy(|policy| policy.published_max = 0);
    ann.presses("✨ Generate");
    bot.passes(SignedDuration::from_hours(6) + SignedDuration::from_secs(1));
    bot.change_policy(|policy| policy.published_max = 20);
    assert!(!epoch_is(&bot, "life").contains("→ workers"), "the first event after the stand-still is no tick");
    assert!(bot.waits(SignedDuration::ZERO).contains("1 credit returned"));
    assert_eq!(bot.publishings(), 0);
}

#[test]
fn what_is_given_up_after_days_is_asked_about_for_a_day_all_the_same() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.job_is(JobState::Submitted);
    assert!(bot.waits(SignedDuration::from_hours(6 * 24)).contains("If it still arrives, it's free"));
    // None of these messages arrives.
    let before = bot.publishings();
    for _ in 0..3 {
        bot.waits(SignedDuration::from_mins(10));
    }
    assert_eq!(bot.publishings(), before + 3);
    for _ in 0..4 {
        bot.waits(SignedDuration::from_hours(24));
    }
    let asked = bot.publishings();
    bot.waits(SignedDuration::from_hours(24));
    assert_eq!(bot.publishings(), asked, "a day is enough");
}

#[test]
fn how_long_an_order_may_wait_is_not_begun_anew_by_a_restart() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    bot.change_policy(|policy| policy.published_max = 0);
    ann.orders("The sea");
    bot.passes(SignedDuration::from_hours(4));
    bot.restarts();
    assert!(!bot.waits(SignedDuration::from_mins(119)).contains("returned"));
    bot.passes(SignedDuration::from_mins(2));
    bot.change_policy(|policy| policy.published_max = 20);
    let said = bot.restarts() + &bot.waits(SignedDuration::ZERO);
    assert!(said.contains("1 credit returned") && bot.publishings() == 0, "{said}");
}

#[test]
fn whatever_was_put_off_under_a_clock_that_was_ahead_is_due_after_a_restart() {
    let week = SignedDuration::from_hours(7 * 24);
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    bot.passes(week);
    ann.presses_data(None, "refund:confirm:1");
    bot.refund_ends(Outcome::TryAgain(None));
    ann.buys(1);
    ann.orders("The sea");
    bot.passes(-week);
    assert_eq!(bot.waits(SignedDuration::from_hours(1)), "", "no clock of ours goes back while a process runs");
    let again = bot.restarts();
    assert!(again.contains("→ gives back"), "{again}");
    let ahead = "SELECT (SELECT count(*) FROM outbox WHERE due > 1800003600000 + 1200000)
                      + (SELECT count(*) FROM people WHERE served_at > 1800003600000)";
    assert_eq!(bot.count(ahead), 0);
}

#[test]
fn after_a_restore_a_chat_that_may_show_something_newer_is_told_again() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.is_damaged_by("INSERT INTO meta VALUES ('put_back', 'yesterday')");
    bot.restarts();
    assert!(bot.job_is(JobState::Submitted).contains("in the works"), "as if the chat did not say so already");
}

/// A database with an order that waits is put back; the workers' store lives this life then.
fn put_back(epoch: &str) -> Bot {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    bot.change_policy(|policy| policy.published_max = 0);
    ann.orders("The sea");
    bot.is_damaged_by("INSERT INTO meta VALUES ('put_back', 'yesterday')");
    let told = bot.restarts();
    assert!(told.contains("900: ℹ️ This database was put back from a copy. One order waits in it"), "{told}");
    assert!(!bot.restarts().contains("put back"), "that is said once");
    bot.change_policy(|policy| policy.published_max = 20);
    assert!(epoch_is(&bot, epoch).contains("→ workers: veo3-fast: The sea"));
    bot
}

#[test]
fn what_waited_in_a_copy_is_asked_about_in_the_life_of_the_copy() {
    for epoch in ["life", "another life"] {
        let bot = put_back(epoch);
        // A worker's store of another life does not submit it: `worker::decide::admit`.
        assert_eq!(bot.last_published().epoch, Some(Epoch::new("life")));
        let bob = bot.person(2);
        bob.buys(1);
        bob.orders("Rain");
        assert_eq!(bot.last_published().epoch, Some(Epoch::new(epoch)), "what is ordered now is ordered now");
    }
}

#[test]
fn a_copy_that_knows_no_life_lets_nobody_submit_what_waited_in_it() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    bot.change_policy(|policy| policy.published_max = 0);
    ann.orders("The sea");
    bot.is_damaged_by("DELETE FROM meta WHERE name = 'epoch'; INSERT INTO meta VALUES ('put_back', 'yesterday')");
    bot.restarts();
    bot.change_policy(|policy| policy.published_max = 20);
    epoch_is(&bot, "life");
    assert_eq!(bot.last_published().epoch, Some(Epoch::new("")), "no store has this one");
}

#[test]
fn nothing_ends_by_a_clock_that_nobody_vouches_for() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    let updates = "SELECT count(*) FROM updates";
    let before = bot.count(updates);
    bot.clock_is_settled(false);
    for _ in 0..3 {
        let said = bot.waits(SignedDuration::from_hours(10 * 24));
        assert!(!said.contains("returned") && !said.contains("✎"), "{said}");
    }
    assert_eq!(bot.count(updates), before);
    assert_eq!(bot.count("SELECT count(*) FROM jobs WHERE progress = 'published' AND prompt <> ''"), 1);
    bot.clock_is_settled(true);
    assert!(bot.waits(SignedDuration::ZERO).contains("1 credit returned"));
}

#[test]
fn jobs_that_only_workers_know_are_written_down_and_told_together() {
    let bot = Bot::new();
    for number in 1..=3 {
        let job = JobId::new(bot.now(), [number; 10]);
        let state = JobState::Succeeded { urls: vec!["https://videos.test/1.mp4".parse().unwrap()], cost: None };
        let event = Event::Job(JobEvent { job, epoch: Epoch::new("life"), task: None, key: None, state });
        assert_eq!(bot.happens(&event), "");
        assert_eq!(bot.happens(&event), "");
    }
    let told = bot.waits(SignedDuration::from_mins(1));
    assert!(told.contains("900: ⚠️ The workers speak of 3 orders that are not in this database."), "{told}");
    assert_eq!(bot.count("SELECT count(*) FROM unknown_jobs WHERE state = 'succeeded' AND urls LIKE '%1.mp4%'"), 3);
}
