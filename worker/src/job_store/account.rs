//! What all workers of a provider's account share: the rate at which they create tasks, and what is known of whether the
//! provider takes orders.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use shared::job::BlockReason;

/// How often something may be done: `burst` times at once, and one more in each `every` in the long run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Times at once.
    pub burst: u32,
    /// Time in which one more permit grows.
    pub every: Duration,
}

/// What a job asks of [`super::JobStore::take_permit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PermitRequest {
    /// The rate that the account's workers keep to.
    pub rate: Rate,
    /// What the provider takes for the job, in its credits.
    pub cost_credits: u32,
    /// While orders like this one are not taken, one in this time is let through to try.
    pub probe_every: SignedDuration,
}

/// Outcome of [`super::JobStore::take_permit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permit {
    /// Taken. A permit whose holder dies is lost, which errs on the safe side.
    Granted,
    /// Ask again then.
    Wait {
        /// When the next permit grows.
        until: Timestamp,
    },
    /// The provider takes no orders like this one at present.
    Blocked,
}

/// Which orders the provider takes. The default is all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Availability {
    /// Why it takes none.
    pub blocked: Option<BlockReason>,
    /// Orders that cost more of its credits than this are refused for want of credits.
    pub affordable_credits: Option<u32>,
}

/// What the workers know of the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProviderStatus {
    /// Which orders it takes.
    pub availability: Availability,
    /// Since when that is so.
    pub since: Timestamp,
    /// When it last answered anybody.
    pub reached_at: Timestamp,
}

/// What [`super::JobStore::provider_status`] is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sighting {
    /// Whether the provider answered.
    pub is_reached: bool,
    /// What was known, and what takes its place. It holds only if that is still what is known.
    pub change: Option<(Availability, Availability)>,
}

/// What a store keeps of an account. Moments are in milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Account {
    /// When the whole burst of permits will have grown again.
    pub(crate) full_again_at: Option<i64>,
    pub(crate) availability: Availability,
    /// `None` until somebody asked.
    pub(crate) since: Option<i64>,
    pub(crate) reached_at: i64,
    /// When a job was last let through to try; at first, since when there is something to try.
    pub(crate) probed_at: i64,
}

impl Rate {
    /// The time in which one permit grows, in whole milliseconds and never shorter than it is.
    pub(super) fn every_millis(self) -> i64 {
        i64::try_from(self.every.as_micros().div_ceil(1000)).unwrap_or(i64::MAX)
    }
}

impl PermitRequest {
    pub(super) fn probe_every_millis(&self) -> i64 {
        i64::try_from(self.probe_every.as_millis()).unwrap_or(i64::MAX)
    }
}

impl Availability {
    /// Whether an order that costs so many of the provider's credits is not taken.
    #[must_use]
    pub fn is_off(&self, cost_credits: u32) -> bool {
        self.blocked.is_some() || self.affordable_credits.is_some_and(|affordable| cost_credits > affordable)
    }

    /// How stores write the reason; empty for none.
    pub(super) fn blocked_text(&self) -> &'static str {
        self.blocked.map_or("", BlockReason::as_str)
    }
}

impl Account {
    /// One step of the generic cell rate algorithm, if orders of this cost are taken or it is time to try one. What is
    /// kept is never further away than the burst takes, and a time to try is counted both ways: a clock that went back
    /// stops nobody for long.
    pub(crate) fn take_permit(&mut self, request: PermitRequest, now: i64) -> Permit {
        let is_off = self.availability.is_off(request.cost_credits);
        if is_off && now.abs_diff(self.probed_at) < request.probe_every_millis().unsigned_abs() {
            return Permit::Blocked;
        }
        let every = request.rate.every_millis();
        let burst = every.saturating_mul(request.rate.burst.into());
        let full_again_at = self.full_again_at.unwrap_or(now).clamp(now, now.saturating_add(burst));
        let next = full_again_at.saturating_add(every);
        let allowed_at = next.saturating_sub(burst);
        if allowed_at > now {
            self.full_again_at = Some(full_again_at);
            return Permit::Wait { until: Timestamp::from_millisecond(allowed_at).unwrap_or(Timestamp::MAX) };
        }
        self.full_again_at = Some(next);
        if is_off {
            self.probed_at = now;
        }
        Permit::Granted
    }

    pub(crate) fn note(&mut self, seen: Sighting, now: i64) -> ProviderStatus {
        if self.since.is_none() {
            (self.reached_at, self.probed_at) = (now, now);
        }
        let mut since = self.since.unwrap_or(now);
        if let Some((before, after)) = seen.change
            && before == self.availability
            && before != after
        {
            (self.availability, since, self.probed_at) = (after, now, now);
        }
        if seen.is_reached {
            self.reached_at = now;
        }
        self.since = Some(since);
        let moment = |millis| Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX);
        ProviderStatus { availability: self.availability, since: moment(since), reached_at: moment(self.reached_at) }
    }
}
