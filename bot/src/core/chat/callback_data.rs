//! What rides on buttons: at most 64 bytes that come back as they are, or as whatever somebody forges.
//!
//! A form's buttons carry its token, so one of an earlier form is known as old. What does not parse is answered as an
//! old button too: it may be from an earlier version of the bot.

use std::fmt;

use shared::job::{FollowUpKind, JobId};

use crate::core::ids::{Credits, PurchaseName};
use crate::core::role::Role;
use crate::core::subscriptions::Wish;

mod actions;
mod admin;
mod broadcast;
mod form;
mod shop;
mod stats;
#[cfg(test)]
mod tests;

pub use actions::{SettingsAction, TemplatesAction, Topic, VideosAction};
pub use admin::{AdminAction, OrderDeed, PersonDeed};
pub use broadcast::BroadcastAction;
pub use form::FormAction;
pub use shop::ShopAction;
pub use stats::StatsAction;

/// Longest data that Telegram takes, in bytes.
/// Source: core.telegram.org/bots/api#inlinekeyboardbutton
pub const BYTES_MAX: usize = 64;

/// What a button means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallbackData {
    /// Show the packs.
    Buy,
    /// Send the invoice for this pack.
    Pack(Credits),
    /// Show the packs that can be given to somebody else.
    GiftPacks,
    /// Send the invoice for this pack as a gift.
    GiftPack(Credits),
    /// Send a link to a subscription.
    Subscribe,
    /// A subscription of whoever presses it shall end, or go on.
    Subscription {
        /// The invoice that began it.
        invoice: String,
        /// What is wanted.
        wish: Wish,
    },
    /// Begin an order.
    Generate,
    /// Make the video of this job once more.
    Again {
        /// The job.
        job: JobId,
        /// The price on the button.
        price: Credits,
    },
    /// Begin an order with the answers of this job.
    Edit(JobId),
    /// Make something of the video of this job.
    FollowUp {
        /// What.
        kind: FollowUpKind,
        /// The job.
        job: JobId,
        /// The price on the button.
        price: Credits,
    },
    /// Something with the list of videos.
    Videos(VideosAction),
    /// Something with the ready ideas.
    Templates(TemplatesAction),
    /// Something with what new orders begin with.
    Settings(SettingsAction),
    /// Whoever presses it wants no broadcasts any more, or wants them.
    News {
        /// Whether they want them.
        wanted: bool,
    },
    /// An operator decides about a broadcast.
    Broadcast {
        /// Its number.
        id: i64,
        /// What is decided.
        action: BroadcastAction,
    },
    /// An operator looks at the figures of the shop.
    Stats(StatsAction),
    /// Cancel this job.
    CancelJob(JobId),
    /// A purchase of whoever presses it shall go back, or not.
    Refund {
        /// The number of the purchase.
        number: i64,
        /// What is wanted.
        action: RefundAction,
    },
    /// An operator decides about a refund that somebody asked for.
    Decide {
        /// The purchase.
        purchase: PurchaseName,
        /// What is decided.
        decision: RefundDecision,
    },
    /// Something with the operators' menu.
    Admin(AdminAction),
    /// They do not write to the operators after all.
    CancelSupport,
    /// What they wrote and got shall be forgotten, or not.
    Forget(ForgetStep),
    /// Something with the shop, by an operator.
    Shop(ShopAction),
    /// An answer in a form.
    Form {
        /// The form.
        token: String,
        /// The answer.
        action: FormAction,
    },
}

/// What is wanted of a purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundAction {
    /// The buyer wants to see what giving it back means.
    Offer,
    /// The buyer wants their Stars back.
    Confirm,
    /// The buyer has thought better of it.
    Keep,
    /// The buyer asks the operators.
    Ask,
}

/// What an operator decides about a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundDecision {
    /// The Stars go back.
    Approve,
    /// They do not.
    Decline,
}

impl RefundAction {
    const ALL: [Self; 4] = [Self::Offer, Self::Confirm, Self::Keep, Self::Ask];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Confirm => "confirm",
            Self::Keep => "keep",
            Self::Ask => "ask",
        }
    }
}

impl RefundDecision {
    const ALL: [Self; 2] = [Self::Approve, Self::Decline];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Decline => "decline",
        }
    }
}

/// A step on the way to having everything forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForgetStep {
    /// They want it, and are asked whether they are sure.
    Ask,
    /// They are.
    Sure,
    /// They are not.
    Keep,
}

impl CallbackData {
    /// The least role that a button of the operators needs; `None` for one that anybody may press.
    pub(super) fn needs(&self) -> Option<Role> {
        match self {
            Self::Admin(action) => Some(action.needs()),
            Self::Stats(_) => Some(Role::Viewer),
            Self::Decide { .. } | Self::Broadcast { .. } | Self::Shop(_) => Some(Role::Owner),
            Self::Buy
            | Self::Pack(_)
            | Self::GiftPacks
            | Self::GiftPack(_)
            | Self::Subscribe
            | Self::Subscription { .. }
            | Self::Generate
            | Self::CancelSupport
            | Self::Again { .. }
            | Self::Edit(_)
            | Self::FollowUp { .. }
            | Self::Videos(_)
            | Self::Templates(_)
            | Self::Settings(_)
            | Self::News { .. }
            | Self::CancelJob(_)
            | Self::Refund { .. }
            | Self::Forget(_)
            | Self::Form { .. } => None,
        }
    }

    /// Whether it begins an order or a purchase, or goes on with one. Who is blocked may do neither.
    pub(super) fn begins_something(&self) -> bool {
        let begins = matches!(
            self,
            Self::Buy
                | Self::Pack(_)
                | Self::GiftPacks
                | Self::GiftPack(_)
                | Self::Subscribe
                | Self::Subscription { wish: Wish::Resume, .. }
                | Self::Generate
                | Self::Again { .. }
                | Self::Edit(_)
                | Self::FollowUp { .. }
                | Self::Templates(TemplatesAction::Use(_))
        );
        begins || matches!(self, Self::Form { action, .. } if *action != FormAction::Cancel)
    }

    /// Whether whoever presses it wants no broadcasts any more.
    #[must_use]
    pub const fn wants_no_news(&self) -> bool {
        matches!(self, Self::News { wanted: false } | Self::Settings(SettingsAction::News(false)))
    }

    /// Reads data back. `None` for anything that we do not write.
    #[must_use]
    pub fn parse(data: &str) -> Option<Self> {
        let (head, rest) = data.split_once(':').unwrap_or((data, ""));
        Some(match (head, rest) {
            ("buy", "") => Self::Buy,
            ("generate", "") => Self::Generate,
            ("pack", credits) => Self::Pack(Credits(credits.parse().ok()?)),
            ("gift", "") => Self::GiftPacks,
            ("gift", credits) => Self::GiftPack(Credits(credits.parse().ok()?)),
            ("subscribe", "") => Self::Subscribe,
            ("subscription", rest) => {
                let (wish, invoice) = rest.split_once(':')?;
                let wish = Wish::ALL.iter().copied().find(|known| known.as_str() == wish)?;
                Self::Subscription { invoice: invoice.to_owned(), wish }
            }
            ("again", rest) => {
                match rest.split_once(':') {
                    Some((job, price)) => Self::Again { job: job.parse().ok()?, price: Credits(price.parse().ok()?) },
                    // From an earlier build, whose button named no price.
                    None => Self::Edit(rest.parse().ok()?),
                }
            }
            ("edit", job) => Self::Edit(job.parse().ok()?),
            ("next", rest) => {
                let (kind, rest) = rest.split_once(':')?;
                let (job, price) = rest.split_once(':')?;
                let price = Credits(price.parse().ok()?);
                Self::FollowUp { kind: FollowUpKind::from_name(kind)?, job: job.parse().ok()?, price }
            }
            ("videos", rest) => Self::Videos(VideosAction::parse(rest)?),
            ("template", rest) => Self::Templates(TemplatesAction::parse(rest)?),
            ("settings", rest) => Self::Settings(SettingsAction::parse(rest)?),
            ("admin", rest) => Self::Admin(AdminAction::parse(rest)?),
            ("news", "on") => Self::News { wanted: true },
            ("news", "off") => Self::News { wanted: false },
            ("broadcast", rest) => {
                let (id, action) = rest.split_once(':')?;
                Self::Broadcast { id: id.parse().ok()?, action: BroadcastAction::parse(action)? }
            }
            ("stats", rest) => Self::Stats(StatsAction::parse(rest)?),
            ("cancel", job) => Self::CancelJob(job.parse().ok()?),
            ("refund", rest) => {
                let (action, number) = rest.split_once(':')?;
                if let Some(decision) = RefundDecision::ALL.into_iter().find(|known| known.as_str() == action) {
                    return Some(Self::Decide { purchase: PurchaseName::parse(number)?, decision });
                }
                let action = RefundAction::ALL.into_iter().find(|known| known.as_str() == action)?;
                Self::Refund { number: number.parse().ok()?, action }
            }
            ("support", "cancel") => Self::CancelSupport,
            ("forget", "") => Self::Forget(ForgetStep::Ask),
            ("forget", "sure") => Self::Forget(ForgetStep::Sure),
            ("forget", "keep") => Self::Forget(ForgetStep::Keep),
            ("shop", rest) => Self::Shop(ShopAction::parse(rest)?),
            ("f", rest) => {
                let (token, action) = rest.split_once(':')?;
                Self::Form { token: token.to_owned(), action: FormAction::parse(action)? }
            }
            _ => return None,
        })
    }
}

impl fmt::Display for CallbackData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Buy => f.write_str("buy"),
            Self::Pack(credits) => write!(f, "pack:{credits}"),
            Self::GiftPacks => f.write_str("gift"),
            Self::GiftPack(credits) => write!(f, "gift:{credits}"),
            Self::Subscribe => f.write_str("subscribe"),
            Self::Subscription { invoice, wish } => write!(f, "subscription:{}:{invoice}", wish.as_str()),
            Self::Generate => f.write_str("generate"),
            Self::Again { job, price } => write!(f, "again:{job}:{price}"),
            Self::Edit(job) => write!(f, "edit:{job}"),
            Self::FollowUp { kind, job, price } => write!(f, "next:{}:{job}:{price}", kind.as_str()),
            Self::Videos(action) => write!(f, "videos:{action}"),
            Self::Templates(action) => write!(f, "template:{action}"),
            Self::Settings(action) => write!(f, "settings:{action}"),
            Self::Admin(action) => write!(f, "admin:{action}"),
            Self::News { wanted } => f.write_str(if *wanted { "news:on" } else { "news:off" }),
            Self::Broadcast { id, action } => write!(f, "broadcast:{id}:{action}"),
            Self::Stats(action) => write!(f, "stats:{action}"),
            Self::CancelJob(job) => write!(f, "cancel:{job}"),
            Self::Refund { number, action } => write!(f, "refund:{}:{number}", action.as_str()),
            Self::Decide { purchase, decision } => write!(f, "refund:{}:{purchase}", decision.as_str()),
            Self::CancelSupport => f.write_str("support:cancel"),
            Self::Forget(ForgetStep::Ask) => f.write_str("forget"),
            Self::Forget(ForgetStep::Sure) => f.write_str("forget:sure"),
            Self::Forget(ForgetStep::Keep) => f.write_str("forget:keep"),
            Self::Shop(action) => write!(f, "shop:{action}"),
            Self::Form { token, action } => write!(f, "f:{token}:{action}"),
        }
    }
}
