//! What is kept of a job.
//!
//! A record is read by workers of several builds at once while they are upgraded. So it names its version, a field that
//! was added has a default for records without it, and fields of a newer build are kept as they came. A record of a
//! newer version is left to the workers that know it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use shared::job::{Epoch, FailureReason, GenerationJob, JobEvent, JobId, JobState, KeyName, KieCost, TaskId};
use shared::json::{self, JsonFault};
use url::Url;

use crate::kie::Api;

/// The version of the records that this build writes, and the newest that it reads. It grows when an older build must
/// not touch a record any more; a field that it may overlook needs only a default.
pub const RECORD_VERSION: u16 = 1;

/// All that is known of a job.
#[derive(Debug, Clone, PartialEq)]
pub struct JobRecord {
    /// Counts the changes. A save holds only if it is still the one that was read.
    pub version: u64,
    /// When somebody must look at it, `None` when nobody needs to any more.
    pub due: Option<Timestamp>,
    /// Whether the bot has to be told the state. A save can set it; only [`super::JobStore::reported`] clears it.
    pub unreported: bool,
    /// The provider's task, from whoever said it first: its answer, a callback, or the bot.
    pub task: Option<TaskId>,
    /// Everything else.
    pub body: JobBody,
}

/// The part of a record that only [`crate::decide`] reads and changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JobBody {
    /// See [`RECORD_VERSION`].
    pub version: u16,
    /// The order as it came.
    pub order: GenerationJob,
    /// The life of the store in which it was admitted. In another one it is not known what has become of it since.
    pub epoch: Epoch,
    /// How the provider is spoken to about it. Kept here, because a model may leave the catalogue while it renders.
    pub api: Api,
    /// The key that it is submitted by, named in the same write as the right to submit, and that knows its task. `None` of
    /// the only key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyName>,
    /// The longest render time of the model, in seconds.
    pub render_seconds_max: u32,
    /// Its usual render time, in seconds. Not in records of older builds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub render_seconds_usual: Option<u32>,
    /// How far the job is.
    pub state: State,
    /// The number of the last POST that was allowed; 0 before the first.
    pub attempt: u32,
    /// The uploaded images, in the order of the images. An earlier build wrote the only one by itself.
    #[serde(rename = "upload", default, skip_serializing_if = "Vec::is_empty", deserialize_with = "json::one_or_many")]
    pub uploads: Vec<Upload>,
    /// Failed tries in a row of the present step.
    pub failures: u32,
    /// How often the provider has refused the job and said that it may be tried again.
    #[serde(default)]
    pub put_off: u32,
    /// Since when the provider denies the task, or says success and names no URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub odd_since: Option<Timestamp>,
    /// Fields of a newer build.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Where a job stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum State {
    /// Nothing was done for it yet.
    New,
    /// The images, if there are some, are uploaded.
    Prepared,
    /// The right to POST was used up, and the POST may be on its way.
    Submitting {
        /// When the right was taken.
        since: Timestamp,
        /// Until when the POST may still be on its way.
        lease_until: Timestamp,
    },
    /// It is not known whether the provider has accepted it. Only a callback can tell.
    Unconfirmed {
        /// When the right was taken.
        since: Timestamp,
        /// Until when a callback is waited for.
        until: Timestamp,
    },
    /// The provider has accepted it.
    Running {
        /// When a worker learned of it.
        since: Timestamp,
    },
    /// There is a video.
    Succeeded {
        /// When a worker learned of it.
        at: Timestamp,
        /// Where the video can be fetched. Never empty.
        urls: Vec<Url>,
        /// What the provider took for it, where its record says so. Not in records of older builds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cost: Option<KieCost>,
    },
    /// There is no video.
    Failed {
        /// When it was declared.
        at: Timestamp,
        /// The reason that the bot is told.
        reason: FailureReason,
    },
}

/// An image on the provider's side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Where the provider's models fetch it.
    pub url: Url,
    /// Until when we trust it to be there.
    pub good_until: Timestamp,
}

/// Why a record cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum RecordFault {
    /// Not of the expected shape.
    #[error("the record is not of the expected shape")]
    Shape(#[source] JsonFault),
    /// Written by a newer build.
    #[error("the record has version {found}, this build reads up to {RECORD_VERSION}: update this worker")]
    TooNew {
        /// The version of the record.
        found: u16,
    },
}

impl State {
    /// The stable name, for logs and metrics.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Prepared => "prepared",
            Self::Submitting { .. } => "submitting",
            Self::Unconfirmed { .. } => "unconfirmed",
            Self::Running { .. } => "running",
            Self::Succeeded { .. } => "succeeded",
            Self::Failed { .. } => "failed",
        }
    }

    /// When the job ended, if it has.
    #[must_use]
    pub const fn ended_at(&self) -> Option<Timestamp> {
        match self {
            Self::Succeeded { at, .. } | Self::Failed { at, .. } => Some(*at),
            Self::New | Self::Prepared | Self::Submitting { .. } | Self::Unconfirmed { .. } | Self::Running { .. } => {
                None
            }
        }
    }
}

impl JobBody {
    /// The job is of this key from now on. Images that were uploaded by another one are uploaded again. Whether some were.
    pub fn take_key(&mut self, key: Option<KeyName>) -> bool {
        if self.key == key {
            return false;
        }
        self.key = key;
        let had_uploads = !self.uploads.is_empty();
        self.uploads.clear();
        had_uploads
    }

    /// Reads a body as a store keeps it. The version is looked at first, so that a newer record is reported as newer.
    ///
    /// # Errors
    /// See [`RecordFault`].
    pub fn parse(text: &str) -> Result<Self, RecordFault> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u16,
        }
        let Versioned { version: found } = serde_json::from_str(text).map_err(RecordFault::shape)?;
        if found > RECORD_VERSION {
            return Err(RecordFault::TooNew { found });
        }
        serde_json::from_str(text).map_err(RecordFault::shape)
    }
}

impl RecordFault {
    fn shape(error: serde_json::Error) -> Self {
        Self::Shape(error.into())
    }
}

impl JobRecord {
    /// The job's name.
    #[must_use]
    pub const fn job(&self) -> JobId {
        self.body.order.job
    }

    /// What the bot is told of the present state; `None` while there is nothing to tell.
    #[must_use]
    pub fn event(&self, epoch: &Epoch) -> Option<JobEvent> {
        let state = match &self.body.state {
            State::New | State::Prepared | State::Submitting { .. } => return None,
            State::Unconfirmed { until, .. } => JobState::Unconfirmed { until: *until },
            State::Running { .. } => JobState::Submitted,
            State::Succeeded { urls, cost, .. } => JobState::Succeeded { urls: urls.clone(), cost: *cost },
            State::Failed { reason, .. } => JobState::Failed { reason: *reason },
        };
        let key = self.body.key.clone().filter(|_| self.task.is_some());
        Some(JobEvent { job: self.job(), epoch: epoch.clone(), task: self.task.clone(), key, state })
    }
}

/// Counts and names a record that was passed over. The others go on; this one comes again when its lease is over.
pub(super) fn passed_over(job: Option<&str>, fault: &RecordFault) {
    metrics::counter!("starreel_unreadable_records_total").increment(1);
    let error = shared::telemetry::chain(fault);
    tracing::error!(job.id = job, error = %error, "a job's record cannot be read and is passed over");
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Records as version 1 wrote them, one in a line: in every state, without fields that were added later.
    const RECORDED: &str = include_str!("recorded/version_1.jsonl");

    #[test]
    fn records_of_older_builds_are_read() {
        let read: Vec<JobBody> = RECORDED.lines().map(|line| JobBody::parse(line).unwrap()).collect();
        let states: Vec<&str> = read.iter().map(|body| body.state.as_str()).collect();
        assert_eq!(states, ["new", "prepared", "submitting", "running", "succeeded", "failed"]);
        assert!(read.iter().all(|body| body.other.is_empty() && body.order.other.is_empty()));
        assert!(read.iter().all(|body| body.put_off == 0 && body.render_seconds_usual.is_none()));
    }

    #[test]
    fn fields_of_a_newer_build_are_kept() {
        for line in RECORDED.lines() {
            let mut newer: Value = serde_json::from_str(line).unwrap();
            newer["of_a_newer_build"] = "kept".into();
            newer["order"]["of_a_newer_bot"] = 7.into();
            let read = JobBody::parse(&newer.to_string()).unwrap();
            let written = serde_json::to_value(&read).unwrap();
            assert_eq!(written["of_a_newer_build"], "kept");
            assert_eq!(written["order"]["of_a_newer_bot"], 7);
            assert_eq!(JobBody::parse(&written.to_string()).unwrap(), read);
        }
    }

    #[test]
    fn a_record_of_a_newer_version_is_told_from_a_broken_one() {
        assert!(matches!(JobBody::parse(r#"{"version":9}"#), Err(RecordFault::TooNew { found: 9 })));
        assert!(matches!(JobBody::parse(r#"{"version":1}"#), Err(RecordFault::Shape(_))));
    }

    #[test]
    fn a_job_that_ended_keeps_a_few_hundred_bytes() {
        for line in RECORDED.lines().filter(|line| line.contains("failed") || line.contains("succeeded")) {
            let bytes = serde_json::to_vec(&JobBody::parse(line).unwrap()).unwrap().len();
            assert!(bytes < 600, "{bytes}");
        }
    }
}
