//! The outbox: everything that must be done outside and must not be lost.
//!
//! To publish a job, to deliver a video, to show a status, to send a notice, to refund Stars, to change a subscription and to look at an image are
//! kinds of one thing: a row that says what, for whom and when. [`super::hand_out`] makes an [`Attempt`] of each row that
//! is due; the row is *under way* then, and `due` is the end of its lease. The report of the attempt settles the row,
//! rests it or makes it due again. A lease that runs out without a report makes it due again, too: that is the one
//! recovery, for a crash, a lost answer and a full queue alike.
//!
//! One row has one attempt under way at most. What changes meanwhile is *changed*: due again as soon as the report is in.
//! Attempts are numbered for as long as the row exists, and a row stays when it is done, so no late report is taken for
//! that of a newer attempt, and nothing that was done is done again.
//!
//! Fairness: of each kind, only a few attempts are under way for one person. Further rows rest without a due time, and
//! each report makes the oldest of them due, so a flooded chat has no more rows among those that are due than anybody
//! else. Rows of somebody who cannot be reached rest until they can.
//!
//! [`Attempt`]: super::effect::Attempt

use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::CoreError;
use super::ids::UserId;
use super::ticket::{Kind, Ticket};
use super::turn::Turn;

/// Attempts of one kind under way for one person, at most.
const UNDER_WAY_PER_PERSON_MAX: i64 = 4;

/// Rows of one kind that one turn looks at, at most.
const BATCH_MAX: i64 = 100;

/// The pause after the first failed try; it doubles with each further one.
const PAUSE: SignedDuration = SignedDuration::from_secs(3);

/// The longest pause.
const PAUSE_MAX: SignedDuration = SignedDuration::from_mins(10);

/// No lease and no pause of ours is longer. What is due later was put off by Telegram, or under a clock that was ahead.
const DUE_WITHIN: SignedDuration = SignedDuration::from_mins(20);

/// When the first row of each kind is due: those are at the heads of the parts of the index `outbox_due`. SQLite finds them
/// there only without a condition on the result; with one it reads all rows.
static FIRST_DUE: LazyLock<String> = LazyLock::new(|| {
    let first = |kind: &Kind| {
        let kind = kind.as_str();
        format!("SELECT '{kind}' AS kind, min(due) AS due FROM outbox WHERE kind = '{kind}' AND due IS NOT NULL")
    };
    Kind::ALL.iter().map(first).collect::<Vec<_>>().join(" UNION ALL ")
});

/// When the first row of any kind is due, in milliseconds since 1970, as an expression of SQL.
pub(super) static NEXT_DUE: LazyLock<String> = LazyLock::new(|| format!("(SELECT min(due) FROM ({}))", *FIRST_DUE));

/// The rows of a kind that are due, each with the number of attempts under way, of all people and of this one. A lease that
/// has run out does not count. Published jobs are not counted: there may be very many.
const DUE: &str = "
    SELECT key, user, attempts, tries, due, payload,
           iif(?1 = 'publish', 0, (
               SELECT count(*) FROM outbox WHERE kind = ?1 AND due > ?2 AND state IN ('under_way', 'changed'))),
           iif(?1 = 'publish', 0, (
               SELECT count(*) FROM outbox AS theirs INDEXED BY outbox_person
               WHERE theirs.user = outbox.user AND theirs.kind = ?1 AND theirs.state <> 'done'
                     AND theirs.state IN ('under_way', 'changed') AND theirs.due > ?2))
    FROM outbox WHERE kind = ?1 AND due <= ?2 ORDER BY due, state, rowid LIMIT ?3";

impl Kind {
    /// Attempts of this kind under way at the same time, at most: no more than can begin before their lease ends.
    const fn under_way_max(self) -> i64 {
        match self {
            Self::Notice | Self::Status | Self::Broadcast => 500,
            Self::Deliver | Self::CheckImage => 100,
            Self::Refund | Self::Subscription | Self::Stats => 20,
            // These rows wait for what workers say, most of the time, and are not counted.
            Self::Publish => i64::MAX,
        }
    }

    /// How soon an attempt must begin, and when it is over. Beginning and the longest call fit between the two.
    pub(super) const fn times(self) -> Times {
        let (begin_seconds, lease_seconds) = match self {
            Self::Notice | Self::Status | Self::Broadcast => (60, 90),
            Self::Refund | Self::Subscription => (30, 60),
            Self::CheckImage | Self::Stats => (60, 120),
            Self::Deliver => (120, 15 * 60),
            Self::Publish => (10, 10),
        };
        Times {
            begin_within: SignedDuration::from_secs(begin_seconds),
            lease: SignedDuration::from_secs(lease_seconds),
        }
    }
}

/// See [`Kind::times`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Times {
    /// An attempt that has not begun within this time is dropped by whoever carries it out.
    pub(super) begin_within: SignedDuration,
    /// If nobody has reported after this time, another attempt is handed out.
    pub(super) lease: SignedDuration,
}

/// A row to be attempted, or the row of a report.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) key: String,
    pub(super) user: UserId,
    /// Attempts so far.
    pub(super) attempts: i64,
    /// Tries since the row last changed or was done: what the pauses follow.
    pub(super) tries: i64,
    /// When it was due.
    pub(super) due: i64,
    pub(super) payload: Option<String>,
}

/// Whether a report speaks of the attempt that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timeliness {
    /// It does.
    Current,
    /// Another attempt has begun since, or the row is settled. Only what is done still counts, where that is a fact
    /// about money or about what a person has seen.
    Late,
}

/// Puts a row in, due now. One that is there already is due again, at once or when its attempt under way has ended.
pub(super) fn put(turn: &Turn<'_>, kind: Kind, key: &str, user: UserId) -> Result<(), CoreError> {
    put_for(turn, kind, key, user, turn.millis())
}

/// The same, due at this moment.
pub(super) fn put_for(turn: &Turn<'_>, kind: Kind, key: &str, user: UserId, due: i64) -> Result<(), CoreError> {
    turn.execute(
        "INSERT INTO outbox (kind, key, user, state, due, at) VALUES (?1, ?2, ?3, 'waiting', ?4, ?5)
         ON CONFLICT (kind, key) DO UPDATE SET
             state = iif(state IN ('under_way', 'changed') AND kind <> 'publish', 'changed', 'waiting'),
             due = iif(state IN ('under_way', 'changed') AND kind <> 'publish', due, excluded.due),
             tries = 0, failures = 0",
        params![kind, key, user, due, turn.millis()],
    )?;
    Ok(())
}

/// Puts a row in, once: one that was ever there is left as it is. Whether it was put in.
pub(super) fn put_once(turn: &Turn<'_>, kind: Kind, key: &str, user: UserId, payload: &str) -> Result<bool, CoreError> {
    let inserted = turn.execute(
        "INSERT OR IGNORE INTO outbox (kind, key, user, state, due, payload, at)
         VALUES (?1, ?2, ?3, 'waiting', ?4, ?5, ?4)",
        params![kind, key, user, turn.millis(), payload],
    )?;
    Ok(inserted > 0)
}

/// Puts off a row that was just put in.
pub(super) fn put_off(turn: &Turn<'_>, kind: Kind, key: &str, due: i64) -> Result<(), CoreError> {
    set_due(turn, kind, key, Some(due))
}

/// Puts a row in with what it needs, due now, in place of an older one, whose attempt does not matter any more.
pub(super) fn replace(turn: &Turn<'_>, kind: Kind, key: &str, user: UserId, payload: &str) -> Result<(), CoreError> {
    turn.execute(
        "INSERT INTO outbox (kind, key, user, state, due, payload, at) VALUES (?1, ?2, ?3, 'waiting', ?4, ?5, ?4)
         ON CONFLICT (kind, key) DO UPDATE SET
             state = 'waiting', due = excluded.due, payload = excluded.payload, at = excluded.at, tries = 0, failures = 0",
        params![kind, key, user, turn.millis(), payload],
    )?;
    Ok(())
}

/// Notes what the attempt of this row is about, for its report.
pub(super) fn set_payload(turn: &Turn<'_>, item: &Item, payload: &str) -> Result<(), CoreError> {
    turn.execute("UPDATE outbox SET payload = ?3 WHERE kind = ?1 AND key = ?2", params![item.kind, item.key, payload])?;
    Ok(())
}

/// Settles a row whatever becomes of an attempt under way: there is nothing left to do.
pub(super) fn settle(turn: &Turn<'_>, kind: Kind, key: &str) -> Result<(), CoreError> {
    let settled: Option<(UserId,)> = turn.optional(
        "UPDATE outbox SET state = 'done', due = NULL, payload = NULL, tries = 0
         WHERE kind = ?1 AND key = ?2 AND state NOT IN ('done', 'dead') RETURNING user",
        params![kind, key],
    )?;
    settled.map_or(Ok(()), |(user,)| wake_next(turn, kind, user))
}

/// Whether there is nothing left to do about this.
pub(super) fn is_settled(turn: &Turn<'_>, kind: Kind, key: &str) -> Result<bool, CoreError> {
    let open = "SELECT 1 FROM outbox WHERE kind = ?1 AND key = ?2 AND state NOT IN ('done', 'dead')";
    Ok(!turn.exists(open, params![kind, key])?)
}

/// The kinds of which something is due.
pub(super) fn kinds_due(turn: &Turn<'_>) -> Result<Vec<Kind>, CoreError> {
    let first: Vec<(Kind, Option<i64>)> = turn.all(&FIRST_DUE, [])?;
    let is_due = |due: Option<i64>| due.is_some_and(|due| due <= turn.millis());
    Ok(first.into_iter().filter(|(_kind, due)| is_due(*due)).map(|(kind, _due)| kind).collect())
}

/// The rows of a kind that are due and may be attempted now, each leased. Those of people who have enough under way rest.
pub(super) fn due(turn: &Turn<'_>, kind: Kind) -> Result<Vec<Item>, CoreError> {
    type Row = (String, UserId, i64, i64, i64, Option<String>, i64, i64);
    let rows: Vec<Row> = turn.all(DUE, params![kind, turn.millis(), BATCH_MAX])?;
    let mut begun: Vec<Item> = Vec::new();
    for (key, user, attempts, tries, due, payload, of_all, of_person) in rows {
        if of_all + count(&begun) >= kind.under_way_max() {
            break;
        }
        let of_person = of_person + count(begun.iter().filter(|item| item.user == user));
        if kind != Kind::Publish && of_person >= UNDER_WAY_PER_PERSON_MAX {
            rest(turn, kind, &key)?;
            continue;
        }
        begin(turn, kind, &key)?;
        begun.push(Item { kind, key, user, attempts: attempts + 1, tries: tries + 1, due, payload });
    }
    Ok(begun)
}

fn count<T>(items: impl IntoIterator<Item = T>) -> i64 {
    i64::try_from(items.into_iter().count()).unwrap_or(i64::MAX)
}

/// Removes the row of an attempt: nothing will ever be done about it again, and nobody needs to know that it was.
pub(super) fn remove(turn: &Turn<'_>, item: &Item) -> Result<(), CoreError> {
    turn.execute("DELETE FROM outbox WHERE kind = ?1 AND key = ?2", params![item.kind, item.key])?;
    wake_next(turn, item.kind, item.user)
}

/// Gives the row another lease than its kind's.
pub(super) fn lease(turn: &Turn<'_>, item: &Item, lease: SignedDuration) -> Result<(), CoreError> {
    set_due(turn, item.kind, &item.key, Some(turn.millis_in(lease)))
}

/// The attempt under way was a question, and has its answer: the next one is at this moment.
pub(super) fn was_answered(turn: &Turn<'_>, kind: Kind, key: &str, due: i64) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE outbox SET due = ?3, tries = 0 WHERE kind = ?1 AND key = ?2 AND state = 'under_way'",
        params![kind, key, due],
    )?;
    Ok(())
}

/// Takes in a report. `None` for a row that is not there.
pub(super) fn reported(turn: &Turn<'_>, ticket: &Ticket) -> Result<Option<(Item, Timeliness)>, CoreError> {
    let Ticket { kind, key, attempt } = ticket;
    let row = turn.optional(
        "SELECT state, user, attempts, tries, due, payload FROM outbox WHERE kind = ?1 AND key = ?2",
        params![kind, key],
    )?;
    Ok(row.map(|(state, user, attempts, tries, due, payload): (String, _, _, _, Option<i64>, _)| {
        let is_current = attempts == *attempt && matches!(state.as_str(), "under_way" | "changed");
        let item = Item { kind: *kind, key: key.clone(), user, attempts, tries, due: due.unwrap_or_default(), payload };
        (item, if is_current { Timeliness::Current } else { Timeliness::Late })
    }))
}

/// The attempt under way has done what was to be done then. If the row has changed since, it is due again.
pub(super) fn done(turn: &Turn<'_>, item: &Item) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE outbox SET due = iif(state = 'changed', ?3, NULL), payload = iif(state = 'changed', payload, NULL),
                           state = iif(state = 'changed', 'waiting', 'done'), tries = 0, failures = 0
         WHERE kind = ?1 AND key = ?2",
        params![item.kind, item.key, turn.millis()],
    )?;
    wake_next(turn, item.kind, item.user)
}

/// The attempt under way has come to nothing: there will be another one after a pause, and not before Telegram allows it.
pub(super) fn try_again(turn: &Turn<'_>, item: &Item, not_before: Option<Timestamp>) -> Result<(), CoreError> {
    let doublings = u32::try_from(item.tries.clamp(1, 16) - 1).unwrap_or_default();
    let pause = turn.millis_in(PAUSE.saturating_mul(1 << doublings).min(PAUSE_MAX));
    try_at(turn, item, not_before.map_or(pause, |moment| pause.max(moment.as_millisecond())))
}

/// The attempt under way has come to nothing: there will be another one at this moment.
pub(super) fn try_at(turn: &Turn<'_>, item: &Item, due: i64) -> Result<(), CoreError> {
    wait(turn, item.kind, &item.key, Some(due))?;
    wake_next(turn, item.kind, item.user)
}

/// The attempt under way has come to nothing because the person cannot be reached: the row rests until they can.
pub(super) fn rest_until_reached(turn: &Turn<'_>, item: &Item) -> Result<(), CoreError> {
    rest(turn, item.kind, &item.key)
}

/// The person can be reached again: a few of the messages and videos that wait for them are due, and the others follow.
pub(super) fn wake(turn: &Turn<'_>, user: UserId) -> Result<(), CoreError> {
    for kind in [Kind::Notice, Kind::Status, Kind::Deliver] {
        turn.execute(
            "UPDATE outbox SET due = ?3
             WHERE rowid IN (SELECT rowid FROM outbox
                             WHERE user = ?2 AND kind = ?1 AND state <> 'done' AND state = 'waiting' ORDER BY rowid
                             LIMIT max(0, ?4 - (SELECT count(*) FROM outbox INDEXED BY outbox_person
                                                WHERE user = ?2 AND kind = ?1 AND state <> 'done'
                                                      AND state IN ('under_way', 'changed') AND due > ?3)))",
            params![kind, user, turn.millis(), UNDER_WAY_PER_PERSON_MAX],
        )?;
    }
    Ok(())
}

/// At a start: what an earlier process had under way is due now, and so is what rests for people who can be reached, and
/// whatever lies further ahead than anything should. The clock may have been ahead when that was written.
pub(super) fn take_up_again(turn: &Turn<'_>) -> Result<(), CoreError> {
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Publish) {
        turn.execute(
            "UPDATE outbox SET state = 'waiting', due = ?2
             WHERE kind = ?1 AND due IS NOT NULL AND state IN ('under_way', 'changed')",
            params![kind, turn.millis()],
        )?;
    }
    turn.execute("UPDATE outbox SET due = ?1 WHERE kind = 'publish' AND due > ?1", [turn.millis()])?;
    turn.execute("UPDATE outbox SET due = ?1 WHERE due > ?2", [turn.millis(), turn.millis_in(DUE_WITHIN)])?;
    turn.execute(
        "UPDATE outbox SET due = ?1
         WHERE state <> 'done' AND state = 'waiting' AND due IS NULL
           AND user IN (SELECT id FROM people WHERE reachable)",
        [turn.millis()],
    )?;
    Ok(())
}

/// No attempt could be made of the row, by an error of ours. The number of times that has happened in a row.
pub(super) fn failed(turn: &Turn<'_>, item: &Item) -> Result<i64, CoreError> {
    try_again(turn, item, None)?;
    let (failures,) = turn.one(
        "UPDATE outbox SET failures = failures + 1 WHERE kind = ?1 AND key = ?2 RETURNING failures",
        params![item.kind, item.key],
    )?;
    Ok(failures)
}

/// Sets a row aside: nothing is attempted until somebody has mended it. Its payload stays.
pub(super) fn set_aside(turn: &Turn<'_>, item: &Item) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE outbox SET state = 'dead', due = NULL WHERE kind = ?1 AND key = ?2",
        params![item.kind, item.key],
    )?;
    Ok(())
}

/// A row that was set aside is due again: somebody has mended what was wrong with it.
pub(super) fn revive(turn: &Turn<'_>, kind: &str, key: &str) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE outbox SET state = 'waiting', due = ?3, tries = 0, failures = 0
         WHERE kind = ?1 AND key = ?2 AND state = 'dead'",
        params![kind, key, turn.millis()],
    )?;
    Ok(())
}

fn begin(turn: &Turn<'_>, kind: Kind, key: &str) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE outbox SET state = 'under_way', due = ?3, attempts = attempts + 1, tries = tries + 1
         WHERE kind = ?1 AND key = ?2",
        params![kind, key, turn.millis_in(kind.times().lease)],
    )?;
    Ok(())
}

fn rest(turn: &Turn<'_>, kind: Kind, key: &str) -> Result<(), CoreError> {
    wait(turn, kind, key, None)
}

fn set_due(turn: &Turn<'_>, kind: Kind, key: &str, due: Option<i64>) -> Result<(), CoreError> {
    turn.execute("UPDATE outbox SET due = ?3 WHERE kind = ?1 AND key = ?2", params![kind, key, due])?;
    Ok(())
}

fn wait(turn: &Turn<'_>, kind: Kind, key: &str, due: Option<i64>) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE outbox SET state = 'waiting', due = ?3 WHERE kind = ?1 AND key = ?2",
        params![kind, key, due],
    )?;
    Ok(())
}

/// The oldest row of this person that rests is due.
fn wake_next(turn: &Turn<'_>, kind: Kind, user: UserId) -> Result<(), CoreError> {
    turn.execute(
        "UPDATE outbox SET due = ?3
         WHERE rowid = (SELECT rowid FROM outbox
                              WHERE user = ?2 AND kind = ?1 AND state <> 'done' AND state = 'waiting' AND due IS NULL
                              ORDER BY rowid LIMIT 1)",
        params![kind, user, turn.millis()],
    )?;
    Ok(())
}

#[cfg(test)]
mod tests;
