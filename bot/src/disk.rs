//! The disk that the database is on, which others fill, too.

use std::io;
use std::path::Path;

/// Bytes that this process may still write to the file system of a folder.
///
/// # Errors
/// When the system does not tell, as for a folder that is not there.
pub fn free_bytes(folder: &Path) -> io::Result<u64> {
    let found = rustix::fs::statvfs(folder)?;
    Ok(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_system_of_a_folder_is_known_and_that_of_none_is_not() {
        let folder = tempfile::tempdir().unwrap();
        assert!(free_bytes(folder.path()).unwrap() > 0);
        assert!(free_bytes(&folder.path().join("none")).is_err());
    }
}
