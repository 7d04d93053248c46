//! When a method of delivery is left, when the provider is asked once more, and whose credits are spent in the end.

use bot::core::event::{Outcome, Receipt, Refusal};
use insta::assert_snapshot;
use jiff::{SignedDuration, Timestamp};
use shared::job::{FailureReason, JobState};

use super::conversation::Bot;
use super::person::Person;

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn sent() -> Outcome {
    Outcome::Done(Receipt::Video(Some("video-1".to_owned())))
}

fn no_video() -> Outcome {
    Outcome::Refused(Refusal::NoVideo("it is a page".to_owned()))
}

fn away() -> Outcome {
    Outcome::Refused(Refusal::HostAway("HTTP status 503".to_owned()))
}

fn gone() -> Outcome {
    Outcome::Refused(Refusal::Gone("HTTP status 404".to_owned()))
}

/// A bot with somebody whose video is on its way to them.
fn delivering(bot: &Bot) -> Person<'_> {
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.video_is_there();
    ann
}

/// An attempt ends so. What is said until the next one begins, which must be soon.
fn until_next_attempt(bot: &Bot, outcome: Outcome) -> String {
    let mut said = bot.delivery_ends(outcome);
    for _ in 0..130 {
        if said.contains("→ video") {
            return said;
        }
        said.push_str(&bot.waits(SignedDuration::from_secs(5)));
    }
    panic!("nothing is tried within ten minutes: {said}")
}

/// Time passes until a video is tried that is not under way.
fn waits_for_a_look(bot: &Bot) -> String {
    for _ in 0..130 {
        let said = bot.waits(SignedDuration::from_secs(5));
        if said.contains("→ video") {
            return said;
        }
    }
    panic!("nothing is tried within ten minutes")
}

fn method(said: &str) -> &'static str {
    ["ByUrl", "Upload", "Link"].into_iter().find(|method| said.contains(&format!("→ video {method}"))).unwrap()
}

fn since(bot: &Bot, begun: Timestamp) -> SignedDuration {
    bot.now().duration_since(begun)
}

#[test]
fn a_method_of_which_nobody_hears_how_it_ends_is_left_within_minutes() {
    let bot = Bot::new();
    let ann = delivering(&bot);
    let begun = bot.now();
    let mut methods = Vec::new();
    for _ in 0..9 {
        methods.push(method(&until_next_attempt(&bot, Outcome::Unclear)));
        // What was tried is not forgotten with a process.
        bot.restarts();
        if methods.len() == 3 {
            assert!(since(&bot, begun) < SignedDuration::from_mins(3), "{}", since(&bot, begun));
        }
    }
    assert_eq!(methods, ["ByUrl", "ByUrl", "Upload", "Upload", "Upload", "Upload", "Upload", "Upload", "Link"]);
    assert!(since(&bot, begun) < SignedDuration::from_mins(15), "{}", since(&bot, begun));
    assert!(bot.delivery_ends(sent()).contains("done · 1 credit used"));
    assert!(ann.sends("/balance").starts_with("Your balance: 4 credits\n"));
}

#[test]
fn that_telegram_is_away_or_busy_is_no_fault_of_the_method() {
    let bot = Bot::new();
    let _ann = delivering(&bot);
    for outcome in [Outcome::TryAgain(None), Outcome::TryAgain(Some(bot.now()))] {
        for _ in 0..6 {
            assert_eq!(method(&until_next_attempt(&bot, outcome.clone())), "ByUrl");
        }
    }
    bot.delivery_ends(sent());
}

#[test]
fn the_provider_is_asked_once_more_where_there_is_no_video() {
    let bot = Bot::new();
    let ann = delivering(&bot);
    let asked_again = || bot.count("SELECT provider_asked_again FROM jobs");
    assert_eq!(asked_again(), 0);
    assert_eq!(bot.delivery_ends(no_video()), "→ workers: veo3-fast: The sea");
    assert_eq!(asked_again(), 1);
    let elsewhere = JobState::Succeeded { urls: vec!["https://videos.test/2.mp4".parse().unwrap()], cost: None };
    assert_eq!(method(&bot.job_is(elsewhere)), "ByUrl");
    assert!(bot.delivery_ends(sent()).contains("done · 1 credit used"));
    assert!(ann.sends("/balance").starts_with("Your balance: 4 credits\n"));
}

#[test]
fn a_file_host_that_comes_to_itself_costs_a_few_minutes() {
    let bot = Bot::new();
    let _ann = delivering(&bot);
    bot.delivery_ends(Outcome::Refused(Refusal::TooLarge));
    bot.delivery_ends(no_video());
    // The same address again: it is read anew after a while, by the first method.
    assert_eq!(bot.video_is_there(), "");
    let publishings = bot.publishings();
    assert_eq!(method(&bot.waits(SignedDuration::from_mins(2))), "ByUrl");
    assert_eq!(bot.publishings(), publishings, "who has answered is not asked again");
    assert!(bot.delivery_ends(sent()).contains("1 credit used"));
}

#[test]
fn an_address_that_is_empty_at_first_is_looked_at_for_a_quarter_of_an_hour() {
    let bot = Bot::new();
    let ann = delivering(&bot);
    let (begun, publishings) = (bot.now(), bot.publishings());
    let told = bot.delivery_ends(gone());
    assert_snapshot!(told, @r"
    → workers: veo3-fast: The sea

    ✎ ⏳ Veo 3.1 Fast: your video is made, but the video service isn't handing it over yet. I keep trying. If it doesn't come, you get your 1 credit back.
    ");
    assert_eq!(bot.video_is_there(), "", "the same address");
    let mut looks = Vec::new();
    while looks.len() < 7 {
        assert_eq!(method(&waits_for_a_look(&bot)), "ByUrl");
        looks.push(since(&bot, begun).as_secs());
        bot.restarts();
        if looks.len() < 7 {
            bot.delivery_ends(gone());
        }
    }
    assert!(looks.windows(2).all(|pair| pair[1] - pair[0] <= 250), "{looks:?}");
    assert!(looks[2] <= 70 && (600..=900).contains(looks.last().unwrap()), "{looks:?}");
    assert_eq!(bot.publishings(), publishings + 1, "the provider is asked once");
    assert!(bot.delivery_ends(sent()).contains("done · 1 credit used"));
    assert!(ann.sends("/balance").starts_with("Your balance: 4 credits\n"));
}

#[test]
fn what_does_not_come_for_a_quarter_of_an_hour_costs_nothing() {
    let bot = Bot::new();
    let ann = delivering(&bot);
    let begun = bot.now();
    bot.delivery_ends(gone());
    bot.video_is_there();
    let told = loop {
        waits_for_a_look(&bot);
        let told = bot.delivery_ends(gone());
        if !told.is_empty() {
            break told;
        }
    };
    let after = since(&bot, begun);
    assert!(after > SignedDuration::from_mins(10) && after < SignedDuration::from_mins(20), "{after}");
    assert!(told.contains("I couldn't get a video from it. I asked twice.") && told.contains("404"), "{told}");
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
}

#[test]
fn a_fresh_address_is_looked_at_at_once_and_has_its_own_time() {
    let bot = Bot::new();
    let _ann = delivering(&bot);
    bot.delivery_ends(gone());
    bot.passes(SignedDuration::from_mins(14));
    waits_for_a_look(&bot);
    let elsewhere = JobState::Succeeded { urls: vec!["https://videos.test/2.mp4".parse().unwrap()], cost: None };
    bot.job_is(elsewhere);
    assert_eq!(method(&until_next_attempt(&bot, gone())), "ByUrl");
    bot.passes(SignedDuration::from_mins(5));
    assert_eq!(method(&until_next_attempt(&bot, gone())), "ByUrl");
    assert!(bot.delivery_ends(sent()).contains("1 credit used"));
}

#[test]
fn a_file_host_that_is_away_is_waited_for_and_its_person_knows() {
    for comes_back in [true, false] {
        let bot = Bot::new();
        let ann = delivering(&bot);
        let (begun, publishings) = (bot.now(), bot.publishings());
        assert!(bot.delivery_ends(away()).contains("isn't handing it over yet"));
        let patience = SignedDuration::from_hours(if comes_back { 5 } else { 6 });
        while since(&bot, begun) < patience {
            waits_for_a_look(&bot);
            if since(&bot, begun) < patience {
                bot.delivery_ends(away());
                bot.video_is_there();
            }
        }
        assert_eq!(bot.publishings(), publishings + 1, "the provider is asked once");
        let told = bot.delivery_ends(if comes_back { sent() } else { away() });
        assert!(told.contains(if comes_back { "done · 1 credit used" } else { "1 credit returned" }), "{told}");
        let balance = if comes_back { "Your balance: 4 credits\n" } else { "Your balance: 5 credits\n" };
        assert!(ann.sends("/balance").starts_with(balance));
    }
}

#[test]
fn a_clock_that_jumps_does_not_end_the_search_for_what_is_gone() {
    let bot = Bot::new();
    let _ann = delivering(&bot);
    until_next_attempt(&bot, gone());
    bot.clock_is_settled(false);
    bot.passes(SignedDuration::from_hours(2));
    assert_eq!(method(&until_next_attempt(&bot, gone())), "ByUrl");
    bot.clock_is_settled(true);
    assert!(bot.delivery_ends(gone()).contains("1 credit returned"));
}

#[test]
fn what_is_no_video_twice_costs_nothing_and_everybody_hears_why() {
    let bot = Bot::new();
    let ann = delivering(&bot);
    until_next_attempt(&bot, no_video());
    let told = bot.delivery_ends(no_video());
    let (person, operators) = told.split_once("\n\n900: ").unwrap();
    assert_snapshot!(person, @"
    ✎ ⚠️ Veo 3.1 Fast: your video didn't make it – 1 credit returned.

    I'm sorry: the video service says your video is done, but I couldn't get a video from it. I asked twice.

    1 credit returned. Your balance: 5 credits
    [🔁 Again · 1 credit]
    [✏️ Change]
    ");
    assert!(
        operators.contains("There is no video where KIE.ai says") && operators.contains("it is a page"),
        "{operators}"
    );
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
    // The workers' late word changes nothing.
    assert_eq!(bot.video_is_there(), "");
}

#[test]
fn who_could_be_reached_pays_for_nothing_that_did_not_come() {
    let bot = Bot::new();
    let ann = delivering(&bot);
    until_next_attempt(&bot, Outcome::TryAgain(None));
    let told = bot.waits(DAY * 8);
    let (person, operators) = told.split_once("\n\n900: ").unwrap();
    assert_snapshot!(person, @"
    ✎ ⚠️ Veo 3.1 Fast: your video didn't make it – 1 credit returned.

    I'm sorry: your video was made, but I couldn't send it to you, and I've tried for days.

    1 credit returned. Your balance: 5 credits
    [🔁 Again · 1 credit]
    [✏️ Change]
    ");
    assert!(operators.contains("It could not be sent for as long as it was kept."), "{operators}");
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
}

#[test]
fn who_was_away_all_the_time_has_spent_their_credit() {
    let bot = Bot::new();
    let ann = delivering(&bot);
    until_next_attempt(&bot, Outcome::Unreachable);
    bot.delivery_ends(Outcome::Unreachable);
    assert_snapshot!(bot.waits(DAY * 8), @r"
    ✎ Veo 3.1 Fast: your video was ready, but I couldn't reach you for a week. Please write to /paysupport.
    ");
    assert!(ann.sends("/balance").starts_with("Your balance: 4 credits\n"));
}

#[test]
fn who_was_away_for_a_part_of_the_time_only_has_not() {
    for outcomes in [
        [Outcome::TryAgain(None), Outcome::Unreachable, Outcome::Unreachable],
        [Outcome::Unreachable, Outcome::Unclear, Outcome::Unreachable],
    ] {
        let bot = Bot::new();
        let ann = delivering(&bot);
        let [first, second, third] = outcomes;
        until_next_attempt(&bot, first);
        until_next_attempt(&bot, second);
        bot.delivery_ends(third);
        bot.waits(DAY * 8);
        assert!(ann.sends("/balance").starts_with("Your balance: 5 credits\n"));
    }
}

#[test]
fn a_free_video_that_is_lost_is_not_said_to_be_paid_back() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    bot.job_failed(FailureReason::Timeout);
    bot.video_is_there();
    until_next_attempt(&bot, no_video());
    let told = bot.delivery_ends(no_video());
    assert!(told.contains("It didn't cost you anything. Your balance: 5 credits"), "{told}");
}

#[test]
fn operators_hear_once_of_videos_that_wait_long_without_fault_of_their_people() {
    let bot = Bot::new();
    let _ann = delivering(&bot);
    until_next_attempt(&bot, Outcome::TryAgain(None));
    bot.passes(SignedDuration::from_mins(61));
    let told = until_next_attempt(&bot, Outcome::TryAgain(None));
    assert!(told.contains("900: ⚠️ Finished videos have been waiting for more than an hour"), "{told}");
    assert!(!until_next_attempt(&bot, Outcome::TryAgain(None)).contains("900:"));
    bot.delivery_ends(sent());
}
