//! The settings of both sides together, and what follows from them: what is real, and where the data is kept.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use shared::config::{ConfigError, SettingValue};
use simulators::telegram::DEMO_OPERATOR;

shared::settings! {
    /// What an operator may set of `solo` alone.
    pub struct OwnSettings {
        /// What is simulated beside a real other side: `telegram` or `kie`. Without it both are real or both are simulated,
        /// so that a misspelt key does not sell simulated videos for real Stars.
        pub simulate: Vec<Side>,
    }
}

/// A side that can be simulated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Who sends the messages.
    Telegram,
    /// Who makes the videos.
    Kie,
}

impl Side {
    /// How the operator writes it.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Telegram => "telegram",
            Self::Kie => "kie",
        }
    }

    /// The setting that makes it real.
    const fn key(self) -> &'static str {
        match self {
            Self::Telegram => "BOT_TOKEN",
            Self::Kie => "KIE_AI_API_KEY",
        }
    }
}

impl SettingValue for Side {
    const KIND: &'static str = "`telegram` or `kie`";

    fn read(text: &str) -> Result<Self, String> {
        let of_text = [Self::Telegram, Self::Kie].into_iter().find(|side| side.as_str() == text);
        of_text.ok_or_else(|| format!("{text:?} is not telegram or kie"))
    }

    fn shown(&self) -> String {
        self.as_str().to_owned()
    }
}

/// The settings of bot and worker.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Those of `solo` alone.
    pub own: OwnSettings,
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
        let settings = Self {
            own: OwnSettings::read_each(file, environment)?,
            bot: bot::Settings::read(file, environment)?,
            worker: worker::Settings::read(file, environment)?,
        };
        settings.check()?;
        Ok(settings)
    }

    /// One real and one simulated side must be asked for by name.
    fn check(&self) -> Result<(), SettingsError> {
        let wrong = |name, problem: String| Err(ConfigError::Wrong { name, problem });
        let simulate = &self.own.simulate;
        for (side, is_simulated) in
            [(Side::Telegram, self.telegram_is_simulated()), (Side::Kie, self.kie_is_simulated())]
        {
            let (key, name, asked_for) = (self.key(side), side.as_str(), simulate.contains(&side));
            if asked_for && !is_simulated {
                return wrong("SIMULATE", format!("names {name}, but {key} is set: keep one of them"));
            }
            if is_simulated && !asked_for && !simulate.is_empty() {
                return wrong(key, format!("is not set: set it, or add {name} to SIMULATE"));
            }
        }
        match (self.telegram_is_simulated(), self.kie_is_simulated()) {
            (false, true) if simulate.is_empty() => {
                let why = "is not set, but BOT_TOKEN is: people would pay real Stars for simulated videos";
                wrong("KIE_AI_API_KEY", format!("{why}. Set it; or ask for just that by SIMULATE=kie"))
            }
            (true, false) if simulate.is_empty() => {
                let why = "videos would cost real money, and nobody would pay for them";
                let key = self.key(Side::Kie);
                let problem =
                    format!("is not set, but {key} is: {why}. Set it; or ask for just that by SIMULATE=telegram");
                wrong("BOT_TOKEN", problem)
            }
            (true, _) if self.bot.webhook_url.is_some() => {
                let problem = "is set, but Telegram is simulated and posts nothing: leave it out, or set BOT_TOKEN";
                wrong("WEBHOOK_URL", problem.to_owned())
            }
            _ => Ok(()),
        }
    }

    /// The setting that makes a side real.
    const fn key(&self, side: Side) -> &'static str {
        match side {
            Side::Kie if self.worker.kie_ai_api_keys.is_some() => "KIE_AI_API_KEYS",
            Side::Telegram | Side::Kie => side.key(),
        }
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
        self.worker.kie_ai_api_key.is_none() && self.worker.kie_ai_api_keys.is_none()
    }

    /// Whether anything is simulated.
    #[must_use]
    pub const fn is_anything_simulated(&self) -> bool {
        self.telegram_is_simulated() || self.kie_is_simulated()
    }

    /// Whether there is a simulated operator: where Telegram is simulated and nobody is named, so that what operators do can
    /// be tried, too.
    #[must_use]
    pub const fn operator_is_simulated(&self) -> bool {
        self.telegram_is_simulated() && self.bot.admin_ids.is_empty()
    }

    /// Who may do everything: those of `ADMIN_IDS`, or the simulated operator.
    #[must_use]
    pub fn owners(&self) -> Vec<i64> {
        if self.operator_is_simulated() { vec![DEMO_OPERATOR.0] } else { self.bot.admin_ids.clone() }
    }

    /// Who operates the bot, in whatever role: owners first.
    #[must_use]
    pub fn operators(&self) -> Vec<i64> {
        let mut operators = self.owners();
        for id in self.bot.support_ids.iter().chain(&self.bot.viewer_ids) {
            if !operators.contains(id) {
                operators.push(*id);
            }
        }
        operators
    }

    /// Every setting with its value on one line, secrets hidden.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut shown = self.bot.shown();
        shown.extend(self.worker.shown());
        shown.extend(self.own.shown());
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
