//! Looks at the images of a task when its rendering is due: KIE accepts any address and finds out later.

use std::time::Duration;

use super::task::{Family, Outcome, Task};
use super::{KieSim, models, now_ms};

/// An image format, told by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ImageType {
    Jpeg,
    Png,
    Webp,
}

pub(super) const JPEG_PNG: &[ImageType] = &[ImageType::Jpeg, ImageType::Png];
pub(super) const JPEG_PNG_WEBP: &[ImageType] = &[ImageType::Jpeg, ImageType::Png, ImageType::Webp];

const BYTES_MAX: usize = 10 << 20;
const FETCH_WITHIN: Duration = Duration::from_secs(10);

/// The failure that the task's images bring about, if any.
pub(super) async fn check(sim: &KieSim, task: &Task) -> Option<Outcome> {
    for address in &task.images {
        let Some(bytes) = fetch(sim, address).await else {
            return Some(failure(
                400,
                "Failed to fetch the image. Kindly verify any access limits set by you or your service provider.",
            ));
        };
        let accepted = match task.family {
            Family::Veo => JPEG_PNG_WEBP,
            Family::Market => models::find(&task.model).map_or(JPEG_PNG_WEBP, models::Model::image_types),
        };
        if bytes.len() > BYTES_MAX {
            return Some(failure(422, "The image is larger than 10MB."));
        }
        if !image_type(&bytes).is_some_and(|found| accepted.contains(&found)) {
            return Some(failure(422, "The image format is not supported."));
        }
    }
    None
}

/// The format of a file, or none if it is no image that KIE takes.
pub(super) fn image_type(bytes: &[u8]) -> Option<ImageType> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(ImageType::Jpeg),
        [0x89, b'P', b'N', b'G', ..] => Some(ImageType::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ImageType::Webp),
        _ => None,
    }
}

async fn fetch(sim: &KieSim, address: &str) -> Option<Vec<u8>> {
    if let Some(path) = super::upload::path_of(&sim.public_url(), address) {
        let kept = sim.state().uploads.get(&path).is_some_and(|upload| upload.is_kept(now_ms()));
        return if kept { tokio::fs::read(sim.uploads_dir.join(path)).await.ok() } else { None };
    }
    let mut answer = sim.http.get(address).timeout(FETCH_WITHIN).send().await.ok()?.error_for_status().ok()?;
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.ok()? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > BYTES_MAX {
            break;
        }
    }
    Some(bytes)
}

fn failure(code: u16, message: &str) -> Outcome {
    Outcome::Fail { code, message: message.to_owned() }
}
