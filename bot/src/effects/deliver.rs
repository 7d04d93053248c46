//! Brings finished videos to the people who ordered them: one report for each attempt.
//!
//! Which method to use, when to leave it, and what to do after a failure, is the core's; here is only how each method works. An attempt takes
//! less time than [`TRY_TIMEOUT`], so it is over before its lease ends.
//!
//! Known race: when Telegram's answer is lost, the video may have arrived and the next attempt sends it once more. A rare
//! second copy is better than a paid video that never comes; it is counted in `deliveries_ambiguous_total`.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use shared::telemetry;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::{Reporter, Task, task_pool};
use crate::core::effect::{Deliver, DeliveryMethod};
use crate::core::event::{Outcome, Receipt, Refusal};
use crate::telegram::client::Telegram;
use crate::telegram::outbound::Outbound;
use copies::Copies;
use videos::VideoLinks;

pub(crate) mod cleanup;
pub mod copies;
mod download;
mod methods;
pub mod url_policy;
pub mod video_file;
pub mod videos;

/// No attempt takes longer, its waiting for a permit aside.
pub const TRY_TIMEOUT: Duration = Duration::from_secs(9 * 60);
/// Telegram fetches up to 20 MB and answers when it has them.
const BY_URL_TIMEOUT: Duration = Duration::from_secs(90);
/// The same with our own look at the video before.
const BY_URL_TRY_TIMEOUT: Duration = Duration::from_secs(120);
/// Attempts at the same time.
const AT_ONCE: usize = 8;

/// Delivers videos.
#[derive(Debug)]
pub struct Deliverer {
    /// Makes the calls.
    pub telegram: Telegram,
    /// Its limits count for videos too.
    pub outbound: Arc<Outbound>,
    /// Takes the reports.
    pub reporter: Reporter,
    /// Our own copies of videos.
    pub copies: Copies,
    /// The addresses of our copies, if people can reach the bot.
    pub links: Option<VideoLinks>,
}

impl Deliverer {
    /// Delivers videos until the shutdown; those in hand are finished.
    ///
    /// # Errors
    /// None.
    pub async fn run(
        self,
        waiting: mpsc::Receiver<Task<Deliver>>,
        shutdown: CancellationToken,
    ) -> Result<(), Infallible> {
        let deliverer = Arc::new(self);
        task_pool::run(waiting, AT_ONCE, &shutdown, |task| Arc::clone(&deliverer).perform(task)).await;
        Ok(())
    }

    async fn perform(self: Arc<Self>, task: Task<Deliver>) {
        let Some(outcome) = self.attempt(&task).await else { return };
        let Task { ticket, work: video, .. } = task;
        count(video.method, &outcome);
        if matches!(outcome, Outcome::Done(_)) {
            let waited = self.reporter.clock.now().duration_since(video.job.placed_at());
            metrics::histogram!("starreel_order_to_video_seconds").record(waited.as_secs_f64());
        }
        let is_sent = matches!(&outcome, Outcome::Done(Receipt::Video(Some(_))));
        let may_outlive_its_url = outcome == Outcome::Unreachable
            || (ticket.attempt > 1 && matches!(&outcome, Outcome::TryAgain(_) | Outcome::Unclear));
        self.reporter.report(ticket, outcome).await;
        if is_sent {
            self.copies.remove(video.job).await;
        } else if may_outlive_its_url {
            // The provider's addresses die, and who blocked the bot may come back later than that.
            self.keep_copy(&video).await;
        }
    }

    /// `None` when the attempt was not begun in time.
    async fn attempt(&self, task: &Task<Deliver>) -> Option<Outcome> {
        if self.reporter.is_too_late(task) {
            return None;
        }
        match task.work.method {
            DeliveryMethod::ByUrl => {
                self.permit(task).await?;
                Some(within(BY_URL_TRY_TIMEOUT, methods::by_url(self, task)).await)
            }
            DeliveryMethod::Upload => {
                self.permit(task).await?;
                Some(within(TRY_TIMEOUT, methods::upload(self, task)).await)
            }
            // The message waits for its permit itself, when the copy is there.
            DeliveryMethod::Link => Some(within(TRY_TIMEOUT, methods::link(self, task)).await),
        }
    }

    /// The right to send, or `None` when it does not come in time: one silenced chat must not hold the others up.
    async fn permit(&self, task: &Task<Deliver>) -> Option<()> {
        let left = Duration::try_from(task.until.duration_since(self.reporter.clock.now())).ok()?;
        tokio::time::timeout(left, self.outbound.permit(task.user.0)).await.ok()?
    }

    async fn keep_copy(&self, video: &Deliver) {
        match tokio::time::timeout(TRY_TIMEOUT, self.copies.keep(video.job, &video.urls)).await {
            Ok(Ok(_copy)) => {}
            Ok(Err(error)) => {
                tracing::warn!(job.id = %video.job, error = %telemetry::chain(&error), "no copy of an undelivered video could be made");
            }
            Err(_elapsed) => tracing::warn!(job.id = %video.job, "a copy of an undelivered video took too long"),
        }
    }
}

async fn within(limit: Duration, method: impl Future<Output = Outcome>) -> Outcome {
    tokio::time::timeout(limit, method).await.unwrap_or_else(|_elapsed| {
        metrics::counter!("starreel_deliveries_ambiguous_total").increment(1);
        Outcome::Unclear
    })
}

fn count(method: DeliveryMethod, outcome: &Outcome) {
    let outcome = match outcome {
        Outcome::Done(_) => "delivered",
        Outcome::Refused(Refusal::NoVideo(_)) => "no_video",
        Outcome::Refused(Refusal::Gone(_)) => "gone",
        Outcome::Refused(Refusal::HostAway(_)) => "host_away",
        Outcome::Refused(_) => "refused",
        Outcome::Unreachable => "unreachable",
        Outcome::TryAgain(_) => "try_again",
        Outcome::Unclear => "unclear",
    };
    metrics::counter!("starreel_deliveries_total", "method" => method.as_str(), "outcome" => outcome).increment(1);
}
