//! What an operator sets of a worker: read from `starreel.toml` and the environment, and checked.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use secrecy::SecretString;
use serde::Deserialize;
use shared::config::{ConfigError, Names, redacted};
use shared::telemetry::LogFormat;
use url::Url;

use crate::Settings;
use crate::job_store::Rate;

const DEFAULTS: &str = include_str!("environment.toml");

/// The settings that a worker knows, as they are called in the environment.
pub const NAMES: Names<'static> = Names {
    all: &[
        "CALLBACK_SECRET",
        "KIE_AI_API_KEY",
        "KIE_API_URL",
        "KIE_CREATES_PER_10_SECONDS",
        "KIE_UPLOAD_URL",
        "KIE_WEBHOOK_KEY",
        "LOG_FORMAT",
        "RABBITMQ_URL",
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
    /// `RABBITMQ_URL`: the broker between bot and workers.
    pub rabbitmq_url: Option<SecretString>,
    /// `REDIS_URL`: the job store that all workers share.
    pub redis_url: Option<SecretString>,
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
            ("RABBITMQ_URL", redacted(self.rabbitmq_url.as_ref()).to_owned()),
            ("REDIS_URL", redacted(self.redis_url.as_ref()).to_owned()),
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
            ..Settings::default()
        }
    }

    /// Half of the allowance at once, and the other half spread over the 10 s.
    fn rate(&self) -> Rate {
        let half = self.kie_creates_per_10_seconds / 2;
        Rate { burst: half, every: Duration::from_secs(10) / half }
    }
}
