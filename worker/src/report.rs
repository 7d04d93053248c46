//! Tells the bot what became of jobs: every change that is marked unreported, until the queue has confirmed it.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use shared::job::{Message as _, WorkerMessage, WorkerMessageBody};
use shared::queue::{Outgoing, Topic};
use shared::retry::Backoff;
use shared::telemetry::chain;
use tokio_util::sync::CancellationToken;

use crate::context::{self, Context, Pause};
use crate::job_store::{Claim, Claimable, Claimed, JobRecord};

/// Reports in hand at once.
const BATCH_MAX: usize = 32;
/// Pauses while the queue or the store does not work.
const PAUSES: Backoff = Backoff { first: Duration::from_millis(500), max: Duration::from_secs(15) };

/// Runs until the shutdown.
pub(crate) async fn run(context: Arc<Context>, shutdown: CancellationToken) -> anyhow::Result<()> {
    let mut failures = 0;
    loop {
        let alarm = &context.notifiers.report;
        alarm.clear();
        let wait = match tell_batch(&context).await {
            Ok((_told, next)) => {
                failures = 0;
                if let Some(next) = next {
                    alarm.set(next);
                }
                context.settings.sweep_every
            }
            Err(error) => {
                failures += 1;
                tracing::warn!(error = %format_args!("{error:#}"), "reports to the bot have to wait");
                alarm.clear();
                PAUSES.delay(failures, &mut rand::rng())
            }
        };
        if alarm.wait(&*context.clock, wait, &shutdown).await == Pause::Shutdown {
            return Ok(());
        }
    }
}

/// Returns how many jobs were in hand, and when the next report is due. What fails comes again when its lease is over.
pub(crate) async fn tell_batch(context: &Context) -> anyhow::Result<(usize, Option<Timestamp>)> {
    let claim = Claim {
        of: Claimable::Unreported,
        token: &context::unique_token(),
        now: context.now(),
        lease_until: context.lease_until(context.settings.report_lease),
        limit: BATCH_MAX,
    };
    let Claimed { records: unreported, next, .. } = context.store.claim(claim).await?;
    let mut failure = None;
    for record in &unreported {
        if let Err(error) = tell(context, record).await {
            tracing::debug!(job.id = %record.job(), error = %chain(&*error), "a job was not reported");
            failure = Some(error);
        }
    }
    failure.map_or(Ok((unreported.len(), next)), Err)
}

async fn tell(context: &Context, record: &JobRecord) -> anyhow::Result<()> {
    if let Some(event) = record.event(&context.epoch) {
        let message = WorkerMessage::from(WorkerMessageBody::Job(event));
        let mut outgoing = Outgoing::about(record.job(), message.encode());
        outgoing.message_id = Some(format!("{}-{}", record.job(), record.version));
        context.publisher.publish(Topic::Results, outgoing).await?;
    }
    context.store.reported(record.job(), record.version).await?;
    Ok(())
}
