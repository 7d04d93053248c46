//! News of links that bring people: invitations and gifts.

use serde::{Deserialize, Serialize};

use crate::core::ids::{Credits, UserId};

/// What somebody must be told of a link of theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::core) enum LinkNotice {
    /// Somebody whom they invited has made their first purchase.
    InvitationRewarded { invited: UserId, credits: Credits },
    /// The Stars of that purchase went back, and with them what they got for it.
    RewardTakenBack { invited: UserId, credits: Credits },
    /// Somebody has opened their gift.
    GiftOpened { charge: String, credits: Credits },
    /// Nobody has opened their gift, so it is theirs.
    GiftKept { charge: String, credits: Credits },
    /// The Stars of a gift that they opened went back to its buyer, and what was left of it was taken.
    GiftTakenBack { charge: String, credits: Credits },
}

impl LinkNotice {
    /// What the notice is about. The same thing is said once.
    pub(super) fn key(&self) -> String {
        match self {
            Self::InvitationRewarded { invited, .. } => format!("inviter:{invited}"),
            Self::RewardTakenBack { invited, .. } => format!("inviter-back:{invited}"),
            Self::GiftOpened { charge, .. } => format!("gift-opened:{charge}"),
            Self::GiftKept { charge, .. } => format!("gift-kept:{charge}"),
            Self::GiftTakenBack { charge, .. } => format!("gift-back:{charge}"),
        }
    }
}
