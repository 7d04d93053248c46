//! Callbacks to the address given with a task: 15 seconds to answer 200, three retries, optional signature. The
//! spacing of retries is not documented; ours is short, so that playing does not mean waiting.

use std::time::Duration;

use axum::http::header::CONTENT_TYPE;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::task::{CallbackTry, Family, Task};
use super::{KieSim, market, now_ms, veo};

/// Time that the receiver has.
pub(super) const ANSWER_WITHIN: Duration = Duration::from_secs(15);
/// Pauses before the three retries.
const RETRY_AFTER_MS: [i64; 3] = [1_000, 3_000, 9_000];
/// Pause before the second delivery of a doubled callback.
const DOUBLED_AFTER_MS: i64 = 50;

/// Tries once to deliver.
pub(super) async fn send(sim: &KieSim, task: &Task) -> CallbackTry {
    let at = now_ms();
    let Some(address) = &task.callback_url else {
        return CallbackTry { at, outcome: "unreachable".to_owned(), http_status: None };
    };
    let body = match task.family {
        Family::Veo => veo::callback(task, &sim.public_url()),
        Family::Market => market::callback(task, at, &sim.public_url()),
    };
    let mut request = sim.http.post(address).header(CONTENT_TYPE, "application/json").body(body.to_string());
    if let Some(key) = &sim.webhook_key {
        let timestamp = (at / 1000).to_string();
        request = request
            .header("X-Webhook-Signature", signature(key, &task.id, &timestamp))
            .header("X-Webhook-Timestamp", timestamp);
    }
    let status = request.send().await.ok().map(|answer| answer.status().as_u16());
    let outcome = match status {
        Some(200) => "delivered",
        Some(_) => "refused",
        None => "unreachable",
    };
    CallbackTry { at, outcome: outcome.to_owned(), http_status: status }
}

/// Notes a try and plans what follows from it.
pub(super) fn settle(sim: &KieSim, id: &str, sent: CallbackTry) {
    let mut state = sim.state();
    let Some(task) = state.task_mut(id) else { return };
    let plan = &mut task.callback_plan;
    let retry_after_ms = RETRY_AFTER_MS.get(usize::from(plan.tries)).copied();
    let next = match (sent.http_status, retry_after_ms) {
        (Some(200), _) | (_, None) => {
            plan.tries = 0;
            plan.deliveries = plan.deliveries.saturating_sub(1);
            (plan.deliveries > 0).then_some(DOUBLED_AFTER_MS)
        }
        (_, Some(pause)) => {
            plan.tries += 1;
            Some(pause)
        }
    };
    task.callbacks.push(sent);
    if let Some(pause) = next {
        state.agenda.insert((now_ms() + pause, id.to_owned()));
    }
    sim.keep(&mut state);
    sim.publish(&state, Some(id));
}

/// Base64 of HMAC-SHA256 over `taskId.timestamp`. The body is not covered.
fn signature(key: &str, task_id: &str, timestamp: &str) -> String {
    Hmac::<Sha256>::new_from_slice(key.as_bytes()).map_or_else(
        |_| String::new(),
        |mut mac| {
            mac.update(format!("{task_id}.{timestamp}").as_bytes());
            STANDARD.encode(mac.finalize().into_bytes())
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_the_worked_example() {
        let signature = signature("test_webhook_hmac_key", "ee9c2715375b7837f8bb51d641ff5863", "1769670760");
        assert_eq!(signature, "dfR2UHjlU4XCIMtJCEbfqQ9e9lVh3gmeV0UMubxEz/w=");
    }
}
