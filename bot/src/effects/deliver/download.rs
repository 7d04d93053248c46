//! Finds and opens a finished video where the provider has it, if that is where videos may be read from. What is found
//! there is believed only when [`video_file`](super::video_file) says that it is a video.

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use reqwest::header::{CONTENT_RANGE, CONTENT_TYPE, HeaderMap, RANGE};
use reqwest::{Response, StatusCode};
use url::Url;

use super::url_policy::{self, NotAllowed, UrlPolicy};
use super::video_file::{LOOK_BYTES, LOOKS_MAX, NotAVideo, VideoFacts, VideoReader, is_page};

/// Why a video cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum DownloadError {
    /// The provider has nothing there: not any more, or not yet.
    #[error("the provider does not have the video (HTTP status {status})")]
    Gone {
        /// What the provider's server says.
        status: u16,
    },
    /// The provider has something else there.
    #[error("what the provider has is no video")]
    NotAVideo(#[source] NotAVideo),
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
    /// Whether there is no video at the addresses that the provider has named: another try at once is useless.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        !matches!(self.hope(), Hope::Good)
    }

    /// How likely another try finds a video.
    const fn hope(&self) -> Hope {
        match self {
            Self::Failed { .. } | Self::Transport(_) => Hope::Good,
            // A file host may be late, or have lost something for a while.
            Self::Gone { .. } => Hope::Some,
            Self::NotAVideo(_) | Self::NotAllowed(_) | Self::Nowhere => Hope::None,
        }
    }
}

/// See [`DownloadError::hope`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hope {
    None,
    Some,
    Good,
}

/// A video that the provider has.
#[derive(Debug)]
pub(super) struct Found {
    /// Where.
    pub(super) url: Url,
    /// What it says of itself.
    pub(super) facts: VideoFacts,
    /// Size in bytes, if the server says it.
    pub(super) size_bytes: Option<u64>,
}

/// A video being read.
#[derive(Debug)]
pub(super) struct Download(Response);

impl Download {
    /// Size in bytes, if the server says it.
    pub(super) fn size_bytes(&self) -> Option<u64> {
        self.0.content_length()
    }

    /// The bytes as they come. Ends with an error as soon as they are none of a whole video.
    pub(super) fn into_stream(self) -> impl Stream<Item = Result<Bytes, DownloadError>> + Send + 'static {
        let begun = (self.0, VideoReader::default(), 0);
        stream::try_unfold(begun, |(mut response, mut reader, read)| async move {
            let Some(chunk) = response.chunk().await.map_err(transport)? else {
                return reader.end(read).map(|_facts| None).map_err(DownloadError::NotAVideo);
            };
            reader.read(read, &chunk).map_err(DownloadError::NotAVideo)?;
            let read = read.saturating_add(chunk.len() as u64);
            Ok(Some((chunk, (response, reader, read))))
        })
        .boxed()
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
    /// The last of the errors that leave the most hope.
    pub(super) async fn open(&self, urls: &[Url]) -> Result<Download, DownloadError> {
        first(urls, |url| async { Ok(Download(self.get(url, None).await?)) }).await
    }

    /// Finds the first of `urls` that leads to a video, by reading little of it.
    ///
    /// # Errors
    /// The last of the errors that leave the most hope.
    pub(super) async fn find(&self, urls: &[Url], ordered_seconds: Option<u32>) -> Result<Found, DownloadError> {
        first(urls, |url| self.look(url, ordered_seconds)).await
    }

    async fn look(&self, url: &Url, ordered_seconds: Option<u32>) -> Result<Found, DownloadError> {
        let mut reader = VideoReader::default();
        let mut size_bytes = None;
        let mut looks = 0;
        while let Some(at) = reader.wants().filter(|at| size_bytes.is_none_or(|size| *at < size))
            && looks < LOOKS_MAX
        {
            looks += 1;
            let mut response = self.get(url, Some(at)).await?;
            let is_part = response.status() == StatusCode::PARTIAL_CONTENT;
            size_bytes = if is_part { whole_size(response.headers()) } else { response.content_length() };
            let mut read = if is_part { part_start(response.headers()).unwrap_or(at) } else { 0 };
            let until = read.saturating_add(LOOK_BYTES as u64);
            while read < until {
                let Some(chunk) = response.chunk().await.map_err(transport)? else {
                    // Without a length, the whole file ends where its bytes do.
                    size_bytes = size_bytes.or((!is_part).then_some(read));
                    break;
                };
                reader.read(read, &chunk).map_err(DownloadError::NotAVideo)?;
                read = read.saturating_add(chunk.len() as u64);
            }
            // Who knows no parts begins at the beginning each time.
            if !is_part || size_bytes.is_none() {
                break;
            }
        }
        let facts = reader.so_far(size_bytes).and_then(|facts| facts.fits(ordered_seconds));
        let facts = facts.map_err(DownloadError::NotAVideo)?;
        Ok(Found { url: url.clone(), facts, size_bytes })
    }

    /// Asks for a file, or for a part of it that begins at an offset; the server may send all of it.
    async fn get(&self, url: &Url, part_at: Option<u64>) -> Result<Response, DownloadError> {
        self.policy.check(url).map_err(DownloadError::NotAllowed)?;
        let mut request = self.http.get(url.clone());
        if let Some(at) = part_at {
            request = request.header(RANGE, format!("bytes={at}-{}", at.saturating_add(LOOK_BYTES as u64 - 1)));
        }
        let response = request.send().await.map_err(transport)?;
        match response.status().as_u16() {
            200..=299 => {}
            408 | 425 | 429 | 500.. => return Err(DownloadError::Failed { status: response.status().as_u16() }),
            // There is no first byte.
            416 if part_at == Some(0) => return Err(DownloadError::NotAVideo(NotAVideo::Empty)),
            status => return Err(DownloadError::Gone { status }),
        }
        let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if kind.is_some_and(is_page) { Err(DownloadError::NotAVideo(NotAVideo::Page)) } else { Ok(response) }
    }
}

/// What works with the first of `urls` with which it works.
async fn first<'a, T, F>(urls: &'a [Url], open: impl Fn(&'a Url) -> F) -> Result<T, DownloadError>
where
    F: Future<Output = Result<T, DownloadError>>,
{
    let mut last = DownloadError::Nowhere;
    for url in urls {
        match open(url).await {
            Ok(opened) => return Ok(opened),
            Err(error) if error.hope() < last.hope() => {}
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// The size of the file of which a part was sent, in bytes.
fn whole_size(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_RANGE)?.to_str().ok()?.rsplit_once('/')?.1.parse().ok()
}

/// Where the part begins that was sent: not every server sends the one that it was asked for.
fn part_start(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_RANGE)?.to_str().ok()?.strip_prefix("bytes ")?.split_once('-')?.0.parse().ok()
}

fn transport(error: reqwest::Error) -> DownloadError {
    match url_policy::refusal(&error) {
        Some(reason) => DownloadError::NotAllowed(reason),
        None => DownloadError::Transport(error.without_url()),
    }
}
