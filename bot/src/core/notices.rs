//! Messages that must arrive: receipts, bad news, requests and alarms for operators.
//!
//! A rule posts a notice as data; `chat::render` turns it into words and buttons when it is sent, in the language that the
//! person has then. Its key says what it is about, so the same thing is never said twice.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use shared::job::{BlockReason, FailureReason, JobId, KeyName};

use super::CoreError;
use super::event::{Outcome, Receipt, SaleCall, TroubleKind};
use super::ids::{Credits, PurchaseName, RefundEligibility, Stars, SubscriptionState, UserId};
use super::outbox::{self, Item, Timeliness};
use super::people;
use super::role::Role;
use super::ticket::Kind;
use super::turn::Turn;

mod links;
mod models;
mod team;

pub(super) use links::LinkNotice;
pub(super) use models::{ModelNotice, PriceLine, PriceStep};
pub(super) use team::TeamNotice;

/// What somebody must be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Notice {
    /// Stars were paid and credited, with the bonus of the pack, that of a first purchase, and what comes of an invitation.
    /// If it was for a gift, its row says so.
    Receipt {
        charge: String,
        bought: Credits,
        #[serde(default)]
        bonus: Credits,
        #[serde(default)]
        first: Credits,
        #[serde(default)]
        invited: Credits,
        /// For a subscription: until when it is paid.
        #[serde(default)]
        until: Option<Timestamp>,
    },
    /// A subscription is not as it was; changes are counted.
    SubscriptionChanged { invoice: String, state: SubscriptionState, nth: i64 },
    /// Telegram lets a person go on with a subscription.
    SubscriptionMayGoOn { invoice: String, at: Timestamp },
    /// Telegram has refused to change a subscription.
    SubscriptionNotChanged { invoice: String, at: Timestamp },
    /// News of a link of theirs, or of what came by one.
    OfLink(LinkNotice),
    /// Stars were paid for nothing that the bot sells.
    PaymentUnmatched { charge: String },
    /// Stars went back to the buyer. `taken` may be less than was `bought`: an operator may refund spent credits.
    StarsReturned { charge: String, bought: Credits, taken: Credits },
    /// An operator has declined a refund.
    RefundDeclined { purchase: PurchaseName, stars: Stars, credits: Credits, at: Timestamp },
    /// Telegram has refused a refund; these credits were given back.
    RefundRefused { charge: String, nth: i64, credits: Credits },
    /// An operator has given credits.
    CreditsGranted { action: i64, credits: Credits },
    /// An operator has taken credits.
    CreditsDebited { action: i64, credits: Credits },
    /// An operator answers a request for payment support.
    SupportReply { action: i64, request: i64, words: String },
    /// An operator has done something about the person or their orders.
    OfTeam(TeamNotice),
    /// There is no video; the credits are back.
    JobFailed { job: JobId, reason: FailureReason, price: Credits },
    /// The video does not reach a person who can be reached; the credits are back, if they had not been given back before.
    VideoLost { job: JobId, reason: LossReason, price: Credits, was_paid: bool },

    /// For operators: the provider takes no orders, or takes them again.
    ProviderChanged { blocked: Option<BlockReason>, since: Timestamp },
    /// For operators: the provider takes no orders by one of several keys, or takes them again.
    KeyChanged { key: KeyName, blocked: Option<BlockReason>, since: Timestamp },
    /// For operators: jobs need a key that workers do not have. Told once a day.
    KeyMissing { key: KeyName, at: Timestamp },
    /// For operators: a finished video does not reach its person, who has been told. In words: what was met last.
    VideoNotDelivered { job: JobId, user: UserId, reason: LossReason, detail: String, at: Timestamp },
    /// For operators: finished videos wait to be delivered for long, and their people are not the reason.
    VideosAreLate { at: Timestamp },
    /// For operators: the provider's balance is too small for these models, which cost more of its credits than that.
    BalanceLow { affordable: u32, models: Vec<String>, since: Timestamp },
    /// For operators: Stars were paid for nothing that the bot sells.
    ForeignPayment { payer: UserId, charge: String, stars: Stars },
    /// For operators: Telegram has refused a refund.
    RefundFailed { user: UserId, charge: String, nth: i64, stars: Stars, credits: Credits, reason: String },
    /// For operators: Telegram's updates do not arrive.
    ConnectionTrouble { kind: TroubleKind, words: String, since: Timestamp },
    /// For operators: they arrive again.
    ConnectionMended { kind: TroubleKind, since: Timestamp, until: Timestamp },
    /// For operators: Telegram refuses a call without which nothing can be sold.
    SaleRefused { call: SaleCall, at: Timestamp, reason: String },
    /// For operators: a buyer asks for a refund that they may not have without asking.
    RefundWanted { purchase: PurchaseName, because: RefundEligibility, asked_at: Timestamp },
    /// For operators: somebody asks for payment support.
    SupportRequest { number: i64 },
    /// For operators: something could not be handled.
    DeadLetter { at: Timestamp, reason: String },
    /// For operators: the database was put back from a copy in which so many orders wait.
    PutBack { at: Timestamp, orders: i64 },
    /// For operators: workers speak of jobs that this database does not know; told once in an hour.
    UnknownJobs { hour: i64 },
    /// For operators: a payment is missing from Telegram's list.
    PaymentNotListed { user: UserId, charge: String },
    /// For operators: a refund is missing from Telegram's list.
    RefundNotListed { user: UserId, charge: String },
    /// For operators: there are payments from before this database was begun.
    OlderPayments { count: i64, stars: Stars },
    /// For operators: a transaction on Telegram's list cannot be read.
    UnreadableTransaction { id: String },
    /// For operators: Telegram's balance differs from its list by so many billionths of a Star, or does no longer.
    StarDifference { at: Timestamp, balance: Stars, nanostars: i64 },
    /// For the operator who asked: how the reading of Telegram's list went.
    Reconciled { began: Timestamp, summary: Summary },
    /// For the operator who asked: why Telegram's list could not be read.
    NotReconciled { began: Timestamp, reason: String },
    /// For the operator whose broadcast it is: everybody was sent it, or could not be.
    BroadcastDone { id: i64, sent: i64, blocked: i64, failed: i64 },
    /// For the operator whose broadcast it is: Telegram refuses the message, or it is gone if there is no reason.
    BroadcastStopped { id: i64, reason: String, at: Timestamp },
    /// For operators: news of a model.
    OfModel(ModelNotice),
    /// For operators: invariants that do not hold, each with its number of violations.
    BooksAreWrong { day: String, broken: Vec<(String, usize)> },
}

/// Why a video that was made does not reach its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum LossReason {
    /// The provider has no video where it says, although it was asked once more.
    NoVideo,
    /// It is too large for Telegram, and there is no address to offer it at.
    TooLarge,
    /// Telegram refuses it by every method.
    NotTaken,
    /// It could not be sent for as long as it was kept.
    Overdue,
}

impl LossReason {
    /// The name in texts and keys.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::NoVideo => "no-video",
            Self::TooLarge => "too-large",
            Self::NotTaken => "not-taken",
            Self::Overdue => "overdue",
        }
    }
}

/// What came of a reading of Telegram's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Summary {
    /// Transactions on the list.
    pub(super) listed: i64,
    /// Of them, those that this reading found.
    pub(super) new: i64,
    /// Of the new ones, payments that were credited.
    pub(super) credited: i64,
    /// Of the new ones, refunds whose credits were taken.
    pub(super) revoked: i64,
    /// Telegram's balance.
    pub(super) balance: Stars,
    /// How much more the balance is than the list adds up to, in billionths of a Star.
    pub(super) difference: i64,
}

impl Notice {
    /// What the notice is about. The same thing is said once.
    fn key(&self) -> String {
        match self {
            Self::Receipt { charge, .. } => format!("receipt:{charge}"),
            Self::SubscriptionChanged { invoice, nth, .. } => format!("subscription:{invoice}:{nth}"),
            // Whoever presses again and again reads it once a day.
            Self::SubscriptionMayGoOn { invoice, at } => {
                format!("subscription-may-go-on:{invoice}:{}", at.as_second() / 86_400)
            }
            Self::SubscriptionNotChanged { invoice, at } => {
                format!("subscription-not-changed:{invoice}:{}", at.as_second() / 86_400)
            }
            Self::OfLink(notice) => notice.key(),
            Self::PaymentUnmatched { charge } => format!("unmatched:{charge}"),
            Self::StarsReturned { charge, .. } => format!("returned:{charge}"),
            // One that was declined may be asked for again, and declined again.
            Self::RefundDeclined { purchase, at, .. } => {
                format!("refund-declined:{purchase}:{}", at.as_millisecond())
            }
            Self::RefundRefused { charge, nth, .. } => format!("refund-refused:{charge}:{nth}"),
            Self::CreditsGranted { action, .. } => format!("grant:{action}"),
            Self::CreditsDebited { action, .. } => format!("debit:{action}"),
            Self::SupportReply { action, .. } => format!("reply:{action}"),
            Self::OfTeam(notice) => notice.key(),
            Self::JobFailed { job, reason, .. } => format!("failed:{job}:{}", reason.as_str()),
            Self::VideoLost { job, .. } => format!("lost:{job}"),
            // Many videos may be lost for one reason: operators hear of it once an hour.
            Self::VideoNotDelivered { reason, at, .. } => {
                format!("not-delivered:{}:{}", reason.as_str(), at.as_second() / 3600)
            }
            Self::VideosAreLate { at } => format!("videos-late:{}", at.as_second() / (24 * 3600)),
            Self::ProviderChanged { blocked, since } => {
                format!("provider:{}:{since}", blocked.map(BlockReason::as_str).unwrap_or_default())
            }
            Self::KeyChanged { key, blocked, since } => {
                format!("key:{key}:{}:{since}", blocked.map(BlockReason::as_str).unwrap_or_default())
            }
            Self::KeyMissing { key, at } => format!("key-missing:{key}:{}", at.as_second() / 86_400),
            Self::BalanceLow { models, since, .. } => format!("balance-low:{}:{since}", models.join(",")),
            Self::ForeignPayment { charge, .. } => format!("foreign:{charge}"),
            Self::RefundFailed { charge, nth, .. } => format!("refund-failed:{charge}:{nth}"),
            Self::RefundWanted { purchase, asked_at, .. } => {
                format!("refund-wanted:{purchase}:{}", asked_at.as_millisecond())
            }
            Self::SupportRequest { number } => format!("support:{number}"),
            // Many events may fail for one reason: operators hear of it once an hour.
            Self::DeadLetter { at, reason } => {
                format!("dead-letter:{}:{}", at.as_second() / 3600, start_of(reason))
            }
            Self::ConnectionTrouble { kind, since, .. } => {
                format!("connection:{}:{}", kind.as_str(), since.as_millisecond())
            }
            Self::ConnectionMended { until, .. } => format!("connection-mended:{}", until.as_millisecond()),
            // Every buyer meets the same refusal: operators hear of it once a day.
            Self::SaleRefused { call, at, reason } => {
                format!("sale-refused:{}:{}:{}", call.as_str(), at.as_second() / 86_400, start_of(reason))
            }
            Self::PutBack { at, .. } => format!("put-back:{}", at.as_millisecond()),
            Self::UnknownJobs { hour } => format!("unknown-jobs:{hour}"),
            Self::PaymentNotListed { charge, .. } => format!("payment-not-listed:{charge}"),
            Self::RefundNotListed { charge, .. } => format!("refund-not-listed:{charge}"),
            Self::OlderPayments { .. } => "older-payments".to_owned(),
            Self::UnreadableTransaction { id } => format!("unreadable-transaction:{id}"),
            Self::StarDifference { at, .. } => format!("star-difference:{}", at.as_millisecond()),
            Self::Reconciled { began, .. } | Self::NotReconciled { began, .. } => {
                format!("reconciled:{}", began.as_millisecond())
            }
            Self::BroadcastDone { id, .. } => format!("broadcast-done:{id}"),
            Self::BroadcastStopped { id, at, .. } => format!("broadcast-stopped:{id}:{}", at.as_millisecond()),
            Self::OfModel(notice) => notice.key(),
            Self::BooksAreWrong { day, broken } => {
                let names: Vec<&str> = broken.iter().map(|(invariant, _)| invariant.as_str()).collect();
                format!("audit:{day}:{}", names.join("; "))
            }
        }
    }
}

impl Notice {
    /// The least role of the operators who are told: those who can do something about it.
    const fn concerns(&self) -> Role {
        if matches!(self, Self::SupportRequest { .. }) { Role::Support } else { Role::Owner }
    }
}

/// As much of a reason as tells it from others.
fn start_of(reason: &str) -> String {
    reason.chars().take(80).collect()
}

/// Queues a notice for a person, once per key.
pub(super) fn post(turn: &Turn<'_>, user: UserId, notice: &Notice) -> Result<(), CoreError> {
    outbox::put_once(turn, Kind::Notice, &notice.key(), user, &serde_json::to_string(notice)?)?;
    Ok(())
}

/// Queues a notice for every operator whom it concerns, once per key and operator.
pub(super) fn post_to_operators(turn: &Turn<'_>, notice: &Notice) -> Result<(), CoreError> {
    post_to_operators_at(turn, notice, turn.millis())
}

/// The same, to be sent at this moment: what is rendered then may speak of all that came until then.
pub(super) fn post_to_operators_at(turn: &Turn<'_>, notice: &Notice, due: i64) -> Result<(), CoreError> {
    let payload = serde_json::to_string(notice)?;
    turn.policy().who_may(notice.concerns()).into_iter().try_for_each(|operator| {
        let key = format!("{}:{operator}", notice.key());
        if outbox::put_once(turn, Kind::Notice, &key, operator, &payload)? {
            outbox::put_off(turn, Kind::Notice, &key, due)?;
        }
        Ok(())
    })
}

/// Queues a notice for the operator who asked for it.
pub(super) fn post_to_operator(turn: &Turn<'_>, operator: UserId, notice: &Notice) -> Result<(), CoreError> {
    let key = format!("{}:{operator}", notice.key());
    outbox::put_once(turn, Kind::Notice, &key, operator, &serde_json::to_string(notice)?)?;
    Ok(())
}

/// An attempt to send a notice ended. What was said by a late attempt need not be said again.
pub(super) fn reported(
    turn: &Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    match (outcome, timeliness) {
        (Outcome::Done(receipt), _) => {
            debug_assert!(matches!(receipt, Receipt::Message(_)), "a notice becomes a message");
            outbox::done(turn, item)?;
            people::reached(turn, item.user)
        }
        (_, Timeliness::Late) => Ok(()),
        (Outcome::Refused(reason), _) => {
            tracing::error!(
                notice = item.key,
                ?reason,
                "Telegram refuses a notice for good; the person will not see it"
            );
            outbox::done(turn, item)
        }
        (Outcome::Unreachable, _) => people::unreachable(turn, item),
        (Outcome::TryAgain(not_before), _) => outbox::try_again(turn, item, *not_before),
        (Outcome::Unclear, _) => outbox::try_again(turn, item, None),
    }
}
