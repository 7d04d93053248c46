//! Copies of the file, each at one moment, whether or not a worker runs.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::OpenError;

/// Copies the job store in the file `from` to the new file `to`, which only this user may read. Whoever puts it back begins
/// a new epoch ([`crate::job_store::JobStore::renew`]).
///
/// # Errors
/// When there is no such file, the copy's file is there already, or SQLite refuses.
pub fn copy(from: &Path, to: &Path) -> Result<(), OpenError> {
    let connection = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    copy_opened(&connection, to)
}

/// Before a file of version `found` is brought to version `next`: copies it to `before-schema-NEXT-NAME` beside it. Nothing
/// for a new or current one. An older such copy is replaced.
pub(super) fn before_upgrade(connection: &Connection, path: &Path, found: i64, next: i64) -> Result<(), OpenError> {
    let Some(name) = path.file_name().filter(|_| found > 0 && found < next) else { return Ok(()) };
    let to = path.with_file_name(format!("before-schema-{next}-{}", name.display()));
    match std::fs::remove_file(&to) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    copy_opened(connection, &to)
}

fn copy_opened(connection: &Connection, to: &Path) -> Result<(), OpenError> {
    // SQLite takes an empty file for one that is not there, and this one is nobody else's from the start.
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(to)?;
    let copied = connection.execute("VACUUM INTO ?1", [to.to_string_lossy()]);
    if copied.is_err() {
        std::fs::remove_file(to)?;
    }
    copied?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::super::SqliteJobStore;
    use super::*;

    #[test]
    fn an_older_file_is_copied_before_it_is_upgraded() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("jobs.db");
        drop(SqliteJobStore::open(&file).unwrap());
        let connection = Connection::open(&file).unwrap();
        let copy = folder.path().join("before-schema-9-jobs.db");
        for (found, next) in [(0, 9), (9, 9), (10, 9)] {
            before_upgrade(&connection, &file, found, next).unwrap();
            assert!(!copy.exists(), "{found} to {next}");
        }
        before_upgrade(&connection, &file, 8, 9).unwrap();
        connection.pragma_update(None, "application_id", 5).unwrap();
        before_upgrade(&connection, &file, 8, 9).unwrap();
        let latest: i64 =
            Connection::open(&copy).unwrap().pragma_query_value(None, "application_id", |row| row.get(0)).unwrap();
        assert_eq!(latest, 5, "the older copy stayed");
        assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(super::copy(&file, &copy).is_err(), "nothing is written over");
    }
}
