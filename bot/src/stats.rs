//! Shows operators the stats of the database, and checks the books once a day.
//!
//! What happens is counted where it happens; this loop shows what *is*: jobs by state, credits, Stars, the last backup,
//! the room on the disk.

use std::convert::Infallible;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use jiff::{SignedDuration, Timestamp};
use metrics::gauge;
use shared::clock::Clock;
use shared::job::BlockReason;
use shared::telemetry::chain;
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::core::Policy;
use crate::core::event::Event;
use crate::disk;
use crate::intake::Intake;
use crate::store::Reader;
use crate::store::stats::{BUCKETS, ModelSwitch, OPEN_PROGRESS, SOURCES, Stats, Totals, WAITING};

mod models;

/// As often as anybody looks.
const EVERY: Duration = Duration::from_secs(5);

/// Totals are read for a hundredth of the time at most: a pause is so many times as long as the reading before it, which
/// takes seconds after years.
const PAUSE_PER_READING: u32 = 100;

/// The books are checked at the start and then this often.
const AUDIT_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// Touched in the data folder when everything was copied.
pub const BACKUP_DONE: &str = "backup-done";

/// In the data folder while the last backup has not copied everything.
pub const BACKUP_FAILED: &str = "backup-failed";

/// What is shown beside what the database says.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// Room on the disk that copies of videos leave to the database.
    pub(crate) reserve_bytes: u64,
    /// What events are handled by at present.
    pub(crate) policy: watch::Receiver<Arc<Policy>>,
}

/// Runs until the shutdown.
///
/// # Errors
/// None.
pub(crate) async fn run(
    reader: Reader,
    shown: Shown,
    clock: Arc<dyn Clock>,
    intake: Arc<dyn Intake>,
    shutdown: CancellationToken,
) -> Result<(), Infallible> {
    // The audit of a large database takes minutes, and operators see meanwhile how the bot is.
    let audits = shutdown.run_until_cancelled(audit_daily(&reader, &*clock, &*intake));
    let looks = shutdown.run_until_cancelled(look_often(&reader, &shown, &*clock));
    tokio::join!(audits, looks);
    Ok(())
}

async fn look_often(reader: &Reader, shown: &Shown, clock: &dyn Clock) -> Infallible {
    let mut totals_due = Instant::now();
    let mut models = models::Models::default();
    loop {
        match reader.stats().await {
            Ok(stats) => show(&stats, clock.now()),
            Err(error) => tracing::warn!(error = %chain(&error), "the stats of the database cannot be read"),
        }
        show_backup(&last_backup(reader.folder()));
        show_disk(disk::free_bytes(reader.folder()), shown.reserve_bytes);
        let policy = Arc::clone(&shown.policy.borrow());
        gauge!("starreel_maintenance").set(f64::from(u8::from(policy.decided.maintenance.is_some())));
        let began = Instant::now();
        if began >= totals_due {
            match reader.totals().await {
                Ok(totals) => show_totals(&totals),
                Err(error) => tracing::warn!(error = %chain(&error), "the totals of the database cannot be read"),
            }
            match reader.models(models::since(clock.now())).await {
                Ok(stats) => models.show(stats, policy.pricing().credit_micro_usd),
                Err(error) => tracing::warn!(error = %chain(&error), "the stats of models cannot be read"),
            }
            totals_due = Instant::now() + began.elapsed() * PAUSE_PER_READING;
        }
        tokio::time::sleep(EVERY).await;
    }
}

async fn audit_daily(reader: &Reader, clock: &dyn Clock, intake: &dyn Intake) -> Infallible {
    let mut audit_due = clock.now();
    loop {
        if clock.now() >= audit_due {
            audit(reader, intake).await;
            audit_due = clock.now().saturating_add(AUDIT_EVERY).unwrap_or(Timestamp::MAX);
        }
        tokio::time::sleep(EVERY).await;
    }
}

fn show(stats: &Stats, now: Timestamp) {
    for (progress, jobs) in OPEN_PROGRESS.into_iter().zip(stats.jobs) {
        gauge!("starreel_jobs", "progress" => progress).set(float(jobs));
    }
    for (progress, placed_at) in WAITING.into_iter().zip(stats.oldest_placed_at) {
        let waiting_ms = placed_at.map_or(0, |at| (now.as_millisecond() - at).max(0));
        gauge!("starreel_oldest_queued_seconds", "progress" => progress).set(float(waiting_ms) / 1000.0);
    }
    gauge!("starreel_star_difference").set(float(stats.star_difference) / 1e9);
    gauge!("starreel_reconciled_timestamp_seconds").set(float(stats.stars_read_at) / 1000.0);
    gauge!("starreel_refunds_waiting").set(float(stats.refunds_waiting));
    gauge!("starreel_dead_letters").set(float(stats.dead_letters));
    gauge!("starreel_notices_waiting").set(float(stats.notices));
    for ModelSwitch { model, is_off, is_failing } in &stats.models {
        gauge!("starreel_model_off", "model" => model.clone()).set(f64::from(u8::from(*is_off)));
        gauge!("starreel_model_failing", "model" => model.clone()).set(f64::from(u8::from(*is_failing)));
    }
    for reason in BlockReason::ALL.map(BlockReason::as_str) {
        let is_it = stats.provider_blocked.as_deref() == Some(reason);
        gauge!("starreel_provider_blocked", "reason" => reason).set(f64::from(u8::from(is_it)));
    }
}

fn show_totals(totals: &Totals) {
    for (bucket, credits) in BUCKETS.into_iter().zip(totals.credits) {
        gauge!("starreel_credits", "bucket" => bucket).set(float(credits));
    }
    for (source, credits) in SOURCES.into_iter().zip(totals.brought) {
        gauge!("starreel_credits_brought", "source" => source).set(float(credits));
    }
    gauge!("starreel_stars_received").set(float(totals.stars));
    gauge!("starreel_payments").set(float(totals.payments));
    gauge!("starreel_people").set(float(totals.people));
}

/// What backups have left in the data folder.
#[derive(Debug, PartialEq, Eq)]
struct LastBackup {
    /// When everything was copied last, in seconds since 1970; 0 if it never was.
    done_at: u64,
    /// Whether something was not copied since.
    has_failed: bool,
}

/// Whoever makes a backup touches these files: `deploy/copies.sh` or `solo backup`.
fn last_backup(folder: &Path) -> LastBackup {
    let changed = std::fs::metadata(folder.join(BACKUP_DONE)).and_then(|file| file.modified());
    let done_at = changed.ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).map_or(0, |since| since.as_secs());
    LastBackup { done_at, has_failed: folder.join(BACKUP_FAILED).exists() }
}

#[expect(clippy::cast_precision_loss, reason = "seconds are exact below 2^53")]
fn show_backup(backup: &LastBackup) {
    gauge!("starreel_backup_timestamp_seconds").set(backup.done_at as f64);
    gauge!("starreel_backup_failed").set(f64::from(u8::from(backup.has_failed)));
}

/// How much room the database has, and below what copies of videos leave it alone.
#[expect(clippy::cast_precision_loss, reason = "nobody looks at single bytes of a disk")]
fn show_disk(free_bytes: io::Result<u64>, reserve_bytes: u64) {
    match free_bytes {
        Ok(free_bytes) => gauge!("starreel_disk_free_bytes").set(free_bytes as f64),
        Err(error) => tracing::warn!(%error, "the free room on the disk cannot be read"),
    }
    gauge!("starreel_disk_reserve_bytes").set(reserve_bytes as f64);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_known_by_the_files_that_it_leaves() {
        let folder = tempfile::tempdir().unwrap();
        let found = || last_backup(folder.path());
        assert_eq!(found(), LastBackup { done_at: 0, has_failed: false });
        std::fs::write(folder.path().join(BACKUP_FAILED), "").unwrap();
        assert_eq!(found(), LastBackup { done_at: 0, has_failed: true });
        std::fs::remove_file(folder.path().join(BACKUP_FAILED)).unwrap();
        std::fs::write(folder.path().join(BACKUP_DONE), "").unwrap();
        let backup = found();
        assert!(backup.done_at > 1_700_000_000 && !backup.has_failed, "{backup:?}");
    }
}
