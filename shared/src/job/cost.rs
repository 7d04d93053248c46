//! What the provider took for a task.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What the provider took for a task, in thousandths of its credits.
///
/// Its records say it as a number with a fraction. Here it is whole: sums are exact, messages that carry it can be compared,
/// and no price that is known has more than two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KieCost(u32);

/// More than any video costs, in the provider's credits. What is above it is no cost.
const CREDITS_MAX: f64 = 1_000_000.0;

impl KieCost {
    /// So many of the provider's credits. `None` for what cannot be a cost: below zero, without end, or absurdly much.
    #[must_use]
    pub fn from_credits(credits: f64) -> Option<Self> {
        if !(0.0..=CREDITS_MAX).contains(&credits) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked a line above")]
        let millicredits = (credits * 1000.0).round() as u32;
        Some(Self(millicredits))
    }

    /// So many hundredths of a credit, as the catalogue counts.
    pub(crate) const fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths.saturating_mul(10))
    }

    /// So many thousandths of a credit, as rows keep it.
    #[must_use]
    pub const fn from_millicredits(millicredits: u32) -> Self {
        Self(millicredits)
    }

    /// The same in thousandths of a credit.
    #[must_use]
    pub const fn millicredits(self) -> u32 {
        self.0
    }
}

/// In the provider's credits, without zeros at the end.
impl fmt::Display for KieCost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 1000, self.0 % 1000);
        let text = format!("{whole}.{rest:03}");
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl From<u32> for KieCost {
    /// So many whole credits of the provider, as the catalogue has them.
    fn from(credits: u32) -> Self {
        Self(credits.saturating_mul(1000))
    }
}

#[cfg(test)]
mod tests {
    use super::KieCost;

    #[test]
    fn credits_are_read_to_the_thousandth_and_nonsense_is_no_cost() {
        let read = |credits| KieCost::from_credits(credits).map(KieCost::millicredits);
        assert_eq!(read(70.0), Some(70_000));
        assert_eq!(read(12.2 * 3.0), Some(36_600));
        assert_eq!(read(0.0), Some(0));
        for nonsense in [-1.0, f64::NAN, f64::INFINITY, 1e12] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
        assert_eq!(KieCost::from(60).millicredits(), 60_000);
    }

    #[test]
    fn a_cost_is_written_as_people_write_it() {
        let written = [60_000, 36_600, 7_250, 0].map(|cost| KieCost::from_millicredits(cost).to_string());
        assert_eq!(written, ["60", "36.6", "7.25", "0"]);
    }
}
