//! Takes orders from the queue. A delivery covers one short step and is acknowledged when the store has the order.
//!
//! An order that the store knows already means that the bot has not heard of it for a while: the present state is told
//! again, so a lost event heals by itself. If the bot has heard, but finds no video where the provider said, the provider
//! is asked once more.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use shared::job::{GenerationJob, JobId, Message as _};
use shared::queue::{Consumer, Delivery};
use shared::telemetry::chain;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::context::{self, Context};
use crate::decide::{Admission, admit, query_again};
use crate::job_store::{Insert, Save, StoreError};

/// The pause before an order is given back that the store did not take.
const STORE_PAUSE: Duration = Duration::from_secs(1);

/// Runs until the shutdown, or ends when the queue does.
pub(crate) async fn run(
    context: Arc<Context>,
    mut consumer: Box<dyn Consumer>,
    shutdown: CancellationToken,
) -> anyhow::Result<()> {
    loop {
        let delivery = tokio::select! {
            biased;
            () = shutdown.cancelled() => return Ok(()),
            delivery = consumer.receive() => delivery,
        };
        let Some(delivery) = delivery else {
            return Ok(());
        };
        take(&context, delivery, &shutdown).await;
    }
}

async fn take(context: &Context, delivery: Box<dyn Delivery>, shutdown: &CancellationToken) {
    let order = match GenerationJob::decode(delivery.message()) {
        Ok(order) => order,
        Err(error) => {
            let reason = chain(&error).to_string();
            return delivery.dead_letter(reason).await;
        }
    };
    let job = order.job;
    match keep(context, order).await {
        Ok(()) => delivery.done().await,
        Err(error) => {
            tracing::warn!(job.id = %job, error = %chain(&error), "an order was not stored and is given back");
            // Nothing rings this bell: it is only a pause that a shutdown ends.
            context::pause(&Notify::new(), STORE_PAUSE, shutdown).await;
            delivery.give_back().await;
        }
    }
}

pub(crate) async fn keep(context: &Context, order: GenerationJob) -> Result<(), StoreError> {
    let (job, moment) = (order.job, context.moment());
    let now = moment.now;
    if order.is_result_gone && ask_again(context, job, now).await? {
        return Ok(());
    }
    let admission = Admission { epoch: &context.epoch, catalog: &context.catalog, policy: &context.settings.policy };
    let record = admit(order, moment, admission);
    let (state, unreported) = (record.body.state.as_str(), record.unreported);
    match context.store.insert(record, now).await? {
        Insert::Inserted => {
            tracing::info!(job.id = %job, state, "an order was taken");
            context.notifiers.is_due();
            if unreported {
                context.notifiers.is_unreported();
            }
        }
        Insert::Known => {
            context.notifiers.is_due();
            context.notifiers.is_unreported();
        }
    }
    Ok(())
}

/// The bot finds no video at the addresses of a job that has succeeded: the provider is asked once more. Whether that was
/// begun; else the job is not known or stands elsewhere.
async fn ask_again(context: &Context, job: JobId, now: Timestamp) -> Result<bool, StoreError> {
    let Some(asks) = context.store.load(job).await?.and_then(|known| query_again(&known, now)) else {
        return Ok(false);
    };
    // Whoever was faster has changed the job: then there is something new to tell.
    let Save::Saved { .. } = context.store.save(asks, &context::unique_token(), now).await? else { return Ok(false) };
    tracing::info!(job.id = %job, "there is no video where the provider said: it is asked once more");
    context.notifiers.is_due();
    Ok(true)
}
