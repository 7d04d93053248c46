//! The points of a worker's step at which anything may happen: before and after each call of a port.

use crate::counted;

counted! {
    /// See the module. A call that changes nothing has one point.
    YieldPoint {
        BeforeIdentity,
        AfterIdentity,
        BeforeInsert,
        AfterInsert,
        BeforeClaim,
        AfterClaim,
        BeforeSave,
        AfterSave,
        /// Before the right to submit is saved.
        BeforeRight,
        /// It is saved, and the request has not left.
        AfterRight,
        BeforePermit,
        AfterPermit,
        ReadingStatus,
        BeforeNote,
        AfterNote,
        BeforeTransfer,
        AfterTransfer,
        BeforeCreate,
        /// The provider has decided, and the worker has not heard it.
        AfterCreate,
        Querying,
        ReadingBalance,
        BeforeHear,
        AfterHear,
        BeforeClaimReports,
        AfterClaimReports,
        BeforePublish,
        /// The queue has the message, and the worker has not heard so.
        AfterPublish,
        BeforeReported,
        AfterReported,
        BeforeForget,
        AfterForget,
        /// Between two tries to save the answer to a request.
        Pausing,
    }
}

impl YieldPoint {
    /// Whether a step always waits here, because the world is slow.
    pub(crate) const fn takes_long(self) -> bool {
        matches!(self, Self::AfterCreate | Self::AfterTransfer | Self::Pausing)
    }

    /// Whether the call may fail here.
    pub(crate) const fn can_fail(self) -> bool {
        !matches!(self, Self::BeforeCreate | Self::Pausing)
    }

    /// Of a thousand times that a worker is here, how often it dies: more often where it seldom is.
    pub(crate) const fn dies_per_mille(self) -> u32 {
        let is_rare = matches!(
            self,
            Self::BeforeNote
                | Self::AfterNote
                | Self::BeforeHear
                | Self::AfterHear
                | Self::BeforeForget
                | Self::AfterForget
                | Self::AfterTransfer
                | Self::Pausing
        );
        if is_rare { 60 } else { 12 }
    }

    /// How long it takes, in milliseconds.
    pub(crate) const fn millis(self) -> (i64, i64) {
        if matches!(self, Self::AfterCreate) {
            (100, 5_000)
        } else if matches!(self, Self::AfterTransfer) {
            (100, 20_000)
        } else if matches!(self, Self::Pausing | Self::Querying | Self::ReadingBalance) {
            (50, 2_000)
        } else {
            (1, 60)
        }
    }
}
