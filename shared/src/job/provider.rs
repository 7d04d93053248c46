//! What workers say of the provider as a whole, and of each key.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Epoch, KeyName};

/// Whether the provider takes orders at all. Sent on every change and repeated every minute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderState {
    /// The life of the store that says so. The bot publishes no job before it has heard of one, so that a job which
    /// was lost on its first way can be told from one whose store was lost.
    pub epoch: Epoch,
    /// Why it takes none; `None` while it takes those that can be paid.
    pub blocked: Option<BlockReason>,
    /// Orders that cost more of the provider's credits than this are not taken, for want of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affordable_credits: Option<u32>,
    /// Since when that is so.
    pub since: Timestamp,
    /// When the worker said so.
    pub at: Timestamp,
    /// How it is with each key, if the workers have several. What is said above holds for all of them together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<KeyState>,
    /// Keys that jobs need and the workers do not have (any more).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing_keys: Vec<KeyName>,
}

/// Whether the provider takes orders by one of several keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyState {
    /// The operator's name for it.
    pub key: KeyName,
    /// Why it takes none; `None` while it takes those that can be paid.
    pub blocked: Option<BlockReason>,
    /// Since when that is so.
    pub since: Timestamp,
}

/// Why the provider takes no orders. Each needs the operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockReason {
    /// The account has no credits left.
    OutOfFunds,
    /// The key is missing, wrong, or may not do this.
    Unauthorized,
    /// The key has reached its own spending limit.
    KeyLimit,
    /// No worker reaches the provider; also any reason that only a newer build knows.
    #[serde(other)]
    Unreachable,
}

impl BlockReason {
    /// Every reason, for tables and stores.
    pub const ALL: [Self; 4] = [Self::OutOfFunds, Self::Unauthorized, Self::KeyLimit, Self::Unreachable];

    /// The stable name used in stores and logs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OutOfFunds => "out_of_funds",
            Self::Unauthorized => "unauthorized",
            Self::KeyLimit => "key_limit",
            Self::Unreachable => "unreachable",
        }
    }
}
