//! What is wanted of the lists: videos, ready ideas, settings.

use std::fmt;

use shared::catalog::OptionKind;
use shared::job::JobId;

/// What is wanted of the list of videos. Pages are counted from 0, the newest videos on the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VideosAction {
    /// Show this page.
    Page(u32),
    /// Show one video.
    Show {
        /// Its job.
        job: JobId,
        /// The page that it is on.
        page: u32,
    },
    /// Send it once more.
    Send(JobId),
    /// Take it off the list, and forget it.
    Delete {
        /// Its job.
        job: JobId,
        /// The page that it is on.
        page: u32,
    },
}

/// What is wanted of the ready ideas, each by its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplatesAction {
    /// Show all.
    List,
    /// Show one.
    Show(String),
    /// Begin an order with it.
    Use(String),
}

/// What is wanted of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsAction {
    /// Show all.
    Overview,
    /// Show what can be chosen.
    Open(Topic),
    /// Choose.
    Set {
        /// What for.
        topic: Topic,
        /// The value; [`SettingsAction::AS_BEFORE`] takes the choice back.
        value: String,
    },
    /// Get what operators send to everybody, or not.
    News(bool),
}

impl SettingsAction {
    /// In place of a value: nothing in particular.
    pub const AS_BEFORE: &str = "-";
}

/// What can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The model.
    Model,
    /// The form of the picture.
    Format,
    /// The length.
    Length,
    /// Whether there is sound.
    Sound,
    /// The language.
    Language,
}

impl Topic {
    pub(super) const ALL: [Self; 5] = [Self::Model, Self::Format, Self::Length, Self::Sound, Self::Language];

    /// The name on buttons and in texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Format => "format",
            Self::Length => "length",
            Self::Sound => "sound",
            Self::Language => "language",
        }
    }

    /// The kind of a model's options that it is about.
    #[must_use]
    pub const fn kind(self) -> Option<OptionKind> {
        match self {
            Self::Format => Some(OptionKind::Format),
            Self::Length => Some(OptionKind::Length),
            Self::Sound => Some(OptionKind::Sound),
            Self::Model | Self::Language => None,
        }
    }
}

impl VideosAction {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (action, rest) = text.split_once(':')?;
        let on_page = || {
            let (job, page) = rest.split_once(':')?;
            Some((job.parse().ok()?, page.parse().ok()?))
        };
        Some(match action {
            "page" => Self::Page(rest.parse().ok()?),
            "send" => Self::Send(rest.parse().ok()?),
            "show" => {
                let (job, page) = on_page()?;
                Self::Show { job, page }
            }
            "delete" => {
                let (job, page) = on_page()?;
                Self::Delete { job, page }
            }
            _ => return None,
        })
    }
}

impl fmt::Display for VideosAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(page) => write!(f, "page:{page}"),
            Self::Show { job, page } => write!(f, "show:{job}:{page}"),
            Self::Send(job) => write!(f, "send:{job}"),
            Self::Delete { job, page } => write!(f, "delete:{job}:{page}"),
        }
    }
}

impl TemplatesAction {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (action, id) = text.split_once(':').unwrap_or((text, ""));
        Some(match (action, id) {
            ("list", "") => Self::List,
            ("show", id) => Self::Show(id.to_owned()),
            ("use", id) => Self::Use(id.to_owned()),
            _ => return None,
        })
    }
}

impl fmt::Display for TemplatesAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::List => f.write_str("list"),
            Self::Show(id) => write!(f, "show:{id}"),
            Self::Use(id) => write!(f, "use:{id}"),
        }
    }
}

impl SettingsAction {
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text == "all" {
            return Some(Self::Overview);
        }
        if let Some(wanted) = text.strip_prefix("news:") {
            return Some(Self::News(["off", "on"].iter().position(|known| *known == wanted)? == 1));
        }
        let (topic, value) = text.split_once(':').map_or((text, None), |(topic, value)| (topic, Some(value)));
        let topic = Topic::ALL.into_iter().find(|known| known.as_str() == topic)?;
        Some(value.map_or(Self::Open(topic), |value| Self::Set { topic, value: value.to_owned() }))
    }
}

impl fmt::Display for SettingsAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overview => f.write_str("all"),
            Self::Open(topic) => f.write_str(topic.as_str()),
            Self::News(wanted) => f.write_str(if *wanted { "news:on" } else { "news:off" }),
            Self::Set { topic, value } => write!(f, "{}:{value}", topic.as_str()),
        }
    }
}
