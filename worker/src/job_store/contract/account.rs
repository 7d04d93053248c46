//! What workers of one account share: the rate, and what is known of the provider.

use std::time::Duration;

use jiff::SignedDuration;
use shared::job::BlockReason;

use super::at;
use crate::job_store::{Availability, JobStore, Permit, PermitRequest, ProviderStatus, Rate, Sighting};

/// What the provider allows by default.
pub(crate) const REQUEST: PermitRequest = PermitRequest {
    rate: Rate { burst: 10, every: Duration::from_secs(1) },
    cost_credits: 60,
    probe_every: SignedDuration::from_mins(5),
};

pub(super) async fn hold(store: &dyn JobStore) {
    permits_keep_to_the_rate(store).await;
    permits_grow_again_soon_after_the_clock_went_back(store).await;
    what_is_known_of_the_provider_changes_only_from_what_it_was(store).await;
    an_order_that_is_not_taken_gets_no_permit_but_one_may_try(store).await;
}

async fn permits_keep_to_the_rate(store: &dyn JobStore) {
    let mut granted = Vec::new();
    for tenth in 0..600 {
        let now = at(0).checked_add(SignedDuration::from_millis(tenth * 100)).unwrap();
        match store.take_permit("account", REQUEST, now).await.unwrap() {
            Permit::Granted => granted.push(tenth),
            Permit::Wait { until } => assert!(until > now),
            Permit::Blocked => panic!("nothing was said against this account"),
        }
    }
    assert_eq!(granted.iter().filter(|tenth| **tenth < 10).count(), 10);
    let busiest =
        granted.iter().map(|start| granted.iter().filter(|t| (*start..start + 100).contains(*t)).count()).max();
    assert!(busiest <= Some(20), "{busiest:?} permits within 10 s");
    assert_eq!(store.take_permit("another account", REQUEST, at(0)).await.unwrap(), Permit::Granted);
}

async fn permits_grow_again_soon_after_the_clock_went_back(store: &dyn JobStore) {
    assert_eq!(store.take_permit("jumping", REQUEST, at(100_000)).await.unwrap(), Permit::Granted);
    assert_eq!(store.take_permit("jumping", REQUEST, at(0)).await.unwrap(), Permit::Wait { until: at(1) });
    assert_eq!(store.take_permit("jumping", REQUEST, at(1)).await.unwrap(), Permit::Granted);
    assert_eq!(store.take_permit("jumping", REQUEST, at(1)).await.unwrap(), Permit::Wait { until: at(2) });
}

async fn what_is_known_of_the_provider_changes_only_from_what_it_was(store: &dyn JobStore) {
    let see = async |is_reached, change, seconds| {
        store.provider_status("known", Sighting { is_reached, change }, at(seconds)).await.unwrap()
    };
    let well = Availability::default();
    let broke = Availability { blocked: Some(BlockReason::OutOfFunds), affordable_credits: None };
    let poor = Availability { blocked: None, affordable_credits: Some(59) };
    let status =
        |availability, since, reached_at| ProviderStatus { availability, since: at(since), reached_at: at(reached_at) };
    assert_eq!(see(false, None, 1).await, status(well, 1, 1));
    assert_eq!(see(true, None, 2).await, status(well, 1, 2));
    assert_eq!(see(true, Some((well, broke)), 3).await, status(broke, 3, 3));
    // Two see the same, and one of them comes too late.
    assert_eq!(see(true, Some((well, broke)), 4).await, status(broke, 3, 4));
    assert_eq!(see(false, Some((well, poor)), 5).await, status(broke, 3, 4));
    assert_eq!(see(false, Some((broke, poor)), 6).await, status(poor, 6, 4));
    assert_eq!(see(true, Some((poor, well)), 7).await, status(well, 7, 7));
}

async fn an_order_that_is_not_taken_gets_no_permit_but_one_may_try(store: &dyn JobStore) {
    let take = async |cost_credits, seconds| {
        store.take_permit("off", PermitRequest { cost_credits, ..REQUEST }, at(seconds)).await.unwrap()
    };
    let becomes = async |before, after, seconds| {
        let seen = Sighting { is_reached: true, change: Some((before, after)) };
        assert_eq!(store.provider_status("off", seen, at(seconds)).await.unwrap().availability, after);
    };
    let well = Availability::default();
    let poor = Availability { blocked: None, affordable_credits: Some(59) };
    let locked_out = Availability { blocked: Some(BlockReason::Unauthorized), affordable_credits: Some(59) };
    becomes(well, poor, 1000).await;
    assert_eq!((take(59, 1001).await, take(60, 1001).await), (Permit::Granted, Permit::Blocked));
    assert_eq!(
        (take(60, 1299).await, take(60, 1300).await, take(60, 1301).await),
        (Permit::Blocked, Permit::Granted, Permit::Blocked)
    );
    becomes(poor, locked_out, 1400).await;
    assert_eq!((take(1, 1401).await, take(1, 1700).await), (Permit::Blocked, Permit::Granted));
    // A clock that goes back for long stops nobody for as long.
    assert_eq!(take(1, 500).await, Permit::Wait { until: at(501) });
    assert_eq!((take(1, 501).await, take(1, 502).await), (Permit::Granted, Permit::Blocked));
    becomes(locked_out, well, 1401).await;
    assert_eq!(take(999, 1402).await, Permit::Granted);
}
