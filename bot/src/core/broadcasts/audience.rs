//! Who gets a broadcast.

use std::fmt;

use jiff::Timestamp;
use rusqlite::params;

use crate::core::CoreError;
use crate::core::ids::UserId;
use crate::core::people;
use crate::core::turn::Turn;

/// The language of a person as broadcasts know it: without its region.
const LANGUAGE: &str = "lower(substr(coalesce(language_chosen, language), 1,
                              instr(replace(coalesce(language_chosen, language), '_', '-') || '-', '-') - 1))";

/// Whom broadcasts go to at all: neither those who switched them off, nor those whose chat sent back what was said last.
/// Whoever is to be left out for another reason, such as one whom operators have blocked, is left out here.
const REACHED: &str = "reachable AND NOT broadcasts_off AND blocked_at IS NULL";

/// Languages that an operator can choose from, the most spoken ones.
const LANGUAGES_MAX: u32 = 24;

/// The people whom a broadcast is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::core) struct Audience {
    /// They speak this language; none: any.
    pub(in crate::core) language: Option<String>,
    /// They did something within so many days; none: at any time.
    pub(in crate::core) seen_days: Option<i64>,
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.language.as_deref().unwrap_or("all languages"))?;
        self.seen_days.map_or(Ok(()), |days| write!(f, ", seen within {days} days"))
    }
}

impl Audience {
    /// The first day on which they must have been seen.
    fn seen_from(&self, began_at: Timestamp) -> i64 {
        self.seen_days.map_or(i64::MIN, |days| people::day(began_at) - days)
    }
}

/// How many people there are of this kind.
pub(in crate::core) fn count(turn: &Turn<'_>, audience: &Audience) -> Result<i64, CoreError> {
    let sql = format!(
        "SELECT count(*) FROM people
         WHERE {REACHED} AND seen_day >= ?1 AND first_seen <= ?2 AND (?3 IS NULL OR {LANGUAGE} = ?3)"
    );
    let (count,) = turn.one(&sql, params![audience.seen_from(turn.now()), turn.millis(), audience.language])?;
    Ok(count)
}

/// What people speak, and how many do; the most spoken first.
pub(in crate::core) fn languages(turn: &Turn<'_>, audience: &Audience) -> Result<Vec<(String, i64)>, CoreError> {
    let sql = format!(
        "SELECT {LANGUAGE} AS spoken, count(*) AS number FROM people
         WHERE {REACHED} AND seen_day >= ?1 GROUP BY spoken ORDER BY number DESC, spoken LIMIT ?2"
    );
    turn.all(&sql, params![audience.seen_from(turn.now()), LANGUAGES_MAX])
}

/// The people after this one, so many at most, in the order of their ids, and whether each belongs to the audience of a
/// broadcast that began then.
pub(super) fn after(
    turn: &Turn<'_>,
    audience: &Audience,
    began_at: Timestamp,
    cursor: i64,
    most: i64,
) -> Result<Vec<(i64, bool)>, CoreError> {
    let sql = format!(
        "SELECT id, {REACHED} AND seen_day >= ?1 AND first_seen <= ?2 AND (?3 IS NULL OR {LANGUAGE} = ?3)
         FROM people WHERE id > ?4 ORDER BY id LIMIT ?5"
    );
    let seen_from = audience.seen_from(began_at);
    turn.all(&sql, params![seen_from, began_at.as_millisecond(), audience.language, cursor, most])
}

/// Whether this person may get a broadcast at this moment.
pub(super) fn may_get(turn: &Turn<'_>, user: UserId) -> Result<bool, CoreError> {
    turn.exists(&format!("SELECT 1 FROM people WHERE id = ?1 AND {REACHED}"), [user])
}
