//! Where a file to send comes from: an upload of the same call, a URL that Telegram fetches, or a known `file_id`.

use bytes::{Bytes, BytesMut};
use frankenstein::input_file::FileUpload;
use futures_util::StreamExt as _;
use url::Url;

use super::{FileKind, StoredFile, describe};
use crate::telegram::TelegramSim;
use crate::telegram::params::{Params, Upload};
use crate::telegram::refusal::Refusal;

/// Largest file that Telegram fetches, and largest photo.
const URL_BYTES_MAX: usize = 20 << 20;
const URL_PHOTO_BYTES_MAX: usize = 5 << 20;

/// Dimensions that the caller gave for a video.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Given {
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
    pub(crate) duration: Option<u32>,
}

/// Makes the file that a call names known to Telegram; its bytes are on disk before anyone can ask for them.
///
/// # Errors
/// What Telegram says of a bad source.
pub(crate) async fn obtain(
    sim: &TelegramSim,
    params: &Params,
    source: &FileUpload,
    kind: FileKind,
    given: Given,
) -> Result<Vec<StoredFile>, Refusal> {
    let wrong = || Refusal::bad_request("wrong file identifier/HTTP URL specified");
    let FileUpload::String(source) = source else { return Err(wrong()) };
    if let Some(name) = source.strip_prefix("attach://") {
        let upload = params.upload(name).ok_or_else(wrong)?;
        let mut files = describe(upload, kind)?;
        for file in files.iter_mut().filter(|file| file.kind != FileKind::Photo) {
            file.width = given.width.filter(|width| *width > 0).unwrap_or(file.width);
            file.height = given.height.filter(|height| *height > 0).unwrap_or(file.height);
            file.duration = given.duration.filter(|duration| *duration > 0).unwrap_or(file.duration);
        }
        return keep(sim, files, &upload.bytes).await;
    }
    if source.starts_with("http://") || source.starts_with("https://") {
        let upload = fetch(sim, source, kind).await?;
        return keep(sim, describe(&upload, kind)?, &upload.bytes).await;
    }
    sim.read(|state, _| state.files_by_id(source, kind))
}

/// Writes the bytes and remembers the file.
///
/// # Errors
/// 500 when the disk refuses.
pub(crate) async fn keep(sim: &TelegramSim, files: Vec<StoredFile>, bytes: &Bytes) -> Result<Vec<StoredFile>, Refusal> {
    if let Some(file) = files.first() {
        sim.files.write(&file.blob, bytes).await.map_err(|error| {
            tracing::error!(error = &error as &dyn std::error::Error, "a file could not be written");
            Refusal::new(500, "Internal Server Error".to_owned())
        })?;
    }
    sim.change(|state, _| state.keep_files(&files));
    Ok(files)
}

async fn fetch(sim: &TelegramSim, source: &str, kind: FileKind) -> Result<Upload, Refusal> {
    let failed = || Refusal::bad_request("failed to get HTTP URL content");
    let url = Url::parse(source).map_err(|_| Refusal::bad_request("wrong file identifier/HTTP URL specified"))?;
    let name = url.path_segments().and_then(Iterator::last).unwrap_or_default().to_owned();
    let response = sim.http.get(url).send().await.map_err(|_| failed())?;
    let response = response.error_for_status().map_err(|_| failed())?;
    let mime = response.headers().get("content-type").and_then(|value| value.to_str().ok());
    let mime = mime.and_then(|mime| mime.split(';').next()).unwrap_or_default().trim().to_ascii_lowercase();
    if !fits(kind, &mime) {
        return Err(Refusal::bad_request("wrong type of the web page content"));
    }
    let max = if kind == FileKind::Photo { URL_PHOTO_BYTES_MAX } else { URL_BYTES_MAX };
    let mut chunks = response.bytes_stream();
    let mut bytes = BytesMut::new();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| failed())?;
        if bytes.len() + chunk.len() > max {
            return Err(failed());
        }
        bytes.extend_from_slice(&chunk);
    }
    if kind == FileKind::Video && super::mp4::read(&bytes).is_none() {
        return Err(Refusal::bad_request("wrong type of the web page content"));
    }
    Ok(Upload { name, mime: Some(mime), bytes: bytes.freeze() })
}

/// Documents by URL are only taken as PDF, ZIP or GIF.
fn fits(kind: FileKind, mime: &str) -> bool {
    match kind {
        FileKind::Photo => mime.starts_with("image/"),
        FileKind::Video => mime.starts_with("video/"),
        FileKind::Voice | FileKind::Sticker => false,
        FileKind::Document => matches!(mime, "application/pdf" | "application/zip" | "image/gif"),
    }
}
