//! Where the simulators keep what they must still know after a restart: JSON documents by kind and id, in one SQLite
//! file. Simple on purpose; the working state lives in memory and is written through.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Why a document could not be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error("the simulators' database failed")]
    Sqlite(#[from] rusqlite::Error),
    /// A document is not of the expected shape, probably written by another version.
    #[error("a document in the simulators' database cannot be read; delete its folder to start afresh")]
    Document(#[from] serde_json::Error),
}

/// The documents of one simulator.
#[derive(Debug)]
pub struct Store(Mutex<Connection>);

/// A change to one document, for [`Store::apply`].
#[derive(Debug, Clone)]
pub struct Change {
    kind: &'static str,
    id: String,
    json: Option<String>,
}

impl Change {
    /// Writes a document over what was there.
    ///
    /// # Errors
    /// When the value cannot be written as JSON.
    pub fn put(kind: &'static str, id: impl ToString, value: &impl Serialize) -> Result<Self, StoreError> {
        Ok(Self { kind, id: id.to_string(), json: Some(serde_json::to_string(value)?) })
    }

    /// Forgets a document.
    pub fn delete(kind: &'static str, id: impl ToString) -> Self {
        Self { kind, id: id.to_string(), json: None }
    }
}

impl Store {
    /// Opens or makes the file. It survives a killed process; it does not wait for the disk, since nothing real is lost.
    ///
    /// # Errors
    /// When the file cannot be opened or written.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        let connection = Connection::open(file)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.execute_batch(
            "CREATE TABLE IF NOT EXISTS documents (
                 kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;",
        )?;
        Ok(Self(Mutex::new(connection)))
    }

    /// All documents of a kind, in no particular order.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn load<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<T>, StoreError> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut statement = connection.prepare_cached("SELECT json FROM documents WHERE kind = ?1")?;
        let rows = statement.query_map([kind], |row| row.get::<_, String>(0))?;
        rows.map(|json| Ok(serde_json::from_str(&json?)?)).collect()
    }

    /// Applies all changes, or none.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn apply(&self, changes: &[Change]) -> Result<(), StoreError> {
        let mut connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction()?;
        for Change { kind, id, json } in changes {
            match json {
                Some(json) => transaction
                    .prepare_cached("INSERT OR REPLACE INTO documents (kind, id, json) VALUES (?1, ?2, ?3)")?
                    .execute(params![kind, id, json])?,
                None => transaction
                    .prepare_cached("DELETE FROM documents WHERE kind = ?1 AND id = ?2")?
                    .execute(params![kind, id])?,
            };
        }
        transaction.commit()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_there_again_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sim.db");
        let store = Store::open(&file).unwrap();
        store.apply(&[Change::put("star", 1, &"one").unwrap(), Change::put("star", 2, &"two").unwrap()]).unwrap();
        store.apply(&[Change::delete("star", 1)]).unwrap();
        drop(store);
        assert_eq!(Store::open(&file).unwrap().load::<String>("star").unwrap(), ["two"]);
    }
}
