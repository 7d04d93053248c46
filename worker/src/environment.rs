//! What an operator sets of a worker: read from `starreel.toml` and the environment, and checked.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::SignedDuration;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use shared::config::{ConfigError, Names, redacted};
use shared::telemetry::LogFormat;
use url::Url;

use crate::Settings;
use crate::job_store::Rate;

const DEFAULTS: &str = include_str!("environment.toml");
/// A job that was given up is looked at for a day.
const KEEP_ENDED_DAYS_MIN: u16 = 2;

/// The settings that a worker knows, as they are called in the environment.
pub const NAMES: Names<'static> = Names {
    all: &[
        "CALLBACK_SECRET",
        "CATALOG_FILE",
        "KEEP_ENDED_JOBS_DAYS",
        "KIE_AI_API_KEY",
        "KIE_API_URL",
        "KIE_CREATES_PER_10_SECONDS",
        "KIE_UPLOAD_URL",
        "KIE_WEBHOOK_KEY",
        "LOG_FORMAT",
        "PREFETCH",
        "RABBITMQ_URL",
        "REDIS_KEY_PREFIX",
        "REDIS_URL",
        "WEBHOOK_URL",
        "WORKER_LISTEN",
    ],
    secret: &["CALLBACK_SECRET", "KIE_AI_API_KEY", "KIE_WEBHOOK_KEY", "RABBITMQ_URL", "REDIS_URL"],
};

/// What an operator may set of a worker.
#[derive(Debug, Clone, Deserialize)]
pub struct Environment {
    /// `KIE_AI_API_KEY`: from kie.ai/api-key.
    pub kie_ai_api_key: Option<SecretString>,
    /// `KIE_API_URL`: the provider's base, without `/api/v1`.
    pub kie_api_url: Url,
    /// `KIE_UPLOAD_URL`: the base of its file upload, without `/api`.
    pub kie_upload_url: Url,
    /// `KIE_CREATES_PER_10_SECONDS`: how many tasks the account may create in 10 s; KIE's support can raise it.
    pub kie_creates_per_10_seconds: u32,
    /// `KIE_WEBHOOK_KEY`: checks the signature on callbacks, if it is switched on at kie.ai/settings.
    pub kie_webhook_key: Option<SecretString>,
    /// `CALLBACK_SECRET`: signs callback URLs. Unset: made once in the job store.
    pub callback_secret: Option<SecretString>,
    /// `WEBHOOK_URL`: the public base URL. Unset: tasks are polled for.
    pub webhook_url: Option<Url>,
    /// `WORKER_LISTEN`: where the worker serves HTTP.
    pub worker_listen: SocketAddr,
    /// `CATALOG_FILE`: models instead of the built-in ones; the same file as the bot's.
    pub catalog_file: Option<PathBuf>,
    /// `RABBITMQ_URL`: the broker between bot and workers.
    pub rabbitmq_url: Option<SecretString>,
    /// `PREFETCH`: messages that the broker hands over before the first of them is done.
    pub prefetch: u16,
    /// `REDIS_URL`: the job store that all workers share.
    pub redis_url: Option<SecretString>,
    /// `REDIS_KEY_PREFIX`: what the names of all its keys begin with, so that several systems may share a Redis.
    pub redis_key_prefix: String,
    /// `KEEP_ENDED_JOBS_DAYS`: how long the job store remembers a job that ended.
    pub keep_ended_jobs_days: u16,
    /// `LOG_FORMAT`: `text` or `json`.
    pub log_format: LogFormat,
}

impl Environment {
    /// Reads the settings of `environment` over those of `file`.
    ///
    /// # Errors
    /// See [`ConfigError`].
    pub fn read(file: &Path, environment: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
        let read: Self = shared::config::read(DEFAULTS, file, environment, NAMES)?;
        if read.kie_creates_per_10_seconds < 2 {
            let problem = "must be at least 2; KIE.ai allows 20 unless its support has changed it".to_owned();
            return Err(ConfigError::Wrong { name: "KIE_CREATES_PER_10_SECONDS", problem });
        }
        if read.prefetch == 0 {
            return Err(ConfigError::Wrong { name: "PREFETCH", problem: "must be at least 1".to_owned() });
        }
        if read.keep_ended_jobs_days < KEEP_ENDED_DAYS_MIN {
            let problem = format!("must be at least {KEEP_ENDED_DAYS_MIN}: late videos are looked for that long");
            return Err(ConfigError::Wrong { name: "KEEP_ENDED_JOBS_DAYS", problem });
        }
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
        if read.redis_key_prefix.is_empty() || !read.redis_key_prefix.chars().all(is_plain) {
            let problem = "must be of letters, digits, and any of - _ .".to_owned();
            return Err(ConfigError::Wrong { name: "REDIS_KEY_PREFIX", problem });
        }
        Ok(read)
    }

    /// The name and value of every setting, secrets hidden, to be printed at the start.
    #[must_use]
    pub fn shown(&self) -> Vec<(&'static str, String)> {
        let webhook_url = self.webhook_url.as_ref().map_or_else(|| "(not set)".to_owned(), Url::to_string);
        vec![
            ("KIE_AI_API_KEY", redacted(self.kie_ai_api_key.as_ref()).to_owned()),
            ("KIE_API_URL", self.kie_api_url.to_string()),
            ("KIE_UPLOAD_URL", self.kie_upload_url.to_string()),
            ("KIE_CREATES_PER_10_SECONDS", self.kie_creates_per_10_seconds.to_string()),
            ("KIE_WEBHOOK_KEY", redacted(self.kie_webhook_key.as_ref()).to_owned()),
            ("CALLBACK_SECRET", redacted(self.callback_secret.as_ref()).to_owned()),
            ("WEBHOOK_URL", webhook_url),
            ("WORKER_LISTEN", self.worker_listen.to_string()),
            ("PREFETCH", self.prefetch.to_string()),
            ("RABBITMQ_URL", redacted(self.rabbitmq_url.as_ref()).to_owned()),
            ("REDIS_URL", redacted(self.redis_url.as_ref()).to_owned()),
            ("REDIS_KEY_PREFIX", self.redis_key_prefix.clone()),
            ("KEEP_ENDED_JOBS_DAYS", self.keep_ended_jobs_days.to_string()),
        ]
    }

    /// The worker's settings that follow from these.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            webhook_url: self.webhook_url.clone(),
            callback_secret: self.callback_secret.clone(),
            kie_webhook_key: self.kie_webhook_key.clone(),
            rate: self.rate(),
            account: self.account(),
            keep_ended_for: SignedDuration::from_hours(24 * i64::from(self.keep_ended_jobs_days)),
            ..Settings::default()
        }
    }

    /// What the store calls the account of the key: enough of its SHA-256 to tell accounts apart.
    fn account(&self) -> String {
        let key = self.kie_ai_api_key.as_ref().map_or("", |key| key.expose_secret());
        let digest = Sha256::digest(key);
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Half of the allowance at once, and the other half spread over the 10 s.
    fn rate(&self) -> Rate {
        let half = self.kie_creates_per_10_seconds / 2;
        Rate { burst: half, every: Duration::from_secs(10) / half }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, value: &str) -> Result<Environment, ConfigError> {
        Environment::read(Path::new("/nonexistent"), &BTreeMap::from([(name.to_owned(), value.to_owned())]))
    }

    #[test]
    fn workers_with_the_same_key_share_an_account_whose_name_does_not_tell_the_key() {
        let account = |key| read("KIE_AI_API_KEY", key).unwrap().settings().account;
        assert_eq!(account("one"), account("one"));
        assert_ne!(account("one"), account("two"));
        assert_eq!(account("one").len(), 16);
        assert!(!account("one").contains("one"));
    }

    #[test]
    fn ended_jobs_are_kept_for_a_week_unless_told_otherwise() {
        let kept = |value| read("KEEP_ENDED_JOBS_DAYS", value).map(|read| read.settings().keep_ended_for);
        assert_eq!(kept("").unwrap(), SignedDuration::from_hours(7 * 24));
        assert_eq!(kept("30").unwrap(), SignedDuration::from_hours(30 * 24));
        assert!(kept("1").unwrap_err().to_string().starts_with("KEEP_ENDED_JOBS_DAYS: must be at least 2"));
    }

    #[test]
    fn the_prefix_of_keys_is_plain() {
        assert_eq!(read("REDIS_KEY_PREFIX", "").unwrap().redis_key_prefix, "starreel");
        assert!(read("REDIS_KEY_PREFIX", "a{b}").unwrap_err().to_string().starts_with("REDIS_KEY_PREFIX: "));
    }
}
