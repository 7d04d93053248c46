//! What counts as a video, and what a file of a stranger can do to whoever reads it: nothing.

use std::time::Duration;

use bot::effects::deliver::video_file::{NotAVideo, VideoFacts, VideoReader};
use proptest::prelude::*;

use crate::edge::samples::{CLIP, PAGE, XML, boxed, ftyp, moov, sound, video, video_with_index_last};

/// Reads a file from its beginning to its end, in pieces of so many bytes.
fn read(file: &[u8], piece: usize) -> Result<VideoFacts, NotAVideo> {
    let mut reader = VideoReader::default();
    for (number, bytes) in file.chunks(piece).enumerate() {
        reader.read((number * piece) as u64, bytes)?;
    }
    reader.end(file.len() as u64)
}

/// Looks at a file as over a network: its head, and then wherever more is told. How many looks it took.
fn look(file: &[u8], piece: usize) -> (Result<VideoFacts, NotAVideo>, usize) {
    let mut reader = VideoReader::default();
    let mut looks = 0;
    while let Some(at) = reader.wants().filter(|at| *at < file.len() as u64) {
        let at = usize::try_from(at).unwrap();
        looks += 1;
        if let Err(reason) = reader.read(at as u64, &file[at..file.len().min(at + piece)]) {
            return (Err(reason), looks);
        }
    }
    (reader.so_far(Some(file.len() as u64)), looks)
}

fn facts(width: u32, height: u32, millis: u64) -> VideoFacts {
    VideoFacts { size: Some((width, height)), duration: Some(Duration::from_millis(millis)), is_webm: false }
}

#[test]
fn a_real_clip_tells_its_size_and_length() {
    let clip = read(CLIP, CLIP.len()).unwrap();
    assert_eq!(clip.size, Some((960, 540)), "see the simulators' media");
    assert_eq!(clip.duration, Some(Duration::from_secs(6)));
    assert_eq!(look(CLIP, 4096).0, Ok(clip));
}

#[test]
fn a_few_looks_tell_of_a_file_of_any_size_wherever_its_index_is() {
    assert_eq!(look(&video(1 << 20), 4096), (Ok(facts(640, 360, 8_000)), 1));
    assert_eq!(look(&video_with_index_last(1 << 20), 4096), (Ok(facts(640, 360, 8_000)), 2));
}

#[test]
fn pieces_of_every_size_tell_the_same() {
    for piece in [1, 2, 7, 8, 64, 1000] {
        assert_eq!(read(&video(300), piece), Ok(facts(640, 360, 8_000)), "pieces of {piece}");
        assert_eq!(read(&video_with_index_last(300), piece), Ok(facts(640, 360, 8_000)), "pieces of {piece}");
    }
}

#[test]
fn what_is_no_video_is_seen_by_its_bytes() {
    let heic = [boxed(b"ftyp", b"heic\0\0\0\0mif1"), boxed(b"mdat", &[7; 100])].concat();
    for (file, reason) in [
        (&b""[..], NotAVideo::Empty),
        (PAGE, NotAVideo::Foreign),
        (XML, NotAVideo::Foreign),
        (b"{\"code\":404,\"msg\":\"not found\"}", NotAVideo::Foreign),
        (b"\x89PNG\r\n\x1a\n and so on", NotAVideo::Foreign),
        (b"vid", NotAVideo::Foreign),
        (&[0; 1000], NotAVideo::Foreign),
        (&heic, NotAVideo::Foreign),
        (&[ftyp(), sound(), boxed(b"mdat", &[7; 10])].concat(), NotAVideo::NoPicture),
        (&[ftyp(), boxed(b"mdat", &[7; 10])].concat(), NotAVideo::Cut),
        (&ftyp(), NotAVideo::Cut),
    ] {
        assert_eq!(read(file, 1 << 20), Err(reason), "{}", file.escape_ascii());
        assert_eq!(look(file, 1 << 20).0, Err(reason), "{}", file.escape_ascii());
    }
}

#[test]
fn a_file_that_was_cut_anywhere_is_no_video() {
    for whole in [video(300), video_with_index_last(300), CLIP.to_vec()] {
        // A thousand places are enough of the clip, and all of the small ones.
        for length in (0..whole.len()).step_by(whole.len().div_ceil(1000)) {
            let read = read(&whole[..length], 4096);
            assert!(read.is_err(), "{length} of {} bytes: {read:?}", whole.len());
        }
    }
}

#[test]
fn webm_is_a_video_too() {
    let head = [b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm".as_slice(), &[0; 100]].concat();
    assert!(read(&head, 10).is_ok_and(|facts| facts.is_webm));
    let other = [b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84else".as_slice(), &[0; 100]].concat();
    assert_eq!(read(&other, 10), Err(NotAVideo::Foreign));
}

#[test]
fn a_film_turned_upright_is_as_wide_as_it_is_shown() {
    let mut file = [ftyp(), moov(1920, 1080, 5_000), boxed(b"mdat", &[7; 10])].concat();
    let matrix = file.windows(4).position(|bytes| bytes == b"tkhd").unwrap() + 4 + 40;
    file[matrix..matrix + 4].fill(0);
    assert_eq!(read(&file, 100), Ok(facts(1080, 1920, 5_000)));
}

#[test]
fn a_much_shorter_video_than_was_ordered_is_not_what_was_ordered() {
    let plays = |millis| facts(640, 360, millis);
    assert_eq!(plays(4_000).fits(Some(10)), Err(NotAVideo::TooShort));
    for (video, ordered) in [(plays(5_100), Some(10)), (plays(8_000), Some(5)), (plays(1), None)] {
        assert_eq!(video.fits(ordered), Ok(video));
    }
    assert!(VideoFacts::default().fits(Some(10)).is_ok(), "nothing is known of it");
}

#[test]
fn sizes_that_no_file_can_have_are_refused_and_nothing_is_reserved_for_them() {
    let endless = [ftyp(), vec![0, 0, 0, 1, b'm', b'd', b'a', b't', 255, 255, 255, 255, 255, 255, 255, 255]].concat();
    assert_eq!(read(&endless, 100), Err(NotAVideo::Cut));
    let backwards = [ftyp(), vec![0, 0, 0, 3, b'm', b'd', b'a', b't'], vec![0; 100]].concat();
    assert_eq!(read(&backwards, 100), Err(NotAVideo::Foreign));
}

proptest! {
    /// Whatever the bytes are: reading ends, and however they come it ends alike.
    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..2_000), piece in 1_usize..500) {
        prop_assert_eq!(read(&bytes, piece), read(&bytes, 2_000));
    }

    /// The same of a video with some bytes overwritten.
    #[test]
    fn no_damage_does_harm(
        damage in prop::collection::vec((0_usize..600, any::<u8>()), 1..20),
        piece in 1_usize..500,
    ) {
        for mut file in [video(200), video_with_index_last(200)] {
            let length = file.len();
            for (at, byte) in &damage {
                file[at % length] = *byte;
            }
            prop_assert_eq!(read(&file, piece), read(&file, length));
            let (_, looks) = look(&file, piece);
            prop_assert!(looks <= length, "it ends");
        }
    }
}
