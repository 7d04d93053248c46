//! The settings of both sides together, and what follows from them: what is real, and where the data is kept.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use shared::config::ConfigError;

/// The settings of bot and worker.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The bot's.
    pub bot: bot::Settings,
    /// The worker's.
    pub worker: worker::Settings,
}

/// Why the settings cannot be used.
pub type SettingsError = ConfigError;

impl Settings {
    /// Reads the settings of `environment` over those of `file`.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub fn read(file: &Path, environment: &BTreeMap<String, String>) -> Result<Self, SettingsError> {
        Ok(Self { bot: bot::Settings::read(file, environment)?, worker: worker::Settings::read(file, environment)? })
    }

    /// Everything simulated, in a folder of its own and on any free port: for checks and tests beside a real system.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub fn for_trying_out(folder: &Path) -> Result<Self, SettingsError> {
        let environment = BTreeMap::from([
            ("DATA_DIR".to_owned(), folder.display().to_string()),
            ("BOT_LISTEN".to_owned(), "127.0.0.1:0".to_owned()),
        ]);
        Self::read(&folder.join("no-settings-file"), &environment)
    }

    /// Whether Telegram is simulated: there is no token for the real one.
    #[must_use]
    pub const fn telegram_is_simulated(&self) -> bool {
        self.bot.bot_token.is_none()
    }

    /// Whether KIE.ai is simulated: there is no key for the real one.
    #[must_use]
    pub const fn kie_is_simulated(&self) -> bool {
        self.worker.kie_ai_api_key.is_none()
    }

    /// Whether anything is simulated.
    #[must_use]
    pub const fn is_anything_simulated(&self) -> bool {
        self.telegram_is_simulated() || self.kie_is_simulated()
    }

    /// Every setting with its value on one line, secrets hidden.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut shown = self.bot.shown();
        shown.extend(self.worker.shown());
        shown.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    }

    /// Where the simulators keep their own memory.
    #[must_use]
    pub fn simulated_folder(&self) -> PathBuf {
        self.bot.data_dir.join("simulated")
    }

    /// The bot's folder. Each real bot has one of its own, and playing has another: real money is never mixed with
    /// play money.
    ///
    /// # Errors
    /// When the token is not one.
    pub fn bot_folder(&self) -> Result<PathBuf, SettingsError> {
        if self.telegram_is_simulated() {
            return Ok(self.simulated_folder().join("bot"));
        }
        self.bot.folder()
    }

    /// The worker's database within the bot's folder: what is submitted to the real provider is kept apart from what is
    /// submitted to the simulated one.
    #[must_use]
    pub const fn job_store_file(&self) -> &'static str {
        if self.kie_is_simulated() { "jobs-simulated.db" } else { "jobs.db" }
    }
}

#[cfg(test)]
mod tests;
