//! Who took part in a trial and what they did, kept as JSON, so that a judge in another process can go on from it.

use std::path::Path;

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

/// What people did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Records {
    /// Marks the prompts of this trial, so that other people's are not judged.
    pub trial: String,
    /// Who they are, by their numbers at Telegram.
    pub people: Vec<i64>,
    /// Orders that were pressed through to the last button.
    pub orders: u32,
    /// Tries that were given up, because the bot did not go on.
    pub given_up: u32,
    /// Refunds that were pressed through to the last button, in nobody's order.
    #[serde(default)]
    pub refunds: Vec<RefundAsked>,
}

/// Somebody has asked for a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundAsked {
    /// Who.
    pub person: i64,
    /// Of which purchase, by the number that they read.
    pub purchase: i64,
}

impl Records {
    /// Reads what [`Self::write`] has written.
    ///
    /// # Errors
    /// When there is no such file, or something else in it.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("{} holds no records of people", file.display()))
    }

    /// Writes them to this file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, file: &Path) -> anyhow::Result<()> {
        let text = serde_json::to_vec_pretty(self)?;
        std::fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))
    }

    /// The prompt of somebody's order: unique, and naming whose it is.
    pub(crate) fn prompt(trial: &str, person: i64, number: u32) -> String {
        format!("film {number} of person {person}, trial {trial}")
    }

    /// Whose order this is the prompt of, if it belongs to this trial.
    pub(crate) fn person_of(&self, prompt: &str) -> Option<i64> {
        let (order, trial) = prompt.split_once(", trial ")?;
        let person = order.split_once(" of person ")?.1.parse().ok()?;
        (trial == self.trial && self.people.contains(&person)).then_some(person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prompt_names_whose_it_is_and_others_are_left_alone() {
        let records = Records { trial: "a1".to_owned(), people: vec![7, 8], ..Records::default() };
        let whose = |prompt: &str| records.person_of(prompt);
        assert_eq!(whose(&Records::prompt("a1", 7, 3)), Some(7));
        assert_eq!(whose(&Records::prompt("a0", 7, 3)), None);
        assert_eq!(whose(&Records::prompt("a1", 9, 3)), None);
        assert_eq!(whose("A paper boat"), None);
    }
}
