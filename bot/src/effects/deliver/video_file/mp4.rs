//! The boxes of an MP4 file. Every read is bounded by the bytes that are there; no length from the file is trusted.
//! Source: ISO/IEC 14496-12, 4.2 (boxes), 8.2.2 (`mvhd`), 8.3.2 (`tkhd`), 8.4.3 (`hdlr`).

use std::time::Duration;

/// Longer than any video that is sold; what says more is taken for nonsense.
const DURATION_MAX: Duration = Duration::from_secs(24 * 60 * 60);

/// Wider and higher than any video that is sold.
const PIXELS_MAX: u32 = 16_384;

/// The beginning of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BoxHeader {
    /// Four letters.
    pub(super) kind: [u8; 4],
    /// Of the whole box, in bytes. `None` when it goes on to the end of the file.
    pub(super) size: Option<u64>,
    /// Of the header itself.
    pub(super) header_bytes: usize,
}

/// What an index says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Header {
    /// Width and height in pixels, as it is shown.
    pub(super) size: Option<(u32, u32)>,
    pub(super) duration: Option<Duration>,
    /// Whether one of its tracks is a picture.
    pub(super) has_picture: bool,
}

/// How many bytes a header needs that begins so.
pub(super) fn header_bytes(bytes: &[u8]) -> usize {
    if u32_at(bytes, 0) == Some(1) { 16 } else { 8 }
}

/// The header at the beginning of `bytes`, if all of it is there.
pub(super) fn header(bytes: &[u8]) -> Option<BoxHeader> {
    let kind = bytes.get(4..8)?.try_into().ok()?;
    let (size, header_bytes) = match u32_at(bytes, 0)? {
        0 => (None, 8),
        1 => (Some(u64_at(bytes, 8)?), 16),
        size => (Some(size.into()), 8),
    };
    Some(BoxHeader { kind, size, header_bytes })
}

/// Reads what is inside of a `moov`, or as much of it as is there.
pub(super) fn read_index(moov: &[u8]) -> Header {
    let mut index = Header::default();
    for (kind, body) in boxes(moov) {
        match &kind {
            b"mvhd" => index.duration = duration(body),
            b"trak" => {
                let (is_picture, size) = track(body);
                index.has_picture |= is_picture;
                index.size = index.size.or(size);
            }
            _ => {}
        }
    }
    index
}

/// Whether the track is a picture, and how large it is shown.
fn track(trak: &[u8]) -> (bool, Option<(u32, u32)>) {
    let mut size = None;
    let mut is_picture = false;
    for (kind, body) in boxes(trak) {
        match &kind {
            b"tkhd" => size = shown_size(body),
            b"mdia" => {
                let handler = boxes(body).find(|(kind, _)| kind == b"hdlr");
                is_picture |= handler.is_some_and(|(_, hdlr)| hdlr.get(8..12) == Some(b"vide"));
            }
            _ => {}
        }
    }
    (is_picture || size.is_some(), size)
}

fn duration(mvhd: &[u8]) -> Option<Duration> {
    let (timescale, units) = match mvhd.first()? {
        0 => (u32_at(mvhd, 12)?, u64::from(u32_at(mvhd, 16).filter(|units| *units != u32::MAX)?)),
        1 => (u32_at(mvhd, 20)?, u64_at(mvhd, 24)?),
        _ => return None,
    };
    let millis = units.checked_mul(1000)?.checked_div(timescale.into())?;
    Some(Duration::from_millis(millis)).filter(|duration| !duration.is_zero() && *duration <= DURATION_MAX)
}

fn shown_size(tkhd: &[u8]) -> Option<(u32, u32)> {
    // Where the matrix begins; width and height follow its nine numbers.
    let matrix = match tkhd.first()? {
        0 => 40,
        1 => 52,
        _ => return None,
    };
    // Fixed point numbers of 16 + 16 bits.
    let pixels = |at| u32_at(tkhd, at).map(|fixed| fixed >> 16).filter(|pixels| (1..=PIXELS_MAX).contains(pixels));
    let (width, height) = (pixels(matrix + 36)?, pixels(matrix + 40)?);
    // A phone held upright films lying and has players turn the picture by a quarter.
    let is_turned = u32_at(tkhd, matrix)? == 0 && u32_at(tkhd, matrix + 16)? == 0;
    Some(if is_turned { (height, width) } else { (width, height) })
}

/// The boxes one after the other, the last one perhaps cut short. Ends at the first that makes no sense.
fn boxes(mut bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    std::iter::from_fn(move || {
        let header = header(bytes)?;
        let size = header.size.map_or(bytes.len(), |size| usize::try_from(size).unwrap_or(usize::MAX));
        if size < header.header_bytes {
            return None;
        }
        let (this, rest) = bytes.split_at(size.min(bytes.len()));
        bytes = rest;
        Some((header.kind, this.get(header.header_bytes..)?))
    })
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}
