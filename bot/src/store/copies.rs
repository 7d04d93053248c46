//! Copies of the database: made at one moment beside a running bot, and marked as what they are.
//!
//! A database that was put back knows nothing of what has happened since, and must know that. So a copy says of itself
//! that it is one (`Fact::PutBack`), and the first start with it acts on that: see `core::put_back`. One that was made in
//! another way is marked after it was put back.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags};

use super::{DATABASE, LockedFolder};
use crate::core::meta::Fact;

/// Why there is no copy, or none that knows what it is.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The copy's file is there already, or cannot be made.
    #[error("the copy {file} cannot be written: name a new file in a folder that this user may write")]
    File {
        /// The file.
        file: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// There is no database to copy or to mark, or SQLite refuses.
    #[error("the database {file} cannot be used: check DATA_DIR and BOT_TOKEN")]
    Database {
        /// The file.
        file: PathBuf,
        /// What SQLite says.
        #[source]
        source: rusqlite::Error,
    },
}

/// Copies the database in a data folder into a new file that only this user may read, whether a bot runs there or not.
///
/// # Errors
/// See [`CopyError`].
pub fn copy(folder: &Path, to: &Path) -> Result<(), CopyError> {
    let not_written = |source| CopyError::File { file: to.to_owned(), source };
    // SQLite takes an empty file for one that is not there, and this one is nobody else's from the start.
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(to).map_err(not_written)?;
    let copied = copy_into(folder, to);
    if copied.is_err() {
        std::fs::remove_file(to).map_err(not_written)?;
    }
    copied
}

fn copy_into(folder: &Path, to: &Path) -> Result<(), CopyError> {
    let file = folder.join(DATABASE);
    let connection = existing(&file)?;
    let name = to.to_string_lossy();
    // One read transaction: the copy is the database at one moment.
    connection.execute("VACUUM INTO ?1", [name]).map_err(|source| CopyError::Database { file, source })?;
    mark(to)
}

/// Before a database that has version `found` is brought to version `next`: copies it to `before-schema-NEXT.db` beside it,
/// so that there is a way back to the program that wrote it. Nothing for a new or current one. An older such copy is
/// replaced.
pub(super) fn before_upgrade(folder: &LockedFolder, found: i64, next: i64) -> Result<(), CopyError> {
    if found == 0 || found >= next {
        return Ok(());
    }
    let to = folder.path.join(format!("before-schema-{next}.db"));
    match std::fs::remove_file(&to) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            return Err(CopyError::File { file: to, source });
        }
        _ => {}
    }
    copy(&folder.path, &to)?;
    tracing::info!(file = %to.display(), "the database was copied before its schema is upgraded");
    Ok(())
}

/// Marks the database in a data folder as put back from a copy. For copies that [`copy`] has not made.
///
/// # Errors
/// When there is no database, or SQLite refuses.
pub fn mark_put_back(folder: &LockedFolder) -> Result<(), CopyError> {
    mark(&folder.path.join(DATABASE))
}

fn mark(file: &Path) -> Result<(), CopyError> {
    let failed = |source| CopyError::Database { file: file.to_owned(), source };
    let sql = "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    existing(file)?.execute(sql, [Fact::PutBack.as_str(), &Timestamp::now().to_string()]).map_err(failed)?;
    Ok(())
}

fn existing(file: &Path) -> Result<Connection, CopyError> {
    let opened = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE);
    opened.map_err(|source| CopyError::Database { file: file.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::super::{Store, lock};
    use super::*;

    #[test]
    fn a_copy_is_private_and_says_that_it_is_one() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let store = Store::open(lock(folder.path()).unwrap()).unwrap();
        let key = store.signing_key(&mut rand::rng(), Timestamp::now()).unwrap().sign("purpose", &["part"]);
        let file = other.path().join(DATABASE);
        copy(folder.path(), &file).unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(store.fact(Fact::PutBack).unwrap(), None, "the database itself is no copy");
        let restored = Store::open(lock(other.path()).unwrap()).unwrap();
        assert!(restored.fact(Fact::PutBack).unwrap().is_some());
        assert_eq!(restored.signing_key(&mut rand::rng(), Timestamp::now()).unwrap().sign("purpose", &["part"]), key);
        assert!(matches!(copy(folder.path(), &file), Err(CopyError::File { .. })), "nothing is written over");
    }

    #[test]
    fn before_an_upgrade_there_is_a_copy_and_the_latest_one_stays() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(lock(folder.path()).unwrap()).unwrap();
        let copy = folder.path().join("before-schema-2.db");
        for (found, next) in [(0, 2), (2, 2), (3, 2)] {
            before_upgrade(&store.folder, found, next).unwrap();
            assert!(!copy.exists(), "{found} to {next}");
        }
        before_upgrade(&store.folder, 1, 2).unwrap();
        store.connection.execute("INSERT INTO meta (name, value) VALUES ('later', 'x')", []).unwrap();
        before_upgrade(&store.folder, 1, 2).unwrap();
        let copied = existing(&copy).unwrap();
        let later: String =
            copied.query_row("SELECT value FROM meta WHERE name = 'later'", [], |row| row.get(0)).unwrap();
        assert_eq!(later, "x");
        assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn what_is_not_there_is_neither_copied_nor_marked() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("copy.db");
        assert!(matches!(copy(folder.path(), &file), Err(CopyError::Database { .. })));
        assert!(!file.exists(), "no empty copy is left");
        assert!(matches!(mark_put_back(&lock(folder.path()).unwrap()), Err(CopyError::Database { .. })));
    }
}
