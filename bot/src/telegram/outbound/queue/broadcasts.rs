//! Messages of a broadcast: nobody waits for them, so each goes out only when nothing else can be said at that moment, and by
//! limits that leave room to everybody else. They belong to no lane: none of them keeps an answer in the same chat waiting.

use std::collections::VecDeque;

use jiff::Timestamp;

use super::{Next, Pushed, Said, earlier};
use crate::telegram::limits::Limits;

/// The core hands out a few seconds' worth; more than so many are left to their due time.
const WAITING_MAX: usize = 2_000;

/// Calls at the same time: a slow Telegram must not leave the calls of all others waiting behind these.
const CALLS_MAX: usize = 16;

/// Messages that are looked at for one whose chat may be written to.
const LOOKED_AT_MAX: usize = 4;

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Broadcasts {
    waiting: VecDeque<Said>,
    calls: usize,
}

impl Broadcasts {
    pub(super) fn push(&mut self, said: Said) -> Pushed {
        if self.waiting.len() >= WAITING_MAX {
            return Pushed::Dropped;
        }
        self.waiting.push_back(said);
        Pushed::Added
    }

    pub(super) fn next(&mut self, limits: &mut Limits, now: Timestamp) -> Next {
        if self.calls >= CALLS_MAX {
            return Next::Nothing;
        }
        let mut wake = None;
        // What waited for too long is handed out again by the core.
        self.waiting.retain(|said| !said.is_expired(now));
        for _ in 0..self.waiting.len().min(LOOKED_AT_MAX) {
            let Some(said) = self.waiting.pop_front() else { break };
            match limits.take_spare(said.chat().unwrap_or_default(), now) {
                Ok(()) => {
                    self.calls += 1;
                    return Next::Say(said);
                }
                Err(until) => wake = earlier(wake, Some(until)),
            }
            self.waiting.push_back(said);
        }
        wake.map_or(Next::Nothing, Next::Wait)
    }

    pub(super) const fn finished(&mut self) {
        self.calls = self.calls.saturating_sub(1);
    }

    pub(super) fn clear(&mut self) {
        self.waiting.clear();
    }
}
