//! What rides on buttons: at most 64 bytes that come back as they are, or as whatever somebody forges.
//!
//! A form's buttons carry its token, so one of an earlier form is known as old. What does not parse is answered as an
//! old button too: it may be from an earlier version of the bot.

use std::fmt;

use shared::job::{FollowUpKind, ImageUse, JobId, ModelId};

use crate::core::forms::Panel;
use crate::core::ids::{Credits, PurchaseName};

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
    /// They do not write to the operators after all.
    CancelSupport,
    /// What they wrote and got shall be forgotten, or not.
    Forget(ForgetStep),
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
    /// Take the prompt that the newest one replaced.
    PromptBefore,
    /// Show the card again, in a new message.
    Continue,
    /// Forget the order.
    Cancel,
}

impl CallbackData {
    /// Reads data back. `None` for anything that we do not write.
    #[must_use]
    pub fn parse(data: &str) -> Option<Self> {
        let (head, rest) = data.split_once(':').unwrap_or((data, ""));
        Some(match (head, rest) {
            ("buy", "") => Self::Buy,
            ("generate", "") => Self::Generate,
            ("pack", credits) => Self::Pack(Credits(credits.parse().ok()?)),
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
            ("f", rest) => {
                let (token, action) = rest.split_once(':')?;
                Self::Form { token: token.to_owned(), action: FormAction::parse(action)? }
            }
            _ => return None,
        })
    }
}

impl FormAction {
    fn parse(text: &str) -> Option<Self> {
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
            ("prompt-before", "") => Self::PromptBefore,
            ("continue", "") => Self::Continue,
            ("cancel", "") => Self::Cancel,
            _ => return None,
        })
    }
}

/// The panels of a card, by the names that buttons have for them.
const PANELS: [(Panel, &str); 5] = [
    (Panel::Card, "card"),
    (Panel::Models, "models"),
    (Panel::MoreModels, "more"),
    (Panel::Options, "options"),
    (Panel::Images, "images"),
];

impl fmt::Display for CallbackData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Buy => f.write_str("buy"),
            Self::Pack(credits) => write!(f, "pack:{credits}"),
            Self::Generate => f.write_str("generate"),
            Self::Again { job, price } => write!(f, "again:{job}:{price}"),
            Self::Edit(job) => write!(f, "edit:{job}"),
            Self::FollowUp { kind, job, price } => write!(f, "next:{}:{job}:{price}", kind.as_str()),
            Self::CancelJob(job) => write!(f, "cancel:{job}"),
            Self::Refund { number, action } => write!(f, "refund:{}:{number}", action.as_str()),
            Self::Decide { purchase, decision } => write!(f, "refund:{}:{purchase}", decision.as_str()),
            Self::CancelSupport => f.write_str("support:cancel"),
            Self::Forget(ForgetStep::Ask) => f.write_str("forget"),
            Self::Forget(ForgetStep::Sure) => f.write_str("forget:sure"),
            Self::Forget(ForgetStep::Keep) => f.write_str("forget:keep"),
            Self::Form { token, action } => write!(f, "f:{token}:{action}"),
        }
    }
}

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
            Self::PromptBefore => f.write_str("prompt-before"),
            Self::Continue => f.write_str("continue"),
            Self::Cancel => f.write_str("cancel"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::ids::UserId;
    use jiff::Timestamp;
    use proptest::prelude::*;

    fn actions() -> impl Strategy<Value = FormAction> {
        prop_oneof![
            "[a-z0-9.-]{1,24}".prop_map(|id| FormAction::Model(ModelId::new(id))),
            (0_usize..4, 0_usize..8).prop_map(|(option, choice)| FormAction::Choose { option, choice }),
            prop::sample::select(PANELS.to_vec()).prop_map(|(panel, _)| FormAction::Open(panel)),
            any::<u32>().prop_map(FormAction::DropImage),
            Just(FormAction::TurnImages),
            prop_oneof![Just(ImageUse::Frames), Just(ImageUse::References)].prop_map(FormAction::UseImages),
            (any::<u32>(), any::<u32>())
                .prop_map(|(price, revision)| FormAction::Confirm { price: Credits::from(price), revision }),
            Just(FormAction::PromptBefore),
            Just(FormAction::Continue),
            Just(FormAction::Cancel),
        ]
    }

    fn data() -> impl Strategy<Value = CallbackData> {
        let job = |random: [u8; 10]| JobId::new(Timestamp::UNIX_EPOCH, random);
        prop_oneof![
            Just(CallbackData::Buy),
            Just(CallbackData::Generate),
            Just(CallbackData::CancelSupport),
            any::<i64>().prop_map(|credits| CallbackData::Pack(Credits(credits))),
            (any::<[u8; 10]>(), any::<u32>())
                .prop_map(move |(random, price)| CallbackData::Again { job: job(random), price: Credits::from(price) }),
            any::<[u8; 10]>().prop_map(move |random| CallbackData::Edit(job(random))),
            (prop::sample::select(FollowUpKind::ALL.to_vec()), any::<[u8; 10]>(), 1_u32..10_000).prop_map(
                move |(kind, random, price)| CallbackData::FollowUp {
                    kind,
                    job: job(random),
                    price: Credits::from(price)
                }
            ),
            any::<[u8; 10]>().prop_map(move |random| CallbackData::CancelJob(job(random))),
            (any::<i64>(), prop::sample::select(RefundAction::ALL.to_vec()))
                .prop_map(|(number, action)| CallbackData::Refund { number, action }),
            (any::<i64>(), any::<i64>(), prop::sample::select(RefundDecision::ALL.to_vec())).prop_map(
                |(user, number, decision)| {
                    let purchase = PurchaseName { user: UserId(user), number };
                    CallbackData::Decide { purchase, decision }
                }
            ),
            prop_oneof![Just(ForgetStep::Ask), Just(ForgetStep::Sure), Just(ForgetStep::Keep)]
                .prop_map(CallbackData::Forget),
            ("[0-9a-f]{16}", actions()).prop_map(|(token, action)| CallbackData::Form { token, action }),
        ]
    }

    proptest! {
        #[test]
        fn every_button_fits_and_is_read_back(data in data()) {
            let text = data.to_string();
            prop_assert!(text.len() <= BYTES_MAX);
            prop_assert_eq!(CallbackData::parse(&text), Some(data));
        }

        #[test]
        fn forged_data_is_harmless(text in ".{0,80}") {
            if let Some(data) = CallbackData::parse(&text) {
                prop_assert_eq!(CallbackData::parse(&data.to_string()), Some(data));
            }
        }
    }
}
