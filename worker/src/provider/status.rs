//! Which orders the provider takes by each key. Those that it takes by none wait, the bot does not offer them, and
//! operators are told; all workers share what is known through the store. Of one key:
//!
//! - **Blocked**: nothing is taken. It ends when an order is accepted (one job tries every few minutes), when the balance
//!   has grown, when a key that was refused works again, and in any case after an hour: by then nothing may be waiting
//!   that could try, and the bot offers nothing while it is told of a block. If it is still true, the next order finds
//!   that out.
//! - **Too dear**: what costs more than the balance is not taken, the rest is. An order that was refused says more than
//!   the balance does, until that has grown.
//! - **Unreachable**: for a while no worker has had an answer. It ends with the first answer.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use shared::catalog::Catalog;
use shared::job::{BlockReason, KeyName};
use shared::retry::Backoff;
use shared::telemetry::chain;
use tokio_util::sync::CancellationToken;

use crate::context::{self, Context, Pause};
use crate::job_store::{Availability, ProviderStatus, Sighting, StoreError};
use crate::keys::KeyInUse;
use crate::kie::QueryError;

mod statement;

/// Pauses while the queue or the store does not work.
const PAUSES: Backoff = Backoff { first: Duration::from_secs(1), max: Duration::from_secs(10) };
/// The pause before the balance is asked for again when there was no answer.
const ASK_AGAIN_AFTER: Duration = Duration::from_secs(15);

/// What an answer of the provider has shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// It has taken an order that costs so many of its credits.
    Took(u32),
    /// It has refused an order that costs so many of its credits, for want of them.
    TooDear(u32),
    /// It takes nothing.
    Blocked(BlockReason),
}

impl Shown {
    /// What is known afterwards.
    fn after(self, known: Availability, catalog: &Catalog) -> Availability {
        match self {
            Self::Took(cost) => {
                let affordable_credits = known.affordable_credits.filter(|affordable| cost <= *affordable);
                Availability { blocked: None, affordable_credits }
            }
            Self::TooDear(cost) => {
                let less = cost.saturating_sub(1);
                let affordable = known.affordable_credits.map_or(less, |affordable| affordable.min(less));
                with_credits(known, Some(affordable), catalog)
            }
            Self::Blocked(reason) => Availability { blocked: Some(reason), ..known },
        }
    }
}

/// The same with so many credits to spend: if not even the cheapest video can be paid, nothing is taken.
fn with_credits(known: Availability, affordable: Option<u32>, catalog: &Catalog) -> Availability {
    let cheapest = catalog.offered().map(shared::catalog::Model::kie_cost_from).min().unwrap_or_default();
    let blocked = known.blocked.filter(|reason| *reason != BlockReason::OutOfFunds);
    let is_empty = affordable.is_some_and(|affordable| affordable < cheapest);
    Availability { blocked: blocked.or(is_empty.then_some(BlockReason::OutOfFunds)), affordable_credits: affordable }
}

/// What can be paid from a balance; `None` if that is everything.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float is clamped when it is cast")]
fn affordable(balance: f64, catalog: &Catalog) -> Option<u32> {
    let dearest = catalog.offered().map(shared::catalog::Model::kie_cost_max).max().unwrap_or_default();
    let balance = balance as u32;
    (balance < dearest).then_some(balance)
}

/// How often what a call has shown is put on top of what somebody else saw at the same time.
const NOTE_TRIES: usize = 5;

/// Notes what a call by a key has shown, and rings for a statement if it is news.
pub(crate) async fn note(context: &Context, key: &KeyInUse, shown: Shown) -> Result<(), StoreError> {
    let mut before = known(context, key, true).await?.availability;
    for _try in 0..NOTE_TRIES {
        let after = shown.after(before, &context.catalog);
        before = become_known(context, key, before, after).await?;
        if before == after {
            break;
        }
    }
    Ok(())
}

/// Replaces what was known `before`, and rings for a statement if that is news. Returns what is known now: something
/// else than `after` if somebody has seen something at the same time.
async fn become_known(
    context: &Context,
    key: &KeyInUse,
    before: Availability,
    after: Availability,
) -> Result<Availability, StoreError> {
    if after == before {
        return Ok(after);
    }
    let is_reached = after.blocked != Some(BlockReason::Unreachable);
    let seen = Sighting { is_reached, change: Some((before, after)) };
    let known = context.store.provider_status(&key.key.account, seen, context.now()).await?;
    key.is_known_as(known.availability);
    if known.availability != after {
        return Ok(known.availability);
    }
    context.notifiers.provider.notify_one();
    let key = key.key.name.as_str();
    match (after.blocked, after.affordable_credits) {
        (Some(reason), _) => {
            tracing::error!(
                key,
                reason = reason.as_str(),
                "KIE.ai takes no orders by this key until the operator acts"
            );
        }
        (None, Some(credits)) => {
            tracing::error!(key, credits, "KIE.ai's balance is too small for orders that cost more; top it up");
        }
        (None, None) => tracing::info!(key, "KIE.ai takes orders"),
    }
    Ok(after)
}

/// What the workers know of a key. `is_reached`: the provider has just answered.
async fn known(context: &Context, key: &KeyInUse, is_reached: bool) -> Result<ProviderStatus, StoreError> {
    let seen = Sighting { is_reached, change: None };
    let status = context.store.provider_status(&key.key.account, seen, context.now()).await?;
    key.is_known_as(status.availability);
    Ok(status)
}

/// Runs until the shutdown: reads the balance, states how things are.
pub(crate) async fn run(context: Arc<Context>, shutdown: CancellationToken) -> anyhow::Result<()> {
    let mut seen = Seen::default();
    let mut failures = 0;
    loop {
        let every = context.settings.provider_every;
        let wait = match watch(&context, &mut seen).await {
            Ok(()) => {
                failures = 0;
                if seen.is_silent() { every.min(ASK_AGAIN_AFTER) } else { every }
            }
            // The bot publishes nothing before it has heard of the store: it must not wait for the next round.
            Err(error) => {
                failures += 1;
                tracing::warn!(error = %format_args!("{error:#}"), "the provider's state could not be told");
                PAUSES.delay(failures, &mut rand::rng()).min(every)
            }
        };
        if context::pause(&context.notifiers.provider, wait, &shutdown).await == Pause::Shutdown {
            return Ok(());
        }
    }
}

/// What this worker saw of each key by reading its balance.
#[derive(Debug, Default)]
pub(crate) struct Seen(BTreeMap<KeyName, SeenOfKey>);

impl Seen {
    /// Whether a key has had no answer.
    fn is_silent(&self) -> bool {
        self.0.values().any(|seen| seen.silent_since.is_some())
    }
}

#[derive(Debug, Default)]
struct SeenOfKey {
    /// The balance when it was read last.
    balance: Option<f64>,
    /// The key could not even read the balance. One that could, and may not create tasks, is not cleared by reading
    /// the balance again: else it would be cleared and found wanting every minute.
    is_locked_out: bool,
    /// Since when there has been no answer.
    silent_since: Option<Timestamp>,
}

pub(crate) async fn watch(context: &Context, seen: &mut Seen) -> anyhow::Result<()> {
    // What is known goes out first: reading the balances may take its time.
    statement::make(context).await?;
    for key in context.keys.all() {
        watch_key(context, key, seen.0.entry(key.key.name.clone()).or_default()).await?;
    }
    Ok(())
}

async fn watch_key(context: &Context, key: &KeyInUse, seen: &mut SeenOfKey) -> Result<(), StoreError> {
    let name = &key.key.name;
    let read = key.provider.credits().await;
    let is_reached = !matches!(read, Err(QueryError::Unavailable(_)));
    let status = known(context, key, is_reached).await?;
    let known = status.availability;
    if is_reached {
        seen.silent_since = None;
    }
    let after = match read {
        Ok(balance) => {
            metrics::gauge!("starreel_kie_balance_credits", "key" => name.to_string()).set(balance);
            let has_grown = seen.balance.replace(balance).is_some_and(|last| balance > last);
            let was_locked_out = std::mem::take(&mut seen.is_locked_out);
            by_balance(context, status, balance, Clues { has_grown, was_locked_out })
        }
        Err(QueryError::ProviderBlocked(reason)) => {
            seen.is_locked_out = reason == BlockReason::Unauthorized;
            Availability { blocked: Some(reason), ..known }
        }
        Err(QueryError::Unavailable(error)) => {
            tracing::warn!(key = name.as_str(), error = %chain(&*error), "KIE.ai cannot be reached: check KIE_API_URL and this machine's network");
            let now = context.now();
            let silent_since = *seen.silent_since.get_or_insert(now);
            let silence = now.duration_since(silent_since.min(status.reached_at));
            let is_cut_off = known.blocked.is_none() && silence >= context.settings.unreachable_after;
            if is_cut_off { Availability { blocked: Some(BlockReason::Unreachable), ..known } } else { known }
        }
        Err(error @ (QueryError::NotFound | QueryError::RateLimited)) => {
            tracing::debug!(key = name.as_str(), error = %chain(&error), "the provider's balance was not read");
            known
        }
    };
    // Whoever has seen something else at the same time was later than this answer. The next round looks again.
    become_known(context, key, known, after).await?;
    Ok(())
}

/// What this worker knows besides the balance.
#[derive(Debug, Clone, Copy)]
struct Clues {
    has_grown: bool,
    was_locked_out: bool,
}

/// What a balance says about what was known.
fn by_balance(context: &Context, status: ProviderStatus, balance: f64, clues: Clues) -> Availability {
    let known = status.availability;
    let is_old = context.now().duration_since(status.since) >= context.settings.lift_after;
    let blocked = match known.blocked {
        Some(BlockReason::Unauthorized) if clues.was_locked_out || is_old => None,
        Some(BlockReason::KeyLimit) if is_old => None,
        Some(BlockReason::Unreachable) => None,
        other => other,
    };
    let by_balance = affordable(balance, &context.catalog);
    let affordable = match (known.affordable_credits, by_balance) {
        (Some(refused), by_balance) if !clues.has_grown && !is_old => {
            Some(by_balance.map_or(refused, |affordable| affordable.min(refused)))
        }
        (_, by_balance) => by_balance,
    };
    with_credits(Availability { blocked, ..known }, affordable, &context.catalog)
}
