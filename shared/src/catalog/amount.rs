//! What a video costs, and what it is sold for, as data: one number, or a list of rules by what was chosen.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::{Choices, Variant};
use crate::job::OptionValue;

/// An amount of credits: the provider's or ours.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Amount {
    /// The same for every video.
    Flat(Number),
    /// The first rule whose condition holds.
    ByRules(Vec<Rule>),
}

/// One line of a table of costs.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    /// The values that options must have. None: whatever was chosen.
    #[serde(default)]
    when: BTreeMap<String, OptionValue>,
    /// For the video.
    #[serde(default)]
    credits: Number,
    /// For each of its seconds.
    #[serde(default)]
    per_second: Number,
    /// For each image that it is made from.
    #[serde(default)]
    per_image: Number,
}

/// A number of credits with up to two decimals, in hundredths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Number(u32);

/// The largest amount that a catalogue may name, in credits.
const CREDITS_MAX: f64 = 100_000.0;

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let credits = f64::deserialize(deserializer)?;
        let hundredths = (credits * 100.0).round();
        if !(0.0..=CREDITS_MAX).contains(&credits) || (hundredths - credits * 100.0).abs() > 1e-6 {
            return Err(serde::de::Error::custom("credits are from 0 to 100000, with at most two decimals"));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked a line above")]
        let hundredths = hundredths as u32;
        Ok(Self(hundredths))
    }
}

impl Amount {
    /// The amount for a video of these choices, rounded up to whole credits. `None` when no rule fits, or one needs a
    /// length that is not known.
    pub(super) fn of(&self, variant: &Variant, choices: &Choices, images: usize) -> Option<u32> {
        u32::try_from(self.hundredths(variant, choices, images)?.div_ceil(100)).ok()
    }

    /// The same as it is, in hundredths of a credit.
    pub(super) fn hundredths(&self, variant: &Variant, choices: &Choices, images: usize) -> Option<u64> {
        Some(match self {
            Self::Flat(credits) => u64::from(credits.0),
            Self::ByRules(rules) => {
                let holds = |rule: &&Rule| rule.when.iter().all(|(field, value)| choices.get(field) == Some(value));
                let rule = rules.iter().find(holds)?;
                let seconds = if rule.per_second == Number::default() { 0 } else { variant.seconds(choices)? };
                u64::from(rule.credits.0)
                    + u64::from(rule.per_second.0) * u64::from(seconds)
                    + u64::from(rule.per_image.0) * u64::try_from(images).ok()?
            }
        })
    }

    /// A value in a condition that no option has, with its field.
    pub(super) fn unknown_value(&self, variant: &Variant) -> Option<String> {
        let Self::ByRules(rules) = self else { return None };
        let conditions = rules.iter().flat_map(|rule| &rule.when);
        let unknown = |field: &str, value: &OptionValue| {
            let option = variant.options.iter().find(|option| option.field == field);
            !option.is_some_and(|option| option.choices.iter().any(|choice| &choice.value == value))
        };
        conditions
            .filter(|(field, value)| unknown(field, value))
            .map(|(field, value)| format!("{field} = {value}"))
            .next()
    }
}

/// What prices follow from where the catalogue names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pricing {
    /// What is to be left of a credit's worth after the provider is paid, in per cent.
    pub margin_percent_min: u16,
    /// What the operator gets for one of our credits, in millionths of a US dollar.
    pub credit_micro_usd: u32,
}

/// What one credit of the provider costs, in millionths of a US dollar.
/// Source: <https://kie.ai/pricing>
pub const KIE_CREDIT_MICRO_USD: u32 = 5_000;

/// What an operator gets for one Telegram Star, in millionths of a US dollar: 1.30 USD for 100.
/// Source: <https://telegram.org/tos/stars>
pub const STAR_MICRO_USD: u32 = 13_000;

impl Default for Pricing {
    /// Half is left of a credit that was sold for 100 Stars.
    fn default() -> Self {
        Self { margin_percent_min: 50, credit_micro_usd: 100 * STAR_MICRO_USD }
    }
}

impl Pricing {
    /// The least whole number of our credits that keeps the margin.
    #[must_use]
    pub fn price(self, kie_cost: u32) -> u32 {
        let kept = 100 - u64::from(self.margin_percent_min.min(99));
        let worth = u64::from(self.credit_micro_usd).max(1) * kept;
        let credits = (u64::from(kie_cost) * u64::from(KIE_CREDIT_MICRO_USD) * 100).div_ceil(worth);
        u32::try_from(credits).unwrap_or(u32::MAX).max(1)
    }

    /// What is left of a price after the provider is paid, in per cent, rounded down. Below zero for a loss.
    #[must_use]
    pub fn margin_percent(self, price: u32, kie_cost: u32) -> i64 {
        let worth = i64::from(price).saturating_mul(i64::from(self.credit_micro_usd)).max(1);
        let cost = i64::from(kie_cost) * i64::from(KIE_CREDIT_MICRO_USD);
        (100 * (worth - cost)).div_euclid(worth)
    }
}
