//! Until when a job rests, and which of its times are over.

use jiff::{SignedDuration, Timestamp};

use super::{Action, Step, schedule};
use crate::job_store::State;

impl Step<'_> {
    pub(super) fn retry(&mut self) -> Action {
        self.body_mut().failures += 1;
        let pause = schedule::backoff(&self.record, self.policy);
        self.rest_for(pause)
    }

    /// The pause after a key has refused the job: another one may take it, unless it goes on from a task of that key.
    pub(super) fn refused_pause(&self) -> SignedDuration {
        let has_a_choice = self.policy.are_several_keys && self.body().order.follow_up.is_none();
        if has_a_choice { self.policy.other_key_pause } else { self.policy.blocked_pause }
    }

    /// What waits for its submission is looked at no later than at its end.
    pub(super) fn rest_for(&mut self, pause: SignedDuration) -> Action {
        self.rest_until(schedule::after(self.now, pause))
    }

    pub(super) fn rest_until(&mut self, due: Timestamp) -> Action {
        let due = match self.body().state {
            State::New | State::Prepared => due.min(self.body().order.submit_before),
            State::Submitting { .. }
            | State::Unconfirmed { .. }
            | State::Running { .. }
            | State::Succeeded { .. }
            | State::Failed { .. } => due,
        };
        self.record.due = Some(due);
        Action::Rest
    }

    /// A time may be over, or the clock may be wrong: there is another look soon.
    pub(super) fn rest_until_even(&mut self) -> Action {
        self.record.due = Some(schedule::after(self.now, self.policy.uneven_pause));
        Action::Rest
    }

    /// Whether a time is over, by a clock that can be relied on.
    pub(super) fn is_over(&self, end: Timestamp) -> bool {
        self.now >= end && !self.is_after_step
    }

    pub(super) fn rest_for_good(&mut self) -> Action {
        self.record.due = None;
        Action::Rest
    }

    pub(super) fn unanswered_until(&self, since: Timestamp) -> Timestamp {
        schedule::after(schedule::after(since, self.render_max()), self.policy.unanswered_grace)
    }

    pub(super) fn render_max(&self) -> SignedDuration {
        SignedDuration::from_secs(self.body().render_seconds_max.into())
    }
}
