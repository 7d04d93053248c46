//! Makes a failing history short: leaves out turns, and then faults, for as long as the same rule is broken.
//!
//! This is delta debugging: halves are left out first, then smaller and smaller pieces, until no single turn can go.

use std::time::{Duration, Instant};

use crate::selection::{History, Selection, Turns};
use crate::{Failure, ThreadCache, Wiring, play};

/// The shortest history found within the time that breaks the same rule, with its trace.
#[must_use]
pub fn shrink(cache: &mut ThreadCache, failure: Failure, wiring: &'static dyn Wiring, within: Duration) -> Failure {
    let mut shrinking = Shrinking { cache, wiring, deadline: Instant::now() + within, shortest: failure };
    let all = (1..=shrinking.shortest.turns).collect();
    let Selection { mut turns, mut faults } = shrinking
        .shortest
        .history
        .selection
        .clone()
        .unwrap_or_else(|| Selection { turns: Turns::clone(&all), faults: all });
    loop {
        let before = turns.len();
        turns = shrinking.leave_out(&turns, |turns| Selection { turns, faults: faults.clone() });
        faults = shrinking.leave_out(&faults, |faults| Selection { turns: turns.clone(), faults });
        if turns.len() == before {
            break;
        }
    }
    shrinking.traced()
}

struct Shrinking<'a> {
    cache: &'a mut ThreadCache,
    wiring: &'static dyn Wiring,
    deadline: Instant,
    shortest: Failure,
}

impl Shrinking<'_> {
    /// Leaves out as many of the turns as it can, and returns the rest.
    fn leave_out(&mut self, turns: &Turns, select: impl Fn(Turns) -> Selection) -> Turns {
        let mut kept: Vec<u32> = turns.iter().collect();
        let mut piece = kept.len().max(1);
        loop {
            let before = kept.len();
            let mut at = 0;
            while at < kept.len() {
                let end = kept.len().min(at + piece);
                let rest: Vec<u32> = kept[..at].iter().chain(&kept[end..]).copied().collect();
                if self.still_fails(select(rest.iter().copied().collect())) {
                    kept = rest;
                } else {
                    at = end;
                }
            }
            if piece > 1 {
                piece = piece.div_ceil(2);
            } else if kept.len() == before {
                return kept.into_iter().collect();
            }
        }
    }

    fn still_fails(&mut self, selection: Selection) -> bool {
        if Instant::now() > self.deadline {
            return false;
        }
        let history = History { selection: Some(selection), ..self.shortest.history };
        match play(self.cache, &history, self.wiring, false) {
            Err(failure) if failure.violation.invariant == self.shortest.violation.invariant => {
                self.shortest = *failure;
                true
            }
            _ => false,
        }
    }

    fn traced(self) -> Failure {
        match play(self.cache, &self.shortest.history, self.wiring, true) {
            Err(failure) => *failure,
            Ok(_) => self.shortest,
        }
    }
}
