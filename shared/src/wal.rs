//! Making commits of SQLite survive a power cut, when they must and not before.
//!
//! With `synchronous = NORMAL` a commit in WAL mode is whole or absent after a power cut, but it may be absent: it is in
//! the write-ahead log, and the log was not synced. One sync makes that commit and every earlier one last. So whoever
//! writes can commit many times, and sync once before the first of them has a consequence outside.
//! Source: <https://www.sqlite.org/wal.html>, <https://www.sqlite.org/pragma.html#pragma_synchronous>

use std::fs::File;
use std::io;
use std::path::Path;

/// Bytes of a page of a new database (`PRAGMA page_size`, before anything else). A commit writes each page that it touches
/// and changes a few dozen bytes of each, so pages of a quarter of the usual size are a quarter to write.
pub const PAGE_BYTES: u32 = 1024;

/// Pages in the log before it is written back into the database (`PRAGMA wal_autocheckpoint`): as many bytes as usual.
pub const CHECKPOINT_PAGES: u32 = 4000;

/// The write-ahead log of an opened database.
#[derive(Debug)]
pub struct Wal(File);

impl Wal {
    /// The log of the database `file`, which must be open in WAL mode for as long as this value lives: SQLite keeps the log
    /// for so long, and takes no lock on it that closing another handle of it would drop.
    ///
    /// # Errors
    /// When there is no log.
    pub fn of(file: &Path) -> io::Result<Self> {
        let mut name = file.as_os_str().to_owned();
        name.push("-wal");
        File::open(name).map(Self)
    }

    /// Waits until everything that was committed so far survives a power cut.
    ///
    /// # Errors
    /// When the disk refuses. What was committed since the last sync may be lost by a power cut then.
    pub fn sync(&self) -> io::Result<()> {
        self.0.sync_data()
    }
}
