//! Our own copies of videos: for those too large for Telegram, and for those that wait for somebody who blocked us
//! longer than the provider keeps them. One file per job in one folder.
//!
//! A copy is written under another name, synced and renamed, so that what has the right name is whole, and a video. Room
//! is made by removing copies older than they are promised to be kept.
//!
//! The disk is the database's first: a copy is only written while enough of it stays free.
//!
//! Known race: copies made at the same time do not see each other's growth, so the folder may grow beyond its limit by
//! the few that are being made. The disk is looked at while they grow.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures_util::{Stream, StreamExt as _};
use jiff::{SignedDuration, Timestamp};
use shared::clock::Clock;
use shared::job::JobId;
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _, AsyncWriteExt as _};
use url::Url;

pub use super::download::DownloadError;
use super::download::{Download, Downloads, Found};
use super::url_policy::UrlPolicy;
use super::video_file::{LOOK_BYTES, LOOKS_MAX, VideoFacts, VideoReader};
use crate::disk;

const PART_EXTENSION: &str = "part";
const COPY_EXTENSION: &str = "mp4";
/// No video is larger; one that never ends must not take the room of all.
const VIDEO_BYTES_MAX: u64 = 1 << 30;

/// The disk is looked at each time that a copy has grown by so much.
const LOOK_AT_DISK_EVERY: u64 = 8 << 20;

/// A folder of copies.
#[derive(Debug, Clone)]
pub struct Copies {
    folder: PathBuf,
    limits: CopyLimits,
    clock: Arc<dyn Clock>,
    downloads: Downloads,
}

/// How much is kept, and for how long.
#[derive(Debug, Clone, Copy)]
pub struct CopyLimits {
    /// Of all copies together.
    pub bytes_max: u64,
    /// What stays free on the disk, for the database.
    pub reserve_bytes: u64,
    /// A copy may be removed when it is older.
    pub keep_for: SignedDuration,
}

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The video cannot be read.
    #[error("the video cannot be copied")]
    Download(#[source] DownloadError),
    /// The folder is full by our own limit.
    #[error("the folder of videos is full: its limit is {bytes_max} bytes; raise VIDEOS_MEGABYTES_MAX")]
    NoRoom {
        /// The limit.
        bytes_max: u64,
    },
    /// The disk has little room left, and that is for the database.
    #[error(
        "the disk is almost full: {free_bytes} bytes are free, of which DISK_RESERVE_MEGABYTES keeps {reserve_bytes} for the database; make room"
    )]
    DiskAlmostFull {
        /// What is free.
        free_bytes: u64,
        /// What stays free.
        reserve_bytes: u64,
    },
    /// No video of ours is so large.
    #[error("the video is larger than {VIDEO_BYTES_MAX} bytes")]
    TooLarge,
    /// The disk is full or broken.
    #[error("the video cannot be written to the disk")]
    Disk(#[source] io::Error),
}

impl CopyError {
    /// Whether there is no room for a copy: then the video has to go without one.
    pub(super) fn is_no_room(&self) -> bool {
        match self {
            Self::NoRoom { .. } | Self::DiskAlmostFull { .. } => true,
            Self::Disk(error) => error.kind() == io::ErrorKind::StorageFull,
            Self::Download(_) | Self::TooLarge => false,
        }
    }
}

/// Why there is no folder of copies.
#[derive(Debug, thiserror::Error)]
pub enum OpenCopiesError {
    /// The folder cannot be made or read.
    #[error("{folder} cannot be used for copies of videos")]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        #[source]
        source: io::Error,
    },
    /// The system gives no means to make connections.
    #[error("no connections can be made")]
    Http(#[source] reqwest::Error),
}

/// A copy to be read.
#[derive(Debug)]
pub struct OpenCopy {
    /// From the beginning.
    pub file: File,
    /// Size in bytes.
    pub size_bytes: u64,
}

impl OpenCopy {
    /// What the video says of itself.
    pub(super) async fn facts(&mut self) -> io::Result<VideoFacts> {
        let mut reader = VideoReader::default();
        let mut bytes = vec![0; LOOK_BYTES];
        for _ in 0..LOOKS_MAX {
            let Some(at) = reader.wants().filter(|at| *at < self.size_bytes) else { break };
            self.file.seek(io::SeekFrom::Start(at)).await?;
            let read = self.file.read(&mut bytes).await?;
            if read == 0 || reader.read(at, bytes.get(..read).unwrap_or_default()).is_err() {
                break;
            }
        }
        self.file.rewind().await?;
        // It was judged when it was written.
        Ok(reader.so_far(Some(self.size_bytes)).unwrap_or_default())
    }
}

impl Copies {
    /// Opens a folder of copies, making it if there is none, and removes what an earlier process left half written.
    /// Videos are read from where `policy` allows it.
    ///
    /// # Errors
    /// See [`OpenCopiesError`].
    pub async fn open(
        folder: PathBuf,
        limits: CopyLimits,
        policy: UrlPolicy,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, OpenCopiesError> {
        let downloads = Downloads::new(policy).map_err(OpenCopiesError::Http)?;
        let copies = Self { folder, limits, clock, downloads };
        match copies.clean_up().await {
            Ok(()) => Ok(copies),
            Err(source) => Err(OpenCopiesError::Folder { folder: copies.folder, source }),
        }
    }

    /// What stays free on the disk, for the database.
    pub(crate) const fn reserve_bytes(&self) -> u64 {
        self.limits.reserve_bytes
    }

    /// Makes a copy unless there is one.
    ///
    /// # Errors
    /// See [`CopyError`].
    pub async fn keep(&self, job: JobId, urls: &[Url]) -> Result<OpenCopy, CopyError> {
        if let Some(copy) = self.find(job).await.map_err(CopyError::Disk)? {
            return Ok(copy);
        }
        let download = self.downloads.open(urls).await.map_err(CopyError::Download)?;
        let said_bytes = download.size_bytes().unwrap_or(1);
        if said_bytes > VIDEO_BYTES_MAX {
            return Err(CopyError::TooLarge);
        }
        let room = self.make_room(said_bytes).await?;
        let part = self.folder.join(format!("{job}.{PART_EXTENSION}"));
        let written = self.write(&part, download, room).await;
        let kept = match written {
            Ok(()) => put_in_place(&part, &self.path(job)).await.map_err(CopyError::Disk),
            Err(error) => Err(error),
        };
        if let Err(error) = kept {
            fs::remove_file(&part).await.ok();
            return Err(error);
        }
        let gone = || CopyError::Disk(io::ErrorKind::NotFound.into());
        self.find(job).await.map_err(CopyError::Disk)?.ok_or_else(gone)
    }

    /// Opens the copy, if there is one.
    ///
    /// # Errors
    /// When the disk is broken.
    pub async fn find(&self, job: JobId) -> io::Result<Option<OpenCopy>> {
        let file = match File::open(self.path(job)).await {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let size_bytes = file.metadata().await?.len();
        Ok(Some(OpenCopy { file, size_bytes }))
    }

    /// Removes the copy, if there is one.
    pub async fn remove(&self, job: JobId) {
        match fs::remove_file(self.path(job)).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(job.id = %job, %error, "a copy of a video cannot be removed");
            }
            Ok(()) | Err(_) => {}
        }
    }

    /// Opens the provider's own file.
    pub(super) async fn open_original(&self, urls: &[Url]) -> Result<Download, DownloadError> {
        self.downloads.open(urls).await
    }

    /// Finds the video where the provider has it.
    pub(super) async fn find_original(&self, urls: &[Url], seconds: Option<u32>) -> Result<Found, DownloadError> {
        self.downloads.find(urls, seconds).await
    }

    /// Where the copy is, if there is one.
    pub(super) fn path(&self, job: JobId) -> PathBuf {
        self.folder.join(format!("{job}.{COPY_EXTENSION}"))
    }

    async fn clean_up(&self) -> io::Result<()> {
        fs::create_dir_all(&self.folder).await?;
        for entry in self.list().await? {
            if entry.path.extension().is_some_and(|extension| extension == PART_EXTENSION) {
                fs::remove_file(&entry.path).await?;
            }
        }
        Ok(())
    }

    /// Removes copies that have had their time. The jobs of those that are left.
    ///
    /// # Errors
    /// When the disk is broken.
    pub(super) async fn remove_old(&self) -> io::Result<Vec<JobId>> {
        let left = self.without_old().await?;
        let name = |entry: &Listed| entry.path.file_stem()?.to_str()?.parse().ok();
        Ok(left.iter().filter_map(name).collect())
    }

    async fn without_old(&self) -> io::Result<Vec<Listed>> {
        // What is deleted does not come back: not by a clock that nobody vouches for.
        let keep_for = self.limits.keep_for;
        let old = self.clock.is_settled().then(|| self.clock.now().saturating_sub(keep_for).ok()).flatten();
        let old = old.unwrap_or(Timestamp::MIN);
        let mut left = Vec::new();
        for entry in self.list().await? {
            if entry.modified < old && fs::remove_file(&entry.path).await.is_ok() {
                tracing::info!(file = %entry.path.display(), "an old copy of a video is removed");
            } else {
                left.push(entry);
            }
        }
        Ok(left)
    }

    /// Makes room for a copy of that size. How large it may become.
    async fn make_room(&self, wanted_bytes: u64) -> Result<u64, CopyError> {
        let left = self.without_old().await.map_err(CopyError::Disk)?;
        let used = left.iter().map(|entry| entry.size_bytes).sum();
        let room = self.limits.bytes_max.saturating_sub(used);
        if room < wanted_bytes {
            return Err(CopyError::NoRoom { bytes_max: self.limits.bytes_max });
        }
        self.spare_disk(wanted_bytes)?;
        Ok(room)
    }

    /// Wants so many bytes of the disk to be there beside the database's reserve.
    fn spare_disk(&self, wanted_bytes: u64) -> Result<(), CopyError> {
        let free_bytes = disk::free_bytes(&self.folder).map_err(CopyError::Disk)?;
        let reserve_bytes = self.limits.reserve_bytes;
        if free_bytes < reserve_bytes.saturating_add(wanted_bytes) {
            return Err(CopyError::DiskAlmostFull { free_bytes, reserve_bytes });
        }
        Ok(())
    }

    async fn list(&self) -> io::Result<Vec<Listed>> {
        let mut listed = Vec::new();
        let mut entries = fs::read_dir(&self.folder).await?;
        while let Some(entry) = entries.next_entry().await? {
            // A file may have been removed since it was listed.
            let Ok(metadata) = entry.metadata().await else { continue };
            let modified = Timestamp::try_from(metadata.modified()?).unwrap_or(Timestamp::MAX);
            listed.push(Listed { path: entry.path(), size_bytes: metadata.len(), modified });
        }
        Ok(listed)
    }

    async fn write(&self, part: &Path, download: Download, room: u64) -> Result<(), CopyError> {
        let mut file = File::create(part).await.map_err(CopyError::Disk)?;
        let bytes_max = self.limits.bytes_max;
        let too_much = || if room > VIDEO_BYTES_MAX { CopyError::TooLarge } else { CopyError::NoRoom { bytes_max } };
        let room =
            Room { left: room.min(VIDEO_BYTES_MAX), too_much, spare_disk: || self.spare_disk(LOOK_AT_DISK_EVERY) };
        write_stream(&mut file, download.into_stream(), room).await?;
        file.sync_all().await.map_err(CopyError::Disk)
    }
}

struct Listed {
    path: PathBuf,
    size_bytes: u64,
    modified: Timestamp,
}

/// How large a copy may become.
struct Room<T, D> {
    left: u64,
    /// Why not larger.
    too_much: T,
    /// Whether the disk has room for the next part of it.
    spare_disk: D,
}

async fn write_stream(
    file: &mut File,
    stream: impl Stream<Item = Result<bytes::Bytes, DownloadError>>,
    room: Room<impl Fn() -> CopyError, impl Fn() -> Result<(), CopyError>>,
) -> Result<(), CopyError> {
    let mut stream = std::pin::pin!(stream);
    let mut left = room.left;
    let mut part_left = 0_u64;
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(CopyError::Download)?;
        let size = u64::try_from(chunk.len()).unwrap_or(u64::MAX);
        left = left.checked_sub(size).ok_or_else(&room.too_much)?;
        if part_left < size {
            (room.spare_disk)()?;
            part_left = LOOK_AT_DISK_EVERY.max(size);
        }
        part_left -= size;
        file.write_all(&chunk).await.map_err(CopyError::Disk)?;
    }
    file.flush().await.map_err(CopyError::Disk)
}

/// Gives a whole file its name, and has the name on the disk before anybody relies on it.
async fn put_in_place(part: &Path, copy: &Path) -> io::Result<()> {
    fs::rename(part, copy).await?;
    match copy.parent() {
        Some(folder) => File::open(folder).await?.sync_all().await,
        None => Ok(()),
    }
}
