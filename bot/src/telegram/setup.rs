//! What is said to Telegram at the start: who we are, what our commands are, and how updates shall come. The last is
//! watched afterwards, too: see [`connection`](super::connection).
//!
//! Of what we are, nothing is said that was said before: [`profiles`].

use std::time::Duration;

use secrecy::SecretString;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use shared::retry::Backoff;
use shared::telemetry;
use teloxide_core::payloads::{DeleteWebhook, GetMe, GetWebhookInfo};
use teloxide_core::requests::Payload;
use tokio::time::Instant;
use url::Url;

use super::client::Telegram;
use super::failure::{CallError, Refusal};
use super::payloads::SetWebhook;
use crate::core::update::ALLOWED_UPDATES;

mod operator_menus;
mod profiles;

pub use operator_menus::{Look, Menu, OperatorMenus};
pub use profiles::{Profile, publish_profiles};

/// A token that was good is not taken for a bad one earlier.
const TOKEN_BELIEVED_AFTER: Duration = Duration::from_secs(60);
const BACKOFF: Backoff = Backoff { first: Duration::from_millis(500), max: Duration::from_secs(30) };

/// Why the bot cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// No call will ever succeed.
    #[error("Telegram does not know the bot: check BOT_TOKEN, and TELEGRAM_API_URL if you set it")]
    TokenRefused(#[source] CallError),
    /// Telegram does not like what it is told.
    #[error("Telegram does not accept {what}")]
    Refused {
        /// What was set.
        what: &'static str,
        /// Its answer.
        #[source]
        source: CallError,
    },
}

/// Who the bot is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// The bot's own number; never changes, also with a new token.
    pub id: i64,
    /// Its name in links, without the `@`.
    pub username: String,
}

/// Asks who the bot is, as often as it takes. A caller that is to stop drops it.
///
/// # Errors
/// [`SetupError::TokenRefused`].
pub async fn identify(telegram: &Telegram) -> Result<Me, SetupError> {
    patiently_unless_unknown_for(Duration::ZERO, telegram, "the question who the bot is", &GetMe::new()).await
}

/// Has updates wait to be polled for.
///
/// # Errors
/// See [`SetupError`].
pub async fn use_polling(telegram: &Telegram) -> Result<(), SetupError> {
    let webhook: WebhookInfo = patiently(telegram, "the question for the webhook", &GetWebhookInfo::new()).await?;
    if !webhook.url.is_empty() {
        tracing::info!("a webhook is set; it is removed, because this process polls");
        let _: bool = patiently(telegram, "removing the webhook", &DeleteWebhook::new()).await?;
    }
    Ok(())
}

/// Has updates posted to `url` with `secret`, whatever Telegram was told before: it does not say which secret it has.
///
/// # Errors
/// See [`SetupError`].
pub async fn use_webhook(telegram: &Telegram, url: &Url, secret: &SecretString) -> Result<(), SetupError> {
    let _: bool = patiently(telegram, "the webhook", &webhook(url, secret)).await?;
    tracing::info!("the webhook is set");
    Ok(())
}

/// The same in one try.
pub(super) async fn set_webhook(telegram: &Telegram, url: &Url, secret: &SecretString) -> Result<(), CallError> {
    telegram.call(&webhook(url, secret)).await.map(|_: IgnoredAny| ())
}

/// Removes whatever webhook is set, in one try. What waits at Telegram goes on waiting.
pub(super) async fn delete_webhook(telegram: &Telegram) -> Result<(), CallError> {
    telegram.call(&DeleteWebhook::new()).await.map(|_: IgnoredAny| ())
}

/// What Telegram knows of our webhook, in one try.
pub(super) async fn webhook_info(telegram: &Telegram) -> Result<WebhookInfo, CallError> {
    telegram.call(&GetWebhookInfo::new()).await
}

fn webhook(url: &Url, secret: &SecretString) -> SetWebhook {
    SetWebhook { url: url.clone(), secret_token: secret.clone(), allowed_updates: ALLOWED_UPDATES }
}

/// What Telegram knows of a webhook.
#[derive(Debug, Deserialize)]
pub(super) struct WebhookInfo {
    /// Empty when none is set.
    #[serde(default)]
    pub(super) url: String,
    #[serde(default)]
    allowed_updates: Vec<String>,
    /// Updates that wait at Telegram.
    #[serde(default)]
    pub(super) pending_update_count: i64,
    /// When it last failed to hand an update over, in seconds since 1970.
    pub(super) last_error_date: Option<i64>,
    last_error_message: Option<String>,
}

impl WebhookInfo {
    /// Whether updates go to `url`, and those that we know.
    pub(super) fn is_set_to(&self, url: &Url) -> bool {
        let mut set: Vec<&str> = self.allowed_updates.iter().map(String::as_str).collect();
        let mut wanted = ALLOWED_UPDATES;
        set.sort_unstable();
        wanted.sort_unstable();
        self.url == url.as_str() && set == wanted
    }

    /// Why it last failed to hand an update over, in Telegram's words.
    pub(super) fn last_error(&self) -> &str {
        self.last_error_message.as_deref().unwrap_or_default()
    }
}

/// Makes a call that may be repeated until Telegram answers it. A moment ago Telegram knew the bot, so that it does not is
/// believed after a minute of nothing else.
async fn patiently<P, T>(telegram: &Telegram, what: &'static str, payload: &P) -> Result<T, SetupError>
where
    P: Payload + Serialize + Sync,
    T: DeserializeOwned,
{
    patiently_unless_unknown_for(TOKEN_BELIEVED_AFTER, telegram, what, payload).await
}

async fn patiently_unless_unknown_for<P, T>(
    believed_after: Duration,
    telegram: &Telegram,
    what: &'static str,
    payload: &P,
) -> Result<T, SetupError>
where
    P: Payload + Serialize + Sync,
    T: DeserializeOwned,
{
    let (mut failures, mut unknown_since) = (0, None);
    loop {
        failures += 1;
        let answer = telegram.call(payload).await;
        if answer.as_ref().err().and_then(CallError::refusal) != Some(Refusal::TokenRefused) {
            unknown_since = None;
        }
        let delay = match answer {
            Ok(answer) => return Ok(answer),
            Err(source) if source.refusal() == Some(Refusal::TokenRefused) => {
                if unknown_since.get_or_insert_with(Instant::now).elapsed() >= believed_after {
                    return Err(SetupError::TokenRefused(source));
                }
                BACKOFF.delay(failures, &mut rand::rng())
            }
            Err(source @ (CallError::Refused { .. } | CallError::UnknownShape { .. })) => {
                return Err(SetupError::Refused { what, source });
            }
            Err(CallError::RetryAfter(asked)) => asked,
            Err(error @ (CallError::NotSent(_) | CallError::AnswerLost(_) | CallError::ServerFailed { .. })) => {
                let delay = BACKOFF.delay(failures, &mut rand::rng());
                tracing::warn!(error = %telemetry::chain(&error), failures, "Telegram does not answer; trying again");
                delay
            }
        };
        tokio::time::sleep(delay).await;
    }
}
