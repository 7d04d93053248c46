//! What operators want of the menu under `/admin`.

use std::fmt;

use shared::job::{JobId, ModelId};

use crate::core::ids::UserId;
use crate::core::jobs::attention::OrderList;
use crate::core::role::Role;
use crate::core::row_enum::row_enum;

row_enum! {
    /// What is done about a person.
    pub PersonDeed {
        /// They order and buy nothing new.
        Block = "block",
        /// They may again.
        Unblock = "unblock",
        /// Credits are given: how many, and why?
        Grant = "grant",
        /// Credits are taken: how many, and why?
        Debit = "debit",
        /// They are written to: what?
        Write = "write",
    }
}

row_enum! {
    /// What is done about an order.
    pub OrderDeed {
        /// It is tried again.
        TryAgain = "again",
        /// Its credits go back.
        GiveBack = "back",
        /// It is taken off the list.
        Drop = "drop",
    }
}

/// What is wanted of the operators' menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdminAction {
    /// Show it.
    Menu,
    /// Show the entry of this name.
    Open(String),
    /// Show a person.
    Person(UserId),
    /// Show a page of a person's ledger, counted from 1.
    Ledger {
        /// Whose.
        user: UserId,
        /// The page.
        page: i64,
    },
    /// Do something about a person.
    About {
        /// What.
        deed: PersonDeed,
        /// Whom.
        user: UserId,
    },
    /// Show a page of orders, counted from 0.
    Orders {
        /// Which.
        list: OrderList,
        /// The page.
        page: u32,
    },
    /// Do something about an order.
    Order {
        /// What.
        deed: OrderDeed,
        /// The list that it is on.
        list: OrderList,
        /// The page of the list.
        page: u32,
        /// The order.
        job: JobId,
    },
    /// Put a model on the menu, or take it off.
    Switch {
        /// Whether it is to be on.
        on: bool,
        /// Which.
        model: ModelId,
    },
    /// They do not want to write what they were asked for.
    Cancel,
}

impl PersonDeed {
    /// The least role that it needs.
    pub(in crate::core::chat) const fn needs(self) -> Role {
        match self {
            Self::Grant | Self::Debit => Role::Owner,
            Self::Block | Self::Unblock | Self::Write => Role::Support,
        }
    }
}

impl OrderDeed {
    /// The least role that it needs.
    pub(in crate::core::chat) const fn needs(self) -> Role {
        match self {
            Self::GiveBack => Role::Owner,
            Self::TryAgain | Self::Drop => Role::Support,
        }
    }
}

impl AdminAction {
    /// The least role that it needs. The entries of the menu name their own.
    pub(super) const fn needs(&self) -> Role {
        match self {
            Self::Menu | Self::Open(_) | Self::Person(_) | Self::Ledger { .. } | Self::Orders { .. } | Self::Cancel => {
                Role::Viewer
            }
            Self::About { deed, .. } => deed.needs(),
            Self::Order { deed, .. } => deed.needs(),
            Self::Switch { .. } => Role::Owner,
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let (action, rest) = text.split_once(':').unwrap_or((text, ""));
        let user = || rest.parse().ok().map(UserId);
        let list = |rest: &str| OrderList::ALL.iter().copied().find(|known| known.as_str() == rest);
        Some(match action {
            "menu" if rest.is_empty() => Self::Menu,
            "cancel" if rest.is_empty() => Self::Cancel,
            "open" => Self::Open(rest.to_owned()),
            "person" => Self::Person(user()?),
            "ledger" => {
                let (user, page) = rest.split_once(':')?;
                Self::Ledger { user: UserId(user.parse().ok()?), page: page.parse().ok()? }
            }
            "orders" => {
                let (of, page) = rest.split_once(':')?;
                Self::Orders { list: list(of)?, page: page.parse().ok()? }
            }
            "on" | "off" => Self::Switch { on: action == "on", model: ModelId::new(rest) },
            _ => {
                if let Some(deed) = PersonDeed::ALL.iter().copied().find(|known| known.as_str() == action) {
                    return Some(Self::About { deed, user: user()? });
                }
                let deed = OrderDeed::ALL.iter().copied().find(|known| known.as_str() == action)?;
                let mut parts = rest.split(':');
                let (of, page, job) = (parts.next()?, parts.next()?, parts.next()?);
                let (page, job) = (page.parse().ok()?, job.parse().ok()?);
                parts.next().is_none().then_some(Self::Order { deed, list: list(of)?, page, job })?
            }
        })
    }
}

impl fmt::Display for AdminAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Menu => f.write_str("menu"),
            Self::Open(entry) => write!(f, "open:{entry}"),
            Self::Person(user) => write!(f, "person:{user}"),
            Self::Ledger { user, page } => write!(f, "ledger:{user}:{page}"),
            Self::About { deed, user } => write!(f, "{}:{user}", deed.as_str()),
            Self::Orders { list, page } => write!(f, "orders:{}:{page}", list.as_str()),
            Self::Order { deed, list, page, job } => write!(f, "{}:{}:{page}:{job}", deed.as_str(), list.as_str()),
            Self::Switch { on: true, model } => write!(f, "on:{model}"),
            Self::Switch { on: false, model } => write!(f, "off:{model}"),
            Self::Cancel => f.write_str("cancel"),
        }
    }
}
