//! Width, height, duration and whether there is sound in an MPEG-4 file, read from its boxes (`moov/mvhd`,
//! `moov/trak/tkhd` and `moov/trak/mdia/hdlr`).

/// What a video says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Movie {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Whole seconds, rounded up.
    pub(crate) duration: u32,
    pub(crate) has_sound: bool,
}

/// Reads a file; `None` when it is no MPEG-4 with a image.
pub(crate) fn read(bytes: &[u8]) -> Option<Movie> {
    find(bytes, b"ftyp")?;
    let moov = find(bytes, b"moov")?;
    let duration = duration(find(moov, b"mvhd")?)?;
    let tracks: Vec<&[u8]> = boxes(moov).filter(|(kind, _)| *kind == b"trak").map(|(_, track)| track).collect();
    let mut sides = tracks.iter().filter_map(|track| dimensions(find(track, b"tkhd")?));
    let (width, height) = sides.find(|(width, _)| *width > 0)?;
    Some(Movie { width, height, duration, has_sound: tracks.iter().any(|track| is_sound(track) == Some(true)) })
}

fn is_sound(track: &[u8]) -> Option<bool> {
    let handler = find(find(track, b"mdia")?, b"hdlr")?;
    Some(handler.get(8..12)? == b"soun")
}

fn find<'a>(bytes: &'a [u8], kind: &[u8; 4]) -> Option<&'a [u8]> {
    boxes(bytes).find(|(name, _)| *name == kind).map(|(_, content)| content)
}

/// The boxes that follow one another in `bytes`: name and content. Ends at the first one that is broken.
fn boxes(mut bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let kind = bytes.get(4..8)?;
        let (header, size) = match number(bytes, 0, 4)? {
            0 => (8, bytes.len()),
            1 => (16, usize::try_from(number(bytes, 8, 8)?).ok()?),
            size => (8, usize::try_from(size).ok()?),
        };
        let content = bytes.get(header..size.min(bytes.len()))?;
        bytes = bytes.get(size..).unwrap_or_default();
        Some((kind, content))
    })
}

fn duration(mvhd: &[u8]) -> Option<u32> {
    let (scale, length) = match mvhd.first()? {
        1 => (number(mvhd, 20, 4)?, number(mvhd, 24, 8)?),
        _ => (number(mvhd, 12, 4)?, number(mvhd, 16, 4)?),
    };
    u32::try_from(length.checked_add(scale.checked_sub(1)?)? / scale).ok()
}

/// The last two fields, 16.16 fixed point; turned when the track's matrix turns the image by 90 degrees.
fn dimensions(tkhd: &[u8]) -> Option<(u32, u32)> {
    let at = if *tkhd.first()? == 1 { 88 } else { 76 };
    let width = u32::try_from(number(tkhd, at, 4)? >> 16).ok()?;
    let height = u32::try_from(number(tkhd, at + 4, 4)? >> 16).ok()?;
    let turned = number(tkhd, at - 36, 4)? == 0 && number(tkhd, at - 32, 4)? != 0;
    Some(if turned { (height, width) } else { (width, height) })
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    Some(digits.iter().fold(0, |number, digit| number << 8 | u64::from(*digit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let size = u32::try_from(content.len() + 8).unwrap();
        [&size.to_be_bytes()[..], kind, content].concat()
    }

    fn movie(width: u32, height: u32, scale: u32, length: u32) -> Vec<u8> {
        movie_with(width, height, scale, length, b"vide")
    }

    fn movie_with(width: u32, height: u32, scale: u32, length: u32, handler: &[u8; 4]) -> Vec<u8> {
        let mut mvhd = vec![0; 100];
        mvhd[12..16].copy_from_slice(&scale.to_be_bytes());
        mvhd[16..20].copy_from_slice(&length.to_be_bytes());
        let mut tkhd = vec![0; 84];
        tkhd[40..44].copy_from_slice(&0x1_0000_u32.to_be_bytes());
        tkhd[76..80].copy_from_slice(&(width << 16).to_be_bytes());
        tkhd[80..84].copy_from_slice(&(height << 16).to_be_bytes());
        let mdia = boxed(b"mdia", &boxed(b"hdlr", &[&[0; 8][..], handler].concat()));
        let track = boxed(b"trak", &[boxed(b"tkhd", &tkhd), mdia].concat());
        let moov = boxed(b"moov", &[boxed(b"mvhd", &mvhd), track].concat());
        [boxed(b"ftyp", b"isomxxxx"), boxed(b"mdat", b"..."), moov].concat()
    }

    #[test]
    fn dimensions_and_duration_are_read() {
        let read = read(&movie(1280, 720, 1000, 5040));
        assert_eq!(read, Some(Movie { width: 1280, height: 720, duration: 6, has_sound: false }));
    }

    #[test]
    fn a_track_of_sound_is_found() {
        assert!(read(&movie_with(1280, 720, 1000, 5040, b"soun")).unwrap().has_sound);
    }

    #[test]
    fn other_files_are_no_movies() {
        assert_eq!(read(b"just some text, long enough"), None);
        assert_eq!(read(&movie(1280, 720, 0, 5040)), None);
        assert_eq!(read(&movie(1, 1, 1, 1)[..60]), None);
    }
}
