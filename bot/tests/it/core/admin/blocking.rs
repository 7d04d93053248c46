//! People whom operators have blocked: they begin nothing new, and what is theirs stays theirs.

use bot::core::Pack;
use bot::core::event::{Outcome, Receipt};
use bot::core::update::{PreCheckoutQuery, SuccessfulPayment};
use jiff::SignedDuration;
use shared::job::{FailureReason, JobState};

use crate::core::conversation::{Bot, OPERATOR};
use crate::core::person::Person;
use crate::core::roles::{SUPPORT, bot, buyer};

/// What somebody who is blocked reads.
const BLOCKED: &str = "Our team has blocked your account here";

fn block(bot: &Bot) -> String {
    bot.person(SUPPORT).presses_data(None, "admin:block:1")
}

fn subscribes(bot: &Bot, person: &Person<'_>) {
    person.presses_data(None, "subscribe");
    let invoice_payload = bot.last_payload();
    let until = bot.now().as_second() + 30 * 24 * 3600;
    person.message(|message| {
        message.successful_payment = Some(SuccessfulPayment {
            currency: "XTR".to_owned(),
            total_amount: 1500,
            invoice_payload,
            telegram_payment_charge_id: "month-1".to_owned(),
            subscription_expiration_date: Some(until),
            is_first_recurring: true,
        });
    });
}

#[test]
fn both_are_told_and_a_second_tap_says_that_it_is_so() {
    let bot = bot();
    buyer(&bot);
    let sue = bot.person(SUPPORT);
    sue.sends("/admin 1");
    let blocked = sue.presses("Block");
    assert!(blocked.contains("(Person 1 is blocked, and has been told."), "{blocked}");
    assert!(blocked.contains("🚫 blocked since") && blocked.contains("[✅ Unblock]"), "{blocked}");
    assert!(blocked.contains(BLOCKED), "the person is told: {blocked}");
    assert!(block(&bot).contains("(Person 1 is blocked already.)"));
    let unblocked = sue.presses("Unblock");
    assert!(unblocked.contains("(Person 1 is unblocked, and has been told.)"), "{unblocked}");
    assert!(unblocked.contains("✅ Our team has unblocked your account"), "{unblocked}");
    assert!(sue.presses_data(None, "admin:unblock:1").contains("(Person 1 isn't blocked.)"));
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions WHERE operator = 901 AND user = 1"), 2);
    // They may be told again.
    assert!(block(&bot).contains(BLOCKED));
}

#[test]
fn operators_are_not_blocked() {
    let bot = bot();
    let (olga, sue) = (bot.person(OPERATOR), bot.person(SUPPORT));
    olga.sends("/help");
    assert!(sue.presses_data(None, "admin:block:900").contains("Operators can't be blocked"));
    assert!(sue.presses_data(None, "admin:block:901").contains("Operators can't be blocked"));
    assert_eq!(bot.count("SELECT count(*) FROM operator_actions"), 0);
}

#[test]
fn whoever_is_blocked_begins_nothing() {
    let bot = bot();
    bot.change_policy(|policy| policy.subscription = Some(Pack::new(20, 1500)));
    let ann = buyer(&bot);
    ann.fills_in("a cat");
    let (card, confirm) = ann.button("✨ Generate");
    ann.orders("a dog");
    bot.video_is_there();
    bot.delivery_ends(Outcome::Done(Receipt::Video(Some("file".to_owned()))));
    let job = bot.last_job();
    block(&bot);
    let before = bot.count("SELECT count(*) FROM jobs");
    for text in ["/generate a fox", "/generate", "/buy", "/templates", "/start", "/start v_abc", "a fox"] {
        bot.passes(SignedDuration::from_secs(11));
        let answer = ann.sends(text);
        assert!(answer.starts_with(BLOCKED), "{text}: {answer}");
    }
    bot.passes(SignedDuration::from_secs(11));
    assert!(ann.sends_image("photo", 5).starts_with(BLOCKED));
    assert_eq!(ann.sends_image("photo", 5), "", "it is said once");
    let again = format!("again:{job}:1");
    let edit = format!("edit:{job}");
    let next = format!("next:4k:{job}:2");
    for data in
        [confirm.as_str(), "generate", "buy", "pack:5", "subscribe", &again, &edit, &next, "template:use:neon-city"]
    {
        let answer = ann.presses_data(Some(card), data);
        assert!(answer.starts_with(&format!("({BLOCKED}")), "{data}: {answer}");
    }
    assert_eq!(bot.count("SELECT count(*) FROM jobs"), before);
    bot.person(SUPPORT).presses_data(None, "admin:unblock:1");
    assert!(ann.sends("a fox").contains("✨ Generate"));
}

#[test]
fn whoever_is_blocked_keeps_what_is_theirs() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a dog");
    bot.video_is_there();
    bot.delivery_ends(Outcome::Done(Receipt::Video(Some("file".to_owned()))));
    block(&bot);
    assert!(ann.sends("/balance").starts_with("Your balance: 4 credits"));
    assert!(ann.sends("/videos").contains("Your videos"));
    ann.presses("1");
    assert!(ann.presses("Send again").contains("video file"));
    assert!(ann.sends("/privacy").contains("Privacy"));
    let support = ann.sends("/paysupport");
    assert!(support.contains("[🙋 Request refund"), "{support}");
    assert!(ann.presses("Request refund").contains("900: 🙋"));
    assert!(ann.sends("/paysupport why am I blocked?").contains("Our team has your request"));
}

#[test]
fn orders_under_way_end_well() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a dog");
    bot.job_is(JobState::Submitted);
    block(&bot);
    assert!(bot.video_is_there().contains("→ video"));
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
    assert!(ann.sends("/balance").starts_with("Your balance: 4 credits"));
    assert_eq!(bot.count("SELECT count(*) FROM jobs WHERE progress = 'delivered'"), 1);
}

#[test]
fn an_order_that_waits_can_be_cancelled() {
    let bot = bot();
    bot.change_policy(|policy| policy.under_way_per_person_max = 1);
    let ann = buyer(&bot);
    ann.orders("one");
    ann.orders("two");
    block(&bot);
    ann.sends("/cancel");
    assert!(ann.presses("Cancel: two").starts_with("(Cancelled; your credits are back.)"));
}

#[test]
fn what_fails_is_not_ordered_once_more_for_them() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.orders("a dog");
    block(&bot);
    let said = bot.job_is(JobState::Failed { reason: FailureReason::Provider });
    assert!(!said.contains("→ workers") && said.contains("1 credit returned"), "{said}");
    assert_eq!(bot.count("SELECT count(*) FROM jobs"), 1);
    assert!(ann.sends("/balance").starts_with("Your balance: 5 credits"));
}

#[test]
fn a_checkout_is_refused_with_words_and_a_payment_that_was_made_counts() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.presses_data(None, "pack:5");
    let unchanged = |_: &mut PreCheckoutQuery| {};
    assert_eq!(ann.checks_out(unchanged), "checkout: go on");
    block(&bot);
    assert!(ann.checks_out(unchanged).starts_with(&format!("checkout refused: {BLOCKED}")));
    assert!(ann.has_paid("charge-2").contains("5 credits added"));
    assert!(ann.sends("/balance").starts_with("Your balance: 10 credits"));
}

#[test]
fn a_subscription_can_be_cancelled_and_not_resumed() {
    let bot = bot();
    bot.change_policy(|policy| policy.subscription = Some(Pack::new(20, 1500)));
    let ann = buyer(&bot);
    subscribes(&bot, &ann);
    block(&bot);
    assert!(ann.checks_out(|_| {}).starts_with(&format!("checkout refused: {BLOCKED}")));
    ann.sends("/balance");
    assert!(ann.presses("Cancel subscription").contains("I'm asking Telegram to cancel"));
    bot.subscription_edit_ends(Outcome::Done(Receipt::Nothing));
    ann.sends("/balance");
    assert!(ann.presses("Resume subscription").starts_with(&format!("({BLOCKED}")));
    let card = bot.person(SUPPORT).sends("/admin 1");
    assert!(card.contains("20 credits every 30 days for 1500 ⭐, cancelled, runs until"), "{card}");
}

#[test]
fn a_change_of_words_moves_nothing_while_they_are_blocked() {
    let bot = bot();
    let ann = buyer(&bot);
    ann.fills_in("a cat");
    let message =
        bot::core::ids::MessageId(bot.count("SELECT json_extract(form, '$.video.prompt.parts[0].message') FROM forms"));
    block(&bot);
    assert_eq!(ann.edits(message, "a dog"), "");
    bot.person(SUPPORT).presses_data(None, "admin:unblock:1");
    assert!(ann.edits(message, "a dog").contains("a dog"));
}
