//! What every part of a running worker shares.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rand::Rng as _;
use shared::catalog::Catalog;
use shared::clock::Clock;
use shared::job::Epoch;
use shared::queue::Publisher;
use shared::signing::SigningKey;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::WorkerConfig;
use crate::alarm::Alarm;
use crate::callback::CallbackUrls;
use crate::callback::limit::CallbackLimit;
use crate::decide::Moment;
use crate::job_store::{Identity, JobStore};
use crate::keys::Keys;
use crate::provider::Provider;

/// See the module.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) publisher: Arc<dyn Publisher>,
    pub(crate) store: Arc<dyn JobStore>,
    pub(crate) keys: Keys,
    pub(crate) catalog: Arc<Catalog>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) settings: WorkerConfig,
    pub(crate) epoch: Epoch,
    pub(crate) callback_urls: CallbackUrls,
    pub(crate) callback_limit: CallbackLimit,
    pub(crate) notifiers: Notifiers,
}

/// What wakes the loops. Rung after the store has the news; a lost ring costs the pause.
#[derive(Debug, Default)]
pub(crate) struct Notifiers {
    pub(crate) due: Alarm,
    pub(crate) report: Alarm,
    pub(crate) provider: Notify,
}

impl Notifiers {
    /// A job is due now.
    pub(crate) fn is_due(&self) {
        self.due.set(Timestamp::MIN);
    }

    /// There is something to tell the bot.
    pub(crate) fn is_unreported(&self) {
        self.report.set(Timestamp::MIN);
    }
}

/// What a worker's context is made of.
#[derive(Debug)]
pub struct Parts {
    /// The queue to the bot.
    pub publisher: Arc<dyn Publisher>,
    /// The store that all workers share.
    pub store: Arc<dyn JobStore>,
    /// The provider and the way of images to it, by each of the settings' keys, in their order.
    pub providers: Vec<Arc<dyn Provider>>,
    /// The models that are sold.
    pub catalog: Arc<Catalog>,
    /// The clock that leases and deadlines go by.
    pub clock: Arc<dyn Clock>,
    /// The times and limits.
    pub settings: WorkerConfig,
}

impl Context {
    /// Puts the parts together. `identity` is what [`JobStore::identity`] of this store said.
    pub(crate) fn new(parts: Parts, identity: Identity) -> anyhow::Result<Self> {
        let Parts { publisher, store, providers, catalog, clock, mut settings } = parts;
        let keys = Keys::new(settings.keys.clone(), providers)?;
        settings.policy.callbacks = settings.webhook_url.is_some();
        settings.policy.are_several_keys = keys.are_several();
        let secret = settings.callback_secret.clone().unwrap_or(identity.callback_secret);
        Ok(Self {
            callback_urls: CallbackUrls::new(settings.webhook_url.clone(), SigningKey::new(secret)),
            callback_limit: CallbackLimit::default(),
            epoch: identity.epoch,
            notifiers: Notifiers::default(),
            publisher,
            store,
            keys,
            catalog,
            clock,
            settings,
        })
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The moment now, for decisions.
    pub(crate) fn moment(&self) -> Moment {
        // In this order: a look at the clock is what finds a step.
        let now = self.now();
        Moment { now, is_after_step: self.clock.has_stepped() }
    }

    /// The end of a lease that begins now.
    pub(crate) fn lease_until(&self, lease: SignedDuration) -> Timestamp {
        self.now().checked_add(lease).unwrap_or(Timestamp::MAX)
    }
}

/// A name for a claim or a save that nobody else uses.
pub(crate) fn unique_token() -> String {
    format!("{:032x}", rand::rng().random::<u128>())
}

/// Why a pause ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pause {
    /// There is, or may be, something to do.
    Over,
    /// The process is to stop.
    Shutdown,
}

/// Waits for the bell or for `at_most`, whichever is first.
pub(crate) async fn pause(bell: &Notify, at_most: Duration, shutdown: &CancellationToken) -> Pause {
    tokio::select! {
        biased;
        () = shutdown.cancelled() => Pause::Shutdown,
        () = bell.notified() => Pause::Over,
        () = tokio::time::sleep(at_most) => Pause::Over,
    }
}
