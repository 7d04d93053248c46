//! Promo codes: credits for so many people, once each, until a day. Operators make them (`operators`).
//!
//! A code that was made keeps its name for ever, so a name never stands for two things. Whoever tries codes that there are
//! not is slowed down (`rate_limits`).

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::ids::{Credits, UserId};
use super::ledger::{self, Applied, Cause};
use super::turn::{Turn, from_millis};
use super::{CoreError, rate_limits};

/// Codes that operators are shown.
const SHOWN_MAX: u32 = 30;

/// A code, as it is kept: 3 to 32 letters, digits, dashes or underscores, which fit into a link. People may write it in
/// small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PromoCode(String);

impl PromoCode {
    /// Reads what somebody has written.
    pub(super) fn parse(written: &str) -> Option<Self> {
        let code = written.trim().to_ascii_uppercase();
        let fits = (3..=32).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        fits.then_some(Self(code))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a code is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PromoTerms {
    /// What everybody gets.
    pub(super) credits: Credits,
    /// How many people may use it.
    pub(super) uses_max: u32,
    /// Until when.
    pub(super) ends_at: Timestamp,
}

/// A code, as operators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Promo {
    pub(super) code: String,
    pub(super) terms: PromoTerms,
    /// How many people have used it.
    pub(super) uses: u32,
}

/// Outcome of [`redeem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Redeem {
    /// These credits are theirs.
    Redeemed(Credits),
    /// There is no such code.
    Unknown,
    /// It was good until a while ago.
    Expired,
    /// As many people have used it as may.
    UsedUp,
    /// They have used it before.
    AlreadyUsed,
    /// They have tried too many codes that there are not, and may try again then.
    TooManyTries(SignedDuration),
}

/// Somebody uses a code.
pub(super) fn redeem(turn: &Turn<'_>, user: UserId, written: &str) -> Result<Redeem, CoreError> {
    if let Some(wait) = rate_limits::next_code_in(turn, user)? {
        return Ok(Redeem::TooManyTries(wait));
    }
    let known = match PromoCode::parse(written) {
        Some(code) => get(turn, &code)?,
        None => None,
    };
    let Some(Promo { code, terms, uses }) = known else {
        rate_limits::wrong_code(turn, user)?;
        return Ok(Redeem::Unknown);
    };
    if turn.exists("SELECT 1 FROM promo_uses WHERE code = ?1 AND user = ?2", params![code, user])? {
        return Ok(Redeem::AlreadyUsed);
    }
    if turn.now() >= terms.ends_at {
        return Ok(Redeem::Expired);
    }
    if uses >= terms.uses_max {
        return Ok(Redeem::UsedUp);
    }
    turn.execute("INSERT INTO promo_uses (code, user, at) VALUES (?1, ?2, ?3)", params![code, user, turn.millis()])?;
    turn.execute("UPDATE promo_codes SET uses = uses + 1 WHERE code = ?1", [&code])?;
    let applied = ledger::apply(turn, user, Cause::Promo { code: &code, user }, terms.credits)?;
    debug_assert_eq!(applied, Applied::Moved, "a person uses a code once");
    tracing::info!(user.id = user.0, code, credits = terms.credits.0, "a promo code was used");
    Ok(Redeem::Redeemed(terms.credits))
}

/// Makes a code. False if its name has been used.
pub(super) fn make(turn: &Turn<'_>, code: &PromoCode, terms: &PromoTerms) -> Result<bool, CoreError> {
    let PromoTerms { credits, uses_max, ends_at } = terms;
    let made = turn.execute(
        "INSERT INTO promo_codes (code, credits, uses_max, made_at, ends_at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (code) DO NOTHING",
        params![code.as_str(), credits, uses_max, turn.millis(), ends_at.as_millisecond()],
    )?;
    Ok(made > 0)
}

/// Ends a code now. False if it is not there, or has ended.
pub(super) fn end(turn: &Turn<'_>, code: &PromoCode) -> Result<bool, CoreError> {
    let ended = turn.execute(
        "UPDATE promo_codes SET ends_at = ?2 WHERE code = ?1 AND ends_at > ?2",
        params![code.as_str(), turn.millis()],
    )?;
    Ok(ended > 0)
}

/// The code with this name.
pub(super) fn get(turn: &Turn<'_>, code: &PromoCode) -> Result<Option<Promo>, CoreError> {
    let row = turn
        .optional("SELECT code, credits, uses_max, ends_at, uses FROM promo_codes WHERE code = ?1", [code.as_str()])?;
    Ok(row.map(read))
}

/// The newest codes first.
pub(super) fn all(turn: &Turn<'_>) -> Result<Vec<Promo>, CoreError> {
    let rows = turn.all(
        "SELECT code, credits, uses_max, ends_at, uses FROM promo_codes ORDER BY made_at DESC, code LIMIT ?1",
        [SHOWN_MAX],
    )?;
    Ok(rows.into_iter().map(read).collect())
}

fn read((code, credits, uses_max, ends_at, uses): (String, Credits, u32, i64, u32)) -> Promo {
    Promo { code, terms: PromoTerms { credits, uses_max, ends_at: from_millis(ends_at) }, uses }
}
