//! A failing history is made short before it is printed, and the short one fails in the same way.

use std::time::Duration;

use simulation::{Failure, History, Stores, ThreadCache, Wiring, play, play_many, shrink};

use crate::planted::{AcknowledgesBeforeTheCommit, LosesOrdersForGood, UndoesWhatItRevokes};

const WITHIN: Duration = Duration::from_secs(30);

/// The first failing history with this fault, and the short one.
fn shrunk(planted: &'static dyn Wiring) -> (Failure, Failure) {
    let failure = *play_many(1..=3_000, planted, &Stores::InMemory).err().unwrap();
    let mut cache = ThreadCache::new(Stores::InMemory, 0);
    let short = shrink(&mut cache, failure.clone(), planted, WITHIN);
    (failure, short)
}

fn assert_short_and_alike(planted: &'static dyn Wiring) {
    let (long, short) = shrunk(planted);
    let selection = short.history.selection.clone().unwrap();
    assert!(selection.turns.len() * 4 < usize::try_from(long.turns).unwrap(), "{} of {}", selection.turns, long.turns);
    // Much of a trace is how everything comes to rest after the last turn, and no turn can be left out of that.
    assert!(short.trace.len() < long.trace.len(), "{} lines of {}", short.trace.len(), long.trace.len());
    assert_eq!(short.violation.invariant, long.violation.invariant);

    // What is printed plays it again, in any other run.
    let printed = short.to_string();
    let option = |name: &str| printed.split(name).nth(1).unwrap().split_whitespace().next().unwrap();
    let history = History {
        seed: option("--seed ").parse().unwrap(),
        selection: Some(simulation::Selection {
            turns: option("--keep ").parse().unwrap(),
            faults: option("--faults ").parse().unwrap(),
        }),
    };
    let again = play(&mut ThreadCache::new(Stores::InMemory, 0), &history, planted, true).err().unwrap();
    assert_eq!((again.violation.invariant, again.trace.len()), (short.violation.invariant, short.trace.len()));
}

#[test]
fn a_history_that_breaks_a_rule_at_once_is_made_short() {
    assert_short_and_alike(&UndoesWhatItRevokes);
}

#[test]
fn a_history_that_breaks_a_rule_at_its_end_is_made_short() {
    assert_short_and_alike(&AcknowledgesBeforeTheCommit);
    assert_short_and_alike(&LosesOrdersForGood);
}
