//! How the bot gets its updates: long polling or a webhook, never both.

use std::time::Duration;

use frankenstein::methods::{DeleteWebhookParams, SetWebhookParams};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;
use url::Url;

use crate::telegram::TelegramSim;
use crate::telegram::params::Params;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::webhook::Webhook;

/// Longest long poll, in seconds; a longer wish is cut.
const TIMEOUT_MAX: u64 = 50;
const LIMIT_MAX: usize = 100;

/// Like frankenstein's, but tolerant as the original: out-of-range numbers are cut, and kinds of updates are any text.
#[derive(Debug, Deserialize)]
struct Poll {
    #[serde(default)]
    offset: i64,
    #[serde(default)]
    limit: i64,
    #[serde(default)]
    timeout: i64,
    allowed_updates: Option<Vec<String>>,
}

pub(super) async fn get_updates(sim: &TelegramSim, params: &mut Params) -> Answer {
    let poll: Poll = params.read()?;
    let limit = usize::try_from(poll.limit).ok().filter(|limit| (1..=LIMIT_MAX).contains(limit)).unwrap_or(LIMIT_MAX);
    let timeout = Duration::from_secs(u64::try_from(poll.timeout).unwrap_or(0).min(TIMEOUT_MAX));
    let deadline = Instant::now() + timeout;
    let mut bell = sim.bell.subscribe();
    let mine = sim.change(|state, _| {
        if state.webhook.is_some() {
            return Err(Refusal::conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            ));
        }
        state.allow(poll.allowed_updates);
        state.apply_offset(poll.offset);
        state.poll += 1;
        Ok(state.poll)
    })?;
    loop {
        bell.mark_unchanged();
        let news = sim.read(|state, _| (state.poll, state.webhook.is_some(), state.pending.is_empty()));
        match news {
            (_, true, _) => return Err(Refusal::conflict("terminated by setWebhook request")),
            (newest, ..) if newest != mine => {
                return Err(Refusal::conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running",
                ));
            }
            (_, _, is_empty) => {
                let updates = if is_empty { Vec::new() } else { sim.change(|state, now| state.hand_out(limit, now)) };
                if !updates.is_empty() || Instant::now() >= deadline || sim.closing.is_cancelled() {
                    return Ok(json!(updates));
                }
            }
        }
        // The sender lives as long as the simulator. The deadline ends the wait in any case.
        let waited = tokio::time::timeout_at(deadline, bell.changed()).await;
        if waited.is_err() {
            return Ok(json!([]));
        }
    }
}

pub(super) fn set_webhook(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: SetWebhookParams = params.read()?;
    if call.url.is_empty() {
        remove_webhook(sim, call.drop_pending_updates == Some(true));
        return Ok(Value::Bool(true));
    }
    let bad = |what: &str| Refusal::bad_request(format!("bad webhook: {what}"));
    let url = Url::parse(&call.url).map_err(|_| bad("invalid URL specified"))?;
    // Kinder than Telegram, which takes https on four ports only.
    if !matches!(url.scheme(), "http" | "https") {
        return Err(bad("An HTTPS URL must be provided for webhook"));
    }
    let is_secret = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if call.secret_token.as_ref().is_some_and(|secret| secret.len() > 256 || !secret.bytes().all(is_secret)) {
        return Err(Refusal::bad_request("secret token contains unallowed characters"));
    }
    let max_connections = usize::try_from(call.max_connections.unwrap_or(40)).unwrap_or(40).clamp(1, 100);
    let allowed = call.allowed_updates.map(|kinds| {
        let names = kinds.iter().map(|kind| json!(kind).as_str().unwrap_or_default().to_owned());
        names.collect()
    });
    sim.change(|state, _| {
        if call.drop_pending_updates == Some(true) {
            state.drop_pending();
        }
        state.allow(allowed);
        state.poll += 1;
        let webhook = Webhook::new(url.into(), call.secret_token, max_connections, call.ip_address);
        state.set_webhook(Some(webhook));
    });
    Ok(Value::Bool(true))
}

pub(super) fn delete_webhook(sim: &TelegramSim, params: &mut Params) -> Answer {
    let call: DeleteWebhookParams = params.read()?;
    remove_webhook(sim, call.drop_pending_updates == Some(true));
    Ok(Value::Bool(true))
}

pub(crate) fn get_webhook_info(sim: &TelegramSim) -> Value {
    sim.read(|state, _| {
        let pending = state.pending.len();
        let mut info = match &state.webhook {
            Some(webhook) => webhook.to_json(),
            None => json!({ "url": "", "has_custom_certificate": false }),
        };
        info["pending_update_count"] = json!(pending);
        if let Some(allowed) = &state.intake.allowed {
            info["allowed_updates"] = json!(allowed);
        }
        info
    })
}

fn remove_webhook(sim: &TelegramSim, drop_pending: bool) {
    sim.change(|state, _| {
        if drop_pending {
            state.drop_pending();
        }
        state.set_webhook(None);
    });
}
