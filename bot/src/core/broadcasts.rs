//! Broadcasts: a message of an operator that is copied to everybody, or to some.
//!
//! A broadcast is a row. Whom it is being sent to at the moment are rows of the outbox, a few seconds' worth of them
//! ([`sending`]): a cursor goes over the people in the order of their ids, and a row of the outbox is put in with each step
//! of it, in one transaction. So neither the database nor the memory holds more than that few, however many people there are.
//!
//! Nobody is handed out twice, because the cursor never goes back. An attempt is made again where nobody knows how it ended:
//! once if Telegram's answer was lost, and when the process died between its answer and our commit. Then, and only then,
//! somebody may get it twice. Reports are synced to the disk, so a power cut is no other case.
//!
//! What people get is a copy of the operator's own message, made by Telegram: its words are never here. An operator who
//! changes the message while it is being sent changes what the others get.

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::CoreError;
use super::ids::{MessageId, UserId};
use super::operators;
use super::row_enum::row_enum;
use super::turn::{Turn, from_millis};

mod audience;
mod sending;

pub(super) use audience::{Audience, count, languages};
pub(super) use sending::{NEXT_LOOK, Original, due, go_on, is_held, reported};

/// For so long an answer of the operator is waited for.
const AWAITED_FOR: SignedDuration = SignedDuration::from_hours(1);

/// A broadcast may be put off by so much.
pub(super) const PUT_OFF_MAX: SignedDuration = SignedDuration::from_hours(60 * 24);

row_enum! {
    /// How far a broadcast is.
    pub(super) BroadcastState {
        /// The operator is still deciding.
        Draft = "draft",
        /// It begins by itself at its time.
        Scheduled = "scheduled",
        /// People get it.
        Sending = "sending",
        /// An operator, or a refusal of Telegram's, has stopped it for the time being.
        Paused = "paused",
        /// Everybody was handed out, and each has got it or cannot.
        Done = "done",
        /// An operator has stopped it for good.
        Cancelled = "cancelled",
    }
}

row_enum! {
    /// What the operator is asked to write.
    pub(super) Awaits {
        /// What people shall get.
        Message = "message",
        /// When it shall begin.
        Time = "time",
    }
}

/// A broadcast.
#[derive(Debug, Clone)]
pub(super) struct Broadcast {
    pub(super) id: i64,
    pub(super) operator: UserId,
    /// The message in the operator's chat.
    pub(super) message: Option<MessageId>,
    pub(super) state: BroadcastState,
    pub(super) audience: Audience,
    pub(super) starts_at: Option<Timestamp>,
    began_at: Option<Timestamp>,
    /// All people up to this one were handed out; none when that is all of them.
    cursor: Option<i64>,
    /// How many people it is for.
    pub(super) people: i64,
    pub(super) sent: i64,
    pub(super) blocked: i64,
    pub(super) failed: i64,
    /// The message that shows how far it is.
    pub(super) status_message: Option<MessageId>,
}

/// An operator begins: the next message is what people shall get. What they had begun before is forgotten.
pub(super) fn begin(turn: &Turn<'_>, operator: UserId) -> Result<i64, CoreError> {
    let earlier =
        "UPDATE broadcasts SET state = 'cancelled', open = 0 WHERE open AND state = 'draft' AND operator = ?1";
    turn.execute(earlier, [operator])?;
    turn.insert(
        "INSERT INTO broadcasts (operator, state, awaits, awaits_until) VALUES (?1, 'draft', 'message', ?2)",
        params![operator, turn.millis_in(AWAITED_FOR)],
    )
}

/// The broadcast for which this operator is asked to write something, and what.
pub(super) fn awaited(turn: &Turn<'_>, operator: UserId) -> Result<Option<(Broadcast, Awaits)>, CoreError> {
    let row: Option<(i64, Awaits)> = turn.optional(
        "SELECT id, awaits FROM broadcasts
         WHERE open AND state = 'draft' AND operator = ?1 AND awaits_until >= ?2 AND awaits IS NOT NULL",
        params![operator, turn.millis()],
    )?;
    let Some((id, awaits)) = row else { return Ok(None) };
    Ok(get(turn, id)?.map(|broadcast| (broadcast, awaits)))
}

/// The operator does something else: nothing that they write is for a broadcast.
pub(super) fn stop_waiting(turn: &Turn<'_>, operator: UserId) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE broadcasts SET awaits = NULL WHERE open AND state = 'draft' AND operator = ?1 AND awaits IS NOT NULL",
        [operator],
    )?;
    Ok(())
}

/// The operator is asked when it shall begin. `shown_in` is where they see the draft.
pub(super) fn await_time(turn: &Turn<'_>, broadcast: &Broadcast, shown_in: Option<MessageId>) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE broadcasts SET awaits = 'time', awaits_until = ?2, status_message = ?3 WHERE id = ?1",
        params![broadcast.id, turn.millis_in(AWAITED_FOR), shown_in],
    )?;
    Ok(())
}

/// This message of the operator is what people shall get.
pub(super) fn take_message(turn: &Turn<'_>, broadcast: &Broadcast, message: MessageId) -> Result<(), CoreError> {
    turn.execute("UPDATE broadcasts SET message = ?2, awaits = NULL WHERE id = ?1", params![broadcast.id, message])?;
    Ok(())
}

/// These people shall get it.
pub(super) fn choose_audience(turn: &Turn<'_>, broadcast: &Broadcast, audience: &Audience) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE broadcasts SET language = ?2, seen_days = ?3 WHERE id = ?1",
        params![broadcast.id, audience.language, audience.seen_days],
    )?;
    Ok(())
}

/// Outcome of [`start`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StartBroadcast {
    /// It begins now.
    Begun,
    /// It will begin then.
    Scheduled,
    /// It has begun, or was cancelled.
    NoDraft,
    /// It would reach nobody.
    Nobody,
    /// The time is over, or too far away.
    WrongTime,
}

/// An operator has a draft sent, now or at a time. `shown_in` will show how far it is.
pub(super) fn start(
    turn: &Turn<'_>,
    operator: UserId,
    broadcast: &Broadcast,
    at: Option<Timestamp>,
    shown_in: Option<MessageId>,
) -> Result<StartBroadcast, CoreError> {
    if broadcast.state != BroadcastState::Draft || broadcast.message.is_none() {
        return Ok(StartBroadcast::NoDraft);
    }
    let latest = turn.now().saturating_add(PUT_OFF_MAX).unwrap_or(Timestamp::MAX);
    if at.is_some_and(|at| at <= turn.now() || at > latest) {
        return Ok(StartBroadcast::WrongTime);
    }
    let people = count(turn, &broadcast.audience)?;
    if people == 0 {
        return Ok(StartBroadcast::Nobody);
    }
    turn.execute(
        "UPDATE broadcasts SET state = 'scheduled', awaits = NULL, starts_at = ?2, status_message = ?3, people = ?4
         WHERE id = ?1",
        params![broadcast.id, at.map_or(turn.millis(), Timestamp::as_millisecond), shown_in, people],
    )?;
    let (id, to) = (broadcast.id, &broadcast.audience);
    match at {
        Some(at) => {
            operators::record_broadcast(turn, operator, &format!("scheduled {id} for {at}, to {to}"))?;
            Ok(StartBroadcast::Scheduled)
        }
        None => {
            operators::record_broadcast(turn, operator, &format!("started {id}, to {to}: {people} people"))?;
            sending::begin(turn, id)?;
            go_on(turn)?;
            Ok(StartBroadcast::Begun)
        }
    }
}

/// An operator stops it for the time being. Whether there was anything to stop.
pub(super) fn pause(turn: &Turn<'_>, operator: UserId, broadcast: &Broadcast) -> Result<bool, CoreError> {
    if broadcast.state != BroadcastState::Sending {
        return Ok(false);
    }
    sending::hold(turn, broadcast.id)?;
    operators::record_broadcast(turn, operator, &format!("paused {}", broadcast.id))?;
    Ok(true)
}

/// An operator lets it go on. Whether it was paused.
pub(super) fn resume(turn: &Turn<'_>, operator: UserId, broadcast: &Broadcast) -> Result<bool, CoreError> {
    if broadcast.state != BroadcastState::Paused {
        return Ok(false);
    }
    operators::record_broadcast(turn, operator, &format!("resumed {}", broadcast.id))?;
    turn.execute("UPDATE broadcasts SET state = 'sending', refusals = 0 WHERE id = ?1", [broadcast.id])?;
    sending::release(turn, broadcast.id)?;
    go_on(turn)?;
    Ok(true)
}

/// An operator stops it for good. Whether there was anything to stop. What is on its way arrives.
pub(super) fn cancel(turn: &Turn<'_>, operator: UserId, broadcast: &Broadcast) -> Result<bool, CoreError> {
    if matches!(broadcast.state, BroadcastState::Done | BroadcastState::Cancelled) {
        return Ok(false);
    }
    // A draft has no message that shows how far it is; any other is open until that message says that it is over.
    let is_open = broadcast.state != BroadcastState::Draft && broadcast.status_message.is_some();
    let sql = "UPDATE broadcasts SET state = 'cancelled', open = ?2 WHERE id = ?1";
    turn.execute(sql, params![broadcast.id, is_open])?;
    sending::drop_waiting(turn, broadcast.id)?;
    if broadcast.state == BroadcastState::Draft {
        return Ok(true);
    }
    operators::record_broadcast(
        turn,
        operator,
        &format!("cancelled {} after {} people", broadcast.id, broadcast.sent),
    )?;
    Ok(true)
}

/// Those that are planned or on their way, or paused; whoever began them.
pub(super) fn begun(turn: &Turn<'_>) -> Result<Vec<Broadcast>, CoreError> {
    let sql = "SELECT id FROM broadcasts WHERE open AND state IN ('scheduled', 'sending', 'paused') ORDER BY id";
    let ids: Vec<(i64,)> = turn.all(sql, [])?;
    let found = ids.into_iter().map(|(id,)| get(turn, id)).collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// The broadcast with this number.
pub(super) fn get(turn: &Turn<'_>, id: i64) -> Result<Option<Broadcast>, CoreError> {
    type Row = (UserId, Option<MessageId>, BroadcastState, Option<String>, Option<i64>, Option<i64>, Option<i64>);
    let row: Option<Row> = turn.optional(
        "SELECT operator, message, state, language, seen_days, starts_at, began_at FROM broadcasts WHERE id = ?1",
        [id],
    )?;
    let Some((operator, message, state, language, seen_days, starts_at, began_at)) = row else { return Ok(None) };
    let (cursor, people, sent, blocked, failed, status_message) =
        turn.one("SELECT cursor, people, sent, blocked, failed, status_message FROM broadcasts WHERE id = ?1", [id])?;
    let (starts_at, began_at) = (starts_at.map(from_millis), began_at.map(from_millis));
    let audience = Audience { language, seen_days };
    Ok(Some(Broadcast {
        id,
        operator,
        message,
        state,
        audience,
        starts_at,
        began_at,
        cursor,
        people,
        sent,
        blocked,
        failed,
        status_message,
    }))
}

/// Pauses between two changes of the message that shows how far a broadcast is.
const SHOWN_EVERY: SignedDuration = SignedDuration::from_secs(15);

/// The broadcasts whose message does not show how far they are. They count as shown from now on.
pub(super) fn to_show(turn: &Turn<'_>) -> Result<Vec<Broadcast>, CoreError> {
    let ids: Vec<(i64,)> = turn.all(
        "SELECT id FROM broadcasts
         WHERE open AND state IN ('sending', 'paused', 'done', 'cancelled')
               AND (shown_state IS NOT state OR state = 'sending' AND shown_at <= ?1)",
        [turn.millis_in(-SHOWN_EVERY)],
    )?;
    let mut broadcasts = Vec::with_capacity(ids.len());
    for (id,) in ids {
        shown(turn, id)?;
        broadcasts.extend(get(turn, id)?);
    }
    Ok(broadcasts)
}

/// The chat shows how far it is.
pub(super) fn shown(turn: &Turn<'_>, id: i64) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE broadcasts SET shown_at = ?2, shown_state = state, open = state NOT IN ('done', 'cancelled')
         WHERE id = ?1",
        params![id, turn.millis()],
    )?;
    Ok(())
}
