//! Brings a job's images from the bot to the provider, as a stream that is never in memory as a whole.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, future};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use shared::catalog::Catalog;
use shared::image_type::ImageType;
use shared::job::{GenerationJob, ImageSource};
use shared::telemetry::chain;

use crate::decide::UploadOutcome;
use crate::kie::{KieClient, UploadError, UploadFile};

/// Telegram hands a bot no larger file, so no model can ask for one.
const BYTES_MAX: u64 = 20 * 1024 * 1024;

/// Reads images from the bot. Follows no redirect: the bot has no reason to send one.
#[derive(Debug)]
pub(crate) struct Images {
    http: Client,
    catalog: Arc<Catalog>,
}

/// Why an image was not read to its end.
#[derive(Debug, thiserror::Error)]
enum SourceError {
    #[error("the image broke off")]
    Broken(#[source] reqwest::Error),
    #[error("the image is larger than the model takes")]
    TooLarge,
}

impl Images {
    pub(crate) fn new(catalog: Arc<Catalog>) -> Result<Self, reqwest::Error> {
        let http = Client::builder()
            .redirect(Policy::none())
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(60))
            .build()?;
        Ok(Self { http, catalog })
    }

    /// Performs [`crate::decide::Action::Upload`].
    pub(crate) async fn transfer(&self, kie: &KieClient, order: &GenerationJob, image: usize) -> UploadOutcome {
        let Some(source) = order.images.get(image) else {
            return UploadOutcome::Unusable;
        };
        let input = self.catalog.get(&order.model).and_then(|model| model.variant(order.inputs())?.images.as_ref());
        let bytes_max = input.map_or(BYTES_MAX, |input| input.bytes_max());
        let kind = ImageType::from_mime(&source.mime);
        let accepted = kind.filter(|kind| input.is_none_or(|input| input.types.contains(kind)));
        let Some(kind) = accepted.filter(|_| source.size_bytes <= bytes_max) else {
            return UploadOutcome::Unusable;
        };
        let response = match fetch(&self.http, source).await {
            Ok(response) => response,
            Err(outcome) => return outcome,
        };
        let size_bytes = response.content_length();
        if size_bytes.is_some_and(|size| size > bytes_max) {
            return UploadOutcome::Unusable;
        }
        let too_large = Arc::new(AtomicBool::new(false));
        let bytes = capped(response, bytes_max, Arc::clone(&too_large));
        let name = format!("{}-{image}.{}", order.job, kind.extension());
        let file = UploadFile { name, mime: kind.mime().to_owned(), size_bytes };
        match kie.upload_stream(file, bytes).await {
            Ok(uploaded) => UploadOutcome::Uploaded(uploaded.url),
            Err(_) if too_large.load(Ordering::Relaxed) => UploadOutcome::Unusable,
            Err(UploadError::Refused(code)) => {
                tracing::warn!(job.id = %order.job, code, "the provider refused an image");
                UploadOutcome::Unusable
            }
            Err(UploadError::ProviderBlocked(reason)) => UploadOutcome::Blocked(reason),
            Err(error @ UploadError::Later(_)) => {
                tracing::warn!(job.id = %order.job, error = %chain(&error), "an image was not uploaded and is tried again");
                UploadOutcome::Later
            }
        }
    }
}

/// 404 and 410 mean that the image is gone; all else may pass.
async fn fetch(http: &Client, source: &ImageSource) -> Result<Response, UploadOutcome> {
    match http.get(source.url.clone()).send().await {
        Ok(response) => match response.status() {
            StatusCode::OK => Ok(response),
            StatusCode::NOT_FOUND | StatusCode::GONE => Err(UploadOutcome::Gone),
            status => {
                tracing::warn!(status = status.as_u16(), "the bot did not hand out an image; it is tried again");
                Err(UploadOutcome::Later)
            }
        },
        Err(error) => {
            // The URL is signed, so it stays out of the log.
            let error = error.without_url();
            tracing::warn!(error = %chain(&error), "the bot was not reached for an image; it is tried again");
            Err(UploadOutcome::Later)
        }
    }
}

fn capped(
    response: Response,
    bytes_max: u64,
    too_large: Arc<AtomicBool>,
) -> impl Stream<Item = Result<Bytes, SourceError>> + Send + 'static {
    response.bytes_stream().scan(0_u64, move |seen, chunk| {
        let chunk = chunk.map_err(|error| SourceError::Broken(error.without_url())).and_then(|bytes| {
            *seen += bytes.len() as u64;
            if *seen > bytes_max {
                too_large.store(true, Ordering::Relaxed);
                return Err(SourceError::TooLarge);
            }
            Ok(bytes)
        });
        future::ready(Some(chunk))
    })
}
