//! The kinds of images that we pass on, recognised by their first bytes and never decoded: an image is a stranger's
//! file, and a decoder is the part most easily attacked.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A kind of image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ImageType {
    /// JPEG
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// PNG
    #[serde(rename = "image/png")]
    Png,
    /// WebP
    #[serde(rename = "image/webp")]
    Webp,
}

impl ImageType {
    /// As many first bytes as [`Self::recognise`] wants to see.
    pub const HEAD_BYTES: usize = 12;

    /// Recognises an image by its first bytes. `None` for anything else, a shorter file included.
    #[must_use]
    pub fn recognise(head: &[u8]) -> Option<Self> {
        if head.len() < Self::HEAD_BYTES {
            return None;
        }
        if head.starts_with(b"\xff\xd8\xff") {
            return Some(Self::Jpeg);
        }
        if head.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        (head.starts_with(b"RIFF") && &head[8..12] == b"WEBP").then_some(Self::Webp)
    }

    /// The MIME type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// The usual ending of a file name, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }

    /// The kind with this MIME type.
    #[must_use]
    pub fn from_mime(mime: &str) -> Option<Self> {
        [Self::Jpeg, Self::Png, Self::Webp].into_iter().find(|kind| kind.mime() == mime)
    }
}

impl fmt::Display for ImageType {
    /// The name people know.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_known_by_their_first_bytes_not_by_their_names() {
        assert_eq!(ImageType::recognise(b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01"), Some(ImageType::Jpeg));
        assert_eq!(ImageType::recognise(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Some(ImageType::Png));
        assert_eq!(ImageType::recognise(b"RIFF\x10\0\0\0WEBPVP8 "), Some(ImageType::Webp));
        assert_eq!(ImageType::recognise(b"RIFF\x10\0\0\0WAVEfmt "), None);
        assert_eq!(ImageType::recognise(b"GIF89a\x01\0\x01\0\0\0"), None);
        assert_eq!(ImageType::recognise(b"\xff\xd8\xff"), None);
    }
}
