//! What the bot is told of the provider: what holds for all keys together, and how it is with each of several.

use jiff::Timestamp;
use shared::job::{BlockReason, KeyState, Message as _, ProviderState, WorkerMessage, WorkerMessageBody};
use shared::queue::{Outgoing, Topic};

use super::known;
use crate::context::Context;
use crate::job_store::{Availability, ProviderStatus};
use crate::keys::KeyInUse;

/// Tells what the store knows.
pub(super) async fn make(context: &Context) -> anyhow::Result<()> {
    let mut statuses = Vec::new();
    for key in context.keys.all() {
        let status = known(context, key, false).await?;
        if context.keys.are_several() {
            let is_off = f64::from(u8::from(status.availability.blocked.is_some()));
            metrics::gauge!("starreel_kie_key_left_out", "key" => key.key.name.to_string()).set(is_off);
        }
        statuses.push((key, status));
    }
    let of_new_jobs = statuses.iter().filter(|(key, _)| key.key.weight > 0).map(|(_, status)| status);
    let Availability { blocked, affordable_credits } = together(of_new_jobs.map(|status| status.availability));
    let state = ProviderState {
        epoch: context.epoch.clone(),
        blocked,
        affordable_credits,
        since: statuses.iter().map(|(_, status)| status.since).max().unwrap_or(Timestamp::UNIX_EPOCH),
        at: context.now(),
        keys: if context.keys.are_several() { statuses.iter().map(of_key).collect() } else { Vec::new() },
        missing_keys: context.keys.missing(),
    };
    let message = WorkerMessage::from(WorkerMessageBody::Provider(state));
    context.publisher.publish(Topic::Results, Outgoing::new(message.encode())).await?;
    Ok(())
}

fn of_key((key, status): &(&KeyInUse, ProviderStatus)) -> KeyState {
    KeyState { key: key.key.name.clone(), blocked: status.availability.blocked, since: status.since }
}

/// Which orders are taken by one key or another. With none that takes any, it is the first key's reason, unless another one
/// gives a reason that operators can do something about.
fn together(keys: impl Iterator<Item = Availability> + Clone) -> Availability {
    let takes_some = keys.clone().any(|key| key.blocked.is_none());
    let counted = keys.clone().filter(|key| !takes_some || key.blocked.is_none());
    let affordable: Option<Vec<u32>> = counted.map(|key| key.affordable_credits).collect();
    let mut reasons = keys.filter_map(|key| key.blocked);
    let first = reasons.clone().next();
    let reason = reasons.find(|reason| *reason != BlockReason::Unreachable).or(first);
    Availability {
        blocked: reason.filter(|_| !takes_some),
        affordable_credits: affordable.and_then(|credits| credits.into_iter().max()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(blocked: Option<BlockReason>, affordable_credits: Option<u32>) -> Availability {
        Availability { blocked, affordable_credits }
    }

    fn of(keys: &[Availability]) -> Availability {
        together(keys.iter().copied())
    }

    #[test]
    fn what_one_key_takes_is_taken() {
        let empty = key(Some(BlockReason::OutOfFunds), Some(3));
        assert_eq!(of(&[empty, key(None, None)]), key(None, None));
        assert_eq!(
            of(&[key(None, Some(50)), key(None, Some(200)), empty]),
            key(None, Some(200)),
            "the largest balance"
        );
        assert_eq!(of(&[key(Some(BlockReason::KeyLimit), None), key(None, Some(50))]), key(None, Some(50)));
    }

    #[test]
    fn with_no_key_that_is_taken_nothing_is_and_the_reason_is_one_to_act_on() {
        let (empty, cut_off) = (key(Some(BlockReason::OutOfFunds), Some(3)), key(Some(BlockReason::Unreachable), None));
        assert_eq!(of(&[empty]), empty);
        assert_eq!(of(&[cut_off, empty]).blocked, Some(BlockReason::OutOfFunds));
        assert_eq!(of(&[cut_off, cut_off]).blocked, Some(BlockReason::Unreachable));
    }
}
