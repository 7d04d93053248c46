//! Requests for payment support, which Telegram's terms demand: kept, shown to operators, and answered by them.

use jiff::SignedDuration;
use rusqlite::params;

use super::CoreError;
use super::ids::{RefundEligibility, UserId};
use super::notices::{self, Notice};
use super::refunds;
use super::role::Role;
use super::turn::Turn;

/// Requests older than this are not shown to operators who were named later.
const SHOWN_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Requests of one person within a day, at most.
const PER_DAY_MAX: i64 = 20;

/// Outcome of [`receive`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReceiveRequest {
    /// It has this number, and the operators will see it.
    Received(i64),
    /// This person has sent as many as one may within a day.
    TooMany,
}

/// Keeps a request and shows it to the operators.
pub(super) fn receive(turn: &Turn<'_>, user: UserId, words: &str) -> Result<ReceiveRequest, CoreError> {
    let since = turn.millis_in(-SignedDuration::from_hours(24));
    let (today,): (i64,) =
        turn.one("SELECT count(*) FROM support_requests WHERE user = ?1 AND at > ?2", params![user, since])?;
    if today >= PER_DAY_MAX {
        return Ok(ReceiveRequest::TooMany);
    }
    let number = turn.insert(
        "INSERT INTO support_requests (user, request, at) VALUES (?1, ?2, ?3)",
        params![user, words, turn.millis()],
    )?;
    tracing::info!(user.id = user.0, request = number, "a payment request was received");
    notices::post_to_operators(turn, &Notice::SupportRequest { number })?;
    Ok(ReceiveRequest::Received(number))
}

/// Who sent a request, and its words: empty when they were forgotten.
pub(super) fn get(turn: &Turn<'_>, number: i64) -> Result<Option<(UserId, String)>, CoreError> {
    turn.optional("SELECT user, request FROM support_requests WHERE id = ?1", [number])
}

/// At a start: operators who were named since then are shown what was asked before. Nobody is shown anything twice.
pub(super) fn show_to_new_operators(turn: &Turn<'_>) -> Result<(), CoreError> {
    if turn.policy().who_may(Role::Support).is_empty() {
        return Ok(());
    }
    for (purchase, asked_at) in refunds::wanted(turn)? {
        let because = RefundEligibility::Spent;
        notices::post_to_operators(turn, &Notice::RefundWanted { purchase, because, asked_at })?;
    }
    let requests: Vec<(i64,)> = turn.all(
        "SELECT id FROM support_requests WHERE at > ?1 AND request <> '' ORDER BY id",
        [turn.millis_in(-SHOWN_FOR)],
    )?;
    requests
        .iter()
        .try_for_each(|(number,)| notices::post_to_operators(turn, &Notice::SupportRequest { number: *number }))
}
