//! The bot's SQLite file: one writer thread, any number of short reads.
//!
//! One process owns a data folder. What is committed is synced to the disk before anybody hears of it; the writer knows
//! what may wait (`core::must_be_synced`).

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rand::Rng;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};
use shared::signing::SigningKey;
use shared::wal::{CHECKPOINT_PAGES, PAGE_BYTES, Wal};

use crate::core::meta::Fact;
use crate::core::shop::{self, Decision};

pub mod audit;
pub mod copies;
pub mod dead_letters;
pub mod keys;
mod reader;
mod schema;
pub mod stats;
mod writer;

pub use reader::Reader;
pub use writer::{EffectSink, Writer, WriterConfig};

/// What is kept of the write-ahead log when it is begun anew, at most.
const LOG_BYTES_MAX: i64 = 64 * 1024 * 1024;

/// The name of the database file within the data folder.
const DATABASE: &str = "bot.db";

/// The file whose lock says that the folder is in use.
const LOCK: &str = "lock";

/// Why the data folder cannot be used. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder cannot be made or written.
    #[error("the data folder {folder} cannot be written: give this user the right to, or set DATA_DIR to another one")]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// Another process has it.
    #[error("the data folder {folder} is in use by {holder}: stop that process, or set DATA_DIR to another folder")]
    InUse {
        /// The folder.
        folder: PathBuf,
        /// Who has it, as they wrote it.
        holder: String,
    },
    /// The file was written by a newer version.
    #[error(
        "the database {file} was written by a newer version of Starreel (schema {found}): update this one, or put the copy \
         back that lies beside it (before-schema-{found}.db), as \"Back to the version before\" in deploy/README.md says"
    )]
    TooNew {
        /// The file.
        file: PathBuf,
        /// Its schema.
        found: i64,
    },
    /// There is nothing to read.
    #[error("there is no database {file}: check DATA_DIR and BOT_TOKEN")]
    Missing {
        /// The file.
        file: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// It is of an older version, and cannot be copied before it is upgraded.
    #[error("the database is of an older version, and is upgraded only after a copy of it was made")]
    Copy(#[from] copies::CopyError),
    /// SQLite refuses.
    #[error("the database {file} cannot be opened")]
    Database {
        /// The file.
        file: PathBuf,
        /// What SQLite says.
        #[source]
        source: rusqlite::Error,
    },
}

/// An opened database.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    wal: Wal,
    file: PathBuf,
    folder: LockedFolder,
}

/// A data folder that this process has for itself, as long as this value lives.
#[derive(Debug)]
pub struct LockedFolder {
    path: PathBuf,
    _lock: File,
}

impl Store {
    /// Opens the database in the folder, making it if it is not there.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open(folder: LockedFolder) -> Result<Self, OpenError> {
        let file = folder.path.join(DATABASE);
        let failed = |source| OpenError::Database { file: file.clone(), source };
        let mut connection = Connection::open(&file).map_err(failed)?;
        configure(&connection).map_err(failed)?;
        let found = schema::version(&connection).map_err(failed)?;
        copies::before_upgrade(&folder, found, schema::VERSION)?;
        let found = schema::bring_up_to_date(&mut connection).map_err(failed)?;
        if found > schema::VERSION {
            return Err(OpenError::TooNew { file, found });
        }
        // A long reading lets the log grow. It gives the room back.
        connection.pragma_update(None, "journal_size_limit", LOG_BYTES_MAX).map_err(failed)?;
        // The writer syncs where it must.
        connection.pragma_update(None, "synchronous", "NORMAL").map_err(failed)?;
        let wal = Wal::of(&file).map_err(|source| OpenError::Folder { folder: folder.path.clone(), source })?;
        Ok(Self { connection, wal, file, folder })
    }

    /// A database in memory with nothing in it. For tests and simulations.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn in_memory() -> rusqlite::Result<Connection> {
        let mut connection = Connection::open_in_memory()?;
        configure(&connection)?;
        schema::bring_up_to_date(&mut connection)?;
        Ok(connection)
    }

    /// The bot's own signing key: for invoices and links. Made once, and anew by [`keys::rotate`].
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn signing_key(&self, random: &mut impl Rng, now: Timestamp) -> Result<SigningKey, OpenError> {
        keys::current(&self.connection, random, now).map_err(|source| self.failed(source))
    }

    /// A small fact that the database knows.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn fact(&self, fact: Fact) -> Result<Option<String>, OpenError> {
        let known =
            self.connection.query_row("SELECT value FROM meta WHERE name = ?1", [fact.as_str()], |row| row.get(0));
        known.optional().map_err(|source| self.failed(source))
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder.path
    }

    /// Short reads beside the writer.
    #[must_use]
    pub fn reader(&self) -> Reader {
        Reader::new(self.file.clone())
    }

    /// Runs statements, for tests.
    #[cfg(test)]
    pub(crate) fn damage(&self, sql: &str) {
        self.connection.execute_batch(sql).unwrap();
    }

    fn failed(&self, source: rusqlite::Error) -> OpenError {
        OpenError::Database { file: self.file.clone(), source }
    }
}

/// Short reads of the database in a data folder, whoever has the folder. For commands beside a running bot.
///
/// # Errors
/// When there is no database.
pub fn read_only(folder: &Path) -> Result<Reader, OpenError> {
    let file = folder.join(DATABASE);
    match std::fs::metadata(&file) {
        Ok(_) => Ok(Reader::new(file)),
        Err(source) => Err(OpenError::Missing { file, source }),
    }
}

/// What operators have decided of the shop, by the database in a data folder; nothing if there is none.
///
/// # Errors
/// When it cannot be read.
pub fn decisions(folder: &Path) -> rusqlite::Result<Vec<Decision>> {
    let file = folder.join(DATABASE);
    if !file.exists() {
        return Ok(Vec::new());
    }
    shop::decisions(&Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}

/// The database in a data folder, to be written by a command beside a running bot. SQLite keeps the two apart.
fn beside(folder: &Path) -> Result<(Connection, PathBuf), OpenError> {
    let file = folder.join(DATABASE);
    if let Err(source) = std::fs::metadata(&file) {
        return Err(OpenError::Missing { file, source });
    }
    let opened = Connection::open_with_flags(&file, OpenFlags::SQLITE_OPEN_READ_WRITE);
    let opened = opened.and_then(|connection| configure(&connection).map(|()| connection));
    match opened {
        Ok(connection) => Ok((connection, file)),
        Err(source) => Err(OpenError::Database { file, source }),
    }
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "page_size", PAGE_BYTES)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // What is forgotten is overwritten, and does not linger in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    // Without it `INSERT OR REPLACE` would get round the triggers that guard the ledger.
    connection.pragma_update(None, "recursive_triggers", true)?;
    // A cached statement keeps its plan. Without it SQLite, built with STAT4, compiles it anew for each bound value.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.busy_timeout(std::time::Duration::from_secs(5))
}

/// Takes a data folder for this process, making it if it is not there, and writes down who has it.
///
/// # Errors
/// See [`OpenError`].
pub fn lock(folder: &Path) -> Result<LockedFolder, OpenError> {
    let failed = |source| OpenError::Folder { folder: folder.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let path = folder.join(LOCK);
    let mut file = File::options().read(true).write(true).create(true).truncate(false).open(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            file.read_to_string(&mut holder).map_err(failed)?;
            let holder = if holder.is_empty() { "another process".to_owned() } else { holder };
            return Err(OpenError::InUse { folder: folder.to_owned(), holder });
        }
        Err(TryLockError::Error(source)) => return Err(failed(source)),
    }
    // In a container every process has the same number: the name of the machine tells two containers apart.
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let holder = format!("process {} on {}", std::process::id(), machine.trim_end());
    file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(holder.as_bytes())).map_err(failed)?;
    Ok(LockedFolder { path: folder.to_owned(), _lock: file })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_process_is_told_who_has_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let _first = lock(folder.path()).unwrap();
        let error = lock(folder.path()).unwrap_err().to_string();
        assert!(error.contains(&format!("is in use by process {}", std::process::id())), "{error}");
    }

    #[test]
    fn the_key_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let sign = || {
            let store = Store::open(lock(folder.path()).unwrap()).unwrap();
            store.signing_key(&mut rand::rng(), Timestamp::UNIX_EPOCH).unwrap().sign("purpose", &["part"])
        };
        assert_eq!(sign(), sign());
    }

    #[test]
    fn a_database_of_a_newer_version_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(lock(folder.path()).unwrap()).unwrap();
        store.connection.pragma_update(None, "user_version", 99).unwrap();
        drop(store);
        assert!(matches!(Store::open(lock(folder.path()).unwrap()), Err(OpenError::TooNew { found: 99, .. })));
    }

    #[test]
    fn the_ledger_cannot_be_changed_by_hand() {
        let connection = Store::in_memory().unwrap();
        connection.execute("INSERT INTO entries VALUES ('pay:x', 1, 'issued', 'available', 5, 0)", []).unwrap();
        let replace = "INSERT OR REPLACE INTO entries VALUES ('pay:x', 1, 'issued', 'available', 500, 0)";
        for statement in ["UPDATE entries SET credits = 500", "DELETE FROM entries", replace] {
            let error = connection.execute(statement, []).unwrap_err();
            assert!(error.to_string().contains("the ledger is only ever added to"), "{error}");
        }
    }
}
