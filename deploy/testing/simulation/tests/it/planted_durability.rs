//! Planted faults of durability: something is acknowledged or has happened, and a power cut undoes that it is known.

use bot::core::effect::Effect;
use bot::core::event::Event;
use bot::core::must_be_synced;
use simulation::Wiring;

use crate::planted::assert_found;

/// What people write and pay is acknowledged before it lasts.
#[derive(Debug)]
struct SyncsNoUpdates;

impl Wiring for SyncsNoUpdates {
    fn syncs(&self, event: &Event, effects: &[Effect]) -> bool {
        !matches!(event, Event::Update(_)) && must_be_synced(event, effects)
    }
}

#[test]
fn an_update_that_is_acknowledged_before_it_lasts_is_found() {
    assert_found(&SyncsNoUpdates, "every update is handled");
}
