//! Opens a finished video where the provider has it.

use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use reqwest::Response;
use url::Url;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// Between two pieces; the whole is bounded by the caller.
const READ_TIMEOUT: Duration = Duration::from_secs(30);
const REDIRECTS_MAX: usize = 3;

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
    /// The provider named no address.
    #[error("there is no address to read the video from")]
    Nowhere,
}

impl DownloadError {
    /// Whether another try is useless.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Gone { .. } | Self::Nowhere)
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

/// The client for [`open`].
///
/// # Errors
/// When the system gives no means to make connections.
pub(super) fn client() -> Result<reqwest::Client, reqwest::Error> {
    reqwest::Client::builder()
        .connect_timeout(CONNECT_TIMEOUT)
        .read_timeout(READ_TIMEOUT)
        .redirect(reqwest::redirect::Policy::limited(REDIRECTS_MAX))
        .build()
}

/// Opens the first of `urls` that can be opened. Every download goes through here.
///
/// # Errors
/// The last error that leaves hope, else the last one.
pub(super) async fn open(http: &reqwest::Client, urls: &[Url]) -> Result<Download, DownloadError> {
    let mut worst = DownloadError::Nowhere;
    for url in urls {
        match open_one(http, url).await {
            Ok(download) => return Ok(download),
            Err(error) if error.is_final() && !worst.is_final() => {}
            Err(error) => worst = error,
        }
    }
    Err(worst)
}

async fn open_one(http: &reqwest::Client, url: &Url) -> Result<Download, DownloadError> {
    let response = http.get(url.clone()).send().await.map_err(transport)?;
    match response.status().as_u16() {
        200..=299 => Ok(Download(response)),
        status @ (408 | 425 | 429 | 500..) => Err(DownloadError::Failed { status }),
        status => Err(DownloadError::Gone { status }),
    }
}

fn transport(error: reqwest::Error) -> DownloadError {
    DownloadError::Transport(error.without_url())
}
