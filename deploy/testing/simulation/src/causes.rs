//! Which event may move a job from where to where. Written from the rules, not from the code that keeps them.

use bot::core::effect::{Attempt, Effect, Work};
use bot::core::event::{Event, Outcome, Report};
use bot::core::ids::UserId;
use bot::core::jobs::{Money, Progress};
use bot::core::ticket::Kind;
use shared::job::{FailureReason, JobId, JobState};

use crate::job_rows::Job;
use crate::operating;

/// A change of a job and what came before it.
#[derive(Debug)]
pub(crate) struct Cause<'a> {
    pub(crate) event: &'a Event,
    pub(crate) effects: &'a [Effect],
    /// After the event.
    pub(crate) job: &'a Job,
    /// Before it.
    pub(crate) before: Option<&'a Job>,
}

/// Whether the event may have moved the job on from `from`.
pub(crate) fn allow(cause: &Cause<'_>, from: Progress) -> bool {
    let job = cause.job;
    match (from, job.progress) {
        (Progress::Queued, Progress::Published) => {
            let publishes = |effect: &Effect| matches!(effect, Effect::Attempt(Attempt { work: Work::Publish(published), .. }) if published.job == job.id);
            cause.effects.iter().any(publishes)
        }
        (Progress::Queued | Progress::Published, Progress::Submitted) => {
            matches!(said(cause), Some(JobState::Submitted))
        }
        (Progress::Queued | Progress::Published | Progress::Submitted, Progress::Ready) => {
            matches!(said(cause), Some(JobState::Succeeded { .. }))
        }
        (Progress::Failed, Progress::Ready) => {
            matches!(said(cause), Some(JobState::Succeeded { .. })) && cause.before.is_some_and(may_still_come)
        }
        (Progress::Queued | Progress::Published | Progress::Submitted, Progress::Failed) => match said(cause) {
            Some(JobState::Failed { reason }) => job.failure.as_deref() == Some(reason.as_str()),
            Some(JobState::Unconfirmed { .. } | JobState::Submitted | JobState::Succeeded { .. } | JobState::Other) => {
                false
            }
            None => matches!(cause.event, Event::Tick) || operating::fails_by_tap(cause.event, job, from),
        },
        (Progress::Queued, Progress::Cancelled) => {
            pressed(cause.event) == Some((job.user, format!("cancel:{}", job.id)))
        }
        (Progress::Ready, Progress::Delivered) => matches!(
            cause.event,
            Event::Reported(Report { ticket, outcome: Outcome::Done(_) })
                if ticket.kind == Kind::Deliver && ticket.key == job.id.to_string()
        ),
        (Progress::Ready, Progress::Undeliverable) => {
            matches!(cause.event, Event::Tick) || no_method_is_left(cause.event)
        }
        _ => false,
    }
}

/// Whether the event says that a video can be sent in no way.
pub(crate) fn no_method_is_left(event: &Event) -> bool {
    matches!(event, Event::Reported(Report { ticket, outcome: Outcome::Refused(_) }) if ticket.kind == Kind::Deliver)
}

/// Money moves once: back when there is no video for want of one, spent when the person has it. At the end of the wait
/// for a delivery it may be either; [`Deliveries::check_end`](crate::deliveries::Deliveries::check_end) says when.
pub(crate) fn money_after(money: Money, job: &Job, event: &Event) -> Money {
    match (money, job.progress) {
        (Money::Held, Progress::Failed | Progress::Cancelled) => Money::Released,
        (Money::Held, Progress::Undeliverable) if no_method_is_left(event) => Money::Released,
        (Money::Held, Progress::Undeliverable) if job.money != Money::Held => job.money,
        (Money::Held, Progress::Delivered | Progress::Undeliverable) => Money::Captured,
        (money, _) => money,
    }
}

/// Whether the video of a failed job may come after all.
pub(crate) fn may_still_come(job: &Job) -> bool {
    [FailureReason::Timeout, FailureReason::Unknown]
        .iter()
        .any(|reason| job.failure.as_deref() == Some(reason.as_str()))
}

/// Who confirmed what at which price, if the event is that: a form by the button on its card, or an order that goes on from
/// a job by the button under its video. The beginning of the form's name, and all of it for a card.
pub(crate) fn confirmation(event: &Event) -> Option<(UserId, String, i64)> {
    let (user, data) = pressed(event)?;
    let parts: Vec<&str> = data.split(':').collect();
    let (form, price) = match parts[..] {
        ["f", token, "go", price, _revision] => (token.to_owned(), price),
        ["again", job, price] => (format!("again:{job}:"), price),
        ["next", kind, job, price] => (format!("{kind}:{job}:"), price),
        _ => return None,
    };
    Some((user, form, price.parse().ok()?))
}

/// Whether a worker says of this job that the provider has failed it.
pub(crate) fn is_providers_fault(event: &Event, job: JobId) -> bool {
    let Event::Job(event) = event else { return false };
    event.job == job && event.state == JobState::Failed { reason: FailureReason::Provider }
}

/// Who pressed what, if the event is that.
pub(crate) fn pressed(event: &Event) -> Option<(UserId, String)> {
    let Event::Update(incoming) = event else { return None };
    let query = incoming.update.callback_query.as_ref()?;
    Some((query.from.id, query.data.clone()?))
}

/// What a worker said of the job, if the event is that.
fn said<'a>(cause: &Cause<'a>) -> Option<&'a JobState> {
    let Event::Job(event) = cause.event else { return None };
    (event.job == cause.job.id).then_some(&event.state)
}
