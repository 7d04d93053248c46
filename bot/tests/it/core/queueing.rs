//! Waiting for one's turn, and what people see of it.

use bot::core::event::Event;
use jiff::SignedDuration;
use shared::job::{BlockReason, Epoch, JobEvent, JobState};

use crate::core::conversation::Bot;

/// So many people wait, each with an order; what is in front of them is with the workers.
fn a_queue_of(people: i64) -> Bot {
    let bot = Bot::new();
    bot.change_policy(|policy| policy.published_max = 1);
    for number in 0..=people {
        let person = bot.person(1000 + number);
        person.buys(1);
        person.orders("The sea");
    }
    bot
}

/// How many are told a place.
fn places(said: &str) -> usize {
    said.matches("in the queue. 1 credit set aside").count()
}

#[test]
fn everybody_sees_the_queue_move_and_few_at_a_time() {
    let bot = a_queue_of(60);
    // The turn of the next one comes; those behind hear of it by and by.
    assert_eq!(places(&bot.job_is(JobState::Submitted)), 0);
    assert_eq!(places(&bot.waits(SignedDuration::from_secs(2))), 0, "they were told a moment ago");
    let soon = bot.waits(SignedDuration::from_secs(2));
    assert_eq!(places(&soon), 10);
    assert!(soon.contains("number 1 in the queue") && soon.contains("number 10 in the queue"), "{soon}");
    bot.waits(SignedDuration::from_secs(29));
    let rounds: Vec<usize> = (0..12).map(|_| places(&bot.waits(SignedDuration::from_secs(1)))).collect();
    assert_eq!(rounds, [5, 5, 5, 5, 5, 5, 5, 5, 4, 0, 0, 0], "the 59th of 59 has been told, and nobody twice");
}

#[test]
fn whoever_waits_sees_at_once_that_the_queue_stands_still() {
    let bot = a_queue_of(20);
    let paused = |said: &str| said.matches("temporarily unavailable").count();
    // The 20 who wait, and the one whose order was passed on.
    assert_eq!(paused(&bot.provider_is(Some(BlockReason::OutOfFunds))), 21);
    assert_eq!(paused(&bot.waits(SignedDuration::from_secs(60))), 0);
    let again = bot.provider_is(None);
    assert_eq!(places(&again), 20);
    assert!(again.contains("number 20 in the queue"), "{again}");
}

#[test]
fn workers_may_speak_of_an_order_that_waits() {
    // After a restore they have what waits in the copy. The audit at the end compares the queue with the jobs.
    let bot = Bot::new();
    bot.change_policy(|policy| policy.published_max = 0);
    let ann = bot.person(1);
    ann.buys(5);
    assert!(ann.orders("The sea").contains("number 1 in the queue"));
    bot.passes(SignedDuration::from_mins(1));
    let until = bot.now().checked_add(SignedDuration::from_mins(5)).unwrap();
    let job = bot.one::<String>("SELECT id FROM jobs").parse().unwrap();
    let state = JobState::Unconfirmed { until };
    assert_eq!(bot.happens(&Event::Job(JobEvent { job, epoch: Epoch::new("life"), task: None, key: None, state })), "");
}

#[test]
fn people_take_turns_whatever_they_have_ordered() {
    let bot = Bot::new();
    bot.change_policy(|policy| policy.published_max = 1);
    let (ann, bob) = (bot.person(1), bot.person(2));
    ann.buys(5);
    bob.buys(5);
    for words in ["a1", "a2", "a3", "a4"] {
        ann.orders(words);
    }
    assert!(bob.orders("b1").contains("number 1 in the queue"), "Bob has had nothing yet");
    let mut turns = Vec::new();
    for _ in 0..4 {
        let said = bot.job_is(JobState::Submitted);
        turns.extend(said.lines().filter_map(|line| line.strip_prefix("→ workers: veo3-fast: ")).map(str::to_owned));
        bot.waits(SignedDuration::from_secs(1));
    }
    assert_eq!(turns, ["b1", "a2", "a3"], "Ann has three under way, so her fourth waits");
    assert!(bot.video_is_there().contains("→ workers: veo3-fast: a4"));
}
