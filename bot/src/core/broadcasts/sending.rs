//! Broadcasts on their way: the cursor over the people, the few who are under way, and what came of each.

use rusqlite::params;

use super::{Broadcast, BroadcastState, audience, get};
use crate::core::CoreError;
use crate::core::event::{Outcome, Refusal};
use crate::core::ids::{MessageId, UserId};
use crate::core::notices::{self, Notice};
use crate::core::outbox::{self, Item, Timeliness};
use crate::core::people;
use crate::core::ticket::Kind;
use crate::core::turn::Turn;

/// So many seconds' worth of people are under way at the same time.
const UNDER_WAY_SECONDS: i64 = 2;
const UNDER_WAY_MIN: i64 = 2;
const UNDER_WAY_MAX: i64 = 400;

/// People that one turn looks at in search of those whom a broadcast is for.
const LOOKED_AT_MAX: i64 = 2_000;

/// Marks the row of a person who may have it already, because Telegram's answer was lost. It is sent to them once more, and
/// not again if that answer is lost, too.
const UNCLEAR: &str = "unclear";

/// After so many refusals in a row it is the message and not the people: nobody else is tried.
const REFUSALS_MAX: i64 = 10;

/// A message to copy.
#[derive(Debug, Clone, Copy)]
pub(in crate::core) struct Original {
    /// Whose chat it is in.
    pub(in crate::core) operator: UserId,
    pub(in crate::core) message: MessageId,
}

/// Lets broadcasts begin whose time has come, and hands out the next people of the one that is being sent. One at a time: the
/// next one begins when it is done, or stopped.
pub(in crate::core) fn go_on(turn: &Turn<'_>) -> Result<(), CoreError> {
    // What is sent too early cannot be taken back: not by a clock that nobody vouches for.
    if turn.context.clock_is_settled {
        let due: Vec<(i64,)> = turn.all(
            "SELECT id FROM broadcasts WHERE open AND state = 'scheduled' AND starts_at <= ?1 ORDER BY starts_at, id",
            [turn.millis()],
        )?;
        due.into_iter().try_for_each(|(id,)| begin(turn, id))?;
    }
    let current: Option<(i64,)> =
        turn.optional("SELECT id FROM broadcasts WHERE open AND state = 'sending' ORDER BY began_at, id LIMIT 1", [])?;
    match current {
        Some((id,)) => get(turn, id)?.map_or(Ok(()), |broadcast| hand_out_next(turn, &broadcast)),
        None => Ok(()),
    }
}

/// People get it from now on. Who comes later does not.
pub(super) fn begin(turn: &Turn<'_>, id: i64) -> Result<(), CoreError> {
    let Some(broadcast) = get(turn, id)? else { return Ok(()) };
    let people = audience::count(turn, &broadcast.audience)?;
    turn.execute(
        "UPDATE broadcasts SET state = 'sending', began_at = ?2, people = ?3 WHERE id = ?1",
        params![id, turn.millis(), people],
    )?;
    tracing::info!(broadcast = id, people, "a broadcast begins");
    Ok(())
}

fn hand_out_next(turn: &Turn<'_>, broadcast: &Broadcast) -> Result<(), CoreError> {
    let window = under_way_max(turn);
    let under_way = under_way(turn, broadcast.id)?;
    let Some(mut cursor) = broadcast.cursor else {
        return if under_way == 0 { end(turn, broadcast.id) } else { Ok(()) };
    };
    // Several at a time: a look for each report would find one each.
    if under_way > window / 2 {
        return Ok(());
    }
    let (mut room, mut looked_at, mut is_end) = (window - under_way, 0, false);
    let began_at = broadcast.began_at.unwrap_or(turn.now());
    while room > 0 && looked_at < LOOKED_AT_MAX && !is_end {
        let most = (4 * room).max(50);
        let next = audience::after(turn, &broadcast.audience, began_at, cursor, most)?;
        is_end = next.len() < usize::try_from(most).unwrap_or(usize::MAX);
        for (user, is_for_them) in next {
            if room == 0 {
                is_end = false;
                break;
            }
            (cursor, looked_at) = (user, looked_at + 1);
            if is_for_them {
                outbox::put(turn, Kind::Broadcast, &key(broadcast.id, UserId(user)), UserId(user))?;
                room -= 1;
            }
        }
    }
    let cursor = (!is_end).then_some(cursor);
    turn.execute("UPDATE broadcasts SET cursor = ?2 WHERE id = ?1", params![broadcast.id, cursor])?;
    if is_end && room == window { end(turn, broadcast.id) } else { Ok(()) }
}

/// Whether a row of the outbox must wait, because its broadcast is paused.
pub(in crate::core) fn is_held(turn: &Turn<'_>, item: &Item) -> Result<bool, CoreError> {
    let broadcast = of(turn, item)?;
    Ok(broadcast.is_some_and(|broadcast| broadcast.state == BroadcastState::Paused))
}

/// What is to be copied to the person of a row. `None` if they are not to get it any more.
pub(in crate::core) fn due(turn: &Turn<'_>, item: &Item) -> Result<Option<Original>, CoreError> {
    let Some(broadcast) = of(turn, item)?.filter(|broadcast| broadcast.state == BroadcastState::Sending) else {
        return Ok(None);
    };
    if !audience::may_get(turn, item.user)? {
        return Ok(None);
    }
    Ok(broadcast.message.map(|message| Original { operator: broadcast.operator, message }))
}

/// An attempt to send a broadcast to a person ended.
pub(in crate::core) fn reported(
    turn: &Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    let Some(broadcast) = of(turn, item)? else { return outbox::remove(turn, item) };
    let column = match (outcome, timeliness) {
        // Also a late one: they have it.
        (Outcome::Done(_), _) => "sent",
        (_, Timeliness::Late) => return Ok(()),
        (Outcome::Unreachable, _) => "blocked",
        (Outcome::Refused(Refusal::MessageGone), _) => return stop(turn, item, &broadcast, ""),
        (Outcome::Refused(reason), _) => {
            if refused(turn, broadcast.id)? >= REFUSALS_MAX {
                return stop(turn, item, &broadcast, &words(reason));
            }
            "failed"
        }
        (Outcome::TryAgain(not_before), _) => return outbox::try_again(turn, item, *not_before),
        (Outcome::Unclear, _) if item.payload.as_deref() == Some(UNCLEAR) => {
            tracing::warn!(
                broadcast = broadcast.id,
                user.id = item.user.0,
                "nobody knows whether a person got a broadcast"
            );
            "failed"
        }
        (Outcome::Unclear, _) => {
            outbox::set_payload(turn, item, UNCLEAR)?;
            return outbox::try_again(turn, item, None);
        }
    };
    outbox::remove(turn, item)?;
    match column {
        "blocked" => people::has_blocked(turn, item.user)?,
        "sent" => people::reached(turn, item.user)?,
        _ => {}
    }
    // That somebody has blocked the bot says nothing about the message.
    let in_a_row = if column == "sent" { ", refusals = 0" } else { "" };
    turn.execute(&format!("UPDATE broadcasts SET {column} = {column} + 1{in_a_row} WHERE id = ?1"), [broadcast.id])?;
    if broadcast.state == BroadcastState::Sending { go_on(turn) } else { Ok(()) }
}

/// Stops a broadcast for the time being. What is on its way arrives.
pub(super) fn hold(turn: &Turn<'_>, id: i64) -> Result<(), CoreError> {
    turn.execute("UPDATE broadcasts SET state = 'paused' WHERE id = ?1", [id])?;
    change_waiting(turn, id, "UPDATE outbox SET due = NULL")
}

/// What was held is due.
pub(super) fn release(turn: &Turn<'_>, id: i64) -> Result<(), CoreError> {
    change_waiting(turn, id, &format!("UPDATE outbox SET due = {}", turn.millis()))
}

/// Nobody gets it any more who has not got it yet.
pub(super) fn drop_waiting(turn: &Turn<'_>, id: i64) -> Result<(), CoreError> {
    change_waiting(turn, id, "DELETE FROM outbox")
}

/// The earliest moment at which a broadcast begins, or long ago, if one is on its way and nobody's report will make it go
/// on: in milliseconds since 1970, as an expression of SQL.
pub(in crate::core) const NEXT_LOOK: &str = "(
    SELECT min(iif(state = 'sending', 0, starts_at)) FROM broadcasts
    WHERE open AND (state = 'scheduled' OR state = 'sending' AND NOT EXISTS (
        SELECT 1 FROM outbox WHERE kind = 'broadcast' AND due IS NOT NULL)))";

/// How many people are under way at the same time, at most.
fn under_way_max(turn: &Turn<'_>) -> i64 {
    (UNDER_WAY_SECONDS * i64::from(turn.policy().broadcast_per_second)).clamp(UNDER_WAY_MIN, UNDER_WAY_MAX)
}

fn under_way(turn: &Turn<'_>, id: i64) -> Result<i64, CoreError> {
    let (first, after) = keys(id);
    let sql = "SELECT count(*) FROM outbox WHERE kind = 'broadcast' AND key >= ?1 AND key < ?2 AND state <> 'dead'";
    Ok(turn.one::<(i64,)>(sql, [first, after])?.0)
}

fn change_waiting(turn: &Turn<'_>, id: i64, change: &str) -> Result<(), CoreError> {
    let (first, after) = keys(id);
    let sql = format!("{change} WHERE kind = 'broadcast' AND key >= ?1 AND key < ?2 AND state = 'waiting'");
    turn.execute(&sql, [first, after])?;
    Ok(())
}

/// Everybody was handed out, and nobody is under way any more.
fn end(turn: &Turn<'_>, id: i64) -> Result<(), CoreError> {
    turn.execute("UPDATE broadcasts SET state = 'done' WHERE id = ?1", [id])?;
    let Some(broadcast) = get(turn, id)? else { return Ok(()) };
    let Broadcast { operator, sent, blocked, failed, .. } = broadcast;
    tracing::info!(broadcast = id, sent, blocked, failed, "a broadcast is done");
    notices::post_to_operator(turn, operator, &Notice::BroadcastDone { id, sent, blocked, failed })?;
    // The one that waited for its end.
    go_on(turn)
}

/// The message itself is refused: an operator has to look at it. The person of this row is tried again if it goes on.
fn stop(turn: &Turn<'_>, item: &Item, broadcast: &Broadcast, reason: &str) -> Result<(), CoreError> {
    match broadcast.state {
        BroadcastState::Sending => outbox::rest_until_reached(turn, item)?,
        BroadcastState::Paused => return outbox::rest_until_reached(turn, item),
        BroadcastState::Draft | BroadcastState::Scheduled | BroadcastState::Done | BroadcastState::Cancelled => {
            return outbox::remove(turn, item);
        }
    }
    hold(turn, broadcast.id)?;
    tracing::warn!(broadcast = broadcast.id, reason, "Telegram refuses the message of a broadcast; it is paused");
    let notice = Notice::BroadcastStopped { id: broadcast.id, reason: reason.to_owned(), at: turn.now() };
    notices::post_to_operator(turn, broadcast.operator, &notice)
}

/// Refusals in a row, with this one.
fn refused(turn: &Turn<'_>, id: i64) -> Result<i64, CoreError> {
    let sql = "UPDATE broadcasts SET refusals = refusals + 1 WHERE id = ?1 RETURNING refusals";
    Ok(turn.one::<(i64,)>(sql, [id])?.0)
}

fn words(reason: &Refusal) -> String {
    match reason {
        Refusal::Other(words) => words.clone(),
        Refusal::MessageGone
        | Refusal::NotAnImage
        | Refusal::TooLarge
        | Refusal::NoVideo(_)
        | Refusal::Gone(_)
        | Refusal::HostAway(_) => format!("{reason:?}"),
    }
}

fn of(turn: &Turn<'_>, item: &Item) -> Result<Option<Broadcast>, CoreError> {
    let id = item.key.split_once(':').and_then(|(id, _)| id.parse().ok());
    id.map_or(Ok(None), |id| get(turn, id))
}

fn key(id: i64, user: UserId) -> String {
    format!("{id}:{user}")
}

/// The keys of all rows of a broadcast: from the first, up to the second. What follows a colon is a semicolon.
fn keys(id: i64) -> (String, String) {
    (format!("{id}:"), format!("{id};"))
}
