//! What a chat says about Stars that go back, in the words of the bot's English.

use std::collections::{BTreeMap, BTreeSet};

use solo::driver::Seen;

/// What one person reads about Stars that go back.
#[derive(Debug, Default)]
pub(in crate::judge) struct Returns {
    /// The charge of each purchase on a list, by the number that the person reads.
    pub(in crate::judge) purchases: BTreeMap<i64, String>,
    /// Purchases whose refund is said to be on its way.
    pub(in crate::judge) promised: BTreeSet<i64>,
    /// How often Stars are said to be back and their credits taken, by how many credits that were.
    pub(in crate::judge) told: BTreeMap<i64, usize>,
    /// Words that nothing in a trial can bring about: a refund that failed, a purchase with another charge than before, a
    /// return that took other credits than were bought.
    pub(in crate::judge) wrong: Vec<String>,
}

impl Returns {
    pub(in crate::judge) fn read(messages: &[Seen]) -> Self {
        let mut returns = Self::default();
        for seen in messages.iter().filter(|seen| seen.is_from_bot()) {
            returns.read_one(seen.text());
        }
        returns
    }

    fn read_one(&mut self, text: &str) {
        if let Some(number) = number_between(text, "The refund of purchase ", " is on its way") {
            self.promised.insert(number);
        } else if text.contains("Your Stars for") || text.contains("Your Stars were returned") {
            let credits = number_between(text, "Your Stars for ", " credit");
            match credits.filter(|_| text.contains("were returned to you, and the credits were taken back.")) {
                Some(credits) => *self.told.entry(credits).or_default() += 1,
                None => self.wrong.push(text.to_owned()),
            }
        } else if text.contains("Telegram couldn't refund") || text.contains("refund requested") {
            self.wrong.push(text.to_owned());
        } else if text.contains("Your last purchases") {
            self.read_list(text);
        }
    }

    fn read_list(&mut self, text: &str) {
        let mut number = None;
        for line in text.lines().map(str::trim) {
            if line.contains(" ⭐ on ") {
                number = line.split_once(". ").and_then(|(number, _)| number.parse::<i64>().ok());
            } else if let Some((number, charge)) = number.zip(line.strip_prefix("Transaction ")) {
                let known = self.purchases.entry(number).or_insert_with(|| charge.to_owned());
                if known != charge {
                    self.wrong.push(format!("purchase {number} is {known}, and later {charge}"));
                }
            }
        }
    }
}

/// The number that stands between these words.
fn number_between(text: &str, before: &str, after: &str) -> Option<i64> {
    text.split_once(before)?.1.split_once(after)?.0.parse().ok()
}
