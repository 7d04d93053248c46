//! Files of both directions: what they are, where their bytes lie, and how a `file_id` leads to them.
//!
//! Photos are not re-encoded: all sizes of a photo lead to the same bytes, with the dimensions that Telegram would give.

pub(crate) mod image;
pub(crate) mod mp4;
pub(crate) mod obtain;

use std::io;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::params::Upload;
use super::refusal::Refusal;
use super::state::State;

/// Largest photo of an upload.
pub(crate) const PHOTO_BYTES_MAX: usize = 10 << 20;

/// Telegram does not look into a larger video: what the sender does not tell of it is not known.
const READ_BYTES_MAX: usize = 10 << 20;
/// How wide and high such a video shows.
const UNREAD_SIDE: u32 = 320;
/// Length of every voice message. The file is not read for it.
const VOICE_SECONDS: u32 = 3;

/// A file that Telegram knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StoredFile {
    pub(crate) file_id: String,
    pub(crate) unique_id: String,
    pub(crate) kind: FileKind,
    /// Name of the bytes in the folder; the sizes of a photo share it.
    pub(crate) blob: String,
    pub(crate) size: usize,
    pub(crate) mime: String,
    pub(crate) name: Option<String>,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Seconds.
    pub(crate) duration: u32,
    /// A video without sound.
    #[serde(default)]
    pub(crate) silent: bool,
    /// Lost at Telegram: the bot cannot fetch it.
    #[serde(default)]
    pub(crate) dead: bool,
}

/// As what a file was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FileKind {
    Photo,
    Video,
    Document,
    Voice,
    Sticker,
}

impl FileKind {
    /// The message field.
    pub(crate) const fn field(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Video => "video",
            Self::Document => "document",
            Self::Voice => "voice",
            Self::Sticker => "sticker",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Photo => "Photo",
            Self::Video => "Video",
            Self::Document => "Document",
            Self::Voice => "Voice",
            Self::Sticker => "Sticker",
        }
    }

    const fn folder(self) -> &'static str {
        match self {
            Self::Photo => "photos",
            Self::Video => "videos",
            Self::Document => "documents",
            Self::Voice => "voice",
            Self::Sticker => "stickers",
        }
    }

    /// File ids of one kind begin alike.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Photo => "AgACAgIAAxk",
            Self::Video => "BAACAgIAAxk",
            Self::Document => "BQACAgIAAxk",
            Self::Voice => "AwACAgIAAxk",
            Self::Sticker => "CAACAgIAAxk",
        }
    }
}

impl StoredFile {
    /// `file_path` as `getFile` shows it.
    pub(crate) fn path(&self) -> String {
        format!("{}/{}", self.kind.folder(), self.blob)
    }

    fn to_json(&self) -> Value {
        let mut file = json!({ "file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size });
        let size = json!({ "width": self.width, "height": self.height });
        let details = match self.kind {
            FileKind::Photo => [size, json!({})],
            FileKind::Video => {
                [size, json!({ "duration": self.duration, "mime_type": self.mime, "file_name": self.name })]
            }
            FileKind::Document => [json!({ "mime_type": self.mime, "file_name": self.name }), json!({})],
            FileKind::Voice => [json!({ "duration": self.duration, "mime_type": self.mime }), json!({})],
            FileKind::Sticker => [size, json!({ "type": "regular", "is_animated": false, "is_video": false })],
        };
        let details = details.into_iter().filter_map(|part| part.as_object().cloned()).flatten();
        if let Some(fields) = file.as_object_mut() {
            fields.extend(details.filter(|(_, value)| !value.is_null()));
        }
        file
    }
}

/// What a message shows of its file or files.
pub(crate) fn media_json(files: &[StoredFile]) -> Option<(&'static str, Value)> {
    let first = files.first()?;
    let value = match first.kind {
        FileKind::Photo => Value::Array(files.iter().map(StoredFile::to_json).collect()),
        FileKind::Video | FileKind::Document | FileKind::Voice | FileKind::Sticker => first.to_json(),
    };
    Some((first.kind.field(), value))
}

/// Looks at new bytes and makes the file (or the sizes of the photo) out of them.
///
/// # Errors
/// What Telegram says of a image that is none, too large or too long.
pub(crate) fn describe(upload: &Upload, kind: FileKind) -> Result<Vec<StoredFile>, Refusal> {
    let bytes = &upload.bytes;
    if bytes.is_empty() {
        return Err(Refusal::bad_request("file must be non-empty"));
    }
    let movie = mp4::read(bytes);
    // What is no MPEG-4 is shown as a file, as with Telegram.
    let kind = if kind == FileKind::Video && movie.is_none() { FileKind::Document } else { kind };
    let extension = Path::new(&upload.name).extension().and_then(|extension| extension.to_str()).unwrap_or("bin");
    let mut file = StoredFile {
        file_id: String::new(),
        unique_id: String::new(),
        kind,
        blob: format!("file_{}.{}", random_text(9), clean(extension)),
        size: bytes.len(),
        mime: upload.mime.clone().unwrap_or_else(|| "application/octet-stream".to_owned()),
        name: Some(upload.name.clone()).filter(|name| !name.is_empty()),
        width: movie.map_or(0, |movie| movie.width),
        height: movie.map_or(0, |movie| movie.height),
        duration: movie.map_or(0, |movie| movie.duration),
        silent: movie.is_some_and(|movie| !movie.has_sound),
        dead: false,
    };
    match kind {
        FileKind::Photo => {}
        FileKind::Video => {
            "video/mp4".clone_into(&mut file.mime);
            if bytes.len() > READ_BYTES_MAX {
                (file.width, file.height, file.duration) = (UNREAD_SIDE, UNREAD_SIDE, 0);
            }
            return Ok(vec![with_ids(file)]);
        }
        FileKind::Sticker => {
            let image = image::read(bytes).ok_or_else(|| Refusal::bad_request("STICKER_FILE_INVALID"))?;
            return Ok(vec![with_ids(StoredFile { width: image.width, height: image.height, ..file })]);
        }
        FileKind::Voice => return Ok(vec![with_ids(StoredFile { duration: VOICE_SECONDS, ..file })]),
        FileKind::Document => return Ok(vec![with_ids(file)]),
    }
    if bytes.len() > PHOTO_BYTES_MAX {
        let size = bytes.len();
        return Err(Refusal::bad_request(format!("file of size {size} bytes is too big for a photo")));
    }
    let image = image::read(bytes).ok_or_else(|| Refusal::bad_request("IMAGE_PROCESS_FAILED"))?;
    if !image.is_acceptable() {
        return Err(Refusal::bad_request("PHOTO_INVALID_DIMENSIONS"));
    }
    image.mime().clone_into(&mut file.mime);
    let sizes = image.sizes().into_iter();
    Ok(sizes.map(|(width, height)| with_ids(StoredFile { width, height, ..file.clone() })).collect())
}

impl State {
    pub(crate) fn keep_files(&mut self, files: &[StoredFile]) {
        for file in files {
            self.touched.put("file", &file.file_id, file);
            self.files.insert(file.file_id.clone(), file.clone());
        }
    }

    /// A known file by its id, to be sent again as `kind`; a photo comes with all its sizes.
    ///
    /// # Errors
    /// When the id is unknown or was sent as something else.
    pub(crate) fn files_by_id(&self, file_id: &str, kind: FileKind) -> Result<Vec<StoredFile>, Refusal> {
        let wrong = || Refusal::bad_request("wrong file identifier/HTTP URL specified");
        let file = self.files.get(file_id).ok_or_else(wrong)?;
        if file.kind != kind {
            let (is, wanted) = (file.kind.title(), kind.title());
            return Err(Refusal::bad_request(format!("can't use file of type {is} as {wanted}")));
        }
        if kind != FileKind::Photo {
            return Ok(vec![file.clone()]);
        }
        let mut sizes: Vec<StoredFile> = self.files.values().filter(|other| other.blob == file.blob).cloned().collect();
        sizes.sort_by_key(|size| size.width);
        Ok(sizes)
    }

    pub(crate) fn file_by_path(&self, path: &str) -> Option<&StoredFile> {
        self.files.values().find(|file| file.path() == path)
    }
}

/// The folder with the bytes.
#[derive(Debug)]
pub(crate) struct FileFolder(PathBuf);

impl FileFolder {
    pub(crate) fn open(folder: PathBuf) -> io::Result<Self> {
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    pub(crate) async fn write(&self, blob: &str, bytes: &[u8]) -> io::Result<()> {
        tokio::fs::write(self.0.join(blob), bytes).await
    }

    pub(crate) fn path(&self, blob: &str) -> PathBuf {
        self.0.join(blob)
    }
}

fn with_ids(file: StoredFile) -> StoredFile {
    let prefix = file.kind.prefix();
    StoredFile { file_id: format!("{prefix}{}", random_text(36)), unique_id: format!("AQAD{}", random_text(8)), ..file }
}

fn random_text(bytes: usize) -> String {
    let random: [u8; 48] = rand::random();
    URL_SAFE_NO_PAD.encode(random.get(..bytes).unwrap_or(&random))
}

fn clean(extension: &str) -> String {
    let clean: String = extension.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    if clean.is_empty() { "bin".to_owned() } else { clean.to_ascii_lowercase() }
}
