//! Which event may move a job from where to where. Written from the rules, not from the code that keeps them.

use bot::core::event::{DeliveryOutcome, Effect, Event};
use bot::core::ids::UserId;
use bot::core::jobs::Progress;
use shared::job::{FailureReason, JobState, WorkerMessageBody};

use crate::job_rows::Job;

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
            cause.effects.iter().any(|effect| matches!(effect, Effect::Publish(published) if published.job == job.id))
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
            Some(JobState::Submitted | JobState::Succeeded { .. }) => false,
            None => matches!(cause.event, Event::Tick),
        },
        (Progress::Queued, Progress::Cancelled) => {
            pressed(cause.event) == Some((job.user, format!("cancel:{}", job.id)))
        }
        (Progress::Ready, Progress::Delivered) => matches!(
            cause.event,
            Event::Delivery(report) if report.job == job.id && matches!(report.outcome, DeliveryOutcome::Delivered { .. })
        ),
        (Progress::Ready, Progress::Undeliverable) => matches!(cause.event, Event::Tick) || no_way_is_left(cause.event),
        _ => false,
    }
}

/// Whether the event says that a video can be sent in no way.
pub(crate) fn no_way_is_left(event: &Event) -> bool {
    matches!(event, Event::Delivery(report) if matches!(report.outcome, DeliveryOutcome::WayRefused(_)))
}

/// Whether the video of a failed job may come after all.
pub(crate) fn may_still_come(job: &Job) -> bool {
    [FailureReason::Timeout, FailureReason::Unknown]
        .iter()
        .any(|reason| job.failure.as_deref() == Some(reason.as_str()))
}

/// Who confirmed which form at which price, if the event is that.
pub(crate) fn confirmation(event: &Event) -> Option<(UserId, String, i64)> {
    let (user, data) = pressed(event)?;
    let mut parts = data.split(':');
    if parts.next()? != "f" {
        return None;
    }
    let token = parts.next()?.to_owned();
    (parts.next()? == "go").then_some((user, token, parts.next()?.parse().ok()?))
}

/// Who pressed what, if the event is that.
pub(crate) fn pressed(event: &Event) -> Option<(UserId, String)> {
    let Event::Update(incoming) = event else { return None };
    let query = incoming.update.callback_query.as_ref()?;
    Some((query.from.id, query.data.clone()?))
}

/// What a worker said of the job, if the event is that.
fn said<'a>(cause: &Cause<'a>) -> Option<&'a JobState> {
    let Event::Worker(WorkerMessageBody::Job(event)) = cause.event else { return None };
    (event.job == cause.job.id).then_some(&event.state)
}
