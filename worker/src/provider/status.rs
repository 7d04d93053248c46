//! Whether the provider takes orders of this account. While it does not, jobs wait, the bot stops offering, and the
//! operator is told; all workers share what is known through the store.
//!
//! A block ends when an order is accepted (one job tries every few minutes), when the balance has grown, when a key that
//! was refused works again, and in any case after an hour: by then nothing may be waiting that could try, and the bot
//! offers nothing while it is told of a block. If it is still true, the next order finds that out.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use shared::job::{BlockReason, Message as _, ProviderState, WorkerMessage, WorkerMessageBody};
use shared::queue::{Outgoing, Topic};
use shared::retry::Backoff;
use shared::telemetry::chain;
use tokio_util::sync::CancellationToken;

use crate::context::{self, Context, Pause};
use crate::job_store::{Noted, Permit, ProviderStatus, StoreError};
use crate::kie::QueryError;

/// Pauses while the queue or the store does not work.
const PAUSES: Backoff = Backoff { first: Duration::from_secs(1), max: Duration::from_secs(10) };

/// What this worker remembers of the provider between two calls.
#[derive(Debug)]
pub(crate) struct ProbeState {
    started: Timestamp,
    last_probe: Mutex<Timestamp>,
}

impl ProbeState {
    pub(crate) const fn new(now: Timestamp) -> Self {
        Self { started: now, last_probe: Mutex::new(now) }
    }
}

/// Notes what a call has shown, and rings for a statement if it is news.
pub(crate) async fn note(context: &Context, blocked: Option<BlockReason>) -> Result<(), StoreError> {
    match context.store.note_provider_status(&context.settings.account, blocked, context.now()).await? {
        Noted::Same(_) => return Ok(()),
        Noted::Changed(_) => context.notifiers.provider.notify_one(),
    }
    match blocked {
        Some(reason) => tracing::error!(reason = reason.as_str(), "KIE.ai takes no orders until the operator acts"),
        None => tracing::info!("KIE.ai takes orders"),
    }
    Ok(())
}

/// Whether a job may be submitted now. While blocked, one job in a while is let through to try.
pub(crate) async fn may_submit(context: &Context) -> Result<Permit, StoreError> {
    let Some(ProviderStatus { blocked: Some(_), since }) =
        context.store.provider_status(&context.settings.account).await?
    else {
        return Ok(Permit::Granted);
    };
    let now = context.now();
    let mut last_probe = context.probe.last_probe.lock().unwrap_or_else(PoisonError::into_inner);
    if now.duration_since((*last_probe).max(since)) >= context.settings.probe_every {
        *last_probe = now;
        return Ok(Permit::Granted);
    }
    let until = now.checked_add(context.settings.policy.blocked_pause).unwrap_or(Timestamp::MAX);
    Ok(Permit::Wait { until })
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
                every
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

/// What this worker saw of the account by reading its balance.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// The balance when the account was found empty.
    empty_at: Option<f64>,
    /// The key could not even read the balance. One that could, and may not create tasks, is not cleared by reading
    /// the balance again: else it would be cleared and found wanting every minute.
    is_locked_out: bool,
}

pub(crate) async fn watch(context: &Context, seen: &mut Seen) -> anyhow::Result<()> {
    // What is known goes out first: reading the balance may take its time.
    state(context).await?;
    let balance = context.provider.credits().await;
    let known = context.store.provider_status(&context.settings.account).await?;
    if known.is_some_and(|known| is_old(context, known)) {
        tracing::info!("the provider has been blocked for long; the next order tries it");
        return note(context, None).await.map_err(Into::into);
    }
    let known = known.and_then(|known| known.blocked);
    match balance {
        Ok(balance) => {
            metrics::gauge!("starreel_kie_balance_credits").set(balance);
            let baseline = *seen.empty_at.get_or_insert(balance);
            let was_locked_out = std::mem::take(&mut seen.is_locked_out);
            match known {
                Some(BlockReason::Unauthorized) if was_locked_out => note(context, None).await?,
                Some(BlockReason::OutOfFunds) if balance > baseline => note(context, None).await?,
                Some(BlockReason::OutOfFunds | BlockReason::KeyLimit | BlockReason::Unauthorized) => {}
                None => seen.empty_at = None,
            }
        }
        Err(QueryError::ProviderBlocked(reason)) => {
            seen.is_locked_out = reason == BlockReason::Unauthorized;
            note(context, Some(reason)).await?;
        }
        Err(error) => tracing::debug!(error = %chain(&error), "the provider's balance was not read"),
    }
    Ok(())
}

fn is_old(context: &Context, known: ProviderStatus) -> bool {
    known.blocked.is_some() && context.now().duration_since(known.since) >= context.settings.lift_after
}

async fn state(context: &Context) -> anyhow::Result<()> {
    let known = context.store.provider_status(&context.settings.account).await?;
    let ProviderStatus { blocked, since } =
        known.unwrap_or(ProviderStatus { blocked: None, since: context.probe.started });
    let state = ProviderState { epoch: context.epoch.clone(), blocked, since, at: context.now() };
    let message = WorkerMessage::from(WorkerMessageBody::Provider(state));
    context.publisher.publish(Topic::Results, Outgoing::new(message.encode())).await?;
    Ok(())
}
