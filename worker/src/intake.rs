//! Takes orders from the queue. A delivery covers one short step and is acknowledged when the store has the order.
//!
//! An order that the store knows already means that the bot has not heard of it for a while: the present state is told
//! again, so a lost event heals by itself. If the bot has heard, but finds no video where the provider said, the provider
//! is asked once more.

use std::sync::Arc;
use std::time::Duration;

use shared::job::{GenerationJob, Message as _};
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
    let (job, task, now) = (order.job, order.task.clone(), context.now());
    let is_result_gone = order.is_result_gone;
    let admission = Admission { epoch: &context.epoch, catalog: &context.catalog, policy: &context.settings.policy };
    let record = admit(order, now, admission);
    let (state, unreported) = (record.body.state.as_str(), record.unreported);
    match context.store.insert(record).await? {
        Insert::Inserted => {
            tracing::info!(job.id = %job, state, "an order was taken");
            context.notifiers.due.notify_one();
            if unreported {
                context.notifiers.report.notify_one();
            }
        }
        Insert::Known(known) => {
            if known.task.is_none() && task.is_some() {
                context.store.record_callback(job, task, now).await?;
                context.notifiers.due.notify_one();
            }
            if is_result_gone && let Some(asks) = query_again(&known, now) {
                // Whoever was faster has changed the job: then there is something new to tell.
                if let Save::Saved { .. } = context.store.save(asks, &context::unique_token(), now).await? {
                    tracing::info!(job.id = %job, "there is no video where the provider said: it is asked once more");
                    context.notifiers.due.notify_one();
                    return Ok(());
                }
            }
            context.store.ask_report(job, now).await?;
            context.notifiers.report.notify_one();
        }
    }
    Ok(())
}
