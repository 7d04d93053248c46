//! What a person may choose of a model.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Choices, Translated};
use crate::job::OptionValue;

/// Something to choose.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelOption {
    /// The provider's field; also the option's name in a job.
    pub field: String,
    /// What it is about.
    pub kind: OptionKind,
    /// In the order of the buttons; the first is the default.
    pub choices: Vec<Choice>,
}

/// What an option is about. People's own defaults go by it, from one model to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OptionKind {
    /// The form of the picture, such as `16:9`.
    Format,
    /// Seconds, as a number or a text with a number.
    Length,
    /// How fine the picture is, such as `720p`.
    Quality,
    /// Whether there is sound.
    Sound,
    /// Something else; each choice has a label.
    Other,
}

impl OptionKind {
    /// Every kind, in the order in which people are told of them.
    pub const ALL: [Self; 5] = [Self::Format, Self::Length, Self::Quality, Self::Sound, Self::Other];

    /// The name that stores and texts have for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Length => "length",
            Self::Quality => "quality",
            Self::Sound => "sound",
            Self::Other => "other",
        }
    }
}

/// What somebody wishes of a video, by the name of the option's kind: `length` is `10`, `format` is `9:16`.
pub type Wishes = BTreeMap<String, String>;

/// A possible answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "WrittenChoice")]
pub struct Choice {
    /// What is sent, with its type.
    pub value: OptionValue,
    /// What the button says, where the value does not say it.
    pub label: Option<Translated>,
    /// Values of earlier options, one of which must hold for this choice to be there.
    requires: BTreeMap<String, Vec<OptionValue>>,
}

/// A choice as a file has it: mostly its value alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenChoice {
    Whole(WholeChoice),
    Value(OptionValue),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WholeChoice {
    value: OptionValue,
    label: Option<Translated>,
    #[serde(default)]
    requires: BTreeMap<String, Vec<OptionValue>>,
}

impl From<WrittenChoice> for Choice {
    fn from(written: WrittenChoice) -> Self {
        match written {
            WrittenChoice::Whole(WholeChoice { value, label, requires }) => Self { value, label, requires },
            WrittenChoice::Value(value) => Self { value, label: None, requires: BTreeMap::new() },
        }
    }
}

impl ModelOption {
    /// What its choices say, as models of several makers would say it: the values of [`Wishes`].
    pub fn words(&self) -> impl Iterator<Item = String> {
        self.choices.iter().map(Choice::word)
    }

    pub(super) fn check(&self, earlier: &[Self]) -> Result<(), String> {
        let Self { field, kind, choices } = self;
        if !(2..=8).contains(&choices.len()) {
            return Err(format!("option {field} needs 2 to 8 choices"));
        }
        for choice in choices {
            match (&choice.label, kind) {
                (Some(label), _) => label.check(field)?,
                (None, OptionKind::Other) => return Err(format!("option {field} needs a label for each choice")),
                (None, _) => {}
            }
            let is_length = match &choice.value {
                OptionValue::Integer(seconds) => u32::try_from(*seconds).is_ok(),
                OptionValue::Text(seconds) => seconds.parse::<u32>().is_ok(),
                OptionValue::Bool(_) => false,
            };
            if *kind == OptionKind::Length && !is_length {
                return Err(format!("option {field} needs seconds as values"));
            }
            if *kind == OptionKind::Sound && !matches!(choice.value, OptionValue::Bool(_)) {
                return Err(format!("option {field} needs true and false as values"));
            }
            let knows = |(name, values): (&String, &Vec<OptionValue>)| {
                let option = earlier.iter().find(|option| &option.field == name);
                option.is_some_and(|option| {
                    values.iter().all(|value| option.choices.iter().any(|choice| &choice.value == value))
                })
            };
            if !choice.requires.iter().all(knows) {
                return Err(format!("option {field} requires what no option before it has"));
            }
        }
        Ok(())
    }
}

impl Choice {
    /// What it says, as models of several makers would say it.
    pub(super) fn word(&self) -> String {
        self.label.as_ref().map_or_else(|| self.value.to_string(), |label| label.get("en").to_owned()).to_lowercase()
    }

    pub(super) fn is_allowed(&self, chosen: &Choices) -> bool {
        self.requires.iter().all(|(field, values)| chosen.get(field).is_some_and(|value| values.contains(value)))
    }
}
