//! Flood control, as far as it is published: about one message a second in a chat with short bursts tolerated, 20 a
//! minute in a group, about 30 a second over all chats.
//!
//! A private chat is a token bucket, which knows both: 10 messages at once, and one a second in the long run. The burst is
//! our choice, since Telegram does not tell. A group and the bot as a whole have what is published, in any minute and in
//! any second: a window, so that a burst does not come on top of it. Sending, forwarding, copying and invoices count.
//! Edits count in their chat, as bots that show progress by them have found; answers and chat actions do not count.

use std::collections::{HashMap, VecDeque};

/// A bucket's size and how fast it fills again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Messages that may go at once.
    pub burst: f64,
    /// Messages that become free per second.
    pub per_second: f64,
}

/// So many messages in any stretch of so long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// How many.
    pub messages: usize,
    /// How long, in milliseconds.
    pub milliseconds: i64,
}

/// Which limits hold; `None` switches one off.
#[derive(Debug, Clone, PartialEq)]
pub struct FloodLimits {
    /// For each private chat.
    pub private_chat: Option<Rate>,
    /// For each group.
    pub group: Option<Window>,
    /// For the bot over all chats.
    pub overall: Option<Window>,
}

impl Default for FloodLimits {
    fn default() -> Self {
        Self {
            private_chat: Some(Rate { burst: 10.0, per_second: 1.0 }),
            group: Some(Window { messages: 20, milliseconds: 60_000 }),
            overall: Some(Window { messages: 30, milliseconds: 1000 }),
        }
    }
}

impl FloodLimits {
    /// No limits, for load runs.
    #[must_use]
    pub const fn off() -> Self {
        Self { private_chat: None, group: None, overall: None }
    }
}

/// Counts what the bot sends. Pure, so that a sender can be measured against it without waiting.
#[derive(Debug)]
pub struct FloodGate {
    limits: FloodLimits,
    people: HashMap<i64, Bucket>,
    groups: HashMap<i64, Sent>,
    overall: Sent,
}

/// What is to be said to a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A new message.
    Message,
    /// Another text, caption, keyboard or file for an old one.
    Edit,
}

/// What the gate says to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// It passes.
    Go,
    /// Seconds until the next try makes sense.
    RetryAfter(i64),
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    tokens: f64,
    seen_ms: i64,
}

/// When the last messages were sent that a window counts.
#[derive(Debug, Default)]
struct Sent(VecDeque<i64>);

impl FloodGate {
    /// Nothing was sent yet.
    #[must_use]
    pub fn new(limits: FloodLimits) -> Self {
        Self { limits, people: HashMap::new(), groups: HashMap::new(), overall: Sent::default() }
    }

    /// Takes a message's place in the chat and over all, or neither.
    pub fn admit(&mut self, chat_id: i64, what: What, now_ms: i64) -> Admission {
        let FloodLimits { private_chat, group, overall } = self.limits.clone();
        let (private_chat, group) = if chat_id < 0 { (None, group) } else { (private_chat, None) };
        let overall = overall.filter(|_| what == What::Message);
        let person = private_chat.map(|rate| (rate, filled(self.people.get(&chat_id).copied(), rate, now_ms)));
        let mut in_group = group.map(|window| (window, self.groups.entry(chat_id).or_default()));
        let waits_ms = [
            person.map(|(rate, bucket)| bucket.wait_ms(rate)),
            in_group.as_mut().map(|(window, sent)| sent.wait_ms(*window, now_ms)),
            overall.map(|window| self.overall.wait_ms(window, now_ms)),
        ];
        let wait_ms = waits_ms.into_iter().flatten().max().unwrap_or(0);
        if wait_ms > 0 {
            return Admission::RetryAfter(wait_ms.unsigned_abs().div_ceil(1000).cast_signed());
        }
        if let Some((_, bucket)) = person {
            self.people.insert(chat_id, Bucket { tokens: bucket.tokens - 1.0, ..bucket });
        }
        if let Some((_, sent)) = in_group {
            sent.0.push_back(now_ms);
        }
        if overall.is_some() {
            self.overall.0.push_back(now_ms);
        }
        Admission::Go
    }
}

impl Bucket {
    fn wait_ms(self, rate: Rate) -> i64 {
        #[expect(clippy::cast_possible_truncation, reason = "a wait is at most some minutes")]
        let wait_ms = ((1.0 - self.tokens) / rate.per_second * 1000.0).ceil() as i64;
        wait_ms.max(0)
    }
}

impl Sent {
    fn wait_ms(&mut self, window: Window, now_ms: i64) -> i64 {
        while self.0.front().is_some_and(|sent_ms| now_ms - sent_ms >= window.milliseconds) {
            self.0.pop_front();
        }
        if self.0.len() < window.messages {
            return 0;
        }
        self.0.front().map_or(0, |oldest_ms| oldest_ms + window.milliseconds - now_ms)
    }
}

fn filled(bucket: Option<Bucket>, rate: Rate, now_ms: i64) -> Bucket {
    let bucket = bucket.unwrap_or(Bucket { tokens: rate.burst, seen_ms: now_ms });
    #[expect(clippy::cast_precision_loss, reason = "milliseconds between two messages fit a float exactly")]
    let passed = (now_ms - bucket.seen_ms).max(0) as f64 / 1000.0;
    Bucket { tokens: (bucket.tokens + passed * rate.per_second).min(rate.burst), seen_ms: now_ms }
}

#[cfg(test)]
mod tests {
    use super::*;
    use What::{Edit, Message};

    #[test]
    fn a_chat_takes_a_burst_and_then_one_message_a_second() {
        let mut gate = FloodGate::new(FloodLimits::default());
        for number in 0..10 {
            assert_eq!(gate.admit(5, if number % 2 == 0 { Message } else { Edit }, 0), Admission::Go);
        }
        for what in [Message, Edit] {
            assert_eq!(gate.admit(5, what, 0), Admission::RetryAfter(1));
        }
        assert_eq!(gate.admit(6, Message, 0), Admission::Go);
        assert_eq!(gate.admit(5, Message, 1000), Admission::Go);
        assert_eq!(gate.admit(5, Message, 1000), Admission::RetryAfter(1));
    }

    #[test]
    fn a_group_takes_twenty_in_any_minute() {
        let mut gate = FloodGate::new(FloodLimits::default());
        for number in 0..20 {
            assert_eq!(gate.admit(-5, Message, number * 1000), Admission::Go);
        }
        assert_eq!(gate.admit(-5, Message, 50_000), Admission::RetryAfter(10));
        assert_eq!(gate.admit(-5, Message, 60_000), Admission::Go);
        assert_eq!(gate.admit(-5, Message, 60_000), Admission::RetryAfter(1));
    }

    #[test]
    fn all_chats_together_take_thirty_messages_in_any_second_and_edits_do_not_count() {
        let mut gate = FloodGate::new(FloodLimits::default());
        for chat in 1..=30 {
            assert_eq!(gate.admit(chat, Message, 100), Admission::Go);
        }
        assert_eq!(gate.admit(31, Message, 1099), Admission::RetryAfter(1));
        assert_eq!(gate.admit(31, Edit, 1099), Admission::Go);
        assert_eq!(gate.admit(31, Message, 1100), Admission::Go);
    }

    #[test]
    fn limits_can_be_switched_off() {
        let mut gate = FloodGate::new(FloodLimits::off());
        assert!((0..1000).all(|_| gate.admit(1, Message, 0) == Admission::Go));
    }
}
