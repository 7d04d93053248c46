//! Types for numbers that must not be mixed up.

use std::fmt;
use std::ops::{Add, Sub};

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

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
