//! The answers in a form.

use std::fmt;

use shared::job::{ImageUse, ModelId};

use crate::core::forms::Panel;
use crate::core::ids::Credits;

/// An answer in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormAction {
    /// This model.
    Model(ModelId),
    /// This choice of this option, both counted from 0.
    Choose {
        /// The option.
        option: usize,
        /// The choice.
        choice: usize,
    },
    /// Place it, as it was shown.
    Confirm {
        /// The price on the button.
        price: Credits,
        /// The state of the form that was shown.
        revision: u32,
    },
    /// Show this on the card.
    Open(Panel),
    /// Do without the image of this number.
    DropImage(u32),
    /// The last image becomes the first.
    TurnImages,
    /// Use the images for this.
    UseImages(ImageUse),
    /// Add words of style to the prompt, or take them out; counted from 0.
    Style(usize),
    /// Take the prompt that the newest one replaced.
    PromptBefore,
    /// Show the card again, in a new message.
    Continue,
    /// Forget the order.
    Cancel,
}

impl FormAction {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (head, rest) = text.split_once(':').unwrap_or((text, ""));
        Some(match (head, rest) {
            ("model", id) => Self::Model(ModelId::new(id)),
            ("option", rest) => {
                let (option, choice) = rest.split_once(':')?;
                Self::Choose { option: option.parse().ok()?, choice: choice.parse().ok()? }
            }
            ("go", rest) => {
                let (price, revision) = rest.split_once(':')?;
                Self::Confirm { price: Credits(price.parse().ok()?), revision: revision.parse().ok()? }
            }
            ("open", panel) => Self::Open(PANELS.into_iter().find(|(_, name)| *name == panel)?.0),
            ("drop", number) => Self::DropImage(number.parse().ok()?),
            ("turn", "") => Self::TurnImages,
            ("use", "frames") => Self::UseImages(ImageUse::Frames),
            ("use", "references") => Self::UseImages(ImageUse::References),
            ("style", number) => Self::Style(number.parse().ok()?),
            ("prompt-before", "") => Self::PromptBefore,
            ("continue", "") => Self::Continue,
            ("cancel", "") => Self::Cancel,
            _ => return None,
        })
    }
}

/// The panels of a card, by the names that buttons have for them.
pub(super) const PANELS: [(Panel, &str); 6] = [
    (Panel::Card, "card"),
    (Panel::Models, "models"),
    (Panel::MoreModels, "more"),
    (Panel::Options, "options"),
    (Panel::Images, "images"),
    (Panel::Tips, "tips"),
];

impl fmt::Display for FormAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Model(id) => write!(f, "model:{id}"),
            Self::Choose { option, choice } => write!(f, "option:{option}:{choice}"),
            Self::Confirm { price, revision } => write!(f, "go:{price}:{revision}"),
            Self::Open(panel) => {
                let name = PANELS.iter().find(|(known, _)| known == panel).map_or("card", |(_, name)| name);
                write!(f, "open:{name}")
            }
            Self::DropImage(number) => write!(f, "drop:{number}"),
            Self::TurnImages => f.write_str("turn"),
            Self::UseImages(ImageUse::Frames) => f.write_str("use:frames"),
            Self::UseImages(ImageUse::References) => f.write_str("use:references"),
            Self::Style(number) => write!(f, "style:{number}"),
            Self::PromptBefore => f.write_str("prompt-before"),
            Self::Continue => f.write_str("continue"),
            Self::Cancel => f.write_str("cancel"),
        }
    }
}
