//! The figures of the shop every morning, for operators who want them: once a day, at the hour that they chose. That a day was
//! sent is a row before it is, and the sending a row of the outbox.

use jiff::tz::TimeZone;
use rusqlite::params;

use super::CoreError;
use super::event::Outcome;
use super::ids::UserId;
use super::outbox::{self, Item, Timeliness};
use super::people;
use super::ticket::Kind;
use super::turn::Turn;

/// The hour at which they come, if the operator names none; UTC.
pub(super) const HOUR: u8 = 9;

/// The hour at which this operator gets them, UTC, if they do.
pub(super) fn hour(turn: &Turn<'_>, operator: UserId) -> Result<Option<u8>, CoreError> {
    let row: Option<(u8,)> = turn.optional("SELECT hour FROM daily_stats WHERE operator = ?1", [operator])?;
    Ok(row.map(|(hour,)| hour))
}

/// This operator wants them at this hour, UTC; for the first time when it is so late next.
pub(super) fn switch_on(turn: &Turn<'_>, operator: UserId, hour: u8) -> Result<(), CoreError> {
    let (today, now) = today(turn);
    let sent_day = if now >= i64::from(hour) { today } else { today - 1 };
    turn.execute(
        "INSERT OR REPLACE INTO daily_stats (operator, hour, sent_day) VALUES (?1, ?2, ?3)",
        params![operator, hour, sent_day],
    )?;
    Ok(())
}

/// This operator wants none.
pub(super) fn switch_off(turn: &Turn<'_>, operator: UserId) -> Result<(), CoreError> {
    turn.execute("DELETE FROM daily_stats WHERE operator = ?1", [operator])?;
    Ok(())
}

/// Now and then: it may be the hour.
pub(super) fn look(turn: &Turn<'_>) -> Result<(), CoreError> {
    let (today, hour) = today(turn);
    let waiting: Vec<(UserId,)> = turn.all(
        "UPDATE daily_stats SET sent_day = ?1 WHERE sent_day < ?1 AND hour <= ?2 RETURNING operator",
        params![today, hour],
    )?;
    for (operator,) in waiting {
        if people::is_operator(turn, operator) {
            outbox::put(turn, Kind::Stats, &format!("{operator}:{today}"), operator)?;
        } else {
            switch_off(turn, operator)?;
        }
    }
    Ok(())
}

/// They were shown, or not.
pub(super) fn reported(
    turn: &Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    match (outcome, timeliness) {
        (Outcome::Done(_), _) => outbox::remove(turn, item),
        (_, Timeliness::Late) => Ok(()),
        // There are new ones tomorrow.
        (Outcome::Refused(_) | Outcome::Unreachable, _) => outbox::remove(turn, item),
        (Outcome::TryAgain(not_before), _) => outbox::try_again(turn, item, *not_before),
        (Outcome::Unclear, _) => outbox::try_again(turn, item, None),
    }
}

/// The day in days since 1970, and the hour of it; UTC.
fn today(turn: &Turn<'_>) -> (i64, i64) {
    (people::day(turn.now()), i64::from(turn.now().to_zoned(TimeZone::UTC).hour()))
}
