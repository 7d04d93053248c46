//! Brings finished videos to the people who ordered them: one try per [`Deliver`], one report per try.
//!
//! Which way to try, and what to do after a failure, is the core's; here is only how each way works. A way takes less
//! time than [`TRY_TIMEOUT`], so a try is over before its effect is handed out again if the lease is longer than that.
//!
//! Known race: when Telegram's answer is lost, the video may have arrived and the next try sends it once more. A rare
//! second copy is better than a paid video that never comes; it is counted in `deliveries_ambiguous_total`.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use shared::clock::Clock;
use shared::telemetry;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::core::event::{Deliver, DeliveryOutcome, DeliveryReport, DeliveryWay, Event};
use crate::intake::Intake;
use crate::telegram::client::Telegram;
use crate::telegram::errands;
use crate::telegram::outbound::Outbound;
use copies::Copies;
use videos::VideoLinks;

pub mod copies;
mod download;
pub mod guard;
pub(crate) mod upkeep;
pub mod videos;
mod ways;

/// No try takes longer, its waiting for a permit aside.
pub const TRY_TIMEOUT: Duration = Duration::from_secs(9 * 60);
/// Telegram fetches up to 20 MB and answers when it has them.
const BY_URL_TIMEOUT: Duration = Duration::from_secs(90);
/// Tries that may wait; they wait in the store, too.
const WAITING_MAX: usize = 1024;
/// Tries at the same time.
const TRIES_AT_ONCE: usize = 8;

/// Where videos to deliver are handed in. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Delivery(mpsc::Sender<Deliver>);

/// Delivers them.
#[derive(Debug)]
pub struct Deliverer {
    parts: Arc<Parts>,
    waiting: mpsc::Receiver<Deliver>,
}

/// What a delivery needs.
#[derive(Debug)]
pub struct Parts {
    /// The calls.
    pub telegram: Telegram,
    /// Whose limits count for videos too.
    pub outbound: Arc<Outbound>,
    /// Where the reports go.
    pub intake: Arc<dyn Intake>,
    /// For what is handed out again.
    pub clock: Arc<dyn Clock>,
    /// Our own copies of videos.
    pub copies: Copies,
    /// The addresses of our copies, if we have a public one.
    pub links: Option<VideoLinks>,
}

/// A deliverer and the way to hand videos to it.
#[must_use]
pub fn delivery(parts: Parts) -> (Delivery, Deliverer) {
    let (sender, waiting) = mpsc::channel(WAITING_MAX);
    (Delivery(sender), Deliverer { parts: Arc::new(parts), waiting })
}

impl Delivery {
    /// Has a video delivered. Never blocks; when too much waits it is left out, and handed out again later.
    pub fn push(&self, deliver: Deliver) {
        if self.0.try_send(deliver).is_err() {
            tracing::warn!("too many videos wait to be delivered; one is left to its due time");
        }
    }
}

impl Deliverer {
    /// Delivers videos and reports, until the shutdown; those in hand are finished.
    ///
    /// # Errors
    /// None.
    pub async fn run(self, shutdown: CancellationToken) -> Result<(), Infallible> {
        let Self { parts, waiting } = self;
        errands::run(waiting, TRIES_AT_ONCE, &shutdown, |deliver| parts.clone().perform(deliver)).await;
        Ok(())
    }
}

impl Parts {
    async fn perform(self: Arc<Self>, deliver: Deliver) {
        let Some(outcome) = self.try_once(&deliver).await else {
            tracing::debug!(job.id = %deliver.job, deliver.attempt, "a delivery was not begun in time; it is handed out again");
            return;
        };
        count(deliver.way, &outcome);
        if matches!(outcome, DeliveryOutcome::Delivered { .. }) {
            let waited = self.clock.now().duration_since(deliver.job.placed_at());
            metrics::histogram!("starreel_order_to_video_seconds").record(waited.as_secs_f64());
        }
        let is_sent = matches!(&outcome, DeliveryOutcome::Delivered { file_id: Some(_) });
        let may_outlive_its_url = outcome == DeliveryOutcome::Unreachable
            || (deliver.attempt > 1 && matches!(&outcome, DeliveryOutcome::TryAgain(_)));
        let report = DeliveryReport { job: deliver.job, attempt: deliver.attempt, outcome };
        if self.intake.submit(Event::Delivery(report)).await.is_err() {
            tracing::debug!(job.id = %deliver.job, "a delivery ended too late for this process to note it");
        }
        if is_sent {
            self.copies.remove(deliver.job).await;
        } else if may_outlive_its_url {
            // The provider's addresses die, and who blocked us may come back later than that.
            self.keep_copy(&deliver).await;
        }
    }

    /// `None` when the try was not begun in time.
    async fn try_once(&self, deliver: &Deliver) -> Option<DeliveryOutcome> {
        if self.clock.now() > deliver.until {
            return None;
        }
        let limit = match deliver.way {
            DeliveryWay::ByUrl => BY_URL_TIMEOUT,
            DeliveryWay::Upload | DeliveryWay::Link => TRY_TIMEOUT,
        };
        if deliver.way == DeliveryWay::Link {
            return Some(within(limit, ways::link(self, deliver)).await);
        }
        self.permit(deliver).await?;
        Some(match deliver.way {
            DeliveryWay::ByUrl => within(limit, ways::by_url(self, deliver)).await,
            DeliveryWay::Upload | DeliveryWay::Link => within(limit, ways::upload(self, deliver)).await,
        })
    }

    /// The right to send, or `None` when it does not come in time: one silenced chat must not hold the others up.
    async fn permit(&self, deliver: &Deliver) -> Option<()> {
        let left = Duration::try_from(deliver.until.duration_since(self.clock.now())).ok()?;
        tokio::time::timeout(left, self.outbound.permit(deliver.user.0)).await.ok()?
    }

    async fn keep_copy(&self, deliver: &Deliver) {
        match tokio::time::timeout(TRY_TIMEOUT, self.copies.keep(deliver.job, &deliver.urls)).await {
            Ok(Ok(_copy)) => {}
            Ok(Err(error)) => {
                tracing::warn!(job.id = %deliver.job, error = %telemetry::chain(&error), "no copy of an undelivered video could be made");
            }
            Err(_elapsed) => tracing::warn!(job.id = %deliver.job, "a copy of an undelivered video took too long"),
        }
    }
}

async fn within(limit: Duration, way: impl Future<Output = DeliveryOutcome>) -> DeliveryOutcome {
    tokio::time::timeout(limit, way).await.unwrap_or_else(|_elapsed| {
        metrics::counter!("starreel_deliveries_ambiguous_total").increment(1);
        DeliveryOutcome::TryAgain(None)
    })
}

fn count(way: DeliveryWay, outcome: &DeliveryOutcome) {
    let way = match way {
        DeliveryWay::ByUrl => "by_url",
        DeliveryWay::Upload => "upload",
        DeliveryWay::Link => "link",
    };
    let outcome = match outcome {
        DeliveryOutcome::Delivered { .. } => "delivered",
        DeliveryOutcome::WayRefused(_) => "way_refused",
        DeliveryOutcome::Unreachable => "unreachable",
        DeliveryOutcome::TryAgain(_) => "try_again",
    };
    metrics::counter!("starreel_deliveries_total", "way" => way, "outcome" => outcome).increment(1);
}
