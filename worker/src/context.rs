//! What every part of a running worker shares.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rand::Rng as _;
use shared::catalog::Catalog;
use shared::clock::Clock;
use shared::job::Epoch;
use shared::queue::Publisher;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::Settings;
use crate::callback::CallbackUrls;
use crate::callback::limit::CallbackLimit;
use crate::job_store::JobStore;
use crate::kie::KieClient;
use crate::pictures::Pictures;
use crate::provider_state::ProviderDesk;

/// See the module.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) publisher: Arc<dyn Publisher>,
    pub(crate) store: Arc<dyn JobStore>,
    pub(crate) kie: Arc<KieClient>,
    pub(crate) catalog: Arc<Catalog>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) settings: Settings,
    pub(crate) epoch: Epoch,
    pub(crate) callback_urls: CallbackUrls,
    pub(crate) callback_limit: CallbackLimit,
    pub(crate) pictures: Pictures,
    pub(crate) provider: ProviderDesk,
    pub(crate) wakes: Wakes,
}

/// Bells that spare a loop its pause. Rung after the store has the news; a lost ring costs the pause.
#[derive(Debug, Default)]
pub(crate) struct Wakes {
    pub(crate) due: Notify,
    pub(crate) report: Notify,
    pub(crate) provider: Notify,
}

impl Context {
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
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
