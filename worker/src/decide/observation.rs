//! What the step machine is told, and what it answers.

use jiff::Timestamp;
use shared::job::{BlockReason, FailureReason, KieCost, TaskId};
use url::Url;

use crate::kie::Delay;

/// When something is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// By the clock.
    pub now: Timestamp,
    /// Whether the clock has made a step of late ([`shared::clock::Clock::has_stepped`]): then no time counts as over.
    pub is_after_step: bool,
}

impl From<Timestamp> for Moment {
    /// By a clock that goes on evenly.
    fn from(now: Timestamp) -> Self {
        Self { now, is_after_step: false }
    }
}

/// What was seen of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Observation {
    /// Nothing was seen yet; the job is due.
    Due,
    /// What came of [`Action::Upload`].
    Upload(UploadOutcome),
    /// [`Action::TakePermit`]: a permit is in hand.
    PermitGranted,
    /// [`Action::TakePermit`]: there is none before this moment.
    PermitDenied {
        /// When the next permit may be had.
        until: Timestamp,
    },
    /// What came of [`Action::Submit`].
    Submit {
        /// The attempt that this is the answer to.
        attempt: u32,
        /// What the provider answered.
        outcome: SubmitOutcome,
    },
    /// What came of [`Action::Query`].
    Query(QueryOutcome),
}

/// See [`Observation::Upload`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UploadOutcome {
    /// The image is at the provider's.
    Uploaded(Url),
    /// It is too large, or refused. A repeat would not help.
    Unusable,
    /// The bot says that it is not there any more.
    Gone,
    /// Try again later.
    Later,
    /// The provider takes nothing until the operator acts.
    Blocked(BlockReason),
}

/// See [`Observation::Submit`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SubmitOutcome {
    /// The provider has it.
    Accepted(TaskId),
    /// Certainly not begun.
    NotStarted(Delay),
    /// Certainly refused.
    Refused(FailureReason),
    /// Certainly not begun; nothing is taken until the operator acts.
    Blocked(BlockReason),
    /// It is not known whether the provider has it.
    Unknown,
}

/// See [`Observation::Query`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryOutcome {
    /// The provider still works on it.
    Running,
    /// Ready; without URLs only for a moment, one hopes. With what the provider says that it took.
    Succeeded(Vec<Url>, Option<KieCost>),
    /// Failed for good.
    Failed(FailureReason),
    /// The provider does not know the task.
    NotFound,
    /// No usable answer.
    Unavailable,
    /// No answer until the operator acts.
    Blocked(BlockReason),
    /// Nobody was asked: the key that knows the task is not in the settings.
    KeyMissing,
}

/// What to do next, after saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing, until the record is due.
    Rest,
    /// Stream an image to the provider.
    Upload {
        /// Its place among the order's images, from 0.
        image: usize,
    },
    /// Ask for a permit to create a task.
    TakePermit,
    /// POST. Allowed exactly once for each time that this is returned, and only if the record was saved.
    Submit {
        /// Names the POST in its callback URL.
        attempt: u32,
    },
    /// GET the task.
    Query(TaskId),
}
