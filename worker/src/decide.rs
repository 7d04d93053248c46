//! The step machine: what a look at a job means, what was observed, and what to do next. Pure: no I/O, no clock, no
//! randomness of its own, so that every history can be tried in a test.
//!
//! The shell saves the record **before** it performs the action. So the right to submit is used up durably as the last
//! thing before the POST, and whatever is lost afterwards is found again by the due time.
//!
//! | state | a look | next |
//! |---|---|---|
//! | new | upload the images, if there are some, one after the other | prepared · failed(image, expired) |
//! | prepared | take a permit; save submitting; POST | running · prepared with a due time · failed |
//! | submitting, lease over | never POST again | unconfirmed if there can be a callback, else failed(unknown) |
//! | unconfirmed | wait for the callback, as long as the model usually takes | running · failed(unknown) |
//! | running | GET; without an answer until an hour after the longest render time | later · succeeded · failed |
//! | failed(timeout, unknown) with a task | GET hourly for a day | may become succeeded |
//!
//! Where the video of a succeeded job is gone, the bot has the provider asked once more: the job is running again.
//!
//! A task id that turns up in a state without one makes the job running, wherever it stood.
//!
//! While the clock has made a step of late, no time counts as over: nothing fails, and nothing is submitted either whose
//! time may be over. A lease is no such time: who claims a job must not wait for a clock.
//!
//! From running on nothing is submitted any more, so the person's words and image leave the record.
//!
//! A new or prepared job that was admitted in another life of the store is not submitted: the store was put back to an
//! older state, so what the record says may have been true long ago. It is treated as a submission whose answer was lost.

use jiff::{SignedDuration, Timestamp};
use shared::job::{Epoch, FailureReason, KieCost, TaskId};
use url::Url;

use crate::job_store::{JobBody, JobRecord, State, Upload};
use crate::kie::Delay;

mod admit;
mod observation;
mod policy;
mod resting;
mod schedule;

#[cfg(test)]
pub(crate) mod histories;
#[cfg(test)]
mod looks;

pub use admit::{Admission, admit, query_again};
pub use observation::{Action, Moment, Observation, QueryOutcome, SubmitOutcome, UploadOutcome};
pub use policy::{PollBounds, StepPolicy};

/// Decides one step in this life of the store. `record.unreported` comes back set if this step changed something that the
/// bot must know.
#[must_use]
pub fn decide(
    mut record: JobRecord,
    seen: Observation,
    moment: impl Into<Moment>,
    epoch: &Epoch,
    policy: &StepPolicy,
) -> (JobRecord, Action) {
    record.unreported = false;
    let Moment { now, is_after_step } = moment.into();
    let mut step = Step { record, now, is_after_step, epoch, policy };
    let action = match seen {
        Observation::Due => step.begin(),
        Observation::Upload(outcome) => step.uploaded(outcome),
        Observation::PermitGranted => step.submit(),
        Observation::PermitDenied { until } => step.wait_for_permit(until),
        Observation::Submit { attempt, outcome } => step.submitted(attempt, outcome),
        Observation::Query(outcome) => step.queried(outcome),
    };
    step.forget_words();
    (step.record, action)
}

/// A decision while it is made.
struct Step<'a> {
    record: JobRecord,
    now: Timestamp,
    /// See [`Moment`].
    is_after_step: bool,
    epoch: &'a Epoch,
    policy: &'a StepPolicy,
}

impl Step<'_> {
    /// What was submitted, or never will be, is submitted by nobody again: a person's words and image are not kept
    /// for it. They are let go here and not by a clock, so there is no time in which a store holds them for nothing.
    fn forget_words(&mut self) {
        let body = self.body_mut();
        if matches!(body.state, State::Running { .. } | State::Succeeded { .. } | State::Failed { .. }) {
            body.order.prompt.clear();
            body.order.options.clear();
            body.order.images.clear();
            body.uploads.clear();
        }
    }

    fn begin(&mut self) -> Action {
        self.adopt_task();
        match (&self.body().state, &self.record.task) {
            (State::New | State::Prepared, _) => self.prepare(),
            (State::Submitting { lease_until, .. }, _) if self.now < *lease_until => {
                let lease_until = *lease_until;
                self.rest_until(lease_until)
            }
            (State::Submitting { since, .. } | State::Unconfirmed { since, .. }, _) => {
                let since = *since;
                self.wait_for_callback(since)
            }
            (State::Running { .. }, Some(task)) => Action::Query(task.clone()),
            (State::Failed { at, reason }, Some(task)) if reason.may_still_succeed() => {
                if self.is_after_step || self.now <= schedule::after(*at, self.policy.late_for) {
                    Action::Query(task.clone())
                } else {
                    self.rest_for_good()
                }
            }
            // A running job always has a task; without one there would be nothing to ask for.
            (State::Running { .. }, None) => self.fail(FailureReason::Unknown),
            (State::Succeeded { .. } | State::Failed { .. }, _) => self.rest_for_good(),
        }
    }

    /// A task that somebody told the store about proves that the provider has the job.
    fn adopt_task(&mut self) {
        let waits = matches!(
            self.body().state,
            State::New | State::Prepared | State::Submitting { .. } | State::Unconfirmed { .. }
        );
        if waits && self.record.task.is_some() {
            self.run();
        }
    }

    fn prepare(&mut self) -> Action {
        if self.body().epoch != *self.epoch {
            return self.doubt();
        }
        if self.now >= self.body().order.submit_before {
            return if self.is_after_step { self.rest_until_even() } else { self.fail(FailureReason::Expired) };
        }
        let now = self.now;
        let body = self.body_mut();
        // All images are uploaded anew when one is too old: they are of the same minute, so the others are, too.
        if body.uploads.iter().any(|upload| upload.good_until <= now) {
            body.uploads.clear();
        }
        if body.uploads.len() < body.order.images.len() {
            body.state = State::New;
            return Action::Upload { image: body.uploads.len() };
        }
        body.state = State::Prepared;
        Action::TakePermit
    }

    fn uploaded(&mut self, outcome: UploadOutcome) -> Action {
        if self.body().state != State::New {
            return Action::Rest;
        }
        match outcome {
            UploadOutcome::Uploaded(url) => {
                let good_until = schedule::after(self.now, self.policy.upload_good_for);
                self.body_mut().uploads.push(Upload { url, good_until });
                self.body_mut().failures = 0;
                self.prepare()
            }
            UploadOutcome::Unusable => self.fail(FailureReason::Image),
            UploadOutcome::Gone if self.body().failures + 1 >= self.policy.gone_tries_max => {
                self.fail(FailureReason::ImageGone)
            }
            UploadOutcome::Gone => self.retry(),
            UploadOutcome::Later => self.retry(),
            UploadOutcome::Blocked(_) => self.rest_for(self.refused_pause()),
        }
    }

    /// Uses up the right to submit: the record that comes back must be saved before the POST.
    fn submit(&mut self) -> Action {
        self.adopt_task();
        if self.body().state != State::Prepared {
            return Action::Rest;
        }
        // The answer to the permit may have taken long: the order may have ended, or the upload be too old.
        let action = self.prepare();
        if action != Action::TakePermit {
            return action;
        }
        let lease_until = schedule::after(self.now, self.policy.submit_lease);
        self.record.due = Some(lease_until);
        let since = self.now;
        let body = self.body_mut();
        body.attempt += 1;
        body.state = State::Submitting { since, lease_until };
        Action::Submit { attempt: body.attempt }
    }

    fn wait_for_permit(&mut self, until: Timestamp) -> Action {
        let spread = schedule::spread(&self.record, self.policy.permit_spread);
        self.rest_until(schedule::after(until.max(self.now), spread))
    }

    fn submitted(&mut self, attempt: u32, outcome: SubmitOutcome) -> Action {
        if let SubmitOutcome::Accepted(task) = outcome {
            return self.accepted(task);
        }
        let (State::Submitting { since, .. } | State::Unconfirmed { since, .. }) = self.body().state else {
            return Action::Rest;
        };
        if self.body().attempt != attempt || self.record.task.is_some() {
            return Action::Rest;
        }
        match outcome {
            SubmitOutcome::NotStarted(delay) => {
                self.body_mut().state = State::Prepared;
                self.body_mut().put_off += u32::from(delay == Delay::TryAgain);
                if self.body().put_off > self.policy.put_off_max {
                    return self.fail(FailureReason::Provider);
                }
                self.retry()
            }
            SubmitOutcome::Blocked(_) => {
                self.body_mut().state = State::Prepared;
                self.rest_for(self.refused_pause())
            }
            SubmitOutcome::Refused(reason) => self.fail(reason),
            SubmitOutcome::Accepted(_) | SubmitOutcome::Unknown => self.wait_for_callback(since),
        }
    }

    fn accepted(&mut self, task: TaskId) -> Action {
        if self.record.task.is_some() {
            return Action::Rest;
        }
        self.record.task = Some(task);
        self.adopt_task();
        // The job may have been given up meanwhile: then the hourly looks begin at once.
        if self.body().state.ended_at().is_some() {
            self.record.due = Some(self.now);
        }
        Action::Rest
    }

    /// A submission may have been made of which the store has lost all traces.
    fn doubt(&mut self) -> Action {
        self.wait_for_callback(self.now)
    }

    /// The POST may have been accepted. Only a callback can tell, if one was asked for, and a job that was accepted has
    /// usually ended by then. The bot is told, since a person waits.
    fn wait_for_callback(&mut self, since: Timestamp) -> Action {
        let usual = self.body().render_seconds_usual.unwrap_or(self.body().render_seconds_max);
        let until = schedule::after(since, SignedDuration::from_secs(usual.into()));
        if !self.policy.callbacks || self.is_over(until) {
            return self.fail(FailureReason::Unknown);
        }
        let unconfirmed = State::Unconfirmed { since, until };
        self.record.unreported = self.body().state != unconfirmed;
        self.body_mut().state = unconfirmed;
        if self.now < until { self.rest_until(until) } else { self.rest_until_even() }
    }

    fn queried(&mut self, outcome: QueryOutcome) -> Action {
        match self.body().state {
            State::Running { since } => self.queried_running(since, outcome),
            State::Failed { at, reason } if reason.may_still_succeed() => self.queried_late(at, outcome),
            State::New
            | State::Prepared
            | State::Submitting { .. }
            | State::Unconfirmed { .. }
            | State::Succeeded { .. }
            | State::Failed { .. } => Action::Rest,
        }
    }

    fn queried_running(&mut self, since: Timestamp, outcome: QueryOutcome) -> Action {
        match outcome {
            QueryOutcome::Succeeded(urls, cost) if !urls.is_empty() => self.succeed(urls, cost),
            QueryOutcome::Failed(reason) => self.fail(reason),
            // The provider has accepted it, or says that it has made it: the record and the address may still turn up.
            QueryOutcome::Succeeded(..) | QueryOutcome::NotFound => self.tolerate(since),
            QueryOutcome::Running => {
                self.body_mut().odd_since = None;
                self.body_mut().failures = 0;
                self.poll_again(since)
            }
            // No job is asked for without end; the hourly looks find a video that is there all the same.
            QueryOutcome::Unavailable | QueryOutcome::Blocked(_) | QueryOutcome::KeyMissing
                if self.is_over(self.unanswered_until(since)) =>
            {
                self.fail(FailureReason::Timeout)
            }
            QueryOutcome::Unavailable => self.retry(),
            QueryOutcome::Blocked(_) | QueryOutcome::KeyMissing => self.rest_for(self.policy.blocked_pause),
        }
    }

    /// An answer that is wrong or only early: the record of a task is not there at once, nor are its URLs.
    fn tolerate(&mut self, since: Timestamp) -> Action {
        let now = self.now;
        self.body_mut().failures = 0;
        let odd_since = *self.body_mut().odd_since.get_or_insert(now);
        if self.is_over(schedule::after(odd_since, self.policy.odd_grace)) {
            self.fail(FailureReason::Timeout)
        } else {
            self.poll_again(since)
        }
    }

    /// Called after an answer only, so that a timeout is not declared over a video that is there.
    fn poll_again(&mut self, since: Timestamp) -> Action {
        let deadline = schedule::after(since, self.render_max());
        if self.is_over(deadline) {
            return self.fail(FailureReason::Timeout);
        }
        let next = schedule::next_poll(since, self.now, self.policy, self.body().api.calls_back());
        self.rest_until(if self.now < deadline { next.min(deadline) } else { next })
    }

    fn queried_late(&mut self, at: Timestamp, outcome: QueryOutcome) -> Action {
        match outcome {
            QueryOutcome::Succeeded(urls, cost) if !urls.is_empty() => self.succeed(urls, cost),
            QueryOutcome::Failed(_) => self.rest_for_good(),
            QueryOutcome::Succeeded(..)
            | QueryOutcome::Running
            | QueryOutcome::NotFound
            | QueryOutcome::Unavailable
            | QueryOutcome::Blocked(_)
            | QueryOutcome::KeyMissing => self.poll_late(at),
        }
    }

    fn poll_late(&mut self, at: Timestamp) -> Action {
        let next = schedule::after(self.now, self.policy.late_every);
        let is_in_time = self.is_after_step || next <= schedule::after(at, self.policy.late_for);
        if is_in_time { self.rest_until(next) } else { self.rest_for_good() }
    }

    fn run(&mut self) {
        let since = self.now;
        let body = self.body_mut();
        body.state = State::Running { since };
        body.failures = 0;
        self.record.unreported = true;
        let is_called_back = self.body().api.calls_back();
        self.record.due = Some(schedule::next_poll(since, since, self.policy, is_called_back));
    }

    fn succeed(&mut self, urls: Vec<Url>, cost: Option<KieCost>) -> Action {
        self.body_mut().state = State::Succeeded { at: self.now, urls, cost };
        self.record.unreported = true;
        self.rest_for_good()
    }

    fn fail(&mut self, reason: FailureReason) -> Action {
        let at = self.now;
        self.body_mut().state = State::Failed { at, reason };
        self.record.unreported = true;
        if reason.may_still_succeed() && self.record.task.is_some() { self.poll_late(at) } else { self.rest_for_good() }
    }

    const fn body(&self) -> &JobBody {
        &self.record.body
    }

    const fn body_mut(&mut self) -> &mut JobBody {
        &mut self.record.body
    }
}
