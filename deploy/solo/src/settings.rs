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
    pub worker: worker::environment::Environment,
}

/// Why the settings cannot be used.
pub type SettingsError = ConfigError;

impl Settings {
    /// Reads the settings of `environment` over those of `file`.
    ///
    /// # Errors
    /// See [`SettingsError`].
    pub fn read(file: &Path, environment: &BTreeMap<String, String>) -> Result<Self, SettingsError> {
        Ok(Self {
            bot: bot::Settings::read(file, environment)?,
            worker: worker::environment::Environment::read(file, environment)?,
        })
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
        let both = self.bot.shown().into_iter().chain(self.worker.shown());
        let shown: BTreeMap<&str, String> = both.collect();
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
mod tests {
    use super::*;

    fn read(environment: &[(&str, &str)]) -> Settings {
        let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Settings::read(Path::new("/nonexistent"), &environment).unwrap()
    }

    #[test]
    fn every_setting_is_explained_to_whoever_sets_it() {
        let reference = include_str!("../../SETTINGS.md");
        let (example, compose) = (include_str!("../../.env.example"), include_str!("../../docker-compose.yml"));
        // What compose decides by itself.
        let decided = ["BOT_LISTEN", "BOT_URL", "DATA_DIR", "RABBITMQ_URL", "REDIS_URL", "WORKER_LISTEN"];
        for name in bot::settings::NAMES.all.iter().chain(worker::environment::NAMES.all) {
            assert!(reference.contains(&format!("`{name}`")), "{name} is not in deploy/SETTINGS.md");
            let passed_on = compose.contains(&format!(" {name}: ")) || compose.contains(&format!(" {name}_FILE: "));
            assert!(passed_on, "{name} is not passed on by docker-compose.yml");
            let explained = example.contains(&format!("{name}=")) || decided.contains(name);
            assert!(explained, "{name} is not explained in .env.example");
        }
    }

    #[test]
    fn real_and_simulated_data_never_share_a_folder() {
        let simulated = read(&[("DATA_DIR", "d")]);
        let real = read(&[("DATA_DIR", "d"), ("BOT_TOKEN", "7:secret"), ("KIE_AI_API_KEY", "key")]);
        let mixed = read(&[("DATA_DIR", "d"), ("BOT_TOKEN", "7:secret")]);
        assert_eq!(simulated.bot_folder().unwrap(), Path::new("d/simulated/bot"));
        assert_eq!(real.bot_folder().unwrap(), Path::new("d/7"));
        assert_eq!((real.job_store_file(), mixed.job_store_file()), ("jobs.db", "jobs-simulated.db"));
    }
}
