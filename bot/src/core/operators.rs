//! What operators do with other people's money. Each deed is a row that says who, what and why, and never changes.

use rusqlite::{OptionalExtension as _, params};

use super::chat::texts::Texts;
use super::event::Keyboard;
use super::ids::{Credits, UserId};
use super::ledger::{Applied, Cause};
use super::notices::Notice;
use super::refunds::{self, BeginRefund, DeclineRefund, Purchase, Wish};
use super::{CoreError, Turn, ledger, notices, people};

/// A deed, as rows name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// Gives credits.
    Grant,
    /// Takes credits.
    Debit,
    /// Gives Stars back.
    Refund,
    /// Declines to give Stars back.
    Decline,
    /// Looks at a person's ledger.
    Look,
    /// Answers a request for payment support.
    Reply,
}

impl Deed {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Grant => "grant",
            Self::Debit => "debit",
            Self::Refund => "refund",
            Self::Decline => "decline",
            Self::Look => "look",
            Self::Reply => "reply",
        }
    }
}

/// Outcome of [`grant`] and [`debit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MoveCredits {
    /// The person has so many now.
    Moved { available: Credits },
    /// The person has never written to this bot.
    UnknownPerson,
    /// The person has fewer.
    NotEnough { available: Credits },
}

/// Gives a person credits.
pub(super) fn grant(
    turn: &Turn<'_, '_>,
    operator: UserId,
    user: UserId,
    credits: Credits,
    reason: &str,
) -> Result<MoveCredits, CoreError> {
    if !people::is_known(turn, user)? {
        return Ok(MoveCredits::UnknownPerson);
    }
    let action = write_down(turn, operator, Deed::Grant, (Some(user), Some(credits), None), reason)?;
    ledger::apply(turn, user, Cause::Grant { action }, credits)?;
    let available = ledger::available(turn, user)?;
    let html = people::texts(turn, user)?.credits_granted(credits, available);
    tell(turn, &format!("grant:{action}"), user, html)?;
    Ok(MoveCredits::Moved { available })
}

/// Takes credits of a person, as far as they have them.
pub(super) fn debit(
    turn: &Turn<'_, '_>,
    operator: UserId,
    user: UserId,
    credits: Credits,
    reason: &str,
) -> Result<MoveCredits, CoreError> {
    if !people::is_known(turn, user)? {
        return Ok(MoveCredits::UnknownPerson);
    }
    let available = ledger::available(turn, user)?;
    if available < credits {
        return Ok(MoveCredits::NotEnough { available });
    }
    let action = write_down(turn, operator, Deed::Debit, (Some(user), Some(credits), None), reason)?;
    let applied = ledger::apply(turn, user, Cause::Debit { action }, credits)?;
    debug_assert_eq!(applied, Applied::Moved, "the person has the credits, and the action is new");
    let available = ledger::available(turn, user)?;
    let html = people::texts(turn, user)?.credits_debited(credits, available);
    tell(turn, &format!("debit:{action}"), user, html)?;
    Ok(MoveCredits::Moved { available })
}

/// Gives a purchase back, spent or not.
pub(super) fn refund(
    turn: &Turn<'_, '_>,
    operator: UserId,
    purchase: &Purchase,
    reason: &str,
) -> Result<BeginRefund, CoreError> {
    let begun = refunds::begin(turn, purchase, Wish::Operators)?;
    if let BeginRefund::Begun(credits) = begun {
        let what = (Some(purchase.user), Some(credits), Some(purchase.charge.as_str()));
        write_down(turn, operator, Deed::Refund, what, reason)?;
    }
    Ok(begun)
}

/// Declines to give a purchase back.
pub(super) fn decline(
    turn: &Turn<'_, '_>,
    operator: UserId,
    purchase: &Purchase,
    reason: &str,
) -> Result<DeclineRefund, CoreError> {
    let declined = refunds::decline(turn, purchase)?;
    if declined == DeclineRefund::Declined {
        let what = (Some(purchase.user), None, Some(purchase.charge.as_str()));
        write_down(turn, operator, Deed::Decline, what, reason)?;
    }
    Ok(declined)
}

/// Outcome of [`reply`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReplyToRequest {
    /// This person is told.
    Sent(UserId),
    /// There is no such request.
    UnknownRequest,
}

/// Answers a request for payment support. The words go to the person and are not kept with the deed.
pub(super) fn reply(
    turn: &Turn<'_, '_>,
    operator: UserId,
    request: i64,
    words: &str,
) -> Result<ReplyToRequest, CoreError> {
    let user: Option<UserId> = turn
        .tx
        .prepare_cached("SELECT user FROM support_requests WHERE id = ?1")?
        .query_row([request], |row| row.get(0))
        .optional()?;
    let Some(user) = user else { return Ok(ReplyToRequest::UnknownRequest) };
    let what = (Some(user), None, None);
    let action = write_down(turn, operator, Deed::Reply, what, &format!("request {request}"))?;
    let html = people::texts(turn, user)?.support_reply(request, words);
    tell(turn, &format!("reply:{action}"), user, html)?;
    Ok(ReplyToRequest::Sent(user))
}

/// Notes that an operator looked at a person's ledger.
pub(super) fn look(turn: &Turn<'_, '_>, operator: UserId, user: UserId, reason: &str) -> Result<(), CoreError> {
    write_down(turn, operator, Deed::Look, (Some(user), None, None), reason).map(drop)
}

/// The books were checked, and are wrong: the operators are told, once a day for each set of findings.
pub(super) fn audited(turn: &Turn<'_, '_>, broken: &[(String, usize)]) -> Result<(), CoreError> {
    if broken.is_empty() {
        return Ok(());
    }
    let html = Texts::for_operators().books_are_wrong(broken);
    let day = turn.now().strftime("%Y-%m-%d");
    let names: Vec<&str> = broken.iter().map(|(invariant, _)| invariant.as_str()).collect();
    notices::post_to_admins(turn, &format!("audit:{day}:{}", names.join("; ")), &html)
}

/// The person hears of it for sure.
fn tell(turn: &Turn<'_, '_>, name: &str, user: UserId, html: String) -> Result<(), CoreError> {
    notices::post(turn, Notice { name, user, html, keyboard: Keyboard::default() })
}

/// Whom, how many credits and which payment a deed is about.
type About<'a> = (Option<UserId>, Option<Credits>, Option<&'a str>);

/// The number of the deed.
fn write_down(
    turn: &Turn<'_, '_>,
    operator: UserId,
    deed: Deed,
    (user, credits, charge): About<'_>,
    reason: &str,
) -> Result<i64, CoreError> {
    turn.tx
        .prepare_cached(
            "INSERT INTO operator_actions (operator, action, user, credits, charge, reason, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![operator, deed.as_str(), user, credits, charge, reason, turn.millis()])?;
    let number = turn.tx.last_insert_rowid();
    tracing::info!(operator.id = operator.0, action = deed.as_str(), number, "an operator did something with money");
    Ok(number)
}
