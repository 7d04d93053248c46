//! Why credits move: what gives an entry its id, its direction, and the credits that it takes or brings.

use shared::job::JobId;

use super::Bucket;
use super::lots::{Moves, Rank};
use crate::core::ids::UserId;

/// Why credits move. The cause gives the entry its id and its direction.
#[derive(Debug, Clone, Copy)]
pub(in crate::core) enum Cause<'a> {
    /// Stars were paid.
    Paid { charge: &'a str },
    /// The pack that was paid for has a bonus.
    Bonus { charge: &'a str },
    /// It was the first purchase of this person.
    FirstPurchase(UserId),
    /// It was the first purchase of this person, whom another one has invited.
    Invited(UserId),
    /// Somebody whom this person has invited has made their first purchase.
    Inviter { invited: UserId },
    /// The Stars of that purchase went back.
    InviterBack { invited: UserId },
    /// This person has written for the first time.
    Welcome(UserId),
    /// This person has used a promo code.
    Promo { code: &'a str, user: UserId },
    /// Stars were paid for a gift. Nobody has its credits until it is opened.
    GiftPaid { charge: &'a str },
    /// The pack that is given has a bonus.
    GiftBonus { charge: &'a str },
    /// Somebody opens a gift: its credits leave whoever bought it.
    GiftOut { charge: &'a str },
    /// They come to whoever has opened it.
    GiftIn { charge: &'a str },
    /// Nobody has opened a gift in time: whoever bought it has it.
    GiftKept { charge: &'a str },
    /// The Stars of a gift went back: what is left of it with whoever has opened it is taken.
    GiftTakenBack { charge: &'a str },
    /// A job was placed.
    Hold(JobId),
    /// The video was delivered, or made and could not be delivered.
    Capture(JobId),
    /// The job failed or was cancelled.
    Release(JobId),
    /// An operator gave the credits of this job back after they were spent.
    GiveBack(JobId),
    /// An operator gave them, by this action.
    Grant { action: i64 },
    /// An operator took them, by this action.
    Debit { action: i64 },
    /// A refund of Stars begins: the credits are set aside, for the nth time.
    RefundHold { charge: &'a str, nth: i64 },
    /// The same of a gift that nobody has opened.
    RefundHoldGift { charge: &'a str, nth: i64 },
    /// Telegram refused the refund.
    RefundUndo { charge: &'a str, nth: i64 },
    /// The same of a gift that nobody has opened.
    RefundUndoGift { charge: &'a str, nth: i64 },
    /// The Stars for which credits were set aside have gone back.
    RevokeHeld { charge: &'a str },
    /// Stars were taken back without us.
    Revoke { charge: &'a str },
    /// The same of a gift that nobody has opened.
    RevokeGift { charge: &'a str },
    /// The same of a gift whose credits are spent: its buyer owes them.
    RevokeOwed { charge: &'a str },
}

impl Cause<'_> {
    pub(super) fn entry_id(self) -> String {
        match self {
            Self::Paid { charge } | Self::GiftPaid { charge } => format!("pay:{charge}"),
            Self::Bonus { charge } | Self::GiftBonus { charge } => format!("bonus:{charge}"),
            // Nobody has two first purchases, nor two first messages.
            Self::FirstPurchase(user) => format!("first:{user}"),
            Self::Invited(user) => format!("invited:{user}"),
            Self::Inviter { invited } => format!("inviter:{invited}"),
            Self::InviterBack { invited } => format!("inviter-back:{invited}"),
            Self::Welcome(user) => format!("welcome:{user}"),
            Self::Promo { code, user } => format!("promo:{code}:{user}"),
            Self::GiftOut { charge } => format!("gift-out:{charge}"),
            Self::GiftIn { charge } => format!("gift-in:{charge}"),
            Self::GiftKept { charge } => format!("gift-kept:{charge}"),
            Self::GiftTakenBack { charge } => format!("gift-back:{charge}"),
            Self::Hold(job) => format!("hold:{job}"),
            Self::Capture(job) => format!("capture:{job}"),
            Self::Release(job) => format!("release:{job}"),
            Self::GiveBack(job) => format!("give-back:{job}"),
            Self::Grant { action } => format!("grant:{action}"),
            Self::Debit { action } => format!("debit:{action}"),
            Self::RefundHold { charge, nth } | Self::RefundHoldGift { charge, nth } => {
                format!("refund-hold:{charge}:{nth}")
            }
            Self::RefundUndo { charge, nth } | Self::RefundUndoGift { charge, nth } => {
                format!("refund-undo:{charge}:{nth}")
            }
            // One charge is revoked once, whichever way.
            Self::RevokeHeld { charge }
            | Self::Revoke { charge }
            | Self::RevokeGift { charge }
            | Self::RevokeOwed { charge } => format!("revoke:{charge}"),
        }
    }

    pub(super) const fn direction(self) -> (Bucket, Bucket) {
        match self {
            Self::Paid { .. }
            | Self::Bonus { .. }
            | Self::FirstPurchase(_)
            | Self::Invited(_)
            | Self::Inviter { .. }
            | Self::Welcome(_)
            | Self::Promo { .. }
            | Self::GiftIn { .. }
            | Self::Grant { .. } => (Bucket::Issued, Bucket::Available),
            Self::GiftPaid { .. } | Self::GiftBonus { .. } => (Bucket::Issued, Bucket::Gifted),
            Self::GiftOut { .. } => (Bucket::Gifted, Bucket::Issued),
            Self::GiftKept { .. } => (Bucket::Gifted, Bucket::Available),
            Self::Hold(_) => (Bucket::Available, Bucket::Held),
            Self::Capture(_) => (Bucket::Held, Bucket::Spent),
            Self::Release(_) => (Bucket::Held, Bucket::Available),
            Self::GiveBack(_) => (Bucket::Spent, Bucket::Available),
            Self::RefundHold { .. } => (Bucket::Available, Bucket::Refunding),
            Self::RefundHoldGift { .. } => (Bucket::Gifted, Bucket::Refunding),
            Self::RefundUndo { .. } => (Bucket::Refunding, Bucket::Available),
            Self::RefundUndoGift { .. } => (Bucket::Refunding, Bucket::Gifted),
            Self::RevokeHeld { .. } => (Bucket::Refunding, Bucket::Revoked),
            Self::RevokeGift { .. } => (Bucket::Gifted, Bucket::Revoked),
            Self::Revoke { .. }
            | Self::RevokeOwed { .. }
            | Self::InviterBack { .. }
            | Self::GiftTakenBack { .. }
            | Self::Debit { .. } => (Bucket::Available, Bucket::Revoked),
        }
    }

    /// Which credits are taken from what is available, or come to it.
    pub(super) fn moves(self) -> Moves {
        match self {
            // What comes with somebody's first purchase because they were invited goes back with it like its bonus, and is
            // spent first all the same.
            Self::Grant { .. }
            | Self::Welcome(_)
            | Self::Promo { .. }
            | Self::Invited(_)
            | Self::Inviter { .. }
            | Self::GiftIn { .. } => Moves::Begin(Rank::Gift),
            // What comes with a purchase is a lot behind it, and goes back with it.
            Self::Paid { .. } | Self::Bonus { .. } | Self::FirstPurchase(_) | Self::GiftKept { .. } => {
                Moves::Begin(Rank::Purchase)
            }
            Self::Hold(_) | Self::Debit { .. } => Moves::TakeNext,
            Self::RefundHold { charge, .. } => Moves::TakeWhatIsLeft(charge.to_owned()),
            Self::Revoke { charge } => Moves::TakeAll(charge.to_owned()),
            Self::RevokeOwed { charge } => Moves::TakeOf(Self::Paid { charge }.entry_id()),
            Self::InviterBack { invited } => Moves::TakeOf(Self::Inviter { invited }.entry_id()),
            Self::GiftTakenBack { charge } => Moves::TakeOf(Self::GiftIn { charge }.entry_id()),
            Self::Release(job) | Self::GiveBack(job) => Moves::GiveBack(Self::Hold(job).entry_id()),
            Self::RefundUndo { charge, nth } => Moves::GiveBack(Self::RefundHold { charge, nth }.entry_id()),
            Self::GiftPaid { .. }
            | Self::GiftBonus { .. }
            | Self::GiftOut { .. }
            | Self::RefundHoldGift { .. }
            | Self::RefundUndoGift { .. }
            | Self::RevokeGift { .. }
            | Self::Capture(_)
            | Self::RevokeHeld { .. } => Moves::None,
        }
    }

    /// Whether the person must have the credits for it to happen.
    pub(super) const fn needs_cover(self) -> bool {
        matches!(self, Self::Hold(_) | Self::Debit { .. } | Self::RefundHold { .. })
    }
}
