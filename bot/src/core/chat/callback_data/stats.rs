//! What an operator wants of the figures of the shop.

use std::fmt;

/// What an operator wants of the figures of the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatsAction {
    /// Those of so many days.
    Show {
        /// How many.
        days: u16,
    },
    /// To get them every morning, or not.
    Daily {
        /// Whether they want that.
        wanted: bool,
        /// How many days the message shows.
        days: u16,
    },
}

impl StatsAction {
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            None => Some(Self::Show { days: text.parse().ok()? }),
            Some(("on", days)) => Some(Self::Daily { wanted: true, days: days.parse().ok()? }),
            Some(("off", days)) => Some(Self::Daily { wanted: false, days: days.parse().ok()? }),
            Some(_) => None,
        }
    }
}

impl fmt::Display for StatsAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Show { days } => write!(f, "{days}"),
            Self::Daily { wanted: true, days } => write!(f, "on:{days}"),
            Self::Daily { wanted: false, days } => write!(f, "off:{days}"),
        }
    }
}
