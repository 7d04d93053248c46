//! What people are told because an operator has done something about them or their orders.

use serde::{Deserialize, Serialize};
use shared::job::JobId;

use crate::core::ids::Credits;

/// News of a deed of the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::core) enum TeamNotice {
    /// They write to the person.
    Message { action: i64, words: String },
    /// They have blocked the person.
    Blocked { action: i64 },
    /// They let the person order and buy again.
    Unblocked { action: i64 },
    /// They have placed an order anew that had failed.
    OrderedAgain { job: JobId, price: Credits },
    /// They have given the credits of an order back whose video is made.
    CreditsGivenBack { job: JobId, price: Credits },
}

impl TeamNotice {
    /// What the notice is about. The same thing is said once.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Message { action, .. } => format!("message:{action}"),
            Self::Blocked { action } => format!("blocked:{action}"),
            Self::Unblocked { action } => format!("unblocked:{action}"),
            Self::OrderedAgain { job, .. } => format!("ordered-again:{job}"),
            Self::CreditsGivenBack { job, .. } => format!("given-back:{job}"),
        }
    }
}
