//! Links that bring people: invitations, promo codes and gifts.

use bot::core::Pack;
use bot::core::ids::Credits;

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
