//! Uploading an image, as a stream: it never lies in memory as a whole.

use std::error::Error;

use bytes::Bytes;
use futures_util::TryStream;
use reqwest::Body;
use reqwest::multipart::{Form, Part};
use url::Url;

use super::answer::Answer;
use super::client::at;
use super::error::{self, UnusableAnswer};
use super::texts::Text;
use super::{KieClient, UploadError, shapes};

/// The folder on the provider's side. No slash at either end.
const UPLOAD_PATH: &str = "starreel";

/// What is uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadFile {
    /// Must be unique: the same name overwrites, and caches linger.
    pub name: String,
    /// Such as `image/jpeg`.
    pub mime: String,
    /// Size in bytes, if the source says it.
    pub size_bytes: Option<u64>,
}

/// An uploaded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uploaded {
    /// Where the provider's models fetch it. It dies after 24 h.
    pub url: Url,
}

impl KieClient {
    /// Streams a file to the provider. Free; a repeat is harmless.
    ///
    /// # Errors
    /// See [`UploadError`]. A source that breaks off shows as `Later`.
    pub async fn upload_stream<S>(&self, file: UploadFile, bytes: S) -> Result<Uploaded, UploadError>
    where
        S: TryStream + Send + 'static,
        S::Error: Into<Box<dyn Error + Send + Sync>>,
        Bytes: From<S::Ok>,
    {
        let body = Body::wrap_stream(bytes);
        let part = match file.size_bytes {
            Some(size) => Part::stream_with_length(body, size),
            None => Part::stream(body),
        };
        let part = part.file_name(file.name.clone()).mime_str(&file.mime).map_err(|_bad| UploadError::Refused(400))?;
        let form = Form::new().text("uploadPath", UPLOAD_PATH).text("fileName", file.name).part("file", part);
        let request = self
            .authorized(self.http.post(at(&self.config.upload_url, "/api/file-stream-upload")))
            .timeout(self.config.upload_timeout)
            .multipart(form);
        let response = request.send().await.map_err(|e| UploadError::Later(e.without_url().into()))?;
        let answer = Answer::read(response).await.map_err(|e| UploadError::Later(e.into()))?;
        uploaded(&answer)
    }
}

fn uploaded(answer: &Answer) -> Result<Uploaded, UploadError> {
    let code = answer.code();
    let later = UploadError::Later(UnusableAnswer(code).into());
    let data = answer.data();
    let url = ["downloadUrl", "fileUrl"].iter().find_map(|key| shapes::urls(data.get(key)?).into_iter().next());
    if code == 200 {
        return url.map(|url| Uploaded { url }).ok_or(later);
    }
    if answer.envelope.is_none() {
        return Err(later);
    }
    match (error::blocked(code, &Text::new(answer.text(), "")), code) {
        (Some(reason), _) => Err(UploadError::ProviderBlocked(reason)),
        (None, 400 | 413 | 415 | 422) => Err(UploadError::Refused(code)),
        _ => Err(later),
    }
}
