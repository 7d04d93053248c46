//! A client for KIE.ai: create a task, read a task, upload an image, read the balance, check a webhook's signature.
//!
//! It would stand as a crate of its own: of Starreel it uses the vocabulary only (task ids, reasons of failure).
//! Errors are decisions: each variant says what the caller may do next, and [`CreateError::Unknown`] is the default,
//! because creating costs money and has no idempotency key.
//!
//! Deliberately absent: retries (the caller owns time and state), redirects, and reading results out of callbacks,
//! whose body nobody signs. Nothing here logs a key, a prompt or a body.

use std::fmt;
use std::time::Duration;

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use url::Url;

mod answer;
mod client;
mod credits;
mod error;
mod finer;
mod market;
mod shapes;
mod texts;
mod upload;
mod veo;
pub mod webhook;

pub use client::KieClient;
pub use error::{BuildError, CreateError, Delay, QueryError, UnknownCause, UploadError};
pub use upload::{UploadFile, Uploaded};

use shared::job::{FailureReason, KieCost};

/// A request's fields besides the model and the callback.
pub type Fields = serde_json::Map<String, serde_json::Value>;

/// The provider's families of interfaces. They differ in paths, in the body of a request and in the record of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Api {
    /// `/api/v1/veo/…`, a flat body.
    Veo,
    /// `/api/v1/jobs/…`, the fields in `input`.
    Market,
    /// `/api/v1/veo/extend`: a new task, read like the others of Veo.
    VeoExtend,
    /// `/api/v1/veo/get-1080p-video`: no task of its own.
    #[serde(rename = "veo_1080p")]
    Veo1080p,
    /// `/api/v1/veo/get-4k-video`: the same.
    #[serde(rename = "veo_4k")]
    Veo4k,
}

impl Api {
    /// Whether the provider calls back when a task is done. Of a finer version of a video it does not.
    #[must_use]
    pub const fn calls_back(self) -> bool {
        match self {
            Self::Veo | Self::Market | Self::VeoExtend => true,
            Self::Veo1080p | Self::Veo4k => false,
        }
    }
}

/// Where and how to reach the provider.
#[derive(Clone)]
pub struct KieConfig {
    /// Base of the API, without `/api/v1`.
    pub api_url: Url,
    /// Base of the file upload, which lives on another host, without `/api`.
    pub upload_url: Url,
    /// The account's key. Sent in the `Authorization` header only.
    pub api_key: SecretString,
    /// Cloudflare answers 403 to unusual names, so it must look like a usual one.
    pub user_agent: String,
    /// Longest wait for a connection.
    pub connect_timeout: Duration,
    /// Longest wait for a whole answer.
    pub timeout: Duration,
    /// Longest wait for the answer to an upload.
    pub upload_timeout: Duration,
}

impl KieConfig {
    /// The usual limits: 5 s to connect, 30 s for an answer, 60 s for an upload.
    #[must_use]
    pub fn new(api_url: Url, upload_url: Url, api_key: SecretString) -> Self {
        Self {
            api_url,
            upload_url,
            api_key,
            user_agent: concat!("Mozilla/5.0 (compatible; Starreel/", env!("CARGO_PKG_VERSION"), ")").to_owned(),
            connect_timeout: Duration::from_secs(5),
            timeout: Duration::from_secs(30),
            upload_timeout: Duration::from_secs(60),
        }
    }
}

impl fmt::Debug for KieConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KieConfig")
            .field("api_url", &self.api_url.as_str())
            .field("upload_url", &self.upload_url.as_str())
            .finish_non_exhaustive()
    }
}

/// What has become of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskState {
    /// Waiting or being made, or in a state that we do not know.
    Running,
    /// Made. The list may be empty: the record says success before the URLs are there.
    Succeeded {
        /// Where the video can be fetched.
        urls: Vec<Url>,
        /// What was taken for it, where the record says so.
        cost: Option<KieCost>,
    },
    /// Not made, for good.
    Failed {
        /// The reason, as far as the person needs to know it.
        reason: FailureReason,
    },
}

impl From<shared::catalog::Api> for Api {
    fn from(api: shared::catalog::Api) -> Self {
        match api {
            shared::catalog::Api::Veo => Self::Veo,
            shared::catalog::Api::Market => Self::Market,
            shared::catalog::Api::VeoExtend => Self::VeoExtend,
            shared::catalog::Api::Veo1080p => Self::Veo1080p,
            shared::catalog::Api::Veo4k => Self::Veo4k,
        }
    }
}
