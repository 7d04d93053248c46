//! What people and operators hear of the provider, and which orders wait for it.

use bot::core::event::{Outcome, Receipt};
use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::job::{BlockReason, FollowUpKind, JobState, KeyName};

use crate::core::conversation::Bot;

#[test]
fn what_costs_more_than_the_balance_is_not_offered_and_the_rest_is_sold() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    assert_snapshot!(bot.provider_can_be_paid(55), @"900: ⚠️ KIE.ai's balance pays for no video that costs more than 55 of its credits. Not offered until you top it up at kie.ai: Veo 3.1 Fast, Veo 3.1 Quality, Gemini Omni Flash.");
    assert_eq!(bot.provider_can_be_paid(54), "", "the same models are off");
    let menu = ann.sends("/generate");
    assert!(menu.contains("Kling v2.1") && !menu.contains("Veo 3.1 Fast"), "{menu}");
    assert_snapshot!(bot.provider_is(None), @"900: ✅ KIE.ai is taking orders again.");
    assert!(ann.sends("/generate").contains("Veo 3.1 Fast"));
}

#[test]
fn whoever_has_begun_an_order_that_cannot_be_paid_is_told_and_keeps_it() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.fills_in("The sea");
    bot.provider_can_be_paid(59);
    assert_snapshot!(ann.presses("✨ Generate"), @"(Veo 3.1 Fast is temporarily unavailable. Your order is saved; please choose another model or try again later.)");
    bot.provider_is(None);
    assert!(ann.presses("✨ Generate").contains("Order placed."));
}

#[test]
fn a_video_that_costs_more_than_others_of_its_model_is_known_to_be_too_dear_at_the_summary() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    bot.provider_can_be_paid(100);
    ann.sends("/generate");
    ann.presses("Kling v2.1");
    let summary = ann.sends("The sea");
    assert!(summary.contains("Kling v2.1 is temporarily unavailable."), "{summary}");
}

#[test]
fn orders_that_cannot_be_paid_let_others_pass() {
    let bot = Bot::new();
    bot.change_policy(|policy| policy.published_max = 1);
    let (ann, ben) = (bot.person(1), bot.person(2));
    ann.buys(5);
    ben.buys(5);
    // One is published and takes the only place, one waits.
    ann.orders("first");
    ann.orders("second");
    bot.provider_can_be_paid(59);
    let before = bot.publishings();
    bot.waits(SignedDuration::from_secs(1));
    assert_eq!(bot.publishings(), before, "nothing of a model that is off is published");
    assert_eq!(bot.count("SELECT count(*) FROM jobs WHERE progress = 'queued'"), 1);
    bot.provider_is(None);
    bot.job_is(JobState::Submitted);
    assert_eq!(bot.count("SELECT count(*) FROM jobs WHERE progress = 'queued'"), 0);
}

#[test]
fn an_order_keeps_its_place_for_as_long_as_promised_while_the_provider_cannot_be_reached() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    assert_snapshot!(bot.provider_is(Some(BlockReason::Unreachable)), @r"
    ✎ ⏸ Veo 3.1 Fast: your order waits. Video generation is temporarily unavailable. If it isn't made, you get your 1 credit back.

    900: ⚠️ KIE.ai isn't taking orders: no worker gets an answer from it. The workers' log names the address and the cause: check KIE_API_URL and their network.
    Orders are paused; those in the queue wait.
    ");
    let waits = bot.waits(SignedDuration::from_mins(359));
    assert!(!waits.contains("failed – "), "{waits}");
    let submit_before = bot.count("SELECT (submit_before - placed_at) / 3600000 FROM jobs");
    assert_eq!(submit_before, 6, "QUEUE_HOURS_MAX");
    assert!(bot.provider_is(None).contains("in the works"), "what was said to stand still goes on");
}

#[test]
fn a_person_is_told_that_the_answer_to_their_order_got_lost() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    ann.orders("The sea");
    let until = bot.now().checked_add(SignedDuration::from_secs(270)).unwrap();
    assert_snapshot!(bot.job_is(JobState::Unconfirmed { until }), @"✎ ⏳ Veo 3.1 Fast: I sent your order, but the answer got lost. If I hear nothing within 5 minutes, you get your 1 credit back. If the video comes after that, it's free.");
    assert!(bot.job_is(JobState::Submitted).contains("in the works"));
    assert_eq!(bot.job_is(JobState::Unconfirmed { until }), "", "it came late");
    assert_eq!(bot.job_is(JobState::Other), "");
}

#[test]
fn a_key_that_is_left_out_is_named_once_and_so_is_its_return_and_orders_go_on() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    let second_is = |blocked| bot.provider_keys_are(&[("main", None), ("second", blocked)], &[]);
    assert_eq!(second_is(None), "");
    assert_snapshot!(second_is(Some(BlockReason::OutOfFunds)), @r"
    900: ⚠️ KIE.ai isn't taking orders by the key second: its account has no credits left. Top it up at kie.ai.
    It's left out until then; the other keys take its share.
    ");
    bot.waits(SignedDuration::from_mins(1));
    assert_eq!(second_is(Some(BlockReason::OutOfFunds)), "", "it was said");
    assert!(ann.orders("The sea").contains("→ workers"), "nothing stands still");
    bot.waits(SignedDuration::from_mins(1));
    assert_snapshot!(second_is(Some(BlockReason::Unauthorized)), @r"
    900: ⚠️ KIE.ai isn't taking orders by the key second: it is wrong or may not do this. Check it in KIE_AI_API_KEYS.
    It's left out until then; the other keys take its share.
    ");
    bot.waits(SignedDuration::from_mins(1));
    assert_snapshot!(second_is(None), @"900: ✅ KIE.ai is taking orders by the key second again.");
    bot.waits(SignedDuration::from_mins(1));
    assert!(second_is(Some(BlockReason::OutOfFunds)).contains("no credits left"), "it is news again");
}

#[test]
fn with_no_key_that_works_orders_are_paused_and_an_outage_is_told_once() {
    let bot = Bot::new();
    let cut_off = Some(BlockReason::Unreachable);
    let said = bot.provider_keys_are(&[("main", cut_off), ("second", cut_off)], &[]);
    assert!(said.contains("no worker gets an answer") && !said.contains("second"), "{said}");
    bot.waits(SignedDuration::from_mins(1));
    let said = bot.provider_keys_are(&[("main", None), ("second", None)], &[]);
    assert!(said.contains("is taking orders again") && !said.contains("second"), "{said}");
    bot.waits(SignedDuration::from_mins(1));
    let empty = Some(BlockReason::OutOfFunds);
    let said = bot.provider_keys_are(&[("main", empty), ("second", Some(BlockReason::KeyLimit))], &[]);
    assert!(said.contains("Orders are paused") && said.contains("main") && said.contains("second"), "{said}");
}

#[test]
fn operators_hear_once_a_day_that_orders_need_a_key_that_is_gone() {
    let bot = Bot::new();
    assert_snapshot!(bot.provider_keys_are(&[], &["old"]), @"900: ⚠️ Orders need the key old, which isn't in KIE_AI_API_KEYS: it made their videos, or the videos they go on from, and no other key can see those. They wait, and people get their credits back in the end. Put the key back with weight 0 (old:0=…), restart the workers, and remove it when its orders are done.");
    bot.waits(SignedDuration::from_mins(1));
    assert_eq!(bot.provider_keys_are(&[], &["old"]), "");
    bot.waits(SignedDuration::from_hours(24));
    assert!(bot.provider_keys_are(&[], &["old"]).contains("old"));
}

#[test]
fn what_goes_on_from_a_video_and_every_question_about_it_names_its_key() {
    let bot = Bot::new();
    let ann = bot.person(1);
    ann.buys(5);
    bot.tasks_are_made_with("second");
    ann.orders("The sea");
    assert_eq!(bot.last_published().key, None, "nobody knows it yet");
    bot.job_is(JobState::Submitted);
    bot.waits(SignedDuration::from_mins(6));
    let asked = bot.last_published();
    assert_eq!((asked.task.is_some(), asked.key), (true, Some(KeyName::new("second"))));
    bot.video_is_there();
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
    ann.presses("4K");
    let earlier = bot.last_published().follow_up.unwrap();
    assert_eq!((earlier.kind, earlier.key), (FollowUpKind::UltraHd, Some(KeyName::new("second"))));
}
