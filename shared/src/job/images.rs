//! The images of an order, on the wire.

use serde::{Deserialize, Serialize};
use url::Url;

/// What the images of an order are for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImageUse {
    /// The video begins with the first and ends with the second.
    #[default]
    Frames,
    /// What they show is seen in the video.
    References,
}

impl ImageUse {
    /// For fields that are left out when they say the usual.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::Frames
    }
}

/// Where the worker reads an image of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageSource {
    /// A signed URL of the bot, good for as long as the job may be submitted.
    pub url: Url,
    /// The type that the first bytes show, such as `image/jpeg`.
    pub mime: String,
    /// Size in bytes.
    pub size_bytes: u64,
}
