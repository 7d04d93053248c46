//! What operators do about other people, their money ([`grant`] and those after it) and their orders ([`orders`]), and
//! about what is sold. Each deed is a row that says who, what and why, and never changes.

use rusqlite::params;
use shared::job::{JobId, ModelId};

use super::CoreError;
use super::ids::{Credits, PurchaseName, UserId};
use super::ledger::{self, Applied, Balance, Cause};
use super::models::{self, Switch, SwitchedBy};
use super::notices::{self, Notice};
use super::people as everybody;
use super::promos::{self, PromoCode, PromoTerms};
use super::refunds::{self, BeginRefund, DeclineRefund, Purchase, RefundInitiator};
use super::row_enum::row_enum;
use super::shop::{self, Decide, Item};
use super::support_requests;
use super::turn::Turn;

pub(super) mod figures;
pub(super) mod orders;
pub(super) mod people;

/// Purchases that an operator is shown.
const PURCHASES_SHOWN: u32 = 5;

row_enum! {
    /// What an operator did.
    OperatorAction {
        /// Gave credits.
        Grant = "grant",
        /// Took credits.
        Debit = "debit",
        /// Refunded Stars.
        Refund = "refund",
        /// Declined a refund.
        Decline = "decline",
        /// Looked at a person's ledger.
        Look = "look",
        /// Answered a request for payment support.
        Reply = "reply",
        /// Wrote to a person.
        Message = "message",
        /// Blocked a person.
        Block = "block",
        /// Let a person order and buy again.
        Unblock = "unblock",
        /// Had an order tried again.
        TryAgain = "try_again",
        /// Gave the credits of an order back.
        GiveBack = "give_back",
        /// Took an order off the list of those to look after.
        Drop = "drop",
        /// Made a promo code.
        Promo = "promo",
        /// Ended a promo code.
        EndPromo = "promo_off",
        /// Began, stopped or went on with a broadcast.
        Broadcast = "broadcast",
        /// Switched a model on or off.
        SwitchModel = "switch_model",
        /// Changed what is sold, or for how much, or whether.
        ChangeShop = "change_shop",
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
    turn: &Turn<'_>,
    operator: UserId,
    user: UserId,
    credits: Credits,
    reason: &str,
) -> Result<MoveCredits, CoreError> {
    if !everybody::is_known(turn, user)? {
        return Ok(MoveCredits::UnknownPerson);
    }
    let about = About { user: Some(user), credits: Some(credits), ..About::default() };
    let action = record(turn, operator, OperatorAction::Grant, about, reason)?;
    ledger::apply(turn, user, Cause::Grant { action }, credits)?;
    notices::post(turn, user, &Notice::CreditsGranted { action, credits })?;
    Ok(MoveCredits::Moved { available: ledger::available(turn, user)? })
}

/// Takes credits of a person, as far as they have them.
pub(super) fn debit(
    turn: &Turn<'_>,
    operator: UserId,
    user: UserId,
    credits: Credits,
    reason: &str,
) -> Result<MoveCredits, CoreError> {
    if !everybody::is_known(turn, user)? {
        return Ok(MoveCredits::UnknownPerson);
    }
    let available = ledger::available(turn, user)?;
    if available < credits {
        return Ok(MoveCredits::NotEnough { available });
    }
    let about = About { user: Some(user), credits: Some(credits), ..About::default() };
    let action = record(turn, operator, OperatorAction::Debit, about, reason)?;
    let applied = ledger::apply(turn, user, Cause::Debit { action }, credits)?;
    debug_assert_eq!(applied, Applied::Moved, "the person has the credits, and the action is new");
    notices::post(turn, user, &Notice::CreditsDebited { action, credits })?;
    Ok(MoveCredits::Moved { available: ledger::available(turn, user)? })
}

/// Refunds a purchase, spent or not.
pub(super) fn refund(
    turn: &Turn<'_>,
    operator: UserId,
    purchase: &Purchase,
    reason: &str,
) -> Result<BeginRefund, CoreError> {
    let begun = refunds::begin(turn, purchase, RefundInitiator::Operator)?;
    if let BeginRefund::Begun(credits) = begun {
        let about = About { credits: Some(credits), ..About::purchase(purchase) };
        record(turn, operator, OperatorAction::Refund, about, reason)?;
    }
    Ok(begun)
}

/// Declines to refund a purchase.
pub(super) fn decline(
    turn: &Turn<'_>,
    operator: UserId,
    purchase: &Purchase,
    reason: &str,
) -> Result<DeclineRefund, CoreError> {
    let declined = refunds::decline(turn, purchase)?;
    if declined == DeclineRefund::Declined {
        record(turn, operator, OperatorAction::Decline, About::purchase(purchase), reason)?;
    }
    Ok(declined)
}

/// Outcome of [`make_promo`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MakePromo {
    /// People can use it.
    Made,
    /// There is, or was, another one with this name.
    NameTaken,
}

/// Makes a promo code.
pub(super) fn make_promo(
    turn: &Turn<'_>,
    operator: UserId,
    code: &PromoCode,
    terms: &PromoTerms,
) -> Result<MakePromo, CoreError> {
    if !promos::make(turn, code, terms)? {
        return Ok(MakePromo::NameTaken);
    }
    let PromoTerms { credits, uses_max, ends_at } = terms;
    let reason = format!("{} for {uses_max} people until {ends_at}", code.as_str());
    record(turn, operator, OperatorAction::Promo, About { credits: Some(*credits), ..About::default() }, &reason)?;
    Ok(MakePromo::Made)
}

/// Outcome of [`end_promo`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EndPromo {
    /// Nobody can use it any more.
    Ended,
    /// It had ended before.
    HadEnded,
    /// There is no such code.
    Unknown,
}

/// Ends a promo code. What people have by it stays theirs.
pub(super) fn end_promo(turn: &Turn<'_>, operator: UserId, code: &PromoCode) -> Result<EndPromo, CoreError> {
    if promos::get(turn, code)?.is_none() {
        return Ok(EndPromo::Unknown);
    }
    if !promos::end(turn, code)? {
        return Ok(EndPromo::HadEnded);
    }
    record(turn, operator, OperatorAction::EndPromo, About::default(), code.as_str())?;
    Ok(EndPromo::Ended)
}

/// Outcome of [`reply`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReplyToRequest {
    /// This person is told.
    Sent(UserId),
    /// There is no such request.
    UnknownRequest,
}

/// Answers a request for payment support. The words go to the person and are not kept with the action.
pub(super) fn reply(turn: &Turn<'_>, operator: UserId, request: i64, words: &str) -> Result<ReplyToRequest, CoreError> {
    let Some((user, _)) = support_requests::get(turn, request)? else { return Ok(ReplyToRequest::UnknownRequest) };
    let about = About { user: Some(user), ..About::default() };
    let action = record(turn, operator, OperatorAction::Reply, about, &format!("request {request}"))?;
    notices::post(turn, user, &Notice::SupportReply { action, request, words: words.to_owned() })?;
    Ok(ReplyToRequest::Sent(user))
}

/// Puts a model on the menu or takes it off.
pub(super) fn switch_model(
    turn: &Turn<'_>,
    operator: UserId,
    model: &ModelId,
    is_on: bool,
) -> Result<Switch, CoreError> {
    let (switch, change) = if is_on {
        (models::switch_on(turn, model)?, "off → on")
    } else {
        (models::switch_off(turn, model, SwitchedBy::Operator)?, "on → off")
    };
    if switch == Switch::Done {
        record(turn, operator, OperatorAction::SwitchModel, About::default(), &format!("{model}: {change}"))?;
    }
    Ok(switch)
}

/// Decides something of the shop; without a value, that it is as the files have it.
pub(super) fn change_shop(
    turn: &mut Turn<'_>,
    operator: UserId,
    item: &Item,
    value: Option<&str>,
) -> Result<Decide, CoreError> {
    let decided = shop::decide(turn, operator, item, value)?;
    if let Decide::Decided { before, after } = &decided {
        let change = format!("{item}: {before} → {after}");
        record(turn, operator, OperatorAction::ChangeShop, About::default(), &change)?;
    }
    Ok(decided)
}

/// A person's account, as an operator sees it.
#[derive(Debug)]
pub(super) struct Account {
    pub(super) balance: Balance,
    /// The last purchases, newest first.
    pub(super) purchases: Vec<Purchase>,
    /// What moved the credits, newest first.
    pub(super) lines: Vec<AccountLine>,
    /// The number of this page, and how many there are.
    pub(super) page: (i64, i64),
}

/// An entry of the ledger, with what is known of it besides.
#[derive(Debug)]
pub(super) struct AccountLine {
    pub(super) entry: ledger::Entry,
    /// The purchase that it is about.
    pub(super) purchase: Option<PurchaseName>,
    /// The operator whose doing it is, and why.
    pub(super) by: Option<(UserId, String)>,
}

/// A page of a person's account, as an operator asks for it. `None` for somebody who has never written to this bot.
pub(super) fn look(turn: &Turn<'_>, operator: UserId, user: UserId, page: i64) -> Result<Option<Account>, CoreError> {
    if !everybody::is_known(turn, user)? {
        return Ok(None);
    }
    record(turn, operator, OperatorAction::Look, About { user: Some(user), ..About::default() }, "/ledger")?;
    account(turn, user, page).map(Some)
}

/// A page of a person's account.
pub(super) fn account(turn: &Turn<'_>, user: UserId, page: i64) -> Result<Account, CoreError> {
    let ledger::Page { entries, number, pages } = ledger::page(turn, user, page)?;
    let lines = entries.into_iter().map(|entry| line(turn, entry)).collect::<Result<_, _>>()?;
    let (balance, purchases) = (ledger::balance(turn, user)?, refunds::purchases(turn, user, PURCHASES_SHOWN)?);
    Ok(Account { balance, purchases, lines, page: (number, pages) })
}

fn line(turn: &Turn<'_>, entry: ledger::Entry) -> Result<AccountLine, CoreError> {
    let charge = entry.charge();
    // A gift that they opened is another person's purchase.
    let purchase: Option<(UserId, i64)> = match charge {
        Some(charge) => turn.optional("SELECT user, number FROM payments WHERE charge = ?1", [charge])?,
        None => None,
    };
    let by = match (entry.cause(), charge) {
        ("grant" | "debit", _) => {
            let action = entry.id.rsplit(':').next().and_then(|number| number.parse::<i64>().ok());
            turn.optional("SELECT operator, reason FROM operator_actions WHERE id = ?1", [action])?
        }
        ("give-back", _) => turn.optional(
            "SELECT operator, reason FROM operator_actions WHERE job = ?1 AND action = 'give_back'",
            [entry.job()],
        )?,
        // A refund that an operator has begun has the moment of its action.
        ("refund-hold", Some(charge)) => turn.optional(
            "SELECT operator, reason FROM operator_actions WHERE action = 'refund' AND charge = ?1 AND at = ?2",
            params![charge, entry.at.as_millisecond()],
        )?,
        _ => None,
    };
    Ok(AccountLine { purchase: purchase.map(|(user, number)| PurchaseName { user, number }), by, entry })
}

/// The books were checked: operators are told of broken invariants, once a day for each set of findings.
pub(super) fn audited(turn: &Turn<'_>, broken: &[(String, usize)]) -> Result<(), CoreError> {
    if broken.is_empty() {
        return Ok(());
    }
    let day = turn.now().strftime("%Y-%m-%d").to_string();
    notices::post_to_operators(turn, &Notice::BooksAreWrong { day, broken: broken.to_vec() })
}

/// What an action is about.
#[derive(Debug, Clone, Copy, Default)]
struct About<'a> {
    user: Option<UserId>,
    credits: Option<Credits>,
    charge: Option<&'a str>,
    job: Option<JobId>,
}

impl<'a> About<'a> {
    fn purchase(purchase: &'a Purchase) -> Self {
        Self { user: Some(purchase.user), charge: Some(&purchase.charge), ..Self::default() }
    }
}

/// Keeps what an operator does with a broadcast.
pub(super) fn record_broadcast(turn: &Turn<'_>, operator: UserId, reason: &str) -> Result<(), CoreError> {
    record(turn, operator, OperatorAction::Broadcast, About::default(), reason).map(drop)
}

/// Keeps an action. Its number.
fn record(
    turn: &Turn<'_>,
    operator: UserId,
    action: OperatorAction,
    About { user, credits, charge, job }: About<'_>,
    reason: &str,
) -> Result<i64, CoreError> {
    let number = turn.insert(
        "INSERT INTO operator_actions (operator, action, user, credits, charge, reason, at, job)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![operator, action, user, credits, charge, reason, turn.millis(), job.map(|job| job.to_string())],
    )?;
    tracing::info!(operator.id = operator.0, action = action.as_str(), number, "an operator did something");
    Ok(number)
}
