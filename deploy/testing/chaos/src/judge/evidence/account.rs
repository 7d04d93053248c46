//! What one person's Stars did, by Telegram's list of transactions and the bot's calls.

use serde_json::Value;

/// What became of the Stars of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::judge) enum Fate {
    /// The bot has them.
    Kept,
    /// The bot gave them back.
    Refunded,
    /// Telegram took them back.
    ChargedBack,
}

/// A payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::judge) struct Payment {
    /// How Telegram names it.
    pub(in crate::judge) charge: String,
    /// What it bought.
    pub(in crate::judge) credits: i64,
    pub(in crate::judge) fate: Fate,
}

/// What one person's Stars did.
#[derive(Debug, Default)]
pub(in crate::judge) struct Account {
    /// In the order of time.
    pub(in crate::judge) payments: Vec<Payment>,
    /// What Stars never may do.
    pub(in crate::judge) wrong: Vec<String>,
}

impl Account {
    /// Reads Telegram's list, and the calls of `refundStarPayment` that Telegram has done.
    pub(in crate::judge) fn read(person: i64, list: &[Value], refunds: &[&Value], stars_per_credit: i64) -> Self {
        let side = |side: &'static str| list.iter().filter(move |entry| entry[side]["user"]["id"] == person);
        let mut account = Self::default();
        for entry in side("source") {
            let (charge, stars) = (&entry["id"], &entry["amount"]);
            let back: Vec<&Value> = side("receiver").filter(|back| back["id"] == *charge).collect();
            let done = refunds.iter().filter(|call| call["params"]["telegram_payment_charge_id"] == *charge).count();
            if back.len() > 1 || done > back.len() || back.iter().any(|back| back["amount"] != *stars) {
                let times = back.len();
                account.wrong.push(format!("person {person}: {charge} went back {times} times, by {done} refunds"));
            }
            let fate = match (back.is_empty(), done) {
                (true, _) => Fate::Kept,
                (false, 0) => Fate::ChargedBack,
                (false, _) => Fate::Refunded,
            };
            let charge = charge.as_str().unwrap_or_default().to_owned();
            let credits = stars.as_i64().unwrap_or_default() / stars_per_credit;
            account.payments.push(Payment { charge, credits, fate });
        }
        let is_paid = |back: &&Value| side("source").any(|entry| entry["id"] == back["id"]);
        let unpaid = side("receiver").filter(|back| !is_paid(back));
        account.wrong.extend(unpaid.map(|back| format!("person {person} got Stars that they had not paid: {back}")));
        account
    }

    /// Credits of the payments with this fate.
    pub(in crate::judge) fn credits(&self, fate: Fate) -> i64 {
        self.payments.iter().filter(|payment| payment.fate == fate).map(|payment| payment.credits).sum()
    }

    /// Payments with this fate.
    pub(in crate::judge) fn count(&self, fate: Fate) -> usize {
        self.payments.iter().filter(|payment| payment.fate == fate).count()
    }
}
