//! What is known of models: what their videos really cost, which of them fail, and which are switched off.

use std::sync::Arc;

use bot::core::PriceWatch;
use bot::core::event::{Event, ListedPrice, PriceUnit};
use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::catalog::Catalog;
use shared::job::{FailureReason, JobState, KieCost};

use crate::core::conversation::{Bot, OPERATOR};
use crate::core::person::Person;

/// Costs 160 of KIE.ai's credits in its usual form.
const KLING: &str = "Kling v2.1";

const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// Somebody who can order many videos.
fn rich(bot: &Bot) -> Person<'_> {
    let ann = bot.person(1);
    (0..6).for_each(|_| ann.buys(10));
    ann
}

fn orders(ann: &Person<'_>, model: &str, prompt: &str) {
    ann.sends("/generate");
    ann.presses(model);
    ann.sends(prompt);
    let placed = ann.presses("✨ Generate");
    assert!(placed.contains("Order placed."), "{placed}");
}

/// A video of Kling is made, and KIE.ai says that it took so much. What operators read of it.
fn made_for(bot: &Bot, ann: &Person<'_>, credits: f64) -> String {
    orders(ann, KLING, "The sea");
    bot.job_is(JobState::Submitted);
    let urls = vec!["https://videos.test/1.mp4".parse().unwrap()];
    let said = bot.job_is(JobState::Succeeded { urls, cost: KieCost::from_credits(credits) });
    bot.delivery_ends(bot::core::event::Outcome::Done(bot::core::event::Receipt::Video(None)));
    said.lines().filter(|line| line.starts_with("900: ")).collect()
}

fn sells_with(bot: &Bot, watch: PriceWatch) {
    bot.change_policy(|policy| policy.price_watch = watch);
}

#[test]
fn what_a_video_cost_is_kept_and_the_catalogues_cost_counts_where_nothing_is_said() {
    let bot = Bot::new();
    let ann = rich(&bot);
    made_for(&bot, &ann, 152.5);
    orders(&ann, KLING, "The moon");
    bot.video_is_there();
    let kept =
        |cost| bot.count(&format!("SELECT count(*) FROM jobs WHERE kie_cost IS {cost} AND kie_cost_listed = 160000"));
    assert_eq!((kept("152500"), kept("NULL")), (1, 1));
}

#[test]
fn operators_are_told_once_a_day_when_three_of_five_videos_cost_something_else() {
    let bot = Bot::new();
    let ann = rich(&bot);
    // A tenth more is no news, and one odd video is none either.
    assert_eq!(made_for(&bot, &ann, 176.0), "");
    assert_eq!(made_for(&bot, &ann, 192.0), "");
    assert_eq!(made_for(&bot, &ann, 160.0), "");
    assert_eq!(made_for(&bot, &ann, 192.0), "");
    assert_snapshot!(made_for(&bot, &ann, 192.0), @"900: 💸 Kling v2.1 (16:9, 5 s) costs 192 of KIE.ai's credits, and the catalogue says 160: 3 of the last 5 such videos did. Correct its cost in your CATALOG_FILE and restart the bot and the workers, or switch it off by /models off kling-2.1 until then.");
    assert_eq!(made_for(&bot, &ann, 192.0), "");
    bot.passes(23 * HOUR);
    assert_eq!(made_for(&bot, &ann, 192.0), "");
    bot.passes(2 * HOUR);
    assert!(made_for(&bot, &ann, 192.0).contains("costs 192 of KIE.ai's credits"));
    assert!(bot.person(2).sends("/generate").contains(KLING), "it is told, and no more");
}

#[test]
fn costs_that_lie_on_both_sides_or_were_long_ago_are_no_price() {
    let bot = Bot::new();
    let ann = rich(&bot);
    for credits in [100.0, 192.0, 100.0, 192.0] {
        assert_eq!(made_for(&bot, &ann, credits), "");
    }
    bot.passes(8 * 24 * HOUR);
    assert_eq!(made_for(&bot, &ann, 192.0), "");
    assert_eq!(made_for(&bot, &ann, 192.0), "");
    assert_ne!(made_for(&bot, &ann, 192.0), "");
}

#[test]
fn a_corrected_catalogue_ends_it() {
    let bot = Bot::new();
    let ann = rich(&bot);
    assert_eq!(made_for(&bot, &ann, 192.0), "");
    assert_eq!(made_for(&bot, &ann, 192.0), "");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/src/catalog.toml");
    let corrected = std::fs::read_to_string(file).unwrap().replace("credits = 160 }", "credits = 192 }");
    bot.change_policy(|policy| policy.catalog = Arc::new(Catalog::parse(&corrected).unwrap()));
    assert_eq!(made_for(&bot, &ann, 192.0), "");
    assert_eq!(made_for(&bot, &ann, 192.0), "");
}

#[test]
fn a_model_that_became_dearer_is_switched_off_if_the_operator_wants_that() {
    let bot = Bot::new();
    let (ann, operator) = (rich(&bot), bot.person(OPERATOR));
    sells_with(&bot, PriceWatch::SwitchOff);
    orders(&ann, KLING, "Waits");
    bot.job_is(JobState::Submitted);
    ann.sends("/generate");
    ann.presses(KLING);
    let begun = ann.sends("Begun before");
    assert!(begun.contains("Generate"), "{begun}");
    let ben = bot.person(2);
    (0..2).for_each(|_| ben.buys(10));
    assert_eq!(made_for(&bot, &ben, 200.0), "");
    assert_eq!(made_for(&bot, &ben, 200.0), "");
    assert_snapshot!(made_for(&bot, &ben, 200.0), @"900: 💸 Kling v2.1 (16:9, 5 s) costs 200 of KIE.ai's credits, and the catalogue says 160: 3 of the last 3 such videos did. I've switched the model off. Correct its cost in your CATALOG_FILE, restart the bot and the workers, and put it back by /models on kling-2.1.");
    assert!(!ben.sends("/generate").contains(KLING), "it is off the menu");
    assert_snapshot!(ann.presses("✨ Generate"), @"(Kling v2.1 is temporarily unavailable. Your order is saved; please choose another model or try again later.)");
    let listed = operator.sends("/models");
    assert!(listed.contains("kling-2.1 Kling v2.1: off, because it costs more than the catalogue says"), "{listed}");
    bot.restarts();
    assert!(!ben.sends("/generate").contains(KLING), "it stays off");

    assert_snapshot!(operator.sends("/models on kling-2.1"), @"900: Done: kling-2.1 is on. People can order it.");
    assert!(ann.presses("✨ Generate").contains("Order placed."), "the order was kept");
    // Who puts it back knows what it costs: it stays for the day.
    for _ in 0..4 {
        assert_eq!(made_for(&bot, &ben, 200.0), "");
    }
    assert!(ben.sends("/generate").contains(KLING));
}

#[test]
fn nothing_is_switched_off_that_became_cheaper_or_is_the_last() {
    let bot = Bot::new();
    let ann = rich(&bot);
    sells_with(&bot, PriceWatch::SwitchOff);
    assert_eq!(made_for(&bot, &ann, 100.0), "");
    assert_eq!(made_for(&bot, &ann, 100.0), "");
    let told = made_for(&bot, &ann, 100.0);
    assert!(told.contains("costs 100") && !told.contains("switched the model off"), "{told}");

    let operator = bot.person(OPERATOR);
    for model in bot.policy().catalog.offered().filter(|model| model.id.as_str() != "kling-2.1") {
        let done = operator.sends(&format!("/models off {}", model.id));
        assert!(done.contains("is off."), "{done}");
    }
    assert_snapshot!(operator.sends("/models off kling-2.1"), @"900: kling-2.1 is the last model on the menu, so it stays on. To sell nothing, stop the bot.");
    bot.passes(25 * HOUR);
    ann.sends("/generate");
    assert_eq!(made_for(&bot, &ann, 200.0), "");
    assert_eq!(made_for(&bot, &ann, 200.0), "");
    let told = made_for(&bot, &ann, 200.0);
    assert!(told.contains("it's the last one there"), "{told}");
}

#[test]
fn costs_are_not_watched_where_nobody_wants_it() {
    let bot = Bot::new();
    let ann = rich(&bot);
    sells_with(&bot, PriceWatch::Off);
    for _ in 0..5 {
        assert_eq!(made_for(&bot, &ann, 500.0), "");
    }
    assert_eq!(bot.count("SELECT count(*) FROM jobs WHERE kie_cost = 500000"), 5);
}

#[test]
fn models_are_switched_by_operators_and_nobody_else() {
    let bot = Bot::new();
    let (ann, operator) = (bot.person(1), bot.person(OPERATOR));
    assert_eq!(ann.sends("/models off kling-2.1"), ann.sends("/dance"), "there is no such command");
    assert!(ann.sends("/generate").contains(KLING));
    assert_snapshot!(operator.sends("/models off kling-2.1"), @"900: Done: kling-2.1 is off. What was ordered is still made.");
    assert!(!ann.sends("/generate").contains(KLING));
    assert_snapshot!(operator.sends("/models off kling-2.1"), @"900: kling-2.1 is off already.");
    assert_snapshot!(operator.sends("/models on <b>"), @"900: There's no model <b>. /models shows them all.");
    for nonsense in ["/models off", "/models kling-2.1", "/models on kling-2.1 now"] {
        assert!(operator.sends(nonsense).contains("Please write /models"), "{nonsense}");
    }
    operator.sends("/models on kling-2.1");
    assert!(ann.sends("/generate").contains(KLING));
}

#[test]
fn under_a_video_of_a_model_that_is_off_is_nothing_to_buy() {
    let bot = Bot::new();
    let ann = rich(&bot);
    orders(&ann, "Veo 3.1 Fast", "The sea");
    bot.job_is(JobState::Submitted);
    bot.person(OPERATOR).sends("/models off veo3-fast");
    let video = bot.video_is_there();
    assert!(video.contains("video ByUrl") && !video.contains("Again") && !video.contains("4K"), "{video}");
}

/// Five failures in a row, each first one with the second order that follows by itself.
fn fails_five_times(bot: &Bot, ann: &Person<'_>) -> String {
    for _ in 0..2 {
        orders(ann, KLING, "The sea");
        bot.job_failed(FailureReason::Provider);
    }
    orders(ann, KLING, "The sea");
    let told = bot.job_is(JobState::Failed { reason: FailureReason::Provider });
    // What is refused says nothing of the model.
    bot.job_is(JobState::Failed { reason: FailureReason::Refused });
    told
}

#[test]
fn people_are_warned_of_a_model_that_fails_until_a_video_is_made() {
    let bot = Bot::new();
    let ann = rich(&bot);
    assert_snapshot!(fails_five_times(&bot, &ann), @r"
    → workers: kling-2.1: The sea

    ✎ 🎬 Kling v2.1: your video is in the works. This usually takes 5 to 10 minutes; you can close the chat. 2 credits set aside.

    900: ⚠️ Kling v2.1 failed 5 times in a row at KIE.ai. People are warned when they choose it, and nobody pays for a video that fails. If it goes on, switch it off by /models off kling-2.1.
    ");
    let ben = bot.person(2);
    ben.buys(10);
    let menu = ben.sends("/generate");
    let line = menu.lines().find(|line| line.contains("Kling v2.1:")).unwrap();
    assert!(line.ends_with("⚠️ often fails at the moment"), "{line}");
    ben.presses(KLING);
    assert_snapshot!(ben.sends("The moon"), @r"
    2: 🎬 Kling v2.1 · 16:9 · 5 s · no sound
    ⚠️ This model often fails at the moment. If your video isn't made, your credits come back.
    The moon
    Price: 2 credits · Balance: 10
    [✨ Generate · 2 credits]
    [🎬 Kling v2.1]
    [⚙️ 16:9 · 5 s · no sound]
    [🖼 Add a photo]
    [💡 Tips] [Cancel]
    ");
    ben.presses("✨ Generate");
    bot.job_is(JobState::Failed { reason: FailureReason::Timeout });
    assert_eq!(bot.count("SELECT count(*) FROM outbox WHERE key LIKE 'model-failing%'"), 1, "told once");
    orders(&ben, KLING, "The moon");
    let made = bot.video_is_there();
    assert_snapshot!(made.lines().filter(|line| line.starts_with("900: ")).collect::<String>(), @"900: ✅ Kling v2.1: a video was made again, after failures since 2027-01-15 08:00 UTC.");
    assert!(!ben.sends("/generate").contains("often fails"));
}

#[test]
fn a_warning_is_gone_after_half_an_hour_and_back_with_the_next_failure() {
    let bot = Bot::new();
    let ann = rich(&bot);
    fails_five_times(&bot, &ann);
    let warns = || bot.person(2).sends("/generate").contains("often fails");
    assert!(warns());
    assert_eq!(bot.waits(SignedDuration::from_mins(31)), "", "operators hear nothing of it");
    assert!(!warns());
    orders(&ann, KLING, "The moon");
    bot.job_failed(FailureReason::Provider);
    assert!(warns());
    assert_eq!(bot.waits(23 * HOUR), "");
    assert_snapshot!(bot.waits(2 * HOUR), @"900: ✅ Kling v2.1: no failure for a day. It failed again and again since 2027-01-15 08:00 UTC; nobody has made a video with it meanwhile.");
    assert_eq!(bot.waits(48 * HOUR), "", "told once");
}

#[test]
fn what_was_refused_or_went_well_between_is_no_row_of_failures() {
    let bot = Bot::new();
    let ann = rich(&bot);
    for reason in [FailureReason::Policy, FailureReason::Image, FailureReason::Sound, FailureReason::Refused] {
        for _ in 0..2 {
            orders(&ann, KLING, "The sea");
            bot.job_failed(reason);
        }
    }
    for _ in 0..2 {
        orders(&ann, KLING, "The sea");
        bot.job_failed(FailureReason::Provider);
    }
    made_for(&bot, &ann, 160.0);
    orders(&ann, KLING, "The sea");
    bot.job_failed(FailureReason::Provider);
    assert!(!bot.person(2).sends("/generate").contains("often fails"));
    assert_eq!(bot.count("SELECT failures FROM models WHERE model = 'kling-2.1'"), 2);
}

fn listed(model: &str, description: &str, unit: PriceUnit, credits: u32) -> ListedPrice {
    ListedPrice { model: model.to_owned(), description: description.to_owned(), unit, price: KieCost::from(credits) }
}

#[test]
fn the_price_list_is_read_once_a_day_if_the_operator_wants_it() {
    let bot = Bot::new();
    assert_eq!(bot.waits(HOUR), "", "it is nobody else's business what is sold here");
    bot.change_policy(|policy| policy.reads_price_list = true);
    assert_eq!(bot.waits(HOUR), "→ reads the price list");
    assert_eq!(bot.waits(HOUR), "");
    assert_eq!(bot.restarts(), "");
    assert_eq!(bot.waits(23 * HOUR), "→ reads the price list");
}

#[test]
fn costs_that_are_not_on_the_price_list_are_told() {
    let bot = Bot::new();
    let text = "kling/v2-1-master-text-to-video";
    let as_it_is = [
        listed(text, "kling 2.1, master-5.0s", PriceUnit::Video, 160),
        listed("kling-3-0", "kling 3.0, video, without audio-720P", PriceUnit::Second, 14),
        listed("kling-3-0", "kling 3.0, video, with audio-720P", PriceUnit::Second, 20),
        listed("kling-3-0", "kling 3.0, video, without audio-1080P", PriceUnit::Second, 18),
        listed("kling-3-0", "kling 3.0, video, with audio-1080P", PriceUnit::Second, 27),
        listed("kling-3-0", "kling 3.0, video, 4K", PriceUnit::Second, 67),
        listed("unheard-of-9", "a model that nobody sells here", PriceUnit::Video, 3),
    ];
    assert_eq!(bot.happens(&Event::PricesListed(as_it_is.to_vec())), "");
    assert_eq!(bot.happens(&Event::PricesListed(Vec::new())), "");
    let mut dearer = as_it_is.to_vec();
    dearer[0].price = KieCost::from(192);
    dearer[1].price = KieCost::from(16);
    let event = Event::PricesListed(dearer);
    assert_snapshot!(bot.happens(&event), @r"
    900: 🏷 KIE.ai's price list doesn't have these costs of the catalogue:
    • Kling 3.0 (16:9, 5 s, 720p, no sound): 70 here, 80 there by “kling 3.0, video, without audio-720P”
    • Kling v2.1 (16:9, 5 s): 160 here, 192 there by “kling 2.1, master-5.0s”
    Compare them with kie.ai/pricing, correct your CATALOG_FILE, and restart the bot and the workers; bot check-catalogue shows what is left of each price.
    ");
    assert_eq!(bot.happens(&event), "", "once a day");
    bot.passes(24 * HOUR);
    assert_ne!(bot.happens(&event), "");
}
