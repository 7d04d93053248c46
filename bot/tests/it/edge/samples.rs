//! Small files: videos box by box, and what is no video.

/// A real clip with its index at the end or the beginning, as it comes.
pub(crate) const CLIP: &[u8] = include_bytes!("../../../../deploy/testing/simulators/media/wide-dusk.mp4");

/// A box of an MP4.
pub(crate) fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let size = u32::try_from(body.len() + 8).unwrap();
    [&size.to_be_bytes(), &kind[..], body].concat()
}

/// The head of a file.
pub(crate) fn ftyp() -> Vec<u8> {
    boxed(b"ftyp", b"isom\0\0\0\0isom")
}

/// The index of a video of so many pixels and milliseconds.
pub(crate) fn moov(width: u32, height: u32, millis: u32) -> Vec<u8> {
    let mut mvhd = vec![0; 100];
    mvhd[12..16].copy_from_slice(&1000_u32.to_be_bytes());
    mvhd[16..20].copy_from_slice(&millis.to_be_bytes());
    let mut tkhd = vec![0; 84];
    tkhd[40..44].copy_from_slice(&0x1_0000_u32.to_be_bytes());
    tkhd[76..80].copy_from_slice(&(width << 16).to_be_bytes());
    tkhd[80..84].copy_from_slice(&(height << 16).to_be_bytes());
    let trak = boxed(b"trak", &[boxed(b"tkhd", &tkhd), mdia(b"vide")].concat());
    boxed(b"moov", &[boxed(b"mvhd", &mvhd), trak].concat())
}

/// The index of a file that has only sound.
pub(crate) fn sound() -> Vec<u8> {
    boxed(b"moov", &boxed(b"trak", &mdia(b"soun")))
}

fn mdia(handler: &[u8; 4]) -> Vec<u8> {
    boxed(b"mdia", &boxed(b"hdlr", &[&[0; 8], &handler[..], &[0; 12]].concat()))
}

/// A video of 640 × 360 that plays for eight seconds, with so many bytes of pictures.
pub(crate) fn video(bytes: usize) -> Vec<u8> {
    [ftyp(), moov(640, 360, 8_000), boxed(b"mdat", &vec![7; bytes])].concat()
}

/// The same with its index at the end.
pub(crate) fn video_with_index_last(bytes: usize) -> Vec<u8> {
    [ftyp(), boxed(b"mdat", &vec![7; bytes]), moov(640, 360, 8_000)].concat()
}

/// A page that says that something is wrong, with a status of 200.
pub(crate) const PAGE: &[u8] = b"<!DOCTYPE html><html><body>The file has moved.</body></html>";

/// What a file host says in XML.
pub(crate) const XML: &[u8] =
    b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>";
