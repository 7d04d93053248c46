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
use crate::keys::Key;

mod key_list;

pub use key_list::{KeyList, ListedKey};

/// A job that was given up is looked at for a day.
const KEEP_ENDED_DAYS_MIN: u16 = 2;

shared::settings! {
    /// What an operator may set of a worker.
    pub struct Settings {
        /// The account that makes the videos, from kie.ai/api-key. Not set: `solo` simulates KIE.ai.
        pub kie_ai_api_key: Option<SecretString>,
        /// In place of `KIE_AI_API_KEY`: several keys, each of an account of its own, as `main:3=KEY,second:1=KEY`. Orders are
        /// shared out by weight among those that take them; a weight of 0 only brings to its end what the key has begun. A
        /// third number is the key's own `KIE_CREATES_PER_10_SECONDS`.
        pub kie_ai_api_keys: Option<KeyList>,
        /// The public base URL. Telegram posts to `/telegram`, KIE.ai to `/kie/callback/…`, and people download videos there
        /// that Telegram does not take. Not set: both are polled, and such links lead to KIE.ai.
        pub webhook_url: Option<Url>,
        /// Checks KIE.ai's own signature on callbacks, if it is switched on at kie.ai/settings. With several accounts: those of
        /// all of them, with commas.
        pub kie_webhook_key: Vec<SecretString>,
        /// Signs callback URLs. Not set: made once, and kept in the job store for all workers.
        pub callback_secret: Option<SecretString>,
        /// A file of models, options and prices in place of the built-in `shared/src/catalog.toml`. The same for the bot and
        /// all workers.
        pub catalog_file: Option<PathBuf>,
        /// Videos that KIE.ai lets an account begin in 10 seconds, at least 2; its support can raise it. All
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
        if read.kie_ai_api_key.is_some() && read.kie_ai_api_keys.is_some() {
            let problem = "is set beside KIE_AI_API_KEYS: keep one of them. To use a second key, name both in the list, the one that \
                           was used so far first";
            return Err(ConfigError::Wrong { name: "KIE_AI_API_KEY", problem: problem.to_owned() });
        }
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
        let keys: Vec<Key> = self.kie_keys().into_iter().map(|(key, _secret)| key).collect();
        WorkerConfig {
            webhook_url: self.webhook_url.clone(),
            callback_secret: self.callback_secret.clone(),
            kie_webhook_keys: self.kie_webhook_key.clone(),
            keys: if keys.is_empty() { vec![self.only_key("")] } else { keys },
            keep_ended_for: SignedDuration::from_hours(24 * i64::from(self.keep_ended_jobs_days)),
            ..WorkerConfig::default()
        }
    }

    /// The keys that KIE.ai is spoken to with, in the order of [`WorkerConfig::keys`]. None: it is simulated.
    #[must_use]
    pub fn kie_keys(&self) -> Vec<(Key, SecretString)> {
        if let Some(KeyList(listed)) = &self.kie_ai_api_keys {
            let named = |key: &ListedKey| Key {
                name: key.name.clone(),
                is_named: true,
                weight: key.weight,
                account: account(key.secret.expose_secret()),
                rate: rate(key.creates_per_10_seconds.unwrap_or(self.kie_creates_per_10_seconds)),
            };
            return listed.iter().map(|key| (named(key), key.secret.clone())).collect();
        }
        let only = self.kie_ai_api_key.as_ref();
        only.map(|secret| (self.only_key(secret.expose_secret()), secret.clone())).into_iter().collect()
    }

    fn only_key(&self, secret: &str) -> Key {
        Key { account: account(secret), rate: rate(self.kie_creates_per_10_seconds), ..Key::default() }
    }
}

/// What the store calls the account of a key: enough of its SHA-256 to tell accounts apart.
fn account(secret: &str) -> String {
    Sha256::digest(secret).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Half of the allowance at once, and the other half spread over the 10 s.
fn rate(creates_per_10_seconds: u32) -> Rate {
    let half = creates_per_10_seconds / 2;
    Rate { burst: half, every: Duration::from_secs(10) / half }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, value: &str) -> Result<Settings, ConfigError> {
        Settings::read(Path::new("/nonexistent"), &BTreeMap::from([(name.to_owned(), value.to_owned())]))
    }

    #[test]
    fn workers_with_the_same_key_share_an_account_whose_name_does_not_tell_the_key() {
        let account = |key| read("KIE_AI_API_KEY", key).unwrap().config().keys[0].account.clone();
        assert_eq!(account("one"), account("one"));
        assert_ne!(account("one"), account("two"));
        assert_eq!(account("one").len(), 16);
        assert!(!account("one").contains("one"));
    }

    #[test]
    fn several_keys_have_their_own_names_weights_and_rates_and_the_only_one_has_no_name() {
        let several = read("KIE_AI_API_KEYS", "main:3=one,second:0:40=two").unwrap().config().keys;
        let only = read("KIE_AI_API_KEY", "one").unwrap().config().keys;
        assert_eq!((several[0].weight, several[1].weight), (3, 0));
        assert_eq!((several[0].rate.burst, several[1].rate.burst), (10, 20));
        assert!(several.iter().all(|key| key.is_named) && !only[0].is_named);
        assert_eq!(several[0].account, only[0].account, "the same key is the same account");
    }

    #[test]
    fn one_key_and_a_list_of_keys_are_too_many() {
        let both = BTreeMap::from([
            ("KIE_AI_API_KEY".to_owned(), "SECRET".to_owned()),
            ("KIE_AI_API_KEYS".to_owned(), "second=SECRET".to_owned()),
        ]);
        let said = Settings::read(Path::new("/nonexistent"), &both).unwrap_err().to_string();
        assert!(said.starts_with("KIE_AI_API_KEY: is set beside KIE_AI_API_KEYS: keep one of them."), "{said}");
        assert!(!said.contains("SECRET"));
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
