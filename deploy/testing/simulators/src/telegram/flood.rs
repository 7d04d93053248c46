//! Flood control, as far as it is published: about one message a second in a chat with short bursts tolerated, 20 a
//! minute in a group, about 30 a second over all chats.
//!
//! Token buckets. The size of the bursts is our choice, since Telegram does not tell: 10 messages in one private chat, 20
//! in one group, 30 over all. Sending, forwarding, copying and invoices count; edits, answers and chat actions do not.

use std::collections::HashMap;

/// A bucket's size and how fast it fills again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Messages that may go at once.
    pub burst: f64,
    /// Messages that become free per second.
    pub per_second: f64,
}

/// Which limits hold; `None` switches one off.
#[derive(Debug, Clone, PartialEq)]
pub struct FloodLimits {
    /// For each private chat.
    pub private_chat: Option<Rate>,
    /// For each group.
    pub group: Option<Rate>,
    /// For the bot over all chats.
    pub overall: Option<Rate>,
}

impl Default for FloodLimits {
    fn default() -> Self {
        Self {
            private_chat: Some(Rate { burst: 10.0, per_second: 1.0 }),
            group: Some(Rate { burst: 20.0, per_second: 20.0 / 60.0 }),
            overall: Some(Rate { burst: 30.0, per_second: 30.0 }),
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

/// Counts what the bot sends.
#[derive(Debug)]
pub(crate) struct FloodGate {
    limits: FloodLimits,
    chats: HashMap<i64, Bucket>,
    overall: Option<Bucket>,
}

/// What the gate says to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Admission {
    Go,
    /// Seconds until the next try makes sense.
    RetryAfter(i64),
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    rate: Rate,
    tokens: f64,
    seen_ms: i64,
}

impl FloodGate {
    pub(crate) fn new(limits: FloodLimits) -> Self {
        Self { limits, chats: HashMap::new(), overall: None }
    }

    /// Takes a message's place in the chat and over all, or neither.
    pub(crate) fn admit(&mut self, chat_id: i64, now_ms: i64) -> Admission {
        let of_chat = if chat_id < 0 { self.limits.group } else { self.limits.private_chat };
        let chat = of_chat.map(|rate| filled(self.chats.get(&chat_id).copied(), rate, now_ms));
        let overall = self.limits.overall.map(|rate| filled(self.overall, rate, now_ms));
        let wait = [chat, overall].into_iter().flatten().map(|bucket| bucket.wait_seconds()).fold(0.0, f64::max);
        if wait > 0.0 {
            return Admission::RetryAfter(whole_seconds(wait));
        }
        if let Some(bucket) = chat {
            self.chats.insert(chat_id, bucket.less_one());
        }
        self.overall = overall.map(Bucket::less_one);
        Admission::Go
    }
}

impl Bucket {
    fn wait_seconds(self) -> f64 {
        ((1.0 - self.tokens) / self.rate.per_second).max(0.0)
    }

    fn less_one(self) -> Self {
        Self { tokens: self.tokens - 1.0, ..self }
    }
}

fn filled(bucket: Option<Bucket>, rate: Rate, now_ms: i64) -> Bucket {
    let bucket = bucket.unwrap_or(Bucket { rate, tokens: rate.burst, seen_ms: now_ms });
    #[expect(clippy::cast_precision_loss, reason = "milliseconds between two messages fit a float exactly")]
    let passed = (now_ms - bucket.seen_ms).max(0) as f64 / 1000.0;
    Bucket { rate, tokens: (bucket.tokens + passed * rate.per_second).min(rate.burst), seen_ms: now_ms }
}

fn whole_seconds(wait: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a wait is at most some minutes")]
    let seconds = wait.ceil() as i64;
    seconds.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_takes_a_burst_and_then_one_message_a_second() {
        let mut gate = FloodGate::new(FloodLimits::default());
        for _ in 0..10 {
            assert_eq!(gate.admit(5, 0), Admission::Go);
        }
        assert_eq!(gate.admit(5, 0), Admission::RetryAfter(1));
        assert_eq!(gate.admit(6, 0), Admission::Go);
        assert_eq!(gate.admit(5, 1000), Admission::Go);
        assert_eq!(gate.admit(5, 1000), Admission::RetryAfter(1));
    }

    #[test]
    fn a_group_takes_twenty_a_minute() {
        let mut gate = FloodGate::new(FloodLimits::default());
        for _ in 0..20 {
            assert_eq!(gate.admit(-5, 0), Admission::Go);
        }
        assert_eq!(gate.admit(-5, 0), Admission::RetryAfter(3));
    }

    #[test]
    fn all_chats_together_take_thirty_a_second() {
        let mut gate = FloodGate::new(FloodLimits::default());
        for chat in 1..=30 {
            assert_eq!(gate.admit(chat, 0), Admission::Go);
        }
        assert_eq!(gate.admit(31, 0), Admission::RetryAfter(1));
    }

    #[test]
    fn limits_can_be_switched_off() {
        let mut gate = FloodGate::new(FloodLimits::off());
        assert!((0..1000).all(|_| gate.admit(1, 0) == Admission::Go));
    }
}
