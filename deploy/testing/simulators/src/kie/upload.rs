//! Uploads: three ways in, one kind of answer. Files are kept for 24 hours, the shorter of the documented terms.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::faults::{Fault, Stage, strike};
use super::images::{ImageType, image_type};
use super::{KieSim, now_ms};

const KEPT_MS: i64 = 24 * 3_600_000;
const FETCH_BYTES_MAX: usize = 100 << 20;
const BASE64_BYTES_MAX: usize = 10 << 20;
/// The folder of the account, as it shows in KIE's paths.
const ACCOUNT: &str = "kieai/100001";

/// An uploaded file; its bytes lie in the uploads folder under `path`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Upload {
    pub(super) path: String,
    pub(super) file_name: String,
    pub(super) mime_type: String,
    pub(super) size_bytes: usize,
    pub(super) uploaded_at: i64,
}

impl Upload {
    /// False once KIE would have deleted it.
    pub(super) fn is_kept(&self, now: i64) -> bool {
        now < self.uploaded_at + KEPT_MS
    }
}

/// Why an upload is refused: KIE's code and text.
struct Refused(u16, &'static str);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        Json(json!({ "success": false, "code": self.0, "msg": self.1 })).into_response()
    }
}

/// A file and the place for it.
struct Incoming {
    bytes: Bytes,
    upload_path: Option<String>,
    file_name: Option<String>,
}

/// `POST /api/file-stream-upload`, multipart.
pub(super) async fn stream(State(sim): State<Arc<KieSim>>, mut form: Multipart) -> Response {
    let (mut bytes, mut upload_path, mut file_name) = (None, None, None);
    while let Ok(Some(field)) = form.next_field().await {
        match field.name() {
            Some("file") => bytes = field.bytes().await.ok(),
            Some("uploadPath") => upload_path = field.text().await.ok(),
            Some("fileName") => file_name = field.text().await.ok(),
            _ => {}
        }
    }
    let Some(bytes) = bytes else { return Refused(400, "Missing required parameter: file").into_response() };
    keep(&sim, Incoming { bytes, upload_path, file_name }).await
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UrlUpload {
    file_url: Option<String>,
    upload_path: Option<String>,
    file_name: Option<String>,
}

/// `POST /api/file-url-upload`: KIE fetches the file.
pub(super) async fn by_url(State(sim): State<Arc<KieSim>>, Json(request): Json<UrlUpload>) -> Response {
    let UrlUpload { file_url, upload_path, file_name } = request;
    let Some(address) = file_url else { return Refused(400, "Missing required parameter: fileUrl").into_response() };
    let fetched = async { sim.http.get(address).send().await?.error_for_status()?.bytes().await };
    match fetched.await {
        Ok(bytes) if bytes.len() <= FETCH_BYTES_MAX => keep(&sim, Incoming { bytes, upload_path, file_name }).await,
        Ok(_) | Err(_) => Refused(500, "Failed to download the file").into_response(),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Base64Upload {
    base64_data: Option<String>,
    upload_path: Option<String>,
    file_name: Option<String>,
}

/// `POST /api/file-base64-upload`: bare base64 or a `data:` address.
pub(super) async fn base64(State(sim): State<Arc<KieSim>>, Json(request): Json<Base64Upload>) -> Response {
    let Base64Upload { base64_data, upload_path, file_name } = request;
    let Some(text) = base64_data else { return Refused(400, "Missing required parameter: base64Data").into_response() };
    let bare = text.split_once(";base64,").map_or(text.as_str(), |(_, bare)| bare);
    match STANDARD.decode(bare) {
        Ok(bytes) if bytes.len() <= BASE64_BYTES_MAX => {
            keep(&sim, Incoming { bytes: bytes.into(), upload_path, file_name }).await
        }
        Ok(_) | Err(_) => Refused(400, "Invalid base64 data").into_response(),
    }
}

/// The path of an upload within our uploads, if the address is one of ours.
pub(super) fn path_of(public_url: &str, address: &str) -> Option<String> {
    address.strip_prefix(public_url)?.strip_prefix("/kie/uploads/").map(str::to_owned)
}

async fn keep(sim: &KieSim, incoming: Incoming) -> Response {
    let fault = strike(&mut sim.state().account.faults, Stage::Upload, "").map(|struck| struck.fault);
    if fault == Some(Fault::UploadFails) {
        return Refused(500, "Internal server error").into_response();
    }
    let Some(folder) = incoming.upload_path.filter(|path| !path.is_empty()) else {
        return Refused(400, "Missing required parameter: uploadPath").into_response();
    };
    let (mime_type, extension) = file_type(&incoming.bytes);
    let file_name = incoming.file_name.unwrap_or_else(|| format!("{:016x}.{extension}", rand::random::<u64>()));
    if !folder.split('/').all(is_plain) || !is_plain(&file_name) {
        return Refused(400, "Invalid parameter: uploadPath or fileName").into_response();
    }
    let path = format!("{ACCOUNT}/{folder}/{file_name}");
    let upload = Upload {
        path,
        file_name,
        mime_type: mime_type.to_owned(),
        size_bytes: incoming.bytes.len(),
        uploaded_at: now_ms(),
    };
    let file = sim.uploads_dir.join(&upload.path);
    let written = async {
        if let Some(folder) = file.parent() {
            tokio::fs::create_dir_all(folder).await?;
        }
        tokio::fs::write(&file, &incoming.bytes).await
    };
    if let Err(error) = written.await {
        tracing::error!(error = &error as &dyn std::error::Error, "an upload could not be written");
        return Refused(500, "Internal server error").into_response();
    }
    let answer = answer(&upload, &sim.public_url());
    let mut state = sim.state();
    if fault != Some(Fault::UploadLost) {
        state.add_upload(upload);
    }
    sim.keep(&mut state);
    sim.publish(&state, None);
    answer
}

fn answer(upload: &Upload, public_url: &str) -> Response {
    let uploaded_at = jiff::Timestamp::from_millisecond(upload.uploaded_at).unwrap_or_default();
    Json(json!({
        "success": true, "code": 200, "msg": "File uploaded successfully",
        "data": {
            "success": true, "fileName": upload.file_name, "filePath": upload.path,
            "downloadUrl": format!("{public_url}/kie/uploads/{}", upload.path), "fileSize": upload.size_bytes,
            "mimeType": upload.mime_type, "uploadedAt": format!("{uploaded_at:.3}"),
        },
    }))
    .into_response()
}

/// A part of a path that needs no escaping and leads nowhere else. Also refuses the empty part that a leading or
/// trailing slash makes.
fn is_plain(part: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !part.is_empty() && part.chars().all(plain) && !part.starts_with('.')
}

fn file_type(bytes: &[u8]) -> (&'static str, &'static str) {
    match image_type(bytes) {
        Some(ImageType::Jpeg) => ("image/jpeg", "jpg"),
        Some(ImageType::Png) => ("image/png", "png"),
        Some(ImageType::Webp) => ("image/webp", "webp"),
        None => ("application/octet-stream", "bin"),
    }
}
