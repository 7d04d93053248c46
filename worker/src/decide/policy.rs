//! The times that the step machine keeps to.

use std::time::Duration;

use jiff::SignedDuration;
use shared::retry::Backoff;

/// See the fields. The default is for production without callbacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepPolicy {
    /// Whether callback URLs are sent, so that an ambiguous POST may still be cleared up.
    pub callbacks: bool,
    /// How long a POST may be on its way. Longer than the client's timeout.
    pub submit_lease: SignedDuration,
    /// The pauses between looks at a task that was accepted, without callbacks.
    pub polls: PollBounds,
    /// The same with callbacks.
    pub polls_with_callbacks: PollBounds,
    /// How long a task that should have ended is asked for when there is no usable answer.
    pub unanswered_grace: SignedDuration,
    /// How often a job is submitted again that the provider refuses with "try again later".
    pub put_off_max: u32,
    /// How often an image is asked for that the bot says is gone.
    pub gone_tries_max: u32,
    /// How long an answer that makes no sense yet (no such task, no URLs) is tolerated.
    pub odd_grace: SignedDuration,
    /// The pause between looks after a job was given up.
    pub late_every: SignedDuration,
    /// How long a job that was given up is looked at.
    pub late_for: SignedDuration,
    /// How long an upload is trusted to be there. The provider keeps it for 24 h.
    pub upload_good_for: SignedDuration,
    /// The pauses after failures in a row.
    pub retry: Backoff,
    /// The pause while the provider takes no orders.
    pub blocked_pause: SignedDuration,
    /// Whether a job that one key refuses may be submitted by another.
    pub are_several_keys: bool,
    /// The pause before that.
    pub other_key_pause: SignedDuration,
    /// The pause of a job that waits for the provider to take orders again, of which the store is asked and nobody else.
    pub reopen_pause: SignedDuration,
    /// The pause of a job whose time is over by a clock that has just made a step.
    pub uneven_pause: SignedDuration,
    /// Jobs that wait for a permit come back spread over this time.
    pub permit_spread: SignedDuration,
}

/// Within what the pauses between looks at a task are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PollBounds {
    /// Before the first look, and the shortest.
    pub first: SignedDuration,
    /// The longest.
    pub max: SignedDuration,
}

impl Default for StepPolicy {
    fn default() -> Self {
        Self {
            callbacks: false,
            submit_lease: SignedDuration::from_secs(60),
            polls: PollBounds { first: SignedDuration::from_secs(5), max: SignedDuration::from_secs(30) },
            polls_with_callbacks: PollBounds { first: SignedDuration::from_mins(1), max: SignedDuration::from_mins(5) },
            unanswered_grace: SignedDuration::from_hours(1),
            put_off_max: 4,
            gone_tries_max: 3,
            odd_grace: SignedDuration::from_mins(5),
            late_every: SignedDuration::from_hours(1),
            late_for: SignedDuration::from_hours(24),
            upload_good_for: SignedDuration::from_hours(20),
            retry: Backoff { first: Duration::from_secs(5), max: Duration::from_secs(300) },
            blocked_pause: SignedDuration::from_secs(60),
            are_several_keys: false,
            other_key_pause: SignedDuration::from_secs(1),
            reopen_pause: SignedDuration::from_secs(15),
            uneven_pause: SignedDuration::from_secs(60),
            permit_spread: SignedDuration::from_secs(3),
        }
    }
}
