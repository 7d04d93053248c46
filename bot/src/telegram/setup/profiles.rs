//! What Telegram shows about the bot: commands and descriptions, in each language that there are words in.
//!
//! These calls are rate limited, and there are three for each language. So what Telegram was told is kept in a file, and a
//! start asks for what most people see alone, unless words have changed. If somebody else has changed that, or the file
//! is gone, everything is compared again. Nothing is written that is already so.

use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use shared::telemetry;
use teloxide_core::payloads::{
    GetMyCommands, GetMyDescription, GetMyShortDescription, SetMyCommands, SetMyDescription, SetMyShortDescription,
};
use teloxide_core::types::BotCommand;

use super::{SetupError, patiently};
use crate::telegram::client::Telegram;

/// What Telegram shows about the bot to people of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Two letters, or empty for all other languages.
    /// Source: core.telegram.org/bots/api#setmycommands
    pub language: String,
    /// Commands without the slash, and what they do.
    pub commands: Vec<(String, String)>,
    /// Shown in an empty chat, at most 512 characters.
    pub description: String,
    /// Shown on the bot's page, at most 120 characters.
    pub short_description: String,
}

/// Makes Telegram show these profiles, changing only what differs. The first is compared at each start; what was said of the
/// others is in the file `told`.
///
/// # Errors
/// See [`SetupError`].
pub async fn publish_profiles(telegram: &Telegram, profiles: &[Profile], told: &Path) -> Result<(), SetupError> {
    let mut known: Vec<Profile> = read(told).await;
    for (number, profile) in profiles.iter().enumerate() {
        let is_known = known.contains(profile);
        if is_known && number > 0 {
            continue;
        }
        let differs = publish_commands(telegram, profile).await? | publish_descriptions(telegram, profile).await?;
        if is_known && !differs {
            continue;
        }
        if is_known {
            tracing::warn!("somebody else changed what Telegram shows about the bot; all of it is compared");
            known.clear();
        }
        known.retain(|other| other.language != profile.language);
        known.push(profile.clone());
        keep(told, &known).await;
    }
    Ok(())
}

/// What Telegram was told. A file that is missing or cannot be read is as if it was told nothing.
pub(super) async fn read<T: DeserializeOwned + Default>(told: &Path) -> T {
    let text = tokio::fs::read(told).await.unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

pub(super) async fn keep(told: &Path, known: &impl Serialize) {
    let written = match serde_json::to_vec(known) {
        Ok(text) => tokio::fs::write(told, text).await,
        Err(error) => Err(error.into()),
    };
    if let Err(error) = written {
        tracing::warn!(error = %telemetry::chain(&error), "what Telegram was told of the bot cannot be kept; the next start compares it all");
    }
}

/// Says whether something else was shown.
async fn publish_commands(telegram: &Telegram, profile: &Profile) -> Result<bool, SetupError> {
    let wanted: Vec<BotCommand> =
        profile.commands.iter().map(|(command, what)| BotCommand::new(command, what)).collect();
    let mut get = GetMyCommands::new();
    get.language_code = language(profile);
    let shown: Vec<BotCommand> = patiently(telegram, "the question for the commands", &get).await?;
    if shown == wanted {
        return Ok(false);
    }
    let mut set = SetMyCommands::new(wanted);
    set.language_code = language(profile);
    let _: bool = patiently(telegram, "the list of commands", &set).await?;
    Ok(true)
}

/// Says whether something else was shown.
async fn publish_descriptions(telegram: &Telegram, profile: &Profile) -> Result<bool, SetupError> {
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
    let description_differs = shown.description != profile.description;
    if description_differs {
        let mut set = SetMyDescription::new();
        set.language_code = language(profile);
        set.description = Some(profile.description.clone());
        let _: bool = patiently(telegram, "the description", &set).await?;
    }

    let mut get = GetMyShortDescription::new();
    get.language_code = language(profile);
    let shown: ShortDescription = patiently(telegram, "the question for the short description", &get).await?;
    let short_description_differs = shown.short_description != profile.short_description;
    if short_description_differs {
        let mut set = SetMyShortDescription::new();
        set.language_code = language(profile);
        set.short_description = Some(profile.short_description.clone());
        let _: bool = patiently(telegram, "the short description", &set).await?;
    }
    Ok(description_differs || short_description_differs)
}

fn language(profile: &Profile) -> Option<String> {
    (!profile.language.is_empty()).then(|| profile.language.clone())
}
