//! Has a film last as long as was ordered, by telling players another pace: all times of an MPEG-4 file are counts of
//! units, and its headers say how long a unit is. The images stay what they are.

use bytes::Bytes;

/// Boxes that contain the boxes with times.
const FOLDERS: [&[u8]; 3] = [b"moov", b"trak", b"mdia"];

/// A copy of the film that lasts so many seconds; the film as it is, if its headers cannot be read.
pub(super) fn lasting(film: &'static [u8], seconds: u32) -> Bytes {
    let mut headers = Vec::new();
    find_headers(film, 0, film.len(), &mut headers);
    let Some(whole) = headers.iter().find(|header| header.is_of_the_movie).and_then(|header| header.seconds(film))
    else {
        return Bytes::from_static(film);
    };
    let mut copy = film.to_vec();
    for header in &headers {
        let Some(units) = number(film, header.timescale_at) else { continue };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a film of seconds stays far below"
        )]
        let slower = (f64::from(units) * whole / f64::from(seconds.max(1))).ceil() as u32;
        copy[header.timescale_at..header.timescale_at + 4].copy_from_slice(&slower.max(1).to_be_bytes());
    }
    copy.into()
}

/// Where a header says how many units a second has.
#[derive(Debug)]
struct Header {
    is_of_the_movie: bool,
    timescale_at: usize,
}

impl Header {
    /// How long the film is. Ours are short enough for the old form of the header.
    fn seconds(&self, film: &[u8]) -> Option<f64> {
        Some(f64::from(number(film, self.timescale_at + 4)?) / f64::from(number(film, self.timescale_at)?))
    }
}

fn find_headers(film: &[u8], start: usize, end: usize, headers: &mut Vec<Header>) {
    let mut at = start;
    while let (Some(size), Some(kind)) = (number(film, at), film.get(at + 4..at + 8)) {
        let size = size as usize;
        if size < 8 || at + size > end {
            return;
        }
        if FOLDERS.contains(&kind) {
            find_headers(film, at + 8, at + size, headers);
        } else if kind == b"mvhd" || kind == b"mdhd" {
            // Behind size, kind, version and flags, and two dates, which are longer in version 1.
            let dates = if film.get(at + 8) == Some(&1) { 16 } else { 8 };
            headers.push(Header { is_of_the_movie: kind == b"mvhd", timescale_at: at + 12 + dates });
        }
        at += size;
    }
}

fn number(film: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(film.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILM: &[u8] = include_bytes!("../../media/square-lagoon.mp4");

    fn durations(film: &[u8]) -> Vec<f64> {
        let mut headers = Vec::new();
        find_headers(film, 0, film.len(), &mut headers);
        headers.iter().map(|header| header.seconds(film).unwrap()).collect()
    }

    #[test]
    fn a_film_and_its_tracks_last_as_long_as_ordered() {
        assert_eq!(durations(FILM).len(), 3, "the movie, its images and its sound");
        for seconds in [4, 10, 15] {
            let lasts = durations(&lasting(FILM, seconds));
            assert!(lasts.iter().all(|is| (is - f64::from(seconds)).abs() < 0.1), "{lasts:?} for {seconds}");
        }
    }

    #[test]
    fn what_is_no_film_stays_what_it_is() {
        assert_eq!(&*lasting(b"....", 4), b"....");
    }
}
