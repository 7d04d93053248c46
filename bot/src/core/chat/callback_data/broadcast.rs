//! What an operator decides about a broadcast.

use std::fmt;

/// What an operator decides about a broadcast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BroadcastAction {
    /// Show the draft.
    Draft,
    /// To everybody.
    Everybody,
    /// Show the languages.
    Languages,
    /// To those who speak this language; none: any.
    Language(Option<String>),
    /// To those who were seen within so many days; none: at any time.
    Seen(Option<u16>),
    /// Send it now.
    Now,
    /// Send it in an hour.
    InAnHour,
    /// Send it tomorrow at this hour, UTC.
    Tomorrow(u8),
    /// Ask when.
    AskTime,
    /// Stop it for good.
    Cancel,
    /// Stop it for the time being.
    Pause,
    /// Go on.
    Resume,
}

impl BroadcastAction {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (action, value) = text.split_once(':').unwrap_or((text, ""));
        Some(match (action, value) {
            ("draft", "") => Self::Draft,
            ("all", "") => Self::Everybody,
            ("languages", "") => Self::Languages,
            ("language", "") => Self::Language(None),
            ("language", tag) => Self::Language(Some(tag.to_owned())),
            ("seen", "") => Self::Seen(None),
            ("seen", days) => Self::Seen(Some(days.parse().ok()?)),
            ("now", "") => Self::Now,
            ("hour", "") => Self::InAnHour,
            ("tomorrow", hour) => Self::Tomorrow(hour.parse().ok().filter(|hour| *hour < 24)?),
            ("time", "") => Self::AskTime,
            ("cancel", "") => Self::Cancel,
            ("pause", "") => Self::Pause,
            ("resume", "") => Self::Resume,
            _ => return None,
        })
    }
}

impl fmt::Display for BroadcastAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Draft => f.write_str("draft"),
            Self::Everybody => f.write_str("all"),
            Self::Languages => f.write_str("languages"),
            Self::Language(tag) => write!(f, "language:{}", tag.as_deref().unwrap_or_default()),
            Self::Seen(days) => write!(f, "seen:{}", days.map(|days| days.to_string()).unwrap_or_default()),
            Self::Now => f.write_str("now"),
            Self::InAnHour => f.write_str("hour"),
            Self::Tomorrow(hour) => write!(f, "tomorrow:{hour}"),
            Self::AskTime => f.write_str("time"),
            Self::Cancel => f.write_str("cancel"),
            Self::Pause => f.write_str("pause"),
            Self::Resume => f.write_str("resume"),
        }
    }
}
