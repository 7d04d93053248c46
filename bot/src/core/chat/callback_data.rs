//! What rides on buttons: at most 64 bytes that come back as they are, or as whatever somebody forges.
//!
//! A form's buttons carry its token, so one of an earlier form is known as old. What does not parse is answered as an
//! old button too: it may be from an earlier version of the bot.

use std::fmt;

use shared::job::{JobId, ModelId};

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
    /// Begin an order with the answers of this job.
    Again(JobId),
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
    /// No image.
    WithoutImage,
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
    /// What can be changed?
    Change,
    /// Ask for the model again.
    ChangeModel,
    /// Ask for the prompt again.
    ChangePrompt,
    /// Ask for the image again.
    ChangeImage,
    /// Take the prompt that the newest one replaced.
    PromptBefore,
    /// Show the next question again, in place of the message with the button.
    Back,
    /// Ask the next question again, in a new message.
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
            ("again", job) => Self::Again(job.parse().ok()?),
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
            ("skip", "") => Self::WithoutImage,
            ("go", rest) => {
                let (price, revision) = rest.split_once(':')?;
                Self::Confirm { price: Credits(price.parse().ok()?), revision: revision.parse().ok()? }
            }
            ("change", "") => Self::Change,
            ("change", "model") => Self::ChangeModel,
            ("change", "prompt") => Self::ChangePrompt,
            ("change", "image") => Self::ChangeImage,
            ("prompt-before", "") => Self::PromptBefore,
            ("back", "") => Self::Back,
            ("continue", "") => Self::Continue,
            ("cancel", "") => Self::Cancel,
            _ => return None,
        })
    }
}

impl fmt::Display for CallbackData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Buy => f.write_str("buy"),
            Self::Pack(credits) => write!(f, "pack:{credits}"),
            Self::Generate => f.write_str("generate"),
            Self::Again(job) => write!(f, "again:{job}"),
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
            Self::WithoutImage => f.write_str("skip"),
            Self::Choose { option, choice } => write!(f, "option:{option}:{choice}"),
            Self::Confirm { price, revision } => write!(f, "go:{price}:{revision}"),
            Self::Change => f.write_str("change"),
            Self::ChangeModel => f.write_str("change:model"),
            Self::ChangePrompt => f.write_str("change:prompt"),
            Self::ChangeImage => f.write_str("change:image"),
            Self::PromptBefore => f.write_str("prompt-before"),
            Self::Back => f.write_str("back"),
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
            Just(FormAction::WithoutImage),
            (any::<u32>(), any::<u32>())
                .prop_map(|(price, revision)| FormAction::Confirm { price: Credits::from(price), revision }),
            Just(FormAction::Change),
            Just(FormAction::ChangeModel),
            Just(FormAction::ChangePrompt),
            Just(FormAction::ChangeImage),
            Just(FormAction::PromptBefore),
            Just(FormAction::Back),
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
            any::<[u8; 10]>().prop_map(move |random| CallbackData::Again(job(random))),
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
