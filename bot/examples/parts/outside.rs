//! What is outside of a bot that is measured: workers and chats, who do at once what they are asked for.

use std::time::Duration;

use bot::core::effect::{Attempt, Effect, Work};
use bot::core::event::{Event, Outcome, Receipt, Report};
use bot::core::ids::MessageId;
use bot::intake::Intake as _;
use bot::store::Writer;
use futures_util::StreamExt as _;
use futures_util::stream;
use shared::job::{Epoch, JobEvent, JobState};
use tokio::sync::mpsc;

/// Workers submit what they are handed and chats show what they are told, at once.
pub(crate) async fn carry_out(writer: Writer, handed_out: mpsc::Receiver<Effect>) {
    let effects = stream::unfold(handed_out, async |mut waiting| waiting.recv().await.map(|effect| (effect, waiting)));
    let said = effects.filter_map(|effect| async move {
        let Effect::Attempt(Attempt { ticket, work, .. }) = effect else { return None };
        match work {
            Work::Publish(job) => {
                let epoch = Epoch::new("life");
                Some(Event::Job(JobEvent { job: job.job, epoch, task: None, key: None, state: JobState::Submitted }))
            }
            Work::Tell(_) => {
                let outcome = Outcome::Done(Receipt::Message(MessageId(1)));
                Some(Event::Reported(Report { ticket, outcome }))
            }
            Work::CheckImage { .. }
            | Work::Deliver(_)
            | Work::Refund { .. }
            | Work::EditSubscription(_)
            | Work::ShowStats(_) => None,
        }
    });
    let submit = |event| {
        let writer = writer.clone();
        async move { writer.submit(event).await.ok() }
    };
    said.map(submit).buffer_unordered(32).for_each(|_| async {}).await;
}

/// The time within which half of them lay, and 99 of a hundred.
pub(crate) fn percentiles(latencies: &mut [Duration]) -> (Duration, Duration) {
    latencies.sort_unstable();
    let at = |hundredths: usize| latencies.get(latencies.len() * hundredths / 100).copied().unwrap_or_default();
    (at(50), at(99))
}
