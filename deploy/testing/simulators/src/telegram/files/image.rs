//! The dimensions of PNG, JPEG, GIF and WebP images, read from their headers.

/// Longest side that Telegram keeps of a photo.
const LONGEST: u32 = 1280;

/// What a image says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ImageHeader {
    pub(crate) width: u32,
    pub(crate) height: u32,
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Png,
    Jpeg,
    Gif,
    Webp,
}

impl ImageHeader {
    pub(crate) const fn mime(self) -> &'static str {
        match self.format {
            Format::Png => "image/png",
            Format::Jpeg => "image/jpeg",
            Format::Gif => "image/gif",
            Format::Webp => "image/webp",
        }
    }

    /// Telegram's rule for photos: sides together at most 10000, and neither 20 times the other.
    pub(crate) const fn is_acceptable(self) -> bool {
        let (short, long) =
            if self.width < self.height { (self.width, self.height) } else { (self.height, self.width) };
        short > 0 && short + long <= 10_000 && long <= short.saturating_mul(20)
    }

    /// The sizes that Telegram would list, smallest first; the last is the whole image.
    pub(crate) fn sizes(self) -> Vec<(u32, u32)> {
        let longest = self.width.max(self.height);
        let smaller = [90, 320, 800].into_iter().filter(|side| *side < longest);
        smaller.chain([longest.min(LONGEST)]).map(|side| self.scaled(side, longest)).collect()
    }

    fn scaled(self, side: u32, longest: u32) -> (u32, u32) {
        let scale = |length: u32| (length * side / longest).max(1);
        (scale(self.width), scale(self.height))
    }
}

/// Reads a file's header; `None` when it is no image of these kinds.
pub(crate) fn read(bytes: &[u8]) -> Option<ImageHeader> {
    let (format, (width, height)) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        (Format::Png, (big(bytes, 16, 4)?, big(bytes, 20, 4)?))
    } else if bytes.starts_with(&[0xff, 0xd8]) {
        (Format::Jpeg, jpeg(bytes)?)
    } else if bytes.starts_with(b"GIF8") {
        (Format::Gif, (little(bytes, 6, 2)?, little(bytes, 8, 2)?))
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12)? == b"WEBP" {
        (Format::Webp, webp(bytes)?)
    } else {
        return None;
    };
    Some(ImageHeader { width, height, format })
}

/// Walks the segments to the frame header.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        let is_frame = matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if is_frame {
            return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
        }
        at += match marker {
            0xff => 1,
            0x01 | 0xd0..=0xd9 => 2,
            _ => 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?,
        };
    }
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let packed = little(bytes, 21, 4)?;
            Some(((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1))
        }
        _ => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
    }
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(bytes.get(at..at + length)?.iter().fold(0, |number, digit| number << 8 | u32::from(*digit)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(bytes.get(at..at + length)?.iter().rev().fold(0, |number, digit| number << 8 | u32::from(*digit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_tell_the_dimensions() {
        let png = [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", &[0, 0, 4, 0, 0, 0, 3, 0][..]].concat();
        assert_eq!(read(&png).map(|image| (image.width, image.height, image.mime())), Some((1024, 768, "image/png")));
        let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 100, 0, 200, 1];
        assert_eq!(read(&jpeg).map(|image| (image.width, image.height)), Some((200, 100)));
        assert_eq!(read(b"%PDF-1.7"), None);
    }

    #[test]
    fn a_photo_is_listed_in_several_sizes() {
        let image = ImageHeader { width: 2000, height: 1000, format: Format::Png };
        assert_eq!(image.sizes(), [(90, 45), (320, 160), (800, 400), (1280, 640)]);
        assert!(image.is_acceptable());
        assert!(!ImageHeader { width: 2100, height: 100, format: Format::Png }.is_acceptable());
    }
}
