//! Orders that operators look after: those that have not moved on for too long, and those that came to nothing; and what
//! they can do about one with a tap. Nothing here is bought twice:
//!
//! - Of an order that workers have, or that was given up for want of an answer, they are asked once more. To a worker who
//!   knows the order that is only a question (`publishing`).
//! - An order that failed for good is placed anew, once, at its old price, with the credits that came back from it, and only
//!   if nobody has ordered it again since.

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;
use shared::job::{FailureReason, JobId};

use super::placing::{OrderSpec, PlaceJob, place, was_placed};
use super::row::{MOVED_AT, moved_at};
use super::{Job, Money, Progress, fail, forgetting, is_possible, release, select, status_messages};
use crate::core::ids::Credits;
use crate::core::ledger::{self, Applied, Cause};
use crate::core::outbox;
use crate::core::row_enum::row_enum;
use crate::core::ticket::Kind;
use crate::core::turn::{Turn, in_millis};
use crate::core::{CoreError, dead_letters, models, provider};

/// An order that has been where it is for so long is stuck: longer than any model should take.
pub(in crate::core) const STUCK_AFTER: SignedDuration = SignedDuration::from_mins(45);

/// Orders that failed are looked after for so long.
pub(in crate::core) const FAILED_WITHIN: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Workers are not asked again, nor is a video sent again, within this time after the last tap.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(10);

/// What the form of an order that operators have placed anew is called, before the name of the one that failed.
pub(in crate::core) const FORM_PREFIX: &str = "operator:";

/// Whether an operator has taken an order off the list since it last moved on.
fn is_dropped_in_sql() -> String {
    format!(
        "EXISTS (SELECT 1 FROM operator_actions AS deed
                 WHERE deed.job = jobs.id AND deed.action = 'drop' AND deed.at >= {MOVED_AT})"
    )
}

row_enum! {
    /// Which orders.
    pub OrderList {
        /// Under way, and not moving on.
        Stuck = "stuck",
        /// At an end without a video in the chat.
        Failed = "failed",
    }
}

/// What came of [`try_again`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) enum TryAgain {
    /// Workers are asked what became of it.
    Asked,
    /// The video is sent once more.
    Sent,
    /// It is placed anew, under this name.
    Placed(JobId),
    /// That was done a moment ago, or there is another order for it.
    Already,
    /// Its person has ordered it again themselves.
    OrderedByPerson,
    /// It waits for its turn in the queue, and nothing can be done about that.
    Waits,
    /// It would be refused once more.
    Refused,
    /// It has an end that stays.
    Ended,
    /// The person is blocked.
    PersonIsBlocked,
    /// The person has spent the credits that came back.
    NotEnoughCredits,
    /// The person has ordered as much as one may for now.
    TooMany,
    /// The model is not sold, or does not make this any more.
    ModelGone,
    /// The words of the order are forgotten.
    Forgotten,
    /// The provider takes no orders.
    Paused,
}

/// What came of [`give_back`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) enum GiveBack {
    /// The person has these credits again.
    Done(Credits),
    /// They had them before.
    Already,
    /// The person has the video.
    Delivered,
}

/// Orders of a list, with since when each is where it is: so many of a page, and one more if there are others. Pages are
/// counted from 0.
pub(in crate::core) fn page(
    turn: &Turn<'_>,
    list: OrderList,
    page: u32,
    size: usize,
) -> Result<Vec<(Job, Timestamp)>, CoreError> {
    let (which, since) = match list {
        OrderList::Stuck => (
            format!("progress IN ('queued', 'published', 'submitted', 'ready') AND {MOVED_AT} <= ?1"),
            turn.millis_in(-STUCK_AFTER),
        ),
        OrderList::Failed => (
            "progress IN ('failed', 'undeliverable') AND placed_at > ?1
                 AND NOT EXISTS (SELECT 1 FROM jobs AS second WHERE second.form IN ('retry:' || jobs.id, 'operator:' || jobs.id))"
                .to_owned(),
            turn.millis_in(-FAILED_WITHIN),
        ),
    };
    let order = if list == OrderList::Stuck { MOVED_AT.to_owned() } else { format!("{MOVED_AT} DESC") };
    let sql = format!(
        "id IN (SELECT id FROM jobs INDEXED BY jobs_progress WHERE {which} AND NOT {}
                ORDER BY {order}, id LIMIT ?2 OFFSET ?3)
         ORDER BY {order}, id",
        is_dropped_in_sql()
    );
    let size = i64::try_from(size).unwrap_or(i64::MAX);
    let found = select(turn, &sql, params![since, size.saturating_add(1), i64::from(page).saturating_mul(size)])?;
    found.into_iter().map(|job| Ok((moved_at(turn, job.id)?, job))).map(|row| row.map(|(at, job)| (job, at))).collect()
}

/// How many orders are stuck.
pub(in crate::core) fn stuck(turn: &Turn<'_>) -> Result<i64, CoreError> {
    let sql = format!(
        "SELECT count(*) FROM jobs INDEXED BY jobs_progress
         WHERE progress IN ('queued', 'published', 'submitted', 'ready') AND {MOVED_AT} <= ?1 AND NOT {}",
        is_dropped_in_sql()
    );
    let (count,) = turn.one(&sql, [turn.millis_in(-STUCK_AFTER)])?;
    Ok(count)
}

/// Whether an order is on one of the lists, or was before it was taken off.
pub(in crate::core) fn may_be_dropped(job: &Job) -> bool {
    !matches!(job.progress, Progress::Delivered | Progress::Cancelled)
}

/// Whether an operator has taken an order off the list since it last moved on.
pub(in crate::core) fn is_dropped(turn: &Turn<'_>, job: JobId) -> Result<bool, CoreError> {
    turn.exists(&format!("SELECT 1 FROM jobs WHERE id = ?1 AND {}", is_dropped_in_sql()), [job.to_string()])
}

/// Has an order tried again, in the way that fits how far it is.
pub(in crate::core) fn try_again(turn: &mut Turn<'_>, job: &Job) -> Result<TryAgain, CoreError> {
    match job.progress {
        Progress::Queued => Ok(TryAgain::Waits),
        Progress::Published | Progress::Submitted => push(turn, job, Kind::Publish),
        Progress::Ready => push(turn, job, Kind::Deliver),
        Progress::Failed if job.failure.is_some_and(FailureReason::may_still_succeed) && job.give_up_at.is_some() => {
            push(turn, job, Kind::Publish)
        }
        Progress::Failed => place_anew(turn, job),
        Progress::Delivered | Progress::Cancelled | Progress::Undeliverable => Ok(TryAgain::Ended),
    }
}

/// Makes what must be done about an order due now, also when it was set aside as a dead letter.
fn push(turn: &Turn<'_>, job: &Job, kind: Kind) -> Result<TryAgain, CoreError> {
    let key = job.id.to_string();
    let since = moved_at(turn, job.id)?.as_millisecond().max(turn.millis_in(-AGAIN_AFTER));
    let again = "SELECT 1 FROM operator_actions WHERE job = ?1 AND action = 'try_again' AND at >= ?2";
    if turn.exists(again, params![key, since])? {
        return Ok(TryAgain::Already);
    }
    outbox::put(turn, kind, &key, job.user)?;
    dead_letters::forget_item(turn, kind, &key)?;
    Ok(if kind == Kind::Deliver { TryAgain::Sent } else { TryAgain::Asked })
}

fn place_anew(turn: &mut Turn<'_>, job: &Job) -> Result<TryAgain, CoreError> {
    let form = format!("{FORM_PREFIX}{}", job.id);
    if was_placed(turn, &form)? || was_placed(turn, &format!("retry:{}", job.id))? {
        return Ok(TryAgain::Already);
    }
    let by_person = format!("again:{}:", job.id);
    if turn.exists("SELECT 1 FROM jobs WHERE form >= ?1 AND form < ?1 || 'g'", [by_person])? {
        return Ok(TryAgain::OrderedByPerson);
    }
    if !job.failure.is_none_or(FailureReason::may_succeed_again) {
        return Ok(TryAgain::Refused);
    }
    let has_words = turn.exists("SELECT 1 FROM jobs WHERE id = ?1 AND texts", [job.id.to_string()])?;
    if !has_words || forgetting::is_asked_for(turn, job)? {
        return Ok(TryAgain::Forgotten);
    }
    if !is_sold(turn, job)? {
        return Ok(TryAgain::ModelGone);
    }
    if provider::is_blocked(turn)? {
        return Ok(TryAgain::Paused);
    }
    let order = OrderSpec { form, message: None, ..OrderSpec::like(job) };
    Ok(match place(turn, order)? {
        PlaceJob::Placed(second) => TryAgain::Placed(second),
        PlaceJob::AlreadyPlaced => TryAgain::Already,
        PlaceJob::Blocked => TryAgain::PersonIsBlocked,
        PlaceJob::NotEnoughCredits => TryAgain::NotEnoughCredits,
        PlaceJob::TooMany { .. } => TryAgain::TooMany,
    })
}

/// Whether a model on the menu makes what was ordered.
fn is_sold(turn: &Turn<'_>, job: &Job) -> Result<bool, CoreError> {
    let model = turn.policy().catalog.get(&job.model).filter(|model| !model.off);
    if model.and_then(|model| model.variant(job.inputs())).is_none() || models::is_switched_off(turn, &job.model)? {
        return Ok(false);
    }
    job.follow_up.as_ref().map_or(Ok(true), |order| is_possible(turn, order))
}

/// Gives the credits of an order back, once. One that is under way ends by that, and one whose video is made goes on for
/// free: if a video comes after all, the person gets it.
pub(in crate::core) fn give_back(turn: &Turn<'_>, job: &Job) -> Result<GiveBack, CoreError> {
    match (job.progress, job.money) {
        (_, Money::Released) => return Ok(GiveBack::Already),
        (Progress::Delivered | Progress::Failed | Progress::Cancelled, _) => return Ok(GiveBack::Delivered),
        // Nothing was bought for it yet.
        (Progress::Queued, _) => fail(turn, job, FailureReason::Expired)?,
        (Progress::Published | Progress::Submitted, _) => fail(turn, job, FailureReason::Timeout)?,
        (Progress::Ready, _) => {
            release(turn, job)?;
            status_messages::put(turn, job, job.progress)?;
        }
        (Progress::Undeliverable, _) => {
            if ledger::apply(turn, job.user, Cause::GiveBack(job.id), job.price)? != Applied::Moved {
                return Ok(GiveBack::Already);
            }
        }
    }
    Ok(GiveBack::Done(job.price))
}

/// How long an order has been where it is.
pub(in crate::core) fn age(turn: &Turn<'_>, since: Timestamp) -> i64 {
    in_millis(turn.now().duration_since(since)).max(0) / 60_000
}
