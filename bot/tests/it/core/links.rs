//! Links that bring people: invitations, promo codes and gifts.

use bot::core::Pack;
use bot::core::event::{Outcome, Receipt};
use bot::core::ids::Credits;
use bot::core::update::RefundedPayment;

use crate::core::conversation::Bot;
use crate::core::person::Person;

mod gifts;
mod invitations;
mod promos;

/// A bot whose pack of 2 credits has a bonus of 1, and that gives both of an invitation 3.
fn bot() -> Bot {
    let bot = Bot::new();
    bot.change_policy(|policy| {
        policy.packs = vec![Pack::new(1, 100), Pack::new(2, 200).with_bonus(1), Pack::new(5, 500)];
        policy.referral_credits = Credits(3);
    });
    bot
}

fn balance(bot: &Bot, person: i64) -> i64 {
    bot.count(&format!("SELECT coalesce((SELECT available FROM accounts WHERE user = {person}), 0)"))
}

/// They buy the pack of this size; Telegram names the payment so.
fn buys(person: &Person<'_>, credits: i64, charge: &str) -> String {
    person.presses_data(None, &format!("pack:{credits}"));
    person.has_paid(charge)
}

fn spends(bot: &Bot, person: &Person<'_>) {
    person.orders("a cat");
    bot.video_is_there();
    bot.delivery_ends(Outcome::Done(Receipt::Video(None)));
}

/// Telegram says that the Stars of this payment went back, without us.
fn stars_are_taken_back(bot: &Bot, person: &Person<'_>, charge: &str) -> String {
    let invoice_payload = bot.last_payload();
    person.message(|message| {
        let telegram_payment_charge_id = charge.to_owned();
        message.refunded_payment = Some(RefundedPayment { telegram_payment_charge_id, invoice_payload });
    })
}
