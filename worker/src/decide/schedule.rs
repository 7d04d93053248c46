//! When to look again. Jitter comes out of the job's name, so that many jobs part and one job decides alike each time.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

use super::StepPolicy;
use crate::job_store::JobRecord;

/// `moment` plus `pause`; the end of time is not passed.
pub(super) fn after(moment: Timestamp, pause: SignedDuration) -> Timestamp {
    moment.checked_add(pause).unwrap_or(Timestamp::MAX)
}

/// After a quarter of the time that the task has taken, within bounds: a look at an old task brings news more rarely than
/// one at a new task. Of a task that the provider calls back about, a look only finds what a lost callback would have told.
pub(super) fn next_poll(since: Timestamp, now: Timestamp, policy: &StepPolicy, is_called_back: bool) -> Timestamp {
    let bounds = if policy.callbacks && is_called_back { &policy.polls_with_callbacks } else { &policy.polls };
    let taken = now.duration_since(since);
    after(now, (taken / 4).clamp(bounds.first, bounds.max.max(bounds.first)))
}

/// The pause after the failures that the record counts.
pub(super) fn backoff(record: &JobRecord, policy: &StepPolicy) -> SignedDuration {
    let pause = policy.retry.delay(record.body.failures, &mut dice(record));
    SignedDuration::try_from(pause).unwrap_or(SignedDuration::MAX)
}

/// A part of `whole`.
pub(super) fn spread(record: &JobRecord, whole: SignedDuration) -> SignedDuration {
    whole.mul_f64(dice(record).random())
}

fn dice(record: &JobRecord) -> StdRng {
    let mut hasher = DefaultHasher::new();
    (record.job(), record.version).hash(&mut hasher);
    StdRng::seed_from_u64(hasher.finish())
}
