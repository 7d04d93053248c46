//! Decides what counts as a video: the one place that does. Nothing is sent or kept before it has been looked at here.
//!
//! A provider's address may answer with a page, with nothing, or with a file that ends in the middle, and still say that
//! all is well. So a file is believed when its own bytes say what it is: an MP4 whose boxes reach exactly to its end and
//! whose index names a picture, or a `WebM`. What the server says of its type counts only where it names a page.
//!
//! The bytes may come in order, as a download has them, or in pieces from wherever [`VideoReader::wants`] points, so
//! that a few kilobytes tell of a file of any size. Whatever the bytes are, no more than [`INDEX_BYTES_MAX`] of them are
//! kept at a time.
//! Source: ISO/IEC 14496-12, 4.2 and 8.2; RFC 8794.

use std::time::Duration;

use mp4::{BoxHeader, Header};

mod mp4;

/// How much is read at each place of a file that is looked at, in bytes.
pub(super) const LOOK_BYTES: usize = 64 << 10;

/// Places of a file that are looked at, at most: its head, its index at the end, and what may lie between.
pub(super) const LOOKS_MAX: usize = 4;

/// As much of a file's index as is read. What we look for stands at its beginning.
const INDEX_BYTES_MAX: usize = 256 << 10;

/// As much of a `WebM` file as is read: its header, which names it.
const WEBM_BYTES: usize = 64;

/// What every `WebM` and Matroska file begins with.
const EBML: [u8; 4] = [0x1A, 0x45, 0xDF, 0xA3];

/// Brands of pictures and of sound, which come in the same boxes as videos.
const BRANDS_OF_OTHERS: [&[u8; 4]; 10] =
    [b"avif", b"avis", b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"M4A ", b"M4B ", b"crx "];

/// Why a file is not a video.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAVideo {
    /// It has no bytes.
    #[error("it is empty")]
    Empty,
    /// The server says so.
    #[error("it is a page")]
    Page,
    /// It begins or goes on as no video does.
    #[error("its bytes are not those of a video")]
    Foreign,
    /// It is shorter than it says of itself.
    #[error("it ends in the middle")]
    Cut,
    /// Only sound, or nothing at all.
    #[error("there is no picture in it")]
    NoPicture,
    /// It lasts less than half as long as what was ordered.
    #[error("it is much shorter than what was ordered")]
    TooShort,
}

/// What a video says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VideoFacts {
    /// Whether it is a `WebM` and not an MP4.
    pub is_webm: bool,
    /// Width and height in pixels as it is shown, if its index was read.
    pub size: Option<(u32, u32)>,
    /// How long it plays, if its index was read and says so.
    pub duration: Option<Duration>,
}

impl VideoFacts {
    /// Compares with what was ordered. Providers round; nobody ordered ten seconds to get four.
    ///
    /// # Errors
    /// [`NotAVideo::TooShort`]
    pub fn fits(self, ordered_seconds: Option<u32>) -> Result<Self, NotAVideo> {
        match (self.duration, ordered_seconds) {
            (Some(plays), Some(ordered)) if plays * 2 < Duration::from_secs(ordered.into()) => Err(NotAVideo::TooShort),
            _ => Ok(self),
        }
    }
}

/// Whether the server says that it sends a page and no file.
pub(super) fn is_page(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_text = ["html", "xml", "json"].iter().any(|text| kind.ends_with(text));
    is_text && !kind.starts_with("video/")
}

/// Reads a file as far as its bytes tell what it is.
#[derive(Debug, Default)]
pub struct VideoReader {
    /// Where the box begins that is read now.
    at: u64,
    /// What was read of it.
    part: Vec<u8>,
    container: Option<Container>,
    facts: VideoFacts,
    /// Whether the index, or a fragment in its place, was met.
    has_index: bool,
    /// Whether the pictures themselves were met.
    has_media: bool,
    /// Whether there is nothing more to find out.
    is_done: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    Mp4,
    Webm,
}

impl VideoReader {
    /// Where in the file the next bytes are that tell more. `None` when there are none.
    #[must_use]
    pub fn wants(&self) -> Option<u64> {
        (!self.is_done).then(|| self.at.saturating_add(self.part.len() as u64))
    }

    /// Takes in bytes that stand at `offset` in the file. Those that tell nothing are skipped.
    ///
    /// # Errors
    /// As soon as they show that it is no video.
    pub fn read(&mut self, offset: u64, bytes: &[u8]) -> Result<(), NotAVideo> {
        while let Some(wanted) = self.wants() {
            let skipped = wanted.checked_sub(offset).and_then(|skipped| usize::try_from(skipped).ok());
            let Some(rest) = skipped.and_then(|skipped| bytes.get(skipped..)) else { return Ok(()) };
            let needed = self.needed()?;
            let (taken, _) = rest.split_at(rest.len().min(needed.saturating_sub(self.part.len())));
            self.part.extend_from_slice(taken);
            if self.part.len() < needed {
                return Ok(());
            }
            // More may be needed now that the beginning is known.
            if self.needed()? == needed {
                self.take_box()?;
            }
        }
        Ok(())
    }

    /// What is known of a file of which only parts were read. `length` is its size in bytes, if that is known.
    ///
    /// # Errors
    /// When what was read shows that it is no video.
    pub fn so_far(&self, length: Option<u64>) -> Result<VideoFacts, NotAVideo> {
        if length == Some(0) {
            return Err(NotAVideo::Empty);
        }
        if self.container.is_none() {
            return Err(NotAVideo::Foreign);
        }
        let Some(length) = length else { return Ok(self.facts) };
        let is_walked = self.is_done || self.at >= length;
        let goes_on = self.at > length || mp4::header(&self.part).is_some_and(|header| self.end_of(header) > length);
        if goes_on || (is_walked && !self.is_whole()) { Err(NotAVideo::Cut) } else { Ok(self.facts) }
    }

    /// What is known of a file whose bytes were all read. `length` is how many there were.
    ///
    /// # Errors
    /// When it is no video, or not all of one.
    pub fn end(&self, length: u64) -> Result<VideoFacts, NotAVideo> {
        let facts = self.so_far(Some(length))?;
        if self.is_whole() { Ok(facts) } else { Err(NotAVideo::Cut) }
    }

    const fn is_whole(&self) -> bool {
        self.has_index && self.has_media
    }

    /// How many bytes of the box are needed to go on.
    fn needed(&self) -> Result<usize, NotAVideo> {
        if self.part.starts_with(&EBML) && self.at == 0 {
            return Ok(WEBM_BYTES);
        }
        let Some(header) = mp4::header(&self.part) else { return Ok(mp4::header_bytes(&self.part)) };
        let size = header.size.unwrap_or(u64::MAX);
        if size < header.header_bytes as u64 {
            return Err(NotAVideo::Foreign);
        }
        let wanted = match &header.kind {
            b"moov" => INDEX_BYTES_MAX,
            // The brand is the first field.
            b"ftyp" => header.header_bytes + 4,
            _ => header.header_bytes,
        };
        Ok(wanted.min(usize::try_from(size).unwrap_or(usize::MAX)))
    }

    /// Understands the box whose beginning was read, and goes on to the next one.
    fn take_box(&mut self) -> Result<(), NotAVideo> {
        let part = std::mem::take(&mut self.part);
        if self.at == 0 && part.starts_with(&EBML) {
            return self.take_webm(&part);
        }
        let Some(header) = mp4::header(&part) else { return Err(NotAVideo::Foreign) };
        let body = part.get(header.header_bytes..).unwrap_or_default();
        if self.container.is_none() {
            let is_video = match &header.kind {
                b"ftyp" => !BRANDS_OF_OTHERS.iter().any(|brand| body.starts_with(*brand)),
                b"styp" | b"moof" | b"moov" => true,
                _ => false,
            };
            if !is_video {
                return Err(NotAVideo::Foreign);
            }
            self.container = Some(Container::Mp4);
        }
        match &header.kind {
            b"moov" => {
                let Header { size, duration, has_picture } = mp4::read_index(body);
                if !has_picture && part.len() < INDEX_BYTES_MAX {
                    return Err(NotAVideo::NoPicture);
                }
                (self.facts.size, self.facts.duration, self.has_index) = (size, duration, true);
            }
            b"moof" => self.has_index = true,
            b"mdat" => self.has_media = true,
            _ => {}
        }
        match header.size {
            Some(_) => self.at = self.end_of(header),
            // It goes on to the end of the file.
            None => self.is_done = true,
        }
        Ok(())
    }

    fn take_webm(&mut self, part: &[u8]) -> Result<(), NotAVideo> {
        let names = |name: &[u8]| part.windows(name.len()).any(|window| window == name);
        if !names(b"webm") && !names(b"matroska") {
            return Err(NotAVideo::Foreign);
        }
        self.container = Some(Container::Webm);
        self.facts.is_webm = true;
        // Its own lengths may be left open, so where it ends is not known from within.
        (self.has_index, self.has_media, self.is_done) = (true, true, true);
        Ok(())
    }

    fn end_of(&self, header: BoxHeader) -> u64 {
        self.at.saturating_add(header.size.unwrap_or(0))
    }
}
