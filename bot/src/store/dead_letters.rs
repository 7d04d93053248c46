//! Dead letters as operators handle them, beside a running bot or without one: looked at, sent again, dropped.
//!
//! The bot itself puts them in, and takes up what is to be sent again: `core/dead_letters.rs`.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Row, TransactionBehavior, params};

use super::OpenError;

/// Something that could not be handled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    /// How operators name it.
    pub id: i64,
    /// When it was set aside.
    pub at: Timestamp,
    /// Who sent it, if that can be told.
    pub user: Option<i64>,
    /// Why, in words.
    pub reason: String,
    /// The outline of an update as JSON, the name of a row of the outbox, or another event in its own words.
    pub event: String,
    /// It waits for the bot to handle it again.
    pub is_sent_again: bool,
}

/// Outcome of [`send_again`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SendAgain {
    /// The bot takes it up within a second, or at its next start.
    Marked,
    /// There is no such letter.
    NotThere,
    /// Of an update without money only the outline was kept: its person has to say it again.
    WordsAreGone,
    /// Nobody can send it but the one it came from, who does so unasked: workers, and Telegram's list of payments.
    ComesByItself,
}

/// All of them, the oldest first.
///
/// # Errors
/// When there is no database, or SQLite refuses.
pub fn list(folder: &Path) -> Result<Vec<DeadLetter>, OpenError> {
    within(folder, |connection| {
        let sql = "SELECT id, at, user, reason, event, send_again FROM dead_letters ORDER BY id";
        connection.prepare(sql)?.query_map([], read)?.collect()
    })
}

/// One of them.
///
/// # Errors
/// When there is no database, or SQLite refuses.
pub fn get(folder: &Path, id: i64) -> Result<Option<DeadLetter>, OpenError> {
    within(folder, |connection| {
        let sql = "SELECT id, at, user, reason, event, send_again FROM dead_letters WHERE id = ?1";
        connection.query_row(sql, [id], read).optional()
    })
}

/// Has the bot try again.
///
/// # Errors
/// When there is no database, or SQLite refuses.
pub fn send_again(folder: &Path, id: i64) -> Result<SendAgain, OpenError> {
    within(folder, |connection| {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let event: Option<String> =
            transaction.query_row("SELECT event FROM dead_letters WHERE id = ?1", [id], |row| row.get(0)).optional()?;
        let Some(event) = event else { return Ok(SendAgain::NotThere) };
        if !event.starts_with('{') && !event.starts_with("outbox: ") {
            return Ok(SendAgain::ComesByItself);
        }
        if event.starts_with('{')
            && !["\"successful_payment\"", "\"refunded_payment\""].iter().any(|it| event.contains(it))
        {
            return Ok(SendAgain::WordsAreGone);
        }
        transaction.execute("UPDATE dead_letters SET send_again = 1 WHERE id = ?1", [id])?;
        transaction.commit()?;
        Ok(SendAgain::Marked)
    })
}

/// Forgets one of them. Whether it was there.
///
/// # Errors
/// When there is no database, or SQLite refuses.
pub fn forget(folder: &Path, id: i64) -> Result<bool, OpenError> {
    within(folder, |connection| Ok(connection.execute("DELETE FROM dead_letters WHERE id = ?1", params![id])? > 0))
}

fn within<T>(folder: &Path, work: impl FnOnce(&mut Connection) -> rusqlite::Result<T>) -> Result<T, OpenError> {
    let (mut connection, file) = super::beside(folder)?;
    work(&mut connection).map_err(|source| OpenError::Database { file, source })
}

fn read(row: &Row<'_>) -> rusqlite::Result<DeadLetter> {
    let at = Timestamp::from_millisecond(row.get(1)?).unwrap_or(Timestamp::UNIX_EPOCH);
    Ok(DeadLetter {
        id: row.get(0)?,
        at,
        user: row.get(2)?,
        reason: row.get(3)?,
        event: row.get(4)?,
        is_sent_again: row.get(5)?,
    })
}
