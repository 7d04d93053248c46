//! What an operator sets of a worker: read from `starreel.toml` and the environment, and checked.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::SignedDuration;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use shared::config::{ConfigError, at_least};
use shared::telemetry::{LogFilter, LogFormat};
use url::Url;

use crate::WorkerConfig;
use crate::job_store::Rate;

/// A job that was given up is looked at for a day.
const KEEP_ENDED_DAYS_MIN: u16 = 2;

shared::settings! {
    /// What an operator may set of a worker.
    pub struct Settings {
        /// The account that makes the videos, from kie.ai/api-key. Not set: `solo` simulates KIE.ai.
        pub kie_ai_api_key: Option<SecretString>,
        /// The public base URL. Telegram posts to `/telegram`, KIE.ai to `/kie/callback/…`, and people download videos there
        /// that Telegram does not take. Not set: both are polled, and such links lead to KIE.ai.
        pub webhook_url: Option<Url>,
        /// Checks KIE.ai's own signature on callbacks, if it is switched on at kie.ai/settings.
        pub kie_webhook_key: Option<SecretString>,
        /// Signs callback URLs. Not set: made once, and kept in the job store for all workers.
        pub callback_secret: Option<SecretString>,
        /// A file of models, options and prices in place of the built-in `shared/src/catalog.toml`. The same for the bot and
        /// all workers.
        pub catalog_file: Option<PathBuf>,
        /// Videos that KIE.ai lets the account begin in 10 seconds, at least 2; its support can raise it. All
        /// workers keep to it together.
        pub kie_creates_per_10_seconds: u32 = "20",
        /// Days that the job store remembers a job that has ended, at least 2.
        pub keep_ended_jobs_days: u16 = "7",
        /// Where a worker serves HTTP: callbacks, health, metrics.
        pub worker_listen: SocketAddr = "127.0.0.1:8081",
        /// The broker between bot and workers.
        pub rabbitmq_url: Option<SecretString>,
        /// Messages that RabbitMQ hands over before the first of them is done.
        pub prefetch: u16 = "32",
        /// The job store that all workers share: Redis 7 or newer. It must have `appendonly yes`, `appendfsync always` and
        /// `maxmemory-policy noeviction`.
        pub redis_url: Option<SecretString>,
        /// What the names of all keys in Redis begin with, so that several systems can share it.
        pub redis_key_prefix: String = "starreel",
        /// KIE.ai's base, without `/api/v1`. By plain `http` it is a simulator, and the only address that is not public from
        /// which the bot reads videos.
        pub kie_api_url: Url = "https://api.kie.ai",
        /// The base of KIE.ai's file upload, without `/api`.
        pub kie_upload_url: Url = "https://kieai.redpandaai.co",
        /// The form of log lines.
        pub log_format: LogFormat = "text",
        /// How much is logged; by module, as in `info,bot=debug`.
        pub rust_log: LogFilter = "info",
    }
}

impl Settings {
    /// Reads the settings of `environment` over those of `file`.
    ///
    /// # Errors
    /// See [`ConfigError`].
    pub fn read(file: &Path, environment: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
        let read = Self::read_each(file, environment)?;
        let why = "; KIE.ai allows 20 unless its support has changed it";
        at_least("KIE_CREATES_PER_10_SECONDS", read.kie_creates_per_10_seconds, 2, why)?;
        at_least("PREFETCH", read.prefetch, 1, "")?;
        let why = ": late videos are looked for that long";
        at_least("KEEP_ENDED_JOBS_DAYS", read.keep_ended_jobs_days, KEEP_ENDED_DAYS_MIN, why)?;
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
        if read.redis_key_prefix.is_empty() || !read.redis_key_prefix.chars().all(is_plain) {
            let problem = "must be of letters, digits, and any of - _ .".to_owned();
            return Err(ConfigError::Wrong { name: "REDIS_KEY_PREFIX", problem });
        }
        Ok(read)
    }

    /// How a worker with these settings works.
    #[must_use]
    pub fn config(&self) -> WorkerConfig {
        WorkerConfig {
            webhook_url: self.webhook_url.clone(),
            callback_secret: self.callback_secret.clone(),
            kie_webhook_key: self.kie_webhook_key.clone(),
            rate: self.rate(),
            account: self.account(),
            keep_ended_for: SignedDuration::from_hours(24 * i64::from(self.keep_ended_jobs_days)),
            ..WorkerConfig::default()
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

    fn read(name: &str, value: &str) -> Result<Settings, ConfigError> {
        Settings::read(Path::new("/nonexistent"), &BTreeMap::from([(name.to_owned(), value.to_owned())]))
    }

    #[test]
    fn workers_with_the_same_key_share_an_account_whose_name_does_not_tell_the_key() {
        let account = |key| read("KIE_AI_API_KEY", key).unwrap().config().account;
        assert_eq!(account("one"), account("one"));
        assert_ne!(account("one"), account("two"));
        assert_eq!(account("one").len(), 16);
        assert!(!account("one").contains("one"));
    }

    #[test]
    fn ended_jobs_are_kept_for_a_week_unless_told_otherwise() {
        let kept = |value| read("KEEP_ENDED_JOBS_DAYS", value).map(|read| read.config().keep_ended_for);
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
