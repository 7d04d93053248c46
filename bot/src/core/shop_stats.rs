//! The figures of the shop: what came in and what was made, by day and by model. Read by `store::stats`, shown by
//! `effects::show_stats`.

use jiff::civil::Date;

/// The figures of some days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShopFigures {
    /// Each day, the oldest first, UTC.
    pub days: Vec<DayFigures>,
    /// Each model that made or failed a video, the one with the most orders first.
    pub models: Vec<ModelFigures>,
    /// Stars that went back.
    pub stars_returned: i64,
    /// What was spent on videos that were made, in millionths of a US dollar.
    pub income_micro_usd: i64,
    /// What the provider took for them, likewise.
    pub cost_micro_usd: i64,
}

/// A day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DayFigures {
    /// Which one.
    pub date: Date,
    /// Stars that were paid.
    pub stars: i64,
    /// Videos that were ordered.
    pub orders: i64,
    /// People who came for the first time.
    pub people: i64,
}

/// A model.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ModelFigures {
    /// Its name, or its id if it is not sold any more.
    pub name: String,
    /// Videos that were made.
    pub videos: i64,
    /// Videos that were not, by the provider's fault.
    pub failed: i64,
}

impl ShopFigures {
    /// Stars that were paid on all days.
    #[must_use]
    pub fn stars(&self) -> i64 {
        self.days.iter().map(|day| day.stars).sum()
    }

    /// Videos that were ordered on all days.
    #[must_use]
    pub fn orders(&self) -> i64 {
        self.days.iter().map(|day| day.orders).sum()
    }

    /// People who came on all days.
    #[must_use]
    pub fn people(&self) -> i64 {
        self.days.iter().map(|day| day.people).sum()
    }

    /// What is left of the income, in per cent, rounded down; below zero for a loss. `None` without an income.
    #[must_use]
    pub const fn margin_percent(&self) -> Option<i64> {
        if self.income_micro_usd == 0 {
            return None;
        }
        Some((100 * (self.income_micro_usd - self.cost_micro_usd)).div_euclid(self.income_micro_usd))
    }

    /// Videos that were made of all that ended, in per cent, rounded down. `None` if none has.
    #[must_use]
    pub fn success_percent(&self) -> Option<i64> {
        let videos: i64 = self.models.iter().map(|model| model.videos).sum();
        let failed: i64 = self.models.iter().map(|model| model.failed).sum();
        (videos + failed > 0).then(|| 100 * videos / (videos + failed))
    }
}

impl ModelFigures {
    /// Videos that were made of all that ended, in per cent, rounded down.
    #[must_use]
    pub fn success_percent(&self) -> i64 {
        100 * self.videos / (self.videos + self.failed).max(1)
    }
}
