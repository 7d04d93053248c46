//! Whatever is bought, given back, ordered, made or cancelled, in whatever order: the books are right.

use bot::core::Pack;
use bot::core::event::{Outcome, Receipt, Refusal};
use bot::core::ids::Credits;
use std::collections::BTreeSet;

use bot::core::ticket::Ticket;
use bot::core::update::RefundedPayment;
use proptest::prelude::*;
use shared::job::FailureReason;

use crate::core::conversation::{Bot, OPERATOR};

/// What everybody gets with their first message.
const WELCOME: i64 = 3;

#[derive(Debug, Clone)]
enum Step {
    Buy(i64),
    /// The same payment once more.
    BuyAgain,
    GiveBack(usize),
    /// The buyer wants this purchase back.
    Refund(usize),
    /// An operator gives it back, whatever is left of it.
    RefundAnyway(usize),
    /// A call to give Stars back ends.
    RefundEnds(Outcome),
    Grant(i64),
    Debit(i64),
    Order,
    Fail(FailureReason),
    Succeed,
    Deliver,
    Cancel,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => prop::sample::select(vec![1_i64, 5, 10]).prop_map(Step::Buy),
        1 => Just(Step::BuyAgain),
        2 => (0_usize..8).prop_map(Step::GiveBack),
        2 => (0_usize..8).prop_map(Step::Refund),
        1 => (0_usize..8).prop_map(Step::RefundAnyway),
        2 => Just(Step::RefundEnds(Outcome::Done(Receipt::Nothing))),
        1 => Just(Step::RefundEnds(Outcome::Refused(Refusal::Other("no".to_owned())))),
        1 => Just(Step::RefundEnds(Outcome::TryAgain(None))),
        1 => (1_i64..5).prop_map(Step::Grant),
        1 => (1_i64..5).prop_map(Step::Debit),
        5 => Just(Step::Order),
        2 => prop::sample::select(FailureReason::ALL.to_vec()).prop_map(Step::Fail),
        3 => Just(Step::Succeed),
        3 => Just(Step::Deliver),
        1 => Just(Step::Cancel),
    ];
    prop::collection::vec(step, 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// The audit at the end of each conversation is the check; it looks at every bucket, hold and payment.
    #[test]
    fn the_books_are_right_after_any_steps(steps in steps()) {
        let bot = Bot::new();
        let ann = bot.person(1);
        // Now and then an order has to wait, so that it can be cancelled.
        bot.change_policy(|policy| {
            policy.published_max = 1;
            policy.packs = vec![Pack::new(1, 100), Pack::new(5, 500).with_bonus(1), Pack::new(10, 1000).with_bonus(4)];
            (policy.first_purchase_bonus, policy.welcome_credits) = (Credits(2), Credits(WELCOME));
        });
        let mut bought: Vec<(String, i64)> = Vec::new();
        // Charges whose Stars went back, as far as anybody told the bot.
        let mut given_back = BTreeSet::new();
        let operator = bot.person(OPERATOR);
        ann.sends("/start");
        for step in steps {
            match step {
                Step::Buy(credits) => {
                    ann.presses_data(None, &format!("pack:{credits}"));
                    let charge = format!("charge-{}", bought.len());
                    ann.has_paid(&charge);
                    bought.push((charge, credits));
                }
                Step::BuyAgain => {
                    if let Some((charge, _)) = bought.last() {
                        prop_assert_eq!(ann.has_paid(charge), "");
                    }
                }
                Step::GiveBack(which) => {
                    if let Some((charge, _)) = bought.get(which).cloned() {
                        let telegram_payment_charge_id = charge.clone();
                        ann.message(|message| {
                            let refund = RefundedPayment { telegram_payment_charge_id, ..RefundedPayment::default() };
                            message.refunded_payment = Some(refund);
                        });
                        given_back.insert(charge);
                    }
                }
                Step::Refund(which) => drop(ann.presses_data(None, &format!("refund:confirm:{}", which + 1))),
                Step::RefundAnyway(which) => drop(operator.sends(&format!("/refund 1#{} kindness", which + 1))),
                Step::RefundEnds(outcome) => {
                    if let Some(Ticket { key: charge, .. }) = bot.refunds().pop() {
                        if outcome == Outcome::Done(Receipt::Nothing) {
                            given_back.insert(charge);
                        }
                        bot.refund_ends(outcome);
                    }
                }
                Step::Grant(credits) => drop(operator.sends(&format!("/grant 1 {credits} kindness"))),
                Step::Debit(credits) => drop(operator.sends(&format!("/debit 1 {credits} a slip"))),
                Step::Order => {
                    let summary = ann.fills_in("The sea");
                    if summary.contains("✨ Generate") {
                        ann.presses("✨ Generate");
                    }
                }
                Step::Fail(reason) if bot.publishings() > 0 => drop(bot.job_failed(reason)),
                Step::Succeed if bot.publishings() > 0 => drop(bot.video_is_there()),
                Step::Deliver if bot.has_deliveries() => {
                    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
                }
                Step::Cancel => {
                    if let Some(job) = bot.some_queued_job() {
                        ann.presses_data(None, &format!("cancel:{job}"));
                    }
                }
                Step::Fail(_) | Step::Succeed | Step::Deliver => {}
            }
        }
        let done = bot.count("SELECT count(*) FROM refunds WHERE state = 'done'");
        prop_assert_eq!(done, i64::try_from(given_back.len()).unwrap());
        let paid: i64 = bought.iter().map(|(_, credits)| credits).sum();
        let bonuses = bot.count("SELECT coalesce(sum(bonus + first_bonus), 0) FROM payments");
        let bonus_of = |credits: &i64| match credits {
            5 => 1,
            10 => 4,
            _ => 0,
        };
        let first = if bought.is_empty() { 0 } else { 2 };
        prop_assert_eq!(bonuses, first + bought.iter().map(|(_, credits)| bonus_of(credits)).sum::<i64>());
        let by_hand = "SELECT coalesce(sum(iif(action = 'debit', -credits, credits)), 0) FROM operator_actions
                       WHERE action IN ('grant', 'debit')";
        // Only an operator can give Stars back for credits that are gone, and then less than all of them is taken.
        let taken = bot.count("SELECT coalesce(sum(credits), 0) FROM refunds WHERE state IN ('held', 'done')");
        // The operator is a newcomer, too.
        let welcomes = bot.count("SELECT sum(credits) FROM entries WHERE id GLOB 'welcome:*'");
        prop_assert!([WELCOME, 2 * WELCOME].contains(&welcomes), "{}", welcomes);
        prop_assert_eq!(bot.credits_of_everybody(), paid + bonuses + welcomes + bot.count(by_hand) - taken);
        let brought = |charge: &String| {
            bot.count(&format!("SELECT credits + bonus + first_bonus FROM payments WHERE charge = '{charge}'"))
        };
        let worth: i64 = given_back.iter().map(brought).sum();
        prop_assert!(bot.count("SELECT coalesce(sum(credits), 0) FROM refunds WHERE state = 'done'") <= worth);
    }
}
