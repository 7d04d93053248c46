//! Opens a finished video where the provider has it, if that is where videos may be read from.

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use reqwest::Response;
use url::Url;

use super::url_policy::{self, NotAllowed, UrlPolicy};

/// Why a video cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum DownloadError {
    /// The provider does not have it any more.
    #[error("the provider does not have the video any more (HTTP status {status})")]
    Gone {
        /// What the provider's server says.
        status: u16,
    },
    /// The provider's server fails just now.
    #[error("the provider's server fails (HTTP status {status})")]
    Failed {
        /// What it says.
        status: u16,
    },
    /// The provider's server cannot be reached, or broke off.
    #[error("the provider's server cannot be read from")]
    Transport(#[source] reqwest::Error),
    /// We do not read from there.
    #[error("the video is not read")]
    NotAllowed(#[source] NotAllowed),
    /// The provider named no address.
    #[error("there is no address to read the video from")]
    Nowhere,
}

impl DownloadError {
    /// Whether another try is useless.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Gone { .. } | Self::NotAllowed(_) | Self::Nowhere)
    }
}

/// A video being read.
#[derive(Debug)]
pub(super) struct Download(Response);

impl Download {
    /// Size in bytes, if the server says it.
    pub(super) fn size_bytes(&self) -> Option<u64> {
        self.0.content_length()
    }

    /// The bytes as they come.
    pub(super) fn into_stream(self) -> impl Stream<Item = Result<Bytes, DownloadError>> + Send + 'static {
        self.0.bytes_stream().map(|chunk| chunk.map_err(transport))
    }
}

/// Opens videos. Every download goes through here.
#[derive(Debug, Clone)]
pub(super) struct Downloads {
    policy: UrlPolicy,
    http: reqwest::Client,
}

impl Downloads {
    /// Downloads from where `policy` allows it.
    ///
    /// # Errors
    /// When the system gives no means to make connections.
    pub(super) fn new(policy: UrlPolicy) -> Result<Self, reqwest::Error> {
        Ok(Self { http: policy.client()?, policy })
    }

    /// Opens the first of `urls` that can be opened.
    ///
    /// # Errors
    /// The last error that leaves hope, else the last one.
    pub(super) async fn open(&self, urls: &[Url]) -> Result<Download, DownloadError> {
        let mut worst = DownloadError::Nowhere;
        for url in urls {
            match self.open_one(url).await {
                Ok(download) => return Ok(download),
                Err(error) if error.is_final() && !worst.is_final() => {}
                Err(error) => worst = error,
            }
        }
        Err(worst)
    }

    /// Those of `urls` that may be handed to Telegram: what it fetches for us is judged as what we fetch.
    pub(super) fn allowed<'a>(&self, urls: &'a [Url]) -> Result<Vec<&'a Url>, DownloadError> {
        let mut worst = DownloadError::Nowhere;
        let mut allowed = Vec::new();
        for url in urls {
            match self.policy.check(url) {
                Ok(()) => allowed.push(url),
                Err(reason) => worst = DownloadError::NotAllowed(reason),
            }
        }
        if allowed.is_empty() { Err(worst) } else { Ok(allowed) }
    }

    async fn open_one(&self, url: &Url) -> Result<Download, DownloadError> {
        self.policy.check(url).map_err(DownloadError::NotAllowed)?;
        let response = self.http.get(url.clone()).send().await.map_err(transport)?;
        match response.status().as_u16() {
            200..=299 => Ok(Download(response)),
            status @ (408 | 425 | 429 | 500..) => Err(DownloadError::Failed { status }),
            status => Err(DownloadError::Gone { status }),
        }
    }
}

fn transport(error: reqwest::Error) -> DownloadError {
    match url_policy::refusal(&error) {
        Some(reason) => DownloadError::NotAllowed(reason),
        None => DownloadError::Transport(error.without_url()),
    }
}
