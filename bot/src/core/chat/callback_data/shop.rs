//! What operators want of the shop.

use std::fmt;

use shared::job::ModelId;

use crate::core::terms::Term;

/// What an operator wants of the shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShopAction {
    /// Show what is sold.
    Overview,
    /// Show the prices of all models.
    Prices,
    /// Show the packs and the subscription.
    Packs,
    /// Show what comes for nothing.
    Bonuses,
    /// Show whether only operators can order.
    Maintenance,
    /// Show what it would be if each video of a model cost so many credits more than the catalogue says.
    Propose {
        /// The model.
        model: ModelId,
        /// Credits; less than 0: cheaper.
        more: i32,
    },
    /// Put that in force.
    SetPrice {
        /// The model.
        model: ModelId,
        /// Credits; less than 0: cheaper.
        more: i32,
    },
    /// Ask for a value.
    Ask(Term),
    /// Show what it would be as the settings have it.
    Reset(Term),
    /// Put the proposal of this name in force.
    Apply(String),
    /// Only operators can order from now on, or everybody again.
    Close(bool),
}

impl ShopAction {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (action, rest) = text.split_once(':').unwrap_or((text, ""));
        let of_model = || {
            let (more, model) = rest.split_once(':')?;
            Some((ModelId::new(model), more.parse().ok()?))
        };
        let term = || Term::ALL.into_iter().find(|term| term.as_str() == rest);
        Some(match (action, rest) {
            ("all", "") => Self::Overview,
            ("prices", "") => Self::Prices,
            ("packs", "") => Self::Packs,
            ("bonuses", "") => Self::Bonuses,
            ("maintenance", "") => Self::Maintenance,
            ("propose", _) => {
                let (model, more) = of_model()?;
                Self::Propose { model, more }
            }
            ("price", _) => {
                let (model, more) = of_model()?;
                Self::SetPrice { model, more }
            }
            ("ask", _) => Self::Ask(term()?),
            ("reset", _) => Self::Reset(term()?),
            ("apply", name) => Self::Apply(name.to_owned()),
            ("close", "on") => Self::Close(true),
            ("close", "off") => Self::Close(false),
            _ => return None,
        })
    }
}

impl fmt::Display for ShopAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overview => f.write_str("all"),
            Self::Prices => f.write_str("prices"),
            Self::Packs => f.write_str("packs"),
            Self::Bonuses => f.write_str("bonuses"),
            Self::Maintenance => f.write_str("maintenance"),
            Self::Propose { model, more } => write!(f, "propose:{more}:{model}"),
            Self::SetPrice { model, more } => write!(f, "price:{more}:{model}"),
            Self::Ask(term) => write!(f, "ask:{}", term.as_str()),
            Self::Reset(term) => write!(f, "reset:{}", term.as_str()),
            Self::Apply(name) => write!(f, "apply:{name}"),
            Self::Close(true) => f.write_str("close:on"),
            Self::Close(false) => f.write_str("close:off"),
        }
    }
}
