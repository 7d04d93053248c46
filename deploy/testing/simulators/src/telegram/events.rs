//! What an open chat page hears: events in order, numbered, kept for a while so that a reader who reconnects loses none.
//!
//! Numbers carry the moment this process began, since they start again with it; a reader from before a restart, or one
//! that was away too long, is told to read the chat anew (`resync`).

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value;

/// How many events of a chat are kept for readers who were away.
const KEPT: usize = 2000;

/// One thing that happened in a chat.
#[derive(Debug, Clone)]
pub(crate) struct ChatEvent {
    pub(crate) number: u64,
    pub(crate) name: &'static str,
    /// JSON, as text: trees of all chats would be most of the memory.
    pub(crate) data: Arc<str>,
}

/// The events of all chats.
#[derive(Debug)]
pub(crate) struct EventLog {
    run: i64,
    next: u64,
    chats: HashMap<i64, VecDeque<ChatEvent>>,
    /// Highest number that each chat has dropped.
    dropped: HashMap<i64, u64>,
}

impl Default for EventLog {
    fn default() -> Self {
        Self { run: Timestamp::now().as_millisecond(), next: 1, chats: HashMap::new(), dropped: HashMap::new() }
    }
}

impl EventLog {
    pub(crate) fn add(&mut self, chat: i64, name: &'static str, data: &Value) {
        let number = self.next;
        self.next += 1;
        let data = data.to_string().into();
        let kept = self.chats.entry(chat).or_default();
        kept.push_back(ChatEvent { number, name, data });
        if kept.len() > KEPT
            && let Some(oldest) = kept.pop_front()
        {
            self.dropped.insert(chat, oldest.number);
        }
    }

    /// The id of the newest event.
    pub(crate) fn last_id(&self) -> String {
        self.id_of(self.last_number())
    }

    pub(crate) const fn last_number(&self) -> u64 {
        self.next - 1
    }

    pub(crate) fn id_of(&self, number: u64) -> String {
        format!("{}-{number}", self.run)
    }

    /// The number behind an event id of this run, if all that came after it in the chat is still here.
    pub(crate) fn resume(&self, chat: i64, id: &str) -> Option<u64> {
        let (run, number) = id.split_once('-')?;
        let number = number.parse().ok()?;
        let complete = self.dropped.get(&chat).is_none_or(|dropped| *dropped <= number);
        (run.parse() == Ok(self.run) && complete).then_some(number)
    }

    /// What happened in the chat after this number, oldest first.
    pub(crate) fn after(&self, chat: i64, number: u64) -> Vec<ChatEvent> {
        let events = self.chats.get(&chat).into_iter().flatten();
        events.filter(|event| event.number > number).cloned().collect()
    }
}
