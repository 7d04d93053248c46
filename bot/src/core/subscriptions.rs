//! Monthly subscriptions: paid in Stars by Telegram itself, period by period, until somebody cancels.
//!
//! Each period is a payment of its own and credited like any other (`payments`); all of them carry the payload of the
//! invoice that began the subscription, whose id names it here. What is kept beside the payments is until when it is
//! paid and whether it goes on, as Telegram says it: by a payment, by an update, or by its answer to our call.
//!
//! Telegram's words may come in any order. A payment says that it goes on only if nothing later was heard; that a payment
//! failed is believed only when one was due.
//!
//! Telegram lets a bot cancel a subscription. To go on with one, it lets a bot only allow that: the person does it in
//! Telegram. Source: core.telegram.org/bots/api#edituserstarsubscription, core.telegram.org/method/payments.botCancelStarsSubscription

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::CoreError;
use super::effect::SubscriptionEdit;
use super::event::{Outcome, Receipt};
use super::ids::{Credits, Stars, SubscriptionState, UserId};
use super::notices::{self, Notice};
use super::outbox::{self, Item, Timeliness};
use super::people::blocking;
use super::row_enum::row_enum;
use super::ticket::Kind;
use super::turn::{Turn, from_millis};

/// The only period that Telegram knows.
/// Source: core.telegram.org/bots/api#createinvoicelink
pub(super) const PERIOD: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A payment is due from so long before the end of what is paid.
const DUE_BEFORE_END: SignedDuration = SignedDuration::from_hours(3 * 24);

/// A payment of which nothing is heard, or that failed, is waited for so long: a lost message is on the list of transactions
/// by then.
const WAITED_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Subscriptions that end in one turn, at most.
const ENDING_MAX: u32 = 100;

row_enum! {
    /// What a person wants to happen to a subscription.
    pub Wish {
        /// It shall not be paid again.
        Cancel = "cancel",
        /// It shall go on.
        Resume = "resume",
    }
}

/// A subscription.
#[derive(Debug, Clone)]
pub(super) struct Subscription {
    /// Names it: the id of the invoice that began it.
    pub(super) invoice: String,
    pub(super) user: UserId,
    /// The payment that began it: so Telegram names it.
    pub(super) first_charge: String,
    /// What each period brings.
    pub(super) credits: Credits,
    /// What each period costs.
    pub(super) stars: Stars,
    pub(super) paid_until: Timestamp,
    pub(super) state: SubscriptionState,
    /// Since when it is in its state.
    since: Timestamp,
    /// What Telegram has been asked for and has not answered yet.
    pub(super) wish: Option<Wish>,
}

impl Subscription {
    /// Whether the next payment may be made now.
    pub(super) fn is_due(&self, now: Timestamp) -> bool {
        self.state == SubscriptionState::Ended
            || now.saturating_add(DUE_BEFORE_END).is_ok_and(|by| by >= self.paid_until)
    }
}

/// A payment of a period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Period<'a> {
    pub(super) invoice: &'a str,
    pub(super) user: UserId,
    pub(super) charge: &'a str,
    pub(super) credits: Credits,
    pub(super) stars: Stars,
    /// When it was paid.
    pub(super) at: Timestamp,
    /// Until when, if Telegram says it.
    pub(super) until: Option<Timestamp>,
    /// Whether Telegram says that it begins the subscription.
    pub(super) is_first: bool,
}

impl Period<'_> {
    /// Until when is paid by it.
    pub(super) fn until(&self) -> Timestamp {
        self.until.unwrap_or_else(|| self.at.saturating_add(PERIOD).unwrap_or(Timestamp::MAX))
    }
}

/// A period was paid, or a payment is heard of again. Only a new one (`is_new`) says that the subscription goes on.
pub(super) fn paid(turn: &Turn<'_>, period: &Period<'_>, is_new: bool) -> Result<(), CoreError> {
    let Period { invoice, user, charge, credits, stars, at, is_first, .. } = *period;
    let Some(known) = get(turn, invoice)? else {
        turn.execute(
            "INSERT INTO subscriptions (invoice, user, first_charge, credits, stars, paid_until, state, since)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'active', ?7)",
            params![invoice, user, charge, credits, stars, period.until().as_millisecond(), at.as_millisecond()],
        )?;
        tracing::info!(user.id = user.0, charge.id = charge, "a subscription has begun");
        return Ok(());
    };
    let until = known.paid_until.max(period.until());
    let goes_on = match known.state {
        SubscriptionState::Active => true,
        SubscriptionState::Ended => until > turn.now(),
        SubscriptionState::Cancelled | SubscriptionState::Failed => at.as_second() >= known.since.as_second(),
    };
    let state = if is_new && goes_on { SubscriptionState::Active } else { known.state };
    let since = if state == known.state { known.since } else { at };
    let first = if is_new && is_first { charge } else { known.first_charge.as_str() };
    turn.execute(
        "UPDATE subscriptions SET paid_until = ?2, state = ?3, since = ?4, first_charge = ?5 WHERE invoice = ?1",
        params![invoice, until.as_millisecond(), state, since.as_millisecond(), first],
    )?;
    Ok(())
}

/// Telegram says how a subscription is. One that is not known yet is told by its payment.
pub(super) fn stated(turn: &Turn<'_>, user: UserId, invoice: &str, state: SubscriptionState) -> Result<(), CoreError> {
    let Some(known) = get(turn, invoice)?.filter(|known| known.user == user) else {
        tracing::info!(user.id = user.0, state = state.as_str(), "Telegram speaks of a subscription that is not known");
        return Ok(());
    };
    let is_possible = match state {
        // Old news: it has been paid since.
        SubscriptionState::Failed => known.is_due(turn.now()),
        SubscriptionState::Active => known.paid_until > turn.now(),
        SubscriptionState::Cancelled => true,
        SubscriptionState::Ended => false,
    };
    if known.state == SubscriptionState::Ended || !is_possible {
        return Ok(());
    }
    set_state(turn, &known, state)
}

/// The Stars of this payment went back. A subscription ends with the payment that began it.
pub(super) fn returned(turn: &Turn<'_>, charge: &str) -> Result<(), CoreError> {
    let begun: Option<(String,)> =
        turn.optional("SELECT invoice FROM subscriptions WHERE first_charge = ?1", [charge])?;
    let Some((invoice,)) = begun else { return Ok(()) };
    let Some(known) = get(turn, &invoice)?.filter(|known| known.state != SubscriptionState::Ended) else {
        return Ok(());
    };
    set_state(turn, &known, SubscriptionState::Cancelled)?;
    // Telegram may have done so by itself, and then it refuses.
    ask(turn, &known, Wish::Cancel)
}

/// Outcome of [`wish`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WishSubscription {
    /// Telegram is asked.
    Asked,
    /// It is so already.
    AlreadySo,
    /// They have no such subscription, or it has ended.
    Unknown,
    /// Operators have blocked them, so it cannot go on.
    Blocked,
}

/// A person wants a subscription of theirs to end after what is paid, or to go on.
pub(super) fn wish(turn: &Turn<'_>, user: UserId, invoice: &str, wish: Wish) -> Result<WishSubscription, CoreError> {
    let known = get(turn, invoice)?.filter(|known| known.user == user && known.state != SubscriptionState::Ended);
    let Some(known) = known else { return Ok(WishSubscription::Unknown) };
    if wish == Wish::Resume && blocking::is_blocked(turn, user)? {
        return Ok(WishSubscription::Blocked);
    }
    let is_cancelled = known.state == SubscriptionState::Cancelled;
    if known.wish.is_none() && is_cancelled == (wish == Wish::Cancel) {
        return Ok(WishSubscription::AlreadySo);
    }
    ask(turn, &known, wish)?;
    Ok(WishSubscription::Asked)
}

/// What Telegram is to be asked for, if anything is.
pub(super) fn due(turn: &Turn<'_>, item: &Item) -> Result<Option<SubscriptionEdit>, CoreError> {
    let Some(known) = get(turn, &item.key)? else { return Ok(None) };
    let Some(wish) = known.wish else { return Ok(None) };
    // What this attempt asks for, should they want something else before it is reported.
    outbox::set_payload(turn, item, wish.as_str())?;
    Ok(Some(SubscriptionEdit { charge: known.first_charge, is_cancelled: wish == Wish::Cancel }))
}

/// A call to Telegram ended.
pub(super) fn reported(
    turn: &Turn<'_>,
    item: &Item,
    timeliness: Timeliness,
    outcome: &Outcome,
) -> Result<(), CoreError> {
    if timeliness == Timeliness::Late {
        // A later call is on its way and knows better.
        return Ok(());
    }
    let asked = if item.payload.as_deref() == Some(Wish::Cancel.as_str()) { Wish::Cancel } else { Wish::Resume };
    match outcome {
        Outcome::TryAgain(not_before) => return outbox::try_again(turn, item, *not_before),
        Outcome::Unclear | Outcome::Unreachable => return outbox::try_again(turn, item, None),
        Outcome::Done(receipt) => {
            debug_assert_eq!(*receipt, Receipt::Nothing, "a subscription has no receipt of its own");
            done(turn, &item.key, asked)?;
        }
        Outcome::Refused(reason) => {
            tracing::error!(
                invoice = item.key,
                ?reason,
                asked = asked.as_str(),
                "Telegram refuses to change a subscription"
            );
            refused(turn, &item.key, asked)?;
        }
    }
    turn.execute("UPDATE subscriptions SET wish = NULL WHERE invoice = ?1 AND wish = ?2", params![item.key, asked])?;
    outbox::done(turn, item)
}

/// Now and then: what was paid for is over.
pub(super) fn end_overdue(turn: &Turn<'_>) -> Result<(), CoreError> {
    let overdue: Vec<(String,)> = turn.all(
        "SELECT invoice FROM subscriptions INDEXED BY subscriptions_open
         WHERE state <> 'ended' AND paid_until < ?1 AND (state = 'cancelled' OR paid_until < ?2) LIMIT ?3",
        params![turn.millis(), turn.millis_in(-WAITED_FOR), ENDING_MAX],
    )?;
    for (invoice,) in overdue {
        if let Some(known) = get(turn, &invoice)? {
            set_state(turn, &known, SubscriptionState::Ended)?;
        }
    }
    Ok(())
}

/// The subscription with this name.
pub(super) fn get(turn: &Turn<'_>, invoice: &str) -> Result<Option<Subscription>, CoreError> {
    Ok(read(turn, "invoice = ?1", invoice)?.pop())
}

/// The subscriptions of this person that have not ended.
pub(super) fn of_person(turn: &Turn<'_>, user: UserId) -> Result<Vec<Subscription>, CoreError> {
    read(turn, "user = ?1 AND state <> 'ended' ORDER BY since", user)
}

fn read(turn: &Turn<'_>, which: &str, key: impl rusqlite::ToSql) -> Result<Vec<Subscription>, CoreError> {
    type Row = (String, UserId, String, Credits, Stars, i64, SubscriptionState, i64, Option<Wish>);
    let sql = format!(
        "SELECT invoice, user, first_charge, credits, stars, paid_until, state, since, wish
         FROM subscriptions WHERE {which}"
    );
    let rows: Vec<Row> = turn.all(&sql, [key])?;
    let subscription = |(invoice, user, first_charge, credits, stars, paid_until, state, since, wish): Row| {
        let (paid_until, since) = (from_millis(paid_until), from_millis(since));
        Subscription { invoice, user, first_charge, credits, stars, paid_until, state, since, wish }
    };
    Ok(rows.into_iter().map(subscription).collect())
}

/// Telegram has done it. To cancel is done by that; to go on is up to the person then.
fn done(turn: &Turn<'_>, invoice: &str, asked: Wish) -> Result<(), CoreError> {
    let Some(known) = get(turn, invoice)? else { return Ok(()) };
    match (asked, known.state) {
        (_, SubscriptionState::Ended) => Ok(()),
        (Wish::Cancel, _) => set_state(turn, &known, SubscriptionState::Cancelled),
        (Wish::Resume, SubscriptionState::Cancelled) => {
            let at = turn.now();
            notices::post(turn, known.user, &Notice::SubscriptionMayGoOn { invoice: invoice.to_owned(), at })
        }
        (Wish::Resume, SubscriptionState::Active | SubscriptionState::Failed) => Ok(()),
    }
}

/// Telegram will not do it. Nobody needs to hear so of what has happened without it.
fn refused(turn: &Turn<'_>, invoice: &str, asked: Wish) -> Result<(), CoreError> {
    let Some(known) = get(turn, invoice)? else { return Ok(()) };
    let is_so = asked == Wish::Cancel && matches!(known.state, SubscriptionState::Cancelled | SubscriptionState::Ended);
    if is_so {
        return Ok(());
    }
    let at = turn.now();
    notices::post(turn, known.user, &Notice::SubscriptionNotChanged { invoice: invoice.to_owned(), at })
}

fn ask(turn: &Turn<'_>, known: &Subscription, wish: Wish) -> Result<(), CoreError> {
    turn.execute("UPDATE subscriptions SET wish = ?2 WHERE invoice = ?1", params![known.invoice, wish])?;
    outbox::put(turn, Kind::Subscription, &known.invoice, known.user)
}

fn set_state(turn: &Turn<'_>, known: &Subscription, state: SubscriptionState) -> Result<(), CoreError> {
    if known.state == state {
        return Ok(());
    }
    let (changes,): (i64,) = turn.one(
        "UPDATE subscriptions SET state = ?2, since = ?3, changes = changes + 1 WHERE invoice = ?1 RETURNING changes",
        params![known.invoice, state, turn.millis()],
    )?;
    let (user, invoice) = (known.user, known.invoice.clone());
    tracing::info!(user.id = user.0, invoice, state = state.as_str(), "a subscription has changed");
    notices::post(turn, user, &Notice::SubscriptionChanged { invoice, state, nth: changes })
}
