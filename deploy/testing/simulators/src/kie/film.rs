//! Has a film last as long as was ordered, by telling players another pace: all times of an MPEG-4 file are counts of
//! units, and its headers say how long a unit is. The images stay what they are. A silent film is one whose track of
//! sound is called free space, which players pass over; so no place in the file moves.

use bytes::Bytes;

/// Boxes that contain the boxes with times.
const FOLDERS: [&[u8]; 3] = [b"moov", b"trak", b"mdia"];

/// A copy of the film as it was ordered; the film as it is, if its headers cannot be read.
pub(super) fn made(film: &'static [u8], seconds: u32, has_sound: bool) -> Bytes {
    let mut found = Found::default();
    find(film, 0, film.len(), &mut found);
    let headers = &found.headers;
    let Some(whole) = headers.iter().find(|header| header.is_of_the_movie).and_then(|header| header.seconds(film))
    else {
        return Bytes::from_static(film);
    };
    let mut copy = film.to_vec();
    for header in headers {
        let Some(units) = number(film, header.timescale_at) else { continue };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a film of seconds stays far below"
        )]
        let slower = (f64::from(units) * whole / f64::from(seconds.max(1))).ceil() as u32;
        copy[header.timescale_at..header.timescale_at + 4].copy_from_slice(&slower.max(1).to_be_bytes());
    }
    for track_at in found.sound_at.iter().filter(|_| !has_sound) {
        copy[track_at + 4..track_at + 8].copy_from_slice(b"free");
    }
    copy.into()
}

/// What is changed in a film.
#[derive(Debug, Default)]
struct Found {
    headers: Vec<Header>,
    /// Where tracks of sound begin.
    sound_at: Vec<usize>,
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

fn find(film: &[u8], start: usize, end: usize, found: &mut Found) {
    let mut at = start;
    while let (Some(size), Some(kind)) = (number(film, at), film.get(at + 4..at + 8)) {
        let size = size as usize;
        if size < 8 || at + size > end {
            return;
        }
        if FOLDERS.contains(&kind) {
            find(film, at + 8, at + size, found);
        }
        if kind == b"mvhd" || kind == b"mdhd" {
            // Behind size, kind, version and flags, and two dates, which are longer in version 1.
            let dates = if film.get(at + 8) == Some(&1) { 16 } else { 8 };
            found.headers.push(Header { is_of_the_movie: kind == b"mvhd", timescale_at: at + 12 + dates });
        }
        if kind == b"trak" && is_sound(&film[at..at + size]) {
            found.sound_at.push(at);
        }
        at += size;
    }
}

/// The handler of a track says what it is, behind its name, version and flags, and four bytes that mean nothing.
fn is_sound(track: &[u8]) -> bool {
    let handler = track.windows(4).position(|name| name == b"hdlr");
    handler.is_some_and(|at| track.get(at + 12..at + 16) == Some(b"soun"))
}

fn number(film: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(film.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILM: &[u8] = include_bytes!("../../media/square-lagoon.mp4");

    fn found(film: &[u8]) -> Found {
        let mut found = Found::default();
        find(film, 0, film.len(), &mut found);
        found
    }

    fn durations(film: &[u8]) -> Vec<f64> {
        found(film).headers.iter().map(|header| header.seconds(film).unwrap()).collect()
    }

    #[test]
    fn a_film_and_its_tracks_last_as_long_as_ordered() {
        assert_eq!(durations(FILM).len(), 3, "the movie, its images and its sound");
        for seconds in [4, 10, 15] {
            let lasts = durations(&made(FILM, seconds, true));
            assert!(lasts.iter().all(|is| (is - f64::from(seconds)).abs() < 0.1), "{lasts:?} for {seconds}");
        }
    }

    #[test]
    fn a_silent_film_has_no_track_of_sound_and_all_else_in_its_place() {
        let silent = made(FILM, 5, false);
        assert_eq!((found(FILM).sound_at.len(), found(&silent).sound_at.len()), (1, 0));
        assert_eq!(durations(&silent).len(), 2, "the movie and its images");
        let media = |film: &[u8]| film.windows(4).position(|name| name == b"mdat");
        assert_eq!((silent.len(), media(&silent)), (FILM.len(), media(FILM)));
    }

    #[test]
    fn what_is_no_film_stays_what_it_is() {
        assert_eq!(&*made(b"....", 4, false), b"....");
    }
}
