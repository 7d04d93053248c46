//! Jobs: an order of one video from the button to the delivery.
//!
//! A job has two fields that matter. **Money** is `held`, then `captured` or `released`, once. **Progress** goes
//! `queued → published → submitted → ready → delivered`, or ends in `failed`, `cancelled` or `undeliverable`. What
//! workers say is applied by rank: a late or doubled message changes nothing. The one way back is the late success: a
//! job that failed for want of an answer becomes `ready` when the video comes after all, and then it is free.
//!
//! [`placing`] makes them, [`queue`] says whose turn it is, [`publishing`] hands them to the workers, [`progress`] applies
//! what workers say, [`retrying`] orders once more what the provider has failed, [`delivery`] sends the video,
//! [`status_messages`], [`queue_positions`] and [`waiting`] keep the chat informed, [`attention`] is what operators look after.

use jiff::SignedDuration;
use rusqlite::params;
use shared::catalog::{Choices, FollowUp};
use shared::job::{FailureReason, FollowUpKind, JobId};

use super::ids::{Credits, FollowUpOrder, UserId};
use super::ledger::{self, Cause};
use super::notices::{self, Notice};
use super::outbox;
use super::ticket::Kind;
use super::turn::Turn;
use super::{CoreError, models};

pub(super) mod attention;
pub(super) mod delivery;
pub(super) mod forgetting;
mod placing;
pub(super) mod progress;
pub(super) mod publishing;
mod queue;
pub(super) mod queue_positions;
mod render_times;
mod retrying;
mod row;
pub(super) mod status_messages;
pub(super) mod unknown;
pub(super) mod waiting;

pub(super) use placing::{CancelJob, OrderSpec, PlaceJob, cancel, name_of_repeat, place, was_placed};
pub(super) use queue::SOMEBODY_WAITS;
pub(super) use row::View;
pub(super) use row::get;
use row::select;
pub use row::{Job, Money, Progress};

/// The last order of this person that goes on from nothing.
pub(super) fn last_order(turn: &Turn<'_>, user: UserId) -> Result<Option<Job>, CoreError> {
    let last = "id = (SELECT id FROM jobs INDEXED BY jobs_placed WHERE user = ?1 AND follow_up IS NULL
                      ORDER BY placed_at DESC LIMIT 1)";
    Ok(select(turn, last, [user])?.pop())
}

/// What can be made of the video of a job now, with its price: it was made and not forgotten, and the provider still has it.
pub(super) fn follow_ups(turn: &Turn<'_>, job: &Job) -> Result<Vec<(FollowUpKind, Credits)>, CoreError> {
    let is_made = matches!(job.progress, Progress::Ready | Progress::Delivered) && job.task.is_some();
    // What was forgotten has lost its options, too, and with them what rules a follow-up out.
    let is_made = is_made && !job.urls.is_empty();
    let is_kept = turn.now().duration_since(job.id.placed_at()) < KEPT_BY_PROVIDER;
    let model = turn.policy().catalog.get(&job.model).filter(|model| is_made && is_kept && !model.off);
    let Some(model) = model else { return Ok(Vec::new()) };
    if models::is_switched_off(turn, &model.id)? {
        return Ok(Vec::new());
    }
    let made_by = job.follow_up.as_ref().map(|follow_up| follow_up.kind);
    let made = made_of(turn, job)?;
    let price = |follow_up: &FollowUp| Credits::from(follow_up.variant.price(&Choices::new(), 0));
    let possible = model.follow_ups_of(&job.options, made_by);
    let possible = possible.filter(|follow_up| !follow_up.unless_made.iter().any(|kind| made.contains(kind)));
    Ok(possible.map(|follow_up| (follow_up.kind, price(follow_up))).collect())
}

/// Whether this can be made of an earlier video now.
pub(super) fn is_possible(turn: &Turn<'_>, order: &FollowUpOrder) -> Result<bool, CoreError> {
    let Some(earlier) = get(turn, order.job)? else { return Ok(false) };
    Ok(follow_ups(turn, &earlier)?.iter().any(|(kind, _)| *kind == order.kind))
}

/// What was ordered of the video of a job, or is under way.
fn made_of(turn: &Turn<'_>, job: &Job) -> Result<Vec<FollowUpKind>, CoreError> {
    let orders: Vec<(String,)> = turn.all(
        "SELECT follow_up FROM jobs INDEXED BY jobs_follow_ups
         WHERE user = ?1 AND follow_up IS NOT NULL AND progress NOT IN ('failed', 'cancelled')",
        [job.user],
    )?;
    let orders = orders.iter().filter_map(|(order,)| serde_json::from_str::<FollowUpOrder>(order).ok());
    Ok(orders.filter(|order| order.job == job.id).map(|order| order.kind).collect())
}

/// For so long the provider keeps a task, less a day for what is ordered at the last moment.
/// Source: docs.kie.ai, records of 14 days
const KEPT_BY_PROVIDER: SignedDuration = SignedDuration::from_hours(13 * 24);

/// The videos of this person, newest first: so many of a page, and one more if there are older ones. Pages are counted
/// from 0.
pub(super) fn delivered_page(turn: &Turn<'_>, user: UserId, page: u32, size: usize) -> Result<Vec<Job>, CoreError> {
    let size = i64::try_from(size).unwrap_or(i64::MAX);
    let page_of =
        "id IN (SELECT id FROM jobs INDEXED BY jobs_placed WHERE user = ?1 AND progress = 'delivered' AND texts
                          ORDER BY placed_at DESC, id DESC LIMIT ?2 OFFSET ?3)
                   ORDER BY placed_at DESC, id DESC";
    select(turn, page_of, params![user, size.saturating_add(1), i64::from(page).saturating_mul(size)])
}

/// This video of this person, if it is not forgotten.
pub(super) fn delivered(turn: &Turn<'_>, user: UserId, id: JobId) -> Result<Option<Job>, CoreError> {
    let own = "id = ?1 AND user = ?2 AND progress = 'delivered' AND texts";
    Ok(select(turn, own, params![id.to_string(), user])?.pop())
}

/// Forgets this video of this person: the list does not show it any more.
pub(super) fn forget_delivered(turn: &Turn<'_>, user: UserId, id: JobId) -> Result<(), CoreError> {
    let blank = forgetting::BLANK;
    turn.execute(
        &format!("UPDATE jobs SET {blank} WHERE id = ?1 AND user = ?2 AND progress = 'delivered'"),
        params![id.to_string(), user],
    )?;
    Ok(())
}

/// Telegram's id of the video of a job, if it has it.
pub(super) fn file_id(turn: &Turn<'_>, id: JobId) -> Result<Option<String>, CoreError> {
    let row: Option<(Option<String>,)> = turn.optional("SELECT file_id FROM jobs WHERE id = ?1", [id.to_string()])?;
    Ok(row.and_then(|(file_id,)| file_id))
}

/// The last orders of this person, newest first.
pub(super) fn last_orders(turn: &Turn<'_>, user: UserId, limit: u32) -> Result<Vec<Job>, CoreError> {
    let last = "id IN (SELECT id FROM jobs INDEXED BY jobs_placed WHERE user = ?1
                       ORDER BY placed_at DESC, id DESC LIMIT ?2)
                ORDER BY placed_at DESC, id DESC";
    select(turn, last, params![user, limit])
}

/// The orders of this person that wait or are worked on, oldest first.
pub(super) fn under_way(turn: &Turn<'_>, user: UserId) -> Result<Vec<Job>, CoreError> {
    select(turn, "user = ?1 AND progress IN ('queued', 'published', 'submitted') ORDER BY placed_at LIMIT 20", [user])
}

/// Ends a job without a video and without anybody's fault but ours: the credits are back and the person is told.
pub(super) fn fail(turn: &Turn<'_>, job: &Job, reason: FailureReason) -> Result<(), CoreError> {
    tracing::info!(job.id = %job.id, reason = reason.as_str(), "a job failed; its credits are back");
    release(turn, job)?;
    turn.execute("UPDATE jobs SET failure = ?2 WHERE id = ?1", params![job.id.to_string(), reason.as_str()])?;
    let failed = Job { failure: Some(reason), ..job.clone() };
    set_progress(turn, &failed, Progress::Failed)?;
    notices::post(turn, job.user, &Notice::JobFailed { job: job.id, reason, price: job.price })
}

/// Fails jobs of which nothing was heard for longer than any can take, and gives up videos whose person stays away.
pub(super) fn give_up_overdue(turn: &Turn<'_>) -> Result<(), CoreError> {
    let now = turn.millis();
    let overdue = "id IN (SELECT id FROM jobs INDEXED BY jobs_give_up_at
                          WHERE give_up_at <= ?1 AND progress IN ('published', 'submitted') LIMIT 50)";
    for job in select(turn, overdue, [now])? {
        fail(turn, &job, FailureReason::Timeout)?;
    }
    let placed_before = turn.millis_in(-turn.policy().queue_age_max);
    for job in select(turn, "progress = 'queued' AND placed_at < ?1 LIMIT 50", [placed_before])? {
        fail(turn, &job, FailureReason::Expired)?;
    }
    let ready_before = turn.millis_in(-turn.policy().undelivered_age_max);
    for job in select(turn, "progress = 'ready' AND ready_at < ?1 LIMIT 50", [ready_before])? {
        delivery::wait_is_over(turn, &job)?;
    }
    Ok(())
}

/// Whether a job has waited in the queue for longer than the operator wants: then it is given back.
fn has_waited_too_long(turn: &Turn<'_>, job: JobId) -> bool {
    turn.now().duration_since(job.placed_at()) > turn.policy().queue_age_max
}

/// Gives the credits back, unless that has been done.
fn release(turn: &Turn<'_>, job: &Job) -> Result<(), CoreError> {
    settle(turn, job, Cause::Release(job.id), Money::Released)
}

/// Keeps the credits, unless they have been given back.
fn capture(turn: &Turn<'_>, job: &Job) -> Result<(), CoreError> {
    settle(turn, job, Cause::Capture(job.id), Money::Captured)
}

fn settle(turn: &Turn<'_>, job: &Job, cause: Cause<'_>, money: Money) -> Result<(), CoreError> {
    if job.money != Money::Held {
        return Ok(());
    }
    ledger::apply(turn, job.user, cause, job.price)?;
    turn.execute("UPDATE jobs SET money = ?2 WHERE id = ?1", params![job.id.to_string(), money])?;
    Ok(())
}

/// Moves the job on, with what follows from it in the outbox: the chat sees it, workers are asked about it for as long as
/// they may know more, and a video that is ready is delivered.
fn set_progress(turn: &Turn<'_>, job: &Job, progress: Progress) -> Result<(), CoreError> {
    let key = job.id.to_string();
    let moved = "UPDATE jobs SET progress = ?2, moved_at = ?3 WHERE id = ?1";
    turn.execute(moved, params![key, progress, turn.millis()])?;
    status_messages::put(turn, job, progress)?;
    let was_published = job.give_up_at.is_some();
    let may_succeed = job.failure.is_some_and(FailureReason::may_still_succeed);
    match progress {
        Progress::Published => outbox::put(turn, Kind::Publish, &key, job.user)?,
        Progress::Submitted => publishing::ask_later(turn, job)?,
        Progress::Failed if was_published && may_succeed => publishing::ask_later(turn, job)?,
        Progress::Ready => {
            outbox::settle(turn, Kind::Publish, &key)?;
            outbox::put(turn, Kind::Deliver, &key, job.user)?;
        }
        Progress::Queued | Progress::Delivered | Progress::Failed | Progress::Cancelled | Progress::Undeliverable => {
            outbox::settle(turn, Kind::Publish, &key)?;
            outbox::settle(turn, Kind::Deliver, &key)?;
        }
    }
    if job.progress.is_with_workers() {
        queue::follow(turn, job.user)?;
    }
    forgetting::forget_if_asked(turn, job, progress)
}
