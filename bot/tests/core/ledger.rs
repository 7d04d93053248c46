//! Whatever is bought, given back, ordered, made or cancelled, in whatever order: the books are right.

use bot::core::event::DeliveryOutcome;
use bot::core::update::RefundedPayment;
use proptest::prelude::*;
use shared::job::FailureReason;

use crate::conversation::Bot;

#[derive(Debug, Clone, Copy)]
enum Step {
    Buy(i64),
    /// The same payment once more.
    BuyAgain,
    GiveBack(usize),
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
        bot.change_rules(|rules| rules.published_max = 1);
        let mut bought: Vec<(String, i64)> = Vec::new();
        let mut given_back = Vec::new();
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
                    if let Some((charge, credits)) = bought.get(which).cloned() {
                        let telegram_payment_charge_id = charge.clone();
                        ann.message(|message| {
                            let refund = RefundedPayment { telegram_payment_charge_id, ..RefundedPayment::default() };
                            message.refunded_payment = Some(refund);
                        });
                        if !given_back.contains(&(charge.clone(), credits)) {
                            given_back.push((charge, credits));
                        }
                    }
                }
                Step::Order => {
                    let summary = ann.fills_in("The sea");
                    if summary.contains("✨ Generate") {
                        ann.presses("✨ Generate");
                    }
                }
                Step::Fail(reason) if bot.has_published() => drop(bot.job_failed(reason)),
                Step::Succeed if bot.has_published() => drop(bot.video_is_there()),
                Step::Deliver if bot.has_deliveries() => {
                    bot.delivery_ends(DeliveryOutcome::Delivered { file_id: None });
                }
                Step::Cancel => {
                    if let Some(job) = bot.some_queued_job() {
                        ann.presses_data(None, &format!("cancel:{job}"));
                    }
                }
                Step::Fail(_) | Step::Succeed | Step::Deliver => {}
            }
        }
        let paid: i64 = bought.iter().map(|(_, credits)| credits).sum();
        let revoked: i64 = given_back.iter().map(|(_, credits)| credits).sum();
        prop_assert_eq!(bot.credits_of_everybody(), paid - revoked);
    }
}
