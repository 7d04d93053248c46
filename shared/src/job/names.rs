//! The names that cross the wire.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Names one order of one video, from the button to the delivery. Made by the bot, ordered by time.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JobId(Uuid);

impl JobId {
    /// Makes an id out of the time of placing and ten random bytes, so that a deterministic caller gets the same id.
    #[must_use]
    pub fn new(placed_at: Timestamp, random: [u8; 10]) -> Self {
        let millis = u64::try_from(placed_at.as_millisecond()).unwrap_or_default();
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// When the job was placed, to the millisecond.
    #[must_use]
    pub fn placed_at(self) -> Timestamp {
        let (seconds, nanos) = self.0.get_timestamp().map_or((0, 0), |at| at.to_unix());
        let (seconds, nanos) = (i64::try_from(seconds), i32::try_from(nanos));
        Timestamp::new(seconds.unwrap_or_default(), nanos.unwrap_or_default()).unwrap_or_default()
    }
}

impl fmt::Display for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl fmt::Debug for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for JobId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::parse_str(text).map(Self)
    }
}

macro_rules! opaque_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it is: it is opaque to us.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text as it was received.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

opaque_text! {
    /// The provider's name for a task. Never checked for a format: documented and real ids differ.
    TaskId
}

opaque_text! {
    /// Names one life of a job store. It changes when the store was lost and made anew, and then the right to submit
    /// a job that was published before is gone: it may have been submitted in the life before.
    Epoch
}

opaque_text! {
    /// A menu item of the catalogue, such as `veo3-fast`.
    ModelId
}

opaque_text! {
    /// The operator's name for one of several keys of the provider. Never the key itself.
    KeyName
}
