//! The chat is told: a job's status message follows the job until both agree.

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::{Job, Progress, get, places, select};
use crate::core::chat::keyboards;
use crate::core::event::{Effect, Keyboard, Reply, Tell, TellOutcome, TellReport, TellTicket};
use crate::core::ids::MessageId;
use crate::core::{CoreError, Turn, from_millis, notices, people, provider};

/// A status must be on its way within this time, or it is handed out again.
const BEGIN_WITHIN: SignedDuration = SignedDuration::from_secs(60);

/// Time until it is handed out again if nobody reports. Longer than a call can take.
const LEASE: SignedDuration = SignedDuration::from_secs(90);

/// Statuses under way at the same time: no more than can be sent within [`BEGIN_WITHIN`].
const UNDER_WAY_MAX: i64 = 500;

/// The pause after the first failed try; it doubles each time.
const PAUSE: SignedDuration = SignedDuration::from_secs(3);

/// The longest pause.
const PAUSE_MAX: SignedDuration = SignedDuration::from_mins(10);

/// Hands out the statuses that are due. While a job's first message is on its way there is nothing to edit yet, and what
/// is new waits for its number: of two messages that show the same job, one would never change again.
pub(in crate::core) fn hand_out(turn: &mut Turn<'_, '_>) -> Result<(), CoreError> {
    let due = "status_due <= ?1 AND (status_message IS NOT NULL OR coalesce(status_leased_until, 0) <= ?1)
               ORDER BY status_due
               LIMIT max(0, ?2 - (SELECT count(*) FROM jobs WHERE status_leased_until > ?1))";
    let jobs = select(turn, due, params![turn.millis(), UNDER_WAY_MAX])?;
    let blocked = provider::is_blocked(turn)?;
    for job in jobs {
        let place = places::shown(turn, &job, blocked)?;
        turn.tx
            .prepare_cached(
                "UPDATE jobs SET status_due = ?2, status_leased_until = ?2, status_attempts = status_attempts + 1,
                                 status_place = ?3, place_told_at = ?4
                 WHERE id = ?1",
            )?
            .execute(params![job.id.to_string(), turn.millis_in(LEASE), place, turn.millis()])?;
        let reply = status(turn, &job, place)?;
        let until = from_millis(turn.millis_in(BEGIN_WITHIN));
        let ticket = TellTicket::Status { job: job.id, version: job.status_version };
        turn.effects.push(Effect::Tell(Tell { ticket, reply, until }));
    }
    Ok(())
}

/// A try to tell a chat something ended.
pub(in crate::core) fn reported(turn: &Turn<'_, '_>, report: &TellReport) -> Result<(), CoreError> {
    match &report.ticket {
        TellTicket::Notice(name) => notices::reported(turn, name, &report.outcome),
        TellTicket::Status { job, version } => match get(turn, *job)? {
            Some(job) => status_reported(turn, &job, *version, &report.outcome),
            None => Ok(()),
        },
    }
}

/// When to try again after so many tries: not before Telegram allows it, and with growing pauses.
pub(in crate::core) fn next_try(turn: &Turn<'_, '_>, attempts: i64, not_before: Option<Timestamp>) -> i64 {
    let doublings = u32::try_from(attempts.clamp(1, 16) - 1).unwrap_or_default();
    let pause = turn.millis_in(PAUSE.saturating_mul(1 << doublings).min(PAUSE_MAX));
    not_before.map_or(pause, |moment| pause.max(moment.as_millisecond()))
}

fn status_reported(turn: &Turn<'_, '_>, job: &Job, version: i64, outcome: &TellOutcome) -> Result<(), CoreError> {
    match outcome {
        TellOutcome::Told(message) => {
            told(turn, job, version, Some(*message))?;
            people::reached(turn, job.user)
        }
        // A newer version finds that out, or has: it is on its way in a new message.
        TellOutcome::MessageGone if version != job.status_version => Ok(()),
        // What has ended needs no new message: the video or the bad news is one.
        TellOutcome::MessageGone if !job.progress.is_with_workers() => told(turn, job, version, None),
        TellOutcome::MessageGone => {
            turn.tx
                .prepare_cached(
                    "UPDATE jobs SET status_message = NULL, status_told = ?3, status_version = status_version + 1,
                                     status_due = ?2, status_leased_until = NULL
                     WHERE id = ?1",
                )?
                .execute(params![job.id.to_string(), turn.millis(), version])?;
            Ok(())
        }
        TellOutcome::Refused(reason) => {
            tracing::error!(job.id = %job.id, reason, "Telegram refuses a status message for good");
            told(turn, job, version, job.status_message)
        }
        TellOutcome::Unreachable => {
            let next_try = people::lose(turn, job.user)?.next_try(turn);
            // A newer version that is on its way will say so itself; to let go of it would send it twice.
            if version == job.status_version { set_due(turn, job, next_try) } else { Ok(()) }
        }
        TellOutcome::TryAgain(not_before) if version == job.status_version => {
            set_due(turn, job, Some(next_try(turn, job.status_attempts, *not_before)))
        }
        // A newer version is on its way, or waits for the end of this one's lease.
        TellOutcome::TryAgain(_) => Ok(()),
    }
}

/// The chat shows this version, or never will. If the job has moved on meanwhile, its due time stays. A late word of a
/// version that is settled changes nothing: it would bring back an older message, or end the wait for a newer one's number.
fn told(turn: &Turn<'_, '_>, job: &Job, version: i64, message: Option<MessageId>) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached(
            "UPDATE jobs SET status_told = ?2, status_attempts = 0, status_leased_until = NULL,
                             status_message = coalesce(?3, status_message),
                             status_due = CASE WHEN status_version > ?2 THEN status_due END
             WHERE id = ?1 AND status_told < ?2",
        )?
        .execute(params![job.id.to_string(), version, message])?;
    Ok(())
}

/// If nothing is under way any more, an earlier report has decided already; see [`crate::core::notices`].
fn set_due(turn: &Turn<'_, '_>, job: &Job, due: Option<i64>) -> Result<(), CoreError> {
    turn.tx
        .prepare_cached(
            "UPDATE jobs SET status_due = ?2, status_leased_until = NULL
             WHERE id = ?1 AND status_leased_until IS NOT NULL",
        )?
        .execute(params![job.id.to_string(), due])?;
    Ok(())
}

fn status(turn: &Turn<'_, '_>, job: &Job, place: Option<i64>) -> Result<Reply, CoreError> {
    let texts = people::texts(turn, job.user)?;
    let model = turn.rules().catalog.get(&job.model);
    let name = model.map_or(job.model.as_str(), |model| &model.name);
    let html = texts.job_status(job, name, place);
    let keyboard = match job.progress {
        Progress::Queued => Keyboard(vec![vec![keyboards::cancel_job(&texts, job.id)]]),
        Progress::Published
        | Progress::Submitted
        | Progress::Ready
        | Progress::Delivered
        | Progress::Failed
        | Progress::Cancelled
        | Progress::Undeliverable => Keyboard::default(),
    };
    let chat = job.user.0;
    Ok(match job.status_message {
        Some(message) => Reply::Edit { chat, message, html, keyboard },
        None => Reply::Send { chat, html, keyboard },
    })
}
