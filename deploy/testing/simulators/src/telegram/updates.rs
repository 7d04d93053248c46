//! The queue of updates: one for the bot, ids ever growing, each update with its own end of life.
//!
//! Not modelled: the punishment of a hot loop that asks for the same offset again and again.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::state::State;

/// How long Telegram keeps an update, in seconds.
const UPDATE_LIFE: i64 = 24 * 60 * 60;
/// How long it keeps callback, pre-checkout and shipping queries.
pub(crate) const QUERY_LIFE: i64 = 150;
/// Kinds that a bot gets only when it asks for them by name.
const NOT_BY_DEFAULT: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// One update and what became of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredUpdate {
    pub(crate) id: i64,
    pub(crate) kind: String,
    /// The content under its kind's name.
    pub(crate) content: Value,
    /// Chat or user whose updates are delivered one after another by webhook.
    pub(crate) queue: i64,
    pub(crate) created_at: i64,
    pub(crate) expires_at: i64,
    pub(crate) fate: Fate,
    /// How often it was handed to the bot.
    pub(crate) deliveries: u32,
}

/// What became of an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fate {
    /// Waits for the bot, or was handed out and not confirmed yet.
    Pending,
    /// Confirmed by a higher offset or a 2xx answer.
    Confirmed,
    /// Nobody confirmed it in its time.
    Expired,
    /// Dropped at the bot's wish (`drop_pending_updates`, negative offset).
    Dropped,
}

impl StoredUpdate {
    pub(crate) fn is_pending(&self) -> bool {
        self.fate == Fate::Pending
    }

    /// The Bot API's `Update`.
    pub(crate) fn to_json(&self) -> Value {
        let mut update = Map::from_iter([("update_id".to_owned(), json!(self.id))]);
        update.insert(self.kind.clone(), self.content.clone());
        Value::Object(update)
    }
}

impl State {
    /// Queues an update if the bot wants its kind; `queue` is its chat or user.
    pub(crate) fn add_update(&mut self, kind: &str, content: Value, queue: i64, now: i64) -> Option<i64> {
        if !self.wants(kind) {
            return None;
        }
        let id = self.counters.next_update;
        self.counters.next_update += 1;
        self.touch_counters();
        let life = if is_query(kind) { QUERY_LIFE } else { UPDATE_LIFE };
        let update = StoredUpdate {
            id,
            kind: kind.to_owned(),
            content,
            queue,
            created_at: now,
            expires_at: now + life,
            fate: Fate::Pending,
            deliveries: 0,
        };
        self.touched.put("update", id, &update);
        self.updates.insert(id, update);
        self.pending.insert(id);
        Some(id)
    }

    /// Makes an update of the past wait for the bot again, under its old id.
    pub(crate) fn resend_update(&mut self, id: i64, now: i64) -> bool {
        let Some(update) = self.updates.get_mut(&id) else { return false };
        update.fate = Fate::Pending;
        update.expires_at = now + UPDATE_LIFE;
        self.touched.put("update", id, &*update);
        self.pending.insert(id);
        true
    }

    /// Remembers which kinds the bot wants from now on; `None` keeps what was set, an empty list is the default set.
    pub(crate) fn allow(&mut self, kinds: Option<Vec<String>>) {
        let Some(kinds) = kinds else { return };
        self.intake.allowed = Some(kinds).filter(|kinds| !kinds.is_empty());
        self.touched.put("intake", 0, &self.intake);
    }

    /// Applies an offset: what lies before it is confirmed, and a negative one forgets all but the last ones.
    pub(crate) fn apply_offset(&mut self, offset: i64) {
        let (gone, fate): (Vec<i64>, Fate) = if offset < 0 {
            let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            (self.pending.iter().rev().skip(kept).copied().collect(), Fate::Dropped)
        } else {
            (self.pending.range(..offset).copied().collect(), Fate::Confirmed)
        };
        for id in gone {
            self.end_update(id, fate);
        }
    }

    /// The oldest waiting updates, counted as handed out.
    pub(crate) fn hand_out(&mut self, limit: usize, now: i64) -> Vec<Value> {
        self.expire_updates(now);
        let ids: Vec<i64> = self.pending.iter().copied().take(limit).collect();
        let mut handed_out = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(update) = self.updates.get_mut(&id) {
                update.deliveries += 1;
                handed_out.push(update.to_json());
            }
        }
        handed_out
    }

    pub(crate) fn drop_pending(&mut self) {
        for id in std::mem::take(&mut self.pending) {
            self.end_update(id, Fate::Dropped);
        }
    }

    pub(crate) fn expire_updates(&mut self, now: i64) {
        let over = |id: &&i64| self.updates.get(*id).is_none_or(|update| update.expires_at <= now);
        let expired: Vec<i64> = self.pending.iter().filter(over).copied().collect();
        for id in expired {
            self.end_update(id, Fate::Expired);
        }
    }

    pub(crate) fn end_update(&mut self, id: i64, fate: Fate) {
        self.pending.remove(&id);
        if let Some(update) = self.updates.get_mut(&id) {
            update.fate = fate;
            self.touched.put("update", id, &*update);
        }
    }

    fn wants(&self, kind: &str) -> bool {
        match &self.intake.allowed {
            Some(allowed) => allowed.iter().any(|name| name == kind),
            None => !NOT_BY_DEFAULT.contains(&kind),
        }
    }
}

fn is_query(kind: &str) -> bool {
    matches!(kind, "callback_query" | "pre_checkout_query" | "shipping_query")
}
