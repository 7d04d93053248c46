//! What waits to be said, and who may say it next. Pure: the caller brings the time and makes the calls.
//!
//! A lane per chat keeps the order within the chat: one call at a time. Lanes take turns, so that a busy chat delays
//! nobody else. Answers to queries belong to no lane: somebody waits for them, and no limit of Telegram's counts them. Messages
//! of a [broadcast](broadcasts) come last of all.

use std::collections::{HashMap, VecDeque};

use jiff::Timestamp;
use tokio::sync::oneshot;

use crate::core::effect::Reply;
use crate::core::ids::MessageId;
use crate::core::ticket::{Kind, Ticket};
use crate::telegram::limits::{Counted, Limits};
use broadcasts::Broadcasts;

mod broadcasts;

/// Plain replies that may wait in one chat.
const PLAIN_PER_CHAT_MAX: usize = 64;
/// All that may wait for its turn in chats, and all answers to queries.
const WAITING_MAX: usize = 20_000;
const ANSWERS_MAX: usize = 2_000;

/// Something to say.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) reply: Reply,
    /// Set for what must not be lost.
    pub(super) promise: Option<Promise>,
    /// When it was to be said.
    pub(super) since: Timestamp,
    /// Tries so far.
    pub(super) tries: u32,
    /// Not before this moment.
    pub(super) not_before: Timestamp,
}

/// To whom it must be reported how it ended, if it is said by then.
#[derive(Debug, Clone)]
pub(super) struct Promise {
    pub(super) ticket: Ticket,
    pub(super) until: Timestamp,
}

/// What is to be done next.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "nearly every one of them is said")]
pub(super) enum Next {
    /// Say this, and [`Queue::finished`] afterwards.
    Say(Said),
    /// Nothing before this moment.
    Wait(Timestamp),
    /// Nothing until something is pushed or finished.
    Nothing,
}

/// What a push did to what was there before.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Pushed {
    /// Nothing.
    Added,
    /// It took the place of an older edit of the same message that was not promised.
    Replaced,
    /// A plain reply fell out, because too much waits.
    Dropped,
}

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Queue {
    limits: Limits,
    checkouts: VecDeque<Said>,
    callbacks: VecDeque<Said>,
    lanes: HashMap<i64, Lane>,
    /// Chats in the order of their turns: those with something waiting.
    turns: VecDeque<i64>,
    waiting: usize,
    broadcasts: Broadcasts,
    /// Telegram's own word: no toast before this moment.
    callbacks_paused_until: Timestamp,
}

#[derive(Debug, Default)]
struct Lane {
    entries: VecDeque<Entry>,
    busy: bool,
}

#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "nearly every one of them is said")]
enum Entry {
    Say(Said),
    /// Somebody else says something to the chat, by the same limits and in the same order.
    Permit(oneshot::Sender<()>),
}

impl Entry {
    const fn counted(&self) -> Counted {
        match self {
            Self::Say(said) => said.counted(),
            Self::Permit(_) => Counted::Everywhere,
        }
    }
}

impl Said {
    pub(super) const fn new(reply: Reply, promise: Option<Promise>, since: Timestamp) -> Self {
        Self { reply, promise, since, tries: 0, not_before: Timestamp::MIN }
    }

    pub(super) const fn chat(&self) -> Option<i64> {
        match &self.reply {
            Reply::Send { chat, .. }
            | Reply::Video { chat, .. }
            | Reply::Copy { chat, .. }
            | Reply::Edit { chat, .. }
            | Reply::Invoice { chat, .. }
            | Reply::Subscription { chat, .. } => Some(*chat),
            Reply::AnswerCallback { .. } | Reply::AnswerCheckout { .. } => None,
        }
    }

    const fn edited(&self) -> Option<MessageId> {
        match &self.reply {
            Reply::Edit { message, .. } => Some(*message),
            Reply::Send { .. }
            | Reply::Video { .. }
            | Reply::Copy { .. }
            | Reply::Invoice { .. }
            | Reply::Subscription { .. }
            | Reply::AnswerCallback { .. }
            | Reply::AnswerCheckout { .. } => None,
        }
    }

    /// Plain edits answer taps; promised ones show how jobs go on.
    const fn counted(&self) -> Counted {
        match (&self.reply, &self.promise) {
            (Reply::Edit { .. }, None) => Counted::InChat,
            _ => Counted::Everywhere,
        }
    }

    /// Whether nobody waits for it.
    pub(super) fn is_of_broadcast(&self) -> bool {
        self.promise.as_ref().is_some_and(|promise| promise.ticket.kind == Kind::Broadcast)
    }

    fn is_expired(&self, now: Timestamp) -> bool {
        self.promise.as_ref().is_some_and(|promise| promise.until < now)
    }
}

impl Queue {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// How much waits.
    pub(super) const fn len(&self) -> usize {
        self.waiting
    }

    pub(super) const fn limits(&mut self) -> &mut Limits {
        &mut self.limits
    }

    /// Telegram asked us to answer no tap until then. Checkouts are another method, and are due within seconds.
    pub(super) fn pause_callbacks(&mut self, until: Timestamp) {
        self.callbacks_paused_until = self.callbacks_paused_until.max(until);
    }

    /// Adds something to say.
    pub(super) fn push(&mut self, said: Said) -> Pushed {
        let Some(chat) = said.chat() else {
            return self.push_answer(said);
        };
        if said.is_of_broadcast() {
            return self.broadcasts.push(said);
        }
        if self.waiting >= WAITING_MAX && !self.lanes.contains_key(&chat) {
            return Pushed::Dropped;
        }
        let lane = self.lanes.entry(chat).or_default();
        if let Some(older) = said.edited().and_then(|message| lane.plain_edit_of(message)) {
            *older = said;
            return Pushed::Replaced;
        }
        if self.waiting >= WAITING_MAX {
            return Pushed::Dropped;
        }
        let dropped = said.promise.is_none() && lane.drop_oldest_plain_if_full();
        self.waiting -= usize::from(dropped);
        self.add(chat, Entry::Say(said));
        if dropped { Pushed::Dropped } else { Pushed::Added }
    }

    /// Asks for the right to say one thing to `chat`; granted through the channel, or never if too much waits.
    pub(super) fn push_permit(&mut self, chat: i64, granted: oneshot::Sender<()>) {
        if self.waiting < WAITING_MAX {
            self.add(chat, Entry::Permit(granted));
        }
    }

    /// Says what is to be done now. With `answers_only`, nothing but answers to queries.
    pub(super) fn next(&mut self, now: Timestamp, answers_only: bool) -> Next {
        let mut wake = None;
        for (answers, not_before) in
            [(&mut self.checkouts, Timestamp::MIN), (&mut self.callbacks, self.callbacks_paused_until)]
        {
            let ready_at = |said: &Said| said.not_before.max(not_before);
            if let Some(ready) = answers.iter().position(|said| ready_at(said) <= now) {
                self.waiting -= 1;
                return answers.remove(ready).map_or(Next::Nothing, Next::Say);
            }
            wake = earlier(wake, answers.iter().map(ready_at).min());
        }
        for _ in 0..if answers_only { 0 } else { self.turns.len() } {
            let Some(chat) = self.turns.pop_front() else { break };
            match self.next_in_lane(chat, now) {
                Next::Say(said) => return Next::Say(said),
                Next::Wait(until) => wake = earlier(wake, Some(until)),
                Next::Nothing => {}
            }
        }
        if !answers_only {
            match self.broadcasts.next(&mut self.limits, now) {
                Next::Say(said) => return Next::Say(said),
                Next::Wait(until) => wake = earlier(wake, Some(until)),
                Next::Nothing => {}
            }
        }
        wake.map_or(Next::Nothing, Next::Wait)
    }

    /// A call of a broadcast ended.
    pub(super) const fn broadcast_finished(&mut self) {
        self.broadcasts.finished();
    }

    /// A call to `chat` ended: the lane is free again. `again` is put back to the front of it, unless a newer edit of
    /// the same message waits already.
    pub(super) fn finished(&mut self, chat: Option<i64>, again: Option<Said>) {
        let Some(chat) = chat else {
            if let Some(said) = again {
                self.push_answer(said);
            }
            return;
        };
        let lane = self.lanes.entry(chat).or_default();
        lane.busy = false;
        let again = again.filter(|said| said.edited().and_then(|message| lane.plain_edit_of(message)).is_none());
        if let Some(said) = again {
            if lane.entries.is_empty() {
                self.turns.push_back(chat);
            }
            lane.entries.push_front(Entry::Say(said));
            self.waiting += 1;
        } else if lane.entries.is_empty() {
            self.lanes.remove(&chat);
        }
    }

    /// Drops all that is promised: whoever is stopping has no time to report it, and it would be said twice.
    pub(super) fn drop_promises(&mut self) {
        for lane in self.lanes.values_mut() {
            let before = lane.entries.len();
            lane.entries.retain(|entry| !matches!(entry, Entry::Say(said) if said.promise.is_some()));
            self.waiting -= before - lane.entries.len();
        }
        self.broadcasts.clear();
    }

    fn push_answer(&mut self, said: Said) -> Pushed {
        if self.checkouts.len() + self.callbacks.len() >= ANSWERS_MAX {
            return Pushed::Dropped;
        }
        self.waiting += 1;
        match &said.reply {
            Reply::AnswerCheckout { .. } => self.checkouts.push_back(said),
            Reply::AnswerCallback { .. }
            | Reply::Send { .. }
            | Reply::Video { .. }
            | Reply::Copy { .. }
            | Reply::Edit { .. }
            | Reply::Invoice { .. }
            | Reply::Subscription { .. } => {
                self.callbacks.push_back(said);
            }
        }
        Pushed::Added
    }

    fn add(&mut self, chat: i64, entry: Entry) {
        let lane = self.lanes.entry(chat).or_default();
        if lane.entries.is_empty() {
            self.turns.push_back(chat);
        }
        lane.entries.push_back(entry);
        self.waiting += 1;
    }

    /// The turn of `chat`, which is not among the turns while this runs.
    fn next_in_lane(&mut self, chat: i64, now: Timestamp) -> Next {
        let Some(lane) = self.lanes.get_mut(&chat) else {
            return Next::Nothing;
        };
        let before = lane.entries.len();
        lane.drop_dead(now);
        self.waiting -= before - lane.entries.len();
        let next = match lane.entries.front() {
            None => Next::Nothing,
            Some(_) if lane.busy => Next::Nothing,
            Some(Entry::Say(said)) if said.not_before > now => Next::Wait(said.not_before),
            Some(entry) => match self.limits.take(chat, entry.counted(), now) {
                Err(until) => Next::Wait(until),
                Ok(()) => {
                    self.waiting -= 1;
                    lane.take(now)
                }
            },
        };
        if !lane.entries.is_empty() {
            self.turns.push_back(chat);
        } else if !lane.busy {
            self.lanes.remove(&chat);
        }
        next
    }
}

impl Lane {
    /// An edit of this message that waits. A promised one is left alone: its report is awaited.
    fn plain_edit_of(&mut self, message: MessageId) -> Option<&mut Said> {
        self.entries.iter_mut().find_map(|entry| match entry {
            Entry::Say(said) => (said.promise.is_none() && said.edited() == Some(message)).then_some(said),
            Entry::Permit(_) => None,
        })
    }

    fn drop_oldest_plain_if_full(&mut self) -> bool {
        let plain = |entry: &Entry| matches!(entry, Entry::Say(said) if said.promise.is_none());
        if self.entries.iter().filter(|entry| plain(entry)).count() < PLAIN_PER_CHAT_MAX {
            return false;
        }
        self.entries.iter().position(plain).is_some_and(|oldest| self.entries.remove(oldest).is_some())
    }

    /// Drops from the front what nobody waits for any more.
    fn drop_dead(&mut self, now: Timestamp) {
        while self.entries.front().is_some_and(|entry| match entry {
            Entry::Say(said) => said.is_expired(now),
            Entry::Permit(granted) => granted.is_closed(),
        }) {
            self.entries.pop_front();
        }
    }

    fn take(&mut self, now: Timestamp) -> Next {
        match self.entries.pop_front() {
            Some(Entry::Say(said)) => {
                self.busy = true;
                Next::Say(said)
            }
            Some(Entry::Permit(granted)) => {
                // Whoever waited may have gone in this moment; the right is then lost, which harms nobody.
                granted.send(()).ok();
                if self.entries.is_empty() { Next::Nothing } else { Next::Wait(now) }
            }
            None => Next::Nothing,
        }
    }
}

fn earlier(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests;
