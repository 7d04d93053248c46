//! Shows operators the stats of the database, and checks the books once a day.
//!
//! What happens is counted where it happens; this loop shows what *is*: jobs by state, credits, Stars.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use metrics::gauge;
use shared::clock::Clock;
use shared::job::BlockReason;
use shared::telemetry::chain;
use tokio_util::sync::CancellationToken;

use crate::core::event::Event;
use crate::intake::Intake;
use crate::store::Reader;
use crate::store::stats::{BUCKETS, OPEN_PROGRESS, Stats};

/// As often as anybody looks.
const EVERY: Duration = Duration::from_secs(5);

/// The books are checked at the start and then this often.
const AUDIT_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// Runs until the shutdown.
///
/// # Errors
/// None.
pub(crate) async fn run(
    reader: Reader,
    clock: Arc<dyn Clock>,
    intake: Arc<dyn Intake>,
    shutdown: CancellationToken,
) -> Result<(), Infallible> {
    let mut audit_due = clock.now();
    loop {
        match reader.stats().await {
            Ok(stats) => show(&stats, clock.now()),
            Err(error) => tracing::warn!(error = %chain(&error), "the stats of the database cannot be read"),
        }
        if clock.now() >= audit_due {
            audit(&reader, &*intake).await;
            audit_due = clock.now().saturating_add(AUDIT_EVERY).unwrap_or(Timestamp::MAX);
        }
        if shutdown.run_until_cancelled(tokio::time::sleep(EVERY)).await.is_none() {
            return Ok(());
        }
    }
}

fn show(stats: &Stats, now: Timestamp) {
    for (progress, jobs) in OPEN_PROGRESS.into_iter().zip(stats.jobs) {
        gauge!("starreel_jobs", "progress" => progress).set(float(jobs));
    }
    let waiting_ms = stats.oldest_queued_at.map_or(0, |at| (now.as_millisecond() - at).max(0));
    gauge!("starreel_oldest_queued_seconds").set(float(waiting_ms) / 1000.0);
    for (bucket, credits) in BUCKETS.into_iter().zip(stats.credits) {
        gauge!("starreel_credits", "bucket" => bucket).set(float(credits));
    }
    gauge!("starreel_star_difference").set(float(stats.star_difference) / 1e9);
    gauge!("starreel_reconciled_timestamp_seconds").set(float(stats.stars_read_at) / 1000.0);
    gauge!("starreel_refunds_waiting").set(float(stats.refunds_waiting));
    gauge!("starreel_stars_received").set(float(stats.stars));
    gauge!("starreel_payments").set(float(stats.payments));
    gauge!("starreel_people").set(float(stats.people));
    gauge!("starreel_dead_letters").set(float(stats.dead_letters));
    gauge!("starreel_notices_waiting").set(float(stats.notices));
    for reason in BlockReason::ALL.map(BlockReason::as_str) {
        let is_it = stats.provider_blocked.as_deref() == Some(reason);
        gauge!("starreel_provider_blocked", "reason" => reason).set(f64::from(u8::from(is_it)));
    }
}

/// What is wrong is told to the operators in their chats, too.
async fn audit(reader: &Reader, intake: &dyn Intake) {
    match reader.audit().await {
        Ok(audit) => {
            let broken: Vec<_> = audit.broken().collect();
            let violations: usize = broken.iter().map(|(_, found)| found).sum();
            gauge!("starreel_audit_violations").set(f64::from(u32::try_from(violations).unwrap_or(u32::MAX)));
            for (invariant, found) in &broken {
                tracing::error!(invariant, found, "the books are wrong: run `bot audit` for the rows");
            }
            let told = Event::Audited(broken.into_iter().map(|(name, found)| (name.to_owned(), found)).collect());
            // A process that is stopping will check again at its next start.
            intake.submit(told).await.ok();
        }
        Err(error) => tracing::error!(error = %chain(&error), "the books cannot be checked"),
    }
}

/// Gauges are floating point; ours stay far below 2^53.
#[expect(clippy::cast_precision_loss, reason = "counts of rows and credits are exact below 2^53")]
const fn float(number: i64) -> f64 {
    number as f64
}
