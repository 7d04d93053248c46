//! The wire between bot and worker, versioned.
//!
//! A message may be lost, late or doubled; the stores on both sides hold the truth. So every message states a fact in
//! full and never "one more". A message of a version that the reader does not know becomes a dead letter, and nobody guesses.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::catalog::Inputs;
use crate::json::{self, JsonFault};

mod cost;
mod images;
mod names;
mod provider;

pub use cost::KieCost;
pub use images::{ImageSource, ImageUse};
pub use names::{Epoch, JobId, KeyName, ModelId, TaskId};
pub use provider::{BlockReason, KeyState, ProviderState};

/// The version of the messages that this build writes, and the newest that it reads.
pub const WIRE_VERSION: u16 = 1;

/// The answer to one option of a model, with the type that the provider expects on the wire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OptionValue {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A text such as `16:9`, or `5` where the provider wants the number in quotes.
    Text(String),
}

impl fmt::Display for OptionValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Text(value) => value.fmt(f),
        }
    }
}

/// What can be made of a video.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpKind {
    /// It goes on for some seconds more.
    Extend,
    /// The same, finer.
    Upscale,
    /// The same in 1080p.
    #[serde(rename = "1080p")]
    FullHd,
    /// The same in 4K.
    #[serde(rename = "4k")]
    UltraHd,
}

impl FollowUpKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Extend, Self::Upscale, Self::FullHd, Self::UltraHd];

    /// The stable name used on the wire, in stores, in texts and on buttons.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Extend => "extend",
            Self::Upscale => "upscale",
            Self::FullHd => "1080p",
            Self::UltraHd => "4k",
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

/// What an order goes on from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpOf {
    /// What is made.
    pub kind: FollowUpKind,
    /// The provider's task of the earlier order.
    pub task: TaskId,
    /// The key that the task was made with: no other key knows it. Not of the only one, nor in messages of older builds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyName>,
}

/// An order to make one video. Bot to worker, topic [`crate::queue::Topic::Jobs`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GenerationJob {
    /// See [`WIRE_VERSION`].
    pub version: u16,
    /// The order that this is about. Publishing it again is harmless.
    pub job: JobId,
    /// What to make it with.
    pub model: ModelId,
    /// What the video shows, in the person's words.
    pub prompt: String,
    /// The chosen options by their name in the catalogue.
    pub options: BTreeMap<String, OptionValue>,
    /// The images, in order. An earlier build wrote the only one by itself.
    #[serde(rename = "image", default, skip_serializing_if = "Vec::is_empty", deserialize_with = "json::one_or_many")]
    pub images: Vec<ImageSource>,
    /// What they are for.
    #[serde(default, skip_serializing_if = "ImageUse::is_usual")]
    pub image_use: ImageUse,
    /// The earlier task that it goes on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUpOf>,
    /// After this moment nobody may submit the job any more: the bot gives the credits back.
    pub submit_before: Timestamp,
    /// The provider's task, if the bot has heard of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    /// The key that the task was made with, as workers named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyName>,
    /// Whether this job was handed to the queue before, so that a store which does not know it may have lost it.
    pub published_before: bool,
    /// Whether there is no video at the addresses that the workers named: they are to ask the provider once more.
    #[serde(default)]
    pub is_result_gone: bool,
    /// The life of the job store that the bot heard of when it first published this job, if it had heard of any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<Epoch>,
    /// Fields of a newer build, kept as they came: workers of several builds hand a job to each other.
    #[serde(flatten)]
    pub other: serde_json::Map<String, serde_json::Value>,
}

impl GenerationJob {
    /// What decides which variant of its model makes it.
    #[must_use]
    pub fn inputs(&self) -> Inputs {
        let follow_up = self.follow_up.as_ref().map(|follow_up| follow_up.kind);
        Inputs { images: self.images.len(), image_use: self.image_use, follow_up }
    }
}

/// Why a job ended without a video, as far as anybody needs to tell the cases apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureReason {
    /// The prompt or the image was refused by the provider's content rules.
    Policy,
    /// The provider refused the request for another reason that a repeat would not change.
    Refused,
    /// The image could not be used: unreadable, or of a kind that the provider does not take.
    Image,
    /// The image is not at Telegram's any more: it has to be sent again.
    ImageGone,
    /// The model makes sound with every video and found nothing to hear in the prompt.
    Sound,
    /// Nobody could submit the job before `submit_before`. It was not submitted.
    Expired,
    /// No result within the longest render time of the model. It may still come.
    Timeout,
    /// It is not known whether the provider accepted the task. It may still come.
    Unknown,
    /// The provider could not make the video; also any reason that only a newer build knows.
    #[serde(other)]
    Provider,
}

impl FailureReason {
    /// Every reason, for tables and tests.
    pub const ALL: [Self; 9] = [
        Self::Policy,
        Self::Refused,
        Self::Image,
        Self::ImageGone,
        Self::Sound,
        Self::Provider,
        Self::Expired,
        Self::Timeout,
        Self::Unknown,
    ];

    /// The stable name used on the wire, in stores and in logs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Refused => "refused",
            Self::Image => "image",
            Self::ImageGone => "image_gone",
            Self::Sound => "sound",
            Self::Provider => "provider",
            Self::Expired => "expired",
            Self::Timeout => "timeout",
            Self::Unknown => "unknown",
        }
    }

    /// Whether the same order may succeed another time.
    #[must_use]
    pub const fn may_succeed_again(self) -> bool {
        matches!(self, Self::Provider | Self::Expired | Self::Timeout | Self::Unknown)
    }

    /// Whether a video may still come after the job was declared failed for this reason.
    #[must_use]
    pub const fn may_still_succeed(self) -> bool {
        matches!(self, Self::Timeout | Self::Unknown)
    }
}

/// What became of a job, as the worker's store has it. Worker to bot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobEvent {
    /// The order that this is about.
    pub job: JobId,
    /// The life of the store that says so.
    pub epoch: Epoch,
    /// The provider's task, once there is one.
    pub task: Option<TaskId>,
    /// The key that the task was made with, if the workers have several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyName>,
    /// The state reached.
    pub state: JobState,
}

/// The states of a job that the bot needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum JobState {
    /// The task was sent to the provider, and its answer was lost. It may be made.
    Unconfirmed {
        /// Until when workers wait for the provider's word.
        until: Timestamp,
    },
    /// The provider has accepted the task and is working on it.
    Submitted,
    /// The video is there.
    Succeeded {
        /// Where it can be fetched, for some hours. Never empty.
        urls: Vec<Url>,
        /// What the provider took for it, where its record says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cost: Option<KieCost>,
    },
    /// There is no video.
    Failed {
        /// Why.
        reason: FailureReason,
    },
    /// A state that only a newer build knows. It says nothing to this one.
    #[serde(other)]
    Other,
}

/// Everything that workers tell the bot, topic [`crate::queue::Topic::Results`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkerMessage {
    /// See [`WIRE_VERSION`].
    pub version: u16,
    /// The message itself.
    #[serde(flatten)]
    pub body: WorkerMessageBody,
}

/// The kinds of [`WorkerMessage`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkerMessageBody {
    /// A job has reached a state.
    Job(JobEvent),
    /// The provider takes orders, or does not.
    Provider(ProviderState),
}

impl From<WorkerMessageBody> for WorkerMessage {
    fn from(body: WorkerMessageBody) -> Self {
        Self { version: WIRE_VERSION, body }
    }
}

/// Why bytes from the queue are not a message for us. Such a delivery becomes a dead letter and is never retried.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// Not JSON of the expected shape.
    #[error("the message is not of the expected shape")]
    Shape(#[source] JsonFault),
    /// Written by a newer build. Update this process.
    #[error("the message has version {found}, this build reads up to {WIRE_VERSION}: update this process")]
    TooNew {
        /// The version of the message.
        found: u16,
    },
}

/// A message that can cross the queue.
pub trait Message: Serialize + for<'de> Deserialize<'de> {
    /// The bytes to publish.
    ///
    /// # Panics
    /// Never: our messages have only string keys, so writing them to memory cannot fail.
    #[expect(clippy::expect_used, reason = "writing a plain struct to memory cannot fail")]
    fn encode(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a message is plain data")
    }

    /// Reads a message back. The version is looked at first, so that a newer shape is reported as newer, not as broken.
    ///
    /// # Errors
    /// See [`DecodeError`].
    fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u16,
        }
        let Versioned { version } = serde_json::from_slice(bytes).map_err(|error| DecodeError::Shape(error.into()))?;
        if version > WIRE_VERSION {
            return Err(DecodeError::TooNew { found: version });
        }
        serde_json::from_slice(bytes).map_err(|error| DecodeError::Shape(error.into()))
    }
}

impl Message for GenerationJob {}
impl Message for WorkerMessage {}

#[cfg(test)]
mod tests;
