//! Hands out what is due in the outbox, and takes in what came of it.
//!
//! Each row is turned into an attempt in a savepoint of its own: an error there is the row's own and never blamed on the
//! event at hand. It is logged and counted; after a few tries the row is set aside, and operators are told.

use std::panic::{AssertUnwindSafe, catch_unwind};

use shared::telemetry::chain;

use super::chat::{self, render};
use super::effect::{Attempt, Effect, Work};
use super::event::Report;
use super::notices::{self, Notice};
use super::outbox::{self, Item};
use super::ticket::{Kind, Ticket};
use super::turn::{Turn, from_millis};
use super::{CoreError, broadcasts, daily_stats, dead_letters, jobs, refunds, subscriptions};

/// Tries before a row is set aside.
const TRIES_MAX: i64 = 3;

/// Hands out the rows of one kind that are due.
pub(super) fn hand_out(turn: &mut Turn<'_>, kind: Kind) -> Result<(), CoreError> {
    if kind == Kind::Publish && !turn.context.queue_open {
        return Ok(());
    }
    for item in outbox::due(turn, kind)? {
        let attempted = turn.savepoint(|turn| {
            catch_unwind(AssertUnwindSafe(|| attempt(turn, &item)))
                .unwrap_or_else(|_panic| Err(CoreError::Row("making the attempt panicked".to_owned())))
        });
        match attempted {
            Ok(()) => {}
            Err(error @ CoreError::Store(_)) => return Err(error),
            Err(error) => failed(turn, &item, &error)?,
        }
    }
    Ok(())
}

/// An attempt ended.
pub(super) fn reported(turn: &mut Turn<'_>, report: &Report) -> Result<(), CoreError> {
    let Some((item, timeliness)) = outbox::reported(turn, &report.ticket)? else { return Ok(()) };
    match item.kind {
        Kind::Notice => notices::reported(turn, &item, timeliness, &report.outcome),
        Kind::Deliver => jobs::delivery::reported(turn, &item, timeliness, &report.outcome),
        Kind::Status => jobs::status_messages::reported(turn, &item, timeliness, &report.outcome),
        Kind::Refund => refunds::reported(turn, &item, timeliness, &report.outcome),
        Kind::Subscription => subscriptions::reported(turn, &item, timeliness, &report.outcome),
        Kind::CheckImage => chat::image_checked(turn, &item, timeliness, &report.outcome),
        Kind::Stats => daily_stats::reported(turn, &item, timeliness, &report.outcome),
        Kind::Broadcast => broadcasts::reported(turn, &item, timeliness, &report.outcome),
        // Workers speak for themselves.
        Kind::Publish => Ok(()),
    }
}

fn attempt(turn: &mut Turn<'_>, item: &Item) -> Result<(), CoreError> {
    if item.kind == Kind::Broadcast && broadcasts::is_held(turn, item)? {
        return outbox::rest_until_reached(turn, item);
    }
    let Some(work) = work(turn, item)? else {
        if matches!(item.kind, Kind::Broadcast | Kind::Stats) {
            return outbox::remove(turn, item);
        }
        outbox::settle(turn, item.kind, &item.key)?;
        return if item.kind == Kind::Status { jobs::status_messages::look_again(turn, item) } else { Ok(()) };
    };
    let Item { kind, user, attempts: attempt, .. } = *item;
    let until = from_millis(turn.millis_in(kind.times().begin_within));
    let ticket = Ticket { kind, key: item.key.clone(), attempt };
    turn.effects.push(Effect::Attempt(Attempt { ticket, user, until, work }));
    Ok(())
}

/// What to do about a row. `None` when there is nothing left to do.
fn work(turn: &Turn<'_>, item: &Item) -> Result<Option<Work>, CoreError> {
    Ok(match item.kind {
        Kind::Notice => {
            let notice: Notice = serde_json::from_str(item.payload.as_deref().unwrap_or_default())?;
            render::notice(turn, item.user, &notice)?.map(Work::Tell)
        }
        Kind::Publish => jobs::publishing::due(turn, item)?.map(Work::Publish),
        Kind::Deliver => match jobs::delivery::due(turn, item)? {
            Some(job) => Some(Work::Deliver(render::video(turn, job)?)),
            None => None,
        },
        Kind::Status => match jobs::status_messages::due(turn, item)? {
            Some(status) => Some(Work::Tell(render::status(turn, &status)?)),
            None => None,
        },
        Kind::Refund => Some(Work::Refund { charge: item.key.clone() }),
        Kind::Subscription => subscriptions::due(turn, item)?.map(Work::EditSubscription),
        Kind::CheckImage => item.payload.clone().map(|file_id| Work::CheckImage { file_id }),
        Kind::Stats => chat::stats_of_day(turn, item.user)?.map(Work::ShowStats),
        Kind::Broadcast => match broadcasts::due(turn, item)? {
            Some(message) => Some(Work::Tell(render::broadcast(turn, item.user, message)?)),
            None => None,
        },
    })
}

fn failed(turn: &mut Turn<'_>, item: &Item, error: &CoreError) -> Result<(), CoreError> {
    let failures = outbox::failed(turn, item)?;
    let (kind, key) = (item.kind.as_str(), item.key.as_str());
    metrics::counter!("starreel_outbox_failed_total").increment(1);
    let reason = chain(error).to_string();
    tracing::error!(kind, key, failures, error = reason, "a row of the outbox could not be attempted");
    if failures < TRIES_MAX {
        return Ok(());
    }
    outbox::set_aside(turn, item)?;
    dead_letters::keep_item(turn, item, &reason)
}
