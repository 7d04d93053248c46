//! The end of a reading: what does not fit is told to the operators once, and who has asked hears how it went.

use rusqlite::params;

use super::{CURSOR, LISTED_WITHIN, StarBalance, StarsRead};
use crate::core::chat::texts::Texts;
use crate::core::event::Keyboard;
use crate::core::ids::{Stars, UserId};
use crate::core::notices::Notice;
use crate::core::provider::{recall, remember};
use crate::core::{CoreError, Turn, notices};

/// The small fact that says when the list was last read to its end, in milliseconds since 1970.
pub(crate) const READ_AT: &str = "stars_read_at";

/// The small fact that says by how many Stars Telegram's balance differs from its list, since the last reading.
pub(crate) const DIFFERENCE: &str = "star_difference";

/// The difference that the operators were told of last.
const DIFFERENCE_TOLD: &str = "star_difference_told";

const NANO: i64 = 1_000_000_000;

/// What came of a reading, for the operator who asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) struct Summary {
    /// Transactions on the list.
    pub(in crate::core) listed: i64,
    /// Of them, those that were new to us in this reading.
    pub(in crate::core) new: i64,
    pub(in crate::core) credited: i64,
    pub(in crate::core) revoked: i64,
    pub(in crate::core) balance: Stars,
    pub(in crate::core) difference: Difference,
}

/// How much more the balance is than the list adds up to, in nanostars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) struct Difference(i64);

impl Difference {
    /// In Stars, as people write it; `None` if there is none.
    pub(in crate::core) fn shown(self) -> Option<String> {
        let (sign, size) = (if self.0 < 0 { "-" } else { "+" }, self.0.unsigned_abs());
        let (stars, rest) = (size / NANO.unsigned_abs(), size % NANO.unsigned_abs());
        let rest = if rest == 0 { String::new() } else { format!(".{rest:09}") };
        (self.0 != 0).then(|| format!("{sign}{stars}{}", rest.trim_end_matches('0')))
    }
}

/// The list was read to its end, or could not be.
pub(in crate::core) fn closed(turn: &Turn<'_, '_>, read: &StarsRead) -> Result<(), CoreError> {
    let texts = Texts::for_operators();
    let html = match &read.outcome {
        Ok(balance) => {
            let summary = compare(turn, read, *balance)?;
            tell_missing(turn)?;
            tell_older(turn)?;
            remember(turn, READ_AT, &turn.millis().to_string())?;
            texts.reconciled(&summary)
        }
        Err(reason) => texts.not_reconciled(reason),
    };
    let Some(operator) = read.asked_by else { return Ok(()) };
    let name = &format!("reconciled:{}:{operator}", read.began.as_millisecond());
    notices::post(turn, Notice { name, user: operator, html, keyboard: Keyboard::default() })
}

/// The balance must be what the list adds up to. A payment may fall between the last page and the balance, so a
/// difference counts when it is seen twice in a row.
fn compare(turn: &Turn<'_, '_>, read: &StarsRead, balance: StarBalance) -> Result<Summary, CoreError> {
    let (stars, nanostars): (i64, i64) = turn
        .tx
        .prepare_cached(
            "SELECT coalesce(sum(CASE direction WHEN 'in' THEN stars WHEN 'out' THEN -stars END), 0),
                    coalesce(sum(CASE direction WHEN 'in' THEN nanostars WHEN 'out' THEN -nanostars END), 0)
             FROM star_transactions",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let nano = |stars: i64, nanostars: i64| stars.saturating_mul(NANO).saturating_add(nanostars);
    let difference = Difference(nano(balance.stars.0, balance.nanostars).saturating_sub(nano(stars, nanostars)));
    tell_difference(turn, difference, balance)?;
    let count = |verdict: &str| {
        let sql = "SELECT count(*) FROM star_transactions WHERE seen_at >= ?1 AND verdict LIKE ?2";
        let since = read.began.as_millisecond();
        turn.tx.prepare_cached(sql)?.query_row(params![since, verdict], |row| row.get(0))
    };
    Ok(Summary {
        listed: recall(turn, CURSOR)?.and_then(|text| text.parse().ok()).unwrap_or_default(),
        new: count("%")?,
        credited: count("credited")?,
        revoked: count("revoked")?,
        balance: balance.stars,
        difference,
    })
}

fn tell_difference(turn: &Turn<'_, '_>, difference: Difference, balance: StarBalance) -> Result<(), CoreError> {
    let now = difference.0.to_string();
    let before = recall(turn, DIFFERENCE)?;
    remember(turn, DIFFERENCE, &now)?;
    let told = recall(turn, DIFFERENCE_TOLD)?.unwrap_or_else(|| "0".to_owned());
    if told == now || (before.as_ref() != Some(&now) && difference.0 != 0) {
        return Ok(());
    }
    remember(turn, DIFFERENCE_TOLD, &now)?;
    let html = Texts::for_operators().star_difference(balance.stars, difference);
    notices::post_to_admins(turn, &format!("star-difference:{}", turn.millis()), &html)
}

/// What we know and Telegram does not list, as far as nobody has been told.
fn tell_missing(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    let before = turn.millis_in(-LISTED_WITHIN);
    let missing = |sql: &str| -> Result<Vec<(String, UserId)>, CoreError> {
        let mut statement = turn.tx.prepare_cached(sql)?;
        let rows = statement.query_map([before], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    };
    let texts = Texts::for_operators();
    let payments = "SELECT charge, user FROM payments WHERE NOT listed AND at < ?1 AND NOT EXISTS (
                        SELECT 1 FROM notices WHERE name BETWEEN 'payment-not-listed:' || charge || ':'
                                                             AND 'payment-not-listed:' || charge || ';')
                    LIMIT 20";
    for (charge, user) in missing(payments)? {
        let html = texts.payment_not_listed(user, &charge);
        notices::post_to_admins(turn, &format!("payment-not-listed:{charge}"), &html)?;
    }
    let refunds = "SELECT charge, user FROM refunds WHERE state = 'done' AND NOT listed AND at < ?1 AND NOT EXISTS (
                       SELECT 1 FROM notices WHERE name BETWEEN 'refund-not-listed:' || charge || ':'
                                                            AND 'refund-not-listed:' || charge || ';')
                   LIMIT 20";
    for (charge, user) in missing(refunds)? {
        let html = texts.refund_not_listed(user, &charge);
        notices::post_to_admins(turn, &format!("refund-not-listed:{charge}"), &html)?;
    }
    Ok(())
}

/// Payments from before this database was begun, in one word.
fn tell_older(turn: &Turn<'_, '_>) -> Result<(), CoreError> {
    let (count, stars): (i64, Stars) = turn
        .tx
        .prepare_cached("SELECT count(*), coalesce(sum(stars), 0) FROM star_transactions WHERE verdict = 'older'")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if count == 0 {
        return Ok(());
    }
    let html = Texts::for_operators().older_payments(count, stars);
    notices::post_to_admins(turn, "older-payments", &html)
}
