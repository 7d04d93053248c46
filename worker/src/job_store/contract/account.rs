//! What workers of one account share: the rate, and what is known of the provider.

use std::time::Duration;

use jiff::SignedDuration;
use shared::job::BlockReason;

use super::at;
use crate::job_store::{JobStore, Noted, Permit, Rate};

/// What the provider allows by default.
pub(super) const RATE: Rate = Rate { burst: 10, every: Duration::from_secs(1) };

pub(super) async fn hold(store: &dyn JobStore) {
    permits_keep_to_the_rate(store).await;
    permits_grow_again_soon_after_the_clock_went_back(store).await;
    willingness_tells_news_from_repeats(store).await;
}

async fn permits_keep_to_the_rate(store: &dyn JobStore) {
    let mut granted = Vec::new();
    for tenth in 0..600 {
        let now = at(0).checked_add(SignedDuration::from_millis(tenth * 100)).unwrap();
        match store.take_permit("account", RATE, now).await.unwrap() {
            Permit::Granted => granted.push(tenth),
            Permit::Wait { until } => assert!(until > now),
        }
    }
    assert_eq!(granted.iter().filter(|tenth| **tenth < 10).count(), 10);
    let busiest =
        granted.iter().map(|start| granted.iter().filter(|t| (*start..start + 100).contains(*t)).count()).max();
    assert!(busiest <= Some(20), "{busiest:?} permits within 10 s");
    assert_eq!(store.take_permit("another account", RATE, at(0)).await.unwrap(), Permit::Granted);
}

async fn permits_grow_again_soon_after_the_clock_went_back(store: &dyn JobStore) {
    assert_eq!(store.take_permit("jumping", RATE, at(100_000)).await.unwrap(), Permit::Granted);
    assert_eq!(store.take_permit("jumping", RATE, at(0)).await.unwrap(), Permit::Wait { until: at(1) });
    assert_eq!(store.take_permit("jumping", RATE, at(1)).await.unwrap(), Permit::Granted);
    assert_eq!(store.take_permit("jumping", RATE, at(1)).await.unwrap(), Permit::Wait { until: at(2) });
}

async fn willingness_tells_news_from_repeats(store: &dyn JobStore) {
    assert_eq!(store.provider_status("account").await.unwrap(), None);
    let broke = Some(BlockReason::OutOfFunds);
    let Noted::Changed(first) = store.note_provider_status("account", broke, at(1)).await.unwrap() else {
        panic!("the first note is news");
    };
    assert_eq!((first.blocked, first.since), (broke, at(1)));
    assert_eq!(store.note_provider_status("account", broke, at(2)).await.unwrap(), Noted::Same(first));
    assert!(matches!(store.note_provider_status("account", None, at(3)).await.unwrap(), Noted::Changed(_)));
    assert_eq!(store.provider_status("account").await.unwrap().map(|w| (w.blocked, w.since)), Some((None, at(3))));
}
