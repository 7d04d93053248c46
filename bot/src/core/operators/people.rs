//! What operators do about people: find them, look at them, block them, write to them. A look leaves no trace.

use jiff::Timestamp;
use shared::job::JobId;

use super::{About, Account, OperatorAction, account, record};
use crate::core::ids::{PurchaseName, UserId};
use crate::core::jobs::{self, Job};
use crate::core::notices::{self, Notice, TeamNotice};
use crate::core::people::{self, blocking};
use crate::core::subscriptions::{self, Subscription};
use crate::core::turn::{Turn, from_millis};
use crate::core::{CoreError, refunds, support_requests};

/// Orders that a card shows.
const ORDERS_SHOWN: u32 = 3;

/// Outcome of [`block`] and [`unblock`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::core) enum Block {
    /// The person is told.
    Done,
    /// It was so before.
    Already,
    /// The person has never been here.
    UnknownPerson,
    /// The person is an operator.
    IsOperator,
}

/// Blocks a person: they begin nothing new. What they have ordered is made.
pub(in crate::core) fn block(turn: &Turn<'_>, operator: UserId, user: UserId) -> Result<Block, CoreError> {
    if people::is_operator(turn, user) {
        return Ok(Block::IsOperator);
    }
    set_blocked(turn, operator, user, true)
}

/// Lets a person order and buy again.
pub(in crate::core) fn unblock(turn: &Turn<'_>, operator: UserId, user: UserId) -> Result<Block, CoreError> {
    set_blocked(turn, operator, user, false)
}

fn set_blocked(turn: &Turn<'_>, operator: UserId, user: UserId, is_blocked: bool) -> Result<Block, CoreError> {
    if !people::is_known(turn, user)? {
        return Ok(Block::UnknownPerson);
    }
    if !blocking::set(turn, user, is_blocked)? {
        return Ok(Block::Already);
    }
    let action = if is_blocked { OperatorAction::Block } else { OperatorAction::Unblock };
    let action = record(turn, operator, action, About { user: Some(user), ..About::default() }, "/admin")?;
    let notice = if is_blocked { TeamNotice::Blocked { action } } else { TeamNotice::Unblocked { action } };
    notices::post(turn, user, &Notice::OfTeam(notice))?;
    Ok(Block::Done)
}

/// Writes to a person in the name of the bot. Says whether there is such a person. The words are not kept with the action.
pub(in crate::core) fn write_to(
    turn: &Turn<'_>,
    operator: UserId,
    user: UserId,
    words: &str,
) -> Result<bool, CoreError> {
    if !people::is_known(turn, user)? {
        return Ok(false);
    }
    let about = About { user: Some(user), ..About::default() };
    let action = record(turn, operator, OperatorAction::Message, about, "/admin")?;
    notices::post(turn, user, &Notice::OfTeam(TeamNotice::Message { action, words: words.to_owned() }))?;
    Ok(true)
}

/// Whom an operator means by a word: a person's number, a purchase (`123456#2`), the number of a payment request (`#7`), a
/// transaction id or an order. `None` for what names nobody who was ever here.
pub(in crate::core) fn find(turn: &Turn<'_>, word: &str) -> Result<Option<UserId>, CoreError> {
    if let Some(request) = word.strip_prefix('#').and_then(|number| number.parse().ok()) {
        return Ok(support_requests::get(turn, request)?.map(|(user, _)| user));
    }
    if let Some(name) = PurchaseName::parse(word) {
        return Ok(refunds::purchase(turn, name)?.map(|purchase| purchase.user));
    }
    if let Ok(user) = word.parse().map(UserId)
        && people::is_known(turn, user)?
    {
        return Ok(Some(user));
    }
    if let Ok(job) = word.parse::<JobId>()
        && let Some(job) = jobs::get(turn, job)?
    {
        return Ok(Some(job.user));
    }
    let payer = refunds::any_payment(turn, word)?.map(|purchase| purchase.user);
    Ok(match payer {
        Some(payer) if people::is_known(turn, payer)? => Some(payer),
        _ => None,
    })
}

/// A person, as operators see them.
#[derive(Debug)]
pub(in crate::core) struct Card {
    pub(in crate::core) first_seen: Timestamp,
    /// The language that they are spoken to in.
    pub(in crate::core) language: String,
    /// Since when operators have blocked them.
    pub(in crate::core) blocked_at: Option<Timestamp>,
    /// Whether they have blocked the bot.
    pub(in crate::core) is_away: bool,
    /// The first page of it.
    pub(in crate::core) account: Account,
    /// The last ones, newest first.
    pub(in crate::core) orders: Vec<Job>,
    pub(in crate::core) subscriptions: Vec<Subscription>,
}

/// What operators see of a person. `None` for somebody who was never here.
pub(in crate::core) fn card(turn: &Turn<'_>, user: UserId) -> Result<Option<Card>, CoreError> {
    let row: Option<(i64, String, Option<i64>, bool)> = turn.optional(
        "SELECT first_seen, coalesce(language_chosen, language), blocked_at, NOT reachable FROM people WHERE id = ?1",
        [user],
    )?;
    let Some((first_seen, language, blocked_at, is_away)) = row else { return Ok(None) };
    Ok(Some(Card {
        first_seen: from_millis(first_seen),
        language,
        blocked_at: blocked_at.map(from_millis),
        is_away,
        account: account(turn, user, 1)?,
        orders: jobs::last_orders(turn, user, ORDERS_SHOWN)?,
        subscriptions: subscriptions::of_person(turn, user)?,
    }))
}
