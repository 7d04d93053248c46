//! Types for numbers that must not be mixed up, and for what several floors speak of.

use std::fmt;
use std::ops::{Add, Sub};

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use shared::image_type::ImageType;
use shared::job::{FollowUpKind, JobId, KeyName, TaskId};

use super::row_enum::row_enum;

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                i64::column_result(value).map(Self)
            }
        }
    };
}

number! {
    /// A person on Telegram. Their private chat with the bot has the same number.
    UserId
}

number! {
    /// A message within a chat.
    MessageId
}

number! {
    /// Whole credits. Below zero only for a person whose Stars were taken back after the credits were spent.
    Credits
}

number! {
    /// Telegram Stars.
    Stars
}

/// Billionths of a Star in a Star.
pub const NANO: i64 = 1_000_000_000;

impl Credits {
    /// None.
    pub const ZERO: Self = Self(0);
}

impl From<u32> for Credits {
    fn from(credits: u32) -> Self {
        Self(i64::from(credits))
    }
}

impl Add for Credits {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Credits {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

/// Names a purchase: whose it is, and which of theirs. Operators write and read it as `123456#2`; its buyer sees the 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaseName {
    /// The buyer.
    pub user: UserId,
    /// Counts the buyer's purchases, from 1.
    pub number: i64,
}

impl fmt::Display for PurchaseName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.user, self.number)
    }
}

impl PurchaseName {
    /// Reads a name back.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (user, number) = name.split_once('#')?;
        Some(Self { user: UserId(user.parse().ok()?), number: number.parse().ok()? })
    }
}

/// An image that a person sent, as Telegram keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobImage {
    /// Telegram's name for the file.
    pub file_id: String,
    /// By its first bytes.
    pub kind: ImageType,
    /// Size in bytes.
    pub size_bytes: u64,
}

impl JobImage {
    /// Reads the images of a job as its row has them. An earlier build wrote the only one by itself.
    pub(crate) fn read_all(json: &str) -> serde_json::Result<Vec<Self>> {
        shared::json::one_or_many(&mut serde_json::Deserializer::from_str(json))
    }
}

/// What is made of the video of an earlier order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpOrder {
    /// What is made.
    pub kind: FollowUpKind,
    /// The earlier order.
    pub job: JobId,
    /// The provider's task of it.
    pub task: TaskId,
    /// Which of several keys of the provider made that: no other key knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyName>,
}

row_enum! {
    /// Whether a subscription goes on.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub SubscriptionState {
        /// The next period will be paid.
        Active = "active",
        /// What is paid is the last period.
        Cancelled = "cancelled",
        /// Telegram could not take the next payment.
        Failed = "failed",
        /// What was paid is over.
        Ended = "ended",
    }
}

row_enum! {
    /// What became of a gift: credits that were bought for somebody else.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub GiftState {
        /// Nobody has opened it yet.
        Waiting = "waiting",
        /// Nobody has, and nobody can: its Stars are about to go back.
        Refunding = "refunding",
        /// Somebody has its credits.
        Opened = "opened",
        /// Nobody opened it in time: its buyer has its credits.
        Kept = "kept",
        /// Its Stars went back before anybody opened it.
        Returned = "returned",
        /// Its Stars went back after somebody had opened it.
        TakenBack = "taken_back",
    }
}

/// Whether Stars can go back, and who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RefundEligibility {
    /// The buyer can have them back at once.
    Refundable,
    /// Some of the credits are spent, set aside, or cover what was given for free: an operator decides.
    Spent,
    /// It is a gift that somebody has opened: an operator decides.
    GiftOpened,
    /// It is too long ago: an operator decides.
    TooLate,
    /// Telegram refused before: an operator decides.
    Refused,
    /// An operator is asked.
    Asked,
    /// An operator has declined a short while ago.
    Declined,
    /// Telegram is asked.
    UnderWay,
    /// The Stars are back.
    Returned,
}

impl RefundEligibility {
    /// Whether the buyer may ask the operators.
    pub(super) const fn may_ask(self) -> bool {
        matches!(self, Self::Spent | Self::GiftOpened | Self::TooLate | Self::Refused)
    }
}
