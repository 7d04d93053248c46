//! What is said to Telegram once, at the start: who we are, what our commands are, and how updates shall come.
//!
//! Nothing is written that is already so, because these calls are rate limited and several processes may start one
//! after the other. The webhook is never removed at a stop: the next start would only set it again, and updates wait
//! at Telegram meanwhile.

use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use shared::retry::Backoff;
use shared::telemetry;
use teloxide_core::payloads::{
    DeleteWebhook, GetMe, GetMyCommands, GetMyDescription, GetMyShortDescription, GetWebhookInfo, SetMyCommands,
    SetMyDescription, SetMyShortDescription,
};
use teloxide_core::requests::Payload;
use teloxide_core::types::BotCommand;
use url::Url;

use super::client::Telegram;
use super::failure::{CallError, Refusal};
use super::payloads::SetWebhook;
use crate::core::update::ALLOWED_UPDATES;

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

/// What Telegram shows about the bot to people of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Two letters, or empty for all other languages.
    pub language: String,
    /// Commands without the slash, and what they do.
    pub commands: Vec<(String, String)>,
    /// Shown in an empty chat, at most 512 characters.
    pub description: String,
    /// Shown on the bot's page, at most 120 characters.
    pub short_description: String,
}

/// Asks who the bot is, as often as it takes. A caller that is to stop drops it.
///
/// # Errors
/// [`SetupError::TokenRefused`].
pub async fn identify(telegram: &Telegram) -> Result<Me, SetupError> {
    patiently(telegram, "the question who the bot is", &GetMe::new()).await
}

/// Makes Telegram show these profiles, changing only what differs.
///
/// # Errors
/// See [`SetupError`].
pub async fn publish_profiles(telegram: &Telegram, profiles: &[Profile]) -> Result<(), SetupError> {
    for profile in profiles {
        publish_commands(telegram, profile).await?;
        publish_descriptions(telegram, profile).await?;
    }
    Ok(())
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

/// Has updates posted to `url` with `secret`. `known` is what this function returned at the last start, if that was
/// kept: Telegram does not say which secret is set, and without `known` the webhook is set again.
///
/// # Errors
/// See [`SetupError`].
pub async fn use_webhook(
    telegram: &Telegram,
    url: &Url,
    secret: &SecretString,
    known: Option<&str>,
) -> Result<String, SetupError> {
    let webhook: WebhookInfo = patiently(telegram, "the question for the webhook", &GetWebhookInfo::new()).await?;
    let fingerprint = fingerprint(secret);
    if webhook.url == url.as_str() && webhook.asks_for_what_we_know() && known == Some(&fingerprint) {
        return Ok(fingerprint);
    }
    let wanted = SetWebhook { url: url.clone(), secret_token: secret.clone(), allowed_updates: ALLOWED_UPDATES };
    let _: bool = patiently(telegram, "the webhook", &wanted).await?;
    tracing::info!("the webhook is set");
    Ok(fingerprint)
}

#[derive(Debug, Deserialize)]
struct WebhookInfo {
    #[serde(default)]
    url: String,
    #[serde(default)]
    allowed_updates: Vec<String>,
}

impl WebhookInfo {
    fn asks_for_what_we_know(&self) -> bool {
        let mut set: Vec<&str> = self.allowed_updates.iter().map(String::as_str).collect();
        let mut wanted = ALLOWED_UPDATES;
        set.sort_unstable();
        wanted.sort_unstable();
        set == wanted
    }
}

async fn publish_commands(telegram: &Telegram, profile: &Profile) -> Result<(), SetupError> {
    let wanted: Vec<BotCommand> =
        profile.commands.iter().map(|(command, what)| BotCommand::new(command, what)).collect();
    let mut get = GetMyCommands::new();
    get.language_code = language(profile);
    let shown: Vec<BotCommand> = patiently(telegram, "the question for the commands", &get).await?;
    if shown == wanted {
        return Ok(());
    }
    let mut set = SetMyCommands::new(wanted);
    set.language_code = language(profile);
    let _: bool = patiently(telegram, "the list of commands", &set).await?;
    Ok(())
}

async fn publish_descriptions(telegram: &Telegram, profile: &Profile) -> Result<(), SetupError> {
    #[derive(Deserialize)]
    struct Description {
        description: String,
    }
    #[derive(Deserialize)]
    struct ShortDescription {
        short_description: String,
    }

    let mut get = GetMyDescription::new();
    get.language_code = language(profile);
    let shown: Description = patiently(telegram, "the question for the description", &get).await?;
    if shown.description != profile.description {
        let mut set = SetMyDescription::new();
        set.language_code = language(profile);
        set.description = Some(profile.description.clone());
        let _: bool = patiently(telegram, "the description", &set).await?;
    }

    let mut get = GetMyShortDescription::new();
    get.language_code = language(profile);
    let shown: ShortDescription = patiently(telegram, "the question for the short description", &get).await?;
    if shown.short_description != profile.short_description {
        let mut set = SetMyShortDescription::new();
        set.language_code = language(profile);
        set.short_description = Some(profile.short_description.clone());
        let _: bool = patiently(telegram, "the short description", &set).await?;
    }
    Ok(())
}

fn language(profile: &Profile) -> Option<String> {
    (!profile.language.is_empty()).then(|| profile.language.clone())
}

fn fingerprint(secret: &SecretString) -> String {
    Sha256::digest(secret.expose_secret().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Makes a call that may be repeated until Telegram answers it.
async fn patiently<P, T>(telegram: &Telegram, what: &'static str, payload: &P) -> Result<T, SetupError>
where
    P: Payload + Serialize + Sync,
    T: DeserializeOwned,
{
    let mut failures = 0;
    loop {
        failures += 1;
        let delay = match telegram.call(payload).await {
            Ok(answer) => return Ok(answer),
            Err(source) if source.refusal() == Some(Refusal::TokenRefused) => {
                return Err(SetupError::TokenRefused(source));
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
