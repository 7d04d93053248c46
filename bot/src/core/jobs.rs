//! Jobs: an order of one video from the button to the delivery.
//!
//! A job has two fields that matter. **Money** is `held`, then `captured` or `released`, once. **Progress** goes
//! `queued → published → submitted → ready → delivered`, or ends in `failed`, `cancelled` or `undeliverable`. What
//! workers say is applied by rank: a late or doubled message changes nothing. The one way back is the late success: a
//! job that failed for want of an answer becomes `ready` when the video comes after all, and then it is free.
//!
//! [`placing`] makes them, [`queue`] says whose turn it is, [`dispatch`] publishes, [`progress`] hears the workers,
//! [`delivery`] sends the video, [`telling`] and [`places`] keep the chat informed. Each keeps its own due time in the row.

use rusqlite::params;
use shared::job::FailureReason;

use super::event::Keyboard;
use super::ledger::Cause;
use super::notices::Notice;
use super::{CoreError, Turn, chat, ledger, notices, people, privacy};

pub(super) mod delivery;
pub(super) mod dispatch;
pub(super) mod places;
mod placing;
pub(super) mod progress;
mod queue;
mod row;
pub(super) mod telling;

pub(super) use placing::{CancelJob, Order, PlaceJob, cancel, place, was_placed};
pub(super) use row::get;
use row::select;
pub use row::{Job, JobImage, Money, Progress};

/// Ends a job without a video and without anybody's fault but ours: the credits are back and the person is told.
pub(super) fn fail(turn: &mut Turn<'_, '_>, job: &Job, reason: FailureReason) -> Result<(), CoreError> {
    tracing::info!(job.id = %job.id, reason = reason.as_str(), "a job failed; its credits are back");
    release(turn, job)?;
    turn.tx
        .prepare_cached("UPDATE jobs SET failure = ?2 WHERE id = ?1")?
        .execute(params![job.id.to_string(), reason.as_str()])?;
    set_progress(turn, job, Progress::Failed)?;
    let texts = people::texts(turn, job.user)?;
    let available = ledger::available(turn, job.user)?;
    let notice = Notice {
        name: &format!("failed:{}:{}", job.id, reason.as_str()),
        user: job.user,
        html: texts.job_failed(reason, job.price, available),
        keyboard: Keyboard(vec![vec![chat::keyboards::again(&texts, job.id)]]),
    };
    notices::post(turn, notice)
}

/// Fails jobs that nobody has been heard of for longer than any can take, and videos that nobody can be given.
pub(super) fn give_up_overdue(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    let now = turn.millis();
    for job in select(turn, "give_up_at <= ?1 AND progress IN ('published', 'submitted') LIMIT 50", [now])? {
        fail(turn, &job, FailureReason::Timeout)?;
    }
    let placed_before = turn.millis_in(-turn.rules().queue_age_max);
    for job in select(turn, "progress = 'queued' AND placed_at < ?1 LIMIT 50", [placed_before])? {
        fail(turn, &job, FailureReason::Expired)?;
    }
    let ready_before = turn.millis_in(-turn.rules().undelivered_age_max);
    for job in select(turn, "progress = 'ready' AND ready_at < ?1 LIMIT 50", [ready_before])? {
        tracing::warn!(job.id = %job.id, user.id = job.user.0, "a finished video was not fetched in time");
        capture(turn, &job)?;
        set_progress(turn, &job, Progress::Undeliverable)?;
    }
    Ok(())
}

/// Ends a job whose video is there and can be sent in no way. That is not the person's fault: the credits are back.
fn give_up(turn: &mut Turn<'_, '_>, job: &Job) -> Result<(), CoreError> {
    release(turn, job)?;
    set_progress(turn, job, Progress::Undeliverable)?;
    let texts = people::texts(turn, job.user)?;
    let html = texts.video_lost(job.price, ledger::available(turn, job.user)?);
    let keyboard = Keyboard(vec![vec![chat::keyboards::again(&texts, job.id)]]);
    notices::post(turn, Notice { name: &format!("lost:{}", job.id), user: job.user, html, keyboard })
}

/// At a start: what an earlier process had under way is due now, not when its time would have run out.
pub(super) fn take_up_again(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    let now = turn.millis();
    for column in ["publish_due", "delivery_due", "status_due"] {
        turn.tx.prepare_cached(&format!("UPDATE jobs SET {column} = ?1 WHERE {column} > ?1"))?.execute([now])?;
    }
    for column in ["delivery_leased_until", "status_leased_until"] {
        turn.tx.prepare_cached(&format!("UPDATE jobs SET {column} = NULL WHERE {column} IS NOT NULL"))?.execute([])?;
    }
    notices::take_up_again(turn)
}

/// Gives the credits back, unless that has been done.
fn release(turn: &Turn<'_, '_>, job: &Job) -> Result<(), CoreError> {
    settle(turn, job, Cause::Release(job.id), Money::Released)
}

/// Keeps the credits, unless they have been given back.
fn capture(turn: &Turn<'_, '_>, job: &Job) -> Result<(), CoreError> {
    settle(turn, job, Cause::Capture(job.id), Money::Captured)
}

fn settle(turn: &Turn<'_, '_>, job: &Job, cause: Cause<'_>, money: Money) -> Result<(), CoreError> {
    if job.money != Money::Held {
        return Ok(());
    }
    ledger::apply(turn, job.user, cause, job.price)?;
    turn.tx.prepare_cached("UPDATE jobs SET money = ?2 WHERE id = ?1")?.execute(params![job.id.to_string(), money])?;
    Ok(())
}

/// Moves the job on and has the chat told.
fn set_progress(turn: &Turn<'_, '_>, job: &Job, progress: Progress) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached(
            "UPDATE jobs SET progress = ?2, status_version = status_version + 1,
                             status_due = ?3, status_attempts = 0,
                             publish_due = CASE WHEN ?2 = 'published' THEN publish_due
                                                WHEN give_up_at IS NOT NULL AND (?2 = 'submitted' OR failure IN ('timeout', 'unknown'))
                                                THEN ?3 + ?4 END,
                             delivery_leased_until = NULL,
                             delivery_due = CASE WHEN ?2 = 'ready' THEN ?3 END
             WHERE id = ?1",
        )?
        .execute(params![job.id.to_string(), progress, turn.millis(), dispatch::ASK_AGAIN_AFTER_MS])?;
    if job.progress.is_with_workers() {
        queue::follow(turn, job.user)?;
    }
    privacy::job_moved(turn, job, progress)
}
