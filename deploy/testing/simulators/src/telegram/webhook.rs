//! Pushing updates to the bot's webhook.
//!
//! Updates of one chat (or user) go one after another: the next leaves only when the one before got a 2xx. A failed one is
//! tried again at once, then after 2 seconds, doubling to 60–120; `Retry-After` in the answer is honoured up to an hour.
//! Updates that reach the end of their life are dropped. The answer may carry one method call, which is done. Retry times
//! are not kept over a restart: everything pending is tried at once.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use axum::http::header::RETRY_AFTER;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::TelegramSim;
use super::params::Params;
use super::state::State;
use super::updates::Fate;

const FIRST_DELAY: Duration = Duration::from_secs(2);
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(3600);
/// How often retry times are looked at when nothing changes.
const IDLE: Duration = Duration::from_millis(100);

/// Where the bot wants its updates.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Webhook {
    url: String,
    secret: Option<String>,
    max_connections: usize,
    ip_address: Option<String>,
    last_error: Option<(i64, String)>,
}

impl Webhook {
    pub(crate) const fn new(
        url: String,
        secret: Option<String>,
        max_connections: usize,
        ip_address: Option<String>,
    ) -> Self {
        Self { url, secret, max_connections, ip_address, last_error: None }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    pub(crate) fn secret(&self) -> Option<&str> {
        self.secret.as_deref()
    }

    /// `WebhookInfo` without what is known elsewhere.
    pub(crate) fn to_json(&self) -> Value {
        let mut info = json!({
            "url": self.url, "has_custom_certificate": false, "max_connections": self.max_connections,
            "ip_address": self.ip_address.as_deref().unwrap_or("127.0.0.1"),
        });
        if let Some((date, message)) = &self.last_error {
            info["last_error_date"] = json!(date);
            info["last_error_message"] = json!(message);
        }
        info
    }
}

impl State {
    /// Sets the webhook, or removes it.
    pub(crate) fn set_webhook(&mut self, webhook: Option<Webhook>) {
        match &webhook {
            Some(webhook) => self.touched.put("webhook", 0, webhook),
            None => self.touched.delete("webhook", 0),
        }
        self.webhook = webhook;
    }
}

/// When an update may be tried again, and how often it failed.
#[derive(Debug, Clone, Copy)]
struct Retry {
    failures: u32,
    at: Instant,
}

/// What became of one push.
struct Pushed {
    update: i64,
    queue: i64,
    outcome: Outcome,
}

enum Outcome {
    Taken { reply: Option<Map<String, Value>> },
    Failed { message: String, retry_after: Option<Duration> },
}

/// Pushes for ever.
pub(crate) async fn push(sim: &Arc<TelegramSim>) {
    let mut bell = sim.bell.subscribe();
    let mut running = JoinSet::new();
    let mut busy: HashSet<i64> = HashSet::new();
    let mut retries: HashMap<i64, Retry> = HashMap::new();
    loop {
        bell.mark_unchanged();
        for (webhook, update, queue, body) in due(sim, &busy, &retries, running.len()) {
            busy.insert(queue);
            let sim = Arc::clone(sim);
            running.spawn(async move { Pushed { update, queue, outcome: post(&sim, &webhook, &body).await } });
        }
        tokio::select! {
            Some(Ok(pushed)) = running.join_next() => {
                busy.remove(&pushed.queue);
                settle(sim, pushed, &mut retries).await;
            }
            _ = tokio::time::timeout(IDLE, bell.changed()) => {}
        }
    }
}

/// The first pending update of each queue that is neither busy nor waiting for its next try.
fn due(
    sim: &TelegramSim,
    busy: &HashSet<i64>,
    retries: &HashMap<i64, Retry>,
    running: usize,
) -> Vec<(Webhook, i64, i64, Value)> {
    sim.read(|state, now| {
        let Some(webhook) = &state.webhook else { return Vec::new() };
        let mut seen = busy.clone();
        let mut due = Vec::new();
        for update in state.pending.iter().filter_map(|id| state.updates.get(id)) {
            if running + due.len() >= webhook.max_connections {
                break;
            }
            let waits = retries.get(&update.id).is_some_and(|retry| retry.at > Instant::now());
            if update.expires_at > now && seen.insert(update.queue) && !waits {
                due.push((webhook.clone(), update.id, update.queue, update.to_json()));
            }
        }
        due
    })
}

async fn post(sim: &TelegramSim, webhook: &Webhook, update: &Value) -> Outcome {
    let mut request = sim.http.post(&webhook.url).json(update);
    if let Some(secret) = &webhook.secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    let response = match request.send().await {
        Ok(response) => response,
        Err(error) if error.is_timeout() => return failed("Read timeout expired".to_owned()),
        Err(error) if error.is_connect() => return failed("Connection refused".to_owned()),
        Err(_) => return failed("Connection reset by peer".to_owned()),
    };
    let status = response.status();
    if status.is_success() {
        return Outcome::Taken { reply: response.json().await.ok() };
    }
    let retry_after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
    let reason = status.canonical_reason().unwrap_or_default();
    Outcome::Failed {
        message: format!("Wrong response from the webhook: {} {reason}", status.as_u16()),
        retry_after: retry_after.map(Duration::from_secs),
    }
}

async fn settle(sim: &TelegramSim, pushed: Pushed, retries: &mut HashMap<i64, Retry>) {
    let Pushed { update, outcome, .. } = pushed;
    match outcome {
        Outcome::Taken { reply } => {
            retries.remove(&update);
            sim.change(|state, _| {
                if let Some(update) = state.updates.get_mut(&update) {
                    update.deliveries += 1;
                }
                state.end_update(update, Fate::Confirmed);
            });
            if let Some(mut call) = reply
                && let Some(Value::String(method)) = call.remove("method")
            {
                // Telegram does not send the result either. It is in the call record.
                drop(sim.perform(&method, Params::from_json(call)).await);
            }
        }
        Outcome::Failed { message, retry_after } => {
            let failures = retries.get(&update).map_or(1, |retry| retry.failures + 1);
            let delay = retry_after.map_or_else(|| delay(failures), |wished| wished.min(LONGEST_RETRY_AFTER));
            retries.insert(update, Retry { failures, at: Instant::now() + delay });
            sim.change(|state, now| {
                if let Some(update) = state.updates.get_mut(&update) {
                    update.deliveries += 1;
                }
                if let Some(webhook) = &mut state.webhook {
                    webhook.last_error = Some((now, message));
                    state.touched.put("webhook", 0, &*webhook);
                }
            });
        }
    }
}

/// At once after the first failure, then 2 s, doubling to a random 60–120 s.
fn delay(failures: u32) -> Duration {
    if failures <= 1 {
        return Duration::ZERO;
    }
    let doubled = FIRST_DELAY.saturating_mul(1_u32.checked_shl(failures - 2).unwrap_or(u32::MAX));
    doubled.min(Duration::from_secs(rand::random_range(60..=120)))
}

const fn failed(message: String) -> Outcome {
    Outcome::Failed { message, retry_after: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retries_begin_at_once_and_grow_to_a_minute_or_two() {
        assert_eq!([1, 2, 3, 4].map(delay), [0, 2, 4, 8].map(Duration::from_secs));
        assert!((60..=120).contains(&delay(40).as_secs()));
    }
}
