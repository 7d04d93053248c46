//! Orders in the operators' menu: those that are stuck, those that failed, and what is done about each with a tap.

use bot::core::event::{Outcome, Receipt, Refusal};
use insta::assert_snapshot;
use jiff::SignedDuration;
use shared::job::{BlockReason, FailureReason, JobState};

use crate::core::conversation::{Bot, OPERATOR};
use crate::core::person::Person;
use crate::core::roles::{NOT_ALLOWED, SUPPORT, VIEWER, bot, buyer};

const HOUR: SignedDuration = SignedDuration::from_hours(1);

fn list(bot: &Bot, list: &str) -> String {
    bot.person(OPERATOR).presses_data(None, &format!("admin:orders:{list}:0"))
}

/// An operator does this about the order that was last published.
fn does(operator: &Person<'_>, deed: &str, bot: &Bot) -> String {
    operator.presses_data(None, &format!("admin:{deed}:stuck:0:{}", bot.last_job()))
}

fn balance(person: &Person<'_>) -> String {
    person.sends("/balance").lines().next().unwrap().to_owned()
}

fn deeds(bot: &Bot, action: &str) -> i64 {
    bot.count(&format!(
        "SELECT count(*) FROM operator_actions WHERE action = '{action}' AND job IS NOT NULL AND user = 1"
    ))
}

#[test]
fn an_order_is_stuck_when_it_has_not_moved_on_for_long() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a secret wish");
    bot.waits(SignedDuration::from_mins(40));
    bot.job_is(JobState::Submitted);
    bot.waits(SignedDuration::from_mins(40));
    assert!(list(&bot, "stuck").contains("There are none."), "it has moved on meanwhile");
    bot.waits(SignedDuration::from_mins(10));
    let shown = list(&bot, "stuck").replace(&bot.last_job().to_string(), "ORDER");
    assert_snapshot!(shown, @"
    900: Stuck orders: where they are for over 45 minutes, the longest first.

    1. Veo 3.1 Fast · 1 credit · person 1
    KIE.ai is making it, since 2027-01-15 08:40 UTC (50 min)
    ORDER

    👤 person · 🔁 try again · ↩️ give the credits back · 🗑 off this list
    [1 👤] [1 🔁] [1 ↩️] [1 🗑]
    [◀️ Menu]
    ");
    let support = bot.person(SUPPORT).presses_data(None, "admin:open:stuck");
    assert!(support.contains("[1 🔁] [1 🗑]") && !support.contains("↩️"), "{support}");
    let viewer = bot.person(VIEWER).presses_data(None, "admin:open:stuck");
    assert!(viewer.contains("[1 👤]\n") && !viewer.contains("🔁"), "{viewer}");
    assert!(bot.person(OPERATOR).presses("1 👤").contains("Person 1\n"));
}

#[test]
fn long_lists_have_pages() {
    let bot = bot();
    bot.change_policy(|policy| policy.under_way_per_person_max = 20);
    let ann = bot.person(1);
    ann.buys(10);
    for prompt in ["one", "two", "three", "four", "five", "six", "seven"] {
        ann.orders(prompt);
    }
    bot.waits(HOUR);
    let olga = bot.person(OPERATOR);
    let first = olga.presses_data(None, "admin:open:stuck");
    assert!(first.contains("\n5. ") && !first.contains("\n6. ") && first.contains("[▶️]"), "{first}");
    let second = olga.presses("▶️");
    assert!(second.contains("\n2. ") && !second.contains("\n3. ") && second.contains("[◀️] [◀️ Menu]"), "{second}");
    // What stood on the last page is off the list: the page before is shown.
    bot.is_damaged_by("UPDATE jobs SET moved_at = moved_at + 3600000");
    assert!(olga.presses_data(None, "admin:orders:stuck:1").contains("There are none."));
}

#[test]
fn workers_are_asked_once_more_and_nothing_is_bought_twice() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a cat");
    bot.job_is(JobState::Submitted);
    bot.waits(HOUR);
    let (sue, before) = (bot.person(SUPPORT), bot.publishings());
    let tried = does(&sue, "again", &bot);
    assert!(
        tried.contains("(The workers are asked again what became of it.") && tried.contains("→ workers"),
        "{tried}"
    );
    assert_eq!(bot.publishings(), before + 1);
    assert!(bot.last_published().published_before, "to a worker who knows the order it is a question");
    let again = does(&sue, "again", &bot);
    assert!(again.contains("(That's done already.)") && !again.contains("→ workers"), "{again}");
    assert_eq!((bot.publishings(), deeds(&bot, "try_again")), (before + 1, 1));
    bot.passes(SignedDuration::from_mins(11));
    assert!(does(&sue, "again", &bot).contains("→ workers"), "later it may be tried again");
    assert_eq!(bot.count("SELECT count(*) FROM jobs"), 1);
    assert_eq!(balance(&ann), "Your balance: 4 credits");
}

#[test]
fn a_row_that_was_set_aside_is_taken_up_again() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a cat");
    bot.video_is_there();
    let key = bot.last_job();
    bot.is_damaged_by(&format!(
        "UPDATE outbox SET state = 'dead', due = NULL WHERE kind = 'deliver';
         INSERT INTO dead_letters (at, event, reason) VALUES (1, 'outbox: deliver {key}', 'odd')"
    ));
    bot.waits(HOUR);
    assert!(list(&bot, "stuck").contains("Made, and not delivered"));
    let sent = does(&bot.person(SUPPORT), "again", &bot);
    assert!(sent.contains("(I'm sending the video again now.)") && sent.contains("→ video"), "{sent}");
    assert_eq!(bot.count("SELECT count(*) FROM dead_letters"), 0);
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
    assert_eq!(balance(&ann), "Your balance: 4 credits");
}

#[test]
fn what_waits_for_its_turn_is_not_tried() {
    let bot = bot();
    bot.change_policy(|policy| policy.under_way_per_person_max = 1);
    let ann = buyer(&bot);
    ann.orders("one");
    ann.orders("two");
    bot.waits(HOUR);
    let olga = bot.person(OPERATOR);
    let queued = bot.some_queued_job().unwrap();
    assert!(olga.presses_data(None, &format!("admin:again:stuck:0:{queued}")).contains("(It waits for its turn"));
    let back = olga.presses_data(None, &format!("admin:back:stuck:0:{queued}"));
    assert!(back.contains("(Done: their credits are back") && back.contains("1 credit returned"), "{back}");
    assert!(
        olga.presses_data(None, &format!("admin:back:stuck:0:{queued}")).contains("(Their credits are back already.)")
    );
    assert_eq!(balance(&ann), "Your balance: 4 credits");
}

#[test]
fn credits_go_back_once_and_a_late_video_is_free() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a cat");
    bot.job_is(JobState::Submitted);
    bot.waits(HOUR);
    for who in [SUPPORT, VIEWER] {
        assert!(does(&bot.person(who), "back", &bot).contains(NOT_ALLOWED));
    }
    let olga = bot.person(OPERATOR);
    let back = does(&olga, "back", &bot);
    assert!(back.contains("(Done: their credits are back, and they have been told.)"), "{back}");
    assert!(back.contains("1 credit returned. Your balance: 5 credits"), "{back}");
    assert!(does(&olga, "back", &bot).contains("(Their credits are back already.)"));
    assert_eq!(deeds(&bot, "give_back"), 1);
    assert!(bot.video_is_there().contains("→ video"));
    assert!(bot.delivery_ends(Outcome::Done(Receipt::Video(None))).contains("It's free"));
    assert_eq!(balance(&ann), "Your balance: 5 credits");
}

#[test]
fn credits_of_a_video_that_is_not_delivered_go_back_and_it_may_still_come() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a cat");
    bot.video_is_there();
    bot.waits(HOUR);
    let olga = bot.person(OPERATOR);
    let back = does(&olga, "back", &bot);
    assert!(back.contains("Our team has returned 1 credit for your video. If it still arrives, it's free."), "{back}");
    assert!(does(&olga, "back", &bot).contains("(Their credits are back already.)"));
    assert!(bot.delivery_ends(Outcome::Done(Receipt::Video(None))).contains("It's free"));
    assert_eq!(balance(&ann), "Your balance: 5 credits");
    assert!(does(&olga, "back", &bot).contains("(Their credits are back already.)"));
}

#[test]
fn what_was_spent_on_a_video_that_nobody_fetched_goes_back_to_its_purchase() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a cat");
    bot.video_is_there();
    bot.delivery_ends(Outcome::Unreachable);
    bot.waits(SignedDuration::from_mins(6));
    bot.delivery_ends(Outcome::Unreachable);
    bot.waits(SignedDuration::from_hours(24 * 8));
    assert_eq!(balance(&ann), "Your balance: 4 credits");
    let failed = list(&bot, "failed");
    assert!(failed.contains("it was paid for") && failed.contains("[1 👤] [1 ↩️] [1 🗑]"), "{failed}");
    let olga = bot.person(OPERATOR);
    assert!(does(&olga, "again", &bot).contains("(It has ended, so it can't be tried again.)"));
    assert!(does(&olga, "back", &bot).contains("Our team has returned 1 credit"));
    assert!(does(&olga, "back", &bot).contains("(Their credits are back already.)"));
    assert_eq!((balance(&ann).as_str(), deeds(&bot, "give_back")), ("Your balance: 5 credits", 1));
    assert!(olga.sends("/ledger 1").contains("given back for order"), "the ledger says whose doing it was");
    assert!(ann.sends("/paysupport").contains("[↩️ Refund 5 credits"), "the purchase is whole again");
}

#[test]
fn somebody_who_has_the_video_gets_nothing_back() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a cat");
    bot.video_is_there();
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
    let olga = bot.person(OPERATOR);
    assert!(does(&olga, "back", &bot).contains("(They have the video."));
    assert!(does(&olga, "again", &bot).contains("(It has ended"));
    assert!(does(&olga, "drop", &bot).contains("(It's off the list already.)"));
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions"), 0);
    assert_eq!(balance(&ann), "Your balance: 4 credits");
}

/// Somebody whose video has failed for this reason, and who had so many credits.
fn failed<'b>(bot: &'b Bot, reason: FailureReason) -> Person<'b> {
    let ann = buyer(bot);
    ann.orders("a cat");
    bot.job_failed(reason);
    ann
}

#[test]
fn a_failed_order_is_placed_anew_once() {
    let bot = bot();
    let ann = failed(&bot, FailureReason::Provider);
    let shown = list(&bot, "failed").replace(&bot.last_job().to_string(), "ORDER");
    assert_snapshot!(shown, @"
    900: Failed orders of the last 14 days, the newest first.

    1. Veo 3.1 Fast · 1 credit · person 1
    Failed, their credits are back: KIE.ai failed, since 2027-01-15 08:00 UTC (0 min)
    ORDER

    👤 person · 🔁 try again · ↩️ give the credits back · 🗑 off this list
    [1 👤] [1 🔁] [1 🗑]
    [◀️ Menu]
    ");
    let (sue, order) = (bot.person(SUPPORT), bot.last_job());
    let again = || sue.presses_data(None, &format!("admin:again:failed:0:{order}"));
    let placed = again();
    assert!(placed.contains("(Ordered again, with their credits. They have been told.)"), "{placed}");
    assert!(placed.contains("There are none.") && placed.contains("→ workers: veo3-fast: a cat"), "{placed}");
    assert!(placed.contains("🔁 Our team has ordered your video with Veo 3.1 Fast again"), "{placed}");
    assert!(again().contains("(That's done already.)"));
    assert_eq!((balance(&ann).as_str(), deeds(&bot, "try_again")), ("Your balance: 4 credits", 1));
    bot.video_is_there();
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
    assert!(again().contains("(That's done already.)"));
    assert_eq!(balance(&ann), "Your balance: 4 credits");
}

#[test]
fn what_its_person_has_ordered_again_is_not_placed_anew() {
    let bot = bot();
    let ann = failed(&bot, FailureReason::Provider);
    let order = bot.last_job();
    ann.presses("🔁 Again");
    let again = bot.person(SUPPORT).presses_data(None, &format!("admin:again:failed:0:{order}"));
    assert!(again.contains("(They have ordered it again themselves since.)"), "{again}");
    assert_eq!(deeds(&bot, "try_again"), 0);
}

#[test]
fn what_may_still_come_is_asked_after_and_not_bought_again() {
    for reason in [FailureReason::Timeout, FailureReason::Unknown] {
        let bot = bot();
        let ann = failed(&bot, reason);
        let asked = does(&bot.person(SUPPORT), "again", &bot);
        assert!(asked.contains("(The workers are asked again") && asked.contains("→ workers"), "{asked}");
        assert!(bot.last_published().published_before);
        assert!(does(&bot.person(SUPPORT), "again", &bot).contains("(That's done already.)"));
        bot.video_is_there();
        bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
        assert_eq!((balance(&ann).as_str(), bot.count("SELECT count(*) FROM jobs")), ("Your balance: 5 credits", 1));
    }
}

#[test]
fn what_would_come_to_nothing_is_not_tried() {
    let again = |bot: &Bot| does(&bot.person(SUPPORT), "again", bot);
    let bot = bot();
    failed(&bot, FailureReason::Policy);
    assert!(!list(&bot, "failed").contains("1 🔁"));
    assert!(again(&bot).contains("(It would be refused again"));
    drop(bot);

    let bot = self::bot();
    failed(&bot, FailureReason::Provider);
    bot.provider_is(Some(BlockReason::OutOfFunds));
    assert!(again(&bot).contains("(KIE.ai isn't taking orders right now."));
    bot.provider_is(None);
    bot.person(OPERATOR).sends("/models off veo3-fast");
    assert!(again(&bot).contains("(Its model isn't offered any more.)"));
    bot.person(OPERATOR).sends("/models on veo3-fast");
    bot.person(SUPPORT).presses_data(None, "admin:block:1");
    assert!(again(&bot).contains("(This person is blocked."));
    bot.person(SUPPORT).presses_data(None, "admin:unblock:1");
    bot.person(OPERATOR).sends("/debit 1 5 all of it");
    assert!(again(&bot).contains("(They don't have the credits for it any more.)"));
    bot.person(OPERATOR).sends("/grant 1 5 back");
    bot.change_policy(|policy| policy.orders_per_hour = 1);
    assert!(again(&bot).contains("(They've reached their limit of orders"));
    bot.change_policy(|policy| policy.orders_per_hour = 1000);
    let ann = bot.person(1);
    ann.sends("/privacy");
    ann.presses("Delete my prompts");
    ann.presses("Yes, delete");
    assert!(again(&bot).contains("(Its words are deleted"));
    assert_eq!(bot.count("SELECT count(*) FROM jobs"), 2, "the first, and the second one by itself");
}

#[test]
fn an_order_is_taken_off_the_list_until_it_moves_on() {
    let bot = bot();
    buyer(&bot).orders("a cat");
    bot.waits(HOUR);
    let sue = bot.person(SUPPORT);
    let dropped = does(&sue, "drop", &bot);
    assert!(
        dropped.contains("(It's off this list until it moves on.)") && dropped.contains("There are none."),
        "{dropped}"
    );
    assert!(does(&sue, "drop", &bot).contains("(It's off the list already.)"));
    assert_eq!(deeds(&bot, "drop"), 1);
    bot.passes(SignedDuration::from_secs(1));
    bot.job_is(JobState::Submitted);
    bot.waits(HOUR);
    assert!(list(&bot, "stuck").contains("KIE.ai is making it"));
    assert!(does(&sue, "drop", &bot).contains("(It's off this list until it moves on.)"));
    // Dropped or not, it ends well.
    bot.video_is_there();
    bot.delivery_ends(Outcome::Refused(Refusal::TooLarge));
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
}

#[test]
fn an_order_that_was_placed_before_the_upgrade_is_stuck_since_its_last_known_moment() {
    let bot = bot();
    buyer(&bot).orders("a cat");
    bot.job_is(JobState::Submitted);
    bot.is_damaged_by("UPDATE jobs SET moved_at = NULL");
    bot.waits(HOUR);
    assert!(list(&bot, "stuck").contains("KIE.ai is making it"));
}
